"""two reports -> CopyLink: do they rest on one original, and which words show it?

Real wire copies are rewritten: they share as little as 30 % of their three-word sequences, so a whole-document
similarity fails. What counts is how much of the shorter report's own telling (quoted speech set apart: two papers may
hear one spokesman) stands in the other in runs of five words or more.
"""

import numpy as np
import numpy.typing as npt

from dateline.dedupe.agencies import find_agencies
from dateline.dedupe.words import GRAM, Words, read_words, winnow
from dateline.model import CopyLink, Range, Report, Shared, Signature

WINDOW = 16
"""A shared passage of WINDOW + GRAM - 1 = 20 words always gives a shared key."""
COPIED = 0.2
"""Share of the shorter report's telling that makes it a copy (half-copied stories count)."""
WIRED = 0.045
"""The same for two reports that name one agency: chance alone shares under 3 %."""
PASSAGE = 10
"""Words in a row that are no accident of phrasing."""
NEARBY = 200
"""Characters around a shared passage in which an agency's name says whose passage it is."""
SHORTEST = 25
"""Reports of fewer words are compared as a whole only: too little to tell a copy from a formula."""


def sign(report: Report) -> Signature:
    """The keys of one report: winnowed fingerprints of its words."""
    return Signature(report=report.id, keys=tuple(winnow(read_words(report).grams, WINDOW)))


def compare(a: Report, b: Report) -> CopyLink | None:
    """The link between two reports, or null; a function of the pair alone, so that order never matters."""
    if a.id > b.id:
        a, b = b, a
    words_a, words_b = read_words(a), read_words(b)
    in_a, in_b = words_a.shared_with(words_b), words_b.shared_with(words_a)
    if not in_a.any():
        return None
    told = max(_told(words_a, in_a), _told(words_b, in_b))
    shared = _passages(words_a, in_a, words_b)
    longest = max((n for n, _ in shared), default=0)
    agencies = _agencies(a, b, [s for n, s in shared if n >= PASSAGE])
    share = max(float(in_a.mean()), float(in_b.mean()))
    enough = min(len(words_a), len(words_b)) >= SHORTEST
    if told >= COPIED and (enough or share >= 0.8):
        basis, partial = "near_copy", False
        why = f"{share:.0%} of the shorter report stands in the other"
    elif share >= WIRED and agencies and longest >= PASSAGE:
        basis, partial = "wire_credit", False
        why = f"both rest on {' and '.join(sorted(agencies))}: {share:.0%} of the shorter report stands in the other"
    elif longest >= PASSAGE and told > 0:
        basis, partial = "near_copy", True
        why = f"a passage of {longest} words stands in both"
    else:
        return None
    return CopyLink(
        a=a.id,
        b=b.id,
        basis="near_copy" if basis == "near_copy" else "wire_credit",
        share_a=round(float(in_a.mean()), 4),
        share_b=round(float(in_b.mean()), 4),
        shared=tuple(s for _, s in shared),
        version=not partial and _same_outlet(a, b) and told >= COPIED,
        partial=partial,
        why=why,
    )


def _told(words: Words, shared: npt.NDArray[np.bool_]) -> float:
    """The share of a report's own telling (quoted speech set apart) that stands in the other."""
    own = ~words.quoted
    return float(shared[own].mean()) if own.sum() >= GRAM else float(shared.mean())


def _passages(words_a: Words, in_a: npt.NDArray[np.bool_], words_b: Words) -> list[tuple[int, Shared]]:
    """Each shared passage of a with its place in b and its length in words, in the order of a."""
    where_b: dict[int, int] = {}
    for i, gram in enumerate(words_b.grams.tolist()):
        where_b.setdefault(gram, i)
    grams_a = words_a.grams.tolist()
    passages: list[tuple[int, Shared]] = []
    i = 0
    while i < len(grams_a):
        j = where_b.get(grams_a[i]) if in_a[i] else None
        if j is None:
            i += 1
            continue
        n = 1
        while i + n < len(grams_a) and j + n < len(words_b.grams) and grams_a[i + n] == words_b.grams[j + n]:
            n += 1
        length = n + GRAM - 1
        passages.append((length, Shared(a=_range(words_a, i, length), b=_range(words_b, j, length))))
        i += length
    return passages


def _range(words: Words, first: int, length: int) -> Range:
    return Range(start=int(words.spans[first, 0]), end=int(words.spans[first + length - 1, 1]))


def _agencies(a: Report, b: Report, passages: list[Shared]) -> frozenset[str]:
    """Agencies that both reports rest on: credited by one and named by the other, or named beside a shared passage."""
    both = frozenset(a.agencies) & frozenset(b.agencies)
    both |= frozenset(a.agencies) & find_agencies(b.text) if a.agencies else frozenset()
    both |= frozenset(b.agencies) & find_agencies(a.text) if b.agencies else frozenset()
    for shared in passages:
        for report, span in ((a, shared.a), (b, shared.b)):
            both |= find_agencies(report.text, max(0, span.start - NEARBY), span.end + NEARBY)
    return both


def _same_outlet(a: Report, b: Report) -> bool:
    return bool(a.outlet) and a.outlet == b.outlet
