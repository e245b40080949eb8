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
        ("three years ago", None),
        ("Monday night", "day"),
        ("the siege", None),
        ("", None),
    ],
)
def test_form_settles_type(words: str, kind: str | None) -> None:
    assert type_of(words) == kind
