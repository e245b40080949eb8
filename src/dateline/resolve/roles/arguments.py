"""Reading -> Reading: who acts and who is acted upon, where grammar settles it: "besieged by rebels", "under attack".

The reader learns arguments from examples; what stands beside a trigger in plain words goes before what it guessed.
Nothing is taken but what can act, or be struck, by its noun or as a name.
"""

import re
from collections.abc import Callable

import msgspec

from dateline.model import EventKind, EventMention, Reading, Report, Span
from dateline.model.kinds import BLOWS
from dateline.resolve.entities.page import contains, overlaps
from dateline.resolve.roles.doers import by_another_verb, nobody_else
from dateline.resolve.roles.himself import to_himself
from dateline.resolve.roles.losing import lost_to, taken_from
from dateline.resolve.roles.onlookers import (
    fired_from,
    harmed_by_what_was_suffered,
    meanwhile,
    no_medium,
    only_where,
    run_into,
    suffered,
)
from dateline.resolve.roles.spilled import around_its_trigger, no_sentence, of_own_clause
from dateline.resolve.roles.weapons import whose_missile, whose_weapons
from dateline.resolve.roles.within import also_harmed, foiled, fought_others, in_a_phrase, tied_to
from dateline.resolve.roles.wording import Clause

SIEGES: frozenset[EventKind] = BLOWS | {"coercion", "arrest", "abduction"}
SUFFERED: frozenset[EventKind] = SIEGES | {"death", "injury", "destruction", "capture_territory", "evacuation"}
"""What somebody does to somebody: "by" names the doer there, and no mere reason as in "appalled by"."""
DEALT: frozenset[EventKind] = (BLOWS - {"armed_clash"}) | {
    "abduction",
    "arrest",
    "capture_territory",
    "coercion",
    "death",
    "destruction",
}
"""What one side does to another: behind such a noun "by" names the doer even at a distance."""
GIVEN: frozenset[EventKind] = frozenset({"accusation", "aid", "demand", "rejection", "support", "threat"})
"""What one gives another: "from" tells who."""
MUTUAL: frozenset[EventKind] = frozenset({"agreement", "talks", "armed_clash"})
"""What two do with each other: one on either side of "between … and …"."""

BY = re.compile(r"\s+(?:\w+ly\s+)?by\s+")
BY_BEHIND = re.compile(
    r"(?:\s+(?!(?:who|which|that|after|when|while|before|and|or|but|was|were|is|are|has|have|had|due)\b)[\w’'-]+){1,7}?\s+by\s+"
)
FOUND_SO = re.compile(r"(?i)(?:dead|missing|alive|lifeless)$")
"""A state: behind it "by" names who found or declared it ("confirmed dead by the police")."""
BY_BEFORE = re.compile(r"\s+by\s+(?:\w+\s+){0,2}$")
AT = re.compile(r"\s+(?:on|against|upon|targeting|targetting|hitting)\s+")
MOVES = re.compile(r"(?i)(?:advanc|push|march|mov)")
BLAME = re.compile(r"(?i)blam(?:e|es|ed|ing)$")
BLAMED_ON = re.compile(r"(?:\s+(?!(?:for|and|but|that)\b)[\w’'.-]+){1,7}?\s+on\s+[\"“‘']?")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+)?$")
WITH = re.compile(r"\s+(?:(?!and\b|or\b|but\b)\w+\s+){0,3}?with\s+")
FROM_GIVER = re.compile(r"\s+from\s+")
STUCK = re.compile(r"(?i)(?:stuck|trapp|strand)")
BETWEEN = re.compile(r"\s+(?:(?:\w+(?:ed|en)|struck|held|made)\s+)?between\s+")
AND = re.compile(r"\s+and\s+")
PASSIVE = re.compile(r"(?i)(?:ed|en|run|ght|uck|ung|hot|ut|hit|eld|nt)$")
JOINED = re.compile(r"\s*(?:,|and|or)\s*(?:\w+ly\s+)?")
UNDER = re.compile(r"(?i)\bunder\s+(?:\w+\s+){0,2}$")
DEFEAT = re.compile(r"(?i)^(?:defeat|downfall|collapse|demise|fall)$")
OWNED = re.compile(r"(?:['’]s|s['’])\s+$")
BESIDE = re.compile(r"(?:^|[\s(“\"'])([\w-]+?)(?:s['’]|['’]s)?(?:-|\s+)$")
FACTIONS = frozenset(
    "rebel insurgent militant government regime army police jihadist militia opposition coalition "
    "separatist guerrilla loyalist".split()
)
"""Nouns for a side that stand as an adjective before what it does: "a rebel siege", "government-besieged"."""


def settle_arguments(report: Report, reading: Reading) -> Reading:
    """The reading with the actors and targets that the words beside each trigger tell."""
    triggers = [e.trigger for e in reading.events]
    events = []
    for event in reading.events:
        clause = Clause(report.text, event, reading, triggers)
        for rule in RULES:
            clause.event = rule(clause)
        events.append(clause.event)
    return msgspec.structs.replace(reading, events=tuple(events))


