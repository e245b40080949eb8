"""Reading -> Reading: a claim whose source is a clause, a word before a noun, a label, a deed or a place has no source,
and a name that reads like a cue makes no claim."""

import re

import msgspec

from dateline.model import ClaimMention, Reading, Report, Span
from dateline.resolve.entities.extents import CLAUSE, CUTS
from dateline.resolve.entities.lexicon import PLACES, nouns

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
HEAD = re.compile(
    r"(?i)(?:(?:the|an?|its|this|that|earlier)\s+)*((?:[\w-]+\s)*?[\w-]+)(?=\s(?:on|of|in|at|by|from|near|against|for)\b|$)"
)
"""The noun phrase of a source without its complements."""
DEED = re.compile(
    r"(?i)\b(?:air)?(?:strike|raid|attack|blast|bombing|explosion|shelling|incident|toll|crash|fire|storm|flood|quake)s?$"
)
AT_PLACE = re.compile(r"(?i)\b(?:by|in|at|near|outside|behind|beside)\s+(?:the\s+)?$")
REPORTED = r"(?:feared|thought|believed|said|alleged|reported|understood|suspected|known)"
BEING_SAID = re.compile(rf"{REPORTED}\s+to\s+(?:have|be)\b")
"""What is told of somebody: "hackers feared to have got in" fear nothing."""
_BE = r"(?:(?:has|have|had|also|\w+ly)\s+)*(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)*"
BLAMED = re.compile(
    rf"(?i)\s+(?:{_BE}(?:blamed|accused|suspected|held\s+responsible)\b|(?:blamed|held\s+responsible)\s+for\b"
    r"|(?:accused|suspected)\s+of\b)"
)
"""Behind those of whom others say it: "rebels have been blamed for"."""
THAT = re.compile(r"\s+(?:that\s+)?(?:the\s+)?")
FOR = re.compile(r"\s+for\s+(?:\w+ly\s+)?")
SPEAKERS = frozenset({"person", "org", "group", "media"})
IMPERSONAL = re.compile(
    r"(?i)it(?:(?:['’]s|\s+(?:is|was))\s+(?!(?:(?:also|now|not|\w+ly)\s+)*\w+ing\b)|\s+(?:has\s+)?(?:(?:also|since|now|later)\s+)*(?:emerg|transpir)ed\b"
    r"|\s+(?:suggests|shows|means|implies|indicates)\b)"
)
"""Words for what is so, and for no speaker: "it has emerged", "it is likely", "it shows"."""


def with_sources(report: Report, reading: Reading) -> Reading:
    """The reading with no source where the words read as one name nobody who could speak; a clause that ends with "he"
    leaves him, unless another claim has him already."""
    reading = msgspec.structs.replace(reading, claims=tuple(c for c in reading.claims if not is_name(c, reading)))
    places = {(n.start, n.end) for n in reading.names if n.type == "place"}
    said = {(claim.source, claim.content) for claim in reading.claims}

    def mended(claim: ClaimMention) -> ClaimMention:
        source, cue = claim.source, claim.cue
        if source is None or cue is None:
            return claim
        if is_spoken_of(report, source, cue, claim):
            return msgspec.structs.replace(claim, source=speaker_behind(claim, reading))
        if (blamed := blamed_for(report, source, cue, reading)) is not None:
            return msgspec.structs.replace(claim, source=blamed)
        if is_clause(source):
            last = last_subject(source)
            return msgspec.structs.replace(claim, source=None if (last, claim.content) in said else last)
        wrong = is_before_noun(source, cue, places) or is_label(report, source, cue) or is_nobody(report, source, cue)
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


def is_nobody(report: Report, source: Span, cue: Span) -> bool:
    """Whether the words before a cue speak for nobody: a deed or its toll, the place beside which it was, "it" that
    stands for nothing, a small word, or those of whom something is feared."""
    if cue.start < source.end:
        return False
    if IMPERSONAL.match(report.text, source.start) or source.text in CUTS | CLAUSE:
        return True
    if BEING_SAID.match(report.text, cue.start) and report.text[source.end : cue.start].isspace():
        return True
    blamed = BLAMED.match(report.text, source.end)
    if blamed is not None and cue.start < blamed.end():
        return True
    head = HEAD.match(source.text)
    noun = nouns().get(head[1].split()[-1].lower()) if head is not None else None
    if noun is not None and noun.kind in PLACES:
        return AT_PLACE.search(report.text, max(0, source.start - 20), source.start) is not None
    return head is not None and head[1].islower() and DEED.search(head[1]) is not None


def is_spoken_of(report: Report, source: Span, cue: Span, claim: ClaimMention) -> bool:
    """Whether a source is what the words are about: "Noting that | the raids | had hit ten mills, they left"."""
    content = claim.content[0]
    inside = content.start <= source.start and source.end < content.end
    return inside and THAT.fullmatch(report.text, cue.end, source.start) is not None


def speaker_behind(claim: ClaimMention, reading: Reading) -> Span | None:
    """Who speaks next in the sentence: "Noting that ten mills had burned, | they | said"."""
    end = claim.content[-1].end
    stop = next((s.end for s in reading.sentences if s.start <= claim.content[0].start < s.end), end)
    behind = (c.source for c in reading.claims if c.source is not None and end <= c.source.start < stop)
    return min(behind, key=lambda s: s.start, default=None)


def blamed_for(report: Report, source: Span, cue: Span, reading: Reading) -> Span | None:
    """Who is rebuked for what he says: "Marrak hit out at | Dalle | for accusing it" is no accusation of Marrak's."""
    if not cue.text.endswith("ing") or not source.end < cue.start:
        return None
    between = (n for n in reading.names if source.end <= n.start and n.end < cue.start and n.type in SPEAKERS)
    found = next((n for n in between if FOR.fullmatch(report.text, n.end, cue.start)), None)
    return Span(start=found.start, end=found.end, text=found.text) if found is not None else None


def is_name(claim: ClaimMention, reading: Reading) -> bool:
    """Whether a cue is part of a name inside a sentence in which the same source speaks with the same word in small
    letters: "a suburb of Port Said, it said"."""
    cue, source = claim.cue, claim.source
    if cue is None or source is None or cue.text != cue.text.capitalize() or cue.text.lower() == cue.text:
        return False
    others = (
        c
        for c in reading.claims
        if c.source is not None and c.source.start <= source.end and source.start <= c.source.end
    )
    return any(c.cue is not None and c.cue.text == cue.text.lower() for c in others)
