"""counts of one thing, related -> the same, parted where the relations say that they are of different things."""

from collections.abc import Iterable, Sequence

from dateline.merge.judged import Decisions
from dateline.merge.series.counted import Count
from dateline.merge.series.parts import HARMED
from dateline.model import Relation

Related = tuple[Sequence[Count], tuple[Relation, ...]]
"""Counts in order of time, and how each two of them stand to each other."""


def part(counts: Sequence[Count], relations: tuple[Relation, ...], decisions: Decisions) -> Iterable[Related]:
    """The counts that some chain of relations holds together: “488 clerks” and “200 staff” have no range in common. The
    harmed stay together, for a part of them is told beside the whole; so does a series too long to be related in
    full, and what a person called the same."""
    whole = len(relations) == len(counts) * (len(counts) - 1) // 2
    if counts[0].group in HARMED or not whole:
        return [(counts, relations)]
    found: list[set[str]] = []
    for count in counts:
        own = {count.figure.id}
        bound = [g for g in found if any(_binds(r, own, g, decisions) for r in relations)]
        found = [g for g in found if g not in bound] + [own.union(*bound)]
    return [
        (
            [c for c in counts if c.figure.id in group],
            tuple(r for r in relations if r.a in group and r.b in group),
        )
        for group in found
    ]


def _binds(relation: Relation, one: set[str], others: set[str], decisions: Decisions) -> bool:
    """Whether a relation is between two groups and says that they count the same thing."""
    between = (relation.a in one and relation.b in others) or (relation.b in one and relation.a in others)
    return between and (relation.relation != "different_scope" or decisions.together(relation.a, relation.b) is True)
