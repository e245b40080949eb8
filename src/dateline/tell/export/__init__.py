"""Account -> the files that analysts' tools open: every format a view of the same records."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from dateline.errors import InputError
from dateline.model import Account, Record
from dateline.tell.export import (
    acled,
    brief,
    feeds,
    ftm,
    geo,
    hxl,
    idmc,
    linked,
    notes,
    polecat,
    records,
    ucdp,
    workbook,
)
from dateline.tell.export.cells import write_table
from dateline.tell.export.corrections import read_corrections
from dateline.tell.export.tables import TABLES, table_rows
from dateline.tell.filters import Filter, keep


class Options(Record, frozen=True):
    """What a format may ask of the user: `household_size` in persons (IDMC)."""

    household_size: float | None = None


Write = Callable[[Path, Iterable[Account], Options], int]


class Format(NamedTuple):
    """One export format: the suffix its files carry, what opens it, its writer, whether it shows less of an account
    that is narrowed, and what its writer counts."""

    suffix: str
    says: str
    write: Write
    narrows: bool = True
    unit: str = "row"


def _table(name: str) -> Write:
    return lambda path, accounts, _: write_table(path, TABLES[name].columns, table_rows(name, accounts))


FORMATS: dict[str, Format] = {
    "acled": Format(".csv", "ACLED's columns and codes, one event a day and place",
                    lambda p, a, _: write_table(p, acled.COLUMNS, acled.rows(a))),
    "ucdp": Format(".csv", "UCDP GED's columns, lethal events with low, best and high",
                   lambda p, a, _: write_table(p, ucdp.COLUMNS, ucdp.rows(a))),
    "polecat": Format(".tsv", "POLECAT's columns, PLOVER types and modes",
                      lambda p, a, _: write_table(p, polecat.COLUMNS, polecat.rows(a), "excel-tab")),
    "idmc": Format(".csv", "IDMC displacement figures, reported × household size",
                   lambda p, a, o: write_table(p, idmc.COLUMNS, idmc.rows(a, o.household_size))),
    "notes": Format(".csv", "coding notes: how each coded number was derived, with its sentence",
                    lambda p, a, _: write_table(p, notes.COLUMNS, notes.rows(a))),
    "happenings": Format(".csv", "one row a happening", _table("happenings")),
    "events": Format(".csv", "one row an event mention", _table("events")),
    "figures": Format(".csv", "one row a figure", _table("figures")),
    "claims": Format(".csv", "one row a claim", _table("claims")),
    "reports": Format(".csv", "one row a report", _table("reports"), narrows=False),
    "hxl": Format(".csv", "HXL-tagged table for humanitarian tools",
                  lambda p, a, _: write_table(p, hxl.COLUMNS, hxl.rows(a), second=tuple(hxl.TAGS.values()))),
    "geojson": Format(".geojson", "map layer (RFC 7946); uncertain places are polygons",
                      lambda p, a, _: geo.write_geojson(p, a), unit="feature"),
    "places": Format(".geojson", "map layer of the places themselves", lambda p, a, _: geo.write_places(p, a),
                     narrows=False, unit="place"),
    "kml": Format(".kml", "map layer for Google Earth and GIS", lambda p, a, _: geo.write_kml(p, a), unit="placemark"),
    "xlsx": Format(".xlsx", "workbook: happenings, figures, claims, reports",
                   lambda p, a, _: workbook.write_workbook(p, a)),
    "hxl-xlsx": Format(".xlsx", "HXL-tagged workbook",
                       lambda p, a, _: workbook.write_sheet(p, hxl.COLUMNS, hxl.rows(a), tuple(hxl.TAGS.values()))),
    "parquet": Format(".parquet", "happenings for pandas, DuckDB and R", lambda p, a, _: workbook.write_parquet(p, a)),
    "ftm": Format(".ndjson", "FollowTheMoney entities for Aleph",
                  lambda p, a, _: ftm.write_entities(p, a), unit="entity"),
    "ftm-statements": Format(".csv", "FollowTheMoney statements",
                             lambda p, a, _: ftm.write_statements(p, a), unit="statement"),
    "claims-jsonld": Format(".jsonld", "schema.org Claim graph",
                            lambda p, a, _: linked.write_claims(p, a), unit="claim"),
    "annotations": Format(".jsonld", "W3C Web Annotations of every span",
                          lambda p, a, _: linked.write_annotations(p, a), unit="annotation"),
    "brief-md": Format(".md", "the brief with footnotes", lambda p, a, _: brief.write_markdown(p, a), unit="sentence"),
    "brief-html": Format(".html", "the brief as one page", lambda p, a, _: brief.write_html(p, a), unit="sentence"),
    "brief-docx": Format(".docx", "the brief for Word", lambda p, a, _: brief.write_docx(p, a), unit="sentence"),
    "atom": Format(".atom", "feed of what is new", lambda p, a, _: feeds.write_atom(p, a), unit="entry"),
    "timelinejs": Format(".json", "timeline for TimelineJS",
                         lambda p, a, _: feeds.write_timelinejs(p, a), unit="entry"),
    "jsonl": Format(".jsonl", "every record, one a line", lambda p, a, _: records.write_jsonl(p, a), unit="record"),
}  # fmt: skip


def export(
    accounts: Iterable[Account],
    format: str,
    path: Path,
    chosen: Filter = Filter(),  # noqa: B008 - a frozen record
    options: Options = Options(),  # noqa: B008
) -> int:
    """Write the accounts (one a story, streamed) to `path` in a format of `FORMATS`; returns how many of its unit.

    The file appears whole or not at all. Raises InputError for an unknown format or filter, MissingPartError where an
    extra is not installed."""
    if format not in FORMATS:
        raise InputError(f"format {format!r} is unknown; choose one of: {', '.join(FORMATS)}")
    chosen.check()
    part = path.with_name(path.name + ".part")
    try:
        n = FORMATS[format].write(part, (keep(a, chosen) for a in accounts), options)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return n


__all__ = ["FORMATS", "Filter", "Format", "Options", "export", "keep", "read_corrections"]
