"""StoryKeys -> groups: which reports are alike, and which of them average linkage puts together.

A component may be a whole war, and in a war every report shares some word with every other: no matrix over it is held.
Likeness is worked out row by row from the reports that have each word. One walk over the rows keeps of each report only
the strongest join to those before it (a maximum spanning forest); every cut of the forest gives the components at that
cut. A matrix is made of what is left, `LARGEST` reports at most. Memory grows with the words of the reports, time with
the pairs that share a word.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.model import StoryKeys

Row = npt.NDArray[np.float64]
FAR = ((365, 0.6), (90, 0.7), (30, 0.85))
"""Reports more than that many days apart need that much more in common: a city is bombed again after months, in the
same words, and that is another situation."""
LARGEST = 1500
"""A component larger than this is cut at a higher likeness first: average linkage is quadratic."""
STEP = 1.25
"""How much higher. Reports that no cut up to 1 parts, each all but the same as the next, are one story as they are."""
FEW = 2
"""A group of no more reports is a leftover: linkage asks as much likeness of the hundredth report of a story as of the
second, but the more reports, the wider the story, and the less alike any report is to all of them."""
CENTRE = 0.25
"""How alike the centres of a leftover and a larger group must be for it to go there. B³ on the news-events set
(evals/stories.py) is level from .23 to .26."""


class Alike:
    """How alike reports are. `alike[i]`: report i with every one, itself among them."""

    def __init__(self, keys: Sequence[StoryKeys], copies: Mapping[str, Sequence[str]]) -> None:
        """`copies`: by report those that are wholly alike whatever their words."""
        terms = [sorted(k.terms) for k in keys]
        sizes = [len(t) for t in terms]
        weights = np.fromiter((x for t in terms for _, x in t), dtype=np.float64, count=sum(sizes))
        hashes = np.fromiter((w for t in terms for w, _ in t), dtype=np.int64, count=sum(sizes))
        _, words, counts = np.unique(hashes, return_inverse=True, return_counts=True)
        by_word = np.argsort(words, kind="stable")
        self._weights, self._edges = weights, [0, *np.cumsum(sizes).tolist()]
        self._last = np.cumsum(counts)[words]
        self._first = self._last - counts[words]
        self._holders = np.repeat(np.arange(len(keys)), sizes)[by_word]
        self._held = weights[by_word]
        self._undated = np.array([not k.day for k in keys], dtype=bool)
        self._days = np.array([date.fromisoformat(k.day).toordinal() if k.day else 0 for k in keys], dtype=np.int64)
        position = {k.report: i for i, k in enumerate(keys)}
        self._copies = [[position[c] for c in copies.get(k.report, ()) if c in position] for k in keys]

    def __len__(self) -> int:
        """How many reports."""
        return len(self._copies)

    def __getitem__(self, i: int) -> Row:
        """The words are summed up in the order of their hashes, so that each pair has one likeness, to the last bit."""
        own = slice(self._edges[i], self._edges[i + 1])
        row: Row = np.zeros(len(self))
        if own.start < own.stop:
            spans = [slice(a, b) for a, b in zip(self._first[own].tolist(), self._last[own].tolist(), strict=True)]
            held = np.concatenate([self._held[s] for s in spans])
            held *= np.repeat(self._weights[own], self._last[own] - self._first[own])
            holders = np.concatenate([self._holders[s] for s in spans])
            row += np.bincount(holders, weights=held, minlength=len(self))
        if not self._undated[i]:
            apart = np.minimum(np.abs(self._days - self._days[i]), len(_BY_DAYS) - 1)
            apart[self._undated] = 0
            row *= _BY_DAYS[apart]
        row[self._copies[i]] = 1.0
        return row


class Join(NamedTuple):
    """A report, which of those before it is most like it, and how much; -1 where none is left that is like any."""

    report: int
    beside: int
    weight: float


def days_weight(apart: int) -> float:
    """What likeness counts at a distance in days."""
    return next((weight for days, weight in FAR if apart > days), 1.0)


_BY_DAYS = np.array([days_weight(apart) for apart in range(max(FAR)[0] + 2)])


def components(alike: Alike, cut: float) -> list[list[int]]:
    """Reports connected at the cut; at higher cuts while more than LARGEST are."""
    todo, done = [(strongest_joins(alike), cut)], []
    while todo:
        joins, cut = todo.pop()
        root: dict[int, int] = {}
        parts: dict[int, list[Join]] = {}
        for join in joins:  # what a report stands beside comes before it
            root[join.report] = root[join.beside] if join.weight >= cut else join.report
            parts.setdefault(root[join.report], []).append(join)
        for part in parts.values():
            if len(part) > LARGEST and cut * STEP <= 1:
                todo.append((part, cut * STEP))
            else:
                done.append(sorted(join.report for join in part))
    return done


def strongest_joins(alike: Alike) -> list[Join]:
    """A maximum spanning forest, in the order in which Prim's walk meets the reports."""
    taken, not_met = -2.0, -1.0
    best = np.full(len(alike), not_met)
    beside = np.zeros(len(alike), dtype=np.int64)
    joins = []
    for _ in range(len(alike)):
        at = int(best.argmax())
        joins.append(Join(at, int(beside[at]), float(best[at])))
        best[at] = taken
        row = alike[at]
        nearer = np.flatnonzero((row > best) & (best > taken))
        best[nearer], beside[nearer] = row[nearer], at
    return joins


