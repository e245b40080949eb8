"""Stories -> Account: all that is settled, put together in one fixed order."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from dateline.engine.groups import Settled, settled
from dateline.model import (
    Account,
    Agreement,
    Cleaned,
    Entity,
    Issue,
    Origin,
    Place,
    Record,
    Report,
    Resolution,
    Story,
    Telling,
)
from dateline.store import issues, membership, records, things

T = TypeVar("T", bound=Record)
Parts = tuple[Story, Resolution, Agreement, Telling]


def read_account(connection: Connection, story: str | None = None) -> Account:
    """The account as the store stands, of one story or of all. Reports that are not settled yet are not in it."""
    stories = records.get_all(connection, Story) if story is None else records.get_many(connection, [story], Story)
    places = {s.id: membership.places_of(connection, s.id) for s in stories}
    origin_of = {report: origin for own in places.values() for report, origin in own.items()}
    story_of = {report: s for s in stories for report in places[s.id]}
    reports = [
        settled(c.report, origin_of[c.report.id], story_of[c.report.id])
        for c in records.get_many(connection, sorted(origin_of), Cleaned)
    ]
    origins = records.get_many(connection, sorted(set(filter(None, origin_of.values()))), Origin)
    found = issues.get_all(connection)
    if story is not None:
        found = [i for i in found if i.report in origin_of or story in i.message]
    account = put_together(reports, origins, [parts_of(connection, s) for s in stories], found)
    return account if story is None else named_as_in_all(connection, account, story)


def named_as_in_all(connection: Connection, account: Account, story: str) -> Account:
    """The account of a story with the names and places that what it has in common with others has in the account of
    all."""
    replace = msgspec.structs.replace
    entities = {e.id: e for e in united(things.in_all_stories(connection, "entity", story, Entity))}
    places = {p.entity: p for p in united_places(things.in_all_stories(connection, "place", story, Place))}
    return replace(
        account,
        entities=tuple(
            replace(e, name=known.name, aliases=known.aliases, party=known.party)
            if (known := entities.get(e.id))
            else e
            for e in account.entities
        ),
        places=tuple(places.get(p.entity, p) for p in account.places),
    )


def parts_of(connection: Connection, story: Story) -> Parts:
    """A story with what its stages wrote."""
    return (
        story,
        records.get(connection, story.id, Resolution) or Resolution(story=story.id),
        records.get(connection, story.id, Agreement) or Agreement(story=story.id),
        records.get(connection, story.id, Telling) or Telling(story=story.id),
    )


def account_of(told: Sequence[Settled], origins: Sequence[Origin], found: Sequence[Issue] = ()) -> Account:
    """The account of stories that no store holds."""
    reports = [r for t in told for r in t.dossier.reports]
    own = [i for t in told for i in t.issues]
    failed = [f.issue for t in told for f in t.failures]
    parts = [(t.story, t.resolution, t.agreement, t.telling) for t in told]
    return put_together(reports, origins, parts, [*found, *own, *failed])


def put_together(
    reports: Sequence[Report], origins: Sequence[Origin], parts: Sequence[Parts], found: Sequence[Issue]
) -> Account:
    """One account: reports, origins and stories by id (the largest story first), mentions in text order, happenings
    and the timeline by date, the brief in the order in which it is told."""
    parts = sorted(parts, key=lambda p: (-len(p[0].reports), p[0].id))
    resolutions, agreements = [p[1] for p in parts], [p[2] for p in parts]
    tellings = [p[3] for p in parts]
    completed = {e.id: e for a in agreements for e in a.completed}
    return Account(
        reports=tuple(sorted(reports, key=lambda r: r.id)),
        origins=tuple(sorted(origins, key=lambda o: o.id)),
        stories=tuple(p[0] for p in parts),
        entities=united(e for r in resolutions for e in r.entities),
        candidates=by((c for r in resolutions for c in r.candidates), "a", "b"),
        places=united_places(p for r in resolutions for p in r.places),
        times=by((t for r in resolutions for t in r.times), "report", "start", "end"),
        claims=tuple(
            sorted((c for r in resolutions for c in r.claims), key=lambda c: (c.report, c.content[0].start, c.id))
        ),
        figures=by((f for r in resolutions for f in r.figures), "report", "start", "id"),
        events=tuple(
            sorted(
                (completed.get(e.id, e) for r in resolutions for e in r.events),
                key=lambda e: (e.report, e.trigger.start, e.id),
            )
        ),
        happenings=tuple(
            sorted((h for a in agreements for h in a.happenings), key=lambda h: (h.start or "~", h.end or "~", h.id))
        ),
        series=by((s for a in agreements for s in a.series), "what", "unit", "label", "id"),
        contradictions=by((c for a in agreements for c in a.contradictions), "id"),
        timeline=tuple(sorted((t for x in tellings for t in x.timeline), key=lambda t: (t.start or "~", t.end or "~"))),
        brief=tuple(b for t in tellings for b in t.brief),
        issues=tuple(sorted(set(found), key=lambda i: (i.report or "", i.stage, i.code, i.message))),
    )


def by(given: Iterable[T], *fields: str) -> tuple[T, ...]:
    """The records sorted by some of their fields."""
    return tuple(sorted(given, key=lambda x: tuple(getattr(x, f) for f in fields)))


def united(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities of several stories that carry one id, as one: the name of the story that mentions it most."""
    same: dict[str, list[Entity]] = {}
    for entity in entities:
        same.setdefault(entity.id, []).append(entity)
    return tuple(unite(same[id_]) for id_ in sorted(same))


def unite(same: Sequence[Entity]) -> Entity:
    """One entity of several with the same id."""
    if len(same) == 1:
        return same[0]
    first = min(same, key=lambda e: (-len(e.mentions), e.name))
    mentions = {m for e in same for m in e.mentions}
    return msgspec.structs.replace(
        first,
        aliases=tuple(sorted({a for e in same for a in (e.name, *e.aliases)} - {first.name})),
        mentions=tuple(sorted(mentions, key=lambda m: (m.report, m.start, m.end))),
        party=next((e.party for e in same if e.party is not None), None),
    )


def united_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """One place an entity; of several the one that could be grounded."""
    best: dict[str, Place] = {}
    for place in sorted(places, key=lambda p: (p.entity, p.lat is None, msgspec.json.encode(p))):
        best.setdefault(place.entity, place)
    return tuple(best[entity] for entity in sorted(best))
