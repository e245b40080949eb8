"""claims -> contradictions: what was said just before, and who dismisses “the report” or “the charges” of it."""

import re
from collections.abc import Iterable

from dateline.merge.contradictions.blame import NEAR
from dateline.merge.contradictions.denials import BACK, NOT
from dateline.merge.contradictions.sides import claim_side, contradict, words_of
from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import Claim, Contradiction

SAYING = r"(?:the|these|those|this|that)\s+(?:(?:news|media|press|newspaper)\s+){0,2}"
REPORT = r"(?:reports?|accounts?|stor(?:y|ies))"
LIES = r"(?:a lie|lies|false|untrue|not true|baseless|unfounded|groundless|fabricat\w+)"
BARE = re.compile(rf"(?i){SAYING}(?:({REPORT})|claims?)(?:\s+as\s+(?:\w+ly\s+)?{LIES})?")
"""What is denied without being named: “the media reports”, “the claims as lies”. Denials of “the charges” are looked at
with who is accused."""

FALSE = re.compile(
    rf"(?i){SAYING}(?:({REPORT})|claims?|allegations?|charges?|accusations?)\s+"
    rf"(?:(?:is|are|was|were)\s+(?:\w+ly\s+)?{LIES}|(?:do|does|did) not accord with (?:the )?facts)"
    r"(?=\W*$|[,;]|\s+(?:and|but|because|as|since)\b)"
)
"""A denial in the form of a statement: “the charges were false”."""

REPORTED = re.compile(r"(?i)\breport(?:s|ed|ing)?\b|\bnewspapers?\b|\bmedia\b")
"""Words of what was reported, in who says it or how."""


CHARGED = re.compile(r"(?i)\b(?:claim|accus|alleg|charg|blam)")
"""Cues of what is a claim or a charge by its own word."""

LEAST = 3
"""Words of content that something said has at least which can be dismissed."""


def dismissed_reports(situation: Situation) -> Iterable[Contradiction]:
    """Each who dismisses what was said before in the same report, without saying it again, with the last of it."""
    for claim in situation.resolution.claims:
        bare, voice = _dismissal(claim), situation.voice(claim.id)
        said = _dismissed(claim, situation, report=bare[1] is not None) if bare and voice else None
        if said is not None:
            why = f"dismissed by {situation.name(voice) or 'somebody'}: “{words_of(said)}”"
            yield contradict(claim_side(said), claim_side(claim), why, "factual", situation)


def _dismissal(claim: Claim) -> re.Match[str] | None:
    """How a claim dismisses what it does not name, if it does."""
    if claim.stance == "denies":
        return None if claim.cue and NOT.search(claim.cue.text) else BARE.fullmatch(words_of(claim))
    return FALSE.match(words_of(claim)) if claim.stance == "asserts" else None


def _dismissed(claim: Claim, situation: Situation, *, report: bool) -> Claim | None:
    """What is dismissed: the last that another said in the sentences just before, of claims rather what is called one;
    of reports the last that was reported, be it further up, that has a word of the name of who dismisses it."""
    at, voice = claim.content[0].start, situation.voice(claim.id)
    told = [
        c
        for c in situation.resolution.claims
        if c.report == claim.report and c.content[-1].end <= at and c.stance == "asserts" and _dismissal(c) is None
        if situation.voice(c.id) not in (None, voice) and len(stems(words_of(c))) >= LEAST
        if not report or _is_report(c, situation)
    ]
    told.sort(key=lambda c: (c.content[0].start, c.id))
    own = stems(situation.name(voice) or "") if voice in situation.proper else frozenset()
    lines = {c.id: situation.lines_between(claim.report, c.content[0].start, at) for c in told}
    if report:
        first = [c for c in told if own & stems(words_of(c))]
    else:
        first = [c for c in told if lines[c.id] <= NEAR and c.cue and CHARGED.search(c.cue.text)]
    near = [c for c in told if lines[c.id] <= BACK]
    return next(iter([*reversed(first), *reversed(near)]), None)


def _is_report(claim: Claim, situation: Situation) -> bool:
    """Whether a claim is told as what was reported."""
    source = situation.entities.get(claim.source.entity or "") if claim.source else None
    words = f"{claim.source.text if claim.source else ''} {claim.cue.text if claim.cue else ''}"
    return (source is not None and source.type == "media") or REPORTED.search(words) is not None
