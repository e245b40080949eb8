"""Classified text and what the page says of itself -> the report: title, byline, outlet, agencies, dates, issues."""

import re
from collections.abc import Sequence

import msgspec

from dateline.clean.bylines import merge_names
from dateline.clean.classify import Classified
from dateline.clean.credits import find_credits, find_wire_section
from dateline.clean.datelines import DATELINE
from dateline.clean.dating import find_dates, own_votes, unread_doubt
from dateline.clean.front import repeated_prefix
from dateline.clean.language import check_language, find_language
from dateline.clean.pieces import Piece, cover
from dateline.clean.published import Vote
from dateline.clean.stamps import read_declared
from dateline.clean.tables import (
    agencies,
    family_of,
    host_of,
    is_domain,
    outlet_of_domain,
    outlet_of_name,
    outlet_of_url,
    world_agencies,
)
from dateline.clean.titles import guess_title, names_site, strip_site, whole_title
from dateline.model import Capture, Cleaned, Declared, Issue, Range, Report, Span

_RIGHTS = re.compile(
    r"(?:©|\([Cc]\)|\b[Cc]opyright\b)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?[,\s]*)?(?:by\s+)?"
    r"(?P<name>(?:[A-Z][\w&'’-]{0,30}|of|the|and|de)(?:\s(?:[A-Z][\w&'’-]{0,30}|of|the|and|de)){0,5}?)"
    r"(?=\s*(?:\d{4}|[.,|]|Ltd|Inc|LLC|[Aa]ll [Rr]ights|$))",
)


