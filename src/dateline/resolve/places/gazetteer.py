"""Name -> known places: the compiled gazetteer, read-only, and the user's own places beside it."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path
from rapidfuzz import fuzz

from dateline.resolve.places import compile as build
from dateline.resolve.places.dump import csv_rows, dump_rows
from dateline.resolve.places.fold import fold_name, fold_sound
from dateline.resolve.places.own import add_places, in_memory
from dateline.resolve.places.records import Known, Match
from dateline.resolve.places.rows import region_codes
from dateline.settings import own_places, user_table

FUZZY_CUT = 88.0
"""Below this ratio two place names are two places: "Baghuz" and "Baghdad" have 62."""

_FUZZY_LEAST = 6  # letters: in a shorter name one wrong letter is another name
_MOST = 120  # bearers of one name that are looked at: there are 300 of San José, the small ones are found by country
_COLUMNS = """k.gid, k.name, k.lat, k.lon, k.country, k.admin1, r.name, k.feature, k.precision, k.weight, k.radius,
  k.source FROM known k LEFT JOIN region r ON r.code = k.admin1"""
_BY_NAME = f"""SELECT n.kind, {_COLUMNS} JOIN name n ON n.known = k.id WHERE n.key = ?
  ORDER BY k.weight DESC, k.gid LIMIT {_MOST}"""
_BY_SOUND = f"""SELECT 0, {_COLUMNS} JOIN sound s ON s.known = k.id WHERE s.sound = ? AND k.country = ?
  ORDER BY k.weight DESC, k.gid LIMIT {_MOST}"""
_NEAR_NAME = """SELECT n.key, n.known FROM name n JOIN known k ON k.id = n.known
  WHERE n.key >= ? AND n.key < ? AND n.kind < 2 AND k.country = ?"""
_BY_ID = f"SELECT 0, {_COLUMNS} WHERE k.id = ?"
_TWO_LANDS = frozenset({"georgia", "jordan", "chad"})  # also an American state, or first names: no evidence
_MATCHES: dict[int, Match] = {build.MAIN: "name", build.ALIAS: "alias", build.DEMONYM: "demonym"}


class Gazetteer:
    """The places of the world by name. Opened for reading; `add` puts the user's own places into a file of their own,
    which outlives a new version of the packaged one."""

    def __init__(self, path: Path, own: Path, table: Path | None = None) -> None:
        """Open the compiled file at `path` and, if they are there, the user's places at `own` and in a CSV."""
        self._own = own
        self._files = [_reading(path)]
        self._added = int(own.exists())
        if self._added:
            self._files.append(_reading(own))
        self._regions = dict(self._files[0].execute("SELECT code, name FROM region"))
        if table is not None:
            self._files.append(in_memory(csv_rows(table, region_codes(self._regions)), sorted(self._regions.items())))
        self.find = lru_cache(maxsize=4096)(self._find)
        self.find_sound = lru_cache(maxsize=4096)(self._find_sound)
        self.find_near = lru_cache(maxsize=1024)(self._find_near)
        self._countries = {
            known.country: known
            for row in self._files[0].execute(f"SELECT 0, {_COLUMNS} WHERE k.feature = 'country'")
            if (known := _known(row, "name")).country
        }

        self._peoples = {
            key: country
            for key, country in self._files[0].execute(
                "SELECT n.key, k.country FROM name n JOIN known k ON k.id = n.known WHERE k.feature = 'country'"
                " ORDER BY n.kind DESC, k.weight, k.gid"
            )
            if key not in _TWO_LANDS
        }
        self._lands = dict(self._files[0].execute("SELECT key, country FROM land"))

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """The gazetteer at `path`, compiled first if it is not there. Without a path it lies in the user's cache
        folder, the user's own places in the data folder and in the `places.csv` among the user's tables. Raises OSError
        where neither can be written."""
        if path is None:
            path = user_cache_path("dateline") / f"gazetteer-{build.fingerprint()}.sqlite"
            own, table = own_places(), user_table("places.csv")
        else:
            own, table = path.with_suffix(".own.sqlite"), None
        if not path.exists():
            build.compile_gazetteer(path)
            for old in set(path.parent.glob("gazetteer-*.sqlite")) - {path}:
                old.unlink(missing_ok=True)  # of another version: it can be compiled again
        return cls(path, own, table)

    def close(self) -> None:
        """Close the files."""
        for db in self._files:
            db.close()

    def country(self, code: str) -> Known:
        """The country by ISO 3166-1 alpha-2. Raises KeyError for a code that is none."""
        return self._countries[code]

    def part(self, known: Known, side: str) -> tuple[float, float, float] | None:
        """Latitude, longitude and radius in km of one side ("n", "sw", "c") of a country or admin area."""
        code = known.country if known.precision == "country" else known.admin1
        row = self._files[0].execute("SELECT lat, lon, radius FROM part WHERE code = ? AND side = ?", (code, side))
        found: tuple[float, float, float] | None = row.fetchone()
        return found

    def country_named(self, words: str) -> str | None:
        """The code of the country that the words name, by name or demonym; some reports lost their apostrophes."""
        key = fold_name(words)
        return self._peoples.get(key) or (self._peoples.get(key[:-1]) if key.endswith("s") else None)

    def land_named(self, words: str) -> str | None:
        """The code of the country that the words name or one of whose regions they name."""
        return self.country_named(words) or self._lands.get(fold_name(words))

    def _find(self, name: str) -> tuple[Known, ...]:
        """Places that bear the name but for case, accents and punctuation, the weightiest first."""
        key = fold_name(name)
        found = [_known(row, _MATCHES[row[0]]) for db in self._files for row in db.execute(_BY_NAME, (key,))]
        return _once(found)

    def _find_sound(self, name: str, country: str) -> tuple[Known, ...]:
        """Places of the country whose name is the same when transliteration is folded."""
        sound = fold_sound(fold_name(name))
        found = [_known(row, "folded") for db in self._files for row in db.execute(_BY_SOUND, (sound, country))]
        return _once(found)

    def _find_near(self, name: str, country: str) -> tuple[Known, ...]:
        """Places of the country whose folded name begins the same and is nearly the same: a ratio of FUZZY_CUT."""
        key = fold_name(name)
        if len(key) < _FUZZY_LEAST:
            return ()
        stem = key[:3]
        found: list[tuple[float, Known]] = []
        for db in self._files:
            near: dict[int, float] = {}
            for other, number in db.execute(_NEAR_NAME, (stem, stem[:-1] + chr(ord(stem[-1]) + 1), country)):
                if ratio := fuzz.ratio(key, other, score_cutoff=FUZZY_CUT):
                    near[number] = max(ratio, near.get(number, 0.0))
            for number, ratio in sorted(near.items()):
                found += [(ratio, _known(row, "fuzzy")) for row in db.execute(_BY_ID, (number,))]
        found.sort(key=lambda pair: (-pair[0], -pair[1].weight, pair[1].id))
        return _once(known for _, known in found[:10])

    def add(self, path: Path, tell: Callable[[int], None] = lambda _: None) -> int:
        """Add the places of a file of the user's: a CSV with the columns name, lat, lon and, where known, aliases (`;`
        between them), country, admin1, feature, precision, radius_km, source; or a GeoNames dump (`allCountries.txt`,
        `SY.txt`, or either in its zip). A place that was added before is replaced. `tell` is told how many were read;
        returns how many. Raises InputError where the file cannot be read; nothing is added then."""
        rows = csv_rows(path, region_codes(self._regions)) if path.suffix.casefold() == ".csv" else dump_rows(path)
        count = add_places(self._own, rows, path, sorted(self._regions.items()), tell)
        for stale in self._files[1 : 1 + self._added]:
            stale.close()
        self._files[1 : 1 + self._added] = [_reading(self._own)]
        self._added = 1
        for cached in (self.find, self.find_sound, self.find_near):
            cached.cache_clear()
        return count


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def _known(row: tuple[int, str, str, float, float, str, str, str, str, str, float, float, str], match: Match) -> Known:
    _, gid, name, lat, lon, country, admin1, region, feature, precision, weight, radius, source = row
    return Known(
        id=gid,
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        admin1=admin1,
        region=region or (admin1.partition(".")[2] if admin1 else None),
        feature=feature,
        precision=precision,  # type: ignore[arg-type]  # written by compile from the same literal
        weight=weight,
        radius_km=radius,
        source=source,
        match=match,
    )


def _once(found: Iterable[Known]) -> tuple[Known, ...]:
    """Each place once: the user's own file may repeat one of the packaged file."""
    seen: dict[str, Known] = {}
    for known in found:
        seen.setdefault(known.id, known)
    return tuple(seen.values())
