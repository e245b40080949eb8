"""What a time is counted from, and where it comes to lie."""

from datetime import date
from typing import Literal

from dateline.english.calendar import WEEKDAYS
from dateline.model import Granularity, Record
from dateline.resolve.times.calendar import Stretch

Anchor = Literal["publication", "text", "none"]


class Frame(Record, frozen=True):
    """What a time is counted from. `published`: a stretch no longer than a year; `told`: the last time told, of any
    length; `told_day`: the last day told, `told_here`: if in this sentence; `clock`: the last clock told of that day,
    and with `halves` it said a.m. or p.m.; `said`: the day on which this sentence was said, when a date says so;
    `year`: the year of an undated passage, when a date in it says so; `late`: what was told was in the evening;
    `direction`: 1 future, -1 past, 0 the verbs do not say; `bounds`: of an undated report; `next_day`: the report tells
    of the day after its publication; `goes_on`: and was written on that day; `last_week`: of
    a report of a Sunday."""

    published: Stretch | None = None
    told: Stretch | None = None
    told_day: Stretch | None = None
    told_here: Stretch | None = None
    clock: Stretch | None = None
    said: Stretch | None = None
    year: int | None = None
    late: bool = False
    halves: bool = False
    direction: int = 0
    bounds: Stretch | None = None
    next_day: bool = False
    goes_on: bool = False
    last_week: Stretch | None = None

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.published.first if self.published and self.published.grain in ("day", "minute") else None

    @property
    def publication(self) -> "Origin | None":
        """Counting from the publication."""
        if self.published is None:
            return None
        return Origin(at=self.published, anchor="publication", name=f"the publication, {_named(self.published)}")

    @property
    def speech(self) -> "Origin | None":
        """Counting from when it was said: an earlier day that the sentence names, else the publication."""
        if self.said is not None and self.published is not None and self.said.first < self.published.first:
            return Origin(at=self.said, anchor="text", name=f"the day it was said, {_named(self.said)}")
        return self.publication


class Origin(Record, frozen=True):
    """What is counted from, and what it is called in the reason."""

    at: Stretch
    anchor: Anchor
    name: str


class Answer(Record, frozen=True):
    """Where an expression lies on the calendar."""

    stretch: Stretch | None
    value: str | None
    grain: Granularity
    anchor: Anchor
    why: str


def at(stretch: Stretch, anchor: Anchor, why: str) -> Answer:
    """It lies there."""
    return Answer(stretch=stretch, value=stretch.edtf, grain=stretch.grain, anchor=anchor, why=why)


def null(grain: Granularity, why: str) -> Answer:
    """It cannot be put on the calendar."""
    return Answer(stretch=None, value=None, grain=grain, anchor="none", why=why)


def undated(grain: Granularity) -> Answer:
    """It is counted from a publication date that nobody knows."""
    return null(grain, "relative to a publication date that is unknown")


def day_name(when: date) -> str:
    """The day with its weekday."""
    return f"{WEEKDAYS[when.weekday()]} {when.isoformat()}"


def _named(stretch: Stretch) -> str:
    return day_name(stretch.first) if stretch.grain in ("day", "minute") else stretch.edtf
