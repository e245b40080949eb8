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
SHARED, ALIKE = 2, 3
"""Words of one stem that stand on both sides of a seam, and of one that its verb shows less clearly."""
OPENING = 3
"""Words behind a seam in which what was told before is named again."""
_CAPITAL = re.compile(r"(?<=[a-z\d'’”]) (?=[A-Z])")
_OF_A_DATE = re.compile(rf"{one_of(MONTH_STARTS)}[a-z]*\b|[A-Z][a-z]+day\b|[A-Z]{{3}}\b")
_HAS_VERB = re.compile(
    r"(?:[\w'’.,$#%-]+ ){1,6}?(?:has|have|had|is|are|was|were|will|would|could|may|might|says?|said)\b"
)
"""What begins a sentence: up to six words, and a verb that takes their part."""
_HAS_VERB_LATER = re.compile(_HAS_VERB.pattern.replace("{1,6}", "{1,12}"))
_ARTICLE = re.compile(r"(?:An?|The) ")
_SAID = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|th(?:ink|inks|ought)|kn(?:ow|ows|ew)|fe(?:el|els|lt)|f(?:ind|inds|ound)"
    r"|m(?:ean|eans|eant)|s(?:ee|ees|aw)|den(?:y|ies|ied)|worr(?:y|ies|ied)|hear[ds]?|not(?:es|ed|ing)|shows?|showed|shown"
    r"|(?:believ|hop|argu|announc|acknowledg|conclud|alleg|promis|agre|declar|indicat|reveal|learn|understand|fear"
    r"|warn|claim|suggest|insist|confirm|expect|admit|report|add|stress|vow|wonder|ask|wish)(?:e?[sd]|t?ed|ing)?)\b"
)
"""Verbs behind which a clause may begin without a word between: "feared Karsen was lost"."""
_SAID_LAST = re.compile(rf"{_SAID.pattern}(?: [^\s,]+){{0,2}}$")
_SAID_WHOLE = re.compile(r", [^,]{2,40} (?:says?|said)$")
"""A headline that ends with who says so: "Dyke will hold, engineers say"."""
_LEADS_ON = re.compile(
    rf"\b(?:(?:to|could|will|would|may|can|must|should) [a-z]+|[a-z]+(?:er|or|man|woman|ist|ian|ant)s?|{one_of(KIN)}"
    r"|president|minister|chief|executive|king|queen|star|staff|captain|head|boss|secretary|general|judge|group|firm"
    r"|company|club|band|side|agency|late|fellow|rival|new|top|old|own|whole|entire|leading|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozens?|hundreds?|thousands?|million|another|all|some|many|first|second|last|next|most|main"
    r"|big|major|local|an?|the|of|in|on|at|to|by|for|from|with|as|than|that|and|or|but|nor|if|so|because|when|while"
    r"|where|who|whom|whose|which|what|how|about|before|since|until|into|via|called|titled|named|is|are|was|were|be"
    r"|between|near|against|like|through|across|despite|amid|among|during|within|without|towards?|outside|inside|around"
    r"|north|south|east|west|[a-z]+ern|mainly|mostly|largely|nearby|[a-z]+-(?:led|backed|held|run|born|based)"
    r"|behind|beyond|unlike|off|up|out|down|whether|though|although|not|also|only|just|even|every|each|both|it|he|she"
    r"|they|we|day|night|week|month|year|time|moment|way|reason|place"
    r"|de|la|del|al|el|van|von)$",
    re.IGNORECASE,
)
"""Words that lead to the name behind them: what or where somebody is, a preposition, a noun with its own clause."""


def find_seam(sentence: str) -> int | None:
    """Where the words end that ran into the sentence behind them; null where it is one sentence."""
    last = None
    for capital in _CAPITAL.finditer(sentence):
        before, behind = sentence[: capital.start()], sentence[capital.end() :]
        if _SAID.search(before):
            break
        if _may_part(before, behind) and _HAS_VERB.match(behind) and len(_shared(before, behind)) >= SHARED:
            last = capital.start()
    return _find_told_again(sentence) if last is None else last


def _find_told_again(sentence: str) -> int | None:
    """Where words end that the sentence behind them tells again: it opens with an article or with a word of theirs, has
    three in all, and its verb may stand late. What they say somebody said reaches up to three words."""
    for capital in _CAPITAL.finditer(sentence):
        before, behind = sentence[: capital.start()], sentence[capital.end() :]
        if not _may_part(before, behind) or not _HAS_VERB_LATER.match(behind):
            continue
        if _SAID_LAST.search(before) and not _SAID_WHOLE.search(before):
            continue
        told = {word.text for word in find_words(before)}
        again = any(word.text in told for word in find_words(behind)[:OPENING])
        if (again or _ARTICLE.match(behind)) and len(_shared(before, behind)) >= ALIKE:
            return capital.start()
    return None


def _may_part(before: str, behind: str) -> bool:
    """May two sentences meet here: is the word before the capital no name, and none that leads to one?"""
    if before[before.rfind(" ") + 1].isupper() or _LEADS_ON.search(before) or _OF_A_DATE.match(behind):
        return False
    return before.count(" ") >= FEWEST_BEFORE - 1 and behind.count(" ") >= FEWEST_BEHIND - 1


def _shared(before: str, behind: str) -> set[str]:
    """The stems of the words that stand on both sides."""
    words, others = find_words(before), find_words(behind)
    enough = len(words) >= FEWEST_BEFORE and len(others) >= FEWEST_BEHIND
    return content(words) & content(others) if enough else set()
