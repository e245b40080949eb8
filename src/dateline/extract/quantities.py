"""Text -> quantities: numerals with their hedges, ranges and increments, as low, best and high.

The rules of the values are those of the annotation guidelines: exact: all equal · about: best only · more_than,
at_least: low only · up_to, fewer_than: high only · range, dozens, hundreds, thousands: low and high · vague: none.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dateline.extract.numbers import find_numerals
from dateline.extract.numerals import SCALE, SUFFIX, Numeral
from dateline.model.mention import LARGEST_COUNT, Qualifier


class Quantity(NamedTuple):
    """A quantity in text. `start`, `end` hold hedge and number; `noun` is where the words of what is counted begin.
    Values are floats as written; a fraction of a whole is given in percent. `base`: the number that a word of size is
    the plural of ("dozens": 12)."""

    start: int
    end: int
    noun: int
    low: float | None
    best: float | None
    high: float | None
    qualifier: Qualifier
    increment: bool = False
    money: bool = False
    percent: bool = False
    fraction: bool = False
    unit: str = ""
    base: float = 0.0

    def values(self) -> tuple[int | None, int | None, int | None]:
        """Low, best, high as integers, halves away from zero."""
        return rounded(self.low), rounded(self.best), rounded(self.high)


def _spaced(words: str) -> str:
    """A pattern of words that scraped text may part by any white space."""
    return words.replace(" ", r"\s+")


_HEDGES: Final[dict[Qualifier, str]] = {
    "at_least": r"at (?:the very )?least|no(?:t)? (?:fewer|less) than|a minimum of|minimum of",
    "up_to": r"up to|as (?:many|much|high) as|at (?:the )?most|no(?:t)? more than|a maximum of|maximum of"
    r"|at a maximum",
    "more_than": r"(?:many |far |well |slightly |a little )?more than|(?:well |just |slightly |a little )?over|above"
    r"|upwards? of|in excess of|exceed(?:ing|s|ed)?|(?:greater|higher|larger|bigger|longer) than|north of"
    r"|topp(?:ed|ing)|surpass(?:ed|ing)?",
    "fewer_than": r"(?:far |well )?(?:fewer|less|lower|smaller) than|(?:just |well |slightly )?under|(?:just )?below"
    r"|short of",
    "about": r"about|around|some|roughly|approximately|approx\.?|nearly|almost|(?:very )?close to|an estimated"
    r"|estimated(?: at)?|circa|c\.|ca\.|perhaps|maybe|probably|possibly|in the region of|something like"
    r"|on the order of|near|virtually|practically|an average(?: of)?|averag(?:ed|ing|es)|reportedly|just about",
}
_BETWEEN_WORDS: Final = (
    r"(?:(?:a total of|a combined|a record|a further|an additional|an estimated|estimated|the|another"
    r"|additional|further|only"
    r"|just|about|around|some|approximately|its|their|his|our)\s+)*"
)
_HEDGE: Final = {
    qualifier: re.compile(
        rf"(?:^|(?<=[\s(“\"'‘~>—–-]))(?:{_spaced(words)})[”\"]?\s+{_spaced(_BETWEEN_WORDS)}[“\"'(]?$", re.IGNORECASE
    )
    for qualifier, words in _HEDGES.items()
}
_DEFINITE: Final = re.compile(
    r"(?:about|around|over|above|under|below|near)\s+(?:the|its|their|his|our)\b", re.IGNORECASE
)
"""Prepositions, and no hedges: "they heard about the 30 miners"."""
_PARTICLE: Final = re.compile(r"\b(?:ran|runs?|running|hand(?:s|ed|ing)?|turn(?:s|ed|ing)?)\s+over$", re.IGNORECASE)
"""A part of its verb, and no hedge: "the lorry ran over nine people"."""
_SIGN_BEFORE: Final[dict[str, Qualifier]] = {
    "~": "about",
    "≈": "about",
    ">": "more_than",
    "≥": "at_least",
    "<": "fewer_than",
}
_AFTER: Final[tuple[tuple[re.Pattern[str], Qualifier], ...]] = (
    (
        re.compile(
            r"\s?\+|-plus\b|\splus\b(?!\s+\d)|\s+or (?:more|above|higher|over)\b|\s+at (?:the )?least\b", re.IGNORECASE
        ),
        "at_least",
    ),
    (re.compile(r"\s+or (?:so|thereabouts)\b|-odd\b|\s+or more or less\b|-ish\b", re.IGNORECASE), "about"),
    (re.compile(r"\s+or (?:fewer|less|under|below)\b|\s+at (?:the )?most\b", re.IGNORECASE), "up_to"),
)
_MORE_BEFORE: Final = re.compile(
    r"\b(?:another|an? (?:additional|further|extra|new)|additional|extra|further)\s+(?:estimated\s+|about\s+"
    r"|around\s+|some\s+)?$",
    re.IGNORECASE,
)
_MORE_AFTER: Final = re.compile(r"\s+(?:more|additional|extra|further)\b(?!\s+than)", re.IGNORECASE)
_LINK: Final = re.compile(
    r"\s*(?:-|–|—)\s*|\s+(?:to|or)\s+(?:about\s+|around\s+|maybe\s+|possibly\s+|probably\s+|even\s+)?", re.IGNORECASE
)
_HEDGED: Final = rf"(?:(?:even|{'|'.join(_spaced(words) for words in _HEDGES.values())})\s+)?"
_ASIDE: Final = r"(?:\s*[–—(,-]\s*(?:[a-z][\w’'-]*\s+){0,5}[a-z][\w’'-]*\s*[–—),-])?"
"""Who gives the far end of a range: "from 50 to, by one count, at least 200"."""
_AND: Final = re.compile(rf"(?:\s+\w+)?\s+and{_ASIDE}\s+{_HEDGED}(?:\w+\s+)?$", re.IGNORECASE)
_BETWEEN: Final = re.compile(rf"\b(?:between|from|ranging from)\s+{_HEDGED}[“\"]?$", re.IGNORECASE)
_FROM_TO: Final = re.compile(rf"\s+(?:\([^)]{{0,60}}\)\s+)?(?:up |down )?to{_ASIDE}\s+{_HEDGED}$", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r"\b(?:by|up|down|gain\w*|fell|rose|drop\w*|jump\w*)\s+(?:about\s+|around\s+|nearly\s+)?$", re.IGNORECASE
)
_MOVED_FROM: Final = re.compile(
    r"\b(?:ris(?:e[ns]?|ing)|rose|grow(?:s|n|ing)?|grew|up|down|f[ae]ll\w*|went|gone|cut|(?:increas|jump|climb|soar|dropp?|declin"
    r"|plung|chang|revis|rais|lower|reduc|expand|updat)\w*)\b[^.;:]{0,60}\bfrom\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
"""A change before "to" and its result: no range of a count, though one of a measure (as CQE's annotators hold)."""
_SHARED: Final = re.compile(r"(?:\s+of)?(?:\s+[\w'’-]+){0,5}\s+and\s+$", re.IGNORECASE)
_VERB: Final = re.compile(r"\b(?:was|were|is|are|had|have|has|\w{3,}ed|said|went|came|fled|left)\b", re.IGNORECASE)
_AGE: Final = re.compile(r"[- ](?:years?|months?|weeks?|days?)[- ]olds?\b")
_DESIGNATION: Final = re.compile(r"an?\s(?:[\w-]+\s)*?[A-Z][\w&]*[ -]")
"""What stands before a number that names one of a kind: "a Kestrel 12"."""
_SCALE_WORD: Final = re.compile(r"(hundred|thousand|million|billion|trillion|k|m|bn|b|mn|tn)$", re.IGNORECASE)
OR_EVEN: Final = re.compile(r",?\s+(?:perhaps|maybe|possibly|if not|or|or even|or perhaps|even)\s+", re.IGNORECASE)
"""Between two words of size that are one figure: "hundreds, perhaps thousands"."""
_GROUPED: Final = re.compile(r"\d,000$")
_HEADS: Final = re.compile(
    r"(?:\s?%|\s?(?:per\s?cent|percent|pct|pc)\b|\s+percentage points?\b)?(?:[-\s]+(?:plus|strong|odd)\b|\+)?"
    r"(?:\s+or (?:more|so|fewer|less)\b)?(?:\s+(?:of(?:\s+(?:the|these|those|all))?|more|additional|further"
    r"|other)(?=\s))*\s*",
    re.IGNORECASE,
)


def find_quantities(text: str, strict: bool = True) -> list[Quantity]:
    """Every quantity, in order. A hedge holds for the next number, and for a second one that "and" joins to it.
    `strict` as in `find_numerals`."""
    return _quantities(text, find_numerals(text, strict), 0)


def _quantities(text: str, numerals: Sequence[Numeral], border: int) -> list[Quantity]:
    """The numerals as quantities; no range reaches over `border`."""
    quantities: list[Quantity] = []
    n = 0
    while n < len(numerals):
        apart = n + 1 == len(numerals) or numerals[n].start < border <= numerals[n + 1].start
        joined = not apart and _is_range(text, numerals[n], numerals[n + 1])
        last = numerals[n + 1] if joined else numerals[n]
        quantities.append(_quantity(text, numerals[n], last))
        n += 2 if joined else 1
    for k, (one, two) in enumerate(pairwise(quantities)):
        if one.qualifier == "about" and two.qualifier == "exact":
            between = text[one.end : two.start]
            if _SHARED.fullmatch(between) and not _VERB.search(between):
                quantities[k + 1] = two._replace(low=None, high=None, qualifier="about")
    return quantities


def parse_quantity(text: str, start: int, end: int) -> Quantity | None:
    """The quantity of the figure at [start, end) of a sentence; a hedge may stand before it. None: no number in it.
    Ages are no figures; a compound counts ("a three-way race") only where the figure begins with it."""
    for strict in (True, False):
        numerals = [n for n in find_numerals(text, strict) if not _AGE.match(text, n.end)]
        inside = [
            n
            for n in numerals
            if start <= n.start < end
            and (strict or n.start == start or text[n.start].isdigit())
            and not _DESIGNATION.fullmatch(text, start, n.start)
        ]
        if inside:
            shared = [n for n in numerals if n.end <= start]
            return next(q for q in _quantities(text, [*shared, *inside], start) if q.end > inside[0].start)
    return None


def range_end(text: str, start: int, end: int) -> int:
    """Where a figure of a sentence ends, its far end taken in where it begins a range that goes on behind it: "from
    [about 50] to, by one count, at least 200"."""
    if not _BETWEEN.search(text, max(0, start - 30), start):
        return end
    numerals = [n for n in find_numerals(text, False) if n.end > start][:2]
    if len(numerals) < 2 or not numerals[0].start < end <= numerals[1].start or not _is_range(text, *numerals):
        return end
    return numerals[1].end


def is_moved(before: str) -> bool:
    """Whether words end in a change before the number from which it goes: "raised its estimate from"."""
    return _MOVED_FROM.search(before[-100:]) is not None


def rounded(value: float | None) -> int | None:
    """To the nearest integer, halves away from zero."""
    return None if value is None else int(abs(value) + 0.5) * (1 if value >= 0 else -1)


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    between, before = text[first.end : second.start], text[: first.start]
    if first.size and second.size:
        return OR_EVEN.fullmatch(between) is not None and second.high > first.high
    measured = any(n.money or n.percent or n.unit or n.low % 1 for n in (first, second))
    if not measured and is_moved(before):
        return False
    bare = re.sub(r"^\s?(?:%|per\s?cent|percent|pc)", "", between)
    if first.size or second.size or (first.percent and not second.percent):
        return False
    if _LINK.fullmatch(bare):
        if re.search(r"\sto\s", bare) and (
            (_CHANGED.search(before) and second.low > 4 * first.low)
            or first.percent > second.percent
            or first.money > second.money
        ):
            return False
        return second.high > first.low / 1000
    if _BETWEEN.search(before):
        return _AND.fullmatch(bare) is not None or _FROM_TO.fullmatch(bare) is not None
    return False


def _quantity(text: str, first: Numeral, last: Numeral) -> Quantity:
    before = text[: first.start]
    qualifier, start = _hedge(before)
    end = last.end
    if qualifier in (None, "about"):
        for pattern, found in _AFTER:
            if match := pattern.match(text, end):
                qualifier, end = found, match.end()
                break
    if qualifier is None and re.match(r"(?:a )?couple\b", text[first.start : end]):
        qualifier = "about"
    low, high = first.low, last.high
    if first is not last:
        low = _scaled_alike(text, first, last)
        qualifier = "range"
        if opening := _BETWEEN.search(before):
            start = opening.start()
    more = _MORE_BEFORE.search(before[: first.start]) or _MORE_AFTER.match(text, end)
    money = (
        first.money
        or last.money
        or re.match(r"\s+(?:\w+\s+)?(?:dollars|euros|pounds|yen|yuan|rubles|rupees|lira|riyals|shekels)\b", text[end:])
        is not None
    )
    percent = first.percent or last.percent or first.fraction or last.fraction
    heads = _HEADS.match(text, end)
    noun = heads.end() if heads else end
    low_, best, high_ = _bounds(low, high, qualifier, first)
    if max(abs(low), abs(high)) > LARGEST_COUNT:
        low_, best, high_, qualifier = None, None, None, "vague"
    if first.size:
        qualifier = _size_qualifier(first.size)
    return Quantity(
        min(start, first.start), end, noun, low_, best, high_, qualifier or "exact", more is not None, money, percent,
        first.fraction and not (first.percent or last.percent), last.unit or first.unit, first.base,
    )  # fmt: skip


def _size_qualifier(size: str) -> Qualifier:
    names: dict[str, Qualifier] = {
        "dozens": "dozens",
        "scores": "dozens",
        "hundreds": "hundreds",
        "thousands": "thousands",
    }
    return names.get(size, "vague")


def _hedge(before: str) -> tuple[Qualifier | None, int]:
    """The hedge that the text before a number ends in, and where it starts."""
    tail = before[-60:]
    for qualifier, pattern in _HEDGE.items():
        if (match := pattern.search(tail)) and _hedges(tail, match.start()):
            return qualifier, len(before) - len(tail) + match.start()
    sign = tail.rstrip()[-1:]
    if sign in _SIGN_BEFORE:
        return _SIGN_BEFORE[sign], len(before.rstrip()) - 1
    return None, len(before)


def _hedges(tail: str, at: int) -> bool:
    """Whether the words at `at`, which can be a hedge, are one."""
    return not (_DEFINITE.match(tail, at) or _PARTICLE.search(tail, 0, at + len("over")))


def _bounds(
    low: float, high: float, qualifier: Qualifier | None, first: Numeral
) -> tuple[float | None, float | None, float | None]:
    if first.size:
        return (None, None, None) if first.size == "vague" else (low, None, high)
    match qualifier:
        case "range":
            return min(low, high), None, max(low, high)
        case "about":
            return None, high, None
        case "more_than" | "at_least":
            return low, None, None
        case "up_to" | "fewer_than":
            return None, None, high
        case _:
            return low, high, high


def _scaled_alike(text: str, first: Numeral, last: Numeral) -> float:
    """40 to 50 million, 5-6,000: the scale of the second number is that of the first."""
    if _GROUPED.search(text[last.start : last.end]) and last.high / 10_000 <= first.low < last.high / 1000:
        return first.low * 1000
    scale = _SCALE_WORD.search(text[last.start : last.end])
    own = _SCALE_WORD.search(text[first.start : first.end])
    if scale is None or own is not None or first.low >= 1000:
        return first.low
    factor = SUFFIX.get(scale[1].lower()) or SCALE[scale[1].lower()]
    return first.low * factor if first.low < last.high / factor else first.low
