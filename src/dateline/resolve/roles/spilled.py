"""Clause -> EventMention: an actor that the reader let run over more than one phrase, cut to what it can be.

The reader finds the first and the last word of an actor apart. "The driver slowed when he" is a sentence begun and
another's subject: only the subject next to the trigger is meant. Nobody's words hold the word for what they did, unless
that word heads them ("protesters"). No actor of the reading corpus, of 4,450, spills over like this.
"""

import re

from dateline.model import EventMention, Span
from dateline.resolve.entities.page import contains, overlaps
from dateline.resolve.roles.doers import DONE
from dateline.resolve.roles.wording import Clause

RELATIVE = re.compile(r"(?i)\b(?:who|whom|whose|which|such as|as many)\b")
ANOTHER_CLAUSE = re.compile(
    r"(?i)(?:,|\b(?:as|when|if|because|while|after|before|since|until|that))\s+(?=(?:he|she|it|they|we|I|others)$)"
    r"|,\s+with\s+(?=(?:the|an?|its|their)\s+[\w-]+$)"
    r"|\b(?:said|says?|told reporters)\s+(?:that\s+)?"
    r"(?!(?:is|are|was|were|has|have|had|will)\b)(?=[\w’'.-]+(?:\s+[\w’'.-]+){0,3}$)"
)
"""What stands between the sentence that was begun and the subject of the trigger."""
PRONOUN = re.compile(r"(?i)(?:he|she|it|they|we|I)\b")
FOR_WHAT = re.compile(r"\sto\s+[a-z]+\s+(?=(?:the\s+)?[A-Z][^,]*$)")
WHICH = re.compile(r",\s+(?:which|who)\s")
SENTENCE = re.compile(
    r"(?<!-)(?<!that )\b(?:is|are|was|were|has|have|had|appeared|arose|emerged|erupted|happened|occurred|remained)\s"
)
"""Verbs that make a sentence of the words around them: auxiliaries, and those that have no passive."""
FEW = 3
"""Words before a trigger from which on an actor that goes on behind it is no noun phrase."""


def of_own_clause(clause: Clause) -> EventMention:
    """ "[The driver slowed when he] hit a wall": he hit it; "[police to find the Front], which burned two mills": the
    Front did."""
    event, actor = clause.event, clause.event.actor
    if actor is None or actor.end > event.trigger.start or RELATIVE.search(actor.text):
        return event
    begins = [m.end() for m in ANOTHER_CLAUSE.finditer(actor.text)]
    if not begins and WHICH.match(clause.text, actor.end):
        begins = [m.end() for m in FOR_WHAT.finditer(actor.text)]
    if not begins:
        return event
    own = Span(start=actor.start + begins[-1], end=actor.end, text=actor.text[begins[-1] :])
    return clause.with_roles(own, event.target)


def no_sentence(clause: Clause) -> EventMention:
    """ "[officials believe it was the third] attack": a sentence does nothing; of "[the rebels have come] to hide" and
    "[two trams have met], injuring ten" its subject does, and so does that of what the reader ran on over: "robbed by
    [the rebels, was freed]"."""
    event, actor = clause.event, clause.event.actor
    if actor is None or overlaps(actor, event.trigger) or RELATIVE.search(actor.text):
        return event
    verb = SENTENCE.search(actor.text)
    if verb is None:
        return event
    behind = actor.start > event.trigger.end
    purpose = clause.text[actor.end : event.trigger.start].strip() == "to"
    result = verb[0].startswith("ha") and event.trigger.text.endswith("ing")
    words = actor.text[: verb.start()].rstrip(" ,")
    subject = Span(start=actor.start, end=actor.start + len(words), text=words)
    return clause.with_roles(subject if words and (behind or purpose or result) else None, event.target)


def around_its_trigger(clause: Clause) -> EventMention:
    """ "[The navy has confirmed another missile test by rebels]": no such phrase acts; if it begins with a subject, as
    "[they held the hills and shelled the town]" does, that may."""
    event, actor = clause.event, clause.event.actor
    if event.kind not in DONE or actor is None or not contains(actor, event.trigger) or actor.end == event.trigger.end:
        return event
    if len(clause.text[actor.start : event.trigger.start].split()) < FEW:
        return event
    subject = PRONOUN.match(actor.text)
    own = None if subject is None else Span(start=actor.start, end=actor.start + subject.end(), text=subject[0])
    return clause.with_roles(own, event.target)
