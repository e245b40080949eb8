"""Report -> Reading: what the reader finds in one report. Spans are into `Report.text`; nothing is resolved yet."""

from typing import Final, Literal

from dateline.english.rates import Stretch, per
from dateline.model.base import Range, Record, Span
from dateline.model.issue import Issue

NameType = Literal["person", "org", "group", "place", "media", "event", "other"]
TimeType = Literal["day", "week", "month", "year", "range", "duration", "time", "vague", "set"]
ClaimKind = Literal["direct", "indirect", "mixed"]
Qualifier = Literal[
    "exact",
    "about",
    "more_than",
    "at_least",
    "up_to",
    "fewer_than",
    "range",
    "dozens",
    "hundreds",
    "thousands",
    "vague",
]
What = Literal[
    "killed", "died", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "arrived", "returned",
    "trapped", "present", "population", "affected", "protested", "deployed", "withdrawn", "destroyed", "held_territory",
    "aid", "cost", "support", "other",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "hypothetical", "negated"]
FACTS: Final[frozenset[Status]] = frozenset({"happened", "ongoing"})
"""Statuses of what is there, done or going on."""
EventKind = Literal[
    "armed_clash", "air_strike", "shelling", "bombing", "attack", "abduction", "capture_territory", "surrender",
    "withdrawal", "deployment", "arrest", "coercion", "destruction", "death", "injury", "displacement", "evacuation",
    "arrival", "aid", "protest", "riot", "agreement", "talks", "support", "concession", "demand", "accusation",
    "rejection", "threat", "sanction", "politics", "hazard", "accident",
]  # fmt: skip


LARGEST_COUNT: Final = 10**15
"""More than this of anything is no count of news: digits that ran together, a manner of speaking, a slip."""


class NameMention(Record, frozen=True):
    """A proper name or name-like adjective."""

    start: int
    end: int
    text: str
    type: NameType
    confidence: float = 1.0


class TimeMention(Record, frozen=True):
    """A time expression; its value is resolved later."""

    start: int
    end: int
    text: str
    type: TimeType
    confidence: float = 1.0


class FigureMention(Record, frozen=True):
    """A count or amount: qualifier, number and the noun it counts. `counted` is that noun phrase ("suspected IS
    members"); `increment` marks "another 40", which adds to what was counted before."""

    start: int
    end: int
    text: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    unit: str
    what: What
    counted: Span | None = None
    increment: bool = False
    confidence: float = 1.0

    @property
    def per(self) -> Stretch | None:
        """By what stretch of time it counts ("5,000 barrels a day")."""
        return per(self.text)


class ClaimMention(Record, frozen=True):
    """Somebody says something: source and cue may be missing from the text, content never is."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: ClaimKind
    confidence: float = 1.0


class EventMention(Record, frozen=True):
    """A trigger with its kind and status, and the spans of its arguments. `vector` is the encoder's state of the
    trigger in its sentence, 384 signed bytes, for comparing events of different reports."""

    trigger: Span
    kind: EventKind
    status: Status
    sentence: Range
    actor: Span | None = None
    target: Span | None = None
    place: Span | None = None
    time: Span | None = None
    vector: bytes = b""
    confidence: float = 1.0


class Reading(Record, frozen=True):
    """All that was read in one report, each list sorted by start."""

    report: str
    sentences: tuple[Range, ...] = ()
    names: tuple[NameMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    issues: tuple[Issue, ...] = ()
