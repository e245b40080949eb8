"""Toponym -> the toponym by its whole name, where the text writes more of it than was read.

"The [Ivory] Coast", "the [Gulf] of Sabha", "[N. Sabha]": the part alone may be the name of a town far away.
"""

import re
from collections import Counter

from msgspec.structs import replace

from dateline.resolve.places.clues import SIDES, is_type_word
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.options import WELL_KNOWN
from dateline.resolve.places.records import Sighting, Toponym

_BEFORE = re.compile(r"(?:\b[A-Z][\w’'-]{2,}\s)?\b[A-Z][\w’'-]{2,}\s$")
_AFTER = re.compile(r"(?:\s(?:(?:of|de|des|du|la)\s){0,2}[A-Z][\w’'-]*){1,3}")
_TYPE = re.compile(r"\s([a-z]+)\b")
_COMPASS = re.compile(r"^([NSEW])\.\s?(?=[A-Z])")
_SIDE = {"N": "North ", "S": "South ", "E": "East ", "W": "West "}
_SHARE = 0.5
"""Of its mentions, how many must be written with the rest of the name."""


def in_full(toponym: Toponym, gazetteer: Gazetteer) -> Toponym:
    """The toponym under the longer listed name of which at least half of its mentions are a part; with a compass letter
    spelled out where no list has the short form."""
    votes = Counter(name for s in toponym.sightings if (name := _longer(s, gazetteer)) is not None)
    name = min(votes, key=lambda n: (-votes[n], n), default=None)
    if name is not None and votes[name] >= _SHARE * len(toponym.sightings):
        return replace(toponym, name=name, aliases=())
    letter = _COMPASS.match(toponym.name)
    if letter is not None and not gazetteer.find(toponym.name):
        return replace(toponym, name=_SIDE[letter[1]] + toponym.name[letter.end() :])
    return toponym


def _longer(sighting: Sighting, gazetteer: Gazetteer) -> str | None:
    """The longest listed name that the mention is a part of in its sentence; capitals alone join no words."""
    sentence, start, end = sighting.sentence, sighting.start, sighting.end
    if sentence[start:end].isupper():
        return None
    before, after = _BEFORE.search(sentence, max(0, start - 40), start), _AFTER.match(sentence, end)
    starts = [
        start,
        *(m.start() for m in re.finditer(r"\S+", sentence[:start]) if before and m.start() >= before.start()),
    ]
    ends = [end, *(end + m.end() for m in re.finditer(r"\S+", after[0]))] if after else [end]
    if (word := _TYPE.match(sentence, end)) and is_type_word(word[1]):
        ends.append(word.end())
    stretches = sorted({(a, b) for a in starts for b in ends} - {(start, end)}, key=lambda ab: (ab[0] - ab[1], ab))
    part = sentence[start:end]
    for a, b in stretches:
        name = sentence[a:b]
        if fold_name(name) != fold_name(part) and _is_better_known(name, part, gazetteer):
            return name
    return None


def _is_better_known(name: str, part: str, gazetteer: Gazetteer) -> bool:
    """Is the longer name that of another place, and of no lesser one than the part would be alone, and the part no
    well-known town? Kansas Valley may be a hamlet; a people or a side of the compass is no place."""
    longer = {known.id: known.weight for known in gazetteer.find(name) if known.match != "demonym"}
    if not longer or fold_name(part) in SIDES:
        return bool(longer)
    alone = {known.id: known for known in gazetteer.find(part) if known.match != "demonym"}
    town = max((known.weight for known in alone.values() if known.precision == "exact"), default=0.0)
    most = max((known.weight for known in alone.values()), default=0.0)
    return longer.keys().isdisjoint(alone) and town < WELL_KNOWN and most <= max(longer.values())
