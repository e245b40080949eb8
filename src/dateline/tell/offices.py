"""figure -> whether who gives it counts by office: a body, or somebody whom a report calls by his post."""

import re

from dateline.model import EntityMention, Figure
from dateline.tell.told import Told

POST = (
    r"(?<!former )(?<!ex-)(?:minister|president|premier|chancellor|governor|mayor|prefect|prosecutor|coroner|sheriff|"
    r"commissioner|ambassador|secretary|director|spokes(?:wo)?man|spokesperson|officials?|officers?|chief|commander|"
    r"general|colonel|major|captain|lieutenant|constable|inspector|superintendent|"
    r"(?:gen|col|maj|capt|lt|gov)\.|head(?= of\b))"
)
BODY = re.compile(
    rf"(?i)\b(?:{POST}|police|authorit(?:y|ies)|government|ministry|army|military|hospitals?|medics|doctors|rescuers|"
    r"firefighters|coast ?guards?|agency|council|department|directorate|commission|"
    r"(?:fire|health|rescue|emergency|disaster) (?:brigade|services?|office|centre|center))"
    r"(?!\w)"
)
"""What a body or a post is called in words."""

BEFORE = re.compile(rf"(?i)\b{POST}(?: (?:of|for|in) [^,.;:“”\"]{{1,40}},)?\s+$")
BEHIND = re.compile(
    r"^, (?:(?:the|an?|its|their) )?(?:(?!(?:of|to|for|by|with|in|from|and|the|who|whose|which)\b)[\w’'-]+ ){0,3}?"
    rf"(?i:{POST})\b"
)
"""How a post stands beside a name: “Mayor Ann Lee”, “the head of the clinic, Ann Lee”, “Ann Lee, the deputy mayor”."""

BODIES = frozenset({"org", "group", "place", "facility"})
"""Types of what speaks as a body: a country is its government."""

REACH = 70
"""Characters beside a name in which its post stands."""


def counts_by_office(figure: Figure, told: Told) -> bool:
    """Whether a body gives a figure, or somebody whom any report calls by his post: no relative or witness."""
    claim = told.claims.get(figure.claim or "")
    entity = told.entities.get(figure.source or (claim.source.entity if claim and claim.source else None) or "")
    if entity is None:
        words = claim.source.text if claim is not None and claim.source is not None else None
        return words is not None and BODY.search(words) is not None
    if entity.type in BODIES and any(m.form == "name" for m in entity.mentions):
        return True
    return any(_has_post(m, told) for m in entity.mentions if m.form != "pronoun")


def _has_post(mention: EntityMention, told: Told) -> bool:
    """Whether a mention is a post or a body in words, or a name with a post beside it."""
    if mention.form != "name":
        return BODY.search(mention.text) is not None
    text = told.reports[mention.report].text
    before, behind = text[max(0, mention.start - REACH) : mention.start], text[mention.end : mention.end + REACH]
    return BEFORE.search(before) is not None or BEHIND.match(behind) is not None
