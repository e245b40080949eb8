"""trigger -> what tells two things of one word apart: what is condemned, blamed or looked into; who besieges; the name
of a storm; how strong a quake was."""

import re

from dateline.english.numerals import CARDINALS
from dateline.merge.kinds import SPEECH
from dateline.merge.namings import lemma, namings
from dateline.merge.words import head_word, stem, stems
from dateline.model import Event

ABOUT_OBJECT = frozenset(
    lemma(w)
    for w in "condemn denounce deplore criticise criticize investigate probe examine welcome praise hail reject".split()
)
"""Verbs whose object is what the act is about."""

BLAME = lemma("blame")
BLAMED = re.compile(
    r"(?i)\s+(?:(?P<on>[^.;]+?)\s+(?:(?:\w+ly|in part)\s+)?on\b|(?:\w[\w’'-]*\s+){1,5}?for\s+(?P<for>[^.;]+))"
)
"""“Blamed the delay on the army”, “blamed the army for the delay”."""

INTO = re.compile(r"(?i)\s+(?:into|of)\s+(?P<matter>[^.;]+)")
"""What stands behind a noun: “an investigation into the delay”."""

QUESTION = re.compile(r"(?i)\s+(?:if|whether|how|why|who|what|where)\b")
"""An open question instead of a thing: “are investigating if a second car was used”."""

END = re.compile(
    r"(?i)[,.;:\"“”]|\b(?:as|for|on|in|at|by|after|before|during|which|who|that|and|to|from|with|because|saying|while|"
    r"over|late|early|carried|claimed|caused)\b"
)
"""Where a noun phrase ends."""

ANYTHING = frozenset(
    stem(w)
    for w in "it this that them him her what incident matter case situation event circumstances responsibility".split()
)
"""Words that stand for whatever was told before."""

BLOW_NAMINGS = frozenset({"attack", "blast", "gunfire", "kill", "die", "crash", "fire"})
"""Families of words (`namings.txt`) that writers exchange for one blow or accident."""

COMPOUND = re.compile(r"(\w+)-$")
AGENT = re.compile(r"\s+by\s+((?:[\w’'-]+ ?){1,4})")


TERM = re.compile(
    r"(?i)\s+(?:[^.;,]{1,40}?\s)?(?:to|for)\s+(?:an?\s+)?"
    r"(?P<term>life|death|[\w-]+(?:\s[\w-]+)?\s(?:year|month|week|day))s?\b"
)
"""“Sentenced her to life”, “jailed for twenty years”."""

CHRISTENED = re.compile(
    r"(?i:cyclone|hurricane|typhoon|(?:(?:sub|post-)?tropical )?storm|depression)\s+"
    r"(?P<name>[A-Z][a-z]+|[A-Z]{3,})\b"
)
"""“Cyclone Ada”: weather services give each storm a name of its own."""


def storm_of(event: Event, text: str) -> str | None:
    """The name that a storm bears, in small letters."""
    found = CHRISTENED.search(text, event.trigger.start, event.sentence.end) if event.kind == "hazard" else None
    return found["name"].casefold() if found and found.start() <= event.trigger.end else None


SIZE = r"(\d(?:\.\d)?|five|six|seven|eight|nine)"
MAGNITUDE = re.compile(rf"(?i)\bmagnitude[- ](?:of )?{SIZE}\b|\b{SIZE}[- ]magnitude\b|\bmeasur(?:ing|ed) {SIZE}\b")
"""“A magnitude 5.8 quake”, “the six-magnitude quake”, “a quake measuring 6.4”."""
MARGIN = 2
"""Tenths up and down: by twice as many the magnitudes differ that two agencies give to one quake."""


def magnitude_of(event: Event, text: str) -> frozenset[str]:
    """The magnitudes that a quake may have by the one told next to it, before it rather than behind, as “#” and tenths:
    two that are half a magnitude apart have none in common."""
    told = list(MAGNITUDE.finditer(text, event.sentence.start, event.sentence.end))
    before = [m for m in told if 0 <= event.trigger.start - m.end() <= NEXT]
    behind = [m for m in told if 0 <= m.start() - event.trigger.end <= NEXT]
    for found in (*before[-1:], *behind[:1]):
        size = found[found.lastindex or 0].casefold()
        tenths = round(10 * float(CARDINALS.get(size, size)))
        return frozenset(f"#{n}" for n in range(tenths - MARGIN, tenths + MARGIN + 1))
    return frozenset()


NEXT = 12
"""Characters from a quake to the magnitude told of it."""


def two_sizes(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two matters are quakes of other magnitudes."""
    one, two = ({m for m in side if m[0] == "#"} for side in (a, b))
    return bool(one and two) and one.isdisjoint(two)


def matter_of(event: Event, text: str) -> frozenset[str]:
    """What an act of speech or an inquiry is about: the family of a noun or its stem, “~blow” for any blow, “?” for an
    open question; of a sentence, how long it is; of a storm, “=” and its name; of a quake, its magnitudes; empty where
    the words do not say. `text`: the report's."""
    if (storm := storm_of(event, text)) is not None:
        return frozenset({f"={storm}"})
    if event.kind == "hazard":
        return magnitude_of(event, text)
    if "sentence" in namings(event.trigger.text):
        term = TERM.match(text, event.trigger.end, event.sentence.end)
        return stems(term["term"]) if term else frozenset()
    if event.kind not in SPEECH:
        return frozenset()
    after = text[event.trigger.end : event.sentence.end]
    if QUESTION.match(after):
        return frozenset({"?"})
    phrase = _phrase(lemma(event.trigger.text), after)
    noun = head_word(END.split(phrase.strip(), maxsplit=1)[0])
    if not noun or noun[0].isupper() or stem(noun) in ANYTHING:
        return frozenset()
    named = namings(noun)
    return frozenset({"~blow"} if named & BLOW_NAMINGS else named or {stem(noun)})


def _phrase(verb: str, after: str) -> str:
    """The words that begin with what an act is about."""
    if verb == BLAME:
        found = BLAMED.match(after)
        return (found["on"] or found["for"]) if found else ""
    found = INTO.match(after)
    return found["matter"] if found else after if verb in ABOUT_OBJECT else ""


def doers_of(event: Event, text: str) -> frozenset[str]:
    """Who does what a participle tells, by the word compounded with it (“-rebel” for “rebel-besieged”) or the stems
    behind “by”."""
    first, hyphen, _ = event.trigger.text.partition("-")
    before = COMPOUND.search(text[event.sentence.start : event.trigger.start])
    if hyphen or before:
        return frozenset({f"-{stem(before[1] if before else first)}"})
    agent = AGENT.match(text[event.trigger.end : event.sentence.end])
    return stems(agent[1]) if agent else frozenset()


def two_doers(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a compound names another doer than the other mention does."""
    if not any(d[0] == "-" for d in a | b):
        return False
    one, two = ({d.removeprefix("-") for d in side} for side in (a, b))
    return bool(one and two and one.isdisjoint(two))
