"""event -> whether it names what is in force or goes on, and no deed: “in breach of the embargo”, “the civil war”.

A measure that is kept, broken or got round stands since an act that these words do not tell; a war and a campaign are
made of many blows. Neither is one with a deed that has its day, nor has a day itself.
"""

import re
from typing import Literal

from dateline.english.measures import IN_FORCE
from dateline.merge.happenings.nouns import number_of
from dateline.merge.namings import lemma
from dateline.merge.situation import Situation
from dateline.model import FACTS, Event
from dateline.model.kinds import BLOWS

State = Literal["in force", "war", "campaign"]

ENACTING = frozenset({"sanction", "coercion", "politics"})
"""Kinds of acts that put something in force."""
SANCTIONS = lemma("sanctions")
MEASURES = frozenset(lemma(w) for w in "embargo ban curfew lockdown quarantine resolution moratorium".split())
"""Nouns for an act and for what it puts in force. Sanctions are the latter wherever nobody takes them."""
ENACT = r"(?:adopt|announc|approv|declar|enact|extend|impos|introduc|issu|levi|pass|prolong|renew|slap)\w*"
TAKEN = re.compile(
    rf"(?i)\b(?:{ENACT}|eas(?:e|ed|ing)|lift(?:ed|ing)?|tighten(?:ed|ing)?|new|fresh|further|more|additional|another|latest|"
    r"second|strict\w*|tough\w*)\s+(?:[\w.’'-]+\s+){0,4}$"
)
"""What stands before a measure that somebody takes: “imposed sanctions”, “the latest sanctions”."""
SINCE = re.compile(rf"(?i)[^.;,]{{0,30}}\b{ENACT}")
"""What follows a measure that a day dates: “the embargo adopted in May”. Else the day is that of the breach."""
REACH = 60
"""Characters before a measure in which either stands."""

WARS = frozenset(lemma(w) for w in "war conflict insurgency hostilities".split())
CAMPAIGN = lemma("campaign")
OFFENSIVES = frozenset(lemma(w) for w in "offensive operation battle".split())
"""Nouns that tell of many blows where they go on and say against whom or for what; else one may be a single fight."""
AIM = re.compile(
    r"(?i)\s+(?:(?!(?:and|but|that|which|who|was|were|is|are|had|has)\b)\S+\s+)?(?:against|aimed|for|of|to)\b"
)
"""What follows such a noun: “the battle for the port”."""


def state_of(event: Event, situation: Situation) -> State | None:
    """What a mention names that is no deed; None where it may be one."""
    if event.status not in FACTS or event.kind not in BLOWS | ENACTING:
        return None
    word = lemma(event.trigger.text)
    if event.kind in ENACTING:
        return "in force" if word in MEASURES | {SANCTIONS} and _is_in_force(event, word, situation) else None
    if word not in OFFENSIVES | WARS | {CAMPAIGN} or situation.dating.is_own(event):
        return None
    after = situation.reports[event.report].text[event.trigger.end : event.sentence.end]
    many = word == CAMPAIGN or (event.status == "ongoing" and AIM.match(after))
    return "war" if word in WARS else "campaign" if many else None


def _is_in_force(event: Event, word: str, situation: Situation) -> bool:
    """Whether a measure is told as kept or broken, and not as taken on a day."""
    text = situation.reports[event.report].text
    own = situation.dating.is_own(event)
    if not number_of(event.trigger.text, text[event.trigger.end : event.trigger.end + 40]) or (
        own and SINCE.match(text, event.trigger.end, event.sentence.end)
    ):
        return False
    start = max(event.sentence.start, event.trigger.start - REACH)
    if IN_FORCE.search(text, start, event.trigger.start) or (event.kind == "sanction" and event.status == "ongoing"):
        return True
    alone = word == SANCTIONS and " " not in event.trigger.text and not own
    return alone and not TAKEN.search(text, start, event.trigger.start)
