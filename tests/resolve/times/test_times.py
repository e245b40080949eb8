"""Times at the room's border: spans, values, anchors and reasons of a report's time expressions."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.model import Block, Published, Reading, Report, Time, TimeMention
from dateline.resolve.times import parse_absolute, resolve_times

FRIDAY = "2018-03-16"  # a Friday


def make_report(text: str, published: str | None = FRIDAY, bounds: str | None = None) -> Report:
    return Report(
        id="r", path=None, url=None, text=text, language="en", published=Published(value=published, bounds=bounds)
    )


def times(text: str, published: str | None = FRIDAY, bounds: str | None = None) -> tuple[Time, ...]:
    return resolve_times(make_report(text, published, bounds), Reading(report="r"))


def values(text: str, published: str | None = FRIDAY, bounds: str | None = None) -> list[str | None]:
    return [t.value for t in times(text, published, bounds)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 3 May 2017.", "2017-05-03"),
        ("They met on May 3rd, 2017.", "2017-05-03"),
        ("Updated 1735 03.05.2017 by staff", "2017-05-03"),
        ("Printed 2017-05-03 17:35 by staff", "2017-05-03T17:35"),
        ("The truck left on Wednesday, May 3, 2017.", "2017-05-03"),
        ("The plan dates from October of 2016.", "2016-10"),
        ("The plan dates from the 1970s.", "1970/1979"),
        ("It began in the early '80s.", "1980/1983"),
        ("It began in the 19th century.", "1801/1900"),
        ("He ruled from 1975-79 there.", "1975/1979"),
        ("It rose in the third quarter of 2016.", "2016-07/2016-09"),
        ("It fell in the spring of 2011.", "2011-03/2011-05"),
        ("It was signed between July 2003 and December 2004.", "2003-07/2004-12"),
        ("The fair ran March 5-7, 2016.", "2016-03-05/2016-03-07"),
        ("It broke out at Easter 2016.", "2016-03-27"),
    ],
)
def test_absolute_times_need_no_publication_date(text: str, value: str) -> None:
    assert values(text, published=None) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge fell on Friday.", "2018-03-16"),
        ("The bridge fell on Sunday.", "2018-03-11"),
        ("A vote, Saturday, on the bridge", "2018-03-17"),
        ("They will investigate Sunday's blast.", "2018-03-11"),
        ("They fear Saturday's vote.", "2018-03-17"),
        ("A vote, Sunday, on the bridge", "2018-03-11"),
        ("The bridge fell last Friday.", "2018-03-09"),
        ("The court will rule on Monday.", "2018-03-19"),
        ("On Monday, the court will rule.", "2018-03-19"),
        ("He said on Monday that it will rule.", "2018-03-12"),
        ("The vote is scheduled for Tuesday.", "2018-03-20"),
        ("Talks were postponed until Sunday.", "2018-03-18"),
        ("They arrived on Tues. by boat.", "2018-03-13"),
        ("They arrived three Fridays ago.", "2018-02-23"),
        ("They arrived at 0200 hours.", "2018-03-16T02:00"),
        ("It must close by year's end.", "2018-12"),
        ("They arrived late on Thursday.", "2018-03-15"),
        ("It struck in the early hours of Thursday.", "2018-03-15"),
        ("It struck at 10 p.m. on Thursday.", "2018-03-15T22:00"),
        ("It fell yesterday.", "2018-03-15"),
        ("They left the day before yesterday.", "2018-03-14"),
        ("It burned last night.", "2018-03-15"),
        ("They fled last week.", "2018-03-05/2018-03-11"),
        ("They fled Friday last week.", "2018-03-09"),
        ("They fled this weekend.", "2018-03-10/2018-03-11"),
        ("They will meet this weekend.", "2018-03-17/2018-03-18"),
        ("They fled in January.", "2018-01"),
        ("They fled in November.", "2017-11"),
        ("They will meet in November.", "2018-11"),
        (
            "The ship will carry two cranes and 90 tonnes of food, blankets, tents and water from one harbour, two "
            "firms and three towns of the coast to the island on Monday.",
            "2018-03-19",
        ),
        ("They hoped to reach the town by Monday or Tuesday.", "2018-03-19/2018-03-20"),
        ("Nine cranes will be on the ground at the harbour by Monday.", "2018-03-19"),
        ("She left the ground at half past two on Monday.", "2018-03-12"),
        ("Traffic ground to a halt on Monday.", "2018-03-12"),
        ("The storm will hit the coast on Monday.", "2018-03-19"),
        ("The gale is expected to exceed 40 knots on Monday.", "2018-03-19"),
        ("The storm hit the coast on Monday.", "2018-03-12"),
        ("The envoy will meet the injured on Monday.", "2018-03-19"),
        ("Nine riders died in armed clashes on Monday.", "2018-03-12"),
        ("The guards will have left the mill on Monday.", "2018-03-19"),
        ("The guards could have drowned on Monday.", "2018-03-12"),
        ("The boats will bring to 90 the number deployed by Monday.", "2018-03-19"),
        ("Rain will return and the mill was cleared by Monday.", "2018-03-12"),
        ("The firm is to send nine boats to the island on Monday.", "2018-03-19"),
        ("The firm is to blame for the leak on Monday.", "2018-03-12"),
        ("Boats were to leave the harbour on Sunday.", "2018-03-18"),
        ("The first step was to close the road on Sunday.", "2018-03-11"),
        ("The captain was to have arrived on Thursday.", "2018-03-15"),
        ("A ferry that had been due to arrive on Thursday was turned back.", "2018-03-15"),
        ("The final had been scheduled for Sunday but was postponed.", "2018-03-18"),
        ("They were due to meet on Sunday.", "2018-03-18"),
        ("The mayor is headed for a big win on Sunday.", "2018-03-18"),
        ("The riders headed for the coast on Sunday.", "2018-03-11"),
        ("The firm promises to publish all names linked to it in early April.", "2018-04"),
        ("They fled last March.", "2017-03"),
        ("They fled in March last year.", "2017-03"),
        ("They fled on November 20.", "2017-11-20"),
        ("The hearing is on April 3.", "2018-04-03"),
        ("They fled earlier this month.", "2018-03-01/2018-03-16"),
        ("The plant closed two years ago.", "2016~"),
        ("The plant closed ten days ago.", "2018-03-06"),
        ("It doubled over the past four years.", "2014/2018"),
        ("It doubled in the last three days.", "2018-03-13/2018-03-16"),
        ("They have waited since December.", "2017-12/2018-03-16"),
        ("They have waited since late on Tuesday.", "2018-03-13/2018-03-16"),
        ("The talks were prepared ahead of Monday's vote.", "2018-03-19"),
        ("It was flooded last summer.", "2017-06/2017-08"),
        ("They prayed at Christmas.", "2017-12-25"),
        ("It must close by the end of the year.", "2018-12"),
    ],
)
def test_relative_times_count_from_the_publication(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    ["It fell on Friday.", "It fell yesterday.", "It fell last week.", "It fell two years ago.", "It fell on May 3."],
)
def test_an_undated_report_leaves_relative_times_open(text: str) -> None:
    (time,) = times(text, published=None)
    assert time.value is None
    assert time.anchor == "none"
    assert "unknown" in time.why


def test_bounds_give_a_year_only_where_one_fits() -> None:
    assert values("It fell on May 3.", None, "2016-02/2016-11") == ["2016-05-03"]
    assert values("It fell on May 3.", None, "2015-02/2016-11") == [None]
    assert values("It fell on Tuesday.", None, "2016-02/2016-11") == [None]


def test_a_day_outside_the_bounds_has_the_year_that_both_of_them_give_it() -> None:
    between = "2016-09-14/2016-11-26"
    assert values("It fell on August 29.", None, between) == ["2016-08-29"]
    assert values("It fell in August.", None, between) == ["2016-08"]
    assert values("It will open on December 20.", None, between) == ["2016-12-20"]
    assert values("It fell on January 20.", None, between) == [None]  # 2016 as seen in September, 2017 in November
    assert values("It fell on August 29.", None, "2016-09-14/..") == [None]


def test_yesterday_is_the_calendar_day_before_just_after_midnight() -> None:
    assert values("The market burned late yesterday.", "2018-03-16T00:21") == ["2018-03-15"]


def test_a_forward_time_counts_from_the_day_it_was_said() -> None:
    text = "The minister said on March 1 that the town was expected to fall within a couple of weeks."
    said, ahead = times(text)
    assert (said.value, ahead.value, ahead.anchor) == ("2018-03-01", "2018-03-01/2018-03-15", "text")


def test_later_counts_from_what_was_told() -> None:
    text = "The order was founded in 2009. Nearly five years later, it was banned."
    assert values(text) == ["2009", "2014~"]
    assert times(text)[1].anchor == "text"


def test_the_next_day_counts_from_the_day_that_was_told() -> None:
    assert values("They left on March 3, 2014. The next day the bridge fell.") == ["2014-03-03", "2014-03-04"]
    assert values("The next day the bridge fell.") == [None]


def test_an_hour_without_a_day_is_of_the_day_that_the_report_leads_with() -> None:
    lead = "The mill burned on Wednesday. Nine riders fled. Guards came. Rain fell. The town slept. Dogs ran. "
    wednesday, hour = times(lead + "The roof fell at 8:15 a.m.")
    assert (wednesday.value, hour.value) == ("2018-03-14", "2018-03-14T08:15")
    assert "the day that the lead tells of" in hour.why
    assert values(lead + "Earlier in the day a barn burned.")[-1] == "2018-03-14"
    assert values(lead + "The mayor said at 8:15 a.m. that he had slept.")[-1] == "2018-03-16T08:15"
    assert values("The mill burned in May 2009. The roof fell at 8:15 a.m.")[-1] == "2018-03-16T08:15"
    plan = lead.replace("burned on", "will open on") + "The roof fell at 8:15 a.m."
    assert values(plan, "2018-03-13")[-1] == "2018-03-13T08:15"


def test_earlier_in_the_day_is_of_the_day_told_before_it_and_of_none_to_come() -> None:
    assert values("Raiders came on Wednesday. Guards had fled. Earlier in the day a barn burned.")[-1] == "2018-03-14"
    assert values("The court will rule on Monday. Earlier in the day a barn burned.")[-1] == "2018-03-16"
    assert values("Earlier in the day a barn burned.") == ["2018-03-16"]


def test_the_stamp_of_an_entry_is_of_the_publication() -> None:
    assert values("The mill burned on Wednesday. Rain fell. (Updated at 5:37 p.m.)")[-1] == "2018-03-16T17:37"


def test_an_hour_before_midnight_in_a_morning_report_was_the_evening_before() -> None:
    assert values("The shot was heard about an hour before midnight local time.", "2018-03-16T08:10") == ["2018-03-15"]


def test_a_weekday_that_contradicts_its_date_is_named() -> None:
    (time,) = times("It fell on Monday, May 3, 2017.")
    assert time.value == "2017-05-03"
    assert "Wednesday" in time.why


def test_lost_apostrophes_and_commas() -> None:
    assert values("Sundays blast hit a bus.") == ["2018-03-11"]
    assert values("In March 20 people were killed.") == ["2018-03"]


def test_durations_and_sets_are_kept_apart() -> None:
    found = times("The three-day visit ended. They pray every Friday. He walked for two hours. The six-year-old war.")
    assert [(t.granularity, t.value) for t in found] == [
        ("duration", "P3D"),
        ("set", None),
        ("duration", "PT2H"),
        ("duration", "P6Y"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A 17-year-old boy was hurt.",
        "About 2000 people fled.",
        "They may march again.",
        "He reads the Sunday Times.",
        "She paid $2014 for it.",
        "It happened at the same time.",
        "A man in his 20s fell.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert times(text) == ()


def test_spans_of_the_reader_are_kept_and_explained() -> None:
    text = "He left on the morning of the raid."
    start = text.index("the morning")
    mention = TimeMention(start=start, end=len(text) - 1, text=text[start:-1], type="time")
    (time,) = resolve_times(make_report(text), Reading(report="r", times=(mention,)))
    assert (time.text, time.value) == ("the morning of the raid", None)


def test_times_in_page_furniture_are_not_read() -> None:
    text = "It fell on Friday.\nMost read: May 3, 2017"
    report = Report(
        id="r",
        path=None,
        url=None,
        text=text,
        language="en",
        published=Published(value=FRIDAY),
        blocks=(Block(start=0, end=19, kind="body"), Block(start=19, end=len(text), kind="recommended")),
    )
    assert [t.text for t in resolve_times(report, Reading(report="r"))] == ["Friday"]


def test_a_date_in_figures_that_reads_two_ways_has_no_value() -> None:
    (time,) = times("Printed 03/04/2019 in town.")
    assert time.value is None
    assert "America" in time.why


def test_parse_absolute() -> None:
    assert parse_absolute("Published: 15 Apr 2017, 10:22") == "2017-04-15T10:22"
    assert parse_absolute("Published yesterday") is None


WORDS = st.sampled_from(
    "the of on in at since until by before after from to and or between within over for ago last next this past "
    "early late earlier later end may May March 3 12 31 2015 2000 1999 '72 1970s 11:30 pm GMT week weeks year years "
    "month day days hour two several a few couple Monday Friday weekend summer quarter first second Easter Eid "
    "Ramadan today yesterday night morning midnight every daily now recently 2017-02-30 31.12.2016 99999999999 . , - "
    "/ ( ) ' s said will people war old".split()
)


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from([None, "2016-02-29", "2015-12", "2014", "2018-03-16T23:59+01:00"]))
@example("99999999999 Monday ago".split(), "2016-02-29")
def test_any_words_give_quoting_spans_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = times(text, published)
    assert all(text[t.start : t.end] == t.text and t.why for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == times(text, published)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The crowd danced on Bastille Day 2016.", "2016-07-14"),
        ("They met on Valentine's Day.", "2018-02-14"),
        ("They met at Christmas.", "2017-12-25"),
        ("They had lit the tower on Bastille Day.", "2017-07-14"),  # the next one is nearer, but lies too far ahead
        ("They stocked up for Good Friday.", "2018-03-30"),
    ],
)
def test_a_feast_that_is_fixed_by_its_date_is_a_date(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A barn burned on New Year's Eve 2015.", "2015-12-31"),
        ("The 2015 New Year's Eve brawls were not forgotten.", "2015-12-31"),
        ("The 2014 Christmas market was closed.", "2014-12-25"),
        ("A barn burned on New Year's Eve last year.", "2017-12-31"),
        ("A stand fell at the port's Christmas Eve concert two years ago.", "2015-12-24"),
        ("A rocket hurt nine at New Year's celebrations.", "2017-12-31/2018-01-01"),
    ],
)
def test_a_feast_is_of_the_year_that_its_phrase_names(text: str, value: str) -> None:
    assert values(text)[0] == value


def test_a_feast_has_no_part_in_the_year_of_another_clause() -> None:
    assert values("A mill that shut at Christmas reopened last year.") == ["2017-12-25", "2017"]
    assert values("They kept Chinese New Year's Day.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The flames could reach the farms of Orm and Tull by Monday.",
        "Gales were in the forecast through Monday.",
        "“We are expecting to see boats at Orm on Monday,” he said.",
        "The jury may decide on Monday.",
        "The season opens on Monday.",
    ],
)
def test_what_may_come_or_is_forecast_or_timetabled_is_ahead(text: str) -> None:
    assert values(text) == ["2018-03-19"]


@pytest.mark.parametrize(
    "text",
    [
        "The captain could not be reached on Monday.",
        "Neighbours could hear shots on Monday.",
        "Smoke could be seen on Monday.",
        "Raiders may have burned the mill on Monday.",
        "The water was more than the dam could hold on Monday.",
        "Repairs could take weeks, according to a statement Monday.",
        "The firm earned more than expected on Monday.",
        "The envoy said on the evening show on Monday that the king should listen.",
    ],
)
def test_what_one_could_not_do_or_could_see_is_past(text: str) -> None:
    assert values(text)[-1] == "2018-03-12"


def test_a_clock_in_a_run_of_clocks() -> None:
    night = "At 9:50 p.m., divers reach it. Over the next 20 minutes, they search it. It may have sunk about 9:58."
    assert values(night, "2018-03-16T00:00") == [
        "2018-03-15T21:50",
        "2018-03-15T21:50/2018-03-15T22:10",
        "2018-03-15T21:58",
    ]
    assert values("At 20:15 they left the rink. They came about 9:40.", "2018-03-16T23:00")[1] == "2018-03-16T09:40"
    assert values("Over the next 20 minutes, they search it.") == [None]
    assert values("It opens at 3 p.m. ET on Monday, March 19.") == ["2018-03-19T15:00"]


def test_a_rank_is_counted_in_a_span_that_lies_behind() -> None:
    assert values("It is the fourth to be raised by the navy in less than a month.") == ["P1M"]
    assert values("The first divers will leave in two weeks.") == ["2018-03-26/2018-04-01"]


def test_since_something_began() -> None:
    assert values("The strike has cost much since breaking out in 2011.") == ["2011/2018-03-16"]
    assert values("Divers have been searching in 2011.") == ["2011"]


def test_a_time_in_brackets_says_the_same_more_exactly() -> None:
    assert values("The mill burned last Sunday (March 4).") == ["2018-03-04", "2018-03-04"]
    assert values("It sank at 6 a.m. (2100 GMT Wednesday).") == ["2018-03-15T06:00", "2018-03-14T21:00"]
    assert values("It sank at 6 a.m. on Thursday (2100 GMT).") == ["2018-03-15T06:00", "2018-03-14T21:00"]
    then = "It sank at 6 a.m. (2100 GMT Wednesday) and was seen at 6:07 a.m. local time."
    assert values(then)[2] == "2018-03-15T06:07"
    assert values("It sank on Monday (the fair began on March 4).") == ["2018-03-12", "2018-03-04"]


def test_nobody_calls_yesterday_last_thursday() -> None:
    assert values("The bridge fell last Thursday.") == ["2018-03-08"]
    assert values("The bridge fell last Wednesday.") == ["2018-03-14"]
    assert values("The bridge fell two Thursdays ago.") == ["2018-03-08"]


def test_due_to_may_say_why() -> None:
    assert values("The well ran dry due to the blast on Monday.") == ["2018-03-12"]
    assert values("The mill was closed due to heavy rain on Monday.") == ["2018-03-12"]
    assert values("A ship is due to arrive on Monday.") == ["2018-03-19"]


def test_a_clock_with_that_of_another_zone_in_brackets_joins_its_date() -> None:
    assert values("The truce began at 7pm (1600 GMT) on March 12 2018.") == ["2018-03-12T19:00"]
    assert values("The truce began at 3 a.m. (0000 GMT) on Monday.") == ["2018-03-12T03:00"]


def test_since_the_day_of_a_noun_is_no_range() -> None:
    told = [(t.text, t.value) for t in times("It would be the worst since the March 12 raid.")]
    assert told == [("the March 12", "2018-03-12")]


def test_a_clock_is_of_the_day_told_and_not_of_the_one_on_which_it_was_said() -> None:
    text = "Raiders burned the mill on Monday. Guards said in a statement on Tuesday that it was raided at 8.15 pm."
    assert values(text)[-1] == "2018-03-12T20:15"
    text = "Raiders burned the mill on Monday. It was raided by a band which formed on Friday. They came before dawn."
    assert values(text)[-1] == "2018-03-12"


def test_hours_are_not_counted_from_the_date_line() -> None:
    text = "March 16, 2018\nA barn fell where a mill had burned hours earlier."
    report = make_report(text)
    report = msgspec.structs.replace(report, published=Published(value=FRIDAY, start=0, end=14))
    assert [t.value for t in resolve_times(report, Reading(report="r"))] == [FRIDAY, None]


def test_earlier_is_counted_from_no_day_to_come() -> None:
    assert values("The match of April 9 is off. Earlier, the king spoke.") == ["2018-04-09", None]
    assert values("The vote is on April 9. At 8 p.m. the polls close.")[-1] == "2018-04-09T20:00"


def test_the_stamp_of_an_entry_is_of_no_day_told_in_another() -> None:
    text = "The match of April 9 is off. (Update 11:36 p.m.) Talks go on. Earlier, the king spoke."
    assert values(text) == ["2018-04-09", "2018-03-16T23:36", "2018-03-16"]


SUNDAY = "2018-03-18"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Crowds marched last week. On Friday the king left.", "2018-03-12/2018-03-18"),
        ("Crowds marched last week. The king left on March 7.", "2018-03-05/2018-03-11"),
        ("Crowds marched last week.", "2018-03-05/2018-03-18"),
        ("The king will speak this week.", "2018-03-19/2018-03-25"),
        ("The king spoke this week.", "2018-03-12/2018-03-18"),
        ("This week is a hard one for the king.", "2018-03-12/2018-03-25"),
    ],
)
def test_on_a_sunday_a_week_is_over_or_has_begun(text: str, value: str) -> None:
    assert values(text, SUNDAY)[0] == value


def test_on_a_saturday_last_week_is_the_one_before() -> None:
    assert values("Crowds marched last week. On Friday the king left.", "2018-03-17")[0] == "2018-03-05/2018-03-11"


@pytest.mark.parametrize(
    "text",
    [
        "The host of the Today program wept.",
        "He wept on the radio's “Today” show.",
        "He wept on the station's “This Week,” and left.",
    ],
)
def test_the_name_of_a_programme_is_no_time(text: str) -> None:
    assert values(text) == []


def test_what_is_quoted_may_begin_with_a_time() -> None:
    assert values("“Today, nine men wept,” he said.") == ["2018-03-16"]
    assert values("“This week nine men wept,” he said.") == ["2018-03-12/2018-03-18"]
