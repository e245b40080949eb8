"""count -> whom: what those counted are called."""

import re
from collections.abc import Sequence

from dateline.model import Figure
from dateline.tell.wholes import PARTS
from dateline.tell.wording import number

NOUNS = {
    "civilians": ("civilian", "civilians"), "children": ("child", "children"), "fighters": ("fighter", "fighters"),
    "troops": ("soldier", "soldiers"), "families": ("family", "families"), "refugees": ("refugee", "refugees"),
    "women": ("woman", "women"), "police": ("police officer", "police officers"),
}  # fmt: skip

HELD = re.compile(
    r"(?i)\b(?:girls|schoolgirls|boys|children|women|men|hostages|prisoners|captives|detainees|soldiers|sailors)$"
)
"""Those let go, as their count calls them."""

LONE = re.compile(r"(?i)\bgunm[ae]n$")
"""Those of no army that a count calls by their deed."""


def noun_of(figure: Figure, figures: Sequence[Figure], name: str) -> str:
    """The noun of those whom a figure counts: by what they are where it says so or all counts are of them, else
    `people`; those let go by their own."""
    called = figure.of or ""
    own = HELD.search(called) if name == "freed" else LONE.search(called) if are_alone(figures) else None
    if own:
        return own.group(0).lower()
    known = NOUNS.get(figure.unit, ("", ""))
    by_kind = known[0] and (known[0] in called.casefold() or are_alone(figures))
    single, plural = known if by_kind else ("person", "people")
    return single if number(figure) == 1 else plural


def are_alone(figures: Sequence[Figure]) -> bool:
    """Whether counts are all of soldiers, of children or of others who are elsewhere a part of all."""
    return bool(figures) and all(f.unit in PARTS for f in figures)
