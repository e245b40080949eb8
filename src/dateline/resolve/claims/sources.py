"""Reading -> Reading: a claim whose source is a clause, a word before a noun or a label has no source."""

import re

import msgspec

from dateline.model import ClaimMention, Reading, Report, Span

FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|should|does|did|told|said|says)\b")
"""Verbs that make a sentence of the words around them; in small letters, for a name may be Will."""
RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom)\b")
ARTICLE = re.compile(r"(?i)(?:the|an?)\s")
NOUN_CUE = re.compile(
    r"appeal|claim|report|order|demand|request|plea|offer|call|comment|statement|announcement|warning"
)
"""Cues that, behind the name of a place, are its nouns, "the Marrak appeal"; a speaker "appeals" himself."""
SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)$")
LABEL = re.compile(r"\s*:\s+[A-Z\d]")


def with_sources(report: Report, reading: Reading) -> Reading:
    """The reading with no source where the words read as one name nobody who could speak; a clause that ends with "he"
    leaves him, unless another claim has him already."""
    places = {(n.start, n.end) for n in reading.names if n.type == "place"}
    said = {(claim.source, claim.content) for claim in reading.claims}

    def mended(claim: ClaimMention) -> ClaimMention:
        source, cue = claim.source, claim.cue
        if source is None or cue is None:
            return claim
        if is_clause(source):
            last = last_subject(source)
            return msgspec.structs.replace(claim, source=None if (last, claim.content) in said else last)
        wrong = is_before_noun(source, cue, places) or is_label(report, source, cue)
        return msgspec.structs.replace(claim, source=None) if wrong else claim

    return msgspec.structs.replace(reading, claims=tuple(mended(claim) for claim in reading.claims))


def last_subject(source: Span) -> Span | None:
    """The pronoun that ends a clause and begins the next: "Odeh said on Monday | she"."""
    word = SUBJECT.search(source.text)
    return Span(start=source.start + word.start(), end=source.end, text=word[0]) if word else None


def is_clause(source: Span) -> bool:
    """Whether a source is a sentence of its own, "Odeh was at sea, the mayor": it has a verb that no "who" carries."""
    return len(FINITE.findall(source.text)) > len(RELATIVE.findall(source.text))


def is_before_noun(source: Span, cue: Span, places: set[tuple[int, int]]) -> bool:
    """Whether a source and its cue are one noun phrase: "the Marrak | appeal"."""
    article = ARTICLE.match(source.text)
    name = (source.start + article.end(), source.end) if article else None
    return name in places and cue.start == source.end + 1 and NOUN_CUE.fullmatch(cue.text) is not None


def is_label(report: Report, source: Span, cue: Span) -> bool:
    """Whether a source is its own cue before a colon: "Added: Monday, 7 June" opens the words of a reader."""
    return (source.start, source.end) == (cue.start, cue.end) and LABEL.match(report.text, cue.end) is not None
