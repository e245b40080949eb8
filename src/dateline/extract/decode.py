"""Scores of a window -> spans of words: the best reading that the rules of spans allow.

All windows of a group are decoded side by side.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.extract.labels import HEADS, ROLES, SLICES, TAGGERS, WIDTH
from dateline.extract.links import Linker
from dateline.extract.windows import Window
from dateline.extract.words import (
    Floats,
    Output,
    Tuning,
    WordClaim,
    WordEvent,
    WordFigure,
    WordReading,
    WordSpan,
    log_softmax,
)

NEVER: Final = np.float32(-1e4)
SPAN_TAGGERS: Final = tuple(head for head in TAGGERS if head != "bare")
LEAST: Final = {"trigger": 0.36}
"""What the likeliest label of a span must at least be given. A span counts only with its label, and F1 is best where
the least chance is half of the F1 that is reached (Lipton, Elkan, Naryanaswamy 2014, "Optimal thresholding of
classifiers to maximize F1 measure"). Other taggers are surer of their labels than of their spans."""


def decode(outputs: Sequence[Output], windows: Sequence[Window], tuning: Tuning) -> list[WordReading]:
    """The reading of each window."""
    size = max(w.size for w in windows)
    scores = np.zeros((len(windows), size, WIDTH), np.float32)
    for row, output in enumerate(outputs):
        scores[row, : len(output.scores)] = output.scores
    tagged = decode_taggers(scores, windows, tuning)
    return [
        _reading(output.scores, Linker(window, output, tuning), spans, window, tuning)
        for window, output, spans in zip(windows, outputs, tagged, strict=True)
    ]


def decode_taggers(scores: Floats, windows: Sequence[Window], tuning: Tuning) -> list[dict[str, list[WordSpan]]]:
    """The spans of every tagger. A span begins with B and goes on with I; it ends with its sentence. Kinds compete only
    once the span is found: B stands for the sum of its kinds."""
    rows, size, _ = scores.shape
    opens = np.zeros((rows, size), bool)
    for row, window in enumerate(windows):
        opens[row, window.words] = True
        opens[row, window.size :] = True
    opens[:, 0] = True
    chances = {head: log_softmax(scores[:, :, SLICES[head]]) for head in SPAN_TAGGERS}
    steps = np.empty((3, size, len(SPAN_TAGGERS), rows), np.float32)  # O, I, B
    for n, head in enumerate(SPAN_TAGGERS):
        found = chances[head]
        steps[0, :, n] = found[:, :, 0].T
        steps[1, :, n] = np.where(opens, NEVER, found[:, :, 1]).T
        top = found[:, :, 2:].max(-1)
        any_kind = top + np.log(np.exp(found[:, :, 2:] - top[:, :, None]).sum(-1))
        begins = np.where(np.exp(top) < LEAST.get(head, 0.0), NEVER, any_kind - tuning.none.get(head, 0.0))
        steps[2, :, n] = begins.T
    path = best_path(steps)
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


def best_path(steps: Floats) -> NDArray[np.int64]:
    """The best sequence of O, I, B for every tagger and row, where I may not follow O. The first axis of `steps` is of
    the three, the second of words."""
    outs, insides, begins = steps
    goes_on, is_out = np.empty(outs.shape, bool), np.empty(outs.shape, bool)
    top, within = np.zeros_like(outs[0]), np.full_like(outs[0], NEVER)  # the best so far, at all and within a span
    for t in range(len(outs)):
        out, inside, begun = top + outs[t], within + insides[t], top + begins[t]
        np.greater_equal(inside, begun, out=goes_on[t])
        within = np.maximum(inside, begun)
        np.greater_equal(out, within, out=is_out[t])
        top = np.maximum(out, within)
    in_span = np.where(goes_on, 1, 2)
    path = np.where(is_out, 0, in_span)
    for t in range(len(path) - 2, -1, -1):
        np.copyto(path[t], in_span[t], where=path[t + 1] == 1)
    return path


def _reading(
    scores: Floats, linker: Linker, tagged: dict[str, list[WordSpan]], window: Window, tuning: Tuning
) -> WordReading:
    """Everything that hangs on the tagged spans of a window."""
    triggers = tagged["trigger"]
    roles = linker.pointers([t.first for t in triggers], ROLES)
    return WordReading(
        names=tagged["name"],
        times=tagged["time"],
        figures=[
            WordFigure(
                span,
                _attribute(scores, "qualifier", span.first),
                _of_both(scores, "unit", span),
                _of_both(scores, "what", span),
            )
            for span in tagged["figure"]
        ],
        claims=_claims(scores, linker, tagged["cue"], window, tuning),
        events=[
            WordEvent(trigger, _attribute(scores, "status", trigger.first), found)
            for trigger, found in zip(triggers, roles, strict=True)
        ],
    )


def _claims(
    scores: Floats, linker: Linker, found: Sequence[WordSpan], window: Window, tuning: Tuning
) -> list[WordClaim]:
    """A claim for each cue, and for each word that a claim without cue hangs on."""
    anchors: list[tuple[int, WordSpan | None, float]] = [(c.first, c, c.chance) for c in found]
    odds = log_softmax(scores[: window.size, SLICES["bare"]])
    marked = odds[:, 1:].max(-1) > odds[:, 0] + tuning.none.get("bare", 0.0)
    anchors += [(word, None, float(1 - np.exp(odds[word, 0]))) for word in np.flatnonzero(marked).tolist() if word]
    anchors.sort(key=lambda a: a[0])
    words = [word for word, _, _ in anchors]
    contents, sources = linker.contents(words), linker.pointers(words, ("source",))
    return [
        WordClaim(
            source=source.get("source"),
            cue=cue,
            content=content,
            kind=_attribute(scores, "claim_kind", word),
            chance=chance * min(c.chance for c in content),
        )
        for (word, cue, chance), content, source in zip(anchors, contents, sources, strict=True)
    ]


def _attribute(scores: Floats, head: str, word: int) -> str:
    """The best label of a word."""
    return HEADS[head][int(scores[word, SLICES[head]].argmax())]


def _of_both(scores: Floats, head: str, span: WordSpan) -> str:
    """The best label of a span by its first and last word together."""
    both = scores[span.first, SLICES[head]] + scores[span.last, SLICES[f"{head}_end"]]
    return HEADS[head][int(both.argmax())]
