"""records of one story -> Told: what the tell stage looks things up in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.english.calendar import WEEKDAYS
from dateline.english.patterns import one_of
from dateline.model import (
    Agreement,
    Claim,
    Contradiction,
    Dossier,
    Entity,
    EntityMention,
    Event,
    Figure,
    Happening,
    Reading,
    Report,
    Resolution,
    Series,
    SourceSpan,
    Time,
)
from dateline.model.edtf import Days, bounds
from dateline.tell.body import bodies
from dateline.tell.fit import GROUP
from dateline.tell.forms import articled, fullest
from dateline.tell.openings import Openings
from dateline.tell.words import stems

if TYPE_CHECKING:
    from dateline.tell.tolls import Tolls

LEADING = 0.25
"""How fast sentences lose weight: the fifth of a report counts half as much as the first."""

OPENING = 3
"""Sentences that a report opens with."""

WEEKDAY = re.compile(rf"(?i)^(?!.*\blast\b).*\b{one_of(WEEKDAYS)}(?:['’]?s)?\b")
"""A weekday that no word puts into the week before."""

LANDMARK = re.compile(
    r"(?i)\b(?:before|after|since|until|following|ahead of|in the wake of|"
    r"(?:in )?(?:retaliation|revenge|reprisals?)(?: attacks?| strikes?)?\W{0,2} for|"
    r"in re(?:sponse|turn) (?:to|for)|because of|over)\s+(?:[\w’'-]+\s+){0,3}$"
)
"""Words in front of what is named only to date or explain something else."""


class Told:
    """Look-ups over one story's account. Everything is computed from its records and never changed."""

    def __init__(
        self, dossier: Dossier, readings: Sequence[Reading], resolution: Resolution, agreement: Agreement
    ) -> None:
        """Index the records of one story."""
        self.dossier = dossier
        self.resolution = resolution
        self.agreement = agreement
        self.reports: dict[str, Report] = {r.id: r for r in dossier.reports}
        self.sentences = {r.report: r.sentences for r in readings}
        self.starts = {r: [s.start for s in sentences] for r, sentences in self.sentences.items()}
        self.entities: dict[str, Entity] = {e.id: e for e in resolution.entities}
        self.events: dict[str, Event] = {e.id: e for e in resolution.events}
        self.figures: dict[str, Figure] = {f.id: f for f in resolution.figures}
        self.claims: dict[str, Claim] = {c.id: c for c in resolution.claims}
        self.happenings: dict[str, Happening] = {h.id: h for h in agreement.happenings}
        self.contradictions: dict[str, Contradiction] = {x.id: x for x in agreement.contradictions}
        self.tolls: dict[str, Tolls] = {}
        """Filled by `tell.tolls`."""

    @cached_property
    def window(self) -> Days | None:
        """The first and last publication day of the story."""
        days = [b for r in self.reports.values() if (b := bounds(r.published.value))]
        return (min(d[0] for d in days), max(d[1] for d in days)) if days else None

    @cached_property
    def times(self) -> dict[str, list[Time]]:
        """The times of each report, in text order."""
        found: dict[str, list[Time]] = {}
        for time in self.resolution.times:
            found.setdefault(time.report, []).append(time)
        return {report: sorted(times, key=lambda t: (t.start, t.end)) for report, times in found.items()}

    @cached_property
    def names(self) -> dict[str, list[EntityMention]]:
        """The mentions by name of each report, in text order."""
        found: dict[str, list[EntityMention]] = {}
        for entity in self.resolution.entities:
            for mention in entity.mentions:
                if mention.form in ("name", "demonym"):
                    found.setdefault(mention.report, []).append(mention)
        return {report: sorted(ms, key=lambda m: (m.start, m.end)) for report, ms in found.items()}

    @cached_property
    def _naming(self) -> dict[str, list[tuple[int, str]]]:
        """Where each report names whom."""
        found: dict[str, list[tuple[int, str]]] = {}
        for entity in self.resolution.entities:
            for mention in entity.mentions:
                if mention.form == "name":
                    found.setdefault(mention.report, []).append((mention.start, entity.id))
        return {report: sorted(named) for report, named in found.items()}

    def named_in(self, span: SourceSpan) -> list[str]:
        """The entities that a sentence names, in text order."""
        named = self._naming.get(span.report, [])
        first, last = (bisect_left(named, (at, "")) for at in (span.start, span.end))
        return list(dict.fromkeys(entity for _, entity in named[first:last]))

    @cached_property
    def called(self) -> dict[str, list[EntityMention]]:
        """What reports call each entity at their fullest, in the order of the reports."""
        return {e.id: sorted(fullest(e), key=lambda m: (self.rank(m.report), m.start)) for e in self.entities.values()}

    @cached_property
    def articled(self) -> frozenset[tuple[str, str]]:
        """The names of each entity before which most reports say "the"."""
        return articled(self.entities.values(), self.reports)

    @cached_property
    def body(self) -> dict[str, tuple[SourceSpan, ...]]:
        """The sentences of each report's own text, in order."""
        return bodies(self.reports, self.sentences, self.dossier.origins)

    @cached_property
    def _leads(self) -> dict[tuple[str, int], float]:
        return {
            (report, span.start): 1 / (1 + LEADING * place)
            for report, spans in self.body.items()
            for place, span in enumerate(spans)
        }

    def lead(self, span: SourceSpan) -> float:
        """How far in front of its report a sentence stands: 1 for the first, 0 for what is no part of its text."""
        return self._leads.get((span.report, self.sentence(span.report, span.start).start), 0.0)

    @cached_property
    def openings(self) -> Openings:
        """What each original opens with."""
        found: dict[str, frozenset[str]] = {}
        for report in self.reports.values():
            texts = [report.title or "", *(self.text(s) for s in self.body.get(report.id, ())[:OPENING])]
            origin = report.origin or report.id
            found[origin] = found.get(origin, frozenset()).union(*map(stems, texts))
        return Openings(found)

    def echo(self, span: SourceSpan) -> float:
        """How many of the other originals open with the words of a sentence: from 0 to 1, over its words."""
        return self.openings.echo(self.text(span), self.reports[span.report].origin or span.report)

    def text(self, span: SourceSpan) -> str:
        """The words of a span."""
        return self.reports[span.report].text[span.start : span.end]

    def sentence(self, report: str, start: int, end: int | None = None) -> SourceSpan:
        """The sentence at an offset; the words from there to `end` where the reader saw no sentence."""
        at = bisect_right(self.starts.get(report, []), start) - 1
        if at >= 0 and start < self.sentences[report][at].end:
            found = self.sentences[report][at]
            return SourceSpan(report=report, start=found.start, end=found.end)
        return SourceSpan(report=report, start=start, end=end or start)

    def before(self, span: SourceSpan) -> SourceSpan | None:
        """The sentence in front of another of the same report's text."""
        return self._beside(span, -1)

    def after(self, span: SourceSpan) -> SourceSpan | None:
        """The sentence behind another of the same report's text."""
        return self._beside(span, 1)

    def _beside(self, span: SourceSpan, by: int) -> SourceSpan | None:
        at = bisect_right(self.starts.get(span.report, []), span.start) - 1 + by
        found = self.sentences.get(span.report, ())
        if not 0 <= at < len(found):
            return None
        return SourceSpan(report=span.report, start=found[at].start, end=found[at].end)

    def sentence_of(self, event: Event) -> SourceSpan:
        """The sentence of an event."""
        return SourceSpan(report=event.report, start=event.sentence.start, end=event.sentence.end)

    @cached_property
    def series_of(self) -> dict[str, list[Series]]:
        """The series that count what each happening did."""
        found: dict[str, list[Series]] = {}
        for series in self.agreement.series:
            if series.happening:
                found.setdefault(series.happening, []).append(series)
        return found

    @cached_property
    def relations(self) -> dict[frozenset[str], str]:
        """How two figures of one series stand to each other."""
        return {frozenset((r.a, r.b)): r.relation for series in self.agreement.series for r in series.relations}

    @cached_property
    def happening_of(self) -> dict[str, Happening]:
        """The happening that each event belongs to."""
        return {event: h for h in self.agreement.happenings for event in h.events}

    @cached_property
    def points(self) -> dict[str, tuple[float, float]]:
        """Latitude and longitude of each place smaller than a province."""
        known = (p for p in self.resolution.places if p.precision in ("exact", "near", "district"))
        return {p.entity: (p.lat, p.lon) for p in known if p.lat is not None and p.lon is not None}

    @cached_property
    def antecedents(self) -> dict[tuple[str, int], str]:
        """The entity of each resolved pronoun, and of `the group` where it has a name, by where it stands."""
        return {
            (m.report, m.start): e.id
            for e in self.resolution.entities
            for m in e.mentions
            if m.form == "pronoun" or (GROUP.match(f"{m.text} ") and any(one.form == "name" for one in e.mentions))
        }

    @cached_property
    def _at(self) -> dict[tuple[str, int], list[Event]]:
        found: dict[tuple[str, int], list[Event]] = {}
        for event in self.events.values():
            found.setdefault((event.report, event.sentence.start), []).append(event)
        return {where: sorted(events, key=lambda e: (e.trigger.start, e.id)) for where, events in found.items()}

    def beside(self, event: Event) -> list[Event]:
        """The events of an event's sentence, itself among them, in text order."""
        return self._at[event.report, event.sentence.start]

    @cached_property
    def _counted(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            found.setdefault(figure.report, []).append(figure)
        return {report: sorted(figures, key=lambda f: (f.start, f.id)) for report, figures in found.items()}

    def times_in(self, span: SourceSpan) -> list[Time]:
        """The times of a sentence, in text order."""
        return [t for t in self.times.get(span.report, ()) if span.start <= t.start < span.end]

    def figures_in(self, span: SourceSpan) -> list[Figure]:
        """The figures of a sentence, in text order."""
        return [f for f in self.counted_in(span.report) if span.start <= f.start < span.end]

    def counted_in(self, report: str) -> Sequence[Figure]:
        """The figures of a report, in text order."""
        return self._counted.get(report, ())

    @cached_property
    def _claimed(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.report, []).append(claim)
        return {report: sorted(claims, key=lambda c: (c.content[0].start, c.id)) for report, claims in found.items()}

    def claims_in(self, span: SourceSpan) -> list[Claim]:
        """The claims whose words begin in a sentence, in text order."""
        claims = self._claimed.get(span.report, [])
        first, last = (bisect_left(claims, at, key=lambda c: c.content[0].start) for at in (span.start, span.end))
        return claims[first:last]

    def events_in(self, span: SourceSpan) -> list[Event]:
        """The events of the sentence that a span lies in, in text order."""
        return self._at.get((span.report, self.sentence(span.report, span.start).start), [])

    def labels(self, event: Event) -> bool:
        """Whether a trigger in capitals only marks a text, such as `EXERCISE`, and tells of nothing."""
        trigger, sentence = event.trigger.text, self.text(self.sentence_of(event))
        return len(trigger) > 4 and trigger.isupper() and not (sentence.isupper() and len(stems(sentence)) > 2)

    def landmark(self, event: Event, words: re.Pattern[str] = LANDMARK) -> bool:
        """Whether a trigger only says when or why something else was: “since the storm”, “in revenge for the raid”."""
        text = self.reports[event.report].text[event.sentence.start : event.trigger.start]
        return words.search(text) is not None

    def dated(self, event: Event) -> bool:
        """Whether an event's own sentence gives its time."""
        days = bounds(event.time)
        return days is not None and any(
            event.sentence.start <= t.start < event.sentence.end and bounds(t.value) == days and not self.doubtful(t)
            for t in self.times.get(event.report, ())
        )

    def doubtful(self, time: Time) -> bool:
        """Whether a bare weekday is taken for one six days before its report: where the day had already begun when the
        report was written, it is the next one, and nothing says which."""
        published, days = bounds(self.reports[time.report].published.value), bounds(time.value)
        if published is None or days is None or not WEEKDAY.search(time.text):
            return False
        return (published[0] - days[1]).days == 6

    def dateline(self, report: str) -> SourceSpan | None:
        """Where a report says when it was published."""
        stated = self.reports[report].published
        if stated.start is None or stated.end is None:
            return None
        return SourceSpan(report=report, start=stated.start, end=stated.end)

    def rank(self, report: str) -> tuple[str, str]:
        """Sorts reports by publication."""
        known = self.reports[report].published
        return (known.value or known.bounds or "9999", report)

    def day(self, report: str) -> str:
        """The day of publication, or what is known of it."""
        return self.rank(report)[0][:10]
