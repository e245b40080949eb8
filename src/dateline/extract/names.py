"""Name spans of a report -> the same with types that agree: one name is one thing, unless its place says otherwise.

Some words tell the type of the name they stand in: a USS is a ship, a Post a newspaper. But "Belport" may be a town
here and a government there, so a sure reading stands. An unsure one follows the other mentions of the name in the
report, and a surname follows the full names that end in it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.passage import Stretch
from dateline.model.mention import NameType

SURE: Final = 0.8
CLEARLY: Final = 2.0
"""An unsure mention changes its type when the other type has so many times the weight. Both were chosen on held-out
sentences, where everything from .7 to .9 and from 1.5 to 3 does as well."""


def _each(label: NameType, words: str) -> dict[str, NameType]:
    return dict.fromkeys(words.split(), label)


ALONE: Final = _each("media", "Reuters AFP AP Xinhua Interfax TASS Anadolu BBC CNN CBS NBC") | _each(
    "event", "Hajj Ramadan Olympics"
)
FIRST: Final = _each("other", "USS HMS HMAS INS MV MS RMS") | _each("event", "Operation Typhoon Hurricane Cyclone")
LAST: Final = (
    _each("other", "Resolution Resolutions Act Constitution Amendment")
    | _each("event", "Cup Olympics Championship Championships Festival Summit Hajj")
    | _each("media", "News Post Times Tribune Herald Gazette Telegraph Radio Television TV Broadcasting France-Presse")
    | _each(
        "org", "Army Navy Force Forces Guard Police University College army navy force forces guard police military"
    )
    | _each("place", "Airport Airbase River Island Province Dam Stadium Mosque Bridge")
)
"""Words that, alone, first or last in a name, tell its type: 326 of 338 in the reading corpus."""
REBELS: Final = frozenset(
    "Free Lord’s Lord's Liberation Resistance Redemption Revolutionary Holy Mahdi Electronic Democratic Popular".split()
)
"""Armies and forces named so are seldom a state's."""
BODY: Final = frozenset(
    "Agency Association Authority Commission Committee Council Court Department Federation Foundation Institute"
    " Ministry Office Organisation Organization Party Police Program Programme Service".split()
)
"""Names that end so are of bodies, never of places (bar the Oval Office): 261 of 263 in the reading corpus."""


def agree(names: Sequence[Stretch], text: str) -> list[Stretch]:
    """The names, those of unsure type called as the report calls them elsewhere, and bodies not taken for places."""
    names = [replace(n, label=_by_form(text[n.start : n.end], n.label)) for n in names]
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


def _by_form(name: str, label: str) -> str:
    """The type that the words of a name tell, else the one given."""
    words = name.rstrip(" 0123456789").split()
    if len(words) < 2:
        return ALONE.get(name, label)
    told = FIRST.get(words[0]) or LAST.get(words[-1])
    if told is None or not REBELS.isdisjoint(words):
        return "org" if label == "place" and words[-1] in BODY else label
    return told
