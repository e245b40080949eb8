"""The keys of reports stand in runs that are read by blocks, and which reports stand first under a key is settled anew.

A store that is made today has the new tables from the first migration, which makes what `tables.py` names. In an older
one every report is signed and compared again, since the pairs that count are others; what was read in them is kept.
"""

from alembic import op
from sqlalchemy import text

from dateline.store.tables import indexed, metadata, run_blocks, runs

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables where they are missing, and let every report be indexed again."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=[indexed, runs, run_blocks])
    for old in ("keys", "numbers", "key_runs"):
        connection.execute(text(f"DROP TABLE IF EXISTS {old}"))
    connection.execute(text("DELETE FROM records WHERE type IN ('Signature', 'StoryKeys')"))
    connection.execute(text("INSERT OR IGNORE INTO todo (work, unit) SELECT 'report', id FROM captures"))
