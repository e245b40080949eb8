"""Words -> direction: do the verbs around a time point ahead or back?"""

from dateline.resolve.times.words import Words

REACH = 25
"""How many words away a verb may stand; the end of the sentence stops the search earlier."""

_ABBREVIATIONS = frozenset("gen lt col maj capt sgt adm rep sen gov dr mr mrs ms st jr sr no vs prof rev inc".split())


def direction(words: Words, first: int, last: int) -> int:
    """1 when the verb nearest before the time speaks of the future, -1 of the past, 0 when none says. A time that opens
    its clause takes the verb after it."""
    for i in range(first - 1, max(-1, first - 1 - REACH), -1):
        if ends_sentence(words, i):
            break
        sign = _sign(words, i)
        if sign:
            return sign
    for i in range(last + 1, min(len(words.lower), last + 1 + REACH)):
        if ends_sentence(words, i):
            break
        sign = _sign(words, i)
        if sign:
            return sign
    return 0


def ends_sentence(words: Words, index: int) -> bool:
    """Is the word a mark that ends a sentence?"""
    name = words.name(index)
    if name == "STOP":
        return words.lower[index] != ";"
    if name != "DOT":
        return False
    before = words.lower[index - 1] if index else ""
    if len(before) == 1 or before in _ABBREVIATIONS:
        return False
    after = words.name(index + 1)
    if words.name(index - 1) in ("MON", "WDAY") and after in ("SMALL", "ORD", "COMMA", "YEAR"):
        return False
    if index + 1 >= len(words.lower):
        return True
    following = words.text[words.starts[index + 1]]
    return (words.ends[index] < words.starts[index + 1] and not following.islower()) or following in "\"”'’("


def _sign(words: Words, index: int) -> int:
    name = words.name(index)
    if name == "WILL":
        return 1
    if name == "PLAN":
        return 1 if words.name(index + 1) in ("TO", "FOR", "ON") or words.lower[index] in _PLANNED else 0
    if name == "TO" and words.lower[index + 1 : index + 2] == ["be"]:
        return 1
    if name == "DEADLINE":
        return 1 if words.lower[index] == "deadline" or words.name(index + 1) == "OF" else 0
    if name in ("SAID", "WAS", "ED"):
        return -1
    return 0


_PLANNED = frozenset("scheduled slated expected planned plans plan intends planning".split())
