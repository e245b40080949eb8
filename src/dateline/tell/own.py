"""bytes -> whether this program wrote them: no account and no export is ever a report."""

import re

from dateline.tell.export import acled, ftm, hxl, idmc, notes, polecat, ucdp
from dateline.tell.export.tables import TABLES
from dateline.tell.mark import MARK

_COLUMNS = (
    *(table.columns for table in TABLES.values()),
    *(x.COLUMNS for x in (acled, ucdp, polecat, idmc, notes, hxl)),
    ftm.STATEMENT_COLUMNS,
)
_HEADERS = frozenset(mark.join(columns).encode() for columns in _COLUMNS for mark in (",", "\t"))
_STARTS = re.compile(
    rb'\{\s*"schema":\s*"dateline/account/|\{"type":"reports","record":\{|\{"id": "[\w-]+", "properties": \{'
    rb'|\{\s*"title":\s*\{\s*"text":\s*\{\s*"headline":'
)
"""account.json, JSONL, FollowTheMoney, TimelineJS."""
ENDS = 4096
"""Bytes at either end of a file in which the mark stands."""


def is_own(start: bytes, end: bytes = b"") -> bool:
    """Whether a file that starts and ends so is an account or an export."""
    start, mark = start[:ENDS].removeprefix(b"\xef\xbb\xbf"), MARK.encode()
    header = start.partition(b"\n")[0].rstrip(b"\r")
    return header in _HEADERS or _STARTS.match(start) is not None or mark in start or mark in end[-ENDS:]
