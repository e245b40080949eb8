"""Expression, Frame -> Answer: what the words say, put on the calendar from the day they are counted from.

Nothing is guessed: a relative time in an undated report, a day without its year, a shift from an event that no words
date, has no value and says why. A weekday is the last one up to the publication, with a future verb the next.
"""

from datetime import date, timedelta
from typing import Literal

from dateline.model import Granularity, Record
from dateline.resolve.times import calendar as c
from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.expressions import Expression
from dateline.resolve.times.feasts import feast
from dateline.resolve.times.words import MONTH_NAMES

Anchor = Literal["publication", "text", "none"]
NEAR_FUTURE_DAYS = 100
"""A date without a year lies this far ahead of the report at most, unless a future verb says so."""


class Frame(Record, frozen=True):
    """What a time is counted from. `published`: a stretch no longer than a year; `told`: the last time told, of any
    length; `told_day`: the last day told, `told_here` if in this sentence; `said`: the day on which this sentence was said, when a date says so;
    `year`: the year of the passage, when a date in it says so; `late`: what was told was in the evening;
    `direction`: 1 future, -1 past, 0 the verbs do not say."""

    published: Stretch | None = None
    told: Stretch | None = None
    told_day: Stretch | None = None
    said: Stretch | None = None
    told_here: Stretch | None = None
    year: int | None = None
    late: bool = False
    direction: int = 0
    bounds: Stretch | None = None

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.published.first if self.published and self.published.grain in ("day", "minute") else None


class Answer(Record, frozen=True):
    """Where an expression lies on the calendar."""

    stretch: Stretch | None
    value: str | None
    grain: Granularity
    anchor: Anchor
    why: str


def place(says: Expression, frame: Frame) -> Answer:
    """Put the expression on the calendar."""
    match says:
        case x.Date():
            return _date(says, frame)
        case x.Weekday():
            return _weekday(says, frame)
        case x.Today():
            return _today(says, frame)
        case x.Current():
            return _current(says, frame)
        case x.Season() | x.Quarter():
            return _part_of_year(says, frame)
        case x.Years():
            return _at(c.years(says.first, says.last), "none", "the years by their number")
        case x.Feast():
            return _feast(says, frame)
        case x.Shift():
            return _shift(says, frame)
        case x.Window():
            return _window(says, frame)
        case x.Within() | x.Ahead():
            return _ahead(says, frame)
        case x.Same():
            return _same(says, frame)
        case x.Holding():
            return _holding(says, frame)
        case x.Range():
            return _range(says, frame)
        case x.Since():
            return _since(says, frame)
        case x.Duration():
            return _duration(says, frame)
        case x.Recurring():
            return _null("set", "recurring: no single time")
        case x.Vague():
            return _null("vague", says.why)
    return _null("vague", "not a form that is put on the calendar")


def _at(stretch: Stretch, anchor: Anchor, why: str) -> Answer:
    return Answer(stretch=stretch, value=stretch.edtf, grain=stretch.grain, anchor=anchor, why=why)


def _null(grain: Granularity, why: str) -> Answer:
    return Answer(stretch=None, value=None, grain=grain, anchor="none", why=why)


def _undated(grain: Granularity) -> Answer:
    return _null(grain, "relative to a publication date that is unknown")


def _name(when: date) -> str:
    return f"{c.DAY_NAMES[when.weekday()]} {when.isoformat()}"


def _on_day(when: date, clock: str | None) -> Stretch:
    return c.day(when, clock)


# dates


def _date(says: x.Date, frame: Frame) -> Answer:
    year, anchor, why = _year_of(says, frame)
    grain: Granularity = "day" if says.day else "month" if says.month else "year"
    if year is None:
        return _null(grain, why)
    if says.month is None:
        return _edged(c.year(year), says.edge, anchor, why, frame.day)
    if says.day is None:
        return _edged(c.month(year, says.month), says.edge, anchor, why)
    when = _day_or_none(year, says.month, says.day)
    if when is None:
        return _null("day", f"{year} has no such day")
    if says.weekday is not None and says.weekday != when.weekday():
        why += f"; the text says {c.DAY_NAMES[says.weekday]}, but {when.isoformat()} is a {c.DAY_NAMES[when.weekday()]}"
    return _at(_on_day(when, says.clock), anchor, why)


