"""What could not be read, one row an issue. `unit` names whose run wrote it, so that a rerun replaces it."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, insert, select

from dateline.model import Issue, Record
from dateline.store import tables


class Failure(Record, frozen=True):
    """An issue with the traceback of what failed, for the developer."""

    issue: Issue
    trace: str | None = None


def put(connection: Connection, unit: str, failures: Iterable[Failure]) -> None:
    """Keep the issues of a unit, in place of those it had."""
    clear(connection, unit)
    for failure in failures:
        add(connection, unit, failure)


def add(connection: Connection, unit: str, failure: Failure) -> None:
    """Keep one more issue of a unit."""
    issue = failure.issue
    values = {"stage": issue.stage, "code": issue.code, "report": issue.report, "message": issue.message}
    connection.execute(insert(tables.issues).values(unit=unit, trace=failure.trace, **values))


def clear(connection: Connection, *units: str) -> None:
    """Forget the issues of some units."""
    rows = [{"unit_": unit} for unit in units]
    connection.execute(delete(tables.issues).where(tables.issues.c.unit == bindparam("unit_")), rows)


def clear_pairs(connection: Connection, report: str) -> None:
    """Forget the issues of comparing this report with others."""
    unit = tables.issues.c.unit
    among_pairs = unit.between("pair:", "pair:~")  # the index finds these few; LIKE alone would read every row
    connection.execute(delete(tables.issues).where(among_pairs, unit.like(f"%{report}%")))


def get_all(connection: Connection) -> list[Issue]:
    """Every issue once, sorted by report, stage, code and message."""
    c = tables.issues.c
    rows = connection.execute(select(c.stage, c.code, c.report, c.message).distinct())
    found = [Issue(stage=r.stage, code=r.code, report=r.report, message=r.message) for r in rows]
    return sorted(found, key=lambda i: (i.report or "", i.stage, i.code, i.message))


def traces(connection: Connection) -> list[tuple[Issue, str]]:
    """The failures with their tracebacks."""
    c = tables.issues.c
    rows = connection.execute(select(tables.issues).where(c.trace.is_not(None)).order_by(c.unit, c.message))
    return [(Issue(stage=r.stage, code=r.code, report=r.report, message=r.message), r.trace) for r in rows]
