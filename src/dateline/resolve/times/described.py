"""Layout, OwnTimes, event -> the time of what only says which people or things are meant.

"The abducted pupils", "a town seized by rebels": in a report whose news is another, they have the time that the report
gives such a deed where it tells it, and not the day of the news.
"""

import re
from functools import cached_property

from dateline.model import EventKind, EventMention, Time
from dateline.resolve.times.attachment import SUFFERED
from dateline.resolve.times.calendar import read
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.own import LEAD, OwnTimes
from dateline.resolve.times.phrasing import is_verb
from dateline.resolve.times.words import NUMBER_WORDS

HELD: frozenset[EventKind] = frozenset({"abduction"})
"""Of these the noun tells of the old deed too, as who was taken may be held for years: "the kidnapping"."""

_PARTICIPLE = re.compile(r"[a-z]+(?:ed|en)|held|shot|hurt", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|be|been|being|get|got|has|have|had)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE_NOUN = re.compile(
    r"(?:\d|\b(?:the|an?|these|those|some|all|many|more|other|former|of|for|with|our|their|its|his|her"
    rf"|{'|'.join(NUMBER_WORDS)}))\s+$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s+#?(?!(?:in|on|at|by|from|to|and|or|but|as|when|while|after|before|last|during|since)\b)\w")
_NAMED = re.compile(r"\b(?:the|th(?:is|at|ese|ose)|its|his|her|their)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_NAMED_DEED = re.compile(r"\b(?i:the|th(?:is|at|ese|ose)|its|his|her|their)\s+(?:mass\s+|[A-Z][\w-]*\s+)?$")
_BY = re.compile(r"\s+by\b", re.IGNORECASE)

When = tuple[str | None, str]


class Described:
    """The deeds of one report that only say which people or things are meant."""

    def __init__(self, layout: Layout, own: OwnTimes) -> None:
        """Of the report that is laid out, with the times that its sentences give their own events."""
        self._layout, self._own = layout, own
        self._known: dict[EventKind, tuple[Time, ...]] = {}

    def time_of(self, event: EventMention) -> When | None:
        """The time of long ago at which such deeds are told, null where there are several; null alone when it is no
        such deed, or where the report does not lead with one of long ago, or tells of a new one."""
        if event.kind not in SUFFERED or event.status != "happened" or not self._describes(event):
            return None
        mine = self._own.time(event)
        old = self._old(event.kind)
        if not old or (mine is not None and self._layout.is_over(mine)):
            return None
        told = min(old, key=_length)
        if all(_meet(told, other) for other in old):
            return told.value, f"only says which are meant; such a thing is told with “{told.text}”: {told.why}"
        return None, "only says which are meant, and it is not told when it was"

    def _old(self, kind: EventKind) -> tuple[Time, ...]:
        """The times of long ago at which the report tells deeds of the kind, none unless its lead tells them so."""
        if kind not in self._known:
            told = [(e, self._own.time(e)) for e in self._told if e.kind == kind]
            old = tuple(t for _, t in told if t is not None and self._layout.is_over(t))
            opens = [t for e, t in told if self._index(e) < LEAD]
            new = not opens or opens[0] not in old or any(t not in old for t in opens if t is not None)
            self._known[kind] = () if new else old
        return self._known[kind]

    @cached_property
    def _told(self) -> list[EventMention]:
        """What the report tells as done, and not only to say which are meant."""
        return [e for e in self._layout.reading.events if e.status == "happened" and not self._describes_alone(e)]

    def _describes_alone(self, event: EventMention) -> bool:
        mine = self._own.time(event)
        return self._describes(event) and (mine is None or not self._layout.is_over(mine))

    def _index(self, event: EventMention) -> int:
        return self._layout.index_of(event.trigger.start)

    def _describes(self, event: EventMention) -> bool:
        """Is it a participle before its noun, or of those to whom it was done "by" somebody, or a deed that is known:
        "the kidnapping"?"""
        at, text = event.trigger, self._layout.text
        before = text[max(event.sentence.start, at.start - 40) : at.start]
        if event.kind in HELD and _is_named(at.text, before):
            return True
        if _PARTICIPLE.fullmatch(at.text) is None or _AUXILIARY.search(before):
            return False
        if _BEFORE_NOUN.search(before) is not None:
            return _NOUN.match(text, at.end) is not None
        return before[-2:-1].isalpha() and _BY.match(text, at.end) is not None


def _is_named(trigger: str, before: str) -> bool:
    """Is it a noun, and known: "the abduction", "the Orm kidnapping"; not "the riders abducting"?"""
    if trigger.lower().endswith("ing"):
        return _NAMED_DEED.search(before) is not None
    return _NAMED.search(before) is not None and not is_verb(trigger, before)


def _length(time: Time) -> int:
    stretch = read(time.value)
    return (stretch.last - stretch.first).days if stretch is not None else 0


def _meet(time: Time, other: Time) -> bool:
    """Can both be of one day?"""
    a, b = read(time.value), read(other.value)
    return a is not None and b is not None and a.first <= b.last and b.first <= a.last
