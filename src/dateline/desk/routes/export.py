"""GET exports: the account of a story, narrowed as the page is, in the formats of other tools."""

import tempfile
from pathlib import Path
from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import FromPath, FromQuery, Parameter

from dateline.desk.desk import Desk
from dateline.desk.filters import Filter, narrow
from dateline.desk.routes.stories import MaybeDay, found
from dateline.model import Record
from dateline.tell.export import FORMATS, Options, export

Size = Annotated[float | None, Parameter(gt=0, le=50, description="Persons in a household, for IDMC totals.")]


class FormatLine(Record, frozen=True):
    """An export format: its name, the suffix of its files, and what it is for."""

    name: str
    suffix: str
    says: str


@get("/formats", summary="The export formats")
async def get_formats() -> tuple[FormatLine, ...]:
    """Every format that a story can be exported in."""
    return tuple(FormatLine(name=name, suffix=f.suffix, says=f.says) for name, f in FORMATS.items())


@get("/stories/{story:str}/export/{format:str}", summary="A story for another tool", sync_to_thread=True)
def get_export(
    desk: NamedDependency[Desk],
    story: FromPath[str],
    format: FromPath[str],
    since: MaybeDay = None,
    until: MaybeDay = None,
    voice: FromQuery[str | None] = None,
    place: FromQuery[str | None] = None,
    actor: FromQuery[str | None] = None,
    kind: FromQuery[str | None] = None,
    origin: FromQuery[str | None] = None,
    household_size: Size = None,
) -> Response[bytes]:
    """The account of a story as a file of the format, whole or narrowed by the filters. 404 for an unknown format."""
    if format not in FORMATS:
        raise HTTPException(status_code=404, detail=f"no format {format!r}; there are: {', '.join(FORMATS)}")
    wanted = Filter(since=since, until=until, voice=voice, place=place, actor=actor, kind=kind, origin=origin)
    account = narrow(found(desk, story).account, wanted)
    name = f"{format}{FORMATS[format].suffix}"
    with tempfile.TemporaryDirectory() as folder:
        export([account], format, Path(folder) / name, options=Options(household_size=household_size))
        made = (Path(folder) / name).read_bytes()
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type="application/octet-stream", headers=headers)


EXPORTS = (get_formats, get_export)
