"""Qualifier -> its rank among the hedges of one number: which of equal counts is true of all of them."""

from typing import Final

from dateline.model.mention import Qualifier

_OPEN: Final[tuple[Qualifier, ...]] = ("at_least", "about", "more_than", "up_to", "fewer_than", "range")


def openness(qualifier: Qualifier) -> int:
    """How much a hedge leaves open, the most first: whoever counts a plain 50 also counts at least 50."""
    return _OPEN.index(qualifier) if qualifier in _OPEN else len(_OPEN)
