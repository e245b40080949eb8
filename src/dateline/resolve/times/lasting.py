"""Layout, event -> is it told of many days at once: as a habit, or of all the time since something began?

"The mill has often been raided" and "several mills have burned since the war" are of no single day.
"""

import re

from dateline.model import EventMention, Range, Span, Time
from dateline.resolve.times.calendar import read
from dateline.resolve.times.compared import is_compared
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.phrasing import COUNTED, is_verb

_HABIT = re.compile(
    r"\b(?:regularly|repeatedly|routinely|frequently|often|previously|periodically|sporadically|continually|constantly"
    r"|consistently|(?:several|many|a\s+number\s+of|numerous)\s+times)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"[^.;:]{0,60}?\b(?:in\s+the\s+past\b(?!\s+(?:\w+\s+)?(?:hour|day|week|month|year|decade))|over\s+the\s+years|on\s+(?:several|many"
    r"|numerous|previous)\s+occasions)\b"
)
_EVERY = re.compile(
    r"\b(?:(?:every|each)\s+(?:(?:single|flu|rainy)\s+)?(?:year|month|week|day|season|spring|summer|autumn|winter)"
    r"|annually|in\s+an?\s+(?:normal|typical|average|ordinary)\s+(?:\w+\s+)?(?:year|season|month|week|day))\b(?!\s+since)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[,;:]|\b(?:said|says|that|which|who|when|while|and|but)\b")
_EVER_SINCE = re.compile(r"[^;:]*?\bsince\b[^;:]*")
_PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?(?:been\s+)?[^.;:,]{0,40}$", re.IGNORECASE)


def is_habit(layout: Layout, event: EventMention) -> bool:
    """Is it told to have been done more than once, or since long ago, on no day in particular?"""
    text, at, sentence = layout.text, event.trigger, event.sentence
    before = text[max(sentence.start, at.start - 60) : at.start]
    if _HABIT.search(before) or _PAST.match(text, at.end, sentence.end):
        return True
    return bool(_PERFECT.search(before)) and _EVER_SINCE.match(text, at.end, sentence.end) is not None


def is_every_year(layout: Layout, span: Range | Span, sentence: Range) -> bool:
    """Is it told of every year, in its clause or at the head of its sentence: "in a normal winter nine die"?"""
    text = layout.text
    every = _EVERY.search(text, sentence.start, sentence.end)
    if every is None or every.start() == sentence.start:
        return every is not None
    return _JOINT.search(text, min(span.end, every.end()), max(span.start, every.start())) is None


def since(
    layout: Layout, span: Range | Span, sentence: Range, time: Time, event: EventMention | None
) -> tuple[str, str] | None:
    """All the days since the time, and why, for what was done or counted in them: "nine mills have burned since the war
    broke out in 2011". `event`: that of the span, where it is one."""
    begin, here = read(time.value), layout.published
    start = (time.value or "").split("/")[0]
    if begin is None or here is None or begin.first > here.first:
        return None
    if event is not None and event.status in ("planned", "hypothetical"):
        return None
    if not _EVER_SINCE.fullmatch(layout.text, span.end, max(span.end, time.start)):
        return None
    if is_compared(layout, time, sentence) or not (event is None or _is_done_or_counted(layout, event)):
        return None
    return f"{start}/{here.edtf}", f"since “{time.text}”, up to the publication: {time.why}"


def _is_done_or_counted(layout: Layout, event: EventMention) -> bool:
    """Is it a verb, or a noun of so many: "ninety raids"? "The feud" that one has told of since is one alone."""
    before = layout.text[max(event.sentence.start, event.trigger.start - 40) : event.trigger.start]
    return is_verb(event.trigger.text, layout.auxiliary(event)) or COUNTED.search(before) is not None
