"""trigger -> the words it goes by: its stem, regular or not, and the family of words that writers exchange for it."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from dateline.merge.words import STOP, WORD, stem

LIGHT = frozenset(
    stem(w)
    for w in "become begin break bring call carry come do find get give go have hold keep lead leave lose make put run "
    "say see set show start stay suffer take tell turn use".split()
)
"""Verbs that take their meaning from what follows: two sentences with one of these need not tell one thing."""

TOLL_STEMS = frozenset(
    stem(w) for w in "casualty dead death die fatal hurt injure injury kill lives toll wound".split()
)
"""Words for harm: every report of every blow has them."""


@lru_cache(maxsize=65536)
def lemma(trigger: str) -> str:
    """The stem of a trigger's head, whatever form of it is given: its last word of content (“evacuation deal”, “taken
    away”, “came under attack”), else its first word. A phrase that says another verb is that verb (“opened fire”)."""
    words = WORD.findall(trigger) or [trigger]
    phrase = "_".join(words).casefold()
    head = next((w for w in reversed(words) if w.casefold() not in STOP), words[0])
    plain = _plain(head.casefold())
    return _irregular().get(phrase) or _irregular().get(head.casefold()) or _irregular().get(plain) or _root(plain)


def _plain(word: str) -> str:
    """A word without the ending of plural, third person or past that changes its spelling: “hits”, “carried”,
    “stopped” as “hit”, “carry”, “stop”."""
    word = re.sub(r"['’]s?$", "", word)
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if doubled := DOUBLED.fullmatch(word):
        return doubled[1]
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "siu" else word


DOUBLED = re.compile(r"(\w*[aeiou]([bdgmnprt]))\2(?:ed|ing)")
"""A verb that doubles its last letter before an ending."""


def _root(word: str) -> str:
    """The stem of a stem: “murdered” and “murder” both end in what looks like an ending."""
    once = stem(word)
    return once if once == word else _root(once)


def namings(trigger: str) -> frozenset[str]:
    """The families that a trigger's head belongs to, each by its first word."""
    return _families().get(lemma(trigger), frozenset())


@cache
def _families() -> dict[str, frozenset[str]]:
    """Lemma -> its families, from `namings.txt`."""
    table: dict[str, set[str]] = {}
    for family in _lines("namings.txt"):
        for word in family:
            table.setdefault(lemma(word), set()).add(family[0])
    return {word: frozenset(names) for word, names in table.items()}


@cache
def _irregular() -> dict[str, str]:
    """Form -> the stem of its verb, from `irregular.txt`."""
    return {form: _root(verb) for verb, *forms in _lines("irregular.txt") for form in (verb, *forms)}


def _lines(name: str) -> list[list[str]]:
    """The words of each line of a word list in this folder."""
    text = files("dateline.merge").joinpath(name).read_text("utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]
