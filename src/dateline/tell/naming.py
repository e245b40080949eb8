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
    called = told.called.get(entity or "")
    if not called:
        return None
    best = next((m for m in called if m.report == report), called[0])
    return _with_article(best, told.entities[entity or ""], told), told.sentence(best.report, best.start)


def name_in(report: str, entity: str | None, told: Told) -> tuple[str, SourceSpan] | None:
    """What one report calls an entity by name, at its fullest, and the sentence that does; None where it does not."""
    known = told.entities.get(entity or "")
    if known is None:
        return None
    named = (m for m in (*told.called[known.id], *known.mentions) if m.report == report and m.form == "name")
    best = next(named, None)
    return (_with_article(best, known, told), told.sentence(report, best.start)) if best is not None else None


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
    return f"the {words}" if (entity.id, mention.text) in told.articled else words
