"""A description -> what it refers to: "the militia", "the Taliban spokesman", "the city", "the government"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.english.nouns import KIN
from dateline.model import EntityType, Range, Span
from dateline.resolve.entities.bodies import watches
from dateline.resolve.entities.chains import body_tokens, head_token
from dateline.resolve.entities.fold import fold
from dateline.resolve.entities.lexicon import PERSONS, PLACES
from dateline.resolve.entities.page import BODIES, COMPASS, DISTANCE, FAMILY, Mention, Page, starting_in
from dateline.resolve.entities.phrases import OTHERS, Phrase, type_of
from dateline.resolve.entities.pronouns import pronoun_antecedent

if TYPE_CHECKING:
    from dateline.resolve.entities.scene import Entry, Scene

MEDIA = frozenset("media television tv radio broadcaster".split())
STATE_RUN = frozenset({"state", "state-run", "state-owned", "state-controlled"})
"""Words before a medium that speaks for its government: state television and state media of a country are one voice."""
GROUP_ANAPHORS = frozenset("group militia movement organisation organization faction network outfit alliance".split())
AGENCY_ANAPHORS = frozenset("agency newspaper broadcaster network daily outlet".split())
TOWN_ANAPHORS = frozenset("city town village enclave settlement".split())
AREA_ANAPHORS = frozenset("province region governorate".split())
COUNTRY_ANAPHORS = frozenset("country nation".split())
FIGHTERS = frozenset("militant insurgent jihadist jihadi extremist".split())
WATCHERS = frozenset({"monitor", "watchdog", "observatory"})
ARMED = frozenset(
    "armed militant rebel jihadist extremist terrorist islamist insurgent hardline jihadi remaining".split()
)
"""Adjectives that any armed group may have before it."""
SITE_ANAPHORS = frozenset("building compound complex premises facility".split())
ATTACKERS = frozenset("attacker assailant gunman fighter terrorist perpetrator".split())
"""Nouns for whoever attacked, which only the one armed body of a report can mean."""
PARTS = frozenset("outskirts border frontier frontline front coast countryside".split())
"""Nouns for a part of a place: "the outskirts" is never the place named before."""
FORCES = frozenset("fighter rebel militia terrorist guerrilla insurgency rebellion brigade army gunman soldier".split())
OWN_FORCES = FORCES | FIGHTERS | {"troops", "forces", "force", "member", "commando", "militiaman"}
OWNER = re.compile(r"(?i)(its|their)\s")
AND_ANOTHER, ANOTHER_AND = re.compile(r",?\s+and\s+[A-Z]"), re.compile(r"\b[A-Z][\w’'-]*,?\s+and\s+$")
"""What stands behind or before one of two peoples told of together."""
OF_PEOPLE = re.compile(
    r",?\s+(?:(?:nearly|almost)\s+)?(?:(?:all|most|many|some|several|half|none|both)\s+of\s+whom|who|of)\b"
)
"""Behind "the group": it is so many people, and no body."""
ONLY_LOCATING = re.compile(rf"(?i)\b(?:{DISTANCE}\s+(?:away\s+)?from|{COMPASS}\s+of)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
"""What stands before a place that only says where another lies: "20 km from", "north of"."""
FROM = re.compile(r"(?i)\b(?:from|born (?:in|at)|like|unlike|than)\s+(?:the\s+)?$")
"""What stands before a name that only tells whence or like what something is."""
GOES_ON = re.compile(r"\s+of\s+(?=[A-Z]|al-)")
"""Behind "the town" where it goes on with the name of the one it means, and is none told before."""
AGAINST = re.compile(
    r"(?i)\b(?:against|fight(?:s|ing)?|fought|battl(?:e|es|ed|ing)|combat(?:s|t?ing|t?ed)?|oust(?:s|ed|ing)?)\s+"
    r"(?:the\s+)?(?:[\w’'-]+\s+)?$"
)
"""What stands before whom somebody fights."""
OF_ANOTHER = re.compile(r"\s(?:of|for)\s")
"""What an office is of, behind its noun."""
STATE_FORCES = frozenset("army police navy military".split())
"""Nouns that alone are a state's: "the army" is no Free Valley Army."""
MEMORY = 80
"""Sentences back for which a full description ("the Taliban spokesman") is remembered: a long article."""
REACH = 4
"""Sentences back within which a bare description ("the group") finds the thing it takes up."""


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


def before(scene: Scene, span: Span, reach: int = MEMORY) -> Iterator[Entry]:
    """What was mentioned before, latest first; within `reach` sentences."""
    here = scene.page.sentence(span.start)
    for entry in reversed(scene.entries):
        if here - entry.sentence > reach:
            return
        if entry.mention.end <= span.start:
            yield entry


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


