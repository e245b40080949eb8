"""Clause -> EventMention: of a place taken or lost, who took it and who lost it.

As ACLED and UCDP have it, the two sides are the actors of such an event; what changes hands is where it was.
"""

import re

import msgspec

from dateline.model import EventMention, Span
from dateline.resolve.entities.page import overlaps
from dateline.resolve.roles.wording import Clause

FROM = re.compile(r"\s(?:from|(?:held|controlled|occupied|ruled) by)\s+")
HELD = re.compile(r"([\w’']+)-(?:held|controlled|occupied)\b")
OF = re.compile(r"\sof\s+")
NEAR = 40
"""Characters behind a trigger within which its object stands."""
CLEAR = re.compile(r"(?i)(?:clear|rid|purg)\w*$")
LOSE = re.compile(r"(?i)los(?:e|es|t|ing)\b")
TO = re.compile(r"\sto\s+(?:(?:[\w-]+\s+){1,4}by\s+)?")
NEXT_CLAUSE = re.compile(r"[,;:]| \b(?:who|whom|that|after|when|while|before|but|where|as|since|until)\b|$")


def taken_from(clause: Clause) -> EventMention:
    """ "captured two hills from the rebels", "held by them", "cleared the town of them": who loses a place is acted
    upon, as the codebooks have it, and what is taken is where."""
    event = clause.event
    if event.kind != "capture_territory" or LOSE.match(event.trigger.text):
        return event
    loser = party_behind(clause, OF if CLEAR.match(event.trigger.text) else FROM) or holder(clause)
    if loser is None or (event.actor is not None and overlaps(event.actor, loser)):
        return event
    place = event.place or event.target
    if place is not None and overlaps(place, loser):
        place = None
    return msgspec.structs.replace(event, target=loser, place=place)


def holder(clause: Clause) -> Span | None:
    """Who is said to hold the place right behind the trigger: "took the rebel-held town"."""
    held = HELD.search(clause.after, 0, NEAR)
    if held is None:
        return None
    span = Span(start=clause.event.trigger.end + held.start(), end=clause.event.trigger.end + held.end(1), text=held[1])
    return span if clause.is_party(span) else None


def lost_to(clause: Clause) -> EventMention:
    """ "The militants lost the valley to the army": they are acted upon, and the army acts."""
    event, loser = clause.event, clause.event.actor
    if event.kind != "capture_territory" or not LOSE.match(event.trigger.text) or loser is None:
        return event
    taker = party_behind(clause, TO)
    if taker is None or loser.end > event.trigger.start:
        return event
    return msgspec.structs.replace(event, actor=taker, target=loser, place=event.place or event.target)


def party_behind(clause: Clause, preposition: re.Pattern[str]) -> Span | None:
    """The first party that a preposition names behind the trigger, before another clause or trigger."""
    at = clause.event.trigger.end
    ends = [t.start for t in clause.triggers if t.start > at]
    if (clause_end := NEXT_CLAUSE.search(clause.after)) is not None:
        ends.append(at + clause_end.start())
    end = min(ends, default=at)
    for way in preposition.finditer(clause.after):
        phrase = clause.phrase(at + way.end()) if at + way.start() < end else None
        if phrase is not None and clause.is_party(phrase) and not clause.names_deed(phrase):
            return phrase
    return None
