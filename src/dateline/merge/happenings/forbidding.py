"""Clue, Clue -> whether anything forbids that they are one happening: other kinds, days, doers, weapons, numbers."""

from dateline.merge.distances import ONE_SCENE
from dateline.merge.happenings.clues import ZONES, Clue
from dateline.merge.happenings.illness import two_illnesses
from dateline.merge.happenings.lasting import is_over, lasts
from dateline.merge.happenings.parties import other_parties
from dateline.merge.kinds import CAUSES, COUNTABLE, MAY_BE_ONE, MEANS, SPEECH
from dateline.merge.matters import two_doers, two_sizes
from dateline.merge.namings import LIGHT
from dateline.merge.situation import Situation
from dateline.model.edtf import overlap
from dateline.model.kinds import BLOWS, HARM


def forbidden(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether the two cannot be one happening: of kinds apart, or in conflict."""
    return not kindred(a, b) or conflicting(a, b, situation)


def conflicting(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether what the two say cannot hold of one happening, whatever it is called: the cheapest is asked first."""
    return (
        a.again != b.again
        or bool(a.weapons and b.weapons and a.weapons.isdisjoint(b.weapons))
        or bool(a.ordinals and b.ordinals and a.ordinals.isdisjoint(b.ordinals))
        or ("war" in a.weapons) != ("war" in b.weapons)
        or ("aftershock" in a.namings) != ("aftershock" in b.namings)
        or ("negated" in a.statuses) != ("negated" in b.statuses)
        or state_and_deed(a, b)
        or _one_of_many(a, b)
        or _one_of_many(b, a)
        or _likened(a, b)
        or _likened(b, a)
        or bool(a.plural and b.plural and a.plural.isdisjoint(b.plural) and a.kinds & COUNTABLE and b.kinds & COUNTABLE)
        or _word_and_blow(a, b)
        or _word_and_blow(b, a)
        or two_doers(a.doers, b.doers)
        or two_sizes(a.matter, b.matter)
        or two_illnesses(a.illness, b.illness)
        or _days_apart(a, b)
        or _two_voices(a, b)
        or _turned(a, b)
        or elsewhere(a, b, situation)
        or ("talks" in a.kinds & b.kinds and stand(a.about, b.about, situation) == "apart")
        or other_parties(a, b, situation)
    )


def state_and_deed(a: Clue, b: Clue) -> bool:
    """Whether one names what is in force or goes on, and the other a deed. In its own report a measure points back to
    the act by “the”; and who tells of “the offensive” may mean that which another saw begin."""
    if a.state == b.state:
        return False
    if "in force" in (a.state, b.state):
        measure = a if a.state == "in force" else b
        return a.reports != b.reports or not measure.definite
    deed = b if a.state else a
    told = deed.state is None and "happened" in deed.statuses and bool(deed.kinds & (BLOWS | HARM))
    return told and a.triggers.isdisjoint(b.triggers)


def _one_of_many(a: Clue, b: Clue) -> bool:
    """Whether the first names a series, and the second is not known to tell of several."""
    return a.serial and not b.serial and True not in b.plural


def _likened(a: Clue, b: Clue) -> bool:
    """Whether the first is only named to liken something to it, and its words give neither a place nor a day of the
    second's: “an echo of the Norport raid” is no raid of the report's."""
    if not a.likened or a.places & (b.places | b.about) or a.spots & b.spots:
        return False
    days = b.days or b.around
    return a.days is None or days is None or not overlap(a.days, days, slack=1)


def _two_voices(a: Clue, b: Clue) -> bool:
    """Whether two that are called by name, or two whom their report tells apart, say something, each for itself."""
    hidden = "~" if a.reports == b.reports else "?~"
    speakers, others = ({p for p in side.actors if p[0] not in hidden} for side in (a, b))
    return bool(a.kinds & b.kinds & SPEECH and speakers and others and speakers.isdisjoint(others))


def _word_and_blow(a: Clue, b: Clue) -> bool:
    """Whether one is a charge and the other a blow or its harm: a critic's attack is no raid."""
    return a.kinds <= {"accusation"} and b.kinds <= BLOWS | HARM


def _turned(a: Clue, b: Clue) -> bool:
    """Whether who deals the one blow suffers the other: the gunman who shoots at guards is not the gunman they shoot.
    A clash has two sides, each of which fights the other; and one description fits many."""
    if not (a.kinds | b.kinds) <= (BLOWS | HARM) - {"armed_clash"} or a.actors & b.actors or a.targets & b.targets:
        return False
    return any(p[0] != "~" for p in (a.actors & b.targets) | (b.actors & a.targets))


def _days_apart(a: Clue, b: Clue) -> bool:
    """Whether the sentences give days more than one apart, of something that does not last."""
    if _over_before(a, b) or _over_before(b, a) or is_over(a, b) or is_over(b, a):
        return True
    if a.days is None or b.days is None or overlap(a.days, b.days, slack=_slack(a, b)):
        return False
    return not lasts(a, b)


def _slack(a: Clue, b: Clue) -> int:
    """Days by which two told of one blow may differ: what a time zone makes of two reports' days. In one report each
    names its own, but for a noun that points back: the day beside it may be that of what came of it."""
    return 0 if a.reports == b.reports and not (a.definite or b.definite) else 1


def _over_before(a: Clue, b: Clue) -> bool:
    """Whether the one was over before the day that the other gives, a day of time zones granted."""
    days = b.days or b.around
    return a.until is not None and days is not None and days[0] - a.until > ZONES


def elsewhere(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether two blows are told of other spots or other provinces: each town and each part of a town has its own."""
    if not (a.kinds & STRUCK and b.kinds & STRUCK):
        return False
    if situation.spots.apart(a.spots, b.spots):
        return True
    return bool(a.places and b.places) and all(situation.outside(p, q) for p in a.places for q in b.places)


STRUCK = BLOWS | HARM | {"accident", "riot", "destruction"}
"""Kinds that are told of one spot."""


def kindred(a: Clue, b: Clue) -> bool:
    """Whether the kinds can be one happening's: the same, kin, or harm beside a cause; or the words are the same."""
    if a.kinds & b.kinds or (a.kinds & BLOWS and b.kinds & BLOWS) or (a.triggers & b.triggers) - LIGHT:
        return True
    if a.namings & b.namings:
        return True
    if any(frozenset((x, y)) in MAY_BE_ONE for x in a.kinds for y in b.kinds):
        return True
    return bool((a.kinds & HARM and b.kinds & CAUSES) or (b.kinds & HARM and a.kinds & CAUSES))


def one_blow(a: Clue, b: Clue) -> bool:
    """Whether both are violence, and not by two means."""
    return bool(a.kinds & BLOWS and b.kinds & BLOWS) and not two_means(a, b)


def two_means(a: Clue, b: Clue) -> bool:
    """Whether both tell by what means they were dealt, and by none in common."""
    means, others = a.kinds & MEANS, b.kinds & MEANS
    return bool(means and others) and means.isdisjoint(others)


def scene(a: Clue, b: Clue, situation: Situation) -> str:
    """How the places of two clues stand."""
    return stand(a.places, b.places, situation)


def stand(own: frozenset[str], others: frozenset[str], situation: Situation) -> str:
    """How two sets of places stand: same, near, apart, or open where one is unknown."""
    if not own or not others:
        return "open"
    if shared := own & others:
        wide = all(_wide(p, situation) for p in shared)
        return "near" if wide else "same"
    pairs = [(p, q) for p in sorted(own) for q in sorted(others)]
    known = [(g, situation.outside(p, q)) for p, q in pairs if (g := situation.distance(p, q)) is not None]
    if not known:
        return "open"
    return "near" if any(gap <= ONE_SCENE and not outside for gap, outside in known) else "apart"


def _wide(place: str, situation: Situation) -> bool:
    found = situation.places.get(place)
    return found is not None and found.precision in ("country", "region")
