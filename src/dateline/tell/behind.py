"""entry's sentence × happening -> who says it too: the members that bear it out, and its grade by them.

A happening may hold more than one sentence of it tells: who is cited beside a sentence must say what it says. So a
member counts whose sentence gives no other day, and shares with it the day, a party, a count or two more words.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dateline.model import Event, Grade, Happening, Role, SourceSpan
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.tell.taken import grade_of
from dateline.tell.told import Told
from dateline.tell.words import MONTHS, WEEKDAYS, stems

WORDS = 2
"""Words of matter, beside the triggers, that two sentences share which say one thing."""

ALIKE = 0.6
"""The share of its words from which one sentence is another again."""

WEEK = 7
"""Days of a time beyond which what shares it need not be one."""

FEW, COMMON = 3, 0.5
"""Of more originals than this, the share that opens with a word which then tells no two of their matters apart."""

COUNTS = 0.5
"""What such a word counts beside another."""

CALENDAR = stems(" ".join((*MONTHS, *WEEKDAYS)))


def borne_out(span: SourceSpan, happening: Happening, main: Happening, told: Told) -> list[Event]:
    """The members of a happening that say what a sentence says of it: those in it, and those that tell the same. Words
    that many originals open with are those of the main happening, and tell little of another."""
    members = [told.events[e] for e in happening.events]
    own = [e for e in told.events_in(span) if e.id in happening.events]
    common = frozenset[str]() if happening.id == main.id else _common(told)
    return [e for e in members if e in own or any(_tells(e, o, common, told) for o in own)]


def narrowed(happening: Happening, members: Sequence[Event], told: Told) -> Happening:
    """A happening as far as some of its members tell it."""
    reports = {e.report for e in members}
    support = replace(
        happening.support, reports=len(reports), origins=len({told.reports[r].origin or r for r in reports})
    )
    return replace(happening, events=tuple(e.id for e in members), support=support)


def _common(told: Told) -> frozenset[str]:
    """The words that most of many originals open with."""
    originals = len(told.dossier.origins)
    return told.opened(COMMON * originals) if originals > FEW else frozenset()


def grade(span: SourceSpan, happening: Happening, members: Iterable[Event], told: Told) -> Grade:
    """The grade of what an entry says: by the members that bear it out, and no better than that of its happening. What
    a person decided of the happening holds for it. What a caption tells bears nothing out."""
    if _is_judged(happening, told):
        return happening.grade
    backing = list(members)
    against = [x for c in happening.conflicts if (x := told.contradictions[c]).kind != "numeric"]
    disputed = {side.id for x in against for side in (x.a, x.b)}
    if any(e.id in disputed or e.claim in disputed for e in backing):
        return "contested"
    own = told.sentence(span.report, span.start)
    known = grade_of(span, [s for e in backing if (s := told.sentence_of(e)) != own and _is_read(e, told)], told)
    return (
        happening.grade if known == "corroborated" and happening.grade in ("single_source", "unattributed") else known
    )


def _is_judged(happening: Happening, told: Told) -> bool:
    """Whether a person gave a happening its grade."""
    undone = {j.value for j in told.dossier.judgements if j.verdict == "undo"}
    graded = [j.target for j in told.dossier.judgements if j.verdict == "grade" and j.id not in undone]
    return any(
        target.id in (happening.id, event)
        or (target.report == told.events[event].report and target.start == told.events[event].trigger.start)
        for target in graded
        for event in happening.events
    )


def _is_read(event: Event, told: Told) -> bool:
    """Whether a member stands in its report's own text or title."""
    titled = told.reports[event.report].title_span
    inside = titled is not None and titled.start <= event.trigger.start < titled.end
    return inside or told.lead(told.sentence_of(event)) > 0


def _tells(event: Event, own: Event, common: frozenset[str], told: Told) -> bool:
    """Whether a mention of a happening says what another says of it."""
    a, b = told.sentence_of(event), told.sentence_of(own)
    days, others = _day(event, told), _day(own, told)
    if days is not None and others is not None:
        if not overlap(days, others):
            return False
        if max(width(days), width(others)) <= WEEK:
            return True
    if _shares_scene(event, own, told) or _shares_party(event, own) or _counts(a, told) & _counts(b, told):
        return True
    words, others_words = stems(told.text(a)), stems(told.text(b))
    shared = (words & others_words) - stems(event.trigger.text) - stems(own.trigger.text) - CALENDAR
    if len(shared - common) + COUNTS * len(shared & common) >= WORDS:
        return True
    return len(words & others_words) > ALIKE * max(len(words), len(others_words))


def _day(event: Event, told: Told) -> Days | None:
    """The days that an event's own sentence gives."""
    return bounds(event.time) if told.dated(event) else None


def _shares_scene(a: Event, b: Event, told: Told) -> bool:
    """Whether two mentions are of one place smaller than a province, and of the same few days."""
    days, others = bounds(a.time), bounds(b.time)
    if a.place != b.place or a.place not in told.points or days is None or others is None:
        return False
    return overlap(days, others) and max(width(days), width(others)) <= WEEK


def _shares_party(a: Event, b: Event) -> bool:
    """Whether two mentions have a named party in common; or, told in one word, what they call one that fills the same
    role."""
    if _named(a) & _named(b):
        return True
    alike = stems(a.trigger.text) & stems(b.trigger.text)
    return bool(alike) and any(_words(x) & _words(y) for x, y in ((a.actor, b.actor), (a.target, b.target)))


def _named(event: Event) -> set[str]:
    return {role.entity for role in (event.actor, event.target) if role is not None and role.entity is not None}


def _words(role: Role | None) -> frozenset[str]:
    return stems(role.text) if role is not None and role.text is not None else frozenset()


def _counts(span: SourceSpan, told: Told) -> set[tuple[int, str]]:
    """What a sentence counts."""
    return {(f.best, f.unit) for f in told.figures_in(span) if f.best is not None}
