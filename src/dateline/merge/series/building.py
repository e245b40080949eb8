"""counts of one thing -> Series: how many over reports and time, what holds now, and who stands behind it."""

from collections.abc import Sequence

from dateline.merge.commonest import most_common
from dateline.merge.series.amounts import FLOORS, WORDS, number
from dateline.merge.series.counted import Count
from dateline.merge.series.labels import label_of
from dateline.merge.series.parts import HARMED
from dateline.merge.situation import Situation
from dateline.merge.support import Backing, entities_of, voice_of
from dateline.model import Figure, Relation, Series, make_id
from dateline.model.hedges import openness


def build_series(
    counts: Sequence[Count], situation: Situation, *, contested: bool, relations: tuple[Relation, ...]
) -> Series:
    """The series of some counts of the same thing."""
    figures = [c.figure for c in counts]
    latest = _latest(_without_overtaken(counts, situation, relations), situation)
    backing = Backing(_vouching(counts, latest, relations), situation)
    current = _firm([*_current(counts, situation), latest.figure], latest.figure)
    scene = most_common(c.scene for c in counts if c.scene)
    place = most_common(c.place for c in counts if c.place)
    window = situation.window
    days = [c.days for c in counts if c.days]
    return Series(
        id=series_id(counts),
        label=label_of(counts, situation, place[0] if place else None),
        unit=most_common(f.unit for f in figures)[0],
        what=latest.figure.what,
        of=most_common(f.of for f in figures if f.of)[0] if any(f.of for f in figures) else None,
        place=place[0] if place else None,
        measure=most_common(f.measure for f in figures)[0],  # type: ignore[arg-type]
        members=tuple(f.id for f in figures),
        low=min((n for f in current if (n := f.low if f.low is not None else f.best) is not None), default=None),
        best=number(latest.figure),
        high=max((n for f in current if (n := f.high if f.high is not None else number(f)) is not None), default=None),
        latest=latest.figure.id,
        relations=relations,
        support=backing.support(),
        grade=backing.grade(contested=contested),
        voices=entities_of(backing.voices, situation),
        originals=tuple(sorted(backing.origins)),
        happening=scene[0] if scene else None,
        story=situation.dossier.story.id,
        background=bool(days and window and all(d[1] < window[0] and (window[0] - d[1]).days > 3 for d in days)),
    )


def series_id(counts: Sequence[Count]) -> str:
    """The id of a series: made of its smallest figure id, so that later members do not change it."""
    return make_id("n", min(c.figure.id for c in counts))


RISING = HARMED - {"missing"}
"""Groups of whom there are never fewer: the missing are found."""


def _without_overtaken(counts: Sequence[Count], situation: Situation, relations: Sequence[Relation]) -> Sequence[Count]:
    """The counts without the lower bounds that name nobody and are below what two originals gave no later: “at least
    50” is true of 59 too, and who prints it the day after has older news. Where somebody says as late that it was 50
    and no more, it stands."""
    apart = {frozenset((r.a, r.b)) for r in relations if r.relation == "different_scope"}
    days = {c.figure.id: situation.published(c.figure.report) for c in counts}
    firm = [c for c in counts if days[c.figure.id] and not c.stale and c.figure.qualifier not in WORDS]

    def is_overtaken(low: Count) -> bool:
        over = [c for c in firm if c.size > low.size and c.era == low.era and not is_later(c, low)]
        over = [c for c in over if frozenset((c.figure.id, low.figure.id)) not in apart]
        flat = (c for c in firm if c.size <= low.size and c.figure.qualifier not in FLOORS)
        origins = {situation.origin_of.get(c.figure.report, c.figure.report) for c in over}
        return len(origins) > 1 and all(is_later(low, c) for c in flat)

    def is_later(one: Count, other: Count) -> bool:
        a, b = days[one.figure.id], days[other.figure.id]
        return a is not None and b is not None and a[0] > b[1]

    floors = [c for c in firm if c.figure.qualifier in FLOORS and c.group in RISING and c.part != "severe"]
    floors = [c for c in floors if not (c.fresh or c.figure.per) and voice_of(c.figure, situation) is None]
    overtaken = {c.figure.id for c in floors if is_overtaken(c)}
    return [c for c in counts if c.figure.id not in overtaken]


def _latest(counts: Sequence[Count], situation: Situation) -> Count:
    """The count that holds now: the last in time that gives a number rather than a vague word, by whom it is given; of
    equal ones of that day the one that leaves most open, for "at least 40" is true of who says 40 too."""
    plain = [c for c in counts if not c.stale and c.figure.qualifier not in WORDS] or list(counts)
    equal = [c for c in plain if number(c.figure) == number(plain[-1].figure)]
    last = next((c for c in reversed(equal) if voice_of(c.figure, situation)), plain[-1])
    published = situation.published(last.figure.report)
    of_day = [c for c in equal if situation.published(c.figure.report) == published]
    return max(
        reversed(of_day),
        key=lambda c: (-openness(c.figure.qualifier), voice_of(c.figure, situation) is not None),
    )


def _current(counts: Sequence[Count], situation: Situation) -> list[Figure]:
    """The last figure of each informant, and of the writers who name nobody: the counts that compete now. What one
    place saw competes with no total."""
    last = {voice_of(c.figure, situation) or "": c.figure for c in counts if not c.stale and not c.seen}
    return list(last.values()) or [counts[-1].figure]


SIZES = WORDS - {"range"}
"""Words of size, that give no number."""


def _firm(figures: Sequence[Figure], latest: Figure) -> Sequence[Figure]:
    """The figures that give a number; words of size ("dozens" beside 84) widen no range that has one, nor does a lower
    bound of which the count that holds now is true."""
    firm = [f for f in figures if f.qualifier not in SIZES] or figures
    return [f for f in firm if f.qualifier not in FLOORS or (number(f) or 0) >= (number(latest) or 0)]


def _vouching(counts: Sequence[Count], latest: Count, relations: Sequence[Relation]) -> list[Figure]:
    """The figures that stand behind the count that holds now: none of another scope, and beside a number no word of
    size. Who saw “dozens” hurt has not counted 37."""
    own = latest.figure
    apart = {i for r in relations if r.relation == "different_scope" and own.id in (r.a, r.b) for i in (r.a, r.b)}
    return [
        f
        for f in (c.figure for c in counts)
        if f is own or (f.id not in apart and (own.qualifier in SIZES or f.qualifier not in SIZES))
    ]
