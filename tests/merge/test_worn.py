"""A word for the deeds of many joins no two of them by itself."""

import pytest

from tests.kit.story import StoryKit

TOWNS = ("Norport", "Sudbay", "Eastlow", "Westmere", "Midden")


@pytest.mark.parametrize(("towns", "word", "together"), [
    (TOWNS, "donated", False),
    (TOWNS[:2], "donated", True),
    (TOWNS, "donated 40 boats", True),
])  # fmt: skip
def test_what_all_do_is_not_one_deed_for_the_word(towns: tuple[str, ...], word: str, together: bool) -> None:
    s = StoryKit()
    for n, town in enumerate(towns):
        r = s.report(f"Gifts {n}\nIt is noon. It is dry. {town} donated {n} tents.", "2021-03-02", outlet=town)
        s.event(r, "donated", "aid", actor=s.named(r, town, town, "org"))
    for outlet, giver in (("a", "Bakers"), ("b", "Pupils of nine schools")):
        told = f"{giver} {word}."
        r = s.report(f"Gifts\nQasira is a port. It is noon. It is dry. {told}", "2021-03-02", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        event = s.event(r, "donated", "aid", place=place)
        if "40" in word:
            s.figure(r, "40 boats", "other", best=40, event=event)
    two = {e.id for e in s.events[-2:]}
    assert any(two <= set(h.events) for h in s.merged().happenings) is together
