"""Expression, Frame -> Answer: what the words say, put on the calendar from the day they are counted from.

Nothing is guessed: a relative time in an undated report, a day without its year, a shift from an event that no words
date, has no value and says why. A weekday is the last one up to the publication, with a future verb the next, and the
day after where the report tells of that day already.
"""

from datetime import timedelta

import msgspec

from dateline.resolve.times import calendar as c
from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.days import place_date, place_feast, place_same, place_today, place_weekday
from dateline.resolve.times.expressions import Expression
from dateline.resolve.times.frame import Answer, Frame, Origin, at, null, undated
from dateline.resolve.times.units import (
    granularity,
    place_ahead,
    place_current,
    place_duration,
    place_part_of_year,
    place_window,
    shifted,
)


def place(says: Expression, frame: Frame) -> Answer:
    """Put the expression on the calendar."""
    match says:
        case x.Date():
            return place_date(says, frame)
        case x.Weekday():
            return place_weekday(says, frame)
        case x.Today():
            return place_today(says, frame)
        case x.Current():
            return place_current(says, frame)
        case x.Season() | x.Quarter():
            return place_part_of_year(says, frame)
        case x.Years():
            return at(c.years(says.first, says.last), "none", "the years by their number")
        case x.Feast():
            return place_feast(says, frame)
        case x.Shift():
            return _shift(says, frame)
        case x.Window():
            return place_window(says, frame)
        case x.Within() | x.Ahead():
            return place_ahead(says, frame)
        case x.Same():
            return place_same(says, frame)
        case x.Abreast():
            return _abreast(says, frame)
        case x.Holding():
            return _holding(says, frame)
        case x.Range():
            return _range(says, frame)
        case x.Since():
            return _since(says, frame)
        case x.Duration():
            return place_duration(says)
        case x.Recurring():
            return null("set", "recurring: no single time")
        case x.Vague():
            return null("vague", says.why)
    return null("vague", "not a form that is put on the calendar")


def _shift(says: x.Shift, frame: Frame) -> Answer:
    grain = granularity(says.unit)
    origin = _origin_of(says.base, frame)
    if isinstance(origin, Answer):
        return null(grain, origin.why)
    counts = (says.direction * says.low, says.direction * says.high)
    stretch = shifted(origin.at, counts, says.unit, exact=isinstance(says.base, Expression))
    why = f"counted from {origin.name}"
    if stretch is None:
        return null(grain, f"{why}, which is told to the {origin.at.grain} only")
    return at(c.around(stretch) if says.vague else stretch, origin.anchor, why)


def _origin_of(base: str | Expression, frame: Frame) -> Origin | Answer:
    """What a shift is counted from; an answer without a value when that is unknown."""
    if base == "publication":
        return frame.publication or undated("day")
    if base == "told":
        if frame.told is None:
            return null("day", "counted from a time that was not told before")
        return Origin(at=frame.told, anchor="text", name=f"the time told before, {frame.told.edtf}")
    inner = place(base, frame) if isinstance(base, Expression) else null("day", "counted from nothing that is known")
    if inner.stretch is None:
        return inner
    return Origin(at=inner.stretch, anchor=inner.anchor, name=inner.stretch.edtf)


def _abreast(says: x.Abreast, frame: Frame) -> Answer:
    """On the day on which the two clocks lie nearest."""
    other = place(says.of, frame)
    if other.stretch is None or other.stretch.grain != "minute":
        return null("minute", other.why)
    apart = c.minutes(says.clock) - c.minutes(other.stretch.edtf[11:16])
    days = min((-1, 0, 1), key=lambda n: abs(n * 24 * 60 + apart))
    when = c.day(other.stretch.first + timedelta(days), says.clock)
    return at(when, other.anchor, f"the same moment as {other.stretch.edtf} elsewhere; {other.why}")


def _holding(says: x.Holding, frame: Frame) -> Answer:
    inner = place(says.of, frame)
    if inner.stretch is None:
        return inner
    return at(c.cover(inner.stretch.first, says.unit), inner.anchor, f"the {says.unit} that holds it; {inner.why}")


def _since(says: x.Since, frame: Frame) -> Answer:
    past = msgspec.structs.replace(frame, direction=-1, said=None)
    if says.start is None:
        if frame.told is None:
            return null("range", "counted from a time that was not told before")
        begin = at(frame.told, "text", f"the time told before, {frame.told.edtf}")
    else:
        begin = place(says.start, past)
    if begin.stretch is None:
        return null("range", begin.why)
    if frame.published is None or begin.stretch.first > frame.published.last:
        value = f"{begin.stretch.edtf.split('/')[0]}/.."
        return Answer(
            stretch=begin.stretch,
            value=value,
            grain="range",
            anchor=begin.anchor,
            why=f"{begin.why}; still so at an unknown date",
        )
    end = c.day(frame.day) if frame.day else frame.published
    why = f"{begin.why}; up to the publication, {frame.published.edtf}"
    return at(c.between(begin.stretch, end), begin.anchor, why)


def _range(says: x.Range, frame: Frame) -> Answer:
    first, last = _sharing_year(says.first, says.last)
    begin, end = place(first, frame), place(last, frame)
    if begin.stretch is None or end.stretch is None:
        return null("range", begin.why if begin.stretch is None else end.why)
    start, stop = begin.stretch, end.stretch
    if start.first > stop.last:
        start, stop = _in_order(first, last, start, stop, frame)
    if start.first > stop.last:
        return null("range", f"its end, {stop.edtf}, lies before its start, {start.edtf}")
    return at(
        c.between(start, stop),
        begin.anchor if begin.anchor != "none" else end.anchor,
        f"from {start.edtf} to {stop.edtf}; {end.why}",
    )


def _sharing_year(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """Two dates of which only one says the year."""
    if not (isinstance(first, x.Date) and isinstance(last, x.Date)):
        return first, last
    over_new_year = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
    if first.year is None and first.year_offset is None:
        if last.year is not None:
            first = msgspec.structs.replace(first, year=last.year - over_new_year)
        elif last.year_offset is not None:
            first = msgspec.structs.replace(first, year_offset=last.year_offset - over_new_year)
    elif last.year is None and first.year is not None:
        last = msgspec.structs.replace(last, year=first.year + over_new_year)
    return first, last


def _in_order(
    first: Expression, last: Expression, start: Stretch, stop: Stretch, frame: Frame
) -> tuple[Stretch, Stretch]:
    """A start that came to lie behind its end goes a week or a year back, or the end a week on."""
    if isinstance(first, x.Weekday) and frame.direction <= 0:
        return c.day(start.first - timedelta(7)), stop
    if isinstance(last, x.Weekday):
        return start, c.day(stop.first + timedelta(7))
    if isinstance(first, x.Date) and first.year is None:
        before = c.shift(start.first, -1, "year")
        return (c.month(before.year, before.month) if start.grain == "month" else c.day(before)), stop
    return start, stop
