"""figure or claim -> who says it, in words, with the sentences that name them."""

from dateline.model import Claim, Figure, SourceSpan
from dateline.tell.told import Told


def credit(figure: Figure, told: Told) -> tuple[str, list[SourceSpan]]:
    """Who gives a figure, in words, and the sentences that name them; “nobody named” when nobody is."""
    claim = told.claims.get(figure.claim) if figure.claim else None
    entity = figure.source or (claim.source.entity if claim and claim.source else None)
    named = speaker(claim, entity, figure.report, told)
    return named if named else ("nobody named", [])


def speaker(claim: Claim | None, entity: str | None, report: str, told: Told) -> tuple[str, list[SourceSpan]] | None:
    """What to call a speaker: the fullest name in the reports, else the words of the claim."""
    known = told.naming(entity, report)
    if known:
        return known[0], [known[1]] if known[1] else []
    if claim and claim.source and claim.source.text and claim.source.start is not None:
        words = " ".join(claim.source.text.split())
        return _plain(words), [told.sentence(claim.report, claim.source.start)]
    return None


def _plain(words: str) -> str:
    """A description inside a sentence: without capital unless it is a name."""
    first, *rest = words.split(" ", 1)
    return " ".join([first.lower(), *rest]) if first in ("The", "A", "An", "Local", "Officials", "Witnesses") else words
