"""Reading -> Reading: who acts and who is acted upon, where grammar settles it: "besieged by rebels", "under attack".

The reader learns arguments from examples; what stands beside a trigger in plain words goes before what it guessed.
Nothing is taken but what can act, or be struck, by its noun or as a name.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from dateline.model import EventKind, EventMention, Reading, Report, Span
from dateline.resolve.entities.lexicon import GROUPS, PERSONS, PLACES, known_names, nouns
from dateline.resolve.entities.page import WORD, contains, overlaps
from dateline.resolve.entities.phrases import CLAUSE, CUTS, DEFINITE, INDEFINITE

BLOWS: frozenset[EventKind] = frozenset({"attack", "bombing", "air_strike", "shelling", "armed_clash"})
SIEGES: frozenset[EventKind] = BLOWS | {"coercion", "arrest", "abduction"}
SUFFERED: frozenset[EventKind] = SIEGES | {"death", "injury", "destruction", "capture_territory", "evacuation"}
"""What somebody does to somebody: "by" names the doer there, and no mere reason as in "appalled by"."""
MUTUAL: frozenset[EventKind] = frozenset({"agreement", "talks", "armed_clash"})
"""What two do with each other: one on either side of "between … and …"."""

BY = re.compile(r"\s+(?:\w+ly\s+)?by\s+")
BY_BEFORE = re.compile(r"\s+by\s+(?:\w+\s+){0,2}$")
AT = re.compile(r"\s+(?:on|against|upon|targeting|targetting|hitting)\s+")
BETWEEN = re.compile(r"\s+between\s+")
AND = re.compile(r"\s+and\s+")
PASSIVE = re.compile(r"(?i)(?:ed|en|run|ght|uck|ung|hot|ut|hit|eld|nt)$")
JOINED = re.compile(r"\s*(?:,|and|or)\s*(?:\w+ly\s+)?")
UNDER = re.compile(r"(?i)\bunder\s+(?:\w+\s+){0,2}$")
DEFEAT = re.compile(r"(?i)^(?:defeat|downfall|collapse|demise|fall)$")
OWNED = re.compile(r"(?:['’]s|s['’])\s+$")
BESIDE = re.compile(r"(?:^|[\s(“\"'])([\w-]+?)(?:s['’]|['’]s)?(?:-|\s+)$")
WEAPONS = re.compile(
    r"(?i)(?:\s+(?:air|drone|rocket|missile|mortar|artillery|bomb|military|led))*[\s-]+(?:airstrikes?|strikes?|bombs?|"
    r"bombings?|attacks?|raids?|shelling|shells|rockets|missiles|bombardments?|assaults?|offensives?)$"
)
"""What a side strikes with, behind its name: "coalition air strikes" are the coalition's."""
FACTIONS = frozenset(
    "rebel insurgent militant government regime army police jihadist militia opposition coalition "
    "separatist guerrilla loyalist".split()
)
"""Nouns for a side that stand as an adjective before what it does: "a rebel siege", "government-besieged"."""
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
LONGEST = 9
"""Words of a phrase that is taken from the text."""


def settle_arguments(report: Report, reading: Reading) -> Reading:
    """The reading with the actors and targets that the words beside each trigger tell."""
    triggers = [e.trigger for e in reading.events]
    events = []
    for event in reading.events:
        for rule in RULES:
            event = rule(Clause(report.text, event, reading, triggers))
        events.append(event)
    return msgspec.structs.replace(reading, events=tuple(events))


