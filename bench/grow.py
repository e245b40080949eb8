"""A store grown by its own rows under other ids and other keys: as large as one that was filled, in little time.

Every table and index gets the rows that as many more reports would bring, so that whatever is looked up is looked up
among them. No report that is added is ever compared with one of these, since no key of theirs is a key of its.
"""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from dateline.engine.pairs import open_indexes
from dateline.model import Signature, StoryKeys
from dateline.store import StoreFile, records

COPIED = {
    "raw": ("sha256",),
    "captures": ("id", "sha256"),
    "records": ("unit",),
    "links": ("a", "b"),
    "membership": ("report", "origin", "story"),
    "things": ("story", "id", "report"),
    "texts": ("report",),
    "names": ("entity", "story"),
}
"""The tables that grow with the reports, and their columns that hold ids."""
BATCH = 1000
HEX = "0123456789abcdef"
DIGITS = 16


def grow(file: StoreFile, copies: int, generation: int) -> None:
    """Add so many copies of all that the store has, 15 at most. `generation`: how often the store was grown before,
    once at most: ids are first turned by some digits, then their digits are counted on."""
    turns = [turn * DIGITS**generation for turn in range(1, copies + 1)]
    with file.writing():
        with closing(sqlite3.connect(str(file.path), isolation_level=None)) as connection:
            connection.create_function("turned", 2, turned, deterministic=True)
            for table in COPIED:
                connection.execute(f"CREATE TEMP TABLE own_{table} AS SELECT * FROM main.{table}")
            for turn in turns:
                connection.execute("BEGIN IMMEDIATE")
                for table, ids in COPIED.items():
                    columns = [c[1] for c in connection.execute(f"PRAGMA main.table_info({table})") if c[1] != "rowid"]
                    shown = [f'turned("{c}", {turn})' if c in ids else f'"{c}"' for c in columns]
                    named = ", ".join(f'"{c}"' for c in columns)
                    connection.execute(f"INSERT INTO {table} ({named}) SELECT {', '.join(shown)} FROM temp.own_{table}")
                connection.execute("COMMIT")
        index_copies(file, turns)


def index_copies(file: StoreFile, turns: Sequence[int]) -> None:
    """Index the reports of the copies under keys of their own, of which as many are shared as of the others."""
    with file.reading() as connection:
        keys = [
            {r.report: r.keys for r in records.get_all(connection, type_) if r.report in own}
            for type_ in (Signature, StoryKeys)
            for own in [set(connection.exec_driver_sql("SELECT report FROM indexed WHERE kind = 'alike'").scalars())]
        ]
        indexes = open_indexes(connection)
    for turn in turns:
        mask, reports = random.Random(turn).getrandbits(32), sorted(keys[0])
        for at in range(0, len(reports), BATCH):
            with file.transaction() as connection:
                for index, own in zip(indexes, keys, strict=True):
                    batch = {turned(r, turn): [key ^ mask for key in own[r]] for r in reports[at : at + BATCH]}
                    index.replace(connection, batch)


def turned(id_: str | None, by: int) -> str | None:
    """An id whose digits are moved by some places and counted on by some steps."""
    if id_ is None:
        return None
    steps, places = divmod(by, DIGITS)
    digits = id_[1:].translate(str.maketrans(HEX, HEX[steps:] + HEX[:steps])) if steps else id_[1:]
    return id_[0] + digits[places:] + digits[:places]
