"""Scores of a window -> spans of words: the best reading that the rules of spans allow.

Words are indices into the window; `[CLS]`, word 0, stands for "none". All windows of a batch are decoded side by side.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.extract.labels import (
    HEADS,
    LINK_SIZE,
    LINKS,
    POINTERS,
    REACH,
    ROLES,
    SLICES,
    TAGGERS,
    WIDTH,
)
from dateline.extract.windows import Window

Floats = NDArray[np.float32]
NEVER: Final = np.float32(-1e4)
SPAN_TAGGERS: Final = tuple(head for head in TAGGERS if head != "bare")
CONTENT: Final = tuple(LINKS.index(link) for link in ("content_first", "content_last", "content_in"))
POINTER_FIRST: Final = {role: LINKS.index(f"{role}_first") for role in POINTERS}
POINTER_LAST: Final = {role: LINKS.index(f"{role}_last") for role in POINTERS}


class Tuning(msgspec.Struct, frozen=True):
    """What was fitted on held-out sentences: logits added to "no span here" by tagger and to "none" by pointer, and the
    slope and offset that turn a layer's raw log-odds into a calibrated confidence."""

    none: dict[str, float] = {}
    calibration: dict[str, tuple[float, float]] = {}


class Output(NamedTuple):
    """What the network gives for one window, a row a word; `distance` is the same for all windows."""

    scores: Floats
    anchors: Floats
    ends: Floats
    states: Floats
    distance: Floats


class WordSpan(NamedTuple):
    """First and last word of a span, its label and the probability of both."""

    first: int
    last: int
    label: str
    chance: float


class WordFigure(NamedTuple):
    """A figure span with its learned attributes."""

    span: WordSpan
    qualifier: str
    unit: str
    what: str


class WordClaim(NamedTuple):
    """A claim with its spans; `chance` is that of cue (or bare anchor) and content."""

    source: WordSpan | None
    cue: WordSpan | None
    content: tuple[WordSpan, ...]
    kind: str
    chance: float


class WordEvent(NamedTuple):
    """An event with its arguments by role."""

    trigger: WordSpan
    status: str
    roles: dict[str, WordSpan]


class WordReading(NamedTuple):
    """All spans of one window."""

    names: list[WordSpan]
    times: list[WordSpan]
    figures: list[WordFigure]
    claims: list[WordClaim]
    events: list[WordEvent]


def decode(outputs: Sequence[Output], windows: Sequence[Window], tuning: Tuning) -> list[WordReading]:
    """The reading of each window."""
    size = max(w.size for w in windows)
    scores = np.zeros((len(windows), size, WIDTH), np.float32)
    for row, output in enumerate(outputs):
        scores[row, : len(output.scores)] = output.scores
    tagged = _decode_taggers(scores, windows, tuning)
    return [
        WindowDecoder(window, output, tuning).reading(spans)
        for window, output, spans in zip(windows, outputs, tagged, strict=True)
    ]


