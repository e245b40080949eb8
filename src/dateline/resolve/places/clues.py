"""Sentence -> what its words say about a place: of what type it is, what holds it, which side of something it is on."""

import re
from functools import lru_cache

from dateline.model import Record
from dateline.resolve.places.records import Sighting

_WORDS = {
    "area": "province governorate governate state region oblast prefecture territory republic emirate "
    "wilayat department",
    "district": "county district parish municipality subdistrict sub-district division tehsil woreda canton "
    "township borough lga agency co twp",
    "town": "city town village hamlet settlement suburb neighborhood neighbourhood commune capital enclave "
    "villages towns quarter",
    "water": "river creek lake sea gulf bay strait canal ocean delta",
    "island": "island islands archipelago peninsula",
    "height": "mountain mountains hills volcano mount valley desert plains forest",
    "site": "camp base airbase airport airfield crossing prison dam bridge hospital garrison port stadium "
    "university checkpoint station refinery mine plant",
    "road": "street avenue lane drive road boulevard highway bypass",
    "building": "square park hall mall tower mosque church school market hotel garage consulate embassy roundabout"
    " junction casino",
}
_TYPES = {word: kind for kind, words in _WORDS.items() for word in words.split()}
FITTING: dict[str, frozenset[str]] = {
    "area": frozenset({"admin1", "province", "state", "region", "former state"}),
    "district": frozenset({"admin2", "district", "suburb", "admin area", "region"}),
    "town": frozenset({"town", "capital", "village", "suburb"}),
    "water": frozenset({"river", "lake", "sea", "gulf", "strait", "canal", "ocean", "water", "region"}),
    "island": frozenset({"island", "islands", "peninsula"}),
    "height": frozenset({"mountain", "mountains", "volcano", "valley", "desert", "region", "forest", "hill"}),
    "site": frozenset({"camp", "base", "airport", "crossing", "prison", "dam", "bridge", "site", "facility",
                       "oil field", "gas field"}),
    "road": frozenset({"road"}),
    "building": frozenset({"square", "park", "site"}),
}  # fmt: skip
"""The gazetteer's features that a type word can mean. A "site" mostly lies in the place that it is named after, a
"building" sometimes, a "road" mostly leads there."""

NO_PLACES = frozenset(
    "earth mars moon sun jupiter saturn venus mercury neptune uranus pluto universe space arab arabs".split()
)
"""Planets and peoples of many lands: no places on a map, though a town bears each name."""

SIDES = {
    "northern": "n", "north": "n", "southern": "s", "south": "s", "eastern": "e", "east": "e", "western": "w",
    "west": "w", "northeastern": "ne", "northeast": "ne", "north-eastern": "ne", "north-east": "ne",
    "northwestern": "nw", "northwest": "nw", "north-western": "nw", "north-west": "nw", "southeastern": "se",
    "southeast": "se", "south-eastern": "se", "south-east": "se", "southwestern": "sw", "southwest": "sw",
    "south-western": "sw", "south-west": "sw", "central": "c", "upper": "n", "lower": "s",
}  # fmt: skip
_SIDE = re.compile(
    rf"^(?:the )?({'|'.join(sorted(SIDES, key=len, reverse=True))})(?: of(?: the)?| part of(?: the)?)? ", re.I
)
_OUTSKIRTS = re.compile(
    r"^(?:the )?(?:(?:northern|southern|eastern|western|rural|far|outer|greater|downtown|inner)[ -])*"
    r"(?:outskirts|suburbs?|countryside|edge|outside|vicinity|environs|area|areas|surroundings|centre|center|heart"
    r"|border|borders|coast|shores?|banks?|old city|south|north|east|west) (?:of|near|with) (?:the )?",
    re.I,
)
_TRAILING = re.compile(
    r" (?:countryside|suburbs?|outskirts|area|areas|border|metropolitan area|metro area|coast)$", re.I
)
_LEADING = re.compile(r"^(?:downtown|greater|rural|mainland|central|inner|metropolitan|old|midtown|suburban) ", re.I)

NAME = r"(?:[A-Z][\w’'.-]*|al-\w+|[A-Z]\.)(?:[ ]+(?:(?:of|the|and|de|al|el|la|du|-)[ ]+)?(?:[A-Z][\w’'.-]*|al-\w+))*"
_HOLDERS = (  # what comes after the mention
    (re.compile(rf"^\s*,\s*(?:in\s+)?(?:the\s+)?({NAME})"), 1.0),
    (re.compile(rf"^\s*\(\s*({NAME})\s*[),]"), 1.0),
    (re.compile(rf"^\s+(?:\w+\s+)?in\s+(?:the\s+)?(?:[a-z-]+\s+){{0,3}}?({NAME})"), 0.8),
    (re.compile(rf"^,?\s+(?:a|an|the|one of)\s+[^,.;]{{0,60}}?\b(?:in|of)\s+(?:the\s+)?(?:[a-z-]+\s+)?({NAME})"), 0.6),
)
_HELD = (  # what comes before it
    (re.compile(rf"({NAME})['’]s?\s+(?:[a-z-]+\s+){{0,4}}(?:of\s+)?$"), 0.8),
    (re.compile(rf"({NAME})\s+(?:[a-z-]+\s+){{0,3}}(?:town|city|village|province|region|district|state|area|suburb|"
                r"capital|port|island|governorate|enclave|camp|county|neighbou?rhood)\s+of\s+$"), 1.0),
    (re.compile(rf"({NAME}):\s+$"), 0.4),
)  # fmt: skip
_AFTER_TYPE = re.compile(r"^['’]?s?\s+(?:refugee\s+|IDP\s+|air\s+|international\s+|military\s+)*([a-z][\w-]*)", re.I)
_BEFORE_TYPE = re.compile(r"([a-z][\w-]*)\s+of\s+(?:the\s+)?$", re.I)
_WORD_OF = re.compile(r"^(?:the )?([a-z-]+) of (?:the )?(.+)$", re.I)
_REACH = 90  # code points on each side in which a preposition may speak of the mention
_CAPITALISED = re.compile(NAME)
_IN_PLACE = re.compile(
    rf"\b(in|near|outside|at|around|from|inside|of|to|towards|toward|on the outskirts of|close to|off|along|between"
    rf"|across|over|on|into|through)\s+(?:the\s+)?(?:(?:[a-z-]+)\s+){{0,4}}?({NAME})"
)


