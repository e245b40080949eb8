"""The front of a flattened text: title, dates, credits and tags that a stripper glued to the head of the story.

A flattened page begins "Sun Apr 16 2017 Flood toll rises to 12. Afp - The flood ...". Each part is peeled off in turn;
what is left is story.
"""

import re

from dateline.clean.datelines import AGENCY, DATELINE, FILER
from dateline.clean.lines import Line, Word, find_words
from dateline.clean.phrases import Phrase, find_phrases
from dateline.clean.pieces import Piece
from dateline.clean.runs import links_end, tags_end
from dateline.clean.stamps import Stamp, find_stamps
from dateline.clean.tables import agencies
from dateline.model import BlockKind

BEFORE_TITLE = 12
"""Words of the page that may stand before the repeated title."""
LONG_TITLE = 5
"""Words from which a title does not stand in a sentence by chance."""
REACH = 200
"""Code points from the start of a text in which one glued part must end (a repeated title may be longer)."""
LABEL = re.compile(
    r"\W{0,3}(?:(?:first )?published(?: on| at)?|posted(?: on)?|date of publication|publication date"
    r"|\(?updated(?: on| at)?"
    r"|(?:page )?last (?:update|updated|modified)(?: on| at)?|date)\b\W{0,3}",
    re.IGNORECASE,
)
_NAME = r"(?:[A-Z][\w'’.-]{0,30} ){1,3}?[A-Z][\w'’-]{1,30}"
NAMED = rf"{_NAME}(?: (?:and|&) {_NAME})?"
"""Who wrote a story: one person or two."""
_ROLE = r"(?:,? [A-Z][a-z]+)?(?: [A-Za-z][a-z]+){0,3} (?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter)\b"
_BY = re.compile(
    rf"(?:(?:[Bb]y|BY) {NAMED}(?:{_ROLE})?(?:, (?:[Ss]pecial to )?{FILER}\b)?"
    rf"|[Ff]rom {NAMED}, {FILER}{_ROLE}"
    r"|[Bb]y (?:the )?(?:[A-Z][\w'’-]+ ){1,3}(?:[Ss]taff|[Rr]eporters|[Cc]orrespondents)"
    r")(?=[\s,|]+(?:[A-Z\"“]|\d|$))"
)
_CREDIT = re.compile(rf"(?i:{AGENCY})\b\s?(?=[-–—_/:|]|\s\W{{0,2}}(?:[A-Z][a-z]{{2,8}}\s)?\d)")
_BARE_AGENCY = re.compile(
    r"(?:AFP|AP|Reuters|REUTERS|Xinhua|XINHUA|dpa|DPA|EFE|UPI) (?=[A-Z\"“])(?![A-Z]\w+ (?:said|reported))"
)
_TAGS = re.compile(r"(?:Tags|Topics|Keywords|Filed under)\b:?\s")
_NAMES_ALONE = re.compile(r"(?:[A-Z][\w'’-]{1,20} ){1,5}[A-Z][\w'’-]{1,20}\. (?=[A-Z\"“])")
_CAPITAL_PLACE = re.compile(r"[A-Z]{4,20}(?:[ /-][A-Z]{3,20}){0,2} (?=[A-Z][a-z]|[\"“A])")
_OPENING = r"(?:An?|The|At|In|On|It|He|She|They)\b"
_OPENS = re.compile(rf"\W*{_OPENING}")
_COUNTRY = re.compile(rf"(?!{_OPENING})[A-Z][a-z]{{2,20}} (?={_OPENING} (?:[a-z]|\d))")
"""The country behind the place in capitals of a dateline that lost its dash ("KARSEN Orlaland A dyke broke")."""
_LINK = re.compile(r"(?:[A-Z]{3,8} )?https?\S{6,80} (?=[A-Z\"“])")
"""The address of a page, with its button: "SEND https://short.example/9x2W A dyke broke"."""
_PHOTO = re.compile(r"(?:[A-Z]{2,5}|Reuters) Photo (?=[A-Z\"“])")
_RELATED = re.compile(r"(?:Related|RELATED) (?=[A-Z])")
_TOPIC = re.compile(r"[A-Z][^.!?()]{4,90} \(\d{1,4}\)(?: \d{1,6}\b){0,3} (?=[A-Z\"“])")
"""The name of a topic with the number of its reports, behind the page's word for it: "Flood at Karsen (200) 0 38"."""
COUNTERS = re.compile(r"(?:\s\d{1,6}\b){1,3}(?=\s[A-Z\"“])")
"""How often a page was shared or viewed, after the words of its buttons and before a sentence."""


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
        self.start += len(rest) - len(rest.lstrip(" .,:;|·•–—-"))


def peel_front(line: Line, title: str | None) -> Glued:
    """Peel what stands before the story off its first line."""
    glued = Glued(line)
    for _ in range(12):
        rest = glued.rest()
        if not (
            (title and _peel_title(glued, rest, title))
            or _peel_date(glued, rest)
            or _peel_byline(glued, rest, title)
            or _peel_match(glued, DATELINE.match(rest), "dateline")
            or _peel_match(glued, _CREDIT.match(rest), "byline")
            or _peel_match(glued, _LINK.match(rest), "chrome")
            or _peel_match(glued, _PHOTO.match(rest), "caption")
            or _peel_tags(glued, rest)
            or _peel_page(glued, rest)
            or _peel_label_run(glued, rest)
            or (glued.pieces and _peel_after(glued, rest))
            or (title and _peel_before_title(glued, rest, title))
        ):
            break
    return glued


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


def _peel_title(glued: Glued, rest: str, title: str) -> bool:
    """The repeated title, also without its last word, as who says so ("Dyke breaks: Mayor")."""
    length = repeated_prefix(rest, title)
    if not length and len(title.split()) > LONG_TITLE:
        length = repeated_prefix(rest, title.rsplit(None, 1)[0])
        length *= _OPENS.match(rest, length) is not None
    if length:
        glued.take(length, "other")
    return bool(length)


def _peel_before_title(glued: Glued, rest: str, title: str) -> bool:
    """What stands before the repeated title, a few words in no sentence: "UPDATED", another headline."""
    if len(title.split()) < LONG_TITLE:
        return False
    words = find_words(rest[:REACH])[1 : BEFORE_TITLE + 1]
    found = next((w for w in words if rest[w.start - 1].isspace() and repeated_prefix(rest[w.start :], title)), None)
    before = rest[: found.start].rstrip() if found else ""
    if not before or before.endswith((".", ",", ":", ";")) or find_stamps(before):
        return False
    glued.take(len(before), "chrome")
    return True


def _peel_date(glued: Glued, rest: str) -> bool:
    label = LABEL.match(rest)
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
    """What is told apart from a sentence only because something was peeled off before it: names of the writers after
    the title, a place in capitals and its country, an agency without a dash, other headlines, a topic."""
    kinds, last = {p.kind for p in glued.pieces}, glued.pieces[-1].kind
    if names := _NAMES_ALONE.match(rest) if last == "other" else None:
        glued.take(names.end(), "byline")
    elif related := _RELATED.match(rest):
        glued.take(links_end(rest, related.end()), "recommended")
    elif topic := _TOPIC.match(rest) if last == "chrome" else None:
        glued.take(topic.end(), "chrome")
    elif country := _COUNTRY.match(rest) if last == "dateline" else None:
        glued.take(country.end(), "dateline")
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
    cut = tags_end(rest, match.end())
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
    numbers = COUNTERS.match(rest, end)
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
