"""charges -> attribution contradictions: who is accused of a deed and lays it to another, and who near a charge denies
any part in it."""

import re
from collections.abc import Iterable
from itertools import combinations

from dateline.merge.contradictions.denials import WHATEVER
from dateline.merge.contradictions.sides import claim_side, contradict, quote, side_of, words_of
from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import FACTS, Contradiction, Event, Role, Side

CHARGE = re.compile(r"(?i)\b(?:accus|blam)(?:e|es|ed|ing)\b")
DEED = (
    r"(?:attacks?|raids?|(?:air)?strikes?|blasts?|bombings?|explosions?|shelling|shootings?|killings?|massacre|incident|"
    r"crash|fire|deaths?|breach)"
)
TAKEN_UP = re.compile(rf"(?i)\b(?:it|(?:the|that|this|these|those)\s+(?:[\w’'-]+\s+){{0,2}}?{DEED})\b")
NEW = re.compile(r"(?i)\b(?:of|for)\b")
"""What stands behind a charge that takes up a deed told before (“blamed it on”, “of launching the attacks”), or names a
deed at all: “blamed the raiders” does not."""

NEAR = 4
"""Sentences within which a charge answers another of its report, and a denial a charge."""


def counter_charges(situation: Situation) -> Iterable[Contradiction]:
    """Where who is accused accuses another of the same deed: “the council accused the army of killing nine with shells
    … the army blamed the raiders”. Each two accusers once."""
    shown: set[frozenset[str]] = set()
    for report, charges in sorted(_charges(situation).items(), key=lambda c: situation.rank[c[0]]):
        for first, then in combinations(charges, 2):
            pair = frozenset((_named(first.actor, situation), _named(then.actor, situation)))
            apart = situation.lines_between(report, first.trigger.start, then.trigger.start)
            if pair in shown or apart > NEAR or not _takes_up(then, situation):
                continue
            if _returns(first, then, situation) or (apart <= 1 and _returns(then, first, situation)):
                shown.add(pair)
                why = f"{_told(first, situation)}; {_told(then, situation)}"
                yield contradict(_side(first, situation), _side(then, situation), why, "attribution", situation)


def denied_part(situation: Situation) -> Iterable[Contradiction]:
    """Each who denies any part (“denied involvement”), with the nearest charge of his report by another, where nobody
    there is accused by his name: “the army blamed bandits. The Red Dawn denied any role”."""
    charges = _charges(situation)
    for claim in situation.resolution.claims:
        who = claim.source.entity if claim.source else None
        if claim.stance != "denies" or who not in situation.proper or not WHATEVER.fullmatch(words_of(claim)):
            continue
        at = claim.content[0].start
        others = [
            e for e in charges.get(claim.report, ())
            if e.actor and e.actor.entity != who and situation.lines_between(claim.report, at, e.trigger.start) <= NEAR
        ]  # fmt: skip
        named = any(e.target and e.target.entity == who for e in charges.get(claim.report, ()))
        if others and not named:
            near = min(others, key=lambda e: (abs(e.trigger.start - at), e.id))
            why = f"{situation.name(who)} denies it; {_told(near, situation)}"
            yield contradict(claim_side(claim), _side(near, situation), why, "attribution", situation)


def _charges(situation: Situation) -> dict[str, list[Event]]:
    """The charges of each report that name who accuses and who is accused, in order."""
    found: dict[str, list[Event]] = {}
    for event in sorted(situation.resolution.events, key=lambda e: (e.trigger.start, e.id)):
        told = event.kind == "accusation" and event.status in FACTS and CHARGE.search(event.trigger.text)
        both = all(role is not None and role.text for role in (event.actor, event.target))
        if told and both:
            found.setdefault(event.report, []).append(event)
    return found


def _returns(charge: Event, answer: Event, situation: Situation) -> bool:
    """Whether who is accused by a charge lays the deed to another, neither itself nor the same."""
    accused, accuser = _names(charge.target, situation), _names(charge.actor, situation)
    own = _names(answer.actor, situation) - accuser
    same = charge.target is not None and answer.actor is not None and charge.target.entity == answer.actor.entity
    return (same or bool(accused & own)) and _names(answer.target, situation).isdisjoint(accused | own)


def _takes_up(charge: Event, situation: Situation) -> bool:
    """Whether a charge is of a deed told before."""
    behind = situation.reports[charge.report].text[charge.trigger.end : charge.sentence.end]
    return bool(TAKEN_UP.search(behind)) or not NEW.search(behind)


def _names(role: Role | None, situation: Situation) -> frozenset[str]:
    """The stems of what a party is called, here and by its name."""
    return stems(f"{role.text or ''} {_named(role, situation)}") if role else frozenset()


def _named(role: Role | None, situation: Situation) -> str:
    """A party's name, or what it is called where it has none."""
    known = situation.name(role.entity) if role and role.entity in situation.proper else None
    return known or (role.text if role and role.text else "")


def _told(charge: Event, situation: Situation) -> str:
    """“Blamed on the army by the council: “…””."""
    accused, accuser = (_named(role, situation) for role in (charge.target, charge.actor))
    return f"blamed on {accused} by {accuser}: {quote(charge, situation)}"


def _side(charge: Event, situation: Situation) -> Side:
    """The claim whose cue the charge is, else its own."""
    cued = (
        c for c in situation.resolution.claims
        if c.report == charge.report and c.cue is not None and c.cue.start <= charge.trigger.start < c.cue.end
    )  # fmt: skip
    own = next(cued, None)
    return claim_side(own) if own else side_of(charge, situation)
