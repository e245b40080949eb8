"""events -> one short plain sentence: the best source sentence of a happening, cut to what it says of it."""

import re
from collections.abc import Sequence
from math import fsum

from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import FACTS, Event, Figure, SourceSpan
from dateline.model.kinds import HARM

PLAIN = 170
"""Characters a summary keeps before it is cut at a clause."""

LEADING = re.compile(
    r"^(?:(?:But|And|Meanwhile|However|Also|Still|Separately|Then|Yet|In addition|Moreover),?|(?:Earlier|Later),)\s+"
)
PLACELINE = re.compile(r"^(?:[A-Z][A-Z'’.-]+(?:,? [A-Z][\w'’.-]+)*(?:, [A-Z][\w. ]+)?(?: \([A-Za-z ]+\))? ?[-—–_:]+ )")
CLAUSE = re.compile(
    r"(?:;|:(?!\s*[“\"]|(?<=\d:)\d)|,? (?:after|while|although|though|because|since|amid|when"
    r"|as(?! (?:an? |well\b|if\b|saying\b|possible\b|of\b|[“\"])))\b|, )"
)
OPEN = re.compile(
    r"(?i)(?:\b(?:such|so|as|or|and|but|nor|than|that|if|of|to|in|for|with|by|from|at|on|the|an?|its|his|her|their|i\.?e"
    r"|e\.?g|including|even|almost|only|just|shortly|soon|long|well|same|quoted|rather|after|when|while|until|because"
    r"|since|although|though|which|who|whose|where|amid|during|into|against|between)\.?"
    r"|[-–—(“])\s*$"
)
"""What a clause cannot end with: "politicians such", "Mexico or", "shortly", "stuck in the town after"."""
GOES_ON = re.compile(
    r",\s+(?:(?:has|have|had|is|are|was|were|will|would|said|says|told|also)\b"
    r"|(?!(?:and|or|but|nor|so|after|as|while|with|which|who|where|when|including)\b)"
    r"(?:[\w’'.-]+\s+){0,3}[\w’'.-]+(?:,|\s+(?:and|or)\b))"
)
"""A comma behind which the subject's own verb comes, or a list goes on."""
WAITS = re.compile(
    r"(?:(?-i:On|In|At|By|Early|Late|Earlier|Last) [^,]{1,40}, )?(?:(?:just|even|only|shortly|soon) )?"
    r"(?:as|while|if|when|after|although|though|because|since|before|until|once|unless)\b[^,]*$",
    re.I,
)
"""A clause before its main one."""
PAST = r"[a-z]+ed(?=\s+(?!by\b|in\b|at\b|on\b|from\b|with\b|to\b|after\b|as\b|during\b))"
"""A verb in the past that goes on to an object: no “followed by”."""
INSET = re.compile(rf",[^,;:]{{1,80}},\s+(?:(?:has|have|had|is|are|was|were|will|would|said|says|told|also)\b|{PAST})")
"""A comma that opens what is set between a subject and its verb."""
SET_APART = re.compile(rf",\s+{PAST}")
"""The comma that closes it."""
LISTED = re.compile(r",\s+(?:(?:and|but|or)\s+(?:\S+\s+)?)?(?:\S+\s+)?\S+$")
"""What one or two words behind a comma end with: a list or a name goes on there, and no clause ends."""
DASH = re.compile(r"\s[-–—]\s|—")

TOLL = re.compile(r",? (?:killing|wounding|injuring|leaving)\b")
"""Where a sentence goes over to its count: counts are told apart, with who gives them."""

LOOSE_START = re.compile(
    r"^(?:He|She|It|They|This|That|These|Those|There|We|I|You|His|Her|Its|Their|Some|Such|One|On that|At the time|"
    r"In that|In the day|Earlier|Later|Asked|Image|Photo|A photo|Picture|File|Watch|Read|Video|Speaking|\d+/\d+|"
    r"#|@)(?!\w)"
)
"""How sentences begin that lean on the one before, or are no sentences: captions, tweets, questions."""

BESIDE = re.compile(r"\s(?:which|who|whose|where)\s[^,;]*$")
"""What stands before a trigger that its sentence only adds to something else: "which has sparked an"."""


FORETOLD = 0.8
"""What a sentence is worth less that tells as a plan what another tells as a fact."""


