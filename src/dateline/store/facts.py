"""Facts about the store itself, by name."""

from sqlalchemy import Connection, insert, select

from dateline.store.tables import facts


def get(connection: Connection, name: str) -> str | None:
    """The value of a fact."""
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def put(connection: Connection, name: str, value: str) -> None:
    """Set a fact."""
    connection.execute(insert(facts).prefix_with("OR REPLACE").values(name=name, value=value))
