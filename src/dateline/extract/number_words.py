"""Text -> numerals written in words: cardinals, words of size, fractions."""

import math
import re
from collections.abc import Iterator
from typing import Final

from dateline.english.numerals import CARDINALS
from dateline.english.patterns import one_of
from dateline.extract.numerals import FRACTIONS, PERCENT, SCALE, SCALE_WORD, SIZES, SMALL_WORD, Numeral

_WORDS = re.compile(
    r"\b(?:(?:(?P<a>an?|half an?|half|quarter of an?|a quarter of an?|a couple(?: of)?|couple(?: of)?|one and a half"
    rf"|two and a half)[ -](?:half[ -])?(?P<scale>{SCALE_WORD})\b)|(?P<bare>(?:{SCALE_WORD})\b(?=\W))"
    rf"|(?P<words>{SMALL_WORD}(?:(?:-|\s+and\s+|\s+)(?:{SMALL_WORD}|{SCALE_WORD})\b)*))(?!\w)",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\b(?:(?P<many>several|a few|few|many|some)\s+(?P<one>dozen|hundred|thousand|million|billion)s?"
    rf"(?:\s+(?P<more>{SCALE_WORD}))?|(?:(?P<head>tens|dozens|scores|hundreds|thousands|millions)"
    r"(?:\s+(?:and\s+(?P=head)\s+)?of\s+(?P<of>thousands|millions|billions))"
    r"|(?P<plain>dozens|scores|hundreds|thousands|millions|billions|trillions|tens)))\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[a-z]+", re.IGNORECASE)
_FRACTION = re.compile(
    rf"\b(?:(?P<n>an?|{SMALL_WORD})[ -])?(?P<d>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?"
    r"|eighths?|ninths?|tenths?)"
    r"(?=\s+(?:of|the|its|their|his|her|all|that|our|those)\b)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\bone (?:in|out of)(?: every)? ((?:[2-9]|[1-9]\d+)(?![\d,.]|\s(?:million|billion))"
    rf"|{one_of([*CARDINALS][2:])}(?![\w-]))",
    re.IGNORECASE,
)
_OF_SCALE = re.compile(r"\s+of\s+(?:an?|one)\s+(hundred|thousand|million|billion|trillion)\b(?!-)", re.IGNORECASE)
_COUNTED_BARE = re.compile(r"(?:than|least|about|around|nearly|almost|over|under|the|some)[ -]$")
_NO_SCORES = re.compile(r"\s+(?!of\b|more\b|were\b|have\b)")
_BASES: Final = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
_NOT_COUNTED: Final = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|another|same|new|old|good|big|Air|Formula)[ -]$", re.IGNORECASE
)
_NO_ONE: Final = re.compile(
    r"\s+another\b|['’]s\b|self|(?<=\bby one)\s+(?:account|count|estimate|tally)\b", re.IGNORECASE
)
_RANKED: Final = re.compile(r"\b(?:top|bottom|last|first|final|Big|Kick)\s+$")
_COMPOUND: Final = re.compile(r"-(?!strong|plus|odd|member|million|billion)[a-z]")


def find_spelled(text: str, strict: bool) -> Iterator[Numeral]:
    """Numbers in words, "a million" and "two dozen" among them."""
    at = 0
    while match := _WORDS.search(text, at):
        at = match.end()
        before, after = text[max(0, match.start() - 12) : match.start()], text[at : at + 12]
        if before[-1:] in ("-", "'", "’") and before[-2:-1].isalpha():
            continue
        if strict and (_COMPOUND.match(after) or (_RANKED.search(before) and not re.match(r"\s[a-z]+s\b", after))):
            continue
        if match["a"]:
            value = _factor(match) * SCALE[match["scale"].lower()]
        elif match["bare"]:
            value = float(SCALE[match["bare"].lower()])
            if not _COUNTED_BARE.search(before):
                continue
        else:
            spelled = list(_LETTERS.finditer(text, match.start(), at))
            words = _first_number([word[0].lower() for word in spelled])
            at = spelled[len(words) - 1].end()
            if words == ["one"] and (_NOT_COUNTED.search(before) or _NO_ONE.match(text, at)):
                continue
            value = _spelled_value(words)
        yield Numeral(match.start(), at, value, value, percent=PERCENT.match(text, at) is not None)


