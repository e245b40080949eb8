"""Triggers -> the same without what only looks like force: "shell-shocked", "a war of words", "air raid sirens".

The network knows an event by the look of its words. A fixed phrase that names no event of the report is none; one that
names another kind of event is of that kind.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.passage import FoundEvent
from dateline.model.kinds import BLOWS

Stretch = tuple[int, int]

NO_EVENT: Final = re.compile(
    r"\b(?:shell-?\s?shock(?:ed)?\b"
    r"|(?:air[- ]raid|air[- ]strike|missile|rocket|tsunami|flood|tornado|storm) (?:sirens?|shelters?|alarms?)\b"
    r"|(?:the )?(?:first|second) world war\b|world war (?:ii?|one|two|1|2)\b"
    r"|(?:heart|asthma|panic) attacks?\b"
    r"|hack (?:pieces?|jobs?|writers?|journalis\w+)\b|air-?brush(?:ed|es|ing)?\b"
    r"|(?:is|are|was|were|be|been) in the eye of (?:the|an?) (?:storm|hurricane)\b"
    r"|proverbial (?:[\w*]+ )?(?:storm|hurricane|flood|tsunami|avalanche|earthquake)\b)",
    re.I,
)
"""Phrases that name nothing that happened in the story: what people feel, what warns them, another century's wars."""
CROWDING: Final = re.compile(
    r"(?:people|crowds?|residents|supporters|shoppers|tourists|fans|they|thousands|hundreds|dozens)\s+"
    r"(?:(?:is|are|was|were|have|has|had|been)\s+)*$",
    re.I,
)
"""Who floods a street."""
FLOOD: Final = re.compile(r"flood(?:s|ed|ing)?\b", re.I)
QUARREL: Final = re.compile(
    r"\b(?:wars? of words\b"
    r"|under (?:fire|attack) (?:(?:from \w+ )?for (?:\w+ing\b|(?:an?|his|her|its|their) (?:[\w-]+ )?"
    r"(?:remarks?|comments?|statements?|handling|response|decision|role|failure))|over\b))",
    re.I,
)
"""Phrases for words exchanged: "came under fire for a remark"."""
GUNFIRE: Final = re.compile(
    r"(?:(?:heavy|sporadic|sustained|automatic|semi-?automatic|rifle|small[- ]arms|machine[- ]gun|gun|sniper|weapons?)"
    r"[- ]*)+fire|gun ?shots?",
    re.I,
)
"""Shots of a hand weapon, which is no shelling."""


def literal(events: Sequence[FoundEvent], text: str) -> list[FoundEvent]:
    """The events that are what they look like, those that are of another kind named so."""
    if not events:
        return []
    empty, quarrels = ([m.span() for m in phrases.finditer(text)] for phrases in (NO_EVENT, QUARREL))
    return [named(event, text, quarrels) for event in events if not (lies_in(empty, event) or is_crowd(event, text))]


def is_crowd(event: FoundEvent, text: str) -> bool:
    """ "People were flooding the streets": no water does."""
    start, end = event.trigger.start, event.trigger.end
    if event.trigger.label != "hazard" or not FLOOD.match(text, start, end):
        return False
    return CROWDING.search(text[max(0, start - 40) : start]) is not None


def named(event: FoundEvent, text: str, quarrels: Sequence[Stretch]) -> FoundEvent:
    """The event with the kind that the whole phrase names."""
    trigger = event.trigger
    if trigger.label in BLOWS and lies_in(quarrels, event):
        return replace(event, trigger=replace(trigger, label="accusation"))
    if trigger.label == "shelling" and GUNFIRE.fullmatch(text, trigger.start, trigger.end):
        return replace(event, trigger=replace(trigger, label="attack"))
    return event


def lies_in(phrases: Sequence[Stretch], event: FoundEvent) -> bool:
    """Whether one of the phrases takes the trigger in."""
    return any(start <= event.trigger.start < end for start, end in phrases)
