"""Layout, Time, span -> is the time that of a saying, and what is told at the span a part of what was said?

"Nine burned, the mayor said on Sunday" tells of no Sunday, and neither does "raiders burned nine, the guards said
yesterday": the news of it is of that day, and it was done by then.
"""

import re

from dateline.model import Range, Span, Time
from dateline.resolve.times.compared import lasts_since
from dateline.resolve.times.layout import UNDATED, Layout
from dateline.resolve.times.phrasing import BREAK, TAKES_PLACE

BESIDE_CUE = 60
"""How far the cue of a claim may stand from the time of the saying, in code points."""

SAYS = (
    r"\b(?:said|says|told|announced|added|stated|reported|confirmed|claimed|warned|declared|wrote|tweeted|speaking"
    r"|revealed|disclosed|admitted|acknowledged|statement|interview|insisted|noted|according"
)
_SAYING = re.compile(SAYS + r")\b(?:(?!\bhad\b)[^.;,\"“”]){0,40}$", re.IGNORECASE)
_SAID_ON = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
    r"\b(?:said|says|told\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+|stated|wrote|added|reported|confirmed|announced)"
    r"\s+(?:(?:on|late|early|earlier)\s+){0,2}$"
)
"""What stands right before the day of a saying that ends its clause: "guards said late"."""
_END = re.compile(r"\s*(?:[.,;\"”]|$)")
_THAT = re.compile(r",?\s+that\b")
_BELIEVED = re.compile(r"\b(?:believed|thought|feared|suspected|understood|known|assumed|presumed)\b", re.IGNORECASE)
"""What nobody says on a day: "on Sunday, two were believed dead"."""


def dates_the_saying(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to the verb of saying, and the span to what is said?"""
    if _is_said_on(layout, time, span, sentence):
        return True
    for claim in layout.claims_in(sentence):
        if claim.source is None and claim.cue is not None and _BELIEVED.search(claim.cue.text):
            continue
        said = any(c.start <= span.start < c.end for c in claim.content)
        if said and not any(c.start <= time.start < c.end for c in claim.content):
            return (
                claim.cue is None or min(abs(claim.cue.start - time.start), abs(claim.cue.end - time.end)) < BESIDE_CUE
            )
    if time.start <= span.end and span.start <= time.end:
        return False
    before_time = layout.text[max(sentence.start, time.start - BESIDE_CUE) : time.start]
    before_span = layout.text[max(sentence.start, span.start - 30) : span.start]
    saying = _SAYING.search(before_time)
    if saying is None or _SAYING.search(before_span):
        return False
    cue = max(sentence.start, time.start - BESIDE_CUE) + saying.start()
    return _THAT.match(layout.text, time.end) is not None or not _tells_a_deed(layout, cue, time, sentence)


def time_of_the_saying(layout: Layout, span: Range | Span, sentence: Range) -> Time | None:
    """When what is told at the span was said: "On Monday the mayor wrote that the mill is burning"."""
    for claim in layout.claims_in(sentence):
        if claim.cue is not None and any(c.start <= span.start < c.end for c in claim.content):
            said = layout.sentence_at(claim.cue.start)
            for time in layout.times_between(said.start, said.end):
                outside = not any(c.start <= time.start < c.end for c in claim.content)
                if outside and time.value is not None and _is_beside(layout, time, claim.cue):
                    return time
    told = layout.times_between(span.end, sentence.end)
    return next((t for t in told if t.value is not None and _is_said_on(layout, t, span, sentence)), None)


def _is_said_on(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time follow a verb of saying, behind all that is said: "nine burned, the mayor said on Sunday"?"""
    if time.start < span.end:
        return False
    said = _SAID_ON.search(layout.text, max(span.end, time.start - BESIDE_CUE), time.start)
    return said is not None and _END.match(layout.text, time.end, sentence.end) is not None


def _tells_a_deed(layout: Layout, cue: int, time: Time, sentence: Range) -> bool:
    """Does a deed stand between the cue and the time, which is then its own: "said that the raid of Sunday"?"""
    between = (e for e in layout.events_in(sentence) if cue < e.trigger.start and e.trigger.end <= time.start)
    return any(e.kind in TAKES_PLACE for e in between)


def _is_beside(layout: Layout, time: Time, cue: Span) -> bool:
    """Does the time stand beside the cue? One of a longer unit may be of another clause: "who came last year, said"."""
    if min(abs(cue.start - time.end), abs(time.start - cue.end)) >= BESIDE_CUE:
        return False
    if time.granularity in ("day", "minute"):
        return True
    apart = layout.text[min(cue.end, time.end) : max(cue.start, time.start)]
    return time.granularity not in UNDATED and not lasts_since(time) and BREAK.search(apart) is None
