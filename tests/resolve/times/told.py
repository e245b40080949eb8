"""A report told in a few sentences, its events and claims named by their words, and the times it gives them."""

import re

from dateline.model import ClaimMention, EventKind, EventMention, Published, Range, Reading, Report, Span, Status
from dateline.resolve.times import resolve_times, time_of

FRIDAY = "2018-03-16"


def span(text: str, words: str, nth: int = 0) -> Span:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return Span(start=start, end=start + len(words), text=words)


class Told:
    """A report with its sentences, and events and claims named by their words."""

    def __init__(self, text: str, published: str | None = FRIDAY, title: bool = False) -> None:
        end = text.index("\n") if title else 0
        self.text = text
        self.report = Report(
            id="r",
            path=None,
            url=None,
            text=text,
            language="en",
            title_span=Range(start=0, end=end) if title else None,
            published=Published(value=published),
        )
        self.sentences = tuple(Range(start=m.start(), end=m.end()) for m in re.finditer(r"[^.\n]+\.?", text))
        self.events: list[EventMention] = []
        self.claims: list[ClaimMention] = []

    def event(self, trigger: str, kind: EventKind = "attack", status: Status = "happened", nth: int = 0) -> "Told":
        at = span(self.text, trigger, nth)
        sentence = next(s for s in self.sentences if s.start <= at.start < s.end)
        self.events.append(EventMention(trigger=at, kind=kind, status=status, sentence=sentence))
        return self

    def claim(self, cue: str, content: str) -> "Told":
        self.claims.append(
            ClaimMention(source=None, cue=span(self.text, cue), content=(span(self.text, content),), kind="indirect")
        )
        return self

    def when(self, trigger: str, nth: int = 0) -> tuple[str | None, str]:
        events = tuple(sorted(self.events, key=lambda e: e.trigger.start))
        reading = Reading(report="r", sentences=self.sentences, events=events, claims=tuple(self.claims))
        times = resolve_times(self.report, reading)
        at = span(self.text, trigger, nth)
        return time_of(Range(start=at.start, end=at.end), self.report, reading, times)
