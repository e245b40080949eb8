"""groups -> contradictions: two statements that cannot both hold, each with both sides and the reason.

Few and right: one for each two voices and each matter. Numbers, facts, dates and attributions are looked at apart.
"""

from collections.abc import Iterable, Sequence

import msgspec

from dateline.merge.contradictions.blame import counter_charges, denied_part
from dateline.merge.contradictions.denials import denied_charges, denied_deeds, disowned_deeds
from dateline.merge.contradictions.details import conflicting_details
from dateline.merge.contradictions.differing import conflicting_accounts, conflicting_tellings
from dateline.merge.contradictions.dismissed import dismissed_reports
from dateline.merge.contradictions.opposed import denied, not_yet, outlived
from dateline.merge.contradictions.pending import declared_over, still_pending
from dateline.merge.contradictions.reasons import conflicting_falls, conflicting_reasons
from dateline.merge.contradictions.speakers import conflicting_speakers
from dateline.merge.contradictions.tolls import CountConflict, conflicting_counts
from dateline.merge.contradictions.unharmed import conflicting_harm
from dateline.merge.series.counted import Count
from dateline.merge.series.scenes import Scenes, by_scene
from dateline.merge.situation import Situation
from dateline.model import Contradiction, Event, Relation, Side


def find_contradictions(
    groups: Sequence[Sequence[Event]],
    series: Sequence[tuple[Sequence[Count], Sequence[Relation]]],
    scenes: Scenes,
    situation: Situation,
) -> tuple[Contradiction, ...]:
    """All contradictions of a story, each pair of sides once with all that they differ on; sorted by id."""
    found: dict[frozenset[str], Contradiction] = {}
    told = by_scene(groups, scenes)
    for one in (
        *denied(groups, situation),
        *denied_charges(situation),
        *denied_deeds(situation),
        *disowned_deeds(situation),
        *counter_charges(situation),
        *denied_part(situation),
        *not_yet(groups, situation),
        *still_pending(situation),
        *outlived(groups, situation),
        *declared_over(situation),
        *conflicting_accounts(groups, situation),
        *conflicting_details(groups, scenes, situation),
        *conflicting_tellings(told, scenes, situation),
        *conflicting_reasons(situation),
        *conflicting_falls(situation),
        *conflicting_harm(situation),
        *conflicting_speakers(situation),
        *dismissed_reports(situation),
        *_each_once(conflicting_counts(series, situation)),
    ):
        if one.a.id == one.b.id:
            continue
        if one.kind == "factual" and any(_in_caption(side, situation) for side in (one.a, one.b)):
            continue
        sides = frozenset((one.a.id, one.b.id))
        known = found.get(sides)
        found[sides] = one if known is None else msgspec.structs.replace(known, why=_both(known.why, one.why))
    return tuple(sorted(found.values(), key=lambda x: x.id))


def _each_once(conflicts: Iterable[CountConflict]) -> Iterable[Contradiction]:
    """Those of other words: each two counts once, in whatever pages they stand."""
    shown: set[frozenset[str]] = set()
    for conflict in conflicts:
        one = conflict.contradiction
        if one.a.id != one.b.id and conflict.texts not in shown:
            shown.add(conflict.texts)
            yield one


def _in_caption(side: Side, situation: Situation) -> bool:
    """Whether a side stands under a picture: what is not so of those on it may be so of others."""
    if side.type == "claim":
        report, at = situation.claims[side.id].report, situation.claims[side.id].content[0].start
    elif side.type == "event":
        report, at = situation.events[side.id].report, situation.events[side.id].trigger.start
    else:
        report, at = situation.figures[side.id].report, situation.figures[side.id].start
    return any(b.kind == "caption" and b.start <= at < b.end for b in situation.reports[report].blocks)


def _both(why: str, other: str) -> str:
    """Two reasons in one, the sentences quoted once where both quote the same."""
    matter, _, quoted = other.partition(": ")
    if why.endswith(f": {quoted}"):
        return why if matter in why else f"{why.removesuffix(f': {quoted}')}, {matter}: {quoted}"
    return f"{why}; {other}"
