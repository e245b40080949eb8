"""Files of the user's own places -> one more gazetteer file, in the form of the packaged one."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from dateline.resolve.places import compile as build
from dateline.resolve.places.rows import Row

_EVERY = 1000  # places between two words of progress
_ADDED = "CREATE TABLE IF NOT EXISTS added (number INTEGER PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL)"
_OLD = "SELECT id FROM known WHERE id < ? AND gid IN (SELECT gid FROM known WHERE id >= ?)"
"""Places that were added before and came again."""

Regions = Sequence[tuple[str, str]]
"""Names of admin areas by code."""


def add_places(own: Path, rows: Iterable[Row], source: Path, regions: Regions, tell: Callable[[int], None]) -> int:
    """Write the rows into the file at `own`, in place of those of the same id; how many. The file is written beside its
    name and moved there whole, with the hash of `source`, which accounts are made from."""
    own.parent.mkdir(parents=True, exist_ok=True)
    part = own.with_suffix(f".{os.getpid()}.part")
    try:
        if own.exists():
            shutil.copyfile(own, part)
            db = sqlite3.connect(part)
        else:
            db = build.create(part)
            db.executemany("INSERT INTO region VALUES (?,?)", regions)
        with closing(db):
            first = int(db.execute("SELECT coalesce(max(id), 0) + 1 FROM known").fetchone()[0])
            count = build.insert(db, _counted(rows, tell))
            for table, column in (("name", "known"), ("sound", "known"), ("known", "id")):
                db.execute(f"DELETE FROM {table} WHERE {column} IN ({_OLD})", (first, first))
            db.execute(_ADDED)
            db.execute("INSERT INTO added (file, sha256) VALUES (?,?)", (source.name, _hash(source)))
            db.commit()
        part.replace(own)
    finally:
        part.unlink(missing_ok=True)
    return count


def in_memory(rows: Iterable[Row], regions: Regions) -> sqlite3.Connection:
    """A gazetteer of a few places, made anew each time."""
    db = build.empty(sqlite3.connect(":memory:", check_same_thread=False))
    db.executemany("INSERT INTO region VALUES (?,?)", regions)
    build.insert(db, rows)
    return db


def _counted(rows: Iterable[Row], tell: Callable[[int], None]) -> Iterator[Row]:
    number = 0
    for number, row in enumerate(rows, start=1):
        if not number % _EVERY:
            tell(number)
        yield row
    tell(number)


def _hash(path: Path) -> str:
    with path.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()
