"""Stamp, what a report names -> is the weekday after the stamp told as past, and so the next day?

A report is stamped by the clock of its outlet when it first goes up. What it tells may have happened on the day after:
where the sun rises earlier ("a dam broke on Tuesday", stamped on Monday evening), or after midnight, when a page that
tells of the evening grows ("the rink was searched early Saturday"). The weekday is then not the one six days back. One
weekday without "last" or "next" means one date throughout a report.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.frame import Frame
from dateline.resolve.times.valuing import place

DAWN = "12:00"
"""By this hour of the stamp the next day has begun where the sun rises first."""
EVENING = 18
WEEK = 7


class Named(NamedTuple):
    """A time that a report names, how it stands to now (1 to come, -1 past, 0 not said), and in which sentence."""

    says: x.Expression
    ahead: int
    sentence: int


def tells_next_day(published: Stretch | None, named: Sequence[Named]) -> bool:
    """Whether the weekday after the stamp is the next day wherever the report names it bare: where one mention of it
    looks ahead or has no verb; where the report gives the date of that day as past; where it is the first day that the
    report tells, and tells alone ("who was hurt on Friday died on Wednesday" goes back); or the first is its eve."""
    if published is None or published.grain not in ("day", "minute") or not _has_dawned(published):
        return False
    weekday = (published.first.weekday() + 1) % WEEK
    bare = [n for n in named if _is_bare(n.says, weekday)]
    if not bare:
        return False
    past = [(n, days) for n in named if n.ahead <= 0 and (days := days_off(n, published)) is not None]
    if any(n.ahead >= 0 for n in bare) or any(isinstance(n.says, x.Date) and days == 1 for n, days in past):
        return True
    told = [(n, days) for n, days in past if not (isinstance(n.says, x.Date) and days == 0)]
    first, days = told[0]
    if _is_bare(first.says, weekday):
        return all(_is_bare(n.says, weekday) for n, _ in told if n.sentence <= first.sentence + 1)
    return days == 0 and _is_evening(first.says)


def goes_on_next_day(published: Stretch | None, named: Sequence[Named]) -> bool:
    """Whether a page that was stamped in the evening was written on the next day: it first dates its news by the
    stamp's own day and calls that "last night" ("The rink burned on Thursday. ... Divers searched it last night")."""
    if published is None or published.edtf[11:13] < str(EVENING):
        return False
    past = [(n.says, days_off(n, published)) for n in named if n.ahead <= 0]
    first = next((days for says, days in past if days is not None and isinstance(says, (x.Weekday, x.Feast))), None)
    last_night = any(isinstance(says, x.Today) and says.offset == -1 and _is_evening(says) for says, _ in past)
    return first == 0 and last_night


def _has_dawned(published: Stretch) -> bool:
    """Had the next day begun anywhere? A stamp of midnight gives the day only."""
    return published.edtf[11:16] in ("", "00:00") or published.edtf[11:16] >= DAWN


def _is_bare(says: x.Expression, weekday: int) -> bool:
    return isinstance(says, x.Weekday) and says.weekday == weekday and says.side is None and says.week is None


def days_off(named: Named, published: Stretch, reach: int = WEEK) -> int | None:
    """How many days from the stamp the day is that is named; null for what is no day, or lies as far off as the
    reach."""
    if not isinstance(named.says, (x.Weekday, x.Today, x.Date, x.Feast)):
        return None
    stretch = place(named.says, Frame(published=published, direction=named.ahead)).stretch
    if stretch is None or stretch.first != stretch.last:
        return None
    days = (stretch.first - published.first).days
    return days if -reach < days < reach else None


def _is_evening(says: x.Expression) -> bool:
    hour = (getattr(says, "clock", None) or getattr(says, "part", None) or "")[:2]
    return hour.isdigit() and int(hour) >= EVENING
