"""Dossier, Readings, Resolution -> Agreement: the merge stage of one story."""

from collections.abc import Sequence

import msgspec

from dateline.merge.contradictions.finding import find_contradictions
from dateline.merge.happenings.fields import build_happening
from dateline.merge.happenings.joining import group_events
from dateline.merge.happenings.participants import complete_participants
from dateline.merge.judged import Decisions
from dateline.merge.series.building import build_series
from dateline.merge.series.grouping import group_figures
from dateline.merge.series.parting import part
from dateline.merge.series.relations import relate_all
from dateline.merge.series.scenes import scene_of_events
from dateline.merge.situation import Situation
from dateline.merge.stories.far import date_issues
from dateline.model import Agreement, Contradiction, Dossier, Event, Reading, Resolution, Series


def merge_story(dossier: Dossier, readings: Sequence[Reading], resolution: Resolution) -> Agreement:
    """What the events and figures of one story say together."""
    situation = Situation(dossier, readings, resolution)
    decisions = Decisions(dossier.judgements, situation)
    if decisions.rejected:
        situation = Situation(dossier, readings, _without(resolution, decisions.rejected))
    groups = group_events(situation, decisions)
    scenes = scene_of_events(groups, situation)
    together = group_figures(situation, scenes, decisions)
    counted = [one for group in together for one in part(group, relate_all(group, situation), decisions)]
    found = find_contradictions(groups, counted, scenes, situation)
    contradictions = tuple(x for x in found if x.id not in decisions.rejected)
    happenings = [build_happening(g, situation, decisions, _touching(g, contradictions)) for g in groups]
    series = [
        _regrade(build_series(g, situation, relations=r, contested=any(x.relation == "conflict" for x in r)), decisions)
        for g, r in counted
    ]
    return Agreement(
        story=dossier.story.id,
        happenings=tuple(sorted(happenings, key=lambda h: h.id)),
        series=tuple(sorted(series, key=lambda s: s.id)),
        contradictions=contradictions,
        completed=complete_participants(groups, contradictions, situation),
        issues=tuple(date_issues(dossier)),
    )


def _without(resolution: Resolution, rejected: set[str]) -> Resolution:
    """The resolution without what a person rejected."""
    return msgspec.structs.replace(
        resolution,
        events=tuple(e for e in resolution.events if e.id not in rejected),
        figures=tuple(f for f in resolution.figures if f.id not in rejected),
    )


def _touching(events: Sequence[Event], contradictions: Sequence[Contradiction]) -> list[Contradiction]:
    """The contradictions with a side among the events or the claims they stand in."""
    sides = {e.id for e in events} | {e.claim for e in events if e.claim} | {f for e in events for f in e.figures}
    return [x for x in contradictions if x.a.id in sides or x.b.id in sides]


def _regrade(series: Series, decisions: Decisions) -> Series:
    """The series with the grade a person gave it, if any."""
    grade = decisions.grade(series.members)
    return msgspec.structs.replace(series, grade=grade) if grade else series


__all__ = ["merge_story"]
