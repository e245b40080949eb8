"""account -> timeline: one dated entry for each happening that matters, and one for each day's counts."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dateline.model import FACTS, Event, Happening, SourceSpan, TimelineEntry
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.model.kinds import BLOWS, HARM
from dateline.tell.aside import without_asides
from dateline.tell.behind import Behind, grade
from dateline.tell.check import holds
from dateline.tell.fit import FRONT, SUBJECT, is_closed, leans, without_joint
from dateline.tell.heading import modifies
from dateline.tell.matters import CARRIED, FEW, MINOR, MONTH, is_planned, is_worth
from dateline.tell.near import Nearness
from dateline.tell.said import SOON, fits, is_counted, tell_answers, tell_daily, tell_statements, unique
from dateline.tell.still import is_habit, is_scene
from dateline.tell.taken import with_speaker, without_toll
from dateline.tell.told import Told
from dateline.tell.unsettled import Answers
from dateline.tell.wording import as_sentence
from dateline.tell.words import stems

SPANS = 6
"""Sentences that an entry shows as support at least: the first of each report, then others."""

BACKGROUND = 6
"""Entries told of what went before."""

ALIKE = 0.6
"""The share of its words from which one sentence tells what another tells, of the same days."""

AGAIN = 0.6
"""What a sentence loses as the words of another happening that tells the main one again."""

NEARLY = 0.6
"""The share of the best sentence's worth from which on another tells a happening nearly as well."""

WHOLE = 230
"""Characters of a sentence that an entry takes over whole; a longer one is cut as its summary is."""

LISTED = 4
"""Days of earlier blows that one report alone tells of from which on they are a list: `the worst fires since 1990`."""

LONG_AGO = 10 * 366
"""Days before the reports from which on what one of many originals tells alone is no background of a situation."""

SAME = 0.7
"""The share of its words that a sentence has in common with all that tell another happening of its kind and days, from
which on it may be that one again."""

ONCE = "accident"
"""What befalls one region once in some days: told again, it is the same."""


def tell_timeline(main: Happening, told: Told) -> tuple[TimelineEntry, ...]:
    """The entries in order of time."""
    entries = list(_happenings(main, told))
    said = [*tell_answers(main, told), *(tell_statements(told) if len(told.dossier.origins) <= FEW else ())]
    for answer in said:
        if not any(says_again(answer, entry) for entry in entries):
            entries.append(answer)
    return tuple(sorted([*entries, *tell_daily(main, told)], key=lambda entry: _order(entry, told)))


def says_again(answer: TimelineEntry, entry: TimelineEntry) -> bool:
    """Whether an entry already has the sentence of an answer, or of the same days its words."""
    own, other = answer.support[0], entry.support[0]
    if (own.report, own.start) == (other.report, other.start):
        return True
    days, others = (bounds(e.start) for e in (answer, entry))
    a, b = stems(answer.summary), stems(entry.summary)
    return (
        days is not None and others is not None and overlap(days, others) and len(a & b) > ALIKE * max(len(a), len(b))
    )


def _order(entry: TimelineEntry, told: Told) -> tuple[object, ...]:
    """By day; what was done and suffered before what was said of it, then what most sentences tell."""
    days, last = bounds(entry.start), bounds(entry.end)
    minor = entry.happening is not None and told.happenings[entry.happening].kind in MINOR
    return (days[0] if days else "", last[1] if last else "", minor, -len(entry.support), entry.summary)


class Shown(NamedTuple):
    """What an entry shows: its sentence and the words of it that carry matter, its days, its happening, and the words
    of all that tell of that."""

    span: SourceSpan
    words: frozenset[str]
    days: Days
    happening: Happening
    called: frozenset[str]


def _happenings(main: Happening, told: Told) -> Iterable[TimelineEntry]:
    near = Nearness(main, told)
    answers, behind = Answers(near), Behind(main, told)
    ranked = sorted(
        told.agreement.happenings,
        key=lambda h: (h.id != main.id, -h.support.origins, -h.support.reports, -len(h.events), h.id),
    )
    shown: list[Shown] = []
    background, counted, listed = 0, is_counted(main, told), _listed(main, told)
    many, since = len(told.dossier.origins) > FEW, told.window
    for happening in ranked:
        if counted and happening.kind in HARM and not happening.background and happening.id != main.id:
            continue
        spans, days = _tellings(happening, near), _days(happening)
        spans = [s for s in spans if (s.report, told.sentence(s.report, s.start).start) not in listed]
        spans = [s for s in spans if not answers.overtake(s)]
        if counted and happening.id != main.id:
            spans = without_dead(spans, happening, near)
        if not spans or days is None or is_again(happening, spans[0], days, shown, told):
            continue
        fresh = (s for s in spans if not _told_before(happening, s, days, shown, near))
        span = next((s for s in fresh if happening.id == main.id or is_worth(s, happening, days, near, behind)), None)
        if span is None:
            continue
        if happening.background:
            old = since is not None and (since[0] - days[0]).days > LONG_AGO
            if many and old and happening.support.origins == 1:
                continue
            background += 1
            if background > BACKGROUND:
                continue
        sentence = told.sentence(span.report, span.start)
        called = (stems(told.text(told.sentence_of(told.events[e]))) for e in happening.events)
        shown.append(Shown(span, stems(told.text(sentence)), days, happening, frozenset().union(*called)))
        text, source = as_sentence(span, told)
        if happening.id == main.id:
            text = with_speaker(text, span, told)
        members = behind.members(span, happening)
        support = _support(span, members, told)
        known = holds(text, (*support, *source), told)
        yield TimelineEntry(
            start=happening.start,
            end=happening.end,
            precision=happening.precision,
            summary=text if known else happening.summary,
            happening=happening.id,
            support=unique([*support, *(s for s in source if s != told.dateline(s.report))]) if known else support,
            background=happening.background,
            grade=grade(span, happening, members, told) if known else None,
            story=told.dossier.story.id,
        )


