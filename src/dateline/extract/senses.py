"""Triggers -> the same, in the sense that the words beside them give: who is "charged 20 euros" is not arrested.

The network knows an event by the look of its words, but a verb means another thing with another object, and a noun in
another phrase. A sense that is no event is none; one that is an event of another kind is of that kind.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.extract.passage import FoundEvent
from dateline.extract.units import UNIT_OF
from dateline.model.mention import EventKind

NEAR: Final = 80
"""Characters beside a trigger that may give its sense."""


class Sense(NamedTuple):
    """What a trigger of a kind means between certain words; `named` is the kind that it is, None for no event."""

    kind: EventKind
    trigger: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    named: EventKind | None = None


def _sense(kind: EventKind, trigger: str, before: str = "", after: str = "", named: EventKind | None = None) -> Sense:
    words = (re.compile(trigger, re.I), re.compile(rf"{before}$", re.I), re.compile(after, re.I))
    return Sense(kind, *words, named)


_MANY: Final = (
    r"(?:documents|files|papers|records|e-?mails|letters|messages|calls|complaints|questions|criticism|abuse|anger)"
)
"""What only in a figure of speech comes as water does."""
_WATERS: Final = r"(?:flood|torrent|storm|hurricane|tsunami|avalanche|deluge)s?"
SENSES: Final = (
    # a price: "charged 20 euros", "charges a fee"
    _sense(
        "arrest",
        r"charg(?:es?|ed|ing)",
        after=r"\s+(?:(?:an?|about|around|only|up|to|at|least|more|than)\s+)*(?:(?:[a-z]{1,3}\s?)?[$£€¥#]\s?\d"
        r"|\d[\d.,]*\s+(?:dollars|euros|pounds|yen|rupees)\b|(?:\w+\s+)?(?:fees?|fares?|rent|interest)\b)",
    ),
    # where prisoners are: "the men in foreign jails"; not "a court in the capital jails a baker"
    _sense(
        "arrest",
        r"(?:[\w-]+\s+)?(?:jails|prisons|courts)",
        before=r"\b(?:in|of|from|to|at|inside|into|by|through)\s+(?:[\w’'-]+\s+)?",
        after=r"\s*(?:[,.;:)”\"\n]|$)|\s+(?:and|or|for|where|who|which|that|since|with|without|after|are|were|have|had|has)\b",
    ),
    # a flight begins
    _sense("accident", r"(?:take[sn]?|taking|took)", after=r"\s+off\b"),
    _sense("accident", r"(?:take[sn]?|taking|took)\s+off"),
    # "held her in a headlock" takes nobody away
    _sense(
        "abduction",
        r"h[eo]ld(?:s|ing)?",
        after=r"\s+(?:[\w’'-]+\s+){1,4}in an? (?:choke|head)[- ]?(?:hold|lock)",
        named="attack",
    ),
    # "inflicted harm on the bakers", "wounded" is not killed, but for "mortally wounded"
    _sense(
        "death",
        r"(?:inflict(?:s|ed|ing)?\s+)?(?:harm|injur|wound)(?:s|y|ies|es|ed|ing)?",
        before=r"(?<!fatally\s)(?<!mortally\s)",
        named="injury",
    ),
    # who takes a thing abducts nobody; who robs a person attacks him
    _sense("abduction", r"steal(?:s|ing)?|stolen?|thefts?"),
    _sense("abduction", r"rob(?:s|bed|bing)?|robber(?:y|ies)", named="attack"),
    # a reproach that somebody let a thing happen grants nothing: "blamed the port for allowing the sale"
    _sense(
        "concession",
        r"(?:allow|lett)(?:ed|ing)(?:\s+\w+)?",
        before=r"\b(?:accus|blam|critici[sz]|condemn|denounc|disappoint|fault)\w*\s[^.;]{0,60}",
    ),
    # who breaks or watches over sanctions imposes none
    _sense("sanction", r"sanctions?", after=r"[- ](?:violat|breach|break|bust|evad|evasion|committee|monitor)\w*"),
    # "a flood of letters", "the letters turned into a flood"
    _sense("hazard", _WATERS, after=rf"\s+of\s+(?:[\w-]+\s+)?{_MANY}\b"),
    _sense("hazard", _WATERS, before=rf"\b{_MANY}\b[^.;]{{0,50}}\binto an?\s+"),
)
MISSING: Final = re.compile(r"(?:(?:go|goes|going|gone|went)\s+)?missing|unaccounted(?:\s+for)?", re.I)
DISASTERS: Final[frozenset[EventKind]] = frozenset({"hazard", "accident"})
LEAK: Final = re.compile(r"leak(?:s|ed|ing|age)?", re.I)
PAPERS: Final = r"(?:documents?|files?|papers?|records?|data|e-?mails?|memos?|cables|information)"
PAPERS_LEAKED: Final = re.compile(
    rf"\bleak\w*\s+(?:[\w’'-]+\s+){{0,4}}{PAPERS}\b|\b{PAPERS}\s+(?:[\w’'-]+\s+){{0,4}}leak(?:s|ed|ing)?\b", re.I
)
SPILLED: Final = re.compile(
    r"\b(?:gas|oil|fuel|water|chemicals?|chlorine|ammonia|methane|acid|sewage|toxic|poison\w*|radiation|radioactiv\w+|reactors?"
    r"|pipes?|pipelines?|tanks?|valves?)\b",
    re.I,
)
"""What leaks, and what from, where a leak is an accident."""
STOPPED: Final = re.compile(
    r"(?:seiz|impound|confiscat|inspect|board)(?:es?|ed|ing|s|ures?|ions?)?|held|detain(?:ed|ing|s)?", re.I
)
"""What officers do to a ship or a lorry."""
_APART: Final = r"(?:of|in|on|off|at|from|with|and|who|that|which)\b"
CRAFT: Final = re.compile(
    rf"(?:(?!\b{_APART}|,).)*(?:-flagged\b|\b(?:ships?|vessels?|boats?|tankers?|trawlers?|freighters?|ferry|ferries|yachts?"
    rf"|trucks?|lorr(?:y|ies)|cars?|vans?|vehicles?|planes?|aircraft|cargo(?:es)?)(?=$|,|\s{_APART}))",
    re.I,
)
"""A noun phrase whose head is a thing that moves people; no phrase of who is in it."""
HIJACKERS: Final = re.compile(r"\b(?:pirates?|hijack\w*|gunm[ae]n|militants|rebels|hostages?)\b", re.I)


CLASH: Final = re.compile(r"clash(?:es|ed|ing)?|battl(?:es?|ed|ing)|fight(?:s|ing)?|fought", re.I)
_CROWD: Final = frozenset({"protesters", "police"})
ARMED: Final = re.compile(rf"\b(?:{'|'.join(n for n, u in UNIT_OF.items() if u in ('fighters', 'troops'))})s?\b", re.I)
UNARMED: Final = re.compile(
    rf"\b(?:{'|'.join(n for n, u in UNIT_OF.items() if u in _CROWD)})s?\b"
    r"|\b(?:protests?|demonstrations?|riots?|rall(?:y|ies)|march|crowds?|youths?|students?|fans|supporters|stones?|tear)\b",
    re.I,
)


def in_sense(events: Sequence[FoundEvent], text: str) -> list[FoundEvent]:
    """The events of a report as the words beside them mean them."""
    told = {event.trigger.label for event in events if not is_lost(event, text)}
    disaster = not told.isdisjoint(DISASTERS) and "abduction" not in told
    leaks = any(is_leak(event, text) for event in events)
    papers = leaks and (PAPERS_LEAKED.search(text) is not None or SPILLED.search(text) is None)
    kinds = [
        None if (disaster and is_lost(event, text)) or (papers and is_leak(event, text)) else kind_of(event, text)
        for event in events
    ]
    return [
        replace(event, trigger=replace(event.trigger, label=kind))
        for event, kind in zip(events, kinds, strict=True)
        if kind is not None
    ]


def is_lost(event: FoundEvent, text: str) -> bool:
    """Whether a trigger tells of people who are missing: where a disaster is told, and no abduction, nobody took
    them."""
    start, end, kind = event.trigger.start, event.trigger.end, event.trigger.label
    return kind == "abduction" and MISSING.fullmatch(text, start, end) is not None


def is_leak(event: FoundEvent, text: str) -> bool:
    """Whether a trigger is a leak told as an accident: where papers leak, and not a pipe, it is none."""
    start, end, kind = event.trigger.start, event.trigger.end, event.trigger.label
    return kind == "accident" and LEAK.fullmatch(text, start, end) is not None


def kind_of(event: FoundEvent, text: str) -> str | None:
    """The kind of an event by the words beside its trigger; None for what is no event in this sense."""
    start, end, kind = event.trigger.start, event.trigger.end, event.trigger.label
    for sense in SENSES:
        if (
            kind == sense.kind
            and sense.trigger.fullmatch(text, start, end)
            and sense.before.search(text, max(0, start - NEAR), start)
            and sense.after.match(text, end)
        ):
            return sense.named
    if kind == "riot" and is_battle(event, text):
        return "armed_clash"
    return "coercion" if kind in ("arrest", "abduction") and is_stop(event, text) else kind


def is_battle(event: FoundEvent, text: str) -> bool:
    """Whether those who clash are armed, and no crowd is near: "fighters died in clashes with the Red Dawn"."""
    start, end = event.trigger.start, event.trigger.end
    if not CLASH.fullmatch(text, start, end):
        return False
    near = text[max(0, start - NEAR) : end + NEAR]
    return ARMED.search(near) is not None and UNARMED.search(near) is None


def is_stop(event: FoundEvent, text: str) -> bool:
    """Whether officers stopped a ship or a car, which is no arrest; who hijacks one takes those aboard."""
    start, end, target = event.trigger.start, event.trigger.end, event.roles.get("target")
    if target is None or not STOPPED.fullmatch(text, start, end) or not CRAFT.match(text, target.start, target.end):
        return False
    return HIJACKERS.search(text, max(0, start - NEAR), end + NEAR) is None
