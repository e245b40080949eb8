"""Where of a report -> its asides: sentences that go on with an event of another place.

"Air strikes in Sabha are investigated. Troops had called for help. Thirty people died in the incident": what takes up
the event told before, and all that stands between, belongs to it and not to the report's own story.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.model import EventMention, Range, Span
from dateline.resolve.where.about import is_aside
from dateline.resolve.where.where import OWN_WORDS, VIOLENT, Where

REACH = 3
"""Sentences behind an event in which its report may take it up."""
MOST = 2
"""Places that a report with a story of its own tells of elsewhere; in a round-up of many, each has its day."""
TAKES_UP = re.compile(r"(?i)\b(?:the|that|this|those|these)\s+(?:[a-z-]+\s+){0,2}?([a-z]+)\b")
DEFINITE = re.compile(r"(?i)\b(?:the|that|this|those|these)\s+(?:[a-z-]+\s+){0,2}$")
LETTERS = 4
"""How long the noun of a blow is at least."""
ANY_BLOW = frozenset({"incident", "incidents", "episode"})
"""Nouns that take up any event told before."""


class Aside(NamedTuple):
    """The trigger of the event that a sentence goes on with, and where that event was, if that is told."""

    trigger: Span
    place: str | None


Asides = Mapping[int, Aside]
"""The asides of a report, by the start of each sentence that stands in one."""


def asides_of(where: Where) -> Asides:
    """The sentences of a report that go on with an event of another place."""
    sentences = [s for s in where.page.sentences if not is_aside(where.page, s)]
    order = {sentence.start: number for number, sentence in enumerate(sentences)}
    elsewhere = told_elsewhere(where)
    own = [e for e in where.events if e.kind in VIOLENT and e.trigger.start not in elsewhere]
    own_sentences, own_nouns = {e.sentence.start for e in own}, brought_up(where, own)
    found: dict[int, Aside] = {}
    for event in where.events:
        number, place = order.get(event.sentence.start), elsewhere.get(event.trigger.start)
        if number is None or place is None or event.sentence.start in own_sentences:
            continue
        behind = sentences[number + 1 : number + 1 + REACH]
        last = max((i for i, s in enumerate(behind) if takes_up(where, s, head(event.trigger), own_nouns)), default=-1)
        for sentence in behind[: last + 1]:
            found.setdefault(sentence.start, Aside(event.trigger, place))
    return found


def told_elsewhere(where: Where) -> dict[int, str]:
    """The places of blows whose own words put them right at a place far from that of the report's story, by the start
    of their triggers: the day of the story is not theirs. A report of many places has no such story."""
    atlas, focus, found = where.atlas, where.focus, dict[int, str]()
    for event, put in zip(where.events, where.puts, strict=True):
        if event.kind in VIOLENT and put.firm and put.why == OWN_WORDS and put.place is not None and focus is not None:
            place = atlas.settlement(put.place)
            if atlas.is_far(place, focus):
                found[event.trigger.start] = place
    return found if len(set(found.values())) <= MOST else {}


def takes_up(where: Where, sentence: Range, noun: str, own: frozenset[str]) -> bool:
    """Whether a sentence speaks of "the incident", or of the event by its noun where the report's own story has none of
    that name: "the strikes" are the air strikes told before."""
    words = [found[1].lower() for found in TAKES_UP.finditer(where.page.text, sentence.start, sentence.end)]
    if not ANY_BLOW.isdisjoint(words):
        return True
    nouns = {word.rstrip("s") for word in words if len(word) >= LETTERS}
    return any(noun.endswith(word) and not any(blow.endswith(word) for blow in own) for word in nouns)


def brought_up(where: Where, events: Sequence[EventMention]) -> frozenset[str]:
    """The nouns by which a report brings events up, other than "the" one told before."""
    told = [e.trigger for e in events if not DEFINITE.search(where.page.before(e.trigger.start))]
    return frozenset(head(trigger) for trigger in told)


def head(trigger: Span) -> str:
    """The noun of a trigger, in the singular."""
    return trigger.text.lower().split()[-1].rstrip("s")
