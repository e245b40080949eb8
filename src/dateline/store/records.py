"""What the stages wrote, one blob a type and unit, under the fingerprint of what it was made from."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select

from dateline.model import Record
from dateline.store.blob import pack, unpack
from dateline.store.tables import records

R = TypeVar("R", bound=Record)
MANY = 500
"""Ids in one query; SQLite bounds the number of parameters."""


def put(connection: Connection, unit: str, fingerprint: str, record: Record) -> None:
    """Keep what a stage wrote for a unit, in place of what it wrote before."""
    values = {
        "type": type(record).__name__,
        "unit": unit,
        "fingerprint": fingerprint,
        "blob": pack(record),
    }
    connection.execute(insert(records).prefix_with("OR REPLACE").values(**values))


def get(connection: Connection, unit: str, type_: type[R], fingerprint: str | None = None) -> R | None:
    """The record of a unit, or None; with a fingerprint only if it was made from the same."""
    query = select(records.c.fingerprint, records.c.blob).where(
        records.c.type == type_.__name__, records.c.unit == unit
    )
    row = connection.execute(query).first()
    if row is None or (fingerprint is not None and row.fingerprint != fingerprint):
        return None
    return unpack(row.blob, type_)


def get_many(connection: Connection, units: Sequence[str], type_: type[R]) -> list[R]:
    """The records of the units that have one, sorted by unit."""
    found: list[R] = []
    ordered = sorted(units)
    for i in range(0, len(ordered), MANY):
        query = (
            select(records.c.blob)
            .where(records.c.type == type_.__name__, records.c.unit.in_(ordered[i : i + MANY]))
            .order_by(records.c.unit)
        )
        found += [unpack(blob, type_) for blob in connection.execute(query).scalars()]
    return found


def get_all(connection: Connection, type_: type[R]) -> list[R]:
    """Every record of a type, sorted by unit."""
    query = select(records.c.blob).where(records.c.type == type_.__name__).order_by(records.c.unit)
    return [unpack(blob, type_) for blob in connection.execute(query).scalars()]


def fingerprint_of(connection: Connection, unit: str, type_: type[Record]) -> str | None:
    """What the record of a unit was made from."""
    query = select(records.c.fingerprint).where(records.c.type == type_.__name__, records.c.unit == unit)
    return connection.execute(query).scalar()


def remove(connection: Connection, units: Iterable[str], *types: type[Record]) -> None:
    """Forget what was written of these types for the units."""
    named = records.c.type.in_([type_.__name__ for type_ in types])
    for unit in units:
        connection.execute(delete(records).where(named, records.c.unit == unit))
