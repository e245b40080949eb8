"""A pronoun -> what it refers to: gender and number must agree; the nearest subject wins, a speaker before others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import ClaimMention, Range, Span
from dateline.resolve.entities.lexicon import Gender
from dateline.resolve.entities.page import Mention, contains
from dateline.resolve.entities.phrases import read_phrase
from dateline.resolve.entities.speakers import is_beside, who_said

if TYPE_CHECKING:
    from dateline.resolve.entities.scene import Entry, Scene

GENDER: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
PLURAL = frozenset("they them their theirs themselves".split())
SINGLE = frozenset("i me my mine myself".split())
CLAUSE = re.compile(r"[,;:]|\b(?:that|who|which|when|while|after|before|as|and|but|to|if)\b")
OF = re.compile(r"\s+of\s+(?:the\s+)?")
TOLD = re.compile(r"(?i)\b(?:t(?:old|ells?|elling)|inform(?:s|ed|ing)?)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
"""Before whoever is told something: he is no guess for who did it."""
SAID_ON = re.compile(r"(?i)\b(?:on|via|through|from)\s+(?:the\s+|its\s+)?(?:[a-z][\w-]*\s+)?$")
"""What stands before the medium that something was only said on: "in a note on Facebook"."""
CORPORATE = frozenset(
    "organiser organizer operator regulator manufacturer publisher developer contractor employer".split()
)
"""Nouns for who may be a firm as well as a person: "the organiser said … It added"."""
REACH = {"person": 3, "group": 1}
"""Sentences back in which an antecedent is looked for."""


def pronoun_antecedent(scene: Scene, span: Span, pronoun: str, role: str) -> int | None:
    """The node that the pronoun stands for, or null when nothing agrees."""
    claim = holding_claim(scene, span)
    quotation = scene.page.quotation(span.start)
    quoted = quotation is not None
    if role == "source" and pronoun in GENDER and claim is None and not quoted:
        return who_said(scene, span, lambda entry: agrees(scene, entry, pronoun, role))
    speaker = speaker_of(scene, claim) if claim is not None else None
    others = speakers_of(scene, span, quotation) | of_other_gender(scene, span, claim, pronoun)
    bodies = bodies_of(scene, claim) if claim is not None and pronoun in PLURAL else frozenset()
    topic = spoken_of(scene, claim) if claim is not None and quoted else None
    if topic is not None and (pronoun in PLURAL) == (topic.type in ("group", "org")) and topic.type != "place":
        return topic.node
    here = scene.page.sentence(span.start)
    if quoted and speaker is None:
        speaker = next((e.node for e in reversed(scene.entries) if e.speaks and here - e.sentence <= 1), None)
        others |= {scene.links.root(speaker)} if speaker is not None else set()
    reach = REACH["person" if pronoun in GENDER else "group"] + (role == "source")
    if pronoun in ("him", "them") and (beside := clause_subject(scene, span)) is not None:
        others.add(scene.links.root(beside))
    best: tuple[float, int] | None = None
    node: int | None = None
    for entry in reversed(scene.entries):
        distance = here - entry.sentence
        if distance > reach:
            break
        if entry.mention.end > span.start or not agrees(scene, entry, pronoun, role):
            continue
        says_it = speaker is not None and scene.links.same(entry.node, speaker)
        told = role == "actor" and distance == 0 and TOLD.search(scene.page.before(entry.mention.start))
        if entry.mention.type == "media" and SAID_ON.search(scene.page.before(entry.mention.start)):
            continue
        if told or scene.links.root(entry.node) in others:
            continue
        score = (
            -float(distance)
            + 0.7 * entry.first
            + 0.4 * entry.subject
            + (0.8 if role == "source" else 0.2) * entry.speaks
            + 0.3 * (gender_of(scene, entry) != "")
            + 0.1 * min(scene.counts[scene.links.root(entry.node)], 6)
            - 1.0 * is_beside(scene.page, entry.mention, span)
            + 1.5 * says_it
            + 1.5 * (scene.links.root(entry.node) in bodies)
        )
        if pronoun.endswith("self"):
            score = float(entry.mention.start) if distance == 0 and entry.subject else -1e9
        if best is None or (score, entry.mention.start) > best:
            best, node = (score, entry.mention.start), entry.node
    if node is None and speaker is not None and not quoted and pronoun in GENDER:
        return speaker if scene.genders.get(scene.links.root(speaker), "") in ("", GENDER[pronoun]) else None
    return node


def clause_subject(scene: Scene, span: Span) -> int | None:
    """The subject of the clause of an object pronoun, which it cannot stand for."""
    here = scene.page.sentence(span.start)
    for entry in reversed(scene.entries):
        if entry.sentence != here:
            return None
        if entry.mention.end <= span.start and entry.subject:
            between = scene.page.text[entry.mention.end : span.start]
            return None if CLAUSE.search(between) else entry.node
    return None


def agrees(scene: Scene, entry: Entry, pronoun: str, role: str = "text") -> bool:
    """Whether a thing can be spoken of with this pronoun; who acts or speaks is people or a body, no trucks, and of
    places only a country speaks."""
    mention = entry.mention
    if role in ("actor", "source") and mention.type in ("facility", "other", "event"):
        return False
    if pronoun in GENDER:
        return mention.type == "person" and not mention.plural and gender_of(scene, entry) in ("", GENDER[pronoun])
    if pronoun in PLURAL:
        return (mention.type in ("group", "org") and mention.form != "demonym") or mention.plural
    if mention.form == "demonym" or mention.plural:
        return False
    if mention.form == "nominal" and mention.noun in CORPORATE:
        return True
    speaks = mention.known is not None or role != "source"
    return mention.type in ("org", "group", "media") or (mention.type == "place" and entry.subject and speaks)


def gender_of(scene: Scene, entry: Entry) -> Gender:
    """The gender that names, titles and earlier pronouns tell."""
    return scene.genders.get(scene.links.root(entry.node), "")


def holding_claim(scene: Scene, span: Span) -> ClaimMention | None:
    """The innermost claim whose content holds the span."""
    held = [
        (c.end - c.start, i)
        for i, claim in enumerate(scene.page.reading.claims)
        for c in claim.content
        if contains(c, span)
    ]
    return scene.page.reading.claims[min(held)[1]] if held else None


def speakers_of(scene: Scene, span: Span, quotation: Range | None) -> set[int]:
    """Those who speak the quotation that holds a span: they would say "I". Not who is only told of in it: "“Odeh says
    she is well,” he said"."""
    if quotation is None:
        return set()
    around = (c for c in scene.page.reading.claims if any(contains(x, span) for x in c.content))
    spoken = [speaker_of(scene, c) for c in around if c.source is not None and not is_told_of(c, c.source, quotation)]
    return {scene.links.root(node) for node in spoken if node is not None}


