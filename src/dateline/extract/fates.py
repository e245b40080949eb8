"""FigureMention, events -> what happened to those counted.

The words beside a figure come first, then what it shares with the figure before it, then the event that it takes part
in; what was learned holds where the sentence bears it out.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.english.harms import ELIMINATE
from dateline.english.nouns import ATTACKER, KIN
from dateline.extract.borne import bears_out
from dateline.extract.listed import is_item, runs_on
from dateline.extract.outcomes import is_of_toll, runs_off, what_of
from dateline.extract.told import told_of
from dateline.extract.units import is_liquid, unit_of
from dateline.model import EventMention, FigureMention, Range, Span
from dateline.model.mention import What
from dateline.model.units import PEOPLE, THINGS

PASSED_ON: Final = frozenset({"killed", "died", "injured", "captured", "destroyed", "displaced", "missing", "deployed"})
"""Outcomes that a list has in common: "killed a dozen soldiers and one civilian"."""
OF_PERSONS: Final = frozenset({
    "killed", "died", "injured", "displaced", "evacuated", "surrendered", "protested", "returned", "trapped", "missing",
    "population",
})  # fmt: skip
"""What happens to persons alone, of all units."""
LIFELESS: Final = THINGS | {"places", "attacks", "votes"}
RELATIVE: Final = rf"(?:{'|'.join(sorted(KIN))}|partner|boy|girl|baby|man|woman)"
_KIN_OF: Final = re.compile(
    rf"\b(?:{RELATIVE}s?|wives|children|parents?|relatives?|friends?|famil(?:y|ies)) of\s+$", re.IGNORECASE
)
_OWN: Final = re.compile(r",?\s+(?:who|whom|that|held|shot|slain|lost|\w+(?:ed|en))\b", re.IGNORECASE)
"""What is told of somebody's kin did not happen to them ("the mother of two boys was killed"), unless a clause of their
own says so ("the mother of two boys who were killed")."""
_WHOSE: Final = re.compile(r",?\s+whose\b", re.IGNORECASE)
"""What follows befell theirs: "a baker whose sons were killed"."""
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
_ELIMINATE: Final = re.compile(ELIMINATE, re.IGNORECASE)


def said_of(words: str, start: int, end: int, unit: str) -> What | None:
    """What the words beside a figure say of it; of shares and sums nobody is killed, and of things nothing is told that
    befalls people alone ("two besieged villages" are not trapped)."""
    what = None if unit in ("percent", "money") else what_of(words, start, end)
    if what is None:
        return told_of(words, start, end, unit)
    return "other" if what in OF_PERSONS and unit in LIFELESS else what


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
    start, end = figure.start - sentence.start, figure.end - sentence.start
    if _KIN_OF.search(words, 0, start) and not _OWN.match(words, end):
        return "other"
    said = said_of(words, start, end, figure.unit)
    if said:
        return "injured" if said == "killed" and _is_only_hurt(words, sentence, figure, events) else said
    if figure.unit in PEOPLE and _WHOSE.match(words, end):
        return "other"
    if before is not None and _goes_on(words, sentence, before, figure):
        return before.what
    told = _told_of(text, figure, events)
    if not told and _ALONE.match(figure.text) and figure.best == 1:
        return "other"
    what = figure.what if not told or figure.what in {what for _, what in told} else min(told)[1]
    return _where_it_can_be(what, words, start, end, figure, events, told=bool(told))


def _goes_on(words: str, sentence: Range, before: FigureMention, figure: FigureMention) -> bool:
    """Whether a figure runs on with the one before it in its sentence and has its fate in common."""
    if not sentence.start <= before.start < before.end <= figure.start:
        return False
    end, start = before.end - sentence.start, figure.start - sentence.start
    shared = before.what in PASSED_ON and _is_thing(before) == _is_thing(figure)
    return is_item(words, end, start) or (shared and runs_on(words, end, start))


def _told_of(text: str, figure: FigureMention, events: Sequence[EventMention]) -> list[tuple[int, What]]:
    """What the events that a figure takes part in make of those counted, each with how far its word stands off."""
    told: list[tuple[int, What]] = []
    for event in events:
        for role, table in ((event.target, BY_TARGET), (event.actor, BY_ACTOR)):
            if role is not None and event.kind in table and _takes_part(text, figure, role, event):
                died = event.kind == "death" and _DIE.match(event.trigger.text)
                away = max(event.trigger.start - figure.end, figure.start - event.trigger.end)
                told.append((away, "died" if died else table[event.kind]))
    return told


def _takes_part(text: str, figure: FigureMention, role: Span, event: EventMention) -> bool:
    """Whether those counted have the role in the event, and neither others beyond its clause nor a search for them."""
    trigger = event.trigger
    return (
        _holds(role, figure)
        and not (event.kind == "evacuation" and _SEEKS.match(trigger.text))
        and not (role.start < trigger.start and _is_beyond(text, trigger, figure))
        and not _OTHERS_DO.search(text, figure.end, max(figure.end, trigger.start))
    )


def _where_it_can_be(
    what: What, words: str, start: int, end: int, figure: FigureMention, events: Sequence[EventMention], *, told: bool
) -> What:
    """What may have happened to those counted, where that can be; `told`: an event says so."""
    if what == "displaced" and runs_off(words, end):
        return "present" if figure.unit in PEOPLE else "other"
    if what == "displaced" and _ESCAPES.match(words, end) and _CAPTIVITY.search(words):
        return "other"
    if what in ("trapped", "evacuated", "missing", "displaced") and _RESCUERS.search(figure.text):
        return "present"
    if _is_thing(figure) and (what in OF_PERSONS or (what == "arrived" and figure.unit not in LIFELESS)):
        return "affected" if figure.unit == "cases" else "other"
    if figure.unit == "percent" and what in OF_PERSONS and not _is_share_of_persons(words, start):
        return "other"
    harmed = what in ("killed", "died", "injured")
    borne = bears_out(words, what) or (what == "killed" and _is_eliminated(figure, events))
    if not borne or (harmed and not told and _SOME_WERE.match(words, end)):
        return "present" if (harmed or what == "trapped") and figure.unit in PEOPLE else "other"
    return "other" if harmed and _ATTACKERS.search(figure.text) else what


def _holds(role: Span, figure: FigureMention) -> bool:
    """Whether a figure counts those in a role, or some of them."""
    return role.start < figure.end and figure.start < role.end


def _is_eliminated(figure: FigureMention, events: Sequence[EventMention]) -> bool:
    """Whether those counted are the dead of an event told by a word for doing away with somebody."""
    dead = (e for e in events if e.kind == "death" and e.target is not None and _holds(e.target, figure))
    return any(_ELIMINATE.match(e.trigger.text) for e in dead)


def _is_only_hurt(words: str, sentence: Range, figure: FigureMention, events: Sequence[EventMention]) -> bool:
    """Whether only a toll told further up in the sentence makes dead of those whom an event of it hurts: "put the toll
    at five and said that nine more were in hospital with burns"."""
    if not is_of_toll(words, figure.start - sentence.start, figure.end - sentence.start):
        return False
    kinds = {e.kind for e in events if e.target is not None and _holds(e.target, figure)}
    return "injury" in kinds and "death" not in kinds