class SelfDescription(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of itself by machine: metadata of the page or of the record it came in."""

    title: str | None = None
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    votes: tuple[Vote, ...] = ()
    language: str | None = None
    address: str | None = None
    unread: tuple[str, ...] = ()

    def over(self, other: "SelfDescription") -> "SelfDescription":
        """This description, completed by another."""
        return SelfDescription(
            title=self.title or other.title,
            bylines=self.bylines or other.bylines,
            outlet=self.outlet or other.outlet,
            votes=self.votes + other.votes,
            language=self.language or other.language,
            address=self.address or other.address,
            unread=self.unread + other.unread,
        )


def describe(declared: Declared) -> SelfDescription:
    """What came declared with the document."""
    votes, unread = [], []
    for value, label in ((declared.published, "published"), (declared.updated, "updated")):
        if value:
            stamp = read_declared(value)
            if stamp:
                votes.append(Vote(stamp, "declared", label, None, None, "declared"))  # type: ignore[arg-type]
            else:
                unread.append(value)
    named = declared.title and names_site(declared.title, _outlet(declared.outlet, None))
    return SelfDescription(
        title=None if named else declared.title,
        bylines=declared.byline,
        outlet=declared.outlet,
        votes=tuple(votes),
        language=declared.language,
        unread=tuple(unread),
    )


def make_report(capture: Capture, text: str, page: Classified, said: SelfDescription) -> Cleaned:
    """The report of a classified text."""
    printed = page.header.outlet.text if page.header.outlet else None
    outlet = printed or _outlet(said.outlet, capture.url) or _rights_holder(text, page.pieces)
    outlet = outlet or outlet_of_url(said.address)  # last: a page taken over may give the address of the original
    title, title_span = _title(text, page, said, outlet)
    pieces = _with_title(page.pieces, title_span)
    blocks = cover(pieces, len(text))
    body = [p for p in pieces if p.kind == "body"]
    story = "\n".join(text[p.start : p.end] for p in body[:20])
    language = check_language(said.language, story or text) if said.language else find_language(story or text)
    address = capture.url or said.address
    own = own_votes(address, title, title_span.start if title_span else None)
    dates = find_dates(text, page, pieces, said.votes, own, language)
    doubts = dates.doubts + [unread_doubt(value) for value in said.unread]
    if said.language and language != said.language[:2].lower():
        doubts.append(("language-conflict", f"declared as {said.language!r}, but the text is {language!r}; took that"))
    if any(map(str.isalnum, text)) and not body:
        doubts.append(("no-story", f"no line reads like a story; nothing is read but {_read(pieces)}"))
    report = Report(
        id=capture.id,
        path=capture.path,
        url=capture.url,
        text=text,
        language=language,
        title=title,
        title_span=title_span,
        byline=_byline(text, said, pieces, outlet),
        outlet=outlet,
        family=family_of(outlet, capture.url or said.address),
        agencies=_agencies(text, page, pieces, outlet, address),
        dateline=_dateline(text, pieces),
        published=dates.published,
        updated=dates.updated,
        blocks=blocks,
    )
    issues = tuple(Issue(stage="clean", code=code, report=capture.id, message=message) for code, message in doubts)
    return Cleaned(report=report, issues=issues)


def _read(pieces: Sequence[Piece]) -> str:
    """What is read of a page without a story, in words."""
    titles, captions = (sum(p.kind == kind for p in pieces) for kind in ("title", "caption"))
    found = [*(["its title"] if titles else []), *([f"the captions of its pictures ({captions})"] if captions else [])]
    return " and ".join(found) or "what its metadata says"


def _title(text: str, page: Classified, said: SelfDescription, outlet: str | None) -> tuple[str | None, Range | None]:
    lines = [look.line for look in page.looks]
    line = page.header.title
    guess = None if said.title or line else guess_title(page.looks, page.story)
    raw = said.title or (line.text if line else guess.text if guess else None)
    if not raw:
        return None, None
    title = whole_title(strip_site(" ".join(raw.split()), outlet, lines), lines) or raw
    for found in ([line] if line else []) + lines[:400]:
        at = text.find(title, found.start, found.end) if len(found.text) < 1_000 else -1
        if at >= 0 and (found.text == title or found is line):
            return title, Range(start=at, end=at + len(title))
        length = repeated_prefix(found.text, title)
        if length and length >= len(found.text) - 3:
            return title, Range(start=found.start, end=found.end)
    return title, None


def _with_title(pieces: Sequence[Piece], span: Range | None) -> list[Piece]:
    """The pieces, with the line of the title marked as title where it was taken for page."""
    if span is None or any(p.kind == "title" for p in pieces):
        return list(pieces)
    return [
        p._replace(kind="title") if p.start <= span.start and span.end <= p.end and p.kind != "body" else p
        for p in pieces
    ]


def _outlet(said: str | None, url: str | None) -> str | None:
    """The outlet that the document names, or that of its address where the name is not known but the address is."""
    known = outlet_of_domain(host_of(url))
    if known and (said is None or outlet_of_name(said) is None):
        return known.name
    return outlet_of_url(f"//{said}") if said and said.islower() and is_domain(said) else said or outlet_of_url(url)


def _rights_holder(text: str, pieces: Sequence[Piece]) -> str | None:
    """The name in a copyright line below the story ("© Sofala Herald 2026")."""
    for piece in reversed(pieces):
        match = _RIGHTS.search(text[piece.start : piece.end][:300]) if piece.kind == "chrome" else None
        if match and not agencies().get(match["name"].lower()):
            return match["name"].strip()
    return None


def _byline(text: str, said: SelfDescription, pieces: Sequence[Piece], outlet: str | None) -> tuple[str, ...]:
    """The persons named as authors: by metadata, else in bylines above the story and after its end."""
    body = [i for i, p in enumerate(pieces) if p.kind == "body"]
    first, last = (body[0], body[-1]) if body else (len(pieces), 0)
    printed = [text[p.start : p.end] for i, p in enumerate(pieces) if p.kind == "byline" and not first + 1 < i < last]
    names = merge_names(said.bylines) or merge_names(printed)
    own = set((outlet or "").lower().replace(".", " ").split()) - {"the", "of", "and", "www", "com", "news"}
    return tuple(n for n in names if not own & set(n.lower().split()))


def _agencies(
    text: str, page: Classified, pieces: Sequence[Piece], outlet: str | None, url: str | None
) -> tuple[str, ...]:
    """The agencies credited; an agency's own site credits itself."""
    header = page.header.outlet
    credited = set(find_credits(text, [p for p in pieces if header is None or p.start != header.start]))
    credited.update(find_wire_section(url))
    known = outlet_of_name(outlet or "")
    own = agencies().get((known.name if known else outlet or "").lower())
    return tuple(sorted(credited | ({own} if own in world_agencies() else set())))


def _dateline(text: str, pieces: Sequence[Piece]) -> Span | None:
    for piece in pieces:
        if piece.kind == "dateline" and DATELINE.match(text[piece.start : piece.end]):
            return Span(start=piece.start, end=piece.end, text=text[piece.start : piece.end])
    return None
