"""Report, Reading, Times -> when an event or a figure is told to have happened, and how that is known.

In this order: the time that the reader gave the event; its own clause; its sentence; the event that its sentence goes
on with; the day told before it in the same paragraph; the same event told elsewhere in the report; the scene of the
story. The publication date never silently stands in for a time: where a report tells its news without any day, the day
and the one before are given as inferred.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cached_property

from dateline.model import EventMention, Range, Reading, Report, Span, Time
from dateline.model.kinds import HARM_AND_DAMAGE
from dateline.resolve.times.again import Again
from dateline.resolve.times.apart import stands_apart
from dateline.resolve.times.attachment import (
    is_later,
    time_in_sentence,
)
from dateline.resolve.times.calendar import Stretch, days, read
from dateline.resolve.times.cases import Cases
from dateline.resolve.times.compared import is_measure, words_of_another
from dateline.resolve.times.described import Described
from dateline.resolve.times.earlier import find_earlier
from dateline.resolve.times.inner import clause_behind, time_of_the_inner
from dateline.resolve.times.lasting import is_every_year, is_habit, since
from dateline.resolve.times.layout import SCENE_DAYS, Layout
from dateline.resolve.times.lengths import followed_by, outlasts
from dateline.resolve.times.own import LEAD, OPENING, OwnTimes
from dateline.resolve.times.phrasing import (
    BREAK,
    COUNTED,
    DEFINITE,
    PERFECT,
    PLUPERFECT,
    PRESENT,
    STANDING,
    STATES,
    TAKES_PLACE,
    is_deed,
    is_done,
    is_verb,
)
from dateline.resolve.times.running import BACK, Running
from dateline.resolve.times.saying import time_of_the_saying

NEWS = 2
"""Its title and first sentence tell what is new, whenever that was which it came after."""
BACKGROUND_DAYS = 30
"""What began so many days before the publication is no part of the report's own story."""

_UNITS = re.compile(r"\b(?:day|week|month|year|decade)s?\b", re.IGNORECASE)
_LONG_UNITS = re.compile(r"\b(?:months|years|decades)\b", re.IGNORECASE)
_APART = re.compile(r",\s+(?:which|where)\b|\b(?:in|of|during)\s+which\b|\bsince\b")
"""What parts a count from the event that is told behind it: "nine families live there, which was flooded in 1953"."""
_GENERAL = "told in general, of no day"
_UNTOLD = "no time is told in its sentence or before it, and the event is not told again with one"

When = tuple[str | None, str]


