"""Links: which reports belong together, and how. Those that share but a passage do not for its sake."""

import struct
from collections.abc import Sequence
from typing import Literal, TypeVar

from sqlalchemy import Connection, delete, insert, select

from dateline.model import Record
from dateline.store.blob import pack, unpack
from dateline.store.tables import links

R = TypeVar("R", bound=Record)
Kind = Literal["copies", "passages", "alike"]
KINDS: tuple[Kind, ...] = ("copies", "passages", "alike")
WEIGHT = struct.Struct(">d")


def put_link(connection: Connection, kind: Kind, a: str, b: str, link: Record | None) -> None:
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


def neighbours(connection: Connection, report: str, *kinds: Kind) -> list[str]:
    """The reports linked with this one, by a link of these kinds or of any, sorted."""
    among = ", ".join(f"'{kind}'" for kind in kinds or KINDS)
    query = (
        f"SELECT b FROM links WHERE kind IN ({among}) AND a = :report"
        f" UNION SELECT a FROM links WHERE kind IN ({among}) AND b = :report"
    )
    return sorted(connection.exec_driver_sql(query, {"report": report}).scalars())


def links_among(connection: Connection, kind: Kind, reports: Sequence[str], type_: type[R]) -> list[R]:
    """The links of a kind between these reports, sorted by pair."""
    among = set(reports)
    found = {}
    for report in reports:
        for row in connection.execute(select(links).where(links.c.kind == kind, links.c.a == report)):
            if row.b in among:
                found[row.a, row.b] = unpack(row.blob, type_)
    return [found[pair] for pair in sorted(found)]


def links_touching(connection: Connection, kind: Kind, reports: Sequence[str], type_: type[R]) -> list[R]:
    """The links of a kind that these reports have, among them or with others, sorted by pair."""
    # SQLite, which knows no sizes, would go through all links of the kind for those that end with a report.
    query = (
        "SELECT a, b, blob FROM links WHERE kind = :kind AND a = :report"
        " UNION ALL SELECT a, b, blob FROM links INDEXED BY links_back WHERE kind = :kind AND b = :report"
    )
    found: dict[tuple[str, str], R] = {}
    for report in reports:
        for row in connection.exec_driver_sql(query, {"kind": kind, "report": report}):
            found[row.a, row.b] = unpack(row.blob, type_)
    return [found[pair] for pair in sorted(found)]


def remove_links(connection: Connection, report: str, kind: Kind) -> None:
    """Forget the links of a kind that a report has."""
    for end in (links.c.a, links.c.b):
        connection.execute(delete(links).where(links.c.kind == kind, end == report))


def remove_link(connection: Connection, kind: Kind, a: str, b: str) -> None:
    """Forget one link."""
    connection.execute(delete(links).where(links.c.kind == kind, links.c.a == a, links.c.b == b))
