"""Found -> Reading: spans become mentions, by the rules of the guidelines that need no learning."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, cast

import msgspec

from dateline.extract.figures import make_figure, what_happened
from dateline.extract.names import agree
from dateline.extract.passage import Found, FoundClaim, FoundEvent, FoundFigure, Passage, Stretch
from dateline.extract.quoted import unclaimed
from dateline.extract.time_types import type_of
from dateline.extract.tolls import overlooked
from dateline.extract.words import Tuning, calibrated
from dateline.model import (
    ClaimMention,
    EventMention,
    FigureMention,
    NameMention,
    Range,
    Reading,
    Span,
    TimeMention,
)
from dateline.model.mention import ClaimKind, EventKind, NameType, Status, TimeType

PAIRS: Final = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'"}
"""Opening quotation marks and what closes them."""


ARTICLES: Final = ("a", "an", "the")

ONE: Final = re.compile(
    r"an? (?!(?:few|number|couple|dozen|hundred|thousand|million|billion|third|quarter|half)\b)\D*$", re.I
)
FATES: Final = ("killed", "died", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "trapped")
"""“A / one person counts as 1 only when it is a victim” (guidelines of the reading corpus): “a truck” is no figure."""

NAMED_ALONE: Final = ("org", "media", "person")
"""Types of names that nobody counts by: "126 Observatory" is no noun phrase, "126 Iraqis" is."""

_DENIED: Final = re.compile(
    r"(?:\b(?:not|never)|n['’]t)\s+(?:yet\s+)?(?:to\s+)?(?:have\s+)?(?:been\s+|be\s+)?$|\bno\s+(?:\w+\s+){0,2}$"
    r"|\b(?:fail(?:ed|s)|refus(?:ed|es)|declin(?:ed|es)|unable)\s+to\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Three in four events after these words are negated in the corpus; the model has seen too few to learn it."""


def make_reading(report: str, passage: Passage, found: Found, tuning: Tuning) -> Reading:
    """The reading of one passage, each list sorted by start."""
    maker = _Maker(passage, tuning)
    events = sorted((maker.event(e) for e in found.events), key=lambda m: (m.trigger.start, m.trigger.end))
    read = [maker.without_name(f, found.names) for f in found.figures if maker.counts(f, found.names)]
    figures = sorted((maker.figure(f) for f in [*read, *maker.overlooked(read, found)]), key=lambda m: (m.start, m.end))
    claims = [maker.claim(c) for c in found.claims]
    claims += unclaimed(passage.text, passage.sentences, claims)
    return Reading(
        report=report,
        sentences=tuple(passage.sentences),
        names=tuple(sorted((maker.name(s) for s in agree(found.names, passage.text)), key=lambda m: (m.start, m.end))),
        times=tuple(sorted((maker.time(s) for s in found.times), key=lambda m: (m.start, m.end))),
        figures=maker.settled(figures, events),
        claims=tuple(sorted(claims, key=lambda m: (m.content[0].start, m.content[0].end))),
        events=tuple(events),
    )


