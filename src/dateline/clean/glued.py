"""The head and the foot of a flattened text: title, dates, credits and tags that a stripper glued to the story.

A flattened page begins "Sun Apr 16 2017 Death toll rises to 112. Afp - The death toll ..." and ends "... on Sunday.
--Reuters". Each part is peeled off in turn; what is left is story.
"""

import re

from dateline.clean.lines import Line, Word, find_words
from dateline.clean.phrases import Phrase, find_phrases
from dateline.clean.pieces import Piece
from dateline.clean.stamps import Stamp, find_stamps
from dateline.clean.tables import agencies
from dateline.model import BlockKind

REACH = 200
"""Code points from the edge of a text in which one glued part must begin and end (a repeated title may be longer)."""
_AGENCY = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
_LABEL = re.compile(
    r"\W{0,3}(?:(?:first )?published(?: on| at)?|posted(?: on)?|date of publication|publication date"
    r"|\(?updated(?: on| at)?"
    r"|last (?:update|updated|modified)(?: on| at)?|date)\b\W{0,3}",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:[Bb]y|BY) (?:[A-Z][\w'’.-]{0,30} ){1,3}?[A-Z][\w'’-]{1,30}(?: (?:and"
    r"|&) (?:[A-Z][\w'’.-]{0,30} ){1,3}?[A-Z][\w'’-]{1,30})?"
    r"(?=[\s,|]+(?:[A-Z]|\d|$))"
)
_CREDIT = re.compile(rf"(?i:{_AGENCY})\b\s?(?=[-–—_/:|]|\s\W{{0,2}}(?:[A-Z][a-z]{{2,8}}\s)?\d)")
_BARE_AGENCY = re.compile(
    r"(?:AFP|AP|Reuters|REUTERS|Xinhua|XINHUA|dpa|DPA|EFE|UPI) (?=[A-Z\"“])(?![A-Z]\w+ (?:said|reported))"
)
_TAGS = re.compile(r"(?:Tags|Topics|Keywords|Filed under)\b:?\s")
_PLACE = r"[A-Z][\w'’.-]{1,24}(?:[ /-][A-Z][\w'’.-]{0,24}){0,3}"
_CAPITALS = r"[A-Z][A-Z'’.]{1,24}(?:[ /-][A-Z][A-Z'’.]{0,24}){0,3}"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\.?(?:,? \d{4})?)?"
DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE}){{0,2}}{_DAY} ?[(\[/] ?(?i:{_AGENCY})(?:/(?i:{_AGENCY}))? ?[)\]]? ?[-–—_:]{{1,3}}"
    rf"|{_CAPITALS}(?:, {_PLACE}){{0,2}}{_DAY} ?(?:[–—_]|--?)(?=\s)"
    rf"|\((?i:{_AGENCY})\) ?[-–—_]{{0,2}}"
    rf"|(?i:{_AGENCY}) ?(?:[–—_]|--?)(?=\s)"
    rf"|(?i:{_AGENCY}) ?/ ?(?:[Nn]ear )?{_PLACE}$)"
)
"""Where, and through which agency, a story was filed: "BEIRUT (AP) _", "KUNDUZ, Afghanistan —", "(Reuters) -"."""
_NAMES_ALONE = re.compile(r"(?:[A-Z][\w'’-]{1,20} ){1,5}[A-Z][\w'’-]{1,20}\. (?=[A-Z\"“])")
_CAPITAL_PLACE = re.compile(r"[A-Z]{4,20}(?:[ /-][A-Z]{3,20}){0,2} (?=[A-Z][a-z]|[\"“A])")
_SIGNED = r"(?:[A-Z][\w'’.-]{0,20}|al-[A-Z]\w{1,20}|/|&|and)"
FILED = re.compile(
    rf"(?:^|[.!?\"”']\s)(?=(?:{_CAPITALS}(?:, {_PLACE}){{0,2}} ?)?[(\[]?(?i:{_AGENCY})[)\]]? ?[-–—_]{{1,2}}\s)"
)
"""Where inside a line a sentence begins with a dateline that names an agency."""
_FOOT: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("recommended", re.compile(r"\s(?:(?:Read |See )?Also:?|Read More:?)$")),
    (
        "byline",
        re.compile(
            r"\s\(?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) (?:by"
            r"|from) [^.]{2,200}\W{0,3}$"
        ),
    ),
    (
        "other",
        re.compile(
            rf"[-–—(\[]{{1,3}}\s?(?i:(?:source\W{{1,3}})?(?:{_AGENCY})(?:(?:,| and|/"
            rf"|\s&) (?:{_AGENCY})){{0,3}})\s?[)\]]?\W{{0,2}}$"
        ),
    ),
    ("other", re.compile(r"\(?Source\W{1,3}[A-Z][\w' ]{1,60}\)?\.?$")),
    ("recommended", re.compile(r"(?<=[.\"”'])\s[^.]{10,150}? - YouTube(?:\s[^.]{0,150})?$")),
    ("byline", re.compile(r"\(With [\w ,]{0,60}\)\W{0,2}$")),
    ("chrome", re.compile(r"\s(?:\.{3}\s)?(?:\d{1,5}\s)?(?:Tags|Topics|Keywords):?\s[^.]{2,200}$")),
    ("date", re.compile(r"(?:Last [Uu]pdated?|Updated|Published)\W[^.]{6,120}$")),
    ("other", re.compile(r"(?<=[.\"”')])\s?(?:[A-Z]{2,4} )?\d{1,4}(?:[-/]\d{1,3})?$")),
    ("byline", re.compile(rf"(?<=[.\"”'])\s(?!(?:Read|See|Tags)\b)(?:{_SIGNED}\s?){{1,8}}$")),
)
"""What stands after the end of a flattened story, each pattern anchored there; tried in turn until none fits."""
_NUMBERS = re.compile(r"(?:\s\d{1,6}\b){1,3}(?=\s[A-Z\"“])")
_LIST = re.compile(
    r"(?:(?<=\s)\.{3}\s\d{1,5}\s(?:Topic|Related|Tags)|(?<=[.\"”'’)]\s)Related"
    r"|(?<=\s)(?:Related|RELATED) (?:News|Stories|Articles|Topics|NEWS|STORIES))\s(?=[A-Z])"
)
_SENTENCE = re.compile(r"[a-z][.!?]\s[A-Z]")
LONGEST_LIST = 1_500
"""Code points at the end of a story in which a list of other stories' headlines may begin."""
_FUNCTION = frozenset(
    "the a an at in on as some several more three two four five six seven eight nine ten dozens it he she they this "
    "these those after before with for from to".split()
)


