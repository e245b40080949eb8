"""The account: what the reports say together, in the form of docs/account.schema.json (`dateline/account/1`)."""

from typing import Literal

from dateline.model.base import Record
from dateline.model.issue import Issue
from dateline.model.judgement import Judgement
from dateline.model.mention import EventKind, What
from dateline.model.origin import Origin, Story
from dateline.model.report import Report
from dateline.model.thing import Candidate, Claim, Entity, Event, Figure, Measure, Place, Precision, Resolution, Time

Grade = Literal["corroborated", "single_source", "contested", "unattributed"]


class SourceSpan(Record, frozen=True):
    """The words of a report that support a statement."""

    report: str
    start: int
    end: int


class Support(Record, frozen=True):
    """Four counts that are never confused: reports, publishers, origins, informants."""

    reports: int
    publishers: int
    origins: int
    informants: int


class Happening(Record, frozen=True):
    """Events of several reports that are the same. `start`, `end`: EDTF days; `conflicts`: contradiction ids.
    `voices`: entity ids of the informants; `originals`: origin ids. `status` is the latest known. `stages`: the first
    event of each change of status, in order of time. `told`: the words that the summary is cut from."""

    id: str
    kind: EventKind
    summary: str
    start: str | None
    end: str | None
    precision: str | None
    place: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    events: tuple[str, ...]
    support: Support
    grade: Grade
    conflicts: tuple[str, ...] = ()
    status: str = "happened"
    story: str | None = None
    voices: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    place_precision: Precision | None = None
    stages: tuple[str, ...] = ()
    background: bool = False
    told: SourceSpan | None = None


class Relation(Record, frozen=True):
    """How two figures of a series stand to each other, with the reason in words."""

    a: str
    b: str
    relation: Literal["agree", "conflict", "evolves", "different_scope"]
    why: str


class Series(Record, frozen=True):
    """Figures of the same thing, over reports and time. `members` are figure ids in order of time; `latest` is the id
    of the member that holds now."""

    id: str
    label: str
    unit: str
    what: What
    of: str | None
    place: str | None
    measure: Measure
    members: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None
    latest: str | None
    relations: tuple[Relation, ...] = ()
    support: Support | None = None
    grade: Grade | None = None
    voices: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    happening: str | None = None
    story: str | None = None
    background: bool = False


class Side(Record, frozen=True):
    """One side of a contradiction."""

    type: Literal["claim", "event", "figure"]
    id: str


class Contradiction(Record, frozen=True):
    """Two statements that cannot both hold, and why."""

    id: str
    a: Side
    b: Side
    why: str
    kind: Literal["numeric", "factual", "temporal", "attribution"] = "factual"
    story: str | None = None


class Agreement(Record, frozen=True):
    """What the merge stage writes for one story. `completed`: events of the resolution with an actor or target that
    other mentions of their happening tell; they stand in the account in place of those of the same id."""

    story: str
    happenings: tuple[Happening, ...] = ()
    series: tuple[Series, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    issues: tuple[Issue, ...] = ()
    completed: tuple[Event, ...] = ()


class TimelineEntry(Record, frozen=True):
    """One dated entry. `background`: as of its happening; `grade`: of what its summary says, by `support`, which holds
    those alone that say it too; none for a summary of counts or of the happening, which has its grade."""

    start: str | None
    end: str | None
    precision: str | None
    summary: str
    happening: str | None
    support: tuple[SourceSpan, ...]
    background: bool = False
    story: str | None = None
    grade: Grade | None = None


class BriefSentence(Record, frozen=True):
    """One sentence of the brief. `topic` groups sentences under a heading (what, how_many, who, why, since,
    unsettled); `inferred`: our reading, which no single sentence states. `refs`: ids of what is told."""

    text: str
    support: tuple[SourceSpan, ...]
    topic: str = "what"
    grade: Grade | None = None
    inferred: bool = False
    refs: tuple[str, ...] = ()
    story: str | None = None


class Telling(Record, frozen=True):
    """What the tell stage writes for one story. `title` and `deck` head the account."""

    story: str
    timeline: tuple[TimelineEntry, ...] = ()
    brief: tuple[BriefSentence, ...] = ()
    title: str = ""
    deck: str = ""
    issues: tuple[Issue, ...] = ()


class Dossier(Record, frozen=True):
    """All that the story stages read of one story: its reports (with `origin` and `story` filled in), origins (those of
    its reports) and the judgements in force."""

    story: Story
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    judgements: tuple[Judgement, ...] = ()


class Account(Record, frozen=True):
    """The whole account. Every list is sorted by id or by text order; the same reports give the same bytes."""

    schema: str = "dateline/account/1"
    reports: tuple[Report, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    happenings: tuple[Happening, ...] = ()
    series: tuple[Series, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    brief: tuple[BriefSentence, ...] = ()
    issues: tuple[Issue, ...] = ()


__all__ = ["Account", "Agreement", "Dossier", "Resolution", "Telling"]
