"""Capture -> Report: the story apart from the page, and true metadata."""

from dateline.clean.classify import classify
from dateline.clean.credits import find_credits
from dateline.clean.pieces import cover
from dateline.clean.tables import outlet_of_url
from dateline.model import Capture, Cleaned, Published, Range, Report

__all__ = ["clean_report"]


def clean_report(capture: Capture) -> Cleaned:
    """The capture as a report with its blocks and metadata."""
    text = capture.content
    pieces, header, _, _ = classify(text)
    title = header.title
    stamp = header.stamps[0] if header.stamps else None
    report = Report(
        id=capture.id,
        path=capture.path,
        url=capture.url,
        text=text,
        language=None,
        title=title.text if title else capture.declared.title,
        title_span=Range(start=title.start, end=title.end) if title else None,
        byline=(header.byline.text,) if header.byline else capture.declared.byline,
        outlet=header.outlet.text if header.outlet else capture.declared.outlet or outlet_of_url(capture.url),
        agencies=find_credits(text, pieces),
        published=Published(
            value=stamp.value,
            precision="minute" if stamp.minute else "day",
            how="stated",
            start=stamp.start,
            end=stamp.end,
        )
        if stamp
        else Published(),
        blocks=cover(pieces, len(text)),
    )
    return Cleaned(report=report)
