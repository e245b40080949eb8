"""The compiled gazetteer: built once, atomically, and the user's own places beside it."""

import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.resolve.places import Gazetteer, fold_name
from dateline.resolve.places import compile as build
from dateline.resolve.places.compile import create, insert
from dateline.resolve.places.fold import fold_sound
from dateline.resolve.places.rows import Row, bare_name
from tests.resolve.places.told import gazetteer

DUMP = (
    "77001\tTell Vorun\tTell Vorun\tTal Vorun,Vorun\t34.51\t40.61\tP\tPPL\tSY\t\t07\t\t\t"
    "\t900\t\t0\tAsia/Damascus\t2020-01-01"
)


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    """A gazetteer of two places, so that loading is quick."""
    path = tmp_path / "small.sqlite"
    db = create(path)
    rows = [
        Row("geonames:1", "Syria", 35, 38, "SY", None, "country", "country", 7.2, 240, "GeoNames"),
        Row("geonames:2", "Sabha", 32.3, 36.5, "SY", "SY.06", "town", "exact", 3.1, 2, "GeoNames", ["Sabhah"]),
    ]
    insert(db, rows)
    db.execute("INSERT INTO region VALUES ('SY.07', 'Deir ez-Zor')")
    db.commit()
    db.close()
    return Gazetteer.open(path)


def test_names_are_found_in_any_case_and_accent() -> None:
    for name in ("MISRATA", "Misrāta", "misrata"):
        assert gazetteer().find(name)[0].country == "LY"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Ivory Coast", "CI"), ("DR Congo", "CD"), ("Türkiye", "TR"), ("U.K.", "GB"), ("Burma", "MM"), ("U.S.", "US"),
     ("South Sudanese", "SS"), ("Nigeriens", "NE"), ("Filipino", "PH"), ("Kosovar", "XK"), ("Swaziland", "SZ")],
)  # fmt: skip
def test_countries_by_any_name(name: str, code: str) -> None:
    assert gazetteer().country_named(name) == code


def test_every_country_has_a_point() -> None:
    for code in ("AF", "HT", "NG", "PH", "SD", "UA", "PS", "XK", "TW"):
        country = gazetteer().country(code)
        assert -90 <= country.lat <= 90
        assert country.precision == "country"


def test_dump_adds_places_that_outlive_the_gazetteer(small: Gazetteer, tmp_path: Path) -> None:
    packed = tmp_path / "SY.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", DUMP + "\n")
    assert small.add(packed) == 1
    again = Gazetteer.open(tmp_path / "small.sqlite")
    for opened in (small, again):
        (found,) = opened.find("Tal Vorun")
        assert (found.id, found.admin1, found.region, found.match) == (
            "geonames:77001",
            "SY.07",
            "Deir ez-Zor",
            "alias",
        )


def test_csv_of_own_places(small: Gazetteer, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,aliases,lat,lon,country,feature\nCamp Vorun,Vorun camp,34.5,40.6,SY,camp\n", "utf-8")
    assert small.add(table) == 1
    assert small.find("vorun camp")[0].feature == "camp"


@pytest.mark.parametrize(
    ("text", "said"),
    [("name,lat\nx,1\n", "lon is missing"), ("name,lat,lon\nx,north,1\n", "line 2"),
     ("name,lat,lon,precision\nx,1,1,somewhere\n", "line 2")],
)  # fmt: skip
def test_csv_that_cannot_be_read_says_where(small: Gazetteer, tmp_path: Path, text: str, said: str) -> None:
    table = tmp_path / "own.csv"
    table.write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        small.add(table)


def test_dump_of_another_form_is_refused(small: Gazetteer, tmp_path: Path) -> None:
    table = tmp_path / "places.txt"
    table.write_text("name;lat;lon\n", "utf-8")
    with pytest.raises(InputError, match="line 1"):
        small.add(table)


class Two:
    """What comes with the package, in small."""

    regions = {"LY.58": "Misrata"}  # noqa: RUF012

    def rows(self):
        yield Row(
            "geonames:1", "Libya", 28, 17, "LY", None, "country", "country", 6.8, 700, "GeoNames", ["State of Libya"]
        )
        yield Row("geonames:2", "Misrata", 32.4, 15.1, "LY", "LY.58", "town", "exact", 5.6, 5, "GeoNames")

    def parts(self):
        yield "LY", "n", 32.0, 14.0, 300.0


def test_compiling_replaces_the_file_whole_and_leaves_nothing_beside_it(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(build, "Packaged", Two)
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"half a file of a run that was killed")
    build.compile_gazetteer(path)
    assert [found.name for found in tmp_path.iterdir()] == ["gazetteer.sqlite"]
    opened = Gazetteer.open(path)
    assert opened.find("misrata")[0].region == "Misrata"
    assert opened.part(opened.country("LY"), "n") == (32.0, 14.0, 300.0)


def test_failed_compiling_leaves_the_old_file(tmp_path: Path, monkeypatch) -> None:
    class Broken(Two):
        def rows(self):
            yield from super().rows()
            raise OSError("disk full")

    monkeypatch.setattr(build, "Packaged", Broken)
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="disk full"):
        build.compile_gazetteer(path)
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["gazetteer.sqlite"]


