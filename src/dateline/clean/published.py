"""dates found -> when the report was published, and when it was updated.

Each date found is a vote with a place and a label. What the document says of itself by machine comes first, then a date
labelled as publication, then the header, then the dates beside the title; a date in the page's chrome is the day on
which the page was looked at and counts for nothing.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from dateline.clean.stamps import WEEKDAYS, Stamp, find_stamps
from dateline.model import Published

Place = Literal["declared", "meta", "header", "head", "title", "foot", "address"]
Label = Literal["published", "updated", "none"]
METADATA: tuple[Place, Place] = ("declared", "meta")
"""What a machine wrote: with the document, or in its page."""
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|edited|aktualisiert|mis à jour|actualizado|atualizado)\b(?: at| on)?\W*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|publication|publié|veröffentlicht|publicado|pubblicato|created|filed"
    r"|first published)\b[\w\s]{0,12}\W*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}day\b", re.IGNORECASE)
_LABEL_REACH = 34
"""Code points before a date in which its label stands."""
_RANK: dict[Place, int] = {"declared": 0, "meta": 1, "header": 3, "head": 4, "title": 5, "address": 6, "foot": 7}
_LABELLED = 2
"""The rank of a date that a page labels as its publication, wherever it stands."""
FOLDER = "folder"
"""The source of a date that fills a folder of an address: given when an article is begun, and never changed."""
STAMPED = "stamped"
"""The source of a date that a report prints apart from its sentences."""
_GOES_ON = re.compile(r",?\s(?!by\b)[a-z]")
"""What follows a date that begins a sentence: "10 November 2016 was the day"."""
_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|[1-9](?=/))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=/))(?!\d)"
)


class Vote(NamedTuple):
    """A date and what speaks for it. `start`, `end` lie in the report, null for metadata."""

    stamp: Stamp
    place: Place
    label: Label = "none"
    start: int | None = None
    end: int | None = None
    source: str = ""


def label_of(text: str, stamp: Stamp) -> Label:
    """The label printed before a date of the report."""
    before = text[max(0, stamp.start - _LABEL_REACH) : stamp.start].rsplit("\n", 1)[-1]
    if _UPDATED.search(before):
        return "updated"
    return "published" if _PUBLISHED.search(before) else "none"


def printed_vote(text: str, stamp: Stamp, place: Place, *, alone: bool = True) -> Vote:
    """The vote of a date that stands in the report; `alone`: in a line or mark of its own, and no sentence goes on."""
    stamped = alone and not _GOES_ON.match(text, stamp.end)
    return Vote(stamp, place, label_of(text, stamp), stamp.start, stamp.end, STAMPED if stamped else "printed")


def is_own_date(vote: Vote) -> bool:
    """Is a date printed at the head of a report its own, and none of what it tells or links to?"""
    return vote.place in ("header", "head") and (vote.label == "published" or vote.source == STAMPED)


def settle_order(vote: Vote, lead: str) -> Vote:
    """The vote with day and month exchanged where the first weekday of the lead fits only the other reading: news of
    "Sunday" is printed on that Sunday or on the Monday after it."""
    other = vote.stamp.swapped()
    if other is None:
        return vote
    named = first_weekday(lead)
    if named is None:
        return vote
    first, second = (fits(stamp, named) for stamp in (vote.stamp, other))
    if first == second:
        return vote
    return vote._replace(stamp=(vote.stamp if first else other)._replace(swappable=False))


def first_weekday(lead: str) -> str | None:
    """The first weekday that a lead names, by its first three letters."""
    named = _WEEKDAY.search(lead)
    return named.group(1).lower() if named else None


def fits(stamp: Stamp, weekday: str) -> bool:
    """Is news of a weekday printed on this day: on that weekday, or the day after it?"""
    day = date.fromisoformat(stamp.day)
    return weekday in (WEEKDAYS[day.weekday()], WEEKDAYS[(day - timedelta(days=1)).weekday()])


def address_vote(url: str | None) -> Vote | None:
    """The vote of an address such as `/2017/04/15/`; its source says whether the date fills a folder."""
    address = (url or "")[:2000]
    match = _ADDRESS.search(address)
    if not match:
        return None
    stamps = find_stamps(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}")
    folder = address[match.start() - 1] == "/" == address[match.end() : match.end() + 1]
    return Vote(stamps[0], "address", "none", None, None, FOLDER if folder else "address") if stamps else None


def decide(
    votes: Sequence[Vote], clock_only: bool, mentioned: Sequence[Stamp]
) -> tuple[Published, Published | None, bool]:
    """When the report was published and last updated, and whether its dates contradict each other. `clock_only`: the
    only dates stand in the page's chrome. `mentioned`: the dates in the story, which bound an undated report."""
    published = sorted((v for v in votes if v.label != "updated"), key=_rank)
    updated = sorted((v for v in votes if v.label == "updated"), key=_rank)
    update = (
        _record(updated[0], "stated" if updated[0].start is not None else "metadata", "labelled as updated")
        if updated
        else None
    )
    if published:
        best = published[0]
        disputes = _disputes_metadata(published) if best.place in METADATA else _disputes_print
        conflict = [v for v in published[1:] if days_apart(best, v) > 1 and disputes(v)]
        if conflict and best.place == "header" and best.label == "none":
            best, conflict = conflict[0], [best]
        same = [v for v in published if v.stamp.day == best.stamp.day and v.stamp.minute]
        exact = best if best.stamp.minute or not same else same[0]
        how: Literal["stated", "metadata"] = "stated" if exact.start is not None else "metadata"
        against = ", ".join(dict.fromkeys(v.stamp.value for v in conflict))
        why = f"{_reason(exact)}, against {against}" if against else _reason(exact)
        return _record(exact, how, why), update, bool(conflict)
    if updated:
        return _record(updated[0], "inferred", "only the date of an update is given"), update, False
    latest = max((s.day for s in mentioned), default=None)
    why = "the only date is the page's own clock" if clock_only else "the report gives no date of publication"
    return Published(bounds=f"{latest}/.." if latest else None, why=why), None, False


