"""Corpus file -> annotated sentences, each checked when it is read.

The form is that of the reading corpus: one sentence a line, every span `[start, end)` in code points of its text.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from dateline.extract.labels import CLAIM_KINDS, EVENT_KINDS, NAME_TYPES, QUALIFIERS, STATUSES, TIME_TYPES, UNITS
from dateline.model import What

Extent = tuple[int, int]


class CorpusError(ValueError):
    """A line of the corpus breaks its own rules: mend the line."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The base of the corpus records."""


class Name(Record, frozen=True):
    """A name and its type."""

    span: Extent
    type: str


class Time(Record, frozen=True):
    """A time expression and its type; the value is resolved by grammar and not learned."""

    span: Extent
    type: str
    value: str | None = None


class Claim(Record, frozen=True):
    """A claim; a split quotation has several contents."""

    content: tuple[Extent, ...]
    kind: str
    source: Extent | None = None
    cue: Extent | None = None


class Figure(Record, frozen=True):
    """A figure and its value."""

    span: Extent
    qualifier: str
    unit: str
    what: str
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Event(Record, frozen=True):
    """An event and its arguments."""

    trigger: Extent
    kind: str
    status: str
    actor: Extent | None = None
    target: Extent | None = None
    place: Extent | None = None
    time: Extent | None = None


LAYERS = ("names", "times", "claims", "figures", "events")


class Annotated(Record, frozen=True):
    """One sentence; of a layer that is not among its `layers` nothing is known. With fewer than all, events have no
    arguments."""

    id: str
    doc: str
    text: str
    date: str | None = None
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    layers: tuple[str, ...] = LAYERS

    @property
    def whole(self) -> bool:
        """Whether every layer was annotated."""
        return self.layers == LAYERS

    @property
    def domain(self) -> str:
        """The collection that the sentence comes from."""
        return self.doc.split("_", 1)[0]


def read_corpus(path: Path) -> list[Annotated]:
    """Every sentence of a corpus file, in its order; `CorpusError` names the first line that breaks a rule."""
    sentences: list[Annotated] = []
    seen: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                sentence = msgspec.convert(_whole_numbers(json.loads(line)), Annotated)
            except (json.JSONDecodeError, msgspec.ValidationError) as error:
                raise CorpusError(f"{path.name}, line {number}: {error}") from error
            found = list(faults(sentence))
            if sentence.id in seen:
                found.append("its id occurs twice")
            if found:
                raise CorpusError(f"{path.name}, line {number} ({sentence.id}): {'; '.join(found)}")
            seen.add(sentence.id)
            sentences.append(sentence)
    return sentences


def documents(sentences: list[Annotated]) -> list[list[Annotated]]:
    """The sentences by document, in reading order."""
    by_doc: dict[str, list[Annotated]] = {}
    for sentence in sentences:
        by_doc.setdefault(sentence.doc, []).append(sentence)
    return list(by_doc.values())


def spans_of(sentence: Annotated) -> Iterator[Extent]:
    """Every span of every layer."""
    yield from (n.span for n in sentence.names)
    yield from (t.span for t in sentence.times)
    yield from (f.span for f in sentence.figures)
    for claim in sentence.claims:
        yield from (s for s in (claim.source, claim.cue, *claim.content) if s is not None)
    for event in sentence.events:
        yield event.trigger
        yield from (s for s in (event.actor, event.target, event.place, event.time) if s is not None)


def _whole_numbers(line: dict[str, Any]) -> dict[str, Any]:
    """Amounts such as 2.0 as integers."""
    for figure in line.get("figures", ()):
        for bound in ("low", "best", "high"):
            if isinstance(figure.get(bound), float):
                figure[bound] = int(figure[bound] + 0.5)
    return line


def faults(sentence: Annotated) -> Iterator[str]:
    """What breaks the rules of the corpus in a sentence."""
    for start, end in spans_of(sentence):
        if not 0 <= start < end <= len(sentence.text):
            yield f"span {start}-{end} lies outside the text"
    known = (
        *((n.type, NAME_TYPES) for n in sentence.names),
        *((t.type, TIME_TYPES) for t in sentence.times),
        *((c.kind, CLAIM_KINDS) for c in sentence.claims),
        *((e.kind, EVENT_KINDS) for e in sentence.events),
        *((e.status, STATUSES) for e in sentence.events),
        *((f.qualifier, QUALIFIERS) for f in sentence.figures),
        *((f.unit, UNITS) for f in sentence.figures),
        *((f.what, get_args(What)) for f in sentence.figures),
    )
    for layer in LAYERS:
        if getattr(sentence, layer) and layer not in sentence.layers:
            yield f"{layer} are annotated, but are not among its layers"
    for label, labels in known:
        if label not in labels:
            yield f"{label!r} is no label of {', '.join(labels[:4])} …"
