"""Filters, guarded cells, and corrections that come back as judgements."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model import Account
from dateline.tell.export import Filter, export, keep, read_corrections
from dateline.tell.export.cells import restore, safe
from dateline.tell.export.view import View

AT = "2031-06-01T10:00:00Z"


@given(st.text())
def test_no_cell_can_run_and_every_cell_comes_back(text: str) -> None:
    guarded = safe(text)
    assert isinstance(guarded, str)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    if not any(c in text for c in "\n\r\t") and not text.startswith("'"):
        assert restore(guarded) == text


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
