"""place × place -> whether one lies in the other by the gazetteer, near it, or may be it."""

from math import cos, hypot, radians

from dateline.model import Happening, Place
from dateline.model.kinds import BLOWS
from dateline.tell.told import Told

REGION = 0.6
"""Degrees, about 65 km, beyond which a town lies in another region."""

ONE_SPOT = (BLOWS - {"armed_clash"}) | {"accident"}
"""Kinds that strike one spot."""


def may_be_at(place: str, main: Happening, told: Told) -> bool:
    """Whether a place is that of a happening or in it; where that struck one spot, its town, its country and what is
    near are that too, but a storm has other dead in each."""
    if lies_in(place, main.place, told) or main.place is None or main.kind not in ONE_SPOT:
        return lies_in(place, main.place, told)
    known = {place, main.place} <= told.points.keys()
    return not are_apart(place, main.place, told) if known else lies_in(main.place, place, told)


def are_apart(one: str | None, other: str | None, told: Told) -> bool:
    """Whether two places on the map lie further from each other than one region reaches."""
    here, there = (told.points.get(p or "") for p in (one, other))
    if here is None or there is None:
        return False
    return hypot(here[0] - there[0], (here[1] - there[1]) * cos(radians(here[0]))) > REGION


def lies_in(part: str, whole: str | None, told: Told) -> bool:
    """Whether a place is another, or lies in it: in its country, or in its province of one country."""
    if part == whole:
        return True
    inner, outer = (next((p for p in told.resolution.places if p.entity == e), None) for e in (part, whole))
    return inner is not None and outer is not None and _holds(outer, inner)


def _holds(outer: Place, inner: Place) -> bool:
    one_country = outer.country is not None and outer.country == inner.country
    if outer.feature in ("admin1", "state", "province"):
        return one_country and outer.admin1 is not None and outer.admin1 == inner.admin1
    return one_country and outer.feature == "country"
