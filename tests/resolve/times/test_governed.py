"""Words between a time and an event that give the time to another; and what is told of many days at once."""

from tests.resolve.times.told import Told


def test_when_it_was_asked_is_not_when_it_was_done() -> None:
    told = Told("Raiders burned the mill on Monday. On Thursday the council asked how riders had answered an attack.")
    assert told.event("burned").event("attack").when("attack")[0] == "2018-03-12"
    told = Told(
        "Raiders burned the mill on Monday.\nJudges met on Thursday to hear allegations that guards shot a rider."
    )
    assert told.event("burned").event("shot").when("shot")[0] == "2018-03-12"
    told = Told("On Thursday raiders showed off guns before they shot a rider.").event("shot")
    assert told.when("shot")[0] == "2018-03-15"


def test_what_one_speaks_of_keeps_its_own_day() -> None:
    told = Told("Raiders burned the mill on Monday.\nOn Thursday the mayor condemned the raid.").event("burned")
    assert told.event("condemned", "accusation").event("raid").when("raid")[0] == "2018-03-12"
    told = Told("On Thursday the mayor condemned the raid.").event("condemned", "accusation").event("raid")
    assert told.when("raid") == (None, "the day of the report, “Thursday”, is of what was said about it")
    told = Told("Nine killed\nThe raid killed nine, the mayor said on Thursday. He mourned the dead.", title=True)
    told.event("killed", "death").event("raid").event("killed", "death", nth=1).event("mourned", "accusation")
    assert told.claim("said", "The raid killed nine").when("killed", nth=1)[0] == "2018-03-14/2018-03-15"


def test_what_it_led_to_has_a_day_of_its_own() -> None:
    told = Told("Raiders burned the mill on Monday.\nThe raid led the mayor to resign on Thursday.").event("burned")
    told.event("raid").event("resign", "politics")
    assert told.when("raid")[0] == "2018-03-12"
    assert told.when("resign")[0] == "2018-03-15"


def test_the_release_does_not_date_what_is_released() -> None:
    told = Told("Raiders burned the mill on Monday.\nLogs, released yesterday, show that they robbed a rider.")
    assert told.event("burned").event("robbed").when("robbed")[0] == "2018-03-12"
    told = Told("Nine riders were released on Thursday.").event("released", "concession")
    assert told.when("released")[0] == "2018-03-15"


def test_the_day_of_a_clause_that_describes_another_thing_stays_with_it() -> None:
    told = Told("Raiders burned the mill on Monday.\nThe raid ended a truce that came into force on March 5.")
    assert told.event("burned").event("raid").when("raid")[0] == "2018-03-12"


def test_what_was_learned_until_a_day_was_before_it() -> None:
    told = Told("Raiders burned the mill on Monday.\nGuards did not hear of the raid until Thursday.").event("burned")
    assert told.event("raid").when("raid")[0] == "2018-03-12"


def test_a_habit_is_of_no_single_day() -> None:
    for text in (
        "Raiders burned the mill on Monday. It has regularly been raided.",
        "Raiders burned the mill on Monday. They have raided it in the past.",
        "Raiders burned the mill on Monday. Several barns have been raided since the war broke out.",
    ):
        assert Told(text).event("burned").event("raided").when("raided") == (None, "told in general, of no day")
    told = Told("Raiders burned the mill on Monday. Two barns were raided.").event("burned")
    assert told.event("raided").when("raided")[0] == "2018-03-12"


def test_what_was_done_since_a_day_is_of_all_days_since() -> None:
    told = Told("Nine mills have been burned since the feud broke out in May 2017.").event("burned", "destruction")
    assert told.event("feud", "armed_clash").when("burned")[0] == "2017-05/2018-03-16"
    assert told.when("feud")[0] == "2017-05"


def test_a_report_of_what_was_long_ago_dates_it_by_the_one_day_it_tells() -> None:
    told = Told("The raid of February 12 killed nine.\nRaiders shot a rider. They fled.").event("raid").event("shot")
    told.event("killed", "death").event("fled", "withdrawal")
    assert told.when("shot")[0] == "2018-02-12"
    assert told.when("fled")[0] == "2018-03-15/2018-03-16"


def test_the_years_of_a_paper_do_not_date_what_was_done_to_it() -> None:
    told = Told("Nine letters, dated between 2011 and 2016, were burned.").event("burned", "destruction")
    assert told.when("burned")[0] == "2018-03-15/2018-03-16"
