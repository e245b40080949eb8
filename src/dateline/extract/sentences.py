"""Text of a block -> its sentences, without the white space around them.

sentencex cuts; what it cuts too often ("3 p.m. Wednesday", "Gen. Votel") is joined again, what it leaves together (a
full stop that lost its space, a heading on a line of its own) is cut.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import sentencex  # type: ignore[import-untyped]

from dateline.model import Range

SHORT_LINE: Final = 50
"""A line this short that ends without a mark, before a capital, is a heading or list entry, not a wrapped line."""
_MONTHS: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS: Final = "Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun"
_AFTER_HOUR: Final = re.compile(
    rf"(?:(?:{_DAYS})(?:day)?\b|(?:{_MONTHS}|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|[A-Z]{2,4}T\b|GMT\b|UTC\b|[AJ]ST\b|local\b|Eastern\b|Central\b|Pacific\b|Greenwich\b|\d)"
)
_HOUR: Final = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_TITLE: Final = re.compile(
    r"(?:^|[\s(“\"'‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|Hon|St|Ste|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Adm|Brig|Pvt|Gov|Sen|Rep"
    r"|Reps|Sens|Pres|Amb|Supt|Insp|Messrs|vs|[A-Z])\.$"
)
_COUNTED: Final = re.compile(rf"(?:^|[\s(])(?:No|Nos|Art|Sec|Ch|pp?|{_MONTHS})\.$")
_LOST_SPACE: Final = re.compile(r"(?<=[a-z]{2})[.!?][\"”’')]*(?=[“\"‘]?[A-Z][a-z]+[\s,’'])")
_CLOSING: Final = "\"”’')]»"


def split_sentences(text: str, start: int = 0) -> list[Range]:
    """The sentences of a block that begins at `start`; they cover all but white space."""
    cuts = {0, len(text)} | {m.end() for m in _LOST_SPACE.finditer(text)} | set(_line_cuts(text))
    cuts |= {at for at in _boundaries(text) if not _runs_on(text, at)}
    edges = sorted(cuts)
    return [
        Range(start=start + a + lead, end=start + a + lead + len(core))
        for a, b in pairwise(edges)
        if (core := text[a:b].strip())
        for lead in (len(text[a:b]) - len(text[a:b].lstrip()),)
    ]


def _boundaries(text: str) -> Iterator[int]:
    """Where sentencex begins a sentence."""
    at = 0
    for piece in sentencex.segment("en", text):
        at = text.find(piece, at) + len(piece)
        yield at


def _line_cuts(text: str) -> Iterator[int]:
    """Ends of paragraphs, and of lines that were never meant to run on."""
    for line_break in re.finditer(r"[ \t\r]*\n\s*", text):
        before = text[text.rfind("\n", 0, line_break.start()) + 1 : line_break.start()]
        after = text[line_break.end() : line_break.end() + 1]
        heading = len(before) < SHORT_LINE and not before.endswith((",", ";", "-", "–")) and not after.islower()
        if line_break[0].count("\n") > 1 or heading:
            yield line_break.end()


def _runs_on(text: str, at: int) -> bool:
    """Whether a boundary stands inside a sentence after all."""
    before, after = text[:at], text[at:].lstrip()
    gap = before[len(before.rstrip()) :]
    head = before.rstrip()[-16:]
    if gap.count("\n") > 1 or not after:
        return False
    if after[0].islower():
        return head.endswith(tuple(".!?" + _CLOSING + ",;"))
    if _HOUR.search(head):
        return _AFTER_HOUR.match(after) is not None
    if _TITLE.search(head):
        return after[0].isupper() and not head.endswith("U.S.")
    if after[0].isdigit() and _COUNTED.search(head):
        return True
    return after[0] in "”)]»" and len(after) < 3
