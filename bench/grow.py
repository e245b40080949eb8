"""A store grown by its own rows under other ids and other keys: as large as one that was filled, in little time.

Every table and index gets the rows that as many more reports would bring, so that whatever is looked up is looked up
among them. No report that is added is ever compared with one of these, since no key of theirs is a key of its.
"""

import random
import sqlite3
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


def grow(file: StoreFile, copies: int) -> None:
    """Add so many copies of all that the store has; 15 at most, since a copy's ids are the others turned by a digit."""
    with file.writing():
        with closing(sqlite3.connect(str(file.path), isolation_level=None)) as connection:
            for table in COPIED:
                connection.execute(f"CREATE TEMP TABLE own_{table} AS SELECT * FROM main.{table}")
            for turn in range(1, copies + 1):
                connection.execute("BEGIN IMMEDIATE")
                for table, ids in COPIED.items():
                    columns = [c[1] for c in connection.execute(f"PRAGMA main.table_info({table})") if c[1] != "rowid"]
                    shown = [turned_in_sql(c, turn) if c in ids else f'"{c}"' for c in columns]
                    named = ", ".join(f'"{c}"' for c in columns)
                    connection.execute(f"INSERT INTO {table} ({named}) SELECT {', '.join(shown)} FROM temp.own_{table}")
                connection.execute("COMMIT")
        index_copies(file, copies)


def index_copies(file: StoreFile, copies: int) -> None:
    """Index the reports of the copies under keys of their own, of which as many are shared as of the others."""
    with file.reading() as connection:
        keys = [
            {r.report: r.keys for r in records.get_all(connection, type_) if r.report in own}
            for type_ in (Signature, StoryKeys)
            for own in [set(connection.exec_driver_sql("SELECT report FROM indexed WHERE kind = 'alike'").scalars())]
        ]
    other = random.Random(7)
    for turn in range(1, copies + 1):
        mask = other.getrandbits(32)
        reports = sorted(keys[0])
        for at in range(0, len(reports), BATCH):
            with file.transaction() as connection:
                for index, own in zip(open_indexes(connection), keys, strict=True):
                    batch = {turned(r, turn): [key ^ mask for key in own[r]] for r in reports[at : at + BATCH]}
                    index.replace(connection, batch)


def turned(id_: str, by: int) -> str:
    """An id with its digits turned by so many places."""
    return id_[0] + id_[1 + by :] + id_[1 : 1 + by]


def turned_in_sql(column: str, by: int) -> str:
    """The same as an expression; a hash has no letter in front, which does no harm."""
    return f"substr({column}, 1, 1) || substr({column}, {2 + by}) || substr({column}, 2, {by})"