class Glued:
    """What was peeled off a line: its pieces, the dates among them, and where the story begins and ends."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.start, self.end = line.start, line.end
        self.pieces: list[Piece] = []
        self.stamps: list[Stamp] = []

    def rest(self) -> str:
        """What is left of the line."""
        return self.line.text[self.start - self.line.start : self.end - self.line.start]

    def take(self, length: int, kind: BlockKind) -> None:
        """Peel `length` code points off the front."""
        self.pieces.append(Piece(self.start, self.start + length, kind))
        self.start += length
        rest = self.rest()
        self.start += len(rest) - len(rest.lstrip(" .,;|·•"))


def peel_head(line: Line, title: str | None) -> Glued:
    """Peel what stands before the story off its first line."""
    glued = Glued(line)
    for _ in range(12):
        rest = glued.rest()
        if not (
            _peel_title(glued, rest, title)
            or _peel_date(glued, rest)
            or _peel_byline(glued, rest, title)
            or _peel_match(glued, DATELINE.match(rest), "dateline")
            or _peel_match(glued, _CREDIT.match(rest), "byline")
            or _peel_tags(glued, rest)
            or _peel_page(glued, rest)
            or _peel_label_run(glued, rest)
            or (glued.pieces and _peel_after(glued, rest))
        ):
            break
    return glued


def peel_foot(line: Line, start: int) -> list[Piece]:
    """The parts glued to the end of the story, last first, none before `start`: credits, tags, "Read Also"."""
    pieces: list[Piece] = []
    end = line.end
    for _ in range(8):
        begin = max(start, end - REACH)
        text = line.text[begin - line.start : end - line.start].rstrip()
        found = _foot_page(text) or next(
            ((kind, m.start()) for kind, pattern in _FOOT if (m := pattern.search(text)) and m.start() > 0), None
        )
        if found is None:
            listed = _foot_list(line, start, end)
            if listed is None:
                break
            pieces.append(listed)
            end = listed.start
            continue
        kind, cut = found
        first = begin + cut + len(text[cut:]) - len(text[cut:].lstrip())
        pieces.append(Piece(first, begin + len(text), kind))
        end = begin + cut
    return pieces


def _foot_list(line: Line, start: int, end: int) -> Piece | None:
    """The list of headlines or tags that runs to the end."""
    begin = max(start, end - LONGEST_LIST)
    text = line.text[begin - line.start : end - line.start].rstrip()
    cut = _list_start(text)
    return None if cut is None else Piece(begin + cut, begin + len(text), "recommended")


def _list_start(text: str) -> int | None:
    """Where a list of headlines or tags begins that runs to the end: mostly capitals, hardly a sentence."""
    for match in _LIST.finditer(text):
        words = find_words(text[match.end() :], match.end())
        capitals = sum(text[w.start].isupper() for w in words)
        listed = 2 * capitals >= len(words) or text.count(" | ", match.end()) >= 2
        if len(words) >= 4 and listed and len(_SENTENCE.findall(text, match.end())) <= 1:
            return match.start()
    return None


def _foot_page(text: str) -> tuple[BlockKind, int] | None:
    """The last page phrase, where little follows it."""
    words = find_words(text)
    every = find_phrases(words)
    phrases = [p for p in every if p.sure == "anywhere"]
    if every and every[-1].last == len(words) and every[-1].first and text[words[every[-1].first].start - 2] in ".)":
        phrases = every
    if not phrases or len(words) - phrases[-1].last > 4 or phrases[-1].first == 0:
        return None
    start = words[phrases[-1].first].start
    kind: BlockKind = "chrome" if phrases[-1].kind == "within" else phrases[-1].kind
    return (kind, start) if text[start].isupper() and text[start - 1] not in "\"“'‘" else None


def repeated_prefix(text: str, wording: str) -> int:
    """How many code points of `text` repeat `wording`, comparing letters and digits only; 0 when it does not."""
    wanted = [c for c in wording.lower() if c.isalnum()]
    if len(wanted) < 8:
        return 0
    i = 0
    for end, char in enumerate(text[: 3 * len(wording) + 20]):
        if not char.isalnum():
            continue
        if i < len(wanted) and char.lower() == wanted[i]:
            i += 1
            if i == len(wanted):
                after = text[end + 1 : end + 2]
                return 0 if after.isalnum() else end + 1 + (after in ".?!" and bool(after))
        else:
            return 0
    return 0


def _peel_title(glued: Glued, rest: str, title: str | None) -> bool:
    length = repeated_prefix(rest, title) if title else 0
    if length:
        glued.take(length, "other")
    return bool(length)


def _peel_date(glued: Glued, rest: str) -> bool:
    label = _LABEL.match(rest)
    begin = label.end() if label else 0
    stamps = find_stamps(rest[:REACH], glued.start)
    if not stamps or stamps[0].start - glued.start > begin + 2:
        return False
    glued.stamps.append(stamps[0])
    closing = rest[stamps[0].end - glued.start :].startswith(")")
    glued.take(stamps[0].end - glued.start + closing, "date")
    return True


def _peel_match(glued: Glued, match: re.Match[str] | None, kind: BlockKind) -> bool:
    if match:
        glued.take(match.end(), kind)
    return match is not None


def _peel_byline(glued: Glued, rest: str, title: str | None) -> bool:
    """ "by Jane Doe"; where the repeated title follows a few words later, the byline reaches up to it."""
    match = _BY.match(rest)
    if not match:
        return False
    end = match.end()
    for word in find_words(rest[end : end + 40], end)[:3]:
        if title and repeated_prefix(rest[word.start :], title):
            end = len(rest[: word.start].rstrip())
            break
    glued.take(end, "byline")
    return True


def _peel_after(glued: Glued, rest: str) -> bool:
    """What is told apart from a sentence only because a title or date was peeled off before it: names of the writers
    after the title, a place in capitals, an agency without a dash."""
    kinds = {p.kind for p in glued.pieces}
    names = _NAMES_ALONE.match(rest) if glued.pieces[-1].kind == "other" else None
    if names:
        glued.take(names.end(), "byline")
    elif place := _CAPITAL_PLACE.match(rest) if "date" in kinds and "dateline" not in kinds else None:
        glued.take(place.end(), "dateline")
    elif agency := _BARE_AGENCY.match(rest):
        glued.take(agency.end(), "byline")
    else:
        return False
    return True


def _peel_tags(glued: Glued, rest: str) -> bool:
    match = _TAGS.match(rest)
    if not match:
        return False
    cut = headline_end(rest, match.end())
    if cut > match.end():
        glued.take(cut, "chrome")
    return cut > match.end()


def _peel_page(glued: Glued, rest: str) -> bool:
    """Page phrases within the first words; what stands before them is page as well."""
    words = find_words(rest[:REACH])
    if len(words) < 12:
        return False
    last = 0
    for phrase in find_phrases(words):
        if (
            (phrase.sure == "anywhere" and phrase.first <= last + 4)
            or phrase.first == last > 0
            or _fills(phrase, words)
        ):
            last = phrase.last
    if not last or words[last - 1].end < 8:
        return False
    end = words[last - 1].end
    numbers = _NUMBERS.match(rest, end)
    glued.take(numbers.end() if numbers else end, "chrome")
    return True


def _fills(phrase: Phrase, words: list[Word]) -> bool:
    """Does the text open with two page words in a row, both capitalised ("Print Tweet Views 1662")?"""
    return phrase.first == 0 and len(words) > 1 and any(p.first == phrase.last for p in find_phrases(words[:6]))


def _peel_label_run(glued: Glued, rest: str) -> bool:
    """A section label between the repeated title and the date ("Middle East 1735 15.04.2017")."""
    if not any(p.kind in ("other", "chrome") for p in glued.pieces):
        return False
    stamps = find_stamps(rest[:60], glued.start)
    before = rest[: stamps[0].start - glued.start] if stamps else ""
    words = before.split()
    if not 1 <= len(words) <= 4 or not all(w[0].isupper() or not w[0].isalpha() for w in words):
        return False
    agency = any(w.lower() in agencies() for w in words)
    glued.take(len(before.rstrip()), "dateline" if agency else "chrome")
    return True


def headline_end(text: str, start: int) -> int:
    """Where a run of capitalised words from `start` on gives way to a sentence: before the word that begins it."""
    words = find_words(text[start : start + 3 * REACH], start)
    for i, word in enumerate(words):
        if text[word.start].islower() and word.text not in (
            "of",
            "the",
            "and",
            "in",
            "on",
            "for",
            "to",
            "from",
            "de",
            "al",
        ):
            first = i - 1
            while first > 0 and words[first - 1].text in _FUNCTION and text[words[first - 1].start].isupper():
                first -= 1
            return len(text[: words[max(first, 0)].start].rstrip()) if first >= 0 else start
    return start
