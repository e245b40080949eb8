"""EventMention, Reading -> Clause: a trigger with the words around it and the noun phrases among them."""

from collections.abc import Sequence

import msgspec

from dateline.english.calendar import WEEKDAYS
from dateline.model import EventMention, Reading, Span
from dateline.resolve.entities.extents import CLAUSE, CUTS, INDEFINITE
from dateline.resolve.entities.lexicon import GROUPS, PERSONS, PLACES, known_names, nouns
from dateline.resolve.entities.page import WORD, overlaps

DAYS = frozenset(map(str.lower, WEEKDAYS))
LINKS = frozenset("and or to on since until amid despite".split())
LONGEST = 9
"""Words of a phrase that is taken from the text."""


class Clause:
    """An event mention with the words around it. `event` takes other roles from rule to rule; its trigger stays."""

    def __init__(self, text: str, event: EventMention, reading: Reading, triggers: Sequence[Span]) -> None:
        self.text = text
        self.event = event
        self.names = [n for n in reading.names if overlaps(n, event.sentence)]
        self.times = [t for t in reading.times if overlaps(t, event.sentence)]
        self.triggers = triggers
        self.before = text[event.sentence.start : event.trigger.start]
        self.after = text[event.trigger.end : event.sentence.end]

    def with_roles(self, actor: Span | None, target: Span | None) -> EventMention:
        """The event with these arguments."""
        return msgspec.structs.replace(self.event, actor=actor, target=target)

    def span(self, start: int, end: int) -> Span:
        """The span with its words."""
        return Span(start=start, end=end, text=self.text[start:end])

    def phrase(self, start: int) -> Span | None:
        """The noun phrase that starts here: up to a comma, a preposition or a verb."""
        end, count = start, 0
        for word in WORD.finditer(self.text, start, self.event.sentence.end):
            gap, lower = self.text[end : word.start()], word.group().lower()
            name = next((n for n in self.names if n.start <= word.start() < n.end), None)
            inside = name is not None and name.start < word.start()
            if count == LONGEST or (gap.strip(" \"“'‘") and not inside and count):
                break
            if name is None and (lower in CLAUSE or lower in CUTS or lower in LINKS):
                break
            if lower in DAYS or any(t.start <= word.start() < t.end for t in self.times):
                break
            end, count = word.end(), count + 1
            noun = nouns().get(lower)
            if name is None and noun is not None and self.stops(word.end()):
                break
        words = self.text[start:end].strip()
        return Span(start=start, end=start + len(words), text=words) if words else None

    def stops(self, at: int) -> bool:
        """Whether the word behind a noun is neither noun nor name: "fighters | trying", but "police station"."""
        word = WORD.match(self.text, at + 1)
        if word is not None and self.text[:at].endswith("military"):
            return word.group().lower() in CLAUSE | CUTS | LINKS  # "military action" is no party
        return word is None or not (
            word.group().lower() in nouns() or any(n.start <= word.start() < n.end for n in self.names)
        )

    def names_deed(self, span: Span) -> bool:
        """Whether a phrase only says whose a deed is that follows it: "military campaigns", no "fighters besieging"."""
        behind = next((t for t in self.triggers if t.start == span.end + 1), None)
        return behind is not None and not behind.text.endswith(("ing", "ed"))

    def is_party(self, span: Span) -> bool:
        """Whether a phrase names or describes people, a body or a state: what can act."""
        return self.is_one(span, ("person", "org", "group"), PERSONS | GROUPS)

    def is_side(self, span: Span) -> bool:
        """Whether a phrase is a party, or the name or adjective of a country: "between Iran and Qatar"."""
        known = known_names().get(span.text)
        return self.is_party(span) or (known is not None and known.country is not None)

    def can_suffer(self, span: Span) -> bool:
        """Whether a phrase names or describes what a blow can be aimed at."""
        return self.is_one(span, ("person", "org", "group", "place"), PERSONS | GROUPS | PLACES)

    def is_one(self, span: Span, types: Sequence[str], kinds: frozenset[str]) -> bool:
        """Whether a phrase ends in a noun of these classes, or in a name of these types or of a country."""
        words = WORD.findall(span.text)
        last = words[-1].lower() if words else ""
        noun = nouns().get(last)
        if noun is not None and noun.kind in kinds:
            return True
        name = next((n for n in self.names if n.start < span.end <= n.end), None)
        if name is None or words[0].lower() in INDEFINITE:
            return False
        known = known_names().get(name.text)
        return name.type in types or (known is not None and known.country is not None)
