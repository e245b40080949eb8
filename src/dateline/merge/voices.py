"""entities -> the body behind each unnamed spokesman: what he says is its word, and no second informant's."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Entity

SPOKESMAN = re.compile(r"(?i)\bspokes\w+")
BODIES = ("org", "group", "media")


def spoken_for(
    entities: Sequence[Entity], proper: Iterable[str], named: Mapping[tuple[str, str], Sequence[int]]
) -> dict[str, str]:
    """The one body that the name of each unnamed spokesman holds. `proper`: the entities with a name; `named`: where
    each entity is mentioned in each report."""
    known = frozenset(proper)
    bodies = [e.id for e in entities if e.type in BODIES and e.id in known]
    found: dict[str, str] = {}
    for speaker in entities:
        if speaker.type != "person" or speaker.id in known:
            continue
        called = [m for m in speaker.mentions if SPOKESMAN.search(m.text)]
        inside = {
            b for b in bodies for m in called if any(m.start <= at < m.end for at in named.get((b, m.report), ()))
        }
        if len(inside) == 1:
            found[speaker.id] = inside.pop()
    return found
