"""Clause -> EventMention: who does a deed, where the words between them say that he does it; nobody else.

"The council has suspended aid after an attack", "the deaths were reported to the police", "a raid on a clinic run by
nuns": the reader takes whoever stands near such a deed for its doer. A deed told by a noun is done by whose it is, by
who stands behind "by" or "from", and by the subject of a verb of doing it or answering for it. To tell of it, to learn
of it, to prevent, suspend or suffer it is not to do it, nor is to hold what it strikes. Of 1,250 doers in the reading
corpus this drops 80, half of them with a deed that is only feared or planned.
"""

import re

from dateline.model import EventKind, EventMention, Span
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE
from dateline.resolve.roles.wording import Clause

DONE: frozenset[EventKind] = BLOWS | HARM_AND_DAMAGE | {"abduction", "capture_territory", "deployment"}
"""What somebody does by force or arms, and its harm. Who confirms a ban has often made it."""
SHARED: frozenset[EventKind] = frozenset({"armed_clash", "deployment"})
"""What several take part in: who is "in the fight", or whom a clash is "with", is one of them."""
VERB = re.compile(
    r"(?i)(?:\w+ed|blew|broke|cut|did|fell|fought|held|hit|left|lost|made|shot|set|struck|taken?|threw|took|won)\b"
)
"""How a trigger that is a verb begins."""
GERUND = re.compile(r"(?i)\w{3,}ing\b")
ATTRIBUTE = re.compile(r"(?i)\b(?:of|from|an?|the|its|their|his|her)\s+(?:\w+(?:ed|en)\s+and\s+)?$")
"""Before a participle that says which things are meant: guards come out "of damaged and destroyed" buildings."""
_DETERMINER = r"(?:an?|the|this|these|those|no(?! longer)|any|another|its|their|his|her|our|my)\s+"
_PREPOSITION = r"(?:of|for|about|in|over|after|during|amid|against|following|from|despite)\s+(?:that\s+)?"
OF_OBJECT = (
    r"(?:(?!(?:to|and|or|but|that|who|which|what|when|where|while|after|before|as|by|with|is|are|was|were|be|has|have"
    r"|had|will|would)\b)[\w’'“”\"()-]+\s+)"
)
"""A word of the object of a verb, up to the noun of the deed: "details of the latest "."""
NOUN = re.compile(rf"(?i)\b(?:{_DETERMINER}|{_PREPOSITION}){OF_OBJECT}{{0,6}}[\"“‘']?$")
"""Before a trigger that is a noun: "the latest "."""
GERUND_NOUN = re.compile(
    rf"(?i)\b{_DETERMINER}(?:(?!(?:in|of|for|to|on|at|and|not|before|after|while|when|by|from)\b)[\w’'-]+\s+){{0,2}}"
    r"[\"“‘']?$"
)
OF_VERB = re.compile(r"(?i)\bto\s+[a-z]+\s+$")
"""Before a noun in the plural: "steps to prevent "."""
_DO = (
    r"(?:carr(?:y|ies|ied|ying)\s+out|tak(?:es?|en|ing)\s+part|took\s+part|launch(?:es|ed|ing)?|unleash\w*"
    r"|commit(?:s|ted|ting)?|conduct(?:s|ed|ing)?|perpetrat\w+|stag(?:e[sd]?|ing)|mount(?:s|ed|ing)?|wag(?:e[sd]?|ing)"
    r"|execut(?:e[sd]?|ing)|inflict(?:s|ed|ing)?|caus(?:e[sd]?|ing)|orchestrat\w+|direct(?:s|ed|ing)?"
    r"|order(?:s|ed|ing)?|command(?:s|ed|ing)?|plan(?:s|ned|ning)?|plant(?:s|ed|ing)?|prepar(?:e[sd]?|ing)"
    r"|le(?:ads?|d|ading)|beg[aiu]n\w*|start(?:s|ed|ing)?|continu(?:e[sd]?|ing)|resum(?:e[sd]?|ing)|ceas(?:e[sd]?|ing)"
    r"|(?:step|ramp)\w*\s+up|press\w*\s+(?:ahead|on)|intensif\w+|escalat\w+|expand\w*|coordinat\w+|participat\w+"
    r"|join(?:s|ed|ing)?|involv(?:es?|ing|ed\s+in)|engag\w+|inspir\w+|return(?:s|ed|ing)?|respon\w+\s+with|retaliat\w+"
    r"|fir(?:e[sd]?|ing)|drop(?:s|ped|ping)?|detonat\w+|us(?:e[sd]?|ing)|ma(?:de|kes?|king)\s+(?:\w+\s+)?(?=arrests?\b))"
)
_ANSWER = (
    r"(?:responsib\w+|accountable|behind|guilty|trial|(?:accus|charg|convict|suspect|blam|implicat)\w+\s+(?:of|with|for|in)"
    r"|confess\w*|admi(?:ts?|tted|tting)|acknowledg\w+|claim(?:s|ed|ing)?(?!\s+(?:that|it|was|is)\b)"
    r"|den(?:y|ies|ied|ying)|threaten\w*|vow(?:s|ed|ing)?)"
)
DOES = re.compile(
    rf"(?i)\b(?:{_DO}|{_ANSWER}|(?:go|goes|going|went|is|are|was|were)\s+on)\b(?:\s+(?!(?:after|before|since|when|while"
    r"|following|amid|despite|until|into|about|retaliation|response|revenge|investigation|inquiry|probe)\b)[^\s;:]+){0,14}"
    r"\s*$"
)
"""Who does a deed, goes on with it or answers for it, up to its noun: " launched a wave of "."""
STRIKES_WITH = re.compile(
    r"(?i)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bbeing)\s(?:kill|wound|injur|target|attack|bomb|shell|pound|hit|struck)"
    rf"\w*\s[^;:]*?\b(?:in|with|using)\s+{OF_OBJECT}{{0,6}}$"
)
"""Who tells his deed by a verb and goes on with its noun: " killed ten people in a series of "."""
OWN = re.compile(
    r"(?i)\b(?:its|their|his|her|our|my)\s+(?:(?!(?:of|for|to|in|on|about|over)\b)[\w-]+\s+){0,4}[“\"‘']?$"
    r"|^(?:['’]s?|s['’])\s"
)
"""Whose the deed is: "confirmed their latest raid" tells of one's own."""
PART_OF = re.compile(rf"(?i)\b(?:in|(?:is|are|was|were|be|been) on|announc\w+|ahead with)\s+{OF_OBJECT}{{0,4}}$")
"""A part of what several do: "lost many in the "."""
NOT_DONE = re.compile(r"(?i)n['’]?t\b|\b(?:not|never)\s+tak\w+\b")
ACCUSED = re.compile(
    r"(?i)\b(?:accus|blam|suspect|charg|convict|condemn|critici[sz]|denounc)\w*\s+(?:[\w’'-]+\s+){0,2}$"
)
OF_WHAT = re.compile(r"(?i)\s+(?:of|for|over)\s+(?!not\b)")
OF_DOING_AND = re.compile(
    r"(?i)\s+of\s+(?!having\b)\w+ing\s(?:(?!(?:ha[sd]|have|having|who|which|that)\b)[^\s;:]+\s+)*?and\s+(?:\w+ly\s+)?"
)
"""Behind the accused: of what, up to a verb in the past that is none of his deeds."""
NAMED_BEHIND = re.compile(
    r"(?i)(?:^|\b(?:by|of|from|between|among|and|or|that|which))\s+(?:either\s+|both\s+)?[\"“‘']?$"
)
"""Before whoever is named behind a noun for what he did."""
BELONGS = re.compile(r"(?i)\b(?:is|are|was|were|be)\s+from\s+$")
"""Of people: where they belong, "the dead were from"."""
FREED_FROM = re.compile(
    r"(?i)\b(?:liberat|free|clear|retak|recaptur|captur|seiz|wrest|rescu|sav|protect|defend)\w*\s"
    r"(?:[^\s,;:]+\s+){1,6}?from\s+$"
)
"""Before those from whom something is taken: "an operation to free the town from "."""
AGAINST = re.compile(r"(?i)\bagainst\s+(?:the\s+)?$")
WITH_WHAT = re.compile(r"(?i)\s+(?:with|by|using|in)\s")
"""Behind somebody against whom something is done: how or when."""
BY_OF_VERB = re.compile(
    r"(?i)\b((?:[a-z]{2,}ed|run|held|hit|made|led|known|seen|driven|overseen|overrun)(?:\s+out)?)\s+(?:\w+ly\s+)?"
    r"by\s+(?:either\s+|both\s+)?$"
)
"""Before the doer of another verb: "a village held by "."""
ENDED = re.compile(
    r"(?i)^\s+(?:(?:has|have|had|is|are|was|were|be|been|being|quickly|\w+ly)\s+)+(?:suppress|repel|repuls|foil|thwart"
    r"|quell|contain|condemn|denounc|deplor|halt|avert|stopp|ended|put\s+down|beaten\s+(?:back|off))\w*\s"
    r"(?:(?!(?:and|but|after|when|while)\b)[^\s,;:]+\s+)*by\s+(?:either\s+|both\s+)?$"
)
"""Behind a deed up to who put an end to it: " was suppressed within hours by "."""
JOINED = re.compile(r"(?i)\s*(?:,|and|or)\s*(?:\w+ly\s+)?")
NOBODY = re.compile(r"(?i)(?:no|none|nobody|neither)\b")