def is_told_of(claim: ClaimMention, source: Span, quotation: Range) -> bool:
    """Whether a quotation only tells of somebody that he says so; behind his words he speaks, though its closing mark
    is lost."""
    return contains(quotation, source) and source.end <= claim.content[0].start


def of_other_gender(scene: Scene, span: Span, claim: ClaimMention | None, pronoun: str) -> set[int]:
    """Who says it where that is told behind by a pronoun of the other gender, "He left long ago, she said": nobody has
    both, so the words tell the gender of who speaks."""
    said = claim.source if claim is not None else None
    if said is None or said.start < span.end:
        return set()
    she = said.text.lower()
    other = GENDER.get(she, "")
    if not other or GENDER.get(pronoun, other) == other:
        return set()
    node = who_said(scene, said, lambda entry: agrees(scene, entry, she, "source"))
    if node is None:
        return set()
    root = scene.links.root(node)
    scene.genders[root] = scene.genders.get(root) or other
    return {root}


def bodies_of(scene: Scene, claim: ClaimMention) -> frozenset[int]:
    """The bodies for which somebody speaks: "an NRF spokesman said they …", "a spokesman for the rebels"."""
    source = claim.source
    if source is None:
        return frozenset()
    named = [n for n in scene.names if n.type in ("group", "org") and n.form == "name"]
    described = [e.mention for e in scene.entries if e.mention.plural and e.mention.start > source.start]
    return frozenset(scene.links.root(m.node) for m in (*named, *described) if contains(source, m))


def spoken_of(scene: Scene, claim: ClaimMention) -> Mention | None:
    """Whom the words are said to be about: "“They are few,” Dalle said of the NRF"."""
    of = OF.match(scene.page.text, claim.cue.end) if claim.cue is not None else None
    return next((n for n in scene.names if n.start == of.end()), None) if of is not None else None


def first_person(scene: Scene, span: Span, pronoun: str) -> int | None:
    """Who says "I": the person whose words these are; who says "we": the body, never the one who speaks for it."""
    claim = holding_claim(scene, span)
    if claim is None or claim.kind == "indirect" or claim.source is None:
        return None
    node = scene.refers.get((claim.source.start, claim.source.end))
    if node is None:
        return None
    said = next((e.mention for e in scene.entries if scene.links.same(e.node, node)), None)
    alone = said is not None and said.type == "person" and not said.plural
    return node if alone == (pronoun in SINGLE) and said is not None else None


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
