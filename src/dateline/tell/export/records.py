"""Account -> JSONL: every record of the account, one a line, with its type."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dateline.model import Account

LISTS = (
    "reports origins stories entities candidates places times claims figures events happenings series contradictions "
    "timeline brief issues"
).split()


def write_jsonl(path: Path, accounts: Iterable[Account]) -> int:
    """`{"type": "figures", "record": {...}}` a line. Returns how many."""
    encoder = msgspec.json.Encoder()
    n = 0
    with path.open("wb") as out:
        for account in accounts:
            for name in LISTS:
                for record in getattr(account, name):
                    out.write(encoder.encode({"type": name, "record": record}) + b"\n")
                    n += 1
    return n
