"""Gold and read spans -> precision, recall, F1 by layer.

A read span is right by overlap when it shares a code point with a gold span of the same sentence, layer and label;
exact when both ends agree too. Spans are paired one to one, exact pairs first, then the longest overlaps. Labels: the
name type, the time type, the event kind; `name_spans`, `time_spans`, `triggers`, figures and claim parts have none. The
parts of claims are scored as sets (a speaker of two claims in one sentence counts once); `claim` pairs whole claims:
contents and cues overlap (or both have none) and so do the sources (or both have none).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from training.corpus import Annotated, Claim, Extent

LABELLED = ("names", "name_spans", "times", "time_spans", "figures", "source", "cue", "content", "events", "triggers")


class Labelled(NamedTuple):
    """A span of a layer."""

    start: int
    end: int
    label: str = ""


class Tally(msgspec.Struct):
    """Counts of one layer, by overlap and exact."""

    gold: int = 0
    read: int = 0
    right: int = 0
    exact: int = 0

    def scores(self) -> dict[str, float]:
        """Percentages with one decimal; 0 where nothing was asked."""
        precision = 100 * self.right / self.read if self.read else 0.0
        recall = 100 * self.right / self.gold if self.gold else 0.0
        both = self.gold + self.read
        return {
            "precision": round(precision, 1),
            "recall": round(recall, 1),
            "f1": round(200 * self.right / both, 1) if both else 0.0,
            "exact_f1": round(200 * self.exact / both, 1) if both else 0.0,
            "gold": self.gold,
        }


def layer(sentence: Annotated, name: str) -> list[Labelled]:
    """The spans of one layer of a sentence, each once."""
    match name:
        case "names" | "times":
            return [Labelled(x.span[0], x.span[1], x.type) for x in getattr(sentence, name)]
        case "name_spans" | "time_spans":
            return [Labelled(*x.span) for x in getattr(sentence, name.replace("_spans", "s"))]
        case "figures":
            return [Labelled(*x.span) for x in sentence.figures]
        case "events":
            return [Labelled(*e.trigger, e.kind) for e in sentence.events]
        case "triggers":
            return [Labelled(*e.trigger) for e in sentence.events]
        case "content":
            return sorted({Labelled(*s) for c in sentence.claims for s in c.content})
        case _:
            return sorted({Labelled(*s) for c in sentence.claims if (s := getattr(c, name)) is not None})


def pairs(gold: Sequence[Labelled], read: Sequence[Labelled]) -> list[tuple[int, int]]:
    """Index pairs of gold and read spans that are the same by overlap and label."""
    found = [
        (a[:2] != b[:2], -shared, n, m)
        for n, a in enumerate(gold)
        for m, b in enumerate(read)
        if a.label == b.label and (shared := overlap(a[:2], b[:2])) > 0
    ]
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    chosen = []
    for _, _, n, m in sorted(found):
        if n not in taken_gold and m not in taken_read:
            taken_gold.add(n)
            taken_read.add(m)
            chosen.append((n, m))
    return chosen


def overlap(a: Extent, b: Extent) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def score(gold: Iterable[Annotated], read: Iterable[Annotated]) -> dict[str, Tally]:
    """A tally of every layer, of whole claims, and of status, figure attributes, claim kinds among what was found."""
    tallies: dict[str, Tally] = {name: Tally() for name in (*LABELLED, "claim")}
    for asked, answer in zip(gold, read, strict=True):
        for name in LABELLED:
            wanted, given = layer(asked, name), layer(answer, name)
            matched = pairs(wanted, given)
            tally = tallies[name]
            tally.gold += len(wanted)
            tally.read += len(given)
            tally.right += len(matched)
            tally.exact += sum(wanted[n][:2] == given[m][:2] for n, m in matched)
        _claims(asked.claims, answer.claims, tallies["claim"])
    return tallies


PAST_OR_PRESENT = {"happened", "ongoing"}
"""What counts as one in `status_loosely`, as in the status accuracy of an account against a gold cluster."""


def agreement(gold: Iterable[Annotated], read: Iterable[Annotated]) -> dict[str, float]:
    """Share of found events, figures and claims whose attribute is right, in percent."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()

    def see(name: str, same: bool) -> None:
        asked[name] += 1
        right[name] += same

    for a, b in zip(gold, read, strict=True):
        for n, m in pairs(layer(a, "triggers"), layer(b, "triggers")):
            statuses = {a.events[n].status, b.events[m].status}
            see("status", len(statuses) == 1)
            see("status_loosely", len(statuses) == 1 or statuses <= PAST_OR_PRESENT)
            see("kind", a.events[n].kind == b.events[m].kind)
        for n, m in pairs(layer(a, "figures"), layer(b, "figures")):
            for name in ("qualifier", "unit", "what"):
                see(name, getattr(a.figures[n], name) == getattr(b.figures[m], name))
            wanted, given = a.figures[n], b.figures[m]
            see("value", (wanted.low, wanted.best, wanted.high) == (given.low, given.best, given.high))
        for n, m in _claim_pairs(a.claims, b.claims):
            see("claim_kind", a.claims[n].kind == b.claims[m].kind)
    return {name: round(100 * right[name] / asked[name], 1) for name in sorted(asked)}


def _claims(gold: Sequence[Claim], read: Sequence[Claim], tally: Tally) -> None:
    matched = _claim_pairs(gold, read)
    tally.gold += len(gold)
    tally.read += len(read)
    tally.right += len(matched)
    tally.exact += sum(
        (a.source, a.cue, a.content) == (b.source, b.cue, b.content)
        for a, b in ((gold[n], read[m]) for n, m in matched)
    )


def _claim_pairs(gold: Sequence[Claim], read: Sequence[Claim]) -> list[tuple[int, int]]:
    found = sorted(
        (-shared, n, m)
        for n, a in enumerate(gold)
        for m, b in enumerate(read)
        if _same(a.cue, b.cue)
        and _same(a.source, b.source)
        and (shared := sum(overlap(x, y) for x in a.content for y in b.content)) > 0
    )
    used: set[tuple[str, int]] = set()
    chosen = []
    for _, n, m in found:
        if ("gold", n) not in used and ("read", m) not in used:
            used |= {("gold", n), ("read", m)}
            chosen.append((n, m))
    return chosen


def _same(a: Extent | None, b: Extent | None) -> bool:
    if a is None or b is None:
        return a is b
    return overlap(a, b) > 0
