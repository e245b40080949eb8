"""claims -> attribution contradictions: the same words in two mouths."""

import re
from collections.abc import Iterable
from itertools import combinations, pairwise

from dateline.merge.contradictions.sides import claim_side, contradict, words_of
from dateline.merge.situation import Situation
from dateline.merge.words import sequence, stem, stems
from dateline.model import Claim, Contradiction

SPOKEN = 0.5
"""The share of the shorter statement's neighbouring content words that makes two statements one."""

COMMON = 8
"""Sentences of a story beyond which a word is everybody's."""

PRONOUNS = frozenset({None, "It", "it", "He", "he", "She", "she", "They", "they"})
"""Sources that stand for a name told before: which name is a guess, and may well be the other's."""

DIRECTIVE = re.compile(r"(?i)\b(?:warn|urg|advis|ask|call|order|told|tell|instruct|appeal|pledg|promis|vow)\w*")
"""Cues of words that many may say without contradiction: warnings, requests, promises."""

ANY_STATE = frozenset(
    stem(w) for w in "government officials authorities state ministry administration regime police".split()
)
"""Names that say no more than that somebody governs: of whom, another sentence may say."""


def conflicting_speakers(situation: Situation) -> Iterable[Contradiction]:
    """The same words put into the mouths of two bodies, once for each two reports that do so."""
    said: dict[str, list[tuple[Claim, tuple[str, ...]]]] = {}
    for claim in sorted(situation.resolution.claims, key=lambda c: (situation.rank[c.report], c.content[0].start)):
        words = sequence(words_of(claim))
        if claim.source is None or claim.source.entity is None or not 4 <= len(words) <= 24:
            continue
        if claim.stance != "asserts" or (claim.cue is not None and DIRECTIVE.match(claim.cue.text)):
            continue
        for key in sorted(set(words), key=lambda w: (-situation.wording.rarity.get(w, 1.0), w))[:5]:
            said.setdefault(key, []).append((claim, words))
    subjects = _subjects(situation)
    shown: set[tuple[frozenset[str], frozenset[str]]] = set()
    for key in sorted(said):
        for (a, words), (b, other) in combinations(said[key][:40], 2):
            pair = frozenset((a.source.entity or "", b.source.entity or "")) if a.source and b.source else frozenset()
            told = frozenset((a.report, b.report))
            if len(pair) < 2 or (pair, told) in shown or _nested(a, b) or _kin(pair, situation):
                continue
            if _copied(a, b, situation) or _echoed(a, b, situation):
                continue
            if any(c.source and c.source.text in PRONOUNS for c in (a, b)):
                continue
            if not _one_statement(words, other) or not _own_words(set(words) & set(other) - subjects, situation):
                continue
            shown.add((pair, told))
            one, two = (situation.name(c.source.entity) for c in (a, b) if c.source)
            why = f"the same words are given to {one} and to {two}: “{' '.join(a.content[0].text.split())[:90]}”"
            yield contradict(claim_side(a), claim_side(b), why, "attribution", situation)


def _echoed(a: Claim, b: Claim, situation: Situation) -> bool:
    """Whether the sentence of one names the other's source too (one reports the other, or both speak), or one is some
    government and the other a country."""
    for claim, other in ((a, b), (b, a)):
        source = claim.source.entity if claim.source else None
        sentence = situation.sentence_at(other.report, other.content[0].start)
        if sentence is None or source is None:
            continue
        words = stems(situation.reports[other.report].text[sentence.start : sentence.end])
        names = stems(situation.name(source) or "") - ANY_STATE
        state = situation.entities.get(other.source.entity or "") if other.source else None
        if 2 * len(names & words) >= len(names) and (names or (state is not None and state.type == "place")):
            return True
    return False


def _one_statement(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two statements share the run of their words: enough pairs of neighbours, and enough words."""
    pairs, others = set(pairwise(a)), set(pairwise(b))
    shared = len(pairs & others)
    words = len(set(a) & set(b))
    return shared >= 2 and words >= 3 and shared >= SPOKEN * min(len(pairs), len(others))


def _own_words(words: set[str], situation: Situation) -> bool:
    """Whether two words at least are left that are not those the whole story is told in."""
    return sum(situation.wording.frequency.get(w, 0) <= COMMON for w in words) >= 2


def _subjects(situation: Situation) -> set[str]:
    """The stems of names and triggers: what a story is about, and no speaker's own words."""
    names = {s for e in situation.resolution.entities for m in e.mentions if m.form == "name" for s in stems(m.text)}
    return names | {s for e in situation.resolution.events for s in stems(e.trigger.text)}


def _nested(a: Claim, b: Claim) -> bool:
    """Whether one statement stands in the other: then one speaker reports the other."""
    return a.report == b.report and any(x.start < y.end and y.start < x.end for x in a.content for y in b.content)


def _copied(a: Claim, b: Claim, situation: Situation) -> bool:
    """Whether two reports are of one original: a copy that changes a name spells it otherwise, and nobody disagrees."""
    origins = {situation.origin_of.get(c.report, c.report) for c in (a, b)}
    return a.report != b.report and len(origins) == 1


def _kin(pair: frozenset[str], situation: Situation) -> bool:
    """Whether one may speak for the other: their names share a word, one is a person or no body at all, or one is a
    medium that reports the other."""
    a, b = (situation.entities.get(e) for e in sorted(pair))
    if a is None or b is None or stems(a.name) & stems(b.name):
        return True
    if (a.type == "media") != (b.type == "media"):
        return True
    return not {a.type, b.type} <= {"org", "group", "place", "media"}
