"""claims -> factual contradictions of cause: two voices give two reasons for one thing, or for one craft's fall."""

import re
from collections.abc import Iterable
from itertools import combinations

from dateline.merge.contradictions.opposed import recent
from dateline.merge.contradictions.sides import contradict
from dateline.merge.situation import Situation
from dateline.merge.words import stem, stems
from dateline.model import Claim, Contradiction, Side

EFFECT = r"(?:the|this|that|an?|its|their)\s+(?:[\w-]+\s+){0,2}?(\w+)\s+(?:partly\s+|mainly\s+|largely\s+|in part\s+)?"
CAUSED = re.compile(
    rf"(?i)\b{EFFECT}(?:(?:was|were|is|are|had been|has been)\s+(?:\w+ly\s+|in part\s+)?"
    r"(?:caused by|due to|because of|the result of|triggered by|down to|the fault of)|resulted from)\s+(.+)"
)
BLAMED = re.compile(rf"(?i)\bblam\w+\s+{EFFECT}on\s+(.+)")
BLAMED_FOR = re.compile(rf"(?i)\bblam\w+\s+(.+?)\s+for\s+{EFFECT}(?:\b|$)")
"""“The delay was caused by X”, “blamed the delay on X”, “blamed X for the delay”."""

VAGUE = frozenset(stem(w) for w in "fact result problem situation matter case thing one all war conflict".split())


def conflicting_reasons(situation: Situation) -> Iterable[Contradiction]:
    """Two bodies that give other reasons for one effect in one report, each pair of voices once."""
    said: dict[tuple[str, str], list[tuple[Claim, frozenset[str]]]] = {}
    for claim in sorted(situation.resolution.claims, key=lambda c: (situation.rank[c.report], c.content[0].start)):
        found = _reason(claim, situation)
        if found is None or not situation.voice(claim.id):
            continue
        given = said.setdefault((claim.report, found[0]), [])
        if not any(_overlap(claim, other) for other, _ in given):
            given.append((claim, found[1]))
    for (_, effect), reasons in sorted(said.items()):
        for (a, one), (b, two) in combinations(reasons, 2):
            first, second = situation.voice(a.id), situation.voice(b.id)
            if first == second or len(one & two) >= 0.5 * min(len(one), len(two)):
                continue
            names = [situation.name(v) or "an unnamed source" for v in (first, second)]
            why = f"{names[0]} and {names[1]} give different reasons for one thing (“{effect}…”)"
            yield contradict(Side(type="claim", id=a.id), Side(type="claim", id=b.id), why, "factual", situation)


FAULT = re.compile(r"(?i)\b(?:technical|mechanical|engine)\s+(?:fault|failure|malfunction|problem|error)s?\b")
SHOT_DOWN = re.compile(r"(?i)\b(?:shot|shooting|brought|bringing)\s+(?:[\w’'-]+\s+){0,3}?down\b|\bdowned\b")
"""What makes a craft fall by itself, and how somebody makes it fall: what one tried or vowed to shoot down did not."""
SPARED = re.compile(r"(?i)(?:\b(?:not|never|without)|n['’]t)\s+(?:[\w’'-]+\s+){0,2}$")
"""What stands before the words of a shot that was not fired."""
FALL = re.compile(r"(?i)\b(?:crash\w*|f[ae]ll(?:s|en|ing)?|came down|plunged?|plummeted|disaster)\b")


def conflicting_falls(situation: Situation) -> Iterable[Contradiction]:
    """Each voice that lays a crash to a fault, beside another that says the craft was shot down: of its own report
    where there is one, else of the same days."""
    claims = sorted(situation.resolution.claims, key=lambda c: (situation.rank[c.report], c.content[0].start, c.id))
    claims = [c for c in claims if c.stance == "asserts" and situation.voice(c.id)]
    fallen = {e.report for e in situation.resolution.events if e.kind == "accident"}
    fallen |= {c.report for c in claims if FALL.search(_said(c, situation))}
    faults = [c for c in claims if FAULT.search(_said(c, situation)) and c.report in fallen]
    shots = [c for c in claims if _tells_of_a_shot(_said(c, situation))]
    shown: set[str | None] = set()
    for claim in faults:
        voice = situation.voice(claim.id)
        others = [c for c in shots if situation.voice(c.id) != voice and recent(c.report, claim.report, situation)]
        if others and voice not in shown:
            shown.add(voice)
            other = min(others, key=lambda c: (c.report != claim.report, situation.rank[c.report], c.content[0].start))
            names = [situation.name(situation.voice(c.id)) or "an unnamed source" for c in (claim, other)]
            why = f"{names[0]} lays the crash to a fault; {names[1]} says that it was shot down"
            yield contradict(
                Side(type="claim", id=claim.id), Side(type="claim", id=other.id), why, "factual", situation
            )


def _tells_of_a_shot(words: str) -> bool:
    return any(not SPARED.search(words, 0, m.start()) for m in SHOT_DOWN.finditer(words))


def _said(claim: Claim, situation: Situation) -> str:
    """From the first to the last word of what is said."""
    return situation.reports[claim.report].text[claim.content[0].start : claim.content[-1].end]


def _reason(claim: Claim, situation: Situation) -> tuple[str, frozenset[str]] | None:
    """What a claim gives a reason for, and the words of the reason. The verb of blame may be the claim's cue."""
    text = situation.reports[claim.report].text
    start = min([claim.content[0].start, *([claim.cue.start] if claim.cue else [])])
    words = text[start : claim.content[-1].end]
    for pattern, effect, cause in ((CAUSED, 1, 2), (BLAMED, 1, 2), (BLAMED_FOR, 2, 1)):
        match = pattern.search(words)
        if match and (noun := stem(match[effect])) not in VAGUE and (reason := stems(match[cause])):
            return noun, reason
    return None


def _overlap(a: Claim, b: Claim) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.content for y in b.content)
