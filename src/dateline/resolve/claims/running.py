"""what somebody says, and goes on to say -> a claim: "Halder said the army holds 800 men. Some 90 of their wives are in
camps." Nobody writes a second "said" where the sentence plainly leans on what was said.
"""

import re
from collections.abc import Iterable, Sequence

from dateline.model import ClaimMention, Range
from dateline.resolve.entities.page import Page, overlaps, starting_in

CARRIED = re.compile(r"(?i)^\W*(?:\w+ ){0,4}of (?:their|them|his|her|those|these)\b")
"""Some of those counted before, at the head of a sentence."""

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
