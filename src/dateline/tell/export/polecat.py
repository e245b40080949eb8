"""Happening -> POLECAT rows: PLOVER types, modes and quad codes (Halterman et al. 2023, PLOVER and POLECAT)."""

from collections.abc import Iterable, Iterator

from dateline.model import FACTS, Account, Entity, Happening, kinds
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import coded_day
from dateline.tell.export.countries import country
from dateline.tell.export.view import View

COLUMNS = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,"
    "Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,"
    "Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,"
    "GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,"
    "Story Locations,Language,Version"
).split(",")
_QUADS = {
    "VERBAL COOPERATION": "AGREE CONSULT SUPPORT CONCEDE",
    "MATERIAL COOPERATION": "COOPERATE AID RETREAT",
    "VERBAL CONFLICT": "REQUEST ACCUSE REJECT THREATEN",
    "MATERIAL CONFLICT": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUAD = {plover: quad for quad, types in _QUADS.items() for plover in types.split()}
VERSION = "PLOVER"


def rows(accounts: Iterable[Account]) -> Iterator[dict[str, Cell]]:
    """One row a happening that has a PLOVER type and took place; the date may be missing, as in the source."""
    for account in accounts:
        view = View(account)
        for happening in sorted(account.happenings, key=lambda h: (h.start or "9999", h.id)):
            if kinds()[happening.kind].plover and happening.status in FACTS:
                yield _row(view, happening)


def _row(view: View, happening: Happening) -> dict[str, Cell]:
    kind, place, day = kinds()[happening.kind], view.place(happening.place), coded_day(happening.start)
    reports = view.reports_of(happening)
    events = [view.events[e] for e in happening.events if e in view.events]
    within = {r.id for r in reports}
    people = [e for e in view.entities.values() if any(m.report in within for m in e.mentions)]
    return {
        "Event ID": happening.id,
        "Event Date": day.day.isoformat() if day else None,
        "Event Type": kind.plover,
        "Event Mode": kind.plover_mode,
        "Quad Code": QUAD.get(kind.plover or ""),
        "Actor Name": view.names(happening.actors),
        "Actor Name Raw": "; ".join(dict.fromkeys(e.actor.text for e in events if e.actor and e.actor.text)),
        "Recipient Name": view.names(happening.targets),
        "Recipient Name Raw": "; ".join(dict.fromkeys(e.target.text for e in events if e.target and e.target.text)),
        "Placename": view.name(happening.place) or None,
        "City": place.name if place and place.precision == "exact" else None,
        "Province": place.admin1 if place else None,
        "Country": country(place.country).alpha3 if place else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "GeoNames ID": place.gazetteer_id if place else None,
        "Raw Placename": view.name(happening.place) or None,
        "Feature Type": place.feature if place else None,
        "Source": "; ".join(view.sources(reports)),
        "Publication Date": next((r.published.value[:10] for r in reports if r.published.value), None),
        "Story People": _names(people, ("person",)),
        "Story Organizations": _names(people, ("org", "group", "media")),
        "Story Locations": _names(people, ("place", "facility")),
        "Language": next((r.language for r in reports if r.language), None),
        "Version": VERSION,
    }


def _names(entities: list[Entity], types: tuple[str, ...]) -> str:
    return "; ".join(sorted({e.name for e in entities if e.type in types}))
