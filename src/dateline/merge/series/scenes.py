"""groups -> scenes: the happening that each event's figures are counted for.

Deaths and injuries told apart from their cause ("The death toll rose to 24") are happenings of their own, but their
numbers count what the report is about, unless a day or a place of their own speaks against it. What several reports of
one story are about, at one time and not at two places, is one scene, even where its happenings were not merged. The
fighting that goes on around a blow is none with it.
"""

import re
from collections.abc import Sequence

from dateline.merge.happenings.clues import Clue, clue_of, join
from dateline.merge.happenings.fields import happening_id
from dateline.merge.happenings.forbidding import forbidden, kindred, scene, two_means
from dateline.merge.kinds import CAUSES
from dateline.merge.situation import Situation
from dateline.model import Event, Record
from dateline.model.edtf import Days, overlap, width
from dateline.model.kinds import BLOWS, HARM


class Main(Record, frozen=True):
    """What a report is about: the scene's id, its days and one of its places."""

    id: str
    days: Days | None
    place: str | None


class Scenes(Record, frozen=True):
    """The scene of each event, the one that each report is about, and each of these once."""

    of_event: dict[str, str]
    of_report: dict[str, Main]
    mains: tuple[Main, ...]


def scene_of_events(groups: Sequence[Sequence[Event]], situation: Situation) -> Scenes:
    """The id of the happening that each event's figures belong to, and each report's main one."""
    found = {e.id: happening_id(g) for g in groups for e in g}
    causes = sorted(
        (g for g in groups if any(e.kind in CAUSES for e in g)),
        key=lambda g: (_goes_on(g), -len({e.report for e in g}), -len(g), g[0].id),
    )
    mains: dict[str, tuple[str, Clue]] = {}
    leading: list[tuple[str, Clue, bool]] = []
    for group in causes:
        lead = [e for e in group if e.trigger.start < situation.lead(e.report)]
        if not lead:
            continue
        reports = sorted({e.report for e in lead} - set(mains))
        clue = clue_of_group(lead, situation)
        lasting = _goes_on(group)
        alike = (m for m in leading if m[2] == lasting and _one_scene(m[1], clue, situation))
        one = next(alike, (happening_id(group), clue, lasting))
        if not reports and one[1] is clue:
            continue
        leading.append((one[0], clue, lasting))
        mains.update((report, (one[0], clue)) for report in reports)
        found.update((e.id, one[0]) for e in group)
    for group in groups:
        if not all(e.kind in HARM for e in group):
            continue
        for event in group:
            main = mains.get(event.report)
            before = _incident(event, causes, situation)
            if before is not None:
                found[event.id] = found[before.id]
            elif main and not _elsewhere(clue_of(event, situation), main[1], situation):
                found[event.id] = main[0]
    about = {
        r: Main(id=one, days=clue.days or clue.around, place=min(clue.places | clue.about, default=None))
        for r, (one, clue) in mains.items()
    }
    once = {(m.id, m.days, m.place): m for m in about.values()}
    return Scenes(of_event=found, of_report=about, mains=tuple(once.values()))


INCIDENT = re.compile(r"(?i)\b(?:in|during) (?:the|this|that) (?:incident|episode)\b")
"""Words that take up what was told just before."""

BACK = 2
"""Sentences back in which an incident is looked for."""


def _incident(event: Event, causes: Sequence[Sequence[Event]], situation: Situation) -> Event | None:
    """What "killed in the incident" takes up: the last blow told in the sentences just before."""
    if not INCIDENT.search(situation.sentence(event)):
        return None
    starts = [s.start for s in situation.readings[event.report].sentences if s.start < event.sentence.start]
    if not starts:
        return None
    since = starts[-BACK:][0]
    told = [
        e for g in causes for e in g
        if e.report == event.report and since <= e.trigger.start < event.sentence.start and e.kind in CAUSES
    ]  # fmt: skip
    return max(told, key=lambda e: (e.trigger.start, e.id), default=None)


def _goes_on(group: Sequence[Event]) -> bool:
    """Whether most mentions of force tell it as going on: “fighting for the city” is the frame of the blows that are
    dealt in it, and what each of them did is counted for the blow."""
    force = [e for e in group if e.kind in BLOWS]
    return sum(e.status == "ongoing" for e in force) * 2 > len(force)


def by_scene(groups: Sequence[Sequence[Event]], scenes: Scenes) -> list[tuple[Event, ...]]:
    """The events of each scene, in order of its id."""
    found: dict[str, list[Event]] = {}
    for group in groups:
        for event in group:
            found.setdefault(scenes.of_event[event.id], []).append(event)
    return [tuple(found[s]) for s in sorted(found)]


def clue_of_group(group: Sequence[Event], situation: Situation) -> Clue:
    """What the mentions of a group say together."""
    clue = clue_of(group[0], situation)
    for event in group[1:]:
        clue = join(clue, clue_of(event, situation))
    return clue


def _one_scene(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether what two reports are about is one scene: kindred, of the same days, and not known to be at two places;
    blows by two means (“the suicide bombing”, “the air raids”) only at one place that both name."""
    one, two = a.days or a.around, b.days or b.around
    where = scene(a, b, situation)
    return (
        kindred(a, b)
        and one is not None
        and two is not None
        and overlap(one, two, slack=1)
        and max(width(one), width(two)) <= LONG
        and where != "apart"
        and (where == "same" or not two_means(a, b))
        and "war" not in a.weapons | b.weapons
    )


LONG = 10
"""Days beyond which a happening is no single scene."""


def _elsewhere(clue: Clue, main: Clue, situation: Situation) -> bool:
    """Whether a mention's own words set it apart from what the report is about."""
    return (
        forbidden(clue, main, situation)
        or "hypothetical" in clue.statuses
        or (bool(clue.places) and scene(clue, main, situation) in ("apart", "open"))
        or (clue.days is not None and width(clue.days) > 60)
    )
