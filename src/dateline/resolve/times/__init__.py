"""Report, Reading -> Time: spans from the reader and the grammar, values over EDTF, anchored with a reason."""

from dateline.resolve.times.narrative import Narrative, time_of
from dateline.resolve.times.resolve import find_times, parse_absolute, resolve_times

__all__ = ["Narrative", "find_times", "parse_absolute", "resolve_times", "time_of"]
