"""Votes -> whether the day in a report's record gives way to what the report prints.

Who collects reports notes a day beside each: that of the news, of the crawl, of an update. A bare day without an hour
is no stamp of a machine that published; what a report prints at its head is its own word, and it tells of no day to
come as past.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from dateline.clean.published import Vote, days_apart, first_weekday, fits, is_own_date
from dateline.clean.stamps import Stamp
from dateline.model import Published

WEEK = 7
"""Days after the recorded one from which an update is of other news."""
_AHEAD = re.compile(r"\b(?:will|tomorrow|upcoming|set to|scheduled)\b")
"""What announces the day that it bears at its head."""
OPENING = 250
"""Code points of the story in which it says that it announces something."""
_PAST = re.compile(
    r"\b(?:since|dated|(?:said|died|began|broke out|took place|happened|occurred"
    r"|(?:was|were) (?:first )?(?:published|issued|broadcast|released|signed|adopted|killed|found))(?: on)?)\s$"
)
"""Words before a date that was past when they were written."""
_BEFORE = 40
"""Code points before a date in which such words stand."""


class Overruled(NamedTuple):
    """The day of a record that is not believed, and what that is in words; `told`: the last day that the story tells as
    past."""

    why: str
    told: str | None = None

    def doubt(self, published: Published) -> Published:
        """When the report was published as it prints itself, with what its record says."""
        if published.value is None:
            return msgspec.structs.replace(published, why=self.why, bounds=f"{self.told}/..")
        return msgspec.structs.replace(published, why=f"{published.why}; {self.why}")


def find_overruled(votes: Sequence[Vote], text: str, story: str, told: Sequence[Stamp]) -> Overruled | None:
    """Why the bare day of a record is not believed; null where it has an hour, or where anything else in the report
    agrees with it. `told`: the dates in the story, at their places in the text."""
    recorded = next((v for v in votes if v.place == "declared" and v.label != "updated"), None)
    if recorded is None or recorded.stamp.minute:
        return None
    others = [v for v in votes if v is not recorded]
    if any(v.label != "updated" and days_apart(recorded, v) <= 1 for v in others):
        return None
    said = f"the record says {recorded.stamp.value}"
    printed = [v for v in others if v.place in ("header", "head")]
    if len({v.stamp.day for v in printed}) == 1 and any(_is_over(v, recorded, story) for v in printed):
        return Overruled(said)
    past = max((s.day for s in told if s.day > recorded.stamp.day and _is_past(text, s)), default=None)
    if past is None or any(v.label == "updated" for v in others) or len(recorded.stamp.day) < len(past):
        return None
    return Overruled(f"{said}, but it tells of {past} as past", past)


def _is_past(text: str, stamp: Stamp) -> bool:
    return _PAST.search(text[max(0, stamp.start - _BEFORE) : stamp.start]) is not None


def _is_over(printed: Vote, recorded: Vote, story: str) -> bool:
    """Does a printed date hold against the recorded one? One labelled as publication does. Of others it is asked that
    the first weekday of the story does not speak for the record alone. An update holds where it came before the record,
    which cannot be, or where that weekday speaks for it alone; a later date may be that of what is announced."""
    if days_apart(printed, recorded) <= 1:
        return False
    if printed.label == "published":
        return True
    weekday = first_weekday(story)
    for_printed, for_recorded = (weekday is not None and fits(v.stamp, weekday) for v in (printed, recorded))
    if for_recorded and not for_printed:
        return False
    later = printed.stamp.day > recorded.stamp.day
    if printed.label == "updated":
        return not later or (days_apart(printed, recorded) > WEEK and for_printed and not for_recorded)
    return is_own_date(printed) and not (later and _AHEAD.search(story, 0, OPENING))
