"""Where, an event -> the blow told right before it that it takes up: "the attack", "that blast", "those killed".

What a sentence speaks of as known, and puts nowhere itself, is the last such blow told before it: never one told only
further down, one of another day, or one that the report sets beside its own story.
"""

import re
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from dateline.model import FACTS, EventKind, EventMention, Range
from dateline.model.kinds import BLOWS, HARM, HARM_AND_DAMAGE
from dateline.resolve.entities.page import contains
from dateline.resolve.times import Narrative
from dateline.resolve.times.phrasing import is_plural, is_verb
from dateline.resolve.where.asides import REACH, head
from dateline.resolve.where.clauses import RELATED
from dateline.resolve.where.sites import OTHER_WORDS
from dateline.resolve.where.told import is_seen_later, may_be_of_one_day
from dateline.resolve.where.where import BESIDE_IT, OWN_WORDS, VIOLENT, Put, Where

POINTS = re.compile(
    rf"(?i)\b(the|that|this|those|these)\s+((?:(?!(?:{OTHER_WORDS}|are|be|being)\b)[\w’'-]+\s+){{0,3}})$"
)
"""What stands before a blow that is spoken of as known, with the words that tell which."""
SET_BESIDE = re.compile(r"(?i)\b(?:similar|previous|past|earlier|like|\w+est|since|unlike)\s+(?:[\w-]+\s+){0,3}$")
"""What stands before a blow that a report only sets beside its own."""
SINCE_WHEN = re.compile(r"(?i)\bsince\s[^,;]{1,40},\s+when\b")
"""Where a comparison tells of the last time: “the worst flood since 1953, when ...”."""
IDLE = frozenset({"suspected", "alleged", "reported", "apparent", "purported", "deadly", "fatal"})
"""Words that do not tell which blow it was."""
ANY_STRIKE = frozenset({"attack", "assault", "incident", "crime"})
"""Nouns for a blow of any kind."""
STRIKES: frozenset[EventKind] = BLOWS - {"armed_clash"}
OF_ALL = frozenset(
    {"war", "conflict", "uprising", "fighting", "violence", "terrorism", "carnage", "bloodshed", "atrocity"}
)
"""Nouns for all that was done, and for no one blow."""
OF_WHAT = re.compile(
    r"\s+(?:on|against|at|in|of|near|outside|from|targeting)\s+(?:the\s+|an?\s+)?((?:[\w’'-]{4,}\s*){1,3})"
)
"""What stands behind a blow and tells which it was."""
WORD = re.compile(r"\w\w+")
STEM = 5
"""First letters by which words are the same."""
SO_FAR = 60
"""Code points behind a trigger in which words tell which blow it was."""


class Told(NamedTuple):
    """A blow or harm told in a sentence, and the event that says where it was, itself or one that it takes up."""

    event: EventMention
    sentence: int
    placed: EventMention | None


