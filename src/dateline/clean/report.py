"""Classified text and what the page says of itself -> the report: title, byline, outlet, agencies, dates, issues."""

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from dateline.clean.bylines import merge_names
from dateline.clean.classify import Classified
from dateline.clean.credits import find_credits
from dateline.clean.glued import DATELINE, repeated_prefix
from dateline.clean.language import find_language
from dateline.clean.pieces import Piece, cover
from dateline.clean.published import Vote, address_vote, decide, printed_vote, settle_order
from dateline.clean.stamps import Stamp, find_stamps, read_declared
from dateline.clean.tables import agencies, family_of, outlet_of_name, outlet_of_url, world_agencies
from dateline.clean.titles import strip_site, whole_title
from dateline.model import Capture, Cleaned, Declared, Issue, Published, Range, Report, Span

BESIDE = 4
"""Lines of page around the story within which a date belongs to it; farther off it is a page clock."""
LEAD = 800
"""Code points of the story in which a weekday may tell day from month in a numeric date."""
MENU = 8
"""Lines between the first lines and the story from which they are a menu."""
FAR = 40
"""Lines between title and story up to which the dates between them belong to the story."""
LONGEST_DATE = 220
"""Code points up to which a piece of page is short enough to be a line about when the story was published."""
_ODD_YEAR = re.compile(r"\b[A-Z][a-z]{2,8} \d{1,2}, ?\d{5,}\b|\b\d{1,2} [A-Z][a-z]{2,8} \d{5,}\b|\b\d{5,}-\d\d-\d\d\b")


