"""dossier, readings, resolution -> Situation: one story's records, indexed for merging."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.merge.begun import news_begun
from dateline.merge.dating import Dating
from dateline.merge.distances import is_outside, surely_apart
from dateline.merge.happenings.apart import JOINED, counted_apart, told_apart, told_on
from dateline.merge.happenings.spots import Spots
from dateline.merge.kinds import MANY_A_DAY
from dateline.merge.namings import lemma
from dateline.merge.toponyms import Toponyms
from dateline.merge.voices import spoken_for
from dateline.merge.wording import Wording
from dateline.merge.words import stems
from dateline.model import (
    Claim,
    Dossier,
    Entity,
    EntityMention,
    Event,
    Figure,
    Place,
    Range,
    Reading,
    Report,
    Resolution,
)
from dateline.model.edtf import Days, bounds
from dateline.model.kinds import HARM

if TYPE_CHECKING:
    from dateline.merge.happenings.clues import Clue


class Situation:
    """Look-ups over one story. Everything is computed from its three records and never changed, but kept."""

    def __init__(self, dossier: Dossier, readings: Sequence[Reading], resolution: Resolution) -> None:
        """Index the records of one story."""
        self.dossier = dossier
        self.resolution = resolution
        self.reports: dict[str, Report] = {r.id: r for r in dossier.reports}
        self.readings: dict[str, Reading] = {r.report: r for r in readings}
        self.entities: dict[str, Entity] = {e.id: e for e in resolution.entities}
        self.places: dict[str, Place] = {p.entity: p for p in resolution.places}
        self.claims: dict[str, Claim] = {c.id: c for c in resolution.claims}
        self.events: dict[str, Event] = {e.id: e for e in resolution.events}
        self.figures: dict[str, Figure] = {f.id: f for f in resolution.figures}
        self.origin_of = {r: o.id for o in dossier.origins for r in o.reports}
        self.bare_titles = {r.id for r in dossier.reports if r.blocks and all(b.kind != "body" for b in r.blocks)}
        self.wording = Wording({r.id: r.text for r in dossier.reports}, readings)
        self.rank = {r.id: i for i, r in enumerate(sorted(dossier.reports, key=published_order))}
        self.clues: dict[str, Clue] = {}

    @cached_property
    def window(self) -> Days | None:
        """The first and last publication day of the story."""
        days = [b for r in self.reports.values() if (b := self.published(r.id))]
        return (min(d[0] for d in days), max(d[1] for d in days)) if days else None

    @cached_property
    def begun(self) -> date | None:
        """The first publication day of the story, or of its news where one original came long before all others."""
        days = [(b[0], self.origin_of.get(r)) for r in self.reports if (b := self.published(r))]
        return news_begun(days) if days else None

    @cached_property
    def led(self) -> frozenset[Days]:
        """The days of what at least two originals, and half of all, tell in their titles or first two sentences."""
        told = {
            (days, self.origin_of.get(event.report))
            for event in self.resolution.events
            if event.trigger.start < self.lead(event.report) and (days := bounds(event.time)) is not None
        }
        counts = Counter(days for days, _ in told)
        return frozenset(d for d, n in counts.items() if n > 1 and 2 * n >= len(self.dossier.origins))

    @cached_property
    def denying(self) -> frozenset[tuple[str, str]]:
        """Who denies something, by entity and report."""
        return frozenset(
            (c.source.entity, c.report)
            for c in self.resolution.claims
            if c.stance == "denies" and c.source is not None and c.source.entity is not None
        )

    @cached_property
    def beside(self) -> dict[tuple[str, int], list[Event]]:
        """The events of each sentence, by report and the sentence's start."""
        found: dict[tuple[str, int], list[Event]] = {}
        for event in self.resolution.events:
            found.setdefault((event.report, event.sentence.start), []).append(event)
        return found

    @cached_property
    def apart(self) -> dict[str, frozenset[str]]:
        """The events that the report of each event tells apart from it; only events that have such."""
        pairs = []
        told: dict[str, list[Event]] = {}
        for (report, _), events in self.beside.items():
            told.setdefault(report, []).extend(events)
            pairs += told_apart([e for e in events if e.kind not in HARM], self.reports[report].text)
        for report, events in told.items():
            pairs += counted_apart(events, self.figures)
            pairs += told_on(events, self.reports[report].text)
        found: dict[str, set[str]] = {}
        for a, b in pairs:
            found.setdefault(a.id, set()).add(b.id)
            found.setdefault(b.id, set()).add(a.id)
        return {event: frozenset(others) for event, others in found.items()}

    @cached_property
    def worn(self) -> frozenset[str]:
        """The words that tell deeds of so many parties, or to so many, that none is meant by the word alone: in a flood
        everybody gives aid."""
        parties: dict[tuple[str, bool], set[str]] = {}
        for event in self.resolution.events:
            for role in (event.actor, event.target) if event.kind in MANY_A_DAY else ():
                if role is not None and role.entity in self.proper:
                    parties.setdefault((lemma(event.trigger.text), role is event.actor), set()).add(role.entity)
        return frozenset(word for (word, _), known in parties.items() if len(known) >= WEARING)

    @cached_property
    def told(self) -> float:
        """Mentions of events in a report, on average."""
        return len(self.resolution.events) / max(1, len({e.report for e in self.resolution.events}))

    @cached_property
    def proper(self) -> frozenset[str]:
        """The entities that some report calls by a name."""
        return frozenset(
            e.id for e in self.resolution.entities if any(m.form in ("name", "demonym") for m in e.mentions)
        )

    @cached_property
    def named(self) -> dict[tuple[str, str], list[int]]:
        """Where each entity is mentioned in each report, by entity and report."""
        found: dict[tuple[str, str], list[int]] = {}
        for entity in self.resolution.entities:
            for mention in entity.mentions:
                found.setdefault((entity.id, mention.report), []).append(mention.start)
        return found

    @cached_property
    def mentions(self) -> dict[str, list[tuple[Entity, EntityMention]]]:
        """The mentions of each report with whom they mean, in the order of the entities."""
        found: dict[str, list[tuple[Entity, EntityMention]]] = {}
        for entity in self.resolution.entities:
            for mention in entity.mentions:
                found.setdefault(mention.report, []).append((entity, mention))
        return found

    @cached_property
    def names(self) -> dict[tuple[str, int], frozenset[str]]:
        """The entities, no countries, that each sentence calls by their names, by report and the sentence's start."""
        found: dict[tuple[str, int], set[str]] = {}
        for (entity, report), starts in self.named.items():
            if entity in self.proper and report in self.readings and not self.is_country(entity):
                sentences = self.readings[report].sentences
                for at in starts:
                    here = bisect_right(sentences, at, key=lambda s: s.start)
                    found.setdefault((report, sentences[here - 1].start if here else 0), set()).add(entity)
        return {place: frozenset(entities) for place, entities in found.items()}

    @cached_property
    def dating(self) -> Dating:
        """When the events are told to have been."""
        return Dating(self)

    def placed(self, event: Event) -> bool:
        """Whether an event's own words name its place, or a person does; else it was carried over from elsewhere."""
        named = self.named.get((event.place or "", event.report), ())
        return event.is_corrected("place") or self.stands_with(event, named)

    def own_places(self, event: Event) -> frozenset[str]:
        """The place that an event's own words name, or the one province; else it was carried over from elsewhere."""
        if event.place and self.placed(event):
            return frozenset({event.place})
        named = {p for _, p in self._places_beside(event) if self.places[p].feature in PROVINCES}
        return frozenset(named) if len(named) == 1 else frozenset()

    def places_named(self, event: Event, *, regions: bool = False) -> frozenset[str]:
        """The places, no countries, that an event's sentence names; `regions`: provinces count too."""
        return self.toponyms.within(event.report, event.sentence, regions=regions)

    @cached_property
    def toponyms(self) -> Toponyms:
        """Where each report names places."""
        return Toponyms(self.places, self.named)

    @cached_property
    def spots(self) -> Spots:
        """The towns and parts of towns among the places."""
        return Spots(self.resolution.places)

    def spots_of(self, event: Event) -> frozenset[str]:
        """The spots that a mention's own words name; what is quoted happened at none that only tells where its speaker
        is (“a clerk in Norport said”)."""
        own = self._places_beside(event)
        return self.spots.of(self.reports[event.report].text, event.sentence.start, own) if own else frozenset()

    def _places_beside(self, event: Event) -> list[tuple[int, str]]:
        """The places that a mention's own words name, and where."""
        claim = self.claims.get(event.claim or "")
        return [
            (at, place)
            for at, place in self.toponyms.mentions(event.report, event.sentence)
            if self.stands_with(event, (at,)) and (not claim or any(c.start <= at < c.end for c in claim.content))
        ]

    def stands_with(self, event: Event, starts: Sequence[int]) -> bool:
        """Whether one of the offsets stands in the event's sentence with no other trigger between: what stands behind
        another trigger is that one's, but for one that “and” joins to it (“shelling and raids on the port”)."""
        text, end = self.reports[event.report].text, event.trigger.end
        triggers = [
            e.trigger.start
            for e in self.others_beside(event)
            if not JOINED.fullmatch(text, end, max(end, e.trigger.start))
        ]
        own = event.trigger.start
        return any(
            event.sentence.start <= s < event.sentence.end and not any(min(s, own) < t < max(s, own) for t in triggers)
            for s in starts
        )

    def others_beside(self, event: Event) -> list[Event]:
        """The other events of its sentence that have a time and place of their own: harm has that of its cause."""
        return [
            e
            for e in self.beside[event.report, event.sentence.start]
            if e.kind not in HARM and e.trigger.start != event.trigger.start
        ]

    @cached_property
    def counted(self) -> dict[str, list[Figure]]:
        """The figures of each report."""
        found: dict[str, list[Figure]] = {r: [] for r in self.reports}
        for figure in self.resolution.figures:
            found[figure.report].append(figure)
        return found

    def published(self, report: str) -> Days | None:
        """The day of publication, or the days it may lie in."""
        known = self.reports[report].published
        return bounds(known.value) or bounds(known.bounds)

    def days_between(self, one: str, two: str) -> int | None:
        """Days between the publication of two reports; None where one is of no known day."""
        a, b = self.published(one), self.published(two)
        return abs((a[0] - b[0]).days) if a and b else None

    def sentence_at(self, report: str, at: int) -> Range | None:
        """The sentence that an offset lies in."""
        sentences = self.readings[report].sentences
        here = bisect_right(sentences, at, key=lambda s: s.start) - 1
        return sentences[here] if here >= 0 and at < sentences[here].end else None

    def lines_between(self, report: str, one: int, two: int) -> int:
        """How many sentences of a report lie from one offset to another."""
        first, last = sorted((one, two))
        return sum(first < s.start <= last for s in self.readings[report].sentences)

    def sentence(self, event: Event) -> str:
        """The text of an event's sentence."""
        return self.reports[event.report].text[event.sentence.start : event.sentence.end]

    def in_title(self, report: str, at: int) -> bool:
        """Whether an offset lies in a report's title."""
        title = self.reports[report].title_span
        return title is not None and title.start <= at < title.end

    def lead(self, report: str) -> int:
        """The offset at which the head of a report ends: its title and first two sentences."""
        sentences = self.readings[report].sentences if report in self.readings else ()
        return sentences[min(2, len(sentences) - 1)].end if sentences else 0

    def name(self, entity: str | None) -> str | None:
        """The name of an entity."""
        return self.entities[entity].name if entity in self.entities else None

    def voice(self, claim: str | None) -> str | None:
        """Who speaks in a claim: the body or person, else the words that stand for it; None when nobody is named."""
        source = self.claims[claim].source if claim in self.claims else None
        if source is None:
            return None
        return self.informant(source.entity) or (" ".join(sorted(stems(source.text))) if source.text else None) or None

    def informant(self, speaker: str | None) -> str | None:
        """The body whose word somebody gives: that of an unnamed spokesman is the body's own."""
        return self._spoken_for.get(speaker or "", speaker)

    @cached_property
    def _spoken_for(self) -> dict[str, str]:
        """The body that each spokesman or head of one speaks for."""
        texts = {r: report.text for r, report in self.reports.items()}
        return spoken_for(self.resolution.entities, self.proper, self.named, texts)

    def distance(self, a: str, b: str) -> float | None:
        """Kilometres between two places beyond what their precision leaves open; None where one is not on the map."""
        if a == b:
            return 0.0
        p, q = self.places.get(a), self.places.get(b)
        return surely_apart(p, q) if p is not None and q is not None else None

    def is_country(self, entity: str) -> bool:
        """Whether an entity is a country on the map."""
        known = self.places.get(entity)
        return known is not None and known.precision == "country"

    def outside(self, a: str, b: str) -> bool:
        """Whether one of two places is a province, and the other is known to lie in another."""
        p, q = self.places.get(a), self.places.get(b)
        return p is not None and q is not None and is_outside(p, q)


WEARING = 5
"""Parties that wear a word out."""

PROVINCES = ("admin1", "province", "region")
"""Features of places that say where in a country something happened."""


def published_order(report: Report) -> tuple[str, str]:
    """Sorts reports by time of publication, undated ones last, then by id."""
    return (report.published.value or report.published.bounds or "9999", report.id)
