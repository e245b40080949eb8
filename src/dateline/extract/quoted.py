"""Quotations that the network left without a claim -> bare claims.

"A quote fragment without a speaker is a direct claim with null source and cue" (guidelines of the reading corpus): 96
in 100 quoted stretches of five words and more lie in a claim there. A quotation often opens in one sentence and closes
in a later one; what stands in the sentence of its opening mark is taken, and in that of its closing mark, as the
guidelines ask.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.model import ClaimMention, Range, Span

WORDS: Final = 5
"""Fewer are a nickname, a slogan or scare quotes."""
CONFIDENCE: Final = 0.9
_QUOTED: Final = re.compile(r"(?:(?<![\w.,!?])\"(?=[\w'(\[])|“)([^\"“”]+)|\A([^\"“”]+[.!?…,])[\"”]\Z")
"""What follows an opening mark, or a sentence that ends in the only mark it has."""


def unclaimed(text: str, sentences: Sequence[Range], claims: Sequence[ClaimMention]) -> Iterator[ClaimMention]:
    """A direct claim for each quoted stretch that no claim covers by half; `claims` are those read from the text."""
    covered = sorted((s.start, s.end) for c in claims for s in c.content)
    for sentence in sentences:
        within = text[sentence.start : sentence.end]
        if '""' in within:  # a table's doubled marks: what is quoted cannot be told
            continue
        near = [c for c in covered if c[0] < sentence.end and sentence.start < c[1]]
        for match in _QUOTED.finditer(within):
            quote = match[match.lastindex or 0].rstrip()
            start = sentence.start + match.start(match.lastindex or 0)
            end = start + len(quote)
            known = any(2 * (min(z, end) - max(a, start)) > end - start for a, z in near)
            if not known and len(quote.split()) >= WORDS:
                content = (Span(start=start, end=end, text=quote),)
                yield ClaimMention(source=None, cue=None, content=content, kind="direct", confidence=CONFIDENCE)
