"""events -> happenings: mentions of one report, then of all reports, that are the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from dateline.merge.happenings.chains import chain_report, find_heads
from dateline.merge.happenings.clues import ZONES, Clue, join
from dateline.merge.happenings.forbidding import elsewhere, forbidden, kindred, state_and_deed
from dateline.merge.happenings.illness import two_illnesses
from dateline.merge.happenings.lasting import any_over
from dateline.merge.happenings.likeness import AGAINST, ENOUGH, ON_AVERAGE, bareness, likeness
from dateline.merge.happenings.parties import other_parties
from dateline.merge.judged import Decisions
from dateline.merge.situation import Situation
from dateline.model import Event
from dateline.model.edtf import earlier, width

NEIGHBOURS = 24
"""With how many earlier clues of a block each is compared: bounds the work on a scene that hundreds of reports tell."""

SPOKEN = 8
"""Members of a group that speak for it when it is compared with another: bounds the work on a large one."""

APART = 0.5
"""Points against two happenings that one report told as two."""

DECIDED = 9.0
"""Points of what a person decided."""


def group_events(situation: Situation, decisions: Decisions) -> list[tuple[Event, ...]]:
    """The events of a story in groups that are one happening each, in order of their first id."""
    by_report: dict[str, list[Event]] = defaultdict(list)
    for event in situation.resolution.events:
        by_report[event.report].append(event)
    clues: list[Clue] = []
    heads: dict[str, str] = {}
    for report in sorted(by_report, key=lambda r: situation.rank[r]):
        heads.update(find_heads(by_report[report], situation))
        told = [e for e in by_report[report] if e.id not in heads]
        clues += chain_report(told, situation, decisions)
    groups = [sorted(e for c in g for e in c.events) for g in _group_reports(clues, situation, decisions)]
    home = {e: g for g in groups for e in g}
    for modifier, head in sorted(heads.items()):
        home[head].append(modifier)
        home[modifier] = home[head]
    return sorted((tuple(situation.events[e] for e in sorted(g)) for g in groups), key=lambda g: g[0].id)


def _group_reports(clues: list[Clue], situation: Situation, decisions: Decisions) -> list[list[Clue]]:
    """Groups of all reports joined, the most evident pair first; two groups become one where the evidence, taken over
    their pairs, is enough on average: what fits one member only does not enter (average linkage). A sentence that tells
    two members apart forbids it, and so do other parties and a report that came out before; all else is weighed, since
    a day or a weapon may be misread."""
    evidence: dict[tuple[int, int], float] = {}

    def between(i: int, j: int) -> float:
        pair = (i, j) if i < j else (j, i)
        if pair not in evidence:
            evidence[pair] = _evidence(clues[i], clues[j], situation, decisions)
        return evidence[pair]

    links = sorted((-between(i, j), i, j) for i, j in _candidates(clues, situation, decisions))
    groups = {i: Group.of(i, c) for i, c in enumerate(clues)}
    group_of = list(range(len(clues)))
    for minus, i, j in links:
        if -minus < ENOUGH:
            break
        a, b = sorted((group_of[i], group_of[j]))
        if a == b:
            continue
        one, two = groups[a], groups[b]
        if decisions.pairs and _told_apart(one.members, two.members, clues, decisions):
            continue
        if minus > -DECIDED and one.parted(two, situation):
            continue
        some, others = one.members[:SPOKEN], two.members[:SPOKEN]
        if minus > -DECIDED and any_over([clues[x] for x in some], [clues[y] for y in others]):
            continue
        pairs = [between(x, y) for x in some for y in others]
        if minus > -DECIDED and sum(pairs) / len(pairs) < ON_AVERAGE:
            continue
        one.take(groups.pop(b))
        for member in one.members:
            group_of[member] = a
    return [[clues[i] for i in g.members] for g in groups.values()]


@dataclass
class Group:
    """Clues joined so far, by their numbers, with what they say together, and the last day on which any of them says
    that it began."""

    members: list[int]
    clue: Clue
    begins: date

    @classmethod
    def of(cls, number: int, clue: Clue) -> Self:
        """A group of one clue."""
        return cls(members=[number], clue=clue, begins=clue.begins or date.min)

    def parted(self, other: Self, situation: Situation) -> bool:
        """Whether a report tells a member of one from a member of the other; the two name other parties, other spots or
        other illnesses, or a state and a deed, whatever a third that names none has in common with either; or one was
        told as a fact before the other began: nobody reports on Monday what happens on Friday."""
        known = min(self.clue.known or date.max, other.clue.known or date.max)
        return (
            not self.clue.apart.isdisjoint(other.clue.events)
            or other_parties(self.clue, other.clue, situation)
            or elsewhere(self.clue, other.clue, situation)
            or state_and_deed(self.clue, other.clue)
            or two_illnesses(self.clue.illness, other.clue.illness)
            or earlier(max(self.begins, other.begins), ZONES) > known
        )

    def take(self, other: Self) -> None:
        """Join another group to this one."""
        self.members += other.members
        self.clue = join(self.clue, other.clue)
        self.begins = max(self.begins, other.begins)


def _told_apart(a: Sequence[int], b: Sequence[int], clues: Sequence[Clue], decisions: Decisions) -> bool:
    """Whether a person said of any two events of the groups that they are not one."""
    events = [e for i in b for e in clues[i].events]
    return any(decisions.any_together(clues[i].events, events) is False for i in a)


def _evidence(a: Clue, b: Clue, situation: Situation, decisions: Decisions) -> float:
    said = decisions.any_together(a.events, b.events)
    if said is not None:
        return DECIDED if said else -DECIDED
    if forbidden(a, b, situation) or a.sentences & b.sentences:
        return AGAINST
    return likeness(a, b, situation) - (APART if a.reports & b.reports else bareness(a, b, situation))


def _candidates(clues: Sequence[Clue], situation: Situation, decisions: Decisions) -> list[tuple[int, int]]:
    """Pairs of different reports that share a block: a place, a day, a party or a rare word; and pairs that a person
    judged. Never all pairs."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, clue in enumerate(clues):
        for key in _keys(clue, situation):
            blocks[key].append(i)
    home = {e: i for i, clue in enumerate(clues) for e in clue.events}
    judged = (sorted(home[e] for e in pair if e in home) for pair in decisions.pairs)
    pairs: set[tuple[int, int]] = {(p[0], p[1]) for p in judged if len(p) == 2 and p[0] != p[1]}
    for members in blocks.values():
        for n, j in enumerate(members):
            for i in members[max(0, n - NEIGHBOURS) : n]:
                if clues[i].reports.isdisjoint(clues[j].reports) and kindred(clues[i], clues[j]):
                    pairs.add((i, j))
    return sorted(pairs)


def _keys(clue: Clue, situation: Situation) -> Iterable[tuple[str, str]]:
    for place in sorted(clue.places):
        yield "place", place
    if clue.days and width(clue.days) <= 3:
        yield "day", clue.days[0].isoformat()
        yield "day", clue.days[1].isoformat()
    for party in sorted(clue.targets | clue.actors):
        yield "party", party
    for trigger in sorted(clue.triggers):
        yield "trigger", trigger
    for word in sorted(clue.words, key=lambda w: (-situation.wording.rarity.get(w, 1.0), w))[:6]:
        yield "word", word
