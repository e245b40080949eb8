"""account -> files: account.json, account.md, the three tables, the map layer, and the page that opens by itself."""

import csv
import io
import math
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import OutputError
from dateline.model import Account, Place, Report
from dateline.tell.markdown import markdown

Row = Sequence[object]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run when a cell starts with it."""
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
EARTH_KM_PER_DEGREE = 111.195
CIRCLE_POINTS = 32


def write_account(account: Account, folder: Path) -> list[Path]:
    """Write every file of the account into a folder, which is made; the files in the order of their worth. A file is
    replaced whole or not at all. OutputError says which could not be written, and why."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [
            write(folder / "account.json", account_json(account)),
            write(folder / "account.md", markdown(account).encode("utf-8", "replace")),
            write(folder / "events.csv", table(*event_rows(account))),
            write(folder / "figures.csv", table(*figure_rows(account))),
            write(folder / "claims.csv", table(*claim_rows(account))),
            write(folder / "places.geojson", geojson(account)),
        ]
        page = write_page(account, folder / "account.html")
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"{where}: cannot be written ({error.strerror}); free some space or name another folder"
        ) from error
    return [*written, page] if page is not None else written


def write(path: Path, content: bytes) -> Path:
    """Put the content in place of the file in one step."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return path


def account_json(account: Account) -> bytes:
    """The account in the form of CONTRACT.md, indented, with a line end."""
    return msgspec.json.format(msgspec.json.encode(account), indent=1) + b"\n"


def write_page(account: Account, path: Path) -> Path | None:
    """The self-contained page, or None when this installation has no front end in it."""
    if find_spec("dateline.tell.onefile") is None:
        return None
    import_module("dateline.tell.onefile").write_html(account, path)
    return path


def table(header: Row, rows: Iterable[Row]) -> bytes:
    """A CSV file that no spreadsheet takes for formulas (UTF-8 with its mark, which Excel needs)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def cell(value: object) -> object:
    """A value as a cell: no line breaks, and a quotation mark before what would run as a formula."""
    if not isinstance(value, str):
        return value
    flat = " ".join(value.split())
    return f"'{flat}" if flat.startswith(FORMULA) else flat


def event_rows(account: Account) -> tuple[Row, list[Row]]:
    """One row an event mention, with the happening it belongs to."""
    reports, names = by_id(account.reports), {e.id: e.name for e in account.entities}
    places = {p.entity: p for p in account.places}
    happening_of = {event: h for h in account.happenings for event in h.events}
    header = (
        "id", "report", "path", "outlet", "published", "kind", "plover", "acled_event_type", "acled_sub_event_type",
        "status", "trigger", "actor", "actor_entity", "target", "target_entity", "place", "latitude", "longitude",
        "place_precision", "time", "happening", "grade", "sentence",
    )  # fmt: skip
    rows: list[Row] = []
    for e in account.events:
        report, place, happening = reports[e.report], places.get(e.place or ""), happening_of.get(e.id)
        rows.append((
            e.id, e.report, report.path, report.outlet, report.published.value, e.kind, e.plover,
            e.acled.event_type if e.acled else None, e.acled.sub_event_type if e.acled else None, e.status,
            e.trigger.text, e.actor.text if e.actor else None, names.get(e.actor.entity or "") if e.actor else None,
            e.target.text if e.target else None, names.get(e.target.entity or "") if e.target else None,
            names.get(e.place or ""), place.lat if place else None, place.lon if place else None,
            place.precision if place else None, e.time, happening.id if happening else None,
            happening.grade if happening else None, report.text[e.sentence.start : e.sentence.end],
        ))  # fmt: skip
    return header, rows


def figure_rows(account: Account) -> tuple[Row, list[Row]]:
    """One row a figure, with the series it belongs to."""
    reports, names = by_id(account.reports), {e.id: e.name for e in account.entities}
    series_of = {figure: s.label for s in account.series for figure in s.members}
    header = (
        "id", "report", "path", "outlet", "published", "text", "low", "best", "high", "qualifier", "unit", "what",
        "of", "measure", "place", "time", "source", "claim", "series", "sentence",
    )  # fmt: skip
    rows: list[Row] = []
    for f in account.figures:
        report = reports[f.report]
        rows.append((
            f.id, f.report, report.path, report.outlet, report.published.value, f.text, f.low, f.best, f.high,
            f.qualifier, f.unit, f.what, f.of, f.measure, names.get(f.place or ""), f.time, names.get(f.source or ""),
            f.claim, series_of.get(f.id), sentence_at(report.text, f.start, f.end),
        ))  # fmt: skip
    return header, rows


def claim_rows(account: Account) -> tuple[Row, list[Row]]:
    """One row a claim."""
    reports, names = by_id(account.reports), {e.id: e.name for e in account.entities}
    header = (
        "id", "report", "path", "outlet", "published", "source", "source_entity", "cue", "content", "kind", "medium",
        "stance",
    )  # fmt: skip
    rows: list[Row] = []
    for c in account.claims:
        report = reports[c.report]
        rows.append((
            c.id, c.report, report.path, report.outlet, report.published.value, c.source.text if c.source else None,
            names.get(c.source.entity or "") if c.source else None, c.cue.text if c.cue else None,
            " … ".join(part.text for part in c.content), c.kind, c.medium, c.stance,
        ))  # fmt: skip
    return header, rows


def by_id(reports: Iterable[Report]) -> dict[str, Report]:
    """The reports by id."""
    return {r.id: r for r in reports}


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a span, by its punctuation."""
    before = [m.end() for m in SENTENCE_END.finditer(text, max(0, start - 600), start)]
    after = SENTENCE_END.search(text, end, end + 600)
    return text[before[-1] if before else max(0, start - 600) : after.end() if after else end + 600].strip()


def geojson(account: Account) -> bytes:
    """The places that are on the map (RFC 7946, longitude first). An uncertain one is an area, never a false point."""
    mentions = {e.id: len(e.mentions) for e in account.entities}
    features = [
        {
            "type": "Feature",
            "id": p.entity,
            "geometry": geometry(p),
            "properties": {
                "name": p.name,
                "country": p.country,
                "admin1": p.admin1,
                "precision": p.precision,
                "radius_km": p.radius_km,
                "gazetteer_id": p.gazetteer_id,
                "mentions": mentions.get(p.entity, 0),
                "events": sum(e.place == p.entity for e in account.events),
                "how": p.how,
            },
        }
        for p in account.places
        if p.lat is not None and p.lon is not None
    ]
    layer = {"type": "FeatureCollection", "features": features}
    return msgspec.json.format(msgspec.json.encode(layer), indent=1) + b"\n"


def geometry(place: Place) -> dict[str, Any]:
    """A point for an exact place, else a circle of its radius as a polygon."""
    lat, lon = place.lat or 0.0, place.lon or 0.0
    if place.precision == "exact" or not place.radius_km:
        return {"type": "Point", "coordinates": [lon, lat]}
    high = place.radius_km / EARTH_KM_PER_DEGREE
    wide = high / max(0.05, math.cos(math.radians(lat)))
    ring = [
        [round(lon + wide * math.cos(turn), 5), round(max(-90.0, min(90.0, lat + high * math.sin(turn))), 5)]
        for turn in (2 * math.pi * i / CIRCLE_POINTS for i in range(CIRCLE_POINTS))
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
