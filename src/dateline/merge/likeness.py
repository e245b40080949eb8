"""Clue, Clue -> how much speaks for one happening, and whether anything forbids it."""

from dateline.merge.clues import ACTS, CAUSES, HARM, KIN, MEANS, VIOLENCE, Clue
from dateline.merge.situation import Situation
from dateline.model.edtf import overlap, width

FAR = 40.0
"""Kilometres beyond which two places (their own uncertainty taken off) are not one scene."""

ENOUGH = 2.6
"""The evidence that merges. One strong ground (the same scene, the same day and the same people, or the same words)
beside the same kind reaches it; kind and day alone, or kind and place alone, do not. Raised for precision: a wrong link
is a fault, a missing one is not."""

COMPARABLE = 2.1
"""The evidence that two statements speak of one happening, enough to set them against each other."""


WORDING = 2.5
"""The most that wording can add: a pair that lacks more is not looked at further."""

COPIED = 0.6
"""The share of words beyond which two sentences are copies: then another trigger is another happening in them."""

COUNTABLE = frozenset({"agreement", "accident", "abduction"})
"""Kinds whose plural speaks of several happenings: “evacuation deals” are not the deal."""


def forbidden(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether the two cannot be one happening: kinds apart, days apart, one happened and one did not."""
    return (
        not kindred(a, b)
        or bool(a.weapons and b.weapons and a.weapons.isdisjoint(b.weapons))
        or ("war" in a.weapons) != ("war" in b.weapons)
        or ("negated" in a.statuses) != ("negated" in b.statuses)
        or (a.days is not None and b.days is not None and not overlap(a.days, b.days, slack=1))
        or bool(a.kinds & b.kinds & COUNTABLE and a.plural and b.plural and a.plural.isdisjoint(b.plural))
    )


def kindred(a: Clue, b: Clue) -> bool:
    """Whether the kinds can be one happening's: the same, kin, or harm beside a cause."""
    if a.kinds & b.kinds or (a.kinds & VIOLENCE and b.kinds & VIOLENCE):
        return True
    if any(frozenset((x, y)) in KIN for x in a.kinds for y in b.kinds):
        return True
    return bool((a.kinds & HARM and b.kinds & CAUSES) or (b.kinds & HARM and a.kinds & CAUSES))


def one_blow(a: Clue, b: Clue) -> bool:
    """Whether both are violence, and not by two means."""
    means, others = a.kinds & MEANS, b.kinds & MEANS
    return bool(a.kinds & VIOLENCE and b.kinds & VIOLENCE and (not means or not others or means & others))


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
    """The evidence, in points, that two clues are one happening; compare with ENOUGH. Of two scenes apart, like wording
    proves nothing."""
    where = scene(a, b, situation)
    points = _kind(a, b) + {"same": 0.5, "near": 0.1, "open": 0.3 if a.about & b.about else 0.0, "apart": -1.2}[where]
    points += _days(a, b) + _status(a, b)
    points += _people(a.targets, b.targets, same=0.5, other=-0.2)
    act = bool(a.kinds & ACTS and b.kinds & ACTS)
    points += _people(a.actors, b.actors, same=0.6 if act else 0.25, other=-1.0 if act else -0.5)
    points += 0.3 * min(2, len(a.numbers & b.numbers))
    if a.reports.isdisjoint(b.reports) and where != "apart":
        points += 1.0 if a.top and b.top else 0.5 if a.lead and b.lead else 0.0
    return points if points + WORDING < ENOUGH else points + _wording(a, b, where, situation)


def _kind(a: Clue, b: Clue) -> float:
    """The same kind and trigger; harm is told in the same words everywhere and proves little."""
    harm = a.kinds <= HARM or b.kinds <= HARM
    points = (0.3 if harm else 0.9) if a.kinds & b.kinds else 0.0
    if not points and not harm and a.kinds & VIOLENCE and b.kinds & VIOLENCE:
        points = 0.6 if one_blow(a, b) else -0.6
    points -= 0.8 if a.plural and b.plural and a.plural.isdisjoint(b.plural) else 0.0
    if a.triggers & b.triggers:
        points += 0.2 if harm else 0.4 if a.kinds & b.kinds & ACTS else 0.8
    elif a.weapons & b.weapons:
        points += 0.6
    return points


def _wording(a: Clue, b: Clue, where: str, situation: Situation) -> float:
    """Rare words in common and the nearness of the triggers' vectors; never more than WORDING."""
    words = _shared_words(a, b, situation)
    if where == "apart":
        words = 0.0
    elif words > COPIED and a.triggers.isdisjoint(b.triggers):
        words = 0.3
    points = words + 1.6 * max(0.0, words - 0.45)
    close = situation.nearness(a.vectors, b.vectors)
    if close is not None:
        points += max(-0.5, min(0.6, 2.0 * (close - situation.closeness - 0.1)))
    return points


def _days(a: Clue, b: Clue) -> float:
    """Days the sentences give, else days carried over to both."""
    if a.days and b.days:
        if not overlap(a.days, b.days):
            return -0.4
        wide, narrow = max(width(a.days), width(b.days)), min(width(a.days), width(b.days))
        return 0.4 if wide <= 3 else -0.2 if narrow <= 3 and wide > 60 else 0.1
    if a.around is None or b.around is None:
        return 0.0
    return 0.3 if overlap(a.around, b.around, slack=1) else -0.5


def _status(a: Clue, b: Clue) -> float:
    """A plan and its fulfilment may be stages of one happening, but two reports rarely differ so by chance."""
    if not a.statuses.isdisjoint(b.statuses):
        return 0.0
    return -0.3 if a.statuses | b.statuses <= {"happened", "ongoing"} else -0.8


def _people(a: frozenset[str], b: frozenset[str], *, same: float, other: float) -> float:
    if not a or not b:
        return 0.0
    if a & b:
        return same
    named = [p for p in a | b if not p.startswith("~")]
    return other if len(named) > 1 else 0.0


def _shared_words(a: Clue, b: Clue, situation: Situation) -> float:
    """The share of rare words in common, over the shorter side; from 0 to 1."""
    less = min(situation.weight(a.words), situation.weight(b.words))
    return situation.weigh(a.words & b.words) / less if less > 0 else 0.0
