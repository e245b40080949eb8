"""claims -> factual contradictions of harm: outsiders that one side says it killed, and whose own say none is hurt."""

import re
from collections.abc import Iterable

from dateline.merge.contradictions.sides import claim_side, contradict, passage_of
from dateline.merge.situation import Situation
from dateline.model import Claim, Contradiction

STAFF = r"(?:staff|personnel|employees?|diplomats?|workers|troops|soldiers|forces|servicemen|peacekeepers|nationals)"
UNHARMED = re.compile(
    rf"(?i)\b(?:all|every|each)\b[^.;]{{0,60}}?\b{STAFF}\b[^.;]{{0,60}}?\b(?:unharmed|unhurt|uninjured|safe)\b"
    rf"|\b(?:no|none of)\b[^.;]{{0,40}}?\b{STAFF}\b[^.;]{{0,40}}?\b(?:hurt|harmed|injured|killed|wounded|casualties)\b"
)
"""All of somebody's own people are told to be safe."""

OUTSIDERS = (
    r"(?:invad(?:ers|ing forces)|foreigners|foreign (?:forces|troops)|occupiers|crusaders|infidels|enem(?:y|ies))"
)
SLAIN = re.compile(
    rf"(?i)\b(?:kill\w*|slay|slain|slew|eliminat\w*|left)\b[^.;]{{0,40}}?\b{OUTSIDERS}\b"
    rf"|\b{OUTSIDERS}\b[^.;]{{0,20}}?\b(?:dead|killed|died|slain)\b"
)
"""What a fighting side calls those it says it killed."""


def conflicting_harm(situation: Situation) -> Iterable[Contradiction]:
    """Each statement that all staff are safe, beside one of another voice in the same days that outsiders were killed:
    of its own report where there is one."""
    claims = sorted(situation.resolution.claims, key=lambda c: (situation.rank[c.report], c.content[0].start, c.id))
    slain = [c for c in claims if SLAIN.search(passage_of(c, situation)) and c.stance == "asserts"]
    for claim in claims:
        if claim.stance != "asserts" or not UNHARMED.search(passage_of(claim, situation)):
            continue
        others = [c for c in slain if situation.voice(c.id) != situation.voice(claim.id) and _near(c, claim, situation)]
        if others:
            other = min(others, key=lambda c: (c.report != claim.report, situation.rank[c.report], c.content[0].start))
            one, two = (situation.name(situation.voice(c.id)) or "a source" for c in (claim, other))
            why = f"{one} says that nobody of them is hurt; {two} claims dead among them"
            yield contradict(claim_side(claim), claim_side(other), why, "factual", situation)


def _near(a: Claim, b: Claim, situation: Situation) -> bool:
    """Whether two reports are of the same or the next day."""
    days = situation.days_between(a.report, b.report)
    return days is not None and days <= 1
