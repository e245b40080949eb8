"""Runs: sorted arrays of entries in the store, of which only the blocks are read that can hold what is looked for.

A row an entry costs more the larger the table: each lands on a page of its own, which is read, changed and written for
its sake. Here what comes in together is one run, and two runs of about one size are merged, as a counter carries: an
entry is rewritten log2(reports) times in all, always as part of one long array. The first entry of each block of a run
(its fences) is known from the start, so that one report's keys are looked up in some hundred blocks, whatever the size
of the store; where many are looked up, a run is read once and kept while the writer works, 8 bytes an entry.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, delete, insert, select

from dateline.store.tables import run_blocks, runs

Entries = npt.NDArray[np.uint64]
"""Each the low half of a key above a report's number. Half a key does: of 10 million entries every 400th key meets one
that it shares no word with, and the texts are compared in any case."""
LOW = np.uint64(0xFFFFFFFF)
HALF = np.uint64(32)
BLOCK = 500
"""Entries of a block: with its head it just fits a page of SQLite."""
BLOCKS = 1 << 24
"""More blocks than a run has."""
READ_WHOLE = 0.25
"""A run of which this part was read, block by block, is read as a whole."""


@dataclass
class Run:
    """One run. `fences`: the first entry of each block; `entries`: null while they were not read as a whole."""

    seq: int
    size: int
    fences: Entries
    entries: Entries | None = None
    read: int = 0

    def blocks_under(self, keys: Entries) -> npt.NDArray[np.int64]:
        """The blocks in which entries under these sorted keys stand, if there are any."""
        first = np.maximum(np.searchsorted(self.fences, keys) - 1, 0)
        last = np.maximum(np.searchsorted(self.fences, keys | LOW, side="right") - 1, 0)
        count = len(self.fences) + 1
        opened = np.bincount(first, minlength=count) - np.bincount(last + 1, minlength=count)
        return np.flatnonzero(np.cumsum(opened))


class Runs:
    """The runs of one kind of keys."""

    def __init__(self, connection: Connection, kind: str) -> None:
        rows = connection.execute(select(runs).where(runs.c.kind == kind).order_by(runs.c.seq))
        self._kind = kind
        self._runs = [Run(row.seq, row.size, np.frombuffer(row.fences, dtype="<u8")) for row in rows]

    def __len__(self) -> int:
        """How many entries there are."""
        return sum(run.size for run in self._runs)

    def holders(self, connection: Connection, halves: Entries, most: int) -> Entries:
        """For each of the sorted halves of keys its place in the list above the number of a report that has it. Of a
        key that more have, at least so many with the smallest numbers."""
        keys = halves << HALF
        found = [keys[:0]]
        for run in self._runs:
            part = self._part(connection, run, keys)
            first = np.searchsorted(part, keys)
            hit = np.flatnonzero(part[np.minimum(first, len(part) - 1)] ^ keys <= LOW)
            first = first[hit]
            sizes = np.minimum(np.searchsorted(part, keys[hit] | LOW, side="right") - first, most)
            found.append(np.repeat(hit.astype(np.uint64), sizes) << HALF | part[ranges(first, sizes)] & LOW)
        return merged_in_one(found)

    def append(self, connection: Connection, entries: Entries, dead: Entries, *, all_in_one: bool = False) -> bool:
        """Add sorted entries as a run. Entries of dead numbers are lost where runs are merged; true when none are left
        anywhere."""
        merged = []
        while self._runs and (all_in_one or self._runs[-1].size < 2 * len(entries)):
            run = self._runs.pop()
            merged.append(run)
            entries = merged_in_one([self._whole(connection, run), entries])
        if merged and len(dead):
            entries = entries[~np.isin(entries & LOW, dead)]
        for run in merged:
            connection.execute(delete(runs).where(runs.c.seq == run.seq))
            place = run_blocks.c.place
            connection.execute(delete(run_blocks).where(place.between(run.seq * BLOCKS, (run.seq + 1) * BLOCKS - 1)))
        clean = not self._runs
        if len(entries):
            self._runs.append(self._write(connection, entries))
        return clean

    def _write(self, connection: Connection, entries: Entries) -> Run:
        fences, raw = entries[::BLOCK].copy(), memoryview(entries.astype("<u8").tobytes())
        added = insert(runs).values(kind=self._kind, size=len(entries), fences=fences.astype("<u8").tobytes())
        seq = connection.execute(added.returning(runs.c.seq)).scalar_one()
        step = 8 * BLOCK
        rows = [(seq * BLOCKS + i, raw[i * step : (i + 1) * step]) for i in range(len(fences))]
        connection.exec_driver_sql("INSERT INTO run_blocks (place, entries) VALUES (?, ?)", rows)
        return Run(seq, len(entries), fences, entries)

    def _part(self, connection: Connection, run: Run, keys: Entries) -> Entries:
        """Blocks of a run that have all its entries under these keys, as one sorted array."""
        if run.entries is not None:
            return run.entries
        blocks = run.blocks_under(keys)
        run.read += len(blocks)
        if run.read > READ_WHOLE * len(run.fences):
            return self._whole(connection, run)
        query = "SELECT entries FROM run_blocks WHERE place IN (SELECT value FROM json_each(?)) ORDER BY place"
        places = json.dumps((run.seq * BLOCKS + blocks).tolist())
        return _joined(connection.exec_driver_sql(query, (places,)).scalars())

    def _whole(self, connection: Connection, run: Run) -> Entries:
        if run.entries is None:
            query = "SELECT entries FROM run_blocks WHERE place BETWEEN ? AND ? ORDER BY place"
            limits = (run.seq * BLOCKS, (run.seq + 1) * BLOCKS - 1)
            run.entries = _joined(connection.exec_driver_sql(query, limits).scalars())
        return run.entries


def merged_in_one(parts: Sequence[Entries]) -> Entries:
    """Sorted arrays as one; the stable sort finds that they are sorted, and takes a tenth of the other's time."""
    return np.sort(np.concatenate(parts), kind="stable")


def ranges(first: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The positions from each first on, as many as its size says, one after the other."""
    return np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)


def _joined(blocks: Iterable[bytes]) -> Entries:
    return np.frombuffer(b"".join(blocks), dtype="<u8")
