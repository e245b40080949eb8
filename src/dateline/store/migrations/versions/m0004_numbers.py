"""The numbers of reports stand in the order in which they came, and are found in runs.

In a store that is made today, or whose tables the migration before made, they stand so already.
"""

import numpy as np
from alembic import op
from sqlalchemy import inspect, text

from dateline.store.numbers import begins
from dateline.store.runs import Runs
from dateline.store.tables import indexed, metadata

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Copy the table, and make the runs of each kind."""
    connection = op.get_bind()
    if any(column["name"] == "seq" for column in inspect(connection).get_columns("indexed")):
        return
    connection.execute(text("ALTER TABLE indexed RENAME TO indexed_before"))
    metadata.create_all(connection, tables=[indexed])
    columns = "kind, number, report, size"
    connection.execute(text(f"INSERT INTO indexed ({columns}) SELECT {columns} FROM indexed_before"))
    connection.execute(text("DROP TABLE indexed_before"))
    for kind in connection.execute(text("SELECT DISTINCT kind FROM indexed ORDER BY kind")).scalars().all():
        rows = connection.execute(text("SELECT seq, number, report FROM indexed WHERE kind = :kind"), {"kind": kind})
        places = set[int]()
        for row in rows:
            places |= {row.number << 32 | row.seq, (begins(row.report) if row.report else row.number) << 32 | row.seq}
        run = np.array(sorted(places), dtype=np.uint64)
        Runs(connection, f"{kind} numbers").append(connection, run, run[:0])
