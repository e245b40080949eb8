"""GET stories, accounts, changes, reports, search, exports."""

from typing import Annotated

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State as AppState
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import FromPath, Parameter

from dateline.desk.desk import Desk, Opened, State
from dateline.desk.routes.asked import narrowed
from dateline.library import NameHit, Stories, TextHit
from dateline.model import Account, Claim, Entity, Origin, Record, Report
from dateline.tell.changes import Changes, changes_since
from dateline.tell.filters import Filter
from dateline.tell.onefile import to_html

Day = Annotated[str, Parameter(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="YYYY, YYYY-MM or YYYY-MM-DD")]


class Ledger(Record, frozen=True):
    """The claims of a story with the entities that make them."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]


class Found(Record, frozen=True):
    """What a search gives: reports with the words, and names with the letters."""

    texts: tuple[TextHit, ...]
    names: tuple[NameHit, ...]


def found(desk: Desk, story: str) -> Opened:
    """The opened story, or 404."""
    try:
        return desk.opened(story)
    except LookupError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error


@get("/state", summary="What the desk stands on", sync_to_thread=True)
def get_state(desk: NamedDependency[Desk]) -> State:
    """Store, counts, and a version that changes with every write."""
    return desk.state()


@get("/stories", summary="Stories, largest first, or those with words", sync_to_thread=True)
def get_stories(
    desk: NamedDependency[Desk],
    q: Annotated[str, Parameter(max_length=300)] = "",
    limit: Annotated[int, Parameter(ge=1, le=200)] = 50,
    offset: Annotated[int, Parameter(ge=0)] = 0,
) -> Stories:
    """A page of stories. With `q`, those of the reports that have the words."""
    return desk.store.stories(q, limit, offset)


@get("/stories/{story:str}", summary="The account of a story with the towns around it", sync_to_thread=True)
def get_story(
    request: Request[None, None, AppState],
    desk: NamedDependency[Desk],
    story: FromPath[str],
    chosen: NamedDependency[Filter],
) -> Response[bytes]:
    """The account (docs/account.schema.json) under `account`, whole or narrowed by the filters. Has an ETag."""
    tag = f'"{desk.version()}"'
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=304, headers={"etag": tag})
    opened = found(desk, story)
    shown = msgspec.structs.replace(opened, account=narrowed(opened.account, chosen))
    headers = {"etag": tag, "cache-control": "no-cache"}
    return Response(msgspec.json.encode(shown), media_type="application/json", headers=headers)


@get("/stories/{story:str}/changes", summary="What later reports changed", sync_to_thread=True)
def get_changes(desk: NamedDependency[Desk], story: FromPath[str], since: Day) -> Changes:
    """What reports published after the day `since` brought."""
    return changes_since(found(desk, story).account, since)


@get("/stories/{story:str}/claims", summary="Who said what", sync_to_thread=True)
def get_claims(desk: NamedDependency[Desk], story: FromPath[str]) -> Ledger:
    """Claims with their sources."""
    account = found(desk, story).account
    sources = {c.source.entity for c in account.claims if c.source}
    return Ledger(claims=account.claims, entities=tuple(e for e in account.entities if e.id in sources))


@get("/stories/{story:str}/entities", summary="People, bodies, places", sync_to_thread=True)
def get_entities(desk: NamedDependency[Desk], story: FromPath[str]) -> tuple[Entity, ...]:
    """Every entity with its mentions."""
    return found(desk, story).account.entities


@get("/stories/{story:str}/origins", summary="Which reports rest on one original", sync_to_thread=True)
def get_origins(desk: NamedDependency[Desk], story: FromPath[str]) -> tuple[Origin, ...]:
    """Every origin with the passages that its reports share."""
    return found(desk, story).account.origins


@get("/stories/{story:str}/account.json", summary="The account as a file", sync_to_thread=True)
def get_account(desk: NamedDependency[Desk], story: FromPath[str]) -> Account:
    """The account alone, as `dateline account` writes it."""
    return found(desk, story).account


@get("/stories/{story:str}/account.html", summary="The account as one page to send", sync_to_thread=True)
def get_page(desk: NamedDependency[Desk], story: FromPath[str]) -> Response[bytes]:
    """The one-file report."""
    page = to_html(found(desk, story).account)
    # The page carries its own policy; as a download it is never run with the desk's rights.
    headers = {"content-disposition": 'attachment; filename="account.html"'}
    return Response(page, media_type="text/html", headers=headers)


@get("/reports/{report:str}", summary="One report with its text", sync_to_thread=True)
def get_report(desk: NamedDependency[Desk], report: FromPath[str]) -> Report:
    """The report, its origin and its story."""
    try:
        return desk.report(report)
    except LookupError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error


@get("/search", summary="Words, names, places and dates over all reports", sync_to_thread=True)
def get_search(
    desk: NamedDependency[Desk],
    q: Annotated[str, Parameter(min_length=1, max_length=300)],
    limit: Annotated[int, Parameter(ge=1, le=100)] = 20,
) -> Found:
    """Reports that have the words, best first, and names that have the letters. A date finds its ways of writing."""
    return Found(texts=tuple(desk.store.find_text(q, limit)), names=tuple(desk.store.find_names(q, limit)))


STORIES = [
    get_state, get_stories, get_story, get_changes, get_claims, get_entities, get_origins, get_account, get_page,
    get_report, get_search,
]  # fmt: skip
