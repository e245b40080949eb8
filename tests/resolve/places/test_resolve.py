"""Toponyms of a story -> places, chosen together, each with its reason."""

import random

import pytest

from dateline.resolve.places import Context, resolve_places
from tests.resolve.places.told import gazetteer, placed, toponyms


@pytest.mark.parametrize(
    ("sentence", "name", "lat", "lon"),
    [
        ("A storm tore roofs off in [Paris], [Texas], police said.", "Paris", 33.66, -95.56),
        ("The minister flew from [Berlin] to [Paris].", "Paris", 48.85, 2.35),
        ("Gunmen attacked a post in [Kunduz], [Afghanistan].", "Kunduz", 36.73, 68.86),
        ("Gunmen attacked a post in [Kunduz] province, [Afghanistan].", "Kunduz", 36.8, 68.9),
        ("Shells fell on [Tripoli], the second city of [Lebanon].", "Tripoli", 34.43, 35.84),
        ("Boats left [Tripoli] and [Misrata] in [Libya].", "Tripoli", 32.88, 13.19),
        ("The river burst its banks in [Georgia], cutting off [Atlanta] and [Savannah].", "Georgia", 32.75, -83.5),
        ("The lorry crashed near [London], [Ontario].", "London", 42.98, -81.23),
        ("The quake shook [Les Cayes] and [Jeremie] in [Haiti].", "Jeremie", 18.65, -74.12),
        ("Two barges sank off [Zamboanga] in the [Philippines].", "Zamboanga", 6.9, 122.08),
        ("Drones struck [Kherson] and the dam at [Nova Kakhovka].", "Nova Kakhovka", 46.75, 33.35),
        ("Herdsmen burned homes in [Jos], in the [Plateau] state of [Nigeria].", "Plateau", 9.2, 9.5),
    ],
)
def test_the_words_around_a_name_decide(sentence: str, name: str, lat: float, lon: float) -> None:
    place = placed(sentence)[name]
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.8), pytest.approx(lon, abs=0.8)), place.how


def test_population_alone_does_not_decide_against_the_context() -> None:
    alone = placed("Fire destroyed a mill in [Birmingham].")["Birmingham"]
    told = placed("Fire destroyed a mill in [Birmingham].", "Crews came from [Tuscaloosa] and [Montgomery], [Alabama].")
    assert alone.country == "GB"
    assert told["Birmingham"].country == "US"


def test_countries_in_a_list_stay_countries() -> None:
    places = placed("Troops of [Chad], [Cameroon], [Niger] and [Benin] crossed into [Nigeria].")
    assert {name: place.country for name, place in places.items()} == {
        "Chad": "TD",
        "Cameroon": "CM",
        "Niger": "NE",
        "Benin": "BJ",
        "Nigeria": "NG",
    }
    assert {place.precision for place in places.values()} == {"country"}


@pytest.mark.parametrize(
    "spelling", ["Deir Ezzor", "Deir Al Zor", "Deir el-Zour", "Deir ez-Zor", "Dayr az Zawr", "Deir Azzour"]
)
def test_transliterations_meet(spelling: str) -> None:
    place = placed(f"Shelling went on around [{spelling}] in [Syria].")[spelling]
    assert place.lat == pytest.approx(35.3, abs=0.4)


def test_article_folds_to_the_country_that_the_report_speaks_of() -> None:
    place = placed("Families left [Al Hawl] for [Hasakah] in [Syria].")["Al Hawl"]
    assert place.country == "SY"


def test_spelling_mistake_is_forgiven_in_the_country_only() -> None:
    told = placed("A convoy reached [Maidugubri] in [Nigeria].")["Maidugubri"]
    untold = placed("A convoy reached [Maidugubri].")["Maidugubri"]
    assert told.lat == pytest.approx(11.85, abs=0.1)
    assert "nearly spelled" in told.how
    assert untold.lat is None


def test_demonym_gives_the_country() -> None:
    place = placed("[Burmese] officials denied it.")["Burmese"]
    assert (place.country, place.precision) == ("MM", "country")


def test_side_of_a_country_is_a_region_there() -> None:
    place = placed("Rain fell over [northern Afghanistan].")["northern Afghanistan"]
    assert place.precision == "region"
    assert place.lat is not None
    assert place.lat > 35.5


