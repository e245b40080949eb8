"""Each rule of a codebook, by name."""

import csv
from pathlib import Path

import msgspec
import pytest

from dateline.model import Account, Place
from dateline.tell.export import Options, export
from dateline.tell.export.acled import COLUMNS as ACLED
from dateline.tell.export.codebook import (
    acled_fatalities,
    acled_geo_precision,
    coded_day,
    ucdp_estimates,
    ucdp_where_precision,
)
from dateline.tell.export.coding import find_incidents
from dateline.tell.export.idmc import COLUMNS as IDMC
from dateline.tell.export.polecat import COLUMNS as POLECAT
from dateline.tell.export.polecat import QUAD
from dateline.tell.export.ucdp import COLUMNS as UCDP
from dateline.tell.export.ucdp import priogrid
from dateline.tell.export.view import View

from .conftest import figure


def read(path: Path, dialect: str = "excel") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, dialect=dialect))


def table(account: Account, format: str, out: Path, options: Options | None = None) -> list[dict[str, str]]:
    export([account], format, out / format, options=options or Options())
    return read(out / format, "excel-tab" if format == "polecat" else "excel")


@pytest.mark.parametrize(
    ("words", "low", "best", "high", "qualifier", "coded"),
    [
        ("dozens of people", 24, None, 99, "dozens", 12),
        ("tens of people", 20, None, 99, "dozens", 10),
        ("hundreds of people", 200, None, 999, "hundreds", 100),
        ("several people", None, None, None, "vague", 3),
        ("at least 14 people", 14, None, None, "at_least", 14),
        ("400 to 600 people", 400, None, 600, "range", 400),
        ("up to 30 people", None, None, 30, "up_to", 30),
    ],
)
def test_acled_fatalities_take_the_lowest_number(
    words: str, low: int | None, best: int | None, high: int | None, qualifier: str, coded: int
) -> None:
    found = figure("f1", "r1", "dozens of people", low, best, high, qualifier)
    assert acled_fatalities(msgspec.structs.replace(found, text=words)).value == coded


def test_acled_casualties_alone_are_no_fatalities() -> None:
    found = figure("f1", "r1", "dozens of people", 24, None, 99, "dozens", what="other")
    assert acled_fatalities(msgspec.structs.replace(found, text="dozens of casualties")).value == 0


def test_ucdp_dozens_has_bounds_and_no_best() -> None:
    found = ucdp_estimates(figure("f1", "r1", "dozens of people", 24, None, 99, "dozens"))
    assert (found.low, found.best, found.high) == (24, None, 99)
    assert "no best estimate" in found.rule


@pytest.mark.parametrize(
    ("value", "day", "acled", "ucdp"),
    [
        ("2031-05-05", "2031-05-05", 1, 1),
        ("2031-05-03/2031-05-04", "2031-05-03", 2, 2),
        ("2031-05-05/2031-05-11", "2031-05-08", 2, 3),
        ("2031-05", "2031-05-16", 3, 4),
        ("2031", "2031-07-02", 3, 5),
    ],
)
def test_time_precision_codes(value: str, day: str, acled: int, ucdp: int) -> None:
    found = coded_day(value)
    assert found is not None
    assert (found.day.isoformat(), found.acled, found.ucdp) == (day, acled, ucdp)


def test_an_open_period_has_no_day() -> None:
    assert coded_day("2031-05/..") is None
    assert coded_day(None) is None


def test_acled_columns_are_exact(account: Account, out: Path) -> None:
    rows = table(account, "acled", out)
    assert tuple(rows[0]) == tuple(ACLED)
    assert len(ACLED) == 31


def test_acled_one_event_a_day_and_totals_divided(account: Account, out: Path) -> None:
    """Seven dead over two days: four on the first (with the remainder), three on the second."""
    rows = [r for r in table(account, "acled", out) if r["location"] == "Umza"]
    assert [(r["event_date"], r["fatalities"]) for r in rows] == [("2031-05-05", "4"), ("2031-05-06", "3")]
    assert "totals are divided" in rows[0]["notes"]


