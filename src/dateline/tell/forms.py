"""entity -> the forms of its name that reports write in full, and whether they write "the" before them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Entity, EntityMention, Report


def fullest(entity: Entity) -> Sequence[EntityMention]:
    """The mentions that call an entity by its fullest names; by descriptions where it has none. What has lost an
    apostrophe ("Velias army") is no fuller name."""
    named = [m for m in entity.mentions if m.form == "name"] or [m for m in entity.mentions if m.form == "nominal"]
    least = min(max((len(m.text) for m in named), default=0), len(entity.name))
    full = [m for m in named if m.text == entity.name or len(m.text) >= least]
    return [m for m in full if m.text != f"{entity.name}s"] or full


def articled(entities: Iterable[Entity], reports: Mapping[str, Report]) -> frozenset[tuple[str, str]]:
    """Each entity with those of its names before which most reports say "the"."""
    votes: Counter[tuple[str, str]] = Counter()
    for entity in entities:
        for mention in entity.mentions:
            if mention.form == "name":
                before = reports[mention.report].text[max(0, mention.start - 4) : mention.start]
                votes[entity.id, mention.text] += 1 if before.lower() == "the " else -1
    return frozenset(name for name, ayes in votes.items() if ayes > 0)
