"""counts of the same -> the lowest and the highest, and what most reports give."""

from collections.abc import Sequence
from itertools import groupby

from dateline.model import Figure
from dateline.model.hedges import openness
from dateline.tell.told import Told
from dateline.tell.voices import NOBODY, credit
from dateline.tell.wholes import EARLIER
from dateline.tell.wording import number

BOUNDS = frozenset({"at_least", "more_than"})
"""Hedges of a count that a higher one bears out."""

MANY = 3
"""Reports of one count from which on it is told as that of most."""

DWARFING = 1000
"""Times by which no count grows from one report to the next: they count one ward and the country."""

FALLEN = 10
"""Times below an earlier count from which a later one counts something else: no toll falls to a tenth."""

STRENGTH = {"fewer_than": -3, "up_to": -2, "about": -1, "at_least": 1, "more_than": 2}
"""Which way a hedge moves a number: of 50, at least 50 and more than 50 the first is the lowest."""


def spread(figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    """The lowest and the highest of some counts."""
    ranked = sorted(figures, key=lambda f: (number(f) or 0, STRENGTH.get(f.qualifier, 0), f.id))
    return ranked[0], ranked[-1]


def course(figures: Sequence[Figure], latest: Figure) -> tuple[Figure, Figure]:
    """The lowest and the highest of some counts, without the lower bounds that the one that holds now has overtaken:
    “at least 50” does not differ from a later 59."""
    size = number(latest) or 0
    low, high = spread([f for f in figures if f.qualifier not in BOUNDS or (number(f) or 0) >= size])
    return latest if number(low) == size else low, latest if number(high) == size else high


def has_risen(figures: Sequence[Figure], latest: Figure, told: Told) -> bool:
    """Whether counts, in the order of their reports, rose from the first to the one that holds now: told later, or by
    words that say so, and not set against it."""
    first, high = figures[0], course(figures, latest)[1]
    if number(high) != number(latest) or number(spread(figures)[0]) != number(first) or number(high) == number(first):
        return False
    if are_rivals(first, high, told):
        return False
    risen = next(f for f in figures if number(f) == number(high))
    said = told.text(told.sentence(first.report, first.start))
    return _is_later(risen, first, told) or EARLIER.search(said) is not None


def are_rivals(one: Figure, other: Figure, told: Told) -> bool:
    """Whether one count was set against another, and so is no older one."""
    return told.relations.get(frozenset((one.id, other.id))) == "conflict"


def _is_later(one: Figure, other: Figure, told: Told) -> bool:
    """Whether a count's report is known to be later than another's: of a later day, or of a later minute."""
    late, early = (told.reports[f.report].published.value or "" for f in (one, other))
    minutes = "T" in late and "T" in early
    return bool(late and early) and (late > early if minutes else late[:10] > early[:10])


def told_course(figures: Sequence[Figure], latest: Figure, told: Told) -> tuple[Figure, Figure]:
    """From which count to which the counts are told: from the first where they rose from it, else the lowest and the
    highest."""
    low, high = course(figures, latest)
    return (figures[0] if has_risen(figures, latest, told) else low), high


def within(figures: Sequence[Figure], low: Figure, high: Figure) -> list[Figure]:
    """The counts from one to another."""
    return [f for f in figures if (number(low) or 0) <= (number(f) or 0) <= (number(high) or 0)]


def given_by_most(figures: Sequence[Figure], latest: Figure) -> list[Figure]:
    """The count that most reports give, where many do and more than give the one that holds now: one of each report,
    the one first that leaves most open."""
    given: dict[int | None, dict[str, Figure]] = {}
    for figure in figures:
        given.setdefault(number(figure), {}).setdefault(figure.report, figure)
    most = max(given.values(), key=lambda by: (len(by), number(next(iter(by.values()))) or 0))
    enough = len(most) >= MANY and len(most) > len(given[number(latest)])
    return sorted(most.values(), key=lambda f: openness(f.qualifier)) if enough else []


def without_dwarfed(figures: Sequence[Figure], told: Told) -> list[Figure]:
    """Without the counts of another thing: those that nobody is named as giving and of which somebody's is a thousand
    times; and one original's that is a thousand times what more give of its day or later."""
    behind = _originals(figures, told)
    small = [f for f in figures if behind[f.id] > 1]
    sane = [f for f in figures if behind[f.id] > 1 or not any(_dwarfs(f, one, told) for one in small)]
    named = [f for f in sane if credit(f, told)[0] != NOBODY]
    return [
        f for f in sane if f in named or not any(_outgrows(one, f) for one in named if behind[one.id] >= behind[f.id])
    ]


def _outgrows(large: Figure, small: Figure) -> bool:
    """Whether a count is a thousand times another."""
    return (number(large) or 0) >= DWARFING * (number(small) or 0)


def _dwarfs(wild: Figure, sane: Figure, told: Told) -> bool:
    """Whether a count is a thousand times one that a report of its day or later still gives: a leap stays."""
    return _outgrows(wild, sane) and told.day(sane.report) >= told.day(wild.report)


def _originals(figures: Sequence[Figure], told: Told) -> dict[str, int]:
    """How many originals give a count within a tenth and the tenfold of each."""
    giving: dict[int, set[str]] = {}
    for f in figures:
        giving.setdefault(number(f) or 0, set()).add(told.reports[f.report].origin or f.report)
    behind = {
        size: len(set[str]().union(*(given for n, given in giving.items() if FALLEN * n > size and FALLEN * size > n)))
        for size in giving
    }
    return {f.id: behind[number(f) or 0] for f in figures}


def without_fallen(figures: Sequence[Figure], told: Told) -> list[Figure]:
    """Without the counts of which a tenfold was given on an earlier day of publication, but by no original alone where
    many give the lower ones."""
    behind = _originals(figures, told)
    kept = list[Figure]()

    def fell(figure: Figure) -> bool:
        many = behind[figure.id] >= MANY
        higher = (one for one in kept if (number(one) or 0) >= FALLEN * (number(figure) or 0))
        return any(behind[one.id] > 1 or not many for one in higher)

    for _, of_day in groupby(sorted(figures, key=lambda f: told.day(f.report)), key=lambda f: told.day(f.report)):
        kept += [f for f in of_day if not fell(f)]
    return kept
