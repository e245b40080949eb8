"""events -> Clue: the mentions of one report, each joined to what was told before that it points back to."""

import re
from collections.abc import Sequence

import msgspec

from dateline.english.calendar import WEEKDAYS
from dateline.english.patterns import one_of
from dateline.merge.happenings.clues import Clue, clue_of, join
from dateline.merge.happenings.forbidding import conflicting, forbidden, kindred, one_blow, stand
from dateline.merge.happenings.likeness import AGAINST, ENOUGH, likeness, standing
from dateline.merge.happenings.means import find_means
from dateline.merge.happenings.triggers import kind_of
from dateline.merge.judged import Decisions
from dateline.merge.kinds import CAUSES
from dateline.merge.namings import LIGHT, lemma
from dateline.merge.situation import Situation
from dateline.model import FACTS, Event
from dateline.model.edtf import overlap
from dateline.model.kinds import BLOWS, HARM

POINTS_BACK = re.compile(
    r"(?i)\b(?:the|this|that) (?:incident|strikes?|raid|attack|assault|blast|explosion|clash\w*|crash|shelling)\b"
)
"""Nouns that point back to a blow told just before."""

THAT = re.compile(r"(?i)\b(?:after|behind|during|for|in|of|to|\w+ed [\w’'-]+ of) that \Z")
"""What stands before a noun that takes up the one told just before, and no other; “said that raids” takes up none."""

HEADS = frozenset(
    "attack attacks blast blasts explosion explosions bombing bombings strike strikes raid raids deal deals agreement "
    "agreements process plan plans operation operations effort efforts talks toll campaign probe investigation "
    "inquiry case cases crisis death deaths mission missions ban order orders threat claim claims demand".split()
)
"""Event nouns that take another event noun before them."""

SPOKEN = 8
"""Mentions of a chain that a further one is compared with: the last ones, so that a long report costs no more."""

SURE = 9.0
"""Points of what a person decided, or the sentence itself says."""


def find_heads(events: Sequence[Event], situation: Situation) -> dict[str, str]:
    """Triggers that only modify the one right after them (“evacuation deal”, “bomb attack”), with that head: the two
    words name one happening, and the last says what it is."""
    ordered = sorted(events, key=lambda e: (e.trigger.start, e.trigger.end))
    found: dict[str, str] = {}
    for event, after in zip(reversed(ordered[:-1]), reversed(ordered[1:]), strict=True):
        text = situation.reports[event.report].text[event.trigger.end : after.trigger.start]
        head = after.trigger.text.split()[0].casefold()
        if event.trigger.end <= after.trigger.start and text in (" ", "-") and head in HEADS:
            found[event.id] = found.get(after.id, after.id)
    return found


def chain_report(events: Sequence[Event], situation: Situation, decisions: Decisions) -> list[Clue]:
    """The happenings that one report tells, from its mentions in text order; of two that a sentence tells apart
    (“attacked after the blast”) the one that points back finds its happening first."""
    chains: list[list[Clue]] = []
    clues = {e.id: clue_of(e, situation) for e in events}
    means = find_means(events, situation)
    outcomes = means | {h: means.get(c, c) for h, c in find_outcomes(events, situation, decisions).items()}
    harms = {c: [clues[h] for h, cause in sorted(outcomes.items()) if cause == c] for c in outcomes.values()}

    def order(event: Event) -> tuple[int, bool, int, str]:
        clue = clues[event.id]
        return (event.sentence.start, bool(clue.apart) and not clue.definite, event.trigger.start, event.id)

    for event in sorted((e for e in events if e.id not in outcomes), key=order):
        clue = clues[event.id]
        fits = [
            (points, i)
            for i, chain in enumerate(chains)
            if (points := _back_reference(clue, event, chain, situation, decisions)) >= ENOUGH
        ]
        told = [clue, *harms.get(event.id, ())]
        if fits:
            chains[max(fits, key=lambda f: (f[0], -f[1]))[1]] += told
        else:
            chains.append(told)
    return _with_top([_joined(c) for c in chains])


