"""two reports -> CopyLink: do they rest on one original, and which words show it?

Real wire copies are rewritten: they share as little as 30 % of their three-word sequences, so a whole-document
similarity fails. What counts is how much of the shorter report's own telling (quoted speech set apart: two papers may
hear one spokesman) stands in the other in runs of five words or more.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from dateline.dedupe.agencies import find_agencies, find_hearers
from dateline.dedupe.versions import find_changes
from dateline.dedupe.words import BREAK, GRAM, Grams, Words, read_grams, read_words, winnow
from dateline.model import Basis, CopyLink, Range, Report, Shared, Signature

WINDOW = 8
"""A shared passage of WINDOW + GRAM - 1 = 12 words always gives a shared key."""
PASSAGE = 9
"""Words in a row that count as a passage: shorter runs are formulas ("the Observatory for Human Rights said")."""
INTERVIEW = 12
"""Words of a shared quotation that no two reporters hear alike."""
NEARBY = 150
"""Characters around a quotation in which "told AFP" says who heard it, where they are of one sentence with it."""
DAYS_APART = 2
"""Later than this, shared passages are background unless the whole report was taken over."""
# Calibrated as a set on 300 pairs judged by reading (evals/origins.py), as shares of the shorter report's own words.
ENTIRE = 0.9
WHOLE, WHOLE_WORDS = 0.75, 0.8
MOSTLY, MOSTLY_WORDS = 0.3, 0.65
SCATTERED_DATED, SCATTERED_UNDATED = 0.16, 0.2
BLOCK = 0.4
STATE = 0.4
"""The share of either report in the other from which they are two states of one article."""
LONE = 0.1
"""A single block that makes up most of what is shared is furniture of the page or background, not the story."""
WIRED, WIRED_WORDS = 0.084, 0.6
HEAD = 40
"""Words in which a report tells its own news. What stands below them in both, in one block and nowhere else, is the
background that a paper prints under every report of one war or trial."""


def sign(report: Report) -> Signature:
    """The keys of one report: winnowed fingerprints of its words."""
    return Signature(report=report.id, keys=tuple(winnow(read_grams(report), WINDOW)))


def compare(a: Report, b: Report) -> CopyLink | None:
    """The link between two reports, or null; a function of the pair alone, so that order never matters."""
    if a.id > b.id:
        a, b = b, a
    words_a, words_b = read_words(a), read_words(b)
    if not len(words_a) or not len(words_b):
        return None
    passages = find_passages(words_a, words_b)
    if not passages:
        return None
    alike = _measure(words_a, words_b, passages, _days_apart(a, b))
    heard = _heard_by_one_agency(a, b, passages)
    named = _credited_and_named(a, b) | _credited_and_named(b, a)
    credited = named or (set(a.agencies) ^ set(b.agencies) if alike.common >= WIRED_WORDS else set())
    basis: Basis = "near_copy"
    partial = False
    why = f"{alike.told:.0%} of the shorter report's own words stand in the other"
    if not alike.copied:
        if alike.near and ((credited and alike.told >= WIRED) or heard):
            basis, why = "wire_credit", f"both rest on {' and '.join(sorted(heard or credited))}: {why}"
        elif alike.longest >= INTERVIEW and alike.told:
            partial, why = True, f"a passage of {alike.longest} words stands in both"
        else:
            return None
    elif credited:
        basis, why = "wire_credit", f"both rest on {' and '.join(sorted(credited))}: {why}"
    version = alike.version and bool(a.outlet) and a.outlet == b.outlet
    return CopyLink(
        a=a.id,
        b=b.id,
        basis=basis,
        share_a=round(alike.share_a, 4),
        share_b=round(alike.share_b, 4),
        shared=tuple(p.shared for p in passages),
        version=version,
        changes=find_changes(a, b) if version else (),
        partial=partial,
        why=why,
    )


class Passage(NamedTuple):
    """Words in a row that stand in both reports; `quoted`: the share of them that is quoted speech."""

    length: int
    quoted: float
    shared: Shared


class Likeness(NamedTuple):
    """How alike two reports are. `told`: the share of the shorter's own words (quoted speech set apart) in shared
    passages; `scattered`: the same without the longest passage, since one block alone may be background or furniture;
    `common`: the share of the smaller vocabulary that the other uses too; `near`: not known to be far apart in time;
    `background`: all that is shared is one block below the head of both."""

    share_a: float
    share_b: float
    told: float
    scattered: float
    common: float
    longest: int
    dated: bool
    near: bool
    background: bool

    @property
    def copied(self) -> bool:
        """Whether one report was made of the other's text, or both of a third's; speech counts only where nearly all of
        a report is speech that the other has too, as when a speech or an interview is printed again."""
        if max(self.told, self.share_a, self.share_b) >= ENTIRE or (
            self.told >= WHOLE and self.common >= WHOLE_WORDS and self.scattered >= LONE
        ):
            return True
        if not self.near or self.background:
            return False
        if self.told >= MOSTLY and self.common >= MOSTLY_WORDS:
            return True
        if self.dated:
            return self.scattered >= SCATTERED_DATED or (self.told >= BLOCK and self.scattered >= LONE / 3)
        return self.scattered >= SCATTERED_UNDATED

    @property
    def version(self) -> bool:
        """Whether they may be two states of one article: one stands in the other as it was, or each has a good part of
        the other. Two days of a live page have an article of entries in common, and more that is not."""
        shares = sorted((self.share_a, self.share_b))
        return self.copied and (shares[1] >= ENTIRE or shares[0] >= STATE)


def _measure(a: Words, b: Words, passages: Sequence[Passage], days: int | None) -> Likeness:
    own = max(1, min(len(x) - int(np.count_nonzero(x.quoted)) for x in (a, b)))
    told = sorted((p.length * (1 - p.quoted) for p in passages), reverse=True)
    words = sum(p.length for p in passages)
    return Likeness(
        share_a=min(1.0, words / len(a)),
        share_b=min(1.0, words / len(b)),
        told=min(1.0, sum(told) / own),
        scattered=min(1.0, sum(told[1:]) / own),
        common=len(a.vocabulary & b.vocabulary) / max(1, min(len(a.vocabulary), len(b.vocabulary))),
        longest=max(p.length for p in passages),
        dated=days is not None,
        near=days is None or days <= DAYS_APART,
        background=len(passages) == 1 and min(a.before(passages[0].shared.a), b.before(passages[0].shared.b)) >= HEAD,
    )


def find_passages(a: Words, b: Words) -> list[Passage]:
    """The passages of a that stand in b too, in the order of a."""
    if not len(a.grams) or not len(b.grams):
        return []
    order = np.argsort(b.grams, kind="stable")
    first = order[np.minimum(np.searchsorted(b.grams[order], a.grams), len(order) - 1)]  # where each would stand first
    met = np.flatnonzero(b.grams[first] == a.grams)
    passages: list[Passage] = []
    told = 0
    for i, j in zip(met.tolist(), first[met].tolist(), strict=True):
        if i < told:
            continue
        length = _alike_from_the_start(a.grams[i:], b.grams[j:]) + GRAM - 1
        if length >= PASSAGE:
            shared = Shared(a=_range(a, i, length), b=_range(b, j, length))
            quoted = int(np.count_nonzero(a.quoted[i : i + length])) / length
            passages.append(Passage(length, quoted, shared))
        told = i + length
    return passages


def _alike_from_the_start(a: Grams, b: Grams) -> int:
    """With how many grams both begin. Looks twice as far each time: most passages are short, some are the report."""
    most, n, reach = min(len(a), len(b)), 0, 32
    while n < most:
        end = min(most, n + reach)
        differing = np.flatnonzero(a[n:end] != b[n:end])
        if len(differing):
            return n + int(differing[0])
        n, reach = end, 2 * reach
    return most


def _range(words: Words, first: int, length: int) -> Range:
    return Range(start=int(words.spans[first, 0]), end=int(words.spans[first + length - 1, 1]))


def _credited_and_named(a: Report, b: Report) -> set[str]:
    """Agencies that one report credits and the other names."""
    return set(a.agencies) & find_agencies(b) if a.agencies else set()


def _heard_by_one_agency(a: Report, b: Report, passages: Sequence[Passage]) -> set[str]:
    """Agencies that a shared quotation was given to: whoever prints it has it from them."""
    heard: set[str] = set()
    for passage in passages:
        if passage.length >= INTERVIEW and passage.quoted > 0.5:
            for report, span in ((a, passage.shared.a), (b, passage.shared.b)):
                heard |= find_hearers(report.text, *_sentence_around(report.text, span))
    return heard


def _sentence_around(text: str, span: Range) -> tuple[int, int]:
    """The sentence that a passage stands in, as far as it is near."""
    before = [m.end() for m in BREAK.finditer(text, max(0, span.start - NEARBY), span.start)]
    after = BREAK.search(text, span.end, span.end + NEARBY)
    return before[-1] if before else max(0, span.start - NEARBY), after.start() if after else span.end + NEARBY


def _days_apart(a: Report, b: Report) -> int | None:
    days = [r.published.value[:10] for r in (a, b) if r.published.value and len(r.published.value) >= 10]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) if len(days) == 2 else None