def _edged(stretch: Stretch, edge: x.Edge | None, anchor: Anchor, why: str, here: date | None = None) -> Answer:
    """The end of a year is its December, the start its January; other parts are named in words only."""
    if edge == "rest" and here is not None and stretch.first <= here <= stretch.last:
        return _at(c.days(here, stretch.last), anchor, f"{why}, from the publication on")
    if stretch.grain == "year" and edge in ("start", "end"):
        return _at(c.month(stretch.first.year, 1 if edge == "start" else 12), anchor, f"{why}, its {edge}")
    return _at(stretch, anchor, f"{why}, {edge} in it" if edge else why)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(says: x.Date, frame: Frame) -> tuple[int | None, Anchor, str]:
    if says.year is not None:
        return says.year, "none", "explicit date" if says.day else "explicit"
    month = says.month or 1
    if says.year_told:
        if frame.told is None:
            return None, "none", "the year of a time that was not told before"
        year = frame.told.first.year + (says.year_offset or 0)
        return year, "text", f"the year of the time told before, {frame.told.edtf}"
    if says.year_offset is not None:
        if frame.published is None:
            return None, "none", "relative to a publication date that is unknown"
        return frame.published.first.year + says.year_offset, "publication", "year counted from the publication"
    if frame.published is None:
        return _year_undated(says, frame)
    here = frame.published.first
    if frame.published.grain == "year":
        return here.year, "publication", "year of the publication, which is dated to the year"
    if says.side is not None:
        return _year_by_side(says.side, month, here), "publication", f"counted from the publication, {here.isoformat()}"
    if says.day is None:
        ahead = frame.direction > 0 and month != here.month
        year = here.year + (month < here.month) if ahead else here.year - (month > here.month)
        name = MONTH_NAMES[month - 1].capitalize()
        why = f"the {'next' if ahead else 'last'} {name} as seen from the publication, {here.isoformat()}"
        return year, "publication", why
    return (
        _nearest_year(says, here, frame.direction),
        "publication",
        (f"the year in which the day lies nearest to the publication, {here.isoformat()}"),
    )


def _year_undated(says: x.Date, frame: Frame) -> tuple[int | None, Anchor, str]:
    if frame.year is not None:
        return frame.year, "text", f"year {frame.year} of the date told before it"
    if frame.bounds is not None and says.month:
        fits = [
            year
            for year in range(frame.bounds.first.year, frame.bounds.last.year + 1)
            if (when := _day_or_none(year, says.month, says.day or 1)) is not None
            and frame.bounds.first <= (when if says.day else c.month(year, says.month).last)
            and when <= frame.bounds.last
        ]
        if len(fits) == 1:
            return fits[0], "text", f"the only year that fits the bounds of the report, {frame.bounds.edtf}"
    return None, "none", "no year is given and the publication date is unknown"


def _year_by_side(side: int, month: int, here: date) -> int:
    if side < 0:
        return here.year - (month >= here.month)
    return here.year + (side > 0 and month <= here.month)


def _nearest_year(says: x.Date, here: date, direction: int) -> int:
    days = {
        year: when
        for year in (here.year - 1, here.year, here.year + 1)
        if (when := _day_or_none(year, says.month or 1, says.day or 1)) is not None
    }
    fitting = {y: d for y, d in days.items() if says.weekday is not None and d.weekday() == says.weekday}
    days = fitting or days
    if direction > 0 and (ahead := [y for y, d in days.items() if d >= here - timedelta(NEAR_FUTURE_DAYS)]):
        return min(ahead)
    close = [y for y, d in days.items() if d <= here + timedelta(NEAR_FUTURE_DAYS)]
    return max(close) if close else min(days, default=here.year)


# days


