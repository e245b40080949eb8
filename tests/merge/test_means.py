"""What a blow was dealt with and the verb of its use are one."""

import pytest

from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    ("sentence", "first", "other", "together"),
    [
        ("Nine mortar shells fired by a gang fell short of Qasira.", "mortar shells", "fired", True),
        ("A jet dropped two huge bombs near Qasira.", "dropped", "bombs", True),
        ("Gangs targeted the mill of Qasira and a farm beside it with rockets.", "targeted", "rockets", True),
        ("Gangs targeted the mill of Qasira, and police found bombs.", "targeted", "bombs", False),
        ("Guards fired and a bomb went off in Qasira.", "fired", "bomb", False),
        ("Guards fired after the bomb in Qasira.", "fired", "bomb", False),
    ],
)
def test_a_weapon_and_the_verb_of_its_use_are_one(sentence: str, first: str, other: str, together: bool) -> None:
    s = StoryKit()
    r = s.report(f"Qasira\nIt is noon. The lake is calm. {sentence}", "2021-03-02")
    for trigger in (first, other):
        s.event(r, trigger, "attack")
    assert (len(s.merged().happenings) == 1) is together


def test_the_dead_of_a_weapon_are_those_of_its_use() -> None:
    s = StoryKit()
    r = s.report("Qasira\nIt is noon. Two farmers were killed by shells fired on Monday at Qasira.", "2021-03-02")
    for trigger, kind in (("killed", "death"), ("shells", "shelling"), ("fired", "attack")):
        s.event(r, trigger, kind)
    (happening,) = s.merged().happenings
    assert len(happening.events) == 3
