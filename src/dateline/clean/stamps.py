"""text -> stamps: the absolute dates that pages print ("Sun Apr 16 2017", "15.04.2017", "10 November 2016 19:44 GMT").

Only what a page says in full is read: a date without a year is none. A numeric date whose day and month could be
exchanged is read day first or month first only where the caller knows the habit of the place.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from dateline.english.patterns import one_of

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside are misprints."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari ocak января",
            "february feb februar février febrero febbraio fevereiro februari şubat февраля",
            "march mar märz mars marzo março maart mart марта",
            "april apr avril abril aprile nisan апреля",
            "may mai mayo maggio maio mei mayıs мая",
            "june jun juni juin junio giugno junho haziran июня",
            "july jul juli juillet julio luglio julho temmuz июля",
            "august aug août agosto augustus ağustos августа",
            "september sep sept septembre septiembre settembre setembro eylül сентября",
            "october oct oktober octobre octubre ottobre outubro ekim октября",
            "november nov novembre noviembre novembro kasım ноября",
            "december dec dezember décembre diciembre dicembre dezembro aralık декабря",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{one_of(_MONTHS)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATE = re.compile(
    "|".join(
        p.replace("(?P<", f"(?P<{form}_")
        for form, p in {
            "iso": rf"(?<![\d-]){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})-?[-/.](?P<day>\d{{1,2}})(?!\d)",
            "mdy": rf"\b{_MONTH}\s{{0,3}}{_DAY}\s{{0,3}},?\s{{0,3}}{_YEAR}",
            "run": rf"\b{_MONTH}\s{{0,3}}(?P<day>\d{{1,2}})(?P<year>(?:19|20)\d\d)(?!\d)",
            "dmy": rf"(?<!\d){_DAY}\s{{0,3}}[-–]?(?:of\s|de\s)?\s{{0,2}}{_MONTH}"
            rf"\s{{0,3}},?[-–]?\s{{0,3}}(?:de\s|of\s)?{_YEAR}",
            "num": rf"(?<![\d./-])(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})[./-]{_YEAR}",
            "cjk": r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        }.items()
    ),
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:[a-z]{0,3}day|s?day)?\b[.,]?\s{0,3}$", re.IGNORECASE
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIXED = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300,
    "edt": -240, "cdt": -300, "mdt": -360, "mst": -420, "pst": -480, "pdt": -420, "jst": 540, "kst": 540, "hkt": 480,
    "sgt": 480, "aest": 600, "aedt": 660,
}  # fmt: skip
_SEASONAL = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "uk": "Europe/London",
}  # fmt: skip
"""Zones whose offset turns with the season; that of "IST" stays unknown, since three countries write it."""
_ZONE = (
    r"(?P<zone>Z\b|(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d\b"
    rf"|\(?\b(?:{one_of({*_FIXED, *_SEASONAL, 'ist'} - {'z', 'uk'})}|UK(?: time)?)\b\)?)"
)
_CLOCK = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d{1,9})?)?(?!\d)\s?(?P<half>[ap]\.?m\b\.?)?"
_JOIN = r"(?:\s|,|;|\||-|–|—|•|·|@|\(|at\b|T(?=\d)|um\b|às?\b|a las\b|alle\b|kl\.?\s){0,6}"
_TIME_AFTER = re.compile(
    rf"{_JOIN}(?:{_CLOCK}|(?P<hour2>\d{{1,2}})\s?(?P<half2>[ap]\.?m\b\.?)|(?:at\s)?(?P<hour3>\d\d)(?P<minute3>\d\d)\b(?=(?<=at\s\d{{4}})|\s?(?:UTC|GMT)))\s?{_ZONE}?",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    rf"(?:(?<![\d:.]){_CLOCK}|(?<!\d)(?P<hour2>\d{{1,2}})\s?(?P<half2>[ap]\.?m\b\.?)|(?<!\d)(?P<hour3>\d\d)(?P<minute3>\d\d))"
    rf"\s?{_ZONE}?(?:\s|,|\||-|–|on\b|[A-Z][a-z]{{2,8}}day\b){{0,6}}$",
    re.IGNORECASE,
)
_COARSE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_MAYBE_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 30
"""Code points on either side of a date in which its time of day may stand."""
MIDNIGHT = time()

Order = Literal["day", "month"]


class Stamp(NamedTuple):
    """A date as printed. `value` is EDTF with a time where one stands beside it; `weekday` is false when the weekday
    printed before it is another; `order` says how a numeric date was read."""

    start: int
    end: int
    value: str
    weekday: bool | None = None
    order: Order | None = None
    swappable: bool = False

    @property
    def day(self) -> str:
        """The calendar day alone (or month or year, where no more is said)."""
        return self.value[:10]

    @property
    def precision(self) -> Literal["minute", "day", "month", "year"]:
        """How exact the value is."""
        size = len(self.value)
        return "year" if size == 4 else "month" if size == 7 else "day" if size == 10 else "minute"

    @property
    def minute(self) -> bool:
        """Whether the value holds a time of day."""
        return self.precision == "minute"

    def without_midnight(self) -> "Stamp":
        """The stamp as a day where its time of day is midnight."""
        return self._replace(value=self.day) if self.value[10:16] == "T00:00" else self

    def swapped(self) -> "Stamp | None":
        """The stamp with day and month exchanged, where that is a date."""
        day = _day(int(self.value[:4]), int(self.value[8:10]), int(self.value[5:7])) if self.swappable else None
        if day is None:
            return None
        other: Order = "month" if self.order == "day" else "day"
        return self._replace(value=day.isoformat() + self.value[10:], order=other)


def find_stamps(text: str, start: int = 0, order: Order | None = None) -> list[Stamp]:
    """The dates in `text`, which stands at `start` in the report, with the time of day printed beside them."""
    stamps = []
    last = 0
    for match in _dates(text):
        form = (match.lastgroup or "").split("_")[0]
        part = {k.split("_")[1]: v for k, v in match.groupdict().items() if v and k.startswith(form)}
        weekday = _WEEKDAY.search(text, max(last, match.start() - 14), match.start())
        found = _read_day(form, part, weekday.group(1).lower() if weekday else None, order)
        if found is None:
            continue
        day, how, swappable = found
        agrees = None if weekday is None else WEEKDAYS[day.weekday()] == weekday.group(1).lower()[:3]
        begin, end = (weekday or match).start(), match.end()
        clock = _TIME_AFTER.match(text, end, min(len(text), end + _REACH))
        value = clock and _with_time(day, clock)
        if clock and value:
            end = clock.end()
        else:
            clock = _TIME_BEFORE.search(text, max(last, begin - _REACH), begin)
            value = clock and _with_time(day, clock)
            if clock and value:
                begin = clock.start()
        last = end
        raw = text[begin:end]
        begin += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
        stamps.append(Stamp(start + begin, start + end, value or day.isoformat(), agrees, how, swappable))
    return stamps


def _dates(text: str) -> Iterator[re.Match[str]]:
    """The dates, looked for only around what may be a year: most text has none."""
    end = 0
    for year in _MAYBE_YEAR.finditer(text):
        if year.start() < end:
            continue
        match = _DATE.search(text, max(end, year.start() - _REACH), min(len(text), year.end() + _REACH // 2))
        if match:
            end = match.end()
            yield match


def read_declared(value: str) -> Stamp | None:
    """A machine-written date (`2016-11-10T15:50:00+01:00`, or any printed one), or null. One at midnight is a day: a
    machine that has no time of day writes 00:00."""
    text = value.strip()[:100]
    if _COARSE.fullmatch(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return Stamp(0, len(text), text)
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00").replace(" UTC", "+00:00"))
    except ValueError:
        stamps = find_stamps(text)
        return stamps[0].without_midnight() if stamps else None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    if len(text) <= 10 or moment.time() == MIDNIGHT:
        return Stamp(0, len(text), moment.date().isoformat())
    return Stamp(0, len(text), moment.strftime("%Y-%m-%dT%H:%M") + _offset(moment.utcoffset()))


def _read_day(
    form: str, part: dict[str, str], weekday: str | None, order: Order | None
) -> tuple[date, Order | None, bool] | None:
    year = int(part["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if form == "num":
        return _read_numeric(int(part["a"]), int(part["b"]), year, part["sep"], weekday, order)
    month = _MONTHS.get(part["month"].lower()) or (int(part["month"]) if part["month"].isdigit() else 0)
    day = _day(year, month, int(part["day"]))
    return (day, None, False) if day else None


def _read_numeric(
    a: int, b: int, year: int, sep: str, weekday: str | None, order: Order | None
) -> tuple[date, Order | None, bool] | None:
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if day_first and month_first and day_first != month_first:
        named = [d for d in (day_first, month_first) if weekday and WEEKDAYS[d.weekday()] == weekday[:3]]
        if len(named) == 1:
            return named[0], "day" if named[0] == day_first else "month", False
        habit = order or ("month" if sep == "/" else "day")
        return (day_first if habit == "day" else month_first), habit, order is None and sep != "."
    if day_first:
        return day_first, "day", False
    return (month_first, "month", False) if month_first else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_time(day: date, match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["hour"]:
        hour, minute, half = int(part["hour"]), int(part["minute"]), part["half"]
    elif part["hour2"]:
        hour, minute, half = int(part["hour2"]), 0, part["half2"]
    else:
        hour, minute, half = int(part["hour3"]), int(part["minute3"]), None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return None
    moment = datetime(day.year, day.month, day.day, hour, minute)
    return moment.strftime("%Y-%m-%dT%H:%M") + _zone(moment, part["zone"])


def _zone(moment: datetime, zone: str | None) -> str:
    if not zone:
        return ""
    name = zone.strip("() ").lower().removesuffix(" time")
    if name in _FIXED:
        return _offset(timedelta(minutes=_FIXED[name]))
    if name in _SEASONAL:
        return _offset(moment.replace(tzinfo=ZoneInfo(_SEASONAL[name])).utcoffset())
    digits = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", name)
    if not digits:
        return ""
    minutes = int(digits[2]) * 60 + int(digits[3] or 0)
    return (
        _offset(timezone(timedelta(minutes=minutes if digits[1] == "+" else -minutes)).utcoffset(None))
        if minutes < 1440
        else ""
    )


def _offset(delta: timedelta | None) -> str:
    if delta is None:
        return ""
    minutes = round(delta.total_seconds() / 60)
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
