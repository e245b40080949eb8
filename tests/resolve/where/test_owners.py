"""A place that only owns something, or is somebody's seat; no sentence here is from a report."""

import pytest

from tests.resolve.written import Written, named, resolve


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A raid hit a crossing with [Kenya|place]. Rain fell in [Mombasa|place].", None),
        ("A raid hit a post on the border with [Kenya|place] near [Mombasa|place].", "Mombasa"),
        ("A raid hit homes in [Kenya|place].", "Kenya"),
        ("A raid hit homes in [Kenya|place]'s [Mombasa|place].", "Mombasa"),
        ("A raid hit homes in [Kenyas|place] [Mombasa|place].", "Mombasa"),
        ("A raid hit homes in northern [Kenya|place]'s [Mombasa|place].", "Mombasa"),
        ("A raid hit homes in [Nairobi|place]'s offensive.", None),
        ("A raid hit homes in [Nairobis|place] offensive.", None),
        ("A raid hit homes in [Nairobi|place]'s suburbs.", "Nairobi"),
        ("A raid hit clerks of a bank based in [Nairobi|place].", None),
    ],
)
def test_an_owner_is_no_place(text: str, place: str | None) -> None:
    got = resolve(Written(text).event("raid", "air_strike"))
    told = got.events[0].place_why in ("its own words", "named in its sentence", "near the place named in its sentence")
    assert (named(got, got.events[0].place) if told else None) == place


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("A raid hit parts of [Kenyas|place] [Mombasa|place].", "parts of Kenyas Mombasa", "Mombasa"),
        ("A raid hit parts of [Kenya|place]'s [Mombasa|place].", "parts of Kenya's Mombasa", "Mombasa"),
        ("A raid hit a region near the border with [Kenya|place].", "a region near the border with Kenya", None),
        ("A raid hit parts of [Kenya|place].", "parts of Kenya", "Kenya"),
    ],
)
def test_an_owner_that_was_read_as_the_place_is_none(text: str, words: str, place: str | None) -> None:
    got = resolve(Written(text).event("raid", "air_strike", place=words))
    assert named(got, got.events[0].place) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("who currently lives in [Lima|place]", "Herat"),
        ("who was born in [Lima|place]", "Herat"),
        ("who was hurt in [Lima|place]", "Lima"),
    ],
)
def test_where_somebody_lives_is_no_place_of_what_he_tells(words: str, place: str) -> None:
    written = Written(f"A bomb went off in [Herat|place]. A witness {words} said that the strike killed ten.")
    got = resolve(written.event("went off", "bombing", place="Herat").event("strike", "air_strike"))
    assert named(got, got.events[-1].place) == place
