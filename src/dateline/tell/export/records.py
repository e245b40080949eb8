"""Account -> JSONL: every record of the account, one a line, with its type."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dateline.model import Account, Entity, Record

LISTS = "reports stories times claims figures events happenings series contradictions timeline brief issues".split()
"""What is of one story."""
COMMON = "origins entities candidates places".split()
"""What several stories may have in common: it comes behind them, once."""


def write_jsonl(path: Path, accounts: Iterable[Account]) -> int:
    """`{"type": "figures", "record": {...}}` a line. Returns how many."""
    common: dict[str, dict[str, Record]] = {name: {} for name in COMMON}
    encoder = msgspec.json.Encoder()
    n = 0
    with path.open("wb") as out:

        def write(name: str, records: Iterable[Record]) -> int:
            lines = [encoder.encode({"type": name, "record": record}) + b"\n" for record in records]
            out.writelines(lines)
            return len(lines)

        for account in accounts:
            n += sum(write(name, getattr(account, name)) for name in LISTS)
            for name, met in common.items():
                for record in getattr(account, name):
                    key = _key(record)
                    met[key] = _joined(met[key], record) if key in met else record
        n += sum(write(name, [met[key] for key in sorted(met)]) for name, met in common.items())
    return n


def _key(record: Record) -> str:
    """What makes two records one."""
    return getattr(record, "id", None) or getattr(record, "entity", None) or msgspec.json.encode(record).decode()


def _joined(one: Record, other: Record) -> Record:
    """One record of two; an entity with the mentions of both."""
    if not isinstance(one, Entity) or not isinstance(other, Entity):
        return one
    mentions = sorted({*one.mentions, *other.mentions}, key=lambda m: (m.report, m.start, m.end))
    return msgspec.structs.replace(one, mentions=tuple(mentions))
