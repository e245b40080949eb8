"""Layout -> is an event of long ago another case than the one that a report is about?

"The flood" of a report on a flood is not "the Orm flood of 1953", nor the last one, nor one that only came up after it:
what is dated so lends its time to none but those that bear its name.
"""

import re
from collections import defaultdict
from functools import cached_property

from dateline.english.calendar import MONTH_STARTS, WEEKDAYS
from dateline.english.patterns import one_of
from dateline.model import EventKind, EventMention, Time
from dateline.resolve.times.calendar import read
from dateline.resolve.times.compared import is_compared, is_long_ago, is_measure
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.own import LEAD, OwnTimes
from dateline.resolve.times.phrasing import stem

NEAR = 2
"""So many sentences behind another case, "the flood" may be that or the report's own."""
BEFORE = 50
"""How far the words of its phrase stand before a trigger, in code points."""
YEAR_DAYS = 366

_WORD_OF_NAME = r"(?!(?:The|An?|This|That|In|On|At|After|Before|And|But)\b)[A-Z][\w’'-]*"
_ANY_NAME = re.compile(_WORD_OF_NAME)
_NAMED_BEFORE = re.compile(rf"((?:{_WORD_OF_NAME}\s+)+)(?:[a-z]+\s+)?$")
_NAMED_BEHIND = re.compile(rf"\s+(?:from|of|at|in|on|off|aboard)\s+(?:the\s+|an?\s+)?((?:{_WORD_OF_NAME}\s?)+)")
_MONTHS = re.compile(one_of((*MONTH_STARTS, *WEEKDAYS)))
_MARKED = re.compile(
    r"\b(?:last(?!\s+(?:\w+['’]s|year|month|week|spring|summer|autumn|winter)\b)|previous|earlier|similar|another|worst"
    r"|biggest|largest|deadliest|most\s+\w+)\s+(?:[\w.-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""What stands before a case that is another by its own words: "the last major flood"."""
_BROUGHT_UP = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


class Cases:
    """The cases of long ago that one report speaks of."""

    def __init__(self, layout: Layout, own: OwnTimes) -> None:
        """Of the report that is laid out, with the times that its sentences give their own events."""
        self._layout, self._own = layout, own

    def may_mean(self, event: EventMention, other: EventMention, told: Time) -> bool:
        """May "the flood" mean the other, which is told with a time: one that says when a single thing was, and, if it
        is long ago, of no other case than the report's own?"""
        stretch = read(told.value)
        if stretch is not None and (stretch.last - stretch.first).days >= YEAR_DAYS:
            return False
        if not is_long_ago(self._layout, told):
            return True
        mine, its = self._names(event), self._names_of_case(other, told)
        if mine and its:
            return not mine.isdisjoint(its)
        return not self._is_another(other, told, its)

    def time_of_named(self, words: str) -> Time | None:
        """The time of the first case of long ago that bears a name in the words."""
        names = frozenset(_ANY_NAME.findall(words))
        for event in self._layout.reading.events if names else ():
            told = self._own.time(event)
            if told is not None and is_long_ago(self._layout, told) and not names.isdisjoint(self._names(event)):
                return told
        return None

    def is_near(self, event: EventMention, other: EventMention) -> bool:
        """Was the other told right before?"""
        index = self._layout.index_of
        return 0 <= index(event.trigger.start) - index(other.trigger.start) <= NEAR

    def _is_another(self, other: EventMention, told: Time, names: frozenset[str]) -> bool:
        """Does it stand apart by its words: compared, marked as another, named as the report's own is not, or brought
        up after the report spoke of its own?"""
        if is_compared(self._layout, told, other.sentence):
            return True
        at = other.trigger
        before = self._layout.text[max(other.sentence.start, at.start - BEFORE) : at.start]
        if _MARKED.search(before) and other.kind in self._lately:
            return True
        rivals = [e for e in self._spoken_of[stem(at.text)] if self._is_rival(e, told)]
        if any(not names.isdisjoint(self._names(e)) for e in rivals):
            return False
        if names:
            return any(self._opens(e) or e.trigger.start < at.start for e in rivals)
        return _BROUGHT_UP.search(before) is not None and any(e.trigger.start < at.start for e in rivals)

    def _is_rival(self, event: EventMention, told: Time) -> bool:
        """Is it told without that time, and not only to set another beside it?"""
        mine = self._own.time(event)
        return (mine is None or mine.value != told.value) and not is_measure(
            self._layout, event.trigger, event.sentence
        )

    def _opens(self, event: EventMention) -> bool:
        return self._layout.in_title(event.trigger) or self._layout.index_of(event.trigger.start) < LEAD

    @cached_property
    def _lately(self) -> frozenset[EventKind]:
        """The kinds of what the report dates, and not long ago."""
        dated = ((e.kind, self._own.time(e)) for e in self._layout.reading.events)
        return frozenset(kind for kind, time in dated if time is not None and not is_long_ago(self._layout, time))

    @cached_property
    def _spoken_of(self) -> defaultdict[str, list[EventMention]]:
        found: defaultdict[str, list[EventMention]] = defaultdict(list)
        for event in self._layout.reading.events:
            found[stem(event.trigger.text)].append(event)
        return found

    def _names_of_case(self, other: EventMention, told: Time) -> frozenset[str]:
        """The names in its sentence of all that has its time."""
        beside = [e for e in self._layout.events_in(other.sentence) if self._own.time(e) is told]
        return frozenset[str]().union(*(self._names(e) for e in (other, *beside)))

    def _names(self, event: EventMention) -> frozenset[str]:
        """The words of names in its phrase: "the Orm flood", "the flood of Orm", "Storm Orm"."""
        text, at = self._layout.text, event.trigger
        before = _NAMED_BEFORE.search(text[max(event.sentence.start, at.start - BEFORE) : at.start])
        behind = _NAMED_BEHIND.match(text, at.end, event.sentence.end)
        own = at.text if " " in at.text and at.start > event.sentence.start else ""
        words = " ".join((own, *(found[1] for found in (before, behind) if found is not None))).split()
        return frozenset(
            w.removesuffix("’s").removesuffix("'s") for w in words if w[0].isupper() and not _MONTHS.match(w)
        )
