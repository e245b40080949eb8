"""Names of a reading -> toponyms: every stretch of text that names a place, whatever it stands for there.

Our reader says what a name stands for: "Washington" that speaks is a government, "Kentucky State Police" a body. A
toponym is the name of a place even so, which is what the map, the weak evidence of countries and the public toponym
sets want to know.
"""

import re
from collections.abc import Sequence

from dateline.model import NameMention, Span
from dateline.resolve.places.clues import NO_PLACES, shape_of
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer

_BODY_HEADS = frozenset(
    "house hospital center centre school university college avenue street road drive lane boulevard highway route mall"
    " theater theatre stadium arena hotel inn church cathedral mosque museum library court courthouse building tower"
    " club cafe restaurant farm farms mine plant laboratory clinic zoo station garage hall gallery plaza".split()
)
_NAMESAKES = frozenset(  # first words of bodies that are also some town's name
    "university federal western eastern northern southern central superior liberal congress union continental golden"
    " olympic delta police metro green steele royal national general imperial universal republic democratic liberty"
    " independence white black red angus google apple orange taylor jones banks marines obama castro lakes north south"
    " east west northeast northwest southeast southwest downtown college institute church centre center".split()
)
_LOCATED = re.compile(r"\b(?:in|at|near|from|to|of|around|outside|for|through|into|across|over)\s+(?:the\s+)?$")
_WORD = re.compile(r"\S+")
_OF = re.compile(r" of (?:the )?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)$")
_KNOWN_ENOUGH, _LEADING_ENOUGH = 3.0, 4.3
"""Weights: what a whole name must have at least, and what one word of a longer name must have."""
_SURE = 0.75  # of the reader that an unlisted name is a place


def find_toponyms(text: str, names: Sequence[NameMention], gazetteer: Gazetteer) -> list[Span]:
    """The toponyms of a report in the order of its names. Facilities ("Fithian House") are left out: they are places,
    but no toponyms of a gazetteer."""
    places = {name.text for name in names if name.type == "place"}
    people = {word for name in names if name.type == "person" and " " in name.text for word in name.text.split()}
    found: list[Span] = []
    for name in names:
        if name.type == "person":
            located = _LOCATED.search(text[max(0, name.start - 12) : name.start])
            if " " in name.text or name.text in people or not (located or name.text in places):
                continue
        for start, end in _in_name(text, name, gazetteer):
            found.append(Span(start=start, end=end, text=text[start:end]))
    return found


def _in_name(text: str, name: NameMention, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    if name.type == "place":
        return _in_place(text, name, gazetteer)
    if name.type not in ("org", "group", "person"):
        return []
    if _bears(name.text, gazetteer, _KNOWN_ENOUGH):
        return [(name.start, name.end)]
    if name.type == "person":
        return []
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^-–]+", name.text)]
    if len(parts) == 2 and all(_bears(name.text[a:b], gazetteer, _LEADING_ENOUGH) for a, b in parts):
        return [(name.start + a, name.start + b) for a, b in parts]  # Egyptian-US
    return _leading(name, gazetteer) or _trailing(name, gazetteer)


def _in_place(text: str, name: NameMention, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    capital = next((i for i, c in enumerate(name.text) if c.isupper()), None)
    if capital is None:
        return []
    proper = name.text[capital:]
    known = bool(gazetteer.find(proper) or gazetteer.find(shape_of(proper).core))
    words = fold_name(proper).split()
    body = bool(words) and words[-1] in _BODY_HEADS and not gazetteer.find(proper)
    if (body or not known) and (place := _leading(name, gazetteer)):
        return place
    if body:
        return []
    if not known and name.confidence < _SURE and not _LOCATED.search(text[max(0, name.start - 12) : name.start]):
        return []
    return [(name.start + capital, name.end)]


def _leading(name: NameMention, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The place that a body is named after: Kentucky of Kentucky State Police."""
    words = list(_WORD.finditer(name.text))
    for size in range(min(4, len(words) - 1), 0, -1):
        stretch = re.sub(r"['’]s?$", "", name.text[: words[size - 1].end()])
        if _bears(stretch, gazetteer, _LEADING_ENOUGH if size == 1 else _KNOWN_ENOUGH):
            return [(name.start, name.start + len(stretch))]
    return []


def _trailing(name: NameMention, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The place that a body is of: Manitoba of University of Manitoba."""
    found = _OF.search(name.text)
    if found and _bears(found[1], gazetteer, _LEADING_ENOUGH):
        return [(name.start + found.start(1), name.end)]
    return []


def _bears(words: str, gazetteer: Gazetteer, least: float) -> bool:
    """Is there a known place of this very name? Capital letters alone are rather the letters of a body."""
    if not words[:1].isupper() or len(words) < 2 or words.casefold() in _NAMESAKES | NO_PLACES:
        return False
    if gazetteer.country_named(words):
        return True
    if words.isupper() and len(words) <= 4 and "." not in words:
        return False
    return any(
        k.weight >= least and (k.match in ("name", "demonym") or k.weight >= 5) for k in gazetteer.find(words)[:3]
    )
