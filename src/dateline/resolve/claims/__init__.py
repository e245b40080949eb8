"""Claim mentions -> claims: who says it (through names, descriptions, pronouns), how it stands to what is said, and
through which medium."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import ceil

from dateline.model import Claim, ClaimMention, Range, Role, Span, make_id
from dateline.resolve.claims.authors import author_before
from dateline.resolve.claims.counting import counted_claims
from dateline.resolve.claims.cues import medium_in, stance_of
from dateline.resolve.claims.running import quoted_claims, running_claims
from dateline.resolve.claims.unnamed import is_title, unnamed_speaker
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.extents import PRONOUNS
from dateline.resolve.entities.lexicon import PLACES, nouns
from dateline.resolve.entities.page import Page, starting_in
from dateline.resolve.entities.phrases import FIRST_PERSON

PART = 500
"""Code points of a part of the text by which claims are looked up."""
SAME = 0.8
"""Share of the longer content that two claims of the same words have in common."""
EMPTY = frozenset("is are was were has have had is not be been".split()) | {"is not", "has been", "have been"}
"""Cues that say nothing of saying."""


def resolve_claims(page: Page, cast: Cast) -> tuple[Claim, ...]:
    """The claims of one report in text order."""
    found: list[Claim] = []
    read = [c for c in page.reading.claims if not is_title(page, c)]
    claims = [*read, *counted_claims(page, cast), *running_claims(page), *quoted_claims(page)]
    ordered = without_echoes(sorted(claims, key=lambda c: (c.content[0].start, -c.content[-1].end)))
    for claim in ordered:
        source, why = find_source(page, claim, cast, found, ordered)
        found.append(
            Claim(
                id=claim_id(page, claim),
                report=page.report.id,
                source=source,
                cue=claim.cue,
                content=claim.content,
                kind=claim.kind,
                medium=medium_of(page, claim),
                stance=stance_of(claim.cue.text if claim.cue else ""),
                confidence=claim.confidence,
                source_why=why,
            )
        )
    return tuple(found)


def without_echoes(claims: Sequence[ClaimMention]) -> list[ClaimMention]:
    """The claims without those that a fuller one of the same words makes needless: one without a source, or one whose
    cue says nothing ("has"), or one that the same source makes with a cue further off ("issued a statement saying");
    and without what has neither a source nor a cue of saying. `claims` in text order: those of the same words begin
    near each other."""
    kept: list[ClaimMention] = []
    starts = [c.content[0].start for c in claims]
    reach = ceil((1 - SAME) * max((c.content[-1].end - c.content[0].start for c in claims), default=0))
    for claim, start in zip(claims, starts, strict=True):
        beside = claims[bisect_left(starts, start - reach) : bisect_right(starts, start + reach)]
        if any(same_words(claim, other) and nearer(other, claim) for other in beside):
            continue
        empty = claim.cue is not None and claim.cue.text.lower() in EMPTY
        if claim.source is not None and not empty:
            kept.append(claim)
        elif any(same_words(claim, other) and fuller(other, claim) for other in beside):
            continue
        elif claim.source is not None or not empty:
            kept.append(claim)
    return kept


def same_words(a: ClaimMention, b: ClaimMention) -> bool:
    """Whether two claims have nearly the same content."""
    start, end = max(a.content[0].start, b.content[0].start), min(a.content[-1].end, b.content[-1].end)
    longest = max(c.content[-1].end - c.content[0].start for c in (a, b))
    return a is not b and end - start >= SAME * longest


def fuller(a: ClaimMention, b: ClaimMention) -> bool:
    """Whether a claim says more of who speaks than another."""
    return a.source is not None and a.cue is not None and a.cue.text.lower() not in EMPTY and b is not a


def nearer(a: ClaimMention, b: ClaimMention) -> bool:
    """Whether two claims have one source and one content, and the first the cue that stands next to it."""
    if a.source != b.source or a.source is None or a.content != b.content or a.cue is None or b.cue is None:
        return False
    start = a.content[0].start
    return b.cue.end <= a.cue.start < start


def claim_id(page: Page, claim: ClaimMention) -> str:
    """An id of the report and the content's span, with the cue that tells nested claims apart."""
    cue = claim.cue.start if claim.cue else -1
    return make_id("c", page.report.id, claim.content[0].start, claim.content[-1].end, cue)


