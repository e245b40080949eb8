"""Deeds told inside another: what one was punished for, what it came after, what only says which is meant."""

import pytest

from dateline.model import Range, Reading
from dateline.resolve.times import Narrative, resolve_times
from tests.resolve.times.told import Told, span

LEAD = "Ferries stopped on Thursday. Crews rested. "


def test_the_time_of_what_one_is_punished_for_is_not_that_of_the_punishment() -> None:
    told = Told(LEAD + "The miller is serving a long sentence for hurting a groom in 2013.")
    told.event("sentence", "arrest").event("hurting", "injury")
    assert told.when("hurting")[0] == "2013"
    assert told.when("sentence") == (
        None,
        "“2013” is of what it was done for or came after, and its own time is not told",
    )
    told = Told(LEAD + "He was handed a long term on counts arising from the drowning of nine rowers in May 2014.")
    told.event("handed", "arrest").event("drowning", "death")
    assert told.when("handed")[0] is None
    assert told.when("drowning")[0] == "2014-05"


@pytest.mark.parametrize(
    ("text", "outer", "when"),
    [
        ("The rower was jailed in May 2014 for hurting a groom.", "jailed", "2014-05"),  # the time stands before
        ("The hall was opened for voting on Monday.", "opened", "2018-03-12"),  # a purpose, and no deed in it
        ("Raiders answered by burning the mill on Monday.", "answered", "2018-03-12"),  # by what means
    ],
)
def test_a_time_of_the_outer_deed_stays_with_it(text: str, outer: str, when: str) -> None:
    told = Told(LEAD + text).event(outer, "politics")
    for inner in ("hurting", "burning"):
        if inner in text:
            told.event(inner, "injury")
    assert told.when(outer)[0] == when


def test_what_came_after_a_deed_of_old_is_not_of_its_day() -> None:
    text = "Nurses flew a shepherd out after he was bitten by a wolf on March 1."
    told = Told(LEAD + text).event("flew", "evacuation").event("bitten", "injury")
    assert told.when("bitten")[0] == "2018-03-01"
    assert told.when("flew")[0] is None
    told = Told(text + " " + LEAD).event("flew", "evacuation").event("bitten", "injury").event("stopped", "coercion")
    assert told.when("flew")[0] == "2018-03-15/2018-03-16"  # the news of the report


@pytest.mark.parametrize(
    "text",
    [
        "Nine flew out after a wolf was seen on Monday.",  # of the days of the story
        "Nine flew out after the failed harvest of March 1.",  # no clause of its own
        "Nine flew out on March 1 after a wolf was seen.",
    ],
)
def test_a_day_near_the_news_or_outside_the_clause_dates_both(text: str) -> None:
    told = Told(LEAD + text).event("flew", "evacuation")
    assert told.when("flew")[0] == ("2018-03-12" if "Monday" in text else "2018-03-01")


def test_a_place_may_be_described_by_who_took_it() -> None:
    told = Told(LEAD + "Shells fell near the quarry captured by riders earlier this year.").event("fell", "shelling")
    told.event("captured", "capture_territory")
    assert told.when("captured")[0] == "2018-01-01/2018-03-16"
    assert told.when("fell")[0] != "2018-01-01/2018-03-16"
    told = Told(LEAD + "Shells fell on the quarry held by riders in the north on Wednesday.").event("fell", "shelling")
    assert told.event("held", "capture_territory").when("fell")[0] == "2018-03-14"
    told = Told(LEAD + "The quarry was captured by riders in May 2014 and nine fled.").event("fled", "displacement")
    assert told.event("captured", "capture_territory").when("fled")[0] == "2014-05"


def test_what_an_attack_did_has_its_time_though_it_is_told_who_made_it() -> None:
    told = Told("Riders left on Tuesday. The worst was an attack by wolves in August 2013 near Orm that killed nine.")
    told.event("left", "withdrawal").event("attack").event("killed", "death")
    assert told.when("killed")[0] == told.when("attack")[0] == "2013-08"


def test_what_is_recent_is_not_of_the_day_of_its_sentence() -> None:
    told = Told(LEAD + "On Wednesday the council closed the port over recent thefts.")
    told.event("closed", "coercion").event("thefts", "riot")
    assert told.when("closed")[0] == "2018-03-14"
    assert told.when("thefts") == (None, "“recent”, and no time is told for it")
    told = Told("Slides came on Thursday. An earlier toll was nine.").event("came", "hazard").event("toll", "death")
    assert told.when("toll")[0] == "2018-03-15"  # another count, and no other event
    told = Told(LEAD + "In the most recent theft, on Wednesday, nine cows were lost.").event("theft", "riot")
    assert told.when("theft")[0] == "2018-03-14"


def test_a_relative_clause_behind_an_event_has_its_own_time() -> None:
    text = "On Tuesday guards stopped a barge that on March 1 carried nine cows. It had sailed with six dogs."
    told = Told(text).event("stopped", "coercion")
    times = resolve_times(told.report, Reading(report="r", sentences=told.sentences))
    narrative = Narrative(told.report, Reading(report="r", sentences=told.sentences), times)
    stopped = span(text, "stopped")

    def clause(words: str) -> str | None:
        at = span(text, words)
        found = narrative.time_in_clause(Range(start=at.start, end=at.end), stopped)
        return found[0] if found is not None else None

    assert clause("nine cows") == "2018-03-01"
    assert clause("a barge") is None
