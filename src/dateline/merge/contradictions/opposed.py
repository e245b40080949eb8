"""groups -> factual and temporal contradictions: told as done and as not done, still to come and over, due and past."""

import re
from collections.abc import Iterable, Sequence
from itertools import product

from dateline.merge.contradictions.sides import contradict, quote, side_of
from dateline.merge.happenings.clues import Clue, clue_of
from dateline.merge.happenings.forbidding import kindred, scene
from dateline.merge.happenings.likeness import COMPARABLE, likeness
from dateline.merge.series.scenes import clue_of_group
from dateline.merge.situation import Situation
from dateline.model import FACTS, Contradiction, Event, Role
from dateline.model.edtf import bounds, overlap
from dateline.model.kinds import ACTS, BLOWS, HARM

Group = Sequence[Event]

TO_COME = re.compile(
    r"(?i)\b(?:will|shall|(?:is|are|was|were) to|set (?:to|for)|due to|"
    r"(?:the|is|are|was|were|been|be) planned|expected to|going to|about to|"
    r"scheduled)\b"
)
"""Words that put what follows in the future."""

NO = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|neither|nor|without|cannot|unable|den(?:y|ies|ied|ying)|refus\w+|fail\w+|reject\w+)\b"
    r"|n['’]t\b"
)
"""Words of which one stands before what did not happen."""

OTHER_NO = re.compile(
    r"(?i)\b(?:nobody|no one|none|nothing|nowhere|no [\w’'-]+)\s+(?:\w+\s+)?to\s+"
    r"|\bwho\s+(?:(?:was|were|has|have|had|did|do|does|could)\s+)?(?:not|never)\b"
    r"|\b(?:is|are|was|were)\s+not\s+(?!(?:\w+(?:ed|en|ing)|done|gone|sent|built|held|made|hit|struck|left|met|put|shown|"
    r"yet|only|just)\b)\w+\s+(?:in|about|for|with|of)\b"
)
"""Denials of something else: “nobody to protest against” says that there is nobody, “those who were not taken have
fled” that others were, “is not honest in fighting” that it fights."""

UNREAL = re.compile(r"(?i)\b(?:if|would|could|should|might|may|unless|whether|such)\b|^\W*Had\b")
"""Words that make what follows a supposition, or any of its kind."""

UNDONE = re.compile(r"(?i)(?:\bnot|\bnever|n['’]t)\s+(?:\w+\s+){0,2}\w+$")
"""What ends in a deed that did not happen, however it was read: “was not under attack”."""

OTHER_AIM = re.compile(
    r"(?i)[^.;]{0,80}?\b(?:to \w+|because|for)\b[^.]*?[;,–—]\s*(?:"
    r"(?:they|he|she|it|we)(?:['’](?:re|s|d)| (?:is|are|was|were|did|do|does|want\w*|hop\w*))\b|"
    r"(?:but|rather) (?:to|for|because)\b)"
)
"""What goes on behind a deed of which only the aim is denied: “did not march to seize the mill; they want talks”."""

RECENT = 7
"""Days between two reports, or between a report and what it speaks of, within which both mean one matter."""

GAINS = BLOWS | {"capture_territory", "surrender", "withdrawal"}
"""Kinds whose announced end fighting that goes on contradicts."""


def denied(groups: Sequence[Group], situation: Situation) -> Iterable[Contradiction]:
    """What one report says did not happen and another says did."""
    clues = [clue_of_group(g, situation) for g in groups]
    negated = [i for i, c in enumerate(clues) if c.statuses == {"negated"}]
    done = [i for i, c in enumerate(clues) if c.statuses & FACTS]
    for i, j in product(negated, done):
        a, b = clues[i], clues[j]
        if not kindred(a, b) or scene(a, b, situation) == "apart" or not _one_party(a, b):
            continue
        if a.days and b.days and not overlap(a.days, b.days, slack=1):
            continue
        if likeness(a, b, situation) < COMPARABLE or not a.kinds & b.kinds:
            continue
        no, yes = _closest(groups[i], groups[j], situation)
        around = _around(no, situation)
        done_so = _around(yes, situation)
        if not NO.search(around) or OTHER_NO.search(around) or UNREAL.search(done_so) or UNDONE.search(done_so):
            continue
        if OTHER_AIM.match(situation.reports[no.report].text, no.trigger.end, no.sentence.end):
            continue
        if _points(no, situation) or not recent(no.report, yes.report, situation) or _after(yes, no.report, situation):
            continue
        why = f"told as not done: {quote(no, situation)}; told as done: {quote(yes, situation)}"
        yield contradict(side_of(no, situation), side_of(yes, situation), why, "factual", situation)


def recent(one: str, two: str, situation: Situation) -> bool:
    """Whether two reports are not known to be more than a week apart."""
    return _days_apart(one, two, situation) in (UNKNOWN, *range(RECENT + 1))


def _after(event: Event, report: str, situation: Situation) -> bool:
    """Whether an event is of a day after a report: what it says did not happen is another."""
    days, published = bounds(event.time), situation.published(report)
    return bool(days and published and days[0] > published[1])


def _around(event: Event, situation: Situation) -> str:
    """The words of its sentence up to a trigger's end."""
    text = situation.reports[event.report].text
    return text[max(event.sentence.start, event.trigger.start - 80) : event.trigger.end].lstrip()


POINTER = re.compile(r"(?i)(?:these|those|this|that|they|them|he|him|she|her|it)\b")


