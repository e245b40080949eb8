"""What no list has and what is no place is put on no map."""

import pytest

from tests.resolve.places.told import placed
from tests.resolve.written import Written, resolve


@pytest.mark.parametrize("words", ["Members of the Academy", "District of", "EDT", "Q", "Barrow &"])
def test_what_is_no_name_of_a_place_is_nowhere(words: str) -> None:
    got = placed(f"[{words}] and the town hall of [Lima] were spoken of in [Peru].")
    assert got[words].lat is None


def test_an_island_is_not_put_in_a_continent() -> None:
    got = placed("Boats went from [Quarrel Island] to [Africa] for weeks.")
    assert got["Quarrel Island"].lat is None
    assert got["Africa"].lat is not None


def test_a_ship_is_not_in_the_place_that_it_is_named_after() -> None:
    got = placed("Rain fell on [Alabama] in the [United States].", "The captain of the [Corvid Alabama] slept.")
    assert got["Corvid Alabama"].lat is None
    assert got["Alabama"].lat is not None


@pytest.mark.parametrize(
    ("words", "placed_there"), [("captain of the Corvid", False), ("mayor of", True), ("crew of a ferry in", True)]
)
def test_the_last_word_of_the_name_of_a_ship_is_no_place(words: str, placed_there: bool) -> None:
    got = placed(f"The {words} [Alabama] slept.", "Rain fell in the [United States].")
    assert (got["Alabama"].gazetteer_id is not None) == placed_there


def test_a_hall_is_in_the_place_that_it_is_named_after() -> None:
    got = placed("Rain fell on [Alabama] in the [United States].", "The porter of the [Corvid Alabama] slept.")
    assert got["Corvid Alabama"].lat is not None


@pytest.mark.parametrize(("sentence", "country"), [("The [Paris]-based guild", "FR"), ("A guild from [Paris]", "US")])
def test_a_seat_is_the_well_known_one_of_its_name(sentence: str, country: str) -> None:
    got = placed(f"{sentence} spoke.", "Rain fell on [Dallas], [Texas].", "Crews went to [Sherman], [Texas], again.")
    assert got["Paris"].country == country


def where(written: Written, name: str) -> float | None:
    got = resolve(written)
    entity = next(e.id for e in got.entities if e.name == name and e.type in ("place", "facility"))
    return next((p.lat for p in got.places if p.entity == entity), None)


def test_the_last_name_of_somebody_told_of_is_no_unlisted_place() -> None:
    written = Written("[Rana Quorvo|person] spoke. Crowds from [Lima|place] cheered [Quorvo|place] for hours.")
    assert where(written, "Quorvo") is None


def test_a_village_may_be_called_like_somebody() -> None:
    written = Written("[Rana Quorvo|person] spoke. Crowds went from [Lima|place] to mills in [Quorvo|place].")
    assert where(written, "Quorvo") is not None


def test_what_is_mostly_a_company_is_no_unlisted_place() -> None:
    written = Written(
        "[Quorvex|org] closed. [Quorvex|org] lost. Boats from [Lima|place] brought crews to [Quorvex|place]."
    )
    assert where(written, "Quorvex") is None
    assert where(written, "Lima") is not None
