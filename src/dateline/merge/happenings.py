"""events -> happenings: mentions of one report, then of all reports, that are the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from dateline.merge.clues import CAUSES, HARM, Clue, clue_of, join
from dateline.merge.judged import Decisions
from dateline.merge.likeness import ENOUGH, forbidden, kindred, likeness, one_blow
from dateline.merge.situation import Situation
from dateline.model import Event
from dateline.model.edtf import width

NEIGHBOURS = 24
"""With how many earlier clues of a block each is compared: bounds the work on a scene that hundreds of reports tell."""

POINTS_BACK = re.compile(
    r"(?i)\b(?:the|this|that) (?:incident|strikes?|raid|attack|assault|blast|explosion|clash\w*|crash|shelling)\b"
)
"""Nouns that point back to a blow told just before."""

HEADS = frozenset(
    "attack attacks blast blasts explosion explosions bombing bombings strike strikes raid raids deal deals agreement "
    "agreements process plan plans operation operations effort efforts talks toll campaign probe investigation "
    "inquiry case cases crisis death deaths mission missions ban order orders threat claim claims demand".split()
)
"""Event nouns that take another event noun before them."""

HEAD = 1.0
"""What it counts that headline and lead tell one kind of thing: they tell the same one."""


def group_events(situation: Situation, decisions: Decisions) -> list[tuple[Event, ...]]:
    """The events of a story in groups that are one happening each, in order of their first id."""
    by_report: dict[str, list[Event]] = defaultdict(list)
    for event in situation.resolution.events:
        by_report[event.report].append(event)
    clues: list[Clue] = []
    heads: dict[str, str] = {}
    for report in sorted(by_report, key=lambda r: situation.rank[r]):
        heads.update(_heads(by_report[report], situation))
        told = [e for e in by_report[report] if e.id not in heads]
        clues += _group_report(sorted(told, key=lambda e: (e.trigger.start, e.id)), situation, decisions)
    groups = [sorted(g.events) for g in _group_reports(clues, situation, decisions)]
    home = {e: g for g in groups for e in g}
    for modifier, head in sorted(heads.items()):
        home[head].append(modifier)
        home[modifier] = home[head]
    return sorted((tuple(situation.events[e] for e in sorted(g)) for g in groups), key=lambda g: g[0].id)


def _heads(events: Sequence[Event], situation: Situation) -> dict[str, str]:
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


def _group_report(events: Sequence[Event], situation: Situation, decisions: Decisions) -> list[Clue]:
    """One report's mentions, each joined to the group told before that it points back to."""
    groups: list[Clue] = []
    for event in events:
        clue = clue_of(event, situation)
        fits = [
            (points, i)
            for i, group in enumerate(groups)
            if (points := _back_reference(clue, event, group, situation, decisions)) >= ENOUGH
        ]
        if fits:
            _, at = max(fits, key=lambda f: (f[0], -f[1]))
            groups[at] = join(groups[at], clue)
        else:
            groups.append(clue)
    return _with_top(groups)


def _with_top(groups: list[Clue]) -> list[Clue]:
    """The groups, the one that the report is about marked: told in its head, and in most words."""
    fits = [g for g in groups if g.lead and g.statuses - {"negated", "hypothetical"}]
    top = max(fits, key=lambda g: (len(g.events) * (1 if g.kinds & (CAUSES | HARM) else 0.5), g.events), default=None)
    return [msgspec.structs.replace(g, top=True) if g is top else g for g in groups]


def _back_reference(clue: Clue, event: Event, group: Clue, situation: Situation, decisions: Decisions) -> float:
    """The evidence that a mention points back to a group of its own report."""
    said = _decided(clue, group, decisions)
    if said is not None:
        return 9.0 if said else -9.0
    if forbidden(clue, group, situation):
        return -9.0
    cause = _pointed_at(event, situation)
    if cause is not None:
        return ENOUGH + 0.5 if cause in group.events else -9.0
    beside = any(situation.events[e].sentence.start == event.sentence.start for e in group.events)
    if beside:
        return _beside(clue, event, group, situation)
    points = likeness(clue, group, situation)
    if clue.new and not clue.lead:
        points -= 0.8
    if clue.lead and group.lead and (clue.kinds & group.kinds or one_blow(clue, group)):
        points += HEAD
    plain = not clue.targets and not clue.actors
    if clue.definite and (plain or clue.targets & group.targets):
        named = clue.kinds & group.kinds or clue.triggers & group.triggers
        general = clue.kinds == {"attack"} and one_blow(clue, group)
        points += 1.3 if named or general else 0.7
        points += 0.5 if group.lead else 0.0
    return points


