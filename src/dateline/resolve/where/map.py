"""Cast -> places: the named places of a story on the map, as the gazetteer and a person's corrections have it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from dateline.model import Dossier, Entity, Place
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.fold import fold
from dateline.resolve.entities.page import Page, starting_in
from dateline.resolve.judgements import Judged
from dateline.resolve.places import Context, Gazetteer, Setting, Sighting, Toponym, resolve_places

BESIDE = re.compile(
    r"(?i)\b(?:near|outside|around|close to|(?:north|south|east|west)(?:-?(?:east|west))? of)\s+(?:the\s+)?"
)
TOLD_IN = re.compile(r"(?i)\b(?:in|at|near|inside|outside|(?:town|village|city) of)\s+(?:the\s+)?$")
"""What stands before the name of a place, and of no person."""
NEAR_KM = 25.0
"""How far from a town a place told to be near it may lie."""


class Others(NamedTuple):
    """Names of a story that stand for what is no place. `bodies`: how often they stand for bodies and things."""

    bodies: Counter[str]
    persons: set[str]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once; it is only read."""
    return Gazetteer.open()


def map_places(dossier: Dossier, pages: Sequence[Page], cast: Cast, judged: Judged) -> tuple[Place, ...]:
    """The places of the story in the order of their entities."""
    by_report = {page.report.id: page for page in pages}
    others = names_of_others(cast.entities)
    toponyms = [t for entity in cast.entities if (t := toponym(entity, by_report, others)) is not None]
    settings = tuple(
        Setting(report=r.id, dateline=r.dateline.text if r.dateline else None, outlet=r.outlet, url=r.url)
        for r in dossier.reports
    )
    found = resolve_places(toponyms, Context(settings=settings), gazetteer())
    places: list[Place] = []
    for entity in cast.entities:
        place = found.get(entity.id)
        for mention in entity.mentions if place is not None else ():
            if place is not None:
                place = judged.corrected("place", place, entity.id, mention.report, mention)
        if place is not None and (place.lat is not None or entity.id in cast.with_names):
            places.append(place)
    return (*places, *described_places(pages, cast, {p.entity: p for p in places}))


def described_places(pages: Sequence[Page], cast: Cast, known: Mapping[str, Place]) -> tuple[Place, ...]:
    """Places without a name that the text puts beside one: "a town near Damascus", "outside the consulate"."""
    found: dict[str, Place] = {}
    by_report = {page.report.id: page for page in pages}
    facilities = sorted((p for p in known.values() if p.feature == "facility"), key=lambda p: (-len(p.name), p.entity))
    for entity in cast.entities:
        if entity.type not in ("place", "facility") or entity.id in cast.with_names or entity.id in known:
            continue
        for mention in entity.mentions:
            beside = BESIDE.search(mention.text)
            if beside is None or entity.id in found:
                continue
            named = starting_in(cast.named[by_report[mention.report].number], mention)[:1]
            near = [m for m in named if m.form == "name" and mention.start + beside.end() == m.start]
            place = known.get(cast.of_mention(near[0]) or "") if near else None
            if place is None:
                rest = mention.text[beside.end() :].lower()
                place = next((p for p in facilities if rest.startswith(p.name.lower())), None)
            if place is not None and place.lat is not None and place.precision != "country":
                found[entity.id] = msgspec.structs.replace(
                    place,
                    entity=entity.id,
                    name=entity.name,
                    gazetteer_id=None,
                    precision="near",
                    radius_km=max(NEAR_KM, place.radius_km or 0.0),
                    how=f"“{mention.text}”: beside {place.name}",
                    feature=None,
                )
    return tuple(found.values())


def names_of_others(entities: Sequence[Entity]) -> Others:
    """How often names stand for bodies and things, and the names of persons, also the last one alone."""
    bodies, persons = Counter[str](), set[str]()
    for entity in entities:
        if entity.type == "person":
            persons |= {fold(entity.name), fold(entity.name.split()[-1])}
        elif entity.type not in ("place", "facility", "event"):
            for name in {entity.name, *entity.aliases}:
                bodies[fold(name)] += len(entity.mentions)
    return Others(bodies, persons)


def toponym(entity: Entity, pages: dict[str, Page], others: Others) -> Toponym | None:
    """A named place, or a facility, named or described, with the sentences it stands in."""
    named = [m for m in entity.mentions if m.form in ("name", "demonym")]
    if entity.type == "facility" and not named:
        named = [m for m in entity.mentions if m.form == "nominal"]
    if entity.type not in ("place", "facility") or not named:
        return None
    sightings: list[Sighting] = []
    folded = fold(entity.name)
    told = any(TOLD_IN.search(pages[m.report].before(m.start)) for m in named)
    for mention in named:
        page = pages[mention.report]
        sentence = page.sentence_range(mention.start)
        sightings.append(
            Sighting(
                report=mention.report,
                sentence=page.text[sentence.start : sentence.end],
                start=mention.start - sentence.start,
                end=mention.end - sentence.start,
                form=mention.form,
            )
        )
    demonyms = {m.text for m in named if m.form == "demonym"}
    return Toponym(
        entity=entity.id,
        name=entity.name,
        aliases=tuple(a for a in entity.aliases if a not in demonyms),
        facility=entity.type == "facility",
        otherwise=entity.type == "place"
        and (others.bodies[folded] > len(named) or (folded in others.persons and not told)),
        sightings=tuple(sightings),
    )
