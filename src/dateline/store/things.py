"""The account's lists one row a record: what the SQL views, the search and the desk read."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from dateline.model import Agreement, Entity, Record, Report, Resolution, Telling
from dateline.store import tables
from dateline.store.views import COLUMNS

R = TypeVar("R", bound=Record)
KINDS = ("report", *COLUMNS)
Row = tuple[str, str | None, str | None, Record]
"""Kind, id, report and the record itself."""


def rows_of_story(resolution: Resolution, agreement: Agreement, telling: Telling) -> list[Row]:
    """Everything that is known of one story, in the order of the account."""
    rows: list[Row] = [("entity", e.id, None, e) for e in resolution.entities]
    rows += [("place", p.entity, None, p) for p in resolution.places]
    rows += [("time", None, t.report, t) for t in resolution.times]
    rows += [("claim", c.id, c.report, c) for c in resolution.claims]
    rows += [("figure", f.id, f.report, f) for f in resolution.figures]
    rows += [("event", e.id, e.report, e) for e in resolution.events]
    rows += [("happening", h.id, None, h) for h in agreement.happenings]
    rows += [("series", s.id, None, s) for s in agreement.series]
    rows += [("contradiction", c.id, None, c) for c in agreement.contradictions]
    rows += [("timeline", None, None, t) for t in telling.timeline]
    rows += [("brief", None, None, b) for b in telling.brief]
    return rows


def put_story(
    connection: Connection, story: str, reports: Sequence[Report], entities: Sequence[Entity], rows: Iterable[Row]
) -> None:
    """Write the rows of a story and index its texts and names. Stories that gave up a report are removed before."""
    all_rows: list[Row] = [("report", r.id, r.id, msgspec.structs.replace(r, text="")) for r in reports]
    all_rows += rows
    values = [
        {
            "kind": kind,
            "story": story,
            "seq": seq,
            "id": id_,
            "report": report,
            "json": msgspec.json.encode(record).decode(),
        }
        for seq, (kind, id_, report, record) in enumerate(all_rows)
    ]
    if values:
        connection.execute(insert(tables.things), values)
    for report in reports:
        words = {"report": report.id, "title": report.title or "", "body": report.text}
        connection.execute(insert(tables.texts).values(**words))
    for entity in entities:
        written = (" ".join(m.text.split()) for m in entity.mentions if m.form == "name")
        spellings = " | ".join(sorted({fold(name) for name in (entity.name, *entity.aliases, *written)}))
        connection.execute(
            insert(tables.names).values(
                entity=entity.id, story=story, type=entity.type, name=entity.name, spellings=spellings
            )
        )


def in_all_stories(connection: Connection, kind: str, story: str, type_: type[R]) -> list[R]:
    """The records of a kind that a story has, as each story has them that has them too."""
    c = tables.things.c
    own = select(c.id).where(c.kind == kind, c.story == story)
    common = select(c.id).where(c.kind == kind, c.id.in_(own)).group_by(c.id).having(func.count() > 1)
    rows = connection.execute(select(c.json).where(c.kind == kind, c.id.in_(common)).order_by(c.id, c.story))
    return [msgspec.json.decode(row, type=type_) for row in rows.scalars()]


def remove_story(connection: Connection, story: str) -> None:
    """Forget the rows of a story and what is indexed of it."""
    c = tables.things.c
    its_reports = select(c.report).where(c.kind == "report", c.story == story)
    connection.execute(delete(tables.texts).where(tables.texts.c.report.in_(its_reports)))
    connection.execute(delete(tables.names).where(tables.names.c.story == story))
    connection.execute(delete(tables.things).where(c.kind.in_(KINDS), c.story == story))


def fold(name: str) -> str:
    """A name without marks and case, so that "Bāghūz" is found by "baghuz"."""
    marked = unicodedata.normalize("NFKD", name)
    return "".join(x for x in marked if not unicodedata.combining(x)).casefold()
