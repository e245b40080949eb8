"""reports -> Origin: near-copies, wire credits, publisher families; what counts as one source."""

from dateline.dedupe.copies import compare, sign
from dateline.dedupe.origins import group_origins

__all__ = ["compare", "group_origins", "sign"]
