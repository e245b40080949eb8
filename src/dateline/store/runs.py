"""Runs: sorted arrays of entries in the store, of which only the blocks are read that can hold what is looked for.

A row an entry costs more the larger the table: each lands on a page of its own, which is read, changed and written for
its sake. Here what comes in together is one run, and four runs of about one size are merged, as a counter carries: an
entry is rewritten log4(reports) times in all, always as part of one long array. The first entry of each block of a run
(its fences) is known from the start, so that one report's keys are looked up in some hundred blocks, whatever the size
of the store; where many are looked up, a run is read once and kept while the writer works, 8 bytes an entry and three
to five for its directory.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from dateline.store.directory import HALF, LOW, Directory, Entries, Places
from dateline.store.tables import runs

BLOCK = 500
"""Entries of a block: with its head it just fits a page of SQLite."""
BLOCKS = 1 << 24
"""More blocks than a run has."""
READ_WHOLE = 0.25
"""A run of which this part was read, block by block, is read as a whole."""
MERGED = 4
"""Runs that become one. Of more an entry is rewritten less often, and looked up in more places."""
LARGE, MANY = 1 << 17, 1000
"""Entries from which on a run has a directory, a smaller one being at hand for the processor as it is, and keys to be
looked up at once that are worth making it."""


@dataclass
class Run:
    """One run. `fences`: the first entry of each block; `entries`: null while they were not read as a whole."""

    seq: int
    size: int
    fences: Entries
    entries: Entries | None = None
    read: int = 0
    _directory: Directory | None = None

    @property
    def places(self) -> tuple[int, int]:
        """The first place that its blocks may have, and the last."""
        return self.seq * BLOCKS, (self.seq + 1) * BLOCKS - 1

    def find(self, part: Entries, keys: Entries) -> tuple[Places, Places]:
        """Which of the sorted keys entries in a part of the run have, and where in it the first of each stands."""
        if self.entries is None or self.size < LARGE or len(keys) < MANY:
            at = np.searchsorted(part, keys)
            hit = np.flatnonzero(part.take(at, mode="clip") ^ keys <= LOW)
            return hit, at[hit]
        self._directory = self._directory or Directory(self.entries)
        return self._directory.find(keys)

    def blocks_under(self, keys: Entries) -> Places:
        """The blocks in which entries under these sorted keys stand, if there are any."""
        first = np.maximum(np.searchsorted(self.fences, keys) - 1, 0)
        last = np.maximum(np.searchsorted(self.fences, keys | LOW, side="right") - 1, 0)
        count = len(self.fences) + 1
        opened = np.bincount(first, minlength=count) - np.bincount(last + 1, minlength=count)
        return np.flatnonzero(np.cumsum(opened))


class Runs:
    """The runs of one kind of keys, in `runs` from the oldest on."""

    def __init__(self, connection: Connection, kind: str) -> None:
        rows = connection.execute(select(runs).where(runs.c.kind == kind).order_by(runs.c.seq))
        self._kind = kind
        self.runs = [Run(row.seq, row.size, np.frombuffer(row.fences, dtype="<u8")) for row in rows]

    def __len__(self) -> int:
        """How many entries there are."""
        return sum(run.size for run in self.runs)

    def holders(self, connection: Connection, halves: Entries, most: int) -> Entries:
        """For each of the sorted halves of keys its place in the list above the number of a report that has it. Of a
        key that more have, at least so many with the smallest numbers."""
        keys = halves << HALF
        found = [keys[:0]]
        for run in self.runs:
            part = self._part(connection, run, keys)
            hit, first = run.find(part, keys)
            if len(hit):
                sizes = np.minimum(_under(keys[hit], part, first), most)
                found.append(np.repeat(hit.astype(np.uint64), sizes) << HALF | part[ranges(first, sizes)] & LOW)
        return merged_in_one(found)

    def append(self, connection: Connection, entries: Entries, dead: Entries, *, all_in_one: bool = False) -> bool:
        """Add sorted entries as a run. Entries of dead numbers are lost where runs are merged; true when none are left
        anywhere."""
        kept = 0 if all_in_one else len(self.runs) - self._mergeable(len(entries))
        merged, self.runs = self.runs[kept:], self.runs[:kept]
        if merged:
            entries = merged_in_one([*(self._whole(connection, run) for run in merged), entries])
            if len(dead):
                entries = entries[~np.isin(entries & LOW, dead)]
            connection.exec_driver_sql("DELETE FROM runs WHERE seq = ?", [(run.seq,) for run in merged])
            with lying_about(connection):
                blocks = "DELETE FROM run_blocks WHERE place BETWEEN ? AND ?"
                connection.exec_driver_sql(blocks, [run.places for run in merged])
        clean = not self.runs
        if len(entries):
            self.runs.append(self._write(connection, entries))
        return clean

    def _mergeable(self, size: int) -> int:
        """How many of the last runs become one with one of this size, which may then be one of so many again."""
        taken = near = 0
        for count, run in enumerate(reversed(self.runs), 1):
            if run.size >= 2 * size:
                break
            near += run.size
            if count - taken == MERGED - 1:
                taken, near, size = count, 0, size + near
        return taken

    def _write(self, connection: Connection, entries: Entries) -> Run:
        fences, raw = entries[::BLOCK].copy(), memoryview(entries.astype("<u8").tobytes())
        row = (self._kind, len(entries), fences.astype("<u8").tobytes())
        query = "INSERT INTO runs (kind, size, fences) VALUES (?, ?, ?) RETURNING seq"
        seq: int = connection.exec_driver_sql(query, row).scalar_one()
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
            run.entries = _joined(connection.exec_driver_sql(query, run.places).scalars())
        return run.entries


@contextmanager
def lying_about(connection: Connection) -> Iterator[None]:
    """Leave what is deleted in its place in the file: builds of SQLite that write zeros over it write every page of a
    run once more. No word can be read from an entry."""
    zeroing: int = connection.exec_driver_sql("PRAGMA secure_delete").scalar_one()
    connection.exec_driver_sql("PRAGMA secure_delete = OFF")
    yield
    connection.exec_driver_sql(f"PRAGMA secure_delete = {zeroing}")


def merged_in_one(parts: Sequence[Entries]) -> Entries:
    """Sorted arrays as one; the stable sort finds that they are sorted, and takes a tenth of the other's time."""
    return np.sort(np.concatenate(parts), kind="stable")


def _under(keys: Entries, entries: Entries, first: Places) -> Places:
    """How many entries stand under each of the keys, of which these are the first. Most are alone."""
    sizes = np.ones(len(keys), dtype=np.int64)
    more = np.flatnonzero(entries.take(first + 1, mode="clip") ^ keys <= LOW)
    sizes[more] = np.searchsorted(entries, keys[more] | LOW, side="right") - first[more]
    return sizes


def ranges(first: Places, sizes: Places) -> Places:
    """The positions from each first on, as many as its size says, one after the other."""
    return np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)


def distinct(values: Entries) -> Entries:
    """Each value once, sorted."""
    ordered = np.sort(values)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def _joined(blocks: Iterable[bytes]) -> Entries:
    return np.frombuffer(b"".join(blocks), dtype="<u8")
