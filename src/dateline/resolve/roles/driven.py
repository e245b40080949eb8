"""Readings of a story -> the same, a vehicle driven at people an attack where the story tells of one.

"A van ploughed into shoppers" is an accident by its look. Where half of the reports speak of an attack, it is how that
was done.
"""

import re
from collections.abc import Sequence

import msgspec

from dateline.model import FACTS, EventMention, Reading, Report

DRIVEN = re.compile(
    r"(?i)(?:ploug?h|plow|ramm|ram\b|dr[oi]v|mow|barrel|careen|career|crash|slamm|smash|swerv|ran\b|run\b|running\b|hit"
    r"|crush|struck|rush)"
)
AT_PEOPLE = re.compile(
    r"(?i)(?:\s+(?!(?:and|as|when|while|who|which|that|after|before|near|past|away|from)\b)[\w’'-]+){0,8}?\s+"
    r"(?:crowds?|people|pedestrians|passers-?by|bystanders|revell?ers|shoppers|spectators|throngs?|worshippers"
    r"|protesters|tourists|families|children|them|everyone)\b"
)
"""What stands behind the verb: " into a crowd of shoppers"."""
ATTACK = re.compile(
    r"(?i)(?:(?:terror|terrorist|truck|van|car|vehicle|lorry|deadly)[ -])*(?:attacks?|massacre|atrocity|terror)"
)


def as_attacks(reports: Sequence[Report], readings: Sequence[Reading]) -> list[Reading]:
    """The readings, what was driven at people of kind "attack" if half of them tell of an attack."""
    called = sum(any(is_attack(e) for e in reading.events) for reading in readings)
    if 2 * called < len(readings) or not called:
        return list(readings)
    return [as_attack(report, reading) for report, reading in zip(reports, readings, strict=True)]


def as_attack(report: Report, reading: Reading) -> Reading:
    """One of the readings."""
    events = tuple(
        msgspec.structs.replace(e, kind="attack") if is_driven_at_people(e, report) else e for e in reading.events
    )
    return msgspec.structs.replace(reading, events=events)


def is_attack(event: EventMention) -> bool:
    """Whether an event is told by the noun for an attack."""
    told = event.kind == "attack" and event.status in FACTS
    return told and ATTACK.fullmatch(event.trigger.text) is not None


def is_driven_at_people(event: EventMention, report: Report) -> bool:
    """ "ploughed into a crowd"."""
    if event.kind != "accident" or not DRIVEN.match(event.trigger.text):
        return False
    return AT_PEOPLE.match(report.text, event.trigger.end, event.sentence.end) is not None
