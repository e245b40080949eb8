"""Judgements: what persons decided, append-only, and which of them are in force."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, insert, select

from dateline.model import Judgement
from dateline.store import captures, tables, work


def append(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Add judgements that are not there yet, and mark what they bear on as work to do. How many were new."""
    new = 0
    for judgement in judgements:
        values = {
            "id": judgement.id,
            "at": judgement.at,
            "by": judgement.by,
            "verdict": judgement.verdict,
            "json": msgspec.json.encode(judgement).decode(),
        }
        added = connection.execute(insert(tables.judgements).prefix_with("OR IGNORE").values(**values)).rowcount
        if added:
            new += 1
            work.mark(connection, "group", bears_on(connection, judgement))
    return new


def bears_on(connection: Connection, judgement: Judgement) -> list[str]:
    """The reports whose stories must be settled again: those it names, or all when it names none."""
    named = {ref.report for ref in (judgement.target, judgement.other) if ref is not None and ref.report}
    everything = captures.all_ids(connection)
    return [r for r in everything if r in named] if named else everything


def get_all(connection: Connection) -> list[Judgement]:
    """Every judgement ever made, sorted by time and id, so that the order in which they were imported is no matter."""
    rows = connection.execute(select(tables.judgements.c.json)).scalars()
    return sorted((msgspec.json.decode(row, type=Judgement) for row in rows), key=lambda j: (j.at, j.id))


def count(connection: Connection) -> int:
    """How many judgements there are."""
    return connection.execute(select(func.count()).select_from(tables.judgements)).scalar_one()


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no later one undoes. Undoing an undo brings the first one back."""
    undone: set[str] = set()
    for judgement in reversed(judgements):
        if judgement.verdict == "undo" and judgement.id not in undone and judgement.value:
            undone.add(judgement.value)
    return tuple(j for j in judgements if j.verdict != "undo" and j.id not in undone)
