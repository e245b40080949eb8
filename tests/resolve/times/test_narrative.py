"""The time of an event: its argument, its clause, its sentence, the discourse; never silently the publication."""

import pytest

from dateline.model import FigureMention, Range, Reading, Span, Status
from dateline.resolve.times import Narrative, resolve_times
from tests.resolve.times.told import FRIDAY, Told, span


def test_the_nearest_clause_wins() -> None:
    told = Told("Raiders burned the mill on Monday, and soldiers freed the town on Wednesday.").event("burned")
    told.event("freed", "capture_territory")
    assert told.when("burned")[0] == "2018-03-12"
    assert told.when("freed")[0] == "2018-03-14"


def test_the_day_of_the_saying_does_not_date_what_is_said() -> None:
    told = Told("Raiders burned the mill on Monday.\nAt least nine were killed, the mayor said on Thursday.")
    told.event("burned").event("killed", "death").claim("said", "At least nine were killed")
    assert told.when("killed")[0] == "2018-03-12"


def test_what_only_says_of_whom_is_told_keeps_its_time() -> None:
    told = Told("On Thursday the troops freed miners. Miners seized by raiders two years ago have been let go.")
    told.event("freed", "concession").event("seized", "abduction").event("let go", "concession")
    assert told.when("seized")[0] == "2016~"
    assert told.when("let go")[0] == "2018-03-15"


def test_a_time_behind_a_passive_dates_it_and_all_that_shares_its_clause() -> None:
    told = Told("The mill was burned and nine were killed by raiders on Monday.").event("burned", "destruction")
    assert told.event("killed", "death").when("burned")[0] == "2018-03-12"


def test_a_possessive_dates_only_its_noun() -> None:
    told = Told("Crews cleared the site of Monday's blast.").event("blast", "bombing").event("cleared", "aid")
    assert told.when("blast")[0] == "2018-03-12"
    assert told.when("cleared")[0] == "2018-03-12/2018-03-16"


def test_the_day_told_before_carries_on_in_the_paragraph() -> None:
    told = Told("Raiders burned the mill on Monday. They stole nine oxen.").event("burned").event("stole", "riot")
    value, why = told.when("stole")
    assert value == "2018-03-12"
    assert "told before it" in why


def test_a_headline_takes_the_time_of_the_same_event_below() -> None:
    told = Told("Raiders burn mill\nThe council met on Tuesday.\nRaiders burned the mill on Monday.", title=True)
    told.event("burn", "destruction").event("met", "talks").event("burned", "destruction")
    assert told.when("burn")[0] == "2018-03-12"


def test_background_does_not_take_the_day_of_the_story() -> None:
    told = Told("Raiders burned the mill on Monday.\nThe feud began in 1998. Dozens were killed.").event("burned")
    told.event("killed", "death")
    assert told.when("killed")[0] is None
    told = Told("Raiders burned the mill on Monday.\nThe feud is bitter. Dozens were killed.").event("burned")
    assert told.event("killed", "death").when("killed")[0] == "2018-03-12"


def test_plans_and_fears_are_not_dated_by_the_story() -> None:
    told = Told("Raiders burned the mill on Monday. They may attack the port.").event("burned")
    told.event("attack", status="hypothetical")
    assert told.when("attack") == (None, "hypothetical, and no time is told for it")


def test_news_without_any_day_is_inferred_and_says_so() -> None:
    value, why = Told("Raiders burned the mill.").event("burned").when("burned")
    assert value == "2018-03-15/2018-03-16"
    assert why.startswith("inferred")


def test_an_undated_report_without_days_gives_no_time() -> None:
    assert Told("Raiders burned the mill.", published=None).event("burned").when("burned")[0] is None


def test_an_unresolved_argument_is_not_replaced() -> None:
    for published, tuesday in ((None, None), (FRIDAY, "2018-03-13")):
        told = Told("Raiders burned the mill on Monday. They fled on Tuesday.", published).event("burned")
        assert told.event("fled", "displacement").when("fled")[0] == tuesday


def test_a_narrative_answers_for_spans_without_an_event() -> None:
    told = Told("Raiders burned the mill on Monday, killing nine people.")
    times = resolve_times(told.report, Reading(report="r", sentences=told.sentences))
    narrative = Narrative(told.report, Reading(report="r", sentences=told.sentences), times)
    at = span(told.text, "nine people")
    assert narrative.time_of(Range(start=at.start, end=at.end))[0] == "2018-03-12"


def test_what_is_told_in_general_is_of_no_day() -> None:
    told = Told("Raiders burned the mill. Raids have angered many. Two raids failed.")
    told.event("burned").event("Raids").event("raids")
    assert told.when("burned")[0] == told.when("raids")[0] == "2018-03-15/2018-03-16"
    assert told.when("Raids")[0] is None


