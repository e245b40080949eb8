"""Records as compressed msgpack, and back with a check."""

import zlib
from typing import TypeVar

import msgspec

from dateline.model import Record

R = TypeVar("R", bound=Record)


def pack(record: Record) -> bytes:
    """The record as bytes; equal records give equal bytes."""
    return zlib.compress(msgspec.msgpack.encode(record), 3)


def unpack(blob: bytes, type_: type[R]) -> R:
    """The record in a blob."""
    return msgspec.msgpack.decode(zlib.decompress(blob), type=type_)
