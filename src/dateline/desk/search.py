"""Words -> reports and names: what the search page shows."""

import re

from sqlalchemy import text

from dateline.desk.desk import Desk
from dateline.model import Record

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATE = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")


class TextFound(Record, frozen=True):
    """A report with the words; `[` and `]` stand around them in the excerpt."""

    report: str
    story: str
    title: str
    outlet: str | None
    published: str | None
    excerpt: str


class NameFound(Record, frozen=True):
    """A name with the letters."""

    entity: str
    story: str
    type: str
    name: str


class Found(Record, frozen=True):
    """What a search gives."""

    texts: tuple[TextFound, ...]
    names: tuple[NameFound, ...]


def look_up(desk: Desk, words: str, limit: int) -> Found:
    """Reports and names for the words."""
    hits = desk.store.find_text(dates_as_written(words), limit)
    about = text(
        "SELECT membership.story, json_extract(json, '$.outlet') AS outlet,"
        " json_extract(json, '$.published.value') AS published FROM things JOIN membership USING (report)"
        " WHERE things.report = :report AND +things.kind = 'report'"  # the plus: by report, not through all of a kind
    )
    texts = []
    with desk.store.file.reading() as connection:
        for hit in hits:
            row = connection.execute(about, {"report": hit.report}).first()
            if row is not None:
                texts.append(
                    TextFound(
                        report=hit.report,
                        story=row.story,
                        title=hit.title,
                        outlet=row.outlet,
                        published=row.published,
                        excerpt=hit.excerpt,
                    )
                )
    names = (
        NameFound(entity=n.entity, story=n.story, type=n.type, name=n.name) for n in desk.store.find_names(words, limit)
    )
    return Found(texts=tuple(texts), names=tuple(names))


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
