"""Clause -> EventMention: who suffers a deed, brings the news of it or does something else meanwhile has not done it.

"The port has faced a series of raids, killing two", "drove into a crowd, killing two", "the launch came as the mayor
spoke": in the reading corpus none of 1,600 doers is a medium, none of 3,840 stands behind "into", and of 202 told
behind the deed none comes as those do that are dropped here.
"""

import re

import msgspec

from dateline.model import EventMention, Span
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE
from dateline.resolve.entities.fold import fold
from dateline.resolve.entities.lexicon import capitals, known_names, nouns
from dateline.resolve.entities.page import overlaps
from dateline.resolve.roles.doers import DONE, GERUND, OF_OBJECT, OWN
from dateline.resolve.roles.wording import Clause

AT_ONCE = BLOWS - {"armed_clash"}
"""Kinds that a caption tells by one noun."""
_AUXILIARY = (
    r"(?:(?:has|have|had|having|is|are|was|were|been|being|be|would|could|may|might|should|did|do|does|not|also|still|now"
    r"|must|\w+ly)\s+)*"
)
_SUFFERING = (
    r"fac(?:e[sd]?|ing)|suffer(?:s|ed|ing)?|endur(?:e[sd]?|ing)|withst(?:ands?|ood|anding)|surviv(?:e[sd]?|ing)"
    r"|(?:hit|struck|rocked|shaken|targeted) by"
)
SUFFERS = re.compile(rf"(?i)\s+{_AUXILIARY}(?:{_SUFFERING})\s+{OF_OBJECT}{{0,7}}$")
STRUCK = re.compile(
    rf"(?i)\s+(?:(?:that|which|who)\s+)?{_AUXILIARY}(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:ambush|attack|bomb|down"
    r"|hit|pound|raid|ramm|shell|shot|sunk|struck|target|torpedo)(?:ed)?\b"
)
"""Behind whoever is struck himself: " was shot down"."""
OBJECTLESS = re.compile(rf"(?i)\s+{_AUXILIARY}(?:{_SUFFERING})\s+$|\b(?:about|against|by|for|from|in|of|to)\s+$")
"""Before a gerund that is a verb: "the risk they face in fighting floods"."""
INTO = re.compile(r"(?i)\b(?:into|onto|through)\s+$")
FROM = re.compile(r"(?i)\bfrom\s+(?:inside\s+|within\s+)?$")
LEADS_TO = re.compile(r"(?i)(?:,|\b(?:that|which)(?:\s+(?:has|have|had))?)\s+(?:\w+ly\s+)?$")
BARE = re.compile(r"(?i)(?:^|\s)(?!(?:after|and|before|by|for|from|in|of|or|to|when|while|without)\s+$)[\w’'-]+\s+$")
"""Before a gerund that tells what a deed led to, though the comma is lost."""
ASIDE = re.compile(r"^,[^,.;:]{1,80},")
COINCIDES = re.compile(
    r"(?i)[^.;:“”\"]{0,60}?\b(?:came|comes?|took place|happened|occurred)\b[^.;:“”\"]{0,60}?"
    r"\b(?:as|after|when|while|where|before|since)\s+(?:[^.;:“”\"]{0,30}\s)?$"
)
"""Behind a deed: when it came, as told of somebody else."""
CAPTION = re.compile(
    r"\s+(?:at|in|near|outside)\s+(?:(?!(?:by|from|between|of|with|against|among|involving|when|as|after|where|that|which)\b)"
    r"[\w’'-]+\s+){0,7}$"
)
"""Behind a deed: where it was, and nothing that links what comes then."""


def suffered(clause: Clause) -> EventMention:
    """ "The port has faced a series of raids": it is struck."""
    event, subject, between = clause.event, clause.event.actor, _from_subject(clause)
    if event.kind not in DONE | {"coercion"} or subject is None or between is None:
        return event
    if not SUFFERS.match(between) or OWN.search(between):
        return event
    return clause.with_roles(None, event.target or (subject if clause.can_suffer(subject) else None))


def harmed_by_what_was_suffered(clause: Clause) -> EventMention:
    """ "The port has faced attacks, killing two", "a jet was shot down, killing two": neither port nor jet killed."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in HARM_AND_DAMAGE or actor is None or actor.end > event.trigger.start:
        return event
    blows = (t for t in clause.triggers if actor.end < t.start and t.end < event.trigger.start)
    struck = any(SUFFERS.match(_behind(actor, clause, t.start)) for t in blows)
    led = LEADS_TO.search(clause.before)
    if STRUCK.match(_behind(actor, clause, event.trigger.start)):
        struck, led = True, led or (GERUND.match(event.trigger.text) and BARE.search(clause.before))
    return clause.with_roles(None, event.target) if struck and led else event


def run_into(clause: Clause) -> EventMention:
    """ "drove into a crowd, killing two": the crowd did nothing. Of 3,840 doers of the corpus none is behind "into"."""
    event, actor = clause.event, clause.event.actor
    if actor is None or actor.end > event.trigger.start:
        return event
    into = INTO.search(clause.text, event.sentence.start, actor.start)
    return clause.with_roles(None, event.target) if into else event


def fired_from(clause: Clause) -> EventMention:
    """ "rockets fired from a rebel-held hill": the hill is not struck. Of 700 targets of the corpus none is behind
    "from", but where a town is to be freed "from" somebody."""
    event, target = clause.event, clause.event.target
    if event.kind not in AT_ONCE or target is None or target.start < event.trigger.end:
        return event
    origin = FROM.search(clause.text, event.trigger.end, target.start)
    return clause.with_roles(event.actor, None) if origin else event


def no_medium(clause: Clause) -> EventMention:
    """ "The agency Dawn News was the first to claim the attack": who brings the news did nothing."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in DONE or actor is None:
        return event
    types = {n.type for n in clause.names if overlaps(n, actor)}
    noun = nouns().get(actor.text.split()[-1].lower())
    press = types == {"media"} or (noun is not None and noun.kind == "press")
    return clause.with_roles(None, event.target) if press else event


def only_where(clause: Clause) -> EventMention:
    """ "The Marrak strike killed two": a town before a blow is where it was; a capital may stand for its government."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in BLOWS or actor is None or actor.end + 1 != event.trigger.start:
        return event
    known = known_names().get(actor.text)
    if (known is not None and known.country is not None) or fold(actor.text) in capitals():
        return event
    if not any(n.start == actor.start and n.end == actor.end and n.type == "place" for n in clause.names):
        return event
    return msgspec.structs.replace(event, actor=None, place=event.place or actor)


def meanwhile(clause: Clause) -> EventMention:
    """ "The launch came as the mayor spoke", "Shooting at the Old Mill Police arrive": who does something else then has
    not done it."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in DONE or actor is None or actor.start < event.trigger.end:
        return event
    between = clause.text[event.trigger.end : actor.start]
    apart = COINCIDES.match(between) or (event.kind in AT_ONCE and CAPTION.match(between))
    return clause.with_roles(None, event.target) if apart else event


def _from_subject(clause: Clause) -> str | None:
    """The words from an actor that stands before it to a deed that is told by a noun."""
    actor, trigger = clause.event.actor, clause.event.trigger
    if actor is None or actor.end > trigger.start:
        return None
    between = _behind(actor, clause, trigger.start)
    return None if GERUND.match(trigger.text) and OBJECTLESS.search(between) else between


def _behind(actor: Span, clause: Clause, end: int) -> str:
    """The words behind an actor, without what stands in commas, be it taken for a part of the actor."""
    words = clause.text[actor.end : end]
    return words.removeprefix(",") if "," in actor.text else ASIDE.sub("", words)
