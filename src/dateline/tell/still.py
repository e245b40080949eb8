"""sentence -> whether it tells no step: what lasts for years, what one is, what a picture shows, what is wished."""

import re

from dateline.model import SourceSpan
from dateline.tell.fit import without_joint
from dateline.tell.told import Told

IDENTITY = re.compile(r"(?i)\b(?:is|are|(?:has|have) been) (?:\w+ly |still |now |also )*(?:an?|the|one of|among)\b")
"""Words of what somebody or something is."""

HABIT = re.compile(
    r"(?i)^(?:for|over|in) (?:the (?:past|last) )?(?:\w+ ){0,3}(?:years|decades|centuries)\b|"
    r"\b(?:over|in|for|during) the (?:past|last) (?:\w+ )?(?:years|decades)\W*$|"
    r"\b(?:has|have) [^,;]*\b(?:over|in|during) the (?:past|last) (?:\w+ )?(?:years|decades)\b|"
    r"\b(?:has|have) (?:(?:long|repeatedly|often|frequently) |been (?:the|a) (?:main|key|leading|chief|major) )|"
    r"^(?:most|many) (?:\w+ ){1,3}?(?:views?|sees?|regard|consider|believe|think|hold)\b|"
    r"^(?:several|many|dozens|scores|hundreds|thousands)\b[^,;]*\b(?:has|have) .*\bsince\b|"
    r"\b(?:has|have) been (?:\w+ )?(?:locked|mired|embroiled|engulfed|gripped|ravaged)\b|"
    r"\b(?:war|conflict|fighting|insurgency|unrest|violence)\b[^,;]*\b(?:has|have) [^,;]*"
    r"\bfor (?:[\w-]+ ){1,3}years\W*$|"
    r"\b(?:has|have) [^,;]*\bbefore\W*$|^(?:if|when|whenever) an? (?:[\w-]+ ){1,4}(?:is|are|gets?|goes|has) |"
    r"\b(?:every|each) (?:single )?(?:day|week|month|year|morning|afternoon|evening|night|\w+day|summer|winter)s?\b|"
    r"\b(?:weekly|yearly|annually|regularly|usually|typically|routinely)\b(?! (?:[\w-]+ )?(?:\w*paper|magazine))"
)
"""Words of what goes on for years, again and again, or always: “the war has raged on for five years”, “when a card is
lost, the bank pays”."""

OUGHT = re.compile(
    r"(?i)^(?:(?!\b(?:that|whether|if|which|who|whose|why|how|what|when|where)\b).)*"
    r"\b(?:needs? to|should|ought to|it(?: is|['’]s) (?:high )?time|let us|"
    r"an? (?:hopeful|welcome|encouraging|promising|worrying|ominous) (?:sign|step|move|development))\b"
)
"""Words, outside a clause that hangs on another, of what a writer who names nobody wishes for or makes of it."""

FOOTAGE = re.compile(
    r"(?i)^(?:[\w.’'-]+ ){0,6}?(?:footage|videos?|photos?|photographs?|pictures|images)\b[^,;]{0,120}?"
    r"\b(?:show(?:s|ed|ing)?|depict(?:s|ed|ing)?)\b"
)
"""How a sentence opens that only tells what is to be seen on a picture."""


SPEAKING = re.compile(
    r"^[^,;]*\b(?:was|were|is|are|has been|have been) (?:speaking|talking|interviewed)\b"
    r"(?!.*\b(?:when|as|while|until|before)\b)"
)
"""How a sentence reads that tells only that somebody spoke: “she was speaking in an interview”."""


WISHES, SHARE = 2, 0.1
"""Sentences of a report with wishes of its writer that make it a comment, and their share of all."""


def is_habit(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence tells what goes on for years or again and again: that came neither since nor from this."""
    return HABIT.search(without_joint(told.text(span))) is not None


def is_wish(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence says, for nobody else, what should be or how what is is to be taken."""
    ought = OUGHT.search(told.text(span))
    if ought is None:
        return False
    said = (words for claim in told.claims_in(span) for words in claim.content)
    return not any(words.start < span.start + ought.end() <= words.end for words in said)


def is_comment(report: str, told: Told) -> bool:
    """Whether a report says in its own voice, more than once and as no mere aside, what should be."""
    body = told.body.get(report, ())
    return sum(is_wish(span, told) for span in body) >= max(WISHES, SHARE * len(body))


def is_scene(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence tells first what somebody or something is, what a picture shows, what should be, or no more
    than that somebody spoke."""
    if is_wish(span, told) or (SPEAKING.match(told.text(span)) and not told.claims_in(span)):
        return True
    first = next(iter(told.events_in(span)), None)
    front = told.text(span)[: first.trigger.start - span.start] if first else ""
    return IDENTITY.search(front) is not None or FOOTAGE.match(without_joint(told.text(span))) is not None
