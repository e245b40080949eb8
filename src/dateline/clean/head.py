"""lines -> the header of a report: its title, outlet, byline and date lines, before the story begins."""

import re
from collections.abc import Sequence

from dateline.clean.datelines import find_inside
from dateline.clean.lines import Line, ends_like_prose, fold
from dateline.clean.pieces import Piece
from dateline.clean.region import Look
from dateline.clean.stamps import Stamp, find_stamps
from dateline.clean.tables import agencies, is_domain, outlet_of_name
from dateline.clean.titles import strip_site
from dateline.clean.topic import content, stems
from dateline.english.papers import PAPERS
from dateline.english.patterns import one_of
from dateline.model import BlockKind

REACH = 12
"""Lines of a plain report among which its header is looked for."""
LONGEST_CLOCK = 120
LONGEST_TITLE = 300
SHARED_WITH_KNOWN = 2
"""Words that a first line shares with the title that came with the document where it is that title."""
_NAME = re.compile(
    r"(?:by\s+)?(?:[A-Z][\w'’.-]{0,30}(?:\s+(?:al|el|de|van|von|bin|ibn|da|di|la|le|der|den|of)\b)?\s+){1,3}[A-Z][\w'’-]{1,30}"
    r"(?:(?:,|\s+and|\s+&)\s+(?:[A-Z][\w'’.-]{0,30}\s+){1,3}[A-Z][\w'’-]{1,30}){0,4}\.?",
)
_LABEL = re.compile(
    r"^\W*(?:(?:first\s+)?published|posted|date of publication|publication date|updated|last (?:update|updated"
    r"|modified)|modified|date)\b"
    r"(?:\s+(?:on|at|by))?\W*",
    re.IGNORECASE,
)

