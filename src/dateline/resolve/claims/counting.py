"""who counts, before a number -> a claim: "the Observatory counted 24 dead" says as much as "… said 24 were dead".

So do "the Office raised the toll to 33" and "…, the Office said, putting the toll at 33".
"""

import re
from collections.abc import Iterable

from dateline.model import ClaimMention, Span
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Mention, Page, starting_in

COUNTS = re.compile(
    r"^\s*(?:\([^)]{1,12}\)\s*)?(?:(?:on|late|early|last|this)\s+(?:[A-Z]\w+day\s+|week\s+)?)*"
    r"(?:has |have |had |also )*"
    r"(?:((?:count|record|document|register|report|confirm|estimat|tall)(?:s|ed|es|ied|ies))\s+(?:that\s+)?(?:\w+\s+){0,3}"
    r"|((?:rais|put|plac|revis|updat|lower|increas)(?:s|ed|es)?)\s+(?:the|its|their)\s+(?:\w+\s+){0,3}"
    r"(?:toll|count|tally|number)\b[^.;:,]{0,40}?\b(?:to|at)\s+(?:\w+\s+){0,2})$"
)
"""What stands between who counts and the number."""

PUTTING = re.compile(
    r"(?i)\b((?:putt|bring|rais|tak|revis|lower|updat)ing)\s+(?:the|its|their)\s+(?:\w+\s+){0,3}"
    r"(?:toll|count|tally|number)\b[^.;:,“”\"]{0,40}?\b(?:to|at)\s+(?:\w+\s+){0,3}$"
)
"""What stands before the number that somebody gives beside what he says: " putting the toll at "."""

CLAUSE_END = re.compile(r"[.;:]\s|[.;]$|\s[–—-]\s|,?\s(?:but|while|although|after|when|which|who)\s")
"""Where what was counted ends."""


def counted_claims(page: Page, cast: Cast) -> Iterable[ClaimMention]:
    """A claim for each number behind one who counts that no claim was read for, up to the end of its clause; once for
    what is counted on with "and"."""
    held = [c for claim in page.reading.claims for c in claim.content]
    reached = 0
    for figure in page.reading.figures:
        if figure.start < reached or any(c.start <= figure.start < c.end for c in held):
            continue
        sentence = page.sentence_range(figure.start)
        found = counter(page, figure.start, cast) or speaker_counting(page, figure.start)
        if found is None:
            continue
        source, cue = found
        tail = page.text[figure.end : sentence.end]
        end = CLAUSE_END.search(tail)
        reached = figure.end + (end.start() if end else len(tail.rstrip(" \n.")))
        yield ClaimMention(
            source=page.span(source.start, source.end),
            cue=cue,
            content=(Span(start=figure.start, end=reached, text=page.text[figure.start : reached]),),
            kind="indirect",
            confidence=figure.confidence,
        )


def counter(page: Page, at: int, cast: Cast) -> tuple[Mention | Span, Span] | None:
    """Who counts, and the verb, just before a number."""
    sentence = page.sentence_range(at)
    for mention in reversed(starting_in(cast.named[page.number], sentence)):
        if mention.end > at or not is_voice(mention):
            continue
        match = COUNTS.match(page.text[mention.end : at])
        if match is not None:
            verb = match[1] or match[2]
            start = mention.end + match.start(match.lastindex or 1)
            return mention, Span(start=start, end=start + len(verb), text=verb)
    return None


def speaker_counting(page: Page, at: int) -> tuple[Span, Span] | None:
    """Who speaks in the sentence, and the verb, where a toll is given beside what is said: "it is over, the Office said
    in a note putting the toll at 33"."""
    sentence = page.sentence_range(at)
    putting = PUTTING.search(page.text, sentence.start, at)
    if putting is None:
        return None
    said = (
        claim.source
        for claim in reversed(page.reading.claims)
        if claim.source is not None
        and claim.cue is not None
        and sentence.start <= claim.source.start
        and max(claim.source.end, claim.cue.end) <= putting.start()
    )
    source = next(said, None)
    return (source, page.span(*putting.span(1))) if source is not None else None


def is_voice(mention: Mention) -> bool:
    """Whether a name can be one who counts."""
    return mention.type in ("org", "media", "person", "group") and mention.form == "name"
