"""A place that no list has -> where its sentence puts it, or nowhere, with the reason."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.model import Place, Precision
from dateline.resolve.places.clues import SIDES, holders, is_type_word, is_vessel, places_around, shape_of
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.kin import TELLING, Kin
from dateline.resolve.places.local import NEIGHBOURHOOD_KM, Local
from dateline.resolve.places.nowhere import is_no_place, nowhere
from dateline.resolve.places.options import WELL_KNOWN, Lands, reports_of
from dateline.resolve.places.records import Toponym

_WITHIN = frozenset({"in", "at", "inside", "of", "across", "on", "into"})
_AWAY = frozenset({"to", "from", "towards", "toward", "between", "off", "over", "through"})
_RADIUS: dict[Precision, float] = {"exact": 15.0, "near": 20.0, "district": 30.0, "region": 100.0, "country": 500.0}
_FINE = ("exact", "near")
_ON_THE_WAY_KM = 60.0
_BESIDE = 120
"""Code points within which a sentence names a place beside one; what stands farther off belongs to other words."""
_NAMING_KM = 300.0
"""How far the place reaches that another may be named after: Atlantic Beach is not told by its ocean."""
_TRUSTED = 0.8
"""How surely its words must say which place holds an unlisted one: "Sabha's Amber Inn", "the Amber Inn in Sabha"."""
_CONTINENTS = frozenset({"continent", "region"})
"""Features of what is too wide to say where anything is, where it lies in no one country."""
_INNER = re.compile(r" in (?:the )?(.+)$")
"""Inside a description: "a clinic named after somebody in Sabha"."""


class Ground:
    """The settled places of a story, by name, by sentence and by report, on which the unlisted ones are placed."""

    def __init__(
        self,
        toponyms: Sequence[Toponym],
        settled: Mapping[str, Place],
        lands: Lands,
        local: Local,
        kin: Kin,
        gazetteer: Gazetteer,
    ) -> None:
        """`toponyms`: those of the settled places."""
        self._lands, self._local, self._kin, self._gazetteer = lands, local, kin, gazetteer
        self._settled = settled
        self._toponyms = [toponym for toponym in toponyms if toponym.entity in settled]
        self._by_name: defaultdict[str, list[Place]] = defaultdict(list)
        self._by_first_word: defaultdict[str, set[str]] = defaultdict(set)
        self._in_sentence: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        self._in_report: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for toponym in self._toponyms:
            self._learn(toponym, settled[toponym.entity])

    def _learn(self, toponym: Toponym, place: Place) -> None:
        for name in (toponym.name, *toponym.aliases):
            for key in (fold_name(name), fold_name(shape_of(name).core)):
                if not is_type_word(key):
                    self._by_name[key].append(place)
                first, _, rest = key.partition(" ")
                if rest and len(first) >= TELLING and place.precision == "exact":
                    self._by_first_word[first].add(toponym.entity)
        for sighting in toponym.sightings:
            if sighting.form == "name":
                self._in_sentence[sighting.report, sighting.sentence].append((sighting.start, toponym.entity))
            if place.precision in _FINE:
                self._in_report[sighting.report][toponym.entity] += 1

    def place(self, toponym: Toponym) -> Place:
        """Where the words around an unlisted place put it: the place named inside its name, unless it is said to be in
        another region; the place that is said to hold it, the one that its sentence puts it in or near or else speaks
        of; for a facility the one place that its reports tell of, the neighbourhood of a local report, and at last the
        country of its sentence; nowhere, with the reason, where there is none. What is said of a longer or shorter form
        of its name counts like what is said of it."""
        if side := SIDES.get(fold_name(toponym.name)):
            return self._north_of_two(toponym) or self._side(toponym, side) or nowhere(toponym)
        if is_no_place(toponym):
            return nowhere(toponym)
        kin = [one for one in self._kin.of(toponym) if one.entity not in self._settled]
        for told in (self._by_its_name, self._by_holder, self._by_preposition, self._by_sentence):
            for one in (toponym, *kin):
                if placed := told(one):
                    return placed if one is toponym else _like(toponym, one, placed)
        return (
            (self._by_reports(toponym) if toponym.facility else None)
            or self._by_neighbourhood(toponym)
            or (self._by_country(toponym) if toponym.is_named() else None)
            or nowhere(toponym)
        )

    def _north_of_two(self, toponym: Toponym) -> Place | None:
        """ "The South" is South Sudan to whoever names that."""
        reports, side = reports_of(toponym), fold_name(toponym.name)
        named = [
            (-len(t.sightings), t.entity)
            for t in self._toponyms
            if self._settled[t.entity].precision == "country"
            and fold_name(self._settled[t.entity].name).startswith(f"{side} ")
            and not reports.isdisjoint(reports_of(t))
        ]
        if toponym.name.isupper() or not named:
            return None
        country = self._settled[min(named)[1]]
        return replace(country, entity=toponym.entity, how=f"its reports call {country.name} so")

    def _side(self, toponym: Toponym, side: str) -> Place | None:
        """ "The northeast" is that of the country that its reports name most."""
        countries = self._lands.of(toponym)
        country = self._gazetteer.country(countries[0]) if countries else None
        part = self._gazetteer.part(country, side) if country else None
        if country is None or part is None or toponym.name.isupper():  # of a diagram
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

    def _named(self, name: str, toponym: Toponym) -> Place | None:
        """The settled place of that name; of several, the one that stands in a sentence with the toponym."""
        found = self._by_name.get(fold_name(name)) or self._by_name.get(fold_name(shape_of(name).core), [])
        told = {entity for _, entity in self._around(toponym)} if len(found) > 1 else set()
        return next((place for place in found if place.entity in told), found[0] if found else None)

    def _by_holder(self, toponym: Toponym) -> Place | None:
        """The town whose it is said to be or that it is said to be right in: "Sabha's [Amber Hotel]"."""
        for sighting in toponym.sightings:
            for holder in holders(sighting):
                place = self._named(holder.name, toponym) if holder.trust >= _TRUSTED else None
                if place is not None and place.precision in _FINE:
                    return _beside(toponym, place, f"“{holder.name}” stands with it", within=True)
        return None

    def _by_its_name(self, toponym: Toponym) -> Place | None:
        inner = _INNER.search(toponym.name)
        place = self._named(inner[1], toponym) if inner else None
        if place is not None and place.precision != "country":
            return _beside(toponym, place, f"its name speaks of {place.name}", within=True)
        if shape_of(toponym.name).type == "road" or any(map(is_vessel, toponym.sightings)):
            return None  # Glasgow Road is not in Glasgow, nor is a ship of its name
        told = self._by_holder(toponym)
        for name in (toponym.name, *toponym.aliases):
            words = fold_name(name).split()
            for size in range(min(4, len(words) - 1), 0, -1):
                for at in range(len(words) - size + 1):
                    holder = self._named(" ".join(words[at : at + size]), toponym)
                    if told and holder and told.admin1 != holder.admin1:  # the Paris Hotel in Sabha
                        continue
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
                holder = self._named(name, toponym)
                if holder and holder.entity != toponym.entity and _holds(holder):
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

    def _by_sentence(self, toponym: Toponym) -> Place | None:
        """The place that its sentence names nearest to it, a town before an area."""
        near = [
            (int(self._settled[entity].precision not in _FINE), gap, entity)
            for gap, entity in self._around(toponym)
            if _holds(self._settled[entity]) and gap <= _BESIDE
        ]
        if not near:
            return None
        holder = self._settled[min(near)[2]]
        return _beside(toponym, holder, f"its sentence names {holder.name}", within=False)

    def _by_country(self, toponym: Toponym) -> Place | None:
        """The country of its sentence, the one that its reports speak of most; not where its own name speaks of
        another: the Warsaw Gate is nowhere in Peru."""
        order = {country: rank for rank, country in enumerate(self._lands.of(toponym))}
        near = [
            (order.get(self._settled[entity].country or "", len(order)), gap, entity)
            for gap, entity in self._around(toponym)
            if self._settled[entity].precision == "country"
        ]
        holder = self._settled[min(near)[2]] if near else None
        if holder is None or self._is_anothers(toponym, holder):
            return None
        return _beside(toponym, holder, f"its sentence names {holder.name}", within=False)

    def _is_anothers(self, toponym: Toponym, country: Place) -> bool:
        lands = [self._gazetteer.find(word)[:1] for word in toponym.name.split()]
        return any(
            k.weight >= WELL_KNOWN and k.country not in (None, country.country) for found in lands for k in found
        )

    def _around(self, toponym: Toponym) -> list[tuple[int, str]]:
        """How far from it in its sentences which settled places stand."""
        return [
            (abs(start - sighting.start), entity)
            for sighting in toponym.sightings
            for start, entity in self._in_sentence.get((sighting.report, sighting.sentence), ())
        ]

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


def _holds(place: Place) -> bool:
    """Whether something may be placed at a place that stands beside it: at no country, and nowhere in a continent."""
    return place.precision != "country" and (place.country is not None or place.feature not in _CONTINENTS)


def _like(toponym: Toponym, kin: Toponym, placed: Place) -> Place:
    """Where the longer or shorter form of the name is."""
    how = f"{placed.how}, as “{kin.name}”, of which the name is another form"
    return replace(placed, entity=toponym.entity, name=toponym.name, how=how)


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
