import pytest

from dateline.extract.figures import make_figure
from dateline.extract.passage import FoundFigure, Stretch
from dateline.model import FigureMention, Range


def figure(text: str, words: str, qualifier: str = "exact", unit: str = "other") -> FigureMention:
    start = text.index(words)
    found = FoundFigure(Stretch(start, start + len(words), "figure", 0.9), qualifier, unit, "other")
    return make_figure(text, Range(start=0, end=len(text)), found, 0.9)


@pytest.mark.parametrize(
    ("words", "unit", "counted"),
    [
        ("at least 48 suspected rebels", "fighters", "suspected rebels"),
        ("700 of their wives", "women", "wives"),
        ("12 percent of the homes", "percent", "homes"),
        ("$40 million", "money", None),
        ("40 million euros", "money", "euros"),
        ("two F-16 jets", "aircraft", "F-16 jets"),
        ("300 families", "families", "families"),
        ("a policeman", "police", "policeman"),
    ],
)
def test_unit_and_what_is_counted(words: str, unit: str, counted: str | None) -> None:
    mention = figure(f"They counted {words} there.", words)
    assert mention.unit == unit
    assert (mention.counted.text if mention.counted else None) == counted


@pytest.mark.parametrize(
    ("words", "value"),
    [("a policeman", 1), ("nobody", 0), ("no soldiers", 0), ("both bridges", 2), ("several villages", None)],
)
def test_figures_without_a_number(words: str, value: int | None) -> None:
    mention = figure(f"They found {words} there.", words, qualifier="vague")
    assert (mention.low, mention.best, mention.high) == (value, value, value)


def test_a_hedge_left_out_of_the_span_is_taken_in() -> None:
    mention = figure("Officials counted at least 12 dead.", "12 dead")
    assert (mention.text, mention.low, mention.best) == ("at least 12 dead", 12, None)
