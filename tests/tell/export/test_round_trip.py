"""Filters, guarded cells, and corrections that come back as judgements."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.errors import InputError
from dateline.model import Account
from dateline.tell.export import FORMATS, Filter, Options, export, keep, read_corrections
from dateline.tell.export.cells import restore, safe
from dateline.tell.export.view import View
from dateline.tell.markdown import markdown
from dateline.tell.printable import printable

AT = "2031-06-01T10:00:00Z"


@given(st.text())
def test_no_cell_can_run_and_every_cell_comes_back(text: str) -> None:
    guarded = safe(text)
    assert isinstance(guarded, str)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    if not any(c in text for c in "\n\r\t") and not text.startswith("'"):
        assert restore(guarded) == printable(text)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Filter(), 3),
        (Filter(kind="bombing"), 1),
        (Filter(kind="violence"), 2),
        (Filter(place="umza"), 1),
        (Filter(place="MW"), 2),
        (Filter(actor="red line"), 1),
        (Filter(grade="single_source"), 1),
        (Filter(since="2031-05-06"), 1),
        (Filter(until="2031-05-05"), 2),
        (Filter(story="s2"), 0),
    ],
)
def test_filters_keep_what_matches_and_every_reference_resolves(account: Account, chosen: Filter, kept: int) -> None:
    part = keep(account, chosen)
    assert len(part.happenings) == kept
    view = View(part)
    for happening in part.happenings:
        assert all(e in view.events for e in happening.events)
    for series in part.series:
        assert all(m in view.figures for m in series.members)


@pytest.mark.parametrize("chosen", [Filter(since="Tuesday"), Filter(grade="sure"), Filter(kind="quarrel")])
def test_a_filter_that_cannot_match_is_refused(account: Account, tmp_path: Path, chosen: Filter) -> None:
    with pytest.raises(InputError, match="--"):
        export([account], "jsonl", tmp_path / "x.jsonl", chosen)


def test_an_unknown_format_names_the_known_ones(account: Account, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="acled"):
        export([account], "excel97", tmp_path / "x")


def test_an_unchanged_export_is_no_correction(account: Account, tmp_path: Path) -> None:
    for format in ("jsonl", "figures", "claims", "happenings"):
        path = tmp_path / format
        export([account], format, path)
        found = read_corrections(path, account, by="ana", at=AT)
        assert found == ((), ())


def test_a_corrected_cell_becomes_a_judgement_anchored_in_the_text(account: Account, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    export([account], "figures", path)
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    chosen = next(r for r in rows if r["id"] == "f3")
    chosen["best"] = "9"
    chosen["outlet"] = "Another Paper"
    rows.append({**chosen, "id": "f99"})
    with path.open("w", encoding="utf-8", newline="") as table:
        out = csv.DictWriter(table, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
    found = read_corrections(path, account, by="ana", at=AT)
    (judgement,) = found.judgements
    assert (judgement.verdict, judgement.field, judgement.value, judgement.by) == ("correct", "best", "9", "ana")
    assert judgement.target.text == "7 civilians"
    assert {i.code for i in found.issues} == {"cell-not-correctable", "record-unknown"}


def test_a_grade_set_by_hand_is_a_grade(account: Account, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    export([account], "jsonl", path)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    next(x for x in lines if x["type"] == "happenings")["record"]["grade"] = "contested"
    path.write_text("\n".join(json.dumps(x) for x in lines) + "\nnot json\n", "utf-8")
    found = read_corrections(path, account, by="ana", at=AT)
    assert [(j.verdict, j.value) for j in found.judgements] == [("grade", '"contested"')]
    assert found.judgements[0].target.text == "bomb"
    assert [i.code for i in found.issues] == ["line-unreadable"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n"])
def test_a_file_that_is_none_of_ours_is_refused_by_name(account: Account, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"strange\.csv"):
        read_corrections(path, account, by="ana", at=AT)


def corrected_line(path: Path, account: Account, type_: str, **fields: object) -> None:
    """Export all as JSONL, with other values in the first record of a type."""
    export([account], "jsonl", path)
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    next(x for x in lines if x["type"] == type_)["record"].update(fields)
    path.write_text("".join(json.dumps(x) + "\n" for x in lines), "utf-8")


@pytest.mark.parametrize(
    ("type_", "field", "value", "expected"),
    [
        ("figures", "best", 10**26, "a whole number"),
        ("figures", "best", -3, "a whole number"),
        ("figures", "low", "twelve", "a whole number"),
        ("figures", "time", 5, "a text, or nothing"),
        ("figures", "time", "yesterday", "a date such as"),
        ("figures", "time", "2031-11-40", "a date such as"),
        ("figures", "what", "banana", "killed, died, injured"),
        ("claims", "stance", "shrug", "asserts, denies"),
        ("happenings", "grade", None, "corroborated"),
        ("happenings", "grade", "super", "corroborated"),
        ("events", "kind", ["bombing"], "armed_clash"),
        ("events", "status", "maybe", "happened"),
        ("places", "lat", "north", "degrees from -90 to 90"),
        ("places", "lon", 360, "degrees from -180 to 180"),
        ("places", "country", "Freedonia", "two letters"),
        ("times", "value", "soon", "a date such as"),
    ],
)
def test_a_value_that_means_nothing_is_an_issue(
    account: Account, tmp_path: Path, type_: str, field: str, value: object, expected: str
) -> None:
    path = tmp_path / "all.jsonl"
    corrected_line(path, account, type_, **{field: value})
    found = read_corrections(path, account, by="ana", at=AT)
    assert found.judgements == ()
    assert [i.code for i in found.issues] == ["cell-unreadable"]
    assert expected in found.issues[0].message


@pytest.mark.parametrize(
    ("type_", "field", "value"),
    [
        ("figures", "time", "2031-05/2031-06"),
        ("figures", "time", None),
        ("figures", "best", 10**15),
        ("places", "lat", -89),
        ("places", "precision", None),
        ("times", "value", "P3D"),
        ("times", "value", "2031-05-04T18:30+02:00"),
        ("events", "status", "planned"),
    ],
)
def test_a_value_that_fits_is_taken(account: Account, tmp_path: Path, type_: str, field: str, value: object) -> None:
    path = tmp_path / "all.jsonl"
    more = {"low": None, "high": None} if field == "best" else {}
    corrected_line(path, account, type_, **{field: value, **more})
    found = read_corrections(path, account, by="ana", at=AT)
    assert found.issues == ()
    assert json.dumps(value) in {j.value for j in found.judgements}


def test_counts_that_do_not_rise_and_derived_fields_are_issues(account: Account, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    corrected_line(path, account, "figures", low=9, best=4, high=12, text="four")
    found = read_corrections(path, account, by="ana", at=AT)
    assert found.judgements == ()
    assert sorted(i.code for i in found.issues) == ["cell-not-correctable", "cell-unreadable"]
    corrected_line(path, account, "happenings", start="2031-01-01")
    assert [i.code for i in read_corrections(path, account, by="ana", at=AT).issues] == ["cell-not-correctable"]


def test_a_table_with_a_bad_number_gives_the_others(account: Account, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    export([account], "figures", path)
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    rows[0] |= {"low": "", "best": "99999999999999999999999999", "high": ""}
    rows[1] |= {"low": "", "best": "1,400", "high": ""}
    with path.open("w", encoding="utf-8", newline="") as table:
        out = csv.DictWriter(table, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
    found = read_corrections(path, account, by="ana", at=AT)
    assert "1400" in {j.value for j in found.judgements if j.field == "best"}
    assert [i.code for i in found.issues] == ["cell-unreadable"]


def test_a_line_may_hold_any_other_end_of_line(account: Account, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    report = replace(account.reports[0], title="Blast\u2028in\u0085Kelo")
    export([replace(account, reports=(report, *account.reports[1:]))], "jsonl", path)
    assert read_corrections(path, account, by="ana", at=AT) == ((), ())


def with_controls(account: Account) -> Account:
    """The account with characters in its texts that no table, markup or terminal can take."""
    odd = "peo\0ple \x1b[31m \x9b \x08\uffff"
    return replace(
        account,
        reports=tuple(replace(r, title=f"{odd}{r.title}", outlet=odd) for r in account.reports),
        entities=tuple(replace(e, name=f"{e.name}{odd}") for e in account.entities),
        happenings=tuple(replace(h, summary=f"{odd}{h.summary}") for h in account.happenings),
        brief=tuple(replace(b, text=f"{b.text}{odd}") for b in account.brief),
    )


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"xlsx", "hxl-xlsx", "parquet", "brief-docx"}))
def test_no_export_holds_control_characters(account: Account, tmp_path: Path, format: str) -> None:
    path = tmp_path / "x"
    export([with_controls(account)], format, path, options=Options(household_size=5))
    raw = path.read_bytes()
    assert not set(raw) & (set(range(32)) - set(b"\t\n\r"))
    assert format in JSON or raw.decode() == printable(raw.decode())


JSON = {"annotations", "claims-jsonld", "ftm", "geojson", "jsonl", "places", "timelinejs"}
"""Forms that escape what must be escaped, and may hold the rest."""


def test_markdown_and_unchanged_tables_stand_control_characters(account: Account, tmp_path: Path) -> None:
    odd = with_controls(account)
    assert markdown(odd) == printable(markdown(odd))
    for format in ("jsonl", "figures", "claims", "happenings"):
        export([odd], format, tmp_path / format)
        assert read_corrections(tmp_path / format, odd, by="ana", at=AT) == ((), ())
