"""FoundFigure -> FigureMention: the learned span and kind, the value by grammar."""

import re
from typing import Final, cast

from dateline.english.rates import RATE
from dateline.extract.fates import LIFELESS, RELATIVE
from dateline.extract.outcomes import what_of
from dateline.extract.passage import FoundFigure
from dateline.extract.quantities import Quantity, parse_quantity
from dateline.extract.units import unit_of
from dateline.model import FigureMention, Range, Span
from dateline.model.mention import Qualifier, What

_NONE: Final = re.compile(r"(?:no|nobody|none|zero|neither)\b", re.IGNORECASE)
_ONE: Final = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)
_BOTH: Final = re.compile(r"(?:both|twin)\b", re.IGNORECASE)
_PAIR: Final = re.compile(r"^an? (?:\w+ ){0,2}(?:couple|pair|duo)$", re.IGNORECASE)
_PLURAL: Final = re.compile(r"(?:[^\Wsui]s|\b(?:people|men|women|children))$", re.IGNORECASE)
_TWO: Final = re.compile(
    rf"(?:his|her|their|an?|the) (?:[\w-]+ )?{RELATIVE} and (?:(?:his|her|their|an?|the) )?(?:[\w-]+ )?{RELATIVE}$",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    r"\b(?:several|multiple|few|many|some|most|various|numerous|countless|more|majority|crowds?|much|all|any|dozens?|hundreds?|thousands?"
    r"|millions?|others|(?:number|lots?|groups?|amounts?|sums?|series|lines?|convoys?|teams?|streams?|bunch|handful|barrage"
    r"|waves?|string|flurry|army|mob|host|slew|fleet|pack|load)(?= of\b))\b",
    re.IGNORECASE,
)
_DETERMINER: Final = re.compile(
    r"(?:(?:the|these|those|an?|another|additional|further|other|more|some|both|all|no|his|her|their|its|our|of)\s+)+",
    re.IGNORECASE,
)
_HEDGE_ALONE: Final = re.compile(
    r"(?:at least|more than|up to|as many as|at most|fewer than|less than|over|about|nearly|an estimated)", re.I
)
"""A span that stops before its number."""
_NEXT_PHRASE: Final = re.compile(
    r"\s+(?:an?|the|in|from|at|near|during|after|since|[–—-])\s|\s+(?:kills|injures|killing|injuring|wounding)\b"
    r"|\s?\((?=[^()]*\d)",
    re.I,
)
"""An article, a preposition, a dash, a verb of harm or a number in brackets opens another phrase: "rose to 112 a
monitor said" counts no monitor, "killing 30 in areas of the south" no areas, "$10 (£6)" no pounds."""
_SPEAKER: Final = re.compile(r"\s[a-z][\w-]*s(?P<name>(?:\s+[A-Z][\w’'-]*)+)$")
"""Who says so, run into a headline behind a noun in small letters: "kills 20 bakers Monitor"."""
_OWNER: Final = re.compile(r"(?P<name>(?:\s+[A-Z][\w-]*)*\s+[A-Z][\w-]*['’]s?)$")
"""Whose the next thing is: "dozens more Umza's clinic said"."""
_NAME: Final = re.compile(r"(?:\s+[A-Z][\w’'-]*)+(?<!s)(?<!an|se|sh|ch)")
"""A name that is no plural, nor that of a people: "7 Japanese"."""
_NAME_GOES_ON: Final = re.compile(r"\s+[A-Z]")
_DANGLING: Final = re.compile(
    r"(?:[\s,;:–—]+(?:of|from|in|at|on|to|by|with|for|per|among|including|and|or|the|an?|who|were|was|are|is|had|have|has"
    r"|been|started|began))*[\s,;:–—]*\Z",
    re.I,
)
"""Words that begin what the span leaves out: "a 42-year-old man from", "dozens of bakers started" (to run)."""
_ALL_BUT: Final = re.compile(r"\ball (?:but|except)\s*$", re.IGNORECASE)
"""The number behind it is how many it is not said of."""
Values = tuple[int | None, int | None, int | None]


