"""Bodies that the news calls by several names, read once from bodies.csv: one table for every room that must know that
ISIS and Daesh are one."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Body(NamedTuple):
    """A body, people or region by the name it is listed under. `type`: an entity type, or `people`."""

    name: str
    type: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name as printed, the listed one first."""
        return (self.name, *self.aliases)


@cache
def bodies() -> tuple[Body, ...]:
    """Every row of the table. It is this project's own, from open knowledge."""
    text = files("dateline.english").joinpath("bodies.csv").read_text("utf-8")
    return tuple(
        Body(name=row["name"], type=row["type"], aliases=tuple(filter(None, row["aliases"].split(";"))))
        for row in csv.DictReader(text.splitlines())
    )
