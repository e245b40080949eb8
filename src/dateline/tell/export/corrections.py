"""a corrected export -> Judgements: cells that differ from the account become corrections, never overwrites.

Reads our own JSONL, and the CSV tables of happenings, figures and claims. Rows that are missing from the file are not
rejections; rows that the account does not know and cells that cannot be corrected are issues.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from dateline.errors import InputError
from dateline.model import Account, Issue, Judgement, Ref, make_id
from dateline.model.correction import out_of_order, why_not
from dateline.tell.export.cells import restore, safe
from dateline.tell.export.tables import TABLES
from dateline.tell.export.view import View

CORRECTABLE: dict[str, tuple[str, ...]] = {
    "figures": ("low", "best", "high", "qualifier", "what", "unit", "of", "measure", "time"),
    "claims": ("stance",),
    "happenings": ("grade",),
    "events": ("kind", "status", "time"),
    "places": ("lat", "lon", "country", "admin1", "precision"),
    "times": ("value",),
}
COUNTS = ("low", "best", "high")
LARGEST = 200 * 1024 * 1024
Kind = Literal["figure", "claim", "happening", "event", "place", "time"]
_KIND: dict[str, Kind] = {
    "figures": "figure", "claims": "claim", "happenings": "happening", "events": "event", "places": "place",
    "times": "time",
}  # fmt: skip


class Difference(NamedTuple):
    """One corrected cell."""

    table: str
    id: str
    field: str
    value: Any


class Corrections(NamedTuple):
    """What a file corrects, and what in it could not be taken."""

    judgements: tuple[Judgement, ...]
    issues: tuple[Issue, ...]


def read_corrections(path: Path, account: Account, *, by: str, at: str, why: str = "") -> Corrections:
    """The judgements that turn the account into the file. `at` is ISO 8601 in UTC.

    Raises InputError for a file that is neither our JSONL nor one of our CSV tables."""
    if not path.is_file():
        raise InputError(f"{path}: no such file; give the corrected export")
    if path.stat().st_size > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST // 2**20} MB; split it")
    text = path.read_text("utf-8-sig", errors="strict") if _is_utf8(path) else ""
    if not text.strip():
        raise InputError(f"{path}: empty or not UTF-8 text; save the corrected export as UTF-8")
    issues: list[Issue] = []
    found = (
        _from_jsonl(path, text, account, issues)
        if text.lstrip().startswith("{")
        else _from_csv(path, text, account, issues)
    )
    judgements = []
    for difference in found:
        target = _anchor(account, difference)
        value = json.dumps(difference.value, ensure_ascii=False)
        judgements.append(
            Judgement(
                id=make_id("j", at, by, target.id, difference.field, value),
                at=at,
                by=by,
                why=why or f"corrected in {path.name}",
                verdict="grade" if difference.field == "grade" else "correct",
                target=target,
                field=difference.field,
                value=value,
            )
        )
    return Corrections(tuple(judgements), tuple(issues))


def _is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _from_jsonl(path: Path, text: str, account: Account, issues: list[Issue]) -> Iterator[Difference]:
    decode = msgspec.json.decode
    known = {n: {_key(n, r): decode(msgspec.json.encode(r)) for r in getattr(account, n)} for n in CORRECTABLE}
    for n, line in enumerate(text.rstrip("\n").split("\n"), 1):  # a text may hold other ends of line
        try:
            row = decode(line)
            name, record = row["type"], row["record"]
        except (msgspec.DecodeError, RecursionError, KeyError, TypeError):
            issues.append(_issue(path, n, "line-unreadable", "is no line of a Dateline JSONL export"))
            continue
        if not isinstance(name, str) or name not in CORRECTABLE or not isinstance(record, dict):
            continue
        key = _key(name, record)
        if key not in known[name]:
            issues.append(_issue(path, n, "record-unknown", f"names {name} {key}, which the account does not hold"))
            continue
        own = known[name][key]
        changed = {field: value for field, value in record.items() if field not in own or value != own[field]}
        yield from _taken(_Row(path, n, name, key), changed, issues)


class _Row(NamedTuple):
    """Where a corrected record stands, and which it is."""

    path: Path
    line: int
    table: str
    id: str


def _taken(row: _Row, changed: Mapping[str, Any], issues: list[Issue]) -> Iterator[Difference]:
    """The changes of one record that can be taken."""
    kept = {}
    for field, value in changed.items():
        if field not in CORRECTABLE[row.table]:
            why = f"changes {field!r}, which is derived; not taken"
            issues.append(_issue(row.path, row.line, "cell-not-correctable", why))
        elif expected := why_not(_KIND[row.table], field, value):
            why = f"has {field} {_shown(value)}; expected {expected}"
            issues.append(_issue(row.path, row.line, "cell-unreadable", why))
        else:
            kept[field] = value
    counts = {field: kept[field] for field in COUNTS if field in kept}
    if out_of_order(list(counts.values())):
        told = ", ".join(f"{field} {_shown(n)}" for field, n in counts.items())
        issues.append(_issue(row.path, row.line, "cell-unreadable", f"has {told}; expected them to rise in this order"))
        kept = {field: value for field, value in kept.items() if field not in counts}
    yield from (Difference(row.table, row.id, field, value) for field, value in kept.items())


def _shown(value: Any) -> str:
    """A value in a message, cut where it is long."""
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:80]} …"


def _key(name: str, record: Any) -> str:
    """The id of a record; a place is known by its entity, a time by where it stands."""
    get = record.get if isinstance(record, dict) else lambda field: getattr(record, field)
    if name == "places":
        return str(get("entity"))
    return f"{get('report')}:{get('start')}:{get('end')}" if name == "times" else str(get("id"))


def _from_csv(path: Path, text: str, account: Account, issues: list[Issue]) -> Iterator[Difference]:
    reader = csv.DictReader(io.StringIO(text))
    header = tuple(reader.fieldnames or ())
    name = next((n for n in ("figures", "claims", "happenings") if set(header) == set(TABLES[n].columns)), None)
    if name is None:
        raise InputError(
            f"{path}: its columns are those of no Dateline table; expected an export of figures, claims or happenings "
            f"with its header row unchanged"
        )
    known = {str(r["id"]): r for r in TABLES[name].rows(View(account))}
    for n, row in enumerate(reader, 2):
        own = known.get(row.get("id") or "")
        if own is None:
            issues.append(
                _issue(path, n, "record-unknown", f"has id {row.get('id')!r}, which the account does not hold")
            )
            continue
        now = {column: row.get(column) or "" for column in header}
        changed = {column: _value(column, cell) for column, cell in now.items() if cell != _cell(own.get(column))}
        yield from _taken(_Row(path, n, name, row["id"]), changed, issues)


def _cell(value: Any) -> str:
    return "" if value is None else str(safe(value))


def _value(column: str, now: str) -> Any:
    """What a cell says; digits with commas are a number where one belongs."""
    digits = now.replace(",", "").strip()
    return int(digits) if column in COUNTS and digits.isdecimal() and len(digits) < 30 else restore(now) or None


def _issue(path: Path, line: int, code: str, message: str) -> Issue:
    return Issue(stage="import", code=code, report=str(path), message=f"{path.name}, line {line}: {message}")


def _anchor(account: Account, difference: Difference) -> Ref:
    """The record with the words it was read in, so that the judgement finds it again after a better reading."""
    kind = _KIND[difference.table]
    record: Any = next(r for r in getattr(account, difference.table) if _key(difference.table, r) == difference.id)
    view = View(account)
    place: Sequence[Any] = ()
    if kind == "happening":
        place = [view.events[e] for e in record.events if e in view.events]
        span, report = (place[0].trigger, place[0].report) if place else (None, None)
    elif kind == "claim":
        span, report = record.content[0], record.report
    elif kind == "event":
        span, report = record.trigger, record.report
    elif kind == "place":
        mention = next((m for m in view.entities[record.entity].mentions), None)
        span, report = mention, mention.report if mention else None
    else:
        span, report = record, record.report
    return Ref(
        type=kind,
        id=difference.id,
        report=report,
        start=span.start if span else None,
        end=span.end if span else None,
        text=span.text if span else None,
    )