def counted(at: Span) -> FigureMention:
    return FigureMention(
        start=at.start, end=at.end, text=at.text, low=9, best=9, high=9, qualifier="exact", unit="people", what="killed"
    )


def test_several_that_did_a_counted_harm_are_no_general_ones() -> None:
    for text, when in (
        ("Raids killed nine people.", "2018-03-15/2018-03-16"),
        ("Raids have killed nine people.", None),
        ("Raids killed many.", None),
    ):
        told = Told(text).event("Raids").event("killed", "death")
        at = span(text, "nine people") if "nine" in text else None
        figures = () if at is None else (counted(at),)
        reading = Reading(report="r", sentences=told.sentences, events=tuple(told.events), figures=figures)
        narrative = Narrative(told.report, reading, resolve_times(told.report, reading))
        assert narrative.time_of(span(text, "Raids"))[0] == when


def test_what_is_put_long_before_the_story_is_background() -> None:
    text = "Raiders burned the mill on Monday. The army came in 2015. It has lost ground over recent months."
    told = Told(text).event("burned").event("came", "deployment").event("lost", "capture_territory")
    reading = Reading(report="r", sentences=told.sentences, events=tuple(told.events), times=())
    narrative = Narrative(told.report, reading, resolve_times(told.report, reading))
    assert [narrative.is_background(span(text, words)) for words in ("burned", "came", "lost")] == [False, True, True]


def test_a_time_dates_the_clause_that_it_opens() -> None:
    told = Told("The project was declared in 2014, when their leader rose in a pulpit to call himself king.")
    told.event("declared", "politics").event("call", "politics")
    assert told.when("call")[0] == "2014"


def test_an_event_beside_which_one_is_set_keeps_its_time() -> None:
    told = Told("Raiders burned the mill on Thursday.\nThe raid is the worst since the raids in May.")
    told.event("burned").event("raid").event("raids")
    assert told.when("raid")[0] == "2018-03-15"
    told = Told("The protest has gone on since Monday.").event("protest", "protest", "ongoing")
    assert told.when("protest")[0] == "2018-03-12/2018-03-16"
    told = Told("They raided it on Thursday. He spoke of it, referring to the March 3 raid. Raiders fled the town.")
    told.event("raided").event("fled", "withdrawal")
    assert told.when("fled")[0] == "2018-03-15"


def test_the_raid_is_not_what_older_raids_were() -> None:
    told = Told(
        "Raiders burned the mill on Thursday.\nPolice recalled the raids of May 2016.\nThe raid shocked the town."
    )
    told.event("burned").event("raids").event("raid ", nth=0)
    assert told.when("raid ")[0] == "2018-03-15"


def test_what_is_to_come_does_not_date_what_is_done() -> None:
    told = Told("The barge that sank in the canal will be raised tomorrow.").event("sank", "accident")
    assert told.when("sank")[0] == "2018-03-15/2018-03-16"


def test_what_is_done_is_not_later_than_its_report() -> None:
    told = Told("The mayor extended the curfew, due on July 26, by a month.").event("extended", "coercion")
    assert told.when("extended")[0] == "2018-03-15/2018-03-16"


def test_what_is_done_at_its_scene_does_not_date_it() -> None:
    told = Told("Raiders burned the mill on Wednesday.\nFlowers lay at the scene of the raid on Friday.")
    assert told.event("burned").event("raid").when("raid")[0] == "2018-03-14"


def test_the_year_of_a_name_dates_nothing() -> None:
    told = Told("Raiders burned the mill on Thursday.\nThe raid came as the Expo 2015 fair was closing.")
    assert told.event("burned").event("raid").when("raid")[0] == "2018-03-15"


def test_the_story_may_be_of_the_day_after_the_stamp() -> None:
    told = Told("A dam broke above the town early on Saturday. Nine people died.")
    assert told.event("broke", "accident").event("died", "death").when("died")[0] == "2018-03-17"


