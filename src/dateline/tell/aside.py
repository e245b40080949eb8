"""event -> whether its sentence only names it, on the way to the matter of its main clause.

“Aid came to help the town cope with last week's flood” tells of aid; “a court charged a man who punched a guard” tells
of a charge. Both name what happened before, and neither is how an account should tell it.
"""

import re
from collections.abc import Iterable

from dateline.model import Event, Happening, SourceSpan
from dateline.tell.near import HARMED
from dateline.tell.told import Told

WORD = r"(?:(?!(?:an?|the|and|or|but|that|which|who|it|he|she|they)\b)[\w.’'-]+(?<!ed)\s+)"
DETERMINER = r"(?:(?:an?|the|th(?:is|at|ese|ose)|its|his|her|their|any|last|more|further|[\w-]+['’]s?)\s+)"
GOVERNED = re.compile(
    rf"(?i)\b(?:of|with|without|for|from|about|on|in|at|into|amid|despite|during|against|including|than|as|called|described|"
    rf"recalled)\s+(?:{DETERMINER}{WORD}{{0,3}}|{WORD}{{0,2}})$"
)
"""What a noun stands behind that a preposition governs, or a word of how one speaks of it: `with last week's`."""

DATING = re.compile(rf"(?i)\b(?:before|after|since|until|following)\s+{DETERMINER}?{WORD}{{0,4}}$")
"""What stands in front of what only dates something else: `two days after the initial magnitude six`."""

CAUSING = re.compile(r"(?i)\b(?:in|from)\s+(?:\S+\s+){0,4}$")
"""The prepositions behind which harm has its cause: `died in a fire`."""

GERUND = re.compile(
    r"(?i)\b(?:of|for|from|about|without|with|including|on|in|against)\s+(?:\w+ly\s+)?(?:\w+ing(?:,\s+|\s+and\s+))*$"
)
"""What a deed stands behind that only says what another is about: `for`, `of allegedly`."""

NOUN = re.compile(
    r"(?i)(?:tion|sion|ment|ance|ence|quake|tremor|ure|age|ack|aid|osion|ast|ood|orm|yphoon|lide|isis|unami)s?$"
)
"""How a trigger ends that is a noun."""

WHO = re.compile(r"(?i)\bwho\s+(?:[^\s,;]+\s+){0,7}$")
"""What stands in front of what only says which person is meant: `a man who last week`."""


def is_aside(event: Event, told: Told) -> bool:
    """Whether a trigger stands in a complement, a clause on a person or a compound, and no harm in front is its own:
    “six died in the blast” tells of the blast, “the mayor spoke of the blast” does not."""
    text = told.reports[event.report].text
    before = text[event.sentence.start : event.trigger.start]
    if told.landmark(event) or DATING.search(before) or text.startswith("-", event.trigger.end):
        return True
    if event.trigger.text.split()[0].endswith("ing") and GERUND.search(before):
        return True
    if NOUN.search(event.trigger.text) and GOVERNED.search(before):
        return not (CAUSING.search(before) and HARMED.search(before))
    who = WHO.search(before)
    meant = event.sentence.start + who.start() if who else event.trigger.start
    return who is not None and not any(meant <= e.trigger.start < event.trigger.start for e in told.beside(event))


def without_asides(spans: Iterable[SourceSpan], happening: Happening, main: Happening, told: Told) -> list[SourceSpan]:
    """Without the sentences that only name a happening and give no day, where it is none that went before; those of the
    main one come last."""
    if happening.id == main.id:
        return sorted(spans, key=lambda s: _is_named_aside(s, happening, told))
    return [s for s in spans if happening.background or _dates(s, told) or not _is_named_aside(s, happening, told)]


def _is_named_aside(span: SourceSpan, happening: Happening, told: Told) -> bool:
    return all(is_aside(e, told) for e in told.events_in(span) if e.id in happening.events)


def _dates(span: SourceSpan, told: Told) -> bool:
    return any(map(told.dated, told.events_in(span)))
