"""Dates, weekdays, days and feasts, Frame -> Answer."""

from datetime import date, timedelta

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.model import Granularity
from dateline.resolve.times import calendar as c
from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.feasts import feast
from dateline.resolve.times.frame import Anchor, Answer, Frame, Origin, at, day_name, null, undated

NEAR_FUTURE_DAYS = 100
"""A date without a year lies this far ahead of the report at most, unless a future verb says so."""
PREPARED_DAYS = 31
"""So many days ahead of a feast things are done for it; what was done at one that lies further off was at the last."""
ZONE_HOURS = 8
"""Zones of a place and of the outlet that tells of it are seldom further apart."""


def place_date(says: x.Date, frame: Frame) -> Answer:
    """A date; what it does not say of its year is taken from the publication."""
    year, anchor, why = _year_of(says, frame)
    grain: Granularity = "day" if says.day else "month" if says.month else "year"
    if year is None:
        return null(grain, why)
    if says.month is None:
        return edged(c.year(year), says.edge, anchor, why, frame.day)
    if says.day is None:
        return edged(c.month(year, says.month), says.edge, anchor, why)
    when = _day_or_none(year, says.month, says.day)
    if when is None:
        return null("day", f"{year} has no such day")
    if says.weekday is not None and says.weekday != when.weekday():
        why += f"; the text says {WEEKDAYS[says.weekday]}, but {when.isoformat()} is a {WEEKDAYS[when.weekday()]}"
    return at(c.day(when, says.clock), anchor, why)


def edged(stretch: Stretch, edge: x.Edge | None, anchor: Anchor, why: str, here: date | None = None) -> Answer:
    """The end of a year is its December, the start its January; other parts are named in words only."""
    if edge == "rest" and here is not None and stretch.first <= here <= stretch.last:
        return at(c.days(here, stretch.last), anchor, f"{why}, from the publication on")
    if stretch.grain == "year" and edge in ("start", "end"):
        return at(c.month(stretch.first.year, 1 if edge == "start" else 12), anchor, f"{why}, its {edge}")
    return at(stretch, anchor, f"{why}, {edge} in it" if edge else why)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(says: x.Date, frame: Frame) -> tuple[int | None, Anchor, str]:
    if says.year is not None:
        return says.year, "none", "explicit date" if says.day else "explicit"
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
    year, why = _year_seen_from(here, says, frame.direction)
    return year, "publication", why


def _year_seen_from(here: date, says: x.Date, direction: int) -> tuple[int, str]:
    """The year of a month or day as seen from a publication, and why."""
    month = says.month or 1
    if says.side is not None:
        return _year_by_side(says.side, month, here), f"counted from the publication, {here.isoformat()}"
    if says.day is None:
        ahead = direction > 0 and month != here.month
        year = here.year + (month < here.month) if ahead else here.year - (month > here.month)
        name = MONTHS[month - 1]
        return year, f"the {'next' if ahead else 'last'} {name} as seen from the publication, {here.isoformat()}"
    year = _nearest_year(says, here, direction)
    return year, f"the year in which the day lies nearest to the publication, {here.isoformat()}"


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
        seen = {_year_seen_from(end, says, frame.direction)[0] for end in (frame.bounds.first, frame.bounds.last)}
        if not fits and len(seen) == 1:
            return seen.pop(), "text", f"the year as seen from either bound of the report, {frame.bounds.edtf}"
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


def place_weekday(says: x.Weekday, frame: Frame) -> Answer:
    """The last one up to the publication; with a future verb the next, from the day it was said."""
    ahead = says.side == 1 or (frame.direction > 0 and says.side != -1)
    origin = frame.speech if ahead and says.week is None else frame.publication
    if origin is None or frame.day is None:
        return undated("day")
    base = origin.at.first
    if says.week is not None:
        when = c.week(base).first + timedelta(7 * says.week + says.weekday)
        return at(c.day(when, says.clock), origin.anchor, f"in the week counted from {origin.name}")
    gap = (says.weekday - base.weekday()) % 7
    if says.side == 1:
        when, kind = base + timedelta(gap or 7), "the next one after"
    elif says.side == -1:
        back = (-gap) % 7
        near = back == 0 or (back == 1 and not says.offset)  # nobody calls yesterday "last Wednesday"
        when, kind = base - timedelta(back + 7 * near), "the last one before"
    elif ahead:
        when, kind = base + timedelta(gap), "the next one from"
    elif gap == 1 and says.side is None and (frame.direction == 0 or frame.next_day):
        said = "the report tells of that day already," if frame.next_day else "no verb says past,"
        when, kind = base + timedelta(1), f"{said} so not the one six days back but the day after"
    else:
        when, kind = base - timedelta((-gap) % 7), "the last one up to"
    try:
        return at(c.day(when + timedelta(says.offset), says.clock), origin.anchor, f"{kind} {origin.name}")
    except OverflowError:
        return null("day", "beyond the calendar")


_TODAY = {0: "the day of", -1: "the calendar day before", 1: "the day after"}


def place_today(says: x.Today, frame: Frame) -> Answer:
    """Today, yesterday, tomorrow, by the calendar day of publication whatever its hour."""
    here, origin = frame.day, frame.publication
    if origin is None:
        return undated("day")
    if here is None:
        if says.offset:
            return null("day", f"the publication is dated to the {origin.at.grain} only")
        return at(origin.at, "publication", "a day in the time of publication, which gives no day")
    if frame.goes_on:
        here += timedelta(1)
        origin = Origin(at=c.day(here), anchor=origin.anchor, name=f"{day_name(here)}, to which the page goes on")
    if says.part == "overnight":
        return at(c.days(here - timedelta(1), here), "publication", f"the night to {origin.name}")
    kind = _TODAY.get(says.offset, f"{says.offset:+} days from")
    return at(c.day(here + timedelta(says.offset), says.clock), "publication", f"{kind} {origin.name}")


