"""Events of a report -> where each happened: by its argument, its sentence, then the discourse; never a dateline, the
town of a spokesman or an agency's bureau."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, radians

from dateline.model import EventKind, EventMention, Place, Range, Span
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Mention, Page, contains, overlaps, starting_in

PLACES = ("place", "facility")
SPEECH: frozenset[EventKind] = frozenset(
    {"accusation", "demand", "rejection", "threat", "support", "concession", "sanction", "politics", "talks"}
)
"""Kinds whose trigger says or does something about another event: a place behind that event's trigger is not theirs."""
DONE_TO_PLACES: frozenset[EventKind] = frozenset(
    {"capture_territory", "coercion", "shelling", "air_strike", "bombing", "attack", "destruction", "armed_clash"}
)
"""Kinds whose target, where it is a place, is where they happen."""
LEAVING: frozenset[EventKind] = frozenset({"displacement", "evacuation", "withdrawal"})
REACHING: frozenset[EventKind] = frozenset({"arrival", "deployment"})
OTHER_WORDS = "from|by|with|to|for|and|or|against|as|that|who|which|ha[sd]|have|is|was|were|been|said|after|before|when"
WORDS = rf"(?:the\s+)?(?:(?!(?:{OTHER_WORDS})\b)[a-zA-Z][\w’'-]*\s+){{0,4}}$"
"""Words that may stand between a preposition and the name of a place: "in the northern city of"."""
VIOLENT: frozenset[EventKind] = frozenset(
    {"attack", "bombing", "air_strike", "shelling", "armed_clash", "accident", "death", "injury", "destruction"}
)
"""Kinds that tell of one blow: a lead's "deaths" and the body's "bombing" have one place."""
AND = re.compile(r"^,?\s*(?:and\s+|,\s*)(?:the\s+)?$")
AT = re.compile(rf"(?i)\b(?:in|at|inside|on|across|throughout|within|into|over)\s+{WORDS}")
FROM = re.compile(rf"(?i)\b(?:from|leav\w+|left|fle\w+|out of)\s+{WORDS}")
TO = re.compile(rf"(?i)\b(?:to|towards?|into|reach\w*|enter\w*)\s+{WORDS}")
BESIDE = re.compile(rf"(?i)\b(?:near|outside|around|close to|west of|east of|north of|south of|through)\s+{WORDS}")
BORDER = re.compile(r"(?i)^(?:['’]s)?\s+(?:border|state|government|media|foreign|authorities|officials?|spokes\w+)\b")
BUREAU = re.compile(r"^\s*(?:\(\s*(?:AP|AFP|Reuters|CNN|dpa)\s*\)|[-–—_:|])")
INSIDE = re.compile(r"^\s*,?\s+(?:in|at)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}$")
OBJECT = re.compile(r"\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+(?:and|of)\s+)?")
ORIGIN = re.compile(r"(?i)\b(?:from|of)\s+(?:the\s+)?$")
"""What stands before where somebody comes from or what somebody heads: "a man from Sabha", "the mayor of Sabha"."""
BESIDE_RANK = 2
"""The rank of a name behind "near" or "outside"."""
BARE = 3
"""The rank of a name without any word of place before it."""
KM = 111.2
"""Kilometres of a degree of latitude."""
REACH = 40.0
"""Kilometres from a town within which something is told to be "outside" or "near" it."""
NAME = 80
"""Code points that a name may be long."""
TOGETHER = 6
"""Names back that may be named together with one."""
LEAD = 3
"""Sentences at the start of a report that tell its main event."""


