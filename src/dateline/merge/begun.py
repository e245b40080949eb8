"""publication days of reports -> the day on which a story begins to be news."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

LONG_AGO = 92
"""Days from which on what came before is another occasion."""
SEVERAL = 3
"""Originals that make the news beside one that came long before."""


def news_begun(days: Sequence[tuple[date, str | None]]) -> date:
    """The first of some days, each with an original; but not that of one original that came long before several others:
    a report of last year's flood is what came before this year's."""
    ordered = sorted(days, key=lambda x: x[0])
    begun = ordered[0][0]
    for at, ((before, _), (day, _)) in enumerate(pairwise(ordered), 1):
        if (day - before).days <= LONG_AGO:
            continue
        early, late = ({original for _, original in part} for part in (ordered[:at], ordered[at:]))
        if len(early) == 1 and len(late - early) >= SEVERAL:
            begun = day
    return begun
