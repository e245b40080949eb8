"""Where, Times of a report -> its precedents: the earlier cases that it lists.

"Here are some of the worst ferry accidents of past years: …  The captain is rescued; he is sent to prison." Such a list
stands below a story as its background; what an item goes on to tell belongs to that item's day and place, never to
the report's own story.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta

from dateline.model import Range, Time
from dateline.resolve.entities.page import starting_in
from dateline.resolve.times import calendar
from dateline.resolve.where.asides import Aside
from dateline.resolve.where.where import Where

RECENT = timedelta(days=30)
"""What is dated so close to the publication may be the report's own story."""
LISTED = re.compile(
    r"(?i)\b(?:past|previous|earlier|recent|other|similar|major|notable|worst|deadliest|bloodiest|biggest|largest|"
    r"history|timeline|chronology|decades?|since (?:19|20)\d\d|most (?:serious|deadly|destructive))\b"
)
CASES = re.compile(
    r"(?i)\b(?:attacks|shootings|bombings|blasts|explosions|massacres|killings|assassinations|abductions|kidnappings|"
    r"hijackings|raids|riots|coups|accidents|crashes|collisions|derailments|disasters|tragedies|sinkings|fires|floods|"
    r"storms|hurricanes|cyclones|typhoons|earthquakes|quakes|eruptions|landslides|outbreaks|epidemics|pandemics|famines|droughts|wars|scares|crises|incidents)\b"
)
OPENS = re.compile(r"(?::|[\w)])\s*$")
"""How the line ends that a list stands under: with a colon, or as a heading does."""
GLUED = re.compile(r":\s*(?:\\?\*|•)\s")
"""Where the first item of a list stands behind its colon, on the same line."""
ITEM = re.compile(r"\\?\*|•")
"""What an item of a list may begin with; without a date it goes on with none before it."""
FEWEST = 2
"""Earlier cases that make a list."""

Case = list[Range]
"""The sentences that tell of one earlier case."""


def precedents_of(where: Where, times: Sequence[Time]) -> list[Case]:
    """The earlier cases that a report lists, in text order; none where it has no such list. Each begins with a line
    that dates it, and where the list has bullets with such a one; a line of days near the publication alone is no
    earlier case, nor is what follows it."""
    published, lines = calendar.read(where.page.report.published.value), list(lines_of(where))
    headings = [Range(start=b.start, end=b.end) for b in where.page.report.blocks if b.kind == "other"]
    openings = [o.end for o in (*headings, *(line[-1] for line in lines)) if is_opening(where, o)]
    glued = [s.start for line in lines for s in line if opened_at(where, s) is not None]
    begin = min((*openings, *glued), default=len(where.page.text))
    listed = lines[bisect_left(lines, begin, key=lambda ln: ln[0].start) :]
    bulleted = sum(_is_item(where, line) for line in listed) >= FEWEST
    cases: list[Case] = []
    case: Case | None = None
    for line in listed:
        told, item = dated_in(times, Range(start=line[0].start, end=line[-1].end)), _is_item(where, line)
        old = published is not None and any(stretch.last < published.first - RECENT for stretch in told)
        if item and not told:
            case = None
        elif told and not (case and old and bulleted and not item):
            case = [] if old else None
            if case is not None:
                cases.append(case)
        if case is not None:
            case.extend(line)
    return cases if len(cases) >= FEWEST else []


def lines_of(where: Where) -> Iterator[Case]:
    """The lines of the text below its title, each with its sentences."""
    title, line = where.page.report.title_span, Case()
    for sentence in where.page.sentences:
        if title is not None and sentence.start < title.end:
            continue
        if line and sentence.start >= where.page.line(line[0].start).end:
            yield line
            line = []
        line.append(sentence)
    if line:
        yield line


def is_opening(where: Where, stretch: Range) -> bool:
    """Whether a list of earlier cases stands under a sentence or a heading."""
    told = where.page.text[stretch.start : stretch.end]
    return bool(OPENS.search(told) and LISTED.search(told) and CASES.search(told))


def opened_at(where: Where, stretch: Range) -> int | None:
    """Where a list of earlier cases begins within a sentence: its first item stands behind the colon."""
    found = GLUED.search(where.page.text, stretch.start, stretch.end)
    if found is None or not is_opening(where, Range(start=stretch.start, end=found.start() + 1)):
        return None
    return found.end()


def _is_item(where: Where, line: Case) -> bool:
    """Whether a line begins with a bullet."""
    return ITEM.match(where.page.text, line[0].start) is not None


def dated_in(times: Sequence[Time], stretch: Range) -> list[calendar.Stretch]:
    """The dates told in a stretch of text."""
    return [found for t in starting_in(times, stretch) if (found := calendar.read(t.value)) is not None]


def asides_in(where: Where, cases: Sequence[Case], times: Sequence[Time]) -> dict[int, Aside]:
    """What each case goes on with: the first event that it dates, and where that was."""
    puts = dict(zip((e.trigger for e in where.events), where.puts, strict=True))
    found: dict[int, Aside] = {}
    for case in cases:
        dated = [Range(start=opened_at(where, s) or s.start, end=s.end) for s in case if dated_in(times, s)]
        first = next((t for s in dated for t in starting_in(where.triggers, s)), None)
        if first is not None:
            behind = [s for s in case if s.start > first.start]
            found |= {s.start: Aside(first, puts[first].place) for s in behind}
    return found
