"""The first form of the store.

It makes the tables as `dateline.store.tables` stood at version 1; later migrations alter them one by one.
"""

from alembic import op

from dateline.store.tables import SEARCH, metadata
from dateline.store.views import view_statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, indexes and views."""
    metadata.create_all(op.get_bind())
    for statement in (*SEARCH, *view_statements()):
        op.execute(statement)
