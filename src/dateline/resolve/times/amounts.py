"""Cut -> Expression: so many units, and calendar units counted from now or from what was told."""

from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import DURATION_LETTER, Unit
from dateline.resolve.times.cut import Count, Cut
from dateline.resolve.times.dates import point
from dateline.resolve.times.expressions import Expression
from dateline.resolve.times.words import SEASON_NAMES

_LASTING = frozenset(
    "war conflict crisis insurgency campaign siege rebellion uprising rule regime blockade occupation".split()
)


def _iso(count: float, unit: Unit) -> str:
    if unit in ("second", "minute", "hour"):
        if unit == "hour" and count != int(count):
            return f"PT{round(count * 60)}M"
        return f"PT{round(count)}{unit[0].upper()}"
    if unit in ("decade", "century"):
        return f"P{round(count * (10 if unit == 'decade' else 100))}Y"
    if unit == "year" and count != int(count):
        return f"P{round(count * 12)}M"
    if unit == "week" and count != int(count):
        return f"P{round(count * 7)}D"
    return f"P{round(count)}{DURATION_LETTER[unit]}"


def _shift(cut: Cut, direction: int, base: x.Expression | str) -> Expression | None:
    count, unit = Count(cut), cut.unit
    if unit is None:
        return None
    if count.low is None or count.high is None:
        return x.Vague(why=f"no number of {unit}s is given")
    low, high = count.low, count.high
    if unit == "year" and low != int(low):
        low, high, unit = low * 12, high * 12, "month"
    vague = count.loose or (unit == "year" and base == "publication")
    return x.Shift(low=round(low), high=round(high), unit=unit, direction=direction, base=base, vague=vague)  # type: ignore[arg-type]


def ago(cut: Cut) -> Expression | None:
    """Two years ago, which is about two; a week from now."""
    if not cut.has("AGO", "FROM") or not Count(cut).high:
        return x.Vague(why="no number is given")
    return _shift(cut, -1 if cut.has("AGO") else 1, "publication")


def later(cut: Cut) -> Expression | None:
    """Five years later; two days earlier."""
    return _shift(cut, -1 if cut.has("EARLIER") else 1, "told")


def units_later(cut: Cut) -> Expression | None:
    """Hours later, years earlier."""
    if cut.unit in ("second", "minute", "hour"):
        return x.Same(reach="told")
    return x.Vague(why=f"no number of {cut.unit}s is given")


def beside(cut: Cut) -> Expression | None:
    """Two days before Friday; a year after 2014."""
    place = cut.index("BEFORE", "AFTER") or 0
    base = point(cut.part(place + 1))
    return _shift(cut.part(0, place), -1 if cut.has("BEFORE") else 1, base) if base else None


def beside_event(cut: Cut) -> Expression | None:
    """Three days after something happened: the day of it is not read here."""
    if not cut.plural and cut.names[0] == "UNIT":
        return None
    return x.Vague(why="counted from an event whose day the words do not give")


def window(cut: Cut) -> Expression | None:
    """Over the past four years; in the next few days."""
    count, unit = Count(cut), cut.unit
    direction = 1 if cut.has("NEXT", "COMING") else -1
    if unit is None:
        return None
    if count.low is None:
        return x.Vague(why=f"no number of {unit}s is given")
    if cut.names[0] == "LAST" and cut.before == "TO":
        return x.Duration(value=_iso(count.low, unit))
    return x.Window(count=round(count.high or count.low), unit=unit, direction=direction)  # type: ignore[arg-type]


def within(cut: Cut) -> Expression | None:
    """Within a couple of weeks, in ten years: a stretch ahead when something is to come, else a length of time."""
    count, unit = Count(cut), cut.unit
    if unit is None or count.high is None or count.low is None:
        return None if count.high is None and not cut.has("SEVERAL", "COUPLE") else x.Vague(why="no number is given")
    if cut.plural and cut.has("A") and not cut.has("SEVERAL", "COUPLE", "HALF"):
        return None  # "in a weeks-long offensive"
    length = _iso(count.high, unit)
    if cut.previous_word in _RATED or cut.next in ("OF", "AFTER") or unit in ("second", "minute") or _is_counted(cut):
        return x.Duration(value=length)
    if cut.has("WITHIN"):
        return x.Within(count=round(count.high), unit=unit, length=length)
    return x.Ahead(low=round(count.low), high=round(count.high), unit=unit, length=length)


def _is_counted(cut: Cut) -> bool:
    """Does it say in how long a time something came to be the first or the fourth: "the fourth to sink in less than a
    month", "it would be the first time in ten years"? Not so where a verb stands between ("the first will go in two
    weeks")."""
    for i in range(cut.first - 1, max(-1, cut.first - 1 - _RANK_REACH), -1):
        name = cut.words.name(i)
        if name in ("ORDWORD", "ORD", "SECOND"):
            return cut.words.name(i - 1) == "THE"
        if name in ("WILL", "PLAN", "MUST", "DOT", "STOP", "QUOTE", "MONTH", "MON"):
            return False
    return False


