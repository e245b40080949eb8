"""Each format opened with the software that its users open it with."""

import csv
import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dateline.model import Account, BriefSentence, SourceSpan
from dateline.tell.export import FORMATS, Filter, Options, export, keep

EVERY = sorted(FORMATS)


def write(account: Account, format: str, out: Path) -> Path:
    path = out / f"account{FORMATS[format].suffix}"
    export([account], format, path, options=Options(household_size=5))
    return path


@pytest.mark.parametrize("format", EVERY)
def test_the_same_account_gives_the_same_bytes(account: Account, out: Path, format: str) -> None:
    first = write(account, format, out).read_bytes()
    assert write(account, format, out).read_bytes() == first
    assert not list(out.glob("*.part"))


@pytest.mark.parametrize("format", EVERY)
def test_an_empty_account_is_written_too(out: Path, format: str) -> None:
    assert write(Account(), format, out).stat().st_size >= 0


@pytest.mark.parametrize("format", ["acled", "ucdp", "polecat", "idmc", "happenings", "figures", "claims", "reports"])
def test_pandas_and_duckdb_read_the_tables(account: Account, out: Path, format: str) -> None:
    pandas, duckdb = pytest.importorskip("pandas"), pytest.importorskip("duckdb")
    path = write(account, format, out)
    tab = "\t" if path.suffix == ".tsv" else ","
    frame = pandas.read_csv(path, sep=tab)
    rows = duckdb.sql(
        f"select count(*) from read_csv('{path}', delim='{tab}', header=true, all_varchar=true)"
    ).fetchall()
    assert len(frame) == rows[0][0] > 0


def test_pyarrow_and_duckdb_read_the_parquet(account: Account, out: Path) -> None:
    parquet, duckdb = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("duckdb")
    path = write(account, "parquet", out)
    found = parquet.read_table(path)
    assert found.num_rows == 3
    assert str(found.schema.field("killed_low").type) == "int64"
    assert duckdb.sql(f"select max(killed_high) from '{path}'").fetchall() == [(99,)]


