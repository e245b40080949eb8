"""sentence -> whether it says why: words of cause, what was found, and whether another gave that reason before."""

import re
from collections.abc import Set as AbstractSet

from dateline.english.nouns import FORCE
from dateline.model import SourceSpan
from dateline.model.kinds import BLOWS
from dateline.tell.near import HARM_TRIGGER, Nearness
from dateline.tell.told import Told
from dateline.tell.unsettled import is_open
from dateline.tell.words import stems

CAUSES = (
    r"(?<!just )because|caused (?:by|when)|cause of|(?<!is )(?<!are )(?<!was )(?<!were )due to|"
    r"in (?:retaliation|response|revenge|reprisal)|an? (?:response|answer) to|retaliation for|revenge|reprisal"
)
TERMS = r"in exchange|under (?:a|an|the) [\w-]*\s?(?:deal|agreement|plan|truce)"
AGREED = r"brokered|negotiated|(?:outcome|result) of (?:\w+ ){0,2}(?:negotiations|talks)"

CAUSE = re.compile(rf"(?i)\b(?:{CAUSES}|{TERMS})\b")
"""Words of why a blow was struck, or what brought those together whom it struck: “a truce brokered by the guild” is
none."""

AIM = re.compile(r"(?i)\b(?:as part of|aimed at)\b")
"""Words of setting that no mishap has."""

REASON = (
    re.compile(rf"(?i)\b(?:{CAUSES}|{TERMS}|{AGREED})\b"),
    re.compile(rf"{AIM.pattern}|\binvestigat\w+ (?:\w+ ){{0,3}}?as\b"),
)
"""Words of cause, and then of setting."""

WHY = re.compile(r"(?i)\b(?:because|caused (?:by|when)|cause of|due to)\b")
"""Words of a cause that a sentence may give of anything."""

MISHAPS = frozenset({"accident", "hazard"})
"""Kinds of what nobody does in answer to anything."""

DEFINED = re.compile(
    r"(?i)\b(?:is|are) an? (?:[\w-]+ ){0,6}?[\w-]+,? (?:(?:that|which) (?:is|are) )?(?:\w+ly )?caused by\b"
)
"""Words of what a kind of thing is: “salt flu is a disease caused by a virus”."""

DENIED = re.compile(
    rf"(?i)\bden(?:y|ied|ies|ying)\b[^;]*\b(?:{CAUSES}|{TERMS})\b|"
    r"\b(?:no|not|nothing|never)\b[^,;]{0,60}\bin (?:exchange|retaliation|revenge|reprisal)\b"
)
"""Words of a reason that somebody denies, or of what was not done for it."""

VIEW = re.compile(r"^[“\"‘'](?:I|We)(?:['’]m| am| are|['’]re)? (?:sure|certain|think|believe|guess|suspect|suppose)\b")
"""How somebody opens who only thinks that he knows a reason."""

FINDING = re.compile(
    r"\b(?:(?i:initial|preliminary|provisional|early) (?:findings?|indications?|evidence|results?|investigations?|"
    r"inquir(?:y|ies)|assessments?)|"
    r"(?:[Ii]nvestigators?|[Ii]nspectors?|(?:[Ii]nvestigation|[Ii]nquiry|[Ii]nquest)(?: \w+){0,2}?)(?: \([A-Z]+\))? "
    r"(?:(?:has|have|had|also|later) )?(?:said|says?|f(?:ound|inds?)|believed?|suspect(?:s|ed)?|conclud(?:es?|ed)|"
    r"determined|established|show(?:s|ed|n)?|suggest(?:s|ed)?|reveal(?:s|ed)?|indicat(?:es?|ed)))\b"
)
"""Words of what those found who look into how it came about."""

BY_FORCE = re.compile(rf"(?i)\b(?:due to|caused by|because of|as a result of) (?:[\w-]+ ){{0,3}}?{FORCE}\b")
"""Words that name a blow as what did the harm in front of them."""

NAME = re.compile(r"\b[A-Z][\w’'-]+")

TO_RISE = re.compile(r"(?i)\b(?:toll|number|figure)\b.{0,40}?\b(?:rise|climb|increase|grow|go up)\b")
"""Words of why a count is not the last: “the toll is expected to rise because many are badly hurt”."""

NAMELESS = re.compile(r"(?i)\banonym\w+")
"""Words of why somebody is not named."""

ASKED = re.compile(
    r"(?i)\bin (?:response|reply|answer) to (?:[\w’'-]+ ){0,4}?"
    r"(?:quer(?:y|ies)|questions?|[ei]nquir(?:y|ies)|e-?mails?|(?:requests?|calls?) for (?:comments?|information))\b"
)
"""Words of why somebody spoke: he was asked."""


def is_vain(text: str) -> bool:
    """Whether the reason in a sentence is none of what happened: a guess, why somebody spoke or is not named or a count
    is not the last, what a kind of thing comes from, what somebody denies."""
    return any(vain.search(text) for vain in (VIEW, NAMELESS, ASKED, TO_RISE, DEFINED, DENIED))


def is_answer(span: SourceSpan, near: Nearness) -> bool:
    """Whether the main happening itself is the cause: “held a drill in response to the launch” says why something else
    was done, “was hurt due to the blast” how somebody came to harm."""
    text = near.told.text(span)
    harm = HARM_TRIGGER.search(text)
    if near.main.kind in BLOWS and harm is not None and BY_FORCE.search(text, harm.end()):
        return True
    cause = REASON[0].search(text)
    behind = span.start + cause.end() if cause else span.end
    events = [e for e in near.told.events_in(span) if e.id in near.main.events or near.repeats(e)]
    return bool(events) and all(e.trigger.start >= behind for e in events)


def gives_another(span: SourceSpan, said: AbstractSet[str], told: Told) -> bool:
    """Whether a sentence gives a reason, behind its word of cause, that was said neither by its names nor in most of
    its words."""
    text = told.text(span)
    cause = REASON[0].search(text)
    behind = text[cause.end() :] if cause else ""
    reason, names = stems(behind), stems(" ".join(NAME.findall(behind)))
    return 2 * len(reason & said) <= len(reason) and not (names and names <= said)


def is_cause(span: SourceSpan, near: Nearness) -> bool:
    """Whether a sentence with a word of cause gives the cause of what happened: it tells that, or neither the cause of
    something else nor what came later; no answer, nothing unknown and nothing in vain."""
    text = near.told.text(span)
    if is_answer(span, near) or is_open(span, near.told) or is_vain(text):
        return False
    return bool(near.tells(span)) or not (WHY.search(text) or near.comes_later(span))


def is_setting(span: SourceSpan, need: re.Pattern[str], near: Nearness) -> bool:
    """Whether a sentence with a word of what was found, or of setting, says it of what happened: it leaves nothing open
    and counts nobody; what a mishap is part of must be told with it."""
    if is_open(span, near.told) or near.tolls.counts(span) or (need is not FINDING and near.only_mentions(span)):
        return False
    return near.main.kind not in MISHAPS or bool(near.tells(span)) or not AIM.search(near.told.text(span))