_RANK_REACH = 12
"""How many words may stand between a rank and the span that it is counted in."""


def duration(cut: Cut) -> Expression | None:
    """For two years, a three-day visit, nearly an hour. A bare "a day" may be a rate."""
    count, unit = Count(cut), cut.unit
    between = {low for name, low in zip(cut.names, cut.lower, strict=True) if name in ("WORD", "ED")}
    if unit is None or between - _BETWEEN:
        return None
    if cut.names == ["A", "UNIT"] and (cut.next != "OF" or unit == "day"):
        if cut.before in ("UNIT", "NUM", "SMALL") or cut.previous_word in _RATED:
            return x.Recurring()
        return x.Duration(value=_iso(1, unit)) if unit == "hour" and cut.before not in ("WORD", "CAP") else None
    if cut.has("LONG") and count.high is None:
        return x.Duration(value=None if cut.plural else _iso(1, unit))
    if count.high is None and not cut.has("SEVERAL", "COUPLE"):
        return x.Duration(value=None) if cut.plural and cut.has("FOR", "AFTER") else None
    return x.Duration(value=_iso(count.high, unit) if count.high is not None else None)


_BETWEEN = frozenset("consecutive straight full whole long more working difficult".split())
_RATED = frozenset(
    "times million billion thousand dollars barrels people hours once twice euros percent migrants".split()
)


def age(cut: Cut) -> Expression | None:
    """A five-year-old war has lasted so long; the age of a person is no time."""
    count = Count(cut)
    if cut.next_word not in _LASTING or cut.unit is None or not count.high:
        return x.Nothing()
    return x.Duration(value=_iso(count.high, cut.unit))


def current(cut: Cut) -> Expression | None:
    """This week, last year, next month, the weekend, earlier this year, the end of the month."""
    if cut.has("WEEKEND"):
        return x.Recurring() if cut.word("WEEKEND") == "weekends" else _weekend(cut)
    unit = cut.unit
    if cut.has("QUARTER"):
        return x.Current(unit="quarter", offset=cut.side or 0, edge=cut.edge)
    if unit is None:
        return None
    if cut.before == "QUOTE" and cut.is_titled() and len(cut.names) > 1:
        return x.Nothing()  # the name of a programme: “This Week”
    if cut.has("FISCAL") and cut.word("FISCAL") != "calendar":
        return x.Vague(why="a fiscal year is not a calendar year")
    possessive = cut.has("THIS", "LAST", "NEXT") and not cut.has("THE")  # "last weeks attack": the apostrophe is lost
    if cut.plural and not possessive:
        return x.Vague(why=f"no number of {unit}s is given")
    rolling = cut.has("PAST") or (cut.has("LAST") and cut.has("THE") and cut.has("IN", "OVER", "DURING", "WITHIN"))
    if rolling and cut.edge is None:
        return x.Window(count=1, unit=unit, direction=-1)
    if unit == "decade" and cut.has("NEXT", "COMING"):
        return x.Window(count=1, unit=unit, direction=1)
    if unit not in ("week", "month", "year"):
        return x.Vague(why=f"which {unit} is not said")
    return x.Current(unit=unit, offset=cut.side or 0, edge=cut.edge, anaphoric=cut.has("THAT"))


def _weekend(cut: Cut) -> Expression:
    return x.Current(unit="weekend", offset=cut.side or 0, bare=cut.side is None)


def part_of_unit(cut: Cut) -> Expression | None:
    """Earlier in the day, later in the week, early in the year."""
    if cut.has("PART"):
        return x.Same(part=cut.day_part, reach="told")
    if cut.unit == "day":
        return x.Same(reach="told" if cut.has("THAT") else "scene")
    if cut.unit in ("week", "month", "year"):
        return x.Current(unit=cut.unit, offset=0, edge=cut.edge, anaphoric=cut.has("THAT"))
    return None


def year_end(cut: Cut) -> Expression | None:
    """Year-end."""
    return x.Current(unit="year", offset=0, edge="end") if cut.unit == "year" and cut.word("EDGE") == "end" else None


def units_ahead(cut: Cut) -> Expression | None:
    """The days ahead, years to come."""
    if cut.has("DEADLINE", "COMING") or cut.lower[-1] == "come":
        return x.Vague(why=f"no number of {cut.unit}s is given")
    return None


