"""Which reports share keys: found whatever the order and the steps, after removal, and in a store of an older form."""

import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store import StoreFile
from dateline.store.keys import KeyIndex, Wanted, forget

KEYS = st.lists(st.integers(0, 2**64 - 1).map(lambda key: key % 7 * 2**29), max_size=6)


def shared(reports: dict[str, list[int]], least: int) -> dict[str, list[str]]:
    """What the index must answer, by comparing all pairs. Keys count by their lower halves."""
    low = {report: {key % 2**32 for key in keys} for report, keys in reports.items()}
    return {a: sorted(b for b in low if a != b and len(low[a] & low[b]) >= least) for a in low}


def fill(store: StoreFile, reports: dict[str, list[int]], steps: Sequence[int]) -> None:
    """Index the reports in steps, each with an index opened anew."""
    left = list(reports)
    for step in [*steps, len(left)]:
        part, left = left[:step], left[step:]
        with store.transaction() as connection:
            KeyIndex(connection).put(connection, part, copies=[reports[r] for r in part])


def found(store: StoreFile, reports: dict[str, list[int]], wanted: Wanted) -> dict[str, list[str]]:
    with store.reading() as connection:
        return KeyIndex(connection).candidates(connection, "copies", reports, wanted)


@settings(max_examples=25, deadline=None)
@given(st.lists(KEYS, max_size=12), st.lists(st.integers(1, 4), max_size=4), st.integers(1, 3))
def test_all_and_only_those_that_share_keys(keys: list[list[int]], steps: list[int], least: int) -> None:
    reports = {f"r{i}": own for i, own in enumerate(keys)}
    store = StoreFile()
    fill(store, reports, steps)
    assert found(store, reports, Wanted(least)) == shared(reports, least)


def test_keys_given_anew_take_the_place_of_the_old_ones() -> None:
    store = StoreFile()
    with store.transaction() as connection:
        index = KeyIndex(connection)
        index.put(connection, ["a", "b"], copies=[[1, 2], [1, 2]])
        index.put(connection, ["a"], copies=[[3]])
        assert index.candidates(connection, "copies", {"b": [1, 2]}, Wanted()) == {"b": []}
    assert found(store, {"b": [1, 2], "c": [3]}, Wanted()) == {"b": [], "c": ["a"]}


def test_a_forgotten_report_is_found_no_more() -> None:
    store = StoreFile()
    fill(store, {"a": [1], "b": [1]}, [1])
    with store.transaction() as connection:
        forget(connection, ["a"])
    assert found(store, {"c": [1]}, Wanted()) == {"c": ["b"]}


def test_the_share_is_of_the_report_with_fewer_keys() -> None:
    store = StoreFile()
    fill(store, {"long": list(range(100)), "short": [0, 1, 2, 500]}, [])
    assert found(store, {"other": [*range(3), *range(1000, 1100)]}, Wanted(2, share=0.5)) == {"other": ["short"]}


def test_of_a_key_that_all_have_the_first_stand_for_the_others() -> None:
    store = StoreFile()
    reports = {f"r{i}": [7] for i in range(9)}
    fill(store, reports, [2, 3])
    assert found(store, {"new": [7]}, Wanted(walked=3)) == {"new": ["r0", "r1", "r2"]}


@pytest.mark.parametrize("key", [5, -5, 2**40 + 5])
def test_a_store_of_the_first_form_keeps_its_keys(tmp_path, key: int) -> None:
    path = tmp_path / "s"
    StoreFile(path).close()
    with sqlite3.connect(path) as old:  # as migration 0001 made it
        old.execute("DROP TABLE numbers")
        old.execute("DROP TABLE key_runs")
        old.execute("CREATE TABLE keys (kind TEXT, key INTEGER, report TEXT, PRIMARY KEY (kind, key, report))")
        old.executemany("INSERT INTO keys VALUES (?, ?, ?)", [("copies", key, "a"), ("alike", key, "b")])
        old.execute("UPDATE alembic_version SET version_num = '0001'")
    old.close()
    store = StoreFile(path)
    assert found(store, {"c": [key % 2**64], "d": [6]}, Wanted()) == {"c": ["a"], "d": []}
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'keys'").first() is None
