"""The words around names -> what the text calls each thing: "NRF spokesman Karim Dalle", "Baghouz, a village"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.english.nouns import KIN
from dateline.resolve.entities.lexicon import GROUPS, PERSONS, PLACES, TITLES, Gender, Noun, gender_of_name, nouns
from dateline.resolve.entities.page import Mention, Page
from dateline.resolve.entities.phrases import read_phrase

APPOSITION = re.compile(r"^\s*,\s+((?:the|a|an|his|her|its|their|one of)\s+[^,.;:()]{3,80})")
BARE_APPOSITION = re.compile(r"^\s*,\s+((?:[\w’'-]+\s+){0,3}[\w’'-]+(?:\s+(?:of|for|at|in)\s+[^,.;:()]{2,60})?)\s*,")
NEXT_WORDS = re.compile(r"^\s+([\w-]+)(?:\s+([\w-]+))?")
TITLE_BEFORE = re.compile(r"(?:\b([a-z][\w-]+)\s+)?([\w’'-]+)\.?\s+$")
"""What a thing is called right before its name, and the word before that: "rights group"."""
KIN_BEFORE = re.compile(rf"(?i)(?:\b(?:my|his|her|their)|['’]s?)\s+(?:[\w-]+\s+){{0,2}}({'|'.join(sorted(KIN))}),\s+$")
"""Whose relative is named behind a comma: "her late husband, Karim Dalle"."""
CLOSED = (",", ".", ";", ")")
"""What closes an apposition; nothing does after "with his wife, Karim Dalle left"."""


@dataclass(eq=False)
class Described:
    """What a story says of one thing: nouns with the names beside them, the words that tell more of these, and its
    gender."""

    nouns: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    gender: Gender = ""

    def called(self, lemma: str, names: frozenset[str]) -> bool:
        """Whether the text calls it so, beside at least these names."""
        return any(noun == lemma and names <= beside for noun, beside in self.nouns)


def fits(noun: Noun, mention: Mention) -> bool:
    """Whether a noun can describe a thing of this type."""
    if mention.type == "person":
        return noun.kind in PERSONS
    if mention.family == "body":
        return noun.kind in GROUPS
    return mention.family == "place" and noun.kind in PLACES


def describe(page: Page, names: Sequence[Mention], found: dict[int, Described]) -> None:
    """Add what the words around the names of a page say, under the node of each name."""
    for i, mention in enumerate(names):
        about = found[mention.node]
        if mention.type == "person":
            about.gender = about.gender or gender_by_name(mention)
        earlier = names[i - 1] if i else None
        words = page.before(mention.start)
        before = TITLE_BEFORE.search(words)
        if page.text.startswith(CLOSED, mention.end):
            before = before or KIN_BEFORE.search(words)
        if before:
            *beside_it, called = before.groups()
            word = called.lower()
            if mention.type == "person" and TITLES.get(word):
                about.gender = TITLES[word]
            noun = nouns().get(word)
            if noun is not None and fits(noun, mention):
                at = mention.start - len(words) + before.start(before.lastindex or 0)
                beside = {earlier.key} if earlier is not None and 0 <= at - earlier.end <= 25 else set()
                add(about, noun, beside, beside_it)
        read_after(page, mention, names, about)


def read_after(page: Page, mention: Mention, names: Sequence[Mention], about: Described) -> None:
    """Add the noun right after a name, or its apposition."""
    after = page.after(mention.end, 140)
    words = NEXT_WORDS.match(after)
    for word in words.groups() if words and mention.type == "group" and mention.form == "name" else ():
        noun = nouns().get((word or "").lower())
        if noun is not None and noun.kind == "band":
            add(about, noun, set())
    match = APPOSITION.match(after) or (BARE_APPOSITION.match(after) if mention.type == "person" else None)
    if match is None:
        return
    start = mention.end + match.start(1)
    span = page.span(start, start + len(match[1]))
    phrase = read_phrase(page, span, [n for n in names if n is not mention])
    if phrase is not None and phrase.noun is not None and phrase.name is None and fits(phrase.noun, mention):
        add(about, phrase.noun, {n.key for n in phrase.names}, phrase.modifiers)


def add(about: Described, noun: Noun, beside: set[str], words: Iterable[str | None] = ()) -> None:
    """Keep a noun with the words before it; a title like "spokeswoman" or "king" tells a gender too."""
    about.nouns.add((noun.lemma, frozenset(beside)))
    about.words.update(w for w in words if w)
    about.gender = about.gender or noun.gender


def gender_by_name(mention: Mention) -> Gender:
    """The gender that the given name tells, where the name has one."""
    tokens = mention.key.split()
    return gender_of_name().get(tokens[0], "") if len(tokens) > 1 else ""


def gather(pages: Sequence[Page], names: Sequence[list[Mention]]) -> dict[int, Described]:
    """What all reports say of each node."""
    found: dict[int, Described] = defaultdict(Described)
    for page, mentions in zip(pages, names, strict=True):
        describe(page, mentions, found)
    return found


def unite(found: dict[int, Described], roots: dict[int, int]) -> dict[int, Described]:
    """The descriptions of linked nodes together, by root."""
    united: dict[int, Described] = defaultdict(Described)
    for node in sorted(found):
        about = united[roots[node]]
        about.nouns |= found[node].nouns
        about.words |= found[node].words
        about.gender = about.gender or found[node].gender
    return united
