"""Cut -> Expression: clocks and parts of the day, of the day that is named beside them or of the one that was told."""

from dateline.resolve.times import expressions as x
from dateline.resolve.times.cut import Cut
from dateline.resolve.times.dates import date, point
from dateline.resolve.times.expressions import Expression
from dateline.resolve.times.weekdays import today, weekday


def clock(cut: Cut) -> Expression | None:
    """A time of day, with or without its day."""
    value = cut.clock
    if value is None:
        return None
    if cut.weekday is not None and cut.month is None:
        return weekday(cut)
    if cut.has("TODAY"):
        return today(cut)
    if cut.month is not None:
        return date(cut)
    if cut.has("NEXT"):
        return x.Same(offset=1, clock=value)
    low = cut.word("CLOCK") or ""
    half = cut.has("AMPM", "ZONE", "LOCAL") or low.startswith("0") or low.endswith("m") or value >= "13:00"
    sure = cut.has("AMPM", "ZONE", "LOCAL") or cut.before in ("AT", "BY", "ABOUT", "SINCE", "UNTIL", "FROM")
    return x.Same(clock=value, half=half) if sure else None


def military_clock(cut: Cut) -> Expression | None:
    """0200 hours."""
    low = cut.lower[0]
    if cut.lower[1] != "hours" or len(low) != 4 or not (low.startswith("0") or cut.before in ("AT", "BY")):
        return None
    clock_time = f"{low[:2]}:{low[2:]}"
    return x.Same(clock=clock_time) if clock_time[:2] < "24" and clock_time[3:] < "60" else None


def point_of_day(cut: Cut) -> Expression | None:
    """Around noon on Wednesday."""
    return point(cut.part((cut.index("POINT") or 0) + 1))


def early_hours(cut: Cut) -> Expression | None:
    """The early hours of Friday; of the morning after what was told."""
    if cut.unit != "hour":
        return None
    of = cut.index("OF", "ON") or 0
    of_day = point(cut.part(of + 1))
    if isinstance(of_day, (x.Weekday, x.Today, x.Date)):
        return of_day
    return x.Same(part="early hours")


def part_of_day(cut: Cut) -> Expression | None:
    """A part of a day: of the day that is named beside it, else of the day that was told."""
    if cut.has("INTO"):
        return x.Same(part="into the night")
    of = cut.index("OF", "ON")
    if of is not None and of > 0 and (named := point(cut.part(of + 1))) is not None:
        return named
    if cut.unit in ("hour", "minute") and cut.day_part:
        return x.Same(part="22" if cut.has("BEFORE") and cut.word("POINT") == "midnight" else cut.day_part)
    if cut.has("EARLY") and cut.word("PART") == "morning":
        return x.Same(part="05")
    return x.Same(part=cut.day_part, reach="scene" if cut.has("POINT") else "told")
