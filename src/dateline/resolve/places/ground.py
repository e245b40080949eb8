"""A place that no list has -> where its sentence puts it, or nowhere, with the reason."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.model import Place, Precision
from dateline.resolve.places.clues import SIDES, places_around, shape_of
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.options import Lands, reports_of
from dateline.resolve.places.records import Toponym

_WITHIN = frozenset({"in", "at", "inside", "of", "across", "on", "into"})
_AWAY = frozenset({"to", "from", "towards", "toward", "between", "off", "over", "through"})
_RADIUS: dict[Precision, float] = {"exact": 15.0, "near": 20.0, "district": 30.0, "region": 100.0, "country": 500.0}
_TELLING = 5  # letters of a first word that stands for the whole name: "Mazar", not "New" or "Port"
_LEVEL: dict[Precision, int] = {"exact": 0, "near": 1, "district": 2, "region": 3, "country": 4}


def ground(
    toponym: Toponym, toponyms: Sequence[Toponym], settled: Mapping[str, Place], lands: Lands, gazetteer: Gazetteer
) -> Place | None:
    """Where the words around an unlisted place put it: the place named inside its name, the place that its sentence
    puts it in or near, the place that its sentence speaks of, for a facility the one place that its reports tell of,
    and at last the country of its sentence; None where there is none."""
    if side := SIDES.get(fold_name(toponym.name)):
        return _side(toponym, side, lands, gazetteer)
    names = _names(toponyms, settled)
    below = {entity: place for entity, place in settled.items() if place.precision != "country"}
    return (
        _in_its_name(toponym, names)
        or _by_preposition(toponym, names)
        or _in_its_sentence(toponym, toponyms, below)
        or (_of_its_reports(toponym, toponyms, below) if toponym.facility else None)
        or (_in_its_sentence(toponym, toponyms, settled) if toponym.is_named() else None)
    )


def _side(toponym: Toponym, side: str, lands: Lands, gazetteer: Gazetteer) -> Place | None:
    """ "The northeast" is that of the country that its reports name most."""
    countries = lands.of(toponym)
    part = gazetteer.part(gazetteer.country(countries[0]), side) if countries else None
    if part is None:
        return None
    country = gazetteer.country(countries[0])
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


def nowhere(toponym: Toponym) -> Place:
    """The place that cannot be placed, with the reason."""
    return Place(
        entity=toponym.entity,
        name=toponym.name,
        lat=None,
        lon=None,
        country=None,
        admin1=None,
        gazetteer_id=None,
        precision=None,
        how=f"“{toponym.name}” is in no list and no place that is stands in its sentences",
    )


def _names(toponyms: Sequence[Toponym], settled: Mapping[str, Place]) -> dict[str, Place]:
    """Every settled place by its folded names."""
    found: dict[str, Place] = {}
    for toponym in toponyms:
        if place := settled.get(toponym.entity):
            for name in (toponym.name, *toponym.aliases):
                found.setdefault(fold_name(name), place)
                found.setdefault(fold_name(shape_of(name).core), place)
    return found


def _in_its_name(toponym: Toponym, names: Mapping[str, Place]) -> Place | None:
    if shape_of(toponym.name).type == "road":  # Glasgow Road is not in Glasgow
        return None
    for name in (toponym.name, *toponym.aliases):
        words = fold_name(name).split()
        for size in range(min(4, len(words) - 1), 0, -1):
            for at in range(len(words) - size + 1):
                holder = names.get(" ".join(words[at : at + size]))
                if holder and holder.precision != "country":
                    return _beside(toponym, holder, f"its name speaks of {holder.name}", within=True)
        shortened = [key for key in names if " " in key and key.split()[0] == words[0] and len(words[0]) >= _TELLING]
        if len({names[key].entity for key in shortened}) == 1 and names[shortened[0]].precision == "exact":
            holder = names[shortened[0]]  # Mazar Hotel, in a report of Mazar-i-Sharif
            return _beside(toponym, holder, f"its name speaks of {holder.name}", within=True)
    return None


def _by_preposition(toponym: Toponym, names: Mapping[str, Place]) -> Place | None:
    votes: Counter[str] = Counter()
    seen: dict[str, tuple[Place, str]] = {}
    for sighting in toponym.sightings:
        for rank, (word, name) in enumerate(places_around(sighting)[:3]):
            holder = names.get(fold_name(name)) or names.get(fold_name(shape_of(name).core))
            if holder and holder.entity != toponym.entity and holder.precision != "country":
                votes[holder.entity] += 3 - rank
                seen.setdefault(holder.entity, (holder, word))
                break
    if not votes:
        return None
    best = min(votes, key=lambda entity: (-votes[entity], entity))
    holder, word = seen[best]
    placed = _beside(toponym, holder, f"its sentence says “{word} {holder.name}”", within=word in _WITHIN)
    if word in _AWAY and placed.precision == "near":  # on a way from or to it, a day's drive at most
        return replace(placed, precision="district", radius_km=60.0)
    return placed


def _in_its_sentence(toponym: Toponym, toponyms: Sequence[Toponym], settled: Mapping[str, Place]) -> Place | None:
    sentences = {(s.report, s.sentence): s.start for s in toponym.sightings}
    near: list[tuple[int, int, str, Place]] = []
    for other in toponyms:
        place = settled.get(other.entity)
        if place is None or place.precision is None:
            continue
        for s in other.sightings:
            if (s.report, s.sentence) in sentences and s.form == "name":
                gap = abs(sentences[s.report, s.sentence] - s.start)
                near.append((_LEVEL[place.precision] // 2, gap, other.entity, place))
    if not near:
        return None
    _, _, _, holder = min(near, key=lambda item: item[:3])
    return _beside(toponym, holder, f"its sentence names {holder.name}", within=False)


def _of_its_reports(toponym: Toponym, toponyms: Sequence[Toponym], settled: Mapping[str, Place]) -> Place | None:
    """The place below country that the reports of a facility name most, if they name it twice as often as the next."""
    reports = reports_of(toponym)
    counts: Counter[str] = Counter()
    for other in toponyms:
        place = settled.get(other.entity)
        if place and place.precision in ("exact", "near"):
            counts[other.entity] += sum(s.report in reports for s in other.sightings)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    holder = settled[ranked[0][0]]
    return _beside(
        toponym, holder, f"no place stands in its sentences; its reports tell of {holder.name}", within=False
    )


def _beside(toponym: Toponym, holder: Place, why: str, *, within: bool) -> Place:
    """The point of the holder, as imprecise as the holder is, and at best near."""
    precision: Precision = "near" if holder.precision in ("exact", "near") else holder.precision or "region"
    radius = max(holder.radius_km or 0.0, _RADIUS[precision] if not within else 5.0)
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
        radius_km=radius,
        feature="facility" if toponym.facility else None,
    )
