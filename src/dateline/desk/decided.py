"""Judgements -> what was decided, a line for each decision, and the question that undoing it opens again."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import Judgement, Record, make_id

ASKABLE = ("figure", "event", "claim", "place", "contradiction")
"""Records that can be asked about by their id."""
FIELDS = {"actor": "done by", "target": "to", "what": "counted as"}
"""Fields whose name says little to a reader."""


class Decided(Record, frozen=True):
    """One decision: a judgement, or all of one batch. `id`: what to undo. `says`: what it is about, and what it put
    instead. `question`: the question it answered; `about`: how to ask it where it does not come up by itself."""

    id: str
    verdict: str
    by: str
    at: str
    why: str
    says: str
    question: str
    about: str | None = None


def list_decided(judgements: Iterable[Judgement], names: Mapping[str, str]) -> Iterator[Decided]:
    """Every decision, the newest first. `names`: of entities by id."""
    batches: dict[str, list[Judgement]] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        batches.setdefault(judgement.batch or judgement.id, []).append(judgement)
    for batch in batches.values():
        first = batch[0]
        yield Decided(
            id=first.id,
            verdict=first.verdict,
            by=first.by,
            at=first.at,
            why=first.why,
            says=say(batch, names),
            question=question_of(first),
            about=about(first),
        )


def say(batch: Sequence[Judgement], names: Mapping[str, str]) -> str:
    """What was decided about what: "Bay of Campeche: 19.5, -93.5"."""
    first = batch[0]
    target, other = first.target, first.other
    if first.target.type == "contradiction":
        return " and ".join(f"“{ref.text}”" for ref in (target, other) if ref is not None and ref.text)
    subject = names.get(target.id) or (f"“{target.text}”" if target.text else target.type)
    if other is not None and first.verdict != "correct":
        return f"{subject} and {names.get(other.id) or other.text or other.type}"
    put = {j.field: read_value(j.value, names) for j in batch if j.field and j.value is not None}
    if "lat" in put and "lon" in put:
        return f"{subject}: {put['lat']}, {put['lon']}"
    if first.verdict == "grade" and first.value is not None:
        return f"{subject}: {read_value(first.value, names)}"
    said = [f"{FIELDS.get(field, field)} {value}" for field, value in sorted(put.items())]
    return f"{subject}: {', '.join(said)}" if said else subject


def read_value(value: str, names: Mapping[str, str]) -> str:
    """JSON text as words; the id of an entity as its name, that of a kind as it is read."""
    try:
        read = json.loads(value)
    except ValueError:
        return value
    if isinstance(read, dict):
        read = read.get("entity")
    return "not given" if read is None else names.get(str(read), str(read).replace("_", " "))


def question_of(judgement: Judgement) -> str:
    """The id of the question that a judgement answers."""
    target, other = judgement.target, judgement.other
    if target.type == "contradiction":
        return make_id("q", "conflict", target.id)
    if judgement.verdict in ("same", "not_same") and other is not None:
        return make_id("q", "same_name", *sorted((target.id, other.id)))
    if target.type == "time":
        return make_id("q", "time", target.report or "", target.start or 0)
    return make_id("q", target.type, target.id)


def about(judgement: Judgement) -> str | None:
    """What asks for a record by its id, or for a time by where it stands."""
    target = judgement.target
    if target.type == "time" and target.report is not None and target.start is not None:
        return f"time:{target.report}:{target.start}"
    return f"{target.type}:{target.id}" if target.type in ASKABLE and target.id else None
