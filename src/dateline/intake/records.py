"""JSON and JSON lines -> Capture, in the form of news-please and trafilatura."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from dateline.intake.decode import says_nothing, unmarked
from dateline.intake.refusal import refuse
from dateline.model import Capture, Declared, Issue, make_id

Found = tuple[Capture, bytes] | Issue
MILLISECONDS = 10**11
"""A moment counted from 1970 that is larger counts milliseconds."""


def read_json(raw: bytes, path: str, limit: int) -> Iterator[Found]:
    """One article, a list of them, or one a line, whatever the name of the file says."""
    plain = unmarked(raw)
    lines = [line for line in plain.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith(b"{") for line in lines):
        yield from read_lines(lines, path, limit)
        return
    parts = _parts(plain)
    if parts is None:
        yield from read_record(raw, path, "")
        return
    found = [each for number, part in enumerate(parts, 1) for each in read_record(part, path, f"article {number}")]
    if any(not isinstance(each, Issue) for each in found):
        yield from found
    else:
        yield refuse("not-an-article", path, f"a list of {len(parts)} in which no article has a text")


def _parts(plain: bytes) -> list[bytes] | None:
    """The articles of a list; None where it is none, or damaged."""
    try:
        return [bytes(part) for part in msgspec.json.decode(plain, type=list[msgspec.Raw])]
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        found = json.loads(plain, strict=False)
    except (ValueError, RecursionError):
        return None
    return [json.dumps(part).encode() for part in found] if isinstance(found, list) else None


def read_lines(lines: Iterable[bytes | None], path: str, limit: int) -> Iterator[Found]:
    """One article a line; a line that is not one is an issue with its number, and the rest is read. None for a line:
    it has no end."""
    blank = True
    for number, line in enumerate(lines, 1):
        if line is None:
            yield refuse("too-large", path, f"line {number} has no end; it and what may follow are left out")
            return
        record = unmarked(line).strip() if number == 1 else line.strip()
        if not record:
            continue
        blank = False
        if len(record) > limit:
            yield refuse("too-large", path, f"line {number} is longer than {limit >> 20} MB; left out")
        else:
            yield from read_record(record, path, f"line {number}")
    if blank:
        yield refuse(
            "empty",
            path,
            "nothing is in any line; expected an article a line, as JSON with a `text`. Write the file anew",
        )


def read_record(raw: bytes, path: str, where: str) -> Iterator[Found]:
    """The article in one JSON object, and what in it could not be read. Its id hashes the bytes of that object."""
    at = f"{where}: " if where else ""
    try:
        article, damaged = decode(unmarked(raw))
    except (ValueError, RecursionError) as error:
        yield refuse("invalid-json", path, f"{at}not valid JSON ({error}); mend it, or leave it out")
        return
    if not isinstance(article, dict):
        why = f"{at}not an article but a {type(article).__name__}; expected title, text or maintext, url, …"
        yield refuse("not-an-article", path, why)
        return
    text = article.get("maintext") if article.get("maintext") is not None else article.get("text")
    if not isinstance(text, str) or says_nothing(text):
        yield refuse("not-an-article", path, f"{at}no text: expected an article with a `text` or `maintext` field")
        return
    fields = Fields(article)
    yield (
        Capture(
            id=make_id("r", raw),
            sha256=hashlib.sha256(raw).hexdigest(),
            path=path,
            url=fields.words("url", "source"),
            media="json",
            encoding="utf-8",
            content=text,
            declared=Declared(
                title=fields.words("title"),
                byline=fields.names("authors", "author"),
                outlet=fields.words("sitename", "source_domain", "hostname"),
                published=fields.moment("date_publish", "date"),
                updated=fields.moment("date_modify"),
                language=fields.words("language"),
            ),
        ),
        raw,
    )
    for field, value in fields.unread.items():
        yield refuse("field-unread", path, f"{at}`{field}` is {str(value)[:80]!r}, which says nothing; read without it")
    if damaged:
        yield refuse("characters-replaced", path, f"{at}halves of characters stand as U+FFFD; write the file anew")


class Fields:
    """What an article says of itself, under the names that either tool writes, in the forms that occur: a text, a
    number, a list of them, an object with a name. `unread`: the fields from which nothing could be taken."""

    def __init__(self, article: Mapping[str, Any]) -> None:
        """Look at an article's fields; any others are left alone."""
        self._article = article
        self.unread: dict[str, Any] = {}

    def words(self, *fields: str) -> str | None:
        """The first text in the first of the fields that has one."""
        return next((name for field in fields for name in self._texts(field)), None)

    def names(self, *fields: str) -> tuple[str, ...]:
        """All texts in the first of the fields that is there."""
        field = next((f for f in fields if self._article.get(f) is not None), fields[0])
        return tuple(name for name in self._texts(field) if name.strip())

    def moment(self, *fields: str) -> str | None:
        """A date in the first of the fields that has one; a number counts from 1970."""
        for field in fields:
            value = self._article.get(field)
            if isinstance(value, int | float) and not isinstance(value, bool):
                try:
                    return datetime.fromtimestamp(value / 1000 if value > MILLISECONDS else value, UTC).isoformat()
                except (ValueError, OverflowError, OSError):
                    return str(value)
            if words := self.words(field):
                return words
        return None

    def _texts(self, field: str) -> list[str]:
        """The texts of a field."""
        value = self._article.get(field)
        parts = value if isinstance(value, list) else [value]
        named = [part.get("name") if isinstance(part, dict) else part for part in parts]
        texts = [str(x) for x in named if isinstance(x, str | int | float) and not isinstance(x, bool)]
        if not texts and value not in (None, "", [], [None]):
            self.unread[field] = value
        return texts


def decode(raw: bytes) -> tuple[Any, bool]:
    """A JSON value, and whether halves of characters had to be replaced in it. ValueError when it is none."""
    try:
        return msgspec.json.decode(raw), False
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        try:
            found = json.loads(raw, strict=False)
        except ValueError:
            raise error from None
    whole = json.dumps(found, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return json.loads(whole), whole.count("\ufffd") > 0
