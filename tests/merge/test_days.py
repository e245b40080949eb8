"""Days inside one report, and whose the dead are that something left."""

import pytest

from tests.kit.story import StoryKit

DAYS = {"Tuesday": "2021-03-02", "Wednesday": "2021-03-03", "Thursday": "2021-03-04"}


@pytest.mark.parametrize(
    ("sentence", "together"),
    [
        ("The Tuesday raids on Qasira killed no one.", False),
        ("Air raids on Qasira were heard on Tuesday.", False),
        ("The raids were called off on Thursday.", True),
        ("The raids on Qasira killed no one.", True),
    ],
)
def test_days_told_in_one_report_must_meet(sentence: str, together: bool) -> None:
    s = StoryKit()
    r = s.report(f"Qasira\nAir strikes hit Qasira on Wednesday. It is dry. It is noon. {sentence}", "2021-03-05")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    for day, value in DAYS.items():
        if day in s.text(r):
            s.timed(r, day, value)
    first = s.event(r, "Air strikes", "air_strike", place=place, time=DAYS["Wednesday"])
    told = next((value for day, value in DAYS.items() if day in sentence), None)
    other = s.event(r, "raids", "air_strike", place=place, time=told)
    found = next(h.events for h in s.merged().happenings if first in h.events)
    assert (other in found) is together


def test_whom_something_left_dead_are_its_dead() -> None:
    def killed_by(sentence: str) -> str:
        s = StoryKit()
        r = s.report(f"Qasira\nIt is noon. It is dry. {sentence}", "2021-03-02")
        dead = s.event(r, "dead", "death")
        causes = {s.event(r, t, k): t for t, k in (("Shelling", "shelling"), ("clashes", "armed_clash"))}
        (happening,) = (h for h in s.merged().happenings if dead in h.events)
        return next(causes[e] for e in happening.events if e in causes)

    assert killed_by("Shelling of the old grain port left nine farmers dead amid clashes.") == "Shelling"
    assert killed_by("Shelling of the old grain port went on, with nine farmers dead in clashes.") == "clashes"
