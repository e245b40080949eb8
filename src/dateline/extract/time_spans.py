"""Spans of times -> the same, each whole: "Friday," and "Sept. 2" side by side are one date.

The network marks an expression now and then in two pieces, or only the small word it begins with. A weekday and the
date behind it are one; a small word belongs to the time it touches, and by itself tells no time.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.english.calendar import MONTH_STARTS, WEEKDAYS
from dateline.english.patterns import one_of
from dateline.extract.passage import Stretch

_SMALL: Final = re.compile(
    r"(?:(?:an?|the|this|that|these|those|in|at|on|by|of|to|since|within|over|for|from|until|till|up|back|just|about"
    r"|around|every|each|per|before|during|through|throughout)(?:[ ,]+|$))+",
    re.I,
)
_WEEKDAY: Final = re.compile(rf"(?:on )?{one_of(WEEKDAYS)},?", re.I)
_DATE: Final = re.compile(rf"\d\d?\b|{one_of(MONTH_STARTS)}[a-z]*\.? \d\d?\b", re.I)
_TOUCHING: Final = re.compile(r"[ ,]*")


def whole_times(times: Sequence[Stretch], text: str) -> list[Stretch]:
    """The times in order, pieces of one expression joined, small words without a time left out."""
    joined: list[Stretch] = []
    for time in sorted(times, key=lambda t: (t.start, t.end)):
        if joined and _are_one(joined[-1], time, text):
            joined[-1] = replace(time, start=joined[-1].start, chance=min(joined[-1].chance, time.chance))
        else:
            joined.append(time)
    return [t for t in joined if not _SMALL.fullmatch(text, t.start, t.end)]


def _are_one(first: Stretch, second: Stretch, text: str) -> bool:
    """Whether two times in order are pieces of one expression."""
    if not _TOUCHING.fullmatch(text, first.end, second.start):
        return False
    if _WEEKDAY.fullmatch(text, first.start, first.end):
        return _DATE.match(text, second.start, second.end) is not None
    return _SMALL.fullmatch(text, first.start, first.end) is not None
