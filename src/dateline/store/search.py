"""Search over the words of reports and the names in them."""

import re
import sqlite3

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from dateline.model import Record
from dateline.store.things import fold


class TextHit(Record, frozen=True):
    """A report that has the words, with an excerpt in which `[` and `]` stand around them."""

    report: str
    title: str
    excerpt: str


class NameHit(Record, frozen=True):
    """An entity one of whose names contains what was looked for."""

    entity: str
    story: str
    type: str
    name: str


def find_text(connection: Connection, words: str, limit: int = 20) -> list[TextHit]:
    """The reports that fit best: all words, or SQLite's query language where the input is valid in it."""
    if not words.strip():
        return []
    query = text(
        "SELECT texts.report, texts.title, snippet(text_index, 1, '[', ']', ' … ', 24) AS excerpt FROM text_index"
        " JOIN texts ON texts.rowid = text_index.rowid WHERE text_index MATCH :words"
        " ORDER BY rank, texts.report LIMIT :limit"
    )
    try:
        rows = connection.execute(query, {"words": words, "limit": limit}).all()
    except OperationalError as error:
        if not isinstance(error.orig, sqlite3.OperationalError) or "locked" in str(error.orig):
            raise
        plain = " ".join(f'"{word}"' for word in re.findall(r"\w+", words))
        rows = connection.execute(query, {"words": plain, "limit": limit}).all() if plain else []
    return [TextHit(report=r.report, title=r.title, excerpt=r.excerpt) for r in rows]


def find_names(connection: Connection, name: str, limit: int = 20) -> list[NameHit]:
    """The entities with the letters in one of their spellings; at least three letters are needed."""
    letters = fold(name).replace('"', " ").strip()
    if len(letters) < 3:
        return []
    query = text(
        "SELECT DISTINCT names.entity, names.story, names.type, names.name FROM name_index"
        " JOIN names ON names.rowid = name_index.rowid WHERE name_index MATCH :letters"
        " ORDER BY length(name), name, entity, story LIMIT :limit"
    )
    rows = connection.execute(query, {"letters": f'"{letters}"', "limit": limit})
    return [NameHit(entity=r.entity, story=r.story, type=r.type, name=r.name) for r in rows]