@dataclass
class Where:
    """The places of one report. `countries`: entities that are countries; `places`: entities on the map; `seats`: the
    town of a facility; `scene`: the place that most reports of the story name."""

    page: Page
    cast: Cast
    countries: frozenset[str]
    places: Mapping[str, Place]
    seats: Mapping[str, str]
    scene: str | None = None

    @cached_property
    def sites(self) -> list[Mention]:
        """The names that tell where something is."""
        return [m for m in self.cast.named[self.page.number] if self.is_site(m)]

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
    def focus(self) -> str | None:
        """The place that the report is about: the one that its lead names first and most, a town before a country."""
        lead = [s for s in self.page.sentences if not self.is_aside(s)][: 2 * LEAD]
        votes: Counter[str] = Counter()
        first: dict[str, int] = {}
        for mention in self.sites:
            entity = self.settlement(self.cast.of_mention(mention))
            if entity is None or self.in_source(mention):
                continue
            votes[entity] += 1
            before = self.page.before(mention.start)
            told = any(pattern.search(before) for pattern in (AT, BESIDE, FROM, TO))
            if told and any(contains(s, mention) for s in lead):
                votes[entity] += 2
                first.setdefault(entity, mention.start)
        fine = [e for e in votes if e not in self.countries]
        leading = [e for e in fine if e in first]
        if leading:
            votes[min(leading, key=lambda e: first[e])] += 6
            return min(leading, key=lambda e: (-votes[e], first[e]))
        if self.scene in votes:
            return self.scene
        return min(fine or votes, key=lambda e: (-votes[e], first.get(e, len(self.page.text)), e), default=None)

    def settlement(self, entity: str | None) -> str | None:
        """The town of a facility; any other place itself."""
        return self.seats.get(entity, entity) if entity is not None else None

    def is_aside(self, sentence: Range) -> bool:
        """Whether a sentence stands under a picture, which may show another place: in a caption, or between the title
        and the dateline that opens the report."""
        dateline = self.page.report.dateline
        title = self.page.report.title_span
        opening = dateline is not None and sentence.end <= dateline.start < len(self.page.text) // 3
        if opening and not (title is not None and overlaps(title, sentence)):
            return True
        return any(b.kind == "caption" and contains(b, sentence) for b in self.page.report.blocks)

    def in_source(self, mention: Mention) -> bool:
        """Whether a name stands in the source of a claim: "a spokesman in Berlin"."""
        return mention.start in self.sourced

    @cached_property
    def sourced(self) -> frozenset[int]:
        """Where names start that stand in the source of a claim."""
        sources = [c.source for c in self.page.reading.claims if c.source is not None]
        return frozenset(m.start for s in sources for m in starting_in(self.sites, s) if m.end <= s.end)

    def settle(self) -> list[tuple[str | None, str]]:
        """The place of each event of the reading, and how it was found."""
        events = self.page.reading.events
        local = [self.local(e.trigger, e.place or self.struck(e), e.sentence, e.kind) for e in events]
        beside: dict[int, str] = {}
        for event, (place, _) in zip(events, local, strict=True):
            if place is not None and event.kind not in SPEECH:
                beside.setdefault(event.sentence.start, place)
        found: list[tuple[str | None, str]] = []
        for i, event in enumerate(events):
            place, why = local[i]
            if place is None:
                place, why = self.from_discourse(event, beside.get(event.sentence.start))
            elif self.in_lead(event) and (place in self.countries or why == BESIDE_IT):
                place, why = self.told_closer(event, events, local, place, why)
            found.append((place, why))
        return found

    def struck(self, event: EventMention) -> Span | None:
        """The target of an event that is done to a place: who besieges a town is at the town."""
        entity = self.cast.of(self.page.report.id, event.target) if event.kind in DONE_TO_PLACES else None
        return event.target if entity is not None and self.cast.types[entity] == "place" else None

    def local(self, at: Span, argument: Span | None, sentence: Range, kind: EventKind | None) -> tuple[str | None, str]:
        """The place that its own words or its sentence name."""
        own, beside = self.by_argument(argument)
        if own is not None:
            return own, BESIDE_IT if beside else "its own words"
        near, beside = self.by_sentence(at, sentence, kind)
        return (near, BESIDE_IT if beside else IN_SENTENCE) if near is not None else (None, "")

    def by_argument(self, argument: Span | None) -> tuple[str | None, bool]:
        """The place that the argument names or takes up, and whether the event is only told to be beside it."""
        if argument is None:
            return None, False
        around = Range(start=max(argument.start - NAME, 0), end=argument.end)
        inside = [m for m in starting_in(self.sites, around) if contains(argument, m) or contains(m, argument)]
        entity = self.cast.of(self.page.report.id, argument)
        if entity in self.places and inside and BESIDE.search(self.page.text[argument.start : inside[0].start]):
            return entity, False
        if inside:
            first = self.first_named(inside[0])
            return self.cast.of_mention(first), self.rank(self.page.before(first.start), None) == BESIDE_RANK
        return (entity, False) if entity in self.places else (None, False)

    def first_named(self, mention: Mention) -> Mention:
        """The first of places named together: "Foua and Kefraya"."""
        at = bisect_left(self.sites, mention.start, key=lambda m: m.start)
        for other in reversed(self.sites[max(at - TOGETHER, 0) : at]):
            if not AND.match(self.page.text[other.end : mention.start]):
                break
            mention = other
        return mention

    def by_sentence(self, at: Span, sentence: Range, kind: EventKind | None) -> tuple[str | None, bool]:
        """The place of the sentence that stands best: after "in" before after "near", a town before a country, the
        nearest first; and whether the event is only told to be beside it."""
        best: tuple[int, int, int] | None = None
        chosen: Mention | None = None
        for mention in starting_in(self.sites, sentence):
            if self.in_source(mention):
                continue
            if kind in SPEECH and self.another_between(at, mention):
                continue
            here = self.cast.of_mention(mention)
            before = self.page.text[max(sentence.start, mention.start - 60) : mention.start]
            rank = self.rank(before, kind)
            if rank == BARE and OBJECT.fullmatch(self.page.text[at.end : max(at.end, mention.start)]):
                rank = 1
            if rank == BARE and (here in self.countries or ORIGIN.search(before)):
                continue
            gap = mention.start - at.end if mention.start >= at.end else at.start - mention.end
            key = (int(here in self.countries), rank, gap)
            if best is None or key < best:
                best, chosen = key, mention
        if best is None or chosen is None:
            return None, False
        return self.settlement(self.cast.of_mention(self.first_named(chosen))), best[1] == BESIDE_RANK

    def rank(self, before: str, kind: EventKind | None) -> int:
        """How well the words before a name fit a place of such an event: who flees is told of where they leave, who
        arrives of where they come; "in" says more than "near"."""
        moves = (kind in LEAVING and FROM.search(before)) or (kind in REACHING and TO.search(before))
        if moves:
            return 0
        return 1 if AT.search(before) else BESIDE_RANK if BESIDE.search(before) else BARE

    def another_between(self, at: Span, mention: Mention) -> bool:
        """Whether another event's trigger stands between a trigger and a name behind it."""
        return bool(starting_in(self.triggers, Range(start=at.end, end=mention.start)))

    @cached_property
    def triggers(self) -> list[Span]:
        """The triggers of the page in text order."""
        return sorted((e.trigger for e in self.page.reading.events), key=lambda t: t.start)

    def in_lead(self, event: EventMention) -> bool:
        """Whether the event stands in the title or the first sentences."""
        return self.page.sentence(event.trigger.start) < LEAD

    def from_discourse(self, event: EventMention, beside: str | None) -> tuple[str | None, str]:
        """The place of another event of its sentence, unless it only speaks of that; else the place of the report."""
        if beside is not None and event.kind not in SPEECH:
            return beside, "named for another event of its sentence"
        if self.focus is not None:
            return self.focus, "the place the report is about"
        return None, "the report names no place"

    def told_closer(
        self,
        event: EventMention,
        events: Sequence[EventMention],
        local: Sequence[tuple[str | None, str]],
        place: str,
        why: str,
    ) -> tuple[str | None, str]:
        """For an event of the lead that is told to be in a country or near a town: the place that the report gives the
        same kind of event further down, or for a country the place of the report in it."""
        votes: Counter[str] = Counter()
        for other, (closer, how) in zip(events, local, strict=True):
            if closer in (None, place) or closer in self.countries or how == BESIDE_IT or other is event:
                continue
            if closer is not None and (other.kind == event.kind or {other.kind, event.kind} <= VIOLENT):
                votes[closer] += 2 if other.kind == event.kind else 1
        for closer, _ in votes.most_common(1):
            if self.lies_in(closer, place):
                return closer, "named where the report tells it again"
        if place in self.countries and self.focus is not None and self.lies_in(self.focus, place):
            return self.focus, "the place the report is about"
        return place, why

    def lies_in(self, place: str, outer: str) -> bool:
        """Whether the map puts a place in a country, or within reach of a town."""
        a, b = self.places.get(place), self.places.get(outer)
        if a is None or b is None or a.country is None or a.country != b.country:
            return False
        if outer in self.countries:
            return True
        if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return False
        return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat))) * KM <= REACH

    def of_figure(self, at: Span, sentence: Range) -> tuple[str | None, str]:
        """The place of a figure that belongs to no event."""
        place, why = self.local(at, None, sentence, None)
        if place is not None:
            return place, why
        if self.focus is not None:
            return self.focus, "the place the report is about"
        return None, "the report names no place"


