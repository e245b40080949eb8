"""line -> the signatures of posts shown in a story: who posted, and when. The day dates the post, not the news."""

import re
from typing import NamedTuple

from dateline.clean.stamps import Stamp, find_stamps

_LINK = r"(?:https?://t\.co/\w+|pic\.twitter\.com/\w+)"
_SIGNED = re.compile(
    rf"(?:{_LINK}\s)*[—–-]{{1,2}}\s[^()\n]{{1,60}}\s\(@\w{{1,30}}\),?\s"
    r"|\bA post shared by [^\n]{1,80}?\s\(@[\w.]{1,40}\) on\s"
)
"""What stands before the day of a post: "— Mira Lotan (@mlotan) May 3, 2031"."""
_REACH = 50
"""Code points in which the day and hour of a post stand."""
_REST = re.compile(r"\s(?:г\.|[AP]M\b)")


class Signature(NamedTuple):
    """Where a post is signed, and its day."""

    start: int
    end: int
    stamp: Stamp


def find_signatures(text: str, start: int = 0) -> list[Signature]:
    """The signatures in a text that stands at `start` in the report."""
    found = []
    for match in _SIGNED.finditer(text) if "(@" in text else ():
        stamps = find_stamps(text[match.end() : match.end() + _REACH], start + match.end())
        if stamps and stamps[0].start == start + match.end():
            rest = _REST.match(text, stamps[0].end - start)
            end = start + rest.end() if rest else stamps[0].end
            found.append(Signature(start + match.start(), end, stamps[0]))
    return found
