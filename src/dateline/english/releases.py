"""The words beside a count -> whether those counted were let go: who is freed is no longer held."""

import re
from typing import Final

LET_GO: Final = r"(?:released|freed|liberated|set free|let go|handed over|exchanged|pardoned|acquitted|reunited)"
"""What is done to those who are let go."""
_FREES: Final = re.compile(
    r"\b(?:releas(?:e[sd]?|ing)|free(?:[sd]|ing)?|liberat(?:e[sd]?|ing)|pardon(?:s|ed|ing)|acquit(?:s|ted|ting)"
    r"|hand(?:s|ed|ing) over|(?:sets?|setting|lets?|letting) (?:free|go)"
    r"|(?:release|freeing|freedom|liberation|handing over|handover|return) (?:of|for))\s+(?:the\s+)?$",
    re.I,
)
"""Words in front of those whom somebody lets go."""
_UNDONE: Final = re.compile(
    r"\b(?:to|not|never|without|will|would|could|may|might|can|should|must)(?:\s+\w+ly)?\s+$"
    r"|\b(?:for|demand\w*|urg\w+|seek\w*|sought|want\w*|offer\w*|refus\w*|negotiat(?:es?|ing|ions?)|if|promis\w*)(?:\W+\w+){0,3}?\s+$",
    re.I,
)
"""Words in front of a release that somebody only wants, or that others were to be exchanged for."""
_FREED: Final = re.compile(
    rf"^[^.;:]{{0,120}}?\b(?:(?:(?:was|were|been|are|get|got|walk(?:s|ed)?|go|went)(?: \w+ly)? (?:{LET_GO}|free)\b)"
    r"|released by\b|(?:have |had |has )?(?:escaped|regained their freedom)\b|(?:was|were|been) rescued\b)",
    re.I,
)
"""Words behind those who are let go, or got away."""
_TO_COME: Final = re.compile(
    r"\b(?:not|never)\b|\b(?:to|if|whether|will|would|could|may|might|should|must|first) (?:be|of|have)\b", re.I
)
"""Words of what is not so, or not yet."""


def lets_go(before: str) -> bool:
    """Whether the words before a count say that those counted were let go, and not that somebody wants it."""
    frees = _FREES.search(before)
    return frees is not None and _UNDONE.search(before, 0, frees.start()) is None


def let_go(behind: str) -> bool:
    """Whether the words behind a count say so."""
    said = _FREED.search(behind)
    return said is not None and _TO_COME.search(said.group(0)) is None
