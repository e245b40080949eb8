"""A time in an inset or a clause of its own dates nothing outside it."""

import pytest

from tests.resolve.times.told import Told

BURNED = "Raiders burned the mill on Wednesday.\n"
STORY = "2018-03-14"


@pytest.mark.parametrize(
    "sentence",
    [
        "Raiders robbed nine farms, the most recent on Monday, and fled.",
        "Raiders robbed nine farms -- they took the harbour last month -- and burned the mill.",
        "Raiders robbed nine farms (they took the harbour last month).",
        "Raiders robbed nine farms, while guards were seen at the harbour last month.",
        "Raiders robbed nine farms after guards had come to the harbour last month.",
        "Raiders robbed nine farms as the mayor revealed on Thursday that he is ill.",
        "The firm grew in 1990, but raiders have robbed nine farms.",
        "As in the 2009 flood, raiders robbed nine farms.",
        "Raiders robbed nine farms in the worst year of the 21st century.",
    ],
)
def test_what_stands_outside_keeps_the_day_of_the_story(sentence: str) -> None:
    told = Told(BURNED + sentence).event("burned").event("robbed")
    for inside in ("took", "shot", "seen", "come"):
        if inside in sentence:
            told.event(inside, "capture_territory")
    value = told.when("robbed")[0]
    assert value in (STORY, None)
    assert value == STORY or "have robbed" in sentence


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Nine farms were robbed after the mill burned on Monday.", "2018-03-12"),
        ("Raiders robbed nine farms (near Orm) on Monday.", "2018-03-12"),
        ("Raiders robbed nine farms, the first of them in Orm, on Monday.", "2018-03-12"),
        ("In 2009, as guards have said, raiders robbed nine farms.", "2009"),
        ("In the 2009 flood nine farms were robbed.", "2009"),
        ("Raiders robbed nine farms while guards slept on Monday.", "2018-03-12"),
    ],
)
def test_what_shares_its_clause_keeps_the_time(sentence: str, day: str) -> None:
    assert Told(BURNED + sentence).event("burned").event("robbed").when("robbed")[0] == day


def test_the_day_on_which_a_toll_rose_is_of_no_harm() -> None:
    told = Told(BURNED + "The toll rose to nine on Thursday, with forty hurt by the smoke.").event("burned")
    assert told.event("hurt", "injury").when("hurt")[0] == STORY
    told = Told("The river rose to nine metres on Thursday, and forty were hurt.").event("hurt", "injury")
    assert told.when("hurt")[0] == "2018-03-15"


def test_what_is_shown_has_a_day_of_its_own() -> None:
    told = Told(BURNED + "The raid on Thursday left little doubt that riders had shot a guard.").event("burned")
    assert told.event("raid").event("shot").when("raid")[0] == "2018-03-15"
    assert told.when("shot")[0] != "2018-03-15"


def test_the_day_of_what_is_avenged_is_not_that_of_the_revenge() -> None:
    told = Told(BURNED + "Riders called it a revenge attack for air strikes last week.").event("burned")
    told.event("revenge attack").event("air strikes", "air_strike")
    assert told.when("revenge attack")[0] == STORY
    assert told.when("air strikes")[0] == "2018-03-05/2018-03-11"
    told = Told("The revenge attack on Monday killed nine.").event("revenge attack")
    assert told.when("revenge attack")[0] == "2018-03-12"
