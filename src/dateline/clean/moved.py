"""Votes -> whether a report's metadata is of the day on which its page was moved, and not of its publication.

A site that changes its system, and a crawler, stamp many old pages with one moment. What the page keeps of its first
day speaks against it: the folder of its address, the day of an edition in its title, the posts that it shows.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from dateline.clean.published import FOLDER, METADATA, Vote, days_apart
from dateline.clean.stamps import Stamp, find_stamps
from dateline.model import Published

DAY = len("2031-05-03")
"""Length of a date from which it names a day."""
WEEK = 7
"""Days by which metadata must come after the day that the page itself gives: an article is dated in its address when it
is begun, and its metadata may follow."""
MONTH = 30
"""Days by which metadata must come after the posts that a page shows."""
TOGETHER = 2
"""Days within which the posts of one news lie."""
_EDITION = re.compile(
    r"\b(?:news|brief(?:ing|s)?|bulletin|update|report|edition|sitrep|daily|weekly|round-?up|digest|headlines|episode"
    r"|transcript|newsletter|live)\b",
    re.IGNORECASE,
)
"""What comes out again and again and bears its day: "Evening bulletin - 3 May 2031"."""
_BEFORE, _AFTER = re.compile(r"(?:[|:(\[]|\s[-–—]{1,2})\s?$"), re.compile(r"\s?[)\]]?")
"""What sets a day apart at the end of a title."""
_NEWS = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


class Moved(NamedTuple):
    """Metadata that is not believed: its day, the last day of what speaks against it, and what that is in words."""

    stamped: str
    before: str
    why: str

    def doubt(self, published: Published) -> Published:
        """When the report was published as the rest of the page says, with what became of its metadata."""
        if published.value is None:
            return msgspec.structs.replace(published, why=self.why, bounds=f"{self.before}/{self.stamped}")
        return msgspec.structs.replace(published, why=f"{published.why}; {self.why}")


def edition_vote(title: str | None, start: int | None) -> Vote | None:
    """The vote of the day in the title of an edition ("Evening bulletin - 3 May 2031"), set apart at its end; a day
    that is told of is none ("Report on the flood of 3 May 2031")."""
    stamps = find_stamps(title or "")
    if not title or len(stamps) != 1 or not _EDITION.search(title, 0, stamps[0].start):
        return None
    stamp = stamps[0]
    if not _BEFORE.search(title[: stamp.start]) or not _AFTER.fullmatch(title, stamp.end):
        return None
    if start is None:
        return Vote(stamp, "title", "none", None, None, "title")
    return Vote(stamp, "title", "none", start + stamp.start, start + stamp.end, "printed")


def find_moved(votes: Sequence[Vote], posts: Sequence[Stamp], story: str) -> Moved | None:
    """What speaks against the metadata of a report; nothing where a printed date agrees with it. `posts`: the dates of
    the posts in the story."""
    given = [v for v in votes if v.label != "updated"]
    stamped = min((v for v in given if v.place in METADATA), key=lambda v: v.stamp.day, default=None)
    if stamped is None or len(stamped.stamp.day) < DAY:
        return None
    if any(days_apart(stamped, v) <= 1 for v in given if v.place in ("header", "head")):
        return None
    late = stamped.stamp.day
    said = f"the metadata says {late}"
    for vote in votes:
        if (vote.place == "title" or vote.source == FOLDER) and _days(vote.stamp.day, late) > WEEK:
            return Moved(late, vote.stamp.day, f"{said}, as of a page that was moved")
    days = sorted(s.day for s in posts)
    if len(days) > 1 and _days(days[-1], late) > MONTH and _is_news_of(days, story):
        span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
        return Moved(late, days[-1], f"{said}, but it tells news of the week of its posts, {span}")
    return None


def _is_news_of(days: Sequence[str], story: str) -> bool:
    """Does a story tell news of the week of its posts? They lie together, it speaks of "this morning" or "Monday", and
    it never names their month, as whoever looks back on them must."""
    if _days(days[0], days[-1]) > TOGETHER or _NEWS.search(story) is None:
        return False
    return not any(re.search(rf"\b{date.fromisoformat(day):%B}\b", story) for day in dict.fromkeys(days))


def _days(early: str, late: str) -> int:
    return (date.fromisoformat(late) - date.fromisoformat(early)).days
