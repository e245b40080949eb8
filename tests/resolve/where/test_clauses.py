"""What a clause says of other places than that of its event: described, compared, threatened, only passed through."""

import pytest

from tests.resolve.written import Written, named, resolve


def test_who_is_only_described_by_a_place_does_not_flee_it() -> None:
    got = resolve(
        Written(
            "Shells fell in [Sabha|place]. A nurse, staying over from [Aleppo|place] with friends, fled. Many left"
            " [Sabha|place]."
        )
        .event("fell", "shelling")
        .event("fled", "displacement")
        .event("left", "displacement")
    )
    assert [named(got, e.place) for e in got.events] == ["Sabha"] * 3


def test_what_follows_an_event_is_not_where_it_was() -> None:
    got = resolve(
        Written("A bomb exploded in [Herat|place]. A guard, ill since the bombing, has lived near [Kabul|place].")
        .event("exploded", "bombing")
        .event("bombing", "bombing")
    )
    assert [named(got, e.place) for e in got.events] == ["Herat", "Herat"]


def test_an_event_told_already_is_where_its_own_phrase_says() -> None:
    got = resolve(
        Written("Shells fell in [Herat|place]. She left after the bombing in [Kabul|place] last year.")
        .event("fell", "shelling")
        .event("bombing", "bombing")
    )
    assert [named(got, e.place) for e in got.events] == ["Herat", "Kabul"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The raid was a late echo of the [Kabul|place] attacks.",
        "The raid was the bloodiest, behind last autumn's attacks in [Kabul|place].",
        "The raid stood in sharp contrast with the attacks in [Kabul|place].",
    ],
)
def test_what_an_event_is_compared_with_is_elsewhere(sentence: str) -> None:
    """Also where the reader takes the place for that of both."""
    for role in ({}, {"place": "Kabul"}):
        got = resolve(
            Written(f"Gunmen fired at a mill in [Herat|place]. {sentence}")
            .event("fired", "attack")
            .event("raid", "attack", **role)
            .event("attacks", "attack", place="Kabul")
        )
        assert [named(got, e.place) for e in got.events] == ["Herat", "Herat", "Kabul"]


def test_a_place_that_names_another_event_is_that_events() -> None:
    got = resolve(
        Written("Gunmen fired at a mill in [Herat|place]. The feared [Kabul|place] raid makes doctors help.")
        .event("fired", "attack")
        .event("raid", "attack", place="Kabul", status="hypothetical")
        .event("help", "aid")
    )
    assert [named(got, e.place) for e in got.events] == ["Herat", "Kabul", "Herat"]


@pytest.mark.parametrize(("status", "kind"), [("negated", "threat"), ("hypothetical", "attack")])
def test_what_is_threatened_is_not_where_it_happened(status: str, kind: str) -> None:
    got = resolve(
        Written("A rocket was fired in [Herat|place]. The test was no warning of a raid on [Kabul|place].")
        .event("fired", "shelling")
        .event("test", "shelling")
        .event("raid", kind, status=status, place="Kabul")
    )
    assert named(got, got.events[1].place) == "Herat"


def test_where_binds_the_place_right_before_it() -> None:
    """And not the ones behind the clause; nor is the clause's end that of the sentence."""
    got = resolve(
        Written("She came from [Herat|place], where mills were shelled, to [Kabul|place] and saw the raid.")
        .event("shelled", "shelling")
        .event("raid", "attack")
    )
    assert [named(got, e.place) for e in got.events] == ["Herat", "Kabul"]


def test_what_might_happen_does_not_tell_where_others_did() -> None:
    got = resolve(
        Written("Traders met in [Basra|place]. A bomb might go off in [Baghdad|place]. Gunmen killed two.")
        .event("bomb", "bombing", status="hypothetical", place="Baghdad")
        .event("killed", "attack")
    )
    assert [named(got, e.place) for e in got.events] == ["Baghdad", "Basra"]


def test_another_kind_of_blow_far_away_does_not_tell_where_this_one_was() -> None:
    got = resolve(
        Written(
            "Traders met in [Basra|place] in [Iraq|place]. [Basra|place] is calm. The bombings in [Mosul|place] are not"
            " forgotten. Envoys spoke of rocket fire."
        )
        .event("bombings", "bombing", place="Mosul")
        .event("fire", "shelling")
    )
    assert [named(got, e.place) for e in got.events] == ["Mosul", "Iraq"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Guards set up 30 guns around the country, including two in [Cusco|place].", None),
        ("Guards set up 30 guns in [Lima|place], including two in [Cusco|place].", "Lima"),
        ("Guards set up 30 guns in [Cusco|place].", "Cusco"),
    ],
)
def test_where_only_some_are_is_not_where_all_are(text: str, place: str | None) -> None:
    written = Written(text).event("set up", "deployment").figure("30 guns", 30, "deployed")
    got = resolve(written)
    assert [named(got, x.place) if "sentence" in x.place_why else None for x in got.events] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Boats brought 30 tons from a hub in [Lima|place].", None),
        ("Boats brought 30 tons from the [Relief Office|org]'s stores near [Lima|place].", None),
        ("Boats brought 30 tons to a hub in [Lima|place].", "Lima"),
        ("A man from [Deir|place] near [Lima|place] brought 30 tons.", None),
    ],
)
def test_where_goods_and_people_come_from_is_no_place_of_theirs(text: str, place: str | None) -> None:
    got = resolve(Written(text).event("brought", "aid").figure("30 tons", 30, "aid", unit="other"))
    assert [named(got, x.place) if "sentence" in x.place_why else None for x in got.events] == [place]
