"""One entity for each place of the map, however the reports spell it."""

from dateline.model import Judgement, Ref
from tests.resolve.written import Written, entity, resolve, together


def test_names_of_one_entry_of_the_gazetteer_are_one_place() -> None:
    got = resolve(
        Written("Shops burned in [Las Vegas|place] in [Nevada|place]. Crowds marched in [Vegas|place] on Monday.")
    )
    assert together(got, "Las Vegas", "Vegas")
    assert entity(got, "Vegas").name == "Las Vegas"
    assert len({p.gazetteer_id for p in got.places}) == len(got.places) == 2


def test_a_part_of_a_place_is_not_the_place() -> None:
    got = resolve(Written("Rain fell in [Nevada|place]. Snow fell in [northern Nevada|place]."))
    assert not together(got, "Nevada", "northern Nevada")


def test_a_town_run_together_with_its_country_is_the_town() -> None:
    got = resolve(
        Written(
            "Shells hit [Sabha|place] in [Libya|place]. Tags: raids, [Sabha Libya|place]. Troops left [Sabha|place]."
        )
    )
    assert together(got, "Sabha", "Sabha Libya")


def test_places_that_a_person_told_apart_stay_apart() -> None:
    written = Written("Shops burned in [Las Vegas|place] in [Nevada|place]. Crowds marched in [Vegas|place] on Monday.")
    a, b = (
        Ref(type="entity", id="gone", report=written.report.id, start=n.start, end=n.end)
        for n in written.names
        if n.text != "Nevada"
    )
    said = Judgement(id="j1", at="2021-03-03T00:00:00Z", by="ana", why="", verdict="not_same", target=a, other=b)
    assert not together(resolve(written, judgements=(said,)), "Las Vegas", "Vegas")
