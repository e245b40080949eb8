"""Place, Place -> whether a town or a part of one is another for certain, by its name and where it lies.

That two blows fell on one city makes them no one blow where each is told of a part of it (“in Norgate”, “in
Southmere”), and two villages of one valley are two however near. What gives the city, the province or nothing leaves
open which.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

from dateline.merge.distances import kilometres
from dateline.model import Place

AT = re.compile(
    r"(?i)\b(?:in|on|at|near|inside|outside|of|hit\w*|str[iu]ck|strik(?:es|ing)|target\w*|bomb(?:s|ed|ing)|"
    r"pound(?:s|ed|ing)|shell(?:s|ed|ing)|raid(?:s|ed|ing)|attack(?:s|ed|ing)?)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,4}$"
)
"""What stands before a place where something happens, and not before one that somebody comes from or makes for."""

BEFORE = 60
"""Characters before a name in which that stands."""

WIDE = frozenset({"country", "region", "admin1", "province", "continent", "sea", "river", "mountains", "desert"})
"""Features that are no spot."""


Stand = Literal["one", "two", "open"]
"""How two spots stand: one or one in the other, two for certain, or unknown."""


class Spots:
    """The towns, villages and parts of towns of a story. What is asked of two of them is kept."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Of all places of the story, those that are a spot."""
        self._spots = {p.entity: p for p in places if _is_spot(p)}
        self._stands: dict[tuple[str, str], Stand] = {}
        self._kept: dict[frozenset[str], list[str]] = {}

    def of(self, text: str, since: int, named: Sequence[tuple[int, str]]) -> frozenset[str]:
        """The spots among the places named in a sentence where something can happen. `named`: where each stands;
        `since`: where the sentence begins."""
        return frozenset(p for at, p in named if p in self._spots and AT.search(text, max(since, at - BEFORE), at))

    def apart(self, a: frozenset[str], b: frozenset[str]) -> bool:
        """Whether both name spots, of which two are two for certain and none can be one; a city beside a part of it
        does not count."""
        if not a or not b:
            return False
        apart = False
        for p in self._finest(a):
            for q in self._finest(b):
                stand = self._stand(p, q)
                if stand == "one":
                    return False
                apart = apart or stand == "two"
        return apart

    def _finest(self, spots: frozenset[str]) -> list[str]:
        if (kept := self._kept.get(spots)) is None:
            kept = [p for p in sorted(spots) if not any(self._holds(p, q) for q in spots if q != p)]
            self._kept[spots] = kept
        return kept

    def _stand(self, p: str, q: str) -> Stand:
        pair = (p, q) if p < q else (q, p)
        if pair not in self._stands:
            one, two = self._spots[p], self._spots[q]
            alike = p == q or _alike(one.name, two.name) or self._holds(p, q) or self._holds(q, p)
            open_ = (one.gazetteer_id is None) != (two.gazetteer_id is None) and (_is_adrift(one) or _is_adrift(two))
            self._stands[pair] = "one" if alike else "open" if open_ else "two"
        return self._stands[pair]

    def _holds(self, city: str, spot: str) -> bool:
        """Whether a listed town holds a spot: as large as it is far, or the seat of its province, by which writers mean
        all of it."""
        town, part = self._spots[city], self._spots[spot]
        if town.gazetteer_id is None:
            return False
        if part.admin1 and _sounds(town.name) == _sounds(part.admin1):
            return True
        gap = None if _is_adrift(part) else kilometres(town, part)
        return gap is not None and gap <= (town.radius_km or 0.0)


def _is_adrift(place: Place) -> bool:
    """Whether nobody knows more of where a place lies than its province."""
    return place.gazetteer_id is None and place.precision in (None, "region", "country")


def _is_spot(place: Place) -> bool:
    """Whether a place has a name of its own and is a town or smaller. A building has none but where it is listed."""
    if place.feature in WIDE or (place.feature is not None and place.gazetteer_id is None):
        return False
    return any(c.isupper() for c in place.name)


def _alike(name: str, other: str) -> bool:
    """Whether two names may be one in two spellings: half the words of the shorter sound alike."""
    a, b = _sounds(name), _sounds(other)
    return not a or not b or 2 * len(a & b) >= min(len(a), len(b))


ARTICLES = frozenset("a ad al an ar as ash at az el the la le de".split())


@lru_cache(maxsize=4096)
def _sounds(name: str) -> frozenset[str]:
    """The consonants of a name's words, by which spellings of one place meet: “al-Harrania” and “Haraniyeh”."""
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if c.isalnum() or c in " -")
    words = [w for w in re.split(r"[ -]+", plain) if w and w not in ARTICLES]
    return frozenset(DOUBLED.sub(r"\1", w[0] + SOFT.sub("", w[1:]).translate(HARD)) for w in words)


SOFT = re.compile(r"[aeiouyhw]+")
HARD = str.maketrans("qc", "kk")
DOUBLED = re.compile(r"(.)\1+")
