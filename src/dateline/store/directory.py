"""Sorted entries -> a directory of them: where a key's entries stand, found without halving."""

import numpy as np
import numpy.typing as npt

Entries = npt.NDArray[np.uint64]
"""Each the low half of a key above a report's number. Half a key does: of 10 million entries every 400th key meets one
that it shares no word with, and the texts are compared in any case."""
Places = npt.NDArray[np.int64]
LOW = np.uint64(0xFFFFFFFF)
HALF = np.uint64(32)
STEPS = 8
"""Entries looked at from where a key's beginning starts, before the whole is halved. Nearly all are found by then."""
PART = 1 << 16
"""Entries that a directory is made for at once, so that little memory is touched."""
EIGHTH = np.uint64(7)


class Directory:
    """Where in sorted entries each beginning of a key starts. Keys are hashes, so one or two entries begin alike, and a
    key is found at one place of memory, where halving goes to some twenty, none of which is at hand in a large run. Of
    keys that no entry has, most are known by a mark alone: there is one for how each entry goes on."""

    def __init__(self, entries: Entries) -> None:
        """Count the entries of each beginning, and mark how they go on."""
        bits = min(29, len(entries).bit_length() - 1)  # with the mark's, no more than a key has
        self._entries, self._shift, self._finer = entries, np.uint64(64 - bits), np.uint64(64 - bits - 3)
        self._starts = np.zeros((1 << bits) + 1, dtype=np.uint32)
        self._marks = np.zeros(1 << bits, dtype=np.uint8)
        for at in range(0, len(entries), PART):
            finer = (entries[at : at + PART] >> self._finer).view(np.int64)
            first, after = int(finer[0] >> 3), int(finer[-1] >> 3) + 1
            finer -= first << 3
            self._starts[first + 1 : after + 1] += np.bincount(finer >> 3).astype(np.uint32)
            marks = np.zeros((after - first) << 3, dtype=bool)
            marks[finer] = True
            self._marks[first:after] |= np.packbits(marks, bitorder="little")
        np.cumsum(self._starts, out=self._starts)

    def find(self, keys: Entries) -> tuple[Places, Places]:
        """Which of the keys entries have, and where the first of each stands."""
        beginnings, bits = (keys >> self._shift).view(np.int64), (keys >> self._finer & EIGHTH).astype(np.uint8)
        marked = np.flatnonzero(self._marks[beginnings] >> bits & 1)
        keys, at = keys[marked], self._starts[beginnings[marked]].astype(np.int64)
        before = np.flatnonzero(self._entries.take(at, mode="clip") < keys)
        for _ in range(STEPS):
            after = at[before] + 1
            at[before] = after
            before = before[self._entries.take(after, mode="clip") < keys[before]]
        at[before] = np.searchsorted(self._entries, keys[before])
        hit = np.flatnonzero(self._entries.take(at, mode="clip") ^ keys <= LOW)
        return marked[hit], at[hit]
