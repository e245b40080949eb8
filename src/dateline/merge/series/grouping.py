"""figures -> groups of counts of the same thing, each in order of time; stocks, flows and running totals apart."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dateline.english.numerals import CARDINALS
from dateline.english.patterns import one_of
from dateline.merge.judged import Decisions
from dateline.merge.series.amounts import number
from dateline.merge.series.counted import Count, count_of
from dateline.merge.series.parts import HARMED, PORTIONS
from dateline.merge.series.same_thing import FEW, WEEK, far, one_toll, same_thing, told_apart
from dateline.merge.series.scenes import Scenes
from dateline.merge.series.verbs import gainsaid, imagined
from dateline.merge.situation import Situation
from dateline.model import Figure
from dateline.model.edtf import overlap

NUMERAL = re.compile(
    rf"(?i)\d|\b(?:no|none|nobody|{one_of(CARDINALS)}|\w+teen|twenty-\w+|thirty-\w+|dozens?|scores?|tens|hundreds?|"
    r"thousands?|millions?|several|many|few|most|mostly|half|couple|pair|a|an)\b"
)
"""What a count is written with."""

ORDINAL = re.compile(r"(?i)\b(?:second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th))\b")


def group_figures(situation: Situation, scenes: Scenes, decisions: Decisions) -> list[tuple[Count, ...]]:
    """The figures of a story in groups that count the same thing, each in order of time."""
    counts = [
        count_of(f, situation, scenes)
        for f in situation.resolution.figures
        if _says_number(f) and not gainsaid(f, situation) and not imagined(f, situation)
    ]
    blocks: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for count in _named_wholes(counts, situation):
        blocks[count.group, count.unit, count.part, _measure(count), count.figure.per or ""].append(count)
    groups: list[list[Count]] = []
    for key in sorted(blocks):
        found: list[list[Count]] = []
        for count in sorted(blocks[key], key=lambda c: (c.scene or "~", c.figure.id)):
            fits = [g for g in found if _same(count, g, situation, decisions)]
            home = min(fits, key=lambda g: _gap(count, g), default=None)
            if home is None:
                found.append([count])
            else:
                home.append(count)
        groups += _of_one_toll(found, situation, decisions)
    order = [tuple(sorted(g, key=lambda c: in_time(c, situation))) for g in groups]
    return sorted(order, key=lambda g: g[0].figure.id)


def _of_one_toll(groups: Sequence[Sequence[Count]], situation: Situation, decisions: Decisions) -> list[list[Count]]:
    """The groups, of which one that gives a number of a larger one is of it too where nothing tells the two apart."""
    joined: list[list[Count]] = []
    for group in sorted(groups, key=lambda g: (-len(g), min(c.figure.id for c in g))):
        home = next((g for g in joined if _is_one_toll(group, g, situation, decisions)), None)
        if home is None:
            joined.append(list(group))
        else:
            home += group
    return joined


def _is_one_toll(one: Sequence[Count], two: Sequence[Count], situation: Situation, decisions: Decisions) -> bool:
    pairs = [(a, b) for a in one for b in two]
    if not any(one_toll(a, b, situation) for a, b in pairs):
        return False
    return not any(
        decisions.together(a.figure.id, b.figure.id) is False or told_apart(a, b, situation) for a, b in pairs
    )


def _named_wholes(counts: Sequence[Count], situation: Situation) -> list[Count]:
    """The counts, of which one by a trade or an age is of everybody where others count as many people and nobody of
    those days more: “the crash killed nine pupils”, “the nine dead”."""
    since = situation.window[0] - timedelta(WEEK) if situation.window else date.min
    wholes = [
        c for c in counts if c.group in HARMED and not c.part and not c.stale and not (c.days and c.days[1] < since)
    ]

    def is_whole(count: Count) -> bool:
        size = number(count.figure) or 0
        near = [
            c for c in wholes
            if c.group == count.group and not (c.days and count.days and not overlap(c.days, count.days, slack=WEEK))
        ]  # fmt: skip
        same = any(
            number(c.figure) == size and c.figure.report != count.figure.report and not far(c, count, situation)
            for c in near
        )
        return same and not any((number(c.figure) or 0) > size for c in near)

    return [
        msgspec.structs.replace(c, part="")
        if c.group in HARMED and c.part not in PORTIONS and (number(c.figure) or 0) >= FEW and is_whole(c)
        else c
        for c in counts
    ]


def _measure(count: Count) -> str:
    """Stocks apart from what moves or dies. "Had left" and "left" are one measure of a movement: it is told as so far
    or as of a day by tense alone."""
    moved = count.group in ("moved", "arrived") and count.figure.measure != "stock"
    if count.group in HARMED or count.group == "freed" or moved:
        return ""
    return count.figure.measure


def _says_number(figure: Figure) -> bool:
    """Whether a figure has a number, and its words say one: “the driver” is nobody's count, “a second bomb” no two."""
    if number(figure) is None or not NUMERAL.search(figure.text):
        return False
    return not (number(figure) == 1 and ORDINAL.search(figure.text))


def _same(count: Count, group: Sequence[Count], situation: Situation, decisions: Decisions) -> bool:
    """Whether a figure counts what the group counts."""
    said = {decisions.together(count.figure.id, c.figure.id) for c in group} - {None}
    if said:
        return False not in said
    return all(same_thing(count, c, situation) for c in group[:12])


def _gap(count: Count, group: Sequence[Count]) -> float:
    """By what factor, less one, a count differs from the nearest of a group."""
    size = number(count.figure) or 0
    return min(max(size, n) / max(1, min(size, n)) - 1 for n in (number(c.figure) or 0 for c in group))


def in_time(count: Count, situation: Situation) -> tuple[object, ...]:
    """Sorts counts as they were given: by day of publication, overtaken ones first, a rising total by its size."""
    published = situation.published(count.figure.report)
    day = published[0].isoformat() if published else "9999"
    size = number(count.figure) or 0
    rising = count.group in HARMED or count.figure.measure == "cumulative"
    return (day, not count.stale, size if rising else 0, situation.rank[count.figure.report], count.figure.start)
