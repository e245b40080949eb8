"""`dateline places --add`: places of the user's own, from the file to the account."""

import pytest

from dateline import settings

REPORT = "Shells fell on Camp Vorundel near Qorvistan on 3 March 2026, killing 12 people, police in Qorvistan said.\n"


def test_places_added_are_in_the_account_at_the_next_add(dateline, tmp_path, fresh):
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "own.csv").write_text("name,lat,lon,country,feature\nQorvistan,34.512,40.613,SY,town\n", "utf-8")
    store = tmp_path / "exercise.dateline"
    assert dateline("add", tmp_path / "report.txt", "--store", store).code == 0
    assert "34.51" not in dateline("places", "--store", store).out
    fresh()
    added = dateline("places", "--add", tmp_path / "own.csv")
    assert (added.code, added.out) == (0, "")
    assert "1 places" in added.err
    assert str(tmp_path / "data") in added.err.replace("\n", "")
    fresh()
    assert dateline("add", "--store", store).code == 0
    assert "34.512, 40.613" in dateline("places", "--store", store).out


def test_a_file_that_is_no_list_of_places_is_refused_with_the_line(dateline, tmp_path, fresh):
    (tmp_path / "own.csv").write_text("name,lat,lon\nQorvistan,34.5,40.6\nVorundel,far,40.6\n", "utf-8")
    ran = dateline("places", "--add", tmp_path / "own.csv")
    assert ran.code != 0
    assert "line 3" in ran.err
    assert not (tmp_path / "data").exists() or not list((tmp_path / "data").iterdir())
    assert dateline("places", "--add", tmp_path / "none.csv").code != 0


def test_without_a_store_or_a_file_there_is_nothing_to_show(dateline):
    ran = dateline("places")
    assert ran.code != 0
    assert "--store" in ran.err


def test_a_broken_file_of_places_is_named(tmp_path, fresh):
    (tmp_path / "data").mkdir()
    settings.own_places().write_bytes(b"no database")
    with pytest.raises(settings.SettingsError, match="own-places"):
        settings.digest()
