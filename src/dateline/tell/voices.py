"""figure or claim -> who says it, in words, with the sentences that name them."""

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from dateline.model import Claim, Figure, SourceSpan
from dateline.tell.naming import lowered, name_of
from dateline.tell.told import Told
from dateline.tell.wording import number, say_figure, size

NOBODY = "nobody named"
POSSESSED = re.compile(r"^(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) ")
"""Whose somebody is, where that was said in the sentence before."""

PLURAL = re.compile(r"(?:s|people|police|media|men|women|staff|personnel|military|government|army)$")
"""Descriptions that take no `a`."""

DESCRIBES = re.compile(r"(?i)(?:describ|recall|recount|rememb|relat|mourn|condemn|denounc|lament)\w*")
MOVED = re.compile(
    r"(?i)(?:(?:he|she|they|it|we|i|[\w ]{1,30}) (?:was|were|am|is|are|had been|felt|feels?) )?(?:\w+ly )?[\"“‘']?"
    r"(?:horrified|shocked|saddened|appalled|devastated|outraged|dismayed|heartbroken|stunned)\b"
)
"""Words of who tells how it was, and of what somebody feels."""

VAGUE = frozenset({"dozens", "hundreds", "thousands", "vague"})


def credit(figure: Figure, told: Told) -> tuple[str, list[SourceSpan]]:
    """Who gives a figure, in words, and the sentences that name them; “nobody named” when nobody is."""
    claim = told.claims.get(figure.claim) if figure.claim else None
    if claim is not None and is_moved(claim):
        return NOBODY, []
    entity = figure.source or (claim.source.entity if claim and claim.source else None)
    named = speaker(claim, entity, figure.report, told)
    return named if named else (NOBODY, [])


def is_moved(claim: Claim) -> bool:
    """Whether somebody tells how it was or what he feels, and counts nothing: “a survivor describes the fire that left
    seven dead”, “she was horrified by …”."""
    told = claim.cue is not None and DESCRIBES.match(claim.cue.text)
    return bool(told) or any(MOVED.match(content.text) for content in claim.content)


def distinct(figures: Iterable[Figure], told: Told) -> list[tuple[str, Figure]]:
    """Who said which number, each pair once, in order; “at least 24” stands for a plain 24 beside it."""
    found: dict[tuple[str, object], Figure] = {}
    for figure in figures:
        worded = figure.qualifier in VAGUE or number(figure) is None
        key = (credit(figure, told)[0], say_figure(figure) if worded else size(figure))
        if key not in found or found[key].qualifier == "exact":
            found[key] = figure
    named = {known for who, known in found if who != NOBODY}
    return [(who, figure) for (who, known), figure in found.items() if who != NOBODY or known not in named]


def speaker(claim: Claim | None, entity: str | None, report: str, told: Told) -> tuple[str, list[SourceSpan]] | None:
    """What to call a speaker: the fullest name in the reports, else the words of the claim."""
    known = name_of(entity, told, report)
    if known:
        return _unknown(known[0]), [known[1]] if known[1] else []
    if claim and claim.source and claim.source.text and claim.source.start is not None:
        words = " ".join(claim.source.text.split())
        return _unknown(lowered(words, claim.report, told)), [told.sentence(claim.report, claim.source.start)]
    return None


def known_as(who: str, voices: Iterable[str]) -> str:
    """The voice as it was called before: accents, hyphens, a first name, and words added to a long name make no
    other one."""
    for other in voices:
        a, b = sorted((_bare(who), _bare(other)), key=len)
        if a == b or (len(a.split()) > 2 and b.startswith(a)) or (who[:1].isupper() and b.endswith(f" {a}")):
            return other
    return who


def _bare(name: str) -> str:
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))
    return plain.replace("-", " ").removeprefix("the ")


def _unknown(words: str) -> str:
    """A description as one says it of somebody not named before: `a source`, `a survivor`."""
    bare = POSSESSED.sub("", words).removeprefix("the ")
    if bare != words and not bare.islower() and not words.startswith("the "):
        return f"a {bare}"
    if not bare.islower() or re.match(r"(?:an?|some|several|many|one|two|three|no)\b", bare):
        return words
    if len(bare.split()) > 2 or PLURAL.search(bare):
        return words
    return f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}"
