"""A happening that one report foretells and others tell as a fact; and the day that one of them alone gives."""

import pytest

from tests.kit.story import StoryKit


def bridge(status: str) -> StoryKit:
    """A bridge of which one report says that it is to be shut, and another that it was, or is to be too."""
    s = StoryKit()
    a = s.report("Bridge\nThe Qasira bridge is due to be shut on Monday while divers look at its piers.", "2021-03-01")
    b = s.report("Road\nMen shut the Qasira bridge on Monday.", "2021-03-02")
    for r, stands in ((a, "planned"), (b, status)):
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "shut", "coercion", status=stands, place=place, time=s.timed(r, "Monday", "2021-03-01"))
    return s


def test_a_plan_does_not_sum_up_what_came_true():
    (happening,) = bridge("happened").merged().happenings
    assert happening.summary == "Men shut the Qasira bridge on Monday."
    (happening,) = bridge("planned").merged().happenings
    assert happening.summary.startswith("The Qasira bridge is due")


def test_a_plan_vouches_for_nothing_that_came_true():
    assert [h.grade for h in bridge("happened").merged().happenings] == ["unattributed"]
    assert [h.grade for h in bridge("planned").merged().happenings] == ["corroborated"]


@pytest.mark.parametrize(("others", "day"), [(3, "2021-03-06"), (2, "2021-03-07")])
@pytest.mark.parametrize(("kind", "did"), [("attack", "shot a bear"), ("accident", "broke a lock")])
def test_one_day_given_once_yields_to_one_that_several_reports_name(others: int, day: str, kind: str, did: str):
    s = StoryKit()
    verb = did.split()[0]
    for n in range(others):
        r = s.report(
            f"Weir {n}\nKeepers {did} at Qasira weir. It was Saturday, {'again ' * n}warm.", "2021-03-08", outlet=str(n)
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, verb, kind, place=place, time=s.timed(r, "Saturday", "2021-03-06"))
    r = s.report(f"Clerk\nKeepers {did} at Qasira weir on Sunday.", "2021-03-09", outlet="last")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.event(r, verb, kind, place=place, time=s.timed(r, "Sunday", "2021-03-07"))
    (happening,) = s.merged().happenings
    assert happening.start == day
