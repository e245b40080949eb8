"""Where the sentences put events -> where each event was: told closer elsewhere, told again, or left to the discourse.

A lead tells roughly where its event was, and what the report or the other reports say of the same kind of event tells
it closer. An event whose sentence names no place takes that of the same event told again, of another event in its
sentence, or of the report; what is said or done from afar has none, and what is told of another time has the country.
"""

import re
from collections import Counter, defaultdict
from functools import cached_property

from dateline.model import FACTS, EventKind, EventMention
from dateline.model.kinds import ACTS, BLOWS
from dateline.resolve.times import Narrative
from dateline.resolve.where.abroad import FOREIGN, acting_here, is_foreign
from dateline.resolve.where.antecedents import Antecedents
from dateline.resolve.where.asides import Asides
from dateline.resolve.where.atlas import REACH
from dateline.resolve.where.seats import SEAT_OF, seat_country
from dateline.resolve.where.sites import LEAVING
from dateline.resolve.where.struck import DONE_BY_DISASTER, OF_DISASTER
from dateline.resolve.where.told import FAMILY, PlacesTold, fine, in_title, may_be_of_one_day
from dateline.resolve.where.where import (
    ABOUT,
    ANOTHER,
    BESIDE_IT,
    NO_FOCUS,
    NOWHERE,
    SIGHT,
    VIOLENT,
    Put,
    Where,
)

UTTERED: frozenset[EventKind] = ACTS - {"politics"} | {"agreement"}
"""Kinds that are mostly words: what is said of a place is not said there, and a deal on a town is struck elsewhere."""
ON_SITE = re.compile(r"(?i)(?:investigat|inquir|enquir|prob(?:e|ing)|inspect|search)")
"""Triggers of such kinds that are done where it happened all the same."""
SITE_OF = re.compile(r"(?i)\b(?:site|scene|spot) of (?:[\w’'-]+\s+){0,3}$")
FROM_SCENE = re.compile(r"(?i)[^.;,]{0,40}\bfrom the (?:site|scene|spot)\b")
LEAD = 3
"""Sentences at the start of a report that tell its main event."""
SHARE = 3
"""A place within a rough one stands for it where every third report that tells such an event there says so."""

AGAIN = "named where the report tells it again"
ELSEWHERE = "where other reports of the story tell it"
BESIDE_ANOTHER = "named for another event of its sentence"
TAKEN_UP = "the place of the blow told before it that it takes up"
ASIDE = "its sentence goes on with an event told before it"
AFAR = "it is said or agreed, and no place is told for it"
NO_BLOW = "the country of the place that the report is about, where it tells of no such event"
ANOTHER_TIME = "told of another time: the country that the report is about"


