"""Layout, Time, span -> is the time that of a deed told inside: for which, or after which, the outer one was done?

"Jailed for burning a mill in May" says when the mill burned, and "the girl was taken away after guards shot her on
May 2", in a report of June, says when she was shot: the outer deed came later, and it is not told when.
"""

import re

from dateline.model import Range, Span, Time
from dateline.resolve.times.calendar import read
from dateline.resolve.times.earlier import find_earlier
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.words import PAST_FORMS

_DONE_FOR = re.compile(
    r"\bfor\s+(?:(?:\w+ly|having|not)\s+)*[a-z]+ing\b|\b(?:arising|arose|stemm(?:ing|ed)|stems?)\s+from\b"
)
"""What leads to the deed that another was done for: "jailed for burning", "on charges arising from"."""
_AFTER = re.compile(
    r"\bafter\s+(?:[\w’'.-]+\s+){1,8}?"
    r"(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)"
    rf"(?:\w+ed|was|were|had|says?|{'|'.join(sorted(PAST_FORMS))})\b"
)
"""What leads to a clause on what came first: "after guards shot her"; not "after the failed raid"."""
_RELATIVE = re.compile(r"\b(?:which|who|that|where)\b(?!.*\b(?:which|who|that|where)\b)", re.DOTALL)
_PARTS = re.compile(r"[;:()—–]")


def dates_the_inner(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to a deed told between it and the span: one that it was done for, or, where the day was
    before the report's own story, one that it came after?"""
    text = layout.text
    found = _DONE_FOR.search(text, span.end, max(span.end, time.start))
    if found is not None:
        return find_earlier(layout, span, sentence) is None and any(
            found.start() < e.trigger.start and e.trigger.end <= time.start for e in layout.events_in(sentence)
        )
    return _is_old_day(layout, time) and _AFTER.search(text, span.end, max(span.end, time.start)) is not None


def time_of_the_inner(layout: Layout, span: Range | Span, sentence: Range) -> Time | None:
    """The time behind it that belongs to such a deed."""
    behind = layout.times_between(span.end, sentence.end)
    return next((t for t in behind if t.value is not None and dates_the_inner(layout, t, span, sentence)), None)


def clause_behind(layout: Layout, outer: Range | Span, span: Range | Span) -> int | None:
    """Where the relative clause begins that holds the span, behind what is told before it: "seized a ship that"."""
    found = _RELATIVE.search(layout.text, outer.end, max(outer.end, span.start))
    return None if found is None or _PARTS.search(layout.text, found.end(), span.start) else found.end()


def _is_old_day(layout: Layout, time: Time) -> bool:
    stretch = read(time.value)
    return stretch is not None and stretch.grain in ("day", "minute") and layout.is_over(time)
