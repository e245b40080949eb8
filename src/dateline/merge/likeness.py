"""Clue, Clue -> how much speaks for one happening, and whether anything forbids it."""

from dateline.merge.clues import CAUSES, HARM, KIN, MEANS, Clue, cosine
from dateline.merge.situation import Situation
from dateline.model.edtf import overlap, width

FAR = 40.0
"""Kilometres beyond which two places (their own uncertainty taken off) are not one scene."""

ENOUGH = 2.2
"""The evidence that merges. One strong ground (the same scene, the same day and the same people, or the same words)
beside the same kind reaches it; kind and day alone, or kind and place alone, do not."""


COUNTABLE = frozenset({"agreement", "accident", "abduction"})
"""Kinds whose plural speaks of several happenings: “evacuation deals” are not the deal."""


def forbidden(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether the two cannot be one happening: kinds apart, days apart, one happened and one did not."""
    return (
        not kindred(a, b)
        or ("negated" in a.statuses) != ("negated" in b.statuses)
        or (a.days is not None and b.days is not None and not overlap(a.days, b.days, slack=1))
        or bool((a.kinds | b.kinds) & COUNTABLE and a.plural and b.plural and a.plural != b.plural)
    )


def kindred(a: Clue, b: Clue) -> bool:
    """Whether the kinds can be one happening's: the same, kin, or harm beside a cause."""
    means = (a.kinds | b.kinds) & MEANS
    if len(means) > 1 and means - a.kinds and means - b.kinds:
        return False
    if a.kinds & b.kinds:
        return True
    if any(frozenset((x, y)) in KIN for x in a.kinds for y in b.kinds):
        return True
    return bool((a.kinds & HARM and b.kinds & CAUSES) or (b.kinds & HARM and a.kinds & CAUSES))


def scene(a: Clue, b: Clue, situation: Situation) -> str:
    """How the places stand: same, near, apart, or open where one is unknown."""
    if not a.places or not b.places:
        return "open"
    if a.places & b.places:
        shared = a.places & b.places
        wide = all(_wide(p, situation) for p in shared)
        return "near" if wide else "same"
    gaps = [situation.distance(p, q) for p in sorted(a.places) for q in sorted(b.places)]
    known = [g for g in gaps if g is not None]
    if not known:
        return "open"
    return "near" if min(known) <= FAR else "apart"


def _wide(place: str, situation: Situation) -> bool:
    found = situation.places.get(place)
    return found is not None and found.precision in ("country", "region")


def likeness(a: Clue, b: Clue, situation: Situation) -> float:
    """The evidence, in points, that two clues are one happening; compare with ENOUGH."""
    points = 0.6 if a.kinds & b.kinds else 0.0
    if a.triggers & b.triggers:
        points += 0.5
        points -= 1.5 if a.plural and b.plural and a.plural.isdisjoint(b.plural) else 0.0
    where = scene(a, b, situation)
    points += {"same": 0.7, "near": 0.2, "open": 0.3 if a.about & b.about else 0.0, "apart": -1.5}[where]
    if not (a.days and b.days) and a.around and b.around:
        points += 0.2 if overlap(a.around, b.around, slack=1) else -0.4
    elif a.days and b.days:
        wide, narrow = max(width(a.days), width(b.days)), min(width(a.days), width(b.days))
        if not overlap(a.days, b.days):
            points -= 0.6
        else:
            points += 0.6 if wide <= 3 else -0.3 if narrow <= 3 and wide > 60 else 0.1
    points += _people(a.targets, b.targets, same=0.7, other=-0.5, situation=situation)
    points += _people(a.actors, b.actors, same=0.4, other=-0.3, situation=situation)
    points -= 0.6 if a.statuses.isdisjoint(b.statuses) and "planned" in a.statuses | b.statuses else 0.0
    points += 2.5 * _shared_words(a, b, situation)
    points += 0.5 * min(2, len(a.numbers & b.numbers))
    if (close := cosine(a.vectors, b.vectors)) is not None:
        points += max(-0.6, min(0.8, 3.0 * (close - situation.closeness - 0.1)))
    if a.reports.isdisjoint(b.reports):
        points += 1.0 if a.top and b.top else 0.4 if a.lead and b.lead else 0.0
    return points


def _people(a: frozenset[str], b: frozenset[str], *, same: float, other: float, situation: Situation) -> float:
    if not a or not b:
        return 0.0
    if a & b:
        return same
    named = [p for p in a | b if not p.startswith("~")]
    return other if len(named) > 1 else 0.0


def _shared_words(a: Clue, b: Clue, situation: Situation) -> float:
    """The share of rare words in common, over the shorter side; from 0 to 1."""
    less = min(situation.weigh(a.words), situation.weigh(b.words))
    return situation.weigh(a.words & b.words) / less if less > 0 else 0.0