class Clause:
    """An event mention with the words around it."""

    def __init__(self, text: str, event: EventMention, reading: Reading, triggers: Sequence[Span]) -> None:
        self.text = text
        self.event = event
        self.names = [n for n in reading.names if overlaps(n, event.sentence)]
        self.times = [t for t in reading.times if overlaps(t, event.sentence)]
        self.triggers = triggers
        self.before = text[event.sentence.start : event.trigger.start]
        self.after = text[event.trigger.end : event.sentence.end]

    def with_roles(self, actor: Span | None, target: Span | None) -> EventMention:
        """The event with these arguments."""
        return msgspec.structs.replace(self.event, actor=actor, target=target)

    def phrase(self, start: int) -> Span | None:
        """The noun phrase that starts here: up to a comma, a preposition or a verb."""
        end, count = start, 0
        for word in WORD.finditer(self.text, start, self.event.sentence.end):
            gap, lower = self.text[end : word.start()], word.group().lower()
            name = next((n for n in self.names if n.start <= word.start() < n.end), None)
            inside = name is not None and name.start < word.start()
            if count == LONGEST or (gap.strip(" \"“'‘") and not inside and count):
                break
            if name is None and (lower in CLAUSE or lower in CUTS or lower in ("and", "or", "to", "on")):
                break
            end, count = word.end(), count + 1
            noun = nouns().get(lower)
            if name is None and noun is not None and self.stops(word.end()):
                break
            if lower in DAYS or any(t.start <= word.start() < t.end for t in self.times):
                return None
        words = self.text[start:end].strip()
        return Span(start=start, end=start + len(words), text=words) if words else None

    def stops(self, at: int) -> bool:
        """Whether the word behind a noun is neither noun nor name: "fighters | trying", but "police station"."""
        word = WORD.match(self.text, at + 1)
        return word is None or not (
            word.group().lower() in nouns() or any(n.start <= word.start() < n.end for n in self.names)
        )

    def is_party(self, span: Span) -> bool:
        """Whether a phrase names or describes people, a body or a state: what can act."""
        return self.is_one(span, ("person", "org", "group"), PERSONS | GROUPS)

    def can_suffer(self, span: Span) -> bool:
        """Whether a phrase names or describes what a blow can be aimed at."""
        return self.is_one(span, ("person", "org", "group", "place"), PERSONS | GROUPS | PLACES)

    def is_one(self, span: Span, types: Sequence[str], kinds: frozenset[str]) -> bool:
        """Whether a phrase ends in a noun of these classes, or in a name of these types or of a country."""
        words = WORD.findall(span.text)
        last = words[-1].lower() if words else ""
        noun = nouns().get(last)
        if noun is not None and noun.kind in kinds:
            return True
        name = next((n for n in self.names if n.start < span.end <= n.end), None)
        if name is None or words[0].lower() in INDEFINITE:
            return False
        known = known_names().get(name.text)
        return name.type in types or (known is not None and known.country is not None)


def by_phrase(clause: Clause) -> EventMention:
    """ "X was besieged by Y": Y acts on X, whatever the reader took them for."""
    event = clause.event
    by = BY.match(clause.after)
    if by is None or event.kind not in SUFFERED or not PASSIVE.search(event.trigger.text.split()[-1]):
        return event
    start = event.trigger.end + by.end()
    doer = next((s for s in (event.actor, event.target) if s is not None and s.start == start), None)
    if doer is None:
        doer = clause.phrase(start)
        if doer is None or not clause.is_party(doer):
            return event
    victim = next((s for s in (event.target, event.actor) if s is not None and s.end <= event.trigger.start), None)
    if victim is None and event.target is not None and not overlaps(event.target, doer):
        victim = event.target
    return clause.with_roles(doer, victim)


def of_another_verb(clause: Clause) -> EventMention:
    """ "granted safe passage from a town besieged by the army": the army besieges, and grants nothing."""
    event, actor = clause.event, clause.event.actor
    if actor is None or actor.start < event.trigger.end:
        return event
    by = BY_BEFORE.search(clause.text[event.trigger.end : actor.start])
    at = event.trigger.end + by.start() if by else -1
    verb = next((t for t in clause.triggers if t.end == at and t.start > event.trigger.end), None)
    if verb is None or not PASSIVE.search(verb.text) or JOINED.fullmatch(clause.text[event.trigger.end : verb.start]):
        return event
    return clause.with_roles(None, event.target)


