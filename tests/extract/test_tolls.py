"""Counts of the dead and hurt that the network overlooked."""

import pytest

from dateline.extract.tolls import overlooked


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Death toll in Qasira market blast rises to 112", [("112", "killed")]),
        ("Qasira bombing toll hits 43: council", [("43", "killed")]),
        ("Truck bomb tears through Qasira, killing 30", [("30", "killed")]),
        ("At least 24 dead in Qasira", [("At least 24", "killed")]),
        ("Storm over Umza: 19 injured", [("19", "injured")]),
        ("The toll road to Umza is 40 km long.", []),
        ("They killed 12 hours of talks.", []),
        ("The toll rose by 12% to 40 per cent.", []),
        ("Some 24 buses left.", []),
    ],
)
def test_bare_counts(sentence: str, found: list[tuple[str, str]]) -> None:
    given = [(sentence[f.span.start : f.span.end], f.what) for f in overlooked(sentence, 0, [])]
    assert given == found


def test_what_is_already_read_is_left_alone() -> None:
    sentence = "Truck bomb kills 30"
    assert not list(overlooked(sentence, 100, [(117, 119)]))
    assert [f.span.start for f in overlooked(sentence, 100, [])] == [117]