def without_dead(spans: Sequence[SourceSpan], happening: Happening, near: Nearness) -> list[SourceSpan]:
    """Without the sentences that count the main happening's dead, which have entries of their own, where another one
    tells this happening nearly as well."""
    apart = [s for s in spans if not near.tolls.tells_dead(s)]
    nearly = bool(apart) and _worth(apart[0], happening, near) > NEARLY * _worth(spans[0], happening, near)
    return list(spans) if apart and not nearly else apart


def _listed(main: Happening, told: Told) -> set[tuple[str, int]]:
    """Where the sentences stand in which one report alone lists earlier ones of its kind, of many days: which of them
    it picked tells nothing of this situation."""
    kinds = HARM | (BLOWS if main.kind in BLOWS else {main.kind})
    lists: dict[str, list[Happening]] = {}
    for happening in told.agreement.happenings:
        if happening.background and happening.kind in kinds and happening.support.reports == 1:
            lists.setdefault(told.events[happening.events[0]].report, []).append(happening)
    return {
        (told.events[event].report, told.events[event].sentence.start)
        for found in lists.values()
        if len({h.start for h in found}) >= LISTED
        for happening in found
        for event in happening.events
    }


def _days(happening: Happening) -> Days | None:
    if happening.start is None:
        return None
    return bounds(f"{happening.start}/{happening.end}" if happening.end else happening.start)


def _tellings(happening: Happening, near: Nearness) -> list[SourceSpan]:
    """The words that can tell a happening, best first, lines that no stop closes last; for what went before, those that
    give the day, unless several originals tell it. Captions, what leans on others, what opens with the matter of
    other days, what is done again and again and what somebody is or a picture shows tell none, and
    no plan tells what others tell as done."""
    told = near.told
    ids, members = set(happening.events), [told.events[e] for e in happening.events]
    telling = [e for e in members if not told.landmark(e)] or members
    telling = [e for e in telling if e.status in FACTS and not is_planned(e, told)] or telling
    telling = [e for e in telling if not (happening.background and modifies(e, told))]
    spans = [told.sentence_of(e) for e in telling if not happening.background or told.dated(e)]
    own = [told.sentence(happening.told.report, happening.told.start)] if happening.told else []
    if happening.background and not spans and happening.support.origins > 1:
        spans = own
    days = _days(happening)

    def given(span: SourceSpan) -> bool:
        return happening.background and any(bounds(e.time) == days for e in told.events_in(span) if e.id in ids)

    fitting = [
        s for s in unique(spans) if fits(s, told) and agrees(s, days, ids, told) and not _opens_apart(s, days, told)
    ]
    fitting = [s for s in fitting if not is_habit(s, told) or (happening.background and _gives_day(s, told))]
    if not happening.background and happening.id != near.main.id:
        fitting = [s for s in fitting if not is_scene(s, told)]
    fitting.sort(key=lambda s: (-_worth(s, happening, near), s.report, s.start))
    fitting = without_asides(fitting, happening, near.main, told)
    fitting.sort(key=lambda s: (leans(told.text(s)), not given(s), not is_closed(told.text(s))))
    cut = [cut_short(s, happening if s in own else None, told) for s in fitting]
    return [without_toll(s, told) for s in cut] if happening.id == near.main.id and is_counted(near.main, told) else cut


