"""Keys: under which keys a report is compared with others. An inverted index over runs (`store.runs`).

A report's number (`store.numbers`) is the beginning of its id, so that what stands first under a key does not depend on
the order in which reports came.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from dateline.store.directory import HALF, LOW, Entries
from dateline.store.numbers import Numbers, begins
from dateline.store.runs import Runs, distinct, ranges


class Wanted(NamedTuple):
    """Which of the reports that share a key with another are asked for. `least`: how many keys they share; `share`: at
    least this part of the keys of whichever report has fewer; `first`: a key counts where one of the two is among the
    first so many that have it, which of a key that everybody has stand for the others."""

    least: int = 1
    share: float = 0.0
    first: int = 1 << 31


class Met(NamedTuple):
    """What came of indexing reports. `others`: for each the others that are wanted, sorted; `displaced`: reports that
    stand for others under a key no longer; `promoted`: reports that do now."""

    others: dict[str, list[str]]
    displaced: list[str]
    promoted: list[str]


class KeyIndex:
    """The keys of one kind of all reports of a store. It must not outlive the time in which its holder is the one
    writer, nor a transaction that failed."""

    def __init__(self, connection: Connection, kind: str, wanted: Wanted) -> None:
        self._wanted = wanted
        self._runs, self._numbers = Runs(connection, kind), Numbers(connection, kind)
        dead = self._numbers.dead(connection)
        self._dead = np.array([row.number for row in dead], dtype=np.uint64)
        self._waste = sum(row.size for row in dead)

    def replace(
        self, connection: Connection, new: Mapping[str, Sequence[int]], old: Mapping[str, Sequence[int]] | None = None
    ) -> Met:
        """Index reports under their new keys in place of the old ones, which must be given of all that are indexed
        already; what has old keys alone is taken out."""
        old = old or {}
        fresh = {report for report in new if report not in old or set(old[report]) != set(new[report])}
        askers, halves = _flat(list(new.values()))
        sizes = np.bincount(askers.astype(np.int64), minlength=len(new)).tolist()
        gone = self._retire(connection, old.keys() - (new.keys() - fresh))
        given = self._numbers.give(connection, {r: size for r, size in zip(new, sizes, strict=True) if r in fresh})
        keys = distinct(np.concatenate([halves, _flat(list(old.values()))[1]]))
        own = self._own(connection, new, given)[askers]
        asked = np.searchsorted(keys, halves).astype(np.uint64) << HALF | own
        added = np.array([report in fresh for report in new], dtype=bool)[askers]
        before = left = self._holders(connection, keys, self._wanted.first + 1 + len(gone))
        if len(gone):
            self._dead = distinct(np.concatenate([self._dead, gone]))
            left = before[~np.isin(before & LOW, gone)]
        after = np.sort(np.concatenate([left, asked[added]]))
        self._append(connection, np.sort((halves << HALF | own)[added]))
        others = self._others(connection, list(new), askers, keys, asked, after)
        return Met(others, *(self._named(connection, moved) for moved in self._moved(before, after, len(keys))))

    def candidates(self, connection: Connection, keys: Mapping[str, Sequence[int]]) -> dict[str, list[str]]:
        """For each of the reports, given with their keys, the others that are wanted, sorted."""
        askers, halves = _flat(list(keys.values()))
        every = distinct(halves)
        own = self._own(connection, keys, {})
        asked = np.searchsorted(every, halves).astype(np.uint64) << HALF | own[askers]
        holders = self._holders(connection, every, self._wanted.first + 1)
        return self._others(connection, list(keys), askers, every, asked, holders)

    def _holders(self, connection: Connection, keys: Entries, most: int = 1 << 32) -> Entries:
        """For each key its place above the numbers of those that have it, at least so many with the smallest."""
        found = self._runs.holders(connection, keys, most + len(self._dead))
        return found[~np.isin(found & LOW, self._dead)] if len(self._dead) else found

    def _moved(self, before: Entries, after: Entries, keys: int) -> tuple[Entries, Entries]:
        """Holders that were among the first of their key and are no longer, and those that are now and were not."""
        counts = [np.bincount((holders >> HALF).astype(np.int64), minlength=keys) for holders in (before, after)]
        crowded = np.maximum(*counts) > self._wanted.first
        if not crowded.any():
            return before[:0], before[:0]
        before, after = (holders[crowded[(holders >> HALF).astype(np.int64)]] for holders in (before, after))
        stood, stand = (holders[_rank(holders) < self._wanted.first] for holders in (before, after))
        return np.intersect1d(np.setdiff1d(stood, stand), after), np.intersect1d(np.setdiff1d(stand, stood), before)

    def _others(
        self,
        connection: Connection,
        reports: Sequence[str],
        askers: Entries,
        keys: Entries,
        asked: Entries,
        holders: Entries,
    ) -> dict[str, list[str]]:
        """For each report the others it is to be compared with. `asked`: for each key of each asker its place in
        `keys` above the asker's number; `holders`: who has these keys, in the same form, sorted."""
        first = np.searchsorted(holders, asked >> HALF << HALF)
        sizes = np.searchsorted(holders, asked | LOW, side="right") - first
        crowded = np.flatnonzero(sizes > self._wanted.first)
        sizes[crowded] = self._wanted.first
        standing = crowded[asked[crowded] <= holders[first[crowded] + self._wanted.first - 1]]
        sizes[standing] = 0
        found = np.repeat(askers, sizes) << HALF | holders[ranges(first, sizes)] & LOW
        if len(standing):  # for others: compared with all of them
            places = distinct(asked[standing] >> HALF)
            every = self._holders(connection, keys[places.astype(np.int64)])
            which = np.searchsorted(places, asked[standing] >> HALF).astype(np.uint64) << HALF
            first = np.searchsorted(every, which)
            sizes = np.searchsorted(every, which | LOW, side="right") - first
            met = np.repeat(askers[standing], sizes) << HALF | every[ranges(first, sizes)] & LOW
            found = np.concatenate([found, met])
        pairs, shared = np.unique(found, return_counts=True)
        enough = (shared >= self._wanted.least) & ~np.isin(pairs, askers << HALF | asked & LOW)
        pairs, shared = pairs[enough], shared[enough]
        rows = self._numbers.given(connection, distinct(pairs & LOW))
        numbers = np.array([row.number for row in rows], dtype=np.uint64)
        theirs = np.array([row.size for row in rows], dtype=np.int64)
        own = np.bincount(askers.astype(np.int64), minlength=len(reports))
        at, asker = np.searchsorted(numbers, pairs & LOW), (pairs >> HALF).astype(np.int64)
        alike = shared >= self._wanted.share * np.minimum(own[asker], theirs[at])
        others = dict[str, list[str]]((report, []) for report in reports)
        for i, j in zip(asker[alike].tolist(), at[alike].tolist(), strict=True):
            others[reports[i]].append(rows[j].report)
        return {report: sorted(listed) for report, listed in others.items()}

    def _retire(self, connection: Connection, reports: Collection[str]) -> Entries:
        """Take the numbers of reports away from them; what they were, sorted."""
        rows = self._numbers.retire(connection, reports) if reports else []
        self._waste += sum(row.size for row in rows)
        return np.array(sorted(row.number for row in rows), dtype=np.uint64)

    def _append(self, connection: Connection, run: Entries) -> None:
        """Write the entries; when more than half of all would be of numbers retired, all anew."""
        wasteful = 2 * self._waste > len(self._runs)
        if self._runs.append(connection, run, self._dead, all_in_one=wasteful) and len(self._dead):
            self._numbers.forget_dead(connection)
            self._dead, self._waste = self._dead[:0], 0

    def _named(self, connection: Connection, entries: Entries) -> list[str]:
        """The reports of entries, sorted."""
        rows = self._numbers.given(connection, distinct(entries & LOW))
        return sorted(row.report for row in rows if row.report is not None)

    def _own(self, connection: Connection, reports: Collection[str], given: Mapping[str, int]) -> Entries:
        """The numbers of reports, in their order, some of which were just given; of those that are not indexed, what
        theirs would be."""
        known = {**given, **self._numbers.of(connection, [report for report in reports if report not in given])}
        return np.array([known.get(report, begins(report)) for report in reports], dtype=np.uint64)


def _rank(holders: Entries) -> npt.NDArray[np.int64]:
    """How many stand before each under the same key."""
    return np.arange(len(holders)) - np.searchsorted(holders, holders >> HALF << HALF)


def _flat(keys: Sequence[Sequence[int]]) -> tuple[Entries, Entries]:
    """The lower halves of all keys, each once a report, and the place of the report that each is of."""
    sizes = [len(values) for values in keys]
    every = np.fromiter(chain.from_iterable(keys), dtype=np.uint64, count=sum(sizes))
    joined = distinct(np.repeat(np.arange(len(keys), dtype=np.uint64), sizes) << HALF | every & LOW)
    return joined >> HALF, joined & LOW