def find_outcomes(events: Sequence[Event], situation: Situation, decisions: Decisions) -> dict[str, str]:
    """Harm told in one sentence with what dealt it, and that: the nearest cause, before or behind (“nine hurt in a
    blast that killed two”). Where none is told the hurt are with the dead."""
    told: dict[int, list[Event]] = {}
    for event in events:
        told.setdefault(event.sentence.start, []).append(event)
    found: dict[str, str] = {}
    for here in told.values():
        causes = [e for e in here if e.kind in CAUSES and not _light(e) and not clue_of(e, situation).likened]
        dead = next((e for e in here if e.kind == "death"), None)
        for event in here:
            if kind_of(event) not in HARM or _intended(event, situation):
                continue
            dealt = [e for e in causes if e.status == event.status]
            if not causes and dead is not None and event.kind == "injury" and event.status == dead.status:
                dealt = [dead]
            left = LEFT.search(situation.reports[event.report].text, event.sentence.start, event.trigger.end)
            verb = left.start() if left is not None else event.sentence.end
            cause = min(dealt, key=lambda e: (e.trigger.start > verb, _gap(e, event), e.id), default=None)
            if cause is not None and decisions.together(event.id, cause.id) is not False:
                found[event.id] = cause.id
    return found


LEFT = re.compile(r"(?i)\b(?:left|leaves|leaving)\b[^.;,]*\Z")
"""A verb whose subject is what did the harm behind it: “the raid left two dead amid reports of clashes”."""


def _joined(chain: Sequence[Clue]) -> Clue:
    clue = chain[0]
    for other in chain[1:]:
        clue = join(clue, other)
    return clue


def _with_top(groups: list[Clue]) -> list[Clue]:
    """The groups, the one that the report is about marked: told in its head, and in most words."""
    fits = [g for g in groups if g.lead and g.statuses - {"negated", "hypothetical"}]
    top = max(fits, key=lambda g: (len(g.events) * (1 if g.kinds & (CAUSES | HARM) else 0.5), g.events), default=None)
    return [msgspec.structs.replace(g, top=True) if g is top else g for g in groups]


def _back_reference(
    clue: Clue, event: Event, chain: Sequence[Clue], situation: Situation, decisions: Decisions
) -> float:
    """The evidence that a mention belongs to a chain. What points back needs one mention to point to; what does not
    must fit them all, on average."""
    told = [e for c in chain for e in c.events]
    said = decisions.any_together(clue.events, told)
    if said is not None:
        return SURE if said else -SURE
    if not clue.apart.isdisjoint(told):
        return -SURE
    cause = _pointed_at(event, situation)
    if cause is not None:
        return SURE if cause in told else -SURE
    if any(situation.events[e].sentence.start == event.sentence.start for e in told):
        return _beside(clue, event, chain, situation)
    if any(conflicting(clue, c, situation) for c in chain[-SPOKEN:]):
        return AGAINST
    fits = [likeness(clue, c, situation) if kindred(clue, c) else AGAINST for c in chain[-SPOKEN:]]
    lead = any(c.lead for c in chain)
    if _of_another_day(clue, event, chain, situation):
        return AGAINST
    if clue.definite and not _names_another(clue, chain, situation) and any(_alike_in_fact(clue, c) for c in chain):
        blow = clue.namings == {"attack"} and any(c.kinds & BLOWS for c in chain)
        return max(fits) + (1.0 if blow else 0.0) + (1.5 if lead else 1.0)
    points = sum(fits) / len(fits)
    if clue.lead and any(c.lead and (clue.kinds & c.kinds or one_blow(clue, c)) for c in chain):
        return points + 0.8
    if clue.new and not clue.lead:
        points -= 2.0 if _follows(event, situation) else 1.0
    return points


