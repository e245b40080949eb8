"""The event kinds with their PLOVER and ACLED names, read once from kinds.csv, and sets of them that rooms share."""

import csv
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.model.base import Record
from dateline.model.mention import EventKind

BLOWS: Final[frozenset[EventKind]] = frozenset({"attack", "bombing", "air_strike", "shelling", "armed_clash"})
"""Kinds that tell of force used: one writer's bombing is another's attack."""
DEADLY: Final[frozenset[EventKind]] = BLOWS | {"accident", "hazard", "riot"}
"""Kinds that kill and wound."""
HARM: Final[frozenset[EventKind]] = frozenset({"death", "injury"})
"""Kinds that tell only what force, or chance, did to somebody."""
HARM_AND_DAMAGE: Final[frozenset[EventKind]] = HARM | {"destruction"}
"""With what it did to things."""
ACTS: Final[frozenset[EventKind]] = frozenset(
    {"accusation", "demand", "threat", "rejection", "support", "talks", "sanction", "politics", "concession"}
)
"""Kinds that are somebody's word or deed, most often about another event: a place behind its trigger is not theirs."""


class Kind(Record, frozen=True):
    """One event kind. `acled_sub` may list alternatives separated by `|`; the caller chooses by who acts."""

    name: str
    definition: str
    plover: str | None
    plover_mode: str | None
    acled: str | None
    acled_sub: str | None
    group: str


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name."""
    text = files("dateline.model").joinpath("kinds.csv").read_text("utf-8")
    return {
        row["kind"]: Kind(
            name=row["kind"],
            definition=row["definition"],
            plover=row["plover_type"] or None,
            plover_mode=row["plover_mode"] or None,
            acled=row["acled_event_type"] or None,
            acled_sub=row["acled_sub_event_type"] or None,
            group=row["group"],
        )
        for row in csv.DictReader(text.splitlines())
    }
