"""An event's own clause -> its place, where grammar tells it: "evacuated from Sabha", "rebels from Sabha let out".

What stands right behind a trigger of leaving is left by it and by nothing told before; and a place beyond a comma
gives way to one in the clause of the trigger.
"""

import re
from collections.abc import Sequence

from dateline.english.numerals import ONE_TO_TWELVE
from dateline.model import EventMention, Range, Span
from dateline.resolve.entities.page import Page, starting_in
from dateline.resolve.where.described import Site
from dateline.resolve.where.sites import LEAVING, Sites

LEFT = re.compile(
    r"(?i)\s+(?:[\w-]+\s+){0,3}?(?:from|out of)\s+(?:the\s+)?(?:(?!(?:and|as|to|by|with|in|at|near)\b)[\w’'-]+\s+){0,4}"
)
"""What stands between people who leave and where they leave: " safe passage out of the village of "."""

LET_OUT = re.compile(r"(?i)(?:[\w-]+\s+){0,4}?out of\b|(?:[\w-]+\s+){0,3}?(?:passage|exit)\s+from\b")
"""What makes a grant one of leaving a place."""

OUT = re.compile(r"(?i)\s*(?:[\w-]+\s+){0,4}?(?:out|to leave|exit)\b(?!\s+of\b)")
"""Behind a grant: where to is not said, nor where from."""

STORES = re.compile(
    r"(?i)\bfrom\s+(?:[\w’'-]+\s+){0,4}?(?:hubs?|bases?|warehouses?|depots?|headquarters|offices?|stor(?:es?|age)"
    r"|stockpiles?)\s+(?:in|at|near|outside)\s+(?:the\s+)?$"
)
"""What stands before where goods or forces come from: "from its hub in "."""
A_PART = re.compile(
    rf"(?i)\bincluding\s+(?:at\s+least\s+)?(?:\d+|{'|'.join(ONE_TO_TWELVE)}|some|several|many|most|dozens)\s+"
    r"(?:in|at|near|on)\s+[^,;:]*$"
)
"""Before a place where only some of those told of are: "including one in "."""
COMING_FROM = re.compile(r"(?i)\bfrom\s+(?:the\s+)?(?:(?:town|village|city)\s+of\s+)?$")
IN = re.compile(r"(?i)\b(?:in|inside|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,5}$")
OPENING = re.compile(r"^\s*(?:In|At|Across|Throughout|Inside)\s+(?:[\w’'-]+\s+){0,4}$")
"""A place that opens a sentence holds for all of it."""

CLAUSE = re.compile(r"[,;:–—]")
DESCRIBED_FROM = re.compile(r",\s+(?:[a-z]+ing\s+)?(?:[a-z]+\s+){0,2}?from\s+(?:the\s+)?$")
"""What stands before where somebody is from who is only described: ", a teacher from "."""
RELATED = re.compile(
    r"(?i)\b(?:after|following|since|before|until)\s+(?:the|this|that|these|those)\s+(?:[\w.-]+\s+){0,2}$"
)
"""What stands before an event told already, to which a sentence relates another: "since the first raid"."""
NAMING = re.compile(r"(?:(?:,|,?\s+and)\s+[A-Z][\w’'-]*)*\s+(?:[a-z]+\s+)?")
"""What stands between a place and the event that is called by it: "the Sabha and Halba terror attacks"."""
SIGHT = 120
"""Code points behind a trigger within which its own clause names a place."""


def left_by(page: Page, sites: Sites, event: EventMention) -> Site | None:
    """The site that an event's own words say is left; of people let out of somewhere, where they are from."""
    if event.kind not in LEAVING and event.kind != "concession":
        return None
    at, end = event.trigger, event.sentence.end
    first = at.text.split()[0]  # the trigger may be one word, or "granted safe passage out"
    granted = page.text[at.start + len(first) : end]
    if event.kind == "concession" and not LET_OUT.match(granted.lstrip()):
        return _from_before(page, sites, event) if OUT.match(granted) else None
    behind = starting_in(sites.all, Range(start=at.end, end=min(end, at.end + SIGHT)))
    return next((s for s in behind if LEFT.fullmatch(page.text[at.end : s.start])), None)


def _from_before(page: Page, sites: Sites, event: EventMention) -> Site | None:
    before = starting_in(sites.all, Range(start=event.sentence.start, end=event.trigger.start))
    return next((s for s in reversed(before) if s.named and COMING_FROM.search(page.before(s.start))), None)


def is_left_by_later(at: Span, site: Site, left: Sequence[tuple[Span, Site]]) -> bool:
    """Whether a site is what a later trigger of leaving leaves: `left`, the triggers of the report with theirs."""
    return any(own == site and at.end <= trigger.start < site.start for trigger, own in left)


def in_clause(page: Page, sites: Sites, at: Span, argument: Span, sentence: Range) -> Site | None:
    """The named site after "in" within the commas around a trigger, where the argument stands before them and does not
    open its sentence."""
    text = page.text
    before = sentence.start <= argument.start and argument.end <= at.start
    if not before or not CLAUSE.search(text, argument.end, at.start):
        return None
    if OPENING.fullmatch(text[sentence.start : argument.start]) or OPENING.match(argument.text + " "):
        return None
    start = max(m.end() for m in CLAUSE.finditer(text, argument.end, at.start))
    after = CLAUSE.search(text, at.end, sentence.end)
    end = min(after.start() if after else sentence.end, at.end + SIGHT)
    inside = [
        s for s in starting_in(sites.all, Range(start=start, end=end))
        if s.named and s.start not in sites.sourced | sites.locating and IN.search(text[start : s.start])
    ]  # fmt: skip
    return min(inside, key=lambda s: (abs(s.start - at.start), s.start), default=None)


def is_origin(page: Page, site: Site) -> bool:
    """Whether people or goods only come from a site: "a man from Deir near Sabha", "flown from its hub in Sabha"."""
    before = page.before(site.start)
    return COMING_FROM.search(before) is not None or STORES.search(before) is not None


def is_of_a_part(page: Page, at: Span, site: Site) -> bool:
    """Whether only some of what is told of are at a site: "30 guards across the country, including two in Sabha"."""
    return at.end < site.start and A_PART.search(page.text, at.end, site.start) is not None


def is_only_described(page: Page, at: Span, site: Site) -> bool:
    """Whether a site before a trigger is where somebody is from, between commas: "A nurse, a cousin from Sabha,
    fled" fled no Sabha."""
    described = site.end <= at.start and DESCRIBED_FROM.search(page.before(site.start)) is not None
    return described and "," in page.text[site.end : at.start]


def is_only_related(page: Page, at: Span, site: Site) -> bool:
    """Whether an event told already is only related to what happens at a site: "ill since the raid, she lives near
    Sabha"; its own place stands right behind it."""
    if RELATED.search(page.before(at.start)) is None:
        return False
    return site.start < at.end or CLAUSE.search(page.text, at.end, site.start) is not None


def names_another(page: Page, at: Span, site: Site, triggers: Sequence[Span]) -> bool:
    """Whether a site tells which other event is meant: those treated as in "an echo of the Sabha attacks"."""
    behind = starting_in(triggers, Range(start=site.end, end=site.end + SIGHT))
    return any(t != at and NAMING.fullmatch(page.text, site.end, t.start) for t in behind)
