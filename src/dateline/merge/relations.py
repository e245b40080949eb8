"""Count, Count -> Relation: how two figures of one thing stand to each other, with the reason in words."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Literal

from dateline.merge.amounts import FLOOR, FLOORS, WORDS, agree, number
from dateline.merge.counted import WAR, Count
from dateline.merge.scope import other_scope, sentence_text
from dateline.merge.situation import Situation
from dateline.merge.support import voice_of
from dateline.merge.words import head, stems
from dateline.model import Figure, Relation
from dateline.model.edtf import overlap

PAIRS = 400
"""How many pairs of a series are related in words: beyond it only neighbours in time are."""

TOLLS = frozenset({"killed", "injured", "missing"})
"""What is counted up over hours: a higher number is a newer one. Of other counts, one of two is wrong."""

WEEK = 7
"""Days after which another count of the same thing is news and no conflict."""

MONTH = 30
"""Days in which the toll of a long war does not outgrow another count of it."""

FRESH = 2
"""Days between two reports beyond which a count without a day may be of another blow."""

COUNTED_ONCE = frozenset(
    {"moved", "captured", "deployed", "withdrawn", "protested", "arrived", "destroyed", "surrendered"}
)
"""Beside tolls, what two reports can count differently; who is present or paid is another matter each time."""

NEAR = 3
"""Sentences within which two counts of one report can be set against each other though their words differ."""

ALIKE = 0.25
"""The share of rare words that two sentences share which count the same thing."""

Kind = Literal["agree", "conflict", "evolves", "different_scope"]


def relate_all(counts: Sequence[Count], situation: Situation) -> tuple[Relation, ...]:
    """How each two figures of a series stand to each other, the earlier one first."""
    pairs = list(combinations(counts, 2))
    if len(pairs) > PAIRS:
        pairs = list(pairwise(counts))
    chains: dict[str | None, list[Count]] = {}
    for count in counts:
        chains.setdefault(voice_of(count.figure, situation), []).append(count)
    found = []
    for a, b in pairs:
        kind, why = _judge(a, b, chains, situation)
        if kind == "conflict" and (a.seen or b.seen):
            kind, why = (
                "different_scope",
                f"“{(a if a.seen else b).figure.text}” counts those that one place saw; {why}",
            )
        found.append(Relation(a=a.figure.id, b=b.figure.id, relation=kind, why=why))
    return tuple(found)


def _judge(a: Count, b: Count, chains: dict[str | None, list[Count]], situation: Situation) -> tuple[Kind, str]:
    x, y = a.figure, b.figure
    if a.part != b.part or a.unit != b.unit:
        return "different_scope", f"“{x.text}” and “{y.text}” count different groups"
    if x.increment != y.increment and x.report == y.report:
        return "different_scope", f"“{(x if x.increment else y).text}” is counted on top of the other"
    if agree(x, y):
        return "agree", f"“{x.text}” and “{y.text}” fit together"
    first, second = voice_of(x, situation), voice_of(y, situation)
    told = f"{_who(first, situation)} gave “{x.text}”, {_who(second, situation)} “{y.text}”"
    if a.stale != b.stale:
        return "evolves", f"{told}; the text itself calls one of them earlier"
    if a.era and b.era:
        if WAR in (a.era, b.era):
            return "different_scope", f"{told}, each of a war, and not from one day on"
        if a.era < 0:
            return "evolves", f"{told}, over some time"
        grown = _size(a) < _size(b) and (_days_between(x.report, y.report, situation) or 0) > MONTH
        return "evolves" if grown else "conflict", f"{told}, both since {a.era}"
    if first == second and first is not None:
        return "evolves", f"{told}: the same informant, a newer count"
    older = _as_old(a, b, _standing(second, y.report, chains)) or _as_old(b, a, _standing(first, x.report, chains))
    if older and x.report != y.report:
        return "evolves", f"{told}; the lower count is as old as one that was since raised"
    if x.report == y.report and None in (first, second) and _size(a if first is None else b) < max(_size(a), _size(b)):
        return "evolves", f"{told}; the lower one, for which nobody is named, is the older"
    if a.part == "some" or (x.report == y.report and first is None and second is None):
        return "different_scope", f"“{x.text}” and “{y.text}” are told apart, each of its own part"
    if x.per and _later(x.report, y.report, situation):
        return "evolves", f"{told}; what goes on was measured anew"
    if a.group not in TOLLS:
        apart = _days_between(x.report, y.report, situation)
        if apart is not None and apart > WEEK:
            return "evolves", f"{told}; the reports are {apart} days apart"
        if not _one_matter(a, b, situation):
            return "different_scope", f"{told}; the words do not say that both count the same"
        return "conflict", f"{told}; both cannot be right"
    if a.part == "severe" and _days_between(x.report, y.report, situation) in (0, 1):
        return "conflict", f"{told}; how many are in danger is no toll that only rises"
    if min((x, y), key=lambda f: number(f) or 0).qualifier == "more_than":
        return "evolves", f"{told}; the lower leaves open how many more"
    alike = _alike(x, y, situation) >= ALIKE
    if _later(x.report, y.report, situation):
        days = _days_between(x.report, y.report, situation)
        if a.days and b.days and not overlap(a.days, b.days):
            return "evolves", f"{told}; of different days"
        if days and days > FRESH and not (a.days and b.days):
            return "evolves", f"{told}; {days} days apart, and one does not say of which day"
        if first is None or second is None or _size(a) <= _size(b) or x.qualifier in FLOORS or (days and not alike):
            return "evolves", f"{told}; the reports are of different times"
        return "conflict", f"{told}, lower though later"
    scope = other_scope(a, b, situation)
    if scope is not None:
        return "different_scope", f"{told}; {scope}"
    if first is None and second is None and x.report != y.report:
        return "evolves", f"“{x.text}”, then “{y.text}”; nobody is named for either"
    if x.report == y.report and not alike and _lines_between(x, y, situation) > NEAR:
        return "different_scope", f"{told}; the words do not say that both count the same"
    return "conflict", f"{told} on the same day"


def _one_matter(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two counts that are no tolls count one thing for certain: of a kind that is counted once, both in
    numbers, with the same word for what happened, in sentences of like words, and no crew of another trade."""
    x, y = a.figure, b.figure
    one, two = (stems(f.of or "") - {head(f.of or "")} for f in (x, y))
    if one and two and one.isdisjoint(two):
        return False
    if a.group not in COUNTED_ONCE or x.what != y.what or {x.qualifier, y.qualifier} & WORDS:
        return False
    return _alike(x, y, situation) >= ALIKE


