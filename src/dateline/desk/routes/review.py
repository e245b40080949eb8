"""The review queue and judgements: ask, decide, undo, take out, bring in."""

from typing import Annotated, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import FromPath, JSONBody, Parameter

from dateline.desk.desk import Desk, sign
from dateline.desk.questions import Queue, make_queue
from dateline.desk.routes.stories import found
from dateline.model import Judgement, Record, Ref

MOST_JUDGEMENTS = 100_000
Together = msgspec.Meta(min_length=1, max_length=40)
About = Annotated[
    str | None,
    Parameter(
        pattern=r"^((figure|event|claim|place|contradiction):\w+|time:\w+:\d+)$",
        description="figure:ID, event:ID, claim:ID, place:ENTITY, contradiction:ID or time:REPORT:START",
    ),
]


class Decision(Record, frozen=True, forbid_unknown_fields=True):
    """A judgement to be signed: `by` says who, `why` may say why. See `Judgement` for the other fields."""

    by: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    verdict: Literal["confirm", "reject", "correct", "same", "not_same", "grade"]
    target: Ref
    why: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    other: Ref | None = None
    field: Annotated[str, msgspec.Meta(max_length=60)] | None = None
    value: Annotated[str, msgspec.Meta(max_length=4000)] | None = None


class Undoing(Record, frozen=True, forbid_unknown_fields=True):
    """Who takes a judgement back, and why."""

    by: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    why: Annotated[str, msgspec.Meta(max_length=4000)] = ""


class Imported(Record, frozen=True):
    """How many judgements came, and how many were new."""

    given: int
    new: int


@get("/stories/{story:str}/queue", summary="What most needs an eye", sync_to_thread=True)
def get_queue(desk: NamedDependency[Desk], story: FromPath[str], about: About = None) -> Queue:
    """Open questions, most consequential first, and what was decided. `about` asks about one record more, whether or
    not it is uncertain: `figure:ID`, `event:ID`, `claim:ID`, `contradiction:ID`, `place:ENTITY`, `time:REPORT:START`.
    """
    return make_queue(found(desk, story).account, desk.store.in_force(), about)


@get("/judgements", summary="Every judgement ever made", sync_to_thread=True)
def get_judgements(desk: NamedDependency[Desk]) -> list[Judgement]:
    """Oldest first, undone ones and the undoing too."""
    return desk.store.judgements()


@get("/judgements.jsonl", summary="Every judgement, one a line, to keep or to share", sync_to_thread=True)
def get_judgement_lines(desk: NamedDependency[Desk]) -> Response[bytes]:
    """The export that the import takes."""
    lines = b"".join(msgspec.json.encode(j) + b"\n" for j in desk.store.judgements())
    headers = {"content-disposition": 'attachment; filename="judgements.jsonl"'}
    return Response(lines, media_type="application/x-ndjson", headers=headers)


@post("/judgements", summary="Decide")
async def post_judgement(
    desk: NamedDependency[Desk], data: JSONBody[Decision | Annotated[list[Decision], Together]]
) -> Judgement | tuple[Judgement, ...]:
    """Take down a decision, or a list of them made in one go, as the fields of a correction: they share a `batch` and
    are undone together. Answers with what was signed once it is on disk; `/api/live` says when it is told."""
    for decision in data if isinstance(data, list) else [data]:
        check(decision)
    signed = sign(to_judgement(decision) for decision in (data if isinstance(data, list) else [data]))
    await desk.judge(signed)
    return signed if isinstance(data, list) else signed[0]


def check(data: Decision) -> None:
    """Refuse a decision that lacks what its verdict needs."""
    if data.verdict in ("same", "not_same") and data.other is None:
        raise HTTPException(status_code=400, detail=f"{data.verdict} needs `other`: the same as what?")
    if data.verdict == "correct" and (data.field is None or data.value is None):
        raise HTTPException(status_code=400, detail="correct needs `field` and `value`: which field, and what instead?")


def to_judgement(data: Decision) -> Judgement:
    """The judgement that signing makes of a decision, without its time and id."""
    return Judgement(
        id="",
        at="",
        by=data.by,
        why=data.why,
        verdict=data.verdict,
        target=data.target,
        other=data.other,
        field=data.field,
        value=data.value,
    )


@post("/judgements/{judgement:str}/undo", summary="Take a decision back")
async def undo_judgement(
    desk: NamedDependency[Desk], judgement: FromPath[str], data: JSONBody[Undoing]
) -> tuple[Judgement, ...]:
    """Undo a judgement or an undoing, with all that was decided in one go with it; both stay on record."""
    try:
        return await desk.undo(judgement, data.by, data.why)
    except LookupError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error


@post("/judgements/import", summary="Bring in judgements, one a line")
async def import_judgements(request: Request[None, None, State], desk: NamedDependency[Desk]) -> Imported:
    """Judgements as exported. One that is there already is left as it is; a bad line refuses the whole."""
    given: list[Judgement] = []
    for number, line in enumerate((await request.body()).splitlines(), 1):
        if not line.strip():
            continue
        try:
            given.append(msgspec.json.decode(line, type=Judgement))
        except msgspec.DecodeError as error:
            raise HTTPException(status_code=400, detail=f"line {number} is not a judgement: {error}") from error
        if len(given) > MOST_JUDGEMENTS:
            raise HTTPException(status_code=413, detail=f"more than {MOST_JUDGEMENTS} judgements at once")
    return Imported(given=len(given), new=await desk.judge(given))


REVIEW = [get_queue, get_judgements, get_judgement_lines, post_judgement, undo_judgement, import_judgements]
