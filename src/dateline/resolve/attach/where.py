"""Events of a report -> where each happened: by its argument, its sentence, then the discourse; never a dateline, the
town of a spokesman or an agency's bureau."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from dateline.model import EventKind, EventMention, Place, Range, Span
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Mention, Page, contains, overlaps

PLACES = ("place", "facility")
SPEECH: frozenset[EventKind] = frozenset(
    {"accusation", "demand", "rejection", "threat", "support", "concession", "sanction", "politics", "talks"}
)
"""Kinds whose trigger says or does something about another event: a place behind that event's trigger is not theirs."""
WORDS = r"(?:the\s+)?(?:[\w’'-]+\s+){0,4}$"
AT = re.compile(rf"(?i)\b(?:in|at|inside|on|across|throughout|within|into|of|over)\s+{WORDS}")
BESIDE = re.compile(
    rf"(?i)\b(?:near|outside|around|close to|west of|east of|north of|south of|from|to|towards?|through)\s+{WORDS}"
)
BORDER = re.compile(r"(?i)^(?:['’]s)?\s+(?:border|state|government|media|foreign|authorities|officials?|spokes\w+)\b")
BUREAU = re.compile(r"^\s*(?:\(\s*(?:AP|AFP|Reuters|CNN|dpa)\s*\)|[-–—_:|])")
INSIDE = re.compile(r"^\s*,?\s+(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
LEAD = 3
"""Sentences at the start of a report that tell its main event."""


@dataclass
class Where:
    """The places of one report. `countries`: entities that are countries; `places`: entities on the map;
    `seats`: the town of a facility."""

    page: Page
    cast: Cast
    countries: frozenset[str]
    places: Mapping[str, Place]
    seats: Mapping[str, str]
    told: dict[int, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def sites(self) -> list[Mention]:
        """The names that tell where something is."""
        return [m for m in self.cast.named[self.page.number] if self.is_site(m)]

    def is_site(self, mention: Mention) -> bool:
        """Whether a name tells where something is: no demonym, no dateline, no bureau, no owner of a border."""
        entity = self.cast.of_mention(mention)
        if entity is None or self.cast.types[entity] not in PLACES or mention.form != "name":
            return False
        dateline = self.page.report.dateline
        if dateline is not None and overlaps(dateline, mention):
            return False
        line = self.page.line(mention.start)
        first = not self.page.text[line.start : mention.start].strip()
        if first and BUREAU.match(self.page.text[mention.end : line.end]):
            return False
        return not BORDER.match(self.page.text[mention.end : mention.end + 20])

    @cached_property
    def focus(self) -> str | None:
        """The place that the report is about: the one its title and lead name most, a town before a country."""
        lead = self.page.sentences[: 2 * LEAD]
        votes: Counter[str] = Counter()
        first: dict[str, int] = {}
        for mention in self.sites:
            entity = self.settlement(self.cast.of_mention(mention))
            if entity is None or self.in_source(mention):
                continue
            votes[entity] += 3 if any(contains(s, mention) for s in lead) else 1
            first.setdefault(entity, mention.start)
        if not votes:
            return None
        fine = [e for e in votes if e not in self.countries] or list(votes)
        return min(fine, key=lambda e: (-votes[e], first[e]))

    def settlement(self, entity: str | None) -> str | None:
        """The town of a facility; any other place itself."""
        return self.seats.get(entity, entity) if entity is not None else None

    def in_source(self, mention: Mention) -> bool:
        """Whether a name stands in the source of a claim: "a spokesman in Berlin"."""
        return any(c.source is not None and contains(c.source, mention) for c in self.page.reading.claims)

    def settle(self) -> list[tuple[str | None, str]]:
        """The place of each event of the reading, and how it was found."""
        events = self.page.reading.events
        local = [self.local(e.trigger, e.place, e.sentence, e.kind) for e in events]
        found: list[tuple[str | None, str]] = []
        for i, event in enumerate(events):
            place, why = local[i]
            if place is None or (place in self.countries and self.in_lead(event) and why == IN_SENTENCE):
                place, why = self.from_discourse(i, event, events, local, place)
            found.append((place, why))
        return found

    def local(self, at: Span, argument: Span | None, sentence: Range, kind: EventKind | None) -> tuple[str | None, str]:
        """The place that its own words or its sentence name."""
        own = self.by_argument(argument)
        if own is not None:
            return own, "its own words"
        near = self.by_sentence(at, sentence, kind)
        return (near, IN_SENTENCE) if near is not None else (None, "")

    def by_argument(self, argument: Span | None) -> str | None:
        """The place that the argument names or takes up."""
        if argument is None:
            return None
        inside = [m for m in self.sites if contains(argument, m) or contains(m, argument)]
        if inside:
            return self.cast.of_mention(inside[0])
        entity = self.cast.of(self.page.report.id, argument)
        if entity is not None and self.cast.types[entity] in PLACES and entity in self.cast.with_names:
            return entity
        return None

    def by_sentence(self, at: Span, sentence: Range, kind: EventKind | None) -> str | None:
        """The place of the sentence that stands best: after "in" before after "near", a town before a country, the
        nearest first."""
        best: tuple[int, int, int] | None = None
        entity: str | None = None
        for mention in self.sites:
            if not contains(sentence, mention) or self.in_source(mention):
                continue
            if kind in SPEECH and self.another_between(at, mention):
                continue
            here = self.cast.of_mention(mention)
            before = self.page.text[max(sentence.start, mention.start - 60) : mention.start]
            rank = 0 if AT.search(before) else 1 if BESIDE.search(before) else 2
            if rank == 2 and here in self.countries:
                continue
            gap = mention.start - at.end if mention.start >= at.end else at.start - mention.end
            key = (int(here in self.countries), rank, gap)
            if best is None or key < best:
                best, entity = key, self.settlement(here)
        return entity

    def another_between(self, at: Span, mention: Mention) -> bool:
        """Whether another event's trigger stands between a trigger and a name behind it."""
        return any(at.end <= e.trigger.start < mention.start for e in self.page.reading.events)

    def in_lead(self, event: EventMention) -> bool:
        """Whether the event stands in the title or the first sentences."""
        return self.page.sentence(event.trigger.start) < LEAD

    def from_discourse(
        self,
        index: int,
        event: EventMention,
        events: Sequence[EventMention],
        local: Sequence[tuple[str | None, str]],
        country: str | None,
    ) -> tuple[str | None, str]:
        """The place of another event of its sentence, of the same kind of event told elsewhere, or of the report; a
        country of the lead only gives way to a place inside it."""
        if country is None:
            for other, (place, _) in zip(events, local, strict=True):
                if place is not None and other.sentence == event.sentence and other.kind not in SPEECH:
                    return place, "named for another event of its sentence"
        focus = self.focus
        if focus is not None and (country is None or self.lies_in(focus, country)):
            return focus, "the place the report is about"
        if country is not None:
            return country, IN_SENTENCE
        return None, "the report names no place"

    def lies_in(self, place: str, country: str) -> bool:
        """Whether the map puts a place in a country."""
        inner, outer = self.places.get(place), self.places.get(country)
        return inner is not None and outer is not None and inner.country is not None and inner.country == outer.country

    def of_figure(self, at: Span, sentence: Range) -> tuple[str | None, str]:
        """The place of a figure that belongs to no event."""
        place, why = self.local(at, None, sentence, None)
        if place is not None:
            return place, why
        if self.focus is not None:
            return self.focus, "the place the report is about"
        return None, "the report names no place"


IN_SENTENCE = "named in its sentence"


def country_entities(cast: Cast) -> frozenset[str]:
    """The entities that are countries."""
    found = (
        cast.of_mention(m)
        for mentions in cast.named
        for m in mentions
        if m.known and m.known.country and m.type == "place"
    )
    return frozenset(filter(None, found))


def facility_seats(pages: Sequence[Page], cast: Cast) -> dict[str, str]:
    """The town that the reports put each facility in: "the consulate in Mazar-i-Sharif"."""
    votes: dict[str, Counter[str]] = {}
    countries = country_entities(cast)
    for page, mentions in zip(pages, cast.named, strict=True):
        for facility, town in pairwise(mentions):
            a, b = cast.of_mention(facility), cast.of_mention(town)
            if a is None or b is None or cast.types[a] != "facility" or cast.types[b] != "place" or b in countries:
                continue
            if town.form == "name" and INSIDE.match(page.text[facility.end : town.start]):
                votes.setdefault(a, Counter())[b] += 1
    return {a: min(v.items(), key=lambda pair: (-pair[1], pair[0]))[0] for a, v in votes.items()}
