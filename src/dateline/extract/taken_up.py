"""mention, figures told before it -> the same, what it counts taken from the one it takes up.

"Two of them" are some of those counted a sentence before, and "later we heard 73" gives another number for them.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from dateline.extract.fates import OF_PERSONS
from dateline.model import FigureMention
from dateline.model.units import PEOPLE

_OF_THEM: Final = re.compile(r"\bof (?:them|these|those|which|whom)$", re.I)
_HEARD: Final = re.compile(
    r"\b(?:hear(?:d|ing)?|put(?:s|ting)?\s+(?:it|that|the\s+(?:number|count|figure))\s+at)\s+$", re.I
)
"""Before a number for what was counted just now."""
_CLAUSE_END: Final = re.compile(r"\s*(?:[.,;:!?)”\"]|$)")


def take_up(text: str, told: Sequence[FigureMention], figure: FigureMention, since: int) -> FigureMention:
    """The figure, its unit and what it counts taken from the one of those `told` before that it takes up. `since`: how
    far back "of them" looks, to the start of the sentence before its own."""
    last = told[-1] if told and told[-1].start >= since else None
    if last is not None and _is_some_of(last, figure):
        return msgspec.structs.replace(figure, unit=last.unit)
    if last is not None and _is_number_for(text, last, figure):
        return msgspec.structs.replace(figure, unit=last.unit, what=last.what)
    return figure


def _is_some_of(whole: FigureMention, part: FigureMention) -> bool:
    """Whether a figure counts some of the things before it that it was read as persons, or the other way round; nobody
    is some of a sum or a share."""
    more = (whole.best or whole.low or 0) > (part.best or part.low or 0)
    some = more and whole.unit not in ("money", "percent") and _OF_THEM.search(part.text) is not None
    return some and (whole.unit in PEOPLE) != (part.unit in PEOPLE)


def _is_number_for(text: str, last: FigureMention, figure: FigureMention) -> bool:
    """Whether a bare number is another one for the people whose fate was told just before."""
    return (
        figure.counted is None
        and figure.what in ("present", "other")
        and last.unit in PEOPLE
        and last.what in OF_PERSONS
        and _HEARD.search(text, last.end, figure.start) is not None
        and _CLAUSE_END.match(text, figure.end) is not None
    )
