"""Where each settled report belongs: its origin and its story."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select

from dateline.store.tables import membership


def put(connection: Connection, report: str, origin: str | None, story: str) -> None:
    """Settle a report; a page without a story rests on no original."""
    values = {"report": report, "origin": origin or "", "story": story}
    connection.execute(insert(membership).prefix_with("OR REPLACE").values(**values))


def of(connection: Connection, report: str) -> tuple[str, str] | None:
    """The origin and story of a report, or None while it is not settled."""
    row = connection.execute(select(membership).where(membership.c.report == report)).first()
    return (row.origin, row.story) if row is not None else None


def groups_of(connection: Connection, report: str) -> tuple[str, ...]:
    """The groups that a report is settled in: its origin, where it has one, and its story."""
    return tuple(filter(None, of(connection, report) or ()))


def reports_of(connection: Connection, group: str) -> list[str]:
    """The reports of an origin or of a story, as settled now, sorted."""
    query = select(membership.c.report).where((membership.c.origin == group) | (membership.c.story == group))
    return sorted(connection.execute(query).scalars())


def fellows(connection: Connection, reports: Iterable[str]) -> list[str]:
    """The reports that share an origin or story with one of these as settled now, sorted. Each group is asked for
    once, however many of its reports are given."""
    groups = {group for report in reports for group in groups_of(connection, report)}
    return sorted({report for group in groups for report in reports_of(connection, group)})


def remove(connection: Connection, reports: Iterable[str]) -> None:
    """Take reports out of the account."""
    for report in reports:
        connection.execute(delete(membership).where(membership.c.report == report))


def places_of(connection: Connection, story: str) -> dict[str, str | None]:
    """The reports of a story with their origins, null for a page without a story."""
    query = select(membership.c.report, membership.c.origin).where(membership.c.story == story)
    return {row.report: row.origin or None for row in connection.execute(query.order_by(membership.c.report))}


def counts(connection: Connection) -> tuple[int, int]:
    """How many reports are settled, and in how many stories."""
    c = membership.c
    row = connection.execute(select(func.count(), func.count(c.story.distinct())).select_from(membership)).one()
    return row[0], row[1]


def largest(connection: Connection, limit: int, offset: int = 0) -> list[str]:
    """The stories with the most reports first, then by id."""
    c = membership.c
    query = select(c.story).group_by(c.story).order_by(func.count().desc(), c.story).limit(limit).offset(offset)
    return list(connection.execute(query).scalars())
