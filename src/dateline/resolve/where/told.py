"""Wheres of a story -> where its reports put their blows, and what people leave: lent to who tells it without a place.

A copy tells it no second time, and what is told of another day, or of long ago, is another event.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import FACTS, EventKind, EventMention, Origin
from dateline.model.kinds import HARM_AND_DAMAGE
from dateline.resolve.entities.page import contains
from dateline.resolve.times import Narrative
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.where.sites import LEAVING
from dateline.resolve.where.where import VIOLENT, Put, Where

FAMILY: dict[EventKind, str] = dict.fromkeys(VIOLENT, "blow") | dict.fromkeys(LEAVING, "leaving")
"""Kinds that one happening is told by, sentence after sentence: a lead's "deaths" are the body's "bombing"."""
BODIES = re.compile(r"(?i)\b(?:bod(?:y|ies)|corpses?)\b")
AFTERWARDS = re.compile(
    r"(?i)\b(?:hospitals?|clinics?|morgues?|mortuar(?:y|ies)|medical (?:cent|facilit)\w+|video|footage"
    r"|(?:brought|taken) to)\b"
)
"""What tells where the dead and hurt of a blow were later, not where it was."""


@dataclass
class PlacesTold:
    """For each family and place, the origins of the story that put such an event right there, with the days that they
    give it; null where they give none."""

    days: dict[tuple[str, str], dict[str, set[Stretch | None]]] = field(default_factory=dict)

    def is_told(self, kind: EventKind, place: str) -> bool:
        """Whether any report puts an event of the kind's family right at a place."""
        return (FAMILY.get(kind, ""), place) in self.days

    def votes(self, kind: EventKind) -> Counter[str]:
        """How many origins put such an event right at each place."""
        return Counter({place: len(told) for (name, place), told in self.days.items() if name == FAMILY.get(kind, "")})

    def on(self, kind: EventKind, place: str, days: Stretch | None) -> int:
        """How many origins put such an event there on any of these days: those without a day as well, unless most of
        the others tell it of other days."""
        origins = self.days[FAMILY[kind], place].values()
        dated = [told - {None} for told in origins if told - {None}]
        of_days = sum(any(may_be_of_one_day(d, days) for d in told) for told in dated)
        return len(origins) if 2 * of_days >= len(dated) else of_days


def may_be_of_one_day(one: Stretch | None, other: Stretch | None) -> bool:
    """Whether two stretches share a day, as far as they are told."""
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)


def in_title(where: Where, event: EventMention) -> bool:
    """Whether the event stands in the title, which tells roughly where its story is."""
    title = where.page.report.title_span
    return title is not None and contains(title, event.trigger)


def fine(where: Where, event: EventMention, put: Put) -> str | None:
    """The town or smaller place that the text below the title is firm about; not where a blow might fall, while people
    who are to leave a town are those who leave it, nor what one person has left."""
    imagined = event.kind in VIOLENT and event.status not in FACTS
    if not put.firm or put.place is None or in_title(where, event) or imagined or is_seen_later(where, event):
        return None
    place = where.atlas.settlement(put.place)
    if event.kind in LEAVING and is_of_one(where, event):
        return None
    return None if where.atlas.is_wide(place) or where.atlas.cast.types[place] == "facility" else place


def is_of_one(where: Where, event: EventMention) -> bool:
    """Whether it is told of one named person: where he moved from, others did not flee."""
    cast = where.atlas.cast
    who = (cast.of(where.page.report.id, span) for span in (event.actor, event.target) if span is not None)
    return any(e in cast.with_names and cast.types[e] == "person" for e in who if e is not None)


def is_seen_later(where: Where, event: EventMention) -> bool:
    """Whether the dead and hurt are only told of where they were brought or filmed: "a room of bodies", "forty hurt
    were treated in a hospital in Sabha"."""
    if event.kind not in HARM_AND_DAMAGE:
        return False
    told = where.page.text[event.sentence.start : event.sentence.end]
    return BODIES.search(event.trigger.text) is not None or AFTERWARDS.search(told) is not None


def told_by(reports: Sequence[tuple[Where, Narrative]], origins: Sequence[Origin]) -> PlacesTold:
    """Where the origins of the story put their events, other than those of long ago."""
    origin_of = {report: origin.id for origin in origins for report in origin.reports}
    found: defaultdict[tuple[str, str], dict[str, set[Stretch | None]]] = defaultdict(dict)
    for where, narrative in reports:
        origin = origin_of.get(where.page.report.id, where.page.report.id)
        for event, put in zip(where.events, where.puts, strict=True):
            place = fine(where, event, put) if event.kind in FAMILY else None
            if place is not None and not narrative.is_background(event.trigger):
                days = found[FAMILY[event.kind], place].setdefault(origin, set())
                days.add(narrative.told_days(event))
    return PlacesTold(dict(found))
