"""What no list has lies where the rest of a local report lies; far namesakes of small places are not meant."""

from tests.resolve.places.told import placed

LOCAL = (
    "The council of [Bozeman], [Montana], met on Monday.",
    "Crews from [Belgrade] and [Livingston] helped.",
)


def test_an_unlisted_place_lies_in_the_neighbourhood_of_its_report() -> None:
    place = placed(*LOCAL, "The fire began at [Grebel Flats].")["Grebel Flats"]
    assert place.precision == "region"
    assert place.lat is not None
    assert abs(place.lat - 45.7) < 0.5
    assert "neighbourhood" in place.how


def test_a_report_of_places_far_apart_has_no_neighbourhood() -> None:
    far = placed(
        "Envoys met in [Vienna], [Cairo] and [Lima].",
        "A fourth meeting in [Manila] failed.",
        "Then came [Grebel Flats].",
    )
    assert far["Grebel Flats"].lat is None
    half = placed(*LOCAL, "Guests came from [Vienna], [Cairo] and [Lima].", "The fire began at [Grebel Flats].")
    assert half["Grebel Flats"].lat is None


def test_a_far_namesake_of_a_small_place_is_not_meant() -> None:
    place = placed(*LOCAL, "The fire began at [Kissimmee].")["Kissimmee"]
    assert place.lat is not None
    assert abs(place.lat - 45.7) < 0.5
    held = placed(*LOCAL, "The chief came from [Kissimmee], [Florida].")["Kissimmee"]
    assert held.lat is not None
    assert abs(held.lat - 28.3) < 0.5


def test_a_small_place_of_the_neighbourhood_is_meant() -> None:
    places = placed(*LOCAL)
    assert [places[name].precision for name in ("Belgrade", "Livingston")] == ["exact", "exact"]


def test_where_names_do_not_repeat_a_far_place_is_meant() -> None:
    place = placed("In [Alba], [Italy], it rained.", "So it did in [Asti] and [Bra].", "A van left for [Amalfi].")[
        "Amalfi"
    ]
    assert place.lat is not None
    assert abs(place.lat - 40.6) < 0.5


def test_short_words_for_districts() -> None:
    places = placed("The road to [Gallatin Co.] is closed.", "[Bozeman], [Montana], is cut off.")
    assert places["Gallatin Co."].name == "Gallatin County"


def test_the_people_of_a_state_name_it() -> None:
    assert placed("Two [Iowans] were hurt.")["Iowans"].admin1 == "Iowa"


def test_another_spelling_needs_company() -> None:
    assert placed("The [Lore City] council met.", "It traded with [India].")["Lore City"].lat is None
