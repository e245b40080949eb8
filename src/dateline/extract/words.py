"""What the network gives for a window, and what is decoded from it: spans of words.

Words are indices into the window; `[CLS]`, word 0, stands for "none".
"""

import math
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Tuning(msgspec.Struct, frozen=True):
    """What was fitted on held-out sentences: logits taken from the start of a span by tagger and added to "none" by
    pointer, and the slope and offset that turn a layer's raw log-odds into a calibrated confidence."""

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


def log_softmax(x: Floats) -> Floats:
    """Over the last axis."""
    shifted = x - x.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def calibrated(chance: float, layer: str, tuning: Tuning) -> float:
    """A raw probability as the share of such readings that proved right, to two digits."""
    slope, offset = tuning.calibration.get(layer, (1.0, 0.0))
    p = min(max(chance, 1e-4), 1 - 1e-4)
    return round(1 / (1 + math.exp(-(slope * math.log(p / (1 - p)) + offset))), 2)
