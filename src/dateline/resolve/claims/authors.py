"""A text that is spoken of again, "the statement said" -> who made it before."""

import re
from collections.abc import Sequence

from dateline.model import Claim, Span
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Page

BARE_TEXT = re.compile(r"(?i)(?:the|this|that)\s+(?:(claim|statement)|report|letter)")
"""A text that is spoken of again without its author; the first are what somebody says, be he only quoted before."""
SAID_ONCE = re.compile(r"(?i)claim|statement")
TEXT_REACH = 3
"""Sentences back within which the author of such a text speaks."""


def author_before(page: Page, span: Span, cast: Cast, earlier: Sequence[Claim]) -> str | None:
    """Who made "the statement" that says more: who shortly before spoke in one; a claim is also made by who claims
    something, and both by who spoke last, right before."""
    text = BARE_TEXT.fullmatch(span.text)
    if text is None:
        return None
    here = page.sentence(span.start)
    for claim in reversed(earlier):
        cue = claim.cue or claim.content[0]
        apart = here - page.sentence(cue.start)
        if apart > TEXT_REACH:
            return None
        if claim.source is None or claim.source.entity is None or cast.types[claim.source.entity] == "other":
            continue
        made = claim.medium == f"in a {text[0].split()[-1].lower()}" or (text[1] and SAID_ONCE.search(cue.text))
        if made or (text[1] and 0 < apart <= 1):
            return claim.source.entity
    return None
