"""Found -> Reading: spans become mentions, by the rules of the guidelines that need no learning."""

from collections.abc import Sequence
from typing import Final, cast

from dateline.extract.counted import read_figures
from dateline.extract.cues import whole_cues
from dateline.extract.figurative import literal
from dateline.extract.modality import status_of
from dateline.extract.names import agree
from dateline.extract.passage import Found, FoundClaim, FoundEvent, Passage, Stretch
from dateline.extract.quoted import unclaimed
from dateline.extract.senses import in_sense
from dateline.extract.time_spans import whole_times
from dateline.extract.time_types import type_of
from dateline.extract.triggers import whole
from dateline.extract.words import Tuning, calibrated
from dateline.model import (
    ClaimMention,
    EventMention,
    FigureMention,
    NameMention,
    Reading,
    Span,
    TimeMention,
)
from dateline.model.mention import ClaimKind, EventKind, NameType, Status, TimeType

PAIRS: Final = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'"}
"""Opening quotation marks and what closes them."""


def make_reading(report: str, passage: Passage, found: Found, tuning: Tuning) -> Reading:
    """The reading of one passage, each list sorted by start."""
    maker = _Maker(passage, tuning)
    found_events = in_sense(literal(whole(found.events, passage.text), passage.text), passage.text)
    events = sorted((maker.event(e) for e in found_events), key=lambda m: (m.trigger.start, m.trigger.end))
    claims = [maker.claim(c) for c in whole_cues(found.claims, passage.text)]
    claims += unclaimed(passage.text, passage.sentences, claims)
    figures = read_figures(passage.text, passage.sentences, found, events, lambda chance: maker.sure(chance, "figure"))
    counts = [f for f in figures if f.qualifier == "range"]
    return Reading(
        report=report,
        sentences=tuple(passage.sentences),
        names=tuple(sorted((maker.name(s) for s in agree(found.names, passage.text)), key=lambda m: (m.start, m.end))),
        times=tuple(
            sorted(
                (
                    maker.time(s)
                    for s in whole_times(found.times, passage.text)
                    if not _ends_range(s, counts, passage.text)
                ),
                key=lambda m: (m.start, m.end),
            )
        ),
        figures=figures,
        claims=tuple(sorted(claims, key=lambda m: (m.content[0].start, m.content[0].end))),
        events=tuple(events),
    )


def _ends_range(time: Stretch, ranges: Sequence[FigureMention], text: str) -> bool:
    """Whether what was read as a year is one end of a range of counts: "between 1000 and 1800 bakers"."""
    return text[time.start : time.end].isdigit() and any(f.start <= time.start and time.end <= f.end for f in ranges)


class _Maker:
    def __init__(self, passage: Passage, tuning: Tuning) -> None:
        self.passage = passage
        self.text = passage.text
        self.tuning = tuning

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

    def event(self, e: FoundEvent) -> EventMention:
        roles = {role: self.span(s) for role, s in e.roles.items()}
        trigger, kind = self.span(e.trigger), cast(EventKind, e.trigger.label)
        sentence = self.passage.sentences[e.sentence]
        before, after = self.text[sentence.start : trigger.start], self.text[trigger.end : sentence.end]
        return EventMention(
            trigger=trigger,
            kind=kind,
            status=status_of(before, trigger.text, kind, after) or cast(Status, e.status),
            sentence=sentence,
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
