"""groups -> contradictions: two statements that cannot both hold, each with both sides and the reason.

Few and right: one contradiction for each two voices and each matter, the sharpest pair of members.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from dateline.merge.counted import Count
from dateline.merge.relations import number
from dateline.merge.situation import Situation
from dateline.merge.support import voice_of
from dateline.model import Contradiction, Event, Relation, Side, make_id

Kind = Literal["numeric", "factual", "temporal", "attribution"]


def find_contradictions(
    groups: Sequence[Sequence[Event]],
    series: Sequence[tuple[Sequence[Count], Sequence[Relation]]],
    situation: Situation,
) -> tuple[Contradiction, ...]:
    """All contradictions of a story, each pair of sides once, sorted by id."""
    found: dict[str, Contradiction] = {}
    for one in (*_numeric(series, situation),):
        found.setdefault(one.id, one)
    return tuple(found[i] for i in sorted(found))


def _numeric(
    series: Sequence[tuple[Sequence[Count], Sequence[Relation]]], situation: Situation
) -> Iterable[Contradiction]:
    """The sharpest conflict of each two voices in each series."""
    for counts, relations in series:
        by_id = {c.figure.id: c for c in counts}
        sharpest: dict[tuple[str, str], tuple[float, Relation]] = {}
        for relation in relations:
            if relation.relation != "conflict":
                continue
            a, b = by_id[relation.a], by_id[relation.b]
            one, two = sorted((_speaker(a, situation), _speaker(b, situation)))
            sizes = sorted((number(a.figure) or 1, number(b.figure) or 1))
            gap = sizes[1] / max(1, sizes[0])
            if gap > sharpest.get((one, two), (0.0, relation))[0]:
                sharpest[one, two] = (gap, relation)
        for key in sorted(sharpest):
            relation = sharpest[key][1]
            yield contradict(_side(by_id[relation.a]), _side(by_id[relation.b]), relation.why, "numeric", situation)


def _speaker(count: Count, situation: Situation) -> str:
    return voice_of(count.figure, situation) or f"report {count.figure.report}"


def _side(count: Count) -> Side:
    """The claim that gives the figure, else the event it counts in, else the figure."""
    if count.figure.claim:
        return Side(type="claim", id=count.figure.claim)
    return Side(type="event", id=count.figure.event) if count.figure.event else Side(type="figure", id=count.figure.id)


def contradict(a: Side, b: Side, why: str, kind: Kind, situation: Situation) -> Contradiction:
    """The record, its sides in order of id."""
    a, b = sorted((a, b), key=lambda s: (s.id, s.type))
    return Contradiction(
        id=make_id("x", a.id, b.id, kind), a=a, b=b, why=why, kind=kind, story=situation.dossier.story.id
    )
