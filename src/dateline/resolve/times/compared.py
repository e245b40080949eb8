"""Layout, Time -> does it only name another event, beside which one is set?

"The worst since the ferry sank in May", "referring to Monday's landslide", "it could surpass the flood of 1953": such a
time dates the other event, and nothing that stands before the comparison.
"""

import re
from datetime import timedelta

from dateline.english.comparisons import LIKENED
from dateline.model import EventMention, Range, Span, Time
from dateline.resolve.times.calendar import read
from dateline.resolve.times.layout import Layout

COMPARED = 160
"""How far a comparison may begin before the time that belongs to it, in code points."""
LONG_AGO = timedelta(days=30)
"""What was over so long before the publication is no part of the report's own story."""

_COMPARED = re.compile(
    r"\b(?:(?:worst|biggest|largest|strongest|highest|lowest|longest|greatest|\w{3,}iest|first|second|third|last|only|most)"
    r"\b[^.;:]*?(?P<since>\bsince)"
    rf"|(?:just|even)\s+as|{LIKENED}|referring\s+to|behind(?=\s+(?:the\s+)?$))\b[^.;:,]*$",
    re.IGNORECASE,
)
"""What stands before the time of another event beside which one is set: "the worst since the ferry sank in May"."""
_MEASURED = re.compile(
    r"\b(?:(?:could|may|might|would|will|can|(?:threatens?|likely|set|expected|going|about|enough)\s+to)\s+(?:\w+\s+)?"
    r"(?:eclipse|rival|surpass|exceed|match|equal|dwarf|outstrip)"
    r"|eclips(?:es|ing)|rivall?ing|surpass(?:es|ing)|dwarf(?:s|ing)|outstrip(?:s|ping)"
    r"|(?:worse|more|less|fewer|(?:larg|bigg|great|small|strong|high|heavi|deadli|costli|long|fast)er)\s+than"
    r"\s+(?:in|during|the|that|those|any|what|its|(?-i:[A-Z]))"
    r"|(?:twice|double|triple|half|\w+\s+times)\s+(?:the\s+\w+\s+(?:that|which)|that\s+of|what|as\s+\w+\s+as)"
    rf"|comparisons?\s+(?:to|with|between)|{LIKENED})\b[^.;:,]*$",
    re.IGNORECASE,
)
"""What sets one beside an event of long ago: "it could soon surpass the flood of", "twice the rain that fell in"."""
_LED = re.compile(
    rf"(?:^|[,;]\s+)(?:(?:just\s+)?as\s+(?:in|with|after|during)\b|like\b|{LIKENED})[^.;]*$", re.IGNORECASE
)
"""What a sentence opens with that names another case: "as in the 2009 flood"."""
_BESIDE = re.compile(r"[^,]*,\s+(?!(?:in\s+)?(?:which|who|where|when)\b)|[^,]*,[^,]*,\s")
"""What leads from the other case to what is told of one's own: a comma, and no clause on the other."""
_ITS_OWN = re.compile(r",?\s+(?:(?:in|during|of)\s+which|which|who|when|where)\s+[^.;:—–]*$")
"""What a clause of its own goes on to tell of the other: "unlike the storm of Orm, in which nine drowned"."""


def lasts_since(time: Time) -> bool:
    """Is it the whole time since a day: "since Monday"?"""
    return time.text.lower().startswith("since")


def is_compared(layout: Layout, time: Time, sentence: Range) -> bool:
    """Does the time only name another event, beside which one is set: "referring to the May 3 landslide"?"""
    return compares_from(layout, time, sentence) is not None


def compares_from(layout: Layout, time: Time, sentence: Range) -> int | None:
    """Where the comparison begins that the time belongs to."""
    since = len("since") if lasts_since(time) else 0
    start = max(sentence.start, time.start - COMPARED)
    found = _COMPARED.search(layout.text, start, time.start + since)
    if found is None and is_long_ago(layout, time):
        found = _MEASURED.search(layout.text, start, time.start)
        return None if found is None else found.start()
    return None if found is None else found.start("since") if found["since"] else found.start()


def is_long_ago(layout: Layout, time: Time) -> bool:
    """Was the time over long before the report was published?"""
    stretch, here = read(time.value), layout.published
    return stretch is not None and here is not None and stretch.last < here.first - LONG_AGO


def is_likened(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to another case, with which the sentence opens: "as in the 2009 flood, the mayor left"?"""
    if span.start < time.end or not is_long_ago(layout, time):
        return False
    led = _LED.search(layout.text[sentence.start : time.start])
    return led is not None and _BESIDE.match(layout.text[time.end : span.start]) is not None


def words_of_another(layout: Layout, span: Range | Span, sentence: Range) -> str | None:
    """What is only set beside another, where it is told of that: "unlike the storm, in which nine drowned"."""
    own = _ITS_OWN.search(layout.text, sentence.start, span.start)
    if own is None:
        return None
    found = _MEASURED.search(layout.text, max(sentence.start, own.start() - COMPARED), own.start())
    return found[0] if found is not None else None


def is_measure(layout: Layout, span: Range | Span, sentence: Range) -> bool:
    """Does it only say what another is set beside: "it could rival the flood"?"""
    return _MEASURED.search(layout.text, max(sentence.start, span.start - COMPARED), span.start) is not None


def is_set_beside(layout: Layout, event: EventMention, other: Time) -> bool:
    """Is the event set beside that of another day: "Nine died, in contrast with Monday's landslide"?"""
    for time in layout.times_between(event.trigger.end, event.sentence.end):
        compares = compares_from(layout, time, event.sentence)
        if compares is not None and event.trigger.end <= compares and time.value == other.value:
            return True
    return False