def nobody_else(clause: Clause) -> EventMention:
    """ "The council has suspended aid after an attack", "deaths were reported to the police": who is not said to do it
    has not done it; nor has "no group"."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in DONE or actor is None:
        return event
    ahead, behind = actor.end <= event.trigger.start, actor.start >= event.trigger.end
    told = said_to_do_it(clause, actor) if ahead else named_behind(clause, actor) if behind else True
    return event if told and not NOBODY.match(actor.text) else clause.with_roles(None, event.target)


def said_to_do_it(clause: Clause, actor: Span) -> bool:
    """Whether what stands between an actor and a deed behind him lets him do it; of a verb the reader knows best."""
    event = clause.event
    between = clause.text[actor.end : event.trigger.start]
    verb = VERB.match(event.trigger.text)
    if is_opponent(clause, actor, between) or (verb and is_only_accused(clause, actor, between)):
        return False
    attribute = verb and ATTRIBUTE.search(between)
    if not attribute and (verb or not tells_by_noun(event.trigger.text, between)):
        return True
    if OWN.search(between) and not NOT_DONE.search(between):
        return True
    if OF_WHAT.match(between) and ACCUSED.search(clause.text, event.sentence.start, actor.start):
        return True
    in_it = event.kind in SHARED and PART_OF.search(between)
    return bool(in_it or DOES.search(between) or STRIKES_WITH.search(between))


def is_opponent(clause: Clause, actor: Span, between: str) -> bool:
    """Whether the sentence has told of a deed against somebody, and goes on with how it was done or what it did:
    "retaliated against the duke with raids", "the offensive against rebels killed ten"; but "against the duke's raids"
    and "against rebels who killed ten"."""
    if AGAINST.search(clause.text, clause.event.sentence.start, actor.start) is None:
        return False
    return WITH_WHAT.match(between) is not None or (
        between == " " and VERB.match(clause.event.trigger.text) is not None
    )


def is_only_accused(clause: Clause, actor: Span, between: str) -> bool:
    """Whether who is accused of doing one thing would do the next, which his accuser does: "accused the duke of burning
    the mill and shelled his castle"."""
    accused = ACCUSED.search(clause.text, clause.event.sentence.start, actor.start)
    return accused is not None and OF_DOING_AND.fullmatch(between) is not None


def tells_by_noun(trigger: str, before: str) -> bool:
    """Whether a trigger is a noun behind these words."""
    if GERUND.match(trigger):
        return GERUND_NOUN.search(before) is not None
    return bool(NOUN.search(before) or (trigger.endswith("s") and OF_VERB.search(before)))


def named_behind(clause: Clause, actor: Span) -> bool:
    """Whether an actor behind a deed is said to do it, and does not only hold what it struck, or belong to whom."""
    event = clause.event
    between = clause.text[event.trigger.end : actor.start]
    if BELONGS.search(between) or FREED_FROM.search(between) or by_another_verb(between):
        return False
    verb = VERB.match(event.trigger.text) or (GERUND.match(event.trigger.text) and not OF_WHAT.match(between))
    if verb or event.kind in SHARED or BY_OF_VERB.search(between):
        return True
    return NAMED_BEHIND.search(between) is not None


def by_another_verb(between: str) -> bool:
    """Whether words from a deed up to somebody behind "by" end in another verb, whose doer he is, or tell its end."""
    if ENDED.match(between):
        return True
    verb = BY_OF_VERB.search(between)
    return verb is not None and not (DOES.match(verb[1]) or JOINED.fullmatch(between, 0, verb.start()))
