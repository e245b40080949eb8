"""A bare description -> the last thing told before that it can mean: "the group", "the city", "the building"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.model import Range, Span
from dateline.resolve.entities.bodies import watches
from dateline.resolve.entities.page import BODIES, COMPASS, DISTANCE, FAMILY, Mention, Page, starting_in
from dateline.resolve.entities.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.entities.scene import Entry, Scene

GROUP_ANAPHORS = frozenset("group militia movement organisation organization faction network outfit alliance".split())
AGENCY_ANAPHORS = frozenset("agency newspaper broadcaster network daily outlet".split())
TOWN_ANAPHORS = frozenset("city town village enclave settlement".split())
AREA_ANAPHORS = frozenset("province region governorate".split())
COUNTRY_ANAPHORS = frozenset("country nation".split())
SITE_ANAPHORS = frozenset("building compound complex premises facility".split())
FIGHTERS = frozenset("militant insurgent jihadist jihadi extremist".split())
FORCES = frozenset("fighter rebel militia terrorist guerrilla insurgency rebellion brigade army gunman soldier".split())
ATTACKERS = frozenset("attacker assailant gunman fighter terrorist perpetrator".split())
"""Nouns for whoever attacked, which only the one armed body of a report can mean."""
WATCHERS = frozenset({"monitor", "watchdog", "observatory"})
ARMED = frozenset(
    "armed militant rebel jihadist extremist terrorist islamist insurgent hardline jihadi remaining".split()
)
"""Adjectives that any armed group may have before it."""
AND_ANOTHER, ANOTHER_AND = re.compile(r",?\s+and\s+[A-Z]"), re.compile(r"\b[A-Z][\w’'-]*,?\s+and\s+$")
"""What stands behind or before one of two peoples told of together."""
OF_PEOPLE = re.compile(
    r",?\s+(?:(?:nearly|almost)\s+)?(?:(?:all|most|many|some|several|half|none|both)\s+of\s+whom|who|of)\b"
)
"""Behind "the group": it is so many people, and no body."""
ONLY_LOCATING = re.compile(rf"(?i)\b(?:{DISTANCE}\s+(?:away\s+)?from|{COMPASS}\s+of)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
"""What stands before a place that only says where another lies: "20 km from", "north of"."""
AGAINST = re.compile(
    r"(?i)\b(?:against|fight(?:s|ing)?|fought|battl(?:e|es|ed|ing)|combat(?:s|t?ing|t?ed)?|oust(?:s|ed|ing)?)\s+"
    r"(?:the\s+)?(?:[\w’'-]+\s+)?$"
)
"""What stands before whom somebody fights."""
MEMORY = 80
"""Sentences back for which a full description ("the Taliban spokesman") is remembered: a long article."""
REACH = 4
"""Sentences back within which a bare description ("the group") finds the thing it takes up."""


def before(scene: Scene, span: Span, reach: int = MEMORY) -> Iterator[Entry]:
    """What was mentioned before, latest first; within `reach` sentences."""
    here = scene.page.sentence(span.start)
    for entry in reversed(scene.entries):
        if here - entry.sentence > reach:
            return
        if entry.mention.end <= span.start:
            yield entry


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
