"""figure × main happening -> whether it counts what was at other times: before, over a war, or every year."""

import re

from dateline.model import Figure, Happening
from dateline.model.edtf import bounds
from dateline.tell.told import Told

WEEK = 7
"""Days before a happening beyond which its dead did not die."""

WAR = re.compile(r"(?i)\b(?:war|conflict|uprising|revolt|insurgency|revolution|crisis|violence)s?\b")

LASTING = re.compile(
    r"(?i)\bsince\b|\b(?:has|have) (?:\w+ ){0,2}(?:killed|claimed|left|cost|died|taken)\b|"
    r"\bhave been (?:killed|displaced)\b|\byears?\b|\byear-(?:old|long)\b|\b(?:by now|so far)\b"
)
"""Words of a sentence that counts over a war, and for how long."""

YEARLY = re.compile(
    r"(?i)\b(?:(?:every|each) (?:single )?year|annually|yearly|"
    r"in an? (?:normal|average|typical|ordinary|usual) (?:[\w-]+ )?(?:year|season))\b"
)
"""Words of what comes again and again."""

NEAR = 3
"""Days before the main happening from which a count is of something else."""

PAST = 60
"""Days before the first report that a figure may lie and still belong to the situation."""


def is_of_other_weeks(figure: Figure, main: Happening, told: Told) -> bool:
    """Whether a count belongs to something that was more than a week before the happening."""
    event = told.events.get(figure.event or "")
    days, since = bounds(event.time) if event else None, bounds(main.start)
    return days is not None and since is not None and (since[0] - days[1]).days > WEEK


def is_past(figure: Figure, told: Told) -> bool:
    """Whether a figure counts what was long before the reports."""
    window = told.window
    at = told.sentence(figure.report, figure.start)
    times = [t.value for t in told.times.get(figure.report, ()) if at.start <= t.start < at.end]
    known = [d[0] for value in (figure.time, *times) if (d := bounds(value)) is not None]
    return window is not None and any((window[0] - first).days > PAST for first in known)


def is_of_war(figure: Figure, main: Happening, told: Told) -> bool:
    """Whether a figure counts what a whole war or its years brought, or what was days before."""
    text = told.text(told.sentence(figure.report, figure.start))
    own, since = bounds(figure.time), bounds(main.start)
    earlier = own is not None and since is not None and (since[0] - own[1]).days > NEAR
    return earlier or is_past(figure, told) or (WAR.search(text) is not None and LASTING.search(text) is not None)


def is_yearly(figure: Figure, told: Told) -> bool:
    """Whether a figure counts what every year brings: in a sentence that says so and gives no day."""
    at = told.sentence(figure.report, figure.start)
    again = YEARLY.search(told.text(at)) is not None
    return again and not any(bounds(t.value) for t in told.times_in(at))
