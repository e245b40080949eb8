"""What a numeral is, and the words that numbers are made of."""

import re
from typing import Final, NamedTuple

from dateline.english.numerals import CARDINALS
from dateline.english.patterns import one_of


class Numeral(NamedTuple):
    """A number in text. `size` names a word that stands for a range of sizes ("dozens"), `base` the number that it is
    the plural of; `fraction`: a share of one, given in percent; `money`, `percent`: what the sign or code beside it
    says; `unit`: a unit written onto it ("km")."""

    start: int
    end: int
    low: float
    high: float
    size: str = ""
    base: float = 0.0
    fraction: bool = False
    money: bool = False
    percent: bool = False
    unit: str = ""


SCALE: Final = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7, "dozen": 12, "mln": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
SUFFIX: Final = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
    "trn": 10**12,
}  # fmt: skip
SIZES: Final = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
}  # fmt: skip
"""What the plural of a number word stands for, by the annotation guidelines."""
FRACTIONS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10,
    "tenths": 10,
}  # fmt: skip
SIGNS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}

SMALL_WORD: Final = one_of(CARDINALS)
SCALE_WORD: Final = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
PERCENT: Final = re.compile(r"[ -]?(?:%|per\s?cent\b|percent\b|pct\b|pc\b|percentage\b)", re.IGNORECASE)