def _weekday(says: x.Weekday, frame: Frame) -> Answer:
    here = frame.day
    if here is None:
        return _undated("day")
    if says.week is not None:
        when = c.week(here).first + timedelta(7 * says.week + says.weekday)
        return _at(_on_day(when, says.clock), "publication", f"in the week counted from the publication, {_name(here)}")
    ahead = says.side == 1 or (frame.direction > 0 and says.side != -1)
    if ahead and frame.said is not None and frame.said.first < here:
        base, anchor, origin = frame.said.first, "text", f"the day it was said, {_name(frame.said.first)}"
    else:
        base, anchor, origin = here, "publication", f"the publication, {_name(here)}"
    gap = (says.weekday - base.weekday()) % 7
    if says.side == 1:
        when, kind = base + timedelta(gap or 7), "the next one after"
    elif says.side == -1:
        when, kind = base - timedelta((-gap) % 7 or 7), "the last one before"
    elif ahead:
        when, kind = base + timedelta(gap), "the next one from"
    else:
        when, kind = base - timedelta((-gap) % 7), "the last one up to"
    when += timedelta(says.offset)
    return _at(_on_day(when, says.clock), anchor, f"{kind} {origin}")  # type: ignore[arg-type]


def _today(says: x.Today, frame: Frame) -> Answer:
    here = frame.day
    if here is None:
        if frame.published is not None and says.offset == 0:
            return _at(frame.published, "publication", "a day in the time of publication, which gives no day")
        return _undated("day")
    if says.part == "overnight":
        return _at(c.days(here - timedelta(1), here), "publication", f"the night to the publication, {_name(here)}")
    when = here + timedelta(says.offset)
    kind = {0: "the day of", -1: "the calendar day before", 1: "the day after"}.get(
        says.offset, f"{says.offset:+} days from"
    )
    return _at(_on_day(when, says.clock), "publication", f"{kind} the publication, {_name(here)}")


def _same(says: x.Same, frame: Frame) -> Answer:
    base, anchor, why = frame.told_day, "text", "counted from the day told before"
    if says.reach == "sentence":
        base = frame.told_here
    if base is None and says.reach == "told":
        return _null("day", "counted from a day that was not told before")
    if base is None:
        if frame.day is None:
            return _null(
                "minute" if says.clock else "day", "no day is told before it and the publication date is unknown"
            )
        base, anchor, why = c.day(frame.day), "publication", "no day is told before it: the day of publication"
    why = f"{why}, {_name(base.last)}"
    when = base.last + timedelta(says.offset)
    if says.part == "into the night":
        return _at(c.days(when, when + timedelta(1)), anchor, f"the night after {why}")  # type: ignore[arg-type]
    if says.part == "early hours" and frame.late:
        return _at(c.day(when + timedelta(1)), anchor, f"the night went over midnight; {why}")  # type: ignore[arg-type]
    return _at(_on_day(when, says.clock), anchor, why)  # type: ignore[arg-type]


def _holding(says: x.Holding, frame: Frame) -> Answer:
    inner = place(says.of, frame)
    if inner.stretch is None:
        return inner
    return _at(c.cover(inner.stretch.first, says.unit), inner.anchor, f"the {says.unit} that holds it; {inner.why}")


# calendar units


