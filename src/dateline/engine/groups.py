"""Reports -> Origin, Story, and each story's Resolution, Agreement and Telling; settled component by component.

A component is a set of reports connected by links. Origins and stories never reach across one, so that a new report
costs its own component and nothing else. All that follows from one change is committed in one transaction: a reader
sees the account before or after it, never between.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import msgspec
from sqlalchemy import Connection

from dateline.engine.attempt import attempt
from dateline.engine.fingerprint import fingerprint
from dateline.engine.stages import Stages
from dateline.model import (
    Agreement,
    Cleaned,
    CopyLink,
    Dossier,
    Issue,
    Judgement,
    Origin,
    Published,
    Reading,
    Report,
    Resolution,
    Story,
    StoryKeys,
    Telling,
    make_id,
)
from dateline.store import StoreFile, captures, issues, judgements, links, membership, records, things, work
from dateline.store.issues import Failure

JOINING: tuple[links.Kind, ...] = ("copies", "alike")
"""The links that make a component. A shared passage, which any two stories may quote, is evidence for an origin only:
what it touches is settled too, but does not become one with it."""


@dataclass
class Settled:
    """One story with all that was found out about it. `fresh`: it is not what the store already has."""

    dossier: Dossier
    fingerprint: str
    resolution: Resolution
    agreement: Agreement
    telling: Telling
    fresh: bool = True
    failures: list[Failure] = field(default_factory=list)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What its stages say of it."""
        return (*self.resolution.issues, *self.agreement.issues, *self.telling.issues)

    @property
    def story(self) -> Story:
        """The story under the title and deck that the telling found."""
        story = self.dossier.story
        return msgspec.structs.replace(story, title=self.telling.title or story.title, deck=self.telling.deck)


class Settler:
    """Settles the components that have something new. `lost`: the issues that whoever adds reports is told."""

    def __init__(self, file: StoreFile, stages: Stages) -> None:
        self.file, self.stages = file, stages
        self.lost: list[Issue] = []
        self.judged = -1
        self.decisions: Sequence[Judgement] = ()

    def settle_next(self) -> int:
        """Settle and commit the next component; how many reports it had, 0 when none is left. What was judged meanwhile
        leaves it to be settled again."""
        with self.file.reading() as connection:
            seeds = work.first(connection, "group", 1)
            if not seeds:
                return 0
            self._learn(connection)
            touched = closure(connection, seeds[0])
            present = captures.present(connection, touched)
            failures: dict[str, list[Failure]] = {r: [] for r in touched}
            origins: list[Origin] = []
            told: list[Settled] = []
            for component in components(connection, present):
                found, stories = self._group(connection, component, failures[component[0]])
                origins += found
                told += [self._tell(connection, story, found) for story in stories]
        with self.file.transaction() as connection:
            self._write(connection, touched, origins, told)
            issues.clear(connection, *(f"group:{report}" for report in touched))
            for report, failed in failures.items():
                for each in failed:
                    issues.add(connection, f"group:{report}", each)
            if judgements.count(connection) == self.judged:
                work.done(connection, "group", touched)
        fresh = [each for each in told if each.fresh]
        every = [*failures.values(), *(each.failures for each in fresh)]
        self.lost += [failure.issue for failed in every for failure in failed]
        self.lost += [issue for each in fresh for issue in each.issues if issue.weighs]
        return len(touched)

    def _learn(self, connection: Connection) -> None:
        """Read the judgements, when there are more than were read before."""
        judged = judgements.count(connection)
        if judged != self.judged:
            self.judged, self.decisions = judged, judgements.in_force(judgements.get_all(connection))

    def _group(
        self, connection: Connection, component: Sequence[str], failures: list[Failure]
    ) -> tuple[Sequence[Origin], Sequence[Story]]:
        reports = [c.report for c in records.get_many(connection, component, Cleaned)]
        keys = records.get_many(connection, component, StoryKeys)
        copies = links.links_among(connection, "copies", component, CopyLink)
        copies += links.links_touching(connection, "passages", component, CopyLink)
        what = f"{len(reports)} reports from {reports[0].id}"
        divide = partial(self.stages.stories.run, reports, keys, copies)
        stories = attempt(self.stages.stories, None, what, divide, failures) or [
            Story(id=make_id("s", r.id), title=r.title or "", reports=(r.id,)) for r in reports
        ]
        group = partial(self.stages.origins.run, reports, copies, stories)
        found = attempt(self.stages.origins, None, what, group, failures)
        origins = [Origin(id=make_id("o", r.id), reports=(r.id,), basis="single") for r in reports]
        return origins if found is None else found, stories

    def _tell(self, connection: Connection, story: Story, origins: Sequence[Origin]) -> Settled:
        reports = [c.report for c in records.get_many(connection, story.reports, Cleaned)]
        readings = records.get_many(connection, story.reports, Reading)
        dossier = make_dossier(story, reports, origins, self.decisions)
        made_from = fingerprint((self.stages.resolve, self.stages.merge, self.stages.tell), dossier, *readings)
        if records.fingerprint_of(connection, story.id, Telling) == made_from:
            resolution = records.get(connection, story.id, Resolution)
            agreement = records.get(connection, story.id, Agreement)
            telling = records.get(connection, story.id, Telling)
            if resolution is not None and agreement is not None and telling is not None:
                return Settled(dossier, made_from, resolution, agreement, telling, fresh=False)
        told = tell_story(self.stages, dossier, readings)
        told.fingerprint = made_from
        return told

    def _write(
        self, connection: Connection, touched: Sequence[str], origins: Sequence[Origin], told: Sequence[Settled]
    ) -> None:
        before = [where for r in touched if (where := membership.of(connection, r)) is not None]
        kept = {t.story.id for t in told if not t.fresh}
        for story in sorted({story for _, story in before} - kept):
            remove_story(connection, story)
        records.remove(connection, sorted({origin for origin, _ in before}), Origin)
        membership.remove(connection, touched)
        for origin in origins:
            records.put(connection, origin.id, "", origin)
        for each in told:
            for report in each.dossier.reports:
                membership.put(connection, report.id, report.origin, each.story.id)
            if each.fresh:
                write_story(connection, each)


