"""figure -> whether it counts people let go, by the words around it: who is freed is no longer held."""

import re
from collections.abc import Iterable

from dateline.english.releases import let_go, lets_go
from dateline.model import Figure, Happening
from dateline.model.edtf import bounds
from dateline.model.units import PEOPLE
from dateline.tell.told import Told
from dateline.tell.wording import number

AFTER = 21
"""Days after the release from which a report counts those of another one."""


def find_freed(main: Happening, told: Told) -> list[Figure]:
    """The counts of those let go in a release: those by a number that a title or a first sentence gives, where one
    does, in the reports of its weeks."""
    until = bounds(main.end or main.start)
    freed = [f for f in told.figures.values() if f.unit in PEOPLE and is_freed(f, told)]
    if until is not None:
        days = {f.id: bounds(told.reports[f.report].published.value) for f in freed}
        freed = [f for f in freed if (d := days[f.id]) is None or (d[0] - until[1]).days <= AFTER]
    leading = {number(f) for f in freed if _leads(f, told)}
    return [f for f in freed if not leading or number(f) in leading]


def is_freed(figure: Figure, told: Told) -> bool:
    """Whether the words around a figure say that those counted were let go."""
    sentence, text = told.sentence(figure.report, figure.start), told.reports[figure.report].text
    if lets_go(text[sentence.start : figure.start]):
        return True
    return let_go(text[figure.end : min([sentence.end, *_next(figure, told)])])


def _next(figure: Figure, told: Told) -> Iterable[int]:
    """Where the figures behind one stand that count others than those it is some of."""
    text = told.reports[figure.report].text
    for other in told.figures_in(told.sentence(figure.report, figure.start)):
        if other.start >= figure.end and not re.fullmatch(r"\s*of\s*", text[figure.end : other.start]):
            yield other.start


def _leads(figure: Figure, told: Told) -> bool:
    titled, sentence = told.reports[figure.report].title_span, told.sentence(figure.report, figure.start)
    return told.lead(sentence) == 1.0 or (titled is not None and titled.start <= figure.start < titled.end)
