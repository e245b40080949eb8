"""Clause -> EventMention: who only tells of a deed, watches it or suffers it does not do it.

"The navy tracked the launch", "in what the mayor called an attack", "the port has faced a series of raids": the reader
takes the subject for the doer of the deed. A deed told by a noun is done by whose it is, by who stands behind "by", and
by who carries it out, and by the subject of no other verb. In the reading corpus, of 83 deeds that are the object of
such verbs one is done by their subject, and none of 1,600 by a medium; of 202 doers told behind the deed none comes as
those do that are dropped here. Who claims a deed is there taken to have done it, and stays.
"""

import re

from dateline.model import EventKind, EventMention, Span
from dateline.model.kinds import BLOWS, HARMS
from dateline.resolve.attach.wording import Clause
from dateline.resolve.entities.lexicon import nouns
from dateline.resolve.entities.page import overlaps

DONE: frozenset[EventKind] = BLOWS | HARMS | {"abduction", "capture_territory", "deployment"}
"""What somebody does by force or arms, and its harm. Who confirms a ban has often made it."""
AT_ONCE = BLOWS - {"armed_clash"}
"""Kinds that a caption tells by one noun."""
_AUXILIARY = (
    r"(?:(?:has|have|had|having|is|are|was|were|been|being|be|would|could|may|might|should|did|do|does|not|also|still|now"
    r"|must|\w+ly)\s+)*"
)
_WATCHING = (
    r"detect(?:s|ed|ing)?|track(?:s|ed|ing)?|monitor(?:s|ed|ing)?|observ(?:e[sd]?|ing)|watch(?:es|ed|ing)?"
    r"|witness(?:es|ed|ing)?|anal[yi]?[sz](?:e[sd]?|ing)|assess(?:es|ed|ing)?|stud(?:y|ies|ied|ying)|examin(?:e[sd]?|ing)"
    r"|investigat(?:e[sd]?|ing)|prob(?:e[sd]?|ing)|report(?:s|ed|ing)?|confirm(?:s|ed|ing)?|discuss(?:es|ed|ing)?"
    r"|determin(?:e[sd]?|ing)|recall(?:s|ed|ing)?|recount(?:s|ed|ing)?|mark(?:s|ed|ing)?|hear(?:s|d|ing)?"
    r"|indicat(?:e[sd]?|ing)|call(?:s|ed|ing)?(?!\s+(?:for|in|on|off|up|out)\b)|term(?:s|ed|ing)?|describ(?:e[sd]?|ing)"
)
_DEPLORING = (
    r"condemn(?:s|ed|ing)?|denounc(?:e[sd]?|ing)|deplor(?:e[sd]?|ing)|decr(?:y|ies|ied|ying)|critici[sz](?:e[sd]?|ing)"
    r"|mourn(?:s|ed|ing)?|regret(?:s|ted|ting)?|oppos(?:e[sd]?|ing)|fear(?:s|ed|ing)?|foil(?:s|ed|ing)?"
    r"|thwart(?:s|ed|ing)?|avert(?:s|ed|ing)?|(?:respond|react)(?:s|ed|ing)? to"
)
_KNOWING = r"briefed (?:on|about)|informed (?:of|about)|aware of|told (?:of|about)|learn(?:s|ed|t|ing)? (?:of|about)"
_MOVED = r"(?:shocked|horrified|saddened|appalled|outraged|alarmed|angered) (?:by|at)"
_SUFFERING = (
    r"fac(?:e[sd]?|ing)|suffer(?:s|ed|ing)?|endur(?:e[sd]?|ing)|withst(?:ands?|ood|anding)|surviv(?:e[sd]?|ing)"
    r"|(?:hit|struck|rocked|shaken|targeted) by"
)
_VERBLESS = (
    r"(?:(?!(?:to|and|or|but|that|who|which|what|when|where|while|after|before|as|by|with|is|are|was|were|be|has|have"
    r"|had|will|would)\b)[\w’'“”\"()-]+\s+){0,7}$"
)
"""Words of the object of a verb up to the noun of the deed: "details of the latest "."""
TELLS = re.compile(rf"(?i)\s+[“\"‘']?{_AUXILIARY}(?:{_WATCHING}|{_DEPLORING}|{_KNOWING}|{_MOVED})\s+{_VERBLESS}")
SUFFERS = re.compile(rf"(?i)\s+{_AUXILIARY}(?:{_SUFFERING})\s+{_VERBLESS}")
SAYS_IT_WAS = re.compile(
    rf"(?i)\s+{_AUXILIARY}(?:said|says?|believe[sd]?|think|thought|stated)\s+(?:that\s+)?(?:it|this|that)\s+"
    rf"(?:is|was|may be|might be|had been)\s+(?:an?|the|another)\s+{_VERBLESS}"
)
WHAT = re.compile(r"(?i)\b(?:what|which)\s+$")
CALLED = re.compile(
    r"(?i)\s+(?:(?:has|have|had|also|later|\w+ly)\s+)*(?:call(?:s|ed)|describe[sd] as|term(?:s|ed)|label(?:s|l?ed)"
    r"|dub(?:s|bed)|brand(?:s|ed)|(?:said|says|believe[sd]?) (?:is|was|were|are))\s+(?:[\w’'“”\"-]+\s+){0,6}[“\"‘']?$"
)
OWN = re.compile(
    r"(?i)\b(?:its|their|his|her|our|my)\s+(?:(?!(?:of|for|to|in|on|about|over)\b)[\w-]+\s+){0,4}[“\"‘']?$"
)
"""Whose the deed is: "confirmed their latest raid" tells of one's own."""
GERUND = re.compile(r"(?i)\w{3,}ing\b")
OBJECTLESS = re.compile(
    rf"(?i)\s+{_AUXILIARY}(?:{_WATCHING}|{_DEPLORING}|{_SUFFERING})\s+$|\b(?:about|against|by|for|from|in|of|to)\s+$"
)
"""Before a gerund that is a verb: "reported shooting at a dog", "the risk they face in fighting floods"."""
INTO = re.compile(r"(?i)\b(?:into|onto|through)\s+$")
LEADS_TO = re.compile(r"(?i)(?:,|\b(?:that|which)(?:\s+(?:has|have|had))?)\s+(?:\w+ly\s+)?$")
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


