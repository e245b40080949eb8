"""figure -> Count: what one figure counts, so that only figures of the same thing meet in a series."""

import re
from collections.abc import Mapping

from dateline.merge.clues import CAUSES, HARM
from dateline.merge.situation import Situation
from dateline.merge.words import head, stem
from dateline.model import Event, Figure, Record
from dateline.model.edtf import Days, bounds

DEAD = frozenset({"killed", "died"})
MOVED = frozenset({"evacuated", "displaced", "returned"})
HELD_UP = frozenset({"trapped", "present"})
PERSONS = frozenset({
    "people", "civilians", "fighters", "troops", "police", "women", "children", "refugees", "protesters", "prisoners",
})  # fmt: skip

ANYBODY = frozenset(
    stem(w)
    for w in "people persons person others other dead victims casualties deaths fatalities lives individuals civilians "
    "wounded injured more humans souls toll hurt killed residents inhabitants citizens "
    "one two three four five six seven eight nine ten eleven twelve dozen dozens score scores hundred hundreds "
    "thousand thousands million millions several many few some most evacuated displaced missing trapped".split()
)
"""Heads that count everybody, and the number words left when no noun follows; any other head ("children",
"soldiers") counts a part of them."""

SOLDIERS = ANYBODY | frozenset(stem(w) for w in "troops soldiers members personnel forces servicemen".split())
MOVERS = ANYBODY | frozenset(stem(w) for w in "evacuees refugees displaced passengers migrants villagers".split())
EVERYBODY = {"moved": MOVERS, "held up": MOVERS, "arrived": MOVERS, "deployed": SOLDIERS, "withdrawn": SOLDIERS}
STALE = re.compile(
    r"(?i)\b(?:previous(?:ly)?|initial(?:ly)?|up from|first put|had put"
    r"|earlier (?:\w+ )?(?:tolls?|counts?|figures?|estimates?))\b"
)
AMONG = re.compile(r"(?i)\b(?:among them|including|of (?:whom|them|the (?:dead|victims|killed|wounded|\d)))\b")


class Count(Record, frozen=True):
    """What a figure counts. `group`: whats that may share a series; `part`: the head noun where only some are counted;
    `scene`: the happening it belongs to; `stale`: the text itself calls it overtaken."""

    figure: Figure
    group: str
    unit: str
    part: str
    scene: str | None
    place: str | None
    days: Days | None
    stale: bool
    planned: bool


def count_of(figure: Figure, situation: Situation, scenes: Mapping[str, str]) -> Count:
    """What the figure counts, with its scene."""
    event = _event_of(figure, situation)
    text = situation.reports[figure.report].text
    sentences = situation.readings[figure.report].sentences
    opening = next((s.start for s in sentences if s.start <= figure.start < s.end), 0)
    before = text[max(opening, figure.start - 40) : figure.start]
    place = figure.place or (event.place if event else None)
    time = figure.time or (event.time if event else None)
    return Count(
        figure=figure,
        group=_group(figure.what),
        unit="persons" if figure.unit in PERSONS else figure.unit,
        part=_part(figure, before, text[figure.end : figure.end + 24]),
        scene=scenes.get(event.id) if event else None,
        place=place,
        days=bounds(time),
        stale=bool(STALE.search(before)),
        planned=event is not None and event.status in ("planned", "hypothetical"),
    )


def _group(what: str) -> str:
    if what in DEAD:
        return "killed"
    if what in MOVED:
        return "moved"
    return "held up" if what in HELD_UP else what


def _part(figure: Figure, before: str, after: str) -> str:
    """The head noun of what is counted, with the names before it, where it is not everybody."""
    noun = head(figure.of or "")
    everybody = EVERYBODY.get(_group(figure.what), ANYBODY)
    if not noun or noun in everybody or noun.isdigit():
        inside = AMONG.search(figure.text) or AMONG.search(before[-16:]) or AMONG.match(after.lstrip())
        return "some" if inside else ""
    names = sorted(stem(w) for w in re.findall(r"\b[A-Z]\w+", figure.of or ""))
    return " ".join([*names, noun]) if _group(figure.what) in ("killed", "injured", "captured") else noun


def _event_of(figure: Figure, situation: Situation) -> Event | None:
    """The event a figure counts in: the resolved one, else, for the dead and hurt, the nearest cause beside it."""
    if figure.event in situation.events:
        return situation.events[figure.event]
    if _group(figure.what) not in ("killed", "injured"):
        return None
    sentence = next(
        (s for s in situation.readings[figure.report].sentences if s.start <= figure.start < s.end), None
    )  # fmt: skip
    beside = situation.beside.get((figure.report, sentence.start), []) if sentence else []
    fits = [e for e in beside if e.kind in CAUSES | HARM]
    return min(fits, key=lambda e: (abs(e.trigger.start - figure.start), e.id), default=None)
