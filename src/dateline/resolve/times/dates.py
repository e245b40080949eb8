"""Cut -> Expression: dates, years, feasts; null when the words only look like a time."""

import datetime
import re

from dateline.resolve.times import expressions as x
from dateline.resolve.times.cut import Cut
from dateline.resolve.times.expressions import Expression
from dateline.resolve.times.feasts import NAMES
from dateline.resolve.times.weekdays import today, weekday

_TAKES_YEAR = frozenset(
    "IN SINCE UNTIL BY FROM OF DURING EARLY LATE MID BETWEEN AFTER BEFORE LPAR TO INTO FOR OVER ABOUT THIS LAST NEXT "
    "SEASON COMMA".split()
)
_COUNTED = frozenset(
    "people civilians fighters families residents refugees soldiers troops men women children euros dollars pounds "
    "million billion percent per cent km kilometres kilometers miles metres meters feet tons tonnes vehicles homes "
    "houses votes points words seats others evacuees migrants prisoners police officers shells "
    "% bc bce".split()
)
_NUMBERED = frozenset("flight boeing airbus route highway resolution section law number unit room model".split())
_OF_2001 = frozenset("attacks attack terrorist terror hijackers hijackings".split())
"""September 11 before these is the day of 2001."""
_NUMERIC_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{2,4})")


def date(cut: Cut) -> Expression | None:
    """A date with a month, a day, a year, or all of them."""
    iso = cut.word("ISO")
    if iso:
        return _real(int(iso[:4]), int(iso[5:7]), int(iso[8:10]), cut)
    numeric = cut.word("NUMERIC")
    if numeric:
        return _numeric(numeric, cut)
    if cut.month is None:
        return year(cut)
    number = _day_number(cut)
    year_number = cut.year
    if number and year_number is None and cut.before == "IN" and cut.names[0] in ("MONTH", "MON"):
        return None  # "in March 20 people": the comma is lost, the number counts
    if cut.has("MON") and not (number or year_number):
        return None
    if number is not None and cut.names[-1] == "SMALL" and cut.touches_next() and cut.next in ("CAP", "WORD"):
        return None  # "a Long March 4C rocket"
    if number is not None and not _in_month(number, cut.month, year_number):
        return None
    if (cut.month, number, year_number) == (9, 11, None) and cut.next_word in _OF_2001:
        return x.Date(year=2001, month=9, day=11)
    told = cut.unit == "year" and cut.has("THAT", "PREV", "FOLLOWING")
    offset = cut.side if cut.unit == "year" else None
    return x.Date(
        year=year_number,
        month=cut.month,
        day=number,
        weekday=cut.weekday,
        clock=cut.clock,
        part=cut.day_part if number else None,
        edge=cut.edge,
        year_offset=offset,
        year_told=told,
        side=cut.side if offset is None and number is None else None,
    )


def _day_number(cut: Cut) -> int | None:
    """The day of the month: a number that is not the hour of a clock."""
    for i, (name, low) in enumerate(zip(cut.names, cut.lower, strict=True)):
        if name in ("SMALL", "ORD") and cut.names[i + 1 : i + 2] != ["AMPM"]:
            return int(re.sub(r"\D", "", low))
    return None


def _real(year_number: int, month: int, day: int, cut: Cut) -> x.Date | None:
    if not (1000 <= year_number <= 2999 and 1 <= month <= 12 and _in_month(day, month, year_number)):
        return None
    return x.Date(year=year_number, month=month, day=day, clock=cut.clock)


def _in_month(day: int, month: int, year_number: int | None) -> bool:
    try:
        datetime.date(year_number or 2000, month, day)
    except ValueError:
        return False
    return True


def _numeric(text: str, cut: Cut) -> Expression | None:
    match = _NUMERIC_DATE.fullmatch(text)
    if not match:
        return None
    first, second, third = (int(g) for g in match.groups())
    year_number = third if third > 99 else third + (2000 if third < 70 else 1900)
    if "." in text or first > 12:
        return _real(year_number, second, first, cut)
    if second > 12 or first == second:
        return _real(year_number, first, second, cut)
    return x.Vague(why=f"{text} is one day in America and another elsewhere")


