"""Pages, Cast, Place -> Atlas: what a story knows of its places together: how they lie to each other, its countries."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, radians

from dateline.model import Place
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Page
from dateline.resolve.where.described import Site, find_described

INSIDE = re.compile(r"^\s*,?\s+(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
"""What stands between a facility and the town that it is in."""
KM = 111.2
"""Kilometres of a degree of latitude."""
REACH = 40.0
"""Kilometres from a town within which something is told to be "outside" or "near" it."""


@dataclass(frozen=True)
class Atlas:
    """What the story knows of its places. `countries`: entities that are countries; `places`: entities on the map;
    `seats`: the town of a facility; `described`: descriptions of places by report; `scene`: the place that most reports
    of the story name."""

    cast: Cast
    countries: frozenset[str]
    places: Mapping[str, Place]
    seats: Mapping[str, str]
    described: Mapping[str, Sequence[Site]]
    scene: str | None = None

    def settlement(self, entity: str) -> str:
        """The town of a facility; any other place itself."""
        return self.seats.get(entity, entity)

    def edge(self, town: str) -> float:
        """How many kilometres from the middle of a town what is told to be in it may lie: its suburbs do."""
        known = self.places.get(town)
        return 1.5 * (known.radius_km or 0.0) + 5.0 if known is not None else 0.0

    def is_local(self, place: str) -> bool:
        """Whether a report may be about a place: about no country, and no sea or continent on whose shores it plays."""
        known = self.places.get(place)
        wide = known is not None and (known.precision == "country" or (known.country is None and known.lat is not None))
        return not wide and place not in self.countries

    def is_wide(self, place: str) -> bool:
        """Whether a place is a country or a region; a name in no list that is only told to lie in one is neither."""
        known = self.places.get(place)
        wide = known is not None and known.precision in ("region", "country")
        return place in self.countries or (wide and self._holder(place) is None)

    def _holder(self, place: str) -> str | None:
        """The listed place of the story at whose very point the map puts a name in no list: no ship at sea, and no word
        of another place's name (“the Gulf”)."""
        known = self.places.get(place)
        if known is None or known.gazetteer_id is not None or place not in self.cast.with_names:
            return None
        if known.country is None or known.name in self._words_of_names:
            return None
        return self._at_point.get((known.lat, known.lon))

    @cached_property
    def _words_of_names(self) -> frozenset[str]:
        listed = (p.name.split() for p in self.places.values() if p.gazetteer_id is not None)
        return frozenset(word for words in listed if len(words) > 1 for word in words)

    @cached_property
    def _at_point(self) -> dict[tuple[float | None, float | None], str]:
        listed = sorted(p.entity for p in self.places.values() if p.gazetteer_id is not None and p.lat is not None)
        return {(self.places[e].lat, self.places[e].lon): e for e in listed}

    def lies_in(self, place: str, outer: str, reach: float = REACH) -> bool:
        """Whether the map puts a place in a country or a region, or within `reach` kilometres of a town; a name
        in no list, only put beside a town, holds no other place, and a district nothing of another region."""
        a, b = self.places.get(place), self.places.get(outer)
        if a is None or b is None or a.country is None or a.country != b.country or place == outer:
            return False
        if b.gazetteer_id is None and outer in self.cast.with_names and (b.precision == "near" or self._holder(outer)):
            return False
        if outer in self.countries:
            return place not in self.countries
        within = a.precision != "region" or self._holder(place) == outer
        if b.precision == "region" and within and a.admin1 and a.admin1 == b.admin1:
            return True
        if b.precision == "district" and a.admin1 != b.admin1:
            return False
        gap = self.distance(place, outer)
        return gap is not None and (a.radius_km or 0) < (b.radius_km or 0) and gap <= reach

    def distance(self, one: str, other: str) -> float | None:
        """Kilometres between two places; none where either has no position."""
        a, b = self.places.get(one), self.places.get(other)
        if a is None or b is None or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return None
        return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat))) * KM

    def is_far(self, place: str, other: str) -> bool:
        """Whether the map puts a place, no country, neither in nor around the other."""
        gap = self.distance(place, other)
        if gap is None or gap <= REACH or place in self.countries:
            return False
        return not (self.lies_in(place, other) or self.lies_in(other, place))

    def is_around(self, place: str, other: str) -> bool:
        """Whether to be at a place may be to be at the other: the same, near it, in it or what holds it."""
        if place in self.countries:
            return place == other or self.lies_in(other, place)
        return not self.is_far(place, other)

    def apart(self, a: str, b: str) -> bool:
        """Whether the map puts two places in two countries."""
        x, y = self.places.get(a), self.places.get(b)
        return x is not None and y is not None and x.country != y.country

    def country_of(self, place: str) -> str | None:
        """The country entity that a place lies in, where the story names it."""
        land = self.places[place].country if place in self.places else None
        return min((c for c in self.countries if c in self.places and self.places[c].country == land), default=None)


def make_atlas(pages: Sequence[Page], cast: Cast, places: Mapping[str, Place]) -> Atlas:
    """What the pages of a story say of its places together."""
    countries = country_entities(cast)
    return Atlas(
        cast=cast,
        countries=countries,
        places=places,
        seats=facility_seats(pages, cast, countries),
        described=find_described(pages, cast),
        scene=story_scene(cast, countries),
    )


def country_entities(cast: Cast) -> frozenset[str]:
    """The entities that are countries."""
    found = (
        cast.of_mention(m)
        for mentions in cast.named
        for m in mentions
        if m.known and m.known.country and m.type == "place"
    )
    return frozenset(filter(None, found))


def facility_seats(pages: Sequence[Page], cast: Cast, countries: frozenset[str]) -> dict[str, str]:
    """The town that the reports put each facility in: "the consulate in Mazar-i-Sharif"."""
    votes: dict[str, Counter[str]] = {}
    for page, mentions in zip(pages, cast.named, strict=True):
        for facility, town in pairwise(mentions):
            a, b = cast.of_mention(facility), cast.of_mention(town)
            if a is None or b is None or cast.types[a] != "facility" or cast.types[b] != "place" or b in countries:
                continue
            if town.form == "name" and INSIDE.match(page.text[facility.end : town.start]):
                votes.setdefault(a, Counter())[b] += 1
    return {a: min(v.items(), key=lambda pair: (-pair[1], pair[0]))[0] for a, v in votes.items()}


def story_scene(cast: Cast, countries: frozenset[str]) -> str | None:
    """The place, no country, that most reports of a story name; between two, the one named more often."""
    reports: dict[str, set[int]] = {}
    mentions: Counter[str] = Counter()
    for number, named in enumerate(cast.named):
        for mention in named:
            entity = cast.of_mention(mention)
            if entity is not None and cast.types[entity] == "place" and entity not in countries:
                reports.setdefault(entity, set()).add(number)
                mentions[entity] += 1
    return min(reports, key=lambda e: (-len(reports[e]), -mentions[e], e), default=None)
