"""sentence -> counts of the dead and hurt that stand bare beside their word and were not read.

"The toll rises to 112", "killing 30", "24 dead": headlines drop the noun, and the network with it the count. What is
taken here needs no judgement: a number directly behind a verb of death or injury, directly before one, or at the end of
"toll … to".
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.extract.outcomes import what_of
from dateline.extract.passage import FoundFigure, Stretch
from dateline.extract.quantities import Quantity, find_quantities

_TOLL: Final = re.compile(
    r"\b(?:death\s+)?toll\b[^.;:]{0,160}?\b(?:to|at|hits?|reach(?:es|ed)|is|was|of|now|pass(?:es|ed)|tops?|topped)"
    r"\s+(?:\w+\s+)?$",
    re.I,
)
_DIRECT: Final = re.compile(r"\b(?:kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing))\s+$", re.I)
_BARE: Final = re.compile(r"\s+(?:dead|killed|wounded|injured|hurt)\b", re.I)
_HARM: Final = re.compile(r"toll|kill|wound|injur|dead|hurt", re.I)
_OTHER_UNIT: Final = re.compile(
    r"\s*(?:%|-|per\s?cent|percent|°|[ap]\.?m\b)|\s+(?:(?:\w+\s+)?(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|km|kilom\w+|"
    r"met(?:er|re)s?|times|dollars?|million|billion)\b)",
    re.I,
)
_SURE: Final = 0.9


def overlooked(sentence: str, base: int, taken: Sequence[tuple[int, int]]) -> Iterable[FoundFigure]:
    """The counts of a sentence that starts at `base`, apart from all spans that are taken."""
    if not _HARM.search(sentence):
        return
    for quantity in find_quantities(sentence):
        start, end = base + quantity.start, base + quantity.end
        if any(start < b and a < end for a, b in taken) or not _is_count(sentence, quantity):
            continue
        what = what_of(sentence, quantity.start, quantity.end)
        if what in ("killed", "injured"):
            yield FoundFigure(Stretch(start, end, "figure", _SURE), quantity.qualifier, "people", what)


def _is_count(sentence: str, quantity: Quantity) -> bool:
    """Whether a number counts the dead or hurt by the words right beside it."""
    before = sentence[: quantity.start]
    if quantity.money or quantity.percent or _OTHER_UNIT.match(sentence, quantity.end):
        return False
    return bool(_TOLL.search(before) or _DIRECT.search(before) or _BARE.match(sentence, quantity.end))
