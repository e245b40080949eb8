"""Report, Reading -> Page: one report with its sentences, for the questions that every rule asks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from dateline.model import Block, EntityType, Form, Range, Reading, Report, Span
from dateline.resolve.entities.lexicon import Known

WORD = re.compile(r"\d{1,3}(?:,\d{3})+|\w+(?:['’.-]\w+)*")
QUOTED = re.compile(r'“([^”\n]*)”?|"((?:[^"\n]|(?<=[.!?] )"(?=[A-Z]))*)"?')
"""A quotation from its opening mark to its closing mark or the end of its line; what opens the next of its paragraphs,
where these were run together, closes none."""
LABEL = re.compile(r"(?m)^[ \t]*([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3})(?:, [A-Z][A-Z ’'-]+)?:(?=\s)")
"""Who speaks, before each turn of a talk: "RANA ODEH, HOST:", then "ODEH:"."""
TURNS = 4
"""Labels from which on a text is taken for a talk."""
COMPASS = r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)"
DISTANCE = r"(?:[\w.,-]+\s+){0,4}?(?:\d+)?(?:km|kms|kilomet(?:er|re)s?|miles?)(?:\s+\([^)]{1,20}\))?"
"""How far one place lies from another: "some 20 kilometres (12 miles)"."""
BODIES = frozenset({"org", "group", "media"})
FAMILY: dict[EntityType, str] = {
    "person": "person", "org": "body", "group": "body", "media": "body", "place": "place", "facility": "place",
    "event": "thing", "other": "thing",
}  # fmt: skip
"""What can be the same thing: a body may be called org by one sentence and group by the next, never person."""


class Stretch(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """Behind the last code point."""


S = TypeVar("S", bound=Stretch)


@dataclass(slots=True, eq=False)
class Mention:
    """A name, description or pronoun on its way to an entity. `key` is what it is compared under, `node` its place in
    the links; `noun` is the head of a description; `within` names that stand inside it."""

    page: int
    start: int
    end: int
    text: str
    form: Form
    type: EntityType
    key: str = ""
    known: Known | None = None
    confidence: float = 1.0
    node: int = -1
    noun: str = ""
    plural: bool = False
    modifiers: tuple[str, ...] = ()
    within: tuple["Mention", ...] = ()

    @property
    def family(self) -> str:
        """Person, place, body or thing."""
        return FAMILY[self.type]


class Page:
    """One report and its reading, with sentences and lines by position."""

    def __init__(self, number: int, report: Report, reading: Reading) -> None:
        self.number = number
        self.report = report
        self.reading = reading
        self.text = report.text
        self.sentences = reading.sentences
        self.starts = [s.start for s in reading.sentences]

    def sentence(self, at: int) -> int:
        """The index of the sentence at a position, or of the one before it; -1 before the first."""
        return bisect_right(self.starts, at) - 1

    def sentence_range(self, at: int) -> Range:
        """The sentence at a position; outside all sentences, its line."""
        index = self.sentence(at)
        if index >= 0 and at < self.sentences[index].end:
            return self.sentences[index]
        return self.line(at)

    def line(self, at: int) -> Range:
        """The line of the text, which is a paragraph in most reports."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return Range(start=start, end=len(self.text) if end < 0 else end)

    def before(self, at: int, letters: int = 60) -> str:
        """The text of the sentence before a position."""
        return self.text[max(self.sentence_range(at).start, at - letters) : at]

    def after(self, at: int, letters: int = 60) -> str:
        """The text of the sentence after a position."""
        return self.text[at : min(max(self.sentence_range(max(at - 1, 0)).end, at), at + letters)]

    @cached_property
    def quotations(self) -> list[Range]:
        """What stands between quotation marks, in text order; one that is left open ends with its line."""
        return [Range(start=m.start() + 1, end=m.end(m.lastindex or 0)) for m in QUOTED.finditer(self.text)]

    def quotation(self, at: int) -> Range | None:
        """The quotation that holds a position."""
        i = bisect_right(self.quotations, at, key=lambda q: q.start) - 1
        return self.quotations[i] if i >= 0 and at < self.quotations[i].end else None

    @cached_property
    def labels(self) -> list[Range]:
        """The labels of the turns of a talk, in text order; none where the text is no talk of at least two."""
        people = {n.start for n in self.reading.names if n.type in ("person", "media", "org")}
        found = [m for m in LABEL.finditer(self.text) if m.start(1) in people]
        talk = len(found) >= TURNS and len({m[1].split()[-1] for m in found}) > 1
        return [Range(start=m.start(1), end=m.end(1)) for m in found] if talk else []

    def caption(self, at: int) -> Block | None:
        """The caption that holds a position: what it says stands beside the story."""
        return next((b for b in self.report.blocks if b.kind == "caption" and b.start <= at < b.end), None)

    @cached_property
    def narrated(self) -> list[int]:
        """How many sentences up to each one say something outside quotation marks and captions, itself included."""
        counts, count = list[int](), 0
        for sentence in self.sentences:
            told = any(c.isalpha() for c in self.outside_quotations(sentence))
            count += told and self.caption(sentence.start) is None
            counts.append(count)
        return counts

    def outside_quotations(self, stretch: Stretch) -> str:
        """The words of a stretch that stand in no quotation."""
        words, at = "", stretch.start
        first = bisect_right(self.quotations, stretch.start, key=lambda q: q.end)
        for quotation in self.quotations[first:]:
            if quotation.start >= stretch.end:
                break
            words += self.text[at : max(at, quotation.start)]
            at = quotation.end
        return words + self.text[at : stretch.end]

    def span(self, start: int, end: int) -> Span:
        """The span with its words."""
        return Span(start=start, end=end, text=self.text[start:end])


def starting_in(found: Sequence[S], stretch: Stretch) -> Sequence[S]:
    """Those of a list in text order that start inside a stretch."""
    first = bisect_left(found, stretch.start, key=lambda s: s.start)
    return found[first : bisect_left(found, stretch.end, lo=first, key=lambda s: s.start)]


def overlaps(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches share a character."""
    return a.start < b.end and b.start < a.end


def contains(outer: Stretch, inner: Stretch) -> bool:
    """Whether one stretch lies inside another."""
    return outer.start <= inner.start and inner.end <= outer.end


def name_at(names: Sequence[Mention], word: tuple[int, int, str]) -> Mention | None:
    """The name that a word belongs to."""
    return next((n for n in names if n.start < word[1] and word[0] < n.end), None)