def _is_thing(figure: FigureMention) -> bool:
    """Whether no persons are counted: things, cases of an illness, sums, what is measured by the barrel."""
    counted = figure.counted is not None and is_liquid(figure.counted.text)
    return figure.unit in {*LIFELESS, "cases", "money"} or counted


def _is_share_of_persons(words: str, start: int) -> bool:
    """Whether the noun that stands in or behind a share is one of persons: "40 percent of the patients"."""
    whole = _WHOLE.search(words, start, start + 80)
    return whole is not None and ("population" in whole["noun"] or unit_of(whole["noun"]) in PEOPLE)


def _is_beyond(text: str, trigger: Span, figure: FigureMention) -> bool:
    """Whether a figure stands in a clause that goes on behind the trigger, which a role span may run into: "the horse
    was shot after a boy fell"."""
    return _CLAUSE.search(text, trigger.end, max(trigger.end, figure.start)) is not None


_CLAUSE: Final = re.compile(r"\b(?:after|before|when|while|as|because|since|until|that|who|whose|whom)\b", re.I)
_OTHERS_DO: Final = re.compile(r"\b(?:as|while|when|where|and|but)\s+(?:the\s+|many\s+|some\s+)?others\s+$", re.I)
"""Before what others do than those counted: "a nurse kneels as others flee"."""
_WHOLE: Final = re.compile(
    r"\b(?:of|half)\s+(?:(?:all|of|the|its|their|his|her|those|these)\s+)*(?P<noun>[\w-]+(?:\s+[\w-]+){0,2})", re.I
)
"""Of what something is a share."""
_SEEKS: Final = re.compile(r"search|look|seek|sought|find|found|detect|locat|trac", re.I)
"""Who is looked for, or found, is not yet brought to safety."""
_RESCUERS: Final = re.compile(r"\brescuers?\b|\brescue (?:workers?|teams?|crews?)\b|\bfirefighters?\b", re.I)
"""Who comes to help is not counted among those helped, unless words beside the count say so."""
_ESCAPES: Final = re.compile(r"\s+(?:(?:who|that|have|has|had|later|all|also)\s+){0,3}escap(?:ed|ing)\b", re.I)
_CAPTIVITY: Final = re.compile(
    r"\b(?:captur|captiv|captor|abduct|kidnap|hostage|prison|jail|custody|detention|cells?\b)", re.I
)
"""Who escapes those that hold him is free, and not driven out."""
_SOME_WERE: Final = re.compile(
    r"[^.;]{0,80}?\b(?:that|and|but|of whom)\s+(?:some|several|many|most|others|a few)(?: of (?:them|whom))?"
    r"\s+(?:(?:have|has|had|may|might|were|was|are|is|been|be)\s+)+(?:\w+ly\s+)?"
    r"(?:killed|dead|died|injured|wounded|hurt)\b",
    re.I,
)
"""What befell some of the counted: "a film of dozens of pilgrims, saying that some have been killed"."""
_ALONE: Final = re.compile(r"an?\s", re.IGNORECASE)
"""One of whom neither the words nor an event say that something happened to him: "a man drove by" as others died."""
_ATTACKERS: Final = re.compile(rf"\b{ATTACKER}\b", re.IGNORECASE)
"""Who strikes: not counted as hurt unless words beside the count say so."""
