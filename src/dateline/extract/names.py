"""Name spans of a report -> the same with types that agree: one name is one thing, unless its place says otherwise.

"Belport" may be a town here and a government there, so a sure reading stands. An unsure one follows the other mentions
of the name in the report, and a surname follows the full names that end in it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.passage import Stretch

SURE: Final = 0.8
CLEARLY: Final = 2.0
"""An unsure mention changes its type when the other type has so many times the weight. Both were chosen on held-out
sentences, where everything from .7 to .9 and from 1.5 to 3 does as well."""

BODY: Final = re.compile(
    r"\w\s(?:Agency|Association|Authority|Commission|Committee|Council|Court|Department|Federation|Foundation|Institute"
    r"|Ministry|Office|Organi[sz]ation|Party|Police|Program(?:me)?|Service)$"
)
"""Names that end so are of bodies, never of places (bar the Oval Office): 261 of 263 in the reading corpus."""


def agree(names: Sequence[Stretch], text: str) -> list[Stretch]:
    """The names, those of unsure type called as the report calls them elsewhere, and bodies not taken for places."""
    names = [replace(n, label="org") if n.label == "place" and BODY.search(text[n.start : n.end]) else n for n in names]
    weights: dict[str, dict[str, float]] = {}
    for name in names:
        words = text[name.start : name.end]
        called = [words, words.rpartition(" ")[2]] if name.label == "person" and " " in words else [words]
        for form in called:
            known = weights.setdefault(form, {})
            known[name.label] = known.get(name.label, 0.0) + name.chance
    settled = []
    for name in names:
        known = weights[text[name.start : name.end]]
        label = max(known, key=lambda k: (known[k], k))
        clear = name.chance < SURE and known[label] >= CLEARLY * known[name.label]
        settled.append(replace(name, label=label) if clear else name)
    return settled