def _follows(event: Event, situation: Situation) -> bool:
    """Whether its sentence told a blow before: “the attack, followed by an explosion” tells of two."""
    here = situation.beside[event.report, event.sentence.start]
    return any(e.kind in CAUSES and e.trigger.end < event.trigger.start for e in here)


def _alike_in_fact(clue: Clue, other: Clue) -> bool:
    """Whether both are told as facts, or both as none: hopes for “the release” do not point to one that happened."""
    return bool(clue.statuses & other.statuses) or (bool(clue.statuses & FACTS) and bool(other.statuses & FACTS))


def _names_another(clue: Clue, chain: Sequence[Clue], situation: Situation) -> bool:
    """Whether a mention names a target or a place, and the chain names others: “the attack on the mosque” is another,
    “the attack in the capital” too."""
    own = {t for t in clue.targets if t[0] not in "?~"}
    others = {t for c in chain for t in c.targets if t[0] not in "?~"}
    if own and others and own.isdisjoint(others):
        return True
    places = frozenset(p for c in chain for p in c.places)
    return stand(clue.places, places, situation) == "apart"


def _of_another_day(clue: Clue, event: Event, chain: Sequence[Clue], situation: Situation) -> bool:
    """Whether a noun bears its day (“the Tuesday raids”), and the chain was told of others."""
    text = situation.reports[event.report].text
    if clue.days is None or not BY_DAY.search(text, event.sentence.start, event.trigger.start):
        return False
    days = [c.days for c in chain if c.days is not None]
    return bool(days) and not any(overlap(clue.days, d) for d in days)


BY_DAY = re.compile(rf"(?i)\b{one_of(WEEKDAYS)}(?:['’]?s)? (?:[\w’'-]+ )?\Z")
"""What stands before a noun that a day is part of."""


def _pointed_at(event: Event, situation: Situation) -> str | None:
    """The cause that harm told alone points back to, or a blow with “that”: the last one of the sentence before
    (“killed in the incident”, “blamed for that raid”)."""
    if event.kind in BLOWS:
        text = situation.reports[event.report].text
        if not THAT.search(text, event.sentence.start, event.trigger.start):
            return None
    elif event.kind not in HARM or event.status == "negated":
        return None
    else:
        here = situation.beside[event.report, event.sentence.start]
        if any(e.kind in CAUSES for e in here) or not POINTS_BACK.search(situation.sentence(event)):
            return None
    starts = [s.start for s in situation.readings[event.report].sentences]
    at = starts.index(event.sentence.start) if event.sentence.start in starts else 0
    before = situation.beside.get((event.report, starts[at - 1]), []) if at else []
    causes = [e for e in before if e.kind in CAUSES]
    return max(causes, key=lambda e: (e.trigger.start, e.id)).id if causes else None


def _beside(clue: Clue, event: Event, chain: Sequence[Clue], situation: Situation) -> float:
    """The evidence for two mentions in one sentence: a second naming of one kind is rare, but behind the label of a
    headline (“Norport derailment: nine dead after tram overturns”)."""
    if any(forbidden(clue, c, situation) for c in chain):
        return -SURE
    text = situation.reports[event.report].text
    told = (situation.events[e].trigger.end for c in chain for e in c.events)
    labelled = any(":" in text[end : event.trigger.start] for end in told if end > event.sentence.start)
    return max(standing(clue, c, situation) for c in chain) - (0.0 if labelled else 1.5)


def _intended(event: Event, situation: Situation) -> bool:
    """Whether an infinitive tells it as what somebody was out for: “moved in to kill the guards”."""
    text = situation.reports[event.report].text
    return bool(INTENDED.search(text[event.sentence.start : event.trigger.start]))


INTENDED = re.compile(r"(?i)\bto (?:\w+ (?:\w+ )?and )?\Z")


def _light(event: Event) -> bool:
    """Whether the trigger's word says nothing of violence by itself."""
    return lemma(event.trigger.text) in LIGHT


def _gap(a: Event, b: Event) -> int:
    """Characters between two triggers."""
    return abs(a.trigger.start - b.trigger.start)
