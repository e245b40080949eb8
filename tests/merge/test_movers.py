"""People who move, by whatever words; copies that change a word; the two sides of a clash."""

import pytest

from dateline.merge.happenings.likeness import likeness, standing
from tests.kit.story import StoryKit
from tests.merge.test_likeness import clues

QASIRA = (35.0, 36.0)


def leaving(*told: tuple[str, str, str]) -> int:
    """How many happenings some movements out of Qasira are, each in a report of its own: the sentence, the trigger and
    the kind."""
    s = StoryKit()
    for n, (sentence, trigger, kind) in enumerate(told):
        r = s.report(f"News {n}\nThe lake is calm. Rain fell. {sentence}", "2021-03-02", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", QASIRA)
        s.event(r, trigger, kind, place=place, time=s.timed(r, "Monday", "2021-03-01"))
    return len(s.merged().happenings)


def test_people_who_leave_a_place_on_one_day_do_so_by_any_word() -> None:
    bused = ("Villagers were evacuated from Qasira on Monday.", "evacuated", "evacuation")
    moved = ("Families moved out of Qasira on Monday.", "moved", "displacement")
    fled = ("Families fled Qasira on Monday.", "fled", "displacement")
    assert leaving(bused, moved) == 1
    assert leaving(bused, fled) == 2


def test_a_safe_passage_is_a_departure() -> None:
    granted = ("On Monday rebels were granted safe passage from Qasira.", "granted safe passage", "concession")
    left = ("Rebels departed from Qasira on Monday.", "departed", "displacement")
    assert leaving(granted, left) == 1


HURT = "Nine hurt riders were rushed to the town hospital."


@pytest.mark.parametrize(
    ("sentence", "trigger", "alike"),
    [
        ("A nurse at a hospital said ten were brought in.", "brought in", True),
        ("Ten people were taken by road to a local hospital.", "taken", True),
        ("Ten people were taken from the hospital.", "taken", False),
        ("Ten people were taken by road to a local school.", "taken", False),
    ],
)
def test_the_hurt_are_taken_to_hospital_by_any_word(sentence: str, trigger: str, alike: bool) -> None:
    s = StoryKit()
    for n, (told, word) in enumerate(((HURT, "rushed"), (sentence, trigger))):
        r = s.report(f"News {n}\nThe lake is calm. Rain fell. {told}", "2021-03-02", outlet=str(n))
        s.event(r, word, "evacuation", time="2021-03-01")
    assert (len(s.merged().happenings) == 1) is alike


def test_a_copy_that_changes_one_word_between_the_others_tells_the_same() -> None:
    one = "Masked robbers emptied nine iron vaults below the old river bank."
    two = "Masked robbers looted nine iron vaults below the old river bank."
    turned = "Nine iron vaults below the old river bank masked robbers looted."
    emptied = (one, "emptied", "destruction")
    assert (
        likeness(*clues(emptied, (two, "looted", "destruction")))
        - likeness(*clues(emptied, (turned, "looted", "destruction")))
        > 0.5
    )


def test_either_side_of_a_clash_may_be_told_first() -> None:
    def of(kind: str) -> float:
        told = (("Ann Lee fought Bo Roy.", "fought", kind), ("Bo Roy fought Ann Lee.", "fought", kind))
        return standing(*clues(*told, actor_0="Ann Lee", target_0="Bo Roy", actor_1="Bo Roy", target_1="Ann Lee"))

    assert of("armed_clash") - of("bombing") > 1


def test_two_counts_of_people_who_move_are_of_two_groups() -> None:
    def groups(first: int, second: int) -> int:
        s = StoryKit()
        r = s.report(
            f"Convoys\nSome {first} people were granted safe passage.\nUp to {second} people were given safe passage.",
            "2021-03-02",
        )  # fmt: skip
        for words, count in (("granted safe passage", first), ("given safe passage", second)):
            s.figure(r, f"{count} people", "other", best=count, event=s.event(r, words, "concession"))
        return len(s.merged().happenings)

    assert groups(5000, 5000) == 1
    assert groups(5000, 2000) == 2
