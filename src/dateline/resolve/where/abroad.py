"""Where, an event -> whether those who do it are another country's and nowhere told to act where the report plays.

"A storm of rockets hit Peru. Chilean jets bombed a range": what no words put anywhere belongs to the place that the
report is about only if those who do it come from there, or are told to act there.
"""

import re

from dateline.model import EventKind, EventMention, Span
from dateline.model.kinds import BLOWS
from dateline.resolve.entities.page import starting_in
from dateline.resolve.where.passage import land_of
from dateline.resolve.where.where import Where

OF_FORCES: frozenset[EventKind] = BLOWS | {"deployment"}
"""What the forces of a state do, at home as well as abroad."""
FRIEND = re.compile(r"-(?!led\b)")
"""Behind a country whose friends or goods others are: "Ruritanian-backed rebels"."""
FOREIGN = "who does it is of another country than the report tells of, and not told to act there"


def acting_here(where: Where) -> frozenset[str]:
    """The countries whose forces or people words of a report put in the country of the place that it is about."""
    land = land_of(where.atlas, where.focus)
    told = zip(where.events, where.puts, strict=True)
    here = (e.actor for e, put in told if put.place is not None and land_of(where.atlas, put.place) == land)
    return frozenset(country for actor in here for country in countries_of(where, actor))


def is_foreign(where: Where, event: EventMention, here: frozenset[str]) -> bool:
    """Whether an event is done by another country's than those that act `here`."""
    land = land_of(where.atlas, where.focus)
    doers = countries_of(where, event.actor) if event.kind in OF_FORCES else frozenset()
    return bool(doers) and land is not None and doers.isdisjoint({land, *here})


def countries_of(where: Where, actor: Span | None) -> frozenset[str]:
    """The countries named in the words for an actor, or for which they stand."""
    if actor is None:
        return frozenset()
    cast, page = where.atlas.cast, where.page
    named = starting_in(cast.named[page.number], actor)
    entity = cast.of(page.report.id, actor)
    land = land_of(where.atlas, entity) if entity in where.atlas.countries else None
    codes = {m.known.country for m in named if m.known is not None and not FRIEND.match(page.text, m.end)}
    return frozenset(filter(None, (*codes, land)))
