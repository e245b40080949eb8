"""The keys of reports stand in sorted runs, no longer one a row.

A store that is made today has the new tables from the first migration, which makes what `tables.py` names; an older one
has its rows of keys brought over.
"""

import numpy as np
from alembic import op
from sqlalchemy import inspect, text

from dateline.store.tables import key_runs, metadata, numbers

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables where they are missing, and bring the old keys over."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=[numbers, key_runs])
    if not inspect(connection).has_table("keys"):
        return
    connection.execute(text("INSERT INTO numbers (report) SELECT DISTINCT report FROM keys ORDER BY report"))
    for kind in connection.execute(text("SELECT DISTINCT kind FROM keys")).scalars().all():
        query = "SELECT (key & 4294967295) AS low, number FROM keys JOIN numbers USING (report) WHERE kind = :kind"
        halves = np.array(connection.execute(text(query), {"kind": kind}).all(), dtype=np.uint64)
        entries = np.unique(halves[:, 0] << np.uint64(32) | halves[:, 1])
        connection.execute(key_runs.insert().values(kind=kind, entries=entries.astype("<u8").tobytes()))
    connection.execute(text("DROP TABLE keys"))