IN_SENTENCE = "named in its sentence"
BESIDE_IT = "near the place named in its sentence"


def country_entities(cast: Cast) -> frozenset[str]:
    """The entities that are countries."""
    found = (
        cast.of_mention(m)
        for mentions in cast.named
        for m in mentions
        if m.known and m.known.country and m.type == "place"
    )
    return frozenset(filter(None, found))


def facility_seats(pages: Sequence[Page], cast: Cast) -> dict[str, str]:
    """The town that the reports put each facility in: "the consulate in Mazar-i-Sharif"."""
    votes: dict[str, Counter[str]] = {}
    countries = country_entities(cast)
    for page, mentions in zip(pages, cast.named, strict=True):
        for facility, town in pairwise(mentions):
            a, b = cast.of_mention(facility), cast.of_mention(town)
            if a is None or b is None or cast.types[a] != "facility" or cast.types[b] != "place" or b in countries:
                continue
            if town.form == "name" and INSIDE.match(page.text[facility.end : town.start]):
                votes.setdefault(a, Counter())[b] += 1
    return {a: min(v.items(), key=lambda pair: (-pair[1], pair[0]))[0] for a, v in votes.items()}


def story_scene(pages: Sequence[Page], cast: Cast) -> str | None:
    """The place, no country, that most reports of a story name; between two, the one named more often."""
    countries = country_entities(cast)
    reports: dict[str, set[int]] = {}
    mentions: Counter[str] = Counter()
    for page in pages:
        for mention in cast.named[page.number]:
            entity = cast.of_mention(mention)
            if entity is not None and cast.types[entity] == "place" and entity not in countries:
                reports.setdefault(entity, set()).add(page.number)
                mentions[entity] += 1
    return min(reports, key=lambda e: (-len(reports[e]), -mentions[e], e), default=None)