def by_type(scene: Scene, span: Span, phrase: Phrase, names: frozenset[str]) -> Entry | None:
    """The last thing mentioned that a bare "the group", "the city", "the country" can mean; one attacker is no body."""
    head = phrase.head
    if not phrase.definite or phrase.plural != (head in FIGHTERS | ATTACKERS):
        return None
    if head == "group" and OF_PEOPLE.match(scene.page.text, span.end):
        return None
    if is_watcher(phrase):
        return watcher(scene, span)
    if names - {n.key for n in phrase.names if n.form == "demonym"} or set(phrase.modifiers) - ARMED:
        return watcher(scene, span) if phrase.modifiers == ("monitoring",) else None
    if head in SITE_ANAPHORS:
        return site(scene, span) if not names and not phrase.modifiers else None
    if head in ATTACKERS:
        return sole_armed(scene, span)
    for entry in before(scene, span, REACH):
        mention = entry.mention
        if mention.form not in ("name", "demonym") or is_of_two(scene.page, mention):
            continue
        if is_against(scene, entry, span):
            continue
        if head in TOWN_ANAPHORS and ONLY_LOCATING.search(scene.page.before(mention.start)):
            continue  # "Deir, 20 km from Sabha. The town …"
        if can_mean(scene, entry, head):
            return entry
    return None


def is_against(scene: Scene, entry: Entry, span: Span) -> bool:
    """Whether the sentence sets a description against a body named behind it: "the group has fought the NRF"."""
    if entry.mention.type not in BODIES:
        return False
    rest = Range(start=span.end, end=scene.page.sentence_range(span.start).end)
    return any(
        scene.links.same(n.node, entry.node) and AGAINST.search(scene.page.text, span.end, n.start)
        for n in starting_in(scene.names, rest)
    )


def is_of_two(page: Page, mention: Mention) -> bool:
    """Whether a people is told of with another, neither of which is "the country": "Peruvian and Thai crews"."""
    if mention.form != "demonym":
        return False
    return bool(AND_ANOTHER.match(page.text, mention.end) or ANOTHER_AND.search(page.before(mention.start)))


def watcher(scene: Scene, span: Span) -> Entry | None:
    """The observatory or watchdog that "the monitor" takes up."""
    for entry in before(scene, span):
        mention = entry.mention
        if mention.form == "name" and watches(mention):
            return entry
    return None


def is_watcher(phrase: Phrase) -> bool:
    """Whether a description without a name is of an observatory or the like: "a monitor", "a Malta-based monitoring
    group"."""
    words = set(phrase.modifiers) - {"war"}
    bare = phrase.head in WATCHERS and not words
    unnamed = all(n.form == "demonym" for n in phrase.names)
    return unnamed and (bare or (phrase.head in GROUP_ANAPHORS and words == {"monitoring"}))


def sole_watcher(scene: Scene) -> int | None:
    """The observatory that a lead quotes as "a monitor": the only one that the report names, be it far down."""
    roots = {scene.links.root(n.node) for n in scene.watchers}
    return roots.pop() if len(roots) == 1 else None


def site(scene: Scene, span: Span) -> Entry | None:
    """The facility that "the building" takes up: the only one spoken of shortly before."""
    found = {
        scene.links.root(entry.node): entry
        for entry in before(scene, span, REACH)
        if entry.mention.type == "facility" and not entry.mention.plural and entry.mention.noun not in SITE_ANAPHORS
    }
    return next(iter(found.values())) if len(found) == 1 else None


def sole_armed(scene: Scene, span: Span) -> Entry | None:
    """The one armed body that the report names before "the attackers"."""
    found = {
        scene.links.root(entry.node): entry
        for entry in before(scene, span)
        if entry.mention.type == "group" and entry.mention.form == "name" and can_mean(scene, entry, "militant")
    }
    return next(iter(found.values())) if len(found) == 1 else None


def armed(scene: Scene, entry: Entry) -> bool:
    """Whether the text calls a thing fighters, a militia or the like."""
    return any(noun in FIGHTERS | FORCES for noun, _ in scene.about(entry.node).nouns)


def can_mean(scene: Scene, entry: Entry, head: str) -> bool:
    """Whether a bare noun can take up this name."""
    mention = entry.mention
    if head in COUNTRY_ANAPHORS:
        return mention.known is not None and mention.known.country is not None and mention.type == "place"
    if mention.form == "demonym":
        return False
    if head in FIGHTERS:
        return mention.type == "group" and (mention.known is not None or armed(scene, entry))
    if head in GROUP_ANAPHORS:
        return mention.type == "group" or (mention.type == "org" and entry.speaks)
    if head in AGENCY_ANAPHORS:
        return mention.type == "media" or (head == "agency" and mention.type == "org" and entry.subject)
    if head in TOWN_ANAPHORS:
        return (
            FAMILY[mention.type] == "place"
            and mention.type == "place"
            and mention.known is None
            and not mention.key.endswith(" province")
        )
    if head in AREA_ANAPHORS:
        return mention.key.endswith(" province")
    return False
