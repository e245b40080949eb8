"""A description -> what it refers to: "the militia", "the Taliban spokesman", "the city", "the government"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.english.nouns import KIN
from dateline.model import EntityType, Span
from dateline.resolve.entities.bare import (
    ARMED,
    FIGHTERS,
    FORCES,
    GROUP_ANAPHORS,
    before,
    by_type,
    is_against,
    is_watcher,
    sole_watcher,
)
from dateline.resolve.entities.chains import body_tokens, head_token
from dateline.resolve.entities.fold import fold
from dateline.resolve.entities.lexicon import PERSONS, PLACES
from dateline.resolve.entities.page import BODIES, Mention, Page
from dateline.resolve.entities.phrases import OTHERS, Phrase, type_of
from dateline.resolve.entities.pronouns import pronoun_antecedent

if TYPE_CHECKING:
    from dateline.resolve.entities.scene import Entry, Scene

MEDIA = frozenset("media television tv radio broadcaster".split())
STATE_RUN = frozenset({"state", "state-run", "state-owned", "state-controlled"})
"""Words before a medium that speaks for its government: state television and state media of a country are one voice."""
PARTS = frozenset("outskirts border frontier frontline front coast countryside".split())
"""Nouns for a part of a place: "the outskirts" is never the place named before."""
OWN_FORCES = FORCES | FIGHTERS | {"troops", "forces", "force", "member", "commando", "militiaman"}
OWNER = re.compile(r"(?i)(its|their)\s")
FROM = re.compile(r"(?i)\b(?:from|born (?:in|at)|like|unlike|than)\s+(?:the\s+)?$")
"""What stands before a name that only tells whence or like what something is."""
GOES_ON = re.compile(r"\s+of\s+(?=[A-Z]|al-)")
"""Behind "the town" where it goes on with the name of the one it means, and is none told before."""
OF_ANOTHER = re.compile(r"\s(?:of|for)\s")
"""What an office is of, behind its noun."""
STATE_FORCES = frozenset("army police navy military".split())
"""Nouns that alone are a state's: "the army" is no Free Valley Army."""


def nominal_key(page: Page, phrase: Phrase, kind: EntityType, focus: str | None, span: Span) -> str:
    """The key under which equal descriptions are one; `focus`: the country that the report is about. A person without a
    name is known inside one report only, unless an office and the body it belongs to tell who it is; "a resident" is a
    new one each time; "people on a boat" and "the army and rebels" are those of whom a report says just this."""
    names = sorted({n.key for n in phrase.names})
    if phrase.joined:
        return f"{page.report.id} {fold(page.text[phrase.start : phrase.end])}"
    if phrase.head in MEDIA and STATE_RUN & set(phrase.modifiers):
        countries = {n.known.key for n in phrase.names if n.known and n.known.country}
        country = countries.pop() if len(countries) == 1 else None if names else focus
        if country is not None:
            return f"state media of {country}"
    words = " ".join((*names, *phrase.modifiers, phrase.head))
    if kind == "person":
        lone = phrase.noun is None or phrase.noun.kind != "office" or not names
        fresh = phrase.definite is False and lone
        return f"{page.report.id} {words}" + (f" {span.start}" if fresh else "") if lone else words
    people = phrase.noun is not None and phrase.noun.kind == "people"
    if people and phrase.definite is None and not names:
        return f"{page.report.id} {fold(page.text[phrase.start : phrase.end])}"
    if kind in ("place", "facility", "other") or not (names or (phrase.plural and (phrase.modifiers or not people))):
        return f"{page.report.id} {words}"
    return words


def antecedent(scene: Scene, span: Span, phrase: Phrase, role: str) -> int | None:
    """The node that a description takes up, or null when it speaks of something new."""
    if role == "source" and not (phrase.definite or phrase.counted or phrase.joined) and is_watcher(phrase):
        return sole_watcher(scene)
    if phrase.noun is None or phrase.definite is False or phrase.counted or phrase.joined or phrase.head in PARTS:
        return None
    if phrase.noun.kind in PLACES and not phrase.names and GOES_ON.match(scene.page.text, span.end):
        return None
    if phrase.head in KIN and not phrase.names and scene.page.text.startswith(" of ", span.end):
        return None  # "the son of Dalle": whose son the words behind it say
    owner = OWNER.match(span.text)
    if owner is not None and phrase.head in OWN_FORCES and not phrase.names:
        return pronoun_antecedent(scene, scene.page.span(span.start, span.start + owner.end(1)), owner[1].lower(), role)
    names = frozenset(n.key for n in phrase.names)
    finders = (same_description, described_so, taken_up)
    found = [find(scene, span, phrase, names) for find in finders]
    typed = by_type(scene, span, phrase, names)
    if phrase.noun.kind in PLACES:
        found = [typed, *reversed(found)]
    elif phrase.definite and not names and not phrase.modifiers and type_of(phrase, role) in BODIES:
        found.sort(key=lambda entry: entry.mention.start if entry is not None else -1, reverse=True)
    return next((entry.node for entry in (*found, typed) if entry is not None), None)


