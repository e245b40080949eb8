"""entry's sentence × happening -> who says it too: the members that bear it out, and its grade by them.

A happening may hold more than one sentence of it tells: who is cited beside a sentence must say what it says. So a
member counts whose sentence gives no other day, and shares with it the day, a party, a count or two more words.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.model import Event, Grade, Happening, Role, SourceSpan
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.tell.taken import grade_of, may_know
from dateline.tell.told import Told
from dateline.tell.words import stems

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


class Mention(NamedTuple):
    """What is compared of an event: the days that its sentence gives, its own days and place, its parties by name and
    in words, what its sentence counts, the words of that and of its trigger."""

    given: Days | None
    days: Days | None
    place: str | None
    named: frozenset[str]
    actor: frozenset[str]
    target: frozenset[str]
    counts: frozenset[tuple[int, str]]
    words: frozenset[str]
    trigger: frozenset[str]


class Behind:
    """Who says what a sentence says of a happening. What is compared of each event is looked up once."""

    def __init__(self, main: Happening, told: Told) -> None:
        """Words that most of many originals open with are those of the main happening, and tell little of another."""
        self.told, self._main = told, main
        originals = len(told.dossier.origins)
        self._common = told.openings.common(COMMON * originals) if originals > FEW else frozenset[str]()
        self._seen: dict[str, Mention] = {}

    def members(self, span: SourceSpan, happening: Happening) -> list[Event]:
        """The members of a happening that say what a sentence says of it: those in it, and those that tell the same in
        reports that can know it."""
        own = [e.id for e in self.told.events_in(span) if e.id in happening.events]
        common = frozenset[str]() if happening.id == self._main.id else self._common
        shown = [self._mention(e) for e in own]
        others = [e for e in happening.events if e not in own and may_know(self.told.events[e].report, span, self.told)]
        telling = {*own, *(e for e in others if any(_tells(self._mention(e), one, common) for one in shown))}
        return [self.told.events[e] for e in happening.events if e in telling]

    def _mention(self, event: str) -> Mention:
        if event not in self._seen:
            self._seen[event] = _read(self.told.events[event], self.told)
        return self._seen[event]


def _read(event: Event, told: Told) -> Mention:
    sentence = told.sentence_of(event)
    return Mention(
        given=bounds(event.time) if told.dated(event) else None,
        days=bounds(event.time),
        place=event.place if event.place in told.points else None,
        named=frozenset(r.entity for r in (event.actor, event.target) if r is not None and r.entity is not None),
        actor=_words(event.actor),
        target=_words(event.target),
        counts=frozenset((f.best, f.unit) for f in told.figures_in(sentence) if f.best is not None),
        words=stems(told.text(sentence)),
        trigger=stems(event.trigger.text),
    )


def _words(role: Role | None) -> frozenset[str]:
    return stems(role.text) if role is not None and role.text is not None else frozenset()


def _tells(a: Mention, b: Mention, common: frozenset[str]) -> bool:
    """Whether a mention of a happening says what another says of it: no other day; and that day, the scene, a party, a
    count, or words."""
    if a.given is not None and b.given is not None:
        if not overlap(a.given, b.given):
            return False
        if max(width(a.given), width(b.given)) <= WEEK:
            return True
    if a.named & b.named or a.counts & b.counts or _shares_scene(a, b):
        return True
    return _shares_role(a, b) or _shares_words(a, b, common)


def _shares_scene(a: Mention, b: Mention) -> bool:
    """Whether two mentions are of one place smaller than a province, and of the same few days."""
    if a.place is None or a.place != b.place or a.days is None or b.days is None:
        return False
    return overlap(a.days, b.days) and max(width(a.days), width(b.days)) <= WEEK


def _shares_role(a: Mention, b: Mention) -> bool:
    """Whether two mentions, told in one word, call one that fills the same role alike."""
    return bool(a.trigger & b.trigger) and bool(a.actor & b.actor or a.target & b.target)


def _shares_words(a: Mention, b: Mention, common: frozenset[str]) -> bool:
    """Whether two sentences share words of matter beside their triggers, or nearly all their words."""
    both = a.words & b.words
    shared = both - a.trigger - b.trigger - CALENDAR
    if len(shared - common) + COUNTS * len(shared & common) >= WORDS:
        return True
    return len(both) > ALIKE * max(len(a.words), len(b.words))


def narrowed(happening: Happening, members: Sequence[Event], told: Told) -> Happening:
    """A happening as far as some of its members tell it."""
    reports = {e.report for e in members}
    support = replace(
        happening.support, reports=len(reports), origins=len({told.reports[r].origin or r for r in reports})
    )
    return replace(happening, events=tuple(e.id for e in members), support=support)


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
