"""Judgements -> what they say of one story's extractions, found again by report and span."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from dateline.model import Judgement, Range, Record, Ref, Span
from dateline.model.judgement import RefType

R = TypeVar("R", bound=Record)


class Judged:
    """The judgements in force. A later one on the same target and field replaces an earlier one; an undone one is as
    if it had never been."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        undone = {j.value for j in judgements if j.verdict == "undo"}
        ordered = sorted(judgements, key=lambda j: (j.at, j.id))
        self.judgements = [j for j in ordered if j.id not in undone and j.verdict != "undo"]

    def on(self, kind: RefType, ident: str, report: str, span: Range | Span | None) -> list[Judgement]:
        """The judgements on a record, by its id or by the words it was read in."""
        return [j for j in self.judgements if j.target.type == kind and meets(j.target, ident, report, span)]

    def rejects(self, kind: RefType, report: str, span: Any, ident: str = "") -> bool:
        """Whether a person rejected this record; a later confirmation takes it back."""
        verdicts = [j.verdict for j in self.on(kind, ident, report, span) if j.verdict in ("reject", "confirm")]
        return bool(verdicts) and verdicts[-1] == "reject"

    def entity_pairs(self) -> Iterable[tuple[str, tuple[str, int, int], tuple[str, int, int]]]:
        """Same and not same between entities, as the anchors of one mention each; not same first, since it blocks."""
        for wanted in ("not_same", "same"):
            for j in self.judgements:
                a, b = anchor(j.target), anchor(j.other)
                if j.verdict == wanted and j.target.type in ("entity", "place") and a and b:
                    yield wanted, a, b

    def corrected(self, kind: RefType, record: R, ident: str, report: str, span: Any) -> R:
        """The record with the fields that a person corrected; a value that does not fit its field is left out."""
        for judgement in self.on(kind, ident, report, span):
            if judgement.verdict == "correct" and judgement.field and judgement.value is not None:
                record = replace_field(record, judgement.field, judgement.value)
        return record


def replace_field(record: R, field: str, value: str) -> R:
    """The record with one field set to a JSON value."""
    try:
        fields = msgspec.to_builtins(record) | {field: msgspec.json.decode(value)}
        return msgspec.convert(fields, type(record))
    except (msgspec.DecodeError, msgspec.ValidationError):
        return record


def anchor(ref: Ref | None) -> tuple[str, int, int] | None:
    """Report, start and end of a reference."""
    if ref is None or ref.report is None or ref.start is None or ref.end is None:
        return None
    return ref.report, ref.start, ref.end


def meets(ref: Ref, ident: str, report: str, span: Range | Span | None) -> bool:
    """Whether a reference means a record: the same words where both have them, else the same id."""
    at = anchor(ref)
    if at is None or span is None:
        return bool(ident) and ref.id == ident
    return at[0] == report and span.start < at[2] and at[1] < span.end
