"""Uploads, pasted text and a watched folder -> captures. Names from outside are names, never paths."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

import msgspec

from dateline.desk.desk import WATCH_S, Desk
from dateline.engine import Found
from dateline.library import find_reports
from dateline.model import Issue, Record

MOST_FILES = 500
LONGEST_NAME = 120


class Pasted(Record, frozen=True, forbid_unknown_fields=True):
    """A text that a person pasted, with what they know of it. `published`: a date as they would write it."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def plain_name(name: str) -> str:
    """The last part of a name that a browser sent, without anything a file system might take for more."""
    last = PurePosixPath(PureWindowsPath(name.replace("\0", "")).name).name
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip(". ")
    stem, dot, suffix = kept[-LONGEST_NAME:].rpartition(".")
    return f"{stem}{dot}{suffix}" if kept else "unnamed.txt"


def read_uploads(files: Sequence[tuple[str, bytes]]) -> Iterator[Found]:
    """The captures in uploaded files, under the names they came with."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        for number, (name, raw) in enumerate(files):
            own = Path(folder) / str(number)
            own.mkdir()
            path = own / plain_name(name)
            path.write_bytes(raw)
            yield from renamed(find_reports([path]), str(path), path.name)


def renamed(found: Iterator[Found], path: str, name: str) -> Iterator[Found]:
    """Captures and issues without the folder that they lay in for a moment."""
    for each in found:
        if isinstance(each, Issue):
            yield msgspec.structs.replace(
                each,
                report=each.report and each.report.replace(path, name),
                message=each.message.replace(path, name),
            )
        else:
            capture, raw = each
            shown = capture.path and capture.path.replace(path, name)
            yield msgspec.structs.replace(capture, path=shown), raw


def read_pasted(pasted: Pasted) -> Iterator[Found]:
    """The capture of a pasted text, in the form of a saved article."""
    article = {
        "text": pasted.text,
        "title": pasted.title,
        "sitename": pasted.outlet,
        "date_publish": pasted.published,
        "url": pasted.url,
    }
    raw = msgspec.json.encode({k: v for k, v in article.items() if v})
    yield from read_uploads([("pasted.json", raw)])


async def watch_folder(desk: Desk, folder: Path) -> None:
    """Take in what is put into the folder, once a file has stopped growing; runs until it is cancelled."""
    seen: dict[Path, tuple[int, int]] = {}
    taken: dict[Path, tuple[int, int]] = {}
    while True:
        now = await asyncio.to_thread(sizes, folder)
        ready = [path for path, size in sorted(now.items()) if seen.get(path) == size and taken.get(path) != size]
        seen = now
        if ready:
            taken.update((path, now[path]) for path in ready)
            await desk.add(lambda ready=ready: find_reports(ready))  # type: ignore[misc]
        await asyncio.sleep(WATCH_S)


def sizes(folder: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of every file in the folder, not hidden ones."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            stat = path.stat()
            found[path] = (stat.st_size, stat.st_mtime_ns)
    return found
