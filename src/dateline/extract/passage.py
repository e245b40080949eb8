"""Passage -> spans of its text: windows through the network and back to code points.

A passage is a text with its sentences marked: the story blocks of a report, or a document of the corpus.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from dateline.extract.decode import decode
from dateline.extract.network import Network
from dateline.extract.windows import Sentence, Window, encode_sentences, make_batch, pack, split_long
from dateline.extract.words import Floats, Output, WordReading, WordSpan
from dateline.model import Range

THREADS: Final = 2
TOGETHER: Final = 16
"""Windows decoded side by side."""


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


def read_passages(network: Network, passages: Sequence[Passage]) -> list[Found]:
    """What the network finds in each passage; each is read as if it were alone."""
    prepared = prepare(network, passages)
    order = sorted(
        ((p, w) for p, ready in enumerate(prepared) for w in range(len(ready.windows))),
        key=lambda pw: (prepared[pw[0]].windows[pw[1]].size, pw),
    )
    groups = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
    found: dict[tuple[int, int], Found] = {}
    with ThreadPoolExecutor(THREADS) as pool:
        for group, results in zip(groups, pool.map(lambda g: _run(network, prepared, g), groups), strict=True):
            found.update(zip(group, results, strict=True))
    return [joined([found[p, w] for w in range(len(ready.windows))]) for p, ready in enumerate(prepared)]


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


def _run(network: Network, prepared: Sequence[Prepared], group: Iterable[tuple[int, int]]) -> list[Found]:
    """What is found in each window. What the network says of a window is some megabytes: it is let go here, so that
    memory does not grow with what is read in one call."""
    jobs = [(prepared[p], prepared[p].windows[w]) for p, w in group]
    outputs = [network.run(make_batch([(ready.parts, window)])) for ready, window in jobs]
    readings = decode(outputs, [window for _, window in jobs], network.tuning)
    return [
        gather(ready, window, reading, output)
        for (ready, window), reading, output in zip(jobs, readings, outputs, strict=True)
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
                _vector(output.states, e.trigger, *place.extent(e.trigger.first)),
            )
            for e in reading.events
        ],
    )


class Placing:
    """From the words of a window back to the text."""

    def __init__(self, ready: Prepared, window: Window) -> None:
        self.ready = ready
        self.window = window
        self.firsts = np.array(window.words)

    def part_of(self, word: int) -> tuple[int, int]:
        """The part that a word stands in, and the first word of that part."""
        n = int(np.searchsorted(self.firsts, word, "right")) - 1
        return self.window.sentences[n], self.window.words[n]

    def extent(self, word: int) -> tuple[int, int]:
        """First and one past last word of the part that a word stands in."""
        part, first = self.part_of(word)
        return first, first + len(self.ready.parts[part].heads)

    def stretch(self, span: WordSpan) -> Stretch:
        """A span of words as code points of the passage's text."""
        part, first = self.part_of(span.first)
        sentence = self.ready.parts[part]
        offset = self.ready.passage.sentences[self.ready.sentence_of[part]].start
        start = offset + sentence.starts[span.first - first]
        end = offset + sentence.ends[span.last - first]
        return Stretch(start, end, span.label, span.chance)


def _vector(states: Floats, trigger: WordSpan, first: int, last: int) -> bytes:
    """The trigger, and half as much its sentence, as 384 signed bytes. (Over ECB+ the trigger alone tells best, the
    sentence alone worst.)"""
    said, around = states[trigger.first : trigger.last + 1].mean(0), states[first:last].mean(0)
    both = said / (np.linalg.norm(said) + 1e-9) + 0.5 * around / (np.linalg.norm(around) + 1e-9)
    return bytes(np.rint(both / (np.abs(both).max() + 1e-9) * 127).astype(np.int8).tobytes())
