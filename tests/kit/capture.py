"""Captures built by hand, for tests of every room."""

import hashlib

from dateline.model import Capture, make_id


def make_capture(text: str, path: str | None = None) -> tuple[Capture, bytes]:
    """A plain-text capture with its bytes, as intake yields it."""
    raw = text.encode()
    return Capture(
        id=make_id("r", raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        path=path or f"{text[:20]}.txt",
        url=None,
        media="text",
        encoding="utf-8",
        content=text,
    ), raw
