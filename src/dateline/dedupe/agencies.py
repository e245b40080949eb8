"""Text -> agencies: which news agencies a passage names, as author or as interviewer."""

import re

from dateline.english.patterns import one_of
from dateline.english.pictures import is_of_picture
from dateline.model import Report
from dateline.tables import agencies

_FORMS = {form: agency.name for agency in reversed(agencies()) for form in agency.forms()}
"""How texts write each agency (case counts: "AP", not "ap"), with its canonical name."""
_NAMED = re.compile(rf"\b(?=[{''.join(sorted({form[0] for form in _FORMS}))}])({one_of(_FORMS)})\b")


def find_agencies(report: Report) -> frozenset[str]:
    """The agencies that a report names, but for those that it names for a picture."""
    captions = [(block.start, block.end) for block in report.blocks if block.kind == "caption"]
    return frozenset(
        _FORMS[m[1]]
        for m in _NAMED.finditer(report.text)
        if not any(start <= m.start() < end for start, end in captions) and not is_of_picture(report.text, *m.span())
    )


_HEARER = re.compile(
    r"\b(?:told|tells|telling|interview (?:with|by)|according to|quoted by)\s+(?:the\s+)?(?:news agency\s+)?$"
)
_REPORTS = re.compile(r"\s+(?:news agency\s+)?(?:reported|reports|quoted|cited|said)\b")
_PUBLIC = re.compile(
    r"\b(?:statement|(?:news|press) (?:conference|release)|briefing|hearing|speech|tweet(?:ed|s)?|posted|wrote)\b", re.I
)
_BEFORE, _EARLIER = 40, 150


def find_hearers(text: str, start: int, end: int) -> frozenset[str]:
    """The agencies that a stretch of text has its words from ("he told AFP by telephone", "Reuters quoted him"); none
    where it, or what stands before it, speaks of a statement, a news conference or the like: that was given to all."""
    if _PUBLIC.search(text, max(0, start - _EARLIER), end):
        return frozenset()
    found = _NAMED.finditer(text, start, min(end, len(text)))
    return frozenset(
        _FORMS[m[1]]
        for m in found
        if _HEARER.search(text, max(0, m.start() - _BEFORE), m.start()) or _REPORTS.match(text, m.end())
    )
