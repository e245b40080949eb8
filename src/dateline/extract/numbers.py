"""Text -> numerals: every way that English news writes a number, with its value.

Digits with separators ("9,500", "12 000", ".5"), multipliers ("2.3m", "35 million", "4 lakh"), words ("two hundred and
five", "half a million", "two dozen"), fractions ("three-quarters", "½"), and words that stand for a size ("dozens",
"tens of thousands"). Dates, hours, ordinals, scores and numbers inside names are no numerals.
"""

from functools import lru_cache

from dateline.extract.digits import find_digits
from dateline.extract.number_words import find_fractions, find_sizes, find_spelled
from dateline.extract.numerals import Numeral


@lru_cache(64)  # every figure of a sentence asks for those of the sentence
def find_numerals(text: str, strict: bool = True) -> tuple[Numeral, ...]:
    """Every numeral, in order, none inside another. `strict` leaves out what reads as a year, a part of a name or of a
    compound ("a five-year plan"); a reader who knows that a figure stands there asks without it."""
    found: list[Numeral] = []
    taken = 0
    candidates = [*find_sizes(text), *find_fractions(text), *find_digits(text, strict), *find_spelled(text, strict)]
    for numeral in sorted(candidates, key=lambda n: (n.start, -n.end)):
        if numeral.start >= taken:
            found.append(numeral)
            taken = numeral.end
    return tuple(found)