_VESSEL = re.compile(
    r"(?i:\b(?:(?:captain|skipper|crew|mate|cook|sailors?) of|aboard|on board|ship|vessel|ferry|tanker|freighter"
    r"|trawler|yacht|submarine|frigate|destroyer|liner) the\s+)(?:[A-Z][\w’'-]+\s+)?$"
)
"""What stands before the name of a ship, or the last word of it."""


class Holder(Record, frozen=True):
    """A name that by its words holds the place: "Afghanistan" in "Kunduz, Afghanistan". `trust` is 0 to 1."""

    name: str
    trust: float


class Shape(Record, frozen=True):
    """A name taken apart: what remains when side ("northern"), outskirts and type word ("province") are gone."""

    core: str
    side: str | None = None
    around: bool = False
    type: str | None = None
    word: str | None = None


@lru_cache(maxsize=4096)
def shape_of(name: str) -> Shape:
    """`northern Homs province` -> core Homs, side n, type area."""
    core, side, around, kind, word = name.strip(), None, False, None, None
    core = re.sub(r"['’]s$", "", core)
    for pattern in (_OUTSKIRTS, _TRAILING, _LEADING):
        cut = pattern.sub("", core)
        if cut and cut != core:
            core, around = cut, True
    if found := _SIDE.match(core):
        rest = core[found.end() :]
        if rest:
            core, side = rest, SIDES[found[1].casefold()]
    words = core.split()
    if len(words) > 1 and (last := words[-1].casefold().rstrip(".")) in _TYPES:
        kind, word, core = _TYPES[last], last, " ".join(words[:-1])
    elif (found := _WORD_OF.match(core)) and (first := found[1].casefold()) in _TYPES:
        kind, word, core = _TYPES[first], first, found[2]
    if core.casefold().startswith("the ") and len(core) > 4:
        core = core[4:]
    return Shape(core=core, side=side, around=around, type=kind, word=word)


def is_type_word(word: str) -> bool:
    """Is it the word for a type of places: "lake"?"""
    return word in _TYPES


def is_facility_word(word: str) -> bool:
    """Is it the word for what is often named after a place elsewhere: "hotel", "bay"?"""
    return _TYPES.get(word.casefold().rstrip(".")) in ("site", "building", "road", "water")


def is_vessel(sighting: Sighting) -> bool:
    """Is it the name of a ship by the words before it: "the captain of the Corvid Lima"?"""
    return _VESSEL.search(sighting.sentence[: sighting.start]) is not None


def type_word(sighting: Sighting) -> tuple[str, str] | None:
    """The type and the word that stands beside the mention: "province", "camp", "village of"."""
    after = _AFTER_TYPE.match(sighting.sentence[sighting.end : sighting.end + 40])
    if after and (word := after[1].casefold()) in _TYPES and not after[1][0].isupper():
        return _TYPES[word], word
    if after and (word := after[1].casefold()) in _TYPES and _TYPES[word] in ("area", "district", "water"):
        return _TYPES[word], word
    before = _BEFORE_TYPE.search(sighting.sentence[max(0, sighting.start - 40) : sighting.start])
    if before and (word := before[1].casefold()) in _TYPES:
        return _TYPES[word], word
    return None


def holders(sighting: Sighting) -> list[Holder]:
    """The names that by the words around the mention hold the place, the most trusted first."""
    after = sighting.sentence[sighting.end : sighting.end + 90]
    before = sighting.sentence[max(0, sighting.start - 70) : sighting.start]
    after = re.sub(r"^\s+(?:province|city|town|village|district|camp|county|governorate|region|area)\b", "", after)
    found = [Holder(name=_tidy(m[1]), trust=trust) for pattern, trust in _HOLDERS if (m := pattern.match(after))]
    found += [Holder(name=_tidy(m[1]), trust=trust) for pattern, trust in _HELD if (m := pattern.search(before))]
    return [holder for holder in found if holder.name]


def capitalised(sentence: str) -> list[str]:
    """Stretches of capitalised words, with their single words where a stretch is long: where a country or its people
    may be named."""
    return [found[0] for found in _CAPITALISED.finditer(sentence)]


def places_around(sighting: Sighting) -> list[tuple[str, str]]:
    """(preposition, name) of what the sentence puts the mention in or near, the nearest after it first."""
    sentence, start, end = sighting.sentence, sighting.start, sighting.end
    after = [(m.start() - end, m[1], m[2]) for m in _IN_PLACE.finditer(sentence, end, end + _REACH)]
    before = [(start - m.end(), m[1], m[2]) for m in _IN_PLACE.finditer(sentence, max(0, start - _REACH), start)]
    return [(word, _tidy(name)) for _, word, name in [*sorted(after), *sorted(before)]]


def _tidy(name: str) -> str:
    return re.sub(r"['’]s$", "", name).strip(" .-'’") if not re.fullmatch(r"(?:\w\.)+", name) else name
