"""Query -> Filter: what part of a story is asked for; what a story cannot be narrowed to is refused by name."""

from typing import Annotated

from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.params import FromQuery, Parameter

from dateline.errors import InputError
from dateline.model import Account
from dateline.tell.filters import Filter, keep, unknown

MaybeDay = Annotated[str | None, Parameter(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="YYYY-MM-DD")]
FIELDS = ("since", "until", "place", "kind", "actor", "voice", "origin", "grade")
OTHERS = ("household_size",)


def read_filter(
    request: Request[None, None, State],
    since: MaybeDay = None,
    until: MaybeDay = None,
    place: FromQuery[str | None] = None,
    kind: FromQuery[str | None] = None,
    actor: FromQuery[str | None] = None,
    voice: FromQuery[str | None] = None,
    origin: FromQuery[str | None] = None,
    grade: FromQuery[str | None] = None,
) -> Filter:
    """The filter of a request. 400 for what is none, or has a value that nothing could match."""
    strange = sorted(set(request.query_params) - {*FIELDS, *OTHERS})
    if strange:
        allowed = ", ".join(FIELDS)
        raise HTTPException(status_code=400, detail=f"cannot be narrowed by {', '.join(strange)}; by {allowed} it can")
    chosen = Filter(
        since=since, until=until, place=place, kind=kind, actor=actor, voice=voice, origin=origin, grade=grade
    )
    try:
        chosen.check()
    except InputError as error:
        raise HTTPException(status_code=400, detail=str(error).removeprefix("--")) from error
    return chosen


def narrowed(account: Account, chosen: Filter) -> Account:
    """The part that is asked for. 400 for a name or an original that the account does not hold."""
    field = unknown(account, chosen)
    if field is not None:
        raise HTTPException(status_code=400, detail=f"{field}: the account holds no {chosen.asked[field]!r}")
    return keep(account, chosen)
