"""Toponyms of one story -> places: options, choice together, then what no list has from the words around it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from msgspec.structs import replace

from dateline.model import Place
from dateline.resolve.places.astray import Surroundings
from dateline.resolve.places.choose import SAME_SENTENCE, Choice, Floats, Option, choose
from dateline.resolve.places.clues import NO_PLACES, SIDES, Shape, is_type_word, is_vessel
from dateline.resolve.places.fame import AT_HOME, by_fame
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.ground import Ground
from dateline.resolve.places.home import Home, homes_of
from dateline.resolve.places.kin import Kin
from dateline.resolve.places.local import Local
from dateline.resolve.places.options import Lands, famous, options_of, reports_of, sentences_of
from dateline.resolve.places.records import Context, Known, Toponym
from dateline.resolve.places.whole import in_full

T = TypeVar("T")
_SIDE_WORDS = {"n": "north", "s": "south", "e": "east", "w": "west", "ne": "north-east", "nw": "north-west",
               "se": "south-east", "sw": "south-west", "c": "middle"}  # fmt: skip
_SAME_REPORT, _SAME_STORY = 0.6, 0.2
_LEAST_OPTIONS, _MOST_OPTIONS, _ALL_OPTIONS = 4, 30, 4000
_OBSCURE, _ALONE, _MANY = 4.5, 0.3, 4
_SPELLED = 2.0
"""What the other places must add to one that is spelled otherwise."""
_LETTERS = 3
_UNLISTED = "in no list"
_HOME_LINK, _HOMONYM = 1.0, 3.0
"""How close the home of a paper stands to all that its reports name, and what a town of that name is worth there."""


def resolve_places(toponyms: Sequence[Toponym], context: Context, gazetteer: Gazetteer) -> dict[str, Place]:
    """One place for each place and facility entity of a story, by entity id; `lat` and `lon` are null, with the reason
    in `how`, where neither the gazetteer nor the words around the name say where it is."""
    ordered = [in_full(toponym, gazetteer) for toponym in sorted(toponyms, key=lambda toponym: toponym.entity)]
    lands = Lands(ordered, context, gazetteer)
    named = [toponym for toponym in ordered if toponym.is_named()]
    kin = Kin(named)
    most = max(_LEAST_OPTIONS, min(_MOST_OPTIONS, _ALL_OPTIONS // max(1, len(named))))
    homes = homes_of(context.settings, ordered, gazetteer)
    looked = [options_of(toponym, lands, gazetteer, most) for toponym in named]
    options = [_at_home(toponym, found, homes) for toponym, (found, _) in zip(named, looked, strict=True)]
    links = _links([*named, *(home.toponym for home in homes)], len(homes))
    choices = choose([*options, *(home.options for home in homes)], links)
    choices[: len(named)] = by_fame(named, options, choices, lands)
    fitting = [
        (toponym, shape, choice)
        for toponym, (_, shape), choice in zip(named, looked, choices[: len(named)], strict=True)
        if choice is not None and (not toponym.facility or _is_site(choice.option.known))
    ]
    around = Surroundings([(toponym, choice.option.known) for toponym, _, choice in fitting])
    chosen = [
        each
        for each in fitting
        if not _far_fetched(each[0], each[2], lands, kin, len(named))
        and not around.contradict(each[0], each[2].option.known)
    ]
    at_home = [(h.toponym, c.option.known) for h, c in zip(homes, choices[len(named) :], strict=True) if c is not None]
    local = Local([*((toponym, choice.option.known) for toponym, _, choice in chosen), *at_home])
    settled = {
        toponym.entity: _place(toponym, shape, choice, gazetteer)
        for toponym, shape, choice in chosen
        if not local.is_namesake(toponym, choice)
    }
    ground = Ground(named, settled, lands, local, kin, gazetteer)
    refused = {toponym.entity: choice.option.known for toponym, _, choice in fitting}
    return {t.entity: settled.get(t.entity) or _but_not(ground.place(t), refused.get(t.entity)) for t in ordered}


def _at_home(toponym: Toponym, options: list[Option], homes: Sequence[Home]) -> list[Option]:
    """The options of a toponym, those that the home of its reports may be weighed as that home: to the paper of one
    Paris, no other is better known."""
    reports = reports_of(toponym)
    weights = {o.known.id: o.score for home in homes if reports <= home.reports for o in home.options}
    if not any(option.known.id in weights for option in options):
        return options
    weighed: list[Option] = []
    for option in options:
        known = option.known
        if known.id in weights:
            score = option.score - known.weight - famous(known) + weights[known.id] + _HOMONYM
            option = replace(option, score=score, why=(*option.why, AT_HOME))
        weighed.append(option)
    return weighed


def _links(toponyms: Sequence[Toponym], homes: int) -> Floats:
    """How close two toponyms stand: in one sentence, in one report, or only in one story. Two of one name are told
    apart by their reports, and are no company. The last are homes of papers, which stand close to all that their
    reports name."""
    links = np.full((len(toponyms), len(toponyms)), _SAME_STORY, np.float32)
    for together, close in ((reports_of, _SAME_REPORT), (sentences_of, SAME_SENTENCE)):
        for place in _standing(toponyms, together):
            links[np.ix_(place, place)] = close
    named = len(toponyms) - homes
    for same in _standing(toponyms[:named], lambda toponym: frozenset({fold_name(toponym.name)})):
        links[np.ix_(same, same)] = 0
    beside = links[named:]
    beside[beside == _SAME_REPORT] = _HOME_LINK
    links[:, named:] = beside.T
    return links


def _standing(toponyms: Sequence[Toponym], together: Callable[[Toponym], frozenset[T]]) -> list[list[int]]:
    """For each report or sentence, in any order, which toponyms stand in it."""
    found: defaultdict[T, list[int]] = defaultdict(list)
    for number, toponym in enumerate(toponyms):
        for place in together(toponym):
            found[place].append(number)
    return [numbers for numbers in found.values() if len(numbers) > 1]


def _but_not(place: Place, refused: Known | None) -> Place:
    """The place of a name, with the one that it does not mean."""
    if refused is None or _UNLISTED not in place.how:
        return place
    how = place.how.replace(_UNLISTED, f"{_UNLISTED} otherwise", 1)
    return replace(place, how=f"not the {_label(refused)}, to which nothing else points; {how}")


def _far_fetched(toponym: Toponym, choice: Choice, lands: Lands, kin: Kin, company: int) -> bool:
    """An obscure place for which nothing speaks but its name, in a story of other countries or of many places; any
    such place whose name is short for that of a hotel or a bay; one of another spelling that no other place is near; a
    side of the compass, a planet or a word for a type of places taken for a town that nothing holds; two letters that
    are no state after a comma; a ship."""
    known, name = choice.option.known, fold_name(toponym.name)
    if choice.option.held:
        return False
    if known.precision != "country" and all(map(is_vessel, toponym.sightings)):
        return True
    if name in SIDES or name in NO_PLACES or (is_type_word(name) and known.precision not in ("country", "region")):
        return True
    if known.match in ("folded", "fuzzy") and choice.company < _SPELLED:
        return True
    if len(name) <= _LETTERS and "." not in toponym.name and known.precision != "country" and known.country:
        after_comma = any(s.sentence[: s.start].rstrip().endswith(",") for s in toponym.sightings)
        return not after_comma and known.country not in lands.of(toponym)
    alone = not choice.option.why and choice.company < _ALONE
    told = lands.ranked()
    if alone and kin.is_short(toponym) and any(country != known.country for country in told):
        return True
    return known.weight < _OBSCURE and alone and known.country not in told and (bool(told) or company >= _MANY)


def _is_site(known: Known) -> bool:
    return known.radius_km <= 15 and known.feature not in ("town", "admin2", "capital")


def _place(toponym: Toponym, shape: Shape, choice: Choice, gazetteer: Gazetteer) -> Place:
    known = choice.option.known
    lat, lon, radius, precision = known.lat, known.lon, known.radius_km, known.precision
    how = [_found(toponym, known)]
    if choice.rivals:
        how.append(_chosen(choice))
    if shape.side and precision in ("country", "region"):
        if part := gazetteer.part(known, shape.side):
            lat, lon, radius = part
            how.append(f"placed in its {_SIDE_WORDS[shape.side]}")
        precision = "region"
    elif shape.side or shape.around:
        precision, radius = ("near" if precision == "exact" else precision), radius + 5
        how.append(f"“{toponym.name}” is a part of it or lies around it")
    elif shape.type == "site" and not _is_site(known):
        precision, radius = ("near" if precision == "exact" else precision), radius + 5
        how.append(f"the {shape.word} itself is in no list: placed at what it is named after")
    elif shape.type == "area" and precision == "exact" and known.feature in ("town", "capital"):
        precision, radius = "region", max(radius, 50.0)
        how.append(f"the {shape.word} is in no list: placed at the town of its name")
    return Place(
        entity=toponym.entity,
        name=known.name,
        lat=lat,
        lon=lon,
        country=known.country,
        admin1=known.region if known.precision != "country" else None,
        gazetteer_id=known.id,
        precision=precision,
        how="; ".join(how),
        radius_km=radius,
        feature=known.feature,
    )


def _found(toponym: Toponym, known: Known) -> str:
    by = {
        "name": "",
        "alias": f", of which “{toponym.name}” is another name",
        "demonym": f", whose people “{toponym.name}” names",
        "folded": f", as “{toponym.name}” is spelled there",
        "fuzzy": f", nearly spelled as “{toponym.name}”",
    }[known.match]
    return f"{_label(known)} of {known.source}{by}"


def _label(known: Known) -> str:
    where = ", ".join(part for part in (known.region if known.feature != "admin1" else None, known.country) if part)
    return f"{known.feature} {known.name}" + (f" ({where})" if where and known.precision != "country" else "")


def _chosen(choice: Choice) -> str:
    reasons = list(choice.option.why)
    if choice.company > 1:
        reasons.append("other places of the story are near")
    if not reasons:
        reasons.append("nothing in the text tells them apart: the best known")
    return f"chosen among {choice.rivals + 1}: " + ", ".join(reasons)
