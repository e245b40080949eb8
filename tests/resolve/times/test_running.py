"""The day that runs on from one sentence to the next, and those that end with their own."""

from tests.resolve.times.told import Told


def test_a_day_that_says_which_is_meant_does_not_run_on() -> None:
    told = Told("Raiders burned the mill on Thursday. They fled in a boat which they had bought on Monday. Nine died.")
    told.event("burned").event("fled", "withdrawal").event("bought", "politics").event("died", "death")
    assert told.when("died")[0] == "2018-03-15"
    told = Told("Raiders burned the mill on Thursday. It was a response to a raid on Monday. Nine died.")
    assert told.event("burned").event("raid").event("died", "death").when("died")[0] == "2018-03-15"
    told = Told("Raiders burned the mill on Thursday. They had vowed revenge for Monday’s raid. Nine died.")
    assert told.event("burned").event("raid").event("died", "death").when("died")[0] == "2018-03-15"


def test_a_clause_that_tells_the_story_runs_on() -> None:
    told = Told("Police hunted the raiders who burned the mill on Thursday. Nine people died.")
    assert told.event("burned").event("died", "death").when("died")[0] == "2018-03-15"
    told = Told("Rangers said that raiders burned the mill on Thursday. Nine people died.").event("burned")
    assert told.event("died", "death").when("died")[0] == "2018-03-15"


def test_the_start_of_what_still_goes_on_ends_the_scene() -> None:
    told = Told("Raiders burned the mill on Thursday. The drive began on January 5. It has so far taken nine towns.")
    told.event("burned").event("drive", "armed_clash", "ongoing").event("taken", "capture_territory")
    assert told.when("taken")[0] is None
    told = Told("Raiders burned the mill on Thursday. Nine towns were taken.").event("burned")
    assert told.event("taken", "capture_territory").when("taken")[0] == "2018-03-15"


def test_a_day_of_words_is_not_that_of_the_blow_they_are_about() -> None:
    told = Told("Raiders burned the mill on Wednesday.\nThe mayor called on Thursday for calm. The raid shocked many.")
    told.event("burned").event("called", "demand").event("raid")
    assert told.when("raid")[0] == "2018-03-14"


def test_the_raid_is_the_one_told_before_not_what_was_done_since() -> None:
    told = Told("Raiders burned the mill on Tuesday.\nDivers searched the canal on Thursday. The raid shocked many.")
    told.event("burned").event("searched", "arrest").event("raid")
    assert told.when("raid")[0] == "2018-03-13"


def test_what_was_said_on_a_day_was_done_by_then() -> None:
    told = Told("Raiders burned the mill on Thursday. The mayor said on Tuesday that raiders had killed a rider.")
    told.event("burned").event("killed", "death").claim("said", "raiders had killed a rider")
    assert told.when("killed")[0] is None
    told = Told("Raiders burned the mill on Monday. The mayor said on Tuesday that raiders had killed a rider.")
    told.event("burned").event("killed", "death").claim("said", "raiders had killed a rider")
    assert told.when("killed")[0] == "2018-03-12"


def test_what_is_done_does_not_take_a_day_to_come() -> None:
    told = Told("The mill will be sold on Monday. Raiders burned a barn.").event("sold", "politics", "planned")
    assert told.event("burned").when("burned")[0] == "2018-03-15/2018-03-16"


def test_a_day_runs_on_without_its_clock() -> None:
    told = Told("Raiders burned the mill at 9 pm on Monday. They stole nine oxen.").event("burned")
    assert told.event("stole").when("stole")[0] == "2018-03-12"


def test_a_date_before_a_noun_is_of_the_noun_alone() -> None:
    told = Told("The mayor blamed the March 12 raid on riders. Nine fled.").event("blamed", "accusation").event("raid")
    assert told.when("raid")[0] == "2018-03-12"
    assert told.when("blamed")[0] != "2018-03-12"


def test_a_picture_gives_the_story_no_day() -> None:
    text = (
        "A man is held, Tuesday, March 13, 2018. (AP Photo)\nRaiders burned the mill on Thursday.\nThey shot a rider."
    )
    told = Told(text).event("held", "arrest").event("burned").event("shot")
    assert told.when("shot")[0] == "2018-03-15"


def test_a_day_on_which_the_raid_is_only_spoken_of_does_not_run_on_to_it() -> None:
    told = Told("Raiders burned the mill on Monday. On Thursday judges said who led the raid. It was a brutal raid.")
    told.event("burned").event("raid").event("raid", nth=1).claim("said", "who led the raid")
    assert told.when("raid", nth=1)[0] == "2018-03-12"


def test_what_has_been_done_goes_on_with_no_day_of_long_ago() -> None:
    text = "Raiders burned the mill on Thursday. They took a barn on January 5. Guards who have closed roads stay."
    told = Told(text).event("burned").event("took", "capture_territory").event("closed", "coercion")
    assert told.when("closed")[0] is None
    assert [told.when(word)[0] for word in ("burned", "took")] == ["2018-03-15", "2018-01-05"]


def test_the_raid_is_the_one_of_the_story_behind_a_day_of_long_ago() -> None:
    text = "Raiders burned the mill on Thursday.\nGuards clashed with riders on January 5. The raid is the largest yet."
    told = Told(text).event("burned").event("clashed", "armed_clash").event("raid")
    assert told.when("raid")[0] == "2018-03-15"