def _points(event: Event, situation: Situation) -> bool:
    """Whether it is told of somebody pointed at whom no name stands for: “these people are not hurt” says nothing of
    others who are."""
    roles = (r for r in (event.target, event.actor) if r and r.text and r.entity not in situation.proper)
    return any(POINTER.match(r.text or "") for r in roles)


def _one_party(a: Clue, b: Clue) -> bool:
    """Whether the same people are meant: the targets where both name them, else the actors; of somebody's word or deed
    both. "These people" unhurt are not "the people" hurt: of the harmed, a name must be shared."""
    if (a.kinds | b.kinds) & ACTS:
        return bool(a.actors & b.actors and a.targets & b.targets)
    if a.targets and b.targets:
        shared = a.targets & b.targets
        return bool({t for t in shared if not t.startswith("~")} if a.kinds & HARM else shared)
    return not a.kinds & HARM and bool(a.actors & b.actors)


def not_yet(groups: Sequence[Group], situation: Situation) -> Iterable[Contradiction]:
    """Told as still to come by a report that came out after the day on which others say that it happened; shown beside
    the one of them that came out nearest to it."""
    for group in groups:
        past = [e for e in group if e.status == "happened" and bounds(e.time)]
        for plan in (e for e in group if e.status == "planned" and _to_come(e, situation)):
            published = situation.published(plan.report)
            due = bounds(plan.time)
            for event in sorted(past, key=lambda e: _days_apart(e.report, plan.report, situation)):
                days = bounds(event.time)
                if event.report == plan.report or not published or not days or days[1] >= published[0]:
                    continue
                if (published[0] - days[1]).days > RECENT:
                    continue
                if not (
                    _parties(plan) & _parties(event) or situation.places_named(plan) & situation.places_named(event)
                ):
                    continue
                if due is None or due[0] > days[1]:
                    why = f"told as still to come: {quote(plan, situation)}; as over: {quote(event, situation)}"
                    yield contradict(side_of(plan, situation), side_of(event, situation), why, "factual", situation)
                    break
            else:
                continue
            break


def _days_apart(one: str, two: str, situation: Situation) -> int:
    """Days between the publication of two reports; of an unknown day, more than any."""
    a, b = situation.published(one), situation.published(two)
    return abs((a[0] - b[0]).days) if a and b else UNKNOWN


UNKNOWN = 10**6
"""Days to a report of which no day is known: it comes last."""


def _parties(event: Event) -> set[str]:
    """The entities that act or are acted upon."""
    return {r.entity for r in (event.actor, event.target) if r and r.entity}


def _to_come(event: Event, situation: Situation) -> bool:
    """Whether the words before the trigger put it in the future."""
    text = situation.reports[event.report].text
    return bool(TO_COME.search(text[max(event.sentence.start, event.trigger.start - 60) : event.trigger.start]))


def outlived(groups: Sequence[Group], situation: Situation) -> Iterable[Contradiction]:
    """An end expected by a day, and fighting on the same side that a report after that day still tells."""
    going = [
        e for g in groups for e in g
        if e.status in ("ongoing", "happened") and e.kind in BLOWS and (e.target or e.actor) and situation.dated(e)
    ]  # fmt: skip
    going.sort(key=lambda e: (e.status != "ongoing", situation.rank[e.report], e.trigger.start, e.id))
    shown: set[str] = set()
    for group in groups:
        plans = [
            e for e in group
            if e.status in ("planned", "hypothetical") and e.kind in GAINS and _ahead(e, situation)
        ]  # fmt: skip
        for plan in plans[:1]:
            due = bounds(plan.time)
            for event in going:
                seen = bounds(event.time)
                if due is None or seen is None or seen[0] <= due[1] or event.report == plan.report:
                    continue
                if not shown & _against(plan, situation) and _same_side(plan, event, situation):
                    why = (
                        f"expected by {due[1].isoformat()}: {quote(plan, situation)}; later: {quote(event, situation)}"
                    )
                    yield contradict(side_of(plan, situation), side_of(event, situation), why, "temporal", situation)
                    shown |= _against(plan, situation)
                    break


def _ahead(plan: Event, situation: Situation) -> bool:
    """Whether the day of a plan lies after its report: what “began in March to free the town” is expected by no day."""
    due, published = bounds(plan.time), situation.published(plan.report)
    return bool(due and published and due[1] > published[0])


def _same_side(plan: Event, event: Event, situation: Situation) -> bool:
    """Whether the party that the plan is against still fights or is fought."""
    others = _within_role(event.target, event, situation) | _within_role(event.actor, event, situation)
    return bool(_against(plan, situation) & others)


def _against(plan: Event, situation: Situation) -> set[str]:
    return _within_role(plan.target, plan, situation)


def _within_role(role: Role | None, event: Event, situation: Situation) -> set[str]:
    """The entity of a role, and the bodies named inside it: "the last remnants of the Red Dawn"."""
    if role is None:
        return set()
    inside = {
        e.id
        for e in situation.resolution.entities
        if e.type in ("org", "group") and role.start is not None and role.end is not None
        and any(role.start <= s < role.end for s in situation.named.get((e.id, event.report), ()))
    }  # fmt: skip
    return inside | ({role.entity} if role.entity else set())


def _closest(a: Group, b: Group, situation: Situation) -> tuple[Event, Event]:
    """The pair of members most alike; of equals the first told."""
    pairs = [(x, y) for x in a[:8] for y in b[:24]]
    return max(
        pairs,
        key=lambda p: (
            likeness(clue_of(p[0], situation), clue_of(p[1], situation), situation),
            -situation.rank[p[0].report],
            -situation.rank[p[1].report],
        ),
    )
