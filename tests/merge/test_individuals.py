"""Counts of one: somebody told of is no toll, and two of them are seldom the same."""

import pytest

from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    ("what", "of", "told", "expected"),
    [
        ("injured", "people", [("One person was hurt.", "One person"), ("It hurt one person.", "one person")], [2]),
        ("injured", "victim", [("A victim lay there.", "A victim"), ("It hurt a victim.", "a victim")], [1, 1]),
        ("killed", "clerk", [("One clerk died.", "One clerk"), ("It killed one clerk.", "one clerk")], [1, 1]),
        ("killed", "clerk", [("One clerk died.", "One clerk"), ("One clerk died.", "One clerk")], [2]),
        ("captured", "girl", [("A girl was held.", "A girl"), ("Guards took a girl.", "a girl")], [2]),
        ("captured", "girl", [("A girl was held.", "A girl"), ("Guards took a clerk.", "a clerk")], [1, 1]),
    ],
)
def test_one_and_one_are_a_toll_or_two_people(
    what: str, of: str, told: list[tuple[str, str]], expected: list[int]
) -> None:
    s = StoryKit()
    for n, (sentence, words) in enumerate(told):
        r = s.report(f"Blast in Qasira\nA blast shook Qasira on Monday.\n{sentence}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        s.figure(r, words, what, best=1, of=words.split()[-1] if of != "people" else of, event=blast)
    assert sorted(len(x.members) for x in s.merged().series) == expected