def test_gazetteer_is_read_only(small: Gazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        small._files[0].execute("DELETE FROM known")


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Kunduz Province", "Kunduz"), ("Province of Pangasinan", "Pangasinan"), ("Eastern Province", "Eastern Province"),
     ("Borno State", "Borno"), ("Departamento de Ayacucho", "Ayacucho"), ("State of Berlin", "Berlin")],
)  # fmt: skip
def test_area_without_its_word(name: str, bare: str) -> None:
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [("Baghouz", "Baghuz"), ("al-Hol", "Al Hawl"), ("Foua", "al-Fu'ah"), ("Kefraya", "Kafraya"),
     ("Hodeidah", "Al Hudaydah"),
     ("Rashidin", "al-Rashideen"), ("Khan Sheikhoun", "Khān Shaykhūn"),
     ("Raqqa", "Ar-Raqqah"), ("Kunduz", "Qonduz")],
)  # fmt: skip
def test_transliterations_sound_the_same(one: str, other: str) -> None:
    assert fold_sound(fold_name(one)) == fold_sound(fold_name(other))


@pytest.mark.parametrize(("one", "other"), [("Baghouz", "Baghdad"), ("Homs", "Hama"), ("Kabul", "Kapisa")])
def test_other_places_sound_otherwise(one: str, other: str) -> None:
    assert fold_sound(fold_name(one)) != fold_sound(fold_name(other))


@given(st.text(max_size=40))
@example("AND")
def test_folding_twice_changes_nothing(name: str) -> None:
    once = fold_name(name)
    assert fold_name(once) in (once, once.removeprefix("the "))


def test_places_added_again_replace_those_before(small: Gazetteer, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,lat,lon,country\nCamp Vorun,34.5,40.6,SY\nCamp Belun,34.0,40.0,SY\n", "utf-8")
    assert small.add(table) == 2
    table.write_text("name,lat,lon,country\nCamp Vorun,34.9,40.6,SY\n", "utf-8")
    assert small.add(table) == 1
    assert [known.lat for known in small.find("Camp Vorun")] == [34.9]
    assert [known.lat for known in small.find("Camp Belun")] == [34.0]


def test_a_file_with_a_fault_adds_nothing(small: Gazetteer, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,lat,lon\nCamp Vorun,34.5,40.6\nCamp Belun,far,40.0\n", "utf-8")
    with pytest.raises(InputError, match="line 3"):
        small.add(table)
    assert small.find("Camp Vorun") == ()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("name", "raw"), [("SY.zip", b"no zip"), ("SY.txt", b"\xff\xfe\x00"), ("own.csv", b"\xff\xfe\x00")]
)
def test_bytes_that_are_no_places_are_refused(small: Gazetteer, tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(InputError, match="cannot be read"):
        small.add(tmp_path / name)


def test_progress_tells_how_many_were_read(small: Gazetteer, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    rows = [f"Post {i},34.{i:04},40.6,SY" for i in range(2500)]
    table.write_text("\n".join(["name,lat,lon,country", *rows]), "utf-8")
    told: list[int] = []
    assert small.add(table, told.append) == 2500
    assert told == [1000, 2000, 2500]


def test_places_in_the_users_tables_are_read_beside_the_others(small: Gazetteer, tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    row = "Camp Vorun,~Vorunian,34.5,40.6,SY,Deir ez-Zor"
    table.write_text(f"name,aliases,lat,lon,country,admin1\n{row}\n", "utf-8")
    opened = Gazetteer(tmp_path / "small.sqlite", tmp_path / "none.sqlite", table)
    assert opened.find("camp vorun")[0].region == "Deir ez-Zor"
    assert opened.find("Vorunian")[0].match == "demonym"
