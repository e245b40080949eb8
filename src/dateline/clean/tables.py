"""The tables of publishers and news agencies, looked up by name and by host."""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline import tables

_DOMAIN = re.compile(
    r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.){1,6}[a-z]{2,18}(?:/\S{0,200})?", re.IGNORECASE
)
_SECOND_LEVEL = frozenset("ac co com edu go gob gov mil ne net nom or org".split())
"""Labels below that of a country under which names are registered: "courier.co.uk", "courier.com.cn"."""
_LENT = frozenset(
    "blogspot.com github.io go.com livejournal.com medium.com substack.com tumblr.com weebly.com wixsite.com "
    "wordpress.com".split()
)
"""Domains below which each name belongs to another publisher."""


class Outlet(NamedTuple):
    """A publisher: its name and the family it belongs to."""

    name: str
    family: str | None


@cache
def known_outlets() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    """The outlets of the packaged and the own table, by their domains and by their names in small letters."""
    domains: dict[str, Outlet] = {}
    names: dict[str, Outlet] = {}
    for row in tables.read_rows("dateline.clean", "publishers.csv", ("name", "family", "domain", "aliases")):
        outlet = Outlet(row["name"], row["family"] or None)
        if row["domain"]:
            domains.setdefault(row["domain"].lower().removeprefix("www."), outlet)
        for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
            names.setdefault(" ".join(alias.lower().split()), outlet)
    return domains, names


def outlet_of_domain(host: str) -> Outlet | None:
    """The outlet that publishes at a host name or below it."""
    labels = host.lower().split(".")
    for i in range(len(labels) - 1):
        outlet = known_outlets()[0].get(".".join(labels[i:]))
        if outlet:
            return outlet
    return None


def outlet_of_name(name: str) -> Outlet | None:
    """The outlet of that name or alias."""
    return known_outlets()[1].get(" ".join(name.lower().split())) if len(name) < 200 else None


def host_of(url: str | None) -> str:
    """The host name of an address, empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def outlet_of_url(url: str | None) -> str | None:
    """The name of the outlet at an address; its bare domain where the table has none; null without an address."""
    host = host_of(url)
    known = outlet_of_domain(host)
    return known.name if known else _domain_of(host) or None


def _domain_of(host: str) -> str:
    """The domain that a publisher registered and divides as it likes: "asia.courier.example" and "m.courier.example"
    are one outlet. Below a domain that lends out names each name is its own."""
    labels = host.split(".")
    if labels[-1].isdigit():
        return host
    size = 3 if len(labels[-1]) == 2 and labels[-2:-1] and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size - (".".join(labels[-size:]) in _LENT) :])


def family_of(outlet: str | None, url: str | None) -> str | None:
    """The publisher that owns an outlet, by its name, its own host name or the report's address."""
    name = outlet or ""
    host = host_of(name if "://" in name else f"//{name}") if is_domain(name) else ""
    known = outlet_of_name(name) or outlet_of_domain(host) or outlet_of_domain(host_of(url))
    return known.family if known else None


def is_domain(text: str) -> bool:
    """Is the text an address or a host name, and nothing else?"""
    return len(text) < 300 and _DOMAIN.fullmatch(text) is not None


@cache
def agencies() -> dict[str, str]:
    """Every lower-case name of a news agency with its canonical one."""
    found: dict[str, str] = {}
    for agency in tables.agencies():
        for alias in agency.aliases:
            found.setdefault(alias.lower(), agency.name)
    return found


@cache
def filers() -> tuple[str, ...]:
    """Every lower-case name of those who file a story: agencies and outlets, the longest first."""
    return tuple(sorted({*agencies(), *known_outlets()[1]}, key=lambda name: (-len(name), name)))


@cache
def world_agencies() -> frozenset[str]:
    """The canonical names of the agencies whose text papers everywhere carry. The others speak for one country: named
    inside a story they are a source that it quotes."""
    return frozenset(agency.name for agency in tables.agencies() if agency.world)