def _alike(x: Figure, y: Figure, situation: Situation) -> float:
    """The share of rare words that the sentences of two figures share, from 0 to 1."""
    one, two = (stems(sentence_text(f, situation)) for f in (x, y))
    less = min(situation.wording.weight(one), situation.wording.weight(two))
    return situation.wording.weigh(one & two) / less if less else 0.0


def _lines_between(x: Figure, y: Figure, situation: Situation) -> int:
    """How many sentences of one report lie from one figure to the other."""
    first, last = sorted((x.start, y.start))
    return sum(first < s.start <= last for s in situation.readings[x.report].sentences)


def _days_between(one: str, two: str, situation: Situation) -> int | None:
    a, b = situation.published(one), situation.published(two)
    return abs((a[0] - b[0]).days) if a and b else None


def _later(one: str, two: str, situation: Situation) -> bool:
    """Whether two reports are known to be of different times: other days, or other minutes."""
    a, b = (situation.reports[r].published.value or "" for r in (one, two))
    return bool(a and b) and (a[:10] != b[:10] or ("T" in a and "T" in b and a != b))


def _standing(voice: str | None, report: str, chains: dict[str | None, list[Count]]) -> list[Count]:
    """The counts that a voice gives, and all that its report gives."""
    return [c for v, chain in chains.items() for c in chain if v == voice or c.figure.report == report]


def _as_old(low: Count, high: Count, chain: Sequence[Count]) -> bool:
    """Whether the other informant, or its report, also has a count like the lower one, raised since."""
    return _size(low) < _size(high) and any(
        c is not low and _size(c) < _size(high) and _size(c) <= FLOOR * _size(low) and _size(low) <= FLOOR * _size(c)
        for c in chain
    )


def _size(count: Count) -> int:
    return number(count.figure) or 0


def _who(voice: str | None, situation: Situation) -> str:
    return situation.name(voice) or ("an unnamed source" if voice else "a report that names nobody")
