"""Layout, Time, span -> does the time stand in an inset or a clause of its own, which dates nothing outside it?

"Nine raids, the latest on Monday, were told of", "the mayor -- he was robbed last month -- spoke", "guards came after
riders had left the mill on Monday": the raids, the speech and the coming are of other days.
"""

import re
from itertools import pairwise

from dateline.model import Range, Span, Time
from dateline.resolve.times.calendar import read
from dateline.resolve.times.compared import is_long_ago
from dateline.resolve.times.governed import FINITE
from dateline.resolve.times.layout import Layout

CENTURY = 99
"""So many years lie between the first and the last year of a century."""

_ONE_OF_THEM = re.compile(
    r",\s+(?:the|its|their|his|her)\s+(?:most\s+recent|latest|last|first)\b(?:\s+[\w’'-]+){0,3}\s+$", re.IGNORECASE
)
"""What stands before the time of one among those told of: "nine raids, the latest on"."""
_DASH = re.compile(r"\s(?:--?|[–—])\s|(?<=[a-z])—(?=[a-z])")
_MARK = re.compile(r"[(–—]|\s--?\s")
_BRACKETS = re.compile(r"\([^()]*\)")
_CONTRASTED = re.compile(
    r",\s+(?:while|whereas)\b"
    r"|\bafter\b[^.;]*?\b(?:had\s+(?!(?:an?|the|no|to|his|her|its|their)\b)|(?:claimed|alleged|said)\b)"
)
"""What leads from one thing told to another that has its own day: "nine fled, while", "came after he said"."""
_PERFECT = re.compile(r"[,;]\s+(?:(?!(?:which|who|that|where|when|as|since)\b)[\w’'-]+\s+){0,4}(?:has|have)\s[^,;]*$")
"""What goes on up to now and has no day of long ago: "peaked in the 1960s, has"."""
_RISEN = r"\b(?:toll|number|count|tally)\b[^.;]*\b(?:rose|risen|rises|climbed|climbs)\s+(?:to|by|from)\b"
_TOLL_ROSE = re.compile(_RISEN + r"[^.;,]*$", re.IGNORECASE)
"""What stands before the day on which a toll rose: no harm is of that day."""


def is_in_an_inset(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to an inset, or to a clause, in which what is told at the span does not stand?"""
    text, before = layout.text, layout.text[sentence.start : time.start]
    aside = _ONE_OF_THEM.search(before)
    if aside is not None and (span.end <= sentence.start + aside.start() or "," in text[time.end : span.start]):
        return True
    if any(r.start <= time.start < r.end and not r.start <= span.start < r.end for r in _insets(layout, sentence)):
        return True
    if span.end <= time.start:
        return _CONTRASTED.search(text, span.end, time.start) is not None
    if _TOLL_ROSE.search(before) is not None:
        return re.search(r",|\band\b", text[time.end : span.start]) is not None
    return is_long_ago(layout, time) and _PERFECT.search(text, time.end, max(time.end, span.start)) is not None


def _insets(layout: Layout, sentence: Range) -> list[Range]:
    """What stands between two dashes or in brackets and tells something of its own."""
    text = layout.text
    if _MARK.search(text, sentence.start, sentence.end) is None:
        return []
    dashes = [m.start() for m in _DASH.finditer(text, sentence.start, sentence.end)]
    found = [Range(start=a, end=b) for a, b in list(pairwise(dashes))[::2]]
    found += [Range(start=m.start(), end=m.end()) for m in _BRACKETS.finditer(text, sentence.start, sentence.end)]
    told = [e.trigger.start for e in layout.events_in(sentence)] if found else []
    return [r for r in found if any(r.start <= at < r.end for at in told) and FINITE.search(text, r.start, r.end)]


def still_runs(layout: Layout, time: Time) -> bool:
    """Is it the century of the report itself, which says nothing of when a thing was?"""
    stretch, here = read(time.value), layout.published
    if stretch is None or here is None:
        return False
    return stretch.last >= here.last and stretch.last.year - stretch.first.year >= CENTURY
