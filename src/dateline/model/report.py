"""Capture -> Report: one published document, as it came and as it is read."""

import re
from functools import lru_cache
from typing import Literal

from dateline.model.base import Range, Record, Span
from dateline.model.issue import Issue

Media = Literal["text", "html", "pdf", "json"]
BlockKind = Literal[
    "title", "body", "byline", "dateline", "date", "caption", "chrome", "comments", "recommended", "unrelated", "other"
]
STORY_KINDS: frozenset[BlockKind] = frozenset({"title", "body", "caption"})
"""Blocks that mentions are read from."""


_TOP_LEVEL = re.compile(r"(?:\.(?:com|org|net|co|gov|info|news|tv|int|edu|ac))?(?:\.[a-z]{2})?$")
_NOT_ITS_NAME = re.compile(r"^(?:www\.|the )|[\W_]+|(?<=.)(?:news|online|english)$")


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """The name of an outlet without article, case and country: of "The Kelo Post" and "kelopost.co.uk" the same."""
    plain = _TOP_LEVEL.sub("", name.casefold().strip())
    return _NOT_ITS_NAME.sub("", plain) or plain


class Declared(Record, frozen=True):
    """Metadata that came with the document (JSON fields, a sidecar), as strings, not yet believed."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None


class Capture(Record, frozen=True):
    """One document as captured. `id` hashes the raw bytes; `content` is the decoded source: the text of a plain-text
    file unchanged, the markup of an HTML page, the text of a PDF, the body field of a JSON record."""

    id: str
    sha256: str
    path: str | None
    url: str | None
    media: Media
    encoding: str | None
    content: str
    declared: Declared = Declared()


class Block(Record, frozen=True):
    """A stretch of the report of one kind. The blocks of a report are sorted, do not overlap and cover its text."""

    start: int
    end: int
    kind: BlockKind


class Published(Record, frozen=True):
    """When the report was published. `value` is EDTF, to the minute where known (`2016-11-10T15:50+01:00`), null when
    unknown. `start`, `end`: the span of the text that says so, null for metadata. `bounds`: an EDTF interval inferred
    for an undated report; it never stands in for `value`."""

    value: str | None = None
    precision: Literal["minute", "day", "month", "year"] | None = None
    how: Literal["stated", "metadata", "inferred", "unknown"] = "unknown"
    start: int | None = None
    end: int | None = None
    bounds: str | None = None
    why: str | None = None


class Report(Record, frozen=True):
    """One published document, its text apart from its page. Offsets everywhere are code points of `text`.
    `family` is the publisher that owns the outlet, where known. `origin` and `story` are ids, filled when the account
    is put together; a page without a story has no origin."""

    id: str
    path: str | None
    url: str | None
    text: str
    language: str | None
    title: str | None = None
    title_span: Range | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    family: str | None = None
    agencies: tuple[str, ...] = ()
    dateline: Span | None = None
    published: Published = Published()
    updated: Published | None = None
    blocks: tuple[Block, ...] = ()
    origin: str | None = None
    story: str | None = None

    @property
    def publisher(self) -> str | None:
        """Who publishes it, to be compared: the family of outlets, else the outlet under whichever of its names."""
        name = self.family or self.outlet
        return _plain(name) if name else None

    def story_blocks(self) -> tuple[Block, ...]:
        """The blocks that mentions are read from, in order."""
        return tuple(b for b in self.blocks if b.kind in STORY_KINDS)


class Cleaned(Record, frozen=True):
    """What the clean stage writes for one capture."""

    report: Report
    issues: tuple[Issue, ...] = ()
