"""What a record was made from, as one hash: a rerun that would make the same is skipped."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from dateline.engine.stages import Stage
from dateline.model import Record
from dateline.settings import digest


def fingerprint(stages: Sequence[Stage[..., Any]], *inputs: Record) -> str:
    """Over the stages and their versions, the user's settings and tables, and all that the stages read."""
    seen = hashlib.sha256(f"{versions(stages)} {digest()}".encode())
    for given in inputs:
        raw = msgspec.msgpack.encode(given)
        seen.update(len(raw).to_bytes(8, "big") + raw)
    return seen.hexdigest()[:32]


def versions(stages: Sequence[Stage[..., Any]]) -> str:
    """The stages with their versions, in a word."""
    return " ".join(f"{s.name}={s.version}" for s in stages)


def recipe_of(stages: Sequence[Stage[..., Any]]) -> str:
    """Over everything beside the reports that an account depends on; when it changes, all is looked at again."""
    return hashlib.sha256(f"{versions(stages)} {digest()}".encode()).hexdigest()[:32]
