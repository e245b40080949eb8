"""happenings -> events whose missing actor or target another mention of the same happening tells.

"The blast destroyed two houses": who set it off stands elsewhere in the report, or in others. What is taken from there
is inferred and says so. Who denies it, or whom only the other side blames, is never taken; where several are told,
nobody is.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from dateline.merge.happenings.doers import (
    ALLEGED,
    MEANS,
    UNKNOWN,
    answers,
    can_act,
    disowned,
    has_subject,
    strikers,
    unsolved,
)
from dateline.merge.happenings.nouns import number_of
from dateline.merge.namings import lemma, namings
from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import FACTS, Contradiction, Event, EventKind, Role
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE

RoleName = Literal["actor", "target"]
PartiesTold = list[tuple[Event, Role]]
"""The mentions that tell who fills a role, each with who does."""

DEEDS: frozenset[EventKind] = frozenset({"abduction", "arrest", "capture_territory", "coercion", "concession"})
"""Other deeds that one side does to another. Who moves, meets or speaks may be another at each mention."""
CHANCE: frozenset[EventKind] = frozenset({"hazard", "accident"})
"""What nobody does, nor the deaths it brings."""
REPORTS = 2
"""Other reports that must tell a party before it is carried over."""
CAMPAIGN = lemma("campaign")
KNOWN = re.compile(r"(?i)(?:the|this|that)\s")
"""What opens words for a thing told of before."""
COUNT = re.compile(
    r"(?i)(?:(?:at least|more than|over|up to|about|some|nearly|almost)\s+)?(?:\d|dozens|hundreds|scores)"
)
"""Words that tell how many, and not who."""
ONE = re.compile(r"(?i)(?:an?|one|another)\s")
"""What opens words for a person told of for the first time."""
HURT = frozenset({"killed", "died", "injured"})
MOST = 2 / 3
"""The share of the mentions that tell a target which must mean one thing for it to be that of the happening."""
CONDEMNS = re.compile(r"(?i)(?:condemn|denounc|decr(?:y|ie)|deplor|criticis|criticiz|slam)")
"""Accusations of whoever did the deed that is named as their object."""


def complete_participants(
    groups: Iterable[Sequence[Event]], contradictions: Iterable[Contradiction], situation: Situation
) -> tuple[Event, ...]:
    """The events that gain an actor or a target, in order of id. A happening that two parties are blamed for gains no
    actor."""
    completed = {e.id: e for e in complete_groups(groups, contradictions, situation)}
    for event in situation.resolution.events:
        known = changed = completed.get(event.id, event)
        if known.kind in HARM_AND_DAMAGE and lacks(known, "actor", situation) and not answers(known, (), situation):
            changed = by_blow_beside(known, completed, situation)
            changed = changed if changed is not known else by_blow_named(known, completed, situation)
        elif known.kind == "accusation" and known.target is not None and known.target.entity is None:
            changed = by_deed_condemned(known, known.target, completed, situation)
        if changed is not known and not reflexive(changed):
            completed[event.id] = changed
    return tuple(completed[i] for i in sorted(completed))


def complete_groups(
    groups: Iterable[Sequence[Event]], contradictions: Iterable[Contradiction], situation: Situation
) -> Iterable[Event]:
    """The events that gain a party from another mention of their happening."""
    blaming = {e.claim for e in situation.resolution.events if e.kind == "accusation"}
    sides = [side for x in contradictions if x.kind == "attribution" for side in (x.a, x.b)]
    disputed = {side.id for side in sides if side.type == "event" or side.id in blaming}
    for group in groups:
        actors = told_in(group, "actor", situation)
        targets = without_one_of_many(told_in(group, "target", situation), group, situation)
        contested = by_chance(group) or any(e.id in disputed or (e.claim or "") in disputed for e in group)
        struck_first = strikers(group)
        open_cases = {r for r in {e.report for e in group} if unsolved(r, group, situation)}
        for event in group:
            changed = event
            wanted = not contested and event.report not in open_cases and lacks(event, "actor", situation)
            if wanted and not has_another_doer(event, struck_first, situation):
                changed = fill(changed, "actor", actors, situation)
            if lacks(event, "target", situation):
                changed = fill(changed, "target", targets, situation)
            if changed is not event and not reflexive(changed):
                yield changed


def has_another_doer(event: Event, struck_first: Container[str], situation: Situation) -> bool:
    """Whether who did the rest of a happening did not do this: nobody knows who did, its words have a subject of their
    own, or it is the answer to the rest."""
    unknown = UNKNOWN.search(situation.sentence(event)) is not None
    return unknown or has_subject(event, situation) or answers(event, struck_first, situation)


def by_blow_beside(harm: Event, completed: Mapping[str, Event], situation: Situation) -> Event:
    """The harm with who dealt the one blow that its sentence tells: "the explosion caused massive damage"."""
    blows = [
        completed.get(e.id, e)
        for e in situation.beside[harm.report, harm.sentence.start]
        if e.kind in BLOWS and e.status in FACTS
    ]
    if not blows or any(e.actor is None or e.actor.entity is None or not e.actor_why for e in blows):
        return harm
    parties = {e.actor.entity for e in blows if e.actor}
    blow = blows[0]
    if len(parties) != 1 or blow.actor is None:
        return harm
    how = blow.actor_why.removeprefix("inferred: ")
    return put(harm, "actor", blow.actor, f"inferred: done by “{blow.trigger.text}” of the same sentence, {how}")


def by_blow_named(harm: Event, completed: Mapping[str, Event], situation: Situation) -> Event:
    """The harm with who dealt the blow that its words take up: "the explosion shattered windows", where the report
    names one party for its explosion and no other."""
    means = harm.actor.text if harm.actor is not None else None
    if means is None or not KNOWN.match(means) or UNKNOWN.search(situation.sentence(harm)):
        return harm
    blows = [
        completed.get(e.id, e)
        for e in situation.resolution.events
        if e.report == harm.report and e.kind in BLOWS and namings(e.trigger.text) & namings(means)
    ]
    told = told_in(blows, "actor", situation)
    party = the_one(told, situation, named=True)
    if party is None:
        return harm
    source, role = next((e, r) for e, r in told if r.entity == party)
    return put(harm, "actor", role, f"inferred: done by “{source.trigger.text}” of this report")


def by_deed_condemned(accusation: Event, deed: Role, completed: Mapping[str, Event], situation: Situation) -> Event:
    """The accusation with who did the deed that is its object: "the minister condemned the attack"."""
    told = {
        known.actor.entity: known
        for e in situation.beside[accusation.report, accusation.sentence.start]
        if (known := completed.get(e.id, e)).actor is not None and within(e, deed) and e.kind in BLOWS | DEEDS
    }
    parties = {p for p in told if p in situation.proper and situation.entities[p].type != "person"}
    if not CONDEMNS.match(accusation.trigger.text) or len(parties) != 1 or len(told) != 1:
        return accusation
    party = parties.pop()
    why = f"inferred: told to have done what is condemned, “{told[party].trigger.text}”"
    return put(accusation, "target", msgspec.structs.replace(deed, entity=party), why)


def within(event: Event, role: Role) -> bool:
    """Whether the words of a role hold the trigger of an event."""
    return role.start is not None and role.end is not None and role.start <= event.trigger.start < role.end


def by_chance(group: Sequence[Event]) -> bool:
    """Whether a happening is more of an accident or a storm than of a blow."""
    return sum(e.kind in CHANCE for e in group) > sum(e.kind in BLOWS | DEEDS for e in group)


def told_in(group: Sequence[Event], name: RoleName, situation: Situation) -> PartiesTold:
    """Who fills a role by the words of the mentions themselves."""
    told: PartiesTold = []
    struck_first = strikers(group)
    for event in group:
        role: Role | None = getattr(event, name)
        entity = situation.entities.get(role.entity or "") if role is not None else None
        if role is None or entity is None or event.status not in FACTS or lacks(event, name, situation):
            continue
        if name == "actor" and is_campaign(event):
            continue
        fits = name == "target" or (
            can_act(entity, situation)
            and not disowned(entity, event, situation)
            and not ALLEGED.search(situation.sentence(event))
        )
        if fits and not answers(event, struck_first, situation):
            told.append((event, role))
    return told


def without_one_of_many(targets: PartiesTold, group: Sequence[Event], situation: Situation) -> PartiesTold:
    """The targets, without one person who bears no name where several were hurt: “a victim of the blast”."""
    hurt = (situation.figures[f] for e in group for f in e.figures if f in situation.figures)
    if not any(f.what in HURT and (f.low or f.best or 0) > 1 for f in hurt):
        return targets
    return [(e, r) for e, r in targets if not (ONE.match(r.text or "") and is_nameless(r.entity, situation))]


def is_nameless(entity: str | None, situation: Situation) -> bool:
    """Whether an entity is a person whom nobody calls by name."""
    known = situation.entities.get(entity or "")
    return known is not None and known.type == "person" and known.id not in situation.proper


def is_campaign(event: Event) -> bool:
    """Whether a mention tells of many blows that go on: who deals them need not have dealt each."""
    many = number_of(event.trigger.text, "") == {True}
    return event.kind in BLOWS and (lemma(event.trigger.text) == CAMPAIGN or (many and event.status == "ongoing"))


def lacks(event: Event, name: RoleName, situation: Situation) -> bool:
    """Whether nobody fills a role: no words do, or only the means ("the blast destroyed two houses"), or of a blow only
    how many it hurt."""
    if event.status == "negated" or event.is_corrected(name):
        return False
    role: Role | None = getattr(event, name)
    if role is None:
        return True
    if name == "target" and event.kind in BLOWS and role.entity is None:
        return role.text is None or bool(COUNT.match(role.text))
    return name == "actor" and role.entity not in situation.proper and bool(MEANS.search(role.text or ""))


def fitting(event: Event, name: RoleName, told: PartiesTold) -> PartiesTold:
    """Those told at mentions from which this one may take its party: who strikes is who kills and destroys, but what a
    bomb was aimed at is not whom it killed."""
    if event.kind in BLOWS | HARM_AND_DAMAGE:
        kinds = BLOWS if name == "actor" or event.kind in BLOWS else frozenset()
    else:
        kinds = frozenset({event.kind}) & DEEDS
    return [(e, r) for e, r in told if e.kind in kinds and e.id != event.id]


def fill(event: Event, name: RoleName, told: PartiesTold, situation: Situation) -> Event:
    """The event with the one party that its report tells in this role, else the one that all other reports name."""
    told = fitting(event, name, told)
    here = [(e, r) for e, r in told if e.report == event.report]
    choose = the_one if name == "actor" else the_object
    entity = choose(here, situation, named=False)
    if entity is not None:
        source, role = min(
            ((e, r) for e, r in here if r.entity == entity),
            key=lambda pair: (abs(pair[0].trigger.start - event.trigger.start), pair[0].id),
        )
        return put(event, name, role, f"inferred: told of the same happening in this report at “{source.trigger.text}”")
    entity = choose(told, situation, named=True) if not here else None
    reports = {e.report for e, r in told if entity is not None and alike(entity, r.entity, situation)}
    if entity is None or len(reports) < REPORTS:
        return event
    role = Role(text=None, start=None, end=None, entity=entity)
    return put(event, name, role, f"inferred: told of the same happening in {len(reports)} other reports")


def the_one(told: PartiesTold, situation: Situation, *, named: bool) -> str | None:
    """The only party told. A named one goes before the unnamed who may be its people ("a bomber"); two named ones are
    two parties, and of an unnamed one other reports say nothing. A person by name must be told so twice."""
    counts = Counter(r.entity for _, r in told if r.entity is not None)
    proper = counts.keys() & situation.proper
    parties = proper or (set() if named else set(counts))
    if len(parties) != 1:
        return None
    party = parties.pop()
    once = counts[party] == 1 and party in situation.proper and situation.entities[party].type == "person"
    return None if once else party


def the_object(told: PartiesTold, situation: Situation, *, named: bool) -> str | None:
    """What most mentions tell that it was done to, under whatever fuller or shorter description; `named`: only what a
    name is part of, since of "a house" another report may mean another."""
    counts = Counter(r.entity for _, r in told if r.entity is not None)
    words = {x: stems(situation.name(x) or "") for x in counts}
    shares = {x: sum(n for y, n in counts.items() if x == y or one_within(words[x], words[y])) for x in counts}
    best = min(counts, key=lambda x: (-shares[x], -counts[x], situation.name(x) or "", x), default=None)
    if best is None or shares[best] < MOST * counts.total():
        return None
    return best if not named or named_within(best, situation) else None


def alike(one: str, other: str | None, situation: Situation) -> bool:
    """Whether two entities are one, or called so that one description says all that the other does."""
    if one == other:
        return True
    return one_within(stems(situation.name(one) or ""), stems(situation.name(other) or ""))


def one_within(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one of two descriptions, by its stems, says all that the other does."""
    return bool(a and b) and (a <= b or b <= a)


def named_within(entity: str, situation: Situation) -> bool:
    """Whether a name is part of what an entity is called: "a German consulate"."""
    known = situation.entities[entity]
    return entity in situation.proper or any(w[:1].isupper() for m in known.mentions for w in m.text.split()[1:])


def put(event: Event, name: RoleName, role: Role, why: str) -> Event:
    """The event with a role and how it is known."""
    if name == "actor":
        return msgspec.structs.replace(event, actor=role, actor_why=why)
    return msgspec.structs.replace(event, target=role, target_why=why)


def reflexive(event: Event) -> bool:
    """Whether one party would do it to itself."""
    return event.actor is not None and event.target is not None and event.actor.entity == event.target.entity


__all__ = ["complete_participants"]