def told_by_another_verb(clause: Clause) -> EventMention:
    """ "The navy tracked the launch", "The mayor said it was the third attack", "in what the mayor called an attack":
    who tells of a deed has not done it."""
    event, between = clause.event, _from_subject(clause)
    if event.kind not in DONE or event.actor is None or between is None:
        return event
    if WHAT.search(clause.text, event.sentence.start, event.actor.start) and CALLED.match(between):
        return clause.with_roles(None, event.target)
    told = SAYS_IT_WAS.match(between) or TELLS.match(between)
    return clause.with_roles(None, event.target) if told and not OWN.search(between) else event


def suffered(clause: Clause) -> EventMention:
    """ "The port has faced a series of raids": it is struck."""
    event, subject, between = clause.event, clause.event.actor, _from_subject(clause)
    if event.kind not in DONE | {"coercion"} or subject is None or between is None:
        return event
    if not SUFFERS.match(between) or OWN.search(between):
        return event
    return clause.with_roles(None, event.target or (subject if clause.can_suffer(subject) else None))


def harmed_by_what_was_suffered(clause: Clause) -> EventMention:
    """ "The port has faced attacks, killing two": the attacks killed, and not the port."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in HARMS or actor is None or actor.end > event.trigger.start:
        return event
    blows = (t for t in clause.triggers if actor.end < t.start and t.end < event.trigger.start)
    suffered_blow = any(SUFFERS.match(_behind(actor, clause, t.start)) for t in blows)
    return clause.with_roles(None, event.target) if suffered_blow and LEADS_TO.search(clause.before) else event


def run_into(clause: Clause) -> EventMention:
    """ "drove into a crowd, killing two": the crowd did nothing. Of 3,840 doers of the corpus none is behind "into"."""
    event, actor = clause.event, clause.event.actor
    if actor is None or actor.end > event.trigger.start:
        return event
    into = INTO.search(clause.text, event.sentence.start, actor.start)
    return clause.with_roles(None, event.target) if into else event


def no_medium(clause: Clause) -> EventMention:
    """ "The agency Dawn News was the first to claim the attack": who brings the news did nothing."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in DONE or actor is None:
        return event
    types = {n.type for n in clause.names if overlaps(n, actor)}
    noun = nouns().get(actor.text.split()[-1].lower())
    press = types == {"media"} or (noun is not None and noun.kind == "press")
    return clause.with_roles(None, event.target) if press else event


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
