"""Outlet and URL -> the home of a paper, and what it does to the places of its reports."""

import pytest

from dateline.resolve.places import Setting
from dateline.resolve.places.home import home_of, land_of
from tests.resolve.places.told import gazetteer, placed


@pytest.mark.parametrize(
    ("outlet", "url", "town"),
    [
        (None, "https://www.star-telegram.com/news/1.html", "Fort Worth"),
        (None, "sports.star-telegram.com", "Fort Worth"),
        ("The Savannah Beacon", None, "Savannah"),
        (None, "http://thesavannahdailynews.com/a?b=c", "Savannah"),
        (None, "lasvegasherald.com", "Las Vegas"),
        (None, "https://tamworth-herald.co.uk", "Tamworth"),
        ("Savannah", None, None),
        ("Reuters", "https://www.reuters.com/world", None),
        ("The New York Times", "https://www.nytimes.com/2020/01/01", None),
        ("The Daily Star", "https://the.invalid:99999/x", None),
        ("Arab News", "arabnews.com", None),
        (None, "http://[::1/", None),
        (None, "not an address", None),
        (None, None, None),
    ],
)
def test_home_by_list_or_name(outlet: str | None, url: str | None, town: str | None) -> None:
    homes = home_of(Setting(report="r1", outlet=outlet, url=url), gazetteer())
    assert {known.name for known in homes} == ({town} if town else set())


def test_the_ending_of_an_address_tells_the_country_of_the_home() -> None:
    assert land_of(Setting(report="r1", url="https://www.example.co.uk/a")) == "GB"
    assert land_of(Setting(report="r1", url="https://example.tv")) is None
    homes = home_of(Setting(report="r1", url="https://richmondtimes.co.uk"), gazetteer())
    assert {known.country for known in homes} == {"GB"}


def test_a_town_of_the_papers_name_beats_a_city_of_the_world() -> None:
    assert placed("A barn burned near [Paris].")["Paris"].country == "FR"
    local = placed("A barn burned near [Paris].", outlet="The Paris Beacon")["Paris"]
    assert local.country != "FR"
    assert "the paper may be at home there" in local.how
    assert placed("He flew to [Paris], [France].", outlet="The Paris Beacon")["Paris"].country == "FR"


def test_which_of_the_towns_of_its_name_the_other_places_tell() -> None:
    got = placed(
        "A fire in [Richmond] spread to [Berea] in [Madison County].", url="https://richmondregister.example.com"
    )
    near = placed("A fire in [Richmond] spread to [Berea] in [Madison County].", outlet="Richmond Register")
    assert {place.admin1 for place in near.values()} == {"Kentucky"}
    assert got["Richmond"].country == "US"


def test_a_listed_home_settles_its_neighbours() -> None:
    assert placed("Police in [Arlington] and [Mansfield] met.", url="star-telegram.com")["Arlington"].admin1 == "Texas"


def test_a_home_is_no_place_of_its_own() -> None:
    assert set(placed("Nothing happened in [Savannah].", outlet="The Athens Herald")) == {"Savannah"}
