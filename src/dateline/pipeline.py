"""THE MAP: the ordered stages, each with what it reads and writes, checked on import.

Capture ─ clean ─▶ Report ─ sign, copies, origins ─▶ Origin
                     │
                     ├─ extract ─▶ Reading
                     └─ keys, alike, stories ─▶ Story ─ resolve ─▶ Resolution ─ merge ─▶ Agreement ─ tell ─▶ Telling
                                                                                                 all of it ─▶ Account
"""

from collections.abc import Mapping, Sequence

from dateline import clean, dedupe, extract, merge, resolve, tell
from dateline.engine import Stage, Stages, account_of, check, make_dossier, tell_story
from dateline.model import (
    Account,
    Agreement,
    Capture,
    Cleaned,
    CopyLink,
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


def alike(a: StoryKeys, b: StoryKeys) -> float:
    """How alike two reports are that may be of one situation; 0 for those that are too far apart."""
    weight = merge.same_story(a, b)
    return weight if weight >= merge.SAME else 0.0


GIVEN: tuple[type[Record], ...] = (Capture, Judgement)
STORY: tuple[type[Record], ...] = (Cleaned, Reading, Origin, Story, Judgement)
STAGES = Stages(
    clean=Stage(name="clean", version=8, unit="report", reads=(Capture,), writes=(Cleaned,), run=clean.clean_report),
    sign=Stage(name="sign", version=2, unit="report", reads=(Cleaned,), writes=(Signature,), run=dedupe.sign),
    copies=Stage(
        name="copies", version=6, unit="pair", reads=(Cleaned, Signature), writes=(CopyLink,), run=dedupe.compare
    ),
    extract=Stage(
        name="extract", version=11, unit="reports", reads=(Cleaned,), writes=(Reading,), run=extract.read_reports
    ),
    keys=Stage(name="keys", version=5, unit="report", reads=(Cleaned,), writes=(StoryKeys,), run=merge.story_keys),
    alike=Stage(name="alike", version=1, unit="pair", reads=(StoryKeys,), writes=(), run=alike),
    stories=Stage(
        name="stories",
        version=6,
        unit="group",
        reads=(Cleaned, StoryKeys, CopyLink),
        writes=(Story,),
        run=merge.group_stories,
    ),
    origins=Stage(
        name="origins",
        version=6,
        unit="group",
        reads=(Cleaned, CopyLink, Story),
        writes=(Origin,),
        run=dedupe.group_origins,
    ),
    resolve=Stage(
        name="resolve", version=11, unit="story", reads=STORY, writes=(Resolution,), run=resolve.resolve_story
    ),
    merge=Stage(
        name="merge", version=11, unit="story", reads=(*STORY, Resolution), writes=(Agreement,), run=merge.merge_story
    ),
    tell=Stage(
        name="tell",
        version=11,
        unit="story",
        reads=(*STORY, Resolution, Agreement),
        writes=(Telling,),
        run=tell.tell_story,
    ),
)
check(GIVEN, STAGES)


def assemble(
    cleaned: Sequence[Cleaned],
    origins: Sequence[Origin],
    stories: Sequence[Story],
    readings: Mapping[str, Reading],
    judgements: Sequence[Judgement],
) -> Account:
    """The account of reports that are already read and grouped: the story stages alone, for measuring them."""
    reports = {c.report.id: c.report for c in cleaned}
    told = [
        tell_story(
            STAGES,
            make_dossier(story, [reports[r] for r in story.reports], origins, judgements),
            [readings[r] for r in story.reports],
        )
        for story in sorted(stories, key=lambda s: s.id)
    ]
    found = [i for c in cleaned for i in c.issues] + [i for r in readings.values() for i in r.issues]
    return account_of(told, origins, found)