def _gives_day(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence gives a day or a month, and not only since which year."""
    return any(width(days) <= MONTH for t in told.times_in(span) if (days := bounds(t.value)) is not None)


def _opens_apart(span: SourceSpan, days: Days | None, told: Told) -> bool:
    """Whether the first matter of a sentence is of other days: “a bomb hit buses of people who had left the day before”
    is no telling of the leaving."""
    first = next((h for e in told.events_in(span) if (h := told.happening_of.get(e.id)) is not None), None)
    other = _days(first) if first is not None else None
    return days is not None and other is not None and not overlap(days, other)


def _worth(span: SourceSpan, happening: Happening, near: Nearness) -> float:
    """How well a sentence tells a happening: in front, with its time and place, as its first matter; the main one in
    words that others open with too and without a count that was replaced, another one without telling that again."""
    told, main = near.told, near.main
    told_of = [h.id for e in told.events_in(span) if (h := told.happening_of.get(e.id)) is not None]
    events = [e for e in told.events_in(span) if e.id in happening.events]
    known = any(map(told.dated, events)) + any(e.place is not None for e in events) + (told_of[:1] == [happening.id])
    own = happening.told is not None and told.sentence(happening.told.report, happening.told.start) == span
    if happening.id == main.id:
        apart = 2 * told.echo(span) - AGAIN * near.tolls.outdated(without_toll(span, told))
    else:
        apart = -AGAIN * (main.id in told_of)
    return told.lead(span) + 0.3 * known + 0.4 * own + apart


def cut_short(span: SourceSpan, happening: Happening | None, told: Told) -> SourceSpan:
    """A sentence without its joint in front; a long one as far as its happening's summary goes, unless that ends before
    the main clause begins."""
    text = without_joint(told.text(span))
    start = span.end - len(text)
    if happening is None or happening.told is None or len(text) <= WHOLE:
        return SourceSpan(report=span.report, start=start, end=span.end)
    cut = SourceSpan(report=span.report, start=start, end=happening.told.end)
    rest = SourceSpan(report=span.report, start=cut.end, end=span.end)
    if FRONT.match(text) and SUBJECT.match(told.text(rest)):
        return SourceSpan(report=span.report, start=start, end=span.end)
    return cut


def agrees(span: SourceSpan, days: Days | None, members: AbstractSet[str], told: Told) -> bool:
    """Whether the sentence gives no day, or one of the entry's, and puts the entry's own events in no other year. Years
    are told by no sentence that gives days alone."""
    own = [d for e in told.events_in(span) if e.id in members and (d := bounds(e.time)) is not None]
    if days is not None and own and not any(overlap(d, days) for d in own):
        return False
    times = [t.value for t in told.times.get(span.report, ()) if span.start <= t.start < span.end]
    known = [d for d in map(bounds, times) if d is not None]
    given = [d for d in known if width(d) <= MONTH]
    if days is None or not given:
        return True
    if width(days) > 2 * MONTH and len(given) == len(known):
        return False
    return any(overlap(d, days) for d in given)


def _told_before(happening: Happening, span: SourceSpan, days: Days, shown: Sequence[Shown], near: Nearness) -> bool:
    """Whether an entry of the same days already shows these words, or tells what follows the main happening in its
    sentence, or what may be that one again (for an accident, anywhere in its region), or the other event of one that
    only one report has. No sentence is shown twice."""
    told = near.told
    sentence = told.sentence(span.report, span.start)
    members = [told.happening_of[e.id].id for e in told.events_in(sentence) if e.id in told.happening_of]
    words = stems(told.text(sentence))
    for other in shown:
        same_days = overlap(days, other.days)
        same_words = other.span.report == span.report and other.span.start < span.end and span.start < other.span.end
        if same_words:
            return True
        opens_with_main = other is shown[0] and members[:1] == [other.happening.id]
        if same_days and (opens_with_main or (happening.support.reports == 1 and other.happening.id in members)):
            return True
        minor = happening.support.reports <= CARRIED and len(told.dossier.origins) > FEW
        again = other is shown[0] and width(other.days) <= SOON
        if same_days and (minor or again) and width(days) <= SOON and _is_one(happening, other.happening):
            return True
        befell = again and happening.kind == other.happening.kind == ONCE
        if same_days and befell and not near.tolls.is_elsewhere(happening.place):
            return True
        if same_days and len(words & other.words) > ALIKE * min(len(words), len(other.words)):
            return True
    return False


def is_again(happening: Happening, span: SourceSpan, days: Days, shown: Sequence[Shown], told: Told) -> bool:
    """Whether what tells a happening best is told in nearly all its words of one shown, of its kind and days."""
    words = stems(told.text(told.sentence(span.report, span.start)))
    return any(
        happening.kind == other.happening.kind
        and overlap(days, other.days)
        and max(width(days), width(other.days)) <= SOON
        and len(words & other.called) > SAME * len(words)
        for other in shown
    )


def _is_one(a: Happening, b: Happening) -> bool:
    """Whether a reader would call two happenings of the same days one: the same kind of thing in the same place."""
    return a.kind == b.kind and (a.place == b.place or a.place is None)


def _support(span: SourceSpan, members: Sequence[Event], told: Told) -> tuple[SourceSpan, ...]:
    """The sentences behind what is told: its own, then the first of each report, then others."""
    spans = [told.sentence_of(e) for e in members]
    ordered = sorted(unique(spans), key=lambda s: (told.rank(s.report), told.lead(s) == 0, s.start))
    own = told.sentence(span.report, span.start)
    first = {own.report: own}
    for one in ordered:
        first.setdefault(one.report, one)
    return unique([*first.values(), *ordered])[: max(SPANS, len(first))]
