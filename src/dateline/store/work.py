"""What is still to do, committed in the same transaction as its cause: a killed run is resumed from here.

`report`: run the report stages over it. `group`: find its origin and story again and settle them.
"""

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from dateline.store.tables import todo

Work = Literal["report", "group"]


def mark(connection: Connection, work: Work, units: Iterable[str]) -> None:
    """Note work to do; noting it twice is once."""
    rows = [{"work": work, "unit": unit} for unit in units]
    if rows:
        connection.execute(insert(todo).prefix_with("OR IGNORE"), rows)


def done(connection: Connection, work: Work, units: Iterable[str]) -> None:
    """Strike work off."""
    rows = [{"unit_": unit} for unit in units]
    if rows:
        connection.execute(delete(todo).where(todo.c.work == work, todo.c.unit == bindparam("unit_")), rows)


def first(connection: Connection, work: Work, limit: int) -> list[str]:
    """The next units to do, in order of id."""
    query = select(todo.c.unit).where(todo.c.work == work).order_by(todo.c.unit).limit(limit)
    return list(connection.execute(query).scalars())


def left(connection: Connection, work: Work) -> int:
    """How much of it is to do."""
    return connection.execute(select(func.count()).select_from(todo).where(todo.c.work == work)).scalar_one()