class _Maker:
    def __init__(self, passage: Passage, tuning: Tuning) -> None:
        self.passage = passage
        self.text = passage.text
        self.tuning = tuning
        self.starts = [r.start for r in passage.sentences]

    def span(self, stretch: Stretch) -> Span:
        return Span(start=stretch.start, end=stretch.end, text=self.text[stretch.start : stretch.end])

    def sure(self, chance: float, layer: str) -> float:
        return calibrated(chance, layer, self.tuning)

    def name(self, s: Stretch) -> NameMention:
        return NameMention(
            start=s.start,
            end=s.end,
            text=self.text[s.start : s.end],
            type=cast(NameType, s.label),
            confidence=self.sure(s.chance, "name"),
        )

    def time(self, s: Stretch) -> TimeMention:
        words = self.text[s.start : s.end]
        return TimeMention(
            start=s.start,
            end=s.end,
            text=words,
            type=type_of(words) or cast(TimeType, s.label),
            confidence=self.sure(s.chance, "time"),
        )

    def figure(self, f: FoundFigure) -> FigureMention:
        return make_figure(self.text, self.sentence(f.span.start), f, self.sure(f.span.chance, "figure"))

    def counts(self, f: FoundFigure, names: Sequence[Stretch]) -> bool:
        """Whether a span says how many of something: a bare article does not, nor does the number of a name."""
        words = self.text[f.span.start : f.span.end].lower()
        return words not in ARTICLES and not any(n.start <= f.span.start and f.span.end <= n.end for n in names)

    def without_name(self, f: FoundFigure, names: Sequence[Stretch]) -> FoundFigure:
        """The figure without a name that ends it and counts nothing: "toll at least 126 Observatory"."""
        for name in names:
            number = self.text[f.span.start : name.start].rstrip()
            inside = f.span.start < name.start < f.span.end <= name.end
            if inside and name.label in NAMED_ALONE and number[-1:].isdigit():
                return replace(f, span=replace(f.span, end=f.span.start + len(number)))
        return f

    def overlooked(self, read: Sequence[FoundFigure], found: Found) -> Iterable[FoundFigure]:
        """Counts of the dead and hurt that stand beside their word and were not read."""
        taken = sorted((s.start, s.end) for s in (*(f.span for f in read), *found.times, *found.names))
        for sentence in self.passage.sentences:
            near = [t for t in taken if t[0] < sentence.end and sentence.start < t[1]]
            yield from overlooked(self.text[sentence.start : sentence.end], sentence.start, near)

    def settled(self, figures: Sequence[FigureMention], events: Sequence[EventMention]) -> tuple[FigureMention, ...]:
        """The figures with what they count, now that the events are known; one of something is a figure as a victim
        only."""
        told: list[FigureMention] = []
        for figure in figures:
            before = told[-1] if told else None
            what = what_happened(self.text, self.sentence(figure.start), figure, events, before)
            told.append(msgspec.structs.replace(figure, what=what))
        return tuple(f for f in told if f.what in FATES or not ONE.match(f.text))

    def sentence(self, at: int) -> Range:
        return self.passage.sentences[bisect_right(self.starts, at) - 1]

    def claim(self, c: FoundClaim) -> ClaimMention:
        return ClaimMention(
            source=None if c.source is None else self.span(c.source),
            cue=None if c.cue is None else self.span(c.cue),
            content=tuple(self.trimmed(s) for s in c.content),
            kind=cast(ClaimKind, c.kind),
            confidence=self.sure(c.chance, "claim"),
        )

    def trimmed(self, content: Stretch) -> Span:
        """Content without the quotation marks around it; marks that quote a part of it stay."""
        start, end = unquoted(self.text, content.start, content.end)
        return Span(start=start, end=end, text=self.text[start:end])

    def status(self, e: FoundEvent) -> Status:
        """As learned; but what is denied right before its trigger did not happen."""
        before = self.text[max(self.passage.sentences[e.sentence].start, e.trigger.start - 40) : e.trigger.start]
        denied = e.status in ("happened", "ongoing") and _DENIED.search(before)
        return "negated" if denied else cast(Status, e.status)

    def event(self, e: FoundEvent) -> EventMention:
        roles = {role: self.span(s) for role, s in e.roles.items()}
        return EventMention(
            trigger=self.span(e.trigger),
            kind=cast(EventKind, e.trigger.label),
            status=self.status(e),
            sentence=self.passage.sentences[e.sentence],
            actor=roles.get("actor"),
            target=roles.get("target"),
            place=roles.get("place"),
            time=roles.get("time"),
            vector=e.vector,
            confidence=self.sure(e.trigger.chance, "trigger"),
        )


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space, quotation marks, dashes before and commas after it, unless nothing were left."""
    first, last = start, end
    while first < last and (text[first].isspace() or text[first] in "-–—:,"):
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    closing = PAIRS.get(text[first : first + 1])
    if closing and (text[last - 1] == closing or closing not in text[first + 1 : last]):
        last -= text[last - 1] == closing and last - 1 > first
        first += 1
    for opening in [o for o, c in PAIRS.items() if c == text[last - 1 : last] and o not in "‘'"]:
        if opening not in text[first : last - 1]:
            last -= 1
            break
    while first < last and (text[last - 1].isspace() or text[last - 1] in ",;"):
        last -= 1
    return (first, last) if first < last else (start, end)
