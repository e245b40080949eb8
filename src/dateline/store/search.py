"""Search over the words of reports, the dates as they write them, and the names in them."""

import re
import sqlite3

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from dateline.english.calendar import MONTHS
from dateline.model import Record
from dateline.store.things import fold

POOL = 2000
"""Matches that are ranked by fit. Of more than these, the latest come first: to rank, SQLite reads them all."""

COUNT = text("SELECT count(*) FROM (SELECT 1 FROM text_index WHERE text_index MATCH :words LIMIT :pool)")
BEST = text("SELECT rowid, rank FROM text_index WHERE text_index MATCH :words ORDER BY rank LIMIT :limit")
LATEST = text(
    "SELECT rowid, -rowid AS rank FROM text_index WHERE text_index MATCH :words ORDER BY rowid DESC LIMIT :limit"
)
SHOWN = text(
    "SELECT texts.report, texts.title, snippet(text_index, 1, '[', ']', ' … ', 24) AS excerpt FROM text_index"
    " JOIN texts ON texts.rowid = text_index.rowid WHERE text_index MATCH :words AND text_index.rowid = :row"
)
ABOUT = text(
    "SELECT membership.story, json_extract(json, '$.outlet') AS outlet, json_extract(json, '$.published.value') AS"
    " published FROM things JOIN membership USING (report)"
    " WHERE things.report = :report AND +things.kind = 'report'"  # the plus: by report, not through all of a kind
)
DATE = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")


class TextHit(Record, frozen=True):
    """A report that has the words, with its story and an excerpt in which `[` and `]` stand around them."""

    report: str
    story: str
    title: str
    outlet: str | None
    published: str | None
    excerpt: str


class NameHit(Record, frozen=True):
    """An entity one of whose names contains what was looked for."""

    entity: str
    story: str
    type: str
    name: str


def find_text(connection: Connection, words: str, limit: int = 20) -> list[TextHit]:
    """The reports that fit best: all words, or SQLite's query language where the input is valid in it. A date in
    figures finds the ways in which reports write it."""
    if not words.strip():
        return []
    words = dates_as_written(words)
    try:
        return _ranked(connection, words, limit)
    except OperationalError as error:
        if not isinstance(error.orig, sqlite3.OperationalError) or "locked" in str(error.orig):
            raise
        plain = " ".join(f'"{word}"' for word in re.findall(r"\w+", words))
        return _ranked(connection, plain, limit) if plain else []


def dates_as_written(words: str) -> str:
    """A date in figures as the ways in which a report may write it, in SQLite's query language."""

    def spell(match: re.Match[str]) -> str:
        year, month, day = match.group(1), int(match.group(2)), match.group(3)
        if not 1 <= month <= 12:
            return f'"{match.group(0)}"'
        name = MONTHS[month - 1]
        if day is None:
            return f'("{name} {year}" OR "{match.group(0)}")'
        number = int(day)
        return f'("{number} {name}" OR "{name} {number}" OR "{match.group(0)}")'

    if not DATE.search(words):
        return words
    rest = [f'"{word}"' for word in re.findall(r"\w+", DATE.sub(" ", words))]
    dates = [spell(match) for match in DATE.finditer(words)]
    return " AND ".join([*rest, *dates])


def _ranked(connection: Connection, words: str, limit: int) -> list[TextHit]:
    """The matches that fit best, or the latest where nearly everything matches."""
    many = connection.execute(COUNT, {"words": words, "pool": POOL}).scalar_one() >= POOL
    best = connection.execute(LATEST if many else BEST, {"words": words, "limit": limit}).all()
    shown = [(row.rank, connection.execute(SHOWN, {"words": words, "row": row.rowid}).one()) for row in best]
    shown.sort(key=lambda hit: (hit[0], hit[1].report))
    about = [(r, connection.execute(ABOUT, {"report": r.report}).first()) for _, r in shown]
    return [
        TextHit(
            report=r.report, story=a.story, title=r.title, outlet=a.outlet, published=a.published, excerpt=r.excerpt
        )
        for r, a in about
        if a is not None
    ]


def find_names(connection: Connection, name: str, limit: int = 20) -> list[NameHit]:
    """The entities with the letters in one of their spellings; at least three letters are needed."""
    letters = fold(name).replace('"', " ").strip()
    if len(letters) < 3:
        return []
    query = text(
        "SELECT DISTINCT names.entity, names.story, names.type, names.name FROM names WHERE rowid IN"
        " (SELECT rowid FROM name_index WHERE name_index MATCH :letters ORDER BY rowid DESC LIMIT :pool)"
        " ORDER BY length(name), name, entity, story LIMIT :limit"
    )
    rows = connection.execute(query, {"letters": f'"{letters}"', "pool": POOL, "limit": limit})
    return [NameHit(entity=r.entity, story=r.story, type=r.type, name=r.name) for r in rows]
