"""Layout, Time, span -> do the words between them give the time to another?

"On Friday the council asked how the mill had burned" says when it asked, "the raid led the mayor to resign on Sunday"
when he resigned, "a log, released on Monday, tells of the raid" when the log came out.
"""

import re

from dateline.model import Range, Span, Time
from dateline.resolve.times.embedded import held_from
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.phrasing import DEFINITE, TAKES_PLACE, is_verb
from dateline.resolve.times.words import PAST_FORMS

_ASKED = re.compile(
    r"\b(?:how|whether|(?:allegations?|accusations?|suspicions?)\s+(?:that|of)|(?:claims?|alleged|alleging)\s+that"
    r"|(?:show|reveal|prov|demonstrat|suggest|indicat)\w*\s+that|(?:doubts?|fears?|proof|evidence|signs?)\s+that)\b"
)
"""What leads to a thing that is only asked after, put down to somebody, or shown by what the time dates."""
_UTTERED = re.compile(
    r"\b(?:condemn|denounc|discuss|deplor|describ|mourn|comment|accus|blam|call|urg|demand|said|say|told|tell|statement"
    r"|outrage|views?\b|talks\b|report)",
    re.IGNORECASE,
)
_DROVE = re.compile(
    r"\b(?:prompt(?:s|ed|ing)?|lead(?:s|ing)?|led|forc(?:es|ed|ing)|driv(?:es|ing)|drove|spur(?:s|red|ring)|mov(?:es|ed)"
    r"|push(?:es|ed|ing)|provok(?:es|ed|ing)|compel(?:s|led))\s+(?:[\w’'-]+\s+){1,4}?to\s+[a-z]",
)
"""What one did because of an event: "led the mayor to resign"."""
_RELEASED = re.compile(
    r"(?:,\s+released|(?<!were\s)(?<!was\s)\b(?:published|issued|leaked|aired|broadcast|unveiled))\s+(?:on\s+)?$"
)
_UNTIL = re.compile(r"\b(?:until|till)\s+$")
FINITE = re.compile(rf"\b(?:\w+ed|is|are|has|have|will|says|{'|'.join(sorted(PAST_FORMS))})\b")


def is_governed(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time date the question, the saying, the release or the answer, and not what is told at the span?"""
    text = layout.text
    if _RELEASED.search(text, max(sentence.start, time.start - 30), time.start) and not _touches(text, time, span):
        return True
    if time.end <= span.start:
        return bool(_ASKED.search(text, time.end, span.start)) or _is_spoken_of(layout, time, span)
    if _DROVE.search(text, span.end, max(span.end, time.start)):
        return True
    if _UNTIL.search(text, max(span.end, time.start - 10), time.start) and _is_noun(layout, span):
        return True
    held = held_from(text, sentence.start, time.start)
    return held is not None and span.end <= held and FINITE.search(text, span.end, held) is not None


def _touches(text: str, time: Time, span: Range | Span) -> bool:
    """Is it the release itself?"""
    return span.end <= time.start and not text[span.end : time.start].strip().removesuffix("on").strip()


def _is_spoken_of(layout: Layout, time: Time, span: Range | Span) -> bool:
    """Is it "the raid", a noun behind a word of speaking: "On Friday the mayor condemned the raid"?"""
    before = layout.text[max(time.end, span.start - 40) : span.start]
    named = _is_noun(layout, span) and DEFINITE.search(before) is not None
    return named and _UTTERED.search(layout.text, time.end, span.start) is not None


def _is_noun(layout: Layout, span: Range | Span) -> bool:
    """Is it an event that takes place, by its noun?"""
    event = layout.event_at.get((span.start, span.end))
    noun = event is not None and not is_verb(event.trigger.text, layout.auxiliary(event))
    return event is not None and noun and event.kind in TAKES_PLACE
