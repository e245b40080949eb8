"""places, mentions -> the places that a stretch of a report names."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dateline.model import Place, Range


class Toponyms:
    """Where each report names a place of the story."""

    def __init__(self, places: Mapping[str, Place], named: Mapping[tuple[str, str], Sequence[int]]) -> None:
        """`named`: where each entity is mentioned, by entity and report."""
        self.places = places
        found: dict[str, list[tuple[int, str]]] = {}
        for (entity, report), starts in named.items():
            if entity in places:
                found.setdefault(report, []).extend((at, entity) for at in starts)
        self._named = {report: sorted(mentions) for report, mentions in found.items()}

    def mentions(self, report: str, stretch: Range) -> list[tuple[int, str]]:
        """The places that a stretch of a report names, and where, in text order."""
        named = self._named.get(report, [])
        first, last = (bisect_left(named, (at, "")) for at in (stretch.start, stretch.end))
        return named[first:last]

    def within(self, report: str, stretch: Range, *, regions: bool = False) -> frozenset[str]:
        """The places, no countries, that a stretch of a report names; `regions`: provinces count too."""
        wide = ("country",) if regions else ("country", "region")
        named = (place for _, place in self.mentions(report, stretch))
        return frozenset(place for place in named if self.places[place].precision not in wide)
