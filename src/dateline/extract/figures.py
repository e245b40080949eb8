"""FoundFigure -> FigureMention: the learned span and kind, the value by grammar."""

import re
from collections.abc import Sequence
from typing import Final, cast

from dateline.english.nouns import ATTACKER, KIN
from dateline.english.rates import RATE
from dateline.extract.borne import bears_out
from dateline.extract.listed import is_item
from dateline.extract.outcomes import runs_off, runs_on, what_of
from dateline.extract.passage import FoundFigure
from dateline.extract.quantities import Quantity, parse_quantity
from dateline.extract.told import told_of
from dateline.extract.units import is_liquid, unit_of
from dateline.model import EventMention, FigureMention, Range, Span
from dateline.model.mention import Qualifier, What
from dateline.model.units import PEOPLE, THINGS

_NONE: Final = re.compile(r"(?:no|nobody|none|zero|neither)\b", re.IGNORECASE)
_ONE: Final = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)
_BOTH: Final = re.compile(r"(?:both|twin)\b", re.IGNORECASE)
_PAIR: Final = re.compile(r"^an? (?:\w+ ){0,2}(?:couple|pair|duo)$", re.IGNORECASE)
_PLURAL: Final = re.compile(r"(?:[^\Wsui]s|\b(?:people|men|women|children))$", re.IGNORECASE)
_KIN: Final = rf"(?:{'|'.join(sorted(KIN))}|partner|boy|girl|baby|man|woman)"
_TWO: Final = re.compile(
    rf"(?:his|her|their|an?|the) (?:[\w-]+ )?{_KIN} and (?:(?:his|her|their|an?|the) )?(?:[\w-]+ )?{_KIN}$",
    re.IGNORECASE,
)
_KIN_OF: Final = re.compile(
    rf"\b(?:{_KIN}s?|wives|children|parents?|relatives?|friends?|famil(?:y|ies)) of\s+$", re.IGNORECASE
)
_OWN: Final = re.compile(r",?\s+(?:who|whom|that|held|shot|slain|lost|\w+(?:ed|en))\b", re.IGNORECASE)
"""What is told of somebody's kin did not happen to them ("the mother of two boys was killed"), unless a clause of their
own says so ("the mother of two boys who were killed")."""
_WHOSE: Final = re.compile(r",?\s+whose\b", re.IGNORECASE)
"""What follows befell theirs: "a baker whose sons were killed"."""
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
    r"(?:[\s,;:–—]+(?:of|from|in|at|on|to|by|with|for|per|among|including|and|or|the|an?|who))*[\s,;:–—]*\Z", re.I
)
"""Words that begin what the span leaves out: "a 42-year-old man from"."""
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


def said_of(words: str, start: int, end: int, unit: str) -> What | None:
    """What the words beside a figure say of it; of shares and sums nobody is killed, and of things nothing is told that
    befalls people alone ("two besieged villages" are not trapped)."""
    what = None if unit in ("percent", "money") else what_of(words, start, end)
    if what is None:
        return told_of(words, start, end, unit)
    return "other" if what in OF_PERSONS and unit in LIFELESS else what


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


BY_TARGET: Final[dict[str, What]] = {
    "death": "killed",
    "injury": "injured",
    "arrest": "captured",
    "displacement": "displaced",
    "evacuation": "evacuated",
    "destruction": "destroyed",
    "deployment": "deployed",
    "capture_territory": "held_territory",
}
BY_ACTOR: Final[dict[str, What]] = {
    "displacement": "displaced",
    "arrival": "arrived",
    "protest": "protested",
    "deployment": "deployed",
    "surrender": "surrendered",
}
"""What happens to the target or actor of an event, by its kind. In the corpus seven to nine in ten figures in such a
role are so labelled; the learned label alone is right for half."""
_DIE: Final = re.compile(r"di(?:e|ed|es|ing)\b|dying\b|perish", re.IGNORECASE)


