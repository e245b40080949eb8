"""happening -> the words that it goes by: a storm goes on for days over many places, and is known by its word."""

from dateline.model import Happening
from dateline.model.edtf import bounds
from dateline.tell.told import Told
from dateline.tell.words import stems

WIDE = frozenset({"hazard"})
"""Kinds that befall many places at once, for days."""

ROOT = 3
"""Letters that the forms of a verb share: `strikes` and `struck`, `hits` and `hit`."""

MONTH = 31
"""Days within which what is called by one word is one storm, flood or quake."""


def words_of(happening: Happening, told: Told) -> set[str]:
    """The roots of the words that a happening goes by."""
    return {word[:ROOT] for e in happening.events for word in stems(told.events[e].trigger.text)}


def are_one_hazard(one: Happening, other: Happening, told: Told) -> bool:
    """Whether two happenings are one storm, told of at two places or on two days: its dead are found for weeks."""
    if one.kind != other.kind or one.kind not in WIDE or not words_of(one, told) & words_of(other, told):
        return False
    days, others = bounds(one.start), bounds(other.start)
    return days is None or others is None or abs((days[0] - others[0]).days) <= MONTH


def is_onset(happening: Happening, main: Happening, told: Told) -> bool:
    """Whether a happening is how the storm that leads came: the first of what is told of it, before what leads."""
    start = happening.start or ""
    if start >= (main.start or "") or not are_one_hazard(happening, main, told):
        return False
    return not any((h.start or start) < start and are_one_hazard(h, main, told) for h in told.agreement.happenings)
