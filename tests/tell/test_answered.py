"""Who denies a part: of what happened, or of another deed."""

import msgspec
import pytest

from dateline.tell.answered import is_answered
from dateline.tell.near import Nearness
from tests.kit.story import StoryKit
from tests.tell.stories import told_of


@pytest.mark.parametrize(
    ("doer", "denial", "answered"),
    [
        ("Norland", "The Red Guild denied responsibility.", False),
        ("Norland", "The Red Guild denied any role in the raid.", True),
        ("Norland", "Norland denied responsibility.", True),
        ("", "The Red Guild denied responsibility.", True),
    ],
)
def test_a_denial_without_a_deed_is_of_none_that_another_body_is_told_to_have_done(
    doer: str, denial: str, answered: bool
):
    s = StoryKit()
    r = s.report(f"Raid on Tavo\n{doer or 'Somebody'} raided Tavo on Monday. {denial}", "2021-03-02")
    s.timed(r, "Monday", "2021-03-01")
    norland, guild = s.named(r, "Norland", "Norland"), s.named(r, "Red Guild", "Red Guild", "group")
    place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
    actor = norland if doer else None
    for trigger in ("Raid", "raided"):
        s.event(r, trigger, "attack", place=place, time="2021-03-01", actor=actor)
    content = denial.split("denied ")[1].rstrip(".")
    who = "Norland" if denial.startswith("Norland") else "Red Guild"
    s.claim(r, who, content, norland if who == "Norland" else guild, stance="denies")
    told = told_of(s)
    main = max(told.agreement.happenings, key=lambda h: len(h.events))
    span = next(iter(told.body.values()))[-1]
    assert is_answered(span, Nearness(msgspec.structs.replace(main, grade="single_source"), told)) is answered
    assert is_answered(span, Nearness(msgspec.structs.replace(main, grade="contested"), told))
