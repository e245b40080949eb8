"""Links of a window -> the spans that hang on a trigger or cue.

A link scores a pair of words of one sentence, the anchor and a word that may begin, end or belong to the span, by a
bilinear form and a bias for their distance. The anchors of a sentence are scored together.
"""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np

from dateline.extract.labels import LINK_SIZE, LINKS, POINTERS, REACH
from dateline.extract.windows import Window
from dateline.extract.words import Floats, Output, Tuning, WordSpan, log_softmax

CONTENT: Final = [LINKS.index(link) for link in ("content_first", "content_last", "content_in")]
FIRST: Final = {role: LINKS.index(f"{role}_first") for role in POINTERS}
LAST: Final = {role: LINKS.index(f"{role}_last") for role in POINTERS}


class Linker:
    """Follows the links of one window."""

    def __init__(self, window: Window, output: Output, tuning: Tuning) -> None:
        self.starts = np.array([*window.words, window.size])
        self.anchors = output.anchors.reshape(-1, len(LINKS), LINK_SIZE)
        self.ends = output.ends.reshape(-1, len(LINKS), LINK_SIZE).transpose(1, 2, 0)
        self.distance = output.distance
        self.tuning = tuning

    def pointers(self, words: Sequence[int], roles: Sequence[str]) -> list[dict[str, WordSpan]]:
        """For each anchor, in ascending order, the best span of each role, unless none is better."""
        links = [n for role in roles for n in (FIRST[role], LAST[role])]
        return [
            found for low, scores in self._by_sentence(words, links) for found in self._best_spans(scores, roles, low)
        ]

    def contents(self, words: Sequence[int]) -> list[tuple[WordSpan, ...]]:
        """For each anchor, in ascending order, the stretches that are its content: first, last and inside words are
        judged apart and agree on a best path."""
        found = []
        for low, scores in self._by_sentence(words, CONTENT):
            chances = 1 / (1 + np.exp(-np.clip(scores[:, 2, 1:], -30, 30)))
            for (first, last, inside), chance in zip(scores[:, :, 1:].tolist(), chances, strict=True):
                spans = best_stretches(first, last, inside)
                found.append(
                    tuple(WordSpan(low + a, low + b, "content", float(chance[a : b + 1].mean())) for a, b in spans)
                )
        return found

    def _by_sentence(self, words: Sequence[int], links: list[int]) -> list[tuple[int, Floats]]:
        """For each sentence with anchors its first word and the scores [anchor, link, none + word]."""
        if not words:
            return []
        anchors = np.array(words)
        left = self.anchors[anchors][:, links].transpose(1, 0, 2)
        offsets = np.clip(np.arange(self.ends.shape[2]) - anchors[:, None], -REACH, REACH) + REACH
        scores = left @ self.ends[links] / np.float32(LINK_SIZE**0.5) + self.distance[links][:, offsets]
        scores = np.ascontiguousarray(scores.transpose(1, 0, 2))
        scored = []
        sentence_of = (np.searchsorted(self.starts, anchors, "right") - 1).tolist()
        for index, group in groupby(range(len(words)), key=sentence_of.__getitem__):
            low, high = int(self.starts[index]), int(self.starts[index + 1])
            rows = list(group)
            own = scores[rows[0] : rows[-1] + 1]
            scored.append((low, np.concatenate([own[:, :, :1], own[:, :, low:high]], -1)))
        return scored

    def _best_spans(self, scores: Floats, roles: Sequence[str], low: int) -> list[dict[str, WordSpan]]:
        chances = log_softmax(scores)
        first, last = chances[:, ::2], chances[:, 1::2]
        best_end = np.maximum.accumulate(last[:, :, :0:-1], -1)[:, :, ::-1]  # from each word on
        pairs = first[:, :, 1:] + best_end
        odds, starts = pairs.max(-1), pairs.argmax(-1)
        bias = np.array([self.tuning.none.get(BIAS.get(role, role), 0.0) for role in roles], np.float32)
        found = odds > first[:, :, 0] + last[:, :, 0] + bias
        spans: list[dict[str, WordSpan]] = [{} for _ in scores]
        for anchor, n in np.argwhere(found).tolist():
            start = int(starts[anchor, n])
            end = start + int(last[anchor, n, 1 + start :].argmax())
            chance = math.exp(float(odds[anchor, n]) / 2)
            spans[anchor][roles[n]] = WordSpan(low + start, low + end, roles[n], chance)
        return spans


BIAS: Final = {"time": "time_role"}
"""Names in `Tuning.none` where a role is called like a tagger."""


def best_stretches(first: list[float], last: list[float], inside: list[float]) -> list[tuple[int, int]]:
    """The set of stretches with the highest sum of log-odds; the single best one where every set scores below zero."""
    outside, closed = 0.0, -1e9  # best score with the word before outside, or as the end of a stretch
    within: float = -1e9
    entered: list[bool] = []
    ended: list[bool] = []
    for a, z, i in zip(first, last, inside, strict=True):
        free = max(outside, closed)
        ended.append(closed > outside)
        enter = free + a
        entered.append(enter >= within)
        within = max(within, enter) + i
        outside = free
        closed = within + z
    spans: list[tuple[int, int]] = []
    word = len(first)
    in_closed = closed > outside
    while True:
        if not in_closed:
            word -= 1
            if word < 0:
                break
            in_closed = ended[word]
            continue
        end = word - 1
        start = end
        while not entered[start]:
            start -= 1
        spans.append((start, end))
        word = start
        in_closed = ended[word]
    return spans[::-1] or [_best_stretch(first, last, inside)]


def _best_stretch(first: list[float], last: list[float], inside: list[float]) -> tuple[int, int]:
    best, found = -1e18, (0, 0)
    running, start = -1e18, 0
    for word, (a, z, i) in enumerate(zip(first, last, inside, strict=True)):
        if a >= running:
            running, start = a, word
        running += i
        if running + z > best:
            best, found = running + z, (start, word)
    return found
