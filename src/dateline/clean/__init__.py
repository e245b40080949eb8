"""Capture -> Report: the story apart from the page, and true metadata."""

from dateline.model import Block, Capture, Cleaned, Report


def clean_report(capture: Capture) -> Cleaned:
    """The capture as a report with its blocks and metadata."""
    report = Report(
        id=capture.id,
        path=capture.path,
        url=capture.url,
        text=capture.content,
        language=None,
        blocks=(Block(start=0, end=len(capture.content), kind="body"),) if capture.content else (),
    )
    return Cleaned(report=report)
