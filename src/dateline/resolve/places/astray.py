"""Choices of a story -> those that the words beside a name contradict: a namesake far from where its sentence puts it.

"Tal Amber, north of Sabha" is no Tal Amber four hundred kilometres off, however alone that one bears the name; and a
neighbourhood lies in a town that its report names.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from dateline.resolve.places.choose import distance_km
from dateline.resolve.places.clues import NAME, shape_of, type_word
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.options import WELL_KNOWN, reports_of
from dateline.resolve.places.records import Known, Toponym

_SPOTS = ("exact", "near", "district")
_FAR_KM = 100.0
"""How far beyond the edge of one place another is neither in it nor beside it."""
_PUT = re.compile(
    r"(?:\s+(?:area|district|neighbou?rhood|quarter|village|town|suburb|camp))?,?\s+(?:just\s+)?"
    r"(?:in|of|near|outside|(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)\s+of)\s+(?:the\s+)?"
    rf"(?:[a-z-]+\s+){{0,3}}?({NAME})"
)
"""What stands behind a name and before that of the place that it lies in or beside."""
_QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter", "roundabout", "square", "street"})
"""Words for a part of a town."""


class Surroundings:
    """Where the reports of a story put the places that they name."""

    def __init__(self, chosen: Sequence[tuple[Toponym, Known]]) -> None:
        """`chosen`: toponyms with what they were taken for."""
        self._named: dict[tuple[str, str], Known] = {}
        self._spots: defaultdict[str, list[tuple[str, Known]]] = defaultdict(list)
        for toponym, known in chosen:
            for report in sorted(reports_of(toponym)):
                for name in (toponym.name, *toponym.aliases):
                    self._named.setdefault((report, fold_name(shape_of(name).core)), known)
                if known.precision in _SPOTS:
                    self._spots[report].append((toponym.entity, known))

    def contradict(self, toponym: Toponym, known: Known) -> bool:
        """Whether the words beside a name put it far from the lesser-known place that it was taken for."""
        if known.precision not in _SPOTS or known.weight >= WELL_KNOWN:
            return False
        return self._is_put_elsewhere(toponym, known) or self._is_alone(toponym, known)

    def _is_put_elsewhere(self, toponym: Toponym, known: Known) -> bool:
        for sighting in toponym.sightings:
            put = _PUT.match(sighting.sentence, sighting.end)
            around = self._named.get((sighting.report, fold_name(shape_of(put[1]).core))) if put is not None else None
            if around is not None and around.id != known.id and _is_far(known, around):
                return True
        return False

    def _is_alone(self, toponym: Toponym, known: Known) -> bool:
        """Whether it is a part of a town, and none that its reports name is near."""
        words = (type_word(sighting) for sighting in toponym.sightings)
        if not any(word is not None and word[1] in _QUARTERS for word in words):
            return False
        towns = [k for report in reports_of(toponym) for entity, k in self._spots[report] if entity != toponym.entity]
        return bool(towns) and all(_is_far(known, town) for town in towns)


def _is_far(known: Known, other: Known) -> bool:
    if other.precision == "country":
        return known.country != other.country
    return distance_km(known, other) > _FAR_KM + 1.5 * other.radius_km
