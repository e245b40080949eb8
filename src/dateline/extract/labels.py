"""What each head of the reader can say: the one table that training and run time share.

Taggers answer for every word of a window. Attributes are read at the first word of a trigger, figure or claim anchor.
Links score a pair of words: the anchor and the first, last or any word of a span.
"""

from typing import Final, get_args

from dateline.model.mention import ClaimKind, EventKind, NameType, Qualifier, Status, TimeType, What

NAME_TYPES: Final[tuple[str, ...]] = get_args(NameType)
TIME_TYPES: Final[tuple[str, ...]] = get_args(TimeType)
EVENT_KINDS: Final[tuple[str, ...]] = get_args(EventKind)
STATUSES: Final[tuple[str, ...]] = get_args(Status)
CLAIM_KINDS: Final[tuple[str, ...]] = get_args(ClaimKind)
QUALIFIERS: Final[tuple[str, ...]] = get_args(Qualifier)
WHATS: Final[tuple[str, ...]] = get_args(What)
UNITS: Final[tuple[str, ...]] = (
    "people", "civilians", "fighters", "troops", "police", "women", "children", "families", "households", "refugees",
    "protesters", "prisoners", "vehicles", "aircraft", "weapons", "buildings", "attacks", "places", "percent", "money",
    "votes", "cases", "other",
)  # fmt: skip


def _tags(*types: str) -> tuple[str, ...]:
    """O, I, then one B per type: the inside of a span needs no type of its own."""
    return ("O", "I", *types)


TAGGERS: Final[dict[str, tuple[str, ...]]] = {
    "name": _tags(*NAME_TYPES),
    "time": _tags(*TIME_TYPES),
    "figure": _tags("figure"),
    "cue": _tags("cue"),
    "trigger": _tags(*EVENT_KINDS),
    "bare": ("O", "source", "content"),
}
"""`bare` marks where a claim without cue hangs: at the first word of its source, else of its content."""

ATTRIBUTES: Final[dict[str, tuple[str, ...]]] = {
    "status": STATUSES,
    "claim_kind": CLAIM_KINDS,
    "qualifier": QUALIFIERS,
    "unit": UNITS,
    "unit_end": UNITS,
    "what": WHATS,
    "what_end": WHATS,
}
"""Read at the first word of a span; those in `_end` at its last, their scores added to those of the first."""

ROLES: Final[tuple[str, ...]] = ("actor", "target", "place", "time")
POINTERS: Final[tuple[str, ...]] = (*ROLES, "source")
"""One span or none each: a first-word and a last-word link; word 0 of the window stands for none."""

LINKS: Final[tuple[str, ...]] = (
    *(f"{role}_{end}" for role in POINTERS for end in ("first", "last")),
    "content_first",
    "content_last",
    "content_in",
)
LINK_SIZE: Final = 64
REACH: Final = 48
"""Word distances beyond this share one bias."""


def _slices(heads: dict[str, tuple[str, ...]]) -> dict[str, slice]:
    spans: dict[str, slice] = {}
    at = 0
    for name, labels in heads.items():
        spans[name] = slice(at, at + len(labels))
        at += len(labels)
    return spans


HEADS: Final[dict[str, tuple[str, ...]]] = {**TAGGERS, **ATTRIBUTES}
SLICES: Final[dict[str, slice]] = _slices(HEADS)
"""Where each head lies in the `scores` output of the network."""
WIDTH: Final = sum(len(labels) for labels in HEADS.values())
