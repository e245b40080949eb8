"""The words around two names of a report -> whether they are relatives, and so two people: "the son of Karim Dalle"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.english.nouns import KIN
from dateline.resolve.entities.page import Mention, Page

NOUN = rf"(?:{'|'.join(sorted(KIN))})s?"
OF_KIN = re.compile(rf"(?i)\b{NOUN}\s+of\s+(?:(?!(?:and|who|that|was|is|told|said|\w+ed)\b)[\w.’'-]+\s+){{0,7}}$")
"""Before a name: it is that of somebody whose relative is spoken of, "the son of the former president of Marrak"."""
KIN_BEFORE = re.compile(rf"(?i)\b{NOUN},?\s+$")
"""Before a name: it is a relative's, "Dalle’s nephew, Omar Dalle"."""
OWN_KIN = re.compile(rf"(?i)\b(?:his|her|their|whose)\s+(?:[\w-]+\s+){{0,2}}{NOUN},?\s+$")
"""Before a name: it is that of a relative of whom the sentence goes on to speak, "her father Karim Dalle"."""
HEAD = 60
"""Letters at the head of a sentence within which its subject is named."""
TITLE = 90
"""Letters before a name that its titles and the relative before them may take."""


def relatives(page: Page, persons: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The names, of those in text order, that a report tells apart as relatives: "Dalle’s nephew, Omar Dalle", "Omar
    Dalle, the eldest son of Karim Dalle", "the son of Karim Dalle, Omar Dalle"; and whom the next sentence names
    whose relative a sentence is about: "The son of Karim Dalle is named too. Karim Omar Dalle …"."""
    seen: set[str] = set()
    for one, other in pairwise(persons):
        seen.add(one.key)
        apart = page.sentence(other.start) - page.sentence(one.start)
        between = page.text[one.end : other.start]
        governs = is_governed(page, one)
        told = KIN_BEFORE.search(between) or OF_KIN.search(between) or (governs and between.strip() == ",")
        fresh = " " in other.key and other.key not in seen
        goes_on = governs and fresh and is_head(page, one) and is_head(page, other)
        if (apart == 0 and told) or (apart == 1 and goes_on):
            yield one, other


def is_governed(page: Page, name: Mention) -> bool:
    """Whether a name only says whose relative is spoken of."""
    return OF_KIN.search(page.before(name.start, TITLE)) is not None


def is_relative(page: Page, name: Mention) -> bool:
    """Whether a name is brought on as the relative of somebody who is spoken of: "his brother Omar Dalle"."""
    return OWN_KIN.search(page.before(name.start, TITLE)) is not None


def is_head(page: Page, name: Mention) -> bool:
    """Whether a name stands at the head of its sentence, in its subject."""
    return name.start - page.sentence_range(name.start).start <= HEAD
