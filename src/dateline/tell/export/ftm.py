"""Account -> FollowTheMoney entities (ndjson) and statements (CSV), for Aleph, yente and OpenSanctions tools.

Reports are Articles, happenings Events, people, bodies and places Persons, Organizations, PublicBodies and Addresses;
each mention of a person or body in a report is a Mention; each claim a Note on its informant.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.model import Account, Entity
from dateline.tell.export.cells import Cell, write_table
from dateline.tell.export.view import View

DATASET = "dateline"
STATEMENT_COLUMNS = (
    "canonical_id",
    "id",
    "entity_id",
    "schema",
    "prop",
    "prop_type",
    "value",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "dataset",
    "origin",
)
_PUBLIC = re.compile(
    r"\b(?:ministry|government|army|police|council|court|parliament|agency|office of|department|forces?|commission)\b",
    re.I,
)
_PROP_TYPES = {
    "name": "name", "alias": "name", "title": "string", "author": "string", "publisher": "string",
    "publishedAt": "date", "sourceUrl": "url", "startDate": "date", "endDate": "date", "location": "address",
    "summary": "text", "involved": "entity", "addressEntity": "entity", "proof": "entity", "full": "address",
    "latitude": "number", "longitude": "number", "country": "country", "document": "entity", "resolved": "entity",
    "detectedSchema": "string", "entity": "entity", "description": "text", "language": "language",
    "keywords": "string",
}  # fmt: skip


def entities(accounts: Iterable[Account]) -> Iterator[dict[str, Any]]:
    """Every entity of the accounts once, as FollowTheMoney JSON."""
    seen: set[str] = set()
    for account in accounts:
        for entity in _entities(View(account)):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity


def write_entities(path: Path, accounts: Iterable[Account]) -> int:
    """One entity a line. Returns how many."""
    n = 0
    with path.open("w", encoding="utf-8", errors="replace") as out:
        for entity in entities(accounts):
            out.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")
            n += 1
    return n


def write_statements(path: Path, accounts: Iterable[Account]) -> int:
    """One statement a row: this entity has this property with this value. Returns how many."""
    return write_table(path, STATEMENT_COLUMNS, _statements(accounts))


def _statements(accounts: Iterable[Account]) -> Iterator[dict[str, Cell]]:
    for entity in entities(accounts):
        for prop in sorted(entity["properties"]):
            for value in entity["properties"][prop]:
                key = hashlib.sha1(f"{DATASET}.{entity['id']}.{prop}.{value}".encode()).hexdigest()
                yield {
                    "canonical_id": entity["id"],
                    "id": key,
                    "entity_id": entity["id"],
                    "schema": entity["schema"],
                    "prop": prop,
                    "prop_type": _PROP_TYPES.get(prop, "string"),
                    "value": value,
                    "external": "f",
                    "dataset": DATASET,
                }


def _make(identifier: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    kept = {k: list(dict.fromkeys(v for v in values if v)) for k, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def _entities(view: View) -> Iterator[dict[str, Any]]:
    for r in view.account.reports:
        yield _make(
            r.id,
            "Article",
            title=[r.title or r.id],
            author=r.byline,
            publisher=[r.outlet],
            publishedAt=[_day(r.published.value)],
            sourceUrl=[r.url if (r.url or "").startswith("http") else None],
            language=[{"en": "eng"}.get(r.language or "")],
        )
    for e in view.account.entities:
        yield from _things(view, e)
    for h in view.account.happenings:
        parties = [p for p in (*h.actors, *h.targets) if schema_of(view.entities.get(p)) not in (None, "Address")]
        yield _make(
            h.id,
            "Event",
            name=[h.summary],
            startDate=[_day(h.start)],
            endDate=[_day(h.end)],
            location=[view.name(h.place)],
            addressEntity=[h.place if view.place(h.place) else None],
            involved=parties,
            proof=[r.id for r in view.reports_of(h)],
            keywords=[h.kind, h.grade],
        )
    for c in view.account.claims:
        if c.source and c.source.entity and schema_of(view.entities.get(c.source.entity)) not in (None, "Address"):
            yield _make(
                c.id,
                "Note",
                entity=[c.source.entity],
                description=[" … ".join(s.text for s in c.content)],
                proof=[c.report],
            )


def _things(view: View, entity: Entity) -> Iterator[dict[str, Any]]:
    schema = schema_of(entity)
    if schema is None:
        return
    if schema == "Address":
        place = view.place(entity.id)
        yield _make(
            entity.id,
            "Address",
            full=[entity.name],
            country=[(place.country or "").lower() if place else None],
            latitude=[str(place.lat) if place else None],
            longitude=[str(place.lon) if place else None],
        )
        return
    yield _make(entity.id, schema, name=[entity.name], alias=entity.aliases)
    for report in sorted({m.report for m in entity.mentions}):
        yield _make(
            f"{entity.id}-{report}",
            "Mention",
            document=[report],
            resolved=[entity.id],
            name=[entity.name],
            detectedSchema=[schema],
        )


def schema_of(entity: Entity | None) -> str | None:
    """The FollowTheMoney schema of an entity; null for kinds that have none (events, other names)."""
    if entity is None:
        return None
    if entity.type == "org":
        return "PublicBody" if _PUBLIC.search(entity.name) else "Organization"
    return {
        "person": "Person",
        "group": "Organization",
        "media": "Organization",
        "place": "Address",
        "facility": "Address",
    }.get(entity.type)


def _day(value: str | None) -> str | None:
    """The day, month or year of an EDTF value as FollowTheMoney writes dates: the first of an interval."""
    first = (value or "").split("/")[0].strip("~?%")[:10]
    return first if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", first) else None
