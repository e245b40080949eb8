"""event of a happening -> whether who is told to have done it may be who did the rest of it.

A happening has its answer: police shoot the gunman, guards fire at the car. Who only answers force is not who used it
first, and is never carried over to the attack; nor is anybody carried over to words that have a subject of their own.
"""

import re
from collections.abc import Container, Sequence

from dateline.merge.situation import Situation
from dateline.model import Entity, Event, Role
from dateline.model.kinds import BLOWS, HARMS
from dateline.model.nouns import SUSPECT

MEANS = re.compile(
    r"(?i)\b(?:bombs?|blasts?|explosions?|explosives|air ?strikes?|strikes?|attacks?|assaults?|raids?|shells?|shelling|"
    r"rockets?|missiles?|mortars?|mines?|device|drones?|gunfire|gunshots?|bullets?|fire|cars?|trucks?|vehicles?|vans?|"
    r"lorry|lorries|motorcycles?)\b"
)
"""What a deed is done with: the words before a verb of harm that stand for no party."""
LABEL = re.compile(r"(?i)\bterrorists?$")
"""What one side calls the other: as a description of somebody unnamed it tells no party."""
STRIKER = re.compile(rf"(?i)\b{SUSPECT}\b")
"""Nouns for who strikes first, whose death is the answer."""
GUARDS = re.compile(
    r"(?i)\b(?:police(?:m[ae]n)?|officers?|security|guards?|soldiers?|troops|gendarmes?|swat|marksm[ae]n|snipers?)\b"
)
"""Nouns for who answers an attack."""
PRONOUN = re.compile(r"(?i)(?:he|him|she|her|they|them)")
SUBJECT = re.compile(
    r"\b(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|who)\s+(?:(?:has|have|had|also|then|just|started|began|kept|\w+ly)\s+)*$"
)
"""Before the verb of who does it himself: "he then", no "he was"."""


def can_act(entity: Entity, situation: Situation) -> bool:
    """Whether an entity can do a deed: people, bodies, and countries by their governments."""
    known = situation.places.get(entity.id)
    return entity.type in ("person", "org", "group") or (known is not None and known.precision == "country")


def disowned(entity: Entity, event: Event, situation: Situation) -> bool:
    """Whether the report lets the party deny something, or only another party says that it was this one, or calls
    somebody so."""
    if entity.id not in situation.proper and LABEL.search(entity.name):
        return True
    claim = situation.claims.get(event.claim or "")
    accuser = situation.entities.get(claim.source.entity or "") if claim is not None and claim.source else None
    if accuser is not None and accuser.party and accuser.id != entity.id:
        return True
    return any(
        c.stance == "denies" and c.source is not None and c.source.entity == entity.id and c.report == event.report
        for c in situation.claims.values()
    )


def strikers(group: Sequence[Event]) -> frozenset[str]:
    """Who strikes anywhere in a happening."""
    return frozenset(
        e.actor.entity for e in group if e.kind in BLOWS | HARMS and e.actor is not None and e.actor.entity is not None
    )


def answers(event: Event, struck_first: Container[str], situation: Situation) -> bool:
    """Whether an event is the answer to what its happening tells: done to an attacker, to who struck elsewhere in it,
    or by guards to "him" or to a vehicle."""
    target, doer = event.target, words_for(event.actor, situation)
    if target is None or event.kind not in BLOWS | HARMS or STRIKER.search(doer):
        return False
    struck = words_for(target, situation)
    if STRIKER.search(struck) or (target.entity is not None and target.entity in struck_first):
        return True
    return bool(GUARDS.search(doer) and (PRONOUN.fullmatch(target.text or "") or MEANS.search(struck)))


def words_for(role: Role | None, situation: Situation) -> str:
    """What a report calls who fills a role, and its name."""
    return "" if role is None else f"{role.text or ''} / {situation.name(role.entity) or ''}"


def has_subject(event: Event, situation: Situation) -> bool:
    """Whether the words right before a trigger are a subject of its own: of whom "he then opened fire" speaks no other
    sentence tells."""
    before = situation.reports[event.report].text[event.sentence.start : event.trigger.start]
    return SUBJECT.search(before) is not None
