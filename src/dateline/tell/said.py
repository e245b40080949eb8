"""account -> entries of what was said: the dead as counted on each day, who says he did it, who was not harmed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from dateline.model import Claim, Figure, Grade, Happening, SourceSpan, TimelineEntry
from dateline.model.edtf import bounds, width
from dateline.tell.check import holds
from dateline.tell.counts import grade_together
from dateline.tell.course import are_rivals
from dateline.tell.fit import FURNITURE, GROUP, PICTURE, SIGN, breaks_off, is_whole, leans, without_joint
from dateline.tell.naming import name_in
from dateline.tell.near import CLOSE, UNHURT, Nearness, is_old
from dateline.tell.offices import counts_by_office
from dateline.tell.reactions import CLAIMED
from dateline.tell.still import is_scene
from dateline.tell.taken import ZONES, grade_of
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls, tolls_of
from dateline.tell.unsettled import OPEN
from dateline.tell.voices import NOBODY, VAGUE, credit, distinct, known_as
from dateline.tell.wording import as_sentence, listed, say_figure
from dateline.tell.words import stems

IDLE = re.compile(r"\b[Dd]eclined to comment\b|^[“\"]|(?<![\w-])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?![\w-])")
"""Words that tell no happening: a refusal to comment, a quotation alone, the first person."""

LEAST = 3
"""Words of matter without which a sentence tells nothing."""

COUNTED = 3
"""Figures of dead from which on each day's counts make an entry."""

SOON = 4
"""Days within which somebody answers what happened."""


