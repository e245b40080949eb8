"""Event -> the time of the same event where its report tells it again, with a time."""

from collections.abc import Mapping
from datetime import date

from dateline.model import EventMention, Time
from dateline.resolve.times.attachment import is_later
from dateline.resolve.times.calendar import read
from dateline.resolve.times.cases import Cases
from dateline.resolve.times.compared import lasts_since
from dateline.resolve.times.described import Described
from dateline.resolve.times.earlier import Earlier
from dateline.resolve.times.layout import Layout
from dateline.resolve.times.own import OwnTimes
from dateline.resolve.times.phrasing import DEFINITE, LATEST, OTHERS, is_plural, is_verb, stem

When = tuple[str | None, str]


class Again:
    """The events of one report that it tells twice."""

    def __init__(
        self, layout: Layout, own: OwnTimes, cases: Cases, described: Described, elsewhere: Mapping[int, str]
    ) -> None:
        """Of the report that is laid out, with the times that its sentences give their own events. `elsewhere`: by the
        start of its trigger, the place of each event that is no part of the report's story."""
        self._layout, self._own, self._cases = layout, own, cases
        self._described, self._elsewhere = described, elsewhere

    def when(self, event: EventMention, earlier: Earlier | None = None) -> When | None:
        """The time of the same event where the report tells it with one: the same word, or "the attack" for a bombing
        of the same kind, rather before than behind, and what is old only right behind it; a headline is told by the
        text below it, and what was elsewhere by what was there."""
        layout, at, place = self._layout, event.trigger, self._elsewhere.get(event.trigger.start)
        title, before = layout.in_title(at), layout.text[max(0, at.start - 40) : at.start]
        until = self._until_act(event, earlier) or self._own.until(event)
        if not title and OTHERS.search(before):
            return None
        noun = not is_verb(at.text, layout.auxiliary(event))
        definite = title or (noun and bool(DEFINITE.search(before)))
        ranked: list[tuple[bool, bool, bool, int, EventMention, Time]] = []
        near: EventMention | None = None
        for other in layout.events_like(event):
            same_word = stem(other.trigger.text) == stem(at.text)
            there = self._elsewhere.get(other.trigger.start)
            if self._described.time_of(other) is not None:
                continue
            if other.status != event.status or there != place or not (place or definite or (same_word and noun)):
                continue
            if event.status == "ongoing" and not same_word:  # "the war" is not the assault in it
                continue
            told = self._own.time(other)
            alike = same_word and definite and not title and is_plural(other.trigger) == is_plural(at)
            if told is None or is_later(told, until) or (event.status == "happened" and lasts_since(told)):
                continue
            lent = alike and not LATEST.search(before)
            if lent and not (place or self._own.is_recent(told) or self._cases.may_mean(event, other, told)):
                near = other if self._cases.is_near(event, other) else near
            elif place or self._own.is_recent(told) or lent:
                aside = not (title or self._own.is_recent(told) or self._cases.is_near(event, other))
                behind = not title and other.trigger.start > at.start
                apart = other.trigger.start if title else abs(other.trigger.start - at.start)
                ranked.append((not same_word, aside, behind, apart, other, told))
        if not ranked and near is not None:
            return None, f"it may be the “{near.trigger.text}” told right before it, or the report's own"
        if not ranked:
            return None
        *_, other, told = min(ranked, key=lambda r: r[:4])
        return told.value, f"the same event, “{other.trigger.text}”, is told with “{told.text}”: {told.why}"

    def _until_act(self, event: EventMention, earlier: Earlier | None) -> date | None:
        """The day of the act for which, or from which, something earlier is told in its sentence."""
        told = self._layout.times_between(event.sentence.start, earlier.at) if earlier is not None else []
        return next((stretch.last for t in told if (stretch := read(t.value)) is not None), None)
