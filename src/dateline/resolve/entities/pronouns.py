"""A pronoun -> what it refers to: gender and number must agree; the nearest subject wins, a speaker before others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import ClaimMention, Span
from dateline.resolve.entities.lexicon import Gender
from dateline.resolve.entities.page import contains
from dateline.resolve.entities.phrases import read_phrase

if TYPE_CHECKING:
    from dateline.resolve.entities.scene import Entry, Scene

GENDER: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
PLURAL = frozenset("they them their theirs themselves".split())
REACH = {"person": 3, "group": 1}
"""Sentences back in which an antecedent is looked for."""


def pronoun_antecedent(scene: Scene, span: Span, pronoun: str, role: str) -> int | None:
    """The node that the pronoun stands for, or null when nothing agrees."""
    claim = holding_claim(scene, span)
    speaker = speaker_of(scene, claim) if claim is not None else None
    quoted = claim is not None and claim.kind == "direct"
    here = scene.page.sentence(span.start)
    reach = REACH["person" if pronoun in GENDER else "group"] + (role == "source")
    best: tuple[float, int] | None = None
    node: int | None = None
    for entry in scene.entries:
        distance = here - entry.sentence
        if entry.mention.end > span.start or distance > reach or not agrees(scene, entry, pronoun):
            continue
        says_it = speaker is not None and scene.links.same(entry.node, speaker)
        if says_it and quoted:
            continue
        score = (
            -float(distance)
            + 0.6 * entry.subject
            + (0.8 if role == "source" else 0.3) * entry.speaks
            + 0.3 * (entry.gender != "")
            + 1.5 * (says_it and not quoted)
        )
        if best is None or (score, entry.mention.start) > best:
            best, node = (score, entry.mention.start), entry.node
    if node is None and speaker is not None and not quoted and pronoun in GENDER:
        return speaker
    return node


def agrees(scene: Scene, entry: Entry, pronoun: str) -> bool:
    """Whether a thing can be spoken of with this pronoun."""
    mention = entry.mention
    if pronoun in GENDER:
        return mention.type == "person" and not mention.plural and entry.gender in ("", GENDER[pronoun])
    if pronoun in PLURAL:
        return mention.type in ("group", "org") and mention.form != "demonym" or mention.plural
    if mention.form == "demonym" or mention.plural:
        return False
    return mention.type in ("org", "group", "media") or (mention.type == "place" and entry.subject)


def holding_claim(scene: Scene, span: Span) -> ClaimMention | None:
    """The innermost claim whose content holds the span."""
    held = [
        (c.end - c.start, i)
        for i, claim in enumerate(scene.page.reading.claims)
        for c in claim.content
        if contains(c, span)
    ]
    return scene.page.reading.claims[min(held)[1]] if held else None


def speaker_of(scene: Scene, claim: ClaimMention) -> int | None:
    """The node of a claim's source, where it is known already or is a name."""
    if claim.source is None:
        return None
    known = scene.refers.get((claim.source.start, claim.source.end))
    if known is not None:
        return known
    phrase = read_phrase(scene.page, claim.source, scene.names)
    if phrase is None or phrase.name is None or phrase.name.type != "person":
        return None
    return phrase.name.node
