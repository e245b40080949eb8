"""Desk -> web application: routes, safety, one shape of error, and the documentation of the API."""

import asyncio
import html
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from litestar import Litestar, MediaType, Request, Response, Router, get
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.types import ASGIApp

from dateline import __version__
from dateline.desk.desk import Desk
from dateline.desk.inbox import watch_folder
from dateline.desk.routes.asked import read_filter
from dateline.desk.routes.export import EXPORTS
from dateline.desk.routes.intake import INTAKE
from dateline.desk.routes.review import REVIEW
from dateline.desk.routes.stories import STORIES
from dateline.desk.safety import Access, Gate
from dateline.desk.static import static_routes
from dateline.errors import DatelineError, InputError, StoreError
from dateline.model import Record

LARGEST_BODY = 128 << 20
"""Bytes of one request; one report may have far fewer, see `max_report_mb` in the settings."""


class Fault(Record, frozen=True):
    """The one shape of every error: the HTTP status, a short code, and what happened and what to do."""

    status: int
    code: str
    message: str


def make_fault(status: int, code: str, message: str) -> Fault:
    """A fault from its parts."""
    return Fault(status=status, code=code, message=message)


def say_fault(_: Request[None, None, State], error: Exception) -> Response[Fault]:
    """Any exception as a `Fault`; only our own messages leave the machine."""
    if isinstance(error, ValidationException):
        wrong = [f"{e.get('key', '')}: {e.get('message', '')}" for e in error.extra or [] if isinstance(e, dict)]
        fault = make_fault(400, "bad-request", "; ".join(wrong) or error.detail)
    elif isinstance(error, HTTPException):
        code = {404: "not-found", 413: "too-large", 416: "bad-range"}.get(error.status_code, "bad-request")
        fault = make_fault(error.status_code, code, error.detail)
    elif isinstance(error, StoreError):
        fault = make_fault(503, "store", str(error))
    elif isinstance(error, InputError):
        fault = make_fault(400, "bad-request", str(error))
    elif isinstance(error, DatelineError):
        fault = make_fault(500, "fault", str(error))
    else:
        fault = make_fault(500, "fault", "the desk failed at this; the store is unaffected. See its log")
    return Response(fault, status_code=fault.status, media_type=MediaType.JSON)


def make_app(desk: Desk, access: Access, tiles: Path | None = None) -> ASGIApp:
    """The application over a desk, behind its gate."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        desk.channel.open()
        if desk.store.unread():
            desk.tell_soon()
        tasks = [asyncio.create_task(desk.watch())]
        if desk.watched is not None:
            tasks.append(asyncio.create_task(watch_folder(desk, desk.watched)))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            desk.close()

    @get("/features", summary="What this desk has been given")
    async def get_features() -> dict[str, bool]:
        return {"tiles": tiles is not None}

    api = Router("/api", route_handlers=[*STORIES, *REVIEW, *INTAKE, *EXPORTS, get_features])
    app = Litestar(
        route_handlers=[api, describe_api, *static_routes(tiles)],
        dependencies={
            "desk": Provide(lambda: desk, sync_to_thread=False),
            "chosen": Provide(read_filter, sync_to_thread=False),
        },
        lifespan=[lifespan],
        exception_handlers={Exception: say_fault},
        request_max_body_size=LARGEST_BODY,
        compression_config=CompressionConfig(
            backend="gzip", minimum_size=2000, gzip_compress_level=4, exclude=["/api/live", "/tiles"]
        ),
        openapi_config=OpenAPIConfig(
            title="Dateline desk",
            version=__version__,
            description="Everything that the desk's pages do. Writes carry the header `X-Dateline`.",
            path="/api/schema",
            render_plugins=[JsonRenderPlugin()],
        ),
    )
    return Gate(app, access)


@get("/api/docs", include_in_schema=False, media_type=MediaType.HTML)
async def describe_api(request: Request[None, None, State]) -> str:
    """The API on one page, written from its own schema; the usual viewers would load scripts from elsewhere."""
    schema = request.app.openapi_schema.to_schema()
    rows = []
    for path, methods in sorted(schema["paths"].items()):
        for method, operation in methods.items():
            asked = ", ".join(p["name"] for p in operation.get("parameters", []))
            cells = (method.upper(), path, operation.get("summary", ""), asked, operation.get("description", ""))
            rows.append("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in cells) + "</tr>")
    style = "body{font:15px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}td,th{text-align:left;"
    style += (
        "vertical-align:top;padding:.4rem .8rem .4rem 0;border-top:1px solid #ccc}td:nth-child(2){white-space:nowrap}"
    )
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Dateline API</title><style>{style}</style>"
        '<h1>Dateline API</h1><p>The same as OpenAPI 3.1: <a href="/api/schema/openapi.json">the schema</a>. '
        "A request that changes something carries the header <code>X-Dateline</code>.</p>"
        "<table><tr><th>Method<th>Path<th>What<th>Asked with<th></tr>" + "".join(rows) + "</table></html>"
    )
