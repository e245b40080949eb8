"""Keys: under which keys a report is compared with others. An inverted index over runs (`store.runs`).

A report's number is the beginning of its id, so that what stands first under a key does not depend on the order in
which reports came.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from dateline.store.runs import HALF, LOW, Entries, Runs, ranges

BY_REPORT = "indexed INDEXED BY indexed_by_report"
"""The table with the index that SQLite, which knows no sizes, would not choose."""


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
        self._kind, self._wanted = kind, wanted
        self._runs = Runs(connection, kind)
        query = f"SELECT number, size FROM {BY_REPORT} WHERE kind = ? AND report IS NULL ORDER BY number"
        dead = connection.exec_driver_sql(query, (kind,)).all()
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
        self._enlist(connection, {r: size for r, size in zip(new, sizes, strict=True) if r in fresh})
        keys = distinct(np.concatenate([halves, _flat(list(old.values()))[1]]))
        own = self._own(connection, new)[askers]
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
        own = self._own(connection, keys)
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
        rows = sorted(self._rows(connection, distinct(pairs & LOW).tolist()))
        numbers = np.array([row[0] for row in rows], dtype=np.uint64)
        theirs = np.array([row[2] for row in rows], dtype=np.int64)
        own = np.bincount(askers.astype(np.int64), minlength=len(reports))
        at, asker = np.searchsorted(numbers, pairs & LOW), (pairs >> HALF).astype(np.int64)
        alike = shared >= self._wanted.share * np.minimum(own[asker], theirs[at])
        others = dict[str, list[str]]((report, []) for report in reports)
        for i, j in zip(asker[alike].tolist(), at[alike].tolist(), strict=True):
            others[reports[i]].append(rows[j][1])
        return {report: sorted(listed) for report, listed in others.items()}

    def _retire(self, connection: Connection, reports: Collection[str]) -> Entries:
        """Take the numbers of reports away from them; what they were, sorted."""
        if not reports:
            return self._dead[:0]
        given = (self._kind, json.dumps(list(reports)))
        having = "kind = ? AND report IN (SELECT value FROM json_each(?))"
        rows = connection.exec_driver_sql(f"SELECT number, size FROM {BY_REPORT} WHERE {having}", given).all()
        connection.exec_driver_sql(f"UPDATE {BY_REPORT} SET report = NULL WHERE {having}", given)
        self._waste += sum(row.size for row in rows)
        return np.array(sorted(row.number for row in rows), dtype=np.uint64)

    def _enlist(self, connection: Connection, sizes: Mapping[str, int]) -> None:
        """Give reports with so many keys numbers that no entry bears."""
        taken = self._taken(connection, [begins(report) for report in sizes])
        rows = []
        for report, size in sizes.items():
            number = begins(report)
            while number in taken or (number != begins(report) and self._taken(connection, [number])):
                number = (number + 1) % (1 << 32)
            taken.add(number)
            rows.append((self._kind, number, report, size))
        if rows:
            connection.exec_driver_sql("INSERT INTO indexed (kind, number, report, size) VALUES (?, ?, ?, ?)", rows)

    def _append(self, connection: Connection, run: Entries) -> None:
        """Write the entries; when more than half of all would be of numbers retired, all anew."""
        wasteful = 2 * self._waste > len(self._runs)
        if self._runs.append(connection, run, self._dead, all_in_one=wasteful) and len(self._dead):
            connection.exec_driver_sql(f"DELETE FROM {BY_REPORT} WHERE kind = ? AND report IS NULL", (self._kind,))
            self._dead, self._waste = self._dead[:0], 0

    def _taken(self, connection: Connection, numbers: Sequence[int]) -> set[int]:
        return {row[0] for row in self._rows(connection, numbers)}

    def _named(self, connection: Connection, entries: Entries) -> list[str]:
        return (
            sorted(row[1] for row in self._rows(connection, distinct(entries & LOW).tolist())) if len(entries) else []
        )

    def _rows(self, connection: Connection, numbers: Sequence[int]) -> list[tuple[int, str, int]]:
        """Number, report and how many keys it has, of those of the numbers that were given away."""
        query = "SELECT number, report, size FROM indexed WHERE kind = ? AND number IN (SELECT value FROM json_each(?))"
        rows = connection.exec_driver_sql(query, (self._kind, json.dumps(numbers)))
        return [(row[0], row[1], row[2]) for row in rows]

    def _own(self, connection: Connection, reports: Collection[str]) -> Entries:
        """The numbers of reports, in the order given; of those not indexed, what theirs would be."""
        query = f"SELECT report, number FROM {BY_REPORT} WHERE kind = ? AND report IN (SELECT value FROM json_each(?))"
        rows = connection.exec_driver_sql(query, (self._kind, json.dumps(list(reports))))
        known = {row[0]: row[1] for row in rows}
        return np.array([known.get(report, begins(report)) for report in reports], dtype=np.uint64)


def begins(report: str) -> int:
    """The first half of the hash in a report's id."""
    return int(report[1:9], 16)


def distinct(values: Entries) -> Entries:
    """Each value once, sorted."""
    ordered = np.sort(values)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def _rank(holders: Entries) -> npt.NDArray[np.int64]:
    """How many stand before each under the same key."""
    return np.arange(len(holders)) - np.searchsorted(holders, holders >> HALF << HALF)


def _flat(keys: Sequence[Sequence[int]]) -> tuple[Entries, Entries]:
    """The lower halves of all keys, each once a report, and the place of the report that each is of."""
    sizes = [len(values) for values in keys]
    every = np.fromiter(chain.from_iterable(keys), dtype=np.uint64, count=sum(sizes))
    joined = distinct(np.repeat(np.arange(len(keys), dtype=np.uint64), sizes) << HALF | every & LOW)
    return joined >> HALF, joined & LOW
