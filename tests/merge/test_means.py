"""What a blow was dealt with and the verb of its use are one."""

import pytest

from tests.kit.story import StoryKit, grouped


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


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("Norland fired nine cruise missiles at the Qasira yard.", True),
        ("Norland fired a cruise missile over the Qasira yard.", False),
        ("Norland fired dozens of shots at the Qasira yard.", False),
        ("Norland launched a boat in the Qasira yard.", False),
    ],
)
def test_who_fires_missiles_makes_a_missile_strike(words: str, one: bool):
    s = StoryKit()
    head = "Yard in Qasira\nIt rained at noon. Shops were shut.\n"
    strike = ("A missile strike hit the yard.", "missile strike")
    for n, (told, trigger) in enumerate(((words, words.split()[1]), strike)):
        r = s.report(f"{head}{told}", "2021-03-02", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, trigger, "attack" if n else "shelling", place=place)
    assert bool(grouped(s)) is one
