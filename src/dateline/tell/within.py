"""place × place -> whether one lies in the other, by the gazetteer."""

from dateline.model import Place
from dateline.tell.told import Told


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
