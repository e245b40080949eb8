"""The packaged tables of publishers and news agencies. Both are CSV files that users may extend with rows of their own."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

_DOMAIN = re.compile(
    r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.){1,6}[a-z]{2,18}(?:/\S{0,200})?", re.IGNORECASE
)


class Outlet(NamedTuple):
    """A publisher: its name and the family it belongs to."""

    name: str
    family: str


@cache
def _outlets() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    domains: dict[str, Outlet] = {}
    names: dict[str, Outlet] = {}
    for row in csv.DictReader(files("dateline.clean").joinpath("outlets.csv").read_text("utf-8").splitlines()):
        outlet = Outlet(row["name"], row["family"])
        domains[row["domain"]] = outlet
        for alias in (row["name"].lower(), *filter(None, row["aliases"].split("|"))):
            names.setdefault(alias, outlet)
    return domains, names


def outlet_of_domain(host: str) -> Outlet | None:
    """The outlet that publishes at a host name or below it."""
    labels = host.lower().split(".")
    for i in range(len(labels) - 1):
        outlet = _outlets()[0].get(".".join(labels[i:]))
        if outlet:
            return outlet
    return None


def outlet_of_name(name: str) -> Outlet | None:
    """The outlet of that name or alias."""
    return _outlets()[1].get(" ".join(name.lower().split()))


def outlet_of_url(url: str | None) -> str | None:
    """The name of the outlet at an address; its bare host name where the table has none; null without an address."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    known = outlet_of_domain(host)
    return known.name if known else host.removeprefix("www.") or None


def is_domain(text: str) -> bool:
    """Is the text an address or a host name, and nothing else?"""
    return len(text) < 300 and _DOMAIN.fullmatch(text) is not None


@cache
def agencies() -> dict[str, str]:
    """Every lower-case name of a news agency with its canonical one."""
    return {alias: row["name"] for row in _agency_rows() for alias in row["aliases"].split("|")}


@cache
def world_agencies() -> frozenset[str]:
    """The canonical names of the agencies whose text papers everywhere carry. The others speak for one country: named
    inside a story they are a source that it quotes."""
    return frozenset(row["name"] for row in _agency_rows() if row["world"] == "yes")


def _agency_rows() -> list[dict[str, str]]:
    return list(csv.DictReader(files("dateline.clean").joinpath("agencies.csv").read_text("utf-8").splitlines()))
