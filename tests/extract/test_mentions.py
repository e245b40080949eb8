import pytest

from dateline.extract.mentions import make_reading, unquoted
from dateline.extract.passage import Found, FoundFigure, Passage, Stretch
from dateline.extract.words import Tuning
from dateline.model import Range


def test_an_end_of_a_range_is_no_year() -> None:
    text = "In 1998 it fed between 1000 and 1800 bakers."

    def stretch(words: str, label: str) -> Stretch:
        return Stretch(text.index(words), text.index(words) + len(words), label, 0.9)

    counts = FoundFigure(stretch("between 1000 and 1800 bakers", "figure"), "range", "people", "other")
    found = Found(figures=[counts], times=[stretch("1998", "year"), stretch("1000", "year")])
    reading = make_reading("r", Passage(text, [Range(start=0, end=len(text))]), found, Tuning())
    assert [t.text for t in reading.times] == ["1998"]
    assert [(f.low, f.high) for f in reading.figures] == [(1000, 1800)]


@pytest.mark.parametrize(
    ("span", "left"),
    [
        ("“We wait,”", "We wait"),
        ('"We wait,"', "We wait"),
        ("“We wait", "We wait"),
        ("We wait,”", "We wait"),
        ("the town is “fully free”", "the town is “fully free”"),
        ("“fully free” is the town", "“fully free” is the town"),
        ("— the town fell", "the town fell"),
        ("the fighters’", "the fighters’"),
        ("”", "”"),
    ],
)
def test_outer_marks_go_and_inner_ones_stay(span: str, left: str) -> None:
    start, end = unquoted(f"x{span}y", 1, 1 + len(span))
    assert f"x{span}y"[start:end] == left
