"""events of one report -> which of them it tells apart: “attacked the gate after the blast” is no blast, and where
5,000 left and then 2,000 left, two groups of people did."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from dateline.merge.happenings.nouns import is_definite
from dateline.merge.kinds import CAUSES
from dateline.merge.namings import lemma
from dateline.merge.series.amounts import agree, number
from dateline.model import Event, Figure

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
        if ":" in text[before.trigger.end : after.trigger.start]:
            continue
        if SEQUENCE.search(text, before.trigger.end, after.trigger.start) and not _again(before, after, text):
            found.append((before, after))
            for last, other in pairwise(causes[n + 1 :]):
                if not JOINED.fullmatch(text, last.trigger.end, other.trigger.start):
                    break
                found.append((before, other))
    return found


def _again(before: Event, after: Event, text: str) -> bool:
    """Whether the second is the first by its bare name: “he saw the inn bombed and was heard after the bombing”."""
    named = lemma(before.trigger.text) == lemma(after.trigger.text)
    return named and bool(
        THE.search(text, before.trigger.end, after.trigger.start) and END.match(text, after.trigger.end)
    )


THE = re.compile(r"(?i)\bthe $")
END = re.compile(r"\s*(?:[.,;:)\n]|$)")
"""What stands around a noun when nothing tells it from another of its name."""

GOES_ON = re.compile(
    r"(?i)\W*(?:elsewhere|separately|in the same context|later (?:in the|that|the same|on \w+day)|"
    r"in (?:another|an? (?:separate|second|similar|unrelated|different))|"
    r"(?:an?|one|two|three|several) (?:hour|day|week|month|year)s? (?:after|before|earlier|later))\b"
)
"""How a sentence opens that goes on to another happening."""

OTHER = re.compile(
    r"(?i)(?<!\bthe )\b(?:another|second|similar|separate|additional|further|unrelated)\s(?:[\w’'-]+\s){0,2}$"
)
"""What stands before a noun for one more of its kind."""

REACH = 40
"""Characters before a noun in which that stands."""


def told_on(events: Sequence[Event], text: str) -> list[tuple[Event, Event]]:
    """Pairs of blows of one report of which the later is told as another than all before: “elsewhere, gunmen raided an
    inn”, “a similar raid”. A noun that points back is none of them. `events`: the report's, without harm."""
    blows = sorted((e for e in events if e.kind in CAUSES), key=lambda e: (e.trigger.start, e.trigger.end))
    found = []
    for n, event in enumerate(blows):
        start = event.trigger.start
        before = text[max(event.sentence.start, start - REACH) : start]
        if OTHER.search(before):
            found += [(earlier, event) for earlier in blows[:n]]
        elif GOES_ON.match(text, event.sentence.start, start) and not is_definite(before, event.trigger.text):
            found += [(earlier, event) for earlier in blows[:n] if earlier.sentence.start < event.sentence.start]
    return found


ON_THE_MOVE = frozenset({"evacuated", "displaced", "returned", "arrived"})
"""What is counted of people who move. A second count of them is of other people, as no second toll is."""


def counted_apart(events: Sequence[Event], figures: Mapping[str, Figure]) -> list[tuple[Event, Event]]:
    """Pairs of events of one report for which it counts other numbers of people who move."""
    counted = [
        (e, [f for i in e.figures if (f := figures[i]).what in ON_THE_MOVE and number(f) is not None]) for e in events
    ]
    known = [(e, row) for e, row in counted if row]
    return [(a, b) for (a, one), (b, two) in combinations(known, 2) if not any(agree(f, g) for f in one for g in two)]
