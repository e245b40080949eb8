"""A report's places -> sites: names and descriptions that tell where something is, and how they stand to each other.

A demonym, a dateline, a bureau or the owner of a border tells of no site, and a name that only locates another ("Deir,
a village near Sabha") stands behind it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, radians
from typing import NamedTuple

from dateline.model import EntityMention, EntityType, EventKind, Place
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Mention, Page, overlaps, starting_in

PLACES: tuple[EntityType, ...] = ("place", "facility")
LEAVING: frozenset[EventKind] = frozenset({"displacement", "evacuation", "withdrawal"})
REACHING: frozenset[EventKind] = frozenset({"arrival", "deployment"})
OTHER_WORDS = (
    "from|by|with|to|towards?|into|near|outside|for|and|or|against|as|that|who|which|ha[sd]|have|is|was|were|been|said"
    "|after|before|when"
)
WORDS = rf"(?:the\s+)?(?:(?!(?:{OTHER_WORDS})\b)[a-zA-Z][\w’'-]*\s+){{0,4}}$"
"""Words that may stand between a preposition and the name of a place: "in the northern city of"."""
AND = re.compile(r"^,?\s*(?:and\s+|,\s*)(?:the\s+)?$")
AT = re.compile(rf"(?i)\b(?:in|at|inside|on|across|throughout|within|into|over)\s+{WORDS}")
FROM = re.compile(rf"(?i)\b(?:from|leav\w+|left|fle\w+|out of)\s+{WORDS}")
TO = re.compile(rf"(?i)\b(?:to|towards?|into|reach\w*|enter\w*)\s+{WORDS}")
BESIDE = re.compile(rf"(?i)\b(?:near|outside|around|close to|west of|east of|north of|south of|through)\s+{WORDS}")
BORDER = re.compile(r"(?i)^(?:['’]s)?\s+(?:border|state|government|media|foreign|authorities|officials?|spokes\w+)\b")
BUREAU = re.compile(r"^\s*(?:\(\s*(?:AP|AFP|Reuters|CNN|dpa)\s*\)|[-–—_:|])")
INSIDE = re.compile(r"^\s*,?\s+(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
ORIGIN = re.compile(r"(?i)\b(?:from|of)\s+(?:the\s+)?$")
"""What stands before where somebody comes from or what somebody heads: "a man from Sabha", "the mayor of Sabha"."""
SETTLEMENT = r"(?:towns?|villages?|cit(?:y|ies)|areas?|districts?|neighbou?rhoods?|suburbs?|enclaves?|camps?)"
LOCATES = re.compile(
    rf"(?i)^(?:\s*,?\s+(?:(?:an?|the|another|both|two|one of)\s+)?(?:[\w’'-]+\s+){{0,4}}?{SETTLEMENT}|\s*,?)"
    rf"\s+(?:in|near|on|outside|of|at|inside|within|close to|(?:north|south|east|west) of)\s+{WORDS}"
)
"""What stands between a place and the name that only says where it lies: ", a village near", " area on"."""
CONTAINED = re.compile(r"(?i)^\s*,?\s+(?:in\s+)?(?:the\s+)?(?:[a-z]+ern\s+)?$")
"""What stands between a town and the area that holds it: "Sabha, northern"; some reports have lost their commas."""
PART_OF_NAME = re.compile(r"^(?:[\w’'-]+\s+){0,6}?(?:of\s+(?:the\s+)?)?$")
"""What may stand in a description before the name of what it describes: "the two besieged villages of"."""
SEVERAL = r"(towns|villages|cities|districts|suburbs|neighbou?rhoods|enclaves|camps|provinces)"
CALLED = (
    re.compile(rf"{SEVERAL}\s+of\s+(?:the\s+)?$"),
    re.compile(rf"^\s*,?\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{SEVERAL}\b"),
)
"""What stands before and behind places named together that are called something: "the towns of", ", two villages"."""
DESCRIBED = re.compile(
    rf"\b(?:[Tt]he(?:\s+two)?|[Bb]oth|[Tt]hese|[Tt]hose|[Tt]wo)\s+(?:[\w-]+\s+){{0,2}}?{SEVERAL}\b(?!\s+of\b)"
)
"""A description of several places that does not go on to name them."""
BESIDE_RANK = 2
"""The rank of a name behind "near" or "outside"."""
BARE = 3
"""The rank of a name without any word of place before it."""
KM = 111.2
"""Kilometres of a degree of latitude."""
REACH = 40.0
"""Kilometres from a town within which something is told to be "outside" or "near" it."""
TOGETHER = 6
"""Names back that may be named together with one."""


class Site(NamedTuple):
    """Words that name or describe a place of the map, with its entity."""

    start: int
    end: int
    entity: str
    named: bool


@dataclass(frozen=True)
class Atlas:
    """What the story knows of its places. `countries`: entities that are countries; `places`: entities on the map;
    `seats`: the town of a facility; `described`: descriptions of places by report; `scene`: the place that most reports
    of the story name."""

    cast: Cast
    countries: frozenset[str]
    places: Mapping[str, Place]
    seats: Mapping[str, str]
    described: Mapping[str, Sequence[Site]]
    scene: str | None = None

    def settlement(self, entity: str) -> str:
        """The town of a facility; any other place itself."""
        return self.seats.get(entity, entity)

    def edge(self, town: str) -> float:
        """How many kilometres from the middle of a town what is told to be in it may lie: its suburbs do."""
        known = self.places.get(town)
        return 1.5 * (known.radius_km or 0.0) + 5.0 if known is not None else 0.0

    def lies_in(self, place: str, outer: str, reach: float = REACH) -> bool:
        """Whether the map puts a place in a country or a region, or within `reach` kilometres of a town."""
        a, b = self.places.get(place), self.places.get(outer)
        if a is None or b is None or a.country is None or a.country != b.country or place == outer:
            return False
        if outer in self.countries:
            return place not in self.countries
        if b.precision == "region" and a.precision != "region" and a.admin1 and a.admin1 == b.admin1:
            return True
        gap = self.distance(place, outer)
        return gap is not None and (a.radius_km or 0) < (b.radius_km or 0) and gap <= reach

    def distance(self, one: str, other: str) -> float | None:
        """Kilometres between two places; none where either has no position."""
        a, b = self.places.get(one), self.places.get(other)
        if a is None or b is None or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return None
        return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat))) * KM

    def is_far(self, place: str, other: str) -> bool:
        """Whether the map puts a place, no country, neither in nor around the other."""
        gap = self.distance(place, other)
        if gap is None or gap <= REACH or place in self.countries:
            return False
        return not (self.lies_in(place, other) or self.lies_in(other, place))

    def apart(self, a: str, b: str) -> bool:
        """Whether the map puts two places in two countries."""
        x, y = self.places.get(a), self.places.get(b)
        return x is not None and y is not None and x.country != y.country

    def country_of(self, place: str) -> str | None:
        """The country entity that a place lies in, where the story names it."""
        land = self.places[place].country if place in self.places else None
        return min((c for c in self.countries if c in self.places and self.places[c].country == land), default=None)


def make_atlas(pages: Sequence[Page], cast: Cast, places: Mapping[str, Place]) -> Atlas:
    """What the pages of a story say of its places together."""
    countries = country_entities(cast)
    return Atlas(
        cast=cast,
        countries=countries,
        places=places,
        seats=facility_seats(pages, cast, countries),
        described=described_places(pages, cast),
        scene=story_scene(cast, countries),
    )


class Sites:
    """The sites of one report in text order."""

    def __init__(self, page: Page, atlas: Atlas) -> None:
        self.page, self.atlas, self.cast = page, atlas, atlas.cast
        named = [
            Site(m.start, m.end, entity, True)
            for m in self.cast.named[page.number]
            if self.is_site(m) and (entity := self.cast.of_mention(m)) is not None
        ]
        described = [s for s in atlas.described.get(page.report.id, ()) if not starting_in(named, s)]
        self.all = sorted([*named, *described])

    def is_site(self, mention: Mention) -> bool:
        """Whether a name tells where something is: no demonym, no dateline, no bureau, no owner of a border."""
        entity = self.cast.of_mention(mention)
        if entity is None or self.cast.types[entity] not in PLACES or mention.form != "name":
            return False
        dateline = self.page.report.dateline
        if dateline is not None and overlaps(dateline, mention):
            return False
        line = self.page.line(mention.start)
        first = not self.page.text[line.start : mention.start].strip()
        if first and BUREAU.match(self.page.text[mention.end : line.end]):
            return False
        return not BORDER.match(self.page.text[mention.end : mention.end + 20])

    @cached_property
    def sourced(self) -> frozenset[int]:
        """Where names start that stand in the source of a claim: "a spokesman in Berlin"."""
        sources = [c.source for c in self.page.reading.claims if c.source is not None]
        return frozenset(s.start for source in sources for s in starting_in(self.all, source) if s.end <= source.end)

    @cached_property
    def locating(self) -> frozenset[int]:
        """Where names start that only say where the place before them lies."""
        return frozenset(b.start for a, b in pairwise(self.all) if self._locates(a, b))

    def _locates(self, place: Site, locator: Site) -> bool:
        between = self.page.text[place.end : locator.start]
        if place.entity in self.atlas.countries or self.atlas.apart(place.entity, locator.entity):
            return False
        if CONTAINED.match(between):
            return self.atlas.lies_in(place.entity, locator.entity)
        return len(between) < 60 and LOCATES.match(between) is not None

    def head(self, site: Site) -> Site:
        """The place that a locating name stands behind; a facility is found by its town, so that keeps its name."""
        at = bisect_left(self.all, site.start, key=lambda s: s.start)
        before = self.all[at - 1] if at and site.start in self.locating else site
        return site if self.cast.types[before.entity] == "facility" else before

    def first_named(self, site: Site) -> Site:
        """The first of places named together: "Foua and Kefraya"."""
        at = bisect_left(self.all, site.start, key=lambda s: s.start)
        for other in reversed(self.all[max(at - TOGETHER, 0) : at]):
            if not AND.match(self.page.text[other.end : site.start]):
                break
            site = other
        return site

    def rank(self, before: str, kind: EventKind | None) -> int:
        """How well the words before a name fit a place of such an event: who flees is told of where they leave, who
        arrives of where they come; "in" says more than "near"."""
        if kind in LEAVING or kind in REACHING:
            here, there = (FROM, TO) if kind in LEAVING else (TO, FROM)
            if here.search(before):
                return 0
            if there.search(before):
                return BARE
        return 1 if AT.search(before) else BESIDE_RANK if BESIDE.search(before) else BARE


def country_entities(cast: Cast) -> frozenset[str]:
    """The entities that are countries."""
    found = (
        cast.of_mention(m)
        for mentions in cast.named
        for m in mentions
        if m.known and m.known.country and m.type == "place"
    )
    return frozenset(filter(None, found))


def facility_seats(pages: Sequence[Page], cast: Cast, countries: frozenset[str]) -> dict[str, str]:
    """The town that the reports put each facility in: "the consulate in Mazar-i-Sharif"."""
    votes: dict[str, Counter[str]] = {}
    for page, mentions in zip(pages, cast.named, strict=True):
        for facility, town in pairwise(mentions):
            a, b = cast.of_mention(facility), cast.of_mention(town)
            if a is None or b is None or cast.types[a] != "facility" or cast.types[b] != "place" or b in countries:
                continue
            if town.form == "name" and INSIDE.match(page.text[facility.end : town.start]):
                votes.setdefault(a, Counter())[b] += 1
    return {a: min(v.items(), key=lambda pair: (-pair[1], pair[0]))[0] for a, v in votes.items()}


def described_places(pages: Sequence[Page], cast: Cast) -> dict[str, list[Site]]:
    """Descriptions of places that have a name elsewhere ("the city", "two villages"), by report. What has no name of
    its own goes by the one that stands in its description (all that is called "the villages of Foua and Kefraya", or
    "the villages" after it, is Foua first), or by places that the report, or else every report, calls so."""
    number = {page.report.id: page.number for page in pages}
    called = {page.report.id: called_together(page, cast) for page in pages}
    found: dict[str, list[Site]] = {}
    for entity in cast.entities:
        if entity.type not in PLACES:
            continue
        described = [m for m in entity.mentions if m.form == "nominal"]
        if entity.id in cast.with_names:
            known: str | None = entity.id
        else:
            inside = (name_within(m, cast, cast.named[number[m.report]]) for m in described)
            known = next(filter(None, inside), None) or named_together(described, called)
        for mention in described if known is not None else ():
            if known is not None:
                found.setdefault(mention.report, []).append(Site(mention.start, mention.end, known, named=False))
    for page in pages:
        own = found.setdefault(page.report.id, [])
        own += [site for site in several_described(page, called) if not any(overlaps(site, other) for other in own)]
    return found


def several_described(page: Page, called: Mapping[str, Mapping[str, str]]) -> Iterator[Site]:
    """ "The two villages" of a page, whatever else the reader took them for."""
    for words in DESCRIBED.finditer(page.text):
        known = called_so(words[1], page.report.id, called)
        if known is not None:
            yield Site(words.start(), words.end(), known, named=False)


def called_together(page: Page, cast: Cast) -> dict[str, str]:
    """What places named together are called on a page, with the first of them: "villages" of Foua and Kefraya."""
    found: dict[str, str] = {}
    named = [m for m in cast.named[page.number] if m.form == "name"]
    names = [m for m in named if cast.types.get(cast.of_mention(m) or "") == "place"]
    for first, second in pairwise(names):
        if AND.match(page.text[first.end : second.start]):
            noun = CALLED[0].search(page.before(first.start)) or CALLED[1].match(page.after(second.end))
            if noun is not None:
                found.setdefault(noun[1], cast.of_mention(first) or "")
    return found


def named_together(described: Sequence[EntityMention], called: Mapping[str, Mapping[str, str]]) -> str | None:
    """The first of the places that a description of several speaks of: those that its report calls so, or the only
    ones that any report does."""
    for mention in described:
        noun = re.search(rf"\b{SEVERAL}\b", mention.text)
        if noun is None or mention.text.lower().startswith(("other ", "several ", "many ")):
            continue
        return called_so(noun[1], mention.report, called)
    return None


def called_so(noun: str, report: str, called: Mapping[str, Mapping[str, str]]) -> str | None:
    """The first of the places that a report calls by a noun of several, or the only ones that any report does."""
    if (here := called[report].get(noun)) is not None:
        return here
    anywhere = {places[noun] for places in called.values() if noun in places}
    return anywhere.pop() if len(anywhere) == 1 else None


def name_within(description: EntityMention, cast: Cast, names: Sequence[Mention]) -> str | None:
    """The place whose name a description holds and speaks of: Sabha in "the town of Sabha", not in "near Sabha"."""
    for name in starting_in(names, description)[:1]:
        before = description.text[: name.start - description.start]
        place = cast.of_mention(name)
        if place and cast.types[place] in PLACES and name.form == "name" and PART_OF_NAME.match(before):
            return place
    return None


def story_scene(cast: Cast, countries: frozenset[str]) -> str | None:
    """The place, no country, that most reports of a story name; between two, the one named more often."""
    reports: dict[str, set[int]] = {}
    mentions: Counter[str] = Counter()
    for number, named in enumerate(cast.named):
        for mention in named:
            entity = cast.of_mention(mention)
            if entity is not None and cast.types[entity] == "place" and entity not in countries:
                reports.setdefault(entity, set()).add(number)
                mentions[entity] += 1
    return min(reports, key=lambda e: (-len(reports[e]), -mentions[e], e), default=None)
