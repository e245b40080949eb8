"""Report -> Words: the words of the story as numbers, so that shared passages are found by counting."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

import numpy as np
import numpy.typing as npt

from dateline.model import Range, Report

Grams = npt.NDArray[np.uint64]
GRAM = 5
"""Words in a row that count as the same passage: five content and function words rarely recur by chance."""

_WORD = re.compile(r"(\w+(?:['’]\w+)*)")
_QUOTED = re.compile(
    r"(?=[“\"«`‘'])(?:“(?:[^“”]|“[^“”]{1,200}”){3,1000}(?:”|$)"  # one that goes on in the next paragraph is not closed
    r"|(?<![\w.,!?])\"[^\"]{3,1000}(?:\"|$)"  # glued to what stands before it, the mark ends a quotation
    r"|«[^»]{3,1000}»"
    r"|``.{3,1000}?''"
    r"|(?<!\w)[‘'](?=\w)[^\n]{3,600}?(?<=[.,!?\w])['’](?!\w))",
    re.S,
)
_PERSON = re.compile(r"\bI(?=['’]|\s[a-z])|\b(?:[Ww]e|[Mm]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|[Yy]['’]all)\b")
"""News is told in the third person: a sentence with one of these is speech that lost its marks (a message, a statement,
a reader's comment), or the page that speaks to its reader."""
BREAK = re.compile(r"(?<![.!?])[.!?]+[”\"’']*\s+|\n+")
KNOWN_WORDS = 200_000
_PRIME = np.uint64(0x9E3779B97F4A7C15)


class Words:
    """The words of a report's story blocks: where each stands, whether it is quoted speech, and the hash of each run of
    `GRAM` words (`grams[i]` begins at word i). Case, punctuation and apostrophes do not count."""

    def __init__(self, report: Report) -> None:
        """Read the words of the body blocks; title and captions are too short and too often rewritten."""
        body = _body(report)
        words: list[str] = []
        spans = [np.zeros((0, 2), dtype=np.int64)]
        for start, end in body:
            parts = _WORD.split(report.text[start:end])  # what is between words, a word, what is between ...
            words += parts[1::2]
            edges = start + np.cumsum(np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)))
            spans.append(edges[: len(parts) - 1].reshape(-1, 2))
        hashes = _hashes(words)
        self.spans = np.concatenate(spans)
        self.vocabulary = frozenset(hashes[self.spans[:, 1] - self.spans[:, 0] > 3].tolist())
        self.grams = _rolling(hashes, GRAM)
        self.quoted = np.zeros(len(words), dtype=bool)
        for start, end in body:
            for quote in _QUOTED.finditer(report.text, start, end):
                self._quote(quote.start(), quote.end())
            spoken = [m.start() for m in _PERSON.finditer(report.text, start, end)]
            cuts = [start, *(m.end() for m in BREAK.finditer(report.text, start, end)), end] if spoken else []
            for at in spoken:
                if not self.quoted[np.searchsorted(self.spans[:, 0], at, side="right") - 1]:
                    i = bisect_right(cuts, at)
                    self._quote(cuts[i - 1], cuts[i])

    def _quote(self, start: int, end: int) -> None:
        first, last = np.searchsorted(self.spans[:, 0], (start, end))
        self.quoted[first:last] = True

    def before(self, passage: Range) -> int:
        """How many words stand before a passage."""
        return int(np.searchsorted(self.spans[:, 0], passage.start))

    def __len__(self) -> int:
        """How many words."""
        return len(self.spans)


@lru_cache(maxsize=2048)
def read_words(report: Report) -> Words:
    """The words of a report, kept for the comparisons that follow."""
    return Words(report)


def read_grams(report: Report) -> Grams:
    """The hash of each run of `GRAM` words alone, for reports that are only indexed."""
    words = [_WORD.findall(report.text, start, end) for start, end in _body(report)]
    return _rolling(_hashes(list(chain.from_iterable(words))), GRAM)


def winnow(grams: Grams, window: int) -> list[int]:
    """The smallest hash of every window (Schleimer, Wilkerson, Aiken 2003): two texts that share a passage of
    `window + GRAM - 1` words share a fingerprint, whatever surrounds it. `window` is a power of two."""
    if not len(grams):
        return []
    least = (grams ^ (grams >> np.uint64(31))) * _PRIME >> np.uint64(1)
    if len(least) <= window:
        return [int(least.min())]
    reach = 1
    while reach < window:
        least = np.minimum(least[:-reach], least[reach:])
        reach *= 2
    found: list[int] = _unlike_the_last(np.sort(_unlike_the_last(least))).tolist()
    return found


def _unlike_the_last(values: Grams) -> Grams:
    """The values that differ from the one before them: of windows that overlap most have one least hash."""
    kept: Grams = values[np.concatenate([[True], values[1:] != values[:-1]])]
    return kept


def _body(report: Report) -> list[tuple[int, int]]:
    return [(block.start, block.end) for block in report.blocks if block.kind == "body"]


class _Hashes(dict[str, bytes]):
    """The hash of each word met, case and apostrophes apart: as bytes, of which an array is made faster than of
    numbers. Begins anew when it has KNOWN_WORDS."""

    def __missing__(self, word: str) -> bytes:
        """Hash a new word."""
        if len(self) >= KNOWN_WORDS:
            self.clear()
        plain = word.replace("'", "").replace("’", "").lower()
        self[word] = blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return self[word]


_HASHES = _Hashes()


def _hashes(words: Sequence[str]) -> Grams:
    return np.frombuffer(b"".join(map(_HASHES.__getitem__, words)), dtype=">u8").astype(np.uint64)


def _rolling(words: Grams, size: int) -> Grams:
    """The hash of each run of `size` words (wrapping 64-bit arithmetic)."""
    if len(words) < size:
        return np.zeros(0, dtype=np.uint64)
    runs = len(words) - size + 1
    total = np.zeros(runs, dtype=np.uint64)
    for i in range(size):
        total = total * _PRIME + words[i : i + runs]
    return total
