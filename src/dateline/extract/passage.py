"""Passage -> spans of its text: windows through the network and back to code points.

A passage is a text with its sentences marked: the story blocks of a report, or a document of the corpus.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final

import numpy as np

from dateline.extract.decode import decode
from dateline.extract.network import Network
from dateline.extract.windows import Sentence, Window, encode_sentences, make_batch, pack, split_long
from dateline.extract.words import Floats, Output, WordReading, WordSpan
from dateline.model import Range

THREADS: Final = 2
TOGETHER: Final = 8
"""Windows decoded side by side, at most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its sentences, in order and apart from each other."""

    text: str
    sentences: Sequence[Range]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of the passage's text, its label and the probability of both."""

    start: int
    end: int
    label: str
    chance: float


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure with what was learned of it."""

    span: Stretch
    qualifier: str
    unit: str
    what: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim."""

    source: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]
    kind: str
    chance: float


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event; `sentence` is the index of its sentence, `vector` the encoder's view of it."""

    trigger: Stretch
    status: str
    roles: dict[str, Stretch]
    sentence: int
    vector: bytes


@dataclass(slots=True)
class Found:
    """What was found in one passage, in text order."""

    names: list[Stretch] = field(default_factory=list)
    times: list[Stretch] = field(default_factory=list)
    figures: list[FoundFigure] = field(default_factory=list)
    claims: list[FoundClaim] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A passage ready to run: its sentences as pieces, the index of the sentence that each is (a part of), windows."""

    passage: Passage
    parts: list[Sentence]
    sentence_of: list[int]
    windows: list[Window]


def read_passages(network: Network, passages: Sequence[Passage]) -> Iterator[Found]:
    """What the network finds in each passage, in order, as soon as it is found; each is read as if it were alone."""
    prepared = prepare(network, passages)
    jobs = [(ready, window) for ready in prepared for window in ready.windows]
    together = min(TOGETHER, -(-len(jobs) // THREADS)) or 1
    groups = [jobs[at : at + together] for at in range(0, len(jobs), together)]
    with ThreadPoolExecutor(THREADS) as pool:
        found = chain.from_iterable(pool.map(lambda group: _run(network, group), groups))
        for ready in prepared:
            yield joined(list(islice(found, len(ready.windows))))


def prepare(network: Network, passages: Sequence[Passage]) -> list[Prepared]:
    """Pieces and windows of every passage."""
    encoded = iter(
        encode_sentences(network.tokenizer, [p.text[r.start : r.end] for p in passages for r in p.sentences])
    )
    prepared = []
    for passage in passages:
        parts: list[Sentence] = []
        sentence_of: list[int] = []
        for index in range(len(passage.sentences)):
            for part in split_long(next(encoded)):
                parts.append(part)
                sentence_of.append(index)
        prepared.append(Prepared(passage, parts, sentence_of, pack(parts)))
    return prepared


def _run(network: Network, group: Sequence[tuple[Prepared, Window]]) -> list[Found]:
    """What is found in each window. What the network says of a window is some megabytes: it is let go here, so that
    memory does not grow with what is read in one call."""
    outputs = [network.run(make_batch([(ready.parts, window)])) for ready, window in group]
    readings = decode(outputs, [window for _, window in group], network.tuning)
    return [
        gather(ready, window, reading, output)
        for (ready, window), reading, output in zip(group, readings, outputs, strict=True)
    ]


def joined(parts: Sequence[Found]) -> Found:
    """What was found in the windows of one passage, together."""
    return Found(
        names=[x for p in parts for x in p.names],
        times=[x for p in parts for x in p.times],
        figures=[x for p in parts for x in p.figures],
        claims=[x for p in parts for x in p.claims],
        events=[x for p in parts for x in p.events],
    )


def gather(ready: Prepared, window: Window, reading: WordReading, output: Output) -> Found:
    """The reading of one window as code points of its passage's text."""
    place = Placing(ready, window)
    return Found(
        names=[place.stretch(s) for s in reading.names],
        times=[place.stretch(s) for s in reading.times],
        figures=[FoundFigure(place.stretch(f.span), f.qualifier, f.unit, f.what) for f in reading.figures],
        claims=[
            FoundClaim(
                None if c.source is None else place.stretch(c.source),
                None if c.cue is None else place.stretch(c.cue),
                tuple(place.stretch(s) for s in c.content),
                c.kind,
                c.chance,
            )
            for c in reading.claims
        ],
        events=[
            FoundEvent(
                place.stretch(e.trigger),
                e.status,
                {role: place.stretch(s) for role, s in e.roles.items()},
                ready.sentence_of[place.part_of(e.trigger.first)[0]],
                vector,
            )
            for e, vector in zip(
                reading.events, place.vectors([e.trigger for e in reading.events], output.states), strict=True
            )
        ],
    )


class Placing:
    """From the words of a window back to the text."""

    def __init__(self, ready: Prepared, window: Window) -> None:
        self.ready = ready
        self.window = window

    def part_of(self, word: int) -> tuple[int, int]:
        """The part that a word stands in, and the first word of that part."""
        n = bisect_right(self.window.words, word) - 1
        return self.window.sentences[n], self.window.words[n]

    def stretch(self, span: WordSpan) -> Stretch:
        """A span of words as code points of the passage's text."""
        part, first = self.part_of(span.first)
        sentence = self.ready.parts[part]
        offset = self.ready.passage.sentences[self.ready.sentence_of[part]].start
        start = offset + sentence.starts[span.first - first]
        end = offset + sentence.ends[span.last - first]
        return Stretch(start, end, span.label, span.chance)

    def vectors(self, triggers: Sequence[WordSpan], states: Floats) -> list[bytes]:
        """The encoder's view of each trigger, and half as much of its sentence, as 384 signed bytes. (Over ECB+ the
        trigger alone tells best, the sentence alone worst.)"""
        if not triggers:
            return []
        sentences = 0.5 * _units(np.add.reduceat(states[: self.window.size], self.window.words))
        told = _units(np.stack([states[t.first : t.last + 1].sum(0) for t in triggers]))
        both = told + sentences[[bisect_right(self.window.words, t.first) - 1 for t in triggers]]
        steps = np.rint(both / (np.abs(both).max(1, keepdims=True) + 1e-9) * 127).astype(np.int8)
        return [row.tobytes() for row in steps]


def _units(vectors: Floats) -> Floats:
    """Each row at length one."""
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), np.float32)