class Narrative:
    """The times of one report, asked for by span."""

    def __init__(
        self,
        report: Report,
        reading: Reading,
        times: Sequence[Time],
        asides: Mapping[int, Span] | None = None,
        elsewhere: Mapping[int, str] | None = None,
    ) -> None:
        """`times`: those of `resolve_times` for the same report. `asides`: for the starts of sentences that go on with
        an event told before them, the trigger of that event. `elsewhere`: by the start of its trigger, the place of
        each event that is no part of the report's story."""
        self._layout = Layout(report, reading, times)
        self._asides = asides or {}
        self._elsewhere = elsewhere or {}
        self._own = OwnTimes(self._layout, self._elsewhere)

    def time_of(self, span: Range | Span) -> When:
        """The EDTF time of what is told at the span, null with the reason when the report does not say."""
        layout = self._layout
        event = layout.event_at.get((span.start, span.end))
        if event is not None and event.time is not None and (own := self._own.of_argument(event)) is not None:
            return since(layout, span, event.sentence, own, event) or (own.value, f"“{own.text}”: {own.why}")
        if event is not None and (described := self._described.time_of(event)) is not None:
            return described
        sentence = layout.sentence_at(span.start)
        open_status = event.status if event is not None and event.status in ("planned", "hypothetical") else None
        told = time_in_sentence(layout, span, sentence, self._own.until(event))
        if told is not None and (told[1] or open_status != "hypothetical"):
            time, in_clause = told
            if (lasting := since(layout, span, sentence, time, event)) is not None:
                return lasting
            return time.value, f"“{time.text}” in its {'clause' if in_clause else 'sentence'}: {time.why}"
        opens = layout.index_of(span.start) < NEWS and not layout.in_caption(span)
        if not opens and (inner := time_of_the_inner(layout, span, sentence)) is not None:
            return None, f"“{inner.text}” is of what it was done for or came after, and its own time is not told"
        if (another := words_of_another(layout, span, sentence)) is not None:
            if (named := self._cases.time_of_named(another)) is None:
                return None, "told of what is only set beside it, and no time is told for that"
            return named.value, f"told of what is set beside it, which is told with “{named.text}”: {named.why}"
        if (spread := self._spread(sentence)) is not None:
            return None, f"“{spread.text}”: {spread.why}"
        if open_status is not None:
            return None, f"{open_status}, and no time is told for it"
        if is_every_year(layout, span, sentence) or (event is not None and is_habit(layout, event)):
            return None, _GENERAL
        if (opener := self._asides.get(sentence.start)) is not None:
            value, why = self.time_of(opener)
            return value, f"its sentence goes on with “{opener.text}”: {why}"
        if event is not None and STANDING.search(layout.text, max(sentence.start, span.start - 40), span.start):
            return None, _GENERAL
        earlier = find_earlier(layout, span, sentence)
        if not (earlier or layout.in_title(span)) and (carried := self._running.day(event, sentence)) is not None:
            taken_up = event is not None and self._running.takes_up(event, carried)
            if event is not None and taken_up and (again := self._again.when(event)) is not None:
                return again
            return _day(carried), f"“{carried.text}”, told before it: {carried.why}"
        if event is None:
            beside = self._beside(span, sentence)
            if not beside:
                return None, "no time is told in its sentence or before it"
            event = min(beside, key=lambda e: abs(e.trigger.start - span.start))
            if event.time is not None and (own := self._own.of_argument(event)) is not None:
                return own.value, f"“{own.text}”, of the event beside it: {own.why}"
            if is_habit(layout, event):
                return None, _GENERAL
        if (again := self._again.when(event, earlier)) is not None:
            return again
        if earlier is not None:
            return None, earlier.why
        if event.trigger.start in self._elsewhere and layout.index_of(event.trigger.start) >= OPENING:
            return None, "it was elsewhere than the report's story, and no time is told for it"
        return self._in_the_scene(event, sentence)

    def _beside(self, span: Range | Span, sentence: Range) -> list[EventMention]:
        """The events of its sentence that what is counted at the span may be part of."""
        layout, counted = self._layout, is_measure(self._layout, span, sentence)
        return [
            e
            for e in layout.events_in(sentence)
            if is_measure(layout, e.trigger, sentence) == counted
            and not _APART.search(layout.text, span.end, max(span.end, e.trigger.start))
        ]

    def time_in_clause(self, span: Range | Span, outer: Range | Span) -> When | None:
        """The time that stands with the span in a relative clause behind the outer: "seized a ship that on Monday took
        on nine tons"; null alone where no such clause gives it one."""
        layout, clause = self._layout, clause_behind(self._layout, outer, span)
        if clause is None:
            return None
        told = time_in_sentence(layout, span, layout.sentence_at(span.start))
        if told is None or not told[1] or told[0].start < clause:
            return None
        return told[0].value, f"“{told[0].text}” in its clause: {told[0].why}"

    def is_background(self, span: Span) -> bool:
        """Whether the sentence of what is told at the span puts it long before the report's own story."""
        layout = self._layout
        sentence = layout.sentence_at(span.start)
        told = time_in_sentence(layout, span, sentence)
        stretch, here = read(told[0].value) if told is not None else None, layout.published
        if stretch is None:
            return any(_LONG_UNITS.search(t.text) for t in layout.times_between(sentence.start, sentence.end))
        if here is None:
            return stretch.grain in ("month", "year")
        return stretch.first < here.first - timedelta(BACKGROUND_DAYS)

    def told_days(self, event: EventMention) -> Stretch | None:
        """The days that the sentence of an event gives it."""
        told = self._own.time(event)
        return read(told.value) if told is not None else None

    def _spread(self, sentence: Range) -> Time | None:
        """A time of the sentence that names days without counting them ("in recent weeks")."""
        found = self._layout.times_between(sentence.start, sentence.end)
        return next((t for t in found if t.granularity == "vague" and _UNITS.search(t.text)), None)

    def _in_the_scene(self, event: EventMention, sentence: Range) -> When:
        """What is told as done, without a time of its own, belongs to the day of the report's story or to the days
        since, as long as its paragraph has not gone back to older times; in the present tense it is so at publication.
        A report without any such day tells its news of the day of publication or the day before: an inference, and
        named as one."""
        layout, at, here = self._layout, event.trigger, self._layout.published
        auxiliary, title = layout.auxiliary(event), layout.in_title(at)
        present = at.text.lower() in STATES or (PRESENT.search(auxiliary) and at.text.endswith("ing"))
        if event.status == "ongoing" and here is not None and present and not title:
            if (spoken := time_of_the_saying(layout, at, sentence)) is not None and not is_later(spoken, here.last):
                return spoken.value, f"told in the present tense: as of its saying, “{spoken.text}”: {spoken.why}"
            return here.edtf, f"told in the present tense: as of the publication, {here.edtf}"
        running = event.status == "ongoing" and (title or (at.text.endswith("ing") and not present))
        if event.status not in ("happened", "negated") and not running:
            return None, f"{event.status}, and no time is told for it"
        said = any(c.start <= at.start < c.end for claim in layout.claims_in(sentence) for c in claim.content)
        earlier = bool(PLUPERFECT.search(auxiliary)) and not said  # "he said they had left" is a plain past
        perfect = bool(PERFECT.search(auxiliary)) and (
            layout.index_of(at.start) >= LEAD or self._is_a_toll_so_far(event, sentence)
        )
        if not title and (earlier or perfect or not is_done(event, auxiliary)):
            return None, _UNTOLD
        if self._goes_back(sentence):
            return None, "its paragraph tells of older times and gives it none"
        if self._is_general(event):
            return None, _GENERAL
        story, until = self._own.story, self._own.until(event)
        if (why := stands_apart(layout, event, story)) is not None:
            return None, why
        if is_deed(event) and story is not None:
            noun = not is_verb(at.text, auxiliary)
            if self._own.deeds is None and self._own.is_of_law:
                return None, f"the day of the report, “{story.text}”, is of an act of law on what was done before"
            if self._own.deeds is None and noun and not title:
                return None, f"the day of the report, “{story.text}”, is of what was said about it"
            story = self._own.deeds or story
        if story is not None and at.start in self._elsewhere:
            story = None
        if story is not None and is_later(story, until):
            return None, "said before the day of the story, and no time of its own is told"
        if outlasts(layout, event, story):
            return None, "told of longer than the days of the story, and no time is told for it"
        if story is not None:
            return self._since_the_scene(event, story)
        if (only := self._only_day(event)) is not None:
            return only
        news = self._own.news
        if here is None or news is None or here.grain != "day":
            return None, "no time is told in the report"
        window = days(news - timedelta(1), news)
        of_a_saying = f", of what was said on {news}," if news < here.first else ""
        return window.edtf, f"inferred: no day is told; the report of {here.edtf}{of_a_saying} tells it as news"

    def _is_a_toll_so_far(self, event: EventMention, sentence: Range) -> bool:
        """Whether it is harm that something has done which goes on: "the floods have killed nine"."""
        beside = self._layout.events_in(sentence)
        return event.kind in HARM_AND_DAMAGE and any(e.kind == "hazard" and e.status == "ongoing" for e in beside)

    def _only_day(self, event: EventMention) -> When | None:
        """The one day that the title or lead gives to events of its kind, in a report of what was long ago."""
        lead = [e for e in self._layout.events_like(event) if self._layout.index_of(e.trigger.start) < LEAD]
        told = [t for e in lead if e.status == "happened" and (t := self._own.time(e)) is not None]
        of_day = {_day(t): t for t in told if t.granularity in ("day", "minute")}
        if event.kind not in TAKES_PLACE or len(of_day) != 1:
            return None
        value, time = next(iter(of_day.items()))
        return value, f"the report dates such events with “{time.text}” alone: {time.why}"

    def _is_general(self, event: EventMention) -> bool:
        """Whether a noun in the plural speaks of no events in particular ("civilian casualties have angered many")."""
        at, text = event.trigger, self._layout.text
        plural = at.text.endswith("s") and not is_verb(at.text, self._layout.auxiliary(event))
        before = text[max(event.sentence.start, at.start - 40) : at.start]
        known = self._layout.in_title(at) or DEFINITE.search(before) or COUNTED.search(before)
        return plural and not known and not self._did_harm(event)

    def _did_harm(self, event: EventMention) -> bool:
        """Does it do, by the verb behind it, harm that is counted: "raids killed nine"?"""
        at, text = event.trigger, self._layout.text
        behind = (e for e in self._layout.events_in(event.sentence) if e.trigger.start > at.end)
        harm = next((e for e in behind if e.kind in HARM_AND_DAMAGE and e.status == "happened"), None)
        if harm is None or BREAK.search(text, at.end, harm.trigger.start) is not None:
            return False
        verb = is_verb(harm.trigger.text, "") and not PERFECT.search(self._layout.auxiliary(harm))
        return verb and any(harm.trigger.end <= f.start < event.sentence.end for f in self._layout.reading.figures)

    def _since_the_scene(self, event: EventMention, scene: Time) -> When:
        """What took place is of the day of the story; what followed it, or was found or done days after, lies between
        that day and the publication."""
        if (followed := followed_by(self._layout, event, scene)) is not None:
            return followed, f"no time of its own; between the day of the story, “{scene.text}”, and the publication"
        return _day(scene), f"no time of its own; the story is of “{scene.text}”: {scene.why}"

    def _goes_back(self, sentence: Range) -> bool:
        """Does the nearest sentence of the paragraph that tells a time tell one before the story's? Where the report
        tells of no day of its own, the lines before it may say so too."""
        layout, story = self._layout, self._own.story
        since = read(story.value) if story is not None else layout.published
        if since is None:
            return False
        limit = since.first - timedelta(SCENE_DAYS)
        for before in (layout.lines_before if story is None else layout.sentences_before)(sentence, BACK):
            times = layout.times_between(before.start, before.end)
            if told := [stretch for t in times if (stretch := read(t.value)) is not None]:
                return any(stretch.first < limit for stretch in told)
        return False

    @cached_property
    def _cases(self) -> Cases:
        return Cases(self._layout, self._own)

    @cached_property
    def _described(self) -> Described:
        return Described(self._layout, self._own)

    @cached_property
    def _again(self) -> Again:
        return Again(self._layout, self._own, self._cases, self._described, self._elsewhere)

    @cached_property
    def _running(self) -> Running:
        return Running(self._layout, self._own, self._elsewhere)


def _day(time: Time) -> str | None:
    """The day of a time: its clock is that of one event alone."""
    stretch = read(time.value)
    return time.value if stretch is None or stretch.grain != "minute" else stretch.first.isoformat()


def time_of(span: Range, report: Report, reading: Reading, times: Sequence[Time]) -> When:
    """`Narrative.time_of` for one span."""
    return Narrative(report, reading, times).time_of(span)
