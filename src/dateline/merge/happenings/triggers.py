"""trigger -> what its own word says, whatever it was read as: the weapon, the kind, that it tells of several."""

import re
from collections import Counter
from collections.abc import Iterable

from dateline.merge.happenings.nouns import number_of
from dateline.merge.kinds import COUNTABLE
from dateline.merge.namings import LIGHT, lemma, namings
from dateline.merge.situation import Situation
from dateline.merge.words import stem
from dateline.model import Event
from dateline.model.kinds import BLOWS, HARM

WEAPONS = {
    stem(word): weapon
    for weapon, words in {
        "bomb": "blast explosion explosions exploded explode bomb bombs bombing bomber detonated detonation blew "
        "suicide explosives",
        "guns": "gunfire gunshots shots shooting shootout gunbattle gunfight gunmen clashes clash firefight battling",
        "air": "airstrike airstrikes airraid bombardment drone warplanes jets",
        "shells": "shelling shells mortar mortars rocket rockets artillery missile missiles torpedo",
        "war": "war conflict violence unrest insurgency hostilities",
        "nuclear": "nuclear atomic hydrogen thermonuclear",
        "knives": "stabbing stabbed knife knives machete",
    }.items()
    for word in words.split()
}
"""What a trigger itself says of the weapon: gunfire after a blast is another happening than the blast, and a war is
none of its incidents."""

OPEN_BLOW_NAMINGS = frozenset({"attack", "gunfire"})
"""Families of words for a blow that leave open how it was dealt, whatever kind of violence the reader took it for."""


def kind_of(event: Event) -> str:
    """The kind that the trigger's own word leaves no doubt of, else the one that was read. A verb that says nothing by
    itself (“brought in”) is no blow, whatever it was read as."""
    named = namings(event.trigger.text)
    open_blow = named and named <= OPEN_BLOW_NAMINGS and not weapons_of(event.trigger.text)
    if event.kind in BLOWS and lemma(event.trigger.text) in LIGHT:
        return f"~{lemma(event.trigger.text)}"
    if open_blow and event.kind in BLOWS - {"armed_clash"} | {"accident"}:
        return "attack"
    if event.kind in BLOWS | HARM and named == {"damage"}:
        return "destruction"
    if named == {"deal"} and " " in event.trigger.text:
        return "agreement"
    return event.kind


def weapons_of(trigger: str) -> frozenset[str]:
    """The weapons that the words of a trigger say."""
    one_word = trigger.casefold().replace("air strike", "airstrike").replace("air raid", "airraid")
    words = one_word.replace("-", " ").split()
    return frozenset(WEAPONS[s] for w in words if (s := stem(w)) in WEAPONS)


FIRING = frozenset({lemma("fired"), lemma("launched")})
FIRED = re.compile(
    r"(?i)\s+(?:[\w’'-]+\s+){0,4}?(missiles?|rockets?|mortars?|shells?|torpedo(?:e?s)?)\b(?=[^.;:]{0,60}?\b(?:at|on|against)\b)"
)
"""What is fired at somebody, right behind the verb: “launched nine cruise missiles at the base”; a test hits nobody."""


def weapon_fired(trigger: str, after: str) -> frozenset[str]:
    """The weapon that the object of a verb of firing says."""
    found = FIRED.match(after) if lemma(trigger) in FIRING else None
    return weapons_of(found[1]) if found else frozenset()


def modifier_in(before: str) -> str:
    """The word right before a trigger, which may say the weapon: “suicide attack”."""
    found = re.search(r"([\w-]+) $", before)
    return found.group(1) if found else ""


def tells_several(event: Event, situation: Situation) -> bool:
    """Whether a mention tells of several of its kind, where several are not one: “deals”, not “air strikes”."""
    after = situation.reports[event.report].text[event.trigger.end : event.trigger.end + 40]
    return kind_of(event) in COUNTABLE and number_of(event.trigger.text, after) == {True}


def main_kind(events: Iterable[Event]) -> str:
    """The kind most mentions give; harm only where nothing else is named."""
    counts = Counter(e.kind for e in events)
    causes = {k: n for k, n in counts.items() if k not in HARM} or dict(counts)
    return min(causes, key=lambda k: (-causes[k], k == "attack", k))
