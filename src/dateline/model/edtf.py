"""EDTF value -> days: the part of ISO 8601-2 that Dateline writes, read back."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]
"""The first and the last day that a value may mean."""

PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@lru_cache(maxsize=4096)
def bounds(value: str | None) -> Days | None:
    """The first and last day of a value, `..` reaching to the ends of the calendar; None when it has no day."""
    if not value:
        return None
    parts = re.sub(r"T[0-9:.Z+-]*|[~?%]", "", value).split("/")
    first, last = _day(parts[0], last=False), _day(parts[-1], last=True)
    return (first, last) if first and last and first <= last else None


def _day(part: str, *, last: bool) -> date | None:
    if part in ("", ".."):
        return date.max if last else date.min
    match = PART.fullmatch(part)
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    assert year is not None
    try:
        if day and month:
            return date(year, month, day)
        if month:
            return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
        return date(year, 12, 31) if last else date(year, 1, 1)
    except ValueError:
        return None


def width(days: Days) -> int:
    """How many days lie in the bounds."""
    return (days[1] - days[0]).days + 1


def overlap(a: Days, b: Days, *, slack: int = 0) -> bool:
    """Whether two bounds share a day, or lie no more than `slack` days apart."""
    reach = timedelta(days=slack)
    return earlier(a[0], reach) <= b[1] and earlier(b[0], reach) <= a[1]


def earlier(day: date, reach: timedelta) -> date:
    """The day that lies so far before another, or the first of the calendar."""
    return day - reach if day - date.min > reach else date.min


def precision(value: str | None) -> str | None:
    """`day`, `month` or `year` for a plain value, `range` for an interval, None when there is no value."""
    if bounds(value) is None or value is None:
        return None
    if "/" in value:
        return "range"
    return {1: "year", 2: "month"}.get(len(re.sub(r"T.*|[~?%]", "", value).split("-")), "day")
