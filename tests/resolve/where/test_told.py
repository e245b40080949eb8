"""Which places the reports of a story lend to who tells roughly, or without one, where something was."""

from unittest.mock import Mock

import pytest

from dateline.model import Place, TimeMention
from dateline.resolve.where.atlas import Atlas
from tests.resolve.written import Written, named, resolve


def dated(written: Written, *words: str) -> Written:
    """With these days, in text order."""
    for day in words:
        span = written.span(day)
        written.times = [*written.times, TimeMention(start=span.start, end=span.end, text=day, type="day")]
    return written


def raid(place: str, day: str, witness: str) -> Written:
    """A report of a raid in a town near Aleppo."""
    text = f"A raid on {day} killed ten in [{place}|place] near [Aleppo|place], said {witness}."
    return dated(Written(text).event("raid", "air_strike", place=place), day)


@pytest.mark.parametrize(("day", "place"), [("Tuesday", "Rashidin"), ("Saturday", "Aleppo")])
def test_a_place_is_lent_to_what_was_on_its_day(day: str, place: str) -> None:
    rough = dated(Written(f"A raid on {day} killed four near [Aleppo|place].").event("raid", "air_strike"), day)
    got = resolve(rough, *(raid("Rashidin", "Tuesday", witness) for witness in ("a cook", "a monk", "a clerk")))
    assert {named(got, e.place) for e in got.events if e.report == rough.report.id} == {place}


def test_a_report_tells_again_only_what_was_on_that_day() -> None:
    written = Written("A raid on Tuesday killed four near [Aleppo|place]. On Saturday shells fell in [Rashidin|place].")
    written.event("raid", "air_strike").event("fell", "shelling", place="Rashidin")
    got = resolve(dated(written, "Tuesday", "Saturday"))
    assert [named(got, e.place) for e in got.events] == ["Aleppo", "Rashidin"]


def test_a_town_in_no_list_is_told_closer_than_its_province() -> None:
    """And holds no other town of it."""
    title = "Raid kills four in Aleppo province"
    written = Written(
        "Raid kills four in [Aleppo province|place]\nThe monitor said the strike on the village of [Tal Amber|place] in"
        " [Aleppo province|place] was at noon. A day before shells fell in [Rashidin|place]. Jets came for the raid.",
        title=title,
    ).event("Raid", "air_strike", place="Aleppo province")
    written.event("strike", "air_strike", place="the village of Tal Amber").event("fell", "shelling", place="Rashidin")
    got = resolve(written.event("raid", "air_strike"))
    assert [named(got, e.place) for e in got.events] == ["Tal Amber", "Tal Amber", "Rashidin", "Tal Amber"]


def test_a_name_in_no_list_is_a_town_of_its_region_but_no_ship_of_its_sea() -> None:
    def put(name: str, lat: float, country: str | None, listed: bool = False) -> Place:
        return Place(
            entity=name, name=name, lat=lat, lon=40.0, country=country, admin1=None, how="told", precision="region",
            gazetteer_id=name if listed else None,
        )  # fmt: skip

    known = [
        put("Bay of Karsen", 30.0, None, True),
        put("Amber Star", 30.0, None),
        put("Orlu Province", 35.0, "SY", True),
    ]
    known += [put("Tal Amber", 35.0, "SY"), put("Orlu", 35.0, "SY")]
    cast = Mock(with_names={"Amber Star", "Tal Amber", "Orlu"})
    atlas = Atlas(cast, frozenset(), {p.entity: p for p in known}, seats={}, described={})
    assert [p.name for p in known if not atlas.is_wide(p.entity)] == ["Tal Amber"]


def test_a_town_struck_within_an_area_is_where_the_blow_was() -> None:
    written = Written(
        "Envoys met. They spoke of bread. They left. On Tuesday in northern [Syria|place] a raid on the village of"
        " [Tal Amber|place] killed ten."
    )
    written.event("raid", "air_strike", target="the village of Tal Amber", place="northern Syria")
    got = resolve(written)
    assert named(got, got.events[0].place) == "Tal Amber"


@pytest.mark.parametrize(("mover", "place"), [("[Bo Lund|person]", "Aleppo"), ("Families", "Lima")])
def test_where_one_man_moved_from_others_did_not_flee(mover: str, place: str) -> None:
    written = Written(
        f"Gunmen stormed a fair in [Aleppo|place]. {mover} moved from [Lima|place] to [Aleppo|place]. The crowd fled."
    ).event("stormed", "attack", place="Aleppo")
    got = resolve(
        written.event("moved", "displacement", actor=mover.strip("[]").split("|")[0], place="Lima").event(
            "fled", "displacement"
        )
    )
    assert named(got, got.events[-1].place) == place


def test_another_event_likened_to_is_elsewhere() -> None:
    text = "A bomb went off in [Herat|place]. Films of the attack show a horror like that in [Kunduz|place]."
    got = resolve(Written(text).event("went off", "bombing").event("attack", "attack"))
    assert [named(got, e.place) for e in got.events] == ["Herat", "Herat"]


@pytest.mark.parametrize(
    ("last", "actor", "status"),
    [
        ("Troops may plan an assault.", "Troops", "hypothetical"),
        ("[Chilean|group] jets began an assault.", "Chilean jets", "happened"),
    ],
)
def test_what_is_feared_or_done_by_others_is_not_where_the_report_tells_of_a_blow(
    last: str, actor: str, status: str
) -> None:
    text = (
        "Traders in [Aleppo|place] met. A raid hit [Rashidin|place]. Shells fell in [Rashidin|place]. Roads are shut."
    )
    written = Written(f"{text} {last}").event("met", "talks", place="Aleppo")
    written.event("raid", "air_strike", place="Rashidin").event("fell", "shelling", place="Rashidin")
    got = resolve(written.event("assault", "attack", status=status, actor=actor))
    assert [named(got, e.place) for e in got.events[1:3]] == ["Rashidin", "Rashidin"]
    assert named(got, got.events[3].place) != "Rashidin"
