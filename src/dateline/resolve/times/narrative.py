"""Report, Reading, Times -> when an event or a figure is told to have happened, and how that is known.

In this order: the time that the reader gave the event; its own clause; its sentence; the sentence before it in the same
paragraph; the same event told elsewhere in the report. The publication date never stands in for a time. A time that
belongs to the saying ("..., a spokesman said on Sunday") does not date what is said.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from dateline.model import ClaimMention, EventMention, Range, Reading, Report, Time

BACK = 3
"""How many sentences of the paragraph may lie between an event and the time that was told last."""
MAX_SENTENCE = 1500
"""Longer "sentences" (tables, lists) date nothing: in code points."""

_BREAK = re.compile(r"[,;:()—–]|\b(?:that|which|who|whom|where|when|while|after|before|as|but|and|since|until)\b")
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|added|stated|reported|confirmed|claimed|warned|declared|wrote|tweeted|speaking|statement"
    r"|interview|insisted|noted|according)\b[^.;,\"“”]{0,40}$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|their)|['’]s|\b\w+days?)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_UNDATED = frozenset({"duration", "set", "vague"})


class Narrative:
    """The times of one report, asked for by span."""

    def __init__(self, report: Report, reading: Reading, times: tuple[Time, ...]) -> None:
        """`times`: those of `resolve_times` for the same report."""
        self.report, self.reading, self.times = report, reading, times
        self._starts = [t.start for t in times]
        self._sentence_starts = [s.start for s in reading.sentences]

    def time_of(self, span: Range) -> tuple[str | None, str]:
        """The EDTF time of what is told at the span, null with the reason when the report does not say."""
        event = self._events.get((span.start, span.end))
        if event is not None and event.time is not None:
            own = [
                t for t in self._between(event.time.start, event.time.end) if t.granularity not in ("duration", "set")
            ]
            if own:
                return own[0].value, f"“{own[0].text}”: {own[0].why}"
        sentence = self._sentence(span.start)
        told = self._in_sentence(span, sentence)
        if told is not None:
            return told
        carried = self._carried(sentence)
        if carried is not None and not self._in_title(span):
            return carried[0].value, f"“{carried[0].text}”, told {carried[1]} before: {carried[0].why}"
        if event is None:
            event = self._event_beside(span, sentence)
            if event is not None and event.time is not None:
                return self.time_of(Range(start=event.trigger.start, end=event.trigger.end))
        return (
            self._told_elsewhere(event) if event is not None else (None, "no time is told in its sentence or before it")
        )

    def _in_sentence(self, span: Range, sentence: Range) -> tuple[str | None, str] | None:
        """The time of its clause or sentence."""
        choice = []
        for time in self._between(sentence.start, sentence.end):
            if time.value is None or time.granularity in _UNDATED or self._dates_the_saying(time, span, sentence):
                continue
            first, last = min(span.end, time.end), max(span.start, time.start)
            apart = self.report.text[first:last]
            breaks = len(_BREAK.findall(apart))
            choice.append((breaks, len(apart), time.start, time))
        if not choice:
            return None
        breaks, _, _, time = min(choice, key=lambda c: c[:3])
        return time.value, f"“{time.text}” in its {'sentence' if breaks else 'clause'}: {time.why}"

    def _dates_the_saying(self, time: Time, span: Range, sentence: Range) -> bool:
        for claim in self._claims_at.get(sentence.start, ()):
            inside = [c for c in claim.content if c.start <= span.start < c.end]
            if inside and not any(c.start <= time.start < c.end for c in claim.content):
                return (
                    claim.cue is None or abs(claim.cue.start - time.start) < 60 or abs(time.end - claim.cue.start) < 30
                )
        if span.start > time.end or span.end < time.start:
            lead = self.report.text[max(sentence.start, time.start - 60) : time.start]
            return bool(_SAYING.search(lead)) and not _SAYING.search(
                self.report.text[max(sentence.start, span.start - 30) : span.start]
            )
        return False

    def _carried(self, sentence: Range) -> tuple[Time, str] | None:
        """The day told last in the paragraph, within reach; a longer unit told in between ends the scene."""
        index = bisect_right(self._sentence_starts, sentence.start) - 1
        for back in range(1, BACK + 1):
            if index - back < 0:
                return None
            before = self.reading.sentences[index - back]
            if (
                "\n" in self.report.text[before.end : sentence.start].strip(" ")
                or before.end - before.start > MAX_SENTENCE
            ):
                return None
            told = [
                t
                for t in self._between(before.start, before.end)
                if t.value is not None and t.granularity not in _UNDATED
            ]
            told = [
                t for t in told if not self._dates_the_saying(t, Range(start=before.start, end=before.start), before)
            ]
            if told:
                last = told[-1]
                return (
                    (last, "in the sentence" if back == 1 else f"{back} sentences")
                    if last.granularity in ("day", "minute")
                    else None
                )
        return None

    def _told_elsewhere(self, event: EventMention) -> tuple[str | None, str]:
        """The time of the same event where the report tells it with one: the same word, or "the attack" for a bombing
        of the same kind; a headline is told by the text below it."""
        text, at = self.report.text, event.trigger
        stem = _stem(at.text)
        title = self._in_title(Range(start=at.start, end=at.end))
        definite = title or bool(_DEFINITE.search(text[max(0, at.start - 40) : at.start]))
        best: tuple[int, int, str, str] | None = None
        for other in self._by_kind[event.kind]:
            if other is event or other.status != event.status:
                continue
            same_word = _stem(other.trigger.text) == stem
            if not (same_word or definite):
                continue
            told = self._own_time(other)
            if told is None:
                continue
            rank = (0 if same_word else 1, other.trigger.start if title else abs(other.trigger.start - at.start))
            if best is None or rank < best[:2]:
                best = (*rank, told, other.trigger.text)
        if best is not None:
            return best[2], f"the same event is told with its time elsewhere in the report: “{best[3]}”"
        return None, "no time is told in its sentence or before it, and the event is not told again with one"

    def _own_time(self, event: EventMention) -> str | None:
        key = (event.trigger.start, event.trigger.end)
        if key not in self._own:
            self._own[key] = None
            if event.time is not None:
                own = [t for t in self._between(event.time.start, event.time.end) if t.granularity not in _UNDATED]
                self._own[key] = own[0].value if own else None
            else:
                told = self._in_sentence(Range(start=key[0], end=key[1]), self._sentence(key[0]))
                self._own[key] = told[0] if told else None
        return self._own[key]

    @cached_property
    def _own(self) -> dict[tuple[int, int], str | None]:
        return {}

    @cached_property
    def _events(self) -> dict[tuple[int, int], EventMention]:
        return {(e.trigger.start, e.trigger.end): e for e in self.reading.events}

    @cached_property
    def _by_kind(self) -> dict[str, list[EventMention]]:
        kinds: dict[str, list[EventMention]] = defaultdict(list)
        for event in self.reading.events:
            kinds[event.kind].append(event)
        return kinds

    @cached_property
    def _by_sentence(self) -> dict[int, list[EventMention]]:
        found: dict[int, list[EventMention]] = defaultdict(list)
        for event in self.reading.events:
            found[self._sentence(event.trigger.start).start].append(event)
        return found

    @cached_property
    def _claims_at(self) -> dict[int, list[ClaimMention]]:
        found: dict[int, list[ClaimMention]] = defaultdict(list)
        for claim in self.reading.claims:
            for content in claim.content:
                found[self._sentence(content.start).start].append(claim)
        return found

    def _event_beside(self, span: Range, sentence: Range) -> EventMention | None:
        return min(
            self._by_sentence.get(sentence.start, ()), key=lambda e: abs(e.trigger.start - span.start), default=None
        )

    def _in_title(self, span: Range) -> bool:
        title = self.report.title_span
        return title is not None and title.start <= span.start < title.end

    def _between(self, start: int, end: int) -> list[Time]:
        first = bisect_right(self._starts, start) - 1
        found = []
        for time in self.times[max(0, first) :]:
            if time.start >= end:
                break
            if time.end > start:
                found.append(time)
        return found

    def _sentence(self, position: int) -> Range:
        index = bisect_right(self._sentence_starts, position) - 1
        if index >= 0 and self.reading.sentences[index].end > position:
            return self.reading.sentences[index]
        start = self.report.text.rfind("\n", 0, position) + 1
        end = self.report.text.find("\n", position)
        return Range(start=start, end=len(self.report.text) if end < 0 else end)


def time_of(span: Range, report: Report, reading: Reading, times: tuple[Time, ...]) -> tuple[str | None, str]:
    """`Narrative.time_of` for one span."""
    return Narrative(report, reading, times).time_of(span)


def _stem(word: str) -> str:
    low = word.lower().split()[0] if word.split() else ""
    for ending in ("ings", "ing", "ers", "er", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low.removesuffix(ending)[:6]
    return low[:6]
