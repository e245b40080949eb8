"""Captures with their bytes: what came in, kept as it came."""

import zlib
from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from dateline.model import Capture
from dateline.store import tables, work
from dateline.store.blob import pack, unpack


def put(connection: Connection, capture: Capture, raw: bytes) -> bool:
    """Keep a capture and mark it as work to do; false when the very same bytes are already there. Of two paths for one
    report the smaller is kept, so that the order in which they came leaves no trace."""
    known = get(connection, [capture.id])
    if known and min(capture, known[0], key=place) == known[0]:
        return False
    connection.execute(
        insert(tables.raw)
        .prefix_with("OR IGNORE")
        .values(sha256=capture.sha256, size=len(raw), bytes=zlib.compress(raw, 6))
    )
    connection.execute(insert(tables.captures).prefix_with("OR REPLACE").values(**row(capture)))
    work.mark(connection, "report", [capture.id])
    return not known


def place(capture: Capture) -> tuple[bool, str, bytes]:
    """Orders captures of the same bytes: a named one first, then by path."""
    return capture.path is None, capture.path or "", pack(capture)


def row(capture: Capture) -> dict[str, object]:
    """The columns of a capture."""
    return {
        "id": capture.id,
        "sha256": capture.sha256,
        "path": capture.path,
        "url": capture.url,
        "media": capture.media,
        "encoding": capture.encoding,
        "blob": pack(capture),
    }


def get(connection: Connection, ids: Sequence[str]) -> list[Capture]:
    """The captures with these ids that exist, sorted by id."""
    c = tables.captures.c
    blobs = connection.execute(select(c.blob).where(c.id.in_(ids)).order_by(c.id)).scalars()
    return [unpack(blob, Capture) for blob in blobs]


def present(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Which of these ids exist, sorted: without their pages."""
    c = tables.captures.c
    return list(connection.execute(select(c.id).where(c.id.in_(ids)).order_by(c.id)).scalars())


def all_ids(connection: Connection) -> list[str]:
    """Every report's id, sorted."""
    return list(connection.execute(select(tables.captures.c.id).order_by(tables.captures.c.id)).scalars())


def count(connection: Connection) -> int:
    """How many reports there are."""
    return connection.execute(select(func.count()).select_from(tables.captures)).scalar_one()


def remove(connection: Connection, report: str) -> None:
    """Forget a report and, when no other has them, its bytes."""
    c, r = tables.captures, tables.raw
    sha256 = connection.execute(delete(c).where(c.c.id == report).returning(c.c.sha256)).scalar()
    others = select(c.c.id).where(c.c.sha256 == sha256).exists()
    connection.execute(delete(r).where(r.c.sha256 == sha256, ~others))
