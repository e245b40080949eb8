"""Layout, sentence -> the day that the sentences before it in its paragraph go on telling of.

A day runs on when it is that of the telling. One that only says which thing is meant ("the crew which arrived on
Sunday"), that dates a start of long ago, or an event at another place, ends with its sentence; a day of mere words
("On Friday the mayor asked") is not that of the blow they are about.
"""

import re
from collections.abc import Mapping
from datetime import date

from dateline.model import EventMention, Range, Time
from dateline.model.kinds import BLOWS
from dateline.resolve.times.attachment import (
    is_later,
    is_of_a_picture,
    is_owner,
    is_stamp,
)
from dateline.resolve.times.calendar import read
from dateline.resolve.times.compared import is_compared
from dateline.resolve.times.embedded import held_from
from dateline.resolve.times.layout import UNDATED, Layout
from dateline.resolve.times.own import OwnTimes
from dateline.resolve.times.phrasing import DEFINITE, PERFECT, TAKES_PLACE, is_deed, is_done, is_of_law, is_verb
from dateline.resolve.times.saying import dates_the_saying

BACK = 3
"""How many sentences of the paragraph may lie between an event and the day that was told last."""
STARTED = 60
"""How far before its day a verb of starting may stand, in code points."""

_STARTED = re.compile(r"\b(?:began|begun|started|erupted|broke\s+out|launched)\b[^.;:]*$", re.IGNORECASE)


class Running:
    """The days of one report that run on. `elsewhere`: by the start of its trigger, the place of each event that is no
    part of the report's story."""

    def __init__(self, layout: Layout, own: OwnTimes, elsewhere: Mapping[int, str]) -> None:
        """Of the report that is laid out, with the times that its sentences give their own events."""
        self._layout, self._own, self._elsewhere = layout, own, elsewhere

    def day(self, event: EventMention | None, sentence: Range) -> Time | None:
        """The day told last in the paragraph, within reach, and rather one of its own than one counted from another
        ("the day before"); a longer unit told in between ends the scene. What "has been done" goes on with no day of
        long ago."""
        layout, until = self._layout, self._own.until(event)
        auxiliary = layout.auxiliary(event) if event is not None else ""
        if event is not None and not is_done(event, auxiliary):
            return None
        for before in layout.sentences_before(sentence, BACK):
            if event is not None and self._is_aside(before, event):
                continue
            told = [t for t in layout.times_between(before.start, before.end) if self._runs_on(t, before, until)]
            if told:
                last = ([t for t in told if t.anchor != "text"] or told)[-1]
                ended = self._is_a_start(last, before) or (self._own.is_old(last) and PERFECT.search(auxiliary))
                return last if last.granularity in ("day", "minute") and not ended else None
        return None

    def takes_up(self, event: EventMention, day: Time) -> bool:
        """Is it "the raid", where the day that runs on is not the story's, and of no raid?"""
        at, layout = event.trigger, self._layout
        if not self._is_named(event) or self._own.is_of_the_story(day):
            return False
        kinds = BLOWS if event.kind in BLOWS and not self._own.is_old(day) else {event.kind}
        told = layout.events_in(layout.sentence_at(day.start))
        definite = DEFINITE.search(layout.text[max(0, at.start - 40) : at.start]) is not None
        return definite and not any(e.kind in kinds for e in told)

    def _runs_on(self, time: Time, sentence: Range, until: date | None) -> bool:
        layout, stretch = self._layout, read(time.value)
        if time.value is None or time.granularity in UNDATED or is_later(time, until):
            return False
        if is_stamp(layout, time) or is_of_a_picture(layout, time) or is_compared(layout, time, sentence):
            return False
        if dates_the_saying(layout, time, Range(start=sentence.start, end=sentence.start), sentence):
            return False
        if stretch is None or stretch.grain not in ("day", "minute") or self._own.is_of_the_story(time):
            return True
        aside = is_owner(layout, time) or held_from(layout.text, sentence.start, time.start) is not None
        return not aside or (self._own.story is None and not self._own.is_old(time))

    def _is_a_start(self, time: Time, sentence: Range) -> bool:
        """Did something begin on that day of long ago, which still goes on?"""
        before = max(sentence.start, time.start - STARTED)
        return self._own.is_old(time) and _STARTED.search(self._layout.text, before, time.start) is not None

    def _is_aside(self, before: Range, event: EventMention) -> bool:
        """Does the sentence tell of another place alone, or, where a blow is spoken of, date no blow, where a deed
        is told, acts of law alone?"""
        told = self._layout.events_in(before)
        if not told:
            return False
        here = self._elsewhere.get(event.trigger.start)
        if all(self._elsewhere.get(e.trigger.start, here) != here for e in told):
            return True
        dated = [e for e in told if self._own.time(e) is not None]
        if dated and is_deed(event) and all(is_of_law(e) for e in dated):
            return True
        return self._is_named(event) and not any(e.kind in TAKES_PLACE and self._own.time(e) for e in told)

    def _is_named(self, event: EventMention) -> bool:
        """Is a blow not told, but spoken of by its noun?"""
        verb = is_verb(event.trigger.text, self._layout.auxiliary(event)) or event.trigger.text.split()[0].endswith(
            "ed"
        )
        return event.kind in TAKES_PLACE and not verb
