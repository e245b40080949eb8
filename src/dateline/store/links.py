"""Keys and links: which reports are compared, and which belong together. `kind` is the stage that says so."""

import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, or_, select

from dateline.model import Record
from dateline.store.blob import pack, unpack
from dateline.store.tables import keys, links

R = TypeVar("R", bound=Record)
TOP = 1 << 63
WEIGHT = struct.Struct(">d")


def put_keys(connection: Connection, kind: str, report: str, values: Iterable[int]) -> None:
    """Index a report under its keys, in place of those it had."""
    connection.execute(delete(keys).where(keys.c.kind == kind, keys.c.report == report))
    rows = [{"kind": kind, "key": signed(key), "report": report} for key in sorted(set(values))]
    if rows:
        connection.execute(insert(keys), rows)


def signed(key: int) -> int:
    """A 64-bit key as SQLite's signed integer."""
    return key - 2 * TOP if key >= TOP else key


def candidates(connection: Connection, kind: str, report: str, least: int = 1) -> list[str]:
    """The reports that share at least `least` keys with this one, sorted."""
    mine = connection.execute(select(keys.c.key).where(keys.c.kind == kind, keys.c.report == report)).scalars().all()
    # Counted here: asked to group by report, SQLite walks its whole index of reports.
    query = select(keys.c.report).where(keys.c.kind == kind, keys.c.key.in_(mine))
    shared = Counter(connection.execute(query).scalars())
    return sorted(other for other, n in shared.items() if n >= least and other != report)


def put_link(connection: Connection, kind: str, a: str, b: str, link: Record | None) -> None:
    """Keep that two reports (a < b) belong together, and how, where that is more than the bare fact."""
    values = {"kind": kind, "a": a, "b": b, "blob": pack(link) if link is not None else b""}
    connection.execute(insert(links).prefix_with("OR REPLACE").values(**values))


def parent_of(connection: Connection, report: str) -> tuple[str, float] | None:
    """The report that this one was placed beside, and how alike the two are."""
    row = connection.execute(select(links).where(links.c.kind == "alike", links.c.a == report)).one_or_none()
    return None if row is None else (row.b, WEIGHT.unpack(row.blob)[0])


def set_parent(connection: Connection, report: str, parent: str, weight: float) -> None:
    """Place a report beside another, in place of the one it stood beside."""
    connection.execute(delete(links).where(links.c.kind == "alike", links.c.a == report))
    connection.execute(insert(links).values(kind="alike", a=report, b=parent, blob=WEIGHT.pack(weight)))


def children_of(connection: Connection, report: str) -> list[str]:
    """The reports placed beside this one, sorted."""
    query = select(links.c.a).where(links.c.kind == "alike", links.c.b == report).order_by(links.c.a)
    return list(connection.execute(query).scalars())


def neighbours(connection: Connection, report: str, kind: str | None = None) -> list[str]:
    """The reports linked with this one, sorted."""
    query = select(links.c.a, links.c.b).where(or_(links.c.a == report, links.c.b == report))
    if kind is not None:
        query = query.where(links.c.kind == kind)
    return sorted({x for row in connection.execute(query) for x in row} - {report})


def links_among(connection: Connection, kind: str, reports: Sequence[str], type_: type[R]) -> list[R]:
    """The links of a kind between these reports, sorted by pair."""
    among = set(reports)
    found = {}
    for report in reports:
        for row in connection.execute(select(links).where(links.c.kind == kind, links.c.a == report)):
            if row.b in among:
                found[row.a, row.b] = unpack(row.blob, type_)
    return [found[pair] for pair in sorted(found)]


def remove_links(connection: Connection, report: str, kind: str) -> None:
    """Forget the links of a kind that a report has."""
    connection.execute(delete(links).where(links.c.kind == kind, or_(links.c.a == report, links.c.b == report)))
