"""Outlet and URL -> where a paper is at home: its domain in a list, or the town that its name or domain holds.

A local paper never says where it lies: "Paris" is one town to the Paris Beacon-News and another to Le Monde. A town in
the name of a paper is one of several so called; which, the other places of the report tell.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.english.papers import PAPERS
from dateline.resolve.places.choose import Option
from dateline.resolve.places.clues import NO_PLACES
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.gazetteer import Gazetteer
from dateline.resolve.places.records import Known, Setting, Sighting, Toponym
from dateline.settings import user_table

_PAPER = sorted(
    [
        *map(str.lower, PAPERS),
        *"advocate banner beacon bee bugle call citizen clarion democrat enquirer evening free inquirer intelligencer"
        " item leader ledger local messenger morning now optimist pilot pioneer planet progress recorder reporter"
        " republican spectator state statesman sunday telegram the thisis union van world live my inside".split(),
    ],
    key=lambda word: (-len(word), word),
)
"""Words that papers are called by, beside the town."""
_SECOND = frozenset("co com org net gov ac edu".split())
_NOT_TOLD = frozenset("co tv io me ai fm cc to ws ly am gg app in la".split())
"""Endings of domains that are bought all over the world."""
_LEAST, _ALONE = 3.0, 4.3
"""Weights: what a town in the name of a paper must have, and one whose name is all that there is of it."""
_ENOUGH, _ENGLISH = 4.5, 0.5
"""Decimal orders of population: beyond the first, a larger town is no likelier home; papers in English have theirs
mostly where it is spoken."""
ENGLISH: frozenset[str | None] = frozenset({"US", "CA", "GB", "AU", "NZ", "IE"})
_LETTERS = 4
_MOST, _MOST_IN_ALL = 12, 600  # towns of one name that may be the home; of all homes of a story
_HOST = re.compile(r"(?:[a-z]+:)?(?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/:?#]|$)")
_SPLIT = re.compile(r"[^\w’']+")


class Home(NamedTuple):
    """Where the paper of some reports may be at home, as a toponym that stands in all of them."""

    reports: frozenset[str]
    toponym: Toponym
    options: list[Option]


def homes_of(settings: Sequence[Setting], toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> list[Home]:
    """The homes of the papers whose reports name places."""
    named = {s.report for toponym in toponyms for s in toponym.sightings}
    papers: dict[tuple[str, str], list[Setting]] = {}
    for setting in settings:
        if setting.report in named:
            papers.setdefault((_host(setting.url), setting.outlet or ""), []).append(setting)
    homes: list[Home] = []
    most = max(1, _MOST_IN_ALL // max(1, len(papers)))
    for own in papers.values():
        if known := home_of(own[0], gazetteer)[:most]:
            sightings = tuple(Sighting(report=s.report, sentence="", start=0, end=0) for s in own)
            toponym = Toponym(entity="", name=known[0].name, sightings=sightings)
            homes.append(
                Home(frozenset(s.report for s in own), toponym, [Option(known=k, score=_weight(k)) for k in known])
            )
    return homes


def _weight(known: Known) -> float:
    """What a town is worth as the home of a paper in English."""
    return min(known.weight, _ENOUGH) + (_ENGLISH if known.country in ENGLISH else 0.0)


def home_of(setting: Setting, gazetteer: Gazetteer) -> tuple[Known, ...]:
    """The towns that the report's paper may be at home in; the one of the list, or those of one name."""
    host = _host(setting.url)
    for domain in _parents(host):
        if domain in _listed():
            return _town(*_listed()[domain], gazetteer)
    land = land_of(setting)
    for name, least in _names(setting.outlet, host):
        found = [k for k in gazetteer.find(name) if k.match == "name" and k.feature in ("town", "capital")]
        found = [k for k in found if k.weight >= least and land in (None, k.country)]
        if found:
            return tuple(found[:_MOST])
    return ()


def land_of(setting: Setting) -> str | None:
    """The country that the ending of the report's address belongs to."""
    ending = _host(setting.url).rpartition(".")[2]
    if len(ending) != 2 or ending in _NOT_TOLD:
        return None
    return "GB" if ending == "uk" else ending.upper()


def _host(url: str | None) -> str:
    found = _HOST.match((url or "").casefold())
    return found[1].removeprefix("www.") if found else ""


def _parents(host: str) -> Iterator[str]:
    while host.count("."):
        yield host
        host = host.partition(".")[2]


def _names(outlet: str | None, host: str) -> Iterator[tuple[str, float]]:
    """What may be a town in the name of the paper or its address, with the weight that it must have."""
    words = [word for word in _SPLIT.split(outlet or "") if word]
    kept = [word for word in words if word.casefold() not in _PAPER]
    if kept and len(kept) < len(words):
        yield from _told(" ".join(kept), _LEAST)
    labels = [label for label in host.split(".")[:-1] if label not in _SECOND]
    for label in reversed(labels):
        bare = _bare(label.replace("-", ""))
        yield from _told(bare, _LEAST if bare != label else _ALONE)


def _told(name: str, least: float) -> Iterator[tuple[str, float]]:
    if len(name) < _LETTERS or fold_name(name) in NO_PLACES:
        return
    yield name, least
    if " " not in name:
        for cut in range(3, len(name) - 2):  # "lasvegas"
            yield f"{name[:cut]} {name[cut:]}", max(least, _ALONE)
        if name.find("and", 3) > 0:  # of two towns
            yield name[: name.find("and", 3)], least


def _bare(label: str) -> str:
    """The label of a domain without the words of papers at its ends: "theparisnews" is Paris."""
    while True:
        word = next((w for w in _PAPER if len(label) > len(w) and (label.startswith(w) or label.endswith(w))), None)
        if word is None:
            return "" if label in _PAPER else label
        label = label.removeprefix(word) if label.startswith(word) else label.removesuffix(word)


def _town(town: str, country: str, region: str, gazetteer: Gazetteer) -> tuple[Known, ...]:
    found = [k for k in gazetteer.find(town) if k.country == country and k.feature in ("town", "capital")]
    within = [k for k in found if fold_name(k.region or "") == fold_name(region)]
    return tuple((within or found)[:1]) if town else ()


@cache
def _listed() -> dict[str, tuple[str, str, str]]:
    """Town, country and admin area by domain; rows of the user's own `outlets.csv` overrule the packaged ones."""
    texts = [files("dateline.resolve.places").joinpath("lists", "outlets.csv").read_text("utf-8")]
    if own := user_table("outlets.csv"):
        texts.append(own.read_text("utf-8-sig"))
    rows = [row for text in texts for row in csv.DictReader(text.splitlines())]
    return {row["domain"]: (row["town"], row["country"], row.get("admin1") or "") for row in rows}
