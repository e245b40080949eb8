"""Sites of a report -> the place that it is about."""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.model import Range
from dateline.resolve.entities.page import Page, contains, overlaps
from dateline.resolve.where.atlas import Atlas
from dateline.resolve.where.described import Site
from dateline.resolve.where.sites import AT, BESIDE, FROM, TO, Sites

YEAR = re.compile(r"(?i)\b(?:in|of|during|the)\s+(?:\w+\s+)?((?:19|20)\d\d)\b")
"""A year in which something was."""
LEAD = 6
"""Sentences at the start of a report that tell what it is about."""
PASSING = 4
"""How many times more often than a town another place is named, where the town is named in passing."""
SHARE, LAND = 0.3, 0.5
"""The share of its located events that the place of a report holds, and that a country does."""
MANY = 10
"""Events of a report that puts some of them somewhere, if it is about a place that its lead does not name."""


def find_focus(page: Page, sites: Sites, atlas: Atlas, located: Sequence[str]) -> str | None:
    """The place that a report speaks of most, or else its country, if its events are there. `located`: the places that
    their own sentences give its events."""
    place = spoken_of(page, sites, atlas, located)
    rings = (place, atlas.country_of(place)) if place is not None else ()
    return next((ring for ring in rings if ring and holds_share(ring, located, atlas)), None)


def spoken_of(page: Page, sites: Sites, atlas: Atlas, located: Sequence[str]) -> str | None:
    """The place that the lead names first and most, a town before a country; else the one that most reports of the
    story name; else a town that is more than named in passing; of many events put nowhere, none."""
    lead = [s for s in page.sentences if not is_aside(page, s)][:LEAD]
    votes: Counter[str] = Counter()
    first: dict[str, int] = {}
    for site in told_now(page, sites):
        entity = atlas.settlement(site.entity)
        votes[entity] += 1
        before = page.before(site.start)
        told = site.start not in sites.locating and any(pattern.search(before) for pattern in (AT, BESIDE, FROM, TO))
        if told and any(contains(s, site) for s in lead):
            votes[entity] += 2
            first.setdefault(entity, site.start)
    fine = [e for e in votes if atlas.is_local(e)]
    leading = [e for e in fine if e in first]
    if leading:
        votes[min(leading, key=lambda e: first[e])] += 6
        return min(leading, key=lambda e: (-votes[e], first[e]))
    if atlas.scene in votes:
        return atlas.scene
    if not located and len(page.reading.events) >= MANY:
        return None
    most = max(votes.values(), default=0)
    fine = [e for e in fine if PASSING * votes[e] >= most]
    return min(fine or votes, key=lambda e: (-votes[e], first.get(e, len(page.text)), e), default=None)


def told_now(page: Page, sites: Sites) -> list[Site]:
    """The names that tell what a report is about: those of no source, and of no place that it names only of a year gone
    by or under pictures, if others are left."""
    own = [s for s in sites.all if s.named and s.start not in sites.sourced]
    gone = re.findall(r"\d{4}", page.report.published.value or "")[:1]
    present = set[str]()
    for site in own:
        sentence = page.sentence_range(site.start)
        years = YEAR.findall(page.text, sentence.start, sentence.end)
        if not is_aside(page, sentence) and not (gone and any(year < gone[0] for year in years)):
            present.add(site.entity)
    return [site for site in own if site.entity in present] or own


def holds_share(place: str, located: Sequence[str], atlas: Atlas) -> bool:
    """Whether enough of the events lie at or around a place: a commentary that names Sabha first and tells of votes in
    Peru, a strike in Chile and a storm in Mali is about no place."""
    around = sum(atlas.is_around(other, place) for other in located)
    if place in atlas.countries:
        return around >= LAND * len(located)
    return len(located) == 1 or around >= SHARE * len(located)


def is_aside(page: Page, sentence: Range) -> bool:
    """Whether a sentence stands under a picture, which may show another place: in a caption, or between the title and
    the dateline that opens the report."""
    dateline, title = page.report.dateline, page.report.title_span
    opening = dateline is not None and sentence.end <= dateline.start < len(page.text) // 3
    if opening and not (title is not None and overlaps(title, sentence)):
        return True
    return any(b.kind == "caption" and contains(b, sentence) for b in page.report.blocks)