def summarize(events: Sequence[Event], situation: Situation) -> tuple[str, SourceSpan]:
    """The summary and the words of the report that it is cut from; a plan hardly sums up what came true."""
    shared: dict[str, int] = {}
    for report in sorted({e.report for e in events}):
        seen = frozenset().union(*(stems(situation.sentence(e)) for e in events if e.report == report))
        for word in seen:
            shared[word] = shared.get(word, 0) + 1
    true = any(e.status in FACTS for e in events)

    def worth(event: Event) -> float:
        return _worth(event, shared, situation) - (FORETOLD if true and event.status not in FACTS else 0.0)

    best = max(events, key=lambda e: (worth(e), -situation.rank[e.report], -e.trigger.start))
    return plain(best, situation)


def _worth(event: Event, shared: dict[str, int], situation: Situation) -> float:
    """How well a sentence tells the happening alone: words that other reports share, its parties, no loose ends."""
    text = situation.sentence(event)
    words = stems(text)
    worth = fsum(min(3, shared.get(w, 0)) * situation.wording.rarity.get(w, 1.0) for w in words) / (4 + len(words))
    worth += 0.2 * sum((event.actor is not None, event.target is not None))
    worth += 0.3 * situation.placed(event) + 0.4 * situation.dating.is_own(event)
    worth += 0.7 if event.trigger.start < situation.lead(event.report) else 0.0
    worth -= 0.4 if event.kind in HARM else 0.0
    beside = situation.beside[event.report, event.sentence.start]
    worth -= 0.35 * min(2, sum(e.trigger.start < event.trigger.start and e.kind not in HARM for e in beside))
    worth -= 0.25 * min(2, sum(f.what in ("killed", "injured") for f in _figures(event, situation)))
    worth -= 0.6 if BESIDE.search(text[: event.trigger.start - event.sentence.start]) else 0.0
    worth -= 0.8 if LOOSE_START.match(LEADING.sub("", text)) else 0.0
    worth -= 0.6 if re.search(r"[“”\"?!]", text) else 0.0
    worth -= max(0, len(text) - 220) / 150
    worth -= max(0, 50 - len(text)) / 40
    worth -= 0.3 if not text.rstrip().endswith((".", "”", '"')) else 0.0
    return worth


def _figures(event: Event, situation: Situation) -> list[Figure]:
    """The figures of an event's sentence."""
    return [f for f in situation.counted[event.report] if event.sentence.start <= f.start < event.sentence.end]


def plain(event: Event, situation: Situation) -> tuple[str, SourceSpan]:
    """An event's sentence without dateline and leading connective, cut at a clause when long, closed with a stop."""
    text = situation.sentence(event)
    start, trigger = 0, event.trigger.end - event.sentence.start
    for pattern in (PLACELINE, LEADING):
        match = pattern.match(text[start:])
        if match and start + match.end() < trigger:
            start += match.end()
    tolls = (m.start() for m in TOLL.finditer(text) if m.start() > max(trigger, start + 50))
    toll = next((at for at in tolls if not OPEN.search(text[start:at])), None)
    end = toll if toll is not None else len(text)
    if end - start > PLAIN:
        joints = (m.start() for m in CLAUSE.finditer(text))
        clauses = [j for j in joints if not (_goes_on(text, start, j) or _inside_dashes(text, start, j))]
        cuts = [c for c in clauses if c > max(trigger, start + 60)]
        fitting = [c for c in cuts if c - start <= PLAIN] or cuts[:1]
        end = fitting[-1] if fitting else end
    kept = text[start:end].rstrip(" ,;:–—-\n")
    at = event.sentence.start + start
    return tidy(kept), SourceSpan(report=event.report, start=at, end=at + len(kept))


def _goes_on(text: str, start: int, at: int) -> bool:
    """Whether no clause ends at a place: a list, a bracket, a quotation or what a word asks for goes on there."""
    kept = text[start:at]
    if LISTED.search(text[:at]) or OPEN.search(kept) or GOES_ON.match(text, at) or INSET.match(text, at):
        return True
    if (SET_APART.match(text, at) and INSET.match(text, text.rfind(",", 0, at))) or kept.count('"') % 2:
        return True
    return WAITS.match(kept) is not None or any(
        kept.count(opening) > kept.count(closing) for opening, closing in ("()", "“”")
    )


def _inside_dashes(text: str, start: int, at: int) -> bool:
    """Whether a place stands between two dashes, where the clause around them is not at its end."""
    return len(DASH.findall(text, start, at)) % 2 == 1 and DASH.search(text, at) is not None


def tidy(text: str) -> str:
    """A stretch of a report as a sentence: one line, a capital, a full stop."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”", '."')) else ".")
