"""Which reports share keys: the same whatever the order and the steps, after removal, in blocks and as a whole."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import make_id
from dateline.store import StoreFile, runs
from dateline.store.directory import HALF, LOW, Directory
from dateline.store.keys import KeyIndex, Wanted
from dateline.store.numbers import begins
from dateline.store.runs import Runs

KEYS = st.lists(st.integers(0, 2**64 - 1).map(lambda key: key % 7 * 2**29), max_size=6)
WANTED = st.builds(Wanted, least=st.integers(1, 3), share=st.sampled_from([0.0, 0.5]), first=st.integers(1, 4))
Keyed = dict[str, list[int]]
Pairs = set[frozenset[str]]


def report(name: object) -> str:
    return make_id("r", str(name))


def pairs(reports: Keyed, wanted: Wanted) -> Pairs:
    """What the index must answer, by comparing all pairs. Keys count by their lower halves."""
    low = {r: {key % 2**32 for key in keys} for r, keys in reports.items()}
    first = {key: sorted(r for r in low if key in low[r])[: wanted.first] for key in set().union(*low.values(), ())}
    found: Pairs = set()
    for a in low:
        for b in low:
            shared = sum(a in first[key] or b in first[key] for key in low[a] & low[b])
            if a < b and shared >= max(wanted.least, wanted.share * min(len(low[a]), len(low[b]))):
                found.add(frozenset((a, b)))
    return found


class Kept:
    """The pairs that whoever follows what the index says has at last."""

    def __init__(self, wanted: Wanted) -> None:
        self.store, self.wanted = StoreFile(), wanted
        self.reports: Keyed = {}
        self.pairs: Pairs = set()

    def replace(self, new: Keyed, old: Sequence[str] = ()) -> None:
        """One step, with an index opened anew."""
        before = {r: self.reports.pop(r) for r in {*new, *old} if r in self.reports}
        self.reports |= new
        with self.store.transaction() as connection:
            index = KeyIndex(connection, "copies", self.wanted)
            met = index.replace(connection, new, before)
            assert not {*met.displaced, *met.promoted} & (new.keys() - before.keys())
            moved = index.candidates(connection, {r: self.reports[r] for r in (*met.displaced, *met.promoted)})
        self.pairs = {p for p in self.pairs if not p & before.keys()}
        self.pairs |= {frozenset((r, other)) for r, others in met.others.items() for other in others}
        for r in met.displaced:
            self.pairs = {p for p in self.pairs if r not in p or (p - {r}) <= set(moved[r])}
        self.pairs |= {frozenset((r, other)) for r in met.promoted for other in moved[r]}


@settings(max_examples=25, deadline=None)
@given(st.lists(KEYS, max_size=12), st.lists(st.integers(1, 4), max_size=6), WANTED, st.randoms())
def test_all_and_only_the_wanted_pairs_in_any_order_and_steps(keys, steps, wanted, order) -> None:
    reports = {report(i): own for i, own in enumerate(keys)}
    left, kept = list(reports), Kept(wanted)
    order.shuffle(left)
    for step in [*steps, len(left)]:
        part, left = left[:step], left[step:]
        kept.replace({r: reports[r] for r in part})
    assert kept.pairs == pairs(reports, wanted)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.dictionaries(st.integers(0, 9).map(report), st.none() | KEYS, max_size=5), max_size=8),
    WANTED,
)
def test_reports_changed_and_taken_out_leave_no_trace(steps, wanted) -> None:
    kept = Kept(wanted)
    for step in steps:
        kept.replace({r: keys for r, keys in step.items() if keys is not None}, list(step))
        assert kept.pairs == pairs(kept.reports, wanted)


def found(store: StoreFile, reports: Keyed, wanted: Wanted) -> dict[str, list[str]]:
    with store.reading() as connection:
        return KeyIndex(connection, "copies", wanted).candidates(connection, reports)


def test_the_share_is_of_the_report_with_fewer_keys() -> None:
    kept = Kept(Wanted(2, share=0.5))
    kept.replace({report("long"): list(range(100)), report("short"): [0, 1, 2, 500]})
    other = {report("other"): [*range(3), *range(1000, 1100)]}
    assert found(kept.store, other, kept.wanted) == {report("other"): [report("short")]}


def test_of_a_key_that_all_have_the_first_by_id_stand_for_the_others() -> None:
    kept = Kept(Wanted(first=3))
    names = sorted(report(i) for i in range(9))
    for name in reversed(names):
        kept.replace({name: [7]})
    assert found(kept.store, {"rffffffffffffffff": [7]}, kept.wanted) == {"rffffffffffffffff": names[:3]}
    assert found(kept.store, {"r0000000000000000": [7]}, kept.wanted) == {"r0000000000000000": names}


def test_ids_that_begin_alike_are_told_apart() -> None:
    kept = Kept(Wanted())
    kept.replace({"rffffffff00000001": [1], "rffffffff00000002": [2]})
    kept.replace({"rffffffff00000003": [1, 2]})
    both = ["rffffffff00000001", "rffffffff00000002"]
    assert begins(both[0]) == begins(both[1])
    assert found(kept.store, {report("x"): [2]}, Wanted()) == {report("x"): [both[1], "rffffffff00000003"]}
    assert found(kept.store, {"rffffffff00000003": [1, 2]}, Wanted()) == {"rffffffff00000003": both}


def test_few_keys_are_looked_up_in_few_blocks() -> None:
    entries = np.unique(np.random.default_rng(1).integers(0, 2**64, 100_000, dtype=np.uint64))
    keys = np.unique(entries[::5000] >> HALF)
    with StoreFile().transaction() as connection:
        Runs(connection, "copies").append(connection, entries, entries[:0])
        opened = Runs(connection, "copies")
        (run,) = opened.runs
        had = entries[np.isin(entries >> HALF, keys)]
        places = np.searchsorted(keys, had >> HALF).astype(np.uint64)
        assert opened.holders(connection, keys, 9).tolist() == (places << HALF | had & LOW).tolist() != []
        assert len(run.blocks_under(keys << HALF)) <= 2 * len(keys) < len(run.fences) / 2
        assert run.entries is None


@pytest.mark.parametrize("form", ["0001", "0002"])
def test_an_older_store_is_indexed_again(tmp_path, form: str) -> None:
    from dateline.engine import Engine
    from tests.engine.fakes import Counted
    from tests.kit.capture import make_capture

    path, texts = tmp_path / "s", ["one #a @x", "two #a @x", "three #b @x"]
    Engine(StoreFile(path), Counted().stages()).add(make_capture(text) for text in texts)
    with closing(sqlite3.connect(path)) as old, old:
        for table in ("indexed", "runs", "run_blocks"):
            old.execute(f"DROP TABLE {table}")
        old.execute(
            "CREATE TABLE keys (kind TEXT, key INTEGER, report TEXT)"
            if form == "0001"
            else "CREATE TABLE key_runs (seq INTEGER)"
        )
        old.execute("UPDATE alembic_version SET version_num = ?", (form,))
    fakes = Counted()
    engine = Engine(StoreFile(path), fakes.stages())
    engine.add([make_capture("four #a #b @x")])
    whole = Engine(StoreFile(), Counted().stages())
    whole.add(make_capture(text) for text in [*texts, "four #a #b @x"])
    assert engine.account() == whole.account()
    assert fakes.calls["extract"] == 1


def test_a_store_with_a_table_sorted_by_numbers_keeps_its_numbers(tmp_path) -> None:
    path, wanted = tmp_path / "s", Wanted()
    reports = {"rffffffff00000001": [1], "rffffffff00000002": [1, 2], report("x"): [2], report("gone"): [1, 2]}
    store = StoreFile(path)
    with store.writing(), store.transaction() as connection:
        index = KeyIndex(connection, "copies", wanted)
        index.replace(connection, reports)
        index.replace(connection, {}, {report("gone"): [1, 2]})
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("CREATE TABLE before AS SELECT kind, number, report, size FROM indexed ORDER BY number")
        old.execute("DROP TABLE indexed")
        old.execute("ALTER TABLE before RENAME TO indexed")
        old.execute("CREATE INDEX indexed_by_report ON indexed (kind, report)")
        old.execute("DELETE FROM runs WHERE kind = 'copies numbers'")
        old.execute("UPDATE alembic_version SET version_num = '0003'")
    store = StoreFile(path)
    asked = {name: reports[name] for name in sorted(reports) if name != report("gone")}
    assert found(store, asked, wanted) == {
        name: sorted(other for other in asked if other != name and set(asked[other]) & set(keys))
        for name, keys in asked.items()
    }


def test_a_large_run_finds_what_halving_finds() -> None:
    random = np.random.default_rng(3)
    crowded = np.full(20_000, 5 << 60, dtype=np.uint64) + np.arange(20_000, dtype=np.uint64)
    entries = np.sort(np.concatenate([random.integers(0, 2**64, runs.LARGE, dtype=np.uint64), crowded]))
    keys = np.unique(np.concatenate([entries[::50], random.integers(0, 2**64, 5000, dtype=np.uint64), entries[-1:]]))
    edges = np.array([0, (5 << 60) + 2**32, 2**64 - 1], dtype=np.uint64)
    keys = np.unique(np.concatenate([keys >> HALF << HALF, edges]))
    at = np.searchsorted(entries, keys)
    had = np.flatnonzero(entries[np.minimum(at, len(entries) - 1)] >> HALF == keys >> HALF)
    assert [found.tolist() for found in Directory(entries).find(keys)] == [had.tolist(), at[had].tolist()]


@pytest.mark.parametrize("batch", [1, 64])
def test_a_store_filled_steadily_has_few_runs_and_rewrites_seldom(batch: int) -> None:
    written, empty = 0, np.zeros(0, dtype=np.uint64)
    with StoreFile().transaction() as connection:
        kept = Runs(connection, "copies")
        for step in range(256):
            kept.append(connection, np.arange(step * batch, (step + 1) * batch, dtype=np.uint64) << HALF, empty)
            written += kept.runs[-1].size
            assert len(kept.runs) <= 3 * 4
        assert [run.size for run in kept.runs] == [256 * batch]
        keys = np.arange(256 * batch, dtype=np.uint64)
        assert kept.holders(connection, keys, 9).tolist() == (keys << HALF).tolist()
    assert written <= (4 + 1) * 256 * batch


def test_a_batch_changes_few_pages_of_a_large_table(tmp_path) -> None:
    store, log = StoreFile(tmp_path / "s"), tmp_path / "s-wal"
    with store.writing():
        with store.transaction() as connection:
            KeyIndex(connection, "copies", Wanted()).replace(connection, {report(i): [i] for i in range(10_000)})
        with closing(sqlite3.connect(tmp_path / "s")) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with store.transaction() as connection:
            KeyIndex(connection, "copies", Wanted()).replace(connection, {report(-i): [i] for i in range(1, 65)})
        assert 0 < log.stat().st_size < 64 / 2 * 4096