def _disputes_metadata(votes: Sequence[Vote]) -> Callable[[Vote], bool]:
    """What contradicts the first of the votes, which a machine wrote: a date labelled as publication, and any that is
    the report's own where nothing outside the metadata agrees with it."""
    alone = all(v.place in METADATA or days_apart(votes[0], v) > 1 for v in votes)
    return lambda vote: vote.label == "published" or (alone and is_own_date(vote))


def _disputes_print(vote: Vote) -> bool:
    return vote.place in ("header", "head")


def _rank(vote: Vote) -> tuple[int, int, int]:
    rank = _RANK[vote.place]
    if vote.label == "published" and rank > _LABELLED:
        rank = _LABELLED
    return rank, not vote.stamp.minute, vote.start or 0


def days_apart(a: Vote, b: Vote) -> int:
    """Days between two votes; none where one names the year or month of the other, a year where it names another."""
    if len(a.stamp.day) < 10 or len(b.stamp.day) < 10:
        return 0 if a.stamp.day.startswith(b.stamp.day) or b.stamp.day.startswith(a.stamp.day) else 365
    return abs((date.fromisoformat(a.stamp.day) - date.fromisoformat(b.stamp.day)).days)


def _reason(vote: Vote) -> str:
    if vote.label == "published":
        return "labelled as publication"
    return {
        "declared": "given with the document",
        "meta": f"given in the page's {vote.source}",
        "header": "stands in the header",
        "head": "stands beside the title",
        "title": "is the day of the edition that the title names",
        "address": "stands in the address",
        "foot": "stands below the story",
    }[vote.place]


def _record(vote: Vote, how: Literal["stated", "metadata", "inferred"], why: str) -> Published:
    if vote.stamp.swappable:
        why += f"; day and month could be exchanged, read {vote.stamp.order} first"
    return Published(
        value=vote.stamp.value,
        precision=vote.stamp.precision,
        how=how,
        start=vote.start,
        end=vote.end,
        why=why,
    )
