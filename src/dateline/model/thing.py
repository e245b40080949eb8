"""Mentions resolved to things, in the form of the account."""

from typing import Literal

from dateline.english.rates import Stretch, per
from dateline.model.base import Range, Record, Span
from dateline.model.issue import Issue
from dateline.model.mention import ClaimKind, EventKind, Qualifier, Status, What

EntityType = Literal["person", "org", "group", "place", "facility", "media", "event", "other"]
Form = Literal["name", "demonym", "nominal", "pronoun"]
Precision = Literal["exact", "near", "district", "region", "country"]
Granularity = Literal["minute", "day", "week", "month", "year", "range", "duration", "set", "vague"]
Measure = Literal["stock", "flow", "cumulative"]
Stance = Literal["asserts", "denies", "doubts", "asks", "promises", "threatens"]


class EntityMention(Record, frozen=True):
    """One mention of an entity."""

    report: str
    start: int
    end: int
    text: str
    form: Form


class Entity(Record, frozen=True):
    """A person, body, place or thing with all its mentions over the reports. `party`: it is a party to the conflict by
    what the text says (true), a third party (false), or the text does not say (null)."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    party: bool | None = None


class Candidate(Record, frozen=True):
    """Two entities that may be one: kept apart, shown for a person to decide."""

    a: str
    b: str
    score: float
    why: str


class Place(Record, frozen=True):
    """Where an entity of type place or facility lies. `radius_km`: how far off the point may be. `lat`, `lon` are null
    when the place could not be grounded; `how` says why."""

    entity: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    gazetteer_id: str | None
    precision: Precision | None
    how: str
    radius_km: float | None = None
    feature: str | None = None


class Time(Record, frozen=True):
    """A time expression on the calendar. `value` is EDTF or null; `why` says in words how it was read."""

    report: str
    start: int
    end: int
    text: str
    value: str | None
    granularity: Granularity
    anchor: Literal["publication", "text", "none"]
    why: str


class Role(Record, frozen=True):
    """A span that fills a role, with its entity where one is known. The span is null for a source carried over."""

    text: str | None
    start: int | None
    end: int | None
    entity: str | None = None


class Claim(Record, frozen=True):
    """Who says what. `source` null: nobody is named; `source_why` says how it was found, or why not."""

    id: str
    report: str
    source: Role | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: ClaimKind
    medium: str | None = None
    stance: Stance = "asserts"
    confidence: float = 1.0
    source_why: str = ""


class Figure(Record, frozen=True):
    """One count in one report. `place` and `source` are entity ids, `claim` a claim id, `time` EDTF."""

    id: str
    report: str
    start: int
    end: int
    text: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    unit: str
    what: What
    of: str | None
    place: str | None
    time: str | None
    claim: str | None
    source: str | None
    measure: Measure
    increment: bool = False
    event: str | None = None
    place_why: str = ""
    time_why: str = ""
    confidence: float = 1.0

    @property
    def per(self) -> Stretch | None:
        """By what stretch of time it counts ("5,000 barrels a day"); a rate is compared with rates alone."""
        return per(self.text)


class Acled(Record, frozen=True):
    """ACLED's names for a kind."""

    event_type: str | None
    sub_event_type: str | None


class Event(Record, frozen=True):
    """One mention of a happening in one report. `actor_why`, `target_why`: how a party is known that the mention's own
    words do not tell; empty where they do."""

    id: str
    report: str
    trigger: Span
    kind: EventKind
    plover: str | None
    acled: Acled | None
    status: Status
    sentence: Range
    actor: Role | None
    target: Role | None
    place: str | None
    time: str | None
    figures: tuple[str, ...] = ()
    claim: str | None = None
    place_why: str = ""
    time_why: str = ""
    confidence: float = 1.0
    actor_why: str = ""
    target_why: str = ""


class Resolution(Record, frozen=True):
    """What the resolve stage writes for one story."""

    story: str
    entities: tuple[Entity, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
