"""lines of a text -> where its readers' comments begin, which a stripper left behind the story.

Two signs that readers wrote are asked for ("March 3, 2031 at 3:17 pm |", "| Report abuse", "This discussion is now
closed", "At 3:17 pm on 3 March 2031, millrace wrote:"), or the page's invitation to comment and one; and what follows
must speak as readers do, in the first and second person and in questions, more often than it reports. What a live page
stamps in the same way is news, and stays.
"""

import re
from collections.abc import Iterator, Sequence

from dateline.clean.lines import Line, find_sentences
from dateline.clean.region import Look

_CLOCK = r"\d{1,2}[:.]\d\d ?(?:[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}[,;]? (?:at )?{_CLOCK}(?: at {_CLOCK})?(?: [A-Z]{{2,4}})?"
_SIGN = re.compile(
    rf"\b{_STAMP} \|"
    r"|(?:[|\d)]|--?|[AaPp]\.?[Mm]\.?|\b[A-Z]{2,4}) ?Report (?:[Aa]s )?[Aa]buse\b"
    r"|\b(?:[Dd]iscussion|[Cc]omment(?:s|ing)) (?:is|are) (?:now )?closed\b"
    r"|\b[Cc]omments are not pre-?screened\b"
)
"""What a page sets between its readers' comments, and behind the last."""
_OWN = re.compile(rf"\b[Bb]y (?:[A-Z][\w'’.-]{{0,20}} ){{2,4}}\| {_STAMP}")
"""How a page signs its own post, below which its readers write: "By Mira Lotan | March 3, 2031; 3:17 PM"."""
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}),? \d{4}"
_HEADED = re.compile(rf"\bAt {_CLOCK}(?: on)? {_DAY}, [^\n:]{{1,40}} wrote:(?! ?[\"“'‘])")
"""What a page sets above each comment: "At 3:17 pm on 3 March 2031, millrace wrote:". Behind it a report that quotes
letters has a quotation mark."""
_SIGN_WORDS = (" |", "buse", "closed", "screened")
"""What every sign holds, for a quick look."""
FEWEST = 2
"""Signs from which readers' comments are looked for where no invitation stands above them."""
MUCH = 60
"""Words of story that stand above its readers' comments; what has less above it stands in the page's head."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|^[^“”]*”|\"[^\"]*\"")
_TALK = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Yy]ou|[Yy]our|YOU|YOUR)\b|(?<!\S)@\w|[!?]{2}|[!?]$|^[a-z]")
"""How readers write, and reports seldom do outside quotation marks."""
_NEWS = re.compile(r"\b(?:said|told|according to|reported|announced|added|spokes(?:man|woman|person))\b")


def find_comments(looks: Sequence[Look]) -> int | None:
    """The place in the text from which on its readers speak; null where they do not."""
    headed = [
        x.line.start + m.start() for x in looks if " wrote:" in x.line.text for m in _HEADED.finditer(x.line.text)
    ]
    if len(headed) >= FEWEST and sum(len(x.words) for x in looks if x.line.end <= headed[0]) >= MUCH:
        return headed[0] if _is_talk(looks, headed[0]) else None
    signs = [x.line.start + m.start() for x in looks if _may_sign(x.line) for m in _SIGN.finditer(x.line.text)]
    if not signs:
        return None
    begin = next((i for i in _invited(looks) if i < signs[-1]), None)
    if begin is None and len(signs) >= FEWEST:
        begin = _first_talk(looks, signs[0])
    return begin if begin is not None and _is_talk(looks, begin) else None


def _may_sign(line: Line) -> bool:
    return any(words in line.text for words in _SIGN_WORDS)


def _invited(looks: Sequence[Look]) -> Iterator[int]:
    """Where the page asks for comments or signs its own post, below a story."""
    above = 0
    for look in looks:
        own = _OWN.search(look.line.text) if " | " in look.line.text else None
        if own and above >= MUCH:
            yield look.line.start + own.start()
        for phrase in look.phrases:
            begin = look.words[phrase.first].start
            sure = phrase.kind == "comments" and phrase.sure == "anywhere"
            if sure and above + phrase.first >= MUCH and look.line.text[begin - look.line.start].isupper():
                yield begin
        above += len(look.words)


def _sentences(looks: Sequence[Look]) -> Iterator[tuple[Line, bool, bool]]:
    """Every sentence, whether it speaks as readers do, and whether it reports."""
    for look in looks:
        for sentence in find_sentences(look.line):
            said = _QUOTED.sub("”", sentence.text)
            talks = _TALK.search(said) is not None
            yield sentence, talks, not talks and _NEWS.search(said) is not None


def _first_talk(looks: Sequence[Look], sign: int) -> int:
    """Where the comment above the first sign begins: the first sentence of a reader, below a story, that no news
    follows up to the sign."""
    begin, above = sign, 0
    for sentence, talks, reports in _sentences(looks):
        if sentence.start >= sign:
            break
        begins = talks and begin == sign and above >= MUCH
        begin = sign if reports else sentence.start if begins else begin
        above += len(sentence.text.split())
    return begin


def _is_talk(looks: Sequence[Look], begin: int) -> bool:
    """Is what stands from a place on mostly said by readers?"""
    below = [(talks, reports) for sentence, talks, reports in _sentences(looks) if sentence.end > begin]
    return sum(talks for talks, _ in below) > sum(reports for _, reports in below)
