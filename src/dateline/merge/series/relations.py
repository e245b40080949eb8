"""Count, Count -> Relation: how two figures of one thing stand to each other, with the reason in words."""

import re
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from typing import Literal

from dateline.merge.informants import speak_together
from dateline.merge.series.amounts import FLOORS, WORDS, agree, number
from dateline.merge.series.compared import Pair, chains_of
from dateline.merge.series.counted import WAR, Count, sentence_of
from dateline.merge.series.parts import HARMED
from dateline.merge.series.scope import other_scope, sentence_text
from dateline.merge.situation import Situation
from dateline.merge.words import head, stems
from dateline.model import Figure, Relation
from dateline.model.edtf import overlap

PAIRS = 400
"""How many pairs of a series are related in words: beyond it only neighbours in time are."""

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

RISING = re.compile(
    r"(?i)\b(?:tolls?|numbers?|counts?|dead|casualties)\b[^.;]{0,120}?\b(?:grew|growing|rose|rising|risen|climb(?:s|ed|ing)|"
    r"mount(?:s|ed|ing)|soar(?:s|ed|ing)|kept going up)\b"
)
"""Words of a toll that rises while it is told."""

SAID_EARLIER = re.compile(r"\b(?:Earlier\b[^.;]{0,80}|earlier\s+)$")
"""What leads up to the word for saying where somebody had said it before: “Earlier in the day the council put …”."""

Kind = Literal["agree", "conflict", "evolves", "different_scope"]
Verdict = tuple[Kind, str]
Rule = Callable[[Pair], Verdict | None]


def relate_all(counts: Sequence[Count], situation: Situation) -> tuple[Relation, ...]:
    """How each two figures of a series stand to each other, the earlier one first."""
    pairs = list(combinations(counts, 2))
    if len(pairs) > PAIRS:
        pairs = list(pairwise(counts))
    chains = chains_of(counts, situation)
    found = []
    for a, b in pairs:
        kind, why = judge(Pair(a, b, chains, situation))
        found.append(Relation(a=a.figure.id, b=b.figure.id, relation=kind, why=why))
    return tuple(found)


def judge(pair: Pair) -> Verdict:
    """What the first rule that answers says of two counts; two for which none has an answer cannot both be right."""
    verdict = next((found for rule in RULES if (found := rule(pair)) is not None), None)
    return _as_one_place_saw(verdict or ("conflict", f"{pair.told} on the same day"), pair)


def _as_one_place_saw(verdict: Verdict, pair: Pair) -> Verdict:
    """What one hospital or crew saw is no total, and conflicts with none."""
    kind, why = verdict
    if kind != "conflict" or not (pair.a.seen or pair.b.seen):
        return verdict
    seen = pair.x if pair.a.seen else pair.y
    return "different_scope", f"“{seen.text}” counts those that one place saw; {why}"


def other_group(pair: Pair) -> Verdict | None:
    """Of other parts or units each is right for its own."""
    if pair.a.part == pair.b.part and pair.a.unit == pair.b.unit:
        return None
    return "different_scope", f"{pair.named} count different groups"


def on_top(pair: Pair) -> Verdict | None:
    """In one report, “12 more” come on top of what it counted."""
    if pair.x.increment == pair.y.increment or not pair.here:
        return None
    return "different_scope", f"“{(pair.x if pair.x.increment else pair.y).text}” is counted on top of the other"


def fit_together(pair: Pair) -> Verdict | None:
    """Each within what the other leaves open."""
    return ("agree", f"{pair.named} fit together") if agree(pair.x, pair.y) else None


def called_earlier(pair: Pair) -> Verdict | None:
    """The text itself says that one was overtaken."""
    if pair.a.stale == pair.b.stale:
        return None
    return "evolves", f"{pair.told}; the text itself calls one of them earlier"


