"""Pieces of one expression are one time; small words by themselves tell none."""

import pytest

from dateline.extract.passage import Stretch
from dateline.extract.time_spans import whole_times


def times(text: str, *pieces: tuple[str, str]) -> list[tuple[str, str]]:
    found, at = [], 0
    for words, label in pieces:
        start = text.index(words, at)
        at = start + len(words)
        found.append(Stretch(start, at, label, 0.9))
    return [(text[t.start : t.end], t.label) for t in whole_times(found[::-1], text)]


@pytest.mark.parametrize(
    ("text", "pieces", "left"),
    [
        ("On Friday, Sept. 2 it rained.", [("Friday,", "day"), ("Sept. 2", "day")], [("Friday, Sept. 2", "day")]),
        (
            "It fell within 24 hours.",
            [("within", "vague"), ("24 hours", "duration")],
            [("within 24 hours", "duration")],
        ),
        ("It closed the gate every spring.", [("every", "set")], []),
        ("Back to 2010 then.", [("Back to", "range"), ("2010", "year")], [("Back to 2010", "year")]),
        ("Friday, a day after the fire", [("Friday", "day"), ("a day after", "day")], None),
        ("It ran in 2006 and 2011.", [("2006", "year"), ("2011", "year")], None),
        ("Over the years, since", [("Over the years", "vague"), ("since", "range")], [("Over the years", "vague")]),
    ],
)
def test_whole_times(text: str, pieces: list[tuple[str, str]], left: list[tuple[str, str]] | None) -> None:
    assert times(text, *pieces) == (pieces if left is None else left)
