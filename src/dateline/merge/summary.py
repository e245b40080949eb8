"""events -> one short plain sentence: the best source sentence of a happening, cut to what it says of it."""

import re
from collections.abc import Sequence

from dateline.merge.clues import HARM
from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import Event

PLAIN = 170
"""Characters a summary keeps before it is cut at a clause."""

LEADING = re.compile(
    r"^(?:But|And|Meanwhile|However|Earlier|Also|Still|Separately|Later|Then|Yet|In addition|Additionally|Moreover),?\s+"
)
PLACELINE = re.compile(r"^(?:[A-Z][A-Z'’.-]+(?:,? [A-Z][\w'’.-]+)*(?:, [A-Z][\w. ]+)?(?: \([A-Za-z ]+\))? ?[-—–_:]+ )")
TAIL = re.compile(
    r",? (?:according to [^,.]{3,80}|[^,.]{2,60} (?:said|says|told [^,.]{2,40}|reported|added)(?: (?:on )?\w+day)?)[.]?$"
)
CLAUSE = re.compile(r"(?:[;:]|,? (?:after|while|as|which|who|although|though|because|since|amid|where|when)\b|, )")
VAGUE_START = re.compile(r"^(?:He|She|It|They|This|That|These|Those|There|We|I|You|His|Her|Its|Their|Some|Such)\b")


def summarize(events: Sequence[Event], situation: Situation) -> tuple[str, Event]:
    """The summary and the event whose sentence it is cut from."""
    shared: dict[str, int] = {}
    for report in sorted({e.report for e in events}):
        seen = frozenset().union(*(stems(situation.sentence(e)) for e in events if e.report == report))
        for word in seen:
            shared[word] = shared.get(word, 0) + 1
    best = max(events, key=lambda e: (_worth(e, shared, situation), -situation.rank[e.report], -e.trigger.start))
    return plain(best, situation), best


def _worth(event: Event, shared: dict[str, int], situation: Situation) -> float:
    """How well a sentence tells the happening alone: words that other reports share, its parties, no loose ends."""
    text = situation.sentence(event)
    words = stems(text)
    worth = sum(min(3, shared.get(w, 0)) * situation.rarity.get(w, 1.0) for w in words) / (4 + len(words))
    worth += 0.25 * sum(bool(x) for x in (event.actor, event.target, event.place, event.time))
    worth += 0.3 if event.trigger.start < situation.lead(event.report) else 0.0
    worth -= 0.4 if event.kind in HARM else 0.0
    worth -= 0.8 if VAGUE_START.match(LEADING.sub("", text)) else 0.0
    worth -= 0.6 if re.search(r"[“”\"?!]", text) else 0.0
    worth -= max(0, len(text) - 220) / 150
    worth -= max(0, 50 - len(text)) / 40
    worth -= 0.3 if not text.rstrip().endswith((".", "”", '"')) else 0.0
    return worth


def plain(event: Event, situation: Situation) -> str:
    """An event's sentence without dateline and leading connective, cut at a clause when long, closed with a stop."""
    text = situation.sentence(event)
    at = event.trigger.end - event.sentence.start
    text, at = _without(PLACELINE, text, at)
    text, at = _without(LEADING, text, at)
    text = TAIL.sub("", text) if at < len(TAIL.sub("", text)) else text
    if len(text) > PLAIN:
        cuts = [m.start() for m in CLAUSE.finditer(text) if m.start() > max(at, 60)]
        fitting = [c for c in cuts if c <= PLAIN] or cuts[:1]
        text = text[: fitting[-1]] if fitting else text
    text = " ".join(text.split()).rstrip(" ,;:–—-")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”", '."')) else ".")


def _without(pattern: re.Pattern[str], text: str, at: int) -> tuple[str, int]:
    """The text without a match at its start, and where the trigger then ends."""
    match = pattern.match(text)
    return (text[match.end() :], at - match.end()) if match and match.end() < at else (text, at)
