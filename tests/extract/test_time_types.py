"""The form of a time expression settles its type, or leaves it open."""

import pytest

from dateline.extract.time_types import type_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the weekend", "range"),
        ("since early March", "range"),
        ("Since 2009", "range"),
        ("1998-2003", "range"),
        ("last summer", "range"),
        ("the late 1990s", "range"),
        ("last month", "month"),
        ("the following year", "year"),
        ("the last fiscal year", "year"),
        ("next Wednesday", "day"),
        ("Tuesday, 4 May", None),
        ("May 4, 2011", "day"),
        ("4 May 2011", "day"),
        ("mid-June", "month"),
        ("2014", "year"),
        ("every morning", "set"),
        ("recent weeks", "vague"),
        ("9:40 a.m.", "time"),
        ("two-week", "duration"),
        ("more than three years", "duration"),
        ("three years ago", "year"),
        ("about a month earlier", "month"),
        ("Forty-one days later", "day"),
        ("several years ago", "vague"),
        ("six minutes later", "time"),
        ("the 64th minute", "time"),
        ("12-14 May 2011", "range"),
        ("May 12 to 14", "range"),
        ("from March 2009 to April 2015", "range"),
        ("Friday and Saturday", "range"),
        ("the past year", "range"),
        ("so far this year", "range"),
        ("earlier in the week", "week"),
        ("that year", "year"),
        ("later that day", "day"),
        ("Harvest Day", "day"),
        ("the eve of the vote", "day"),
        ("a third straight night", "day"),
        ("a day after", "day"),
        ("less than a day", None),
        ("one day", "duration"),
        ("all day", None),
        ("three hours a day", "set"),
        ("on Fridays", "set"),
        ("a year", None),
        ("about a year", "duration"),
        ("Monday night", "day"),
        ("the siege", None),
        ("", None),
    ],
)
def test_form_settles_type(words: str, kind: str | None) -> None:
    assert type_of(words) == kind