def fits(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence is its report's own and tells something by itself."""
    text = told.text(span)
    titled = told.reports[span.report].title_span
    own = told.lead(span) > 0 or (titled is not None and titled.start <= span.start < titled.end)
    idle = any(words.search(text) for words in (IDLE, OPEN, PICTURE, FURNITURE, SIGN))
    idle = idle or not is_whole(text) or breaks_off(text)
    bare = without_joint(text)
    known = GROUP.match(bare) is not None and (span.report, span.end - len(bare)) in told.antecedents
    return own and len(stems(bare)) >= LEAST and not idle and (known or not leans(text))


def unique(spans: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    """The spans in their order, each once."""
    return tuple({(s.report, s.start, s.end): s for s in spans}.values())


def tell_answers(main: Happening, told: Told) -> Iterable[TimelineEntry]:
    """Who says he did it and why, and who was not harmed, where the days after the main happening tell: said between
    that day and the day of the first report that has it."""
    near, since = Nearness(main, told), bounds(main.start)
    if since is None or width(since) > SOON:
        return
    for need in (CLAIMED, UNHURT):
        first: dict[str, SourceSpan] = {}
        for report in sorted(told.body, key=told.rank):
            days = bounds(told.reports[report].published.value)
            soon = days is not None and 0 <= (days[1] - since[0]).days <= SOON
            said = [s for s in told.body[report] if soon and need.search(told.text(s)) and not is_old(s, told)]
            fitting = [s for s in said if near.words(s) > CLOSE]
            if fitting and fits(best := max(fitting, key=lambda s: (near.words(s), -s.start)), told):
                first[report] = best
        if first and holds((entry := _answer(main, tuple(first.values()), told)).summary, entry.support, told):
            yield entry


def _answer(main: Happening, spans: tuple[SourceSpan, ...], told: Told) -> TimelineEntry:
    text, source = as_sentence(spans[0], told)
    day = (told.reports[spans[0].report].published.value or "").split("T")[0]
    end = day if main.start and day > main.start else main.start
    return TimelineEntry(
        start=main.start,
        end=end,
        precision="day" if end == main.start else "range",
        summary=text,
        happening=main.id,
        support=unique([*spans, *source]),
        grade=grade_of(spans[0], spans[1:], told),
        story=told.dossier.story.id,
    )


def tell_statements(told: Told) -> Iterable[TimelineEntry]:
    """What somebody named said on a day that the sentence gives beside his words, and not in them; the first of each
    speaker and day."""
    said: dict[tuple[str, str], TimelineEntry] = {}
    for report in sorted(told.body, key=told.rank):
        for span in told.body[report]:
            for claim in told.claims_in(span):
                day = _day_of_saying(claim, span, told)
                speaker = claim.source.entity if claim.source else None
                if day is None or speaker is None or (speaker, day) in said:
                    continue
                if not fits(span, told) or is_scene(span, told):
                    continue
                text, sources = as_sentence(span, told)
                if holds(text, (span, *sources), told):
                    said[speaker, day] = TimelineEntry(
                        start=day,
                        end=day,
                        precision="day",
                        summary=text,
                        happening=_told_in(span, told),
                        support=unique([span, *sources]),
                        grade=grade_of(span, (), told),
                        story=told.dossier.story.id,
                    )
    return said.values()


def _told_in(span: SourceSpan, told: Told) -> str | None:
    """The happening that a sentence tells, that of most originals; None where it tells none."""
    happenings = [h for e in told.events_in(span) if (h := told.happening_of.get(e.id)) is not None]
    return max(happenings, key=lambda h: (h.support.origins, len(h.events), h.id)).id if happenings else None


def _day_of_saying(claim: Claim, span: SourceSpan, told: Told) -> str | None:
    """The day that stands in a sentence outside what is said, no later than its report; None for a speaker who is not
    called by name."""
    named = {m.start for m in told.names.get(claim.report, ())}
    source = claim.source
    if source is None or source.start is None or source.end is None or claim.cue is None:
        return None
    if not any(source.start <= start < source.end for start in named):
        return None
    published = bounds(told.reports[claim.report].published.value)
    for time in told.times.get(claim.report, ()):
        days = bounds(time.value)
        if days is not None and published is not None and (days[0] - published[1]).days > ZONES:
            continue
        if not (span.start <= time.start < span.end) or days is None or width(days) > 1 or is_old(span, told):
            continue
        beside = not any(c.start <= time.start < c.end for c in claim.content)
        if beside and not told.doubtful(time):
            return days[0].isoformat()
    return None


def is_counted(main: Happening, told: Told) -> bool:
    """Whether each day's counts of the dead are entries of their own."""
    return len(tolls_of(main, told).whole("killed")) >= COUNTED


def tell_daily(main: Happening, told: Told) -> Iterable[TimelineEntry]:
    """The dead of the main happening: what was counted on each day of publication."""
    if not is_counted(main, told):
        return
    tolls = tolls_of(main, told)
    by_day: dict[str, list[Figure]] = defaultdict(list)
    for figure in tolls.whole("killed"):
        day = (told.reports[figure.report].published.value or "").split("T")[0]
        if len(day) == 10:
            by_day[day].append(figure)
    for day in sorted(by_day):
        yield day_of_counts(tolls, day, by_day[day], told)


def day_of_counts(tolls: Tolls, day: str, figures: Sequence[Figure], told: Told) -> TimelineEntry:
    """One entry: `Killed in Qasira, as counted that day: at least 9 (the governor; a doctor) and 11 (police).`, those
    first who count by office, without vague words beside numbers."""
    given = distinct([f for f in figures if f.qualifier not in VAGUE] or figures, told)
    by_count: dict[str, list[str]] = {say_figure(figure): [] for _, figure in given}
    for who, figure in sorted(given, key=lambda one: not counts_by_office(one[1], told)):
        voices = by_count[say_figure(figure)]
        known = known_as(who, voices)
        if known not in voices:
            voices.append(known)
    counts = [f"{count} ({'; '.join(voices)})" for count, voices in by_count.items()]
    place = tolls.town(figures[0]) or tolls.place_of(figures)
    where = next((named for f in figures if (named := name_in(f.report, place, told))), None)
    text = f"Killed{f' in {where[0]}' if where else ''}, as counted that day: {listed(counts)}."
    support = [
        s for f in figures for s in (told.sentence(f.report, f.start, f.end), *credit(f, told)[1])
    ]  # fmt: skip
    support += [where[1]] if where else []
    return TimelineEntry(
        start=day,
        end=day,
        precision="day",
        summary=text,
        happening=tolls.main.id,
        support=unique(support),
        grade=_grade_of(figures, told),
        story=told.dossier.story.id,
    )


def _grade_of(figures: Sequence[Figure], told: Told) -> Grade | None:
    """The grade of the counts of a day: contested where two of them are set against each other; else the best of
    those that its numbers have by the sentences that give them."""
    if any(are_rivals(a, b, told) for a, b in combinations(figures, 2)):
        return "contested"
    by_count: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: credit(f, told)[0] == NOBODY):
        by_count.setdefault(say_figure(figure), []).append(figure)
    return grade_together([_grade_of_one(same, told) for same in by_count.values()])


def _grade_of_one(same: Sequence[Figure], told: Told) -> Grade:
    """The grade of one number by the sentences that give it: what a report says in its own voice of what somebody told
    it bears him not out."""
    first, *others = same
    apart = [f for f in others if f.report != first.report or credit(f, told)[0] != NOBODY]
    span, *spans = (told.sentence(f.report, f.start, f.end) for f in (first, *apart))
    return grade_of(span, spans, told)
