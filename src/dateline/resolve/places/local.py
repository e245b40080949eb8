"""Settled places of a report -> the neighbourhood that it tells of, where it tells of one.

A local report names hamlets, parks and creeks that no list has: they lie near the rest, and the far namesake of a small
place is not the one it means.
"""

from collections import defaultdict
from collections.abc import Sequence

from dateline.resolve.places.choose import Choice, distance_km
from dateline.resolve.places.home import ENGLISH
from dateline.resolve.places.options import reports_of
from dateline.resolve.places.records import Known, Toponym

NEIGHBOURHOOD_KM = 120.0
_LEAST, _MOST, _SHARE = 3, 40, 0.6
"""How many places must lie together, how many a report of one neighbourhood names at most, and how large a part of all
that it names below a region lies there."""
_FAR_KM, _KNOWN_AFAR = 400.0, 5.3
"""From where on a place is no neighbour, and the weight of a town that is spoken of even there."""


class Local:
    """What the reports of a story tell of their own neighbourhoods."""

    def __init__(self, settled: Sequence[tuple[Toponym, Known]]) -> None:
        """`settled`: toponyms with what was chosen for them, the homes of papers among them."""
        self._in_report: defaultdict[str, dict[str, Known]] = defaultdict(dict)
        for toponym, known in settled:
            if known.precision not in ("country", "region"):
                for report in reports_of(toponym):
                    self._in_report[report][known.id] = known
        self._middles: dict[frozenset[str], Known | None] = {}

    def middle(self, toponym: Toponym) -> Known | None:
        """The place around which most others of the toponym's reports lie; none where they are few, or many, or far
        apart."""
        reports = reports_of(toponym)
        if reports not in self._middles:
            self._middles[reports] = self._middle_of(reports)
        return self._middles[reports]

    def _middle_of(self, reports: frozenset[str]) -> Known | None:
        around: dict[str, Known] = {}
        for report in sorted(reports):
            around |= self._in_report[report]
            if len(around) > _MOST:
                return None
        best: tuple[int, float, str] | None = None
        for gid, known in sorted(around.items()):
            gaps = [gap for other in around.values() if (gap := distance_km(known, other)) <= NEIGHBOURHOOD_KM]
            key = (-len(gaps), sum(gaps), gid)
            if best is None or key < best:
                best = key
        if best is None or -best[0] < max(_LEAST, _SHARE * len(around)):
            return None
        return around[best[2]]

    def is_namesake(self, toponym: Toponym, choice: Choice) -> bool:
        """Is what was chosen only a far namesake of a small place in the neighbourhood that no list has? Only where
        settlers gave the same names again and again."""
        known = choice.option.known
        if known.country not in ENGLISH:
            return False
        if choice.option.held or known.weight >= _KNOWN_AFAR or known.precision in ("country", "region"):
            return False
        middle = self.middle(toponym)
        return middle is not None and known.country == middle.country and distance_km(known, middle) > _FAR_KM
