"""Reading -> Reading: a claim of lives is none, and what a claim says ends where the reporter goes on."""

import re

import msgspec

from dateline.model import ClaimMention, Reading, Report, Span
from dateline.resolve.entities.extents import CLAUSE, CUTS

CLAIM = re.compile(r"(?i)\bclaim(?:s|ed|ing)?\b")
LIVES = re.compile(r"(?i)(?:[\w,-]+\s+){0,4}?li(?:fe|ves)\b")
"""What a storm or a raid claims: "the lives of 12", "two more lives"."""
RESPONSIBILITY = re.compile(r"(?i)responsib\w+\s+for\b")
OUTCOME = re.compile(r",?\s(?:(?:that|which)\s+(?:has\s+|had\s+)?)?(?:kill|wound|injur|leav|left)\w*\b")
"""What a deed did, behind who claims it."""
FOR = re.compile(r"(?i)\bfor\s*$")
BY = re.compile(r"\s+by\s+(?:the\s+)?")
LAST_CLAUSE = re.compile(r".*[.;:,–—](?=\s)", re.DOTALL)
"""What goes before the last clause of some words."""
BE = re.compile(r"(?i)[\s,]*(?:\b(?:is|was|were|are|be|been|has|have|had|later|also|quickly|reportedly)\s*)*$")
SUBJECT_OF = re.compile(r"\s+(?:has|have|had|is|are|was|were)\b")
"""The verb of a sentence right behind its subject."""


def with_contents(report: Report, reading: Reading) -> Reading:
    """The reading without claims of lives, each other claim with no more than what is said in it."""
    claims = tuple(trimmed(report, reading, claim) for claim in reading.claims if not takes_lives(claim))
    return msgspec.structs.replace(reading, claims=claims)


def takes_lives(claim: ClaimMention) -> bool:
    """Whether something claims lives, and nobody claims anything: "the storm claimed the lives of 12"."""
    cue = claim.cue.text if claim.cue is not None else ""
    return CLAIM.search(cue) is not None and LIVES.match(claim.content[0].text) is not None


def trimmed(report: Report, reading: Reading, claim: ClaimMention) -> ClaimMention:
    """The claim with the content that its words have."""
    content = claimed_deed(report, reading, claim) or responsibility(claim) or without_subject(report, reading, claim)
    return claim if content is None else msgspec.structs.replace(claim, content=(content,))


def claimed_deed(report: Report, reading: Reading, claim: ClaimMention) -> Span | None:
    """The deed that somebody owns to where the sentence goes on with what it did, and that is the reporter's: "a raid
    claimed by the NRF killed 12" says for the NRF that it was its raid."""
    source, cue = claim.source, claim.cue
    if source is None or cue is None or cue.text != "claimed" or claim.content[0].start < source.end:
        return None
    if BY.fullmatch(report.text, cue.end, source.start) is None:
        return None
    start = max((s.start for s in reading.sentences if s.start <= cue.start), default=0)
    end = start + len(BE.sub("", report.text[start : cue.start]))
    before = LAST_CLAUSE.match(report.text, start, end)
    start = before.end() if before else start
    start += len(report.text[start:end]) - len(report.text[start:end].lstrip())
    return Span(start=start, end=end, text=report.text[start:end]) if start < end else None


def responsibility(claim: ClaimMention) -> Span | None:
    """What somebody says who claims responsibility for a deed, and not what the deed did: "claimed responsibility for a
    raid, killing 12"; who claims it "for killing 12" does say so."""
    first = claim.content[0]
    owned = RESPONSIBILITY.match(first.text) if claim.cue is not None and CLAIM.search(claim.cue.text) else None
    done = OUTCOME.search(first.text, owned.end()) if owned else None
    if done is None or FOR.search(first.text[: done.start()]):
        return None
    return Span(start=first.start, end=first.start + done.start(), text=first.text[: done.start()])


def without_subject(report: Report, reading: Reading, claim: ClaimMention) -> Span | None:
    """What is said without the number behind it whose verb stands outside, where a claim around both vouches for it:
    "since the army declared the truce over | 12 people have died, according to medics"."""
    first, cue = claim.content[0], claim.cue
    if cue is None or SUBJECT_OF.match(report.text, first.end) is None:
        return None
    number = next((f for f in reading.figures if first.start <= f.start and f.end == first.end), None)
    if number is None:
        return None
    around = (c for c in reading.claims for s in c.content if s.start <= cue.start and first.end < s.end)
    said = report.text[first.start : number.start].rstrip(" ,")
    if next(around, None) is None or len(said.split()) < 2 or said.split()[-1] in CLAUSE | CUTS:
        return None
    return Span(start=first.start, end=first.start + len(said), text=said)
