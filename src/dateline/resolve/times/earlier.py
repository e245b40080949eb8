"""Layout, span -> the words that put it before the day of its sentence: one is charged with it, or counts from it.

Who is charged on Monday with burning a mill did not burn it on Monday, and the third day since a flood is not the day
of the flood. Neither shares the day of its own sentence, nor that of the story.
"""

import re
from typing import NamedTuple

from dateline.model import EventMention, Range, Span, Time
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.phrasing import DEFINITE, is_verb, stem

_NO_CLAUSE = r"(?:(?!(?:and|but|or|who|which|that|after|before|when|while|since|to)\b)[\w’',-]+\s+)"
"""A word on the way from the legal act to its deed, on which no clause of its own begins."""
_DEED = (
    r"\s+(?:(?!(?:who|which|that|after|before|when|while|since|but|said|to|on|was|were|is|are)\b)[\w’'-]+\s+){0,12}?$"
)
"""The words between a charge and the deed in it: "of aggravated", "for assaulting a guard and"."""
_ACT = r"(?:charg|indict|convict|sentenc|jail|imprison|prosecut|fin|arrest|detain)(?:e[ds]|s|ing)"
_CHARGE = re.compile(
    rf"\b(?:(?:charg|indict|convict|accus)(?:e[ds]|s|ing)\s+{_NO_CLAUSE}{{0,6}}?(?:with|of)"
    r"|(?:(?:charges|counts?|(?:on|a)\s+charge|guilty)\s+of|(?:charges|counts|accounts)\s+including|(?:tried|trial)\s+for)"
    rf"|{_ACT}\s+{_NO_CLAUSE}{{0,14}}?for"
    rf"|on\s+\w+day\s+for(?=\s+(?:\w+ly\s+)?(?-i:[a-z]+ing\b)))(?={_DEED})",
    re.IGNORECASE,
)
"""What stands before a deed: "indicted on charges including", "accused the guards of", "jailed on Monday for"; before a
second deed, "fired on Monday for robbing a rider and"."""
_CHARGED = re.compile(rf"\b(?!arrest|detain){_ACT}\s+{_NO_CLAUSE}{{0,10}}?who\s+(?:had\s+|\w+ly\s+)?$", re.IGNORECASE)
"""What stands before the deed that tells who is charged: "jailed the teenager who"."""
_SANCTIONED = re.compile(
    r"\b(?:(?:was|were|been|be|is|are|being)\s+(?:\w+\s+)?(?:fin|indict|convict|sentenc|jail|imprison|prosecut)ed|sued|suing"
    r"|charges)\b[^.;:]{0,120}?\b(?:following|after|over|stemming\s+from|arising\s+from|relat(?:ed|ing)\s+to"
    rf"|in\s+connection\s+with)(?={_DEED.removesuffix('$')}(?:that\s+)?$)",
    re.IGNORECASE,
)
"""What stands before what led to an act of law: "fined for its neglect following a massive"."""
_ANSWERED = re.compile(r"\bon\s+\w+day\s+for\s+(?:\w+ly\s+)?$")
"""What stands before a deed in "-ing" that is answered on a day: "fired on Monday for"."""
_GERUND = re.compile(r"[a-z]+ing\b")
_COUNTED = re.compile(
    r"\b(?:(?:days?|weeks?|months?)\s+(?:after|since)|the\s+\w+(?:th|st|nd|rd|ond)\s+since)\s+"
    r"(?:(?!(?:and|but|which|who|when|while)\b)[\w.()’'-]+\s+){0,6}$",
    re.IGNORECASE,
)
"""What stands before an event that a day is counted from: "six days after the strong", "the third since the"."""

_RECENT = re.compile(
    r"(?:(?<!most )\b(?:recent|previous)|\b(?:an|the|its|their|his|her)\s+(?:earlier|past))\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before events that were before the day of their sentence: "met on Monday after recent"."""
_COUNT = re.compile(r"\b(?:toll|count|tally)\b")
"""What is counted anew, and was no other event: "an earlier death toll"."""


class Earlier(NamedTuple):
    """What is told before `at` dates the act, or the day that is counted, and not what is earlier."""

    at: int
    why: str


def find_earlier(layout: Layout, span: Range | Span, sentence: Range) -> Earlier | None:
    """The words of its sentence that put what is told at the span before the day of that sentence."""
    event = layout.event_at.get((span.start, span.end))
    if event is None or event.kind != "arrest":
        gerund = _GERUND.match(layout.text, span.start) is not None
        for pattern in (_CHARGE, _CHARGED, _SANCTIONED, *([_ANSWERED] if gerund else [])):
            if (found := pattern.search(layout.text, sentence.start, span.start)) is not None:
                return Earlier(
                    found.end(), "what one is charged with, or answers for, was done before, and no time is told for it"
                )
    noun = event is not None and not (is_verb(event.trigger.text, "") or _COUNT.search(event.trigger.text))
    recent = _RECENT.search(layout.text, max(sentence.start, span.start - 40), span.start) if noun else None
    if recent is not None:
        return Earlier(recent.start(), f"“{recent[0].strip()}”, and no time is told for it")
    named = [e.trigger for e in layout.events_in(sentence) if e.trigger.start < span.start]
    for trigger in (*(t for t in named if _same_word(layout, t, span)), span):
        counted = _COUNTED.search(layout.text, sentence.start, trigger.start)
        if counted is not None and not any(counted.start() < t.start < trigger.start for t in named):
            return Earlier(counted.start(), "a day is counted from it, and it is not told which")
    return None


def is_counted_from(layout: Layout, event: EventMention) -> bool:
    """Is a day of the report counted from what the same noun means: "the third day since the flood"?"""
    before = layout.text[max(event.sentence.start, event.trigger.start - 40) : event.trigger.start]
    if is_verb(event.trigger.text, before) or not DEFINITE.search(before):
        return False
    same = [e for e in layout.events_like(event) if _same_word(layout, e.trigger, event.trigger)]
    return any(_COUNTED.search(layout.text, e.sentence.start, e.trigger.start) for e in same)


def dates_what_followed(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to the act, or to the day counted, before which it was done: "the guard was charged on
    Monday with burning the mill", "On Monday, the third day since the flood"?"""
    earlier = find_earlier(layout, span, sentence)
    if earlier is None:
        return False
    acts = [e.time for e in layout.events_in(sentence) if e.time is not None and e.trigger.end <= earlier.at]
    return time.start < earlier.at or any(t.start < time.end and time.start < t.end for t in acts)


def _same_word(layout: Layout, trigger: Span, span: Range | Span) -> bool:
    return stem(trigger.text) == stem(layout.text[span.start : span.end])
