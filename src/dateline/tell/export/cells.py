"""rows -> CSV and TSV that no spreadsheet runs and every reader parses."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from dateline.tell.printable import printable

Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: Cell) -> Cell:
    """A cell that cannot run as a formula: text that a spreadsheet would evaluate gets a leading apostrophe (OWASP,
    CSV injection). Line breaks become spaces: one record, one line; other control characters U+FFFD."""
    if not isinstance(cell, str):
        return cell
    line = printable(" ".join(cell.split()) if any(c in cell for c in "\n\r\t") else cell)
    return "'" + line if line.startswith(_FORMULA) else line


def restore(cell: str) -> str:
    """The text of a cell as it was before `safe` guarded it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[dict[str, Cell]],
    dialect: Literal["excel", "excel-tab"] = "excel",
    second: Sequence[str] | None = None,
) -> int:
    """Write rows under the exact columns; `second` is a second header (HXL tags). Returns how many rows.

    A key that is no column is a mistake of ours and raises ValueError."""
    n = 0
    with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
        table = csv.DictWriter(out, columns, restval="", dialect=dialect, lineterminator="\n")
        table.writeheader()
        if second:
            table.writerow(dict(zip(columns, second, strict=True)))
        for row in rows:
            table.writerow({k: safe(v) for k, v in row.items()})
            n += 1
    return n
