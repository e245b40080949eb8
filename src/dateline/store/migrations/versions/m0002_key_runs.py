"""The keys of reports stood in one array a run; the next form has taken its place."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Leave the keys to the next migration, which makes them anew whatever form they have."""