@pytest.mark.parametrize(("kind", "days"), [("bombing", ["2031-05-05"]), ("armed_clash", ["2031-05-05", "2031-05-06"])])
def test_a_blow_settled_on_one_day_is_one_row(account: Account, out: Path, kind: str, days: list[str]) -> None:
    """Though a report puts it on the next morning; fighting that events name on two days was on both."""
    (blow,) = [h for h in account.happenings if h.place == "e-kelo" and h.kind == "bombing"]
    late = msgspec.structs.replace(next(e for e in account.events if e.id == blow.events[-1]), time="2031-05-06")
    changed = msgspec.structs.replace(
        account,
        events=tuple(late if e.id == late.id else e for e in account.events),
        happenings=tuple(msgspec.structs.replace(h, kind=kind) if h.id == blow.id else h for h in account.happenings),
    )
    assert [r["event_date"] for r in table(changed, "acled", out) if r["location"] == "Kelo"] == days


def test_acled_lowest_figure_and_sources_by_origin(account: Account, out: Path) -> None:
    (kelo,) = [r for r in table(account, "acled", out) if r["location"] == "Kelo"]
    assert kelo["fatalities"] == "12"
    assert kelo["source"] == "Paper r1; Paper r2"
    assert (kelo["iso"], kelo["region"], kelo["country"]) == ("454", "Southern Africa", "Malawi")
    assert "“dozens” is coded 12" in kelo["notes"]


def test_acled_copies_are_one_source(account: Account, out: Path) -> None:
    one = tuple(msgspec.structs.replace(r, origin="o0") for r in account.reports)
    (kelo,) = [r for r in table(msgspec.structs.replace(account, reports=one), "acled", out) if r["location"] == "Kelo"]
    assert kelo["source"] == "Paper r1"


def test_acled_plans_and_country_level_are_not_coded_and_the_notes_say_so(account: Account, out: Path) -> None:
    assert all(r["location"] != "Malawi" for r in table(account, "acled", out))
    left = [r for r in table(account, "notes", out) if r["field"] == "not coded"]
    assert [r["happening"] for r in left] == ["h2a1b2c3d4e5f6073"]
    assert left[0]["rule"]


def test_notes_quote_the_sentence(account: Account, out: Path) -> None:
    quotes = {r["quote"] for r in table(account, "notes", out) if r["field"] == "figure"}
    assert "A car bomb killed dozens of people in Kelo on Monday, police said." in quotes


def test_air_strike_inside_a_battle_is_the_battle(account: Account) -> None:
    clash = msgspec.structs.replace(account.happenings[0], id="h9", kind="armed_clash")
    strike = msgspec.structs.replace(account.happenings[0], id="h8", kind="air_strike")
    incidents, left = find_incidents(View(msgspec.structs.replace(account, happenings=(clash, strike))))
    assert [i.happening.kind for i in incidents] == ["armed_clash"]
    assert [u.happening.id for u in left] == ["h8"]


def test_ids_stay_when_a_report_is_added(account: Account) -> None:
    fewer = msgspec.structs.replace(account, happenings=account.happenings[:1])
    ids = {i.key for i in find_incidents(View(fewer))[0]}
    assert ids < {i.key for i in find_incidents(View(account))[0]}


def test_ucdp_lethal_events_with_three_estimates(account: Account, out: Path) -> None:
    rows = table(account, "ucdp", out)
    assert tuple(rows[0]) == tuple(UCDP)
    kelo = next(r for r in rows if r["where_coordinates"] == "Kelo")
    assert (kelo["low"], kelo["best"], kelo["high"]) == ("14", "14", "99")
    assert kelo["source_original"] == "Red Line Front"
    assert (kelo["where_prec"], kelo["date_prec"], kelo["priogrid_gid"]) == ("1", "1", "109868")


def test_priogrid_counts_from_the_south_west() -> None:
    corner = Place(entity="e", name="", lat=-90.0, lon=-180.0, country=None, admin1=None, gazetteer_id=None,
                   precision="exact", how="")  # fmt: skip
    assert priogrid(corner) == 1
    assert priogrid(msgspec.structs.replace(corner, lat=89.9, lon=179.9)) == 259200