def test_openpyxl_reads_the_workbook(account: Account, out: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(write(account, "xlsx", out))
    assert book.sheetnames == ["happenings", "figures", "claims", "reports"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    links = [c.hyperlink.target for c in book["reports"]["K"] if c.hyperlink]
    assert "https://news.example/r1?a=1&b=2" in links


def test_libhxl_validates_the_tags(account: Account, out: Path) -> None:
    hxl = pytest.importorskip("hxl")
    path = write(account, "hxl", out)
    source = hxl.data(str(path), hxl.input.InputOptions(allow_local=True))
    assert "#affected+killed" in source.display_tags
    rows = list(source)
    assert [r.get("#loc+name") for r in rows] == ["Kelo", "Umza"]
    assert hxl.schema(None).validate(hxl.data(str(path), hxl.input.InputOptions(allow_local=True)))


def test_geopandas_and_ogr_read_the_map_layers(account: Account, out: Path) -> None:
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.read_file(write(account, "geojson", out))
    shapes = dict(zip(frame["place"], frame.geometry, strict=True))
    assert shapes["Kelo"].geom_type == "Point"
    assert shapes["Umza"].geom_type == "MultiPolygon"
    assert shapes["Umza"].is_valid
    assert shapes["Umza"].bounds[0] >= -180
    assert shapes["Umza"].bounds[2] <= 180
    if not shutil.which("ogrinfo"):
        pytest.skip("GDAL's ogrinfo is not installed (Debian package gdal-bin)")
    for format in ("geojson", "kml"):
        path = write(account, format, out)
        said = subprocess.run(["ogrinfo", "-al", "-so", str(path)], capture_output=True, text=True, check=True).stdout
        assert "Feature Count: 3" in said


def test_rings_are_closed_and_counter_clockwise(account: Account, out: Path) -> None:
    made = json.loads(write(account, "geojson", out).read_text("utf-8"))
    for feature in made["features"]:
        shape = feature["geometry"]
        rings = {"Polygon": lambda s: s["coordinates"], "MultiPolygon": lambda s: [p[0] for p in s["coordinates"]]}
        for ring in rings.get(shape["type"], lambda s: [])(shape):
            assert ring[0] == ring[-1]
            assert sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) < 0


def test_followthemoney_validates_the_entities(account: Account, out: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    seen: dict[str, Any] = {}
    for line in write(account, "ftm", out).read_text("utf-8").splitlines():
        proxy = ftm.model.get_proxy(json.loads(line), cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        raw = json.loads(line)["properties"]
        assert {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()} == {
            k: sorted(v) for k, v in raw.items()
        }
        seen[proxy.id] = proxy
    assert {p.schema.name for p in seen.values()} >= {"Article", "Event", "Organization", "Address", "Mention", "Note"}
    for proxy in seen.values():
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in seen


def test_followthemoney_reads_the_statements(account: Account, out: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    with write(account, "ftm-statements", out).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    for row in rows:
        prop = ftm.model.get(row["schema"]).get(row["prop"])
        assert prop.type.name == row["prop_type"], row["prop"]


def test_rdflib_parses_the_json_ld(account: Account, out: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    made = json.loads(write(account, "claims-jsonld", out).read_text("utf-8"))
    made["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    (claim,) = graph.subjects(rdflib.RDF.type, schema.Claim)
    assert str(graph.value(claim, schema.text)) == "The bomb in Kelo killed at least 14 people"
    assert str(graph.value(graph.value(claim, schema.author), schema.name)) == "Red Line Front"
    assert graph.value(claim, schema.appearance) == rdflib.URIRef("https://news.example/r2?a=1&b=2")


def test_annotations_quote_their_text(account: Account, out: Path) -> None:
    page = json.loads(write(account, "annotations", out).read_text("utf-8"))
    text = {r.url: r.text for r in account.reports}
    assert page["items"]
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        body = text[item["target"]["source"]]
        assert body[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in body


def test_feedparser_reads_the_feed(account: Account, out: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse(str(write(account, "atom", out)))
    assert not feed.bozo
    assert len(feed.entries) == 3
    assert feed.entries[0].updated_parsed >= feed.entries[-1].updated_parsed


def test_python_docx_reads_the_brief(account: Account, out: Path) -> None:
    from docx import Document

    paragraphs = [p.text for p in Document(str(write(account, "brief-docx", out))).paragraphs]
    assert "The Kelo bombing" in paragraphs
    assert any(p.startswith("1. Paper r1, 2031-05-05") for p in paragraphs)


def test_the_brief_page_escapes_what_reports_say(account: Account, out: Path) -> None:
    page = write(account, "brief-html", out).read_text("utf-8")
    assert "<script>" not in page
    assert "[^1]:" in write(account, "brief-md", out).read_text("utf-8")


def test_notes_quote_no_page_date(account: Account, out: Path) -> None:
    report = account.reports[0]
    dated = msgspec.structs.replace(report.published, start=0, end=8)
    reports = (msgspec.structs.replace(report, published=dated), *account.reports[1:])
    said = BriefSentence(
        text="A bomb.",
        support=(SourceSpan(report=report.id, start=0, end=8), SourceSpan(report=report.id, start=10, end=18)),
    )
    page = write(msgspec.structs.replace(account, reports=reports, brief=(said,)), "brief-md", out).read_text("utf-8")
    assert "[^1]:" in page
    assert "[^2]:" not in page


def test_a_brief_of_a_part_says_so_under_its_title(account: Account, out: Path) -> None:
    from docx import Document

    says = "Only what is told of 5 May 2031: one of one sentence of the brief, from an account of three reports."
    part = keep(account, Filter(since="2031-05-05", until="2031-05-05"))
    assert write(part, "brief-md", out).read_text("utf-8").splitlines()[2] == f"*{says}*"
    assert f"</h1><p><i>{says}</i></p>" in write(part, "brief-html", out).read_text("utf-8")
    assert Document(str(write(part, "brief-docx", out))).paragraphs[1].text == says


def test_timelinejs_slides(account: Account, out: Path) -> None:
    made = json.loads(write(account, "timelinejs", out).read_text("utf-8"))
    assert made["events"][0]["start_date"] == {"year": 2031, "month": 5, "day": 5}
    assert made["events"][0]["text"]["headline"]


def test_jsonl_holds_every_record(account: Account, out: Path) -> None:
    rows = [json.loads(line) for line in write(account, "jsonl", out).read_text("utf-8").splitlines()]
    assert sum(r["type"] == "figures" for r in rows) == len(account.figures)


@pytest.mark.slow
def test_libreoffice_keeps_the_columns_and_runs_no_formula(account: Account, out: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed (Debian package libreoffice-calc)")
    path = write(account, "reports", out)
    with path.open(encoding="utf-8", newline="") as table:
        before = list(csv.reader(table))
    (out / "back").mkdir()
    subprocess.run(
        [office, f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to",
         'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', "--infilter=CSV:44,34,76,1",
         "--outdir", str(out / "back"), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with (out / "back" / path.name).open(encoding="utf-8", newline="") as table:
        after = list(csv.reader(table))
    assert [len(r) for r in after] == [len(r) for r in before]
    assert after[0] == before[0]
    assert any("cmd|" in cell for row in after for cell in row), "the title that looks like a formula stays text"
