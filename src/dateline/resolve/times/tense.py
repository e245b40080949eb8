"""Words -> direction: do the verbs around a time point ahead or back?"""

import re

from dateline.english.names import SHORT_TITLES
from dateline.resolve.times.phrasing import STATE_PARTICIPLES
from dateline.resolve.times.words import ALPHABET, Words

REACH = 40
"""How many words away a verb may stand; the end of the sentence stops the search earlier."""

BESIDE = 4
"""How many words may stand between a verb of saying and its time."""

_ABBREVIATIONS = frozenset(map(str.lower, SHORT_TITLES)) | {"st", "jr", "sr", "no", "vs", "inc"}


def direction(words: Words, first: int, last: int) -> int:
    """1 when the verb nearest to the time speaks of the future, -1 of the past, 0 when none says. A verb before the
    time is asked first; a verb of saying counts only beside it ("said on Monday that it will"). The
    tense says nothing of a time that owns a noun ("will investigate Saturday's blast"): that is past, unless the noun
    is of what is scheduled ("Sunday's vote")."""
    if words.name(first - 1) == "OF" and words.name(first - 2) == "DEADLINE":
        return 1
    if words.name(first - 1) == "SINCE":
        return -1
    if _owns(words, last):
        owned = range(last + 1, min(last + 6, len(words.lower)))
        if any(words.name(i) == "PLAN" for i in owned):
            return 1
        return 0 if any(words.lower[i] in _SCHEDULED for i in owned) else -1
    said = False
    for i in range(first - 1, max(-1, first - 1 - REACH), -1):
        if ends_sentence(words, i):
            break
        if words.lower[i] == "according" and first - i <= BESIDE:
            return -1
        if words.name(i) == "SAID" and first - i > BESIDE:
            said = True
            continue
        sign = _sign(words, i)
        if sign:
            return sign
    if (
        said
        and words.name(last) in ("WEEKDAY", "WDAY", "TODAY", "PART")
        and words.lower[last + 1 : last + 2] == ["that"]
    ):
        return -1
    for i in range(last + 1, min(len(words.lower), last + 1 + REACH)):
        if ends_sentence(words, i):
            break
        sign = _sign(words, i)
        if sign:
            return sign
    return 1 if words.name(first - 1) == "UNTIL" else 0


def _owns(words: Words, last: int) -> bool:
    """Is the time a possessive? Scraped text may have lost the apostrophe ("Saturdays blast")."""
    if words.name(last + 1) == "APOS" and words.name(last + 2) == "S":
        return True
    return words.name(last) == "WEEKDAY" and words.lower[last].endswith("s") and words.name(last + 1) in ("WORD", "CAP")


_MARKS = re.compile(f"[{ALPHABET['DOT']}{ALPHABET['STOP']}]")


def sentence_ends(words: Words) -> list[int]:
    """The marks that end a sentence, by index."""
    return [m.start() for m in _MARKS.finditer(words.symbols) if ends_sentence(words, m.start())]


def ends_sentence(words: Words, index: int) -> bool:
    """Is the word a mark that ends a sentence?"""
    name = words.name(index)
    if name == "STOP":
        return words.lower[index] != ";"
    if name != "DOT":
        return False
    before = words.lower[index - 1] if index else ""
    if len(before) == 1 or before in _ABBREVIATIONS:
        return False
    after = words.name(index + 1)
    if words.name(index - 1) in ("MON", "WDAY") and after in ("SMALL", "ORD", "COMMA", "YEAR"):
        return False
    if index + 1 >= len(words.lower):
        return True
    following = words.text[words.starts[index + 1]]
    return (words.ends[index] < words.starts[index + 1] and not following.islower()) or following in "\"”'’("


def _sign(words: Words, index: int) -> int:
    name = words.name(index)
    if name == "WILL":
        return 1
    if name == "PLAN":
        if _is_measured_by(words, index) or (words.lower[index] == "due" and _is_cause(words, index)):
            return 0
        follows = words.name(index + 1) in ("TO", "FOR", "UNTIL") or (
            words.name(index + 1) == "ON" and words.lower[index] not in _FORECAST
        )
        return 1 if follows or words.lower[index] in _PLANNED else 0
    if name == "TO" and words.lower[index + 1 : index + 2] == ["be"]:
        return 1 if words.name(index + 2) in ("ED", "WAS") and words.name(index - 1) != "ED" else 0
    if name == "MUST":
        return 1 if _is_possible(words, index) else 0
    if words.lower[index] in _TIMETABLED:
        return 1
    if name == "DEADLINE":
        return 1 if words.lower[index] == "deadline" or words.name(index + 1) == "OF" else 0
    if name in ("SAID", "WAS", "ED"):
        if words.lower[index] in _PROMISED and words.name(index + 1) in ("TO", "UNTIL", "FOR"):
            return 1
        return 0 if _describes(words, index) or (index and words.lower[index - 1] in ("be", "being")) else -1
    return 0


def _is_possible(words: Words, index: int) -> bool:
    """Does the modal speak of what may come: "could reach the coast"? What one could not do, or could see, or "more
    than it could hold", is past."""
    if any(words.name(i) in ("THAN", "AS") for i in range(index - 4, index)):
        return False
    verb = words.lower[index + 1 : index + 2]
    if verb == ["be"]:
        return words.lower[index + 2] not in _SENSED if index + 2 < len(words.lower) else True
    return words.name(index + 1) == "WORD" and verb[0] not in _NO_STEP


def _is_measured_by(words: Words, index: int) -> bool:
    """Is it what was thought before: "better than expected", "as planned"?"""
    return words.name(index - 1) in ("THAN", "AS")


def _is_cause(words: Words, index: int) -> bool:
    """Does "due to" say why: "closed due to rain", "out of service due to 50 percent damage"?"""
    noun = words.name(index + 2) in ("THE", "A", "THIS", "THAT", "SMALL", "NUM", "WORDNUM")
    return words.name(index + 1) == "TO" and (noun or words.name(index - 1) == "ED")


def _describes(words: Words, index: int) -> bool:
    """Does it only say of what state a thing is: "plans to publish the names of all firms linked to it in May"?"""
    state = words.lower[index] in STATE_PARTICIPLES and words.name(index + 1) in ("TO", "BY", "IN")
    return state and words.name(index - 1) in ("WORD", "CAP")


_SCHEDULED = frozenset(
    "vote election elections summit meeting talks match game debate debates caucus caucuses visit hearing deadline "
    "referendum ceremony rally conference session inauguration polls ballot runoff primary launch".split()
)
_TIMETABLED = frozenset("begins starts opens resumes expires".split())
"""In the present tense these tell what a timetable says."""
_FORECAST = frozenset(("forecast", "forecasts"))
_SENSED = frozenset("seen heard felt smelt smelled found reached".split())
_NO_STEP = frozenset("not never no have see hear feel smell tell say find do only hardly barely".split())
"""Behind "could" these speak of what one was able to do, or of nothing that was done."""
_PLANNED = frozenset("scheduled slated expected planned plans intends".split())
_PROMISED = frozenset("vowed pledged promised hoped threatened invited postponed delayed adjourned rescheduled".split())