def under_attack(clause: Clause) -> EventMention:
    """ "The convoy came under attack", "has been under siege": the subject suffers it."""
    event = clause.event
    if event.kind not in SIEGES or not UNDER.search(clause.before) or event.actor is None:
        return event
    if event.actor.end <= event.sentence.start + UNDER.search(clause.before).start() + 1:  # type: ignore[union-attr]
        return clause.with_roles(None, event.target or event.actor)
    return event


def defeated(clause: Clause) -> EventMention:
    """ "The militia's defeat", "the fall of the militia": whose defeat it is suffers it."""
    event = clause.event
    if event.kind in BLOWS | {"capture_territory"} and DEFEAT.match(event.trigger.text) and event.actor is not None:
        owned = OWNED.search(clause.text[event.actor.start : event.trigger.start])
        of = re.fullmatch(r"\s+of\s+", clause.text[event.trigger.end : event.actor.start])
        if owned or of:
            return clause.with_roles(None, event.actor)
    return event


def side_before(clause: Clause) -> EventMention:
    """ "a rebel siege", "the government-besieged town": the noun before it tells who does it."""
    event = clause.event
    if event.actor is not None or event.kind not in SIEGES:
        return event
    beside = BESIDE.search(clause.before)
    if beside is None or beside[1].lower().split("-")[-1] not in FACTIONS or beside[1].lower().startswith("anti-"):
        return event
    start = event.sentence.start + beside.start(1)
    return clause.with_roles(Span(start=start, end=start + len(beside[1]), text=beside[1]), event.target)


def aimed_at(clause: Clause) -> EventMention:
    """ "an attack on the embassy": what the preposition names is struck."""
    event = clause.event
    at = AT.match(clause.after)
    if event.kind not in BLOWS or at is None or event.target is not None:
        return event
    struck = clause.phrase(event.trigger.end + at.end())
    if struck is None or not clause.can_suffer(struck):
        return event
    return clause.with_roles(event.actor, struck)


def between_two(clause: Clause) -> EventMention:
    """ "a deal between the government and the rebels": one on either side."""
    event = clause.event
    between = BETWEEN.match(clause.after)
    if event.kind not in MUTUAL or between is None:
        return event
    start = event.trigger.end + between.end()
    one = clause.phrase(start)
    link = AND.match(clause.text, one.end) if one else None
    two = clause.phrase(link.end()) if link else None
    if one is None or two is None or not (clause.is_party(one) or name_of_state(clause, one)):
        return event
    return clause.with_roles(one, two) if clause.is_party(two) or name_of_state(clause, two) else event


def name_of_state(clause: Clause, span: Span) -> bool:
    """Whether a phrase is the name or adjective of a country: "between Iran and Qatar"."""
    known = known_names().get(span.text)
    return known is not None and known.country is not None


def whose_weapons(clause: Clause) -> EventMention:
    """ "coalition air strikes killed …": the coalition kills."""
    event, actor = clause.event, clause.event.actor
    if actor is None or any(contains(actor, t) and contains(event.trigger, t) for t in clause.triggers):
        return event
    weapons = WEAPONS.search(actor.text)
    if weapons is None:
        return event
    words = actor.text[: weapons.start()]
    if not words or words.lower() in DEFINITE | INDEFINITE:
        return event
    owner = Span(start=actor.start, end=actor.start + len(words), text=words)
    return clause.with_roles(owner, event.target) if clause.is_party(owner) or name_of_state(clause, owner) else event


def one_span_one_role(clause: Clause) -> EventMention:
    """Nobody does it to himself: of one span in both roles, what stands before an active verb acts."""
    event = clause.event
    if event.actor is None or event.target is None or not overlaps(event.actor, event.target):
        return event
    passive = re.search(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", clause.before)
    if event.actor.end <= event.trigger.start and not passive:
        return clause.with_roles(event.actor, None)
    return clause.with_roles(None, event.target)


RULES: tuple[Callable[[Clause], EventMention], ...] = (
    by_phrase, of_another_verb, under_attack, defeated, side_before, aimed_at, between_two, whose_weapons,
    one_span_one_role,
)  # fmt: skip

__all__ = ["settle_arguments"]
