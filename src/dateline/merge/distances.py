"""two places -> how far apart they lie, and whether one is known to lie outside the other."""

from math import asin, cos, radians, sin, sqrt

from dateline.model import Place

ONE_SCENE = 40.0
"""Kilometres beyond which two places (their own uncertainty taken off) are not one scene."""

REACH = {"exact": 5.0, "near": 20.0, "district": 40.0, "region": 60.0, "country": 700.0, None: 30.0}
"""Kilometres within which a place of each precision may in truth lie."""


def kilometres(p: Place, q: Place) -> float | None:
    """How far two points lie apart; None where one is not on the map."""
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return None
    return great_circle(p.lat, p.lon, q.lat, q.lon)


def surely_apart(p: Place, q: Place) -> float | None:
    """How far two places lie apart at least, beyond what their precision leaves open."""
    apart = kilometres(p, q)
    return None if apart is None else max(0.0, apart - REACH[p.precision] - REACH[q.precision])


def is_outside(p: Place, q: Place) -> bool:
    """Whether one of two places is a province, and the other is known to lie in another."""
    provinces = [(x.country, x.admin1) for x in (p, q) if x.admin1 and x.precision != "country"]
    return "region" in (p.precision, q.precision) and len(provinces) == 2 and provinces[0] != provinces[1]


def great_circle(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points on a sphere of the earth's mean radius."""
    la, lo, lb, lp = map(radians, (lat, lon, lat2, lon2))
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin((lp - lo) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, h)))