def log_softmax(x: Floats) -> Floats:
    """Over the last axis."""
    shifted = x - x.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def _decode_taggers(scores: Floats, windows: Sequence[Window], tuning: Tuning) -> list[dict[str, list[WordSpan]]]:
    """The spans of every tagger. A span begins with B and goes on with I; it ends with its sentence. Kinds compete only
    once the span is found: B stands for the sum of its kinds."""
    rows, size, _ = scores.shape
    opens = np.zeros((rows, size), bool)
    for row, window in enumerate(windows):
        opens[row, window.words] = True
        opens[row, window.size :] = True
    opens[:, 0] = True
    chances = {head: log_softmax(scores[:, :, SLICES[head]]) for head in SPAN_TAGGERS}
    steps = np.empty((size, len(SPAN_TAGGERS), rows, 3), np.float32)  # O, I, B
    for n, head in enumerate(SPAN_TAGGERS):
        found = chances[head]
        steps[:, n, :, 0] = (found[:, :, 0] + tuning.none.get(head, 0.0)).T
        steps[:, n, :, 1] = np.where(opens, NEVER, found[:, :, 1]).T
        top = found[:, :, 2:].max(-1)
        steps[:, n, :, 2] = (top + np.log(np.exp(found[:, :, 2:] - top[:, :, None]).sum(-1))).T
    path = _best_path(steps)
    readings: list[dict[str, list[WordSpan]]] = [{head: [] for head in SPAN_TAGGERS} for _ in windows]
    for n, head in enumerate(SPAN_TAGGERS):
        labels = TAGGERS[head]
        kinds = chances[head][:, :, 2:].argmax(-1)
        for row, first in np.argwhere(path[:, n].T == 2).tolist():
            if not 0 < first < windows[row].size:
                continue
            last = first
            while last + 1 < windows[row].size and path[last + 1, n, row] == 1:
                last += 1
            kind = int(kinds[row, first])
            chance = float(np.exp(chances[head][row, first, 2 + kind]))
            if last > first:
                chance *= float(np.exp(chances[head][row, first + 1 : last + 1, 1].min()))
            readings[row][head].append(WordSpan(first, last, labels[2 + kind], chance))
    return readings


def _best_path(steps: Floats) -> NDArray[np.int64]:
    """The best sequence of O, I, B for every tagger and row, where I may not follow O (first axis: words)."""
    best = steps[0].copy()
    best[..., 1] = NEVER
    back = np.zeros(steps.shape, np.int64)
    for t in range(1, len(steps)):
        inside = np.where(best[..., 1] >= best[..., 2], 1, 2)
        within = np.maximum(best[..., 1], best[..., 2])
        anything = np.where(best[..., 0] >= within, 0, inside)
        top = np.maximum(best[..., 0], within)
        back[t, ..., 0] = anything
        back[t, ..., 1] = inside
        back[t, ..., 2] = anything
        best = np.stack([top, within, top], -1) + steps[t]
    path = np.zeros(steps.shape[:-1], np.int64)
    path[-1] = best.argmax(-1)
    for t in range(len(steps) - 1, 0, -1):
        path[t - 1] = np.take_along_axis(back[t], path[t][..., None], -1)[..., 0]
    return path


