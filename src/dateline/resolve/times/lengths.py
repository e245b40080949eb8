"""Layout, event -> what a length of time in its sentence says of it.

Who was found "after a four-day search" was not found on the first day of the story, and what was done "for years" was
done on no day of it.
"""

import re
from datetime import timedelta

from dateline.model import EventKind, EventMention, Range, Time
from dateline.resolve.times.calendar import days, read
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.phrasing import TAKES_PLACE

_LENGTH = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)(H))")
_DAYS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0, "H": 1 / 24}
_LONG = re.compile(r"\b(?:months|years|decades|centuries)\b", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:found|discovered|recovered|retrieved|turned\s+up)\s+(?:to\s+be\s+|to\s+have\s+(?:been\s+)?|\w+ly\s+)?$",
    re.IGNORECASE,
)
"""What stands before the state in which somebody was found."""
_CLAUSE = re.compile(r"[;:]|\b(?:who|which|that|where|while|when|after|before|but)\b")
_AND = re.compile(r"\band\s+(?:\w+ly\s+|later\s+|then\s+)?$")
_IMPOSED: frozenset[EventKind] = frozenset({"arrest", "coercion", "sanction"})
"""What is imposed for a length of time to come: "jailed for years"."""


def followed_by(layout: Layout, event: EventMention, scene: Time) -> str | None:
    """The days from that of the story up to the publication, for what did not take place on it, was found, or was done
    when some of them had passed; null for all else."""
    story, here = read(scene.value), layout.published
    if story is None or here is None or here.first <= story.last:
        return None
    passed = timedelta(_days_before(layout, event))
    if not passed and event.kind in TAKES_PLACE and not _is_found(layout, event):
        return None
    return days(story.first + passed if story.first + passed <= here.first else story.first, here.first).edtf


def outlasts(layout: Layout, event: EventMention, story: Time | None) -> bool:
    """Was it done for longer than from the day of the story to the publication, or so long before another deed of its
    sentence: "for years", "was seized and escaped after two years"?"""
    here = layout.published
    first = read(story.value) if story is not None else here
    if here is None or here.grain != "day" or first is None:
        return False
    held = (here.last - first.first).days + 1
    for time in _lengths(layout, event.sentence):
        long = _days(time)
        if (long is None and _LONG.search(time.text) is None) or (long is not None and long <= held):
            continue
        if _is_measured(layout, event, time, numbered=long is not None) or _precedes(layout, event, time):
            return True
    return False


def _days_before(layout: Layout, event: EventMention) -> int:
    """So many days at least had passed when it was done: "was found after a four-day search"; 0 where none are told."""
    return max((int(_days(t) or 0) for t in _lengths(layout, event.sentence) if _ends(layout, event, t)), default=0)


def _is_found(layout: Layout, event: EventMention) -> bool:
    """Is it the state in which somebody was found, whenever it came about: "was found dead"?"""
    return _FOUND.search(layout.text, event.sentence.start, event.trigger.start) is not None


def _lengths(layout: Layout, sentence: Range) -> list[Time]:
    return [t for t in layout.times_between(sentence.start, sentence.end) if t.granularity == "duration"]


def _days(time: Time) -> float | None:
    """How many days it lasts, null where no number is told."""
    found = _LENGTH.match(time.value or "")
    if found is None:
        return None
    return int(found[1] or found[3]) * _DAYS[found[2] or found[4]]


def _after(layout: Layout, sentence: Range, time: Time) -> int | None:
    """Where the phrase begins that counts the length up to what was done "after" it; what is so "even after" it goes
    on."""
    before = layout.text[sentence.start : time.start]
    counts = time.text.lower().startswith("after")
    found = None if counts else _AFTER.search(before)
    if not counts and found is None:
        return None
    at = found.start() if found is not None else len(before)
    return None if before[:at].lower().endswith("even ") else sentence.start + at


def _ends(layout: Layout, event: EventMention, time: Time) -> bool:
    """Is it what was done after the length: the last thing told before the phrase, or the first behind one that opens
    the sentence?"""
    sentence = event.sentence
    start = _after(layout, sentence, time)
    if start is None:
        return False
    told = sorted(e.trigger.start for e in layout.events_in(sentence))
    if start == sentence.start:
        comma = layout.text.find(",", time.end, sentence.end)
        return comma >= 0 and event.trigger.start == next((at for at in told if at > comma), None)
    return event.trigger.start == max((at for at in told if at < start), default=None)


def _is_measured(layout: Layout, event: EventMention, time: Time, *, numbered: bool) -> bool:
    """Does the length say how long it was done: at the head of its sentence, or, as "for years", behind its verb or
    before one in "-ing"?"""
    if not time.text.lower().startswith("for ") or event.kind in _IMPOSED:
        return False
    at, text = event.trigger, layout.text
    if not text[event.sentence.start : time.start].strip(" “\"'"):
        return True
    apart = text[min(at.end, time.end) : max(at.start, time.start)]
    beside = _CLAUSE.search(apart) is None and (at.end <= time.start or at.text.lower().endswith("ing"))
    return beside and not numbered


def _precedes(layout: Layout, event: EventMention, time: Time) -> bool:
    """Was another thing done after the length, which counts from this one: "was seized and escaped after two years"?"""
    start = _after(layout, event.sentence, time)
    behind = [e.trigger for e in layout.events_in(event.sentence) if start is not None and e.trigger.end <= start]
    last = max(behind, key=lambda t: t.start, default=None)
    if last is None or last.start <= event.trigger.end:
        return False
    apart = layout.text[event.trigger.end : last.start]
    return _AND.search(apart) is not None and _CLAUSE.search(apart) is None
