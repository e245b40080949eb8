"""Annotated sentences of a window -> what each head should say."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extract.labels import ATTRIBUTES, HEADS, POINTERS, ROLES, TAGGERS
from dateline.extract.windows import Sentence, Window
from training.corpus import Annotated, Claim, Extent

UNASKED = -100
"""The label of a word that nobody annotated: it counts for nothing (torch's `ignore_index`)."""
LAYER = {"name": "names", "time": "times", "figure": "figures", "trigger": "events", "cue": "claims", "bare": "claims"}
"""The layer that each tagger reads."""
LABEL = {head: {label: n for n, label in enumerate(labels)} for head, labels in HEADS.items()}


@dataclass(slots=True)
class Anchor:
    """A word that links leave from, the words of its sentence, and the spans (first, last word) its links should find.
    `pointers` has an entry for each pointer that is asked here: (0, 0) for none."""

    word: int
    low: int
    high: int
    pointers: dict[str, tuple[int, int]] = field(default_factory=dict)
    content: list[tuple[int, int]] | None = None


@dataclass(slots=True)
class Targets:
    """The right answers for one window: a label (or UNASKED) a word for each tagger, (word, label) pairs for each
    attribute, (first, last, label) for those that both ends of a span tell."""

    tags: dict[str, list[int]]
    attributes: dict[str, list[tuple[int, int]]]
    both: dict[str, list[tuple[int, int, int]]]
    anchors: list[Anchor]


def make_targets(annotated: Sequence[Annotated], encoded: Sequence[Sentence], window: Window) -> Targets:
    """The targets of a window over `encoded`, whose sentences stand in `annotated` at the same index."""
    tags = {head: [0] * window.size for head in TAGGERS}
    targets = Targets(tags, {head: [] for head in ATTRIBUTES}, {head: [] for head in ("unit", "what")}, [])
    for index, first in zip(window.sentences, window.words, strict=True):
        _Filler(annotated[index], encoded[index], first, targets).fill()
    return targets


class _Filler:
    """Writes the layers of one sentence into the targets of its window."""

    def __init__(self, sentence: Annotated, encoded: Sentence, first: int, targets: Targets) -> None:
        self.sentence = sentence
        self.encoded = encoded
        self.first = first
        self.targets = targets

    def fill(self) -> None:
        size = len(self.encoded.heads)
        for head in TAGGERS:
            if LAYER[head] not in self.sentence.layers:
                self.targets.tags[head][self.first : self.first + size] = [UNASKED] * size
        for name in self.sentence.names:
            self.tag("name", name.span, name.type)
        for time in self.sentence.times:
            self.tag("time", time.span, time.type)
        for figure in self.sentence.figures:
            if (words := self.tag("figure", figure.span, "figure")) is not None:
                self.attribute("qualifier", words[0], figure.qualifier)
                self.targets.both["unit"].append((*words, LABEL["unit"][figure.unit]))
                self.targets.both["what"].append((*words, LABEL["what"][figure.what]))
        for event in self.sentence.events:
            if (words := self.tag("trigger", event.trigger, event.kind)) is not None:
                self.attribute("status", words[0], event.status)
                if not self.sentence.whole:
                    continue
                pointers = {role: self.pointer(getattr(event, role)) for role in ROLES}
                self.targets.anchors.append(self.anchor(words[0], pointers))
        for claim in self.sentence.claims:
            self.claim(claim)

    def claim(self, claim: Claim) -> None:
        content = [words for span in claim.content if (words := self.words(span)) is not None]
        if not content:
            return
        source = self.pointer(claim.source)
        if claim.cue is not None and (words := self.tag("cue", claim.cue, "cue")) is not None:
            at = words[0]
        else:
            at, label = (source[0], "source") if source[0] else (content[0][0], "content")
            self.targets.tags["bare"][at] = LABEL["bare"][label]
        self.attribute("claim_kind", at, claim.kind)
        anchor = self.anchor(at, {POINTERS[-1]: source})
        anchor.content = content
        self.targets.anchors.append(anchor)

    def anchor(self, word: int, pointers: dict[str, tuple[int, int]]) -> Anchor:
        return Anchor(word, self.first, self.first + len(self.encoded.heads), pointers)

    def words(self, span: Extent) -> tuple[int, int] | None:
        """First and last word that the span touches, in the window."""
        first = bisect_right(self.encoded.ends, span[0])
        last = bisect_left(self.encoded.starts, span[1]) - 1
        return (self.first + first, self.first + last) if first <= last else None

    def pointer(self, span: Extent | None) -> tuple[int, int]:
        return (0, 0) if span is None else self.words(span) or (0, 0)

    def tag(self, head: str, span: Extent, label: str) -> tuple[int, int] | None:
        """Mark a span that no earlier one of its head touches."""
        words = self.words(span)
        tags = self.targets.tags[head]
        if words is None or any(tags[words[0] : words[1] + 1]):
            return None
        tags[words[0]] = LABEL[head][label]
        tags[words[0] + 1 : words[1] + 1] = [LABEL[head]["I"]] * (words[1] - words[0])
        return words

    def attribute(self, head: str, word: int, label: str) -> None:
        self.targets.attributes[head].append((word, LABEL[head][label]))
