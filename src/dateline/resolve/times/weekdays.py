"""Cut -> Expression: weekdays, and days counted from today; null when the words only look like a time."""

from dateline.resolve.times import expressions as x
from dateline.resolve.times.cut import Count, Cut
from dateline.resolve.times.expressions import Expression

_CHANNELS = frozenset("tv television newspaper channel show programme program".split())
_TODAY_PAPERS = frozenset("usa russia zaman".split())
_PAPERS = frozenset("times express mirror telegraph mail herald post independent sun".split())
_NAMED_DAYS = frozenset("black bloody cyber super red".split())


def weekday(cut: Cut) -> Expression | None:
    """A weekday with what is said of it."""
    number = cut.weekday
    if cut.has("TODAY") and "overnight" not in cut.lower:
        return None
    if number is None or (cut.next_word in _PAPERS and cut.next == "CAP") or cut.previous_word in _NAMED_DAYS:
        return None
    if cut.names[0] == "THE" and cut.side is None and cut.next in ("BEFORE", "AFTER"):
        return x.Vague(why="counted from an event whose day the words do not give")
    week = None
    if cut.unit:
        if cut.unit != "week" or cut.plural:
            return None if cut.side is not None else x.Weekday(weekday=number, part=cut.day_part)
        week = cut.side
    side = None if week is not None else cut.side
    after_next = cut.names[-2:] == ["AFTER", "NEXT"]
    return x.Weekday(
        weekday=number,
        side=1 if after_next else side,
        week=week,
        part=cut.day_part,
        clock=cut.clock,
        offset=7 if after_next else 0,
    )


def weekdays_ago(cut: Cut) -> Expression | None:
    """Three Fridays ago."""
    count = Count(cut).high
    if cut.weekday is None or not count:
        return None
    return x.Weekday(weekday=cut.weekday, side=-1, offset=-7 * (round(count) - 1))


def weekdays(cut: Cut) -> Expression | None:
    """From one weekday to another, or two days running: "by Thursday or Friday"."""
    middle = cut.index("DASH", "TO", "AND", "OR", "UNTIL") or 0
    first, last = cut.part(0, middle), cut.part(middle + 1)
    if first.weekday is None or last.weekday is None:
        return None
    if cut.has("AND", "OR") and (first.weekday + 1) % 7 != last.weekday:
        return None
    if cut.has("TO", "UNTIL") and cut.before not in ("FROM", "BETWEEN"):
        return None  # "moved the vote from Friday to Sunday" and "postponed Friday to Sunday" look alike
    return x.Range(first=x.Weekday(weekday=first.weekday), last=x.Weekday(weekday=last.weekday))


_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


def today(cut: Cut) -> Expression | None:
    """Today, last night, the day before yesterday."""
    low = cut.word("TODAY")
    place = cut.first + (cut.index("TODAY") or 0)
    if cut.words.text[cut.words.starts[place]].isupper() and (
        cut.next_word in _CHANNELS or cut.previous_word in _TODAY_PAPERS or cut.before == "THE" or cut.is_quoted()
    ):
        return None
    if low is None:
        return x.Today(offset=-1 if cut.side == -1 else 0, part=cut.day_part)
    if low == "overnight":
        return x.Today(offset=0, part="overnight")
    beside = {"BEFORE": -1, "AFTER": 1}.get(cut.names[2], 0) if len(cut.names) > 3 and cut.unit else 0
    return x.Today(offset=_TODAY[low] + beside, part=cut.day_part, clock=cut.clock)
