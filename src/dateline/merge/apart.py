"""events of a sentence -> which of them it tells apart: “attacked the gate after the blast” is no blast."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.model import Event

SEQUENCE = re.compile(
    r"(?i)\b(?:after|before|prior to|ahead of|followed|following|preceded by|then|later|subsequently|"
    r"(?:in )?(?:response|retaliation|revenge|reprisal|retribution) (?:to|for|against)|led to|triggered|sparked|"
    r"prompted|provoked|despite|unlike|since)\b"
)
"""Words that put one happening before, behind or against another. The dead “after” a blast are the blast's own."""

JOINED = re.compile(r"(?i)(?:,? and| or|,? as well as)(?:\s(?!(?:was|were|has|had|is|are)\b)[\w'’-]+){0,3}\s")
"""What stands between two nouns that share a place in the sentence: “gunfire and a second explosion”."""


def told_apart(events: Sequence[Event], text: str) -> list[tuple[Event, Event]]:
    """Pairs of events of one sentence with a word of sequence between them: the last before the word, and the first
    behind it with those that “and” joins to it. `events`: without harm, which is told beside its cause and never
    apart; `text`: the report's."""
    causes = sorted(events, key=lambda e: (e.trigger.start, e.trigger.end))
    found = []
    for n, (before, after) in enumerate(pairwise(causes)):
        if SEQUENCE.search(text, before.trigger.end, after.trigger.start):
            found.append((before, after))
            for last, other in pairwise(causes[n + 1 :]):
                if not JOINED.fullmatch(text, last.trigger.end, other.trigger.start):
                    break
                found.append((before, other))
    return found
