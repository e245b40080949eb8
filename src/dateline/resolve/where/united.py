"""Cast, places -> the same with one entity for each place of the map, however the reports spell it.

"Sabhah" and "Sebha" are no one name by their letters; that both are the same town only the gazetteer says. Where commas
were lost, "Sabha Libya" is Sabha too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec

from dateline.model import Candidate, Entity, Place
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.fold import fold
from dateline.resolve.entities.links import Links
from dateline.resolve.judgements import Judged


def one_each(cast: Cast, places: Sequence[Place], judged: Judged) -> tuple[Cast, tuple[Place, ...]]:
    """The cast and its places, entities that the map puts at one entry made one; never two that a person told apart."""
    entities = {e.id: e for e in cast.entities}
    number = {e.id: n for n, e in enumerate(cast.entities)}
    links = Links()
    for _ in cast.entities:
        links.add()
    for a, b in told_apart(cast.entities, judged):
        links.keep_apart(number[a], number[b])
    named = [p for p in places if p.entity in cast.with_names and cast.types[p.entity] == "place"]
    for a, b in (*at_one_entry(named, entities), *with_its_area(named, entities)):
        links.link(number[a], number[b])
    groups: defaultdict[int, list[Entity]] = defaultdict(list)
    for entity in cast.entities:
        groups[links.root(number[entity.id])].append(entity)
    on_map = {p.entity: p for p in places}
    whole = {g: united(group, on_map) for g, group in groups.items()}
    now = {entity.id: whole[g].id for g, group in groups.items() for entity in group}
    kept = {p.entity: p for p in places if now[p.entity] == p.entity}
    return renamed(cast, tuple(whole.values()), now), tuple(kept.values())


def told_apart(entities: Sequence[Entity], judged: Judged) -> Iterator[tuple[str, str]]:
    """The entities that a person said are not the same."""

    def at(report: str, start: int, end: int) -> str | None:
        found = (e.id for e in entities for m in e.mentions if m.report == report and m.start < end and start < m.end)
        return next(found, None)

    for verdict, one, other in judged.entity_pairs():
        a, b = at(*one), at(*other)
        if verdict == "not_same" and a is not None and b is not None:
            yield a, b


def at_one_entry(places: Sequence[Place], entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Places that are one entry of the gazetteer, and the same part of it: the north of a province is not all of it.
    A town and its province of one name the reports tell apart better than the map."""
    first: dict[tuple[object, ...], str] = {}
    for place in places:
        if place.gazetteer_id is not None:
            entry = (place.gazetteer_id, place.lat, place.lon, place.precision, place.radius_km)
            other = first.setdefault(entry, place.entity)
            a, b = (folded(entities[e]) for e in (other, place.entity))
            if other != place.entity and not {f"{name} province" for name in a | b} & (a ^ b):
                yield other, place.entity


def folded(entity: Entity) -> frozenset[str]:
    """The names of an entity, as they are compared."""
    return frozenset(fold(name) for name in (entity.name, *entity.aliases))


def with_its_area(places: Sequence[Place], entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Names in no list that are two of the story's, a place with what holds it: "Sabha Libya", "Libyan Sabha"."""
    by_name = {name: p for p in places for name in folded(entities[p.entity])}
    for place in places:
        words = fold(entities[place.entity].name).split() if place.gazetteer_id is None else []
        for cut in range(1, len(words)):
            first, last = by_name.get(" ".join(words[:cut])), by_name.get(" ".join(words[cut:]))
            if first is None or last is None or last.gazetteer_id is None:
                continue
            if first.country == last.country is not None:
                yield (last if first.precision == "country" else first).entity, place.entity


def united(same: Sequence[Entity], on_map: Mapping[str, Place]) -> Entity:
    """One entity of several, by the name that the map has, or else the one that is told most."""
    if len(same) == 1:
        return same[0]

    def rank(entity: Entity) -> tuple[bool, bool, int, int, str]:
        place = on_map.get(entity.id)
        listed = place is not None and place.gazetteer_id is not None
        main = place is not None and fold(place.name) == fold(entity.name)
        return not listed, not main, -len(entity.mentions), -len(entity.name), entity.name

    first = min(same, key=rank)
    names = dict.fromkeys(name for e in same for name in (e.name, *e.aliases) if name != first.name)
    mentions = {(m.report, m.start, m.end): m for e in same for m in e.mentions}
    return msgspec.structs.replace(first, aliases=tuple(names), mentions=tuple(mentions[at] for at in sorted(mentions)))


def renamed(cast: Cast, entities: tuple[Entity, ...], now: Mapping[str, str]) -> Cast:
    """The cast with these entities; `now`: what each entity has become."""
    doubts = [Candidate(a=now[c.a], b=now[c.b], score=c.score, why=c.why) for c in cast.candidates]
    return replace(
        cast,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        candidates=tuple(c for c in doubts if c.a != c.b),
        ids={node: now[entity] for node, entity in cast.ids.items()},
        refers={at: now[entity] for at, entity in cast.refers.items()},
        types={e.id: e.type for e in entities},
        with_names=frozenset(now[entity] for entity in cast.with_names),
    )
