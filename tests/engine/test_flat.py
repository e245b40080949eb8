"""What one more report costs does not grow with the store: no statement reads a table as a whole."""

import re

from sqlalchemy import Engine as SqlEngine
from sqlalchemy import event

from dateline.engine import Engine
from dateline.store import StoreFile
from tests.engine.fakes import Counted
from tests.kit.capture import make_capture

SMALL = {"todo", "judgements", "facts", "runs", "json_each", "alembic_version", "sqlite_master"}
"""Tables that do not grow with the number of reports."""
FEW = "indexed_dead"
"""The index of those rows alone that belong to reports taken out."""


def scanned(engine: Engine, given: list[tuple[str, object]]) -> set[str]:
    """The statements whose plan goes through all rows of a table that grows."""
    found = set()
    with engine.file.reading() as connection:
        for statement, values in given:
            if not re.match(r"SELECT|INSERT|UPDATE|DELETE", statement):
                continue
            one = values[0] if isinstance(values, list) else values
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", one):
                table = re.match(r"SCAN (\w+)|SEARCH (\w+) .*\((?:kind|type)=\?\)$", row.detail)
                if table and (table[1] or table[2]) not in SMALL and not re.search(f"VIRTUAL TABLE|{FEW}", row.detail):
                    found.add(f"{row.detail}: {statement}")
    return found


def test_no_statement_of_an_addition_reads_a_whole_table(tmp_path) -> None:
    engine = Engine(StoreFile(tmp_path / "s"), Counted().stages())
    engine.add(make_capture(text) for text in ["one #a @x", "two #a @x", "three @y", "four #b"])
    given: list[tuple[str, object]] = []

    def hear(connection, cursor, statement, values, *_) -> None:
        given.append((statement, values))

    event.listen(SqlEngine, "before_cursor_execute", hear)
    try:
        engine.add([make_capture("five #a #b @x @y")])
    finally:
        event.remove(SqlEngine, "before_cursor_execute", hear)
    assert len(given) > 30
    assert scanned(engine, given) == set()
