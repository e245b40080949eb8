"""A GeoNames dump or a CSV of the user's own -> rows of the gazetteer."""

import csv
import io
import math
import zipfile
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Precision
from dateline.resolve.places.rows import Row, overlay_rows, town_radius

# GeoNames feature classes and codes (geonames.org/export/codes.html) that a report can name as a place.
_FEATURES: dict[str, tuple[str, Precision, float]] = {
    "A.ADM1": ("admin1", "region", 60.0),
    "A.ADM2": ("admin2", "district", 20.0),
    "A": ("admin area", "district", 12.0),
    "P": ("town", "exact", 0.0),
    "H": ("water", "region", 40.0),
    "T": ("mountain", "near", 10.0),
    "L": ("area", "district", 15.0),
    "S": ("site", "exact", 2.0),
    "V": ("forest", "district", 15.0),
}
_COLUMNS = 15


def dump_rows(path: Path) -> Iterator[Row]:
    """The rows of a dump in GeoNames' own form: tab-separated, no header. Raises InputError for another form."""
    try:
        if path.suffix.casefold() == ".zip":
            with zipfile.ZipFile(path) as archive:
                name = next(
                    (n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.casefold()), None
                )
                if name is None:
                    raise InputError(f"{path}: no .txt in this zip; expected a GeoNames dump such as SY.zip")
                with archive.open(name) as raw:
                    yield from _rows(io.TextIOWrapper(raw, "utf-8"), path)
        else:
            with path.open(encoding="utf-8") as text:
                yield from _rows(text, path)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise InputError(f"{path}: cannot be read ({error}); expected a GeoNames dump, or a CSV named .csv") from error


def csv_rows(path: Path, regions: dict[tuple[str, str], str]) -> Iterator[Row]:
    """The rows of the user's CSV. Raises InputError where it has no name, lat or lon or they are not numbers."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            table = csv.DictReader(text)
            missing = {"name", "lat", "lon"} - set(table.fieldnames or ())
            if missing:
                raise InputError(f"{path}: column {', '.join(sorted(missing))} is missing; expected name, lat, lon")
            for number, line in enumerate(table, start=2):
                try:
                    yield from overlay_rows([line], regions)
                except (ValueError, TypeError) as error:
                    raise InputError(f"{path}, line {number}: {error}") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({error}); expected a CSV in UTF-8") from error


def _rows(lines: Iterator[str] | io.TextIOBase, path: Path) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        fields = line.rstrip("\n").split("\t")
        if len(fields) < _COLUMNS:
            raise InputError(f"{path}, line {number}: {len(fields)} fields; expected the 19 of a GeoNames dump")
        gid, name, _, others, lat, lon, group, code, country, _, admin1, *_, population = fields[:_COLUMNS]
        kind = _FEATURES.get(f"{group}.{code}") or _FEATURES.get(group)
        if kind is None or code.endswith("H") or code.startswith("PCL"):  # no road; historical; countries are ours
            continue
        feature, precision, radius = kind
        try:
            spot, people = (float(lat), float(lon)), int(population or 0)
        except ValueError as error:
            raise InputError(f"{path}, line {number}: {error}; expected numbers") from error
        yield Row(
            gid=f"geonames:{gid}",
            name=name,
            lat=spot[0],
            lon=spot[1],
            country=country or None,
            admin1=f"{country}.{admin1}" if admin1 and admin1 != "00" else None,
            feature=feature,
            precision=precision,
            weight=round(math.log10(max(people, 300 if group == "P" else 1000)), 2),
            radius=radius or town_radius(people),
            source=f"GeoNames dump {path.name}",
            names=others.split(","),
        )
