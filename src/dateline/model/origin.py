"""Which reports rest on one original, and which are reports of one situation."""

from typing import Literal

from dateline.model.base import Range, Record

Basis = Literal["near_copy", "wire_credit", "same_publisher", "single"]


class Signature(Record, frozen=True):
    """What dedupe indexes of one report: 64-bit keys, hashes of five of its words in a row, winnowed. Two reports that
    share a key are compared; reports that share none are not copies."""

    report: str
    keys: tuple[int, ...]


class Shared(Record, frozen=True):
    """The same words in two reports."""

    a: Range
    b: Range


class Change(Record, frozen=True):
    """A sentence in which two versions of an article differ: only in a (`b` null), only in b (`a` null) or reworded."""

    a: Range | None
    b: Range | None


class CopyLink(Record, frozen=True):
    """Two reports (`a` < `b` by id) that rest on one original, and how that is known.
    `share_a`: the share of a's story text that stands in b; `share_b` the other way round. `partial`: a part was taken
    over, too little to count the two reports as one origin. `version`: two states of one article at one outlet, with
    the `changes` between them in the order of the text."""

    a: str
    b: str
    basis: Basis
    share_a: float
    share_b: float
    shared: tuple[Shared, ...] = ()
    version: bool = False
    changes: tuple[Change, ...] = ()
    partial: bool = False
    why: str = ""


class Origin(Record, frozen=True):
    """Reports that count as one source. `first` is the report that published first, null where dates do not say."""

    id: str
    reports: tuple[str, ...]
    basis: Basis
    evidence: tuple[CopyLink, ...] = ()
    first: str | None = None
    why: str = ""


class StoryKeys(Record, frozen=True):
    """What story clustering knows of one report: 64-bit hashes of its words with their weights (unit length), its
    publication day, and the `keys` (pairs of its weightiest words) under which it is indexed: two reports that share no
    key are not compared."""

    report: str
    terms: tuple[tuple[int, float], ...]
    keys: tuple[int, ...] = ()
    day: str | None = None


class Astray(Record, frozen=True):
    """A report whose date counts for nothing in its story, and why. `day`: that of the report which has most of its
    text, which counts instead; null, and it is read as undated."""

    report: str
    why: str
    day: str | None = None


class Story(Record, frozen=True):
    """Reports of one situation. `start`, `end`: first and last publication day, null when no report is dated.
    `deck`: how broad its ground is, and the count that leads it, in a sentence or two. `astray`: the reports whose
    dates count for nothing."""

    id: str
    title: str
    reports: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    deck: str = ""
    astray: tuple[Astray, ...] = ()
