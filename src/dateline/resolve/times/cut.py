"""The words that a pattern matched, and what single words of them mean."""

from functools import cached_property

from dateline.resolve.times.calendar import Unit
from dateline.resolve.times.expressions import Edge
from dateline.resolve.times.words import (
    MONTH_NUMBER,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    PART_HOURS,
    UNIT_OF,
    WEEKDAY_NUMBER,
    Words,
)

_SIDES = {
    "LAST": -1, "PAST": -1, "PREV": -1, "THIS": 0, "CURRENT": 0, "THAT": 0, "NEXT": 1, "COMING": 1, "FOLLOWING": 1,
}  # fmt: skip
_EDGES: dict[str, Edge] = {"EARLY": "early", "MID": "mid", "LATE": "late", "EARLIER": "earlier", "LATER": "later"}
_EDGE_WORDS: dict[str, Edge] = {
    "beginning": "start", "start": "start", "outset": "start", "onset": "start", "turn": "start", "middle": "mid",
    "end": "end", "close": "end", "rest": "rest", "remainder": "rest",
}  # fmt: skip


class Cut:
    """The words from index `first` up to `after`, with the words around them in reach."""

    def __init__(self, words: Words, first: int, after: int) -> None:
        """Cut out of the words of a text."""
        self.words, self.first, self.after = words, first, after
        self.names = [words.name(i) for i in range(first, after)]
        self.lower = words.lower[first:after]

    def part(self, first: int, after: int | None = None) -> "Cut":
        """A cut of this cut, by index within it."""
        return Cut(self.words, self.first + first, self.after if after is None else self.first + after)

    def has(self, *names: str) -> bool:
        """Is a word of one of these symbols in it?"""
        return any(name in self.names for name in names)

    def word(self, *names: str) -> str | None:
        """The first word with one of these symbols, in lower case."""
        return next((low for name, low in zip(self.names, self.lower, strict=True) if name in names), None)

    def index(self, *names: str) -> int | None:
        """Where the first word with one of these symbols stands."""
        return next((i for i, name in enumerate(self.names) if name in names), None)

    @property
    def before(self) -> str:
        """The symbol's name of the word before."""
        return self.words.name(self.first - 1)

    @property
    def next(self) -> str:
        """The symbol's name of the word after."""
        return self.words.name(self.after)

    @property
    def next_word(self) -> str:
        """The word after, in lower case."""
        return self.words.lower[self.after] if self.after < len(self.words.lower) else ""

    @property
    def previous_word(self) -> str:
        """The word before, in lower case."""
        return self.words.lower[self.first - 1] if self.first else ""

    def touches_next(self) -> bool:
        """Does the word after follow without a space?"""
        return self.after < len(self.words.lower) and self.words.ends[self.after - 1] == self.words.starts[self.after]

    def touches_previous(self) -> bool:
        """Does the word before end where this begins?"""
        return self.first > 0 and self.words.ends[self.first - 1] == self.words.starts[self.first]

    def is_quoted(self) -> bool:
        """Is it all that stands between quotation marks?"""
        return self.before == self.next == "QUOTE" and self.touches_previous() and self.touches_next()

    def is_titled(self) -> bool:
        """Does each of its words begin with a capital?"""
        starts = self.words.starts[self.first : self.after]
        return all(self.words.text[start].isupper() for start in starts)

    @cached_property
    def side(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; null when nothing of the kind is said."""
        sides = [_SIDES[name] for name in self.names if name in _SIDES]
        return next((side for side in sides if side), 0) if sides else None  # "this coming week" is the next

    @cached_property
    def edge(self) -> Edge | None:
        """The part of a unit that is meant: early, late, the end of ..."""
        for name, low in zip(self.names, self.lower, strict=True):
            if name in _EDGES:
                return _EDGES[name]
            if name == "EDGE":
                return _EDGE_WORDS[low]
        return "so far" if self.has("FAR") else None

    @cached_property
    def unit(self) -> Unit | None:
        """The last unit word."""
        found = [UNIT_OF[low] for name, low in zip(self.names, self.lower, strict=True) if name == "UNIT"]
        return found[-1] if found else None  # type: ignore[return-value]

    @property
    def plural(self) -> bool:
        """Is the last unit word a plural ("weeks")?"""
        unit = [low for name, low in zip(self.names, self.lower, strict=True) if name == "UNIT"]
        return bool(unit) and unit[-1].endswith("s")

    @cached_property
    def month(self) -> int | None:
        """The month that is named, 1 to 12."""
        low = self.word("MONTH", "MON")
        return MONTH_NUMBER[low] if low else None

    @cached_property
    def weekday(self) -> int | None:
        """The weekday that is named, 0 Monday."""
        low = self.word("WEEKDAY", "WDAY")
        return WEEKDAY_NUMBER[low] if low else None

    @cached_property
    def year(self) -> int | None:
        """The year in digits; '72 is the last year with that ending before 2030."""
        for i, (name, low) in enumerate(zip(self.names, self.lower, strict=True)):
            if name == "YEAR" and self.names[i + 1 : i + 2] not in (["AMPM"], ["ZONE"]):  # "1600 GMT" is a clock
                return int(low)
        ending = self.word("SHORT")
        if not ending:
            return None
        short = int(ending[1:])
        return short + (2000 if short < 30 else 1900)

    @cached_property
    def day_part(self) -> str | None:
        """The hour, two digits, by which a part of the day is known."""
        for name, low in zip(self.names, self.lower, strict=True):
            if name in ("PART", "POINT"):
                return PART_HOURS[low]
            if low in ("tonight", "overnight"):
                return "22"
        return "22" if self.names[0] == "LATE" else None

    @cached_property
    def ordinal(self) -> int | None:
        """first .. thirty-first, 1st .. 31st."""
        total = 0
        for name, low in zip(self.names, self.lower, strict=True):
            if name == "ORD":
                return int(low[:-2])
            if name in ("ORDWORD", "SECOND"):
                return total + ORDINAL_WORDS[low]
            if name == "WORDNUM":
                total = NUMBER_WORDS[low]
        return None

    @cached_property
    def clock(self) -> str | None:
        """A time of day as HH:MM."""
        for i, (name, low) in enumerate(zip(self.names, self.lower, strict=True)):
            half = self.lower[i + 1][0] if i + 1 < len(self.names) and self.names[i + 1] == "AMPM" else ""
            if low[-1] == "m":  # 6.10am
                low, half = low[:-2].rstrip(" ."), "p" if "p" in low else "a"
            after = self.names[i + 1] if i + 1 < len(self.names) else ""
            if name in ("NUM", "YEAR") and low.isdigit() and 3 <= len(low) <= 4 and after in ("AMPM", "ZONE"):
                return _clock(int(low[:-2]), int(low[-2:]), half)  # the colon is lost: 715 pm, 1615 GMT
            if name == "CLOCK" or (name == "SMALL" and half):
                hour, _, minute = low.replace(".", ":").partition(":")
                return _clock(int(hour), int(minute[:2] or 0), half)
            if name == "ISO" and ":" in low:
                hour, minute = low[11:].lstrip("t ").split(":")[:2]
                return _clock(int(hour), int(minute[:2]), half)
        return None


def _clock(hour: int, minute: int, half: str) -> str | None:
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


class Count:
    """How many, as the words say: `low` to `high`, null for "several"; `loose` when hedged ("nearly five")."""

    __slots__ = ("high", "loose", "low")

    def __init__(self, cut: Cut) -> None:
        """Read the numbers in front of the last unit word."""
        stop = len(cut.names) - 1 - cut.names[::-1].index("UNIT") if "UNIT" in cut.names else len(cut.names)
        names, lower = cut.names[:stop], cut.lower[:stop]
        self.loose = any(name in ("ABOUT", "LEAST", "THAN", "OVER") for name in names)
        numbers = _numbers(names, lower)
        if "SEVERAL" in names:
            numbers = []
        elif "COUPLE" in names:
            numbers = [2.0] if "couple" in lower else []
        elif not numbers and "HALF" in names:
            numbers = [0.5]
        elif not numbers and "A" in names:
            numbers = [1.0]
        if numbers and "HALF" in names and numbers != [0.5]:
            numbers[-1] += 0.5
        if stop < len(cut.lower) and cut.lower[stop].startswith("fortnight"):
            numbers = [2 * number for number in numbers]
        self.low = min(numbers) if numbers else None
        self.high = max(numbers) if numbers else None


_MOST = 1e6
"""No expression counts more units than this."""


def _numbers(names: list[str], lower: list[str]) -> list[float]:
    numbers: list[float] = []
    tens = False
    for i, (name, low) in enumerate(zip(names, lower, strict=True)):
        if name in ("NUM", "SMALL", "YEAR"):
            value = min(float(low.replace(",", "")), _MOST)
            if i and names[i - 1] == "SLASH" and numbers:  # 4-1/2
                numbers[-1:] = [numbers[-1] / value] if len(numbers) < 2 else []
                if value:
                    numbers[-1] += 1 / value if numbers else 0
                continue
            numbers.append(value)
            tens = False
        elif name in ("WORDNUM", "ONE"):
            value = 1.0 if name == "ONE" else float(NUMBER_WORDS[low])
            if tens and value < 10:
                numbers[-1] += value
            else:
                numbers.append(value)
            tens = value >= 20 and value % 10 == 0 and value < 100
    return numbers