def test_what_one_is_charged_with_was_done_before() -> None:
    told = Told("The guard was indicted on Tuesday on charges including arson for burning the mill two weeks ago.")
    told.event("indicted", "arrest").event("arson", "destruction").event("burning", "destruction")
    assert told.when("indicted")[0] == "2018-03-13"
    assert told.when("arson")[0] == told.when("burning")[0] == "2018-02-26/2018-03-04"
    told = Told("A court charged a guard on Tuesday.\nHe was accused of beating a rider, and jailed for stabbing him.")
    told.event("charged", "arrest").event("beating").event("stabbing")
    assert told.when("beating") == (
        None,
        "what one is charged with, or answers for, was done before, and no time is told for it",
    )
    assert told.when("stabbing")[0] is None
    told = Told("A guard was fired on Tuesday for robbing a rider.\nRaiders burned the mill on Thursday.")
    assert told.event("robbing").event("burned", "destruction").when("robbing")[0] is None
    told = Told("The court on Tuesday jailed the guard who burned the mill.").event("jailed", "arrest")
    assert told.event("burned", "destruction").when("burned")[0] is None
    assert told.when("jailed")[0] == "2018-03-13"


def test_who_is_arrested_in_a_raid_is_arrested_on_its_day() -> None:
    told = Told("Police arrested nine riders and called for an end to the siege on Tuesday.").event(
        "arrested", "arrest"
    )
    assert told.event("siege").when("siege")[0] == "2018-03-13"
    told = Told("On Tuesday the guard in charge of clearing the mill gave accounts of the raid.").event("raid")
    assert told.event("clearing", "aid").when("raid")[0] == told.when("clearing")[0] == "2018-03-13"
    told = Told("Divers tried for hours to clear the mill on Tuesday.").event("clear", "aid")
    assert told.when("clear")[0] == "2018-03-13"
    told = Told("Police arrested nine riders on Tuesday in a raid.").event("arrested", "arrest").event("raid")
    assert told.when("raid")[0] == "2018-03-13"


def test_what_a_day_is_counted_from_was_not_on_that_day() -> None:
    told = Told("On Wednesday, the third day since the flood, divers searched the mill.\nThe flood shocked the town.")
    told.event("flood", "hazard").event("searched", "evacuation").event("flood", "hazard", nth=1)
    assert told.when("searched")[0] == "2018-03-14"
    assert told.when("flood")[0] is None
    assert told.when("flood", nth=1)[0] is None
    told = Told("On Wednesday, six days after the flood, divers searched the mill.").event("flood", "hazard")
    assert told.when("flood")[0] is None
    told = Told("On Wednesday, six days after the flood divers searched the mill.").event("flood", "hazard")
    assert told.event("searched", "evacuation").when("searched")[0] == "2018-03-14"
    told = Told("Divers searched the mill, six days after the flood on Monday.").event("flood", "hazard")
    assert told.when("flood")[0] == "2018-03-12"


def test_a_time_before_that_dates_the_word_given_only() -> None:
    told = Told("Police questioned a guard on Thursday after reports last week that raiders burned the mill.")
    told.event("questioned", "arrest").event("burned")
    assert told.when("questioned")[0] == "2018-03-15"
    assert told.when("burned") == (None, "reported “last week” already, and no time of its own is told")
    told = Told("There were reports last week that raiders burned the mill on March 2.").event("burned")
    assert told.when("burned")[0] == "2018-03-02"


def test_what_came_to_light_is_not_of_the_year_that_it_tells_of() -> None:
    told = Told("The mayor fled on Thursday.\nHe left after papers showed that his wife bought the mill in 2007.")
    told.event("fled", "withdrawal").event("left", "withdrawal").event("bought", "politics")
    assert told.when("left")[0] == "2018-03-15/2018-03-16"
    assert told.when("bought")[0] == "2007"


def test_what_is_said_in_the_present_tense_is_of_the_day_of_its_saying() -> None:
    told = Told("On Wednesday the mayor said the mill is burning.").event("burning", "destruction", "ongoing")
    told.claim("said", "the mill is burning")
    assert told.when("burning")[0] == "2018-03-14"
    told = Told("The mayor said the mill is burning.").event("burning", "destruction", "ongoing")
    assert told.claim("said", "the mill is burning").when("burning")[0] == FRIDAY


def test_a_time_does_not_date_the_noun_behind_its_verb() -> None:
    told = Told("Ships unloaded oil on Tuesday in breach of the blockade.").event("blockade", "sanction", "ongoing")
    assert told.when("blockade")[0] is None
    told = Told("On Tuesday over forty riders were killed. On Monday, and on Tuesday against the odds raiders fled.")
    told.event("killed", "death").event("fled", "withdrawal")
    assert told.when("killed")[0] == told.when("fled")[0] == "2018-03-13"
    told = Told("The guard was seen on Tuesday in a raid against the mill.").event("raid")
    assert told.when("raid")[0] == "2018-03-13"


def test_what_is_set_beside_the_story_is_not_of_its_day() -> None:
    told = Told("Raiders killed forty on Thursday.\nIn another town one died, in stark contrast with Thursday’s raid.")
    told.event("killed", "death").event("died", "death").event("raid")
    assert told.when("died") == (None, "set beside what was on “Thursday”, and no time of its own is told")
    assert told.when("raid")[0] == "2018-03-15"


