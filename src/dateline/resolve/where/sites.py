"""A report's places -> sites: names and descriptions that tell where something is, and how they stand to each other.

A demonym, a dateline, a bureau or the owner of a border tells of no site, and a name that only locates another ("Deir,
a village near Sabha") stands behind it.
"""

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from dateline.model import EventKind, Range
from dateline.resolve.entities.page import COMPASS, DISTANCE, Mention, Page, overlaps, starting_in
from dateline.resolve.where.atlas import Atlas
from dateline.resolve.where.described import AND, PLACES, Site
from dateline.resolve.where.owners import is_across, is_seat, only_owns

LEAVING: frozenset[EventKind] = frozenset({"displacement", "evacuation", "withdrawal"})
REACHING: frozenset[EventKind] = frozenset({"arrival", "deployment"})
OTHER_WORDS = (
    "from|by|with|to|towards?|into|near|outside|for|and|or|against|as|that|who|which|ha[sd]|have|is|was|were|been|said"
    "|after|before|when"
)
WORDS = rf"(?:the\s+)?(?:(?!(?:{OTHER_WORDS})\b)[a-zA-Z][\w’'-]*\s+){{0,4}}$"
"""Words that may stand between a preposition and the name of a place: "in the northern city of"."""
AT = re.compile(rf"(?i)\b(?:in|at|inside|on|across|throughout|within|into|over)\s+{WORDS}")
FROM = re.compile(rf"(?i)\b(?:from|leav\w+|left|fle\w+|out of)\s+{WORDS}")
TO = re.compile(rf"(?i)\b(?:to|towards?|into|reach\w*|enter\w*)\s+{WORDS}")
BESIDE = re.compile(rf"(?i)\b(?:near|outside|around|close to|{COMPASS} of|through)\s+{WORDS}")
BORDER = re.compile(r"(?i)^(?:['’]s)?\s+(?:border|state|government|media|foreign|authorities|officials?|spokes\w+)\b")
NOT_THERE = re.compile(r"(?i)\b(?:outside(?: of)?|other than|apart from|except(?: for)?(?: in)?)\s+(?:the\s+)?$")
"""What stands before a country in which something is not: what is outside a town is near it."""
KIND_OF = re.compile(r"\s+(?:province|state|region|republic|port|resort|city|town|village)\s+of\s+(?=[A-Z])")
"""What stands between a sea or an area and the name of what lies on or in it: "the Baltic state of Latvia"."""
OWNER = re.compile(r"(?:['’]s)?\s+(?:capital|port)(?:\s+city)?,?\s+(?:of\s+)?(?=[A-Z])")
"""What stands between a country and the name of a town that it is only said to own: "the Niger capital Niamey"."""
BUREAU = re.compile(r"^\s*[-–—_:|]")
FILED = re.compile(r"\s*(?:[\w.’'-]+,?\s+){1,4}\(\s*(?:AP|AFP|Reuters|CNN|dpa)\s*\)")
"""A dateline that the cleaning has not found: "Sabha (AFP)", "Sabha, Libya (CNN)"."""
COMPOUND = re.compile(r"-(?:[a-z]+ed|bound|born|led|made|run)\b")
"""What makes a name one half of an adjective: "Sabha-based", "Chad-flagged"."""
ORIGIN = re.compile(r"(?i)\b(?:from|of)\s+(?:the\s+)?$")
"""What stands before where somebody comes from or what somebody heads: "a man from Sabha", "the mayor of Sabha"."""
SETTLEMENT = r"(?:towns?|villages?|cit(?:y|ies)|areas?|districts?|neighbou?rhoods?|suburbs?|enclaves?|camps?)"
LOCATES = re.compile(
    rf"(?i)^(?:(?:\s*,?\s+(?:(?:an?|the|another|both|two|one of)\s+)?(?:[\w’'-]+\s+){{0,4}}?{SETTLEMENT}|\s*,?)"
    rf"\s+(?:in|near|on|outside|of|at|inside|within|close to|{COMPASS} of)"
    rf"|\s*,?\s+{DISTANCE}\s+(?:(?:to the )?{COMPASS} (?:of|from)|(?:away )?from|outside))\s+{WORDS}"
)
"""What stands between a place and the name that only says where it lies: ", a village near", " 20 km from"."""
CONTAINED = re.compile(r"(?i)^\s*,?\s+(?:in\s+)?(?:the\s+)?(?:[a-z]+ern\s+)?$")
"""What stands between a town and the area that holds it: "Sabha, northern"; some reports have lost their commas."""
BESIDE_RANK = 2
"""The rank of a name behind "near" or "outside"."""
BARE = 3
"""The rank of a name without any word of place before it."""
TOGETHER = 6
"""Names back that may be named together with one."""


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
        filed = FILED.match(self.page.text, line.start, line.end)
        if filed is not None and mention.end <= filed.end():
            return False
        if COMPOUND.match(self.page.text, mention.end) or self.is_reporters(mention):
            return False
        if OWNER.match(self.page.text, mention.end) and entity in self.atlas.countries:
            return False
        if self.is_owner(mention, entity) or is_seat(self.page, mention):
            return False
        if self.is_elsewhere(mention) or self.is_only_area(mention, entity):
            return False
        return not BORDER.match(self.page.text[mention.end : mention.end + 20])

    def is_elsewhere(self, mention: Mention) -> bool:
        """Whether a country is only named as where something is not: "100 cases outside Peru"."""
        country = self.cast.of_mention(mention) in self.atlas.countries
        return country and NOT_THERE.search(self.page.before(mention.start)) is not None

    def is_owner(self, mention: Mention, entity: str | None) -> bool:
        """Whether what is told of as an entity is only the country or capital that owns what its name stands before, or
        the country on the other side of a border."""
        if entity is None or entity != self.cast.of_mention(mention):
            return False
        country = entity in self.atlas.countries
        return (country and is_across(self.page, mention)) or only_owns(self.page, self.cast, mention, country=country)

    def is_only_area(self, mention: Mention, entity: str) -> bool:
        """Whether a name only says what the place behind it lies on or in: "the Baltic state of Latvia"."""
        kind = KIND_OF.match(self.page.text, mention.end)
        if kind is None:
            return False
        behind = starting_in(self.cast.named[self.page.number], Range(start=kind.end(), end=kind.end() + 1))
        place = self.cast.of_mention(behind[0]) if behind else None
        return place is not None and not self.atlas.lies_in(entity, place)

    def is_reporters(self, mention: Mention) -> bool:
        """Whether a name before a colon tells from where somebody reports: "Rana Odeh in Sabha: The river rose"."""
        people = (n for n in self.page.reading.names if n.type == "person")
        return self.page.text.startswith(":", mention.end) and any(
            self.page.text[n.end : mention.start] == " in " for n in people
        )

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
        """The first of places named together: "Deir and Halba"."""
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
