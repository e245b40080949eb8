"""The weekday after the stamp: the next day where the report tells of it, else the one six days back."""

import pytest

from dateline.model import Published, Reading, Report
from dateline.resolve.times import resolve_times

EVENING = "2018-03-15T18:40"  # a Thursday


def values(text: str, published: str = EVENING) -> list[str | None]:
    report = Report(id="r", path=None, url=None, text=text, language="en", published=Published(value=published))
    return [t.value for t in resolve_times(report, Reading(report="r"))]


@pytest.mark.parametrize(
    "text",
    [
        "A dam broke above the town early Friday morning.",  # the first day that is told
        "Rain fell on Monday. A dam broke on Friday. Ministers will meet on Friday.",  # also said of what is to come
        "The dam broke on Wednesday. Divers looked for her on Friday. Photo taken on March 16, 2018",  # by its date
        "The rink burned on Thursday night. Divers searched it on Friday.",  # the night before it
    ],
)
def test_the_weekday_after_the_stamp_is_the_next_day_where_the_report_tells_of_it(text: str) -> None:
    assert "2018-03-16" in values(text)
    assert "2018-03-09" not in values(text)
    assert "2018-03-16" in values(text, "2018-03-15")  # a stamp without an hour


def test_else_it_is_the_last_one() -> None:
    background = "The dam broke on Wednesday. Divers had inspected it on Friday."
    assert values(background) == ["2018-03-14", "2018-03-09"]
    assert values("A dam broke on Friday.", "2018-03-15T09:20") == ["2018-03-09"]  # no day had begun to be Friday
    assert values("A diver who was hurt on Friday died on Wednesday.") == ["2018-03-09", "2018-03-14"]
    assert values("A dam broke last Friday. It was built in 1950.") == ["2018-03-09", "1950"]


def test_a_page_of_the_evening_that_says_last_night_was_written_on_the_next_day() -> None:
    page = "The rink burned on Thursday. Nine were hurt last night. Divers searched it this morning."
    assert values(page) == ["2018-03-15", "2018-03-15", "2018-03-16"]
    assert values(page, "2018-03-15T09:20") == ["2018-03-15", "2018-03-14", "2018-03-15"]
    assert values("Nine were hurt last night. The rink opened on Wednesday.")[0] == "2018-03-14"