class Antecedents:
    """The blows told before that the events of one report take up."""

    def __init__(self, where: Where, narrative: Narrative) -> None:
        self._where, self._narrative, self._page = where, narrative, where.page

    @cached_property
    def of(self) -> dict[int, EventMention]:
        """By the start of the trigger of each event that takes one up, the event told before that says where it was."""
        found: dict[int, EventMention] = {}
        told: list[Told] = []
        for event, put in self._pairs:
            if put.place is None and (taken := self._taken_up(event, told)) is not None:
                found[event.trigger.start] = taken
            placed = (
                event
                if self._is_fine(put) and not is_seen_later(self._where, event)
                else found.get(event.trigger.start)
            )
            if event.status in FACTS or event.trigger.start in found:
                told.append(Told(event, self._page.sentence(event.trigger.start), placed))
        return found | self._harm_beside(found)

    @cached_property
    def _pairs(self) -> list[tuple[EventMention, Put]]:
        """The blows and the harm of the text, but for title and captions, in its order."""
        title, captions = self._page.report.title_span, self._page.caption
        told = (
            (event, put)
            for event, put in zip(self._where.events, self._where.puts, strict=True)
            if event.kind in VIOLENT and captions(event.trigger.start) is None
        )
        return sorted(
            ((e, put) for e, put in told if title is None or not contains(title, e.trigger)),
            key=lambda pair: pair[0].trigger.start,
        )

    def _is_fine(self, put: Put) -> bool:
        """Whether its own words tell a town or smaller place."""
        return (
            put.place is not None
            and put.why in (OWN_WORDS, BESIDE_IT)
            and not self._where.atlas.is_wide(self._where.atlas.settlement(put.place))
        )

    def _taken_up(self, event: EventMention, told: Sequence[Told]) -> EventMention | None:
        """The event whose place is that of the blow which an event without a place takes up. A blow of its kind that is
        told nowhere ends the search, and so does another of its own sentence that is told somewhere."""
        points = POINTS.search(self._page.before(event.trigger.start))
        words = points[2].lower().split() if points is not None else []
        if points is None or head(event.trigger) in OF_ALL:
            return None
        pointer = points[1].lower()
        if pointer in ("that", "this") and (is_plural(event.trigger) or is_verb(event.trigger.text, "")):
            return None  # "that strikes had hit", "the blast that killed"
        here = self._page.sentence(event.trigger.start)
        related = RELATED.search(self._page.before(event.trigger.start)) is not None
        which = stems(" ".join(w for w in words if w not in IDLE)) | self._of_what(event)
        for one in reversed(told):
            if one.sentence == here and one.placed is one.event:
                if related:
                    continue
                return None
            if here - one.sentence > REACH:
                return None
            if not self._is_such(event, one.event):
                continue
            if one.placed is None and one.event.kind not in HARM_AND_DAMAGE:
                return None
            of_blow = (
                event.kind in HARM or pointer in ("that", "this") or one.placed is None or one.placed.kind not in HARM
            )
            if one.placed is not None and of_blow and self._may_mean(event, pointer, which, one.placed):
                return one.placed
        return None

    def _may_mean(self, event: EventMention, pointer: str, which: Set[str], other: EventMention) -> bool:
        """Whether what is spoken of may be another event: one that happened, on no other day, that its sentence tells
        by the same words; and none of another time or only set beside the report's own, unless "that" points to it."""
        if not which <= stems(self._page.text[other.sentence.start : other.sentence.end]):
            return False
        if pointer not in ("that", "this") and self._is_set_beside(other):
            return False
        return may_be_of_one_day(self._narrative.told_days(event), self._narrative.told_days(other))

    def _is_set_beside(self, other: EventMention) -> bool:
        """Whether a blow is of another time than the report's story or told to compare that with; far from there what
        is told without a day may be either."""
        before = self._page.before(other.trigger.start)
        compared = SINCE_WHEN.search(self._page.text, other.sentence.start, other.sentence.end) is not None
        if compared or self._narrative.is_background(other.trigger) or SET_BESIDE.search(before):
            return True
        place, focus = self._where.put_of[other.trigger].place, self._where.focus
        far = place is not None and focus is not None and self._where.atlas.is_far(place, focus)
        return far and self._narrative.told_days(other) is None

    def _is_such(self, event: EventMention, told: EventMention) -> bool:
        """Whether what is spoken of may be of the kind of what was told; the harm that a blow did is no other's."""
        if event.kind in HARM or told.kind not in HARM:
            return is_such(event, told)
        beside = [e for e, _ in self._pairs if e.sentence == told.sentence and e.kind not in HARM_AND_DAMAGE]
        return not beside or any(is_such(event, e) for e in beside)

    def _of_what(self, event: EventMention) -> Set[str]:
        """The stems of the words behind a blow that tell which it was, but for a time."""
        found = OF_WHAT.match(self._page.text, event.trigger.end, min(event.trigger.end + SO_FAR, event.sentence.end))
        if found is None or any(
            contains(t, Range(start=found.start(1), end=found.start(1) + 1)) for t in self._page.reading.times
        ):
            return frozenset()
        return stems(found[1])

    def _harm_beside(self, found: Mapping[int, EventMention]) -> dict[int, EventMention]:
        """The same for the harm told in the sentences of those that take up a blow."""
        by_sentence = {e.sentence.start: found[e.trigger.start] for e, _ in self._pairs if e.trigger.start in found}
        return {
            event.trigger.start: by_sentence[event.sentence.start]
            for event, put in self._pairs
            if put.place is None and event.kind in HARM_AND_DAMAGE and event.sentence.start in by_sentence
        }


def is_such(event: EventMention, told: EventMention) -> bool:
    """Whether what is spoken of may be of the kind of what was told: the dead are those of any blow, "the attack" any
    strike, else it has the same noun, or one of its own kind."""
    noun, other = head(event.trigger), head(told.trigger)
    if event.kind in HARM or told.kind in HARM or other.endswith(noun):
        return True
    if noun in ANY_STRIKE:
        return told.kind in STRIKES
    return event.kind == told.kind != "armed_clash" and (event.kind != "attack" or other in ANY_STRIKE)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that say something."""
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()))
