"""Clue, Clue -> do both tell of what goes on for weeks? Was one over long before the news of the other?"""

from collections.abc import Iterable, Sequence

from dateline.merge.happenings.clues import Clue
from dateline.merge.kinds import LASTING
from dateline.model.edtf import overlap

LONG_AGO = 60
"""Days before the news from which on nothing is meant by a word alone."""
YEAR = 366
MONTH = 30


def lasts(a: Clue, b: Clue) -> bool:
    """Whether both tell of what goes on for weeks, within a month, and not in years apart."""
    going = "ongoing" in a.statuses and "ongoing" in b.statuses and bool(a.kinds & b.kinds & LASTING)
    if not going or a.news is None or b.news is None or not overlap(a.news, b.news, slack=MONTH):
        return False
    return a.days is None or b.days is None or overlap(a.days, b.days, slack=YEAR)


def of_old(a: Clue, b: Clue) -> bool:
    """Whether the words of the one give days long before the news that tells the other, of which neither its own words
    nor those around it say that it was then."""
    if a.days is None or b.days or b.news is None or (b.around and overlap(a.days, b.around)):
        return False
    return (b.news[0] - a.days[1]).days > LONG_AGO


def is_over(a: Clue, b: Clue) -> bool:
    """Whether the one was over long before the news in which the other goes on."""
    days = a.days or a.around
    if "ongoing" not in b.statuses or not a.kinds & b.kinds & LASTING or days is None or b.news is None or b.days:
        return False
    return not (b.around and overlap(days, b.around)) and (b.news[0] - days[1]).days > LONG_AGO


def any_over(some: Iterable[Clue], others: Sequence[Clue]) -> bool:
    """Whether anything told on one side was over long before something on the other goes on."""
    return any(is_over(a, b) or is_over(b, a) for a in some for b in others)
