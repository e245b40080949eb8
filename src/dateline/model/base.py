"""What every record shares: frozen, keyword-only, and an id made of raw stable fields."""

import hashlib

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every record. Constructors trust their caller: decode at every boundary."""


class Span(Record, frozen=True):
    """A stretch of a report's text, in code points: `report.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Range(Record, frozen=True):
    """A stretch of a report's text without the quotation."""

    start: int
    end: int


def make_id(prefix: str, *fields: str | int | bytes) -> str:
    """An id of `prefix` and 16 hex digits over the given raw fields; the same fields give the same id anywhere."""
    digest = hashlib.sha256()
    for field in fields:
        raw = field if isinstance(field, bytes) else str(field).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return f"{prefix}{digest.hexdigest()[:16]}"
