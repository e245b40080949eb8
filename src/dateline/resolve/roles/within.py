"""Clause -> EventMention: who stands inside the words for something else has not done the deed behind them.

"struck at the wedding of a guard, killing two", "foiled a plot by rebels to attack", "men loyal to the duke attacked":
the reader takes the name that stands next for the doer.
"""

import re

from dateline.model import EventMention
from dateline.model.kinds import HARM_AND_DAMAGE
from dateline.resolve.entities.extents import DEFINITE, INDEFINITE
from dateline.resolve.entities.page import contains
from dateline.resolve.roles.doers import BY_OF_VERB, DONE, GERUND, by_another_verb
from dateline.resolve.roles.wording import Clause

RESULT = re.compile(r"(?i),?\s+(?:and\s+)?(?:\w+ly\s+)?")
"""What stands between a deed and the harm that it did: "…, instantly | killing two"."""
INSIDE = re.compile(r"(?i)\b(?:of|on|against|at|near|inside|outside|around)\s+(?:the\s+|an?\s+)?$")
DEED_OF = re.compile(r"(?i)\s+(?:of|by)\s+(?:the\s+|an?\s+)?")
"""What stands between a deed and who did it: "the attack of the rebels"."""
TELLING_OF = re.compile(
    r"(?i)\b(?:reports?|footage|videos?|images?|pictures?|accounts?|cases?|claims?|fears?|risk|danger|evidence|history"
    r"|instances?|spate|wave)\s+of\s+(?:the\s+|an?\s+)?$"
)
"""Before somebody of whom a deed is told: "footage of guards killing two"."""
PASSIVE = re.compile(r"(?i)\b(?:is|are|was|were|be|been|being|got)\s+(?:\w+ly\s+)?$")
FOILED = re.compile(
    r"(?i)\b(?:foil|thwart|frustrat|avert|prevent|repel|repuls|block|disrupt|stopp)\w*\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:attempt|bid|plot|plan|effort)s?\s+(?:(by)\s+)?"
    r"(?:(?!(?:and|but|or|after|before|when|while|as|which|who)\b)[^\s,;:]+\s+)*$"
)
"""What stands between those who foil a deed and the deed that others were about: " foiled a bid by rebels to "."""
TIED = re.compile(
    r"(?i)\b(?:(?:affiliated|linked|loyal|allied|tied|belonging|opposed)\s+(?:to|with)|(?:backed|supported|funded"
    r"|financed|sponsored|trained|armed)\s+by)\s+$"
)
"""Before those to whom somebody else belongs: "men loyal to the duke"."""
FOUGHT = re.compile(
    r"(?i)\s(?:in|during|amid)\s+(?:[\w’'-]+\s+){0,3}?(?:clash(?:es)?|fighting|battles?|combat|skirmish(?:es)?"
    r"|gunfights?|firefights?|shoot-?outs?)\s+(?:with|against)\s[^,;:]*?(?:[,;:]|\b(?:where|when|while|as|after|before"
    r"|since|which)\b)"
)
"""Behind the dead of a fight: whom they fought, and another clause."""
ALSO_HARMED = re.compile(
    r"(?i),?\s+(?:and\s+)?(?:an)?(?:others?|\w+)\s+(?:killed|injured|wounded|hurt|missing|arrested|detained)"
    r"(?:\s+(?:in|by|as|when|after|at|near)\b|$)"
)
"""Behind the harm of the one, in a headline, that of the next: ", two injured in"."""
HARMED = re.compile(r"(?i)(?:killed|injured|wounded|hurt|shot|shot dead)$")
SENTENCE_END = (".", "!", "?", "”", '"')


def in_a_phrase(clause: Clause) -> EventMention:
    """ "struck at the wedding of a guard, killing two", "hit a village held by rebels, killing two": neither the guard
    nor the rebels killed, where the sentence has told another deed before them."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in HARM_AND_DAMAGE or actor is None or not GERUND.match(event.trigger.text):
        return event
    if not RESULT.fullmatch(clause.text[actor.end : event.trigger.start]):
        return event
    told = (t for t in clause.triggers if event.sentence.start <= t.start and t.end <= actor.start)
    deed = max(told, key=lambda t: t.start, default=None)
    if deed is None or DEED_OF.fullmatch(between := clause.text[deed.end : actor.start]):
        return event
    inside = INSIDE.search(between) and not TELLING_OF.search(between)
    return clause.with_roles(None, event.target) if inside or of_a_noun(between) else event


def of_a_noun(between: str) -> bool:
    """Whether words up to somebody behind "by" end in a participle that tells more of a noun: "a village held by"."""
    verb = BY_OF_VERB.search(between)
    return verb is not None and by_another_verb(between) and not PASSIVE.search(between, 0, verb.start())


def foiled(clause: Clause) -> EventMention:
    """ "The army foiled a bid by rebels to attack the mill": the rebels were about to, and not the army."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in DONE or actor is None or actor.end > event.trigger.start:
        return event
    bid = FOILED.search(clause.text, actor.end, event.trigger.start)
    if bid is None:
        return event
    doer = clause.phrase(bid.end(1) + 1) if bid[1] else None
    return clause.with_roles(doer if doer is not None and clause.is_party(doer) else None, event.target)


def tied_to(clause: Clause) -> EventMention:
    """ "Men loyal to the duke attacked": the men did, and not the duke."""
    event, actor, target = clause.event, clause.event.actor, clause.event.target
    if event.kind not in DONE or actor is None or actor.end > event.trigger.start:
        return event
    if not TIED.search(clause.text, event.sentence.start, actor.start):
        return event
    whole = target if target is not None and target != actor and contains(target, actor) else None
    if whole is None or PASSIVE.search(clause.before):
        return clause.with_roles(None, target)
    return clause.with_roles(whole, None)


def fought_others(clause: Clause) -> EventMention:
    """ "Ten guards were killed in clashes with rebels after the army had moved in": the army did not kill them."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in HARM_AND_DAMAGE or actor is None or actor.start < event.trigger.end:
        return event
    between = clause.text[event.trigger.end : actor.start]
    return clause.with_roles(None, event.target) if FOUGHT.search(between) and not between.endswith(" by ") else event


def also_harmed(clause: Clause) -> EventMention:
    """ "Farmer killed, two injured in blast": a headline's participles; nobody in them acts."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in HARM_AND_DAMAGE or actor is None or not HARMED.match(event.trigger.text):
        return event
    bare = actor.text.split()[0].lower() not in DEFINITE | INDEFINITE and clause.before == f"{actor.text} "
    if not bare or clause.after.rstrip().endswith(SENTENCE_END) or not ALSO_HARMED.match(clause.after):
        return event
    return clause.with_roles(None, actor)
