"""Judgements -> what they say of one story's extractions, found again by report and span."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from dateline.model import Correctable, Correction, Entity, Issue, Judgement, Range, Record, Ref, Span
from dateline.model.correction import why_not
from dateline.model.judgement import RefType

R = TypeVar("R", bound=Record)
ENTITIES = frozenset({"place", "source", "actor", "target"})
"""Fields that name an entity."""
CORRECTED = frozenset({"figure", "claim", "event", "place", "time"})
"""Records whose fields are corrected here."""


class Judged:
    """The judgements in force. A later one on the same target and field replaces an earlier one; an undone one is as
    if it had never been."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        undone = {j.value for j in judgements if j.verdict == "undo"}
        ordered = sorted(judgements, key=lambda j: (j.at, j.id))
        self.judgements = [j for j in ordered if j.id not in undone and j.verdict != "undo"]

    def on(
        self, kind: RefType, ident: str, report: str, span: Range | Span | None, others: Container[str] = ()
    ) -> list[Judgement]:
        """The judgements on a record, by its id or by the words it was read in; those on one of the `others` by its id
        are not on this."""
        return [
            j
            for j in self.judgements
            if j.target.type == kind and meets(j.target, ident, report, span)
            if j.target.id == ident or j.target.id not in others
        ]

    def settled(
        self,
        kind: RefType,
        report: str,
        records: Iterable[R],
        ident: Callable[[R], str] = lambda _: "",
        span: Callable[[R], Any] = lambda record: record,
    ) -> list[R]:
        """The records of one report as persons left them: those not rejected, with what was corrected."""
        found = list(records)
        if not any(j.target.type == kind for j in self.judgements):
            return found
        known = {ident(r) for r in found}
        judged = [(r, self.on(kind, ident(r), report, span(r), known)) for r in found]
        return [corrected(r, on) for r, on in judged if not is_rejected(on)]

    def fitting(self) -> tuple["Judged", tuple[Issue, ...]]:
        """The judgements without the corrections that a store of before holds and whose field is another now, each with
        an issue."""
        kept, lost = Judged(()), list[Issue]()
        for judgement in self.judgements:
            if (expected := what_fits(judgement)) is None:
                kept.judgements.append(judgement)
            else:
                lost.append(stands_as_read(judgement, f"what is no value of it now; expected is {expected}"))
        return kept, tuple(lost)

    def among(self, entities: Sequence[Entity]) -> tuple["Judged", tuple[Issue, ...]]:
        """The judgements with the ids that the entities named by corrections have today, found by a mention or by id;
        a correction whose entity no report mentions any more is left out, with an issue."""
        naming = [j for j in self.judgements if j.verdict == "correct" and j.field in ENTITIES and named(j) is not None]
        if not naming:
            return self, ()
        ids = {e.id for e in entities}
        mentioned = {(m.report, m.start, m.end): e.id for e in entities for m in e.mentions}
        today, lost = Judged(()), list[Issue]()
        for judgement in self.judgements:
            if judgement not in naming:
                today.judgements.append(judgement)
                continue
            before = named(judgement)
            entity = mentioned.get(anchor(judgement.other) or ("", 0, 0)) or (before if before in ids else None)
            if entity is None:
                lost.append(stands_as_read(judgement, "something that no report of its story mentions now"))
            else:
                value = (judgement.value or "").replace(f'"{before}"', f'"{entity}"')
                today.judgements.append(msgspec.structs.replace(judgement, value=value))
        return today, tuple(lost)

    def rejects(self, kind: RefType, report: str, span: Any, ident: str = "") -> bool:
        """Whether a person rejected this record; a later confirmation takes it back."""
        return is_rejected(self.on(kind, ident, report, span))

    def entity_pairs(self) -> Iterable[tuple[str, tuple[str, int, int], tuple[str, int, int]]]:
        """Same and not same between entities, as the anchors of one mention each; not same first, since it blocks."""
        for wanted in ("not_same", "same"):
            for j in self.judgements:
                a, b = anchor(j.target), anchor(j.other)
                if j.verdict == wanted and j.target.type in ("entity", "place") and a and b:
                    yield wanted, a, b

    def corrected(self, kind: RefType, record: R, ident: str, report: str, span: Any) -> R:
        """The record with the fields that a person corrected."""
        return corrected(record, self.on(kind, ident, report, span))


def is_rejected(judgements: Iterable[Judgement]) -> bool:
    """Whether the judgements on a record reject it, and none takes that back."""
    verdicts = [j.verdict for j in judgements if j.verdict in ("reject", "confirm")]
    return verdicts[-1:] == ["reject"]


def corrected(record: R, judgements: Iterable[Judgement]) -> R:
    """The record with the fields that a person corrected, each with who did as its reason."""
    for judgement in judgements:
        if judgement.verdict == "correct" and judgement.field and judgement.value is not None:
            record = replace_field(record, judgement)
    return record


def replace_field(record: R, judgement: Judgement) -> R:
    """The record with the field set that a judgement corrects, where the record has it."""
    fields, field = msgspec.to_builtins(record), judgement.field or ""
    if field not in fields:
        return record
    reason = next((name for name in (f"{field}_why", "how", "why") if name in fields), None)
    note = f": {judgement.why}" if judgement.why else ""
    because = {reason: f"corrected by {judgement.by}{note}"} if reason is not None else {}
    changed = msgspec.convert(fields | {field: msgspec.json.decode(judgement.value or "")} | because, type(record))
    if not isinstance(changed, Correctable):
        return changed
    others = [c for c in changed.corrected or () if c.field != field]
    return msgspec.structs.replace(changed, corrected=(*others, Correction(field=field, by=judgement.by)))


def named(judgement: Judgement) -> str | None:
    """The entity that a correction puts; None where it puts none."""
    try:
        value = msgspec.json.decode(judgement.value or "null")
    except msgspec.DecodeError:
        return None
    entity = value.get("entity") if isinstance(value, dict) else value
    return entity if isinstance(entity, str) else None


def what_fits(judgement: Judgement) -> str | None:
    """What a corrected field expects, where the value put there is none; None where it fits."""
    if judgement.verdict != "correct" or judgement.target.type not in CORRECTED:
        return None
    try:
        value = msgspec.json.decode(judgement.value or "")
    except msgspec.DecodeError:
        return "a value in JSON"
    return why_not(judgement.target.type, judgement.field or "", value)


def stands_as_read(judgement: Judgement, to: str) -> Issue:
    """That a correction is lost, and what it was to."""
    target = judgement.target
    message = (
        f"“{target.text or target.id}” stands as it was read: {judgement.by} corrected its {judgement.field} on "
        f"{judgement.at[:10]} to {to}; correct it again"
    )
    return Issue(stage="resolve", code="correction-lost", report=target.report, message=message)


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
