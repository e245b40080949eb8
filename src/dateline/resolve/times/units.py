"""Calendar units and so many units, Frame -> Answer."""

from datetime import date, timedelta

from dateline.model import Granularity
from dateline.resolve.times import calendar as c
from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.days import edged
from dateline.resolve.times.frame import Answer, Frame, Origin, at, null, undated

_PER_DAY = {"hour": 24, "minute": 1440, "second": 86400}


def granularity(unit: c.Unit) -> Granularity:
    """How finely a time in such units is told."""
    if unit in ("week", "month", "year"):
        return unit
    return "year" if unit in ("decade", "century") else "day"


def place_current(says: x.Current, frame: Frame) -> Answer:
    """The calendar unit around, before or after its origin, or the part of it that is named."""
    grain: Granularity = "range" if says.unit == "weekend" or says.unit == "quarter" else granularity(says.unit)
    if says.anaphoric:
        if frame.told is None:
            return null(grain, "counted from a time that was not told before")
        origin = Origin(at=frame.told, anchor="text", name=f"the time told before, {frame.told.edtf}")
    elif (speech := frame.speech if says.offset > 0 else frame.publication) is not None:
        origin = speech
    else:
        return undated(grain)
    if origin.anchor == "publication" and frame.day is None and says.unit not in ("year", origin.at.grain):
        return null(grain, f"the publication is dated to the {origin.at.grain} only")
    base = origin.at.last if says.anaphoric else origin.at.first
    if says.unit == "weekend":
        return at(_weekend(says, frame, base), origin.anchor, f"weekend counted from {origin.name}")
    if says.unit == "quarter":
        number = (base.month - 1) // 3 + says.offset
        stretch = c.quarter(number % 4 + 1, base.year + number // 4)
        return at(stretch, origin.anchor, f"quarter counted from {origin.name}")
    if (around := _week_on_sunday(says, frame)) is not None:
        return edged(around, says.edge, origin.anchor, f"a week as told on a Sunday, seen from {origin.name}")
    stretch = c.cover(c.shift(c.cover(base, says.unit).first, says.offset, says.unit), says.unit)
    kind = {0: "the", -1: "the previous", 1: "the next"}.get(says.offset, f"{says.offset:+}")
    why = f"{kind} {says.unit} as seen from {origin.name}"
    if says.offset == 0 and not says.anaphoric and frame.day is not None:
        if says.edge in ("earlier", "so far"):
            return at(c.days(stretch.first, frame.day), "publication", f"{why}, up to that day")
        if says.edge in ("later", "rest"):
            return at(c.days(frame.day, stretch.last), "publication", f"{why}, from that day on")
    return edged(stretch, says.edge, origin.anchor, why)


def _week_on_sunday(says: x.Current, frame: Frame) -> Stretch | None:
    """ "Last week" is the one that the report tells of, "this week" the one that ends with the Sunday or begins behind
    it, as the verb says; what is not said leaves both."""
    if frame.last_week is None or frame.day is None or says.unit != "week" or says.anaphoric:
        return None
    if says.offset == -1:
        return frame.last_week
    if says.offset != 0 or says.edge in ("earlier", "so far") or frame.direction < 0:
        return None
    coming = c.week(frame.day + timedelta(1))
    return coming if frame.direction > 0 else c.days(c.week(frame.day).first, coming.last)


def _weekend(says: x.Current, frame: Frame, base: date) -> Stretch:
    this = c.weekend(base)
    past = this if base >= this.first else c.weekend(base - timedelta(7))
    if says.bare or says.offset == 0:
        return this if frame.direction > 0 else past
    if says.offset < 0:
        return past if base > past.last or base < past.first else c.weekend(base - timedelta(7))
    return this if base < this.first else c.weekend(base + timedelta(7))


def place_part_of_year(says: x.Season | x.Quarter, frame: Frame) -> Answer:
    """A season or quarter: of its year, else the last one that had begun at publication."""
    here = frame.published.first if frame.published is not None else None
    if says.year is not None:
        return at(_made(says, says.year), "none", "explicit")
    if here is None:
        return undated("range")
    why = f"counted from the publication, {here.isoformat()}"
    if says.year_offset is not None:
        return at(_made(says, here.year + says.year_offset), "publication", why)
    made = [_made(says, here.year + offset) for offset in (-2, -1, 0, 1, 2)]
    side = says.side if isinstance(says, x.Season) else None
    if side == 1 or (side is None and frame.direction > 0):
        chosen = next(s for s in made if s.first > here)
    elif side == 0 and frame.direction >= 0:
        chosen = next(s for s in made if s.last >= here)
    else:
        chosen = [s for s in made if (s.last < here if side == -1 else s.first <= here)][-1]
    return at(chosen, "publication", why)


def _made(says: x.Season | x.Quarter, year: int) -> Stretch:
    return c.season(says.season, year) if isinstance(says, x.Season) else c.quarter(says.quarter, year)


def place_window(says: x.Window, frame: Frame) -> Answer:
    """So many units up to the publication, or ahead from when it was said; minutes or hours that follow a clock in what
    is told count from that clock ("at 9:50 p.m. divers arrive; over the next 20 minutes they ...")."""
    if says.direction > 0 and says.unit in ("minute", "hour") and frame.direction <= 0:
        if frame.clock is None:
            return null("range", "counted from a clock that was not told before")
        stretch = c.between(frame.clock, c.minutes_after(frame.clock, says.count * (60 if says.unit == "hour" else 1)))
        return at(stretch, "text", f"counted from the clock told before, {frame.clock.edtf}")
    origin = frame.speech if says.direction > 0 else frame.publication
    if origin is None:
        return undated("range")
    return _stretch_off(origin, says.direction * says.count, says.unit)


def _stretch_off(origin: Origin, count: int, unit: c.Unit) -> Answer:
    why = f"counted from {origin.name}"
    if unit in ("second", "minute", "hour"):
        count, unit = int(count / _PER_DAY[unit]), "day"
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if unit in ("day", "week") and origin.at.grain not in ("day", "minute"):
        return null("range", f"{why}, which gives no day")
    base = origin.at.first
    try:
        other = c.shift(base, count, unit)
    except (ValueError, OverflowError):
        return null("range", "beyond the calendar")
    first, last = min(base, other), max(base, other)
    if unit == "year" and abs(count) > 1:
        stretch = c.years(first.year, last.year)
    elif unit in ("year", "month"):
        stretch = c.between(c.month(first.year, first.month), c.month(last.year, last.month))
    else:
        stretch = c.days(first, last)
    return at(stretch, origin.anchor, why)


def place_ahead(says: x.Within | x.Ahead, frame: Frame) -> Answer:
    """A time to come where the verbs speak of the future, else a length of time."""
    length = Answer(stretch=None, value=says.length, grain="duration", anchor="none", why="a length of time")
    origin = frame.speech
    if frame.direction <= 0 or origin is None or origin.at.grain not in ("day", "minute"):
        return length
    if isinstance(says, x.Within):
        return length if says.unit in ("second", "minute") else _stretch_off(origin, says.count, says.unit)
    stretch = shifted(origin.at, (says.low, says.high), says.unit, exact=False)
    return at(stretch, origin.anchor, f"counted from {origin.name}") if stretch is not None else length


def place_duration(says: x.Duration) -> Answer:
    """A length of time."""
    return Answer(stretch=None, value=says.value, grain="duration", anchor="none", why="a length of time")


def shifted(origin: Stretch, counts: tuple[int, int], unit: c.Unit, *, exact: bool) -> Stretch | None:
    """The time between two numbers of units off, in the precision of the unit; null where the origin is too coarse.
    `exact`: counted from a day that was told, so that days and months of its own are meant."""
    ends = [end for n in sorted(set(counts)) if (end := _shifted_once(origin, n, unit, exact)) is not None]
    ends.sort(key=lambda s: s.first)
    return None if not ends else ends[0] if len(ends) == 1 else c.between(ends[0], ends[-1])


def _shifted_once(origin: Stretch, count: int, unit: c.Unit, exact: bool) -> Stretch | None:
    """The time `count` units off, in the precision of the unit; of a day that was told, a day or month of its own."""
    to_day = origin.grain in ("day", "minute")
    if not to_day and unit in ("second", "minute", "hour", "day", "week"):
        return None
    if unit in ("second", "minute", "hour"):
        if origin.grain == "minute":
            hours = int(origin.edtf[11:13]) + count / (_PER_DAY[unit] / 24)
            return c.day(c.shift(origin.first, int(hours // 24), "day"))
        return c.day(c.shift(origin.first, int(count / _PER_DAY[unit]), "day"))
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    try:
        when = c.shift(origin.first, count, unit)
    except (ValueError, OverflowError):
        return None
    if unit == "year":
        if abs(count) == 1 and exact and origin.grain != "year":
            return c.month(when.year, when.month)
        return c.year(when.year)
    if unit == "month":
        return c.month(when.year, when.month) if origin.grain != "year" else None
    return c.week(when) if unit == "week" and not exact else c.day(when)