class Discourse:
    """The places of the events of one report, with what the other reports of its story tell."""

    def __init__(
        self, where: Where, told: PlacesTold, struck: str | None, asides: Asides, narrative: Narrative
    ) -> None:
        """`struck`: the country of the story's disaster."""
        self.where, self.told, self.struck, self.asides = where, told, struck, asides
        self.narrative, self.is_past = narrative, narrative.is_background
        self.antecedents = Antecedents(where, narrative)
        self.page, self.atlas, self.focus = where.page, where.atlas, where.focus
        self._pairs = list(zip(where.events, where.puts, strict=True))

    def settle(self) -> list[tuple[str | None, str]]:
        """The place of each event of the reading, and how it was found."""
        found = [self.settled(event, put) for event, put in self._pairs]
        blows: dict[int, Put] = {}
        for event, put in zip(self.where.events, found, strict=True):
            blow = event.kind in VIOLENT and put.why in (AGAIN, ELSEWHERE)
            if blow and SITE_OF.search(self.page.before(event.trigger.start)):
                blows.setdefault(event.sentence.start, Put(put.place, BESIDE_ANOTHER))
        return [
            (blows.get(event.sentence.start, put) if put.why == ABOUT else put)[:2]
            for event, put in zip(self.where.events, found, strict=True)
        ]

    def settled(self, event: EventMention, put: Put) -> Put:
        """The place of one event; `put`: where its sentence puts it."""
        if put.place is None:
            return self.of_disaster(event, self.inherited(event))
        return self.told_closer(event, put) if self.is_coarse(event, put) else put

    def of_disaster(self, event: EventMention, put: Put) -> Put:
        """The place carried over to an event; of what the story's disaster does, never one outside its country."""
        caused = event.kind in DONE_BY_DISASTER and event.status in FACTS and put.why != ASIDE
        if not caused or self.struck is None or (put.place and not self.atlas.apart(put.place, self.struck)):
            return put
        return Put(self.struck, OF_DISASTER)

    def is_coarse(self, event: EventMention, put: Put) -> bool:
        """Whether a lead tells roughly where its event was: in a country, near a town, by a bare name in the title."""
        if self.page.sentence(event.trigger.start) >= LEAD or (put.firm and not in_title(self.where, event)):
            return False
        if self.atlas.cast.types.get(put.place or "") == "facility":
            return False
        return put.place in self.atlas.countries or put.why == BESIDE_IT or event.kind in VIOLENT

    def told_closer(self, event: EventMention, put: Put) -> Put:
        """The place in or near a coarse one that the report gives the same kind of event further down, or other reports
        give it; for a country also the place that the report is about."""
        assert put.place is not None
        here = [place for place in self.again(event) if self.is_closer(place, put)]
        if here:
            return self.elsewhere(event, Put(here[0], AGAIN))
        if put.place in self.atlas.countries and self.focus and self.atlas.lies_in(self.focus, put.place):
            about, closer = Put(self.focus, ABOUT), self.elsewhere(event, put)
            return self.elsewhere(event, about) if closer is put or self.is_told(event.kind, self.focus) else closer
        return self.elsewhere(event, put)

    def inherited(self, event: EventMention) -> Put:
        """The place of an event whose sentence names none."""
        on_site = ON_SITE.match(event.trigger.text)
        if event.kind in UTTERED and not on_site:
            return Put(None, AFAR)
        if (aside := self.asides.get(event.sentence.start)) is not None:
            return Put(aside.place, ASIDE)
        if (taken_up := self.antecedents.of.get(event.trigger.start)) is not None:
            place = self.told_closer(taken_up, self.where.put_of[taken_up.trigger]).place
            return Put(self.atlas.settlement(place) if place is not None else None, TAKEN_UP)
        past = self.is_past(event.trigger)
        if event.kind in LEAVING and not past and not FROM_SCENE.match(self.page.after(event.trigger.end)):
            left = self.again(event)
            put = Put(left[0], AGAIN) if left else self.elsewhere(event, NOWHERE)
            if put.place is not None:
                return put
        beside = None if event.kind in ACTS and not on_site else self.beside(event)
        if beside is not None:
            return beside
        if self.focus is None:
            seat = seat_country(self.where, event.sentence)
            return Put(seat, SEAT_OF if seat is not None else NO_FOCUS)
        if past:
            return Put(self.atlas.country_of(self.focus), ANOTHER_TIME)
        put = self.of_blow(event, self.focus) if event.kind in VIOLENT else self.where.about(event.trigger.start)
        carried = put.why in (ABOUT, NO_BLOW, AGAIN, ELSEWHERE) and self.struck is None
        return Put(None, FOREIGN) if carried and is_foreign(self.where, event, self._acting_here) else put

    @cached_property
    def _acting_here(self) -> frozenset[str]:
        return acting_here(self.where)

    def of_blow(self, event: EventMention, focus: str) -> Put:
        """The place of a blow told without one: that of the report, or where in it, or, where nobody tells of a blow
        in the place that the report is about, where such events are told to be."""
        told_there = self.is_told(event.kind, focus)
        imagined = event.kind in BLOWS and event.status in ("planned", "hypothetical")
        again = [] if imagined else self.again(event)
        if again and again[0] != focus and (self.is_in_focus(again[0]) or not told_there):
            return Put(again[0], AGAIN)
        land = None if told_there else self.atlas.country_of(focus)
        about = Put(focus, ABOUT)
        closer = self.elsewhere(event, Put(land, ABOUT) if land is not None else about)
        if closer.why == ELSEWHERE:
            return closer
        return about if told_there or self._blow_there or land is None else Put(land, NO_BLOW)

    @cached_property
    def _blow_there(self) -> bool:
        """Whether any words of the report put a blow, however roughly, at the place that it is about."""
        return any(e.kind in VIOLENT and put.place and self.is_in_focus(put.place) for e, put in self._pairs)

    def beside(self, event: EventMention) -> Put | None:
        """The place that the sentence gives another event, unless that is what this one was done for, or what has not
        happened beside what has, or, of a blow, the place that people left."""
        for other, put in self._by_sentence[event.sentence.start]:
            left = event.kind in VIOLENT and other.kind in LEAVING
            far = abs(other.trigger.start - event.trigger.start) > SIGHT
            imagined = event.status in FACTS and other.status not in FACTS
            if put.place is None or other.kind in ACTS or left or far or imagined:
                continue
            if not ANOTHER.search(self.page.text[event.trigger.end : other.trigger.start]):
                return Put(put.place, BESIDE_ANOTHER)
        return None

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[EventMention, Put]]]:
        found: defaultdict[int, list[tuple[EventMention, Put]]] = defaultdict(list)
        for event, put in self._pairs:
            found[event.sentence.start].append((event, put))
        return found

    def again(self, event: EventMention) -> list[str]:
        """The places where the report puts events of the kind or its family, below the lead those that it has told
        before: what lies in the place it is about, where every third such event told in it is there, that place, then
        others, the most told first."""
        votes: Counter[str] = Counter()
        for other, place in self._placed:
            if self.is_kin(event, other, place):
                votes[place] += 2 if other.kind == event.kind else 1
        inside = sum(count for place, count in votes.items() if self.is_in_focus(place))
        few = {p for p in votes if p != self.focus and self.is_in_focus(p) and SHARE * votes[p] < inside}
        order = sorted(votes, key=lambda p: (not self.is_in_focus(p), p == self.focus, -votes[p]))
        return [place for place in order if place not in few]

    @cached_property
    def _placed(self) -> list[tuple[EventMention, str]]:
        """The events that the text is firm about, with their places; none of another time than its story."""
        placed = ((e, place) for e, put in self._pairs if (place := fine(self.where, e, put)) is not None)
        return [(e, place) for e, place in placed if not self.is_past(e.trigger)]

    def is_kin(self, event: EventMention, other: EventMention, place: str) -> bool:
        """Whether another event at a place may be the one told again or otherwise; no blow of another day or far from
        what the report is about, as "the bombings" of another war, nor one that a body only comes to later."""
        if other.kind != event.kind and FAMILY.get(other.kind, "") != FAMILY.get(event.kind):
            return False
        if event.kind not in VIOLENT:
            return True
        if self.focus and self.atlas.is_far(place, self.focus):
            return False
        return may_be_of_one_day(self.narrative.told_days(event), self.narrative.told_days(other))

    def elsewhere(self, event: EventMention, put: Put) -> Put:
        """The place in or near a rough one where the reports of the story put such events; without a rough one, where
        most put them; else as it was. Of an event whose day is told, those must tell of that day."""
        places = self.told.votes(event.kind)
        within = {p: n for p, n in places.items() if put.place is None or self.is_closer(p, put)}
        best = min(within, key=lambda p: (-within[p], p), default=None)
        rivals = sum(count for place, count in within.items() if best and self.is_rival(place, best))
        if best is None or within[best] < 2 or within[best] <= rivals:
            return put
        if put.place is not None and SHARE * within[best] < within[best] + places[put.place]:
            return put
        if self.told.on(event.kind, best, self.narrative.told_days(event)) < 2:
            return put
        return self.elsewhere(event, Put(best, ELSEWHERE))

    def is_rival(self, other: str, place: str) -> bool:
        """Whether to tell of one place is to tell otherwise than of the other, which does not lie in it."""
        return other != place and not self.atlas.lies_in(place, other, self.atlas.edge(other))

    def is_closer(self, place: str, rough: Put) -> bool:
        """Whether a place lies in a rough one, or near it where that is all that is told."""
        if rough.place is None:
            return False
        return self.atlas.lies_in(place, rough.place, REACH if rough.why == BESIDE_IT else self.atlas.edge(rough.place))

    def is_told(self, kind: EventKind, place: str) -> bool:
        """Whether any report puts such an event right at a place; true of kinds that are not told again and again."""
        return kind not in FAMILY or self.told.is_told(kind, place)

    def is_in_focus(self, place: str) -> bool:
        """Whether a place is what the report is about, or lies in it."""
        return self.focus is not None and (place == self.focus or self.atlas.lies_in(place, self.focus))
