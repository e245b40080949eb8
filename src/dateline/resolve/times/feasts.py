"""Feast and year -> Stretch: the days that news dates by a feast.

Fixed feasts after the Roman calendar, national days after the laws of their countries; those that several countries
keep on different days ("Independence Day") name none.
Movable Christian feasts after the Gregorian computus (Meeus/Jones/Butcher). Islamic feasts after the tabular civil
calendar: the sighting of the moon may move them by a day, so they are written as approximate.
"""

from datetime import date, timedelta

from dateline.resolve.times.calendar import Stretch, around, day, days

FIXED = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year": (1, 1),
    "new year eve": (12, 31),
    "halloween": (10, 31),
    "epiphany": (1, 6),
    "australia day": (1, 26),
    "valentine day": (2, 14),
    "patrick day": (3, 17),
    "anzac day": (4, 25),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "bastille day": (7, 14),
    "saints day": (11, 1),
    "souls day": (11, 2),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "nowruz": (3, 20),
}
AFTER_EASTER = {
    "easter": 0,
    "easter monday": 1,
    "easter saturday": -1,
    "holy saturday": -1,
    "good friday": -2,
    "holy thursday": -3,
    "maundy thursday": -3,
    "palm sunday": -7,
    "ash wednesday": -46,
    "pentecost": 49,
}
ISLAMIC = {  # month, first day, last day
    "ashura": (1, 10, 10),
    "arbaeen": (2, 20, 20),
    "mawlid": (3, 12, 12),
    "ramadan": (9, 1, 30),
    "eid al fitr": (10, 1, 3),
    "hajj": (12, 8, 13),
    "eid al adha": (12, 10, 13),
}
NEW_YEAR_NIGHT = "new year night"
NAMES = frozenset({*FIXED, *AFTER_EASTER, *ISLAMIC, "thanksgiving", NEW_YEAR_NIGHT})
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1, civil reckoning


def feast(name: str, year: int) -> tuple[Stretch, ...]:
    """The feast in the Gregorian year: none, one, or two where a lunar year begins twice in it."""
    if name in FIXED:
        return (day(date(year, *FIXED[name])),)
    if name in AFTER_EASTER:
        return (day(_easter(year) + timedelta(AFTER_EASTER[name])),)
    if name == "thanksgiving":
        november = date(year, 11, 1)
        return (day(november + timedelta((3 - november.weekday()) % 7 + 21)),)
    if name == NEW_YEAR_NIGHT:
        return (days(date(year - 1, 12, 31), date(year, 1, 1)),)
    if name in ISLAMIC:
        return tuple(s for s in _islamic_near(name, year) if s.first.year == year)
    return ()


def _islamic_near(name: str, year: int) -> list[Stretch]:
    month, first, last = ISLAMIC[name]
    found = []
    for islamic_year in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        begin = date.fromordinal(_islamic_day(islamic_year, month, first))
        end = begin + timedelta(last - first)
        found.append(around(day(begin) if begin == end else days(begin, end)))
    return found


def _islamic_day(year: int, month: int, day_number: int) -> int:
    leap_days = (3 + 11 * year) // 30
    return _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + leap_days + (59 * (month - 1) + 1) // 2 + day_number


def _easter(year: int) -> date:
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, zero_based = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, zero_based + 1)
