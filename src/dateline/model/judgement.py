"""What a person decided: append-only, replayed over fresh extractions, undone by a later judgement."""

from typing import Literal

from dateline.model.base import Record

RefType = Literal[
    "report", "entity", "place", "time", "claim", "figure", "event", "happening", "series", "contradiction"
]


class Ref(Record, frozen=True):
    """A record by type and id, anchored to the words it was read in, so that a judgement finds it again when a better
    reader gives it another id. For an entity, happening or series the anchor is one of its members."""

    type: RefType
    id: str
    report: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None


class Judgement(Record, frozen=True):
    """`verdict` on `target`: confirm · reject · correct `field` to `value` (JSON text) · same / not_same as `other` ·
    grade with `value` · undo the judgement whose id is `value`. `by`, `at` (ISO 8601, UTC) and `why` sign it. `batch`:
    what was decided in one go, as the fields of one correction, has this in common and is undone in one go."""

    id: str
    at: str
    by: str
    why: str
    verdict: Literal["confirm", "reject", "correct", "same", "not_same", "grade", "undo"]
    target: Ref
    other: Ref | None = None
    field: str | None = None
    value: str | None = None
    batch: str | None = None
