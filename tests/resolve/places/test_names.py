"""Names in full, in short and of facilities -> the places that they mean, or why they mean none."""

import pytest

from dateline.resolve.places import Context
from dateline.resolve.places.options import Lands
from tests.resolve.places.told import gazetteer, placed, toponyms


@pytest.mark.parametrize(
    ("sentence", "name", "whole"),
    [
        ("A ferry sank in the [Gulf] of Aden.", "Gulf", "Gulf of Aden"),
        ("Farms dried up in the [Ivory] Coast.", "Ivory", "Ivory Coast"),
        ("Guides crossed the [Egyptian] desert.", "Egyptian", "Egypt"),
        ("Two clubs of the [Missouri] Valley league met.", "Missouri", "Missouri"),
    ],
)
def test_a_part_of_a_listed_name_means_the_whole(sentence: str, name: str, whole: str) -> None:
    assert placed(sentence)[name].name == whole


def test_capitals_join_no_words() -> None:
    place = placed("[DEEP] SOUTH ROAD [Leeds], [England].")["DEEP"]
    assert place.name != "Deep South"


def test_a_compass_letter_is_spelled_out() -> None:
    place = placed("Rain fell over [N. Nigeria].")["N. Nigeria"]
    assert (place.country, place.precision) == ("NG", "region")
    assert place.lat is not None
    assert place.lat > 11


def test_short_name_of_a_hotel_is_not_the_far_town_of_its_name() -> None:
    places = placed(
        "Fire broke out at the [Samarkand Hotel] in [Sheffield], [England].",
        "Guests of the [Samarkand] stood outside.",
        "The [Samarkand Hotel] had no alarms.",
    )
    assert places["Samarkand Hotel"].lat == places["Samarkand"].lat == places["Sheffield"].lat
    assert "not the town Samarkand (Samarqand Region, UZ)" in places["Samarkand"].how


def test_town_with_a_hotel_stays_the_town_where_its_country_is_named() -> None:
    places = placed("Fire broke out at the [Samarkand Hotel].", "Guests left [Samarkand] in [Uzbekistan] at noon.")
    assert {place.country for place in places.values()} == {"UZ"}


def test_hotel_is_where_it_is_said_to_be_and_not_where_its_name_is() -> None:
    places = placed("Shots were fired in the [Paris Hotel|facility] in [Kandahar].", "The minister left for [Paris].")
    assert places["Paris Hotel"].lat == places["Kandahar"].lat


def test_whose_a_hotel_is_tells_where_it_is() -> None:
    places = placed("Shots were fired at [Kandahar]'s [Paris Hotel|facility].", "The minister left for [Paris].")
    assert places["Paris Hotel"].lat == places["Kandahar"].lat


def test_description_is_where_its_own_words_say() -> None:
    places = placed(
        "Patients left [the La Paz clinic in Herat|described] by night.", "Some come from [La Paz].", "[Herat] is far."
    )
    assert places["the La Paz clinic in Herat"].lat == places["Herat"].lat


def test_unlisted_short_name_is_where_the_longer_one_is() -> None:
    places = placed("Crowds filled the [Qorvanto Quay] in [Bergen], [Norway].", "A man ran to the [Qorvanto].")
    assert places["Qorvanto"].lat == places["Bergen"].lat


def test_word_for_a_building_is_no_town() -> None:
    places = placed("Shells hit the [Garrison] in [Herat], [Afghanistan].")
    assert places["Garrison"].lat == places["Herat"].lat
    assert placed("Trains stop in [Junction], [Texas].")["Junction"].country == "US"


def test_hotel_of_a_region_elsewhere_is_no_word_of_its_country() -> None:
    told = toponyms("Fire hit the [Nangarhar Hotel] in the East of [Leeds].")
    assert Lands(told, Context(), gazetteer()).ranked() == []


def test_a_place_does_not_speak_for_its_own_country() -> None:
    told = toponyms("Floods hit [Wagga Wagga].")
    lands = Lands(told, Context(), gazetteer())
    assert lands.ranked() == ["AU"]
    assert lands.support(told[0], "AU") == (0.0, False)


def test_the_south_is_the_country_of_that_name() -> None:
    places = placed("Envoys of [South Sudan] met rebels in [Juba].", "The [South] has oil.", "Signs point [NORTH].")
    assert (places["South"].country, places["South"].precision) == ("SS", "country")
    assert places["NORTH"].lat is None


def test_renowned_town_in_passing_is_not_its_small_namesake() -> None:
    told = "The [United States] will pay, the [US] said, and [Washington] agreed."
    place = placed(told, "[US] envoys in [Lima] told the [Americans] of [America] about it.", "[Peru] kept silent.")
    assert place["Lima"].country == "PE"
    assert "the well-known one" in place["Lima"].how


def test_state_behind_a_town_holds_it_though_a_region_is_called_like_another() -> None:
    assert placed("A barn burned near [Moscow], [Idaho].", "[Russia] kept silent.")["Moscow"].country == "US"


def test_place_far_off_in_a_long_sentence_is_not_beside() -> None:
    far = "while " + "the clerks of the ministry went on to count the sacks of grain that the traders had brought, " * 2
    places = placed(f"Drums beat in [Kandahar] {far} and the minister hurried into the [Qorvanto Room] at noon.")
    assert places["Qorvanto Room"].lat is None


def test_gate_named_after_a_far_town_is_not_in_the_country_of_its_sentence() -> None:
    places = placed("The march through the [Warsaw Gate] pleased [Peru].", "[Qorvanto] pleased [Peru].")
    assert (places["Warsaw Gate"].lat, places["Qorvanto"].country) == (None, "PE")
