"""The day of a saying: it is not that of what was said, which was done by then."""

import pytest

from tests.resolve.times.told import Told


def test_a_day_behind_the_last_verb_of_a_sentence_is_that_of_the_saying() -> None:
    told = Told("Guides say boulders buried nine hikers in two valleys of the north, the wardens said on Tuesday.")
    told.event("buried", "death").claim("say", "boulders buried nine hikers in two valleys of the north")
    value, why = told.when("buried")
    assert value == "2018-03-12/2018-03-13"
    assert "of what was said on 2018-03-13" in why


@pytest.mark.parametrize(
    "text",
    [
        "Guides say boulders buried nine hikers on Tuesday.",
        "Nine hikers were buried, it was reported, on Tuesday.",
        "Guides said Tuesday boulders buried nine hikers.",  # which of the two, is not told
    ],
)
def test_a_day_that_ends_no_saying_dates_the_deed(text: str) -> None:
    assert Told(text).event("buried", "death").when("buried")[0] == "2018-03-13"


def test_a_deed_between_the_cue_and_the_day_has_the_day() -> None:
    told = Told("Crews left on Tuesday.\nGuides said the landslide of May 2016 cut a road and buried nine.")
    told.event("left", "withdrawal").event("landslide", "hazard").event("buried", "death")
    assert told.when("buried")[0] == "2016-05"
