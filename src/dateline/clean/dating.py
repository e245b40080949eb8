"""pieces -> the dates of a report: every date found becomes a vote with a place and a label, or a page clock."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dateline.clean.classify import Classified
from dateline.clean.head import is_clock
from dateline.clean.moved import edition_vote, find_moved
from dateline.clean.pieces import Piece
from dateline.clean.posts import find_signatures
from dateline.clean.published import METADATA, Place, Vote, address_vote, decide, printed_vote, settle_order
from dateline.clean.recorded import find_overruled
from dateline.clean.stamps import Order, Stamp, find_stamps
from dateline.model import Published

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


class Dates(NamedTuple):
    """When a report was published and updated, and what about its dates could not be settled: code and message."""

    published: Published
    updated: Published | None
    doubts: list[tuple[str, str]]


def find_dates(
    text: str,
    page: Classified,
    pieces: Sequence[Piece],
    said: Sequence[Vote],
    own: Sequence[Vote],
    language: str | None,
) -> Dates:
    """The dates of a report. `said`: the votes of its metadata; `own`: those of its address and title. A numeric date
    is read day first where the language is not English; in English both habits live, and the lead's weekday decides."""
    order: Order | None = "day" if language and language != "en" else None
    header_end = page.looks[page.header.end - 1].line.end if page.header.end else 0
    printed = [printed_vote(text, s, "header" if s.end <= header_end else "head") for s in page.header.stamps]
    posts = [post.stamp for look in page.looks for post in find_signatures(look.line.text, look.line.start)]
    beside, clocks = _find_printed(text, page, pieces, header_end, order, posts)
    clocks += page.header.clocks
    if _is_far_above(page):
        clocks += [v.stamp for v in printed if v.place == "header" and v.label == "none"]
        printed = [v for v in printed if v.place != "header" or v.label != "none"]
    body = [p for p in pieces if p.kind == "body"]
    story = " ".join(text[p.start : p.end] for p in body)
    votes = [settle_order(v, story[:LEAD]) for v in (*said, *printed, *beside, *own)]
    mentioned = [s for p in body for s in find_stamps(text[p.start : p.end], p.start)]
    moved = find_moved(votes, posts, story)
    doubted = moved or find_overruled(votes, text, story[:LEAD], mentioned)
    believed = [v for v in votes if v.place not in METADATA] if doubted else votes
    published, updated, conflict = decide(believed, bool(clocks) and not votes, [*mentioned, *posts])
    if doubted:
        published, conflict = doubted.doubt(published), published.value is not None
    return Dates(published, updated, _doubts(text, published, votes, conflict))


def own_votes(url: str | None, title: str | None, start: int | None) -> list[Vote]:
    """The votes of the address of a report, and of its title, which stands at `start` of its text."""
    return [vote for vote in (address_vote(url), edition_vote(title, start)) if vote]


def _doubts(text: str, published: Published, votes: Sequence[Vote], conflict: bool) -> list[tuple[str, str]]:
    doubts = []
    if conflict:
        seen = ", ".join(dict.fromkeys(v.stamp.value for v in votes if v.label != "updated"))
        doubts.append(("date-conflict", f"several dates of publication are given ({seen}); took {published.value}"))
    if published.why and "exchanged" in published.why:
        doubts.append(("date-ambiguous", f"{published.value}: {published.why}"))
    if published.value is None:
        why = published.why or "no date of publication"
        doubts.append(("date-unknown", f"{why}; save the page whole, or give the article as JSON with `date_publish`"))
    doubts += [unread_doubt(m.group()) for m in _ODD_YEAR.finditer(text[:5_000])]
    return doubts


def unread_doubt(value: str) -> tuple[str, str]:
    """What is said of a date that is none."""
    return "date-unread", f"{value[:80]!r} is not a date of this calendar"


def _is_far_above(page: Classified) -> bool:
    """Does a menu stand between the first lines and the story, so that these are the head of a page and no header?"""
    first = page.story.index(True) if True in page.story else page.header.end
    return first - page.header.end > MENU


def _find_printed(
    text: str,
    page: Classified,
    pieces: Sequence[Piece],
    header_end: int,
    order: Order | None,
    posts: Sequence[Stamp],
) -> tuple[list[Vote], list[Stamp]]:
    """The dates printed outside the story: those beside it, as votes, and the page clocks farther off. Beside it are
    the lines between title and story, and a few lines around the story. Those of `posts` are neither."""
    votes: list[Vote] = []
    clocks: list[Stamp] = []
    told = [i for i, inside in enumerate(page.story) if inside]
    first, last = (told[0], told[-1]) if told else (len(page.looks), -1)
    starts = [look.line.start for look in page.looks]
    title = max((bisect_right(starts, p.start) - 1 for p in pieces if p.kind == "title"), default=first)
    begin = min(title if first - title <= FAR else first, first - BESIDE)
    known = {s.start for s in (*page.header.stamps, *posts)}
    for piece in pieces:
        if piece.kind in ("body", "title", "caption", "unrelated") or piece.end - piece.start > LONGEST_DATE:
            continue
        if piece.start < header_end:
            continue
        for stamp in find_stamps(text[piece.start : piece.end], piece.start, order):
            if stamp.start in known or stamp in page.header.clocks:
                continue
            line = bisect_right(starts, stamp.start) - 1
            place: Place = "head" if line <= first + 1 else "foot"
            vote = printed_vote(text, stamp, place, alone=piece.kind == "date")
            if is_clock(page.looks[max(line, 0)].line):
                clocks.append(stamp)
            elif begin <= line <= last + BESIDE or (vote.label != "none" and line < first):
                votes.append(vote)
            else:
                clocks.append(stamp)
    return votes, clocks
