"""What the place resolver takes and what the gazetteer gives; internal to the resolve room."""

from typing import Literal

from dateline.model import Form, Precision, Record

Match = Literal["name", "alias", "demonym", "folded", "fuzzy"]
"""How a name met the gazetteer: its main name, another name, a demonym, the same after transliteration is folded, or
nearly the same."""


class Sighting(Record, frozen=True):
    """One mention of a place in its sentence: `sentence[start:end]` is the mention, in code points."""

    report: str
    sentence: str
    start: int
    end: int
    form: Form = "name"


class Toponym(Record, frozen=True):
    """One place or facility entity of a story. `aliases` are its other names in the reports, demonyms left out. Without
    a sighting by name it is a description ("a hospital in the city"), which no gazetteer is asked for. `otherwise`: the
    story knows a person by its name, or mostly a body or a thing: it is a place only if a list has it."""

    entity: str
    name: str
    aliases: tuple[str, ...] = ()
    facility: bool = False
    otherwise: bool = False
    sightings: tuple[Sighting, ...] = ()

    def is_named(self) -> bool:
        """Is it called by a name anywhere?"""
        return any(sighting.form in ("name", "demonym") for sighting in self.sightings)


class Setting(Record, frozen=True):
    """Where a report was written and by whom: weak evidence for what its places mean."""

    report: str
    dateline: str | None = None
    outlet: str | None = None
    url: str | None = None


class Context(Record, frozen=True):
    """What is known of the story beside its place names."""

    settings: tuple[Setting, ...] = ()


class Known(Record, frozen=True):
    """One gazetteer entry as it met a name. `admin1` is a GeoNames code ("SY.07"), `region` its name. `weight` is the
    decimal logarithm of the population, or what an unpeopled place of its fame is worth; `radius_km` says how far the
    place reaches from its point."""

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    region: str | None
    feature: str
    precision: Precision
    weight: float
    radius_km: float
    source: str
    match: Match = "name"
