"""Words that ran into a sentence -> where that sentence begins: after a headline, after tags, after a list of links.

Stripped of its lines, a page says "Tags Karsen flood dyke Mill Road Nine people were hurt". Headlines hold few of the
small words that no sentence does without, and tags none: the sentence begins at the last capital before the first one.
"""

import re
from collections.abc import Sequence

from dateline.clean.lines import Word, find_words

LONGEST = 600
"""Code points in which the sentence is looked for."""
RETOLD = 3_000
"""Code points behind a name in which it may be told again."""
LISTED = 6
"""Words from which headlines may give way to a sentence that begins with a name, which they may hold themselves."""
_OPENERS = frozenset(
    "the a an at in on as some several more three two four five six seven eight nine ten dozens it he she they this "
    "these those after before with for from to".split()
)
"""Words that open a sentence, and seldom end a headline."""
_IN_TITLES = frozenset("of the and in on for to from de al".split())
"""Words that stay small in a headline of capitals."""
_NOT_IN_HEADLINES = frozenset("a an the said was were has have had been".split())
"""Words that stand in sentences, and seldom in headlines."""
_NOT_IN_TAGS = (
    _OPENERS
    | _NOT_IN_HEADLINES
    | frozenset("about against and are by into is like near of over says that which who".split())
)
"""Words that stand in sentences, and in tags only inside a name ("Friends of Karsen Mill")."""
_PARTICLE = re.compile(r"(?:al|el|an|as|ash|ad|at|az|ar|d|de)[-'’][A-Z]")
"""How a name may begin small."""
_COUNTED = re.compile(
    r"(?:[A-Z][a-z]+ (?:least|most|than|to) |(?:Some|About|Around|Nearly|Almost|Over) )?"
    r"(?<![\d,.])(?!(?:19|20)\d\d\s)\d[\d,.]*\s$"
)
"""The number before a name that opens a sentence: "At least 29 Karsen millers"."""
_ACTED = re.compile(r"(?<=[a-z]s )[a-z]{3,}ed")
"""What several did, behind who they are: "millers blocked"."""
_CHARGED = re.compile(r"(?!United)[A-Z][a-z]{4,}ed")
"""The participle before a name that opens a sentence: "Suspected", "Alleged". No tag is one."""


def headline_end(text: str, start: int) -> int:
    """Where a run of capitalised words from `start` on gives way to a sentence: before the word that begins it."""
    words = find_words(text[start : start + LONGEST], start)
    for i, word in enumerate(words):
        if word.text == "according" and i and text[word.start].isupper():
            return _end_before(text, word)
        if text[word.start].islower() and not _is_name(text, word) and word.text not in _IN_TITLES:
            first = i - 1
            while first > 0 and words[first - 1].text in _OPENERS and text[words[first - 1].start].isupper():
                first -= 1
            return _end_before(text, words[max(first, 0)]) if first >= 0 else start
    return start


def tags_end(text: str, start: int) -> int:
    """Where the tags from `start` on give way to a sentence, the end of the text where they do not: before the first
    word that sentences open with, or the last capital in front of the first word that no tag is, with the name that
    this capital ends."""
    again = text.find(" Tags ", start, start + LONGEST)
    words = find_words(text[start : again if again >= 0 else start + LONGEST], start)
    sign = next((i for i in range(len(words)) if _is_no_tag(text, words, i)), None)
    if sign is None:
        return len(text)
    opener = next((i for i in range(1, sign) if _opens(text, words, i)), None)
    if opener:
        return _end_before(text, words[opener])
    first = next((i for i in range(sign, -1, -1) if _is_name(text, words[i])), 0)
    counted = next((i for i in range(first + 1, sign) if words[i].text[0].isdigit()), None)
    return _end_before(text, words[counted or _whole_name(text, words, first)])


def links_end(text: str, start: int) -> int:
    """Where a list of headlines from `start` on, written in small letters, gives way to a sentence; the end of the text
    where it does not. The sentence begins with a quotation, a word that sentences open with, or, after several words, a
    name that no small word leads to: the last of these before a word that headlines leave out."""
    words = find_words(text[start : start + LONGEST], start)
    for sign, word in enumerate(words):
        if word.text not in _NOT_IN_HEADLINES or not text[word.start].islower():
            continue
        opened = [i for i in range(1, sign) if _opens(text, words, i)]
        named = [i for i in range(LISTED, sign) if _begins_anew(text, words, i)]
        if opened or named:
            return _end_before(text, words[(opened or named)[-1]])
    return len(text)


def _is_name(text: str, word: Word) -> bool:
    """Does a word begin with a capital, or with the article of a name?"""
    return text[word.start].isupper() or _PARTICLE.match(text, word.start) is not None


def _is_no_tag(text: str, words: Sequence[Word], i: int) -> bool:
    """Is a word one that only sentences hold? Not the "of" or "for" of a long name, nor the first word."""
    word = words[i]
    if not i or _is_name(text, word):
        return False
    if word.text not in _NOT_IN_TAGS:
        return _ACTED.fullmatch(text, word.start, word.end) is not None
    around = [*words[max(0, i - 2) : i], *words[i + 1 : i + 3]]
    return word.text not in ("of", "for") or len(around) < 4 or not all(_is_name(text, w) for w in around)


def _whole_name(text: str, words: Sequence[Word], first: int) -> int:
    """Where the words begin that belong to the capital at which a sentence was found: a word that opens sentences,
    among the capitals before it; the name that it ends, where the text tells it again; the participle before it."""
    begin = first
    while begin and _is_name(text, words[begin - 1]):
        begin -= 1
    opener = next((i for i in range(first, max(begin - 1, 0), -1) if words[i].text in _OPENERS), None)
    if opener is not None:
        return opener
    while first > begin and _told_again(text, words[first - 1], words[first]):
        first -= 1
    return first - 1 if first and _CHARGED.fullmatch(text, words[first - 1].start, words[first - 1].end) else first


def _told_again(text: str, a: Word, b: Word) -> bool:
    return text.find(text[a.start : b.end], b.end, b.end + RETOLD) >= 0


def _opens(text: str, words: Sequence[Word], i: int) -> bool:
    """Does a sentence open at a word: with a quotation mark, or a small word written large before one written small?"""
    word = words[i]
    if not text[word.start].isupper():
        return False
    quoted = text[word.start - 1] in '"“' and text[word.start - 2].isspace()
    following = text[words[i + 1].start] if i + 1 < len(words) else "A"
    return quoted or ((word.text in _OPENERS or word.text == "according") and not following.isupper())


def _begins_anew(text: str, words: Sequence[Word], i: int) -> bool:
    """Does a name begin at a word, behind one that is neither part of it nor leads to it?"""
    before = words[i - 1]
    return text[words[i].start].isupper() and not _is_name(text, before) and before.text not in _NOT_IN_TAGS


def _end_before(text: str, word: Word) -> int:
    """The end of what stands before a word, its quotation mark and its number."""
    number = _COUNTED.search(text, max(0, word.start - 20), word.start)
    return len(text[: number.start() if number else word.start].rstrip("\"“'‘ "))
