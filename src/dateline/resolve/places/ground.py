"""A place that no list has -> where its sentence puts it, or nowhere, with the reason."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.model import Place, Precision
from dateline.resolve.places.clues import NO_PLACES, SIDES, is_type_word, places_around, shape_of
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.local import NEIGHBOURHOOD_KM, Local
from dateline.resolve.places.options import Lands, reports_of, sentences_of
from dateline.resolve.places.records import Toponym

_WITHIN = frozenset({"in", "at", "inside", "of", "across", "on", "into"})
_AWAY = frozenset({"to", "from", "towards", "toward", "between", "off", "over", "through"})
_RADIUS: dict[Precision, float] = {"exact": 15.0, "near": 20.0, "district": 30.0, "region": 100.0, "country": 500.0}
_FINE = ("exact", "near")
_ON_THE_WAY_KM = 60.0
_NAMING_KM = 300.0
"""How far the place reaches that another may be named after: Atlantic Beach is not told by its ocean."""
_TELLING = 5  # letters of a first word that stands for the whole name: "Mazar", not "New" or "Port"


class Ground:
    """The settled places of a story, by name, by sentence and by report, on which the unlisted ones are placed."""

    def __init__(
        self,
        toponyms: Sequence[Toponym],
        settled: Mapping[str, Place],
        lands: Lands,
        local: Local,
        gazetteer: Gazetteer,
    ) -> None:
        """`toponyms`: those of the settled places."""
        self._lands, self._local, self._gazetteer = lands, local, gazetteer
        self._settled = settled
        self._by_name: dict[str, Place] = {}
        self._by_first_word: defaultdict[str, set[str]] = defaultdict(set)
        self._in_sentence: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        self._in_report: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for toponym in toponyms:
            if place := settled.get(toponym.entity):
                self._learn(toponym, place)

    def _learn(self, toponym: Toponym, place: Place) -> None:
        for name in (toponym.name, *toponym.aliases):
            for key in (fold_name(name), fold_name(shape_of(name).core)):
                if not is_type_word(key):
                    self._by_name.setdefault(key, place)
                first, _, rest = key.partition(" ")
                if rest and len(first) >= _TELLING and place.precision == "exact":
                    self._by_first_word[first].add(toponym.entity)
        for sighting in toponym.sightings:
            if sighting.form == "name":
                self._in_sentence[sighting.report, sighting.sentence].append((sighting.start, toponym.entity))
            if place.precision in _FINE:
                self._in_report[sighting.report][toponym.entity] += 1

    def place(self, toponym: Toponym) -> Place:
        """Where the words around an unlisted place put it: the place named inside its name, the place that its
        sentence puts it in or near, the place that its sentence speaks of, for a facility the one place that its
        reports tell of, the neighbourhood of a local report, and at last the country of its sentence; nowhere, with the
        reason, where there is none."""
        if side := SIDES.get(fold_name(toponym.name)):
            return self._side(toponym, side) or nowhere(toponym)
        if fold_name(toponym.name) in NO_PLACES:
            return nowhere(toponym)
        return (
            self._by_its_name(toponym)
            or self._by_preposition(toponym)
            or self._by_sentence(toponym, countries=False)
            or (self._by_reports(toponym) if toponym.facility else None)
            or self._by_neighbourhood(toponym)
            or (self._by_sentence(toponym, countries=True) if toponym.is_named() else None)
            or nowhere(toponym)
        )

    def _side(self, toponym: Toponym, side: str) -> Place | None:
        """ "The northeast" is that of the country that its reports name most."""
        countries = self._lands.of(toponym)
        country = self._gazetteer.country(countries[0]) if countries else None
        part = self._gazetteer.part(country, side) if country else None
        if country is None or part is None:
            return None
        return Place(
            entity=toponym.entity,
            name=toponym.name,
            lat=part[0],
            lon=part[1],
            country=country.country,
            admin1=None,
            gazetteer_id=None,
            precision="region",
            how=f"a side of the country that its reports speak of most, {country.name}",
            radius_km=part[2],
        )

    def _by_its_name(self, toponym: Toponym) -> Place | None:
        if shape_of(toponym.name).type == "road":  # Glasgow Road is not in Glasgow
            return None
        for name in (toponym.name, *toponym.aliases):
            words = fold_name(name).split()
            for size in range(min(4, len(words) - 1), 0, -1):
                for at in range(len(words) - size + 1):
                    holder = self._by_name.get(" ".join(words[at : at + size]))
                    if holder and holder.precision != "country" and (holder.radius_km or 0.0) <= _NAMING_KM:
                        return _beside(toponym, holder, f"its name speaks of {holder.name}", within=True)
            shortened = self._by_first_word.get(words[0], ()) if words else ()
            if len(shortened) == 1:
                holder = self._settled[next(iter(shortened))]  # Mazar Hotel, in a report of Mazar-i-Sharif
                return _beside(toponym, holder, f"its name speaks of {holder.name}", within=True)
        return None

    def _by_preposition(self, toponym: Toponym) -> Place | None:
        votes: Counter[str] = Counter()
        seen: dict[str, tuple[Place, str]] = {}
        for sighting in toponym.sightings:
            for rank, (word, name) in enumerate(places_around(sighting)[:3]):
                holder = self._by_name.get(fold_name(name)) or self._by_name.get(fold_name(shape_of(name).core))
                if holder and holder.entity != toponym.entity and holder.precision != "country":
                    votes[holder.entity] += 3 - rank
                    seen.setdefault(holder.entity, (holder, word))
                    break
        if not votes:
            return None
        holder, word = seen[min(votes, key=lambda entity: (-votes[entity], entity))]
        placed = _beside(toponym, holder, f"its sentence says “{word} {holder.name}”", within=word in _WITHIN)
        if word in _AWAY and placed.precision == "near":
            return replace(placed, precision="district", radius_km=_ON_THE_WAY_KM)
        return placed

    def _by_sentence(self, toponym: Toponym, *, countries: bool) -> Place | None:
        order = {country: rank for rank, country in enumerate(self._lands.of(toponym))} if countries else {}
        near: list[tuple[int, int, str]] = []
        for sighting in toponym.sightings:
            for start, entity in self._in_sentence.get((sighting.report, sighting.sentence), ()):
                place = self._settled[entity]
                if countries or place.precision != "country":
                    rank = (
                        order.get(place.country or "", len(order)) if countries else int(place.precision not in _FINE)
                    )
                    near.append((rank, abs(start - sighting.start), entity))
        if not near:
            return None
        holder = self._settled[min(near)[2]]
        return _beside(toponym, holder, f"its sentence names {holder.name}", within=False)

    def _by_reports(self, toponym: Toponym) -> Place | None:
        """The town that the reports of a facility name most, if they name it twice as often as the next."""
        counts: Counter[str] = Counter()
        for report in sorted(reports_of(toponym)):
            counts.update(self._in_report[report])
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        holder = self._settled[ranked[0][0]]
        why = f"no place stands in its sentences; its reports tell of {holder.name}"
        placed = _beside(toponym, holder, why, within=False)  # likely there, but no sentence says so
        return replace(placed, precision="district", radius_km=_ON_THE_WAY_KM)

    def _by_neighbourhood(self, toponym: Toponym) -> Place | None:
        """The middle of the neighbourhood that its reports tell of."""
        middle = self._local.middle(toponym) if toponym.is_named() else None
        if middle is None:
            return None
        return Place(
            entity=toponym.entity,
            name=toponym.name,
            lat=middle.lat,
            lon=middle.lon,
            country=middle.country,
            admin1=middle.region,
            gazetteer_id=None,
            precision="region",
            how=f"in no list; the other places of its reports lie around {middle.name}: placed in that neighbourhood",
            radius_km=NEIGHBOURHOOD_KM,
        )


def nowhere(toponym: Toponym) -> Place:
    """The place that cannot be placed, with the reason."""
    told = "sentence" if len(sentences_of(toponym)) == 1 else "sentences"
    return Place(
        entity=toponym.entity,
        name=toponym.name,
        lat=None,
        lon=None,
        country=None,
        admin1=None,
        gazetteer_id=None,
        precision=None,
        how=f"“{toponym.name}” is in no list, and its {told} put it beside no place that is",
    )


def _beside(toponym: Toponym, holder: Place, why: str, *, within: bool) -> Place:
    """The point of the holder, as imprecise as the holder is, and at best near."""
    precision: Precision = "near" if holder.precision in _FINE else holder.precision or "region"
    return Place(
        entity=toponym.entity,
        name=toponym.name,
        lat=holder.lat,
        lon=holder.lon,
        country=holder.country,
        admin1=holder.admin1,
        gazetteer_id=None,
        precision=precision,
        how=f"in no list; {why}: placed there",
        radius_km=max(holder.radius_km or 0.0, _RADIUS[precision] if not within else 5.0),
        feature="facility" if toponym.facility else None,
    )