def link(alike: npt.NDArray[np.float64], cut: float) -> list[list[int]]:
    """Average linkage (UPGMA) at the cut, and its leftovers taken in; ties go to the earlier members, so the order of
    reports never matters."""
    near = alike.round(9)
    np.fill_diagonal(near, -1.0)
    groups: list[list[int]] = [[i] for i in range(len(near))]
    size = np.ones(len(near))
    beside = near.argmax(axis=1)
    best = near[np.arange(len(near)), beside]
    while best.max() >= cut:
        i = int(best.argmax())
        j = int(beside[i])
        merged = (near[i] * size[i] + near[j] * size[j]) / (size[i] + size[j])
        near[i], near[:, i] = merged, merged
        near[j], near[:, j] = -1.0, -1.0
        near[i, i] = -1.0
        size[i] += size[j]
        groups[i], groups[j] = sorted(groups[i] + groups[j]), []
        closer = np.flatnonzero((merged > best) | ((merged == best) & (i < beside)))
        best[closer], beside[closer] = merged[closer], i
        moved = np.union1d(np.flatnonzero((beside == i) | (beside == j)), [i, j])
        beside[moved] = near[moved].argmax(axis=1)
        best[moved] = near[moved, beside[moved]]
    return take_in_leftovers(alike, [g for g in groups if g])


def take_in_leftovers(alike: npt.NDArray[np.float64], groups: list[list[int]]) -> list[list[int]]:
    """Groups of few reports go to the larger group whose centre is most like theirs, if it is like enough. All are
    compared with the groups as linkage left them, so that none goes before another."""
    groups = sorted(groups)
    few = np.array([len(g) <= FEW for g in groups], dtype=bool)
    if few.all() or not few.any():
        return groups
    near = between_centres(alike, groups).round(9)
    near[:, few] = -1.0
    host = near.argmax(axis=1)
    goes = few & (near[np.arange(len(groups)), host] >= CENTRE)
    joined = [list(g) for g in groups]
    for i in np.flatnonzero(goes):
        joined[host[i]] += groups[i]
    return [sorted(g) for g, gone in zip(joined, goes, strict=True) if not gone]


def between_centres(alike: npt.NDArray[np.float64], groups: Sequence[Sequence[int]]) -> npt.NDArray[np.float64]:
    """How alike the centres of groups are: the cosine of the sums of their reports."""
    order = np.concatenate([np.array(g, dtype=np.int64) for g in groups])
    starts = np.cumsum([0, *(len(g) for g in groups[:-1])])
    near = alike[np.ix_(order, order)]
    np.fill_diagonal(near, 1.0)
    sums = np.add.reduceat(np.add.reduceat(near, starts, axis=0), starts, axis=1)
    lengths = np.sqrt(sums.diagonal())
    centres: npt.NDArray[np.float64] = sums / np.outer(lengths, lengths)
    return centres
