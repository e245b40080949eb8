"""Clause -> EventMention: whose weapons strike: "coalition air strikes", "a Ruritanian rocket was fired"."""

import re

from dateline.model import EventMention, Span
from dateline.resolve.entities.extents import DEFINITE, INDEFINITE
from dateline.resolve.entities.page import contains
from dateline.resolve.roles.wording import Clause

WEAPONS = re.compile(
    r"(?i)(?:\s+(?:air|drone|rocket|missile|mortar|artillery|bomb|military|led))*[\s-]+(?:airstrikes?|strikes?|bombs?|"
    r"bombings?|attacks?|raids?|shelling|shells|rockets|missiles|bombardments?|assaults?|offensives?)$"
)
"""What a side strikes with, behind its name: "coalition air strikes" are the coalition's."""
MISSILE = re.compile(r"(?i)\b(?:missiles?|rockets?|projectiles?|torpedo(?:es)?)$")
PASSIVE = re.compile(r"(?i)\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?$")
BY = re.compile(r"\s+(?:\w+ly\s+)?by\s")


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
    return clause.with_roles(owner, event.target) if clause.is_side(owner) else event


def whose_missile(clause: Clause) -> EventMention:
    """ "A Ruritanian rocket was fired at dawn": where nobody else is said to fire it, its owner does."""
    event = clause.event
    loosed = next((s for s in (event.target, event.actor) if s is not None and MISSILE.search(s.text)), None)
    if loosed is None or loosed.end > event.trigger.start or event.actor not in (None, loosed):
        return event
    if not PASSIVE.search(clause.before) or BY.match(clause.after):
        return event
    name = next((n for n in clause.names if loosed.start <= n.start <= loosed.start + len("the ")), None)
    owner = None if name is None else Span(start=name.start, end=name.end, text=name.text)
    return clause.with_roles(owner, loosed) if owner is not None and clause.is_side(owner) else event
