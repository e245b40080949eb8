"""pieces -> the same with the head of the story apart, where a stripper glued it to the first sentence.

A flattened page begins "Dyke breaks at Karsen KARSEN | Thu Nov 10, 2016 7:55 pm EDT KARSEN (Reuters) - A dyke ...", or
with a headline and the page's stamp, or with a caption and a byline. What stands before the first dateline is head:
the title, the day, who wrote it, highlights, a caption.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.clean.captions import is_caption
from dateline.clean.datelines import AGENCY, find_inside
from dateline.clean.front import LABEL, NAMED, peel_front
from dateline.clean.head import is_name_line
from dateline.clean.lines import Line, ends_like_prose, find_sentences, stripped
from dateline.clean.pieces import Piece
from dateline.clean.seams import find_seam
from dateline.clean.stamps import find_stamps
from dateline.model import BlockKind

LONGEST_HEAD = 700
"""Code points from the start of a story in which its first dateline stands."""
BEFORE_DATELINE = 400
"""Code points up to which lines before that of the first dateline are a caption or standfirst."""
MOST_SENTENCES = 3
"""Whole sentences that may stand in a longer head, and before words that ran into a dateline."""
CAPTION_WORDS = 45
TITLE_WORDS = range(3, 41)
"""Words of a headline, with the standfirst that ran into it."""
FEWEST_BEFORE_BYLINE = 5
_DASHED = re.compile(r"\)\s?[-–—_]")
_LEANS = re.compile(
    r"\b(?:on|at|by|for|from|of|in|until|till|since|before|after|to|and|or|is|was|the|this|last|next),?\s*$"
)
"""A word before a date that belongs to a sentence."""
_ANEW = re.compile(r"\s*[\"“]?[A-Z]")
_BULLET = re.compile(r"\\?[*•]\s")
_CREDIT = re.compile(r"[Cc]redit: ")
_WRITER_BAR = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,3}\|$")
_BYLINE_LAST = re.compile(rf"(?<=\S )(?:[Bb]y|BY) {NAMED}(?:, [A-Z][^.]{{3,60}})?$")
_AGENCY_LAST = re.compile(rf"(?<=\S )(?i:{AGENCY})\s?$")
"""Who filed the story, before the day: "Dyke breaks at Karsen mill AFP Thu 10 Nov 2016"."""
_BYLINE_INSIDE = re.compile(rf"(?<=[a-z’”'] )By {NAMED}(?= [A-Z])")


class Parted(NamedTuple):
    """The pieces with their head apart, and the title that stood in it."""

    pieces: list[Piece]
    title: Line | None = None


def part_head(pieces: list[Piece], text: str, *, titled: bool) -> Parted:
    """The pieces of a report with what stands before its first dateline apart: a story begins with its dateline; where
    there is none, what stands before the stamp of the page, before who wrote it, or, in a report that is not `titled`,
    a headline or caption."""
    begin = next((i for i, p in enumerate(pieces) if p.kind in ("body", "dateline")), len(pieces))
    found = _find_glued(pieces, begin, text)
    if found:
        i, place, end = found
        before = [p for p in (*pieces[begin:i], _piece(text, pieces[i].start, place, "body")) if p]
        head = _cut_head(before, text, text[place:end].rpartition(" (")[0])
        after = _piece(text, end, pieces[i].end, "body")
        filed = [Piece(place, end, "dateline"), *([after] if after else [])]
        return Parted([*pieces[:begin], *head.pieces, *filed, *pieces[i + 1 :]], head.title)
    first = next((i for i, p in enumerate(pieces) if p.kind == "dateline"), begin)
    if first != begin:
        return _cut_lines(pieces, begin, first, text)
    if begin == len(pieces) or pieces[begin].kind != "body":
        return Parted(pieces)
    return _cut_opening(pieces, begin, text) or Parted(pieces if titled else _cut_seam(pieces, begin, text))


def _cut_lines(pieces: list[Piece], begin: int, filed: int, text: str) -> Parted:
    """The pieces with lines apart that stand before the line of the first dateline."""
    above = pieces[begin:filed]
    size = pieces[filed].start - pieces[begin].start
    if size > LONGEST_HEAD or (text[pieces[filed].end - 1] == ")" and "\n" not in text[above[0].start : above[-1].end]):
        return Parted(pieces)  # where all lines and the dash are lost, whole sentences sum the story up
    if size <= BEFORE_DATELINE:
        captions = [p._replace(kind="caption") if p.kind == "body" else p for p in above]
        return Parted([*pieces[:begin], *captions, *pieces[filed:]])
    if sum(_whole_sentences(p, text) for p in above if p.kind == "body") > MOST_SENTENCES:
        return Parted(pieces)
    head = _cut_head(above, text, "")
    return Parted([*pieces[:begin], *head.pieces, *pieces[filed:]], head.title)


def _find_glued(pieces: Sequence[Piece], begin: int, text: str) -> tuple[int, int, int] | None:
    """The piece near the start of the story whose words ran into a dateline, and where that stands."""
    limit = pieces[begin].start + LONGEST_HEAD if begin < len(pieces) else 0
    if not _DASHED.search(text, limit - LONGEST_HEAD, limit):
        return None
    sentences = 0
    for i in range(begin, len(pieces)):
        piece = pieces[i]
        if piece.start >= limit or piece.kind == "dateline":
            return None
        if piece.kind == "body":
            found = find_inside(text, piece.start, min(piece.end, limit))
            sentences += _whole_sentences(piece._replace(end=found[0]) if found else piece, text)
            if found:
                return (i, *found) if sentences <= MOST_SENTENCES else None
    return None


def _whole_sentences(piece: Piece, text: str) -> int:
    said = find_sentences(Line(piece.start, piece.end, _said(piece, text)))
    return sum(ends_like_prose(s.text) for s in said)


def _cut_head(pieces: Sequence[Piece], text: str, place: str) -> Parted:
    """The pieces of a head: a whole sentence that opens it is a caption, in the head of an agency's page only where
    it is dated; words without an end are cut into their parts."""
    cut: list[Piece] = []
    title = None
    told = [p for p in pieces if p.kind == "body"]
    for piece in pieces:
        said = find_sentences(Line(piece.start, piece.end, _said(piece, text)))
        for sentence in said if piece.kind == "body" else ():
            if ends_like_prose(sentence.text):
                opens = piece is told[0] and sentence is said[0] and len(sentence.text.split()) <= CAPTION_WORDS
                cut.append(Piece(sentence.start, sentence.end, "caption" if opens else "other"))
                continue
            part = _cut_words(sentence, place)
            cut += part.pieces
            title = part.title or title
        if piece.kind != "body":
            cut.append(piece)
    if any(p.kind == "date" for p in cut) or any(_BULLET.match(text, p.start) for p in cut):
        cut = [p._replace(kind="other") if p.kind == "caption" and not find_stamps(_said(p, text)) else p for p in cut]
    return Parted(cut, title)


def _cut_words(line: Line, place: str) -> Parted:
    """The parts of words without an end before a dateline: who wrote the story, the title, the place and the stamp that
    a page prints above a story; highlights are other."""
    glued = peel_front(line, None)
    pieces = list(glued.pieces)
    rest = stripped(line, glued.start, glued.end)
    if rest is None:
        return Parted(pieces)
    if by := _BYLINE_LAST.search(rest.text):
        pieces.append(Piece(rest.start + by.start(), rest.end, "byline"))
        rest = stripped(rest, rest.start, rest.start + by.start())
    stamps = find_stamps(rest.text, rest.start) if rest else []
    if rest is None or not stamps:
        return Parted([*pieces, *([Piece(rest.start, rest.end, "other")] if rest else [])])
    pieces.append(Piece(stamps[0].start, stamps[0].end, "date"))
    behind = stripped(rest, stamps[0].end, rest.end)
    above = rest.text[: stamps[0].start - rest.start].rstrip(" |")
    if place and above.endswith(place):
        above = above[: -len(place)]
        pieces.append(Piece(rest.start + len(above), stamps[0].start, "dateline"))
    title = stripped(rest, rest.start, rest.start + len(above))
    kind = _kind_above(title) if title else "other"
    pieces += [Piece(x.start, x.end, kind if x is title else "other") for x in (title, behind) if x]
    return Parted(sorted(pieces), title if kind == "title" else None)


def _kind_above(line: Line) -> BlockKind:
    """What the words above a stamp are."""
    if LABEL.match(line.text):
        return "date"
    if is_caption(line) or _CREDIT.match(line.text):
        return "caption"
    if _WRITER_BAR.match(line.text) or is_name_line(line):
        return "byline"
    is_title = len(line.text.split()) in TITLE_WORDS and not _BULLET.search(line.text) and not line.text[0].islower()
    return "title" if is_title else "other"


def _cut_seam(pieces: list[Piece], begin: int, text: str) -> list[Piece]:
    """The pieces with a headline and captions apart that ran into the first sentence of a story."""
    piece, cut = pieces[begin], list[Piece]()
    first = find_sentences(Line(piece.start, piece.end, _said(piece, text)))[0]
    while (seam := find_seam(first.text)) is not None:
        cut.append(Piece(first.start, first.start + seam, "caption"))
        first = Line(first.start + seam + 1, first.end, first.text[seam + 1 :])
    return [*pieces[:begin], *cut, piece._replace(start=first.start), *pieces[begin + 1 :]]


def _cut_opening(pieces: list[Piece], begin: int, text: str) -> Parted | None:
    """The pieces with a headline apart that ran into the stamp of its page, or words that ran into a byline, at the
    start of a story; null where none did."""
    piece = pieces[begin]
    first = find_sentences(Line(piece.start, piece.end, _said(piece, text)))[0]
    stamps = find_stamps(first.text[:LONGEST_HEAD], first.start)
    stamp = next((s for s in stamps if s.minute or _AGENCY_LAST.search(text[first.start : s.start])), None)
    kind: BlockKind
    if stamp and stamp.weekday is not None and _ANEW.match(text, stamp.end):
        start, end, kind = stamp.start, stamp.end, "date"
    elif by := _BYLINE_INSIDE.search(first.text):
        start, end, kind = first.start + by.start(), first.start + by.end(), "byline"
    else:
        return None
    above, told = stripped(first, first.start, start), _piece(text, end, piece.end, "body")
    if above is None or told is None:
        return None
    opened = [Piece(start, end, kind), told]
    by = (_BYLINE_LAST.search(above.text) or _AGENCY_LAST.search(above.text)) if kind == "date" else None
    if by:
        opened.insert(0, Piece(above.start + by.start(), above.end, "byline"))
        above = stripped(above, above.start, above.start + by.start()) or above
    if _LEANS.search(above.text):
        return None
    above_kind = _kind_above(above) if kind == "date" else "caption"
    if kind == "byline" and len(above.text.split()) < FEWEST_BEFORE_BYLINE:
        return None
    opened.insert(0, Piece(above.start, above.end, above_kind))
    return Parted([*pieces[:begin], *opened, *pieces[begin + 1 :]], above if above_kind == "title" else None)


def _said(piece: Piece, text: str) -> str:
    return text[piece.start : piece.end]


def _piece(text: str, start: int, end: int, kind: BlockKind) -> Piece | None:
    """The stretch without the white space around it; null where nothing is left."""
    left = stripped(Line(start, end, text[start:end]), start, end)
    return Piece(left.start, left.end, kind) if left else None
