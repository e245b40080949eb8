"""Count, Count -> whether both count the same thing: of one scene, or of one place or day with nothing against it."""

from dateline.merge.distances import ONE_SCENE
from dateline.merge.series.amounts import WORDS, agree, number
from dateline.merge.series.counted import WAR, Count
from dateline.merge.series.individuals import is_somebody, same_person
from dateline.merge.series.parts import HARMED, PORTIONS
from dateline.merge.series.scope import told_of_others
from dateline.merge.situation import Situation
from dateline.model.edtf import overlap

SAME_ORDER = 60.0
"""Two tolls of one scene differ by less than this factor; more, and one of them counts a war and not a day."""

REGION = 100.0
"""Kilometres beyond which two figures do not count at one place, however loosely reports name it."""

WEEK = 7
"""Days between two reports that may give one toll by the number alone."""

MONTH = 30
"""Days between two measurements of one flow."""

FEW = 5
"""Harmed from which on two like numbers are hardly of two blows."""


def same_thing(a: Count, b: Count, situation: Situation) -> bool:
    """Same scene; or, where a figure has none, the same place or day with nothing against it."""
    if is_somebody(a) and is_somebody(b):
        return same_person(a, b, situation)
    if a.group in HARMED and (a.era or b.era):
        return _of_one_era(a, b) and not told_apart(a, b, situation)
    if told_apart(a, b, situation):
        return False
    if (a.scene and a.scene == b.scene) or _one_rate(a, b, situation):
        return True
    if a.days and b.days and not overlap(a.days, b.days, slack=1):
        return False
    gap = situation.distance(a.place, b.place) if a.place and b.place else None
    if gap is None or gap > ONE_SCENE:
        return False
    if a.scene and b.scene and a.group not in ("held up", "population", "deployed", "moved"):
        return False
    return bool(a.part == b.part and (a.days is None or b.days is None or overlap(a.days, b.days)))


def told_apart(a: Count, b: Count, situation: Situation) -> bool:
    """Whether something forbids that both count the same thing, wherever and whenever it was."""
    big, small = sorted((number(a.figure) or 0, number(b.figure) or 0), reverse=True)
    if a.planned != b.planned or (a.group in ("killed", "injured") and big > SAME_ORDER * max(1, small)):
        return True
    if a.group in HARMED and (a.era or b.era):
        return not _of_one_era(a, b)
    if a.group in HARMED and big != small and told_of_others(a, b, situation):
        return True
    if a.group in HARMED and a.figure.report != b.figure.report and far(a, b, situation):
        return True
    if _beside(a, b, situation) and big != small and not (a.stale or b.stale):
        return True
    if a.group not in ("killed", "injured") and (_crossed(a, b, situation) or _crossed(b, a, situation)):
        return True
    return (_is_anything(a) or _is_anything(b)) and not agree(a.figure, b.figure)


def _of_one_era(a: Count, b: Count) -> bool:
    """Whether two tolls, one of them of a war or of years, are of the same."""
    eras = a.era == b.era or (a.era and b.era and WAR in (a.era, b.era))
    return bool(eras) and (a.place is None or b.place is None or a.place == b.place)


def one_toll(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two reports of one week give one plain number of harmed or freed, whatever place and happening each hangs
    it on, and their days do not speak against it: who is missing is so from his day on."""
    size = number(a.figure) or 0
    if a.group not in HARMED | {"freed"} or a.part in PORTIONS - {""} or size < FEW or number(b.figure) != size:
        return False
    if _beside(a, b, situation):
        return False
    if {a.figure.qualifier, b.figure.qualifier} & WORDS or a.stale or b.stale or a.seen or b.seen:
        return False
    one, two = (situation.published(c.figure.report) for c in (a, b))
    if one is None or two is None or not overlap(one, two, slack=WEEK):
        return False
    return a.group == "missing" or not (a.days and b.days) or overlap(a.days, b.days, slack=1)


def _one_rate(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two figures measure one flow of a named thing (“5,000 barrels a day”): one of the same month that goes on
    where reports do not put it far apart."""
    if not (a.figure.per and a.part) or a.group != "other" or far(a, b, situation):
        return False
    return not (a.days and b.days) or overlap(a.days, b.days, slack=MONTH)


def _is_anything(count: Count) -> bool:
    """Whether a count is of who was somewhere, or of whatever, with no noun that says of what: two such are one only
    where their numbers fit. Of a square and of its inn each report may say who was there."""
    return count.figure.what == "present" or (count.group == "other" and not count.part)


def _crossed(a: Count, b: Count, situation: Situation) -> bool:
    """Whether the other figure's sentence has one that fits better: of “5,000 left A and 2,000 left B” each report's
    5,000 meets the other's."""
    if agree(a.figure, b.figure):
        return False
    sentence = next(
        (s for s in situation.readings[b.figure.report].sentences if s.start <= b.figure.start < s.end), None
    )  # fmt: skip
    return sentence is not None and any(
        f.id != b.figure.id and f.id != a.figure.id and sentence.start <= f.start < sentence.end
        and number(f) is not None and agree(a.figure, f)
        for f in situation.counted[b.figure.report]
    )  # fmt: skip


def far(a: Count, b: Count, situation: Situation) -> bool:
    """Whether the places of two counts lie farther apart than reports err that give the next big town for a village;
    what is told of a gulf or a country may be anywhere in it."""
    gap = situation.distance(a.place, b.place) if a.place and b.place else None
    if gap is None or gap <= REGION:
        return False
    return gap > REGION + max(_radius(a, situation), _radius(b, situation))


def _radius(count: Count, situation: Situation) -> float:
    known = situation.places.get(count.place or "")
    return known.radius_km or 0.0 if known is not None and known.precision in ("country", "region") else 0.0


def _beside(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two figures stand in one sentence: then two numbers are two counts."""
    if a.figure.report != b.figure.report:
        return False
    first, last = sorted((a.figure.start, b.figure.start))
    return any(s.start <= first and last < s.end for s in situation.readings[a.figure.report].sentences)
