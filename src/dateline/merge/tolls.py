"""series -> numeric contradictions: counts of one thing at one time that lie outside each other's bounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.merge.counted import Count
from dateline.merge.relations import FLOOR, WORDS, agree, number
from dateline.merge.sides import contradict, side_of
from dateline.merge.situation import Situation
from dateline.merge.support import voice_of
from dateline.model import Contradiction, Relation

ACROSS = 3
"""Conflicts between reports that a series shows."""


def conflicting_counts(
    series: Sequence[tuple[Sequence[Count], Sequence[Relation]]], situation: Situation
) -> Iterable[Contradiction]:
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
                a.figure.id in finals and b.figure.id in finals and _apart(a, b)
            ):  # fmt: skip
                first, second = sorted((_voice(a, situation), _voice(b, situation)))
                here = "inside" if a.figure.report == b.figure.report else "across"
                shown[first, f"{second} {here}"] = relation
        for relation in _sharpest(shown, by_id):
            one, two = (side_of(by_id[i].figure, situation) for i in (relation.a, relation.b))
            yield contradict(one, two, relation.why, "numeric", situation)
        yield from _newer(counts, situation)


def _sharpest(shown: Mapping[tuple[str, str], Relation], by_id: Mapping[str, Count]) -> list[Relation]:
    """All conflicts inside reports; of those across, the few between the highest counts: the lower are mostly older."""

    def sizes(relation: Relation) -> tuple[int, int]:
        low, high = sorted(number(by_id[i].figure) or 0 for i in (relation.a, relation.b))
        return (high, low)

    inside = [r for r in shown.values() if by_id[r.a].figure.report == by_id[r.b].figure.report]
    across = sorted((r for r in shown.values() if r not in inside), key=lambda r: (sizes(r), r.a), reverse=True)
    return [*inside, *across[:ACROSS]]


def _finals(counts: Sequence[Count], situation: Situation) -> set[str]:
    """The last figure that each voice gives on each day of publication, told in a body where it can be."""
    last: dict[tuple[str, str], Count] = {}
    for count in counts:
        if count.stale or count.figure.qualifier in WORDS:
            continue
        key = (_day(count, situation), _voice(count, situation))
        known = last.get(key)
        size, held = number(count.figure) or 0, number(known.figure) or 0 if known else -1
        if size > held or (size == held and known and _plainer(count, known, situation)):
            last[key] = count
    return {c.figure.id for c in last.values()}


def _plainer(a: Count, b: Count, situation: Situation) -> bool:
    """Whether the first of two equal counts is the better to show: in a body, in a claim."""

    def standing(count: Count) -> tuple[bool, bool]:
        title = situation.reports[count.figure.report].title_span
        return (title is None or count.figure.start >= title.end, count.figure.claim is not None)

    return standing(a) > standing(b)


def _newer(counts: Sequence[Count], situation: Situation) -> Iterable[Contradiction]:
    """The two highest counts of the last day when different reports give them: one of them is out of date."""
    by_day: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if not count.stale and count.figure.qualifier not in WORDS and not count.figure.increment:
            by_day[_day(count, situation)].append(count)
    if not by_day or counts[0].group not in ("killed", "injured", "missing"):
        return
    last = sorted(by_day[max(by_day)], key=lambda c: (-(number(c.figure) or 0), not c.figure.claim, c.figure.id))
    top = last[0].figure
    for count in last[1:]:
        low = count.figure
        if low.report != top.report and not agree(low, top):
            why = f"“{low.text}” and “{top.text}” in reports of one day; the lower is probably the older count"
            yield contradict(side_of(low, situation), side_of(top, situation), why, "numeric", situation)
            return


def _apart(a: Count, b: Count) -> bool:
    """Whether two counts of different reports differ by more than a rounding."""
    low, high = sorted((number(a.figure) or 0, number(b.figure) or 0))
    return high > FLOOR * low


def _voice(count: Count, situation: Situation) -> str:
    return voice_of(count.figure, situation) or ""


def _day(count: Count, situation: Situation) -> str:
    published = situation.published(count.figure.report)
    return published[0].isoformat() if published else ""
