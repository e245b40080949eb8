"""Which of the figures told before a figure takes up."""

import msgspec

from dateline.extract.figures import make_figure
from dateline.extract.passage import FoundFigure, Stretch
from dateline.extract.taken_up import take_up
from dateline.model import FigureMention, Range
from dateline.model.mention import What


def figure(text: str, words: str, what: What, unit: str = "people") -> FigureMention:
    start = text.index(words)
    found = FoundFigure(Stretch(start, start + len(words), "figure", 0.9), "exact", unit, "other")
    mention = make_figure(text, Range(start=0, end=len(text)), found, 0.9)
    return msgspec.structs.replace(mention, what=what, unit=unit)


def taken(text: str, whole: FigureMention, part: FigureMention, since: int = 0) -> tuple[str, str]:
    told = take_up(text, [whole], part, since)
    return told.what, told.unit


def test_another_number_for_those_just_counted_counts_the_same() -> None:
    text = "More than 70 bakers are dead. At one point, we heard 73. The guild heard 73 shots."
    dead = figure(text, "More than 70 bakers", "killed")
    assert taken(text, dead, figure(text, "73", "present")) == ("killed", "people")
    assert taken(text, dead, figure(text, "73 shots", "other", "other")) == ("other", "other")
    assert taken(text, dead, figure(text, "73", "present"), since=30) == ("present", "people")
    there = figure(text, "More than 70 bakers", "present")
    assert taken(text, there, figure(text, "73", "other")) == ("other", "people")
    text = "More than 70 bakers are dead. The guild numbers 73."
    assert taken(text, dead, figure(text, "73", "present")) == ("present", "people")


def test_some_of_them_are_of_what_was_told_near_and_of_no_sum() -> None:
    text = "They lost 9,000 huts. The year was dry. The guild held thousands of them."
    huts = figure(text, "9,000 huts", "destroyed", "buildings")
    part = figure(text, "thousands of them", "captured")
    assert taken(text, huts, part) == ("captured", "buildings")
    assert taken(text, huts, part, since=22) == ("captured", "people")
    assert taken(text, msgspec.structs.replace(huts, unit="money"), part) == ("captured", "people")
