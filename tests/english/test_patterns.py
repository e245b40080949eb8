"""A pattern for any of some words."""

import re

from dateline.english.patterns import one_of


def test_no_word_is_cut_short_by_one_that_it_begins_with() -> None:
    assert re.findall(one_of(["north", "northern"]), "northern and north") == ["northern", "north"]


def test_a_dot_is_a_dot() -> None:
    assert re.fullmatch(one_of(["p.m"]), "pum") is None
    assert re.fullmatch(one_of(["p.m"]), "p.m")


def test_the_order_of_the_words_is_no_matter() -> None:
    assert one_of({"east", "west", "southeast"}) == one_of(["southeast", "west", "east"])