def test_the_day_of_a_picture_does_not_carry_on() -> None:
    told = Told("In this Tuesday, March 13, 2018, file photo, a ship lies at anchor. Guards seized the ship.")
    assert told.event("seized", "coercion").when("seized")[0] == "2018-03-15/2018-03-16"


def test_the_year_of_a_prize_or_cup_dates_nothing_else() -> None:
    told = Told("Guards placed 2005 Nobel Peace Prize winner Ann Orm under arrest.").event("arrest", "arrest")
    told.event("placed", "arrest")
    assert told.when("placed")[0] == told.when("arrest")[0] == "2018-03-15/2018-03-16"
    told = Told("In 2009 Orm Cup winners were robbed by raiders.").event("robbed")
    assert told.when("robbed")[0] == "2009"
    told = Told("The 2009 Orm Bay landslide buried nine.").event("landslide", "hazard").event("buried", "death")
    assert told.when("landslide")[0] == told.when("buried")[0] == "2009"


@pytest.mark.parametrize(
    "text",
    [
        "Every year, fever causes 900 deaths.",
        "Fever causes 900 deaths in the valley each winter.",
        "In a normal season there were 900 deaths.",
    ],
)
def test_what_is_told_of_every_year_is_of_no_day(text: str) -> None:
    told = Told(f"A flood killed nine on Monday.\n{text}").event("killed", "death").event("deaths", "death")
    assert told.when("deaths")[0] is None
    assert told.when("900")[0] is None


def test_what_is_beside_a_feast_of_every_year_keeps_its_day() -> None:
    told = Told("Raiders burned the mill on Monday.\nThe fair, which is held every year, was raided.").event("burned")
    assert told.event("raided").when("raided")[0] == "2018-03-12"


LINES = (
    "Divers watch the new dam at Orm.",
    "Engineers spoke of a leak.",
    "The dam at Tull burst in the spring of 1953.",
    "Most houses were of wood.",
    "The water drowned ninety people.",
    "Experts fear another.",
)


def test_in_a_report_of_lines_that_hold_a_sentence_each_what_is_told_of_old_goes_on() -> None:
    old = (None, "its paragraph tells of older times and gives it none")
    assert Told("\n".join(LINES)).event("drowned", "death").when("drowned") == old
    recent = [line.replace("houses were of wood", "people left on Thursday") for line in LINES]
    assert Told("\n".join(recent)).event("drowned", "death").when("drowned") != old


def test_elsewhere_a_line_break_begins_a_paragraph() -> None:
    inferred = "2018-03-15/2018-03-16"
    assert Told("\n\n".join(LINES)).event("drowned", "death").when("drowned")[0] == inferred
    two = "\n".join(LINES[:-1]) + " " + LINES[-1]
    assert Told(two).event("drowned", "death").when("drowned")[0] == inferred
    assert Told("\n".join(LINES[1:])).event("drowned", "death").when("drowned")[0] == inferred


@pytest.mark.parametrize(
    ("sentence", "cause", "status", "day"),
    [
        ("The fever has killed nine people in Orm.", "fever", "ongoing", None),
        ("The fever killed nine people in Orm.", "fever", "ongoing", "2018-03-15/2018-03-16"),
        ("A landslide has killed nine people in Orm.", "landslide", "happened", "2018-03-15/2018-03-16"),
    ],
)
def test_harm_that_goes_on_is_a_toll_so_far_and_of_no_day(
    sentence: str, cause: str, status: Status, day: str | None
) -> None:
    assert Told(sentence).event(cause, "hazard", status).event("killed", "death").when("killed")[0] == day


def test_news_of_another_place_does_not_take_the_day_of_the_story() -> None:
    text = "Raiders killed nine in Orm.\nNine barns were burned in Tull on Monday. Guards fled."
    told = Told(text).event("killed", "death").event("burned", "destruction").event("fled", "displacement")
    reading = Reading(report="r", sentences=told.sentences, events=tuple(told.events))
    times, at = resolve_times(told.report, reading), span(text, "killed")
    assert Narrative(told.report, reading, times).time_of(at)[0] == "2018-03-12"
    assert Narrative(told.report, reading, times, None, {at.start: "Orm"}).time_of(at)[0] == "2018-03-15/2018-03-16"
    burned = span(text, "burned")
    elsewhere = Narrative(told.report, reading, times, None, {burned.start: "Tull"})
    assert elsewhere.time_of(at)[0] == "2018-03-15/2018-03-16"
