"""entity -> what to call it inside a sentence, and the sentence that calls it so."""

import re

from dateline.model import Entity, EntityMention, SourceSpan
from dateline.tell.told import Told

COMMON = frozenset(
    "a an the some several many local officials authorities witnesses residents doctors medics police rescuers rebels "
    "cops investigators prosecutors activists".split()
)
"""Words that are no name though they open a sentence."""

PREFIX = re.compile(r"(?:Pro|Anti|Ex|Non|Self|Mid|Post|Pre)-")
"""Beginnings of a word that are capitals only at the head of a sentence."""


def name_of(entity: str | None, told: Told, report: str | None = None) -> tuple[str, SourceSpan | None] | None:
    """What to call an entity and the sentence that calls it so: its fullest name, in the given report if it can."""
    if entity not in told.entities:
        return None
    known = told.entities[entity]
    named = [m for m in known.mentions if m.form == "name"] or [m for m in known.mentions if m.form == "nominal"]
    if not named:
        return None
    full = max(len(m.text) for m in named)
    best = min(
        named,
        key=lambda m: (m.text != known.name and len(m.text) < min(full, len(known.name)), m.report != report,
                       told.rank(m.report), m.start),
    )  # fmt: skip
    return _with_article(best, known, told), told.sentence(best.report, best.start)


def lowered(words: str, report: str, told: Told) -> str:
    """Words inside a sentence: their capital is kept only if the report never writes the word without."""
    first, _, rest = words.partition(" ")
    prefix = PREFIX.match(first)
    small = first[:1].lower() + first[1:] if prefix else first.lower()
    bare = re.compile(rf"(?<![\w-]){re.escape(small)}(?![\w-])")
    if prefix or small in COMMON or bare.search(told.reports[report].text):
        return f"{small} {rest}".strip()
    return words


def _with_article(mention: EntityMention, entity: Entity, told: Told) -> str:
    """The words of a mention inside a sentence: `the Observatory` where the reports say so."""
    words = " ".join(mention.text.split())
    if mention.form != "name":
        return lowered(words, mention.report, told)
    named = [m for m in entity.mentions if m.form == "name" and m.text == mention.text]
    with_the = sum(told.reports[m.report].text[max(0, m.start - 4) : m.start].lower() == "the " for m in named)
    return f"the {words}" if 2 * with_the > len(named) else words
