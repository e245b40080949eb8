"""What a stage is: a pure function of records with a name, a version, and what it reads and writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, ParamSpec, TypeVar

from dateline.model import (
    Agreement,
    Capture,
    Cleaned,
    CopyLink,
    Dossier,
    Origin,
    Reading,
    Record,
    Report,
    Resolution,
    Signature,
    Story,
    StoryKeys,
    Telling,
)

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Stage(Generic[P, T]):
    """One step. `unit`: what one call is a pure function of: a report, several reports each for itself, a pair of
    reports, a group of connected reports, or a story. `version` goes up when its output changes; with its inputs it
    makes the fingerprint that lets a rerun skip it."""

    name: str
    version: int
    unit: Literal["report", "reports", "pair", "group", "story"]
    reads: tuple[type[Record], ...]
    writes: tuple[type[Record], ...]
    run: Callable[P, T]


class Stages(NamedTuple):
    """The stages in order, by name."""

    clean: Stage[[Capture], Cleaned]
    sign: Stage[[Report], Signature]
    copies: Stage[[Report, Report], CopyLink | None]
    extract: Stage[[Sequence[Report]], list[Reading]]
    keys: Stage[[Report], StoryKeys]
    alike: Stage[[StoryKeys, StoryKeys], float]
    stories: Stage[[Sequence[Report], Sequence[StoryKeys], Sequence[CopyLink]], tuple[Story, ...]]
    origins: Stage[[Sequence[Report], Sequence[CopyLink], Sequence[Story]], tuple[Origin, ...]]
    resolve: Stage[[Dossier, Sequence[Reading]], Resolution]
    merge: Stage[[Dossier, Sequence[Reading], Resolution], Agreement]
    tell: Stage[[Dossier, Sequence[Reading], Resolution, Agreement], Telling]


def check(given: Sequence[type[Record]], stages: Sequence[Stage[..., Any]]) -> None:
    """Each stage reads only what is given or written before it; TypeError names the one that does not."""
    known = set(given)
    for stage in stages:
        missing = set(stage.reads) - known
        if missing:
            raise TypeError(f"stage {stage.name} reads {missing} before anything writes it")
        known |= set(stage.writes)
