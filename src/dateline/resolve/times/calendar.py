"""Calendar units -> Stretch: a stretch of days with its EDTF form, and the arithmetic between stretches."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

from dateline.model import Record

Unit = Literal["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
Grain = Literal["minute", "day", "week", "month", "year", "range"]
DURATION_LETTER = {"day": "D", "week": "W", "month": "M", "year": "Y"}


class Stretch(Record, frozen=True):
    """The days `first` to `last`, both included, and how EDTF writes them."""

    first: date
    last: date
    edtf: str
    grain: Grain


def day(when: date, clock: str | None = None) -> Stretch:
    """One day, or a minute of it (`clock` is HH:MM)."""
    if clock:
        return Stretch(first=when, last=when, edtf=f"{when.isoformat()}T{clock}", grain="minute")
    return Stretch(first=when, last=when, edtf=when.isoformat(), grain="day")


def minutes(clock: str) -> int:
    """The minutes of a clock (HH:MM) since midnight."""
    return 60 * int(clock[:2]) + int(clock[3:])


def other_half(clock: str) -> str:
    """The same clock in the other half of the day."""
    return f"{(int(clock[:2]) + 12) % 24:02}{clock[2:]}"


def minutes_after(clock: Stretch, count: int) -> Stretch:
    """So many minutes after a minute of a day."""
    later, rest = divmod(minutes(clock.edtf[11:16]) + count, 24 * 60)
    return day(clock.first + timedelta(later), f"{rest // 60:02}:{rest % 60:02}")


def days(first: date, last: date) -> Stretch:
    """From one day to another, or the one day."""
    if first == last:
        return day(first)
    return Stretch(first=first, last=last, edtf=f"{first.isoformat()}/{last.isoformat()}", grain="range")


def week(when: date) -> Stretch:
    """The week, Monday to Sunday, that holds the day."""
    monday = when - timedelta(when.weekday())
    sunday = monday + timedelta(6)
    return Stretch(first=monday, last=sunday, edtf=f"{monday.isoformat()}/{sunday.isoformat()}", grain="week")


def weekend(when: date) -> Stretch:
    """Saturday and Sunday of the week that holds the day."""
    saturday = when - timedelta(when.weekday()) + timedelta(5)
    return days(saturday, saturday + timedelta(1))


def month(year_number: int, month_number: int) -> Stretch:
    """One month; `month_number` may run over either end of the year."""
    year_number, month_number = year_number + (month_number - 1) // 12, (month_number - 1) % 12 + 1
    last = calendar.monthrange(year_number, month_number)[1]
    return Stretch(
        first=date(year_number, month_number, 1),
        last=date(year_number, month_number, last),
        edtf=f"{year_number:04}-{month_number:02}",
        grain="month",
    )


def year(number: int) -> Stretch:
    """One year."""
    return Stretch(first=date(number, 1, 1), last=date(number, 12, 31), edtf=f"{number:04}", grain="year")


def years(first: int, last: int) -> Stretch:
    """From one year to another."""
    return between(year(first), year(last))


def between(first: Stretch, last: Stretch) -> Stretch:
    """From the start of one stretch to the end of another, each in its own precision."""
    edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    return Stretch(first=first.first, last=last.last, edtf=edtf, grain="range")


def around(stretch: Stretch) -> Stretch:
    """The same, written as approximate."""
    marked = "/".join(part + "~" for part in stretch.edtf.split("/"))
    return Stretch(first=stretch.first, last=stretch.last, edtf=marked, grain=stretch.grain)


def shift(when: date, count: int, unit: Unit) -> date:
    """The day `count` units later; the end of a shorter month stands in for a day it lacks."""
    if unit in ("second", "minute", "hour"):
        return when
    if unit in ("day", "week"):
        return when + timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    whole = month(when.year, when.month + months)
    return whole.first.replace(day=min(when.day, whole.last.day))


def cover(when: date, unit: Unit) -> Stretch:
    """The calendar unit that holds the day."""
    if unit == "week":
        return week(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return years(when.year // 10 * 10, when.year // 10 * 10 + 9)
    if unit == "century":
        return years((when.year - 1) // 100 * 100 + 1, (when.year - 1) // 100 * 100 + 100)
    return day(when)


def season(name: int, year_number: int) -> Stretch:
    """Meteorological seasons of the north: 0 spring, 1 summer, 2 autumn, 3 winter (from December of that year)."""
    start = 3 + 3 * name
    return between(month(year_number, start), month(year_number, start + 2))


def quarter(number: int, year_number: int) -> Stretch:
    """A quarter of the year, 1 to 4."""
    return between(month(year_number, 3 * number - 2), month(year_number, 3 * number))


_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d).*)?")


def read(edtf: str | None) -> Stretch | None:
    """An EDTF value (a point or a closed interval) as a stretch; null for anything else."""
    if not edtf:
        return None
    ends = edtf.replace("~", "").replace("?", "").replace("%", "").split("/")
    points = [point for end in ends if (point := _read_point(end)) is not None]
    if len(points) != len(ends) or len(points) > 2:
        return None
    return points[0] if len(points) == 1 else between(points[0], points[1])


def _read_point(text: str) -> Stretch | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    number, month_number, day_number, clock = match.groups()
    try:
        if day_number:
            return day(date(int(number), int(month_number), int(day_number)), clock)
        return month(int(number), int(month_number)) if month_number else year(int(number))
    except ValueError:
        return None
