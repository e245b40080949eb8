"""Layout, event -> the time that the words around it give it, and the day of the report's own story."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from dateline.model import EventMention, Time
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE
from dateline.resolve.times.attachment import (
    dates_another,
    dates_the_reason,
    dates_what_describes,
    is_later,
    is_of_a_picture,
    is_stamp,
    time_in_sentence,
)
from dateline.resolve.times.calendar import read
from dateline.resolve.times.layout import SCENE_DAYS, UNDATED, Layout
from dateline.resolve.times.phrasing import is_deed, is_of_law, is_verb
from dateline.resolve.times.saying import time_of_the_saying

OPENING = 3
"""In its first sentences a report tells its news, and may tell of one story at several places."""
LEAD = 8
"""The day of a report's story stands in its first sentences."""
ZONE_DAYS = 1
"""What is told as done may have been done so many days after the stamp, where the sun rises earlier."""


class OwnTimes:
    """The times of one report's events that their own sentences tell."""

    def __init__(self, layout: Layout, elsewhere: Mapping[int, str]) -> None:
        """Of the report that is laid out. `elsewhere`: by the start of its trigger, the place of each event that is no
        part of the report's story."""
        self._layout, self._elsewhere = layout, elsewhere
        self._known: dict[tuple[int, int], Time | None] = {}

    def time(self, event: EventMention) -> Time | None:
        """The time that the reader gave it, else that of its clause or sentence; null when it has none."""
        key = (event.trigger.start, event.trigger.end)
        if key not in self._known:
            sentence = self._layout.sentence_at(key[0])
            told = time_in_sentence(self._layout, event.trigger, sentence, self.until(event))
            own = self.of_argument(event) or (told[0] if told is not None else None)
            self._known[key] = own if own is not None and own.value is not None else None
        return self._known[key]

    def of_argument(self, event: EventMention) -> Time | None:
        """The time that the reader gave it."""
        if event.time is None:
            return None
        found = self._layout.times_between(event.time.start, event.time.end)
        until = self.until(event)
        own = next((t for t in found if t.granularity not in UNDATED and not is_later(t, until)), None)
        if own is None or dates_the_reason(self._layout, own, event.trigger):
            return None
        where = self._layout, own, event.trigger, event.sentence
        return None if dates_what_describes(*where) or dates_another(*where) else own

    def until(self, event: EventMention | None) -> date | None:
        """The last day on which it can have been, when it is told as done: that of its report, or the one on which it
        was said; null when it may be to come."""
        here = self._layout.published
        if event is None or here is None or event.status in ("planned", "hypothetical"):
            return None
        latest = here.last + timedelta(ZONE_DAYS)
        said = time_of_the_saying(self._layout, event.trigger, event.sentence)
        spoken = read(said.value) if said is not None and event.status != "ongoing" else None
        return spoken.last if spoken is not None and spoken.last < here.first else latest

    @cached_property
    def news(self) -> date | None:
        """The day of its news: that of the first saying in its opening, where it was before the publication."""
        here = self._layout.published
        if here is None:
            return None
        for event in self._layout.reading.events:
            if self._layout.index_of(event.trigger.start) < OPENING:
                said = time_of_the_saying(self._layout, event.trigger, event.sentence)
                if said is not None and self.is_recent(said) and (day := read(said.value)) is not None:
                    return min(day.last, here.first)
        return here.first

    def is_recent(self, time: Time) -> bool:
        """Is the time a day of the report's own story?"""
        stretch, here = read(time.value), self._layout.published
        if stretch is None or stretch.grain not in ("day", "minute"):
            return False
        return here is None or here.first - timedelta(SCENE_DAYS) <= stretch.first <= here.last + timedelta(ZONE_DAYS)

    def is_old(self, time: Time) -> bool:
        """Does the time begin before the report's own story can have?"""
        stretch, here = read(time.value), self._layout.published
        return stretch is not None and here is not None and stretch.first < here.first - timedelta(SCENE_DAYS)

    def is_of_the_story(self, time: Time) -> bool:
        """Is it the day of the report's own story?"""
        mine, story = read(time.value), read(self.story.value) if self.story is not None else None
        return mine is not None and story is not None and mine.first == story.first

    @cached_property
    def story(self) -> Time | None:
        """The first day that the lead tells of something done, near the publication."""
        return next(iter(self._lead), None)

    @cached_property
    def deeds(self) -> Time | None:
        """The first day of the lead that is not of words or acts of law alone; in a report whose title tells what was
        done, the story's ("Nine burned, the mayor said on Friday")."""
        of_deeds = next((t for t in self._lead if any(is_deed(e) for e in self._dated(t))), None)
        return of_deeds or (self.story if self._title_tells and not self.is_of_law else None)

    @cached_property
    def is_of_law(self) -> bool:
        """Does the lead tell the day of an act of law?"""
        return any(is_of_law(e) for time in self._lead for e in self._dated(time))

    @cached_property
    def _title_tells(self) -> bool:
        told = (
            e
            for e in self._layout.reading.events
            if self._layout.in_title(e.trigger) and e.kind in BLOWS | HARM_AND_DAMAGE
        )
        return any(e.status == "happened" and is_verb(e.trigger.text, self._layout.auxiliary(e)) for e in told)

    @cached_property
    def _lead(self) -> list[Time]:
        """The days that the lead tells of something done."""
        layout, found = self._layout, list[Time]()
        for time in layout.times:
            if layout.index_of(time.start) >= LEAD:
                break
            if time.anchor == "text" or not self.is_recent(time):
                continue
            if not (is_stamp(layout, time) or is_of_a_picture(layout, time)) and self._dated(time):
                found.append(time)
        return found

    def _dated(self, time: Time) -> list[EventMention]:
        """What of the report's story was done at the time."""
        events = self._layout.events_in(self._layout.sentence_at(time.start))
        here = [e for e in events if e.status == "happened" and e.trigger.start not in self._elsewhere]
        return [e for e in here if self.time(e) is time]