def year(cut: Cut) -> Expression | None:
    """A year alone: certain after a preposition, likely in front of a noun, never in front of what is counted."""
    number = cut.year
    if number is None or cut.next_word in _COUNTED or cut.next == "UNIT":
        return None
    if cut.has("SHORT", "EDGE", "EARLY", "LATE", "MID", "EARLIER", "LATER"):
        return x.Date(year=number, edge=cut.edge)
    if cut.before in _TAKES_YEAR and not (cut.before in ("ABOUT", "OVER", "FOR", "TO", "FROM") and number % 100 == 0):
        return x.Date(year=number) if 1000 <= number <= 2100 else None
    if not 1900 <= number <= 2049 or number in (1900, 2000):
        return None
    if cut.previous_word in _NUMBERED:
        return None
    if cut.before in ("PUNCT", "AT", "LEAST", "THAN") or (cut.before == "DASH" and cut.touches_previous()):
        return None
    return x.Date(year=number)


def the_year(cut: Cut) -> Expression | None:
    """The year 2000."""
    return x.Date(year=cut.year, edge=cut.edge) if cut.unit == "year" and not cut.plural else None


def month(cut: Cut) -> Expression | None:
    """A month alone. March and May, June and April are also a verb and given names."""
    if cut.has("MON"):
        return None
    place = cut.index("MONTH") or 0
    low, start = cut.word("MONTH"), cut.words.starts[cut.first + place]
    known = cut.before in _TAKES_YEAR or place > 0
    if low in ("may", "march", "april", "june", "august") and not known:
        if cut.words.text[start : start + 2].isupper() or cut.next in ("CAP", "SAID"):
            return None
        if low == "may" and cut.before in ("", "DOT", "STOP", "QUOTE", "THE", "CAP", "S", "APOS"):
            return None
        if low == "march" and (cut.before != "THE" or cut.next not in ("WORD", "ED")):
            return None
    return x.Date(month=cut.month, edge=cut.edge, side=cut.side)


def days_of_month(cut: Cut) -> Expression | None:
    """From one day of a month to another: "March 5-7"."""
    numbers = [
        int(re.sub(r"\D", "", low)) for name, low in zip(cut.names, cut.lower, strict=True) if name in ("SMALL", "ORD")
    ]
    if len(numbers) != 2 or cut.month is None or numbers[0] >= numbers[1]:
        return None
    if cut.has("AND", "OR") and not cut.has("BETWEEN") and numbers[1] != numbers[0] + 1:
        return None
    if not all(_in_month(n, cut.month, cut.year) for n in numbers):
        return None
    first, last = (x.Date(year=cut.year, month=cut.month, day=n) for n in numbers)
    return x.Range(first=first, last=last)


def between(cut: Cut) -> Expression | None:
    """From one date to another."""
    middles = [i for i, name in enumerate(cut.names) if i and name in ("TO", "AND", "DASH", "UNTIL")]
    for middle in middles:
        first, last = point(cut.part(0, middle)), point(cut.part(middle + 1))
        if first is not None and last is not None:
            return x.Range(first=first, last=last)
    return None


def point(cut: Cut) -> Expression | None:
    """A date, weekday, day or unit within a longer expression."""
    if not cut.names:
        return None
    if cut.weekday is not None and cut.month is None:
        return weekday(cut)
    if cut.has("TODAY"):
        return today(cut)
    if cut.has("DECADE"):
        return decade(cut)
    if cut.month is not None or cut.has("ISO", "NUMERIC", "YEAR"):
        return date(cut)
    if cut.unit and cut.side is not None:
        return x.Current(unit=cut.unit, offset=cut.side)
    return None


def years(cut: Cut) -> Expression | None:
    """From one year to another: "1975-79", "2002 to 2006"."""
    digits = [
        re.sub(r"\D", "", low)
        for name, low in zip(cut.names, cut.lower, strict=True)
        if name in ("YEAR", "SHORT", "SMALL", "NUM")
    ]
    if len(digits) != 2 or len(digits[1]) not in (2, 4):
        return None
    first = int(digits[0])
    last = int(digits[0][: 4 - len(digits[1])] + digits[1])
    if not (1000 <= first < last <= 2199) or last - first > 200 or cut.next_word in _COUNTED:
        return None
    return x.Range(first=x.Date(year=first), last=x.Date(year=last))


