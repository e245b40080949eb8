"""account -> timeline: one dated entry for each happening that matters, and one for each day's counts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import Figure, Happening, Series, SourceSpan, TimelineEntry
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.tell.check import holds
from dateline.tell.told import Told
from dateline.tell.voices import credit, distinct
from dateline.tell.wording import dated, listed, say_figure, tidy

SPANS = 6
"""Sentences that an entry shows as support: the first of each report, then others."""

BACKGROUND = 6
"""Entries told of what went before."""

IDLE = re.compile(r"\b[Dd]eclined to comment\b|^[“\"]|(?<![\w-])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?![\w-])")
"""Words that tell no happening: a refusal to comment, a quotation alone, the first person."""

CARRIED = 2
"""Originals that must tell a happening beyond this many, where no sentence gives its day."""

MINOR = frozenset({"talks", "support", "demand", "politics", "aid", "deployment", "accusation", "threat", "rejection"})
"""Kinds that need a second report or an explicit day to be worth an entry."""


def tell_timeline(told: Told) -> tuple[TimelineEntry, ...]:
    """The entries in order of time."""
    entries = [*_happenings(told), *_counts(told)]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[object, ...]:
    days = bounds(entry.start)
    last = bounds(entry.end)
    return (days[0] if days else "", last[1] if last else "", -len(entry.support), entry.summary)


def _happenings(told: Told) -> Iterable[TimelineEntry]:
    ranked = sorted(
        (h for h in told.agreement.happenings if _matters(h, told)),
        key=lambda h: (-h.support.origins, -h.support.reports, -len(h.events), h.id),
    )
    shown: list[tuple[SourceSpan, Days]] = []
    background = 0
    for happening in ranked:
        days = _days(happening)
        if days is None or happening.told is None or _told_before(happening, days, shown):
            continue
        if happening.background:
            background += 1
            if background > BACKGROUND:
                continue
        shown.append((happening.told, days))
        text, source = dated(happening.told, told)
        support = _support(happening, told)
        summary = tidy(text) if holds(tidy(text), (*support, *source), told) else happening.summary
        yield TimelineEntry(
            start=happening.start,
            end=happening.end,
            precision=happening.precision,
            summary=summary,
            happening=happening.id,
            support=support,
            background=happening.background,
            story=told.dossier.story.id,
        )


def _days(happening: Happening) -> Days | None:
    if happening.start is None:
        return None
    return bounds(f"{happening.start}/{happening.end}" if happening.end else happening.start)


def _matters(happening: Happening, told: Told) -> bool:
    """Two reports tell it, or one with a day of its own; a day that no sentence gives needs more. What did not happen
    matters only when several say so."""
    days = _days(happening)
    if days is None or happening.told is None or IDLE.search(told.text(happening.told)):
        return False
    if happening.status in ("negated", "hypothetical"):
        return happening.support.reports > 1
    own = any(told.dated(told.events[e]) for e in happening.events)
    if not own and happening.support.origins <= CARRIED:
        return False
    if happening.support.reports > 1:
        return happening.kind not in ("death", "injury") or happening.support.origins > 1
    return own and (happening.kind not in MINOR or width(days) <= 7)


def _told_before(happening: Happening, days: Days, shown: Sequence[tuple[SourceSpan, Days]]) -> bool:
    """Whether an entry of the same days already shows these words."""
    span = happening.told
    return span is not None and any(
        other.report == span.report and other.start < span.end and span.start < other.end and overlap(days, when)
        for other, when in shown
    )


def _support(happening: Happening, told: Told) -> tuple[SourceSpan, ...]:
    """The sentences behind a happening: the told one, then the first of each report."""
    spans = [told.sentence_of(told.events[e]) for e in happening.events]
    ordered = sorted(set(_keys(spans)), key=lambda s: (told.rank(s[0]), s[1]))
    own = next((s for s in spans if happening.told and s.report == happening.told.report
                and s.start <= happening.told.start < s.end), None)  # fmt: skip
    first: dict[str, tuple[str, int, int]] = {}
    for span in ordered:
        first.setdefault(span[0], span)
    head = [(own.report, own.start, own.end)] if own else []
    chosen = list(dict.fromkeys([*head, *first.values(), *ordered]))[:SPANS]
    return tuple(SourceSpan(report=r, start=a, end=b) for r, a, b in chosen)


def _keys(spans: Iterable[SourceSpan]) -> list[tuple[str, int, int]]:
    return [(s.report, s.start, s.end) for s in spans]


def _counts(told: Told) -> Iterable[TimelineEntry]:
    """For each happening with dead, its widest count: what was counted on each day of publication."""
    widest: dict[str, Series] = {}
    for series in sorted(told.agreement.series, key=lambda s: (-len(s.members), s.id)):
        if series.what in ("killed", "died") and series.happening:
            widest.setdefault(series.happening, series)
    for series in widest.values():
        scene = told.happenings.get(series.happening or "")
        if len(series.members) < 3 or scene is None or scene.background:
            continue
        by_day: dict[str, list[Figure]] = defaultdict(list)
        for member in series.members:
            figure = told.figures[member]
            day = (told.reports[figure.report].published.value or "").split("T")[0]
            if len(day) == 10:
                by_day[day].append(figure)
        for day in sorted(by_day):
            if (entry := _day_of_counts(series, day, by_day[day], told)) is not None:
                yield entry


def _day_of_counts(series: Series, day: str, figures: Sequence[Figure], told: Told) -> TimelineEntry | None:
    """One entry: `Killed: at least 22 (pro-Damascus media), at least 24 (the Observatory).`"""
    counts = distinct(figures, told)
    text = "Killed, as counted that day: " + listed([f"{say_figure(f)} ({who})" for who, f in counts]) + "."
    support = [
        s for f in figures for s in (told.sentence(f.report, f.start, f.end), *credit(f, told)[1])
    ]  # fmt: skip
    unique = tuple(SourceSpan(report=r, start=a, end=b) for r, a, b in dict.fromkeys(_keys(support)))
    return TimelineEntry(
        start=day,
        end=day,
        precision="day",
        summary=text,
        happening=series.happening,
        support=unique,
        story=told.dossier.story.id,
    )
