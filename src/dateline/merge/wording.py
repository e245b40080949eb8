"""Texts and readings of one story -> Wording: how rare its words are, how near its triggers stand to each other."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum, log

import numpy as np

from dateline.merge.words import stems
from dateline.model import Reading


class Wording:
    """The stems of a story's sentences and the vectors of its triggers."""

    def __init__(self, texts: Mapping[str, str], readings: Sequence[Reading]) -> None:
        """`texts`: of the reports, by id."""
        self.texts = texts
        self.readings = readings
        self._units: dict[bytes, np.ndarray[tuple[int], np.dtype[np.float32]]] = {}
        self._weights: dict[frozenset[str], float] = {}

    @cached_property
    def vectors(self) -> dict[tuple[str, int, int], bytes]:
        """The encoder's vector of each trigger, by report and span."""
        return {
            (reading.report, e.trigger.start, e.trigger.end): e.vector
            for reading in self.readings
            for e in reading.events
            if e.vector
        }

    @cached_property
    def closeness(self) -> float:
        """The mean cosine of the story's trigger vectors: what two triggers of one story have in common anyway."""
        if len(self.vectors) < 2:
            return 0.0
        rows = np.stack([self._unit(v) for _, v in sorted(self.vectors.items())]).astype(np.float64)
        total, count = float(np.square(rows.sum(axis=0)).sum()), len(rows)
        return (total - count) / (count * (count - 1))

    @cached_property
    def frequency(self) -> dict[str, int]:
        """In how many of the story's sentences each stem stands."""
        counts: dict[str, int] = {}
        for reading in self.readings:
            text = self.texts[reading.report]
            for s in reading.sentences:
                for word in stems(text[s.start : s.end]):
                    counts[word] = counts.get(word, 0) + 1
        return counts

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How rare each stem is among the story's sentences: log of sentences over sentences with it, from 0 to 1."""
        total = sum(len(r.sentences) for r in self.readings)
        scale = log(total + 2)
        return {w: log((total + 2) / (n + 1)) / scale for w, n in self.frequency.items()}

    def _unit(self, vector: bytes) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        """A stored vector at length one."""
        if (known := self._units.get(vector)) is None:
            row = np.frombuffer(vector, np.int8).astype(np.float32)
            known = self._units[vector] = row / (float(np.sqrt(row @ row)) + 1e-6)
        return known

    def nearness(self, a: Sequence[bytes], b: Sequence[bytes]) -> float | None:
        """The highest cosine between two groups of vectors; None where one has none."""
        return max((float(self._unit(x) @ self._unit(y)) for x in a for y in b), default=None)

    def weight(self, words: frozenset[str]) -> float:
        """`weigh` of a set that is asked for again and again."""
        if (known := self._weights.get(words)) is None:
            known = self._weights[words] = self.weigh(words)
        return known

    def alike(self, one: frozenset[str], two: frozenset[str]) -> float:
        """The share of rare words that two sets have in common, over the lighter one; from 0 to 1."""
        less = min(self.weight(one), self.weight(two))
        return self.weigh(one & two) / less if less else 0.0

    def weigh(self, words: Iterable[str]) -> float:
        """The summed rarity of some stems; a stem never seen counts as rare. In any order of the words the same."""
        rarity = self.rarity
        return fsum(rarity.get(w, 1.0) for w in words)
