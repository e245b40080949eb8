"""text -> stems: the words two sentences can share when they speak of the same thing."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

STOP = frozenset(
    "a about above after again against all along also although among an and another any anyone are around as at away "
    "back be became because been before being below between both but by came can could did do does doing down during "
    "each either else even ever every few first for former from further get go had has have having he her here hers "
    "him his how however i if in including into is it its itself just last later least less like made make many may "
    "me might more most much must my near nearly next no nor not now of off on once one only onto or other others our "
    "out over own per rather said same saying say says she should since so some still such take taken than that the "
    "their them then there these they this those though through to told too toward towards under until up upon us "
    "very via was we well went were what when where whether which while who whom whose why will with within without "
    "would year yet you your according reported reportedly monday tuesday wednesday thursday friday saturday sunday "
    "today yesterday tomorrow week month day january february march april june july august september october "
    "november december mr mrs ms".split()
)
"""Function words, words of saying and calendar words: these make no two sentences alike. They are no list of
`english`: each room's were tried with its own stems."""

SUFFIXES = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion",
    "ators", "ator", "ers", "er", "ees", "ee", "ies", "ied", "ed", "es", "s", "ly",
)  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without case, possessive and common endings: `evacuees`, `evacuated` and `evacuation` fall together."""
    plain = re.sub(r"['’]s?$", "", word.casefold())
    for suffix in SUFFIXES:
        if plain.endswith(suffix) and len(plain) - len(suffix) >= 4:
            plain = plain[: -len(suffix)]
            break
    if len(plain) > 4 and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain.rstrip("e") if len(plain) > 4 else plain


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words and numbers."""
    return frozenset(stem(w) for w in WORD.findall(text.replace(",", "")) if w.casefold() not in STOP)


def sequence(text: str) -> tuple[str, ...]:
    """The stems of a text's content words, in order."""
    return tuple(stem(w) for w in WORD.findall(text.replace(",", "")) if w.casefold() not in STOP)


def head(text: str) -> str:
    """The stem of the head of a noun phrase."""
    return stem(head_word(text))


def head_word(text: str) -> str:
    """The last content word before any `of`, `in`, `from`, `who` or comma: the head of a noun phrase."""
    front = re.split(
        r"(?i)\s(?:of|in|from|who|which|that|at|on|near|with|for|by|to|were|was|had)\s|,", text, maxsplit=1
    )[0]
    found = [w for w in WORD.findall(front) if w.casefold() not in STOP]
    return found[-1] if found else ""
