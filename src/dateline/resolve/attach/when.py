"""A span -> when it happened: by its own argument, then what the times say of its clause, sentence and discourse."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Range, Span, Time
from dateline.resolve.entities.page import Page

try:
    from dateline.resolve.times import time_of
except ImportError:

    def time_of(span, report, reading, times):
        inside = [
            t
            for t in times
            if t.value
            and t.granularity not in ("duration", "set")
            and page_sentence(reading, span.start) == page_sentence(reading, t.start)
        ]
        return (inside[0].value, "its sentence") if inside else (None, "none")

    def page_sentence(reading, at):
        return sum(s.start <= at for s in reading.sentences)


@dataclass
class When:
    """The times of one page, for its events and figures."""

    page: Page
    times: Sequence[Time]

    def of(self, at: Span, argument: Span | None) -> tuple[str | None, str]:
        """The EDTF time of an event or figure at a span, and how it was found."""
        if argument is not None:
            for time in self.times:
                if (
                    time.start < argument.end
                    and argument.start < time.end
                    and time.granularity not in ("duration", "set")
                ):
                    if time.value is None:
                        break
                    return time.value, f"“{time.text}”: {time.why}"
        span = Range(start=at.start, end=at.end)
        return time_of(span, self.page.report, self.page.reading, tuple(self.times))
