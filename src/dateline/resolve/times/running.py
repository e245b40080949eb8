"""Layout, sentence -> the day that the sentences before it in its paragraph go on telling of.

A day runs on when it is that of the telling. One that only says which thing is meant ("the crew which arrived on
Sunday"), that dates a start of long ago, or an event at another place, ends with its sentence; a day of mere words
("On Friday the mayor asked") is not that of the blow they are about.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.model import EventMention, Range, Time
from dateline.resolve.times.attachment import (
    UNDATED,
    dates_the_saying,
    is_compared,
    is_later,
    is_of_a_picture,
    is_owner,
    is_stamp,
)
from dateline.resolve.times.calendar import read
from dateline.resolve.times.embedded import held_from
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.phrasing import TAKES_PLACE

BACK = 3
"""How many sentences of the paragraph may lie between an event and the day that was told last."""
SCENE_DAYS = 7
"""A report's own story happened within so many days before its publication; older days are background."""
STARTED = 60
"""How far before its day a verb of starting may stand, in code points."""

_STARTED = re.compile(r"\b(?:began|begun|started|erupted|broke\s+out|launched)\b[^.;:]*$", re.IGNORECASE)


class Running:
    """The days of one report that run on. `story`: the day of its own story; `elsewhere`: by the start of its trigger,
    the place of each event that is no part of it."""

    def __init__(self, layout: Layout, story: Time | None, elsewhere: Mapping[int, str]) -> None:
        """Of the report that is laid out."""
        self._layout, self._story, self._elsewhere = layout, story, elsewhere

    def day(self, sentence: Range, event: EventMention | None, until: date | None, named: bool) -> Time | None:
        """The day told last in the paragraph, within reach, and rather one of its own than one counted from another
        ("the day before"); a longer unit told in between ends the scene. `until`: the last day on which it can have
        been; `named`: the event is not told but spoken of, by a noun."""
        layout = self._layout
        for before in layout.sentences_before(sentence, BACK):
            if event is not None and self._is_aside(before, event, named):
                continue
            told = [t for t in layout.times_between(before.start, before.end) if self._runs_on(t, before, until)]
            if told:
                last = ([t for t in told if t.anchor != "text"] or told)[-1]
                return last if last.granularity in ("day", "minute") and not self._is_a_start(last, before) else None
        return None

    def _runs_on(self, time: Time, sentence: Range, until: date | None) -> bool:
        layout = self._layout
        if time.value is None or time.granularity in UNDATED or is_later(time, until):
            return False
        if is_stamp(layout, time) or is_of_a_picture(layout, time) or is_compared(layout, time, sentence):
            return False
        if dates_the_saying(layout, time, Range(start=sentence.start, end=sentence.start), sentence):
            return False
        mine, story = read(time.value), read(self._story.value) if self._story is not None else None
        if mine is None or mine.grain not in ("day", "minute") or (story is not None and mine.first == story.first):
            return True
        aside = is_owner(layout, time) or held_from(layout.text, sentence.start, time.start) is not None
        return not aside or (story is None and not self._is_old(time))

    def _is_a_start(self, time: Time, sentence: Range) -> bool:
        """Did something begin on that day of long ago, which still goes on?"""
        before = max(sentence.start, time.start - STARTED)
        return self._is_old(time) and _STARTED.search(self._layout.text, before, time.start) is not None

    def _is_old(self, time: Time) -> bool:
        stretch, here = read(time.value), self._layout.published
        return stretch is not None and here is not None and stretch.first < here.first - timedelta(SCENE_DAYS)

    def _is_aside(self, before: Range, event: EventMention, named: bool) -> bool:
        """Does the sentence tell of another place alone, or, where a blow is spoken of, of no blow?"""
        told = self._layout.events_in(before)
        if not told:
            return False
        here = self._elsewhere.get(event.trigger.start)
        if all(self._elsewhere.get(e.trigger.start, here) != here for e in told):
            return True
        return named and event.kind in TAKES_PLACE and not any(e.kind in TAKES_PLACE for e in told)
