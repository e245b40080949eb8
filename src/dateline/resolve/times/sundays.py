"""Stamp, what a report names -> which week is its "last week", when it was written on a Sunday?

On a Sunday the week is over for some and has begun for others: "last week" is the one that ends with the day, or the
one before. The days that the report tells as past show which; where they do not, it may be either.
"""

from collections.abc import Sequence

from dateline.resolve.times import calendar as c
from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.dayafter import WEEK, Named, days_off
from dateline.resolve.times.frame import Frame

SUNDAY = 6


def last_week(published: Stretch | None, named: Sequence[Named]) -> Stretch | None:
    """The "last week" of a report of a Sunday; null on any other day."""
    day = Frame(published=published).day
    if published is None or day is None or day.weekday() != SUNDAY:
        return None
    past = [days for n in map(_begun, named) if n.ahead <= 0 and (days := days_off(n, published, 2 * WEEK)) is not None]
    ending, before = c.week(day), c.week(c.shift(day, -1, "week"))
    in_ending = any(-WEEK < days < 0 for days in past)
    in_before = any(days <= -WEEK for days in past)
    if in_ending == in_before:
        return c.days(before.first, ending.last)
    return ending if in_ending else before


def _begun(named: Named) -> Named:
    """With the day since which it is so."""
    return named._replace(says=named.says.start) if isinstance(named.says, x.Since) and named.says.start else named
