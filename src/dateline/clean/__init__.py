"""Capture -> Report: the story apart from the page, and true metadata."""

import msgspec

from dateline.clean.classify import classify
from dateline.clean.report import describe, make_report
from dateline.model import Capture, Cleaned, Issue

__all__ = ["clean_report"]


def clean_report(capture: Capture) -> Cleaned:
    """The capture as a report with its blocks and metadata."""
    declared = describe(capture.declared)
    if capture.media != "html":
        return make_report(capture, capture.content, classify(capture.content, declared.title), declared)
    from dateline.clean.html import classify_page

    text, page, said, cut = classify_page(capture.content)
    cleaned = make_report(capture, text, page, declared.over(said))
    if cut:
        message = "the page is longer than is read; its end is left out"
        cut_issue = Issue(stage="clean", code="page-cut", report=capture.id, message=message)
        return msgspec.structs.replace(cleaned, issues=(*cleaned.issues, cut_issue))
    return cleaned