class WindowDecoder:
    """Follows the links of one window."""

    def __init__(self, window: Window, output: Output, tuning: Tuning) -> None:
        self.window = window
        self.scores = output.scores
        self.anchors = output.anchors.reshape(-1, len(LINKS), LINK_SIZE)
        self.ends = output.ends.reshape(-1, len(LINKS), LINK_SIZE)
        self.distance = output.distance
        self.tuning = tuning

    def reading(self, tagged: dict[str, list[WordSpan]]) -> WordReading:
        """Everything that hangs on the tagged spans."""
        return WordReading(
            names=tagged["name"],
            times=tagged["time"],
            figures=[
                WordFigure(
                    s, self.attribute("qualifier", s.first), *(self.of_both(head, s) for head in ("unit", "what"))
                )
                for s in tagged["figure"]
            ],
            claims=self.claims(tagged["cue"]),
            events=[WordEvent(s, self.attribute("status", s.first), self.roles(s.first)) for s in tagged["trigger"]],
        )

    def attribute(self, head: str, word: int) -> str:
        """The best label of a word."""
        return HEADS[head][int(self.scores[word, SLICES[head]].argmax())]

    def of_both(self, head: str, span: WordSpan) -> str:
        """The best label of a span by its first and last word together."""
        scores = self.scores[span.first, SLICES[head]] + self.scores[span.last, SLICES[f"{head}_end"]]
        return HEADS[head][int(scores.argmax())]

    def roles(self, trigger: int) -> dict[str, WordSpan]:
        """The arguments of an event by the first word of its trigger."""
        low, links = self.links(trigger)
        return self.pointers(ROLES, links, low)

    def claims(self, found: Sequence[WordSpan]) -> list[WordClaim]:
        """A claim for each cue, and for each word that a claim without cue hangs on."""
        cues: list[tuple[int, WordSpan | None, float]] = [(c.first, c, c.chance) for c in found]
        bare = self.scores[: self.window.size, SLICES["bare"]]
        odds = log_softmax(bare)
        marked = odds[:, 1:].max(-1) > odds[:, 0] + self.tuning.none.get("bare", 0.0)
        cues += [(word, None, float(1 - np.exp(odds[word, 0]))) for word in np.flatnonzero(marked).tolist() if word]
        claims = []
        for word, cue, chance in sorted(cues, key=lambda c: c[0]):
            low, links = self.links(word)
            content = self.content(links, low)
            source = self.pointers(("source",), links, low)
            kind = self.attribute("claim_kind", word)
            sure = chance * min(c.chance for c in content)
            claims.append(WordClaim(source.get("source"), cue, content, kind, sure))
        return claims

    def sentence(self, word: int) -> tuple[int, int]:
        """The words of the sentence that a word stands in."""
        starts = [*self.window.words, self.window.size]
        index = int(np.searchsorted(starts, word, "right")) - 1
        return starts[index], starts[index + 1]

    def links(self, word: int) -> tuple[int, Floats]:
        """The first word of the anchor's sentence, and the scores [link, none + word] of its links into it."""
        low, high = self.sentence(word)
        ends = np.concatenate([self.ends[:1], self.ends[low:high]])
        offsets = np.clip(np.arange(low, high) - word, -REACH, REACH) + REACH
        offsets = np.concatenate([[max(-word, -REACH) + REACH], offsets])
        scores = np.einsum("ld,wld->lw", self.anchors[word], ends) / LINK_SIZE**0.5
        return low, np.asarray(scores + self.distance[:, offsets], np.float32)

    def pointers(self, roles: Sequence[str], links: Floats, low: int) -> dict[str, WordSpan]:
        """The best span of each role, unless none is better."""
        first = log_softmax(links[[POINTER_FIRST[role] for role in roles]])
        last = log_softmax(links[[POINTER_LAST[role] for role in roles]])
        size = links.shape[1] - 1
        pairs = first[:, 1:, None] + last[:, None, 1:] + _backwards(size)
        best = pairs.reshape(len(roles), -1).argmax(-1).tolist()
        spans: dict[str, WordSpan] = {}
        for n, role in enumerate(roles):
            start, end = divmod(best[n], size)
            odds = float(pairs[n, start, end])
            if odds > float(first[n, 0] + last[n, 0]) + self.tuning.none.get(
                "time_role" if role == "time" else role, 0.0
            ):
                spans[role] = WordSpan(low + start, low + end, role, math.exp(odds / 2))
        return spans

    def content(self, links: Floats, low: int) -> tuple[WordSpan, ...]:
        """The stretches that are content: first, last and inside words are judged apart and agree on a best path."""
        first, last, inside = (links[n, 1:] for n in CONTENT)
        spans = _best_stretches(first.tolist(), last.tolist(), inside.tolist())
        chance = 1 / (1 + np.exp(-np.clip(inside, -30, 30)))
        return tuple(WordSpan(low + a, low + b, "content", float(chance[a : b + 1].mean())) for a, b in spans)


def _best_stretches(first: list[float], last: list[float], inside: list[float]) -> list[tuple[int, int]]:
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


@cache
def _backwards(size: int) -> Floats:
    """What forbids a span of words to end before it starts."""
    return np.tril(np.full((size, size), NEVER, np.float32), -1)


def calibrated(chance: float, layer: str, tuning: Tuning) -> float:
    """A raw probability as the share of such readings that proved right, to two digits."""
    slope, offset = tuning.calibration.get(layer, (1.0, 0.0))
    p = min(max(chance, 1e-4), 1 - 1e-4)
    return round(1 / (1 + math.exp(-(slope * math.log(p / (1 - p)) + offset))), 2)


__all__ = ["Output", "Tuning", "WindowDecoder", "WordReading", "calibrated", "decode"]