def place_same(says: x.Same, frame: Frame) -> Answer:
    """A day, or an hour of it, counted from the day that was told; without one, of the day that the lead tells of, or
    of publication where the words can only mean that."""
    told = frame.told_day
    origin: Origin | None = None
    if _is_today(says, told, frame):
        origin = frame.publication
    elif told is not None and not (_looks_back(says) and _is_to_come(told, frame)):
        origin = Origin(at=told, anchor="text", name=f"the day told before, {day_name(told.last)}")
    elif says.reach != "told" and not says.offset and frame.lead is not None:
        origin = Origin(
            at=frame.lead, anchor="text", name=f"the day that the lead tells of, {day_name(frame.lead.last)}"
        )
    elif says.reach != "told" and frame.day is not None:
        origin = frame.publication
    if origin is None:
        return null("minute" if says.clock else "day", "counted from a day that was not told before")
    when = origin.at.last + timedelta(says.offset)
    clock = _clock(says, frame)
    if says.offset == 0 and when == frame.day and _not_yet(clock or says.part, frame):
        return at(c.day(when - timedelta(1), clock), origin.anchor, f"the evening before {origin.name}")
    if says.part == "into the night":
        return at(c.days(when, when + timedelta(1)), origin.anchor, f"the night after {origin.name}")
    if says.part == "early hours" and frame.late:
        return at(c.day(when + timedelta(1)), origin.anchor, f"over midnight, counted from {origin.name}")
    why = f"counted from {origin.name}" if says.offset else origin.name
    return at(c.day(when, clock), origin.anchor, why)


def _is_today(says: x.Same, told: Stretch | None, frame: Frame) -> bool:
    """Is it "earlier in the day", of the day of publication?"""
    here = told is not None and told.first == told.last == frame.day
    return here and _looks_back(says) and says.reach == "scene"


def _looks_back(says: x.Same) -> bool:
    """Is it "earlier", or "earlier in the day", and nothing more?"""
    return says.offset == 0 and says.part is None and says.clock is None


def _is_to_come(told: Stretch, frame: Frame) -> bool:
    """Did the day lie ahead when the report was written? Nothing was before it that could have been told."""
    written = frame.day + timedelta(frame.next_day or frame.goes_on) if frame.day is not None else None
    return written is not None and told.first > written


def _clock(says: x.Same, frame: Frame) -> str | None:
    """The clock in the half of the day that lies nearer to the clock told before it, when that one named its half:
    "the hall was cleared at 8:55 p.m. and locked about 9:10"."""
    if says.clock is None or says.half or frame.clock is None or not frame.halves:
        return says.clock
    told = c.minutes(frame.clock.edtf[11:16])
    return min((says.clock, c.other_half(says.clock)), key=lambda clock: abs(c.minutes(clock) - told))


def _not_yet(part: str | None, frame: Frame) -> bool:
    """Had the hour not come at publication? A margin leaves room for clocks of other zones."""
    hour = (part or "")[:2]
    now = frame.published.edtf[11:13] if frame.published is not None else ""
    return frame.direction <= 0 and hour.isdigit() and now.isdigit() and int(hour) - int(now) > ZONE_HOURS


def place_feast(says: x.Feast, frame: Frame) -> Answer:
    """The feast of the year that is named, else the one nearest to the publication, or so many years before it, on the
    side that is named."""
    year, anchor, why = _year_of_feast(says, frame)
    if year is not None:
        found = feast(says.name, year)
        return at(_moved(found[0], says.offset), anchor, why) if found else null("day", "no such feast in that year")
    if frame.day is None:
        return undated("day")
    here = c.shift(frame.day, -says.ago, "year")
    near = [f for y in (here.year - 1, here.year, here.year + 1) for f in feast(says.name, y)]
    direction = frame.direction if not says.ago else 0
    if says.side == -1:
        near = [f for f in near if f.last < here][-1:]
    elif says.side == 1 or direction > 0:
        near = [f for f in near if f.last >= here][:1]
    elif direction < 0:
        near = [f for f in near if f.first <= here + timedelta(PREPARED_DAYS)]
    if not near:
        return null("day", "the date of this feast is not known here")
    chosen = min(near, key=lambda f: (max((f.first - here).days, (here - f.last).days, 0), f.edtf))
    since = f"{says.ago} years before the publication" if says.ago else "the publication"
    return at(_moved(chosen, says.offset), "publication", f"the one nearest to {since}, {day_name(here)}")


def _year_of_feast(says: x.Feast, frame: Frame) -> tuple[int | None, Anchor, str]:
    if says.year is not None:
        return says.year, "none", "the feast in the year that is named"
    if frame.published is None:
        return frame.year, "none", f"the feast in {frame.year}, the year told before it"
    if says.year_offset is not None:
        return frame.published.first.year + says.year_offset, "publication", "year counted from the publication"
    return (
        (None if frame.day else frame.published.first.year - says.ago),
        "none",
        "the feast in the year of publication",
    )


def _moved(stretch: Stretch, offset: int) -> Stretch:
    return c.day(stretch.first + timedelta(offset)) if offset else stretch
