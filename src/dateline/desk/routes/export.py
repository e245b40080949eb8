"""GET exports: the account of a story, narrowed as the page is, in the formats of other tools."""

import re
import tempfile
import unicodedata
from pathlib import Path
from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import FromPath, FromQuery, Parameter
from msgspec.structs import replace

from dateline.desk.desk import Desk
from dateline.desk.filters import Filter, narrow
from dateline.desk.routes.stories import MaybeDay, found
from dateline.model import Account, Record
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
    whole = found(desk, story).account
    part = say_part(whole, wanted)
    account = entitle(narrow(whole, wanted), part)
    name = name_file(whole, part, format)
    with tempfile.TemporaryDirectory() as folder:
        export([account], format, Path(folder) / name, options=Options(household_size=household_size))
        made = (Path(folder) / name).read_bytes()
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type="application/octet-stream", headers=headers)


def say_part(account: Account, wanted: Filter) -> str:
    """What the filters leave, in words: "16 April 2017, Civil Defence"; empty when they leave all."""
    names = {e.id: e.name for e in account.entities}
    days = dict.fromkeys(day for day in (wanted.since, wanted.until) if day)
    outlets = [r.outlet or r.id for r in account.reports if wanted.origin and r.origin == wanted.origin]
    kept = [" to ".join(days), *(names.get(x or "", x or "") for x in (wanted.voice, wanted.place, wanted.actor))]
    return ", ".join(x for x in (*kept, (wanted.kind or "").replace("_", " "), *dict.fromkeys(outlets)) if x)


def entitle(account: Account, part: str) -> Account:
    """The account under titles that say that it is a part: whoever is handed the file has not seen the page."""
    if not part:
        return account
    part = f"(a part of the account, only: {part})"
    return replace(account, stories=tuple(replace(s, title=f"{s.title} {part}".strip()) for s in account.stories))


def name_file(account: Account, part: str, format: str) -> str:
    """The name that tells one file from another in a folder: "flood-beira-2026-03-12-brief.docx"."""
    suffix = FORMATS[format].suffix
    what = format.removesuffix(f"-{suffix[1:]}")
    words = f"{account.stories[0].title} {part} {'' if what == suffix[1:] else what}"
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:100].strip("-") + suffix


EXPORTS = (get_formats, get_export)