def test_place_precision_codes(account: Account) -> None:
    exact, near, land = account.places
    assert [acled_geo_precision(p) for p in (exact, near, land)] == [1, 2, None]
    assert [ucdp_where_precision(p) for p in (exact, near, land)] == [1, 2, 6]
    region = msgspec.structs.replace(exact, precision="region")
    codes = {
        feature: ucdp_where_precision(msgspec.structs.replace(region, feature=feature))
        for feature in ("admin1", None, "desert", "sea", "river")
    }
    assert codes == {"admin1": 4, None: 4, "desert": 5, "sea": 7, "river": 5}


def test_polecat_types_and_quads(account: Account, out: Path) -> None:
    rows = table(account, "polecat", out)
    assert tuple(rows[0]) == tuple(POLECAT)
    assert {r["Event Type"] for r in rows} == {"ASSAULT"}
    assert {r["Quad Code"] for r in rows} == {"MATERIAL CONFLICT"}
    assert len(QUAD) == 16


def test_idmc_households_times_size(account: Account, out: Path) -> None:
    (row,) = table(account, "idmc", out, Options(household_size=5))
    assert tuple(row) == tuple(IDMC)
    assert (row["Unit"], row["Reported"], row["Household size"], row["Total figures"]) == (
        "Household",
        "20",
        "5",
        "100",
    )
    assert row["Figure term"] == "Forced to flee"
    assert row["Sources"] == "Unspecified"
    assert row["Source excerpt"] == "Twenty families fled to Umza."


def test_idmc_without_a_household_size_there_is_no_total(account: Account, out: Path) -> None:
    (row,) = table(account, "idmc", out)
    assert (row["Reported"], row["Total figures"]) == ("20", "")
    assert "no household size was given" in row["Analysis and calculation logic"]


def test_idmc_stock_and_flow_are_apart(account: Account, out: Path) -> None:
    stock = msgspec.structs.replace(account.figures[3], measure="stock")
    (row,) = table(msgspec.structs.replace(account, figures=(stock,)), "idmc", out)
    assert row["Figure category"] == "IDPs"
    assert row["Stock date"]
    assert not row["Start date"]


def test_a_storm_or_a_river_commits_no_violence(account: Account) -> None:
    storm = msgspec.structs.replace(account.happenings[0], actors=("e-umza",))
    incidents, left = find_incidents(View(msgspec.structs.replace(account, happenings=(storm,))))
    assert incidents == []
    assert "no party" in left[0].reason


def test_damage_by_a_storm_that_nobody_is_said_to_do_is_not_coded(account: Account) -> None:
    damage = msgspec.structs.replace(account.happenings[0], kind="destruction", actors=(), end=None)
    storm = msgspec.structs.replace(damage, id="h-storm", kind="hazard", events=())
    alone, _ = find_incidents(View(msgspec.structs.replace(account, happenings=(damage,))))
    beside, left = find_incidents(View(msgspec.structs.replace(account, happenings=(damage, storm))))
    assert [i.happening.id for i in alone] == [damage.id]
    assert damage.id not in [i.happening.id for i in beside]
    assert any(x.happening.id == damage.id and "disaster" in x.reason for x in left)


def test_a_party_that_acts_during_a_storm_is_coded(account: Account) -> None:
    damage = msgspec.structs.replace(account.happenings[0], kind="destruction")
    storm = msgspec.structs.replace(damage, id="h-storm", kind="hazard", actors=(), events=())
    incidents, _ = find_incidents(View(msgspec.structs.replace(account, happenings=(damage, storm))))
    assert [i.happening.id for i in incidents] == [damage.id]


def test_what_was_some_time_in_a_month_has_no_day_though_an_event_carries_one(account: Account) -> None:
    day = account.happenings[0].start
    assert day is not None
    assert len(day) == 10
    monthly = msgspec.structs.replace(account.happenings[0], start=day[:7], end=day[:7])
    incidents, _ = find_incidents(View(msgspec.structs.replace(account, happenings=(monthly,))))
    assert [i.day.acled for i in incidents] == [3]


def test_two_parties_called_alike_are_written_once(account: Account) -> None:
    twin = msgspec.structs.replace(account.entities[0], id="e-twin")
    view = View(msgspec.structs.replace(account, entities=(*account.entities, twin)))
    assert view.names((account.entities[0].id, "e-twin", "e-nobody")) == account.entities[0].name
