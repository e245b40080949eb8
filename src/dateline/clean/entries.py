"""Pieces of a live page -> the hours that its entries bear: "1141 The dyke has gone", "1138 Boats have come".

Four digits at the head of a line may as well be a year or a count. They are hours where many lines open so and the day
runs one way through them; inside a line, where words ran into an entry, they are one that lies between its neighbours.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.clean.pieces import Piece

FEWEST = 12
"""Lines that open with an hour, from which a page is a live page."""
IN_ORDER = 0.9
"""Share of four digits at the heads of lines that are hours, and of the hours that follow the order of the day."""
YEARS = range(1500, 2100)
"""What may be a year: in a list of years all are."""
OTHERS = 1 / 3
"""Share of hours that can be no year."""
DAY, NIGHT = 2400, 1200
"""What the hours of the next day are more by, and what an hour falls back by, at least, where that day begins."""
_MARK = r"(\d{4})(?: ?(?:GMT|BST|UTC|E[SD]T)\b)?:?(?=\s?[\"“'‘]?[A-Z])"
_HEAD, _INSIDE = re.compile(_MARK), re.compile(rf"(?<=[^\d\s]\s){_MARK}")
_LEADS_ON = re.compile(r"\b(?:at|by|in|on|of|to|for|from|until|since|after|before|around|about|over|than)\s$")
"""A word before an hour, year or count that a sentence tells."""
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


class _Hour(NamedTuple):
    """Where an hour stands, and where in the order of the page it comes."""

    start: int
    end: int
    order: int


def find_hours(pieces: Sequence[Piece], text: str) -> list[tuple[int, int]]:
    """Where the hours of a live page stand in its story; none where it is no such page."""
    told = (p for p in pieces if p.kind == "body" and text[p.start].isdigit())
    heads = [m for p in told if (m := _HEAD.match(text, p.start, p.end))]
    hours = [m for m in heads if _HOUR.fullmatch(m[1])]
    if len(hours) < max(FEWEST, IN_ORDER * len(heads)):
        return []
    newest_first = 2 * sum(int(a[1]) > int(b[1]) for a, b in pairwise(hours)) > len(hours)
    way = -1 if newest_first else 1
    run = _in_order(list(_counted(hours, way)))
    if len(run) < max(FEWEST, IN_ORDER * len(hours)):
        return []
    if sum(way * hour.order % DAY not in YEARS for hour in run) < OTHERS * len(run):
        return []
    inside = [span for before, after in pairwise(run) for span in _between(before, after, way, text)]
    return sorted([hour[:2] for hour in run] + inside)


def _counted(hours: Sequence[re.Match[str]], way: int) -> Iterator[_Hour]:
    """The hours, counted so that they rise from the first entry to the last, over the nights between."""
    last, night = None, 0
    for match in hours:
        count = way * int(match[1])
        night += DAY if last is not None and count + night < last - NIGHT else 0
        last = count + night
        yield _Hour(*match.span(), last)


def _in_order(hours: Sequence[_Hour]) -> list[_Hour]:
    """The longest part of the hours that never falls."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for i, hour in enumerate(hours):
        place = bisect_right(ends, hour.order)
        before.append(last[place - 1] if place else None)
        ends[place : place + 1], last[place : place + 1] = [hour.order], [i]
    run, at = list[_Hour](), last[-1] if last else None
    while at is not None:
        run.append(hours[at])
        at = before[at]
    return run[::-1]


def _between(before: _Hour, after: _Hour, way: int, text: str) -> Iterator[tuple[int, int]]:
    """The hours inside the lines of an entry, where the next ran into its words."""
    for match in _INSIDE.finditer(text, before.end, after.start):
        gone = (way * int(match[1]) - before.order) % DAY
        told = _LEADS_ON.search(text, max(0, match.start() - 10), match.start())
        if _HOUR.fullmatch(match[1]) and gone <= after.order - before.order and not told:
            yield match.span()