def called_newer(pair: Pair) -> Verdict | None:
    """The text itself says that one replaces a lower one that is told at its time or before."""
    fresh, other = (pair.a, pair.b) if pair.a.fresh else (pair.b, pair.a)
    if other.fresh or not fresh.fresh or fresh.size < other.size or (fresh is pair.a and pair.later):
        return None
    return "evolves", f"{pair.told}; the text itself calls one of them updated"


def called_rival(pair: Pair) -> Verdict | None:
    """The text itself sets one against the other, in sentences beside each other."""
    if not (pair.a.rival or pair.b.rival) or not pair.here or pair.lines_between > NEAR:
        return None
    return "conflict", f"{pair.told}; the report sets one against the other"


def told_as_rising(pair: Pair) -> Verdict | None:
    """One report says that the toll rose, to the higher or beside both, or that the lower is what somebody had said
    before."""
    if not pair.here or pair.a.group not in HARMED:
        return None
    lower, higher = (c.figure for c in sorted((pair.a, pair.b), key=lambda c: c.size))
    told = [f for f in pair.situation.counted[higher.report] if number(f) == number(higher)]
    told += [lower] if pair.lines_between <= 1 else []
    rose = any(RISING.search(sentence_text(f, pair.situation)) for f in told)
    if rose or SAID_EARLIER.search(_up_to_cue(lower, pair.situation)):
        return "evolves", f"{pair.told}; the report tells them as earlier and later"
    return None


def _up_to_cue(figure: Figure, situation: Situation) -> str:
    """The words of a count's sentence in front of the word for saying it; none where that stands behind."""
    claim, start = situation.claims.get(figure.claim or ""), sentence_of(figure, situation).start
    cue = claim.cue if claim is not None else None
    return situation.reports[figure.report].text[start : cue.start] if cue and start <= cue.start < figure.start else ""


def of_an_era(pair: Pair) -> Verdict | None:
    """The dead of a war or of some months: a total grows, and one from no known day on is another's."""
    a, b = pair.a, pair.b
    if not (a.era and b.era):
        return None
    if WAR in (a.era, b.era):
        return "different_scope", f"{pair.told}, each of a war, and not from one day on"
    if a.era < 0:
        return "evolves", f"{pair.told}, over some time"
    grown = a.size < b.size and (pair.days or 0) > MONTH
    return "evolves" if grown else "conflict", f"{pair.told}, both since {a.era}"


def same_informant(pair: Pair) -> Verdict | None:
    """Who gives another number corrects the first, be it once alone and once with others."""
    if pair.first is None or not (pair.first == pair.second or speak_together(pair.first, pair.second, pair.situation)):
        return None
    return "evolves", f"{pair.told}: the same informant, a newer count"


def since_raised(pair: Pair) -> Verdict | None:
    """A count like the lower one has been raised by the other side."""
    if pair.here or not pair.since_raised:
        return None
    return "evolves", f"{pair.told}; the lower count is as old as one that was since raised"


def unnamed_is_older(pair: Pair) -> Verdict | None:
    """In one report, a lower count of nobody's beside somebody's is what was known before."""
    if not pair.here or None not in (pair.first, pair.second):
        return None
    unnamed = pair.a if pair.first is None else pair.b
    if unnamed.size >= max(pair.a.size, pair.b.size):
        return None
    return "evolves", f"{pair.told}; the lower one, for which nobody is named, is the older"


def told_apart(pair: Pair) -> Verdict | None:
    """Some are never others; and a writer who gives two numbers in their own voice means two things."""
    if pair.a.part != "some" and not (pair.here and pair.first is None and pair.second is None):
        return None
    return "different_scope", f"{pair.named} are told apart, each of its own part"


def measured_anew(pair: Pair) -> Verdict | None:
    """A flow is measured again and again."""
    if not (pair.x.per and pair.later):
        return None
    return "evolves", f"{pair.told}; what goes on was measured anew"


