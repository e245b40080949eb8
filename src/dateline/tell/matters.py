"""happening × sentence -> whether it is worth an entry: who tells it, when it was, and whether it was at all."""

import re
from collections.abc import Sequence

from dateline.model import FACTS, Event, Happening, SourceSpan
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.model.kinds import HARM
from dateline.tell.aside import is_only_named
from dateline.tell.behind import Behind, narrowed
from dateline.tell.near import BLAME, CLOSE, Nearness
from dateline.tell.said import SOON
from dateline.tell.told import Told

FEW = 3
"""Originals of a story in which one report is enough for a minor matter."""

TO_COME = re.compile(r"(?i)\b(?:(?:was|were|is|are|due|expected|planned|set) to|will|would)(?: \w+)?\s$")
EXPECTED = re.compile(r"(?i)\s(?:was|were|is|are) (?:expected|due|planned|scheduled)\b")
"""Words of what is to come, before a trigger and after it."""

VIEW = re.compile(
    r"(?i)(?:says?|argues?|believes?|contends?|maintains?|calls?|describes?|insists?|fears?|sees?|thinks?|holds?|views?)$"
)
"""Cues of what is said at no time."""

SETTING = re.compile(r"(?i)\b(?:war|conflict|crisis|insurgency)$")
"""What a situation lies in: no entry of its timeline but where it began."""

STRETCH = re.compile(r"(?i)\b(?:the (?:past|last|previous)|past|recent)\b")
"""Words of a stretch of time that ends with the report."""

WEEK, MONTH = 7, 31
"""Days."""

CARRIED, LASTING = 2, 0.6
"""Originals that must tell a happening beyond this many, where no sentence gives its day; for what goes on without an
end, also beyond this share of them."""

NEARER = 0.75
"""How near in its words a minor matter must be to the main happening that one report of many tells."""

MINOR = frozenset({"talks", "support", "demand", "politics", "aid", "deployment", "accusation", "threat", "rejection"})
"""Kinds that need a second report or an explicit day to be worth an entry."""


def is_worth(span: SourceSpan, happening: Happening, days: Days, near: Nearness, behind: Behind) -> bool:
    """Whether what a sentence tells of a happening matters, by those who say it too, of whom one must put it on its
    days. What one report only names, while it tells something else, does not, where it is none that went before."""
    told = near.told
    members = behind.members(span, happening)
    if not any((own := bounds(e.time)) is not None and overlap(own, days) for e in members):
        return False
    lone = not happening.background and len({e.report for e in members}) == 1
    if lone and is_only_named(span, happening, told):
        return False
    return _matters(narrowed(happening, members, told), span, days, near)


def _matters(happening: Happening, span: SourceSpan, days: Days, near: Nearness) -> bool:
    """Whether two reports tell it, or one with a day of its own; a day that no sentence gives needs more. What did not
    happen matters only when several say so, what is planned when its day is still to come. `About 2014`, `over the past
    year` and the very year of the reports are no entry's day."""
    told, events = near.told, [near.told.events[e] for e in happening.events]
    planned = happening.status == "planned" or all(is_planned(e, told) for e in events)
    if 2 * sum(map(told.labels, events)) > len(events):
        return False
    if happening.status in ("negated", "hypothetical"):
        return happening.support.origins > 1
    if planned and not any(_is_to_come(e, days, told) for e in events):
        return happening.support.origins > 1
    own = any(told.dated(e) and (day := bounds(e.time)) is not None and overlap(day, days) for e in events)
    if not own and any(_is_of_any_week(e, days, told) for e in events):
        return False
    if not happening.background and all(SETTING.search(e.trigger.text) for e in events):
        return False
    if width(days) > MONTH and ("~" in (happening.start or "") or _is_stretch(events, days, told)):
        return False
    if not happening.background and width(days) > 2 * MONTH and happening.start == happening.end:
        return False
    lasting = happening.status == "ongoing" and happening.kind != "accusation"
    if not own and _is_led_with(events, days, told):
        return happening.kind not in MINOR
    if not own and _is_view(happening, told.sentence(span.report, span.start), told):
        return False
    if not own and happening.support.origins <= max(CARRIED, LASTING * lasting * len(told.dossier.origins)):
        return _is_reaction(happening, span, days, near)
    if happening.support.reports > 1:
        return happening.kind not in HARM or happening.support.origins > 1
    if happening.kind in MINOR:
        return own and width(days) <= MONTH and (len(told.dossier.origins) <= FEW or near.words(span) > NEARER)
    return own


def _is_of_any_week(event: Event, days: Days, told: Told) -> bool:
    """Whether the day is but that of a weekday which may be of this week or the last."""
    return any(bounds(t.value) == days and told.doubtful(t) for t in told.times_in(told.sentence_of(event)))


def _is_stretch(events: Sequence[Event], days: Days, told: Told) -> bool:
    """Whether the days are but a stretch that ends with the report, `over the past year`, in which it was some time."""
    times = [t for e in events for t in told.times.get(e.report, ()) if e.sentence.start <= t.start < e.sentence.end]
    given = [t for t in times if bounds(t.value) == days]
    return bool(given) and all(STRETCH.search(t.text) for t in given)


def _is_led_with(events: Sequence[Event], days: Days, told: Told) -> bool:
    """Whether one of few originals opens with a happening whose days, given elsewhere, are of one week."""
    return (
        len(told.dossier.origins) <= FEW
        and width(days) <= WEEK
        and any(told.lead(told.sentence_of(e)) == 1.0 and e.status in FACTS for e in events)
    )


def _is_view(happening: Happening, sentence: SourceSpan, told: Told) -> bool:
    """Whether a sentence tells a happening only in what somebody says in general, in the present: a view has no day."""
    events = [e for e in told.events_in(sentence) if e.id in happening.events]
    cues = [told.claims[e.claim].cue if e.claim in told.claims else None for e in events]
    return bool(cues) and all(cue is not None and VIEW.match(cue.text) for cue in cues)


def is_planned(event: Event, told: Told) -> bool:
    """Whether a trigger follows words of what is to come, however the reader took it: `were to leave`."""
    text = told.reports[event.report].text
    before = text[max(event.sentence.start, event.trigger.start - 30) : event.trigger.start]
    after = text[event.trigger.end : event.trigger.end + 30]
    return event.status == "planned" or TO_COME.search(before) is not None or EXPECTED.match(after) is not None


def _is_to_come(event: Event, days: Days, told: Told) -> bool:
    """Whether the day of a plan lies after its report."""
    published = bounds(told.reports[event.report].published.value)
    return published is not None and days[1] > published[0] and told.dated(event)


def _is_reaction(happening: Happening, span: SourceSpan, days: Days, near: Nearness) -> bool:
    """Whether somebody claims, denies, blames or is arrested for the main happening, within days of it."""
    return (
        not happening.background
        and width(days) <= SOON
        and near.words(near.told.sentence(span.report, span.start)) > CLOSE
        and any(need.search(near.told.text(span)) for need in BLAME)
    )
