"""Events, claims -> which entities are parties to the conflict, and which only watch it."""

from collections.abc import Sequence

import msgspec

from dateline.model import Claim, Entity, Event, EventKind

FORCE: frozenset[EventKind] = frozenset(
    {
        "armed_clash", "air_strike", "shelling", "bombing", "attack", "abduction", "capture_territory", "surrender",
        "withdrawal", "deployment", "coercion", "threat",
    }
)  # fmt: skip
"""What only a side does."""
FOUGHT: frozenset[EventKind] = frozenset({"armed_clash", "air_strike", "capture_territory"})
"""What only a side suffers, where the one who suffers it is an armed body."""
WATCHERS = ("observatory", "monitor", "rights", "red cross", "red crescent", "united nations", "watch", "amnesty")
"""Words in names of bodies whose work is to watch or to help."""


def mark_parties(entities: Sequence[Entity], events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Entity, ...]:
    """The entities with `party` set where the text says so: true for who uses or is met with force, false for media
    and observers that only speak."""
    sides = {e.actor.entity for e in events if e.actor and e.kind in FORCE and e.status != "negated"}
    fought = {e.target.entity for e in events if e.target and e.kind in FOUGHT and e.status != "negated"}
    speakers = {c.source.entity for c in claims if c.source}
    marked: list[Entity] = []
    for entity in entities:
        party: bool | None = None
        watches = entity.type == "media" or any(w in entity.name.lower() for w in WATCHERS)
        if watches:
            party = False if entity.id in speakers or entity.type == "media" else None
        elif entity.type in ("org", "group", "place", "person") and entity.id in sides:
            party = True
        elif entity.type in ("org", "group") and entity.id in fought:
            party = True
        marked.append(msgspec.structs.replace(entity, party=party) if party is not None else entity)
    return tuple(marked)
