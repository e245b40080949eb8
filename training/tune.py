"""Model and held-out sentences -> Tuning: how readily each head says "none", and calibrated confidence.

Only a dozen numbers are fitted, each by itself: the bias that gives the best F1 of the layer it belongs to, overlap
before exact (the smallest within half a point of the best: the set is small), then slope and offset of a logistic
curve from raw to calibrated confidence.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.extract.decode import decode
from dateline.extract.mentions import make_reading
from dateline.extract.network import Network
from dateline.extract.passage import Found, Prepared, gather, joined, prepare
from dateline.extract.windows import make_batch
from dateline.extract.words import Output, Tuning, calibrated
from training.corpus import Annotated
from training.evaluate import annotated, arguments_read, passage_of
from training.score import Labelled, layer, pairs, score

BIASES: Final = {
    "name": "names",
    "time": "times",
    "figure": "figures",
    "trigger": "events",
    "bare": "content",
    "actor": "arguments",
    "target": "arguments",
    "place": "arguments",
    "time_role": "arguments",
}
STEPS: Final = (-2.0, -1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5)
LAYERS: Final = ("name", "time", "figure", "claim", "trigger")


class Tuner:
    """The outputs of a model over held-out documents, decoded again and again."""

    def __init__(self, network: Network, corpus: Sequence[Sequence[Annotated]]) -> None:
        self.corpus = corpus
        self.gold = [s for d in corpus for s in d]
        self.prepared = prepare(network, [passage_of(d) for d in corpus])
        self.outputs = [[network.run(make_batch([(p.parts, w)])) for w in p.windows] for p in self.prepared]

    def found(self, tuning: Tuning) -> list[Found]:
        """What is found under a tuning."""
        return [_found(p, outputs, tuning) for p, outputs in zip(self.prepared, self.outputs, strict=True)]

    def read(self, tuning: Tuning) -> list[Annotated]:
        """The same in the form of the corpus."""
        return [
            s
            for document, ready, found in zip(self.corpus, self.prepared, self.found(tuning), strict=True)
            for s in annotated(document, make_reading("", ready.passage, found, tuning))
        ]

    def f1(self, tuning: Tuning, name: str) -> float:
        """Overlap F1 of a layer under a tuning, and a third of its exact F1."""
        read = self.read(tuning)
        tally = arguments_read(self.gold, read) if name == "arguments" else score(self.gold, read)[name]
        return 200 * (tally.right + tally.exact / 3) / max(1, tally.gold + tally.read)


def tune(network: Network, corpus: Sequence[Sequence[Annotated]]) -> Tuning:
    """The tuning of a model."""
    tuner = Tuner(network, corpus)
    none: dict[str, float] = {}
    for bias, name in BIASES.items():
        scores = {step: tuner.f1(Tuning(none={**none, bias: step}), name) for step in STEPS}
        best = max(scores.values())
        none[bias] = min((s for s in STEPS if scores[s] >= best - 0.5), key=abs)
    none = {bias: step for bias, step in none.items() if step}
    return Tuning(none=none, calibration=calibrate(tuner, Tuning(none=none)))


def calibrate(tuner: Tuner, tuning: Tuning) -> dict[str, tuple[float, float]]:
    """Slope and offset by layer, fitted on what was found and whether it was right by overlap and label."""
    return {name: _logistic(answers) for name, answers in _answers(tuner, tuning).items() if answers}


def calibration_error(tuner: Tuner, tuning: Tuning) -> dict[str, float]:
    """Mean gap, in points, between confidence and the share that is right, over five bins of confidence."""
    errors: dict[str, float] = {}
    for name, answers in _answers(tuner, tuning).items():
        given = [(calibrated(chance, name, tuning), right) for chance, right in answers]
        gap = 0.0
        for low in range(5):
            inside = [(c, r) for c, r in given if min(int(5 * c), 4) == low]
            gap += abs(sum(c for c, _ in inside) - sum(r for _, r in inside))
        errors[name] = round(100 * gap / max(1, len(given)), 1)
    return errors


def _answers(tuner: Tuner, tuning: Tuning) -> dict[str, list[tuple[float, bool]]]:
    """Raw probability of everything found, by layer, and whether it was right."""
    seen: dict[str, list[tuple[float, bool]]] = {name: [] for name in LAYERS}
    for document, ready, found in zip(tuner.corpus, tuner.prepared, tuner.found(tuning), strict=True):
        starts = [r.start for r in ready.passage.sentences]
        for name, gold, read in _compared(document, starts, found):
            right = {m for _, m in pairs(gold, [span for span, _ in read])}
            seen[name] += [(chance, m in right) for m, (_, chance) in enumerate(read)]
    return seen


Read = list[tuple[Labelled, float]]


def _compared(
    document: Sequence[Annotated], starts: Sequence[int], found: Found
) -> Iterable[tuple[str, list[Labelled], Read]]:
    """Gold and read spans of each layer of a document, in its own code points; a claim is its longest content."""

    def placed(name: str) -> list[Labelled]:
        return [
            Labelled(start + s.start, start + s.end, s.label)
            for start, sentence in zip(starts, document, strict=True)
            for s in layer(sentence, name)
        ]

    yield "name", placed("names"), [(Labelled(s.start, s.end, s.label), s.chance) for s in found.names]
    yield "time", placed("times"), [(Labelled(s.start, s.end, s.label), s.chance) for s in found.times]
    yield "figure", placed("figures"), [(Labelled(f.span.start, f.span.end), f.span.chance) for f in found.figures]
    yield "claim", placed("content"), [(Labelled(c.content[0].start, c.content[0].end), c.chance) for c in found.claims]
    yield (
        "trigger",
        placed("events"),
        [(Labelled(e.trigger.start, e.trigger.end, e.trigger.label), e.trigger.chance) for e in found.events],
    )


def _found(ready: Prepared, outputs: Sequence[Output], tuning: Tuning) -> Found:
    readings = decode(outputs, ready.windows, tuning)
    return joined([gather(ready, *told) for told in zip(ready.windows, readings, outputs, strict=True)])


def _logistic(answers: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Newton steps on slope and offset, held near the identity where there is little to learn from; a step is halved
    until it helps, since a nearly perfect layer would otherwise run away."""
    p = np.clip(np.array([c for c, _ in answers]), 1e-4, 1 - 1e-4)
    x = np.stack([np.log(p / (1 - p)), np.ones(len(p))])
    y = np.array([right for _, right in answers], float)

    def loss(beta: NDArray[np.float64]) -> float:
        odds = beta @ x
        return float((np.logaddexp(0, odds) - y * odds).sum() + ((beta - [1.0, 0.0]) ** 2).sum() / 2)

    beta = np.array([1.0, 0.0])
    for _ in range(50):
        guess = 0.5 * (1 + np.tanh((beta @ x) / 2))
        gradient = x @ (y - guess) - (beta - [1.0, 0.0])
        hessian = (x * (guess * (1 - guess))) @ x.T + np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        while loss(beta + step) > loss(beta) and np.abs(step).max() > 1e-6:
            step = step / 2
        beta = beta + step
    return round(float(beta[0]), 3), round(float(beta[1]), 3)
