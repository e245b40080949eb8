"""THE MAP: the ordered stages, each with what it reads and writes, checked on import.

Capture ─ clean ─▶ Report ─ dedupe ─▶ Origin
                     │
                     ├─ extract ─▶ Reading
                     └─ stories ─▶ Story ─ resolve ─▶ Resolution ─ merge ─▶ Agreement ─ tell ─▶ Telling
                                                                                    all of it ─▶ Account
"""

from collections.abc import Sequence
from typing import Literal

from dateline import clean, dedupe, extract, merge, resolve, tell
from dateline.model import (
    Account,
    Agreement,
    Capture,
    Cleaned,
    CopyLink,
    Dossier,
    Judgement,
    Origin,
    Reading,
    Record,
    Resolution,
    Signature,
    Story,
    StoryKeys,
    Telling,
)


class Stage(Record, frozen=True):
    """One step. `unit`: what it is a pure function of: one report, pairs over the whole store, or one story.
    `version` goes up when its output changes; with its inputs it is the fingerprint that lets a rerun skip it."""

    name: str
    version: int
    unit: Literal["report", "store", "story"]
    reads: tuple[type[Record], ...]
    writes: tuple[type[Record], ...]


GIVEN: tuple[type[Record], ...] = (Capture, Judgement)
STORY: tuple[type[Record], ...] = (Cleaned, Reading, Origin, Story, Judgement)
STAGES = (
    Stage(name="clean", version=1, unit="report", reads=(Capture,), writes=(Cleaned,)),
    Stage(name="dedupe", version=1, unit="store", reads=(Cleaned,), writes=(Signature, CopyLink, Origin)),
    Stage(name="extract", version=1, unit="report", reads=(Cleaned,), writes=(Reading,)),
    Stage(name="stories", version=1, unit="store", reads=(Cleaned, Reading), writes=(StoryKeys, Story)),
    Stage(name="resolve", version=1, unit="story", reads=STORY, writes=(Resolution,)),
    Stage(name="merge", version=1, unit="story", reads=(*STORY, Resolution), writes=(Agreement,)),
    Stage(name="tell", version=1, unit="story", reads=(*STORY, Resolution, Agreement), writes=(Telling,)),
)


def check(stages: Sequence[Stage]) -> None:
    """Each stage reads only what is given or written before it."""
    known = set(GIVEN)
    for stage in stages:
        missing = set(stage.reads) - known
        if missing:
            raise TypeError(f"stage {stage.name} reads {missing} before anything writes it")
        known |= set(stage.writes)


check(STAGES)


def read_captures(captures: Sequence[Capture], judgements: Sequence[Judgement] = ()) -> Account:
    """The account of the captures, in memory."""
    cleaned = sorted((clean.clean_report(c) for c in captures), key=lambda c: c.report.id)
    reports = [c.report for c in cleaned]
    readings = dict(zip((r.id for r in reports), extract.read_reports(reports), strict=True))
    links = [
        link for i, a in enumerate(reports) for b in reports[i + 1 :] if (link := dedupe.compare(a, b)) is not None
    ]
    origins = dedupe.group_origins(reports, links)
    stories = merge.group_stories(reports, [merge.story_keys(r) for r in reports])
    return assemble(cleaned, origins, stories, readings, judgements)


def assemble(
    cleaned: Sequence[Cleaned],
    origins: Sequence[Origin],
    stories: Sequence[Story],
    readings: dict[str, Reading],
    judgements: Sequence[Judgement],
) -> Account:
    """Run the story stages and put the account together."""
    import msgspec

    origin_of = {r: o.id for o in origins for r in o.reports}
    story_of = {r: s.id for s in stories for r in s.reports}
    reports = {
        c.report.id: msgspec.structs.replace(
            c.report, origin=origin_of.get(c.report.id), story=story_of.get(c.report.id)
        )
        for c in cleaned
    }
    parts: list[tuple[Resolution, Agreement, Telling]] = []
    told: list[Story] = []
    for story in sorted(stories, key=lambda s: s.id):
        dossier = Dossier(
            story=story,
            reports=tuple(reports[r] for r in story.reports),
            origins=tuple(o for o in origins if set(o.reports) & set(story.reports)),
            judgements=tuple(judgements),
        )
        read = [readings[r] for r in story.reports]
        resolution = resolve.resolve_story(dossier, read)
        agreement = merge.merge_story(dossier, read, resolution)
        telling = tell.tell_story(dossier, read, resolution, agreement)
        told.append(msgspec.structs.replace(story, title=telling.title or story.title))
        parts.append((resolution, agreement, telling))
    return Account(
        reports=tuple(reports.values()),
        origins=tuple(origins),
        stories=tuple(told),
        entities=tuple(x for r, _, _ in parts for x in r.entities),
        candidates=tuple(x for r, _, _ in parts for x in r.candidates),
        places=tuple(x for r, _, _ in parts for x in r.places),
        times=tuple(x for r, _, _ in parts for x in r.times),
        claims=tuple(x for r, _, _ in parts for x in r.claims),
        figures=tuple(x for r, _, _ in parts for x in r.figures),
        events=tuple(x for r, _, _ in parts for x in r.events),
        happenings=tuple(x for _, a, _ in parts for x in a.happenings),
        series=tuple(x for _, a, _ in parts for x in a.series),
        contradictions=tuple(x for _, a, _ in parts for x in a.contradictions),
        timeline=tuple(x for _, _, t in parts for x in t.timeline),
        brief=tuple(x for _, _, t in parts for x in t.brief),
        issues=tuple(i for c in cleaned for i in c.issues)
        + tuple(i for r in readings.values() for i in r.issues)
        + tuple(i for r, a, t in parts for x in (r, a, t) for i in x.issues),
    )
