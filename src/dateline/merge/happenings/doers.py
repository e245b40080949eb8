"""event of a happening -> whether who is told to have done it may be who did the rest of it.

A happening has its answer: police shoot the gunman, guards fire at the car. Who only answers force is not who used it
first, and is never carried over to the attack; nor is anybody carried over to words that have a subject of their own.
"""

import re
from collections.abc import Container, Sequence
from itertools import combinations

from dateline.english.nouns import FORCE, SUSPECT
from dateline.merge.situation import Situation
from dateline.merge.words import stem, stems
from dateline.model import Entity, Event, Role
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE

MEANS = re.compile(rf"(?i)\b(?:{FORCE}|cars?|trucks?|vehicles?|vans?|lorry|lorries|motorcycles?)\b")
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

UNKNOWN = re.compile(
    r"(?i)\b(?:unclear|unknown|not known|no one|nobody|no group|no (?:immediate )?claim)\b"
    r"|\b(?:did not|didn['’]?t) (?:say|specify) (?:who|which|whose)\b"
)
"""A sentence that says nobody knows who did it."""
WHODUNIT = re.compile(
    r"(?i)\b(?:(?:unclear|unknown|not (?:yet )?(?:clear|known)|did not|didn['’]?t)\b[^.;]{0,20}\b(?:who|which|whose)\b"
    r"[^.;]{0,60}\b(?:carried out|behind|responsible|attacked|struck|fired|launched|did it)"
    r"|(?:no (?:one|group)|nobody|none)\b[^.;]{0,20}\bclaim|no (?:immediate )?claims? of responsib)"
)
"""A sentence that says so for all that a report tells of the deed."""
ALLEGED = re.compile(
    r"(?i)\b(?:accus\w+|alleg\w+|suspected|blam\w+|(?:said|believed|thought|likely|reported) to"
    r"|(?:may|might|could) have|claims? that|suggestions?|apparent(?:ly)?|appears?|appeared|seem(?:s|ed)?)\b"
)
"""A sentence whose doer is not certain."""

ANY_SIDE = frozenset(stem(w) for w in "forces troops fighters militants group government regime".split())
"""Words for either side of a conflict."""


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
    return (entity.id, event.report) in situation.denying


def strikers(group: Sequence[Event]) -> frozenset[str]:
    """Who strikes anywhere in a happening."""
    return frozenset(
        e.actor.entity
        for e in group
        if e.kind in BLOWS | HARM_AND_DAMAGE and e.actor is not None and e.actor.entity is not None
    )


def answers(event: Event, struck_first: Container[str], situation: Situation) -> bool:
    """Whether an event is the answer to what its happening tells: done to an attacker, to who struck elsewhere in it,
    or by guards to "him" or to a vehicle."""
    target, doer = event.target, words_for(event.actor, situation)
    if target is None or event.kind not in BLOWS | HARM_AND_DAMAGE or STRIKER.search(doer):
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


def unsolved(report: str, group: Sequence[Event], situation: Situation) -> bool:
    """Whether a report says of a happening that nobody knows who did it: whom it names beside it did something else."""
    told = (e for e in group if e.report == report and e.kind in BLOWS | HARM_AND_DAMAGE)
    return any(WHODUNIT.search(situation.sentence(e)) for e in told)


def plainly(event: Event, situation: Situation) -> bool:
    """Whether a report tells who did it as its own, or in his own mouth, and not as what others accuse him of; a person
    who put a doer did so."""
    if event.is_corrected("actor"):
        return True
    voice = situation.voice(event.claim)
    own = voice is None or (event.actor is not None and voice == event.actor.entity)
    return own and not ALLEGED.search(situation.sentence(event))


def doers(events: Sequence[Event], situation: Situation) -> list[str]:
    """Who is told to have done a happening, once for each mention: of force and its harm those that reports tell
    plainly, where any do; nobody where all that is told are accusations of one and of another."""
    told = [(e, e.actor.entity) for e in events if e.actor is not None and e.actor.entity is not None]
    force = [(e, party) for e, party in told if e.kind in BLOWS | HARM_AND_DAMAGE]
    plain = [(e, party) for e, party in force if plainly(e, situation)]
    sides = sorted({party for _, party in force if situation.entities[party].type in ("org", "group", "place")})
    if plain:
        told = plain
    elif any(no_word_shared(p, q, situation) for p, q in combinations(sides, 2)):
        told = []
    return [party for _, party in told]


def no_word_shared(one: str, other: str, situation: Situation) -> bool:
    """Whether two sides are called by nothing in common: "the rebels" and "the army of Ruritania"."""
    a, b = (stems(situation.name(side) or "") - ANY_SIDE for side in (one, other))
    return bool(a and b) and a.isdisjoint(b)
