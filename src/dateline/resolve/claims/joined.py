"""Reading -> Reading: of two who say something together both are its source: "a nurse and two guards said"."""

import re

import msgspec

from dateline.model import ClaimMention, Reading, Report, Span
from dateline.resolve.entities.lexicon import GROUPS, PERSONS, nouns

WITH = re.compile(
    r"(?:^|[\s(“\"'‘])((?:(?:[Aa]n?|[Tt]he|[Tt]wo|[Ss]everal|[Ss]ome|[Ll]ocal)\s+(?:[a-z-]+\s+){0,2})?([a-z]+))\s+and\s+$"
)
"""What stands before a source if somebody speaks with it: "a hospital nurse and "."""
FAR = 60
"""Characters before a source in which such words stand."""
MARKS = " \t,”\"’'"


def with_joined(report: Report, reading: Reading) -> Reading:
    """The reading with the sources of its claims from the first of those who speak together."""
    claims = tuple(joined(report, reading, claim) for claim in reading.claims)
    return msgspec.structs.replace(reading, claims=claims)


def joined(report: Report, reading: Reading, claim: ClaimMention) -> ClaimMention:
    """The claim with all of its source, where the words before that are nobody else's: they open the sentence, or stand
    right behind what was said."""
    source, cue = claim.source, claim.cue
    if source is None or cue is None or cue.start < source.end or not report.text.endswith(" ", 0, source.start):
        return claim
    start = max((s.start for s in reading.sentences if s.start <= source.start), default=0)
    match = WITH.search(report.text[max(start, source.start - FAR) : source.start])
    noun = nouns().get(match[2]) if match is not None else None
    if match is None or noun is None or noun.kind not in PERSONS | GROUPS:
        return claim
    first = max(start, source.start - FAR) + match.start(1)
    said = claim.content[-1]
    behind = start <= said.start < first and not report.text[said.end : first].strip(MARKS)
    if not behind and report.text[start:first].strip(MARKS + "“‘"):
        return claim
    whole = Span(start=first, end=source.end, text=report.text[first : source.end])
    return msgspec.structs.replace(claim, source=whole)