def _factor(match: re.Match[str]) -> float:
    """What stands before the scale: a, half a, a half-, a couple of, one and a half."""
    head = match["a"].lower()
    if "half" in match[0].lower()[len(head) :]:
        return 0.5
    factor = 2.0 if "couple" in head else 0.5 if head.startswith("half") else 0.25 if "quarter" in head else 1.0
    return {"one and a half": 1.5, "two and a half": 2.5}.get(head, factor)


def _first_number(words: list[str]) -> list[str]:
    """Those of some number words that are the first number: "two million | three million", "five | and six". A number
    goes on to a smaller scale, and from tens to ones."""
    least, begun, last = math.inf, 0, ""
    for n, word in enumerate(words):
        scale = SCALE.get(word, 1)
        if scale >= 1000:
            if scale >= least:
                return words[: begun or n]
            least = scale
        elif word in CARDINALS and last in CARDINALS:
            if words[n - 1] == "and" or CARDINALS[last] < 20 or CARDINALS[word] >= 10:
                return words[: n - (words[n - 1] == "and")]
        elif word in CARDINALS and SCALE.get(last, 1) >= 1000:
            begun = n
        last = last if word == "and" else word
    return words


def _spelled_value(words: list[str]) -> float:
    """two hundred and five thousand -> 205,000."""
    total, current = 0.0, 0.0
    for word in words:
        if word in CARDINALS:
            current += CARDINALS[word]
        elif word in SCALE:
            scale = SCALE[word]
            if scale <= 100:
                current = (current or 1) * scale
            else:
                total += (current or 1) * scale
                current = 0.0
    return total + current


def find_sizes(text: str) -> Iterator[Numeral]:
    """Words of size."""
    for match in _SIZE.finditer(text):
        if match["many"]:
            word = match["one"].lower()
            more = SCALE.get((match["more"] or "").lower(), 1)
            base = SCALE[word] * more
            low, high = SIZES.get(f"{word}s", (2 * SCALE[word], 10 * SCALE[word] - 1))
            low, high = low * more, (high + 1) * more - 1
            size = "thousands" if match["more"] else f"{word}s"
        elif match["head"]:
            scale = SCALE[match["of"].lower()[:-1]]
            base = _BASES[match["head"].lower()] * scale
            low, high = 2 * base, 10 * base - 1
            size = "thousands" if scale == 1000 else "vague"
        else:
            size = match["plain"].lower()
            if size == "scores" and _NO_SCORES.match(text, match.end()):
                continue
            base = _BASES.get(size) or SCALE[size[:-1]]
            low, high = SIZES.get(size, (2 * base, 10 * base - 1))
            size = "dozens" if size in ("scores", "tens") else size
        yield Numeral(match.start(), match.end(), low, high, size if size in SIZES else "vague", base)


def find_fractions(text: str) -> Iterator[Numeral]:
    """Shares in words, in percent; those of a round number as the number they are: "three-quarters of a million"."""
    for match in _ONE_IN.finditer(text):
        words = re.findall(r"[a-z]+", match[1].lower())
        share = 100 / (float(match[1]) if match[1].isdigit() else _spelled_value(words))
        yield Numeral(match.start(), match.end(), share, share, fraction=True)
    for match in _FRACTION.finditer(text):
        word = (match["n"] or "a").lower()
        above = CARDINALS.get(word, 1)
        share = 100 * above / FRACTIONS[match["d"].lower()]
        ordinal = re.search(r"\b(?:first|second|latter|other|better|upper|lower|top|bottom)\s+$", text[: match.start()])
        if ordinal or (match["n"] is None and match["d"].lower() != "half"):
            continue  # "the second half of the year", "the third of the three"
        if scale := _OF_SCALE.match(text, match.end()):
            value = share / 100 * SCALE[scale[1].lower()]
            yield Numeral(match.start(), scale.end(), value, value)
            continue
        yield Numeral(match.start(), match.end(), share, share, fraction=True)
