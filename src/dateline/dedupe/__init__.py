"""reports -> Origin: near-copies, wire credits, publisher families; what counts as one source."""

from collections.abc import Sequence

from dateline.model import CopyLink, Origin, Report, Signature, make_id


def sign(report: Report) -> Signature:
    """The keys under which a report is compared with others."""
    return Signature(report=report.id, keys=())


def compare(a: Report, b: Report) -> CopyLink | None:
    """Whether two reports rest on one original; a function of the pair alone, so that order never matters."""
    return None


def group_origins(reports: Sequence[Report], links: Sequence[CopyLink]) -> tuple[Origin, ...]:
    """The origins of reports that the links connect."""
    return tuple(Origin(id=make_id("o", r.id), reports=(r.id,), basis="single") for r in reports)
