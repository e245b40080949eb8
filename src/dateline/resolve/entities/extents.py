"""The words of a span -> where its noun phrase ends: before its complement, and with it."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from dateline.english.numerals import ONE_TO_TWELVE
from dateline.resolve.entities.fold import POSSESSIVE
from dateline.resolve.entities.lexicon import PERSONS, nouns
from dateline.resolve.entities.page import Mention, Page, name_at

PRONOUNS = frozenset("he him his himself she her hers herself they them their theirs themselves it its itself".split())
DEFINITE = frozenset("the this that these those his her their its our my".split())
INDEFINITE = frozenset("a an another some any one no every each".split())
CUTS = frozenset(
    "of for in at from with near on under including loyal backed inside outside "
    "by after during to against between into over before about within around across through "
    "killed wounded injured trapped fleeing living "
    "released provided published issued posted recovered cited".split()
)
"""Words that end a noun phrase before its complement."""
PARTICIPLES = frozenset(
    "loyal backed killed wounded injured trapped fleeing living "
    "released provided published issued posted recovered cited".split()
)
CLAUSE = frozenset(
    "who whom whose which that said says say when where while is are was were be been has have had will "
    "would could can may might should must do does did not as after because if although but than "
    "called came resulting prompting".split()
)
"""Words that end it with all its complements: what follows is another clause."""
PARTICLES = frozenset("away back down off out over up".split())
STRONG = frozenset(
    "beat blew broke built caught cut dug drove fought found gave held hit kept led left lost made met sent set shot "
    "struck threw told took won".split()
)
"""Verbs whose past does not end in "ed"."""
BEHIND_VERB = CUTS | {"amid", "as"}
"""What follows a verb that has no object: "the Front | emerged amid"."""
RESULTS = frozenset("killing wounding injuring destroying causing leaving".split())
"""What a deed did, behind whom it struck, though the comma is lost."""
OFFICE_LONG = 5
"""Words of an office with the one behind it: "deputy emergencies director at"."""


def core_length(page: Page, words: Sequence[tuple[int, int, str]], names: Sequence[Mention]) -> int:
    """How many words belong to the noun phrase before its complement: up to a preposition, comma or verb."""
    for i in range(1, len(words)):
        gap = page.text[words[i - 1][1] : words[i][0]]
        if inside_one_name(names, words[i - 1], words[i]):
            continue
        lower = words[i][2].lower()
        if re.search(r"[,;:(–—]", gap):
            return i
        ends = lower in CUTS | CLAUSE and name_at(names, words[i]) is None
        if ends and (lower not in PARTICIPLES or not hangs(words[i - 1], names)):
            return i
        if lower in ("and", "or", "nor") and not hangs(words[i - 1], names):
            return i
        if ends_before(words, i, names) or is_introduced(words, i, names):
            return i
    return len(words)


def ends_before(words: Sequence[tuple[int, int, str]], at: int, names: Sequence[Mention]) -> bool:
    """Whether a noun phrase ends before a word: "people | waiting", "Rana Odeh | a 30-year-old", "the Sand Office | a
    monitor", "Marrak | rejected a plan"."""
    word, following = words[at - 1], words[at]
    lower = following[2].lower()
    if name_at(names, following) is not None or lower in nouns():
        return False
    if is_verb(words[at : at + 3]) or (not hangs(word, names) and is_verb(words[at : at + 3], counts=True)):
        return True
    name = name_at(names, word)
    if name is not None:
        if name.form == "name" and lower.endswith("ed") and words[at + 1 :] and words[at + 1][2].lower() in BEHIND_VERB:
            return True
        return lower in INDEFINITE | {"the", "also"} or (name.type == "person" and lower.isdigit())
    noun = nouns().get(word[2].lower())
    return noun is not None and following[2][0].islower() and (noun.plural or lower.endswith("ing"))


def is_verb(words: Sequence[tuple[int, int, str]], *, counts: bool = False) -> bool:
    """Whether the first of some words is a verb in the past and the next opens its object: "quoted him", "carried out
    raids"; with `counts` also if this is a number."""
    verb = words[0][2] if words else ""
    if len(words) < 2 or not (verb.endswith("ed") or verb in STRONG) or "-" in verb or not verb.islower():
        return False
    following = words[1][2].lower()
    if following in PARTICLES and len(words) > 2:
        return words[2][2].lower() not in CUTS
    opens = following in DEFINITE | INDEFINITE | PRONOUNS - {"it", "he", "she", "they"} and verb != "named"
    return opens or (counts and (following[0].isdigit() or following in ONE_TO_TWELVE))


def is_introduced(words: Sequence[tuple[int, int, str]], at: int, names: Sequence[Mention]) -> bool:
    """Whether an office follows a person's full name, though a comma was lost: "Rana Odeh head of the port"."""
    name = name_at(names, words[at - 1])
    if name is None or name.type != "person" or " " not in name.key:
        return False
    if name.start > words[0][0] or name.end != words[at - 1][1] or POSSESSIVE.search(name.text):
        return False
    following = words[at : at + OFFICE_LONG]
    return any(of_kind(a, PERSONS) and b[2].lower() in CUTS for a, b in pairwise(following))


def of_kind(word: tuple[int, int, str], kinds: Container[str]) -> bool:
    """Whether a word is a noun of one of these classes."""
    noun = nouns().get(word[2].lower())
    return noun is not None and noun.kind in kinds


def phrase_end(page: Page, words: Sequence[tuple[int, int, str]], core: int, names: Sequence[Mention]) -> int:
    """Where the phrase ends with its complements: before a comma, a clause, a verb or the end of the span."""
    for i in range(core, len(words)):
        gap = page.text[words[i - 1][1] : words[i][0]]
        if inside_one_name(names, words[i - 1], words[i]):
            continue
        if re.search(r"[,;:–—]", gap) or (words[i][2].lower() in CLAUSE and name_at(names, words[i]) is None):
            return words[i - 1][1]
        led_to = words[i][2].lower() in RESULTS and words[i - 1][2].lower() not in CUTS
        if led_to or (not hangs(words[i - 1], names) and is_verb(words[i : i + 3], counts=True)):
            return words[i - 1][1]
        if words[i][2].lower() in ("of", "for") and is_deed(words[i + 1 : i + 3]):
            return words[i - 1][1]
    return words[-1][1]


def is_deed(words: Sequence[tuple[int, int, str]]) -> bool:
    """Whether words tell what somebody is accused of: "rebels | of using gas", no "victims of bombing"."""
    verb = words[0][2] if len(words) > 1 else ""
    return verb.endswith("ing") and verb.islower() and verb not in nouns()


def hangs(word: tuple[int, int, str], names: Sequence[Mention]) -> bool:
    """Whether a word before "and" is no head yet: "Iraqi and Syrian governments", "security and police forces"."""
    name = name_at(names, word)
    if name is not None:
        return name.form == "demonym"
    return word[2].lower() not in nouns()


def inside_one_name(names: Sequence[Mention], a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    """Whether two words belong to the same name."""
    name = name_at(names, a)
    return name is not None and name is name_at(names, b)
