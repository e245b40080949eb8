"""Found, Found -> Found: a time right behind another says the same more exactly.

A calendar date in brackets overrides a day that is only counted ("last Sunday (September 3)"). Of two clocks of one
moment, the one that names its day gives the other its own: "at 6 a.m. (2100 GMT Monday)" was on Tuesday. Of a feast,
what follows in its phrase says the year ("the Easter market two years ago").
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dateline.resolve.times import expressions as x
from dateline.resolve.times.finding import Found
from dateline.resolve.times.words import Words

NOUNS = 2
"""So many words of its phrase may stand between a feast and its year."""


def restate(found: Sequence[Found], words: Words) -> list[Found]:
    """What was found, each with what the brackets around it or behind it, or the year of its feast, say."""
    restated = list(found)
    for i, (outer, inner) in enumerate(pairwise(found)):
        if isinstance(outer.says, x.Feast) and (dated := _in_year(outer.says, inner.says)) is not None:
            if _is_of_its_phrase(inner, outer, words):
                restated[i] = msgspec.structs.replace(outer, says=dated)
                restated[i + 1] = msgspec.structs.replace(inner, aside=True)
            continue
        if _is_in_brackets_behind(inner, outer, words):
            first, second = _as_one(outer.says, inner.says)
            restated[i] = msgspec.structs.replace(outer, says=first)
            restated[i + 1] = msgspec.structs.replace(inner, says=second, aside=True)
    return restated


def _is_in_brackets_behind(inner: Found, outer: Found, words: Words) -> bool:
    opens = words.name(outer.last_word + 1) == "LPAR" and inner.first_word == outer.last_word + 2
    return opens and words.name(inner.last_word + 1) == "RPAR"


def _is_of_its_phrase(inner: Found, outer: Found, words: Words) -> bool:
    between = range(outer.last_word + 1, inner.first_word)
    return len(between) <= NOUNS and all(words.name(i) == "WORD" for i in between)


def _in_year(feast: x.Feast, other: x.Expression) -> x.Feast | None:
    """The feast in the year that the other time names: "last year", "two years ago"."""
    if feast.year is not None or feast.side is not None:
        return None
    if isinstance(other, x.Current) and other.unit == "year" and other.edge is None and not other.anaphoric:
        return msgspec.structs.replace(feast, year_offset=other.offset)
    if isinstance(other, x.Shift) and other.unit == "year" and other.base == "publication" and other.low == other.high:
        return msgspec.structs.replace(feast, ago=-other.direction * other.low)
    return None


def _as_one(outer: x.Expression, inner: x.Expression) -> tuple[x.Expression, x.Expression]:
    if isinstance(inner, x.Date) and inner.day is not None and isinstance(outer, (x.Weekday, x.Today)):
        return msgspec.structs.replace(inner, clock=outer.clock, part=outer.part), inner
    if not (isinstance(outer, (x.Same, x.Weekday, x.Today)) and isinstance(inner, (x.Same, x.Weekday, x.Date))):
        return outer, inner
    if outer.clock is None or inner.clock is None:
        return outer, inner
    if isinstance(inner, x.Same):
        return outer, x.Abreast(clock=inner.clock, of=outer)
    return (x.Abreast(clock=outer.clock, of=inner), inner) if isinstance(outer, x.Same) else (outer, inner)
