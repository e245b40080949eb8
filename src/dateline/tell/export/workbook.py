"""tables -> XLSX workbook and Parquet."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dateline.errors import MissingPartError
from dateline.model import Account
from dateline.tell.export.cells import Cell
from dateline.tell.export.tables import TABLES, Table
from dateline.tell.export.view import View

SHEETS: dict[str, Table] = {name: TABLES[name] for name in ("happenings", "figures", "claims", "reports")}
_WIDE = {"summary": 60, "quote": 60, "content": 60, "title": 50, "text": 36, "sources": 36, "series_label": 36}
_EPOCH = datetime(2000, 1, 1)
"""Workbooks carry no hour of their own: the same account gives the same file."""
CELL = 32_000
"""Characters a spreadsheet cell holds (Excel's limit is 32,767)."""


def write_workbook(path: Path, accounts: Iterable[Account]) -> int:
    """Happenings, figures, claims and reports on a sheet each: frozen header, filters, links to the reports.

    Rows are streamed to disk; text is never read as a formula. Returns the number of rows."""
    import xlsxwriter

    counts = dict.fromkeys(SHEETS, 0)
    with xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        head = book.add_format({"bold": True, "bottom": 2})
        book.set_properties({"title": "Dateline account", "created": _EPOCH})
        sheets = {}
        for name, table in SHEETS.items():
            sheets[name] = sheet = book.add_worksheet(name)
            for i, column in enumerate(table.columns):
                sheet.set_column(i, i, _WIDE.get(column, 14))
            sheet.freeze_panes(1, 1)
            sheet.write_row(0, 0, table.columns, head)
        for account in accounts:
            view = View(account)
            for name, table in SHEETS.items():
                for row in table.rows(view):
                    counts[name] += 1
                    _write_row(sheets[name], counts[name], table.columns, row)
        for name, table in SHEETS.items():
            sheets[name].autofilter(0, 0, max(counts[name], 1), len(table.columns) - 1)
    return sum(counts.values())


def write_sheet(path: Path, columns: Sequence[str], rows: Iterable[dict[str, Cell]], second: Sequence[str]) -> int:
    """One sheet with a second header row (HXL tags). Returns the number of rows."""
    import xlsxwriter

    n = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": "Dateline account", "created": _EPOCH})
        sheet = book.add_worksheet("happenings")
        sheet.freeze_panes(2, 0)
        sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
        sheet.write_row(1, 0, second)
        for row in rows:
            n += 1
            _write_row(sheet, n + 1, columns, row)
    return n


def _write_row(sheet: Any, n: int, columns: Sequence[str], row: dict[str, Cell]) -> None:
    for i, column in enumerate(columns):
        value = row.get(column)
        if value is None or value == "":
            continue
        if isinstance(value, (int, float)):
            sheet.write_number(n, i, value)
        elif column == "url" and value.startswith(("http://", "https://")) and len(value) < 2000:
            sheet.write_url(n, i, value, string=value[:255])
        else:
            sheet.write_string(n, i, value[:CELL])


def write_parquet(path: Path, accounts: Iterable[Account], table: str = "happenings") -> int:
    """One table as Parquet, in row groups of a few thousand rows. Needs the `parquet` extra."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as missing:
        raise MissingPartError(
            "Parquet needs pyarrow, which is not installed; install it with: pip install 'dateline[parquet]'"
        ) from missing
    schema = pa.schema([(c, _arrow(pa, c)) for c in TABLES[table].columns])
    n, batch = 0, []
    with pq.ParquetWriter(path, schema, compression="zstd") as out:
        for account in accounts:
            for row in TABLES[table].rows(View(account)):
                batch.append(row)
                n += 1
                if len(batch) == 5000:
                    out.write_table(pa.Table.from_pylist(batch, schema))
                    batch = []
        out.write_table(pa.Table.from_pylist(batch, schema))
    return n


_INTEGERS = frozenset(
    "killed_low killed_best killed_high reports publishers origins informants low best high span_start span_end".split()
)


def _arrow(pa: Any, column: str) -> Any:
    if column in _INTEGERS:
        return pa.int64()
    return pa.float64() if column in ("latitude", "longitude") else pa.string()
