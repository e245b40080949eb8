"""Report -> Words: the words of the story as numbers, so that shared passages are found by counting."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from dateline.model import Report

Grams = npt.NDArray[np.uint64]
GRAM = 5
"""Words in a row that count as the same passage: five content and function words rarely recur by chance."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTED = re.compile(
    r"“(?:[^“”]|“[^“”]{1,200}”){3,1000}”|\"[^\"]{3,1000}\"|«[^»]{3,1000}»|``.{3,1000}?''|(?<!\w)[‘'](?=\w)[^\n]{3,600}?(?<=[.,!?\w])['’](?!\w)",
    re.S,
)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


class Words:
    """The words of a report's story blocks: where each stands, whether it is quoted speech, and the hash of each run of
    `GRAM` words (`grams[i]` begins at word i). Case, punctuation and apostrophes do not count."""

    def __init__(self, report: Report) -> None:
        """Read the words of the body blocks; title and captions are too short and too often rewritten."""
        spans: list[tuple[int, int]] = []
        hashes: list[int] = []
        quoted: list[tuple[int, int]] = []
        for block in report.blocks:
            if block.kind != "body":
                continue
            for start, end, word in _words(report.text, block.start, block.end):
                spans.append((start, end))
                hashes.append(_hash(word))
            quoted += [m.span() for m in _QUOTED.finditer(report.text, block.start, block.end)]
        self.spans = np.array(spans, dtype=np.int64).reshape(-1, 2)
        self.vocabulary = frozenset(h for (start, end), h in zip(spans, hashes, strict=True) if end - start > 3)
        self.grams = _rolling(np.array(hashes, dtype=np.uint64), GRAM)
        self.quoted = np.zeros(len(spans), dtype=bool)
        for start, end in quoted:
            self.quoted |= (self.spans[:, 0] >= start) & (self.spans[:, 1] <= end)

    def __len__(self) -> int:
        """How many words."""
        return len(self.spans)


@lru_cache(maxsize=2048)
def read_words(report: Report) -> Words:
    """The words of a report, kept for the comparisons that follow."""
    return Words(report)


def winnow(grams: Grams, window: int) -> list[int]:
    """The smallest hash of every window (Schleimer, Wilkerson, Aiken 2003): two texts that share a passage of
    `window + GRAM - 1` words share a fingerprint, whatever surrounds it."""
    if not len(grams):
        return []
    mixed = (grams ^ (grams >> np.uint64(31))) * _PRIME >> np.uint64(1)
    if len(mixed) <= window:
        return [int(mixed.min())]
    least = np.lib.stride_tricks.sliding_window_view(mixed, window).min(axis=1)
    return [int(x) for x in np.unique(least)]


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text, start, end):
        yield match.start(), match.end(), match.group().replace("'", "").replace("’", "").lower()


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _rolling(words: Grams, size: int) -> Grams:
    """The hash of each run of `size` words (wrapping 64-bit arithmetic)."""
    if len(words) < size:
        return np.zeros(0, dtype=np.uint64)
    runs = len(words) - size + 1
    total = np.zeros(runs, dtype=np.uint64)
    for i in range(size):
        total = total * _PRIME + words[i : i + runs]
    return total
