"""Toponyms -> places: what a name on the page means on the map, and how that was decided."""

from dateline.resolve.places.codes import precision_codes
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.records import Context, Known, Setting, Sighting, Toponym
from dateline.resolve.places.resolve import resolve_places

__all__ = [
    "Context",
    "Gazetteer",
    "Known",
    "Setting",
    "Sighting",
    "Toponym",
    "precision_codes",
    "resolve_places",
]