_LABEL_LAST = re.compile(
    r"(?<=\S\s)(?:first published|published|posted|last updated|updated)(?: on| at)?:?\s?$", re.IGNORECASE
)
LONGEST_BEHIND_STAMP = 25
"""Code points that may stand behind the stamp of a title: an agency, a zone."""
_CLOCK = re.compile(r"\bweather\b|\d\s?°|\btemperature\b|\btoday is\b|\bforecast\b|\bprayer times\b", re.IGNORECASE)
_PAPER = re.compile(rf"\b(?:{one_of(PAPERS)}|Radio|TV|Agency|Wire|Broadcasting|Television|Media)\b")
"""Words that name a newspaper or a station."""
_BY_NAME = re.compile(r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)[:\s]\s?(?:[A-Z][\w'’.-]{0,30}\s){1,3}[A-Z][\w'’-]")
_BY = re.compile(r"by\s", re.IGNORECASE)
_AGENCY = one_of(agencies())
_CREDIT = re.compile(
    rf"\W{{0,3}}(?:by |source\W{{1,3}}|with |from )?(?:the )?{_AGENCY}(?:(?:,| and|/| &"
    rf"|\s\|) {_AGENCY}){{0,3}}\W{{0,3}}"
    r"|\W?(?:additional |further )?(?:reporting|writing|editing) (?:by|from) .{2,240}"
    r"|.{2,100} contributed (?:to this (?:report|story|article)|reporting)(?: from .{2,50})?\W?",
    re.IGNORECASE,
)


class Header:
    """What stands above the story: `title` is its line, `wording` the title without the name of the site, `clocks`
    the dates of the day on which the page was looked at, `end` the number of lines that belong to the header."""

    def __init__(self) -> None:
        self.title: Line | None = None
        self.wording: str | None = None
        self.outlet: Line | None = None
        self.byline: Line | None = None
        self.stamps: list[Stamp] = []
        self.clocks: list[Stamp] = []
        self.kinds: dict[int, BlockKind] = {}
        self.end = 0


def is_date_line(line: Line) -> list[Stamp]:
    """The dates of a line that says little else."""
    if len(line.text) > 160:
        return []
    stamps = find_stamps(line.text, line.start)
    if not stamps:
        return []
    said = sum(s.end - s.start for s in stamps)
    label = _LABEL.match(line.text)
    rest = len(line.text) - said - (label.end() if label and label.end() <= stamps[0].start - line.start else 0)
    return stamps if rest <= 14 * len(stamps) or (label and rest <= 40) else []


def is_name_line(line: Line) -> bool:
    """Does the line look like one or more names of persons and nothing else?"""
    return len(line.text) <= 120 and _NAME.fullmatch(line.text) is not None


def is_credit_line(line: Line) -> bool:
    """Does the line name who wrote or filed the story, and nothing else ("By Jane Doe", "Jane Doe, Orla
    Times", "Reuters", "Additional reporting by AFP")?"""
    if len(line.text) > 260:
        return False
    name, comma, outlet = line.text.rpartition(", ")
    if comma and (is_domain(outlet) or outlet_of_name(outlet)) and is_name_line(Line(line.start, line.end, name)):
        return True
    return bool(_CREDIT.fullmatch(line.text) or (_BY.match(line.text) and is_name_line(line)))


def is_clock(line: Line) -> bool:
    """Does the line show the day on which the page was looked at: a date beside the weather, or called today's?"""
    if len(line.text) > LONGEST_CLOCK or not _CLOCK.search(line.text) or _LABEL.match(line.text):
        return False
    return bool(find_stamps(line.text))


def find_masthead(line: Line) -> tuple[Line, list[Stamp]] | None:
    """The name of an outlet and the date that a line holds ("Beira Courier, Thursday, March 12, 2026")."""
    stamps = find_stamps(line.text, line.start) if len(line.text) <= 120 else []
    if len(stamps) != 1 or line.end - stamps[0].end > 3:
        return None
    name = line.text[: stamps[0].start - line.start].strip(" ,|-–—·•")
    words = name.split()
    known = outlet_of_name(name) is not None or bool(words and _PAPER.search(name))
    if (
        not 1 <= len(words) <= 5
        or not known
        or not all(w[0].isupper() or w in ("of", "the", "and", "de") for w in words)
    ):
        return None
    return Line(line.start, line.start + len(name), name) if line.text.startswith(name) else line, stamps


def is_byline_start(line: Line) -> bool:
    """Does a short line begin like a byline ("By Jane Doe — November 18, 2019")?"""
    return len(line.text) <= 120 and _BY_NAME.match(line.text) is not None and not line.text.endswith(".")


def find_header(looks: Sequence[Look], known: str | None = None) -> Header:
    """The header of a plain report: a title line, then lines of outlet, byline and date in any order. `known` is the
    title that came with the document."""
    header = Header()
    for i, look in enumerate(looks[:REACH]):
        line = look.line
        masthead = find_masthead(line)
        if masthead:
            header.outlet = header.outlet or masthead[0]
        stamps = masthead[1] if masthead else is_date_line(line)
        if is_clock(line):
            header.clocks += find_stamps(line.text, line.start)
            header.kinds[i] = "chrome"
        elif stamps:
            header.stamps += stamps
            header.kinds[i] = "date"
        elif is_domain(line.text) or outlet_of_name(line.text):
            header.outlet = header.outlet or line
            header.kinds[i] = "chrome"
        elif header.title is None and _may_be_title(looks, i, known):
            header.title, printed = _without_stamp(line)
            header.stamps += printed
            header.kinds[i] = "title"
        elif header.title and fold(line.text) == fold(header.title.text):
            header.kinds[i] = "other"
        elif not header.byline and _is_byline(header, looks, i, known):
            header.byline = line
            header.kinds[i] = "byline"
        else:
            break
        header.end = i + 1
    if known and (header.title is None or fold(header.title.text) != fold(known)):
        header.wording = " ".join(known.split())
    elif header.title:
        outlet = header.outlet.text if header.outlet else None
        header.wording = strip_site(header.title.text, outlet, [x.line for x in looks[1:]])
    return header


def _may_be_title(looks: Sequence[Look], i: int, known: str | None) -> bool:
    """Is the first line, or one below a date or outlet, a title: no paragraph, no menu, no line that holds a dateline;
    a sentence with a full stop only above a line of a header? Where the document brings a title, it shares words with
    that."""
    look = looks[i]
    if known and len(content(look.words) & stems(known)) < min(SHARED_WITH_KNOWN, len(stems(known))):
        return False
    if _BY_NAME.match(look.line.text) or find_inside(look.line.text, 0, len(look.line.text)):
        return False
    if i and (len(look.words) < 3 or ends_like_prose(look.line.text) or is_name_line(look.line)):
        return False
    if len(looks) < i + 2 or len(look.line.text) > LONGEST_TITLE or len(look.words) < 2 or look.page >= 0.5:
        return False
    if not look.line.text.rstrip("\"”’'").endswith("."):
        return True
    below = looks[i + 1].line
    return len(look.words) <= 18 and bool(is_date_line(below) or is_domain(below.text) or outlet_of_name(below.text))


def _without_stamp(line: Line) -> tuple[Line, list[Stamp]]:
    """The line of a title without the labelled stamp that ran into it ("Dyke breaks Updated: 2016-11-10 (AFP)")."""
    stamps = find_stamps(line.text, line.start)
    label = _LABEL_LAST.search(line.text[: stamps[0].start - line.start]) if stamps else None
    if label is None or line.end - stamps[-1].end > LONGEST_BEHIND_STAMP:
        return line, []
    text = line.text[: label.start()].rstrip(" |-–—")
    return Line(line.start, line.start + len(text), text), stamps


def _is_byline(header: Header, looks: Sequence[Look], i: int, known: str | None) -> bool:
    """Is a line of the header who wrote the story: below the title, or above the story where the title is known?"""
    if header.title and is_name_line(looks[i].line) and _something_follows(looks, i):
        return True
    return known is not None and is_credit_line(looks[i].line)


def _something_follows(looks: Sequence[Look], i: int) -> bool:
    """A byline stands beside a date, or right above a paragraph."""
    below = looks[i + 1 : i + 3]
    return any(is_date_line(x.line) or x.prose > 1 for x in below)


def header_pieces(header: Header, looks: Sequence[Look]) -> list[Piece]:
    """The header's lines as pieces, what ran into the title as a date of its own."""
    pieces = [Piece(looks[i].line.start, looks[i].line.end, kind) for i, kind in sorted(header.kinds.items())]
    title = next((i for i, p in enumerate(pieces) if p.kind == "title"), None)
    if header.title and title is not None and header.title.end < pieces[title].end:
        stamp = pieces[title]._replace(start=header.title.end, kind="date")
        pieces[title : title + 1] = [pieces[title]._replace(end=header.title.end), stamp]
    return pieces
