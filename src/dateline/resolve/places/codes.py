"""Place -> the precision codes of the codebooks: views for export, never stored."""

from dateline.model import Place

_WATER = frozenset({"ocean", "sea", "gulf", "strait", "water", "lake", "river"})
_ACLED = {"exact": 1, "near": 2, "district": 2, "region": 3}
_UCDP = {"exact": 1, "near": 2, "district": 3, "region": 4, "country": 6}
_IDMC = {
    "exact": "Exact location",
    "near": "Near location",
    "district": "Second administrative level",
    "region": "First administrative level",
    "country": "Country",
}


def precision_codes(place: Place) -> tuple[int | None, int | None, str | None]:
    """ACLED geo_precision, UCDP where_prec, IDMC locations accuracy.

    ACLED: 1 a named town, 2 near a town or a small area, 3 a larger region; a country is not coded. UCDP: 1 exact,
    2 near, 3 second and 4 first administrative level, 5 vague or no administrative area, 6 country, 7 water or air.
    """
    if place.precision is None or place.lat is None:
        return None, None, None
    ucdp = _UCDP[place.precision]
    if place.feature in _WATER:
        ucdp = 7
    elif place.precision == "region" and place.feature not in ("admin1", "province", "state"):
        ucdp = 5
    return _ACLED.get(place.precision), ucdp, _IDMC[place.precision]
