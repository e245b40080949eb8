"""Toponyms -> places: what a name on the page means on the map, and how that was decided."""

from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.records import Context, Known, Setting, Sighting, Toponym
from dateline.resolve.places.resolve import resolve_places
from dateline.resolve.places.toponyms import find_toponyms

__all__ = [
    "Context",
    "Gazetteer",
    "Known",
    "Setting",
    "Sighting",
    "Toponym",
    "find_toponyms",
    "fold_name",
    "resolve_places",
]
