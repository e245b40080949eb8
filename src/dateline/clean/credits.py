"""Pieces -> the news agencies that a report credits.

A credit stands in the byline, the dateline, the foot ("--Reuters", "Additional reporting by AFP") or the address
("/wires/afp/"); a story that cites an agency ("according to Reuters") for its news or for much of what it tells rests
on it too. Who was "told" something is an interviewer, who took a photograph is none of the text.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from urllib.parse import urlsplit

from dateline import tables
from dateline.clean.pieces import Piece
from dateline.clean.tables import agencies, world_agencies
from dateline.english.patterns import one_of
from dateline.english.pictures import is_of_picture

_NAMES = one_of(agencies())
_ANY = re.compile(rf"(?<![\w@.])({_NAMES})(?![\w@]|\.\w)", re.IGNORECASE)
_FORMS = {form for agency in tables.agencies() if agency.world for form in agency.forms()}
_EXACT = one_of(_FORMS)
_MENTIONED = re.compile(rf"\b(?=[{''.join(sorted({re.escape(form[0]) for form in _FORMS}))}]){_EXACT}\b")
"""Cheap, so that only a story that names an agency is searched for what it says of it."""
_CREDITED = re.compile(
    rf"\b[Cc]ourtesy of (?:the )?({_EXACT})\b"
    rf"|\b(?:[Aa]dditional|[Ff]urther) reporting (?:by|from) [^.\n]{{0,60}}?\b({_EXACT})\b"
    rf"|\b({_EXACT})(?: (?:and|writers?|staff)[\w ,]{{0,80}})? contributed to this (?:report|story|article)\b"
    rf"|\b(?:[Aa]n? ({_EXACT})|({_EXACT})['’]?s) (?:correspondent|reporter|journalist|witness)\b"
    r"(?: (?:at|in|inside|near|on|outside|there|who|with)\b[^.,;\n]{0,60}?)? (?:heard|reported|reports|said|saw|says)\b"
)
"""Who wrote the story, or was there and is not set apart from who wrote it ("an AFP correspondent saw")."""
_CITED = re.compile(
    rf"\b(?:[Aa]ccording to|[Rr]eported by|[Qq]uoted by|[Cc]ited by|[Rr]eports?) (?:the )?(?:news agency )?({_EXACT})\b"
    rf"|\b({_EXACT})(?: news agency)? (?:reports|reported|has reported|is reporting)\b"
)
"""A statement that has an agency for its source."""
OPENING = 60
"""Words of a story, some two sentences, that tell its news: who is cited there is who told it."""
PICTURES = 3
"""Pictures under the names of agencies from which a story shows a gallery."""
EACH = 150
"""Words of a story up to which it rests on each statement that cites an agency; in a longer one they are its own."""
_BRACKETED = re.compile(rf"\s*\({_NAMES}\)\s*", re.IGNORECASE)
_FOOT_LINE = re.compile(
    r"(?:additional|further) reporting|contributed to this|\bsources?\b|^\W*with\b|©|\bcopyright\b", re.IGNORECASE
)


def find_credits(text: str, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The credited agencies by canonical name, sorted. What stands beside a caption credits its picture. Where one is
    credited and a paragraph opens with another, the report is made from both."""
    found: set[str] = set()
    pictured = {j for i, p in enumerate(pieces) if p.kind == "caption" for j in (i - 1, i + 1)}
    gallery = _gallery(text, pieces, pictured)
    for i, piece in enumerate(pieces):
        said = text[piece.start : piece.end]
        if piece.kind == "dateline" and _is_of_picture_above(text, piece):
            continue
        if piece.kind == "byline" and i in gallery and _is_credit(said):
            continue
        alone = piece.kind in ("other", "chrome") and i not in pictured
        if piece.kind in ("byline", "dateline") or (alone and _is_credit(said)):
            found.update(name for name, _ in _named(_ANY, said))
    story = "\n".join(text[p.start : p.end] for p in pieces if p.kind == "body")
    if not _MENTIONED.search(story):
        return tuple(sorted(found))
    found.update(name for name, _ in _named(_CREDITED, story))
    cited: dict[str, list[int]] = {}
    for name, start in _named(_CITED, story):
        cited.setdefault(name, []).append(start)
    opening = {name for name, starts in cited.items() if any(at == 0 or story[at - 1] == "\n" for at in starts)}
    resting = {name for name, starts in cited.items() if _rests_on(starts, story)}
    return tuple(sorted(found | resting | opening if found else resting))


def _gallery(text: str, pieces: Sequence[Piece], pictured: AbstractSet[int]) -> range:
    """Where a story shows picture after picture, each under its agency: there an agency on a line of its own credits
    one more picture. Nothing in front of the story and behind it, where its own credit stands."""
    body = [i for i, p in enumerate(pieces) if p.kind == "body"]
    credited = [i for i in pictured if 0 <= i < len(pieces) and pieces[i].kind == "chrome"]
    credited = [i for i in credited if _is_credit(text[pieces[i].start : pieces[i].end])]
    return range(body[0], body[-1]) if body and len(credited) >= PICTURES else range(0)


def _is_of_picture_above(text: str, piece: Piece) -> bool:
    """Is a dateline none: an agency in brackets without place or dash, between a sentence and the line that it opens?
    Then it credits the picture that the sentence before it tells of."""
    if not _BRACKETED.fullmatch(text, piece.start, piece.end) or text[piece.end - 1 : piece.end + 1].endswith("\n"):
        return False
    return text[: piece.start].rstrip().endswith((".", ".”", '."')) and bool(text[piece.end :].strip())


def _rests_on(cited: Sequence[int], story: str) -> bool:
    """Whether a story rests on an agency that it cites there: for its news, or for a good part of all it tells. Cited
    once in a long text, the agency is the source of that statement and of no other."""
    return len(story[: cited[0]].split()) < OPENING or len(story.split()) <= len(cited) * EACH


def _named(pattern: re.Pattern[str], said: str) -> Iterator[tuple[str, int]]:
    """The agencies in the groups of a pattern by canonical name, and where it begins, without those named
    for a picture."""
    for match in pattern.finditer(said):
        start, end = match.span(match.lastindex or 0)
        if not is_of_picture(said, start, end):
            yield agencies()[said[start:end].lower()], match.start()


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
