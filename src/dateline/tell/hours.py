"""sentence of a happening -> the hour at which it says that it was."""

import re

from dateline.model import Happening, SourceSpan
from dateline.tell.told import Told

ZONED = re.compile(r"\b(?:GMT|UTC|(?:[ECMP]|BS?|IS?|CE|EE)[SD]?T|Z)\b")
"""The name of a clock, which is seldom that of the place."""


def find_minute(span: SourceSpan, happening: Happening, told: Told) -> str | None:
    """The first minute that a sentence itself gives to its own events of a happening: none by the clock of another
    place, and not when its report was published."""
    own = {e.time for e in told.events_in(span) if e.id in happening.events and e.time and "T" in e.time}
    if not own:
        return None
    published = told.reports[span.report].published.value
    times = told.times_in(told.sentence(span.report, span.start))
    given = (t.value for t in times if t.value in own and t.value != published and not ZONED.search(t.text))
    return min((value.partition("/")[0] for value in given if value is not None), default=None)
