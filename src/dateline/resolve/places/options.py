"""Toponym -> the places it may mean, each with what speaks for it before the others are heard."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.resolve.places.choose import STATES, Option, inside
from dateline.resolve.places.clues import (
    FITTING,
    SIDES,
    Shape,
    capitalised,
    holders,
    is_facility_word,
    shape_of,
    type_word,
)
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.home import ENGLISH, land_of
from dateline.resolve.places.records import Context, Known, Match, Toponym

# In decimal orders of population, like the weight of a place.
_OF_MATCH: dict[Match, float] = {"name": 0.0, "alias": -1.0, "demonym": 0.0, "folded": -1.2, "fuzzy": -2.0}
_COUNTRY, _REGION, _OTHER_NAME = 4.0, -1.3, -0.5
_METROPOLIS, _FAMOUS = 6.2, 1.0  # cities that are spoken of far away, whatever town is near
WELL_KNOWN = 5.0  # a place of that weight bears its name anywhere: no transliteration is tried beside it
_FITS, _FITS_NOT = 2.5, -1.5
_GENITIVE = 5  # letters
_NATURAL = ("water", "island", "height")
_BUILT = ("road", "building")
_HOLDER = 5.0
_NAMED, _NAMED_BESIDE = 1.6, 1.0
_COUNTRIES = 4  # whose transliterations are tried


class Lands:
    """Which countries the reports name, themselves or by a region of theirs: how often in each report and sentence."""

    def __init__(self, toponyms: Sequence[Toponym], context: Context, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._reports: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._sentences: dict[tuple[str, str], Counter[str]] = {}
        for toponym in toponyms:
            for sighting in toponym.sightings:
                key = (sighting.report, sighting.sentence)
                if key not in self._sentences:
                    self._sentences[key] = Counter(_lands_named(sighting.sentence, gazetteer))
                    self._reports[sighting.report].update(self._sentences[key])
        self._only: dict[str, str] = {}
        for toponym in toponyms:
            if land := _only_land(toponym, gazetteer):
                self._only[toponym.entity] = land
                for report in sorted(reports_of(toponym)):
                    self._reports[report][land] += 1
        for setting in context.settings:
            weak = _lands_named(" ".join(filter(None, (setting.dateline, setting.outlet))), gazetteer)
            self._reports[setting.report].update([*weak, *filter(None, [land_of(setting)])])
        self._all: Counter[str] = Counter()
        for counts in self._reports.values():
            self._all.update(counts)

    def ranked(self) -> list[str]:
        """The countries of the story, the most named first."""
        return _ranked(self._all)

    def of(self, toponym: Toponym) -> list[str]:
        """The countries of the reports of the toponym, the most named first."""
        counts: Counter[str] = Counter()
        for report in sorted(reports_of(toponym)):
            counts.update(self._reports[report])
        return _ranked(counts)

    def support(self, toponym: Toponym, country: str | None) -> tuple[float, bool]:
        """How much the reports of the toponym speak of the country, and whether a sentence of it does. The toponym does
        not speak for itself: "Mexico" is no evidence that Mexico means Mexico City."""
        if country is None:
            return 0.0, False
        reports = sorted(reports_of(toponym))
        count = sum(self._reports[report][country] for report in reports)
        own = Counter((s.report, s.sentence) for s in toponym.sightings)
        if self._gazetteer.land_named(toponym.name) != country:
            own = Counter(dict.fromkeys(own, 0))
        beside = any(self._sentences[key][country] > times for key, times in own.items())
        spoken = own.total() + (len(reports) if self._only.get(toponym.entity) == country else 0)
        mean = max(0, count - spoken) / max(1, len(reports))
        return mean / (mean + 1.5), beside


def _only_land(toponym: Toponym, gazetteer: Gazetteer) -> str | None:
    """The country of a place that no other country has one called as; only where names are English, since one that was
    transliterated may be spelled like that of another country by chance."""
    if not toponym.is_named() or gazetteer.country_named(toponym.name):
        return None
    lands = {known.country for known in gazetteer.find(toponym.name) if known.match == "name"}
    return lands.pop() if len(lands) == 1 and lands <= ENGLISH else None


def _ranked(counts: Counter[str]) -> list[str]:
    return [country for country, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def options_of(toponym: Toponym, lands: Lands, gazetteer: Gazetteer, most: int) -> tuple[list[Option], Shape]:
    """The places that the toponym may mean, the best first and `most` at most, and the shape of the name that found
    them."""
    found, shape = _look_up(toponym, lands, gazetteer)
    held = _holding(toponym, [known for known, _ in found], gazetteer)
    types = Counter(word[0] for s in toponym.sightings if (word := type_word(s)))
    kind = shape.type or (min(types, key=lambda name: (-types[name], name)) if types else None)
    options = [_weigh(known, offset, kind, held, toponym, lands) for known, offset in found]
    options.sort(key=lambda option: (-option.score, option.known.id))
    return options[:most], shape


def _look_up(toponym: Toponym, lands: Lands, gazetteer: Gazetteer) -> tuple[list[tuple[Known, float]], Shape]:
    names = list(dict.fromkeys((toponym.name, *toponym.aliases)))[:8]
    found: dict[str, tuple[Known, float]] = {}
    shape = Shape(core=toponym.name)
    for name in names:
        offset = 0.0 if name == toponym.name else _OTHER_NAME
        whole = gazetteer.find(name) or _without_s(name, gazetteer)
        parted = shape_of(name)
        if parted.type == "town" and parted.core != name and all(known.match == "alias" for known in whole):
            whole = ()  # Dublin City: any Dublin
        if name.endswith(".") and name[1:2].islower():
            whole = tuple(known for known in whole if known.feature in STATES) or whole  # La. is no L.A.
        if parted.type in _NATURAL:
            whole = tuple(k for k in whole if k.match == "name" or k.feature in FITTING[parted.type])
        if not whole and parted.core != name:
            shape = parted if not found else shape
        for known in whole or _fitting(gazetteer.find(parted.core), parted, lands):
            found.setdefault(known.id, (known, offset + _OF_MATCH[known.match]))
    countries = lands.ranked()[:_COUNTRIES]
    told = [country for country in countries if country not in ENGLISH]  # where another spelling is another place
    if not any(known.weight >= WELL_KNOWN or known.country in countries for known, _ in found.values()):
        for lookup in (gazetteer.find_sound, gazetteer.find_near):
            for name in names[:3]:
                parted = shape_of(name)
                for country in told if parted.type not in (*_NATURAL, *_BUILT) else ():
                    for known in _fitting(lookup(parted.core, country), parted, lands):
                        found.setdefault(known.id, (known, _OF_MATCH[known.match]))
            if found:
                break
    if any(known.match == "name" and known.weight >= _METROPOLIS for known, _ in found.values()):
        found = {gid: pair for gid, pair in found.items() if pair[0].match == "name" or pair[0].weight >= WELL_KNOWN}
    return list(found.values()), shape


def _without_s(name: str, gazetteer: Gazetteer) -> Sequence[Known]:
    """ "Aleppos" where the apostrophe is lost; only of what a reader knows."""
    if not name.endswith("s") or len(name) < _GENITIVE:
        return ()
    return [known for known in gazetteer.find(name[:-1]) if known.match == "name" and known.weight >= WELL_KNOWN - 0.5]


def _level(known: Known) -> str:
    if known.precision == "country":
        return "country"
    return "region" if known.feature in STATES else "spot"


def _fitting(found: Sequence[Known], shape: Shape, lands: Lands) -> Sequence[Known]:
    """What a name without its type word may mean: no town for the river that runs by it, and for the hospital of some
    saint no small town that happens to bear the name."""
    if shape.type in _NATURAL:
        return [known for known in found if known.feature in FITTING[shape.type]]
    if shape.type in _BUILT:
        return []
    found = [known for known in found if known.match != "demonym"]
    if shape.word in ("township", "twp"):
        return [known for known in found if known.feature != "admin2"]  # a part of a county, and none of its name
    if shape.type == "site":
        told = lands.ranked()[:_COUNTRIES]
        return [
            known
            for known in found
            if known.match != "alias" and (known.weight >= WELL_KNOWN or (known.country in told and known.weight >= 4))
        ]
    return found


def _weigh(
    known: Known, offset: float, kind: str | None, held: Sequence[tuple[Known, float]], toponym: Toponym, lands: Lands
) -> Option:
    score, why = known.weight + offset, []
    if known.precision == "country" or known.country is None:
        score += _COUNTRY  # countries, seas and continents are spoken of anywhere
    elif known.feature == "admin1":
        score += _REGION
    score += famous(known)
    if kind and kind not in ("site", *_BUILT):
        score += _FITS if known.feature in FITTING[kind] else _FITS_NOT
    elif kind and known.feature in FITTING[kind]:
        score += _FITS
    trust, name = max(((t, h.name) for h, t in held if inside(known, h)), default=(0.0, ""))
    if trust:
        score += _HOLDER * trust
        why.append(f"“{name}” stands with it")
    if known.precision != "country":
        named, beside = lands.support(toponym, known.country)
        score += _NAMED * named + _NAMED_BESIDE * beside
        if named:
            why.append("its country is named " + ("in the sentence" if beside else "in the report"))
    return Option(known=known, score=score, why=tuple(why), held=trust > 0)


def famous(known: Known) -> float:
    """What a metropolis is worth beside its people: it is spoken of far away."""
    town = known.precision != "country" and known.country is not None and known.feature != "admin1"
    return _FAMOUS if town and known.weight >= _METROPOLIS else 0.0


def _holding(toponym: Toponym, found: Sequence[Known], gazetteer: Gazetteer) -> list[tuple[Known, float]]:
    """The areas and towns that the words around the mentions put the toponym in. A country after a country, or a state
    after a state, is the next of a list, not what holds it; but "Moscow, Idaho" is a town, though a region is called
    like the other Moscow."""
    levels = {_level(known) for known in found if known.match == "name"}
    capital = any(_is_named_after(region, town) for region in found for town in found)
    trusted: dict[str, float] = {}
    for sighting in toponym.sightings[:30]:
        for holder in holders(sighting):
            trusted[holder.name] = max(holder.trust, trusted.get(holder.name, 0.0))
    areas: dict[str, tuple[Known, float]] = {}
    for name, trust in sorted(trusted.items()):
        shape = shape_of(name)
        for known in gazetteer.find(name) or gazetteer.find(shape.core):
            wide = known.precision in ("country", "region", "district")
            level = _level(known)
            if level in levels and level != "spot" and not (capital and level == "region" and known.country in ENGLISH):
                continue
            if wide or known.weight >= 4.5:
                areas.setdefault(known.id, (known, trust if wide else 0.6 * trust))
    return list(areas.values())


def _is_named_after(region: Known, town: Known) -> bool:
    return _level(region) == "region" and region.admin1 == town.admin1 and town.feature in ("town", "capital")


def _lands_named(text: str, gazetteer: Gazetteer) -> list[str]:
    """The codes of the countries that the text names, as often as it names them."""
    named: list[str] = []
    for stretch in capitalised(text):
        words = stretch.split()
        at = 0
        while at < len(words):
            for size in (4, 3, 2, 1):
                name = " ".join(words[at : at + size])
                if country := gazetteer.land_named(name):
                    if gazetteer.country_named(name) or _tells_land(name, words[at + size : at + size + 1]):
                        named.append(country)
                    at += size
                    break
            else:
                at += 1
    return named


def _tells_land(region: str, behind: Sequence[str]) -> bool:
    """Does the name of a region tell of its country? Not as a part of the name of a facility: there is a Nangarhar
    Hotel elsewhere; nor as a mere side of the compass."""
    return fold_name(region) not in SIDES and not any(map(is_facility_word, behind))


def reports_of(toponym: Toponym) -> frozenset[str]:
    """The reports that the toponym stands in."""
    return frozenset(sighting.report for sighting in toponym.sightings)


def sentences_of(toponym: Toponym) -> frozenset[tuple[str, str]]:
    """The sentences that the toponym stands in, with their reports."""
    return frozenset((s.report, s.sentence) for s in toponym.sightings)
