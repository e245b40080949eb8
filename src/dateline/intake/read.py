"""files -> Capture: by what is in them, the name only breaks ties. Nothing here stops at a bad file."""

import gzip
import hashlib
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BufferedReader
from pathlib import Path

from dateline.child import Child
from dateline.errors import StageError
from dateline.intake.decode import Decoded, decode_page, decode_text, looks_binary, says_nothing, unmarked
from dateline.intake.find import SQLITE, STDIN, find_files
from dateline.intake.mime import is_mime, read_mime
from dateline.intake.pdf import pdf_text
from dateline.intake.records import Found, read_json, read_lines
from dateline.intake.refusal import refuse, shown_path
from dateline.model import Capture, Issue, Media, make_id
from dateline.settings import Settings, current

HEAD = 4096
"""Bytes at either end of a file that tell whether it is one of ours."""
PIECE, ENDLESS = 1 << 20, 25
"""Bytes in which the rest of a line that is too long is passed over, and how many times the limit it may have."""
LINES = (".jsonl", ".ndjson", ".jsonlines")
PAGES = (".html", ".htm", ".xhtml", ".shtml")
PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
FEED = re.compile(rb"(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE)
"""How a feed begins: many articles in one file, mostly their first lines."""
FORMATS = (
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save it as text, HTML or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text, HTML or PDF"),
    (b"{\\rtf", "a rich-text document; save it as plain text, HTML or PDF"),
    (b"\x89PNG", "an image; only text can be read"),
    (b"\xff\xd8\xff", "an image; only text can be read"),
    (b"GIF8", "an image; only text can be read"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (SQLITE, "an SQLite file; a store is named with --store"),
)


IsOwn = Callable[[bytes, bytes], bool]
"""Whether a file that starts and ends so is one that this program wrote."""


def read_paths(
    paths: Sequence[str | Path],
    settings: Settings | None = None,
    *,
    aside: Iterable[Path] = (),
    is_own: IsOwn = lambda start, end: False,
) -> Iterator[Found]:
    """The captures in files, folders, patterns and standard input (`-`), each with its bytes, or an issue that says why
    there is none. One file is in memory at a time. `aside`: files and folders that are left alone where nobody named
    them; `is_own`: what is refused as no report but an account or an export."""
    settings = settings or current()
    child = Child(settings.parse_seconds)
    try:
        for found in find_files(paths, aside):
            if isinstance(found, Issue):
                yield found
            else:
                yield from read_file(found, settings, child, is_own)
    finally:
        child.close()


def read_file(path: Path, settings: Settings, child: Child, is_own: IsOwn) -> Iterator[Found]:
    """The captures in one file; several from JSON lines, one or none from anything else."""
    limit = int(settings.max_report_mb * (1 << 20))
    try:
        with open_plain(path) as file:
            if file_name(path).endswith(LINES) and not is_own(file.peek(HEAD), b""):
                yield from read_lines(lines_of(file, limit), shown_path(path), limit)
                return
            raw = file.read(limit + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield refuse("broken-gzip", path, f"the gzip file is damaged or cut off ({error}); fetch it again")
        return
    except OSError as error:
        yield refuse("unreadable", path, f"cannot be read ({error.strerror or error}); check its permissions")
        return
    if is_own(raw[:HEAD], raw[-HEAD:]):
        yield refuse("own-output", path, "this is an account or an export of Dateline's, and no report; left out")
    elif len(raw) > limit:
        yield refuse(
            "too-large",
            path,
            f"larger than {settings.max_report_mb:g} MB, which no single report is; split it, or raise max_report_mb "
            "in the settings",
        )
    else:
        yield from read_raw(raw, path, limit, child)


def open_plain(path: Path) -> BufferedReader:
    """The file, unpacked on the way if it is gzip, whatever its name says."""
    file = open(sys.stdin.fileno(), "rb", closefd=False) if str(path) == STDIN else path.open("rb")  # noqa: SIM115
    return gzip.GzipFile(fileobj=file) if file.peek(2).startswith(b"\x1f\x8b") else file  # type: ignore[return-value]


def lines_of(file: BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines of a file; of one that is over the limit no more than shows it, and None for one that goes on without
    end, as what is packed into a bomb does."""
    while line := file.readline(limit + 2):
        yield line
        read = len(line)
        while read > limit and not line.endswith(b"\n") and (line := file.readline(PIECE)):
            read += len(line)
            if read > ENDLESS * limit:
                yield None
                return


def file_name(path: Path) -> str:
    """The name that says what a file is: without `.gz`, in small letters."""
    return path.name.lower().removesuffix(".gz")


def read_raw(raw: bytes, path: Path, limit: int, child: Child) -> Iterator[Found]:
    """What the bytes hold."""
    start, name = unmarked(raw[:1024]).lstrip(), file_name(path)
    known = next((what for magic, what in FORMATS if raw.startswith(magic)), None)
    if not raw.strip():
        yield refuse("empty", path, "the file is empty")
    elif raw[:1024].find(b"%PDF-") >= 0:
        yield from read_pdf(raw, path, child)
    elif known is not None:
        yield refuse("binary", path, f"this is {known}")
    elif FEED.match(unmarked(raw[:HEAD])):
        yield refuse("feed", path, "this is a feed, and no report; give the articles that it lists, as pages or JSON")
    elif looks_binary(raw):
        yield refuse("binary", path, "this is not a text; only text, HTML, JSON and PDF can be read")
    elif name.endswith(".json") or (str(path) == STDIN and start[:1] in (b"{", b"[")):
        yield from read_json(raw, shown_path(path), limit)
    elif is_mime(raw):
        yield from read_parts(raw, path, child)
    elif name.endswith(PAGES) or start.lower().startswith(PAGE_STARTS) or b"<html" in raw[:2048].lower():
        yield from decoded(raw, path, "html", decode_page(raw))
    else:
        yield from decoded(raw, path, "text", decode_text(raw))


def read_pdf(raw: bytes, path: Path, child: Child) -> Iterator[Found]:
    """The text of a PDF."""
    try:
        text = child.call(pdf_text, raw)
    except StageError as error:
        why = str(error).removeprefix("ValueError: ")
        yield refuse("broken-pdf", path, f"the PDF {why}; open it in a viewer and save it again, or save its text")
        return
    if says_nothing(text):
        yield refuse("no-text", path, "the PDF has pictures of text only; run text recognition (OCR) over it first")
    else:
        yield capture(raw, path, "pdf", None, text), raw


def read_parts(raw: bytes, path: Path, child: Child) -> Iterator[Found]:
    """The text of a page saved as one file, or of a mail."""
    try:
        part = child.call(read_mime, raw)
    except StageError as error:
        yield refuse("broken-mime", path, f"this mail or saved page cannot be taken apart ({error}); save it as HTML")
        return
    if part is None:
        yield refuse("empty", path, "no part of this mail or saved page is a text; save the page as HTML")
    else:
        yield from decoded(raw, path, "html" if part.is_page else "text", part.found, part.url)


def decoded(raw: bytes, path: Path, media: Media, found: Decoded, url: str | None = None) -> Iterator[Found]:
    """A capture of decoded text, with an issue where its encoding was not certain."""
    if says_nothing(found.text):
        yield refuse("empty", path, "there is no letter and no digit in the file")
        return
    yield capture(raw, path, media, found.encoding, found.text, url), raw
    if found.replaced:
        yield refuse(
            "characters-replaced",
            path,
            f"{found.replaced} characters do not fit the encoding {found.encoding} and stand as U+FFFD; save the file "
            "as UTF-8 to mend them",
        )
    elif found.guessed:
        yield refuse(
            "encoding-guessed", path, f"not UTF-8; read as {found.encoding}. If letters look wrong, save it as UTF-8"
        )


def capture(
    raw: bytes, path: Path, media: Media, encoding: str | None, content: str, url: str | None = None
) -> Capture:
    """The capture of one whole file."""
    return Capture(
        id=make_id("r", raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        path=shown_path(path),
        url=url,
        media=media,
        encoding=encoding,
        content=content,
    )