def _pointed_at(event: Event, situation: Situation) -> str | None:
    """The cause that harm told alone points back to: the last one of the sentence before (“killed in the incident”)."""
    if event.kind not in HARM or event.status == "negated":
        return None
    here = situation.beside[event.report, event.sentence.start]
    if any(e.kind in CAUSES for e in here) or not POINTS_BACK.search(situation.sentence(event)):
        return None
    starts = [s.start for s in situation.readings[event.report].sentences]
    at = starts.index(event.sentence.start) if event.sentence.start in starts else 0
    before = situation.beside.get((event.report, starts[at - 1]), []) if at else []
    causes = [e for e in before if e.kind in CAUSES]
    return max(causes, key=lambda e: (e.trigger.start, e.id)).id if causes else None


def _beside(clue: Clue, event: Event, group: Clue, situation: Situation) -> float:
    """The evidence for two mentions in one sentence: harm belongs to the nearest cause, a second naming of one kind is
    rare. A cause told after the harm takes the harm's group over."""
    here = situation.beside[event.report, event.sentence.start]
    harm, cause = clue.kinds <= HARM, bool(clue.kinds & CAUSES)
    if "negated" not in clue.statuses | group.statuses and harm:
        nearest = min(
            (e for e in here if e.kind in CAUSES), key=lambda e: (_gap(e, event), e.id), default=None
        )  # fmt: skip
        if nearest is not None:
            return ENOUGH + 0.5 if nearest.id in group.events else -9.0
    if cause and group.kinds <= HARM and len(group.events) == 1:
        other = situation.events[group.events[0]]
        rivals = [e for e in here if e.kind in CAUSES and e.id != event.id]
        if all(_gap(event, other) <= _gap(e, other) for e in rivals):
            return ENOUGH + 0.5
    return likeness(clue, group, situation) - 2.5


def _gap(a: Event, b: Event) -> int:
    """Characters between two triggers."""
    return abs(a.trigger.start - b.trigger.start)


def _group_reports(clues: list[Clue], situation: Situation, decisions: Decisions) -> list[Clue]:
    """Groups of all reports joined, the most evident pair first; a join is made only where the whole groups agree."""
    links = sorted(
        (
            (-_evidence(clues[i], clues[j], situation, decisions), i, j)
            for i, j in _candidates(clues, situation, decisions)
        ),
    )  # fmt: skip
    group_of = list(range(len(clues)))
    groups = dict(enumerate(clues))
    for minus, i, j in links:
        if -minus < ENOUGH:
            break
        a, b = group_of[i], group_of[j]
        if a == b or (minus > -9.0 and not _agree(groups[a], groups[b], situation, decisions)):
            continue
        keep, gone = min(a, b), max(a, b)
        groups[keep] = join(groups[keep], groups.pop(gone))
        group_of = [keep if g == gone else g for g in group_of]
    return list(groups.values())


def _evidence(a: Clue, b: Clue, situation: Situation, decisions: Decisions) -> float:
    said = _decided(a, b, decisions)
    if said is not None:
        return 9.0 if said else -9.0
    return -9.0 if forbidden(a, b, situation) else likeness(a, b, situation)


def _agree(a: Clue, b: Clue, situation: Situation, decisions: Decisions) -> bool:
    """Whether two groups, taken as wholes, may be one happening."""
    return (
        _decided(a, b, decisions) is not False
        and not forbidden(a, b, situation)
        and likeness(a, b, situation) >= ENOUGH - 0.6
    )


def _decided(a: Clue, b: Clue, decisions: Decisions) -> bool | None:
    """What a person decided on any two events of the groups; a no outweighs a yes."""
    if not decisions.pairs:
        return None
    said = {decisions.together(x, y) for x in a.events for y in b.events} - {None}
    return None if not said else False not in said


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
    for word in sorted(clue.words, key=lambda w: (-situation.rarity.get(w, 1.0), w))[:6]:
        yield "word", word


def most_common(values: Iterable[str]) -> list[str]:
    """Values by how often they occur, then by name."""
    counts = Counter(values)
    return sorted(counts, key=lambda v: (-counts[v], v))