class SelfDescription(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of itself by machine: metadata of the page or of the record it came in."""

    title: str | None = None
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    votes: tuple[Vote, ...] = ()
    language: str | None = None
    unread: tuple[str, ...] = ()

    def over(self, other: "SelfDescription") -> "SelfDescription":
        """This description, completed by another."""
        return SelfDescription(
            title=self.title or other.title,
            bylines=self.bylines or other.bylines,
            outlet=self.outlet or other.outlet,
            votes=self.votes + other.votes,
            language=self.language or other.language,
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
    return SelfDescription(
        title=declared.title,
        bylines=declared.byline,
        outlet=declared.outlet,
        votes=tuple(votes),
        language=declared.language,
        unread=tuple(unread),
    )


def make_report(capture: Capture, text: str, page: Classified, said: SelfDescription) -> Cleaned:
    """The report of a classified text."""
    outlet = page.header.outlet.text if page.header.outlet else said.outlet or outlet_of_url(capture.url)
    title, title_span = _title(text, page, said, outlet)
    pieces = _with_title(page.pieces, title_span)
    blocks = cover(pieces, len(text))
    body = [p for p in pieces if p.kind == "body"]
    story = "\n".join(text[p.start : p.end] for p in body[:20])
    published, updated, issues = _dates(capture, text, page, said, pieces)
    report = Report(
        id=capture.id,
        path=capture.path,
        url=capture.url,
        text=text,
        language=said.language[:2].lower() if said.language else find_language(story or text),
        title=title,
        title_span=title_span,
        byline=_byline(text, page, said, pieces),
        outlet=outlet,
        family=family_of(outlet, capture.url),
        agencies=_agencies(text, page, pieces, outlet),
        dateline=_dateline(text, pieces),
        published=published,
        updated=updated,
        blocks=blocks,
    )
    if text.strip() and not body:
        issues.append(_issue(capture, "no-story", "no line reads like a story; all of the text is marked as page"))
    return Cleaned(report=report, issues=tuple(issues))


def _title(text: str, page: Classified, said: SelfDescription, outlet: str | None) -> tuple[str | None, Range | None]:
    lines = [look.line for look in page.looks]
    line = page.header.title
    raw = said.title or (line.text if line else None)
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


def _byline(text: str, page: Classified, said: SelfDescription, pieces: Sequence[Piece]) -> tuple[str, ...]:
    printed = [text[p.start : p.end] for p in pieces if p.kind == "byline"]
    return merge_names(said.bylines) or merge_names(printed)


def _agencies(text: str, page: Classified, pieces: Sequence[Piece], outlet: str | None) -> tuple[str, ...]:
    """The agencies credited; an agency's own site credits itself."""
    header = page.header.outlet
    credited = set(find_credits(text, [p for p in pieces if header is None or p.start != header.start]))
    known = outlet_of_name(outlet or "")
    own = agencies().get((known.name if known else outlet or "").lower())
    return tuple(sorted(credited | ({own} if own in world_agencies() else set())))


def _dateline(text: str, pieces: Sequence[Piece]) -> Span | None:
    for piece in pieces:
        if piece.kind == "dateline" and DATELINE.match(text[piece.start : piece.end]):
            return Span(start=piece.start, end=piece.end, text=text[piece.start : piece.end])
    return None


def _dates(
    capture: Capture, text: str, page: Classified, said: SelfDescription, pieces: Sequence[Piece]
) -> tuple[Published, Published | None, list[Issue]]:
    votes = list(said.votes)
    header_end = page.looks[page.header.end - 1].line.end if page.header.end else 0
    printed = [printed_vote(text, s, "header" if s.end <= header_end else "head") for s in page.header.stamps]
    beside, clocks = _printed(text, page, pieces, header_end)
    if _is_far_above(page):
        clocks += [v.stamp for v in printed if v.place == "header" and v.label == "none"]
        printed = [v for v in printed if v.place != "header" or v.label != "none"]
    votes += printed + beside
    address = address_vote(capture.url)
    if address:
        votes.append(address)
    mentioned = [s for p in pieces if p.kind == "body" for s in find_stamps(text[p.start : p.end], p.start)]
    lead = " ".join(text[p.start : p.end] for p in pieces if p.kind == "body")[:LEAD]
    votes = [settle_order(v, lead) for v in votes]
    published, updated, conflict = decide(votes, bool(clocks) and not votes, mentioned)
    issues = []
    if conflict:
        seen = ", ".join(dict.fromkeys(v.stamp.value for v in votes if v.label != "updated"))
        issues.append(
            _issue(
                capture,
                "date-conflict",
                f"the report gives several dates of publication ({seen}); took {published.value}",
            )
        )
    if published.why and "exchanged" in published.why:
        issues.append(_issue(capture, "date-ambiguous", f"{published.value}: {published.why}"))
    if published.value is None:
        issues.append(_issue(capture, "date-unknown", published.why or "no date of publication"))
    for value in (*said.unread, *(m.group() for m in _ODD_YEAR.finditer(text[:5_000]))):
        issues.append(_issue(capture, "date-unread", f"{value[:80]!r} is not a date of this calendar"))
    return published, updated, issues


def _is_far_above(page: Classified) -> bool:
    """Does a menu stand between the first lines and the story, so that these are the head of a page and no header?"""
    first = page.story.index(True) if True in page.story else page.header.end
    return first - page.header.end > MENU


def _printed(text: str, page: Classified, pieces: Sequence[Piece], header_end: int) -> tuple[list[Vote], list[Stamp]]:
    """The dates printed outside the story: those beside it, as votes, and the page clocks farther off. Beside it are
    the lines between title and story, and a few lines around the story."""
    votes: list[Vote] = []
    clocks: list[Stamp] = []
    told = [i for i, inside in enumerate(page.story) if inside]
    first, last = (told[0], told[-1]) if told else (len(page.looks), -1)
    lines = [look.line for look in page.looks]
    starts = [line.start for line in lines]
    title = max((bisect_right(starts, p.start) - 1 for p in pieces if p.kind == "title"), default=first)
    begin = min(title if first - title <= FAR else first, first - BESIDE)
    known = {s.start for s in page.header.stamps}
    for piece in pieces:
        if (
            piece.kind in ("body", "title", "unrelated")
            or piece.start < header_end
            or piece.end - piece.start > LONGEST_DATE
        ):
            continue
        for stamp in find_stamps(text[piece.start : piece.end], piece.start):
            line = bisect_right(starts, stamp.start) - 1
            vote = printed_vote(text, stamp, "head" if line <= first + 1 else "foot")
            if stamp.start in known or piece.kind == "caption":
                continue
            if begin <= line <= last + BESIDE or (vote.label != "none" and line < first):
                votes.append(vote)
            else:
                clocks.append(stamp)
    return votes, clocks


def _issue(capture: Capture, code: str, message: str) -> Issue:
    return Issue(stage="clean", code=code, report=capture.id, message=message)
