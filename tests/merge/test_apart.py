"""Events of a sentence -> which of them it tells apart."""

import pytest

from dateline.merge.happenings.apart import told_apart, told_on
from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        ("Gunmen attacked the gate after the blast, fighting guards.", {("attacked", "blast")}),
        ("The attack began with a blast, followed by gunfire and an explosion at the inn.",
         {("blast", "gunfire"), ("blast", "explosion")}),
        ("The attack was in retaliation for strikes on Qasira.", {("attack", "strikes")}),
        ("The blast, which was an attack on the inn, shook Qasira.", set()),
        ("The explosion, followed by gunfire, hit the inn.", {("explosion", "gunfire")}),
        ("Guests who saw the inn bombed were heard after the bombing.", set()),
        ("Qasira blast: guests flee after explosion at inn.", set()),
        ("Guests who saw the inn bombed were heard after the bombing of the gate.", {("bombed", "bombing")}),
    ],
)  # fmt: skip
def test_words_of_sequence_tell_two_happenings_apart(sentence, apart):
    s = StoryKit()
    r = s.report(f"Qasira\n{sentence}", "2021-03-01")
    for word in ("attacked", "attack ", "blast", "gunfire", "explosion", "strikes", "hit", "bombed", "bombing"):
        if word in sentence:
            s.event(r, word.strip(), "attack")
    found = {(a.trigger.text, b.trigger.text) for a, b in told_apart(s.events, s.text(r))}
    assert found == apart


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("Elsewhere, gunmen raided an inn.", True),
        ("A day later gunmen raided an inn.", True),
        ("In a separate incident gunmen raided an inn.", True),
        ("It was followed by a similar raid on an inn.", True),
        ("Elsewhere, people heard of the raid.", False),
        ("Guards spoke of the second raid.", False),
        ("Gunmen raided an inn.", False),
    ],
)
def test_words_that_go_on_tell_another_blow_than_all_before(sentence, other):
    s = StoryKit()
    r = s.report(f"Qasira attacked\nGunmen stormed the gate of Qasira.\n{sentence}", "2021-03-01")
    for word in ("attacked", "stormed", "raided" if "raided" in sentence else "raid"):
        s.event(r, word, "attack")
    assert len(told_on(s.events, s.text(r))) == (2 if other else 0)


def movements(first: int, second: int, *, what: str = "evacuated", tail: str = "") -> int:
    """How many happenings two movements out of Qasira are, of two counts in one report."""
    s = StoryKit()
    r = s.report(
        f"Qasira convoys\nIt was noon.\nSome {first} people left Qasira on Monday.\n"
        f"On Monday, {second} people left Qasira{tail}.",
        "2021-03-02",
    )  # fmt: skip
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    for count, trigger in ((first, "people left Qasira on"), (second, f"people left Qasira{tail}.")):
        event = s.event(r, trigger, "evacuation", place=place, time="2021-03-01")
        s.figure(r, f"{count} people", what, best=count, event=event)
    return len(s.merged().happenings)


def test_two_counts_of_people_who_moved_are_two_movements():
    assert movements(5000, 2000) == 2
    assert movements(5000, 5000, tail=" again") == 1
    assert movements(5000, 2000, what="injured") == 1


def test_reports_that_count_far_other_numbers_of_people_tell_of_two_movements():
    def together(count: int) -> bool:
        s = StoryKit()
        for n, (many, text) in enumerate(
            ((5000, "People left Qasira, 5000 in all."), (count, f"{count} left Qasira."))
        ):
            r = s.report(f"Qasira\nIt was noon.\nStalls opened.\n{text}", "2021-03-02", outlet=str(n))
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            event = s.event(r, "left", "evacuation", place=place)
            s.figure(r, f"{many}", "evacuated", best=many, event=event)
        return len(s.merged().happenings) == 1

    assert together(4200)
    assert not together(900)


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("It was a grim echo of the raid.", True),
        ("He called it reminiscent of the Oldham raid.", True),
        ("It was unlike any raid.", True),
        ("He called it an echo of the raid in Norport.", False),
        ("He saw the raid.", False),
    ],
)
def test_what_a_blow_is_only_likened_to_is_another(words: str, alone: bool):
    s = StoryKit()
    for n, told in enumerate(("Masked men began the raid in Norport at dawn.", words)):
        r = s.report(f"Raid in Norport\n{told}", "2021-03-02", outlet=str(n))
        place = s.named(r, "Norport", "Norport", "place", (35.0, 36.0))
        s.event(r, "Raid", "attack", place=place)
        s.event(r, "raid", "attack", place=place)
    last = s.events[-1].id
    (happening,) = (h for h in s.merged().happenings if last in h.events)
    assert (len(happening.events) == 1) is alone


def test_what_a_blow_is_likened_to_has_neither_its_day_nor_its_dead():
    s = StoryKit()
    r = s.report("Raid in Norport\nA raid hit Norport. Rows of dead were a grim echo of the raids.", "2021-03-02")
    first = s.event(r, "raid", "attack", time="2021-03-02")
    dead = s.event(r, "dead", "death", time="2021-03-02")
    echo = s.event(r, "raids", "attack", time="2021-03-02")
    home = {e: h for h in s.merged().happenings for e in h.events}
    assert (home[first].start, home[echo].start) == ("2021-03-02", None)
    assert home[echo].id != home[dead].id