def _current(says: x.Current, frame: Frame) -> Answer:
    grain: Granularity = "range" if says.unit in ("weekend", "quarter") else says.unit  # type: ignore[assignment]
    if says.anaphoric:
        if frame.told is None:
            return _null(grain, "counted from a time that was not told before")
        base, anchor, origin = frame.told.last, "text", f"the time told before, {frame.told.edtf}"
    elif says.offset > 0 and frame.said is not None and frame.day and frame.said.first < frame.day:
        base, anchor, origin = frame.said.first, "text", f"the day it was said, {_name(frame.said.first)}"
    elif frame.published is None:
        return _undated(grain)
    else:
        if frame.published.grain in ("month", "year") and says.unit not in ("year", frame.published.grain):
            return _null(grain, f"the publication is dated to the {frame.published.grain} only")
        base, anchor, origin = frame.published.first, "publication", f"the publication, {frame.published.edtf}"
    if says.unit == "weekend":
        return _at(_weekend(says, frame, base), anchor, f"weekend counted from {origin}")  # type: ignore[arg-type]
    if says.unit == "quarter":
        number = (base.month - 1) // 3 + says.offset
        stretch = c.quarter(number % 4 + 1, base.year + number // 4)
        return _at(stretch, anchor, f"quarter counted from {origin}")  # type: ignore[arg-type]
    stretch = c.cover(c.shift(c.cover(base, says.unit).first, says.offset, says.unit), says.unit)  # type: ignore[arg-type]
    kind = {0: "the", -1: "the previous", 1: "the next"}.get(says.offset, f"{says.offset:+}")
    why = f"{kind} {says.unit} as seen from {origin}"
    if says.offset == 0 and not says.anaphoric and frame.day is not None:
        here = frame.day
        if says.edge in ("earlier", "so far"):
            return _at(c.days(stretch.first, here), "publication", f"{why}, up to that day")
        if says.edge in ("later", "rest"):
            return _at(c.days(here, stretch.last), "publication", f"{why}, from that day on")
    return _edged(stretch, says.edge, anchor, why)  # type: ignore[arg-type]


def _weekend(says: x.Current, frame: Frame, base: date) -> Stretch:
    this = c.weekend(base)
    past = this if base >= this.first else c.weekend(base - timedelta(7))
    if says.bare or says.offset == 0:
        return this if frame.direction > 0 else past
    if says.offset < 0:
        return past if base > past.last or base < past.first else c.weekend(base - timedelta(7))
    return this if base < this.first else c.weekend(base + timedelta(7))


def _part_of_year(says: x.Season | x.Quarter, frame: Frame) -> Answer:
    year, anchor, why = says.year, "none", "explicit"
    if year is None:
        if frame.published is None:
            return _undated("range")
        here = frame.published.first
        anchor, why = "publication", f"counted from the publication, {here.isoformat()}"
        year = here.year + (says.year_offset or 0)
    made = [
        c.season(says.season, y) if isinstance(says, x.Season) else c.quarter(says.quarter, y)
        for y in range(year - 2, year + 3)
    ]
    if says.year is not None or says.year_offset is not None:
        return _at(made[2], anchor, why)  # type: ignore[arg-type]
    side = says.side if isinstance(says, x.Season) else None
    if side == 1 or (side is None and frame.direction > 0):
        chosen = next(s for s in made if s.first > here)
    elif side == 0 and isinstance(says, x.Season):
        chosen = next(s for s in made if s.last >= here)
        if frame.direction < 0 and chosen.first > here:
            chosen = made[made.index(chosen) - 1]
    else:
        chosen = [s for s in made if (s.last < here if side == -1 else s.first <= here)][-1]
    return _at(chosen, anchor, why)  # type: ignore[arg-type]


def _feast(says: x.Feast, frame: Frame) -> Answer:
    if says.year is not None:
        found = feast(says.name, says.year)
        return (
            _at(_moved(found[0], says.offset), "none", "the feast in the year that is named")
            if found
            else _null("day", "no such feast in that year")
        )
    year = says.year or frame.year
    if frame.published is None:
        if frame.year is not None and (found := feast(says.name, frame.year)):
            return _at(_moved(found[0], says.offset), "text", f"the feast in {frame.year}, the year told before it")
        return _undated("day")
    here = frame.published.first
    if frame.published.grain not in ("day", "minute"):
        year = here.year
        found = feast(says.name, year)
        return (
            _at(_moved(found[0], says.offset), "publication", "the feast in the year of publication")
            if found
            else _undated("day")
        )
    near = [f for y in (here.year - 1, here.year, here.year + 1) for f in feast(says.name, y)]
    if not near:
        return _null("day", "the date of this feast is not known here")
    if says.side == -1:
        near = [f for f in near if f.last < here]
        chosen = near[-1]
    elif says.side == 1 or frame.direction > 0:
        chosen = next(f for f in near if f.last >= here)
    else:
        chosen = min(
            near,
            key=lambda f: (
                0 if f.first <= here <= f.last else min(abs((f.first - here).days), abs((f.last - here).days)),
                f.edtf,
            ),
        )
    return _at(_moved(chosen, says.offset), "publication", f"the one nearest to the publication, {here.isoformat()}")


def _moved(stretch: Stretch, offset: int) -> Stretch:
    return c.day(stretch.first + timedelta(offset)) if offset else stretch


# amounts


def _shift(says: x.Shift, frame: Frame) -> Answer:
    grain: Granularity = (
        "day"
        if says.unit in ("second", "minute", "hour", "day")
        else says.unit
        if says.unit in ("week", "month", "year")
        else "year"
    )  # type: ignore[assignment]
    origin: Stretch | None
    if says.base == "publication":
        if frame.published is None:
            return _undated(grain)
        origin, anchor, why = frame.published, "publication", f"counted from the publication, {frame.published.edtf}"
    elif says.base == "told":
        if frame.told is None:
            return _null(grain, "counted from a time that was not told before")
        origin, anchor, why = frame.told, "text", f"counted from the time told before, {frame.told.edtf}"
    else:
        inner = place(says.base, frame)  # type: ignore[arg-type]
        if inner.stretch is None:
            return _null(grain, inner.why)
        origin, anchor, why = inner.stretch, inner.anchor, f"counted from {inner.stretch.edtf}"
    exact = says.base != "publication"
    ends = [_shifted(origin, says.direction * n, says.unit, exact) for n in sorted({says.low, says.high})]
    found = [end for end in ends if end is not None]
    if not found:
        return _null(grain, f"{why}, which is told to the {origin.grain} only")
    found.sort(key=lambda s: s.first)
    stretch = found[0] if len(found) == 1 else c.between(found[0], found[-1])
    return _at(c.around(stretch) if says.vague else stretch, anchor, why)  # type: ignore[arg-type]


def _shifted(origin: Stretch, count: int, unit: c.Unit, exact: bool) -> Stretch | None:
    """The time `count` units off, in the precision of the unit; of a day that was told, a day or month of its own."""
    to_day = origin.grain in ("day", "minute")
    if unit in ("second", "minute", "hour"):
        if not to_day:
            return None
        per_day = {"hour": 24, "minute": 1440, "second": 86400}[unit]
        return c.day(origin.first + timedelta(int(count / per_day)))
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    try:
        when = c.shift(origin.first, count, unit)
    except ValueError:
        return None
    if unit == "year":
        if abs(count) == 1 and exact and origin.grain != "year":
            return c.month(when.year, when.month)
        return c.year(when.year)
    if unit == "month":
        return c.month(when.year, when.month) if origin.grain != "year" else None
    if not to_day:
        return None
    return c.week(when) if unit == "week" and not exact else c.day(when)


def _window(says: x.Window, frame: Frame) -> Answer:
    if frame.published is None:
        return _undated("range")
    if says.count is None:
        return _null("vague", "no number is given")
    base = frame.published.first
    anchor, why = "publication", f"counted from the publication, {frame.published.edtf}"
    if says.direction > 0 and frame.said is not None:
        base, anchor, why = frame.said.first, "text", f"counted from the day it was said, {_name(frame.said.first)}"
    return _stretch_off(base, says.direction * says.count, says.unit, frame, anchor, why)


def _stretch_off(base: date, count: int, unit: c.Unit, frame: Frame, anchor: str, why: str) -> Answer:
    if unit in ("second", "minute", "hour"):
        count, unit = int(count / {"hour": 24, "minute": 1440, "second": 86400}[unit]), "day"
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if unit in ("day", "week") and frame.day is None and anchor == "publication":
        return _null("range", "the publication is not dated to the day")
    try:
        other = c.shift(base, count, unit)
    except ValueError:
        return _null("range", "beyond the calendar")
    first, last = min(base, other), max(base, other)
    if unit == "year" and abs(count) > 1:
        stretch = c.years(first.year, last.year)
    elif unit in ("year", "month"):
        stretch = c.between(c.month(first.year, first.month), c.month(last.year, last.month))
    else:
        stretch = c.days(first, last)
    return _at(stretch, anchor, why)  # type: ignore[arg-type]


def _ahead(says: x.Within | x.Ahead, frame: Frame) -> Answer:
    length = Answer(stretch=None, value=says.length, grain="duration", anchor="none", why="a length of time")
    if frame.direction <= 0 or frame.published is None:
        return length
    base, anchor, why = frame.published, "publication", f"counted from the publication, {frame.published.edtf}"
    if frame.said is not None:
        base, anchor, why = frame.said, "text", f"counted from the day it was said, {_name(frame.said.first)}"
    if base.grain not in ("day", "minute"):
        return length
    if isinstance(says, x.Within):
        if says.unit in ("second", "minute"):
            return length
        return _stretch_off(base.first, says.count, says.unit, frame, anchor, why)
    shift = x.Shift(low=says.low, high=says.high, unit=says.unit, direction=1, base="publication")
    answer = _shift(shift, Frame(published=base))
    return Answer(stretch=answer.stretch, value=answer.value, grain=answer.grain, anchor=anchor, why=why)  # type: ignore[arg-type]


def _duration(says: x.Duration, frame: Frame) -> Answer:
    if says.running is not None and frame.published is not None:
        here = frame.published.first.year
        return _at(
            c.years(here - says.running, here),
            "publication",
            f"it has gone on so long up to the publication, {frame.published.edtf}",
        )
    return Answer(stretch=None, value=says.value, grain="duration", anchor="none", why="a length of time")


# stretches


def _since(says: x.Since, frame: Frame) -> Answer:
    past = Frame(**{**{f: getattr(frame, f) for f in frame.__struct_fields__}, "direction": -1, "said": None})
    if says.start is None:
        if frame.told is None:
            return _null("range", "counted from a time that was not told before")
        begin = _at(frame.told, "text", f"the time told before, {frame.told.edtf}")
    else:
        begin = place(says.start, past)
    if begin.stretch is None:
        return _null("range", begin.why)
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
    return _at(c.between(begin.stretch, end), begin.anchor, why)


def _range(says: x.Range, frame: Frame) -> Answer:
    first, last = says.first, says.last
    if isinstance(first, x.Date) and isinstance(last, x.Date):
        if first.year is None and last.year is not None and first.year_offset is None:
            earlier = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
            first = x.Date(year=last.year - earlier, month=first.month, day=first.day, weekday=first.weekday)
        elif last.year is None and first.year is not None:
            later = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
            last = x.Date(year=first.year + later, month=last.month, day=last.day, weekday=last.weekday)
        elif last.year_offset is not None and first.year_offset is None and first.year is None:
            first = x.Date(month=first.month, day=first.day, year_offset=last.year_offset)
    begin, end = place(first, frame), place(last, frame)
    if begin.stretch is None or end.stretch is None:
        return _null("range", begin.why if begin.stretch is None else end.why)
    start, stop = begin.stretch, end.stretch
    if start.first > stop.last:
        if isinstance(first, x.Weekday) and frame.direction <= 0:
            start = c.day(start.first - timedelta(7))
        elif isinstance(last, x.Weekday):
            stop = c.day(stop.first + timedelta(7))
        elif isinstance(first, x.Date) and first.year is None:
            start = (
                c.month(start.first.year - 1, start.first.month)
                if start.grain == "month"
                else c.day(c.shift(start.first, -1, "year"))
            )
    if start.first > stop.last:
        return _null("range", f"its end, {stop.edtf}, lies before its start, {start.edtf}")
    return _at(
        c.between(start, stop),
        begin.anchor if begin.anchor != "none" else end.anchor,
        f"from {start.edtf} to {stop.edtf}; {end.why}",
    )
