"""Sites of a report -> the place that it is about."""

from collections import Counter
from collections.abc import Sequence

from dateline.model import Range
from dateline.resolve.attach.atlas import Atlas
from dateline.resolve.attach.sites import AT, BESIDE, FROM, TO, Sites
from dateline.resolve.entities.page import Page, contains, overlaps

LEAD = 6
"""Sentences at the start of a report that tell what it is about."""
PASSING = 4
"""How many times more often than a town another place is named, where the town is named in passing."""
SHARE, FEW = 0.3, 2
"""The share of its located events that the place of a report holds, where more than a few are located."""


def find_focus(page: Page, sites: Sites, atlas: Atlas) -> str | None:
    """The place that the lead names first and most, a town before a country; else the one that most reports of the
    story name; else a town that is more than named in passing."""
    lead = [s for s in page.sentences if not is_aside(page, s)][:LEAD]
    votes: Counter[str] = Counter()
    first: dict[str, int] = {}
    for site in sites.all:
        if site.start in sites.sourced or not site.named:
            continue
        entity = atlas.settlement(site.entity)
        votes[entity] += 1
        before = page.before(site.start)
        told = any(pattern.search(before) for pattern in (AT, BESIDE, FROM, TO))
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
    most = max(votes.values(), default=0)
    fine = [e for e in fine if PASSING * votes[e] >= most]
    return min(fine or votes, key=lambda e: (-votes[e], first.get(e, len(page.text)), e), default=None)


def holds_share(place: str, located: Sequence[str], atlas: Atlas) -> bool:
    """Whether enough of the places that a report gives its events lie at or around one: a commentary that names "Sabha"
    first and tells of votes in Peru, a strike in Chile and a storm in Mali is about no place."""
    around = sum(atlas.is_around(other, place) for other in located)
    return len(located) < FEW or around >= SHARE * len(located)


def is_aside(page: Page, sentence: Range) -> bool:
    """Whether a sentence stands under a picture, which may show another place: in a caption, or between the title and
    the dateline that opens the report."""
    dateline, title = page.report.dateline, page.report.title_span
    opening = dateline is not None and sentence.end <= dateline.start < len(page.text) // 3
    if opening and not (title is not None and overlaps(title, sentence)):
        return True
    return any(b.kind == "caption" and contains(b, sentence) for b in page.report.blocks)
