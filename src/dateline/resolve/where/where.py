"""Events of a report -> where their own words or their sentence put them.

Never at a dateline, the town of a spokesman or an agency's bureau.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dateline.model import FACTS, EventKind, EventMention, Range, Span
from dateline.model.kinds import ACTS, BLOWS, HARM_AND_DAMAGE
from dateline.resolve.entities.page import Page, contains, starting_in
from dateline.resolve.where.about import find_focus
from dateline.resolve.where.atlas import Atlas
from dateline.resolve.where.clauses import (
    in_clause,
    is_left_by_later,
    is_of_a_part,
    is_only_described,
    is_only_related,
    is_origin,
    left_by,
    names_another,
)
from dateline.resolve.where.described import Site
from dateline.resolve.where.passage import told_elsewhere
from dateline.resolve.where.sites import BARE, BESIDE, BESIDE_RANK, FROM, LEAVING, ORIGIN, SETTLEMENT, TO, Sites

DONE_TO_PLACES: frozenset[EventKind] = BLOWS | {"capture_territory", "coercion", "destruction"}
"""Kinds whose target, where it is a place, is where they happen."""
VIOLENT: frozenset[EventKind] = BLOWS | HARM_AND_DAMAGE | {"accident"}
"""Kinds that tell of one blow: a lead's "deaths" and the body's "bombing" have one place."""
OBJECT = re.compile(r"\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+(?:and|of)\s+)?")
RELATIVE = re.compile(r"^,?\s*where\b[^,;]*$")
TOWN_OF = re.compile(rf"(?:[\w’'-]+\s+){{0,4}}{SETTLEMENT}\s+of\s+(?:the\s+)?")
"""What stands in the words for a town before its name: "the rebel-held town of"."""
PATIENT = re.compile(r"^,?\s*(?:(?:which|that)\s+)?(?:(?:is|are|was|were)\s+)?(?:long\s+|still\s+)?$")
"""What stands between a place and what is done to it: "Sabha, which was besieged", "Sabha besieged"."""
UNDERGONE = re.compile(r"(?i)(?:ed|taken|held|overrun|hit|struck)$")
COMPARING = r"\becho of|, behind|\bunlike|\bcompared (?:to|with)|\bcontrast (?:to|with)|\bsimilar to"
UP_TO = r"\s+(?:[\w.’'-]+\s+){0,3}$"
COMPARED = re.compile(rf"(?i)(?:{COMPARING}){UP_TO}")
"""What stands before another event that a sentence compares its own with: "in contrast with the raid in"."""
ANOTHER = re.compile(rf"(?i)(?:\b(?:for|after|following|since|before|response to|wake of)|{COMPARING}){UP_TO}")
"""What stands before another event that a sentence only relates to its own: "a revenge for air strikes in"."""
ITS_LIKE = re.compile(rf"(?i)(?:{COMPARING}|\blike)\s+(?:the\s+ones?|that|those)\b")
"""What stands before another event without its noun: "similar to the one in"."""
BETWEEN = re.compile(r"(?i)\b(?:between|along|linking|connecting)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")
REASON = re.compile(r"(?i)\b(?:retaliation|response|reprisal|revenge|vengeance|retribution)\b")
"""What stands before the event that another one was done for."""
POSSESSIVE, POSSESSED = re.compile(r"(?:['’]s|s['’])$"), re.compile(r"(?:['’]s?|s)\s")
AWAY = re.compile(
    r"(?i)(?<!\bkm )(?<!miles )(?<!met[er][er]s )(?<!away )(?<!far )\b(?:from|out of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:of\s+)?(?:the\s+)?$"
)
"""What stands before where people come from: no place of what befalls them."""
TO_DO = re.compile(r"\s+(?:of|to)\s+(?:\w+\s+)?")
"""What stands between a threat and what is threatened."""
BARE_NOUN = re.compile(r"[a-z]+")
WIDE = re.compile(r"(?i)\b(?:across|throughout|all over|around)\s+(?:the\s+)?$")
NEARBY = re.compile(r"(?i)(?:nearby|surrounding|neighbou?ring|adjacent)\b")
FROM_SOMEWHERE = re.compile(r"^\s+(?:\w+\s+){0,3}?(?:from|out of)\s")
NAME = 80
"""Code points that a name may be long."""
SIGHT, OTHERS = 800, 6
"""Code points on each side of a trigger, and events behind it, that are looked at: some "sentences" are tables."""


class Put(NamedTuple):
    """Where an event is told to be, and how. `firm`: its words put it right there, not near it or by a bare name."""

    place: str | None
    why: str
    firm: bool = False


NOWHERE = Put(None, "")
OWN_WORDS = "its own words"
IN_SENTENCE = "named in its sentence"
BESIDE_IT = "near the place named in its sentence"
ABOUT = "the place the report is about"
ANOTHER_LAND = "its passage tells of another country than the report"
NO_FOCUS = "the report is about no one place"


@dataclass
class Where:
    """The places of one report's events and figures."""

    page: Page
    atlas: Atlas

    @cached_property
    def sites(self) -> Sites:
        """The names and descriptions that tell where something is."""
        return Sites(self.page, self.atlas)

    @cached_property
    def focus(self) -> str | None:
        """The place that the report is about."""
        return find_focus(self.page, self.sites, self.atlas, [put.place for put in self.puts if put.place is not None])

    def about(self, at: int) -> Put:
        """The place that the report is about, for what no words put anywhere; none, where its passage tells of another
        country."""
        if self.focus is None:
            return Put(None, NO_FOCUS)
        foreign = told_elsewhere(self.page, self.sites, self.atlas, self.focus, at)
        return Put(None, ANOTHER_LAND) if foreign else Put(self.focus, ABOUT)

    @cached_property
    def events(self) -> Sequence[EventMention]:
        """The events of the report in the order of its reading."""
        return self.page.reading.events

    @cached_property
    def puts(self) -> list[Put]:
        """Where the own words or the sentence of each event put it."""
        left = dict(self.left)
        puts = [
            Put(self.sites.first_named(left[e.trigger]).entity, OWN_WORDS, firm=True)
            if e.trigger in left
            else self.local(e.trigger, self.argument(e), e.sentence, e.kind)
            for e in self.events
        ]
        told = {e.trigger: put for e, put in zip(self.events, puts, strict=True) if put.firm}
        return [
            self.threatened(e.trigger, told) if put.place is None and e.kind == "threat" else put
            for e, put in zip(self.events, puts, strict=True)
        ]

    @cached_property
    def put_of(self) -> dict[Span, Put]:
        """The same by trigger."""
        return {event.trigger: put for event, put in zip(self.events, self.puts, strict=True)}

    def threatened(self, at: Span, told: Mapping[Span, Put]) -> Put:
        """A threat to do something somewhere is made to that place. `told`: what is right where its words say."""
        behind = starting_in(self.triggers, Range(start=at.end, end=at.end + SIGHT))
        done = next((t for t in behind if TO_DO.fullmatch(self.page.text, at.end, t.start)), None)
        return told.get(done, NOWHERE) if done is not None else NOWHERE

    @cached_property
    def left(self) -> list[tuple[Span, Site]]:
        """The triggers of leaving whose own words name what is left, with it."""
        return [(e.trigger, site) for e in self.events if (site := left_by(self.page, self.sites, e)) is not None]

    def argument(self, event: EventMention) -> Span | None:
        """The words that tell where an event is: of a town struck in the area that they name, those for the town."""
        target, place = self.struck(event), event.place
        if target is None or place is None:
            return place or target
        inner, outer = (starting_in(self.sites.all, words)[:1] for words in (target, place))
        within = inner and outer and self.atlas.lies_in(inner[0].entity, outer[0].entity)
        return target if within else place

    def struck(self, event: EventMention) -> Span | None:
        """The target of an event that is done to a place: who besieges a town is at the town; a people is none."""
        target = event.target if event.kind in DONE_TO_PLACES else None
        if target is None:
            return None
        named = [s for s in starting_in(self.sites.all, target) if contains(target, s)]
        if named and named[0].named and TOWN_OF.fullmatch(target.text, 0, named[0].start - target.start):
            return target
        entity = self.atlas.cast.of(self.page.report.id, target)
        if entity is None or self.atlas.cast.types[entity] != "place":
            return None
        return target if named or entity not in self.atlas.countries else None

    def local(self, at: Span, argument: Span | None, sentence: Range, kind: EventKind | None) -> Put:
        """The place that its own words or its sentence name."""
        own = self.by_argument(at, argument, kind)
        if argument is not None and own.place is not None and kind not in ACTS:
            here = in_clause(self.page, self.sites, at, argument, sentence)
            if here is not None and here.entity not in self.atlas.countries:
                return Put(self.atlas.settlement(self.sites.first_named(here).entity), OWN_WORDS)
        return own if own.place is not None else self.by_sentence(at, sentence, kind)

    def by_argument(self, at: Span, argument: Span | None, kind: EventKind | None) -> Put:
        """The place that the argument names or takes up."""
        if argument is None:
            return NOWHERE
        around = Range(start=max(argument.start - NAME, 0), end=argument.end)
        inside = [s for s in starting_in(self.sites.all, around) if contains(argument, s) or contains(s, argument)]
        entity = self.atlas.cast.of(self.page.report.id, argument)
        on_map = entity is not None and entity in self.atlas.places
        if not inside:
            names = starting_in(self.atlas.cast.named[self.page.number], argument)
            if any(self.sites.is_elsewhere(name) or self.sites.is_owner(name, entity) for name in names):
                return NOWHERE
            loose = NEARBY.match(argument.text) or BARE_NOUN.fullmatch(argument.text)
            return Put(entity, OWN_WORDS, firm=True) if on_map and not loose else NOWHERE
        site = self.sites.head(inside[0])
        if RELATIVE.match(self.page.text[argument.end : at.start]):
            return Put(self.atlas.settlement(inside[-1].entity), OWN_WORDS, firm=True)
        own = on_map and site == inside[0] and not any(s.entity == entity for s in inside)
        if own and BESIDE.search(self.page.text[argument.start : site.start]):
            return Put(entity, OWN_WORDS, firm=True)
        site = self.sites.first_named(site)
        before = self.page.before(site.start)
        if kind == "aid" and is_origin(self.page, site):
            return NOWHERE
        if kind in VIOLENT and (
            AWAY.search(before)
            or REASON.search(self.page.text[at.start : max(at.end, site.start)])
            or self.is_compared(at, site)
        ):
            return NOWHERE
        why = BESIDE_IT if self.sites.rank(before, None) == BESIDE_RANK else OWN_WORDS
        return Put(site.entity, why, self.is_firm(at, site, self.sites.rank(before, kind), kind))

    def is_firm(self, at: Span, site: Site, rank: int, kind: EventKind | None) -> bool:
        """Whether the event is told to be right there: "in", "across", or as its object; for a country, all over it."""
        before = self.page.before(site.start)
        if BETWEEN.search(before):
            return False
        if site.entity in self.atlas.countries:
            return WIDE.search(before) is not None
        if kind in LEAVING:
            return rank == 0
        return rank < BESIDE_RANK or OBJECT.fullmatch(self.page.text[at.end : max(at.end, site.start)]) is not None

    def by_sentence(self, at: Span, sentence: Range, kind: EventKind | None) -> Put:
        """The place of the sentence that stands best: after "in" before after "near", a town before a country, the
        nearest first."""
        best: tuple[int, int, int] | None = None
        chosen: Site | None = None
        near = Range(start=max(sentence.start, at.start - SIGHT), end=min(sentence.end, at.end + SIGHT))
        for site in starting_in(self.sites.all, near):
            if site.start in self.sites.sourced or is_left_by_later(at, self.sites.first_named(site), self.left):
                continue
            if is_of_a_part(self.page, at, site):
                continue
            if is_only_described(self.page, at, site) or (kind in VIOLENT and is_only_related(self.page, at, site)):
                continue
            if site.end <= at.start and self.leads_to(site, at, kind):
                rank, site = 0, self.sites.head(site)
            elif self.is_anothers(at, site, kind):
                continue
            else:
                rank, described = self.fit(at, site, sentence, kind), self.sites.head(site)
                if described.named and site.start in self.sites.locating:
                    continue
                if kind not in LEAVING and is_origin(self.page, described):
                    continue
                site = described
            if rank > BARE or (rank and kind in VIOLENT and AWAY.search(self.page.before(site.start))):
                continue
            country = site.entity in self.atlas.countries
            gap = site.start - at.end if site.start >= at.end else at.start - site.end
            key = (int(country), rank, gap)
            if best is None or key < best:
                best, chosen = key, site
        if best is None or chosen is None:
            return NOWHERE
        if kind in LEAVING and best[1] and FROM_SOMEWHERE.match(self.page.text[at.end : sentence.end]):
            return NOWHERE
        place = self.atlas.settlement(self.sites.first_named(chosen).entity)
        return Put(place, BESIDE_IT if best[1] == BESIDE_RANK else IN_SENTENCE, self.is_firm(at, chosen, best[1], kind))

    def leads_to(self, site: Site, at: Span, kind: EventKind | None) -> bool:
        """Whether the grammar puts the event at a site before its trigger: "Sabha, where", "Sabha besieged"."""
        between = self.page.text[site.end : at.start]
        undergoes = kind in DONE_TO_PLACES and UNDERGONE.search(at.text) and PATIENT.match(between)
        return bool(undergoes or RELATIVE.match(between))

    def fit(self, at: Span, site: Site, sentence: Range, kind: EventKind | None) -> int:
        """The rank of a site for an event of its sentence, above BARE where it is none of the event's."""
        before = self.page.text[max(sentence.start, site.start - 60) : site.start]
        rank = self.sites.rank(before, kind)
        if rank == BARE and OBJECT.fullmatch(self.page.text[at.end : max(at.end, site.start)]):
            rank = 1
        country = site.entity in self.atlas.countries
        if rank == BARE and (country or not site.named or ORIGIN.search(before)):
            return BARE + 1
        if country and self.is_owner(site):
            return BARE + 1
        if rank == BARE and names_another(self.page, at, site, self.triggers):
            return BARE + 1
        return BARE + 1 if kind in LEAVING and TO.search(before) and not FROM.search(before) else rank

    def is_owner(self, site: Site) -> bool:
        """Whether a country is named as the one whose intervention it is; some reports have lost their apostrophes."""
        words, known = self.page.text[site.start : site.end], self.atlas.places.get(site.entity)
        lost = known is not None and words == f"{known.name}s"
        return lost or POSSESSIVE.search(words) is not None or POSSESSED.match(self.page.text[site.end :]) is not None

    def is_anothers(self, at: Span, site: Site, kind: EventKind | None) -> bool:
        """Whether a site behind the trigger belongs to another event that the sentence goes on to."""
        if REASON.search(self.page.text[at.start : max(at.end, site.start)]):
            return True
        if ITS_LIKE.search(self.page.text, at.end, max(at.end, site.start)):
            return True
        between = self.between(at, site)
        if kind in ACTS:
            return bool(between)
        if at in self.happened and any(t in self.imagined for t in between):
            return True
        return self.relates(ANOTHER, at, site)

    def is_compared(self, at: Span, site: Site) -> bool:
        """Whether the sentence only compares an event with another at a site."""
        of_another = names_another(self.page, at, site, self.triggers)
        named = of_another and COMPARED.search(self.page.text[at.end : max(at.end, site.start)]) is not None
        likened = ITS_LIKE.search(self.page.text, at.end, max(at.end, site.start)) is not None
        return named or likened or self.relates(COMPARED, at, site)

    def between(self, at: Span, site: Site) -> Sequence[Span]:
        """The triggers behind one and before a site."""
        return starting_in(self.triggers, Range(start=at.end, end=max(at.end, site.start)))

    def relates(self, words: re.Pattern[str], at: Span, site: Site) -> bool:
        """Whether such words stand before another event between a trigger and a site."""
        return any(words.search(self.page.text[at.end : t.start]) for t in self.between(at, site)[:OTHERS])

    @cached_property
    def happened(self) -> frozenset[Span]:
        """The triggers of what has happened or goes on."""
        return frozenset(e.trigger for e in self.events if e.status in FACTS)

    @cached_property
    def imagined(self) -> frozenset[Span]:
        """The triggers of threats and of what has not happened: where it would is no place of what has."""
        return frozenset(e.trigger for e in self.events if e.kind == "threat" or e.status not in FACTS)

    @cached_property
    def triggers(self) -> list[Span]:
        """The triggers of the page in text order."""
        return sorted((e.trigger for e in self.events), key=lambda t: t.start)
