"""Toponyms of a story -> which are one name, written longer and shorter: "Amber", "Amber Bay", "Amber Bay Hotel"."""

from collections import defaultdict
from collections.abc import Sequence

from dateline.resolve.places.clues import SIDES, is_facility_word, is_type_word
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.records import Toponym

TELLING = 5
"""Letters of a first word that stands for the whole name: "Amber", not "New" or "Port"."""


class Kin:
    """The names of a story by their first words."""

    def __init__(self, toponyms: Sequence[Toponym]) -> None:
        """`toponyms`: those that are called by a name."""
        self._words = {t.entity: tuple(fold_name(t.name).split()) for t in toponyms}
        self._by_first: defaultdict[str, list[Toponym]] = defaultdict(list)
        for toponym in toponyms:
            first = self._words[toponym.entity][:1]
            if first and len(first[0]) >= TELLING and not is_type_word(first[0]) and first[0] not in SIDES:
                self._by_first[first[0]].append(toponym)

    def of(self, toponym: Toponym) -> list[Toponym]:
        """The other names that begin with the whole of this one or that it begins with, the nearest in length first."""
        own = self._words.get(toponym.entity, ())
        found = [t for t in self._by_first.get(own[0], ()) if t.entity != toponym.entity] if own else []
        kin = [t for t in found if all(a == b for a, b in zip(own, self._words[t.entity], strict=False))]
        return sorted(kin, key=lambda t: (abs(len(self._words[t.entity]) - len(own)), t.entity))

    def is_short(self, toponym: Toponym) -> bool:
        """Is the name mostly written as that of a facility: of a hotel, a bay, an airport?"""
        own = self._words.get(toponym.entity, ())
        longer = [t for t in self.of(toponym) if any(map(is_facility_word, self._words[t.entity][len(own) :][:1]))]
        return sum(len(t.sightings) for t in longer) > len(toponym.sightings)
