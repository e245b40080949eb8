"""The tables that a user may add to: rows of a packaged CSV file with the user's own on top, and the news agencies.

A user's `publishers.csv` or `agencies.csv` (in the folder that the setting `tables` names) has the same columns; its
rows come first, so that they add to the packaged ones and overrule them.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.errors import SettingsError
from dateline.settings import user_table

_SHORT = 4
"""Letters up to which a name is written in capitals, as initials are."""


class Agency(NamedTuple):
    """A news agency. `world`: papers everywhere carry its text; the others speak for one country. `aliases`: its names
    as texts write them."""

    name: str
    world: bool
    aliases: tuple[str, ...]

    def forms(self) -> frozenset[str]:
        """How texts write its names where case counts: "AP", not "ap"; a row of small letters stands for capitals."""
        titles = {alias.title() for alias in self.aliases if len(alias) > _SHORT}
        return frozenset({*self.aliases, *map(str.upper, self.aliases), *titles})


@cache
def agencies() -> tuple[Agency, ...]:
    """Every news agency; the first that has a name is the one that it means."""
    return tuple(
        Agency(row["name"], row["world"] == "yes", tuple(filter(None, row["aliases"].split("|"))))
        for row in read_rows(__name__, "agencies.csv", ("name", "world", "aliases"))
    )


def read_rows(package: str, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a table that a package holds, the user's first."""
    packaged = files(package).joinpath(name).read_text("utf-8")
    own = user_table(name)
    try:
        texts = ([own.read_text("utf-8-sig")] if own else []) + [packaged]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{own}: the table cannot be read ({error})") from error
    rows: list[dict[str, str]] = []
    for text in texts:
        reader = csv.DictReader(text.splitlines())
        missing = [c for c in columns if c not in (reader.fieldnames or ())]
        if missing:
            raise SettingsError(f"{own}: no column {', '.join(missing)}; the columns are {', '.join(columns)}")
        rows += [{c: (row.get(c) or "").strip() for c in columns} for row in reader]
    return rows
