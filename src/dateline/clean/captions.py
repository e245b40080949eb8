"""lines -> captions and galleries: lines that describe a picture."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from dateline.clean.lines import Line, ends_like_prose, find_sentences
from dateline.clean.pieces import Piece
from dateline.clean.region import Look

_CREDIT = (
    r"(?:AP(?:\s?:\s?Associated Press)?|[Aa]ssociated Press|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|GETTY|PA|SWNS"
    r"|Rex(?: Features)?|REX|Shutterstock|Alamy|Barcroft(?: Media)?|Xinhua|IC|Agencies|agencies|Handout|handout|Google"
    r"|google|BBC|WireImage|iStock|Twitter|Facebook)"
)
_BEFORE = (
    rf"(?>Facebook Twitter Pinterest|{_CREDIT}|EFE|KCNA|Kyodo|Yonhap|TASS|Anadolu|Sipa|SIPA|NurPhoto|Backgrid"
    r"|Splash(?: News)?|Fame Flynet|Instagram|[a-z]{3,30}\.(?:com|co\.uk))"
)
"""Whom a line credits before a caption; in brackets behind a sentence some of them are its source."""
_PLAIN = r"(?:AP:Associated Press|Getty Images|Reuters|EPA|AFP|Rex Features)"
"""Credits that no sentence holds before a capital: they part the captions of a line."""
_OPENING = re.compile(
    r"(?:image (?:copyright|caption|source)|media caption|media playback|photo(?:s|graph)?:|file (?:photo|picture"
    r"|image|[-–—])"
    r"|still image shows|enlarge this image|hide caption|caption:|pictured:|picture:|image:|grab from a video"
    r"|(?:\(?file\)? ?[-–—:])"
    r"|in this (?:photo|image|picture|photograph)\b"
    r"|(?:in )?this (?:\S+ ){1,8}?(?:file )?(?:photo|image|picture|handout|frame grab|photograph)\b"
    r"|(?:a|an|am) (?:photo|image|still|video grab|picture|handout|photograph|screengrab|screenshot)\b"
    r"(?![^.]{0,120}\b(?:showed|shared|spread|emerged|circulated|went)\b))",
    re.IGNORECASE,
)
_AGENCY_FIRST = re.compile(
    rf"{_BEFORE}(?:\s?[-–—•/,]\s?{_BEFORE}|\s?[-–—]\s?Contributor|/[A-Z][\w ]{{1,30}}?)*\s?:?\s(?=[A-Z\"“‘'])"
)
_QUOTES = re.compile(r"[A-Z]\w+ (?:said|reported|says|reports)\b")
_NAMED_FIRST = re.compile(rf"(?:[A-Z][\w.'’-]{{1,20}} ){{1,4}}/ {_BEFORE}\s(?=[A-Z])")
"""Who took a picture, before its caption: "Mira Lotan / AFP Boats lie on the quay"."""
_RUN_ON = re.compile(rf"(?<=[a-z0-9][ .]){_PLAIN}\s(?=[A-Z])")
_CREDIT_LAST = re.compile(
    r"(?:[\[(](?:[^()\[\]]{0,80}?\b(?:photo|image|picture|courtesy)\b[^()\[\]]{0,80}"
    rf"|(?:[^()\[\]]{{0,40}}/\s?)?{_CREDIT}(?:[/ ,]{{1,3}}(?:and )?[\w. ]{{1,30}}?)?)[\])]"
    rf"|\bPhoto(?:graph)?(?: by|:) [^.]{{2,60}})\W*$",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\bin this (?:(?:(?:undated|handout|file|combination|aerial|satellite) ){1,3}(?:photo(?:graph)?|image|picture)\b"
    r"|(?:photo(?:graph)?|image|picture)(?=\W*$|"
    r" (?:released|provided|taken|captured|obtained|issued|made available)\b))"
)
"""Where a caption speaks of its own picture: "Boats lie on the quay in this undated photo"."""
_BY_WHOM = rf"[^.:()\n]{{2,60}}?\\?/\s?{_CREDIT}(?:\\?/\s?{_CREDIT})*"
PHOTOGRAPH = re.compile(rf"\b(?:Photo(?:graph)?|Picture|Image)s?: {_BY_WHOM}(?=\s[A-Z\"“]|$)")
"""The credit of a picture with the name of who took it, behind its caption: "Photograph: Mira Lotan/AP"."""
_TELLS = re.compile(r"\b(?:said|says|told|has|have|had|did|will|would|according)\b|[“”\"]")
"""A word that stands in news and seldom in a caption."""
_SAID = re.compile(r"\b(?:said|says|told|according)\b|[“”\"]")
_NEWS = re.compile(rf"{_TELLS.pattern}|\b(?:was|were)\b")
_OWN_CREDIT = re.compile(rf"{PHOTOGRAPH.pattern}|\((?:{_BY_WHOM}|A[FP]P? Photo)\)")
_CLAUSE = re.compile(r"\b(?:that|which|who|as|after|when|where)\b")
_DAY_OPENS = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: [A-Z]")
LONGEST_TOLD = 25
"""Words up to which what stands behind a picture's credit is its caption."""
LONGEST_ABOVE = 45
"""Words up to which the sentence before a picture's credit is its caption."""
_ITEM = re.compile(r"\d{1,3}\s?/\s?\d{1,3}\b(?!\s?(?:years?|votes?|majority))")
_GALLERY = re.compile(r"\b\d{1,3} show all\b|\bHide Caption\s+\d{1,3} of \d{1,3}|^Photos: ")
PICTURE = re.compile(
    r"\b(?:[Pp]hoto|[Ii]mage|[Pp]icture|Getty)\b|\b[Pp]hotograph: |^\(|[Aa]gencies\)|\bTags\b|REUTERS/|\[AF?P\]"
)
"""A word without which no sentence inside a line is looked at for a caption."""
CREDITED = re.compile(
    r"\((?:[A-Z][\w/]{0,20} ){0,3}(?:and )?(?:[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Aa]gencies)(?: [A-Z]{2,10})?\)"
    r"(?=\s[A-Z\"“]|\s?\()"
    rf"|{PHOTOGRAPH.pattern}|^\({_BY_WHOM}\)(?=\s[A-Z])"
    r"|(?:\[AF?P\]|REUTERS/[A-Z][\w.-]+(?: (?!(?:The|An?|I|We|It|In|On|At)\b)[A-Z][\w.-]+)?)(?=\s[A-Z\"“]|$)"
)
"""A picture credit in brackets, or an agency's with the name of who took it ("REUTERS/Mira Lotan"), after which the
story begins or goes on."""
_LABELS = re.compile(r"(?<![\w’'.])(?!(?:[A-Z]\.){2})[A-Z][A-Z.]+(?: [A-Z][A-Z.]+)+(?![\w’':])")
_SPEAKER = re.compile(r"[A-Z]{2}\.?(?:\s?\([^()]{1,60}\))?\s?[,:]")
LABEL_RUNS, LABEL_WORDS, LABEL_SHARE = 3, 8, 0.2
"""Runs of capitals, words in them, and their share of the line's words, from which a line is labels."""
LONGEST_CAPTION = 700
PREFIX = 3
"""Words that the captions of one gallery share at their beginning (its name)."""
RUN = 3
"""Lines from which a shared beginning makes a gallery."""