def by_phrase(clause: Clause) -> EventMention:
    """ "X was besieged by Y": Y acts on X, whatever the reader took them for; "an uprising by Y", if it saw nobody."""
    event = clause.event
    by = BY.match(clause.after)
    suffered = event.kind in SUFFERED and PASSIVE.search(event.trigger.text.split()[-1])
    if by is None or not (suffered or event.actor is None) or FOUND_SO.match(event.trigger.text):
        return event
    start = event.trigger.end + by.end()
    doer = next((s for s in (event.actor, event.target) if s is not None and s.start == start), None)
    if doer is None or not suffered:
        doer = clause.phrase(start)
        if doer is None or not clause.is_party(doer):
            return event
    victim = next((s for s in (event.target, event.actor) if s is not None and s.end <= event.trigger.start), None)
    if victim is None and event.target is not None and not overlaps(event.target, doer):
        victim = event.target
    return clause.with_roles(doer, victim)


def by_behind_object(clause: Clause) -> EventMention:
    """ "an attack on a convoy by rebels": "by" names who did it behind what was struck, too."""
    event = clause.event
    by = BY_BEHIND.match(clause.after)
    if by is None or event.kind not in DEALT or event.actor is not None or FOUND_SO.match(event.trigger.text):
        return event
    start = event.trigger.end + by.end()
    doer = clause.phrase(start)
    between = any(event.trigger.end <= t.start < start for t in clause.triggers) or by_another_verb(by[0])
    return clause.with_roles(doer, event.target) if doer and not between and clause.is_party(doer) else event


def from_giver(clause: Clause) -> EventMention:
    """ "aid from the union", "threats from the militia": who gives a word or a thing stands behind "from"."""
    event = clause.event
    giver = FROM_GIVER.match(clause.after)
    doer = clause.phrase(event.trigger.end + giver.end()) if giver and event.actor is None else None
    if doer is None or event.kind not in GIVEN or not clause.is_side(doer):
        return event
    apart = event.target is not None and not overlaps(event.target, doer)
    return clause.with_roles(doer, event.target if apart else None)


def who_moves(clause: Clause) -> EventMention:
    """ "displaced families": who leaves or comes does so, even if somebody made them; who is stuck does not move."""
    event, mover = clause.event, clause.event.target
    if event.kind not in ("displacement", "arrival") or event.actor is not None or mover is None:
        return event
    return event if STUCK.match(event.trigger.text) or not clause.is_party(mover) else clause.with_roles(mover, None)


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
    """ "an attack on the embassy": what the preposition names is struck, unless it is where fighters advance to."""
    event = clause.event
    at = AT.match(clause.after)
    if event.kind not in BLOWS or at is None or event.target is not None or MOVES.match(event.trigger.text):
        return event
    struck = clause.phrase(event.trigger.end + at.end())
    if struck is None or not clause.can_suffer(struck):
        return event
    return clause.with_roles(event.actor, struck)


def blamed_on(clause: Clause) -> EventMention:
    """ "blamed the delay on the rebels": the rebels are accused."""
    event = clause.event
    on = BLAMED_ON.match(clause.after)
    if event.kind != "accusation" or on is None or not BLAME.match(event.trigger.text):
        return event
    accused = clause.phrase(event.trigger.end + on.end())
    return clause.with_roles(event.actor, accused) if accused and clause.is_side(accused) else event


def done_with(clause: Clause) -> EventMention:
    """ "held a third round of talks in the capital with the union": the other side of what two do together."""
    event = clause.event
    with_ = WITH.match(clause.after)
    if event.kind not in ("talks", "agreement") or with_ is None or event.target is not None:
        return event
    other = clause.phrase(event.trigger.end + with_.end())
    if other is None or not clause.is_side(other) or (event.actor is not None and overlaps(event.actor, other)):
        return event
    return clause.with_roles(event.actor, other)


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
    if one is None or two is None or not clause.is_side(one):
        return event
    return clause.with_roles(one, two) if clause.is_side(two) else event


def owner_of_deed(clause: Clause) -> EventMention:
    """ "[The group's abduction of the girls] caused outrage": whose the deed is acts, and not the whole phrase."""
    event, actor = clause.event, clause.event.actor
    if actor is None or not contains(actor, event.trigger):
        return event
    owned = POSSESSIVE.search(clause.text, actor.start, event.trigger.start)
    if owned is None:
        return event
    owner = Span(start=actor.start, end=owned.start(), text=clause.text[actor.start : owned.start()])
    return clause.with_roles(owner, event.target) if clause.is_party(owner) else event


def one_phrase_one_role(clause: Clause) -> EventMention:
    """Nobody does it to himself: of one phrase in both roles, what stands before an active verb acts. Two spans that
    begin apart have heads of their own, even where the reader let one run on over the other."""
    event = clause.event
    if event.actor is None or event.target is None or event.actor.start != event.target.start:
        return event
    passive = re.search(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", clause.before)
    if event.actor.end <= event.trigger.start and not passive:
        return clause.with_roles(event.actor, None)
    return clause.with_roles(None, event.target)


RULES: tuple[Callable[[Clause], EventMention], ...] = (
    owner_of_deed, of_own_clause, no_sentence, around_its_trigger, in_a_phrase,
    foiled, tied_to, fought_others, also_harmed, run_into, fired_from,
    harmed_by_what_was_suffered, suffered, nobody_else, meanwhile, by_phrase, by_behind_object, from_giver, who_moves,
    of_another_verb, under_attack, defeated, side_before, aimed_at, blamed_on, between_two, done_with, taken_from,
    lost_to, whose_weapons, one_phrase_one_role, whose_missile, no_medium, only_where,
    to_himself,
)  # fmt: skip

__all__ = ["settle_arguments"]
