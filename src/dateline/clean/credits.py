"""Pieces -> the news agencies that a report credits.

A credit stands in the byline, the dateline, the foot ("--Reuters", "Additional reporting by AFP"), in the text
("According to Reuters") or in the address ("/wires/afp/"). Who was "told" something is an interviewer, who took a
photograph is none of the text.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from dateline.clean.pieces import Piece
from dateline.clean.tables import agencies, world_agencies
from dateline.model import is_of_picture

_NAMES = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
_ANY = re.compile(rf"(?<![\w@.])({_NAMES})(?![\w@]|\.\w)", re.IGNORECASE)
_EXACT = "|".join(
    sorted(
        {
            re.escape(form)
            for alias, name in agencies().items()
            if name in world_agencies()
            for form in (
                {alias.upper()}
                if len(alias) <= 4
                else {alias.title(), alias.upper(), alias.title().replace("The ", "the ")}
            )
        },
        key=len,
        reverse=True,
    )
)
_CITED = re.compile(
    rf"\b(?:[Aa]ccording to|[Rr]eported by|[Qq]uoted by|[Cc]ited by|[Rr]eports?"
    rf"|[Cc]ourtesy of) (?:the )?(?:news agency )?({_EXACT})\b"
    rf"|\b({_EXACT})(?: news agency)? (?:reports|reported|has reported|is reporting)\b"
    rf"|\b({_EXACT}) (?:correspondent|reporter|journalist)s?\b"
    rf"|\b(?:[Aa]dditional|[Ff]urther) reporting (?:by|from) [^.\n]{{0,60}}?\b({_EXACT})\b"
    rf"|\b({_EXACT})(?: (?:and|writers?|staff)[\w ,]{{0,80}})? contributed to this (?:report|story|article)\b"
)
_FOOT_LINE = re.compile(
    r"(?:additional|further) reporting|contributed to this|\bsources?\b|^\W*with\b|©|\bcopyright\b", re.IGNORECASE
)


def find_credits(text: str, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The credited agencies by canonical name, sorted. What stands beside a caption credits its picture."""
    found: set[str] = set()
    pictured = {j for i, p in enumerate(pieces) if p.kind == "caption" for j in (i - 1, i + 1)}
    for i, piece in enumerate(pieces):
        said = text[piece.start : piece.end]
        alone = piece.kind in ("other", "chrome") and i not in pictured
        if piece.kind in ("byline", "dateline") or (alone and _is_credit(said)):
            found |= _named(_ANY, said)
        elif piece.kind == "body":
            found |= _named(_CITED, said)
    return tuple(sorted(found))


def _named(pattern: re.Pattern[str], said: str) -> set[str]:
    """The agencies in the groups of a pattern by canonical name, without those that are named for a picture."""
    found = [(match[match.lastindex or 0], match.span(match.lastindex or 0)) for match in pattern.finditer(said)]
    return {agencies()[name.lower()] for name, span in found if not is_of_picture(said, *span)}


def find_wire_section(url: str | None) -> tuple[str, ...]:
    """The world agency whose feed an address lies in: "/reuters/2031/...", "/wires/afp/...", "/aponline/..."."""
    try:
        folders = urlsplit(url or "").path.lower().split("/")[1:-1]
    except ValueError:
        return ()
    names = [agencies().get(folder.removesuffix("online")) for folder in folders]
    return tuple(sorted({name for name in names if name and name in world_agencies()}))


def _is_credit(said: str) -> bool:
    """Is a short piece outside the story a credit: an agency alone, or "Source: ..."?"""
    if len(said) > 200:
        return False
    rest = _ANY.sub("", said)
    return rest != said and (not any(c.isalnum() for c in rest) or _FOOT_LINE.search(said) is not None)