def tell_story(stages: Stages, dossier: Dossier, readings: Sequence[Reading]) -> Settled:
    """Resolve, merge and tell one story. A stage that fails leaves its part empty and an issue; where the reading of a
    report breaks it, the story is told without what that report says."""
    told = _run_stages(stages, dossier, readings)
    if not told.failures or len(readings) == 1:
        return told
    sound = _sound(stages, dossier, readings)
    if not sound:
        return told
    without = _run_stages(stages, dossier, _only(sound, readings))
    for report in dossier.reports:
        if report.id not in sound:
            why = "; ".join(f.issue.message for f in told.failures)
            message = f"{report.path or report.url or report.id}: left out of its story, since with it {why}"
            issue = Issue(stage=told.failures[0].issue.stage, code="stage-failed", report=report.id, message=message)
            without.failures.append(Failure(issue=issue, trace=told.failures[0].trace))
    return without


def _run_stages(stages: Stages, dossier: Dossier, readings: Sequence[Reading]) -> Settled:
    id_, failures = dossier.story.id, list[Failure]()
    what = f"story {id_} ({len(dossier.reports)} reports)"
    resolve = partial(stages.resolve.run, dossier, readings)
    resolution = attempt(stages.resolve, None, what, resolve, failures) or Resolution(story=id_)
    merge = partial(stages.merge.run, dossier, readings, resolution)
    agreement = attempt(stages.merge, None, what, merge, failures) or Agreement(story=id_)
    tell = partial(stages.tell.run, dossier, readings, resolution, agreement)
    telling = attempt(stages.tell, None, what, tell, failures) or Telling(story=id_)
    return Settled(dossier, "", resolution, agreement, telling, failures=failures)