def no_toll(pair: Pair) -> Verdict | None:
    """What does not rise over hours, as tolls do: another count is news after a week, and before it a conflict where
    both surely count the same."""
    if pair.a.group in HARMED:
        return None
    if pair.days is not None and pair.days > WEEK:
        return "evolves", f"{pair.told}; the reports are {pair.days} days apart"
    if not _one_matter(pair):
        return "different_scope", f"{pair.told}; the words do not say that both count the same"
    return "conflict", f"{pair.told}; both cannot be right"


def in_danger(pair: Pair) -> Verdict | None:
    """How many are badly hurt rises and falls."""
    if pair.a.part != "severe" or pair.days not in (0, 1):
        return None
    return "conflict", f"{pair.told}; how many are in danger is no toll that only rises"


def leaves_open(pair: Pair) -> Verdict | None:
    """“More than 20” does not deny 60."""
    lower = min(pair.a, pair.b, key=lambda c: c.size).figure
    return ("evolves", f"{pair.told}; the lower leaves open how many more") if lower.qualifier == "more_than" else None


def of_other_days(pair: Pair) -> Verdict | None:
    """Later tolls of other days, or of what may be another blow's."""
    if not pair.later:
        return None
    dated = pair.a.days and pair.b.days
    if pair.a.days and pair.b.days and not overlap(pair.a.days, pair.b.days):
        return "evolves", f"{pair.told}; of different days"
    if pair.days and pair.days > FRESH and not dated:
        return "evolves", f"{pair.told}; {pair.days} days apart, and one does not say of which day"
    return None


def lower_though_later(pair: Pair) -> Verdict | None:
    """A later toll is a newer one, unless it is a named informant's and lower, and surely of the same."""
    if not pair.later:
        return None
    rises = pair.a.size <= pair.b.size or pair.x.qualifier in FLOORS
    if pair.first is None or pair.second is None or rises or (pair.days and pair.alike < ALIKE):
        return "evolves", f"{pair.told}; the reports are of different times"
    return "conflict", f"{pair.told}, lower though later"


def of_other_scope(pair: Pair) -> Verdict | None:
    """The words around the numbers draw another bound."""
    scope = other_scope(pair.a, pair.b, pair.situation)
    return None if scope is None else ("different_scope", f"{pair.told}; {scope}")


def of_nobody(pair: Pair) -> Verdict | None:
    """Two reports that name nobody are two states of knowledge."""
    if pair.here or pair.first is not None or pair.second is not None:
        return None
    return "evolves", f"“{pair.x.text}”, then “{pair.y.text}”; nobody is named for either"


def far_apart(pair: Pair) -> Verdict | None:
    """In one report, numbers in unlike words far from each other hardly count the same."""
    if not pair.here or pair.alike >= ALIKE or pair.lines_between <= NEAR:
        return None
    return "different_scope", f"{pair.told}; the words do not say that both count the same"


RULES: tuple[Rule, ...] = (
    other_group,
    on_top,
    fit_together,
    called_earlier,
    called_newer,
    called_rival,
    told_as_rising,
    of_an_era,
    same_informant,
    since_raised,
    unnamed_is_older,
    told_apart,
    measured_anew,
    no_toll,
    in_danger,
    leaves_open,
    of_other_days,
    lower_though_later,
    of_other_scope,
    of_nobody,
    far_apart,
)
"""In the order in which they are asked: the first that answers decides."""


def _one_matter(pair: Pair) -> bool:
    """Whether two counts that are no tolls count one thing for certain: of a kind that is counted once, both in
    numbers, with the same word for what happened, in sentences of like words, and no crew of another trade."""
    x, y = pair.x, pair.y
    one, two = (stems(f.of or "") - {head(f.of or "")} for f in (x, y))
    if one and two and one.isdisjoint(two):
        return False
    if pair.a.group not in COUNTED_ONCE or x.what != y.what or {x.qualifier, y.qualifier} & WORDS:
        return False
    return pair.alike >= ALIKE
