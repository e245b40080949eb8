"""The built pages and a base map -> the browser. Only files known at the start are served; a path opens nothing."""

import mimetypes
import re
from importlib.resources import files
from pathlib import Path

import anyio
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from dateline.errors import MissingPartError

FOREVER = "public, max-age=31536000, immutable"
"""Built files carry a hash in their names."""
LONGEST_RANGE = 16 << 20
RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


def built_files() -> dict[str, bytes]:
    """Every built file by its path below the page."""
    page = files("dateline.desk") / "page"
    if not (page / "index.html").is_file():
        raise MissingPartError("the desk's pages are not built: run `npm ci && npm run build` in ui/")
    found = {"index.html": (page / "index.html").read_bytes()}
    for asset in (page / "assets").iterdir():
        if asset.is_file():
            found[f"assets/{asset.name}"] = asset.read_bytes()
    return found


def static_routes(tiles: Path | None) -> list[HTTPRouteHandler]:
    """The page, its assets, and the base map when one was given."""
    built = built_files()

    @get("/", include_in_schema=False)
    async def get_index() -> Response[bytes]:
        headers = {"cache-control": "no-cache"}
        return Response(built["index.html"], media_type="text/html", headers=headers)

    @get("/assets/{name:str}", include_in_schema=False)
    async def get_asset(name: FromPath[str]) -> Response[bytes]:
        content = built.get(f"assets/{name}")
        if content is None:
            raise HTTPException(status_code=404, detail="no such file")
        media = mimetypes.guess_type(name)[0] or "application/octet-stream"
        media = "font/woff2" if name.endswith(".woff2") else "text/javascript" if name.endswith(".js") else media
        return Response(content, media_type=media, headers={"cache-control": FOREVER})

    routes: list[HTTPRouteHandler] = [get_index, get_asset]
    if tiles is not None:
        routes.append(tiles_route(tiles))
    return routes


def tiles_route(path: Path) -> HTTPRouteHandler:
    """A PMTiles file by ranges, which is how its reader asks for it."""
    if not path.is_file():
        raise MissingPartError(f"{path}: no such base map; name a .pmtiles file")
    size = path.stat().st_size

    @get("/tiles", include_in_schema=False)
    async def get_tiles(request: Request[None, None, State]) -> Response[bytes]:
        match = RANGE.match(request.headers.get("range", ""))
        if match is None:
            raise HTTPException(status_code=416, detail="the base map is read in ranges")
        start = int(match.group(1))
        end = min(int(match.group(2) or size - 1), size - 1, start + LONGEST_RANGE - 1)
        if start > end:
            raise HTTPException(status_code=416, detail=f"the base map has {size} bytes")

        def read() -> bytes:
            with path.open("rb") as file:
                file.seek(start)
                return file.read(end - start + 1)

        headers = {"content-range": f"bytes {start}-{end}/{size}", "accept-ranges": "bytes"}
        content = await anyio.to_thread.run_sync(read)
        return Response(content, status_code=206, media_type="application/octet-stream", headers=headers)

    return get_tiles
