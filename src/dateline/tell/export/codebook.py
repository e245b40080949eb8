"""Figure -> the numbers of each codebook: views derived by stated rules, never a second truth.

Every function returns the number with the rule that gave it, in words, for the coding notes.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from dateline.model import Figure, Place
from dateline.model.edtf import bounds

_DOZENS, _TENS = re.compile(r"\bdozens\b", re.I), re.compile(r"\btens of(?! thousand| million)|\btens\b(?! of)", re.I)
_CASUALTIES = re.compile(r"\bcasualt", re.I)

WATER = frozenset({"ocean", "sea", "gulf", "strait", "bay", "lake", "water"})
"""Features on which an event is on the water; what happens at a river happens on its banks."""


class Coded(NamedTuple):
    """A number by a codebook's rule, null where the codebook codes none."""

    value: int | None
    rule: str


def acled_fatalities(figure: Figure) -> Coded:
    """ACLED: the lowest number the words allow; dozens = 12, tens = 10, hundreds = 100, several/many/few = 3;
    "casualties" alone = 0 (ACLED codebook, Fatalities)."""
    if figure.what not in ("killed", "died"):
        return Coded(0 if _CASUALTIES.search(figure.text) else None, "“casualties” alone are not fatalities: 0")
    if _DOZENS.search(figure.text) and figure.qualifier == "dozens":
        return Coded(12, "“dozens” is coded 12")
    if _TENS.search(figure.text):
        return Coded(10, "“tens” is coded 10")
    if figure.qualifier == "hundreds":
        return Coded(100, "“hundreds” is coded 100")
    if figure.qualifier == "thousands":
        return Coded(figure.low if (figure.low or 0) >= 10_000 else 1000, "“thousands” is coded by its lowest order")
    if figure.qualifier == "vague":
        return Coded(3, "an unnumbered plural is coded 3")
    lowest = next((x for x in (figure.low, figure.best, figure.high) if x is not None), None)
    return Coded(lowest, "the lowest number the sentence allows")


class Range3(NamedTuple):
    """UCDP's three estimates."""

    low: int | None
    best: int | None
    high: int | None
    rule: str


def ucdp_estimates(figure: Figure) -> Range3:
    """UCDP GED: low, best, high. A word without a number ("dozens") has bounds and no best estimate."""
    if figure.qualifier in ("dozens", "hundreds", "thousands"):
        return Range3(figure.low, None, figure.high, f"“{figure.text}” gives bounds, no best estimate")
    if figure.qualifier == "vague":
        return Range3(None, None, None, f"“{figure.text}” gives no number")
    known = [x for x in (figure.low, figure.best, figure.high) if x is not None]
    best = figure.best if figure.best is not None else figure.low if figure.low is not None else figure.high
    if not known:
        return Range3(None, None, None, "no number is given")
    return Range3(min(known), best, max(known), "the numbers of the sentence")


QUANTIFIER = {
    "exact": "Exact", "about": "Approximately", "more_than": "More than", "at_least": "More than", "up_to": "Less than",
    "fewer_than": "Less than", "range": "Approximately", "dozens": "Approximately", "hundreds": "Approximately",
    "thousands": "Approximately", "vague": "Approximately",
}  # fmt: skip
"""IDMC's four quantifiers by our qualifier."""


def reported(figure: Figure) -> int | None:
    """The number as reported, for IDMC: best, else the bound that was said."""
    return next((x for x in (figure.best, figure.low, figure.high) if x is not None), None)


class Day(NamedTuple):
    """A date for a coder: the day to write, its bounds, and the precision codes of ACLED and UCDP."""

    day: date
    first: date
    last: date
    acled: int
    ucdp: int
    rule: str


def coded_day(value: str | None) -> Day | None:
    """A day by the codebooks: ACLED time_precision 1 day, 2 week (the middle), 3 month (the midpoint); UCDP date_prec
    1 day, 2 = 2-6 days, 3 week, 4 month, 5 year. An open or longer period has no day to write: null."""
    span = bounds(value)
    if span is None or span[0].year < 1800 or span[1].year > 2200:
        return None
    first, last = span
    days = (last - first).days + 1
    middle = first + timedelta(days=(days - 1) // 2)
    if days == 1:
        return Day(first, first, last, 1, 1, "the day is stated")
    if days <= 7:
        return Day(middle, first, last, 2, 2 if days < 7 else 3, f"{days} days; the middle is written")
    if days <= 31:
        return Day(middle, first, last, 3, 4, f"{days} days; the midpoint is written")
    return Day(middle, first, last, 3, 5, f"{days} days; the midpoint is written") if days <= 366 else None


def acled_geo_precision(place: Place) -> int | None:
    """ACLED: 1 named town, 2 near a town or small area, 3 larger region; country level is not coded (null)."""
    return {"exact": 1, "near": 2, "district": 2, "region": 3, "country": None, None: None}[place.precision]


def ucdp_where_precision(place: Place) -> int:
    """UCDP: 1 exact, 2 near, 3 second-order division, 4 first-order division, 5 a region that is none, 6 country, 7 on
    water."""
    if place.precision is not None and place.feature in WATER:
        return 7
    if place.precision == "region" and place.feature not in (None, "admin1", "province", "state"):
        return 5
    return {"exact": 1, "near": 2, "district": 3, "region": 4, "country": 6, None: 6}[place.precision]
