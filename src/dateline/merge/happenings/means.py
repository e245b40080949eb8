"""events of a sentence -> which of them name only the means of another: “rocket shells fired”, “hit with bombs”."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.merge.happenings.triggers import kind_of
from dateline.merge.namings import lemma
from dateline.merge.situation import Situation
from dateline.model import Event
from dateline.model.kinds import BLOWS

THINGS = frozenset(
    lemma(w) for w in "bomb shell rocket missile mortar grenade explosive device round mine bullet drone".split()
)
"""What a blow is dealt with."""

DEALT = re.compile(r"(?i)\s(?:(?:that|which)\s)?(?:(?:was|were|had been|has been|have been)\s)?\Z")
"""What stands between a thing and the verb of its use: “shells fired”, “bombs that were dropped”."""

USED = re.compile(r"(?i)\s(?:(?!and\b|or\b|after\b|before\b|as\b|by\b|in\b)[\w’'-]+\s){0,3}\Z")
"""What stands between the verb and its object: “dropped two barrel bombs”."""

WITH = re.compile(r"(?i)\s[^.;:,]{0,80}?\b(?:with|using)\s(?:(?!and\b)[\w’'-]+\s){0,4}\Z")
"""What stands between a blow and what it was dealt with: “shelled the inn with ten mortars”."""


def find_means(events: Sequence[Event], situation: Situation) -> dict[str, str]:
    """Triggers that name only what a blow of their clause was dealt with, each with that blow's."""
    blows = sorted(
        (e for e in events if e.kind in BLOWS and kind_of(e)[0] != "~"), key=lambda e: (e.trigger.start, e.id)
    )
    found: dict[str, str] = {}
    for before, after in pairwise(blows):
        if before.sentence.start != after.sentence.start or before.status != after.status:
            continue
        text = situation.reports[before.report].text
        gap = (before.trigger.end, after.trigger.start)
        if _is_thing(before) and _is_verb(after) and DEALT.fullmatch(text, *gap):
            found[before.id] = after.id
        elif _is_thing(after) and (WITH.fullmatch(text, *gap) or (_is_verb(before) and USED.fullmatch(text, *gap))):
            found[after.id] = found.get(before.id, before.id)
    return found


def _is_thing(event: Event) -> bool:
    """Whether a trigger is a noun for what a blow is dealt with."""
    return lemma(event.trigger.text) in THINGS and not event.trigger.text.endswith(("ed", "ing"))


def _is_verb(event: Event) -> bool:
    """Whether a trigger is a verb in the past."""
    return event.trigger.text.casefold().endswith(("ed", "struck", "hit", "shot", "threw"))