def _sound(stages: Stages, dossier: Dossier, readings: Sequence[Reading]) -> frozenset[str]:
    """The reports of a story that failed whose readings alone break no stage, found by halves; none where the stages
    fail without any reading."""

    def works(reports: frozenset[str]) -> bool:
        return not _run_stages(stages, dossier, _only(reports, readings)).failures

    def search(reports: Sequence[str]) -> frozenset[str]:
        """Those of some reports, which fail together."""
        if len(reports) == 1:
            return frozenset()
        half = len(reports) // 2
        parts = [p if works(frozenset(p)) else search(p) for p in (reports[:half], reports[half:])]
        first, second = (frozenset(p) for p in parts)
        both = first | second
        together = first and second and len(both) < len(reports) and works(both)
        return both if together else max(first, second, key=len)

    return search([r.report for r in readings]) if works(frozenset()) else frozenset()


def _only(reports: frozenset[str], readings: Sequence[Reading]) -> list[Reading]:
    """The readings of these reports; nothing is read in the others."""
    return [r if r.report in reports else Reading(report=r.report) for r in readings]


def make_dossier(
    story: Story, reports: Sequence[Report], origins: Sequence[Origin], decisions: Sequence[Judgement]
) -> Dossier:
    """All that the story stages read of one story."""
    members = set(story.reports)
    origin_of = {r: o.id for o in origins for r in o.reports}
    return Dossier(
        story=story,
        reports=tuple(settled(r, origin_of.get(r.id), story) for r in reports),
        origins=tuple(o for o in origins if members & set(o.reports)),
        judgements=tuple(j for j in decisions if concerns(j, members)),
    )


def settled(report: Report, origin: str | None, story: Story) -> Report:
    """A report in its origin and story, with the date that counts there."""
    published = report.published
    for astray in story.astray:
        if astray.report == report.id:
            published = Published(why=astray.why)
            if astray.day is not None:
                published = Published(value=astray.day, precision="day", how="inferred", why=astray.why)
    return msgspec.structs.replace(report, origin=origin, story=story.id, published=published)


def concerns(judgement: Judgement, reports: set[str]) -> bool:
    """Whether a judgement may bear on a story of these reports: it names one of them, or none at all."""
    named = {ref.report for ref in (judgement.target, judgement.other) if ref is not None and ref.report}
    return not named or bool(named & reports)


def write_story(connection: Connection, told: Settled) -> None:
    """Everything about one story, into tables that have nothing of it."""
    story = told.story
    for record in (story, told.resolution, told.agreement, told.telling):
        records.put(connection, story.id, told.fingerprint, record)
    rows = things.rows_of_story(told.resolution, told.agreement, told.telling)
    things.put_story(connection, story.id, told.dossier.reports, told.resolution.entities, rows)
    issues.put(connection, f"story:{story.id}", [Failure(issue=i) for i in told.issues] + told.failures)


def remove_story(connection: Connection, story: str) -> None:
    """Forget what was found out about a story."""
    records.remove(connection, [story], Story, Resolution, Agreement, Telling)
    things.remove_story(connection, story)
    issues.clear(connection, f"story:{story}")


def closure(connection: Connection, seed: str) -> list[str]:
    """The reports that a change at `seed` can move: those connected with it, now or as last settled. Sorted."""
    seen, frontier, groups = {seed}, [seed], set[str]()
    while frontier:
        report = frontier.pop()
        reached = set(links.neighbours(connection, report, *JOINING))
        for group in membership.groups_of(connection, report):
            if group not in groups:  # a story of thousands is asked for its reports once
                groups.add(group)
                reached.update(membership.reports_of(connection, group))
        frontier += sorted(reached - seen)
        seen |= reached
    return sorted(seen)


def components(connection: Connection, reports: Sequence[str]) -> list[list[str]]:
    """The reports parted into those that links connect, each part sorted, in order of the first."""
    left, parts = set(reports), []
    for report in reports:
        if report not in left:
            continue
        left.discard(report)
        part, frontier = [report], [report]
        while frontier:
            reached = [n for n in links.neighbours(connection, frontier.pop(), *JOINING) if n in left]
            left.difference_update(reached)
            part += reached
            frontier += reached
        parts.append(sorted(part))
    return parts
