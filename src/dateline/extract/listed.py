"""sentence, counts read -> the counts of a list that leaves their noun out, each with its place.

"150 letters were found in Umza, 100 in Kelo, 67 in Port Vell and 40 in Marrak": the noun, and what is told of it, stand
once, and the network reads seldom more than the first and the last.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.numerals import SMALL_WORD
from dateline.extract.passage import FoundFigure

_PLACE: Final = r"(?-i:[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*){0,2})"
_ITEM: Final = re.compile(
    rf"\s*(?:,|,?\s+and)?\s+(?P<count>(?!(?:19|20)\d\d\b)\d[\d,]*|{SMALL_WORD})\s+in\s+{_PLACE}(?=\s*(?:[,.;]|and\b|\d|$))",
    re.I,
)
_FIRST: Final = re.compile(
    rf"[^.;:\d]{{0,50}}?\s(?:in\s+{_PLACE}|(?:among|at)\s+{_PLACE}(?:\s+[a-z]+)?)(?=\s*(?:,|and\b|\d))", re.I
)
"""What is told of the first count, up to its place."""


def listed(sentence: str, base: int, figures: Sequence[FoundFigure]) -> Iterable[FoundFigure]:
    """The counts that go on from one of the figures of a sentence, which starts at `base`, and were not read."""
    read = {f.span.start - base for f in figures}
    for figure in figures:
        first = _FIRST.match(sentence, figure.span.end - base)
        at = first.end() if first is not None else len(sentence)
        while item := _ITEM.match(sentence, at):
            at = item.end()
            if item.start("count") not in read:
                span = replace(figure.span, start=base + item.start("count"), end=base + item.end("count"))
                yield replace(figure, span=span, qualifier="exact")


def is_item(sentence: str, end: int, start: int) -> bool:
    """Whether a count that starts at `start` is the next one of a list after the count that ends at `end`."""
    first = _FIRST.match(sentence, end)
    item = _ITEM.match(sentence, first.end()) if first is not None else None
    return item is not None and item.start("count") == start


_IN_LIST: Final = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s*(?:,|,?\s+and|,?\s+plus|,?\s+as well as|,?\s+along with)\s+$", re.I
)
_PART: Final = re.compile(
    r"[^.;:]{0,40}?\b(?:including|among them|of whom|of which|one of them)\s+(?:were\s+)?(?:at least\s+)?$", re.I
)
_VERBAL: Final = re.compile(r"\b(?:were|was|are|is|have|has|had|been|died|fled|\w{3,}(?:ed|ing))\b", re.I)


def runs_on(text: str, end: int, start: int) -> bool:
    """Whether a figure that starts at `start` is told in one breath with the one that ends at `end`: "nine soldiers and
    two civilians", "20 people, including three children"; nothing but nouns stand between."""
    between = text[end:start]
    if _PART.fullmatch(between):
        return True
    return bool(_IN_LIST.fullmatch(between)) and not _VERBAL.search(between)
