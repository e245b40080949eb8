"""POST reports (files, pasted text), DELETE one; the stream of news."""

from collections.abc import AsyncIterator

import msgspec
from litestar import Request, delete, get, post
from litestar.datastructures import State, UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import FromPath, JSONBody
from litestar.response import ServerSentEvent, ServerSentEventMessage

from dateline.desk.desk import Desk
from dateline.desk.inbox import MOST_FILES, Pasted, read_pasted, read_uploads
from dateline.engine import Added
from dateline.settings import current


@post("/reports", summary="Add files")
async def post_reports(request: Request[None, None, State], desk: NamedDependency[Desk]) -> Added:
    """Files of a form, each under the name `files`. Answers when the account rests on them; what could not be read is
    in `issues`, and the rest is taken in."""
    form = await request.form()
    uploads = [part for part in form.getall("files", []) if isinstance(part, UploadFile)]
    if not uploads:
        raise HTTPException(status_code=400, detail="no file came with the form; send them under the name `files`")
    if len(uploads) > MOST_FILES:
        raise HTTPException(status_code=413, detail=f"at most {MOST_FILES} files at once")
    limit = int(current().max_report_mb * (1 << 20))
    files = [(part.filename, await part.read(limit + 1)) for part in uploads]
    return await desk.add(lambda: read_uploads(files))


@post("/reports/paste", summary="Add a pasted text")
async def post_pasted(desk: NamedDependency[Desk], data: JSONBody[Pasted]) -> Added:
    """One text with what is known of it."""
    if not data.text.strip():
        raise HTTPException(status_code=400, detail="the text is empty")
    return await desk.add(lambda: read_pasted(data))


@delete("/reports/{report:str}", summary="Take a report out", status_code=204)
async def delete_report(desk: NamedDependency[Desk], report: FromPath[str]) -> None:
    """Remove a report from the store and the account; judgements stay."""
    try:
        await desk.remove(report)
    except LookupError as error:
        raise HTTPException(status_code=404, detail=str(error)) from error


@get("/live", summary="News as they happen (server-sent events)")
async def get_live(desk: NamedDependency[Desk]) -> ServerSentEvent:
    """Events `changed`, `progress`, `refused` and `added`, each with a `News` record as data."""

    async def stream() -> AsyncIterator[ServerSentEventMessage]:
        yield ServerSentEventMessage(event="hello", data=desk.version())
        async for news in desk.channel.listen():
            yield ServerSentEventMessage(event=news.kind, data=msgspec.json.encode(news).decode())

    return ServerSentEvent(stream())


INTAKE = [post_reports, post_pasted, delete_report, get_live]
