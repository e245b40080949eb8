"""Events, claims -> which entities are parties to the conflict, and which only watch it."""

from collections.abc import Sequence

import msgspec

from dateline.model import Claim, Entity, Event, EventKind
from dateline.model.kinds import BLOWS

FORCE: frozenset[EventKind] = BLOWS | {
    "abduction", "capture_territory", "surrender", "withdrawal", "deployment", "coercion", "threat",
}  # fmt: skip
"""What only a side does."""
FOUGHT: frozenset[EventKind] = frozenset({"armed_clash", "air_strike", "capture_territory"})
"""What an armed body suffers as a side."""
WATCHERS = ("observatory", "monitor", "rights", "red cross", "red crescent", "united nations", "watch", "amnesty")
"""Words in names of bodies whose work is to watch or to help."""


def mark_parties(entities: Sequence[Entity], events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Entity, ...]:
    """The entities with `party` set where the text says so: true for who uses force or is met with it, false for media
    and for observers that speak."""
    told = [e for e in events if e.status != "negated"]
    acting = frozenset(e.actor.entity for e in told if e.actor is not None and e.kind in FORCE)
    fought = frozenset(e.target.entity for e in told if e.target is not None and e.kind in FOUGHT)
    speaking = frozenset(c.source.entity for c in claims if c.source is not None)
    return tuple(
        msgspec.structs.replace(entity, party=party)
        if (party := is_party(entity, acting, fought, speaking)) is not None
        else entity
        for entity in entities
    )


def is_party(
    entity: Entity, acting: frozenset[str | None], fought: frozenset[str | None], speaking: frozenset[str | None]
) -> bool | None:
    """Whether an entity is a party; null where the text does not say."""
    if entity.type == "media":
        return False
    if any(word in entity.name.lower() for word in WATCHERS):
        return False if entity.id in speaking else None
    if entity.id in acting and entity.type in ("org", "group", "place", "person"):
        return True
    return True if entity.id in fought and entity.type in ("org", "group") else None
