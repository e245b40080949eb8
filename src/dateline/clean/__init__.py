"""Capture -> Report: the story apart from the page, and true metadata."""

import msgspec

from dateline.clean.classify import classify
from dateline.clean.report import describe, make_report
from dateline.model import Capture, Cleaned, Issue

__all__ = ["clean_report"]


def clean_report(capture: Capture) -> Cleaned:
    """The capture as a report with its blocks and metadata; its issues name the file."""
    cleaned = _clean(capture)
    replace, named = msgspec.structs.replace, capture.path or capture.url or capture.id
    return replace(cleaned, issues=tuple(replace(i, message=f"{named}: {i.message}") for i in cleaned.issues))


def _clean(capture: Capture) -> Cleaned:
    declared = describe(capture.declared)
    if capture.media != "html":
        return make_report(capture, capture.content, classify(capture.content, declared.title), declared)
    from dateline.clean.html import classify_page
    from dateline.clean.visible import read_page

    page = read_page(capture.content)
    classified, said = classify_page(page)
    cleaned = make_report(capture, page.text, classified, declared.over(said))
    issues = tuple(
        Issue(stage="clean", code=code, report=capture.id, message=message)
        for unlike, code, message in (
            (page.cut, "page-cut", "the page is longer than is read; its end is left out"),
            (
                not any(map(str.isalnum, page.text)),
                "no-text",
                "the page shows no text; save it anew when it has loaded, or save its text",
            ),
            (
                page.text and not page.whole,
                "page-unparsed",
                "the page is nested too deeply to be parsed; its text is read without its form",
            ),
        )
        if unlike
    )
    return msgspec.structs.replace(cleaned, issues=(*cleaned.issues, *issues))
