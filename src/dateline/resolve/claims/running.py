"""what somebody says, and goes on to say -> a claim: "Halder said the army holds 800 men. Some 90 of their wives are in
camps." Nobody writes a second "said" where the sentence plainly leans on what was said, or in a quotation that goes on.
"""

import re
from collections.abc import Iterable, Sequence

from dateline.model import ClaimMention, Range
from dateline.resolve.entities.page import Page, overlaps, starting_in

CARRIED = re.compile(r"(?i)^\W*(?:\w+ ){0,4}of (?:their|them|his|her|those|these)\b")
"""Some of those counted before, at the head of a sentence."""

LONGEST = 6
"""Sentences of a quotation beyond which a mark may have been lost."""
TAIL = 12
"""Letters behind what was said, its source and cue, up to which the sentence says nothing else."""


def running_claims(page: Page) -> Iterable[ClaimMention]:
    """A claim without source or cue for each sentence that goes on with what the sentence before it says somebody said;
    who that is, the claim before it tells."""
    for told, sentence in zip(page.sentences, page.sentences[1:], strict=False):
        head = CARRIED.match(page.text[sentence.start : sentence.end])
        if head is None or not counts(page, sentence.start, sentence.start + head.end()):
            continue
        if any(overlaps(c, sentence) for claim in page.reading.claims for c in claim.content):
            continue
        if counts(page, told.start, told.end) and is_said(page, told):
            end = len(page.text[sentence.start : sentence.end].rstrip(" .\n")) + sentence.start
            yield ClaimMention(
                source=None, cue=None, content=(page.span(sentence.start, end),), kind="indirect", confidence=0.5
            )


def quoted_claims(page: Page) -> Iterable[ClaimMention]:
    """A claim without source or cue for each sentence that counts in a quotation of which the reader gave another to
    who speaks it: all that stands between its marks is his."""
    claims = page.reading.claims
    held = [c for claim in claims if claim.source is not None or claim.cue is None for c in claim.content]
    spoken = (page.quotation(c.start) for claim in claims if is_outside(page, claim) for c in claim.content)
    for quotation in dict.fromkeys(q for q in spoken if q is not None):
        sentences = page.sentences[page.sentence(quotation.start) : page.sentence(quotation.end - 1) + 1]
        if len(sentences) > LONGEST:
            continue
        for sentence in sentences:
            start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
            end = start + len(page.text[start:end].rstrip())
            said = Range(start=start, end=end)
            if counts(page, start, end) and not any(overlaps(c, said) for c in held):
                yield ClaimMention(
                    source=None, cue=None, content=(page.span(start, end),), kind="direct", confidence=0.5
                )


def is_outside(page: Page, claim: ClaimMention) -> bool:
    """Whether somebody speaks a quotation, and is not only told of in it: his name and what he does stand outside."""
    if claim.source is None or claim.cue is None:
        return False
    quotation = page.quotation(claim.content[0].start)
    return quotation is not None and not overlaps(quotation, claim.source) and not overlaps(quotation, claim.cue)


def counts(page: Page, start: int, end: int) -> bool:
    """Whether something is counted in a stretch."""
    return bool(starting_in(page.reading.figures, Range(start=start, end=end)))


def is_said(page: Page, sentence: Range) -> bool:
    """Whether a sentence is all that somebody says, to its end: a claim with its source, told and not asked."""
    claims: Sequence[ClaimMention] = [
        c
        for c in page.reading.claims
        if starting_in(c.content, sentence) and c.source is not None and c.cue is not None
    ]
    if not claims:
        return False
    last = claims[-1]
    spans = (last.source, last.cue, *last.content)
    reached = max(s.end for s in spans if s is not None)
    return len(page.text[reached : sentence.end].strip(' .”"\n')) <= TAIL
