"""Clause -> EventMention: who kills or hurts himself suffers what he does, and nobody else does it.

"shot ten before killing himself", "police found him dead of a self-inflicted wound": the reader takes who stands near
for the other side of it. Who blows himself up strikes others.
"""

import re

from dateline.model import EventMention
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE
from dateline.resolve.roles.wording import Clause

HIMSELF = re.compile(
    r"(?i)(?:burn|drown|hang|hung|hurt|injur|kill|poison|shoot|shot|stab|wound)\w*\s+(?:dead\s+)?"
    r"((?:him|her|them)sel(?:f|ves))\b"
)
SELF_INFLICTED = "self-inflicted"
BEFORE_WOUND = re.compile(rf"(?i)\b{SELF_INFLICTED}\s+(?:[\w-]+\s+)?$")
BEHIND_DEATH = re.compile(rf"(?i)(?:\s+\w+)?\s+(?:of|from|with|by)\s+(?:[\w-]+\s+){{0,3}}?{SELF_INFLICTED}\b")


def to_himself(clause: Clause) -> EventMention:
    """The event of him alone, where the words beside its trigger say that he did it to himself."""
    event = clause.event
    if event.kind not in BLOWS | HARM_AND_DAMAGE:
        return event
    himself = HIMSELF.match(clause.text, event.trigger.start, event.sentence.end)
    if himself is not None:
        start, end = himself.span(1)
        return clause.with_roles(event.actor, clause.span(start, end))
    return clause.with_roles(event.target, event.target) if is_self_inflicted(clause) else event


def is_self_inflicted(clause: Clause) -> bool:
    """Whether a wound, or that of which somebody lies dead, is said to be his own doing."""
    if SELF_INFLICTED not in clause.text:
        return False
    behind = BEHIND_DEATH.match(clause.after)
    return SELF_INFLICTED in clause.event.trigger.text or bool(behind or BEFORE_WOUND.search(clause.before))
