"""happening -> its tellings: the sentences that can tell it, best first."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dateline.model import FACTS, Happening, SourceSpan
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.tell.aside import without_asides
from dateline.tell.fit import FRONT, SUBJECT, is_closed, leans, without_joint
from dateline.tell.hazards import is_onset
from dateline.tell.heading import modifies
from dateline.tell.matters import MONTH, is_planned
from dateline.tell.near import Nearness
from dateline.tell.said import fits, is_counted, unique
from dateline.tell.still import is_habit, is_scene
from dateline.tell.taken import without_toll
from dateline.tell.told import Told

AGAIN = 0.6
"""What a sentence loses as the words of another happening that tells the main one again."""

NEARLY = 0.6
"""The share of the best sentence's worth from which on another tells a happening nearly as well."""

WHOLE = 230
"""Characters of a sentence that an entry takes over whole; a longer one is cut as its summary is."""


def days_of(happening: Happening) -> Days | None:
    """The days of a happening."""
    if happening.start is None:
        return None
    return bounds(f"{happening.start}/{happening.end}" if happening.end else happening.start)


def find_tellings(happening: Happening, near: Nearness) -> list[SourceSpan]:
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
    days = days_of(happening)

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
    return (
        [without_toll(s, near.tolls) for s in cut]
        if happening.id == near.main.id and is_counted(near.main, told)
        else cut
    )


def without_dead(spans: Sequence[SourceSpan], happening: Happening, near: Nearness) -> list[SourceSpan]:
    """Without the sentences that count the main happening's dead, which have entries of their own, where another one
    tells this happening nearly as well; how a storm came is more than whom it killed."""
    if is_onset(happening, near.main, near.told):
        return list(spans)
    apart = [s for s in spans if not near.tolls.tells_dead(s)]
    nearly = bool(apart) and _worth(apart[0], happening, near) > NEARLY * _worth(spans[0], happening, near)
    return list(spans) if apart and not nearly else apart


def _gives_day(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence gives a day or a month, and not only since which year."""
    return any(width(days) <= MONTH for t in told.times_in(span) if (days := bounds(t.value)) is not None)


def _opens_apart(span: SourceSpan, days: Days | None, told: Told) -> bool:
    """Whether the first matter of a sentence is of other days: “a bomb hit buses of people who had left the day before”
    is no telling of the leaving."""
    first = next((h for e in told.events_in(span) if (h := told.happening_of.get(e.id)) is not None), None)
    other = days_of(first) if first is not None else None
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
        apart = 2 * told.echo(span) - AGAIN * near.tolls.outdated(without_toll(span, near.tolls))
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