def week_of(cut: Cut) -> Expression | None:
    """The week of February 6."""
    inner = date(cut.part(3))
    return x.Holding(unit=cut.unit, of=inner) if inner is not None and cut.unit in ("week", "month") else None


def nine_eleven(cut: Cut) -> Expression | None:
    """9/11, the day that is known by its number."""
    return x.Date(year=2001, month=9, day=11) if cut.lower == ["9", "/", "11"] else None


def eve(cut: Cut) -> Expression | None:
    """The eve of Monday: the day before."""
    base = point(cut.part((cut.index("OF") or 0) + 1))
    return x.Shift(low=1, high=1, unit="day", direction=-1, base=base) if base else None


_FEASTS = {"xmas": "christmas", "newroz": "nowruz", "norooz": "nowruz"}
_OTHER_YEARS = frozenset(
    "chinese lunar persian iranian kurdish jewish islamic muslim tamil hindu thai khmer orthodox".split()
)
"""Before "New Year": of calendars in which it is no 1 January."""
_PARTIES = frozenset(
    "celebration celebrations party parties festivities fireworks firework revellers revelers revelry night".split()
)
"""What goes on from New Year's Eve into New Year's Day."""


def feast(cut: Cut) -> Expression | None:
    """A feast by name; a name alone is taken for a feast only with a capital."""
    words = [low for low in cut.lower if low.isalpha() and low != "s"]
    place = cut.index("CHRISTMAS", "GOOD", "NEW", "EID") or 0
    start = cut.words.starts[cut.first + place]
    if not cut.words.text[start].isupper():
        return None
    pair = " ".join(words[words.index(cut.lower[place]) :][:2])
    head = cut.lower[place]
    eve = -1 if cut.has("EVE") else 0
    side = cut.side
    if head == "new":
        before = cut.lower[place - 1] if place else cut.previous_word
        if cut.unit is None or not cut.lower[place + 1].startswith("year") or before in _OTHER_YEARS:
            return None
        if (
            not cut.has("EVE")
            and not cut.has("S", "APOS")
            and cut.lower.count("day") == 0
            and cut.before not in ("THE", "BY", "AT", "FOR", "AFTER", "BEFORE", "SINCE")
        ):
            return None
        night = not eve and cut.has("S", "APOS") and cut.next_word in _PARTIES
        return x.Feast(
            name="new year eve" if eve else "new year night" if night else "new year", side=side, year=cut.year
        )
    if head == "eid":
        rest = " ".join(words)
        name = "eid al adha" if "adha" in rest or "azha" in rest else "eid al fitr" if "fitr" in rest else None
        return x.Feast(name=name, side=side, year=cut.year) if name else None
    name = _FEASTS.get(head, head)
    if cut.names[place] == "GOOD":
        name = pair if pair in NAMES else head
    return x.Feast(name=name, side=side, year=cut.year, offset=eve) if name in NAMES else None


def decade(cut: Cut) -> Expression | None:
    """The 1970s, the '70s, the early 1980s."""
    word = cut.word("DECADE") or ""
    digits = re.sub(r"\D", "", word)
    plain = word[0].isdigit() and len(digits) == 2 and "the" not in cut.lower
    if plain and (int(digits) < 50 or cut.before not in ("IN", "OF", "FROM", "SINCE")):
        return None  # "in his 20s"
    first = int(digits) if len(digits) == 4 else 1900 + int(digits) if len(digits) == 2 else 0
    if not 1000 <= first <= 2190:
        return None
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(cut.edge or "", (0, 9))
    return x.Years(first=first + low, last=first + high)


def century(cut: Cut) -> Expression | None:
    """The 20th century."""
    number = cut.ordinal
    if cut.unit != "century" or number is None or not 11 <= number <= 30:
        return None
    return x.Years(first=100 * (number - 1) + 1, last=100 * number)
