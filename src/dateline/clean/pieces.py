"""pieces -> blocks: half-open ranges of a report with a kind, and the covering that makes blocks of them."""

from collections.abc import Iterable
from typing import NamedTuple

from dateline.model import Block, BlockKind


class Piece(NamedTuple):
    """A stretch of the report of one kind, without the white space around it."""

    start: int
    end: int
    kind: BlockKind


def cover(pieces: Iterable[Piece], length: int) -> tuple[Block, ...]:
    """Blocks in order that cover `[0, length)`: the space between two pieces goes to the one before it."""
    ordered = sorted(p for p in pieces if p.end > p.start)
    if not length:
        return ()
    if not ordered:
        return (Block(start=0, end=length, kind="other"),)
    starts = [0, *(p.start for p in ordered[1:]), length]
    return tuple(
        Block(start=starts[i], end=starts[i + 1], kind=p.kind)
        for i, p in enumerate(ordered)
        if starts[i] < starts[i + 1]
    )
