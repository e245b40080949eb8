"""A span -> the place it speaks of: by its argument, its sentence, then the discourse; never a dateline or a bureau."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import Range, Span
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Mention, Page, contains

PLACES = ("place", "facility")
AT = re.compile(
    r"(?i)\b(?:in|at|near|inside|outside|on|around|across|throughout|within|over|into|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}$"
)
FROM_TO = re.compile(r"(?i)\b(?:from|to|towards?|for|between|through)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$")
BORDER = re.compile(r"(?i)^(?:['’]s)?\s+(?:border|state|government|media|foreign|authorities)\b")
BUREAU = re.compile(r"^\s*(?:\((?:AP|AFP|Reuters|CNN)\)|[-–—_:|])")
FAR = 3
"""Sentences back in which the place of the event before still holds."""


@dataclass
class Where:
    """The places of one page, for its events and figures in text order."""

    page: Page
    cast: Cast
    countries: frozenset[str]
    told: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sites = [m for m in self.cast.named[self.page.number] if self.is_site(m)]
        self.focus = self.find_focus()

    def is_site(self, mention: Mention) -> bool:
        """Whether a name tells where something is: no demonym, no dateline, no bureau, no title of an office."""
        entity = self.cast.of_mention(mention)
        if entity is None or self.cast.types[entity] not in PLACES or mention.form != "name":
            return False
        dateline = self.page.report.dateline
        if dateline is not None and mention.start < dateline.end and dateline.start < mention.end:
            return False
        line = self.page.line(mention.start)
        first = not self.page.text[line.start : mention.start].strip()
        if (
            first
            and (mention.text.isupper() or mention.start < 40)
            and BUREAU.match(self.page.text[mention.end : line.end])
        ):
            return False
        return not BORDER.match(self.page.text[mention.end : mention.end + 20])

    def find_focus(self) -> str | None:
        """The place that the title and the lead name most, the finest first: where the report plays."""
        lead = self.page.sentences[:6]
        votes: Counter[str] = Counter()
        first: dict[str, int] = {}
        for mention in self.sites:
            entity = self.cast.of_mention(mention)
            if entity is None:
                continue
            early = any(contains(s, mention) for s in lead)
            votes[entity] += 3 if early else 1
            first.setdefault(entity, mention.start)
        if not votes:
            return None
        fine = [e for e in votes if e not in self.countries] or list(votes)
        return min(fine, key=lambda e: (-votes[e], first[e]))

    def of(self, at: Span, argument: Span | None, sentence: Range) -> tuple[str | None, str]:
        """The place of an event or figure at a span, and how it was found."""
        found = self.by_argument(argument)
        if found is not None:
            self.told.append((at.start, found))
            return found, "its own words"
        found = self.by_sentence(at, sentence)
        if found is not None:
            self.told.append((at.start, found))
            return found, "named in its sentence"
        found = self.by_discourse(at)
        if found is not None:
            return found, "the place told of before it"
        if self.focus is not None:
            return self.focus, "the place the report is about"
        return None, "the report names no place"

    def by_argument(self, argument: Span | None) -> str | None:
        """The place that the argument names or takes up."""
        if argument is None:
            return None
        inside = [m for m in self.sites if contains(argument, m) or contains(m, argument)]
        if inside:
            return self.cast.of_mention(inside[0])
        entity = self.cast.of(self.page.report.id, argument)
        if entity is not None and self.cast.types[entity] in PLACES and entity in self.named_entities():
            return entity
        return None

    def named_entities(self) -> frozenset[str]:
        """Entities with a name in this page."""
        return frozenset(filter(None, (self.cast.of_mention(m) for m in self.cast.named[self.page.number])))

    def by_sentence(self, at: Span, sentence: Range) -> str | None:
        """The nearest place of the sentence that stands after a word like "in"; a town before a country."""
        best: tuple[int, int, int] | None = None
        entity: str | None = None
        for mention in self.sites:
            if not contains(sentence, mention):
                continue
            here = self.cast.of_mention(mention)
            before = self.page.text[max(sentence.start, mention.start - 60) : mention.start]
            rank = 0 if AT.search(before) else 1 if FROM_TO.search(before) else 2
            if rank == 2 and here in self.countries:
                continue
            gap = mention.start - at.end if mention.start >= at.end else at.start - mention.end
            key = (rank, int(here in self.countries), gap)
            if best is None or key < best:
                best, entity = key, here
        return entity

    def by_discourse(self, at: Span) -> str | None:
        """The place of what was told last, if that was not long ago."""
        here = self.page.sentence(at.start)
        for start, entity in reversed(self.told):
            if start <= at.start:
                return entity if here - self.page.sentence(start) <= FAR else None
        return None


def country_entities(cast: Cast, named: Sequence[list[Mention]]) -> frozenset[str]:
    """The entities that are countries."""
    found = (
        cast.of_mention(m) for mentions in named for m in mentions if m.known and m.known.country and m.type == "place"
    )
    return frozenset(filter(None, found))
