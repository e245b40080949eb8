"""Capture -> Report: the story apart from the page, and true metadata."""

from dateline.clean.classify import classify
from dateline.clean.report import describe, make_report
from dateline.model import Capture, Cleaned

__all__ = ["clean_report"]


def clean_report(capture: Capture) -> Cleaned:
    """The capture as a report with its blocks and metadata."""
    return make_report(capture, capture.content, classify(capture.content), describe(capture.declared))
