"""trigger and the words beside it -> what a noun says by its form: one or many, old or new, which of many, again."""

import re

from dateline.english.calendar import WEEKDAYS
from dateline.english.comparisons import LIKENED

DEFINITE = (
    "the ", "this ", "that ", "these ", "those ", *map(str.lower, WEEKDAYS), "today", "yesterday", "its ", "their ",
    "his ", "her ",
)  # fmt: skip
"""What stands before a noun that points back."""

INDEFINITE = re.compile(
    r"(?i)\b(?:an?|another|further|similar|other|previous|past|earlier)\s(?:[\w'’-]+\s){0,3}$|\balso\s$"
)
"""What stands before a noun that is told for the first time, or a verb that tells one more."""

SERIAL = re.compile(r"(?i)\b(?:series|string|spate|wave|succession|sequence|a number) of (?:[\w'’-]+\s){0,3}$")
"""What stands before a noun for several of a kind: it is none of them."""

LIKENED_TO = re.compile(rf"(?i)\b(?:{LIKENED})\s(?:[\w’'-]+\s){{0,4}}$")
"""What stands before a noun for another of its kind, which its sentence likens to its own."""

ORDINAL = re.compile(
    r"(?i)\b(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s(?:[\w'’-]+\s){0,3}$"
)
"""What stands before a noun for which of its kind it is. The “first” and the “second” are often so of
something else: the second this week is the ninth this year."""


GOES_ON = r"(?:extend|prolong|renew)"
AGAIN = re.compile(rf"(?i)\b{GOES_ON}\w*\s(?:[\w’'-]+\s){{0,3}}$")
AGAIN_BEHIND = re.compile(rf"(?i)\s(?:(?:is|are|was|were|be|been|being|has|had|have|will|would|to)\s)+{GOES_ON}ed\b")
"""What makes of a measure another act than its beginning: “extended the curfew”, “the curfew will be extended”."""


def is_again(before: str, after: str) -> bool:
    """Whether a noun is told as what somebody extends."""
    return bool(AGAIN.search(before) or AGAIN_BEHIND.match(after))


def number_of(trigger: str, after: str, before: str = "") -> frozenset[bool]:
    """Whether a trigger noun is plural; empty for a verb, which has no number: one that ends as verbs do, is no noun
    with its “s” (“kills”), or has an object right behind it (“attacks the consulate”). An article or a superlative
    makes “shooting” a noun."""
    last = trigger.split()[-1].casefold() if trigger.split() else ""
    if last.endswith("ing") and AS_NOUN.search(before):
        return frozenset({False})
    if last.endswith(("ed", "ing")) and not last.endswith("bombing"):
        return frozenset()
    if last.endswith("s") and (last in NO_PLURALS or OBJECT.match(after)):
        return frozenset()
    return frozenset({last.endswith("s") and not last.endswith(("ss", "us", "is"))})


AS_NOUN = re.compile(r"(?i)\b(?:an?|the|this|that|worst|\w+est)(?: mass)? $")
"""What stands right before a noun of one."""

NO_PLURALS = frozenset(
    "kills shoots stabs slays injures hurts dies explodes detonates erupts destroys flees leaves arrives seizes "
    "captures kidnaps abducts detains frees rams slams smashes collides derails overturns sinks hits".split()
)
"""Forms that are verbs wherever they tell of a deed: several of these are “killings”, “shootings”, “captives”."""

OBJECT = re.compile(
    r" (?:(?:the|an?|its|his|her|their|at least|more than|up to|some|several|many|dozens|hundreds|one|two|three|four|"
    r"five|six|seven|eight|nine|ten)\b|\d|[A-Z])"
)
"""How the object of a verb begins."""


def is_definite(before: str, trigger: str) -> bool:
    """Whether a noun points back to something already told: a definite article or a weekday stands before it."""
    phrase = " ".join(before.casefold().replace("’", "'").split()[-3:]) + " "
    if trigger.casefold().endswith("ing") and AS_NOUN.search(before):
        return before.casefold().endswith(("the ", "this ", "that "))
    if trigger.casefold().endswith(("ed", "ing")) and not trigger.casefold().endswith("bombing"):
        return False
    return any(f" {d}" in f" {phrase}" for d in DEFINITE) and not phrase.startswith(("a ", "an ", "another "))
