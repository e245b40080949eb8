"""Clue, Clue -> whether they name parties of their own: five arrests of five persons are five."""

from dateline.merge.happenings.clues import Clue
from dateline.merge.kinds import MANY_A_DAY, SPEECH
from dateline.merge.namings import lemma
from dateline.merge.situation import Situation
from dateline.merge.words import head, stem, stems

COLLAPSE = frozenset({lemma("collapse")})

ANYTHING = frozenset(stem(w) for w in "building structure block complex site it all one part portion".split())
"""Words for whatever fell down."""


def other_parties(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether two deeds are done to others, or two words said by others: by their names, where both name somebody. Who
    arrests or bans is told in many ways, from the guard to the state, and tells no two arrests apart."""
    if _other_buildings(a, b, situation) or _other_states(a, b, situation):
        return True
    if a.kinds & MANY_A_DAY and b.kinds & MANY_A_DAY and _apart(a.targets, b.targets, situation):
        return True
    if a.kinds & b.kinds & {"politics"}:
        one, two = (frozenset(p for p in c.actors if _is_person(p, situation)) for c in (a, b))
        return _apart(one, two, situation)
    return bool(a.kinds & SELF_MADE and b.kinds & SELF_MADE) and _apart(a.actors, b.actors, situation)


SELF_MADE = SPEECH | {"aid"}
"""Deeds that are their doer's own: who gives or warns. Of politics only who resigns or is elected: a law is its
council's, its state's and its minister's."""


def _is_person(party: str, situation: Situation) -> bool:
    """Whether a party is a person with a name."""
    return party in situation.proper and situation.entities[party].type == "person"


def _apart(own: frozenset[str], others: frozenset[str], situation: Situation) -> bool:
    """Whether both sides name somebody, and none of the one can be any of the other, by name or description."""
    named, rest = ([p for p in side if p in situation.proper] for side in (own, others))
    apart = bool(named and rest) and own.isdisjoint(others)
    return apart and all(_two(p, q, situation) for p in named for q in rest)


def _two(p: str, q: str, situation: Situation) -> bool:
    """Whether two that are called by name are two for certain: two persons, two countries, two bodies without a word in
    common. A body and its chief, a state and its town may stand for one another."""
    one, two = situation.entities[p], situation.entities[q]
    if p == q:
        return False
    if situation.is_country(p) or situation.is_country(q):
        return situation.is_country(p) and situation.is_country(q)
    words, others = stems(one.name), stems(two.name)
    if _is_person(p, situation) and _is_person(q, situation):
        return not (words <= others or others <= words)
    bodies = {one.type, two.type} <= {"org", "group", "media"}
    return bodies and words.isdisjoint(others)


def _other_states(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether two measures of states are told of no country in common: each has its own curfew and its own vote."""
    if not (a.kinds & b.kinds & MEASURES):
        return False
    one, two = (_countries(c, situation) for c in (a, b))
    return bool(one and two) and one.isdisjoint(two)


MEASURES = frozenset({"coercion", "politics"})


def _countries(clue: Clue, situation: Situation) -> frozenset[str]:
    """The countries that a clue's own words give as its place or as whom it is done to."""
    return frozenset(p for p in clue.places | clue.targets if situation.is_country(p))


def _other_buildings(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether what fell down is called by other nouns: the mill that collapsed is not the inn."""
    if not a.triggers & b.triggers & COLLAPSE:
        return False
    one, two = (_nouns(c.targets, situation) for c in (a, b))
    return bool(one and two) and one.isdisjoint(two)


def _nouns(parties: frozenset[str], situation: Situation) -> frozenset[str]:
    """What fills a role, each by the head of its name or description."""
    heads = (p[1:] if p[0] == "~" else head(situation.name(p.lstrip("?")) or "") for p in parties)
    return frozenset(heads) - ANYTHING - {""}