def make_figure(text: str, sentence: Range, found: FoundFigure, confidence: float) -> FigureMention:
    """The mention of a figure in its sentence, what it counts as learned. A hedge that the span leaves out is taken
    in."""
    words = text[sentence.start : sentence.end]
    start, end = found.span.start - sentence.start, found.span.end - sentence.start
    quantity = parse_quantity(words, start, end)
    if quantity is None and _HEDGE_ALONE.fullmatch(words, start, end):
        quantity = parse_quantity(words, start, min(len(words), end + 12))
        end = quantity.end if quantity is not None and quantity.start <= end + 1 else end
    if quantity is not None and _NEXT_PHRASE.match(words, quantity.end):
        end = min(end, quantity.end)
    if quantity is None:
        values, qualifier = _without_number(words[start:end], found.qualifier)
        end = _phrase_end(words, start, end)
        counted = _noun_phrase(words, start, end)
        increment = words[start:end].lower().startswith("another ")
    else:
        start = min(start, quantity.start) if quantity.start >= start - 24 else start
        end = max(_phrase_end(words, start, _without_others(words, quantity, end)), quantity.end)
        values, qualifier = quantity.values(), quantity.qualifier
        if _ALL_BUT.search(words, 0, quantity.start):
            values, qualifier = (None, None, None), "vague"
        counted = None if RATE.match(words, quantity.noun) else _noun_phrase(words, quantity.noun, end)
        increment = quantity.increment
        if rate := RATE.match(words, end):
            end = rate.end()
            if counted is not None and not (rate["adverb"] or quantity.money):
                counted = counted[0], end  # "casks a day" are no casks
    low, best, high = values
    unit = _unit(words, counted, quantity, found.unit)
    if counted is None and unit in LIFELESS and what_of(words, start, end) in ("killed", "died", "injured"):
        unit = "people"  # "the toll of the attacks rose to six": no noun, and only people die
    base = sentence.start
    return FigureMention(
        start=base + start,
        end=base + end,
        text=words[start:end],
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        unit=unit,
        what=cast(What, found.what),
        counted=None
        if counted is None
        else Span(start=base + counted[0], end=base + counted[1], text=words[counted[0] : counted[1]]),
        increment=increment,
        confidence=confidence,
    )


def _without_number(words: str, learned: str) -> tuple[Values, Qualifier]:
    """ "a policeman" is one, "nobody" none; "both", "twin" and "his wife and son" are two; all else without a number is
    vague."""
    if _NONE.match(words):
        return (0, 0, 0), "exact"
    if _BOTH.match(words) or _PAIR.search(words) or _TWO.match(words):
        return (2, 2, 2), "exact"
    if _ONE.match(words) and not _MANY.search(words):
        return (1, 1, 1), "exact"
    if learned == "exact" and not _MANY.search(words) and not _PLURAL.search(words):
        return (1, 1, 1), "exact"
    return (None, None, None), "vague"


def _without_others(words: str, quantity: Quantity, end: int) -> int:
    """The end of a span without a name behind the number that is not counted: who says so, whose the next thing is, and
    one in the singular that goes on behind the span ("killed seven Umza Governor | Ilse Torvan said")."""
    if quantity.end >= end:
        return end
    for form in (_SPEAKER, _OWNER):
        if other := form.search(words[:end], quantity.end):
            return other.start("name")
    name = words[quantity.end : end]
    alone = quantity.high != 1 and _NAME.fullmatch(name) is not None and unit_of(name) is None
    return quantity.end if alone and _NAME_GOES_ON.match(words, end) else end


def _phrase_end(words: str, start: int, end: int) -> int:
    """The end of a span without the words that begin another phrase."""
    dangling = _DANGLING.search(words, start + 1, end)
    return dangling.start() if dangling else end


def _noun_phrase(words: str, start: int, end: int) -> tuple[int, int] | None:
    """The words of what is counted, without the determiner before them."""
    start = min(start, end)
    if match := _DETERMINER.match(words, start, end):
        start = match.end()
    while start < end and not words[start].isalnum() and words[start] not in "“\"'‘":
        start += 1
    return (start, end) if start < end else None


def _unit(words: str, counted: tuple[int, int] | None, quantity: Quantity | None, learned: str) -> str:
    if quantity is not None and quantity.percent:
        return "percent"
    if quantity is not None and (quantity.money or (counted and unit_of(words[slice(*counted)]) == "money")):
        return "money"
    if learned in ("percent", "money"):
        learned = "other"
    if counted is None:
        return learned
    return unit_of(words[slice(*counted)]) or learned
