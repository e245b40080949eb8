"""Counts of a list whose noun stands once."""

import pytest

from dateline.extract.listed import is_item, listed
from dateline.extract.passage import FoundFigure, Stretch


def left_out(text: str, *read: str) -> list[str]:
    figures = [
        FoundFigure(Stretch(text.index(w), text.index(w) + len(w), "figure", 0.9), "exact", "people", "killed")
        for w in read
    ]
    return [text[f.span.start : f.span.end] for f in listed(text, 0, figures)]


@pytest.mark.parametrize(
    ("text", "read", "found"),
    [
        ("150 letters were found in Umza, 100 in Port Vell, 67 in Kelo and 40 in Marrak.", ["150 letters", "40"],
         ["100", "67"]),
        ("150 letters were found in Umza 100 in Port Vell 67 in Kelo and 40 in Marrak.", ["150 letters", "40"],
         ["100", "67"]),
        ("Eight cases were found among Port Vell bakers, seven in Umza.", ["Eight cases"], ["seven"]),
        ("It killed nine bakers in Umza and two in Kelo.", ["nine bakers"], ["two"]),
        ("It killed nine bakers in Umza and two in hospital.", ["nine bakers"], []),
        ("It killed nine bakers in Umza, 2012 in Kelo.", ["nine bakers"], []),
        ("It killed nine bakers; two in Kelo.", ["nine bakers"], []),
    ],
)  # fmt: skip
def test_counts_of_a_list_are_read(text: str, read: list[str], found: list[str]) -> None:
    assert left_out(text, *read) == found


def test_each_goes_on_from_the_one_before() -> None:
    text = "Nine bakers were found in Umza, 100 in Kelo and 40 in Marrak."
    assert is_item(text, text.index("bakers") + len("bakers"), text.index("100"))
    assert is_item(text, text.index("100") + len("100"), text.index("40"))
    assert not is_item(text, text.index("bakers") + len("bakers"), text.index("40"))
