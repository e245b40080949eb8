"""account -> timeline: one dated entry for each happening that matters, and one for each day's counts."""

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile

from dateline.model import Event, Happening, SourceSpan, TimelineEntry
from dateline.model.edtf import Days, bounds
from dateline.model.kinds import BLOWS, HARM
from dateline.tell.behind import Behind, grade
from dateline.tell.check import holds
from dateline.tell.hours import find_minute
from dateline.tell.matters import FEW, MINOR, is_worth
from dateline.tell.near import Nearness
from dateline.tell.said import is_counted, tell_answers, tell_daily, tell_statements, unique
from dateline.tell.shown import Shown, is_again, is_told_before, says_again
from dateline.tell.taken import with_speaker
from dateline.tell.tellings import days_of, find_tellings, without_dead
from dateline.tell.told import Told
from dateline.tell.unsettled import Answers
from dateline.tell.wording import as_sentence

SPANS = 6
"""Sentences that an entry shows as support at least: the first of each report, then others."""

BACKGROUND = 6
"""Entries told of what went before."""

LISTED = 4
"""Days of earlier blows that one report alone tells of from which on they are a list: `the worst fires since 1990`."""

LONG_AGO = 10 * 366
"""Days before the reports from which on what one of many originals tells alone is no background of a situation."""


def tell_timeline(main: Happening, told: Told) -> tuple[TimelineEntry, ...]:
    """The entries in order of time."""
    entries = list(Entries(main, told).tell())
    said = [*tell_answers(main, told), *(tell_statements(told) if len(told.dossier.origins) <= FEW else ())]
    for answer in said:
        if not any(says_again(answer, entry) for entry in entries):
            entries.append(answer)
    ordered = sorted([*entries, *tell_daily(main, told)], key=lambda entry: _order(entry, told))
    return tuple(_by_the_hour(ordered, main, told))


def _order(entry: TimelineEntry, told: Told) -> tuple[object, ...]:
    """By day; what was done and suffered before what was said of it, then what most sentences tell."""
    days, last = bounds(entry.start), bounds(entry.end)
    minor = entry.happening is not None and told.happenings[entry.happening].kind in MINOR
    return (days[0] if days else "", last[1] if last else "", minor, -len(entry.support), entry.summary)


def _by_the_hour(entries: Sequence[TimelineEntry], main: Happening, told: Told) -> Iterable[TimelineEntry]:
    """Each day's entries in the order of the hours that their own sentences give; those without one stand behind, but
    for what the day opens with of the main happening."""
    for _, of_day in groupby(entries, key=lambda entry: (entry.start, entry.end)):
        rows = [(_minute(entry, told), entry) for entry in of_day]
        opening = list(takewhile(lambda row: row[0] is None and row[1].happening == main.id, rows))
        ordered = sorted(rows[len(opening) :], key=lambda row: (row[0] is None, row[0] or ""))
        yield from (entry for _, entry in (*opening, *ordered))


def _minute(entry: TimelineEntry, told: Told) -> str | None:
    """The minute of an entry of one day; a day's counts have none."""
    if entry.happening is None or entry.start is None or entry.start != entry.end:
        return None
    minute = find_minute(entry.support[0], told.happenings[entry.happening], told)
    return minute if minute is not None and minute.startswith(entry.start) else None


class Entries:
    """The entries of a story's happenings, the main one's first: what is shown already is not told again."""

    def __init__(self, main: Happening, told: Told) -> None:
        """Nothing shown yet."""
        self.main, self.told, self.near = main, told, Nearness(main, told)
        self.answers, self.behind = Answers(self.near), Behind(main, told)
        self.counted, self.listed = is_counted(main, told), _listed(main, told)
        self.shown: list[Shown] = []

    def tell(self) -> Iterable[TimelineEntry]:
        """One for each happening that matters, those first that most originals tell."""
        background = 0
        for happening in sorted(self.told.agreement.happenings, key=self._standing):
            days = days_of(happening)
            if days is None or (happening.background and background == BACKGROUND):
                continue
            span = self._worth_an_entry(happening, days)
            if span is not None:
                background += happening.background
                self.shown.append(Shown.of(span, happening, days, self.told))
                yield self._entry(span, happening)

    def _standing(self, happening: Happening) -> tuple[bool, int, int, int, str]:
        support = happening.support
        return (happening.id != self.main.id, -support.origins, -support.reports, -len(happening.events), happening.id)

    def _worth_an_entry(self, happening: Happening, days: Days) -> SourceSpan | None:
        """The words that tell a happening best and nothing that is shown; None where none do, or it has no entry."""
        if self._is_left_out(happening, days):
            return None
        spans = self._tellings(happening)
        if not spans or is_again(happening, spans[0], days, self.shown, self.told):
            return None
        fresh = (s for s in spans if not is_told_before(happening, s, days, self.shown, self.near))
        own = happening.id == self.main.id
        return next((s for s in fresh if own or is_worth(s, happening, days, self.near, self.behind)), None)

    def _is_left_out(self, happening: Happening, days: Days) -> bool:
        """Whether a happening has no entry, whatever tells it: harm, where the dead have entries of their own; of what
        went before, what one of many originals tells alone of years ago."""
        if not happening.background:
            return self.counted and happening.kind in HARM and happening.id != self.main.id
        since = self.told.window
        old = since is not None and (since[0] - days[0]).days > LONG_AGO
        return old and happening.support.origins == 1 and len(self.told.dossier.origins) > FEW

    def _tellings(self, happening: Happening) -> list[SourceSpan]:
        """The words that can tell a happening, without those that a later report overtakes or that only list it."""
        spans = [s for s in find_tellings(happening, self.near) if not self._is_listed(s)]
        spans = [s for s in spans if not self.answers.overtake(s)]
        if self.counted and happening.id != self.main.id:
            return without_dead(spans, happening, self.near)
        return spans

    def _is_listed(self, span: SourceSpan) -> bool:
        return (span.report, self.told.sentence(span.report, span.start).start) in self.listed

    def _entry(self, span: SourceSpan, happening: Happening) -> TimelineEntry:
        """A happening in some words, or by its summary where what stands behind them does not carry them."""
        told = self.told
        text, source = as_sentence(span, told)
        if happening.id == self.main.id:
            text = with_speaker(text, span, told)
        members = self.behind.members(span, happening)
        support = _support(span, members, told)
        known = holds(text, (*support, *source), told)
        return TimelineEntry(
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


def _support(span: SourceSpan, members: Sequence[Event], told: Told) -> tuple[SourceSpan, ...]:
    """The sentences behind what is told: its own, then the first of each report, then others."""
    spans = [told.sentence_of(e) for e in members]
    ordered = sorted(unique(spans), key=lambda s: (told.rank(s.report), told.lead(s) == 0, s.start))
    own = told.sentence(span.report, span.start)
    first = {own.report: own}
    for one in ordered:
        first.setdefault(one.report, one)
    return unique([*first.values(), *ordered])[: max(SPANS, len(first))]
