"""Words -> Found: the time expressions that the rules of the grammar find.

The rules that can begin with a symbol are compiled into one expression, which is tried where that symbol stands and a
word of time is near.
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.model import Record
from dateline.resolve.times.cut import Cut
from dateline.resolve.times.expressions import Expression, Nothing, Since
from dateline.resolve.times.grammar import PARTS, RULES
from dateline.resolve.times.words import ALPHABET, Words


class Found(Record, frozen=True):
    """A time expression in a text: its span in code points, its words by index, and what it says. `aside`: it only
    restates the time before it."""

    start: int
    end: int
    first_word: int
    last_word: int
    says: Expression
    aside: bool = False


def _compile(pattern: str) -> str:
    """The pattern in symbols: names of parts are unfolded, names of symbols become their characters."""
    while True:
        unfolded = re.sub(r"(?<![?\w<])[a-z]+(?![\w>])", lambda m: PARTS[m[0]], pattern)
        if unfolded == pattern:
            break
        pattern = unfolded
    return re.sub(r"[A-Z][A-Z_]*", lambda m: ALPHABET[m[0]], pattern).replace(" ", "")


_SYMBOLIC = {name: _compile(pattern) for name, pattern, _ in RULES}
_BUILD = {name: build for name, _, build in RULES}
_NAMES = tuple(_SYMBOLIC)
_CORE = "".join(
    ALPHABET[name]
    for name in (
        "MONTH MON WEEKDAY WDAY UNIT WEEKEND QUARTER SEASON PART POINT TODAY YEAR SHORT DECADE CLOCK ISO NUMERIC AMPM "
        "CHRISTMAS GOOD EID NOW RECENT ANNUAL MOMENT TIME FUTURE PAST THEN SLASH EARLIER"
    ).split()
)
"""Every expression holds one of these: where none is near, nothing is tried."""
_LONGEST_LEAD = 8
"""So many words at most stand in an expression before the first of them."""


def _starts(pattern: str) -> set[str]:
    """The symbols that a match of the pattern can begin with."""
    starts, _ = _starts_of_choice(pattern, 0)
    return starts


def _starts_of_choice(pattern: str, at: int) -> tuple[set[str], int]:
    """Of the alternatives from `at` up to the closing bracket; a "" among them: it may match nothing."""
    every: set[str] = set()
    here: set[str] = set()
    optional = True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            every |= here | ({""} if optional else set())
            here, optional, at = set(), True, at + 1
            continue
        if pattern.startswith("(?:", at):
            atom, at = _starts_of_choice(pattern, at + 3)
            at += 1
        else:
            atom, at = {pattern[at]}, at + 1
        if at < len(pattern) and pattern[at] in "?*+":
            atom |= {""} if pattern[at] != "+" else set()
            at += 1
        if optional:
            here |= atom - {""}
            optional = "" in atom
    return every | here | ({""} if optional else set()), at


def _by_first_symbol() -> dict[str, list[str]]:
    """For each symbol the rules that can begin with it."""
    rules: dict[str, list[str]] = {}
    for name in _NAMES:
        for symbol in sorted(_starts(_SYMBOLIC[name])):
            rules.setdefault(symbol, []).append(name)
    return rules


_FROM = _by_first_symbol()


@cache
def _beginning_with(symbol: str) -> re.Pattern[str]:
    """The rules that can begin with a symbol, as one expression; made when the symbol first stands in a text."""
    return re.compile("|".join(f"(?P<{name}>{_SYMBOLIC[name]})" for name in _FROM[symbol]))


@cache
def _single(name: str) -> re.Pattern[str]:
    """One rule."""
    return re.compile(_SYMBOLIC[name])


_PLACES = re.compile(f"[{''.join(_FROM)}](?=[^{_CORE}]{{0,{_LONGEST_LEAD}}}[{_CORE}])|[{_CORE}]")


def find_expressions(words: Words) -> Iterator[Found]:
    """Every time expression in the words, in order, without overlap."""
    position = 0
    for place in _PLACES.finditer(words.symbols):
        start = place.start()
        if start < position or words.symbols[start] not in _FROM:
            continue
        match = _beginning_with(words.symbols[start]).match(words.symbols, start)
        if match is None:
            continue
        first, after, says = _first_that_holds(words, match)
        if says is None:
            continue
        position = after
        if isinstance(says, Nothing):
            continue
        since = None if isinstance(says, Since) else _since(words, first)
        if since is not None and not _is_of_a_noun(words, first, after):
            first, says = since, Since(start=says)
        yield Found(
            start=words.starts[first], end=words.ends[after - 1], first_word=first, last_word=after - 1, says=says
        )


def _since(words: Words, first: int) -> int | None:
    """Where the "since" of a time stands: "since 2011", "since at least 2011", "since breaking out in 2011"."""
    if words.name(first - 1) == "SINCE":
        return first - 1
    if words.name(first - 1) == "LEAST" and words.name(first - 3) == "SINCE":
        return first - 3
    if words.name(first - 1) in ("IN", "ON"):
        for since in (first - 3, first - 4):
            if words.name(since) == "SINCE" and words.lower[since + 1].endswith("ing"):
                return since
    return None


def _is_of_a_noun(words: Words, first: int, after: int) -> bool:
    """Does the date only say which thing is counted from: "since the March 19 raid"?"""
    return words.name(first) == "THE" and words.name(after - 1) != "UNIT" and words.name(after) == "WORD"


def _first_that_holds(words: Words, match: re.Match[str]) -> tuple[int, int, Expression | None]:
    """The first rule at the place of the match whose builder accepts it."""
    name = match.lastgroup or ""
    says = _BUILD[name](Cut(words, match.start(), match.end()))
    if says is not None:
        return match.start(), match.end(), says
    for other in _NAMES[_NAMES.index(name) + 1 :]:
        again = _single(other).match(words.symbols, match.start())
        if again and (says := _BUILD[other](Cut(words, again.start(), again.end()))) is not None:
            return again.start(), again.end(), says
    return match.start(), match.start() + 1, None
