"""The head and the foot of a flattened text: title, dates, credits and tags that a stripper glued to the story.

A flattened page begins "Sun Apr 16 2017 Death toll rises to 112. Afp - The death toll ..." and ends "... on Sunday.
--Reuters". Each part is peeled off in turn; what is left is story.
"""

import re

from dateline.clean.lines import Line, find_words
from dateline.clean.phrases import find_phrases
from dateline.clean.pieces import Piece
from dateline.clean.stamps import Stamp, find_stamps
from dateline.clean.tables import agencies
from dateline.model import BlockKind

REACH = 200
"""Code points from the edge of a text in which one glued part must begin and end (a repeated title may be longer)."""
_AGENCY = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
_LABEL = re.compile(
    r"\W{0,3}(?:(?:first )?published(?: on| at)?|posted(?: on)?|date of publication|publication date|\(?updated(?: on| at)?"
    r"|last (?:update|updated|modified)(?: on| at)?|date)\b\W{0,3}",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:[Bb]y|BY) (?:[A-Z][\w'’.-]{0,30} ){1,3}?[A-Z][\w'’-]{1,30}(?: (?:and|&) (?:[A-Z][\w'’.-]{0,30} ){1,3}?[A-Z][\w'’-]{1,30})?"
    r"(?=[\s,|]+(?:[A-Z]|\d|$))"
)
_CREDIT = re.compile(rf"(?i:{_AGENCY})\b\s?(?=[-–—_/:|]|\s\W{{0,2}}(?:[A-Z][a-z]{{2,8}}\s)?\d)")
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
_FOOT = re.compile(
    rf"(?P<credit>[-–—(\[]{{1,3}}\s?(?i:(?:source\W{{1,3}})?(?:{_AGENCY}))(?:(?:,| and|/|\s&) (?i:{_AGENCY})){{0,3}}\s?[)\]]?\W{{0,2}}$)"
    r"|(?P<source>\(?Source\W{1,3}[A-Z][\w' ]{1,60}\)?\.?$)"
    rf"|(?P<with>\(With [\w ,]{{0,60}}\)\W{{0,2}}$)"
    r"|(?P<number>(?<=[.\"”'])\s?\d{2,4}[-/]\d{1,3}$)"
    r"|(?P<also>(?:Read |See )?Also:?$)"
    r"|(?P<names>(?<=[.\"”'])\s(?:[A-Z][\w'’.]{0,20}[ -]){0,2}(?:[Aa]l-)?[A-Z][a-z'’]{1,20}(?:/\s?(?:[A-Z][\w'’.]{0,20} ){0,2}[A-Z][\w'’-]{1,20}){0,3}$)"
)
_FUNCTION = frozenset("the a an at in on as some several more three two four five six seven eight nine ten dozens it he she they this "
    "these those after before with for from to".split())  # fmt: skip


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
            or _peel_match(glued, _BY.match(rest), "byline")
            or _peel_match(glued, DATELINE.match(rest), "dateline")
            or _peel_match(glued, _CREDIT.match(rest), "byline")
            or _peel_tags(glued, rest)
            or _peel_page(glued, rest)
            or _peel_label_run(glued, rest)
        ):
            break
    return glued


def peel_foot(line: Line, start: int) -> list[Piece]:
    """The glued parts at the end of the story, from `start` of the report on: credits, initials, "Read Also"."""
    pieces: list[Piece] = []
    end = line.end
    for _ in range(4):
        begin = max(start, end - REACH)
        text = line.text[begin - line.start : end - line.start].rstrip()
        match = _FOOT.search(text)
        if not match or match.start() == 0:
            break
        kind: BlockKind = "byline" if match.lastgroup in ("with", "names") else "other"
        raw = match.group()
        first = begin + match.start() + len(raw) - len(raw.lstrip())
        pieces.append(Piece(first, begin + match.end(), kind))
        end = begin + match.start()
    return pieces


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
    phrases = [p for p in find_phrases(words) if p.sure == "anywhere" and p.first <= 4]
    if not phrases or len(find_words(rest[: 2 * REACH])) < 12:
        return False
    end = words[phrases[-1].last - 1].end
    number = re.compile(r"\s\d{1,6}\b").match(rest, end)
    glued.take(number.end() if number else end, "chrome")
    return True


def _peel_label_run(glued: Glued, rest: str) -> bool:
    """A section label between the repeated title and the date ("Middle East 1735 15.04.2017")."""
    if not any(p.kind in ("other", "chrome") for p in glued.pieces):
        return False
    stamps = find_stamps(rest[:60], glued.start)
    before = rest[: stamps[0].start - glued.start] if stamps else ""
    words = before.split()
    if not 1 <= len(words) <= 4 or not all(w[0].isupper() or not w[0].isalpha() for w in words):
        return False
    glued.take(len(before.rstrip()), "chrome")
    return True


def headline_end(text: str, start: int) -> int:
    """Where a run of capitalised words that begins at `start` gives way to a sentence: before the word that begins it."""
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
