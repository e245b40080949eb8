"""What speaks for two mentions being one happening, and what against it."""

import pytest

from dateline.merge.clues import clue_of
from dateline.merge.likeness import forbidden, standing
from dateline.merge.situation import Situation as Told
from tests.merge.build import Situation


def evidence(place: str, at: tuple[float, float], day: str = "2021-03-01") -> float:
    """Of two blasts, neither put anywhere by its own sentence; what the second report speaks of is there and then."""
    s = Situation()
    for title, name, where, time in (("Mills", "Qasira", (35.0, 36.0), "2021-03-01"), ("Roads", place, at, day)):
        r = s.report(f"{title}\n{name} is a port. It is quiet. It is old. A bomb tore up a mill.", "2021-03-02")
        s.event(r, "bomb", "bombing", place=s.named(r, name, name, "place", where), time=time)
    told = Told(s.dossier(), s.readings(), s.resolution())
    first, other = (clue_of(e, told) for e in told.events.values())
    return standing(first, other, told)


def test_places_named_beside_two_blasts_speak_for_one_only_where_they_are_one() -> None:
    same, near, far = (
        evidence("Qasira", (35.0, 36.0)),
        evidence("Tel Amar", (35.1, 36.1)),
        evidence("Tel Amar", (31, 44)),
    )
    assert same - near == pytest.approx(0.5)
    assert near - far == pytest.approx(0.4)


def test_the_longer_two_are_apart_the_less_they_are_one() -> None:
    that_day, that_week, in_autumn = (
        evidence("Qasira", (35.0, 36.0), f"2021-{d}") for d in ("03-01", "03-08", "09-01")
    )
    assert that_day - that_week == pytest.approx(1.6)
    assert that_week - in_autumn == pytest.approx(1.5)


@pytest.mark.parametrize(("at", "apart"), [((35.1, 36.1), False), ((31.0, 44.0), True)])
def test_meetings_in_places_far_apart_are_not_one(at: tuple[float, float], apart: bool) -> None:
    s = Situation()
    for name, where in (("Qasira", (35.0, 36.0)), ("Tel Amar", at)):
        r = s.report(f"Talks\nMinisters met women freed in {name}.", "2021-03-02")
        s.event(r, "freed", "concession")
        s.event(r, "met", "talks", place=s.named(r, name, name, "place", where))
    told = Told(s.dossier(), s.readings(), s.resolution())
    first, other = (clue_of(e, told) for e in told.events.values() if e.kind == "talks")
    assert forbidden(first, other, told) is apart