def test_unlisted_village_is_placed_by_its_sentence() -> None:
    place = placed("Raiders burned [Qorvanto], a village near [Maiduguri] in [Nigeria].")["Qorvanto"]
    assert (place.precision, place.lat) == ("near", pytest.approx(11.85, abs=0.1))
    assert place.gazetteer_id is None
    assert "Maiduguri" in place.how


def test_unlisted_village_of_no_sentence_is_nowhere() -> None:
    place = placed("Raiders burned [Qorvanto].")["Qorvanto"]
    assert (place.lat, place.lon, place.precision) == (None, None, None)
    assert "no list" in place.how


def test_facility_takes_the_place_that_holds_it() -> None:
    places = placed("The blast hit [Mercy Hospital|facility] in [Kandahar], [Afghanistan].")
    assert places["Mercy Hospital"].precision == "near"
    assert places["Mercy Hospital"].lat == places["Kandahar"].lat


def test_road_is_not_in_the_town_it_is_named_after() -> None:
    places = placed(
        "The bus burned on [Glasgow Road|facility] in [Perth], [Scotland].", "It had left [Glasgow] at noon."
    )
    assert places["Glasgow Road"].lat == places["Perth"].lat


def test_description_is_never_looked_up() -> None:
    places = placed("Shots were heard at [the consulate|described] in [Herat].")
    assert places["the consulate"].lat == places["Herat"].lat


def test_order_of_toponyms_does_not_matter() -> None:
    told = toponyms("[Paris], [Springfield], [Georgia] and [Athens] were dry.", "So was [Lebanon].")
    expected = resolve_places(told, Context(), gazetteer())
    for seed in range(5):
        random.Random(seed).shuffle(told)
        assert resolve_places(told, Context(), gazetteer()) == expected


def test_every_place_says_how() -> None:
    places = placed("From [Lagos] to [Qorvanto], and in [Mercy Hospital|facility], [Libya] and the [Red Sea].")
    assert all(place.how for place in places.values())


def test_regions_tell_their_country() -> None:
    place = placed("Families left [Lalpur] for the capital of [Nangarhar].", "Shells fell on [Lalpur].")["Lalpur"]
    assert place.country == "AF"


def test_lost_apostrophe_is_forgiven() -> None:
    places = placed("Gunmen held [Nairobis] main market and [Kenyas] border.")
    assert (places["Nairobis"].country, places["Kenyas"].country) == ("KE", "KE")


def test_planets_are_not_towns() -> None:
    places = placed("A probe left [Earth] for [Mars] from [Florida].", "Crowds watched in [West], [Texas].")
    assert (places["Earth"].lat, places["Mars"].lat) == (None, None)
    assert places["West"].country == "US"


def test_letters_are_a_state_only_where_its_country_is_spoken_of() -> None:
    assert placed("Crews came to [Erie], [PA].")["PA"].name == "Pennsylvania"
    assert placed("The [PA] said trams stopped in [Croydon], [England].")["PA"].country != "US"


def test_river_is_not_the_town_of_its_name() -> None:
    place = placed("Water rose in the [Neches River] near [Beaumont], [Texas].")["Neches River"]
    assert place.precision == "near"
    assert place.lat == pytest.approx(30.08, abs=0.3)


def test_a_namesake_far_from_where_the_sentence_puts_the_name_is_not_meant() -> None:
    place = placed("Troops dug in at [Malah], north of [Aleppo] in [Syria].", "Guards held [Aleppo].")["Malah"]
    assert (place.lat, place.lon) == (pytest.approx(36.2, abs=0.3), pytest.approx(37.2, abs=0.3)), place.how
    alone = placed("Troops dug in at [Malah] in [Syria].", "Guards held [Aleppo].")["Malah"]
    assert alone.lat == pytest.approx(32.5, abs=0.1)


def test_a_neighbourhood_is_no_town_far_from_all_that_its_report_names() -> None:
    told = placed("A bomb went off in the [Malah] neighborhood.", "Police sealed off [Aleppo] in [Syria].")["Malah"]
    assert told.lat is None or told.lat > 35
