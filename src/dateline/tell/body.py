"""reports, sentences -> the body of each report: its own text, without what stands around it or was taken back."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Origin, Range, Report, SourceSpan
from dateline.tell.versions import find_versions


def bodies(
    reports: Mapping[str, Report], sentences: Mapping[str, Sequence[Range]], origins: Sequence[Origin]
) -> dict[str, tuple[SourceSpan, ...]]:
    """The sentences of each report's own text, in order: no title, no caption, nothing before its dateline, nothing
    that a later state of the article took back."""
    withdrawn = _withdrawn(reports, origins)
    return {
        report: tuple(_body(reports[report], found, withdrawn.get(report, ())))
        for report, found in sentences.items()
        if report in reports
    }


def _withdrawn(reports: Mapping[str, Report], origins: Sequence[Origin]) -> dict[str, list[Range]]:
    """What a later state of an article no longer says, by report."""
    found: dict[str, list[Range]] = {}
    for version in find_versions(reports.values(), origins):
        if version.ordered:
            found.setdefault(version.older, []).extend(c.a for c in version.changes if c.a is not None)
    return found


def _body(report: Report, sentences: Sequence[Range], withdrawn: Sequence[Range]) -> Iterable[SourceSpan]:
    blocks = [b for b in report.blocks if b.kind == "body"]
    front = len(report.text) / 3
    opening = next((b.end for b in report.blocks if b.kind == "dateline" and b.end < front), 0)
    title = report.title_span
    for one in sentences:
        if any(w.start < one.end and one.start < w.end for w in withdrawn):
            continue
        inside = any(b.start <= one.start < b.end for b in blocks)
        if inside and one.end > opening and not (title and title.start <= one.start < title.end):
            yield SourceSpan(report=report.id, start=one.start, end=one.end)