def what_happened(
    text: str,
    sentence: Range,
    figure: FigureMention,
    events: Sequence[EventMention],
    before: FigureMention | None = None,
) -> What:
    """What a figure counts: as the words beside it say, else as the figure `before` it with which it runs on, else the
    event nearest to it that it takes part in, else as learned, where that can be."""
    words = text[sentence.start : sentence.end]
    if _KIN_OF.search(words, 0, figure.start - sentence.start) and not _OWN.match(words, figure.end - sentence.start):
        return "other"
    said = said_of(words, figure.start - sentence.start, figure.end - sentence.start, figure.unit)
    if said:
        return said
    if figure.unit in PEOPLE and _WHOSE.match(words, figure.end - sentence.start):
        return "other"
    if before is not None and sentence.start <= before.start < before.end <= figure.start:
        end, start = before.end - sentence.start, figure.start - sentence.start
        if is_item(words, end, start):
            return before.what
        if before.what in PASSED_ON and _is_thing(before) == _is_thing(figure) and runs_on(words, end, start):
            return before.what
    told: list[tuple[int, What]] = []
    for event in events:
        for role, table in ((event.target, BY_TARGET), (event.actor, BY_ACTOR)):
            if (
                role is not None
                and event.kind in table
                and role.start < figure.end
                and figure.start < role.end
                and not (role.start < event.trigger.start and _is_beyond(text, event.trigger, figure))
            ):
                died = event.kind == "death" and _DIE.match(event.trigger.text)
                away = max(event.trigger.start - figure.end, figure.start - event.trigger.end)
                told.append((away, "died" if died else table[event.kind]))
    if not told and _ALONE.match(figure.text) and figure.best == 1:
        return "other"
    what = figure.what if not told or figure.what in {what for _, what in told} else min(told)[1]
    if what == "displaced" and runs_off(words, figure.end - sentence.start):
        return "present" if figure.unit in PEOPLE else "other"
    if _is_thing(figure) and (what in OF_PERSONS or (what == "arrived" and figure.unit not in LIFELESS)):
        return "affected" if figure.unit == "cases" else "other"
    harmed = what in ("killed", "died", "injured")
    if not bears_out(words, what):
        return "present" if (harmed or what == "trapped") and figure.unit in PEOPLE else "other"
    return "other" if harmed and _ATTACKERS.search(figure.text) else what


def _is_thing(figure: FigureMention) -> bool:
    """Whether no persons are counted: things, cases of an illness, what is measured by the barrel."""
    return figure.unit in {*LIFELESS, "cases"} or (figure.counted is not None and is_liquid(figure.counted.text))


def _is_beyond(text: str, trigger: Span, figure: FigureMention) -> bool:
    """Whether a figure stands in a clause that goes on behind the trigger, which a role span may run into: "the horse
    was shot after a boy fell"."""
    return _CLAUSE.search(text, trigger.end, max(trigger.end, figure.start)) is not None


_CLAUSE: Final = re.compile(r"\b(?:after|before|when|while|as|because|since|until|that|who|whose|whom)\b", re.I)
_ALONE: Final = re.compile(r"an?\s", re.IGNORECASE)
"""One of whom neither the words nor an event say that something happened to him: "a man drove by" as others died."""
_ATTACKERS: Final = re.compile(rf"\b{ATTACKER}\b", re.IGNORECASE)
"""Who strikes: not counted as hurt unless words beside the count say so."""
PASSED_ON: Final = frozenset({"killed", "died", "injured", "captured", "destroyed", "displaced", "missing", "deployed"})
"""Outcomes that a list has in common: "killed a dozen soldiers and one civilian"."""
OF_PERSONS: Final = frozenset({
    "killed", "died", "injured", "displaced", "evacuated", "surrendered", "protested", "returned", "trapped", "missing",
    "population",
})  # fmt: skip
"""What happens to persons alone, of all units."""
LIFELESS: Final = THINGS | {"places", "attacks", "votes"}
