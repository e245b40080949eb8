"""JSON and JSON lines -> Capture, in the form of news-please and trafilatura."""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from dateline.intake.refusal import refuse
from dateline.model import Capture, Declared, Issue, make_id

Found = tuple[Capture, bytes] | Issue


class Article(msgspec.Struct, kw_only=True):
    """The fields that are read, under the names that either tool writes; anything else is left alone."""

    title: str | None = None
    text: str | None = None
    maintext: str | None = None
    url: str | None = None
    source: str | None = None
    source_domain: str | None = None
    sitename: str | None = None
    hostname: str | None = None
    date_publish: str | None = None
    date: str | None = None
    date_modify: str | None = None
    authors: list[str] | str | None = None
    author: str | None = None
    language: str | None = None


def read_json(raw: bytes, path: str) -> Iterator[Found]:
    """One article, or a list of them."""
    try:
        parts = [bytes(part) for part in msgspec.json.decode(raw, type=list[msgspec.Raw])]
    except (msgspec.DecodeError, RecursionError):
        yield read_record(raw, path, "")
        return
    found = [read_record(part, path, f"article {number}") for number, part in enumerate(parts, 1)]
    if any(not isinstance(each, Issue) for each in found):
        yield from found
    else:
        yield refuse("not-an-article", path, f"a list of {len(parts)} in which no article has a text")


def read_lines(lines: Iterable[bytes], path: str, limit: int) -> Iterator[Found]:
    """One article a line; a line that is not one is an issue with its number, and the rest is read."""
    blank = True
    for number, line in enumerate(lines, 1):
        record = line.strip()
        if not record:
            continue
        blank = False
        if len(record) > limit:
            yield refuse("too-large", path, f"line {number} is longer than {limit >> 20} MB; left out")
        else:
            yield read_record(record, path, f"line {number}")
    if blank:
        yield refuse(
            "empty",
            path,
            "nothing is in any line; expected an article a line, as JSON with a `text`. Write the file anew",
        )


def read_record(raw: bytes, path: str, where: str) -> Found:
    """The article in one JSON object. Its id hashes the bytes of that object alone."""
    at = f"{where}: " if where else ""
    try:
        article = msgspec.json.decode(raw, type=Article)
    except msgspec.ValidationError as error:
        return refuse("not-an-article", path, f"{at}not an article ({error}); expected title, text or maintext, url, …")
    except (msgspec.DecodeError, RecursionError) as error:
        return refuse("invalid-json", path, f"{at}not valid JSON ({error}); mend it, or leave it out")
    text = article.maintext if article.maintext is not None else article.text
    if not text or not text.strip():
        return refuse("not-an-article", path, f"{at}no text: expected an article with a `text` or `maintext` field")
    listed = article.authors if article.authors is not None else article.author
    byline = [listed] if isinstance(listed, str) else listed or []
    return Capture(
        id=make_id("r", raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        path=path,
        url=article.url or article.source,
        media="json",
        encoding="utf-8",
        content=text,
        declared=Declared(
            title=article.title,
            byline=tuple(name for name in byline if name.strip()),
            outlet=article.sitename or article.source_domain or article.hostname,
            published=article.date_publish or article.date,
            updated=article.date_modify,
            language=article.language,
        ),
    ), raw
