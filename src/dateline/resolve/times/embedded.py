"""The text before a time -> where the clause or phrase begins that holds it and only says which thing is meant.

"A crew which arrived on Monday" dates the arrival, "a response to the raid on Tuesday" the raid: neither day is that of
the sentence, nor of what is told next.
"""

import re

from dateline.resolve.times.words import PAST_FORMS

REACH = 200
"""How far before its time such a clause may begin, in code points."""

_OPENS = re.compile(
    r"\b(?:which|who|whom|whose|where)\b"
    rf"|\b(?P<noun>\w+)\s+that\s+(?:(?:had|has|have|was|were)\s+)?(?:\w+ed|{'|'.join(sorted(PAST_FORMS))})\b"
    r"|\b(?:respon(?:se|d(?:ed|ing)?)|reaction)\s+to\b|\b(?:retaliation|reprisals?|revenge|vengeance)\s+(?:for|against)\b"
    r"|(?:^|(?<=[.;,]\s))(?:un)?like\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[.;:,()—–\n]")
_SAYS_THAT = re.compile(
    r"(?:sa(?:id|y)|told|add|announc|stat|report|confirm|claim|warn|reveal|show|believ|kn[eo]w|not[ei]|insist|wr[io]te"
    r"|declar|suggest|indicat|f(?:i|ou)nd|alleg|fear|hop|learn|den[yi])\w*|so",
    re.IGNORECASE,
)
"""What stands before a "that" which opens what is said, and no description."""


def held_from(text: str, start: int, at: int) -> int | None:
    """Where the clause or phrase begins, in the sentence from `start`, that still holds the time at `at`."""
    opening = None
    for opens in _OPENS.finditer(text, max(start, at - REACH, 0), at):
        if opens["noun"] is None or not _SAYS_THAT.fullmatch(opens["noun"]):
            opening = opens
    if opening is None or _CLOSES.search(text, opening.end(), at):
        return None
    return opening.start() if opening["noun"] is None else opening.end("noun")
