"""Keys: under which keys a report is compared with others. An inverted index of sorted runs, searched in memory.

A table of keys costs more the larger it grows: each key lands on a page of its own, which is read, changed and written
for its sake. Here each step's keys are one sorted run, and two runs of about one size are merged, as a counter carries:
an entry is rewritten log2(reports) times in all, always as part of one long array. The writer holds the runs in memory
while it works, 8 bytes an entry; readers of the account never need them.

Entries stand in the order in which reports were numbered, so that of a long list its beginning can be taken.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, delete, insert, select

from dateline.store.tables import key_runs, numbers

Entries = npt.NDArray[np.uint64]
"""Each the low half of a key above a report's number. Half a key does: of 10 million entries every 400th key meets one
that it shares no word with, and the texts are compared in any case."""
Sizes = npt.NDArray[np.int64]
LOW = np.uint64(0xFFFFFFFF)
HALF = np.uint64(32)


class Wanted(NamedTuple):
    """Which of the reports that share a key with another are asked for. `least`: how many keys they share;
    `share`: at least this part of the keys of whichever report has fewer; `walked`: under a key that more reports have,
    only so many are looked at, those that came first (null: all)."""

    least: int = 1
    share: float = 0.0
    walked: int | None = None


class KeyIndex:
    """The keys of all reports of a store. It must not outlive the time in which its holder is the one writer."""

    def __init__(self, connection: Connection) -> None:
        self._runs: dict[str, list[tuple[int, Entries]]] = {}
        self._sizes: dict[str, Sizes] = {}
        last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'numbers'").scalar() or 0
        living = np.zeros(last + 1, dtype=bool)
        living[[0, *connection.execute(select(numbers.c.number)).scalars()]] = True
        for row in connection.execute(select(key_runs).order_by(key_runs.c.seq)):
            run = np.frombuffer(row.entries, dtype="<u8")
            self._runs.setdefault(row.kind, []).append((row.seq, run if living.all() else run[living[run & LOW]]))

    def put(self, connection: Connection, reports: Sequence[str], **keys: Sequence[Sequence[int]]) -> None:
        """Index reports under their keys, in place of those they had; `keys`: a kind, and the keys of each report."""
        if not reports:
            return
        self._drop([number for number, _ in _numbered(connection, "report", reports)])
        forget(connection, reports)
        connection.execute(insert(numbers), [{"report": report} for report in reports])
        number_of = {report: number for number, report in _numbered(connection, "report", reports)}
        own = np.array([number_of[report] for report in reports], dtype=np.uint64)
        for kind, values in keys.items():
            askers, halves = _flat(values)
            run = np.sort(halves << HALF | own[askers])
            if kind in self._sizes:
                self._sizes[kind] = _count([run], self._sizes[kind])
            self._append(connection, kind, run)

    def candidates(
        self, connection: Connection, kind: str, keys: Mapping[str, Sequence[int]], wanted: Wanted
    ) -> dict[str, list[str]]:
        """For each of the reports, given with their keys, the others that are wanted, sorted."""
        askers, halves = _flat(list(keys.values()))
        found = _search([run for _, run in self._runs.get(kind, ()) if len(run)], halves << HALF, askers, wanted.walked)
        pairs, shared = np.unique(found, return_counts=True)
        enough = shared >= wanted.least
        pairs, shared = pairs[enough], shared[enough]
        if wanted.share and len(pairs):
            if kind not in self._sizes:
                self._sizes[kind] = _count([run for _, run in self._runs[kind]])
            own = np.bincount(askers.astype(np.int64), minlength=len(keys))[pairs >> HALF]
            pairs = pairs[shared >= wanted.share * np.minimum(own, self._sizes[kind][pairs & LOW])]
        met = dict(_numbered(connection, "number", np.unique(pairs & LOW).tolist()))
        names, others = list(keys), dict[str, list[str]]((report, []) for report in keys)
        for asker, number in zip((pairs >> HALF).tolist(), (pairs & LOW).tolist(), strict=True):
            if (other := met[number]) != names[asker]:
                others[names[asker]].append(other)
        return {report: sorted(listed) for report, listed in others.items()}

    def _drop(self, dead: Sequence[int]) -> None:
        """Leave the entries of reports that are indexed anew out; what is written loses them when runs are merged."""
        if dead:
            gone = np.array(dead, dtype=np.uint64)
            for kind, runs in self._runs.items():
                self._runs[kind] = [(seq, run[~np.isin(run & LOW, gone)]) for seq, run in runs]

    def _append(self, connection: Connection, kind: str, run: Entries) -> None:
        runs = self._runs.setdefault(kind, [])
        merged = []
        while runs and len(runs[-1][1]) < 2 * len(run):
            seq, other = runs.pop()
            merged.append(seq)
            run = np.sort(np.concatenate([other, run]))
        if merged:
            connection.execute(delete(key_runs).where(key_runs.c.seq.in_(merged)))
        added = insert(key_runs).values(kind=kind, entries=run.astype("<u8").tobytes()).returning(key_runs.c.seq)
        runs.append((connection.execute(added).scalar_one(), run))


def forget(connection: Connection, reports: Sequence[str]) -> None:
    """Let no report be compared with these any more; their entries are left out when the index is opened."""
    query = "DELETE FROM numbers WHERE report IN (SELECT value FROM json_each(?))"
    connection.exec_driver_sql(query, (json.dumps(list(reports)),))


def _flat(keys: Sequence[Sequence[int]]) -> tuple[Entries, Entries]:
    """The lower halves of all keys, each once a report, and the place of the report that each is of."""
    sizes = [len(values) for values in keys]
    every = np.fromiter(chain.from_iterable(keys), dtype=np.uint64, count=sum(sizes))
    joined = np.unique(np.repeat(np.arange(len(keys), dtype=np.uint64), sizes) << HALF | every & LOW)
    return joined >> HALF, joined & LOW


def _search(runs: Sequence[Entries], wanted: Entries, askers: Entries, walked: int | None) -> Entries:
    """The asker above and the number below, for each entry that has a wanted key, the first `walked` under each."""
    order = np.argsort(wanted)  # neighbours in a run are looked for one after the other
    wanted, askers = wanted[order], askers[order]
    left = np.full(len(wanted), np.iinfo(np.int64).max if walked is None else walked)
    found = [wanted[:0]]
    for run in runs:
        first = np.searchsorted(run, wanted)
        hit = np.flatnonzero(run[np.minimum(first, len(run) - 1)] ^ wanted <= LOW)
        first = first[hit]
        sizes = np.minimum(np.searchsorted(run, wanted[hit] | LOW, side="right") - first, left[hit])
        left[hit] -= sizes
        at = np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)
        found.append(np.repeat(askers[hit], sizes) << HALF | run[at] & LOW)
    return np.concatenate(found)


def _count(runs: Sequence[Entries], before: Sizes | None = None) -> Sizes:
    """How many entries each number has, by number."""
    counted = [np.bincount((run & LOW).astype(np.int64)) for run in runs if len(run)]
    total = np.zeros(max((len(c) for c in (*counted, before) if c is not None), default=0), dtype=np.int64)
    for each in (*counted, before):
        if each is not None:
            total[: len(each)] += each
    return total


def _numbered(connection: Connection, column: str, values: Sequence[int] | Sequence[str]) -> list[tuple[int, str]]:
    """Numbers and reports, by either."""
    query = f"SELECT number, report FROM numbers WHERE {column} IN (SELECT value FROM json_each(?))"
    return [(row[0], row[1]) for row in connection.exec_driver_sql(query, (json.dumps(list(values)),))]
