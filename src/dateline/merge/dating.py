"""Situation -> Dating: the days that a mention's own words give it, and those that it must do with."""

import re
from bisect import bisect_left
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.model import Event
from dateline.model.edtf import Days, bounds

if TYPE_CHECKING:
    from dateline.merge.situation import Situation

PRONOUN = re.compile(r"(?:He|She|They|His|Her|Their)\b")
"""How a sentence begins that goes on about somebody told of before."""

BEGAN = re.compile(r"(?i)\b(?:since|began|begun|started|erupted|broken? out)\b")
"""What tells of a day that it is the first of many."""

OPENING = 12
"""Characters of a sentence within which a time begins that holds for all of it: “Late in May, …”."""

EARLIER = re.compile(r"(?i)earlier this (year|month)")
NEWS = {"year": timedelta(days=7), "month": timedelta(days=2)}
"""How old at least a thing is that happened “earlier this year”: of yesterday's nobody says so."""

AUXILIARY = re.compile(r"(?i)\b(?:has|have|had|was|were|is|are|will|would)\b")
"""Verbs that begin a predicate."""


class Dating:
    """When the mentions of one story are told to have been."""

    def __init__(self, situation: "Situation") -> None:
        """Nothing looked up yet."""
        self.situation = situation

    @cached_property
    def timed(self) -> dict[tuple[str, Days], list[int]]:
        """Where each report speaks of each stretch of days."""
        found: dict[tuple[str, Days], list[int]] = {}
        for time in self.situation.resolution.times:
            if (days := bounds(time.value)) is not None:
                found.setdefault((time.report, days), []).append(time.start)
        return found

    def is_own(self, event: Event) -> bool:
        """Whether an event's time is its own: its words give it, or a person does."""
        if event.is_corrected("time"):
            return True
        days = bounds(event.time)
        starts = self.timed.get((event.report, days), ()) if days else ()
        return self.situation.stands_with(event, [at for at in starts if not self._follows_another(event, at)])

    def spell(self, event: Event) -> Days | None:
        """The days of an event; up to the news those of what goes on and is told to have begun then."""
        days, news = bounds(event.time), self.situation.published(event.report)
        if (
            days is None
            or news is None
            or event.status != "ongoing"
            or not BEGAN.search(self.situation.sentence(event))
        ):
            return days
        return days[0], max(days[1], news[1])

    def until(self, event: Event) -> date | None:
        """The last day on which something over can have happened: that of the time which opens its sentence (“In May,
        he showed the ruins that the blast left”), or days before the news where it was “earlier this year”."""
        if event.status != "happened":
            return None
        opening = range(event.sentence.start, event.sentence.start + OPENING)
        ends = [days[1] for at, days in self._times[event.report] if at in opening]
        if self.is_own(event):
            sentence = range(event.sentence.start, event.sentence.end)
            ends += [last for at, last in self._earlier.get(event.report, ()) if at in sentence]
        return min(ends, default=None)

    def borrowed(self, event: Event) -> bool:
        """Whether an event's time stands in its sentence, but behind another trigger: then it is that one's."""
        days = bounds(event.time)
        if days is None or self.is_own(event):
            return False
        starts = self.timed.get((event.report, days), ())
        return any(event.sentence.start <= s < event.sentence.end for s in starts)

    def taken_up(self, event: Event) -> Days | None:
        """The days of what a sentence goes on about that opens with a pronoun: “In May a clerk shot two guards. He was
        sentenced to life.” They are those of the sentence before, or of that which it goes on about."""
        sentences = self.situation.readings[event.report].sentences
        text = self.situation.reports[event.report].text
        for at in range(bisect_left(sentences, event.sentence.start, key=lambda s: s.start), 0, -1):
            if not PRONOUN.match(text, sentences[at].start):
                return None
            told = [e for e in self.situation.beside.get((event.report, sentences[at - 1].start), ()) if self.is_own(e)]
            if told:
                return bounds(told[-1].time)
        return None

    def _follows_another(self, event: Event, at: int) -> bool:
        """Whether a time stands with another trigger in the subject of the event's verb (“kidnapped in 2018 were
        freed”): an auxiliary parts the two."""
        between = self.situation.reports[event.report].text[at : event.trigger.start]
        return any(o.trigger.end <= at < event.trigger.start for o in self.situation.others_beside(event)) and bool(
            AUXILIARY.search(between)
        )

    @cached_property
    def _earlier(self) -> dict[str, list[tuple[int, date]]]:
        """Where each report says “earlier this year” or “earlier this month”, and the last day that can mean."""
        found: dict[str, list[tuple[int, date]]] = {}
        for time in self.situation.resolution.times:
            said, days = EARLIER.fullmatch(time.text), bounds(time.value)
            if said is not None and days is not None:
                found.setdefault(time.report, []).append((time.start, days[1] - NEWS[said[1].lower()]))
        return found

    @cached_property
    def _times(self) -> dict[str, list[tuple[int, Days]]]:
        """Each report's stretches of days with where they stand."""
        found: dict[str, list[tuple[int, Days]]] = {r: [] for r in self.situation.reports}
        for (report, days), starts in self.timed.items():
            found[report] += [(at, days) for at in starts]
        return found
