"""A case of long ago that is named beside the report's own lends it no time, nor does it take the report's."""

import pytest

from dateline.model import EventMention
from tests.resolve.times.told import Told, span

FLOOD = "The flood broke the dike on Wednesday.\n"


def flood(text: str) -> Told:
    """A report on a flood, with what else it tells."""
    told = Told(FLOOD + text)
    for nth in range(told.text.count("flood")):
        told.event("flood", "hazard", nth=nth)
    return told


@pytest.mark.parametrize(
    "other",
    [
        "It could soon surpass the Tull flood of 1953.",
        "It already covers twice the land that the 1953 flood did.",
        "The last major flood in the valley was in May 1953.",
        "The Tull flood of 1953 drowned ninety.",
        "A small flood in 1953 drowned ninety.",
    ],
)
def test_another_case_lends_no_time_to_the_one_told(other: str) -> None:
    told = flood(
        f"{other}\nThe council met.\nThe miller fled.\nThe priest prayed.\nFarmers said the flood took their oxen."
    )
    assert told.when("flood", nth=2)[0] == "2018-03-14"


def test_another_case_lends_its_time_to_what_bears_its_name() -> None:
    told = flood("It could soon surpass the Tull flood of 1953.\nThe Tull flood drowned ninety.")
    assert told.when("flood", nth=2)[0] == "1953"


def test_what_is_told_right_behind_another_case_may_be_either() -> None:
    told = Told("Farmers speak of the raid.\nA raid in 1953 took ninety oxen.\nThe raid left nine dead.")
    for nth in range(3):
        told.event("raid", nth=nth)
    value, why = told.when("raid", nth=2)
    assert value is None
    assert "may be" in why


def test_the_case_that_a_report_is_about_lends_its_time() -> None:
    told = Told(
        "Two men were tried over the raid.\nThe raid in 1953 took ninety oxen.\nA widow wept.\nThe raid was brief."
    )
    for nth in range(3):
        told.event("raid", nth=nth)
    assert told.when("raid", nth=2)[0] == "1953"


def test_many_years_are_the_time_of_no_single_thing() -> None:
    told = Told("Pumps have changed little over the past four decades since a flood.\nCrews fought the flood.")
    told.event("flood", "hazard").event("flood", "hazard", nth=1)
    assert told.when("flood", nth=1)[0] != "1978/2018"


def test_what_is_set_beside_another_is_not_of_its_time() -> None:
    told = Told("The fire threatens to eclipse the Orm blaze of 1953.").event("fire", "hazard").event("blaze", "hazard")
    assert told.when("fire")[0] == "2018-03-15/2018-03-16"
    assert told.when("blaze")[0] == "1953"


def test_the_day_of_what_is_measured_is_not_that_of_its_measure() -> None:
    told = Told("By April the fire could surpass the blaze that ravaged Orm in 1953.").event("ravaged", "destruction")
    assert told.event("fire", "hazard", "hypothetical").when("ravaged")[0] == "1953"
    assert told.when("fire")[0] == "2018-04"


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed more than 200 in 1953.",
        "The plant poured out three times the limit in 1953.",
        "The dike was raised higher than 3 metres in 1953.",
    ],
)
def test_a_measure_that_is_no_event_leaves_the_time_to_the_verb(text: str) -> None:
    told = Told(text)
    verb = next(word for word in ("killed", "poured", "raised") if word in text)
    assert told.event(verb, "destruction").when(verb)[0] == "1953"


def test_a_rival_of_this_week_keeps_the_verbs_day() -> None:
    told = Told("Orm will match the champions of Tull on Sunday.").event("match", "other", "planned")
    assert told.when("match")[0] == "2018-03-18"


def test_what_a_clause_tells_of_another_case_is_not_of_the_story() -> None:
    told = Told(
        "Raiders burned the mill on Monday.\nThe mayor rejected comparisons to the Tull raid, in which ninety drowned."
    )
    told.event("burned", "destruction").event("drowned", "death")
    assert told.when("drowned")[0] is None
    assert told.when("burned")[0] == "2018-03-12"


def test_a_time_beside_a_participle_dates_those_who_are_meant() -> None:
    told = Told("Raiders released nine of the ninety pupils kidnapped two years ago.")
    told.event("released", "concession").event("kidnapped", "abduction")
    assert told.when("released")[0] == "2018-03-15/2018-03-16"
    assert told.when("kidnapped")[0] == "2016~"
    told = Told("One man arrested in Monday's riots wept.").event("riots", "riot").event("arrested", "arrest")
    assert told.when("riots")[0] == "2018-03-12"


def test_what_led_to_an_act_of_law_was_before_it() -> None:
    text = "A tank blew up on March 13.\nIn 2009, it was fined for neglect following a huge fire that killed nine."
    told = Told(text).event("blew up", "accident").event("fined", "arrest").event("fire", "accident")
    told.event("killed", "death")
    assert told.when("fined")[0] == "2009"
    assert told.when("fire")[0] is told.when("killed")[0] is None
    told = Told("Police charged the crowd on Monday after clashes.").event("clashes", "riot")
    assert told.when("clashes")[0] == "2018-03-12"
    told = Told("The club was fined on Monday after fans rioted on Saturday.").event("rioted", "riot")
    assert told.when("rioted")[0] == "2018-03-10"


def test_a_clause_of_its_own_dates_no_count_outside_it() -> None:
    told = Told("Some 430 families live in the valley, which was spared by the 1953 Orm Bay flood.")
    told.events.append(
        EventMention(
            trigger=span(told.text, "flood"),
            kind="hazard",
            status="happened",
            sentence=told.sentences[0],
            time=span(told.text, "the 1953"),
        )
    )
    assert told.when("430")[0] is None
    assert told.when("flood")[0] == "1953"


def test_what_a_clause_tells_of_a_named_case_has_its_time() -> None:
    told = flood("The Tull flood of 1953 was long.\nIt may surpass that of Tull, which drowned ninety.")
    assert told.event("drowned", "death").when("drowned")[0] == "1953"


def test_a_day_counted_from_a_deed_is_not_that_of_the_deed() -> None:
    told = Told("The page had 900 likes by Monday, a day after the 90-pound (41-kg) bear was shot.").event("shot")
    assert told.when("shot")[0] is None
