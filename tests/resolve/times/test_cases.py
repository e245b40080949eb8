"""A case of long ago that is named beside the report's own lends it no time, nor does it take the report's."""

import pytest

from tests.resolve.times.told import Told

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


def test_a_time_beside_a_participle_dates_those_who_are_meant() -> None:
    told = Told("Raiders released nine of the ninety pupils kidnapped two years ago.")
    told.event("released", "concession").event("kidnapped", "abduction")
    assert told.when("released")[0] == "2018-03-15/2018-03-16"
    assert told.when("kidnapped")[0] == "2016~"
    told = Told("One man arrested in Monday's riots wept.").event("riots", "riot").event("arrested", "arrest")
    assert told.when("riots")[0] == "2018-03-12"
