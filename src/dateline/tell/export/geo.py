"""Happening -> GeoJSON (RFC 7946) and KML: a point only where a point is known, a circle where it is not."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import asin, atan2, cos, degrees, pi, radians, sin
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from dateline.model import Account, Happening, Place
from dateline.tell.export.tables import TABLES
from dateline.tell.export.view import View
from dateline.tell.mark import COMMENT, MARK
from dateline.tell.printable import printable

EARTH_KM = 6371.0088
CORNERS = 48
Ring = list[tuple[float, float]]


def write_geojson(path: Path, accounts: Iterable[Account]) -> int:
    """One feature a happening; a happening without a place keeps its row with a null geometry. Returns how many."""
    return _write_features(path, _placed(accounts))


def _write_features(path: Path, features: Iterable[tuple[dict[str, Any], Place | None]]) -> int:
    n = 0
    with path.open("w", encoding="utf-8", errors="replace") as out:
        out.write('{"type": "FeatureCollection", "features": [')
        for properties, place in features:
            feature = {
                "type": "Feature",
                "id": properties["id"],
                "geometry": geometry(place),
                "properties": properties,
            }
            out.write((",\n" if n else "\n") + json.dumps(feature, ensure_ascii=False))
            n += 1
        out.write(f'\n], "generator": "{MARK}places"}}\n')
    return n


def write_places(path: Path, accounts: Iterable[Account]) -> int:
    """One feature a place that is on the map, with how it was decided. Returns how many."""
    return _write_features(path, _places(accounts))


def _places(accounts: Iterable[Account]) -> Iterator[tuple[dict[str, Any], Place]]:
    """The places by name; one of several stories once, with the mentions and events of all."""
    mentions, events, places = Counter[str](), Counter[str | None](), dict[str, Place]()
    for account in accounts:
        mentions.update({e.id: len(e.mentions) for e in account.entities})
        events.update(e.place for e in account.events)
        places.update({p.entity: p for p in account.places})
    for place in sorted(places.values(), key=lambda p: (p.name, p.entity)):
        if place.lat is not None:
            yield (
                {
                    "id": place.entity,
                    "name": place.name,
                    "country": place.country,
                    "admin1": place.admin1,
                    "precision": place.precision,
                    "radius_km": place.radius_km,
                    "gazetteer_id": place.gazetteer_id,
                    "mentions": mentions[place.entity],
                    "events": events[place.entity],
                    "how": place.how,
                },
                place,
            )


def write_kml(path: Path, accounts: Iterable[Account]) -> int:
    """One placemark a happening with a place, its period as a TimeSpan, its facts as ExtendedData. Returns how many."""
    n = 0
    with path.open("w", encoding="utf-8", errors="replace") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n')
        for properties, place in _placed(accounts):
            if place is not None:
                out.write(tostring(_placemark(properties, place), encoding="unicode") + "\n")
                n += 1
        out.write(f"</Document></kml>\n{COMMENT}\n")
    return n


def geometry(place: Place | None) -> dict[str, Any] | None:
    """A Point for an exact place, else a polygon of its radius, cut at the antimeridian where it crosses."""
    if place is None or place.lat is None or place.lon is None:
        return None
    if place.precision == "exact":
        return {"type": "Point", "coordinates": [place.lon, place.lat]}
    rings = circle(place.lat, place.lon, place.radius_km or _RADIUS[place.precision or "country"])
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": [rings[0]]}
    return {"type": "MultiPolygon", "coordinates": [[r] for r in rings]}


_RADIUS = {"exact": 2.0, "near": 15.0, "district": 30.0, "region": 100.0, "country": 300.0}
"""Kilometres drawn where the place carries no radius of its own."""


@lru_cache(maxsize=4096)
def circle(lat: float, lon: float, radius_km: float) -> list[Ring]:
    """Closed counter-clockwise rings around a point, radius in kilometres; two rings where it crosses 180°."""
    arc = min(radius_km / EARTH_KM, pi / 2)
    ring: Ring = []
    for k in range(CORNERS):
        bearing = -2 * pi * k / CORNERS
        y = asin(sin(radians(lat)) * cos(arc) + cos(radians(lat)) * sin(arc) * cos(bearing))
        x = radians(lon) + atan2(sin(bearing) * sin(arc) * cos(radians(lat)), cos(arc) - sin(radians(lat)) * sin(y))
        ring.append((round(degrees(x), 5), round(max(-89.9, min(89.9, degrees(y))), 5)))
    pieces = []
    for shift in (0.0, 360.0, -360.0):
        moved = [(x + shift, y) for x, y in ring]
        cut = _clip(_clip(moved, -180.0, 1), 180.0, -1)
        if len(cut) > 2:
            pieces.append([*cut, cut[0]])
    return pieces


def _clip(ring: Ring, edge: float, side: int) -> Ring:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        in1, in2 = side * (x1 - edge) >= 0, side * (x2 - edge) >= 0
        if in1:
            kept.append((x1, y1))
        if in1 != in2:
            kept.append((edge, round(y1 + (y2 - y1) * (edge - x1) / (x2 - x1), 5)))
    return kept


def _placed(accounts: Iterable[Account]) -> Iterator[tuple[dict[str, Any], Place | None]]:
    for account in accounts:
        view = View(account)
        for row in TABLES["happenings"].rows(view):
            happening: Happening = view.happenings[str(row["id"])]
            place = view.place(happening.place)
            row = {k: v for k, v in row.items() if k not in ("latitude", "longitude")}
            row["radius_km"] = place.radius_km if place else None
            yield row, place


def _placemark(properties: dict[str, Any], place: Place) -> Element:
    mark = Element("Placemark", id=str(properties["id"]))
    SubElement(mark, "name").text = printable(properties["summary"])
    SubElement(mark, "description").text = printable(properties["quote"])
    if properties["start"]:
        span = SubElement(mark, "TimeSpan")
        SubElement(span, "begin").text = str(properties["start"])[:10]
        SubElement(span, "end").text = str(properties["end"] or properties["start"])[:10]
    extended = SubElement(mark, "ExtendedData")
    for name, value in properties.items():
        if value not in (None, "") and name not in ("summary", "quote"):
            SubElement(SubElement(extended, "Data", name=name), "value").text = printable(str(value))
    shape = geometry(place) or {}
    holder = SubElement(mark, "MultiGeometry") if shape.get("type") == "MultiPolygon" else mark
    if shape.get("type") == "Point":
        SubElement(SubElement(mark, "Point"), "coordinates").text = _coordinates((tuple(shape["coordinates"]),))
    for ring in shape["coordinates"] if shape.get("type") == "Polygon" else [r[0] for r in _rings(shape)]:
        boundary = SubElement(SubElement(holder, "Polygon"), "outerBoundaryIs")
        SubElement(SubElement(boundary, "LinearRing"), "coordinates").text = _coordinates(tuple(ring))
    return mark


def _rings(shape: dict[str, Any]) -> list[Any]:
    return list(shape["coordinates"]) if shape.get("type") == "MultiPolygon" else []


@lru_cache(maxsize=4096)
def _coordinates(ring: tuple[tuple[float, float], ...]) -> str:
    return " ".join(",".join(f"{n:g}" if n == int(n) else f"{n:.5f}" for n in point) for point in ring)
