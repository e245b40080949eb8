"""series -> numeric contradictions: counts of one thing at one time that lie outside each other's bounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.merge.contradictions.sides import contradict, side_of
from dateline.merge.series.amounts import COUNTED, FLOOR, WORDS, agree
from dateline.merge.series.counted import Count, event_of
from dateline.merge.series.scope import other_scope
from dateline.merge.situation import Situation
from dateline.merge.support import voice_of
from dateline.model import Contradiction, Record, Relation, Side

ACROSS = 3
"""Conflicts between reports that a series shows."""


class CountConflict(Record, frozen=True):
    """A contradiction of two counts, with the words of both."""

    contradiction: Contradiction
    texts: frozenset[str]


def conflicting_counts(
    series: Sequence[tuple[Sequence[Count], Sequence[Relation]]], situation: Situation
) -> Iterable[CountConflict]:
    """Conflicts inside one report; on one day between the last counts of two voices; and the two highest of the last
    day. Of each two voices the last conflict only: what a voice has since raised is history."""
    for counts, relations in series:
        by_id = {c.figure.id: c for c in counts}
        finals = _finals(counts, situation)
        shown: dict[tuple[str, str], Relation] = {}
        for relation in relations:
            if relation.relation != "conflict":
                continue
            a, b = by_id[relation.a], by_id[relation.b]
            if a.figure.report == b.figure.report or (
                a.figure.id in finals and b.figure.id in finals and _apart(a, b, COUNTED if a.era else FLOOR)
            ):  # fmt: skip
                first, second = sorted((_voice(a, situation), _voice(b, situation)))
                here = "inside" if a.figure.report == b.figure.report else "across"
                shown[first, f"{second} {here}"] = relation
        told = _sharpest(_once(shown.values(), by_id, situation), by_id)
        for relation in told:
            yield _conflict(by_id[relation.a], by_id[relation.b], relation.why, situation)
        apart = {frozenset((r.a, r.b)) for r in relations if r.relation == "different_scope"}
        highs = {max(by_id[i].size for i in (r.a, r.b)) for r in told}
        yield from (x for top, x in _newer(counts, apart, situation) if top not in highs)


def _once(conflicts: Iterable[Relation], by_id: Mapping[str, Count], situation: Situation) -> list[Relation]:
    """Each number once against lower ones: against that of a body with a name where there is one, else the highest of
    them. What one side claims does not conflict with each of five others anew."""
    shown: dict[int, Relation] = {}

    def weight(relation: Relation) -> tuple[bool, int, str]:
        low = min((by_id[i] for i in (relation.a, relation.b)), key=lambda c: c.size)
        return (_voice(low, situation) in situation.proper, low.size, relation.a)

    for relation in conflicts:
        high = max(by_id[i].size for i in (relation.a, relation.b))
        shown[high] = max(shown.get(high, relation), relation, key=weight)
    return list(shown.values())


def _sharpest(shown: Sequence[Relation], by_id: Mapping[str, Count]) -> list[Relation]:
    """All conflicts inside reports; of those across, the few between the highest counts: the lower are mostly older."""

    def sizes(relation: Relation) -> tuple[int, int]:
        low, high = sorted(by_id[i].size for i in (relation.a, relation.b))
        return (high, low)

    inside = [r for r in shown if by_id[r.a].figure.report == by_id[r.b].figure.report]
    across = sorted((r for r in shown if r not in inside), key=lambda r: (sizes(r), r.a), reverse=True)
    return [*inside, *across[:ACROSS]]


def _finals(counts: Sequence[Count], situation: Situation) -> set[str]:
    """The last figure that each voice gives on each day of publication, told in a body where it can be."""
    last: dict[tuple[str, str], Count] = {}
    for count in counts:
        if count.stale or count.figure.qualifier in WORDS:
            continue
        key = (_day(count, situation), _voice(count, situation))
        known = last.get(key)
        if known is None or (count.size, _standing(count, situation)) > (known.size, _standing(known, situation)):
            last[key] = count
    return {c.figure.id for c in last.values()}


def _standing(count: Count, situation: Situation) -> tuple[bool, bool]:
    """What makes a count good to show: it stands in a body, and in a claim."""
    return (not situation.in_title(count.figure.report, count.figure.start), count.figure.claim is not None)


def _newer(
    counts: Sequence[Count], apart: set[frozenset[str]], situation: Situation
) -> Iterable[tuple[int, CountConflict]]:
    """The two highest counts of the last day when different reports give them, with the higher number: one of them is
    out of date. `apart`: pairs that do not count the same."""
    by_day: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        plain = not count.stale and not count.seen and count.part != "some" and not count.era
        if plain and count.figure.qualifier not in WORDS and not count.figure.increment:
            by_day[_day(count, situation)].append(count)
    if not by_day or counts[0].group not in ("killed", "injured", "missing"):
        return
    last = sorted(
        by_day[max(by_day)],
        key=lambda c: (
            -c.size,
            *(not x for x in _standing(c, situation)),
            c.figure.start,
            c.figure.id,
        ),
    )
    top = last[0].figure
    for count in last[1:]:
        low = count.figure
        estimated = top.what == "injured" and not _apart(count, last[0], COUNTED)
        if frozenset((low.id, top.id)) in apart or other_scope(count, last[0], situation):
            continue
        estimated = estimated or low.qualifier == "more_than"
        if low.report != top.report and not agree(low, top) and not estimated:
            older = "the lower is probably the older count" if _fresh(count, situation) else "long after the event"
            why = f"“{low.text}” and “{top.text}” in reports of one day; {older}"
            yield last[0].size, _conflict(count, last[0], why, situation)
            return


def _conflict(a: Count, b: Count, why: str, situation: Situation) -> CountConflict:
    """The record of two counts that cannot both hold."""
    return CountConflict(
        contradiction=contradict(_side(a, situation), _side(b, situation), why, "numeric", situation),
        texts=frozenset((a.figure.text, b.figure.text)),
    )


def _side(count: Count, situation: Situation) -> Side:
    """The claim or event that a count stands in, else the count itself."""
    side = side_of(count.figure, situation)
    event = event_of(count.figure, situation) if side.type == "figure" else None
    return side_of(event, situation) if event is not None else side


def _fresh(count: Count, situation: Situation) -> bool:
    """Whether what is counted was no more than three days old when it was told."""
    published = situation.published(count.figure.report)
    return not (published and count.days) or (published[0] - count.days[1]).days <= 3


def _apart(a: Count, b: Count, factor: float = FLOOR) -> bool:
    """Whether two counts of different reports differ by more than a rounding."""
    low, high = sorted((a.size, b.size))
    return high > factor * low


def _voice(count: Count, situation: Situation) -> str:
    return voice_of(count.figure, situation) or ""


def _day(count: Count, situation: Situation) -> str:
    published = situation.published(count.figure.report)
    return published[0].isoformat() if published else ""
