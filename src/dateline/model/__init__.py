"""The records, and what their fields may hold: kinds, hedges, dates, corrections. Every room takes records and gives
records."""

from dateline.model.account import (
    Account,
    Agreement,
    BriefSentence,
    Contradiction,
    Dossier,
    Grade,
    Happening,
    Relation,
    Series,
    Side,
    SourceSpan,
    Support,
    Telling,
    TimelineEntry,
)
from dateline.model.base import Range, Record, Span, make_id
from dateline.model.issue import Issue
from dateline.model.judgement import Judgement, Ref
from dateline.model.kinds import Kind, kinds
from dateline.model.mention import (
    FACTS,
    ClaimKind,
    ClaimMention,
    EventKind,
    EventMention,
    FigureMention,
    NameMention,
    NameType,
    Qualifier,
    Reading,
    Status,
    TimeMention,
    TimeType,
    What,
)
from dateline.model.origin import Astray, Basis, Change, CopyLink, Origin, Shared, Signature, Story, StoryKeys
from dateline.model.report import STORY_KINDS, Block, BlockKind, Capture, Cleaned, Declared, Media, Published, Report
from dateline.model.thing import (
    Acled,
    Candidate,
    Claim,
    Correctable,
    Correction,
    Entity,
    EntityMention,
    EntityType,
    Event,
    Figure,
    Form,
    Granularity,
    Measure,
    Place,
    Precision,
    Resolution,
    Role,
    Stance,
    Time,
)

__all__ = [
    "FACTS", "STORY_KINDS", "Account", "Acled", "Agreement", "Astray", "Basis", "Block", "BlockKind",
    "BriefSentence", "Candidate", "Capture", "Change", "Claim", "ClaimKind", "ClaimMention", "Cleaned",
    "Contradiction", "CopyLink", "Correctable", "Correction", "Declared", "Dossier", "Entity", "EntityMention",
    "EntityType", "Event", "EventKind", "EventMention", "Figure", "FigureMention", "Form", "Grade", "Granularity",
    "Happening", "Issue", "Judgement", "Kind", "Measure", "Media", "NameMention", "NameType", "Origin", "Place",
    "Precision", "Published", "Qualifier", "Range", "Reading", "Record", "Ref", "Relation", "Report", "Resolution",
    "Role", "Series", "Shared", "Side", "Signature", "SourceSpan", "Span", "Stance", "Status", "Story", "StoryKeys",
    "Support", "Telling", "Time", "TimeMention", "TimeType", "TimelineEntry", "What", "kinds", "make_id",
]  # fmt: skip
