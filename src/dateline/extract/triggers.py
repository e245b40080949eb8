"""Triggers -> the same, each whole: "civil" and "war" side by side are one.

The network marks a phrase now by its first word, now by its last, now by both apart. Two triggers of one kind that
touch are one phrase: in the reading corpus two events of one kind never do. A word that only tells of what kind an
event is ("military", "fatally", the "re" of "re-elected") names none by itself and takes the word behind it in.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.passage import FoundEvent

QUALIFIERS: Final = re.compile(
    r"re|pre|anti|counter|military|civil|nuclear|chemical|ballistic|terror(?:ist)?|suicide|gun|air|aerial|naval|ground"
    r"|troop|drone|missile|rocket|peace|phone|telephone|diplomatic|bilateral|presidential|parliamentary|legislative"
    r"|primary|snap|plenary|criminal|humanitarian|economic|political|deadly|fatal(?:ly)?|brutal|violent|mortally"
    r"|forcibly|arbitrarily|harshly|unlawfully|illegally|reportedly|allegedly",
    re.I,
)
MEANS: Final = re.compile(r"(?:air|aerial|drone|missile|rocket|suicide)\b", re.I)
"""Qualifiers that say of what kind an attack is; of other phrases the last word does."""
LIGHT: Final = re.compile(r"forc(?:e[sd]?|ing)|launch(?:e[sd]|ing)?|impos(?:e[sd]?|ing)|inflict(?:s|ed|ing)?", re.I)
"""Verbs that name nothing beside the noun or verb they bring about: "imposed a curfew", "forced to flee"."""
_FEW_WORDS: Final = re.compile(r" (?:[\w’'-]+ ){0,4}")
_PAST: Final = re.compile(r"\w+ed", re.I)
"""Behind a noun it is what the noun did: "strikes targeted"."""
_NEXT: Final = re.compile(r"[ -](?:[^\W\d_][\w’']*)")


def whole(events: Sequence[FoundEvent], text: str) -> list[FoundEvent]:
    """The events in order of their triggers, those that touch and are one phrase joined."""
    joined: list[FoundEvent] = []
    for event in sorted(events, key=lambda e: (e.trigger.start, e.trigger.end)):
        event = _with_next(event, text)
        last = joined[-1] if joined else None
        if last is not None and _are_one(last, event, text):
            start, end = last.trigger.start, max(last.trigger.end, event.trigger.end)
            label = last.trigger.label if MEANS.match(text, start) else event.trigger.label
            joined[-1] = replace(event, trigger=replace(event.trigger, start=start, end=end, label=label))
        else:
            if last is not None and _is_light(last, event, text):
                joined.pop()
            joined.append(event)
    return joined


def _with_next(event: FoundEvent, text: str) -> FoundEvent:
    """A trigger that is a qualifier alone takes the next word in."""
    if not QUALIFIERS.fullmatch(text, event.trigger.start, event.trigger.end):
        return event
    following = _NEXT.match(text, event.trigger.end)
    return event if following is None else replace(event, trigger=replace(event.trigger, end=following.end()))


def _are_one(first: FoundEvent, second: FoundEvent, text: str) -> bool:
    """Whether two triggers in order are one phrase."""
    if second.trigger.start < first.trigger.end:
        return True
    touching = text[first.trigger.end : second.trigger.start] in (" ", "-")
    predicate = _PAST.fullmatch(text, second.trigger.start, second.trigger.end)
    return touching and first.trigger.label == second.trigger.label and not predicate


def _is_light(first: FoundEvent, second: FoundEvent, text: str) -> bool:
    """Whether the first trigger is but the verb that brings the second about."""
    start, end = first.trigger.start, first.trigger.end
    light = LIGHT.fullmatch(text, start, end)
    return light is not None and _FEW_WORDS.fullmatch(text, end, second.trigger.start) is not None
