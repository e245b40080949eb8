"""Account -> View: the account with its links followed, for exports that walk from a statement to its sentence."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from dateline.english.sentences import find_sentences
from dateline.model import (
    Account,
    Claim,
    Contradiction,
    Entity,
    Event,
    Figure,
    Happening,
    Origin,
    Place,
    Range,
    Record,
    Report,
    Series,
)
from dateline.model.edtf import Days, bounds

T = TypeVar("T", bound=Record)
NATURE = frozenset({"hazard", "accident"})
"""Kinds in which nobody acts."""
QUOTE = 600
"""Characters of a quoted sentence at most."""


class View:
    """One account, indexed. Every lookup of an id that the account holds succeeds; others give None."""

    def __init__(self, account: Account) -> None:
        """Index the account's records by id."""
        self.account = account
        self.reports: dict[str, Report] = {r.id: r for r in account.reports}
        self.origins: dict[str, Origin] = {o.id: o for o in account.origins}
        self.entities: dict[str, Entity] = {e.id: e for e in account.entities}
        self.places: dict[str, Place] = {p.entity: p for p in account.places}
        self.claims: dict[str, Claim] = {c.id: c for c in account.claims}
        self.figures: dict[str, Figure] = {f.id: f for f in account.figures}
        self.events: dict[str, Event] = {e.id: e for e in account.events}
        self.happenings: dict[str, Happening] = {h.id: h for h in account.happenings}
        self.contradictions: dict[str, Contradiction] = {c.id: c for c in account.contradictions}
        self._read: dict[str, list[Range]] = {}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in order of publication, undated ones last."""
        ordered = sorted(self.reports.values(), key=lambda r: (r.published.value or "9999", r.id))
        return {r.id: n for n, r in enumerate(ordered)}

    @cached_property
    def series_of(self) -> dict[str, list[Series]]:
        """The series that count what a happening did, by happening id."""
        found: dict[str, list[Series]] = defaultdict(list)
        for series in self.account.series:
            if series.happening:
                found[series.happening].append(series)
        return found

    @cached_property
    def disasters(self) -> set[tuple[str, int]]:
        """The sentences that tell of a disaster or an accident: report and start."""
        return {(e.report, e.sentence.start) for e in self.events.values() if e.kind in NATURE}

    @cached_property
    def disaster_days(self) -> dict[str, list[Days]]:
        """When disasters and accidents befell each place."""
        found: dict[str, list[Days]] = defaultdict(list)
        for happening in self.happenings.values():
            days = bounds(f"{happening.start}/{happening.end or happening.start}") if happening.start else None
            if happening.kind in NATURE and happening.place and days:
                found[happening.place].append(days)
        return found

    def name(self, entity: str | None) -> str:
        """The name of an entity, empty for none."""
        return self.entities[entity].name if entity in self.entities else ""

    def names(self, entities: Iterable[str]) -> str:
        """The names of some entities, each once: two that nothing tells to be one may be called alike."""
        return "; ".join(filter(None, dict.fromkeys(map(self.name, entities))))

    def place(self, entity: str | None) -> Place | None:
        """The grounded place of an entity: null when it is no place or has no coordinates."""
        place = self.places.get(entity or "")
        return place if place is not None and place.lat is not None else None

    def quote(self, report: str, start: int, end: int) -> str:
        """The sentence of a report that holds a span, on one line."""
        text = self.reports[report].text
        first, last = max(0, start - QUOTE), min(len(text), end + QUOTE)
        held = [s for s in self._sentences(report) if s.start < end and start < s.end]
        left, right = (max(first, held[0].start), min(last, held[-1].end)) if held else (start, end)
        return " ".join(text[left:right].split())

    def _sentences(self, report: str) -> list[Range]:
        """The sentences of a report's story, as they were read."""
        if report not in self._read:
            one = self.reports[report]
            self._read[report] = [
                Range(start=block.start + start, end=block.start + end)
                for block in one.story_blocks()
                for start, end in find_sentences(one.text[block.start : block.end])
            ]
        return self._read[report]

    def reports_of(self, happening: Happening) -> list[Report]:
        """The reports that tell a happening, in order of publication."""
        ids = {self.events[e].report for e in happening.events if e in self.events}
        return [self.reports[r] for r in sorted(ids, key=self.order.__getitem__)]

    def sources(self, reports: list[Report]) -> list[str]:
        """The outlets of reports, one for each origin: copies of one original are one source."""
        first: dict[str, str] = {}
        for report in reports:
            first.setdefault(report.origin or report.id, report.outlet or report.id)
        return list(dict.fromkeys(first.values()))