def find_source(
    page: Page, claim: ClaimMention, cast: Cast, earlier: Sequence[Claim], claims: Sequence[ClaimMention]
) -> tuple[Role | None, str]:
    """The source with its entity and why it is this; null where the words tell nobody."""
    span = claim.source
    if span is not None and is_topic(claim, span):
        return None, f"“{span.text}:” says what the words behind it are about"
    if span is not None and span.text.lower() in FIRST_PERSON:
        speaker = around(claim, earlier) or unnamed_speaker(page, claim, cast, earlier, claims)[0]
        why = f"“{span.text}” in what was said" if speaker else f"“{span.text}” could not be tied to anyone"
        return Role(text=span.text, start=span.start, end=span.end, entity=speaker), why
    if span is not None and (author := author_before(page, span, cast, earlier)):
        role = Role(text=span.text, start=span.start, end=span.end, entity=author)
        return role, f"“{span.text}” of whom speaks before"
    if span is not None:
        entity = cast.of(page.report.id, span) or named_there(page, span, cast)
        role = Role(text=span.text, start=span.start, end=span.end, entity=entity)
        if entity is None:
            return role, f"“{span.text}” could not be tied to anyone"
        return role, f"“{span.text}” taken up from before" if span.text.lower() in PRONOUNS else "named here"
    if claim.cue is not None:
        return None, f"“{claim.cue.text}” names nobody"
    speaker, why = unnamed_speaker(page, claim, cast, earlier, claims)
    return (Role(text=None, start=None, end=None, entity=speaker) if speaker else None), why


def is_topic(claim: ClaimMention, span: Span) -> bool:
    """Whether the words before a headline's colon are no speaker ("Marrak ferry: 12 drowned"): their last is a common
    noun for neither people nor a body nor a text."""
    last = span.text.split()[-1]
    if claim.cue is None or claim.cue.text != ":" or not last.islower():
        return False
    noun = nouns().get(last)
    return noun is None or noun.kind in PLACES


def named_there(page: Page, span: Span, cast: Cast) -> str | None:
    """The entity of a name that is just this span."""
    exact = (m for m in starting_in(cast.named[page.number], span) if m.start == span.start and m.end == span.end)
    return next((cast.of_mention(m) for m in exact), None)


def around(claim: ClaimMention, earlier: Sequence[Claim]) -> str | None:
    """The speaker of the claim in which another stands: who says "I" or "we" there."""
    start, end = claim.content[0].start, claim.content[-1].end
    for other in reversed(earlier):
        if other.source is not None and any(x.start <= start and end <= x.end for x in other.content):
            return other.source.entity
    return None


def medium_of(page: Page, claim: ClaimMention) -> str | None:
    """How it was said, from the words of the sentence outside the content."""
    at = claim.cue or claim.source or claim.content[0]
    sentence = page.sentence_range(at.start)
    outside = list(page.text[sentence.start : sentence.end])
    for content in claim.content:
        for i in range(max(content.start, sentence.start), min(content.end, sentence.end)):
            outside[i - sentence.start] = " "
    return medium_in("".join(outside))


class Sayings:
    """The claims of one report by what they say, for asking which of them hold a span."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = sorted(claims, key=lambda c: c.content[0].start)
        self._by_part: dict[int, list[int]] = {}
        for i, claim in enumerate(self.claims):
            for content in claim.content:
                for part in range(content.start // PART, content.end // PART + 1):
                    self._by_part.setdefault(part, []).append(i)

    def at(self, start: int, end: int) -> list[Claim]:
        """The claims whose content holds a span, innermost first."""
        held = [
            (sum(c.end - c.start for c in self.claims[i].content), i)
            for i in dict.fromkeys(self._by_part.get(start // PART, ()))
            if any(c.start <= start and end <= c.end for c in self.claims[i].content)
        ]
        return [self.claims[i] for _, i in sorted(held)]

    def starting_in(self, stretch: Range) -> list[Claim]:
        """The claims whose content starts inside a stretch."""
        first = bisect_left(self.claims, stretch.start, key=lambda c: c.content[0].start)
        return self.claims[first : bisect_left(self.claims, stretch.end, lo=first, key=lambda c: c.content[0].start)]
