""" "he said" -> who that is: the last to speak, or somebody just brought on, never whom the words themselves name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dateline.model import Range, Span
from dateline.resolve.entities.page import Mention, Page, contains

if TYPE_CHECKING:
    from dateline.resolve.entities.phrases import Phrase
    from dateline.resolve.entities.scene import Entry, Scene

REACH = 4
"""Sentences back within which who speaks was spoken of; sentences all in quotation marks are not counted."""
AND = re.compile(r"\s+and\s+")
OBLIQUE = frozenset("him his himself her hers herself".split())
"""Pronouns that, before "he said" in its own sentence, stand for who says it and not he for them."""


def who_said(scene: Scene, span: Span, fits: Callable[[Entry], bool]) -> int | None:
    """The node of "he" or "she" that speaks. The nearest wins and a speaker before others; somebody brought on just
    before ("Rana Odeh runs the port. “It shook,” she said.") counts like a speaker, who is only spoken of does not."""
    quoted = {
        scene.links.root(n.node) for said in own_quotations(scene, span) for n in scene.names if contains(said, n)
    }
    leads = scene.page.sentence_range(span.start).start == span.start
    best: tuple[float, int] | None = None
    node: int | None = None
    for entry, distance in narrated_before(scene, span):
        if not fits(entry) or scene.links.root(entry.node) in quoted:
            continue
        score = (
            -0.9 * distance
            + 1.0 * entry.speaks
            + (0.4 if entry.subject else -0.5)
            + 0.4 * entry.first
            + 0.6 * (distance == 1 and is_brought_on(scene, entry, span))
            + 0.4 * (distance == 1 and entry.first and leads)
            - 0.5 * entry.owns
            - 0.6 * (not entry.speaks and is_told(scene, entry))
            + 0.02 * min(scene.counts[scene.links.root(entry.node)], 6)
        )
        if best is None or (score, entry.mention.start) > best:
            best, node = (score, entry.mention.start), entry.node
    return node


def is_brought_on(scene: Scene, entry: Entry, span: Span) -> bool:
    """Whether a sentence turns to somebody: its subject for the first time, or by the full name, or at the head of the
    paragraph in which he speaks."""
    if not entry.subject or (entry.phrase is not None and entry.phrase.definite is not False):
        return False
    full = entry.mention.form == "name" and " " in entry.mention.key
    return entry.new or (entry.first and (full or scene.page.line(span.start).start <= entry.mention.start))


def narrated_before(scene: Scene, span: Span) -> Iterator[tuple[Entry, int]]:
    """What was mentioned before, outside quotation marks and outside the words of this speaker, latest first, with the
    distance in sentences, in a caption in all of them; not beside the story."""
    page, here = scene.page, scene.page.sentence(span.start)
    told = page.narrated if page.caption(span.start) is None else range(len(page.sentences))
    said = [c for claim in page.reading.claims if claim.source == span for c in claim.content]
    for entry in reversed(scene.entries):
        distance = told[here] - told[entry.sentence]
        if distance > REACH:
            return
        mention = entry.mention
        if mention.end > span.start or page.quotation(mention.start) is not None or is_beside(page, mention, span):
            continue
        oblique = distance == 0 and mention.form == "pronoun" and mention.text.lower() in OBLIQUE
        if not oblique and not any(contains(c, mention) for c in said):
            yield entry, distance


def is_beside(page: Page, mention: Mention, span: Span) -> bool:
    """Whether a name stands beside the story in which a pronoun stands: in a caption, as who took a picture ("Rana
    Odeh/Sabha Press", "SABHA PRESS/Rana Odeh"), or as the label of a turn in a talk, who would say "I" there."""
    if any(contains(label, mention) for label in page.labels):
        return True
    credited = "/" in (page.text[mention.start - 1 : mention.start], page.text[mention.end : mention.end + 1])
    return credited or page.caption(mention.start) not in (None, page.caption(span.start))


def own_quotations(scene: Scene, span: Span) -> list[Range]:
    """The quotations that this speaker speaks, whole: whom one names does not speak it ("“Dalle is late,” he said")."""
    page = scene.page
    said = (c for claim in page.reading.claims if claim.source == span for c in claim.content)
    return [q for c in said if (q := page.quotation(c.start)) is not None]


def is_told(scene: Scene, entry: Entry) -> bool:
    """Whether somebody else's words name this: "Odeh told them that Dalle had left"."""
    return any(contains(c, entry.mention) for claim in scene.page.reading.claims for c in claim.content)


def speaks_in(page: Page, name: Mention, phrase: Phrase | None) -> bool:
    """Whether a name in the words for a speaker is one who speaks, or a body that has a person speak for it: neither
    the country in "Malta's state radio" nor whom a rival opposes in "Rana Odeh, a rival of Karim Dalle"."""
    if phrase is None or phrase.name is name:
        return True
    if phrase.name is not None:
        beside = AND.fullmatch(page.text, phrase.name.end, name.start) is not None
        return phrase.name.type == "person" and (name.family == "body" or beside)
    return name.family != "place" and (phrase.noun is None or phrase.noun.kind not in ("band", "body", "press"))