def same_description(scene: Scene, span: Span, phrase: Phrase, names: frozenset[str]) -> Entry | None:
    """An earlier description with the same noun that says at least as much."""
    bare = phrase.definite is None
    for entry in before(scene, span):
        said = entry.phrase
        if said is None or said.head != phrase.head or said.plural != phrase.plural:
            continue
        beside, words = {n.key for n in said.names}, set(said.modifiers)
        if OTHERS & (words ^ set(phrase.modifiers)):
            continue  # "the rebels" are not the "other rebels"
        if names <= beside and set(phrase.modifiers) <= words:
            if bare and (names != beside or set(phrase.modifiers) != words or is_anybody(scene, entry, span, phrase)):
                continue
            return entry
    return None


def is_anybody(scene: Scene, entry: Entry, span: Span, phrase: Phrase) -> bool:
    """Whether bare "people" are others than those told before: "people in uniform", and before "people on a boat"."""
    people = phrase.noun is not None and phrase.noun.kind == "people"
    return people and entry.mention.text.lower() != scene.page.text[span.start : phrase.end].lower()


def described_so(scene: Scene, span: Span, phrase: Phrase, names: frozenset[str]) -> Entry | None:
    """A name that the text calls so: "Taliban spokesman Karim Dalle … the Taliban spokesman". Of two in one sentence
    the subject: "The NRF is loyal to the Front. The group …"."""
    if phrase.noun is None or (phrase.plural and (phrase.noun.kind != "band" or phrase.head in GROUP_ANAPHORS)):
        return None  # "the groups" are several
    if (phrase.definite is None and not names) or (phrase.noun.kind == "body" and phrase.modifiers):
        return None
    if phrase.noun.kind in PERSONS and not names and OF_ANOTHER.search(scene.page.text, span.start, phrase.end):
        return None  # "the head of the mill": of that, and not the one who is head of the guild
    last: Entry | None = None
    for entry in before(scene, span):
        if last is not None and (last.subject or entry.sentence < last.sentence):
            break
        if is_against(scene, entry, span):
            continue
        called = entry.mention.form == "name" and scene.about(entry.node).called(phrase.head, names)
        if called and (phrase.head not in GROUP_ANAPHORS or is_told_so(scene, entry, phrase)):
            last = entry if last is None or entry.subject else last
    return last


def is_told_so(scene: Scene, entry: Entry, phrase: Phrase) -> bool:
    """Whether what a description says of a group is said of this one, too, or of any armed one: "the rescue group" is
    no militant group named before."""
    told = scene.about(entry.node).words | set(entry.mention.key.split()) | ARMED
    return set(phrase.modifiers) <= told


def taken_up(scene: Scene, span: Span, phrase: Phrase, names: frozenset[str]) -> Entry | None:
    """A name whose head is the noun: "the consulate" after "German consulate" or "Consulate of Iran"; the last one, but
    none named only by the way ("came from the Lima Mill") where there is another."""
    by_the_way: Entry | None = None
    if not phrase.definite or names or phrase.modifiers or phrase.plural:
        return None
    for entry in before(scene, span):
        mention = entry.mention
        if mention.form != "name" or mention.family not in ("place", "body") or " " not in mention.key:
            continue
        if phrase.head in STATE_FORCES and not is_state(mention):
            continue
        if mention.key.endswith(f" {phrase.head}") or head_token(mention.key) == phrase.head:
            if not FROM.search(scene.page.before(mention.start)):
                return entry
            by_the_way = by_the_way or entry
    return by_the_way


def is_state(name: Mention) -> bool:
    """Whether a body's name says no more than of which nation it is: "Ruritanian Army"."""
    return len(body_tokens(name.key)) == 1
