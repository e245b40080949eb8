"""GET exports: the account of a story, narrowed as the page is, in the formats of other tools."""

import tempfile
from pathlib import Path
from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import FromPath, Parameter

from dateline.desk.desk import Desk
from dateline.desk.routes.asked import narrowed
from dateline.desk.routes.stories import found
from dateline.model import Record
from dateline.tell.export import FORMATS, Filter, Options, export
from dateline.tell.part import name_file

Size = Annotated[float | None, Parameter(gt=0, le=50, description="Persons in a household, for IDMC totals.")]


class FormatLine(Record, frozen=True):
    """An export format: its name, the suffix of its files, what it is for, and whether it can be narrowed."""

    name: str
    suffix: str
    says: str
    narrows: bool


@get("/formats", summary="The export formats")
async def get_formats() -> tuple[FormatLine, ...]:
    """Every format that a story can be exported in."""
    return tuple(FormatLine(name=name, suffix=f.suffix, says=f.says, narrows=f.narrows) for name, f in FORMATS.items())


@get("/stories/{story:str}/export/{format:str}", summary="A story for another tool", sync_to_thread=True)
def get_export(
    desk: NamedDependency[Desk],
    story: FromPath[str],
    format: FromPath[str],
    chosen: NamedDependency[Filter],
    household_size: Size = None,
) -> Response[bytes]:
    """The account of a story as a file of the format, whole or narrowed by the filters; the file's name, and in a brief
    the first line, say of what days or that it is a part. 404 for an unknown format."""
    if format not in FORMATS:
        raise HTTPException(status_code=404, detail=f"no format {format!r}; there are: {', '.join(FORMATS)}")
    whole, form = found(desk, story).account, FORMATS[format]
    account = narrowed(whole, chosen) if form.narrows else whole
    name = name_file(account, whole.stories[0].title, format, form.suffix)
    with tempfile.TemporaryDirectory() as folder:
        export([account], format, Path(folder) / name, options=Options(household_size=household_size))
        made = (Path(folder) / name).read_bytes()
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type="application/octet-stream", headers=headers)


EXPORTS = (get_formats, get_export)
