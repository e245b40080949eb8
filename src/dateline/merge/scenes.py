"""groups -> scenes: the happening that each event's figures are counted for.

Deaths and injuries told apart from their cause ("The death toll rose to 24") are happenings of their own, but their
numbers count what the report is about, unless a day or a place of their own speaks against it.
"""

from collections.abc import Sequence

from dateline.merge.clues import CAUSES, HARM, Clue, clue_of, join
from dateline.merge.fields import happening_id
from dateline.merge.likeness import forbidden, scene
from dateline.merge.situation import Situation
from dateline.model import Event
from dateline.model.edtf import width


def scene_of_events(groups: Sequence[Sequence[Event]], situation: Situation) -> dict[str, str]:
    """The id of the happening that each event's figures belong to."""
    found = {e.id: happening_id(g) for g in groups for e in g}
    causes = sorted(
        (g for g in groups if any(e.kind in CAUSES for e in g)),
        key=lambda g: (-len({e.report for e in g}), -len(g), g[0].id),
    )
    mains: dict[str, tuple[str, Clue]] = {}
    for group in causes:
        clue = clue_of_group(group, situation)
        for report in sorted({e.report for e in group if e.trigger.start < situation.lead(e.report)}):
            mains.setdefault(report, (happening_id(group), clue))
    for group in groups:
        if not all(e.kind in HARM for e in group):
            continue
        for event in group:
            main = mains.get(event.report)
            if main and not _elsewhere(clue_of(event, situation), main[1], situation):
                found[event.id] = main[0]
    return found


def clue_of_group(group: Sequence[Event], situation: Situation) -> Clue:
    """What the mentions of a group say together."""
    clue = clue_of(group[0], situation)
    for event in group[1:]:
        clue = join(clue, clue_of(event, situation))
    return clue


def _elsewhere(clue: Clue, main: Clue, situation: Situation) -> bool:
    """Whether a mention's own words set it apart from what the report is about."""
    return (
        forbidden(clue, main, situation)
        or "hypothetical" in clue.statuses
        or (bool(clue.places) and scene(clue, main, situation) in ("apart", "open"))
        or (clue.days is not None and width(clue.days) > 60)
    )
