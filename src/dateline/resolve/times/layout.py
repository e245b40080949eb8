"""Report, Reading, Times -> Layout: what stands where in one report, looked up by place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from itertools import pairwise

from dateline.model import Block, ClaimMention, EventMention, Range, Reading, Report, Span, Time
from dateline.resolve.times.calendar import Stretch, day, read

REACH = 60
"""How many events of a kind, before and after one, are asked whether they are the same."""
SCENE_DAYS = 7
"""A report's own story happened within so many days before its publication; older days are background."""
UNDATED = frozenset({"duration", "set", "vague"})
"""Granularities of times that date nothing."""
LINES = 6
"""Sentences, each on a line of its own, from which on line breaks part sentences and say nothing of paragraphs."""


class Layout:
    """The sentences, times, claims and events of one report."""

    def __init__(self, report: Report, reading: Reading, times: Sequence[Time]) -> None:
        """`times`: those of `resolve_times` for the same report."""
        self.report, self.reading, self.times = report, reading, tuple(times)
        self.text = report.text
        self._time_starts = [t.start for t in self.times]
        self._sentence_starts = [s.start for s in reading.sentences]

    @cached_property
    def published(self) -> Stretch | None:
        """When the report was published, to the day where that is known."""
        published = read(self.report.published.value)
        return day(published.first) if published is not None and published.grain == "minute" else published

    @cached_property
    def event_at(self) -> dict[tuple[int, int], EventMention]:
        """The event by its trigger's span."""
        return {(e.trigger.start, e.trigger.end): e for e in self.reading.events}

    def times_between(self, start: int, end: int) -> list[Time]:
        """The times that touch a stretch of text."""
        first = max(0, bisect_right(self._time_starts, start) - 1)
        after = bisect_left(self._time_starts, end)
        return [t for t in self.times[first:after] if t.end > start]

    def sentence_at(self, position: int) -> Range:
        """The sentence that holds the place; the place alone where the reading has none."""
        index = self.index_of(position)
        if index >= 0 and self.reading.sentences[index].end > position:
            return self.reading.sentences[index]
        return Range(start=position, end=position + 1)

    def index_of(self, position: int) -> int:
        """Which sentence begins at or last before the place."""
        return bisect_right(self._sentence_starts, position) - 1

    def sentences_before(self, sentence: Range, count: int) -> list[Range]:
        """Up to so many sentences before it in its paragraph, the nearest first."""
        index = self.index_of(sentence.start)
        found: list[Range] = []
        after = sentence
        for before in reversed(self.reading.sentences[max(0, index - count) : max(0, index)]):
            if "\n" in self.text[before.end : after.start]:
                break
            found.append(before)
            after = before
        return found

    def lines_before(self, sentence: Range, count: int) -> list[Range]:
        """Those in its paragraph, or up to an empty line where no line of the report holds two sentences."""
        if not self._is_in_lines:
            return self.sentences_before(sentence, count)
        index, found, after = self.index_of(sentence.start), list[Range](), sentence
        for before in reversed(self.reading.sentences[max(0, index - count) : max(0, index)]):
            if self.in_title(before) or self.text.count("\n", before.end, after.start) > 1:
                break
            found.append(before)
            after = before
        return found

    @cached_property
    def _is_in_lines(self) -> bool:
        """Does each line of the report hold one sentence, as where a program has parted them?"""
        sentences = self.reading.sentences
        return len(sentences) >= LINES and all(
            "\n" in self.text[before.end : after.start] for before, after in pairwise(sentences)
        )

    def claims_in(self, sentence: Range) -> Sequence[ClaimMention]:
        """The claims whose content begins in the sentence."""
        return self._claims.get(sentence.start, ())

    def events_in(self, sentence: Range) -> Sequence[EventMention]:
        """The events whose trigger stands in the sentence."""
        return self._events.get(sentence.start, ())

    def events_like(self, event: EventMention) -> list[EventMention]:
        """The other events of its kind, from the nearest part of the text."""
        same = self._kinds[event.kind]
        place = bisect_left(same, event.trigger.start, key=lambda e: e.trigger.start)
        return [e for e in same[max(0, place - REACH) : place + REACH] if e is not event]

    def auxiliary(self, event: EventMention) -> str:
        """The words right before its trigger."""
        return self.text[max(0, event.trigger.start - 25) : event.trigger.start]

    def is_over(self, time: Time) -> bool:
        """Did it end before the report's own story can have begun?"""
        stretch, here = read(time.value), self.published
        return stretch is not None and here is not None and stretch.last < here.first - timedelta(SCENE_DAYS)

    def in_title(self, span: Range | Span) -> bool:
        """Does it stand in the title?"""
        title = self.report.title_span
        return title is not None and title.start <= span.start < title.end

    def in_caption(self, span: Range | Span | Time) -> bool:
        """Does it stand under a picture?"""
        place = bisect_right(self._captions, span.start, key=lambda block: block.start) - 1
        return place >= 0 and span.start < self._captions[place].end

    @cached_property
    def _captions(self) -> list[Block]:
        return sorted((b for b in self.report.blocks if b.kind == "caption"), key=lambda block: block.start)

    @cached_property
    def _claims(self) -> dict[int, list[ClaimMention]]:
        found: dict[int, list[ClaimMention]] = defaultdict(list)
        for claim in self.reading.claims:
            for content in claim.content:
                found[self.sentence_at(content.start).start].append(claim)
        return found

    @cached_property
    def _events(self) -> dict[int, list[EventMention]]:
        found: dict[int, list[EventMention]] = defaultdict(list)
        for event in self.reading.events:
            found[self.sentence_at(event.trigger.start).start].append(event)
        return found

    @cached_property
    def _kinds(self) -> dict[str, list[EventMention]]:
        kinds: dict[str, list[EventMention]] = defaultdict(list)
        for event in self.reading.events:
            kinds[event.kind].append(event)
        return kinds
