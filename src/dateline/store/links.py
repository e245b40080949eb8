"""Keys and links: which reports are compared, and which belong together. `kind` is the stage that says so."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, or_, select

from dateline.model import Record
from dateline.store.blob import pack, unpack
from dateline.store.tables import keys, links

R = TypeVar("R", bound=Record)
TOP = 1 << 63


def put_keys(connection: Connection, kind: str, report: str, values: Iterable[int]) -> None:
    """Index a report under its keys, in place of those it had."""
    connection.execute(delete(keys).where(keys.c.kind == kind, keys.c.report == report))
    rows = [{"kind": kind, "key": signed(key), "report": report} for key in sorted(set(values))]
    if rows:
        connection.execute(insert(keys), rows)


def signed(key: int) -> int:
    """A 64-bit key as SQLite's signed integer."""
    return key - 2 * TOP if key >= TOP else key


def candidates(connection: Connection, kind: str, report: str) -> list[str]:
    """The reports that share a key with this one, sorted."""
    mine, theirs = keys.alias("mine"), keys.alias("theirs")
    query = (
        select(theirs.c.report)
        .distinct()
        .join(mine, (mine.c.kind == theirs.c.kind) & (mine.c.key == theirs.c.key))
        .where(mine.c.kind == kind, mine.c.report == report, theirs.c.report != report)
        .order_by(theirs.c.report)
    )
    return list(connection.execute(query).scalars())


def put_link(connection: Connection, kind: str, a: str, b: str, link: Record | None) -> None:
    """Keep that two reports (a < b) belong together, and how, where that is more than the bare fact."""
    values = {"kind": kind, "a": a, "b": b, "blob": pack(link) if link is not None else b""}
    connection.execute(insert(links).prefix_with("OR REPLACE").values(**values))


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
