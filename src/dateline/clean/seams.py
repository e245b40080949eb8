"""First sentence of a report -> where the headline or caption ends that ran into it.

A page without a title begins "Dyke breaks at old mill Karsen's mill has lost its dyke to the Orla." No mark parts the
two; but the second begins at a name behind a small word, has a verb of its own, and tells again what the first told.
"""

import re

from dateline.clean.lines import find_words
from dateline.clean.topic import content
from dateline.english.calendar import MONTH_STARTS
from dateline.english.nouns import KIN
from dateline.english.patterns import one_of

FEWEST_BEFORE, FEWEST_BEHIND = 4, 6
"""Words on either side of a seam."""
SHARED = 2
"""Words of one stem that stand on both sides."""
_CAPITAL = re.compile(r"(?<=[a-z\d'’”]) (?=[A-Z])")
_OF_A_DATE = re.compile(rf"{one_of(MONTH_STARTS)}[a-z]*\b|[A-Z][a-z]+day\b|[A-Z]{{3}}\b")
_HAS_VERB = re.compile(
    r"(?:[\w'’.,$#%-]+ ){1,6}?(?:has|have|had|is|are|was|were|will|would|could|may|might|says?|said)\b"
)
"""What begins a sentence: up to six words, and a verb that takes their part."""
_SAID = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|th(?:ink|inks|ought)|kn(?:ow|ows|ew)|fe(?:el|els|lt)|f(?:ind|inds|ound)"
    r"|m(?:ean|eans|eant)|s(?:ee|ees|aw)|den(?:y|ies|ied)|worr(?:y|ies|ied)|hear[ds]?|not(?:es|ed|ing)|shows?|showed|shown"
    r"|(?:believ|hop|argu|announc|acknowledg|conclud|alleg|promis|agre|declar|indicat|reveal|learn|understand|fear"
    r"|warn|claim|suggest|insist|confirm|expect|admit|report|add|stress|vow|wonder|ask|wish)(?:e?[sd]|t?ed|ing)?)\b"
)
"""Verbs behind which a clause may begin without a word between: "feared Karsen was lost"."""
_LEADS_ON = re.compile(
    rf"\b(?:(?:to|could|will|would|may|can|must|should) [a-z]+|[a-z]+(?:er|or|man|woman|ist|ian|ant)s?|{one_of(KIN)}"
    r"|president|minister|chief|executive|king|queen|star|staff|captain|head|boss|secretary|general|judge|group|firm"
    r"|company|club|band|side|agency|late|fellow|rival|new|top|old|own|whole|entire|leading|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozens?|hundreds?|thousands?|million|another|all|some|many|first|second|last|next|most|main"
    r"|big|major|local|an?|the|of|in|on|at|to|by|for|from|with|as|than|that|and|or|but|nor|if|so|because|when|while"
    r"|where|who|whom|whose|which|what|how|about|before|since|until|into|via|called|titled|named|is|are|was|were|be"
    r"|between|near|against|like|through|across|despite|amid|among|during|within|without|towards?|outside|inside|around"
    r"|behind|beyond|unlike|off|up|out|down|whether|though|although|not|also|only|just|even|every|each|both|it|he|she"
    r"|they|we|day|night|week|month|year|time|moment|way|reason|place"
    r"|de|la|del|al|el|van|von)$",
    re.IGNORECASE,
)
"""Words that lead to the name behind them: what somebody is, a preposition, a noun with a clause of its own."""


def find_seam(sentence: str) -> int | None:
    """Where the words end that ran into the sentence behind them; null where it is one sentence."""
    last = None
    for capital in _CAPITAL.finditer(sentence):
        before, behind = sentence[: capital.start()], sentence[capital.end() :]
        if _SAID.search(before):
            break
        if _is_seam(before, behind):
            last = capital.start()
    return last


def _is_seam(before: str, behind: str) -> bool:
    if before[before.rfind(" ") + 1].isupper() or _LEADS_ON.search(before) or _OF_A_DATE.match(behind):
        return False
    if not _HAS_VERB.match(behind):
        return False
    words, others = find_words(before), find_words(behind)
    enough = len(words) >= FEWEST_BEFORE and len(others) >= FEWEST_BEHIND
    return enough and len(content(words) & content(others)) >= SHARED
