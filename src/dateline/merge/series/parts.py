"""figure in its sentence -> the part of the whole that it counts: nothing for everybody, else a word for the part."""

import re

from dateline.english.nouns import ANYBODY
from dateline.english.numerals import ONE_TO_TWELVE
from dateline.english.rates import without_rate
from dateline.merge.words import head, stem
from dateline.model import Figure

EVERYONE = frozenset(
    stem(w)
    for w in (
        *ANYBODY,
        *ONE_TO_TWELVE,
        *"other more citizens toll evacuated trapped dozen dozens score scores hundred hundreds thousand thousands "
        "million millions several many few some most".split(),
    )
)
"""Heads that count everybody, and the number words left when no noun follows; any other head ("children",
"soldiers") counts a part of them."""

SOLDIERS = EVERYONE | frozenset(stem(w) for w in "troops soldiers members personnel forces servicemen".split())
MOVERS = EVERYONE | frozenset(stem(w) for w in "evacuees refugees displaced passengers migrants villagers".split())
EVERYBODY = {"moved": MOVERS, "held up": MOVERS, "arrived": MOVERS, "deployed": SOLDIERS, "withdrawn": SOLDIERS}
HARMED = frozenset({"killed", "injured", "missing"})

AMONG = re.compile(
    r"(?i)\b(?:among them|including|(?:toll|total|dead|victims) include[sd]?"
    r"|of (?:whom|them|the (?:dead|victims|killed|wounded|\d)))\b"
)
AMONG_THEM = re.compile(
    r"(?i)\s*(?:[\w’'-]+\s+){0,3}?(?:among (?:those|the|its|their)|(?:was|were|are|is) among them)\b"
)
"""“Three children were among the dead”, “two were among them”. Of “31 people, among them two nurses”, as of “31 people
including two nurses”, the 31 are the whole."""
OF_THE = re.compile(r"(?i)^(?:[\w,.-]+\s+){0,4}?of\s+(?:the|them|those|these|whom|its|their|his|her|our)\b")
"""“Nine of them”, “109 of the dead”: a part of those told before."""

FAMILY_OF = re.compile(r"(?i)\b(?:family|group|team|crew|couple) of\s+$")
"""“A family of four”: the size of a group among the counted."""

ALSO = re.compile(r"(?i)\balso (?:kill|claim)\w*\s+(?:\w+\s+){0,2}$")
"""“It also killed seven in the next town”: another count than the one told before."""

WERE_ALSO = re.compile(r"(?i)\s*(?:was|were) also killed\b")
MOSTLY = re.compile(r"(?i)\b(?:most(?:ly)?|many|main(?:ly)?|largely|chiefly)\b")
"""“120, mostly women and children”: all of them are counted."""

MANNER = re.compile(r"(?i)\b(tortur\w*|starv\w*|hunger|malnutrition|cholera|thirst)\b")
"""A cause by which only some of a war's dead die."""

AFTER_OF = re.compile(r"(?i)\s+of\s+(?:the|them|those|these|whom|its|their|his|her|our)\b")

WERE = re.compile(r"\s*,?\s*(?:were|was|are|is)\s+((?:[\w’'-]+\s+){0,2}?[\w’'-]+s|children|women|men)\b")
"""What a part of the whole is said to be: “109 of the dead were evacuees”."""

BODIES = re.compile(r"(?i)\bbod(?:y|ies)\b")
HANDLED = re.compile(
    r"(?i)\b(?:tak(?:e|en|ing)|took|carr(?:y|ied|ying)|cart\w*|remov\w*|recover\w*|retriev\w*|pull\w*|found|dug|"
    r"unearth\w*|collect\w*|buri\w*|identif\w*)\b"
)
"""Bodies that somebody took away or found are what a crew handled, not how many died."""

SEVERE = re.compile(
    r"(?i)\b(?:serious(?:ly)?|critical(?:ly)?|severe(?:ly)?|grave(?:ly)?|life-threatening|badly|intensive care)\b"
)
SLIGHT = re.compile(r"(?i)\b(?:slight(?:ly)?|light(?:ly)?|minor|walking wounded|superficial)\b")
SOME_ARE = re.compile(
    r"(?i)\b(?:some|several|many|most|half|a few|one|two|three|\d+)(?:\s+of\s+(?:them|whom))?\s+"
    r"(?:(?:are|is|were|was|being|remain(?:s|ed)?|still|reportedly|said|to|be|in|an?|very)\s+)*$"
)
"""“Injuring 25 others some of them critically”: that is said of some of the 25."""
ORIGIN = re.compile(r"\s+(?:from|of)\s+(?:the\s+)?([A-Z]\w+)")
"""Where the counted come from: “two children from Algeria” are not all children."""


PORTIONS = frozenset({"", "some", "bodies", "severe", "slight"})
"""What `part_of` gives that is no noun of those counted: everybody, or some of them."""

IN_PLACE = re.compile(r"(?:\s+[\w’'-]+){0,2}?\s+in\s+[A-Z]")
BY_PLACE = re.compile(r"\d\s+in\s+[A-Z]")
"""“90 were counted in Umza, 40 in Qasira and 12 in Marra”: parts, place by place. Two may be two incidents."""


def part_of(figure: Figure, group: str, before: str, after: str) -> str:
    """The part that a figure counts; `before` and `after` are the words of its sentence beside it."""
    noun = head(without_rate(figure.of or ""))
    everybody = not noun or bool(MOSTLY.search(figure.text)) or noun in EVERYBODY.get(group, EVERYONE) or noun.isdigit()
    if group == "killed" and BODIES.search(figure.text) and (HANDLED.search(before) or HANDLED.search(after[:30])):
        return "bodies"
    clause = re.split(r"[,;:.]|\b(?:and|while|but)\b", after, maxsplit=1)[0]
    if group == "injured" and (SEVERE.search(figure.text) or says_of_all(clause, SEVERE)):
        return "severe"
    if group == "injured" and (SLIGHT.search(figure.text) or says_of_all(clause, SLIGHT)):
        return "slight"
    if group == "killed" and (manner := MANNER.search(clause)):
        return stem(manner[1])
    if FAMILY_OF.search(before) or (group == "killed" and (ALSO.search(before) or WERE_ALSO.match(after))):
        return "some"
    if OF_THE.match(figure.text) or (everybody and AFTER_OF.match(after)):
        said = WERE.match(after)
        return stem(said[1].split()[-1]) if said and group in HARMED else "some"
    if group in HARMED and IN_PLACE.match(after) and len(BY_PLACE.findall(f"{before}#{after}")) > 1:
        return "some"
    origin = ORIGIN.match(after) if group in HARMED else None
    names = sorted(
        {stem(w) for w in re.findall(r"\b[A-Z]\w+", figure.of or "")} | ({stem(origin[1])} if origin else set())
    )
    if everybody:
        inside = AMONG.search(figure.text) or AMONG.search(before[-16:]) or AMONG_THEM.match(after)
        return "some" if inside else f"from {stem(origin[1])}" if origin else ""
    return " ".join([*names, noun]) if group in HARMED | {"captured"} else noun


def says_of_all(clause: str, state: re.Pattern[str]) -> bool:
    """Whether the words behind a count give the state of all who are counted, and not only of some of them."""
    said = state.search(clause)
    return said is not None and SOME_ARE.search(clause[: said.start()]) is None
