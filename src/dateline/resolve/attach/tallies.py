"""Figure mention -> the place that the words right beside it name: "one in Lima", "Lima reported 26"."""

import re

from dateline.model import FigureMention, Range, What
from dateline.resolve.entities.page import starting_in
from dateline.resolve.where.described import Site
from dateline.resolve.where.sites import WORDS
from dateline.resolve.where.where import Where

IN = re.compile(rf"(?:\s+(?!\w+ed\b)[a-z]+)?\s+in\s+{WORDS}")
"""What stands between a count, perhaps with its noun, and its place: " deaths in the city of"."""
TIMES = r"(?:(?:ha[sd]|have|now|also|already|previously|officially|since|so far|alone)\s+){0,3}"
ONLY = r"(?:(?:a|an|its|the|just|only|total|of|first)\s+){0,3}"
COUNTS = re.compile(
    rf"\s+{TIMES}(?:(?:report|confirm|record|register|suffer)(?:ed|s)?|(?:is|was) (?:still )?home to)\s+{ONLY}"
)
"""What stands between a place and what it counts: " has now confirmed a total of"."""
HAS = re.compile(rf"\s+{TIMES}(?:ha[sd]|have|sees?|saw|seen)\s+{ONLY}")
"""What stands there before those whom something befell: who has troops has them anywhere."""
BEFELL: frozenset[What] = frozenset({"killed", "died", "injured", "missing", "affected", "destroyed"})
LOST: frozenset[What] = BEFELL - {"affected", "destroyed"} | {"captured"}
"""What becomes of people of a place who may have been anywhere."""
CLAUSE = re.compile(r"[,;:.]\s|\s(?:and|but|while)\s")
SIGHT = 80
"""Code points on each side of a figure within which its own words name a place."""


def own_place(where: Where, figure: FigureMention, *, placed: bool) -> str | None:
    """The place that a count is told to be in, or whose count it is, if that is told of no other place. `placed`: its
    event has a place."""
    text, sites = where.page.text, where.sites
    behind = named_in(where, Range(start=figure.end, end=figure.end + SIGHT))
    if behind and behind[0].start not in sites.sourced and IN.fullmatch(text[figure.end : behind[0].start]):
        return sites.head(behind[0]).entity
    before = named_in(where, Range(start=max(figure.start - SIGHT, 0), end=figure.start))
    between = text[before[-1].end : figure.start] if before else ""
    if placed and figure.what in LOST:
        return None  # who reports his dead may have lost them abroad
    if not (COUNTS.fullmatch(between) or (figure.what in BEFELL and HAS.fullmatch(between))):
        return None
    clause = CLAUSE.search(text, figure.end)
    elsewhere = clause is None or any(s.start < clause.start() for s in behind)
    return None if elsewhere and behind else before[-1].entity


def named_in(where: Where, stretch: Range) -> list[Site]:
    """The names of sites that start in a stretch, in text order."""
    return [site for site in starting_in(where.sites.all, stretch) if site.named]