def anaphoric(cut: Cut) -> Expression | None:
    """The next day, that year, the week before: counted from what was just told."""
    offset = cut.side or 0
    if cut.names[-1] in ("BEFORE", "AFTER", "EARLIER"):
        offset = 1 if cut.names[-1] == "AFTER" else -1
        if cut.names[-1] != "EARLIER" and cut.next in _OPENS_EVENT:
            return x.Vague(why="counted from an event whose day the words do not give")
    if cut.plural or cut.has("WEEKEND", "SEASON") or (cut.word("PART") or "").endswith("s"):
        return x.Vague(why="which of them is not said")
    if cut.has("PART"):
        return x.Same(offset=offset, part=cut.day_part, reach="told")
    if cut.unit == "day":
        return x.Same(offset=offset, reach="told")
    if cut.unit in ("week", "month", "year") and not cut.has("NEXT"):
        return x.Current(unit=cut.unit, offset=offset, anaphoric=True, edge=cut.edge)
    return None


_OPENS_EVENT = frozenset({"THE", "A", "CAP", "WORD", "ED", "THAT", "THIS"})


def season(cut: Cut) -> Expression | None:
    """Last summer, the spring of 2011."""
    low = {"fall": "autumn"}.get(cut.word("SEASON") or "", cut.word("SEASON") or "")
    number = SEASON_NAMES.index(low)
    if cut.has("THE") and cut.year is None and cut.unit is None and cut.side is None:
        if cut.word("SEASON") in ("fall", "spring") or cut.before not in ("IN", "DURING", "SINCE", "OVER", "BY"):
            return None
        return x.Season(season=number)
    offset = cut.side if cut.unit == "year" else None
    return x.Season(season=number, year=cut.year, side=cut.side if offset is None else None, year_offset=offset)


def quarter(cut: Cut) -> Expression | None:
    """The first quarter of 2016."""
    number = cut.ordinal
    if number is None or number > 4:
        return None
    return x.Quarter(quarter=number, year=cut.year, year_offset=cut.side if cut.unit == "year" else None)


def last_quarter(cut: Cut) -> Expression | None:
    """The last quarter of this year."""
    sides = [name for name in cut.names[2:] if name in ("THIS", "LAST", "NEXT")]
    offset = {"THIS": 0, "LAST": -1, "NEXT": 1}[sides[0]] if sides else None
    return x.Quarter(quarter=4, year=cut.year, year_offset=offset) if cut.year or sides else None


def first_units(cut: Cut) -> Expression | None:
    """The first six months of this year, the second half of 2016."""
    last = (cut.has("LAST") and cut.names[1] == "LAST") or cut.lower[1] == "last"
    first = 1 if not last else 0
    if cut.ordinal not in (1, 2) and not last:
        return None
    if cut.has("HALF"):
        low, high = (1, 6) if cut.ordinal == 1 else (7, 12)
    else:
        count = Count(cut.part(0, (cut.index("UNIT") or 0) + 1))
        if cut.ordinal == 2 or not count.high or cut.word("UNIT") != "months" or count.high > 12:
            return None
        high = round(count.high) if first else 12
        low = 1 if first else 13 - round(count.high)
    offset = None if cut.year else 0
    side = [name for name in cut.names if name in ("THIS", "NEXT")] or (
        ["LAST"] if cut.names.count("LAST") > last else []
    )
    offset = offset if offset is None else {"THIS": 0, "NEXT": 1, "LAST": -1}.get(side[0] if side else "THIS", 0)
    return x.Range(
        first=x.Date(year=cut.year, month=low, year_offset=offset),
        last=x.Date(year=cut.year, month=high, year_offset=offset),
    )


def recurring(cut: Cut) -> Expression | None:
    """Every day, per year, daily; "China Daily" is a name."""
    start = cut.words.starts[cut.first]
    if (
        cut.names == ["ANNUAL"]
        and cut.words.text[start].isupper()
        and ("CAP" in (cut.before, cut.next) or cut.before == "S")
    ):
        return x.Nothing()
    return x.Recurring()


def on_plural(cut: Cut) -> Expression | None:
    """On Sundays. Where the apostrophe is lost, "on Saturdays blast" is Saturday's."""
    low = cut.word("WEEKDAY", "WEEKEND") or ""
    if not low.endswith("s"):
        return None
    if cut.has("WEEKDAY") and cut.next in ("WORD", "CAP"):
        return None
    return x.Recurring()


def vague(cut: Cut) -> Expression | None:
    """Now, recently, in recent weeks, at the time; "at the same time" is no time."""
    if "same" in cut.lower or (cut.lower == ["soon"] and cut.next == "AS"):
        return x.Nothing()
    return x.Vague(why=f'"{" ".join(cut.lower)}" gives no date')


def earlier(cut: Cut) -> Expression | None:
    """Earlier that day, said with nothing but a verb: "trucks earlier left", "Earlier, he said"."""
    opens = cut.before in ("", "DOT", "STOP", "QUOTE") and cut.next == "COMMA"
    return x.Same(reach="told") if opens or cut.next in ("ED", "WAS", "SAID") else None


def then(cut: Cut) -> Expression | None:
    """Since then."""
    return x.Since(start=None)
