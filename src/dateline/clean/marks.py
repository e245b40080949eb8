"""pieces of the story -> the same without its marks: what stands between its words and is none of them.

The number and the name of a gallery beside each of its captions, the agency before a caption, the digits of a legend
("1Boats ... 2Trucks ..."), the signature of a post, the hour of an entry. What runs into one is read wrongly.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.clean.captions import find_picture_credits
from dateline.clean.entries import find_hours
from dateline.clean.pieces import Piece
from dateline.clean.posts import find_signatures
from dateline.model import BlockKind

_COUNTER = re.compile(r"\b(?:Hide Caption|(?:Image|Photo|Picture|Slide):?) \d{1,3} (?:of|/) \d{1,3}\b")
_INSET = re.compile(
    r"\bSlideshow \(\d{1,3} [Ii]mages?\)|\bInfographic: [^.()]{3,100}(?:\([^()]{3,80}\))?(?=\s[A-Z\"“]|$)"
)
"""What a page set between two paragraphs: "Slideshow (3 Images)", "Infographic: The dyke (Design by Mira Lotan)"."""
FEWEST = 3
"""Captions from which the words that all of them begin with are the name of their gallery."""
_NUMBERED = re.compile(r"(?:^|(?<=[.!?:]\s))(\d{1,2})(?=[A-Z][a-z]*\s)")
"""The digit of a legend, glued to the word after it."""


def without_marks(pieces: Sequence[Piece], text: str) -> Iterator[Piece]:
    """The pieces, with the marks split off: those of captions as page, those of the story as other, since its reader
    wants to see who posted, and when."""
    hours = find_hours(pieces, text)
    name = _gallery_name([text[p.start : p.end] for p in pieces if p.kind == "caption"])
    for piece in pieces:
        if piece.kind not in ("body", "caption"):
            yield piece
            continue
        begin = piece.start
        marks = _find_marks(piece.kind, text[piece.start : piece.end], name)
        within = hours[bisect_left(hours, (piece.start,)) : bisect_left(hours, (piece.end,))]
        for start, last in sorted([(piece.start + a, piece.start + b) for a, b in marks] + within):
            first = max(begin, start)
            if first < last:
                yield from _told(text, begin, first, piece)
                yield Piece(first, last, "chrome" if piece.kind == "caption" else "other")
                begin = last
        yield from _told(text, begin, piece.end, piece)


def _find_marks(kind: BlockKind, said: str, name: str) -> list[tuple[int, int]]:
    marks = [(s.start, s.end) for s in find_signatures(said)]
    if kind == "body":
        return marks + _legend(said) + [m.span() for m in _INSET.finditer(said)]
    names = re.finditer(re.escape(name), said) if name else ()
    return marks + [m.span() for m in (*_COUNTER.finditer(said), *names, *find_picture_credits(said))]


def _gallery_name(captions: Sequence[str]) -> str:
    """The words that every caption of a counted gallery begins with, empty where there are none."""
    items = [item.split() for said in captions for item in _COUNTER.split(said)[:-1]]
    if len(items) < FEWEST:
        return ""
    columns = enumerate(zip(*items, strict=False))
    alike = next((i for i, words in columns if len(set(words)) > 1), min(map(len, items)))
    return " ".join(items[0][:alike])


def _legend(said: str) -> list[tuple[int, int]]:
    """The digits of a legend: glued to capitals, and rising from one."""
    found = list(_NUMBERED.finditer(said))
    rising = [int(m[1]) for m in found] == list(range(1, len(found) + 1))
    return [m.span(1) for m in found] if rising and len(found) >= FEWEST else []


def _told(text: str, start: int, end: int, piece: Piece) -> Iterator[Piece]:
    said = text[start:end]
    if any(c.isalnum() for c in said):
        start += len(said) - len(said.lstrip())
        yield Piece(start, start + len(said.strip()), piece.kind)
