"""Numbers: what reports are called in the entries of runs. The beginning of a report's id, or the next that is free.

Rows stand in the order in which they came, so that those of a batch are on one page; by number they are found in runs
(`store.runs`), as keys are. Sorted by numbers, which are hashes, each new row would change a page of its own.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection

from dateline.store.directory import LOW, Entries
from dateline.store.runs import Runs, distinct

EVERY = 1 << 32
"""How many numbers there are."""


ROWS = "SELECT number, report, size, seq FROM indexed"


class Numbered(NamedTuple):
    """A row of the table. `report`: null when its entries count no longer; `size`: how many keys it has."""

    number: int
    report: str | None
    size: int
    seq: int


class Numbers:
    """The numbers of the reports of one kind. It must not outlive the time in which its holder is the one writer, nor a
    transaction that failed."""

    def __init__(self, connection: Connection, kind: str) -> None:
        self._kind = kind
        self._runs = Runs(connection, f"{kind} numbers")

    def of(self, connection: Connection, reports: Collection[str]) -> dict[str, int]:
        """The numbers of those of the reports that have one."""
        return {row.report: row.number for row in self._rows(connection, reports) if row.report is not None}

    def given(self, connection: Connection, numbers: Entries) -> list[Numbered]:
        """The rows of those of the numbers that were given away, sorted."""
        asked = set(numbers.tolist())
        return sorted(row for row in self._under(connection, asked) if row.number in asked)

    def dead(self, connection: Connection) -> list[Numbered]:
        """The rows of reports that were taken out, sorted."""
        query = f"{ROWS} INDEXED BY indexed_dead WHERE kind = ? AND report IS NULL"
        return sorted(Numbered(*row) for row in connection.exec_driver_sql(query, (self._kind,)))

    def give(self, connection: Connection, sizes: Mapping[str, int]) -> dict[str, int]:
        """Give reports with so many keys numbers that no entry bears."""
        taken = {row.number for row in self._under(connection, map(begins, sizes))}
        last: int = connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM indexed").scalar_one()
        given, rows, places = dict[str, int](), [], set[int]()
        for seq, (report, size) in enumerate(sizes.items(), last + 1):
            number = first = begins(report)
            while number in taken or (number != first and self._under(connection, [number])):
                number = (number + 1) % EVERY
            taken.add(number)
            given[report] = number
            rows.append((seq, self._kind, number, report, size))
            places |= {number << 32 | seq, first << 32 | seq}
        if rows:
            insert = "INSERT INTO indexed (seq, kind, number, report, size) VALUES (?, ?, ?, ?, ?)"
            connection.exec_driver_sql(insert, rows)
            run = np.array(sorted(places), dtype=np.uint64)
            self._runs.append(connection, run, run[:0])
        return given

    def retire(self, connection: Connection, reports: Collection[str]) -> list[Numbered]:
        """Take the numbers of reports away from them; the rows as they were."""
        rows = self._rows(connection, reports)
        query = "UPDATE indexed SET report = NULL WHERE seq IN (SELECT value FROM json_each(?))"
        connection.exec_driver_sql(query, (json.dumps([row.seq for row in rows]),))
        return rows

    def forget_dead(self, connection: Connection) -> None:
        """Let the numbers of reports that were taken out be given again."""
        rows = np.array([row.seq for row in self.dead(connection)], dtype=np.uint64)
        connection.exec_driver_sql("DELETE FROM indexed WHERE kind = ? AND report IS NULL", (self._kind,))
        self._runs.append(connection, rows[:0], rows, all_in_one=True)

    def _rows(self, connection: Connection, reports: Collection[str]) -> list[Numbered]:
        """The rows of reports."""
        asked = set(reports)
        return [row for row in self._under(connection, map(begins, asked)) if row.report in asked]

    def _under(self, connection: Connection, numbers: Iterable[int]) -> list[Numbered]:
        """The rows that have one of the numbers, and those of reports whose ids begin with one."""
        asked = distinct(np.fromiter(numbers, dtype=np.uint64))
        found = distinct(self._runs.holders(connection, asked, EVERY) & LOW) if len(asked) else asked
        if not len(found):
            return []
        query = f"{ROWS} WHERE seq IN (SELECT value FROM json_each(?))"
        return [Numbered(*row) for row in connection.exec_driver_sql(query, (json.dumps(found.tolist()),))]


def begins(report: str) -> int:
    """The first half of the hash in a report's id."""
    return int(report[1:9], 16)
