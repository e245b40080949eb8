"""who calls something so -> a claim: "hailed by the union as its finest hour" says whose words these are."""

import re
from collections.abc import Iterable

import msgspec

from dateline.model import ClaimMention, Reading, Report, Span

CALLED = re.compile(
    r"\b(touted|hailed|described|billed|portrayed|presented|promoted|denounced|dismissed|praised|characteri[sz]ed|"
    r"labelled|labeled|branded|depicted|defended|celebrated|lauded|decried)\s+by\s+"
    r"((?:(?!(?:as|and|who|which|that)\b)[\w.’'-]+\s+){1,6}?)as\s+"
    r"([^.;:,\n]{3,160})"
)
"""A verb of speaking in the passive, who speaks, and what the thing is called."""

CLAUSE_END = re.compile(r"\s+(?:[–—-]|but|while|although|after|before|when|where|which|who)\s.*$", re.DOTALL)
"""What follows the words that somebody calls a thing by."""


def with_callings(report: Report, reading: Reading) -> Reading:
    """The reading with a claim for each thing that is called so by somebody, where none was read for these words."""
    found = tuple(_callings(report, reading))
    if not found:
        return reading
    claims = sorted((*reading.claims, *found), key=lambda c: c.content[0].start)
    return msgspec.structs.replace(reading, claims=tuple(claims))


def _callings(report: Report, reading: Reading) -> Iterable[ClaimMention]:
    held = [c for claim in reading.claims for c in claim.content]
    for sentence in reading.sentences:
        words = report.text[sentence.start : sentence.end]
        for match in CALLED.finditer(words):
            said = CLAUSE_END.sub("", match[3]).rstrip()
            start = sentence.start + match.start(3)
            if any(c.start < start + len(said) and start < c.end for c in held):
                continue
            yield ClaimMention(
                source=_span(sentence.start + match.start(2), match[2].rstrip()),
                cue=_span(sentence.start + match.start(1), match[1]),
                content=(_span(start, said),),
                kind="indirect",
                confidence=1.0,
            )


def _span(start: int, text: str) -> Span:
    return Span(start=start, end=start + len(text), text=text)
