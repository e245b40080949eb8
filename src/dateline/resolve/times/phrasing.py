"""A trigger and the words before it -> how its event is told: as done, in general, as one that was told before."""

import re

from dateline.model import EventMention, Span
from dateline.resolve.times.words import PAST_FORMS

BREAK = re.compile(
    r"[,;:()—–]|\b(?:that|which|who|whom|where|when|while|after|before|as|but|and|since|until|although|though)\b"
)
"""What parts two clauses."""
DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|their)|['’]s|\b\w+days?)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|more|other)\b)\W+(?:[\w-]+\s+){0,2}$", re.I
)
OTHERS = re.compile(
    r"\b(?:another|other|several|similar|such|many|previous|earlier|past|(?:series|string|number) of)"
    r"\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""What stands before events that are not the one told elsewhere: "several similar deals"."""
LATEST = re.compile(r"\b(?:latest|newest|new|fresh)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
"""What stands before an event of the report's own story: "this latest raid"."""
STANDING = re.compile(
    r"\b(?:amounts?\s+to|constitutes?|means?|(?:weeks|months|years|decades)\s+of|(?:who|which|that)\s+(?:is|are))"
    r"\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before events that are judged or go on and have no day: "amounts to forced displacement", "years of war",
"those who are displaced"."""
PRESENT = re.compile(r"\b(?:is|are|am|'s|’s)\s+(?:\w+ly\s+|now\s+|still\s+|also\s+)?$", re.IGNORECASE)
PLUPERFECT = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|has|have|being)\s+(?:\w+\s+)?$", re.IGNORECASE)
_DONE_PASSIVE = re.compile(r"\b(?:was|were)\s+(?:then\s+|later\s+|quickly\s+)?$", re.IGNORECASE)
STATE_PARTICIPLES = frozenset(
    "besieged surrounded supported backed controlled held based stuck stranded occupied led linked tied related".split()
)
STATES = frozenset({"has", "have", "is", "are"})
TAKES_PLACE = frozenset(
    "armed_clash air_strike shelling bombing attack abduction destruction death injury arrest riot hazard "
    "accident".split()
)
_OF_LAW = re.compile(
    r"(?:indict|convict|sentenc|jail|imprison|prosecut|acquit|arraign|remand|extradit)\w*|charg(?:e[ds]?|ing)\b|fin(?:e[ds]?|ing)\b"
    r"|(?:trials?|tried|verdicts?|rulings?|pleas?|plead(?:s|ed|ing)?|hearings?|lawsuits?|sued?|sues|suing|case)\b",
    re.IGNORECASE,
)


def is_of_law(event: EventMention) -> bool:
    """Is it an act of law on an older deed: a charge, a trial, a sentence?"""
    return event.kind in ("arrest", "accusation") and _OF_LAW.match(event.trigger.text) is not None


def is_deed(event: EventMention) -> bool:
    """Does it take place, and is no act of law?"""
    return event.kind in TAKES_PLACE and not is_of_law(event)


def is_done(event: EventMention, auxiliary: str) -> bool:
    """Is it told as something done: a verb in the past, or a noun for something that takes place; not a state?"""
    low = event.trigger.text.lower()
    if "-" in low or auxiliary.endswith("-") or (low in STATE_PARTICIPLES and not _DONE_PASSIVE.search(auxiliary)):
        return False
    return is_verb(low, auxiliary) or event.kind in TAKES_PLACE


def is_verb(trigger: str, auxiliary: str) -> bool:
    """Is the trigger a verb, with its auxiliary before it?"""
    low = trigger.lower().split()[0] if trigger.split() else ""
    regular = low.endswith(("ed", "ing")) and len(low) > 5 and not low.startswith(("bomb", "shell"))
    return low in PAST_FORMS or regular or bool(_PASSIVE.search(auxiliary))


def is_plural(trigger: Span) -> bool:
    """Does it speak of several events?"""
    return trigger.text.endswith("s")


def stem(word: str) -> str:
    """The beginning that a word shares with its other forms: "raided", "raiders"."""
    low = word.lower().split()[0] if word.split() else ""
    for ending in ("ings", "ing", "ers", "er", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low.removesuffix(ending)[:6]
    return low[:6]
