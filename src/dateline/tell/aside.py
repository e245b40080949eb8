"""event -> whether its sentence only names it, on the way to the matter of its main clause.

“Aid came to help the town cope with last week's flood” tells of aid; “a court charged a man who punched a guard” tells
of a charge. Both name what happened before, and neither is how an account should tell it.
"""

import re
from collections.abc import Iterable

from dateline.model import FACTS, Event, Happening, SourceSpan
from dateline.model.kinds import BLOWS, HARM
from dateline.tell.near import HARM_TRIGGER
from dateline.tell.told import Told

WORD = r"(?:(?!(?:an?|the|and|or|but|that|which|who|it|he|she|they)\b)[\w.’'-]+(?<!ed)\s+)"
DETERMINER = r"(?:(?:an?|the|th(?:is|at|ese|ose)|its|his|her|their|any|last|more|further|[\w-]+['’]s?)\s+)"
PHRASE = rf"{DETERMINER}{{1,2}}{WORD}{{0,3}}"
GOVERNED = re.compile(
    rf"(?i)\b(?:of|with|without|for|from|about|on|in|at|into|amid|despite|during|against|including|than|as|called|described|"
    rf"recalled)\s+(?:{PHRASE}|(?:\w+ed\s+)?{WORD}{{0,2}})$|"
    rf"(?<!are )(?<!is )(?<!were )(?<!was )(?<!been )\bunder\s+{PHRASE}$"
)
"""What a noun stands behind that a preposition governs, or a word of how one speaks of it: `with last week's`, `despite
increased`. What is done `under a truce` is something else; who is `under attack` is attacked."""

DATING = re.compile(rf"(?i)\b(?:before|after|since|until|following)\s+{DETERMINER}?{WORD}{{0,4}}$")
"""What stands in front of what only dates something else: `two days after the initial magnitude six`."""

CAUSING = re.compile(r"(?i)\b(?:in|from)\s+(?:\S+\s+){0,4}$")
"""The prepositions behind which harm has its cause: `died in a fire`."""

GERUND = re.compile(
    r"(?i)\b(?:of|for|from|about|without|with|including|on|in|against)\s+(?:\w+ly\s+)?(?:\w+ing(?:,\s+|\s+and\s+))*$"
)
"""What a deed stands behind that only says what another is about: `for`, `of allegedly`."""

NOUN = re.compile(
    r"(?i)(?:tion|sion|ment|ance|ence|quake|tremor|ure|age|ack|aid|osion|ast|ood|orm|yphoon|lide|isis|unami|"
    r"(?:^|\s)(?:accident|incident|deal|spill|leak|crash|siege|war|death|fire|strike|killing|shooting|stabbing|bombing|"
    r"meeting|talk|protest|clashe|riot|arrest))s?$"
)
"""How a trigger ends that is a noun."""

WHO = re.compile(r"(?i)\b(?:who|which|whose|where)\s+(?:[^\s,;]+\s+){0,7}$")
"""What stands in front of what only says which person, thing or place is meant: `a man who last week`."""

THAT = re.compile(r"(?i)\bthat\s+(?:(?:has|have|had|was|were|is|are|been|also|later|first|\w+ly)\s+)*$")
"""What stands in front of a verb that only says which thing is meant: `the bridge that later`. (`He said that fighting`
has a noun there.)"""

AFTER = re.compile(r"(?i)\b(?:before|after|since|until)\s+(?:[^\s,;:]+\s+){0,12}$")
"""What stands in front of a clause that dates the one before it: `published it after a lorry had hit the`."""

AND = re.compile(r"(?i)\s+and\s+(?:then\s+|later\s+)?$")
"""What joins a trigger to one in front of it."""

TOLD = BLOWS | HARM
"""Kinds that are news wherever they stand."""

SUPPOSING = re.compile(
    r"(?i)\s+(?:(?:in|of|on|at|near|off|by|with)\s+(?:[\w’'-]+\s+){1,6}?)?(?:may|might|could|would)\b"
)
"""What follows a noun whose sentence tells only what may come of it: `the quake in the valley could`."""


def is_aside(event: Event, told: Told) -> bool:
    """Whether a trigger stands in a complement, a clause on a person or thing or a compound, or opens a clause on what
    may come of it, and no harm in front is its own: “six died in the blast” tells of the blast, “the mayor spoke of the
    blast” does not. What is joined to such a trigger is aside as that is."""
    return only_names(event, told) or _is_in_clause(event, told)


def only_names(event: Event, told: Told) -> bool:
    """Whether a trigger is no more than named: it dates, explains or supposes something else, or is spoken of."""
    text = told.reports[event.report].text
    before = text[event.sentence.start : event.trigger.start]
    if told.landmark(event) or DATING.search(before) or text.startswith("-", event.trigger.end):
        return True
    if event.trigger.text.split()[0].endswith("ing") and GERUND.search(before):
        return True
    noun = NOUN.search(event.trigger.text) is not None
    if noun and GOVERNED.search(before):
        return not (CAUSING.search(before) and HARM_TRIGGER.search(before))
    if noun and event.status in FACTS and SUPPOSING.match(text, event.trigger.end):
        return True
    after = AFTER.search(before)
    if after is not None and not HARM_TRIGGER.search(before, 0, after.start()):
        return True
    first = _joined(event, told)
    return first is not None and only_names(first, told)


def _joined(event: Event, told: Told) -> Event | None:
    """The trigger that another is joined to: `exploded and sank`."""
    text = told.reports[event.report].text
    front = (e for e in told.beside(event) if e.trigger.end < event.trigger.start)
    return next((e for e in front if AND.fullmatch(text, e.trigger.end, event.trigger.start)), None)


def _is_in_clause(event: Event, told: Told) -> bool:
    """Whether a trigger only says which person, thing or place is meant."""
    before = told.reports[event.report].text[event.sentence.start : event.trigger.start]
    verb = not NOUN.search(event.trigger.text) and not event.trigger.text.endswith(("ing", "s"))
    if verb and THAT.search(before):
        return True
    first = _joined(event, told)
    if first is not None and _is_in_clause(first, told):
        return True
    who = WHO.search(before)
    meant = event.sentence.start + who.start() if who else event.trigger.start
    return who is not None and not any(meant <= e.trigger.start < event.trigger.start for e in told.beside(event))


def without_asides(spans: Iterable[SourceSpan], happening: Happening, main: Happening, told: Told) -> list[SourceSpan]:
    """The sentences, those last that only name a happening; of what neither is the main one nor went before, without
    such as give no day."""
    plain = sorted(spans, key=lambda s: _is_named_aside(s, happening, told))
    if happening.id == main.id:
        return plain
    return [s for s in plain if happening.background or _dates(s, told) or not _is_named_aside(s, happening, told)]


def _is_named_aside(span: SourceSpan, happening: Happening, told: Told) -> bool:
    return all(is_aside(e, told) for e in told.events_in(span) if e.id in happening.events)


def is_only_named(span: SourceSpan, happening: Happening, told: Told) -> bool:
    """Whether a sentence does no more than name a happening, or say by it who or what is meant; a blow and harm are
    told by that too: “police held a man who had stabbed a guard”."""
    own = (e for e in told.events_in(span) if e.id in happening.events)
    return all(only_names(e, told) or (e.kind not in TOLD and _is_in_clause(e, told)) for e in own)


def _dates(span: SourceSpan, told: Told) -> bool:
    return any(map(told.dated, told.events_in(span)))