def is_caption(line: Line) -> bool:
    """Does the line say of itself that it is a caption: by its opening or its picture credit?"""
    text = line.text
    if len(text) > LONGEST_CAPTION:
        return False
    credit = PHOTOGRAPH.match(text)
    if credit and text.endswith(".") and _is_told(text[credit.end() :]):
        return False
    if _SHOWN.search(text) and len(find_sentences(line)) == 1:
        return True
    first = _AGENCY_FIRST.match(text)
    if _NAMED_FIRST.match(text) or (first and not text.endswith(".") and not _QUOTES.match(text, first.end())):
        return True
    return bool(_OPENING.match(text) or _CREDIT_LAST.search(text[-140:]))


def _is_told(text: str) -> bool:
    """Is what stands behind a picture's credit news, and no caption?"""
    return len(text.split()) > LONGEST_TOLD or _TELLS.search(text) is not None


def captions_above(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces, with a line of the story before a picture's credit in a line of its own taken for its caption: the
    first of the story where nobody says it, others where they do not tell what was."""
    begun = False
    for piece, below in zip_longest(pieces, pieces[1:]):
        said = text[piece.start : piece.end]
        if piece.kind == "body" and below and below.kind == "caption" and "\n" in text[piece.end : below.start]:
            tells = _NEWS if begun else _SAID
            is_above = _OWN_CREDIT.fullmatch(text[below.start : below.end]) and len(said.split()) <= LONGEST_ABOVE
            if is_above and not tells.search(said):
                yield piece._replace(kind="caption")
                continue
        if piece.kind == "body" and not begun and _is_dated_caption(piece, pieces, text):
            yield piece._replace(kind="caption")
            continue
        begun = begun or piece.kind == "body"
        yield piece


def _is_dated_caption(piece: Piece, pieces: Sequence[Piece], text: str) -> bool:
    """Does the first line of a story open with the day of its picture, and no other so, as the entries of a chronicle
    would ("April 30: Workers mend the dyke of Karsen.")?"""
    said = text[piece.start : piece.end]
    if not _DAY_OPENS.match(said) or _NEWS.search(_CLAUSE.split(said, maxsplit=1)[0]):
        return False
    return not any(_DAY_OPENS.match(text, p.start) for p in pieces if p.kind == "body" and p is not piece)


def find_picture_credits(text: str) -> Iterator[re.Match[str]]:
    """The credits before a caption and before others that run on in its line, or the credit that stands alone."""
    first = _NAMED_FIRST.match(text) or _AGENCY_FIRST.match(text)
    if first:
        yield first
        yield from _RUN_ON.finditer(text, first.end())
    elif alone := re.fullmatch(_BEFORE, text):
        yield alone


def is_credit_above(looks: Sequence[Look], i: int) -> bool:
    """Does the line credit the picture of the caption below it: an agency alone, between a paragraph and a line that
    does not end as paragraphs do?"""
    if i < 1 or i + 1 >= len(looks) or not re.fullmatch(_BEFORE, looks[i].line.text):
        return False
    above, below = looks[i - 1].line, looks[i + 1]
    return ends_like_prose(above.text) and 5 <= len(below.words) <= 45 and not ends_like_prose(below.line.text)


def is_diagram(look: Look) -> bool:
    """Does the line hold the labels of a map or diagram: run after run of capitals among other words, in no sentence
    ("MILL ROAD 200 FEET Water came in here RIVER ORLA Dyke TOWN HALL NORTH")? Capitals before a comma or colon name who
    speaks in a transcript."""
    text = look.line.text
    runs = [m.group().split() for m in _LABELS.finditer(text)]
    named = sum(map(len, runs))
    labelled = len(runs) >= LABEL_RUNS and named >= max(LABEL_WORDS, LABEL_SHARE * len(look.words))
    return labelled and not text.isupper() and not _SPEAKER.search(text)


def find_galleries(looks: Sequence[Look]) -> list[range]:
    """Runs of lines that are picture galleries: numbered items ("3/16 ..."), or lines that begin with one name."""
    marked = [bool(_ITEM.match(x.line.text) or _GALLERY.search(x.line.text[-60:] + x.line.text[:60])) for x in looks]
    for i in range(len(looks) - RUN + 1):
        opening = [w.text for w in looks[i].words[:PREFIX]]
        if len(opening) == PREFIX and len(looks[i].words) > PREFIX + 4:
            same = all([w.text for w in x.words[:PREFIX]] == opening for x in looks[i : i + RUN])
            if same and _shared_words(looks[i : i + RUN]) >= PREFIX + 1:
                marked[i : i + RUN] = [True] * RUN
    galleries, i = [], 0
    while i < len(marked):
        if marked[i]:
            end = i
            while end < len(marked) and marked[end]:
                end += 1
            begin = i - 1 if i and _names_gallery(looks[i - 1], looks[i]) else i
            if end - i > 1 or _GALLERY.search(looks[i].line.text):
                galleries.append(range(begin, end))
            i = end
        i += 1
    return galleries


def is_isolated_caption(looks: Sequence[Look], i: int) -> bool:
    """A sentence without a full stop between paragraphs that all have one: a caption that lost its picture."""
    look = looks[i]
    text = look.line.text
    if ends_like_prose(text) or not 8 <= len(look.words) <= 45 or text[-1] in "-–—," or "(@" in text:
        return False
    if any(p.sure == "anywhere" and p.kind == "chrome" for p in look.phrases):
        return False
    beside = [*looks[max(0, i - 1) : i], *looks[i + 1 : i + 2]]
    return all(ends_like_prose(x.line.text) for x in beside) and len(beside) > 0


def _shared_words(looks: Sequence[Look]) -> int:
    openings = [[w.text for w in x.words[:12]] for x in looks]
    return next((n for n, column in enumerate(zip(*openings, strict=False)) if len(set(column)) > 1), 12)


def _names_gallery(above: Look, first: Look) -> bool:
    """Is the line above a gallery its heading: few words, which the gallery's first line repeats?"""
    return 0 < len(above.words) <= 10 and above.line.text in first.line.text and not above.line.text.endswith(".")
