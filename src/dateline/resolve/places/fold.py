"""Name -> keys under which spellings of one place meet.

`fold_name` takes away case, accents and punctuation; `fold_sound` also the Arabic article and what transliterations
disagree on, so that Deir Ezzor, Deir Al Zor and Dayr az Zawr share one key.
"""

import re
import unicodedata
from functools import lru_cache

from dateline.english.names import ARABIC_ARTICLES

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
)
_QUOTES = re.compile(r"['’‘`´ʿʾʻʼʹ′]+")
_BREAKS = re.compile(r"[\W_]+")
_SHORT = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft", "county": "co", "township": "twp", "and": ""}

_ARTICLES = ARABIC_ARTICLES | frozenset("il esh ath adh uz us ur".split())
_FUSED_ARTICLE = re.compile(r"^[aeu](?:(?:sh){2}|(?=([bdnrstz])\1)[bdnrstz])(?=.{2})")
_SOUNDS = (
    (re.compile(r"ck|q|c(?!h)|kh"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dj|zh"), "j"),
    (re.compile(r"[aeiy]+"), "a"),
    (re.compile(r"[ouw]+"), "o"),
    (re.compile(r"(?<=.)ao(?=.)"), "o"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[ao])h$"), ""),
)


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """The name in lower case without accents, quotes and punctuation; common short forms made one ("Mt." = "Mount")."""
    text = name.casefold()
    if text.isascii():
        if text.isalpha():
            return _SHORT.get(text, text)
    else:
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)
    text = _QUOTES.sub("", text)
    words = [short for word in _BREAKS.sub(" ", text).split() if (short := _SHORT.get(word, word))]
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)  # "U.S.A." is "usa"
    return " ".join(words)


def fold_sound(key: str) -> str:
    """What a folded name sounds like: articles gone, vowels in two classes, consonants that transliterations confuse
    made one. Not a key to trust outside the country that the reports speak of."""
    words = key.split()
    kept = [word for word in words if word not in _ARTICLES] or words
    sound = ["".join(_apply(_FUSED_ARTICLE.sub("", word))) for word in kept]
    return "".join(sound)


@lru_cache(maxsize=65536)
def _apply(word: str) -> str:
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word
