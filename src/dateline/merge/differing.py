"""groups, claims -> contradictions of account: other days, doers, vehicles, and the same words of two mouths."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from dateline.merge.clues import VIOLENCE
from dateline.merge.sides import contradict, quote, side_of
from dateline.merge.situation import Situation
from dateline.merge.words import sequence, stems
from dateline.model import Claim, Contradiction, Event, Side
from dateline.model.edtf import bounds, overlap, width

Group = Sequence[Event]

BESIDE = 25
"""Characters before a trigger within which its doer stands, where two reports are to differ on the doer."""

SPOKEN = 0.5
"""The share of the shorter statement's neighbouring content words that makes two statements one."""

COMMON = 8
"""Sentences of a story beyond which a word is everybody's."""

VEHICLE = re.compile(
    r"(?i)(?:laden|packed|loaded|driving|drove|rammed|crashed|detonated|explosives?)\b[^.,;]{0,30}?\b"
    r"(car|truck|lorry|van|motorcycle|motorbike|minibus|pick-?up|tanker|humvee|ambulance)\b(?! bomb)"
    r"|\b(car|truck|lorry|van|motorcycle|minibus|tanker)\b (?:packed|laden|loaded|full) "
    r"|\b(truck|lorry|van|motorcycle|minibus|tanker) bomb"
)
"""The vehicle that carried a bomb. “Car bomb” alone names the weapon, not the vehicle."""

CLOCK = re.compile(r"(?i)\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b")


def conflicting_accounts(groups: Sequence[Group], situation: Situation) -> Iterable[Contradiction]:
    """Where reports of one happening differ on the day, the hour, the doer or the vehicle."""
    for group in groups:
        told = sorted(group, key=lambda e: (situation.rank[e.report], e.trigger.start))
        yield from _days(told, situation)
        if any(e.kind in VIOLENCE for e in told):
            yield from _doers(told, situation)
            yield from _details(told, situation)


def _days(told: Group, situation: Situation) -> Iterable[Contradiction]:
    """Members of two reports whose days share none, each report once. Two days side by side are left to time zones."""
    known = [
        (e, days)
        for e in told
        if (days := bounds(e.time)) and width(days) <= 40 and e.status == "happened" and situation.dated(e)
    ]
    shown: set[str] = set()
    for (a, one), (b, two) in combinations(known, 2):
        vague = max(width(one), width(two)) > 1
        if a.report == b.report or b.report in shown or a.kind != b.kind or not vague or overlap(one, two):
            continue
        shown.add(b.report)
        why = f"dated {a.time}: {quote(a, situation)}; dated {b.time}: {quote(b, situation)}"
        yield contradict(side_of(a, situation), side_of(b, situation), why, "temporal", situation)


def _doers(told: Group, situation: Situation) -> Iterable[Contradiction]:
    """The first two members that name different bodies as doing it."""
    known = [(e, w) for e in told if (w := _doer(e, situation)) and e.status == "happened"]
    for (a, one), (b, two) in combinations(known, 2):
        if one != two and a.kind == b.kind and not stems(one) & stems(two):
            why = f"done by {one}: {quote(a, situation)}; by {two}: {quote(b, situation)}"
            yield contradict(side_of(a, situation), side_of(b, situation), why, "attribution", situation)
            return


def _doer(event: Event, situation: Situation) -> str | None:
    """The name of the body that acts: a state, force or group known by name."""
    actor = event.actor
    entity = situation.entities.get(actor.entity or "") if actor else None
    if actor is None or entity is None or entity.type not in ("org", "group", "place"):
        return None
    if actor.end is None or not 0 <= event.trigger.start - actor.end <= BESIDE:
        return None
    return entity.name if any(m.form in ("name", "demonym") for m in entity.mentions) else None


def _details(told: Group, situation: Situation) -> Iterable[Contradiction]:
    """Members that name different vehicles, or hours more than a quarter apart: each report once inside, once across.
    A statement somebody makes is shown before the writers' own words."""
    for name, of in (("vehicle", _vehicle), ("hour", _hour)):
        known = [(e, v) for e in told if (v := of(situation.sentence(e))) is not None]
        known.sort(key=lambda k: side_of(k[0], situation).type != "claim")
        inside: set[str] = set()
        across: set[str] = set()
        for (a, one), (b, two) in combinations(known, 2):
            here, pair = a.report == b.report, {a.report, b.report}
            if not _differ(one, two) or pair & (inside if here else across):
                continue
            (inside if here else across).update(pair)
            why = f"the {name} differs: {quote(a, situation)} and {quote(b, situation)}"
            yield contradict(side_of(a, situation), side_of(b, situation), why, "factual", situation)


def _vehicle(text: str) -> str | None:
    match = VEHICLE.search(text)
    return next(g for g in match.groups() if g).lower().replace("-", "") if match else None


def _hour(text: str) -> int | None:
    """Minutes from midnight of the first clock time, counted on past midnight into the small hours."""
    match = CLOCK.search(text)
    if not match:
        return 23 * 60 if re.search(r"(?i)\ban hour before midnight\b", text) else None
    hour, minute, half, plain, rest = match.groups()
    if plain:
        return int(plain) * 60 + int(rest)
    return (int(hour) % 12 + (12 if half.lower() == "p" else 0)) * 60 + int(minute or 0)


def _differ(one: str | int, two: str | int) -> bool:
    if isinstance(one, int) and isinstance(two, int):
        return 15 < abs(one - two) < 24 * 60 - 15
    return one != two


def conflicting_speakers(situation: Situation) -> Iterable[Contradiction]:
    """The same words put into the mouths of two bodies."""
    said: dict[str, list[tuple[Claim, tuple[str, ...]]]] = {}
    for claim in sorted(situation.resolution.claims, key=lambda c: (situation.rank[c.report], c.content[0].start)):
        words = sequence(" ".join(c.text for c in claim.content))
        if claim.source is None or claim.source.entity is None or not 4 <= len(words) <= 24:
            continue
        for key in sorted(set(words), key=lambda w: (-situation.rarity.get(w, 1.0), w))[:5]:
            said.setdefault(key, []).append((claim, words))
    subjects = _subjects(situation)
    shown: set[frozenset[str]] = set()
    for key in sorted(said):
        for (a, words), (b, other) in combinations(said[key][:40], 2):
            pair = frozenset((a.source.entity or "", b.source.entity or "")) if a.source and b.source else frozenset()
            if len(pair) < 2 or pair in shown or _nested(a, b) or _kin(pair, situation):
                continue
            if not _one_statement(words, other) or not _own_words(set(words) & set(other) - subjects, situation):
                continue
            shown.add(pair)
            one, two = (situation.name(c.source.entity) for c in (a, b) if c.source)
            why = f"the same words are given to {one} and to {two}: “{' '.join(a.content[0].text.split())[:90]}”"
            yield contradict(Side(type="claim", id=a.id), Side(type="claim", id=b.id), why, "attribution", situation)


def _one_statement(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two statements share the run of their words: enough pairs of neighbours, and enough words."""
    pairs, others = set(pairwise(a)), set(pairwise(b))
    shared = len(pairs & others)
    words = len(set(a) & set(b))
    return shared >= 2 and words >= 3 and shared >= SPOKEN * min(len(pairs), len(others))


def _own_words(words: set[str], situation: Situation) -> bool:
    """Whether two words at least are left that are not those the whole story is told in."""
    return sum(situation.frequency.get(w, 0) <= COMMON for w in words) >= 2


def _subjects(situation: Situation) -> set[str]:
    """The stems of names and triggers: what a story is about, and no speaker's own words."""
    names = {s for e in situation.resolution.entities for m in e.mentions if m.form == "name" for s in stems(m.text)}
    return names | {s for e in situation.resolution.events for s in stems(e.trigger.text)}


def _nested(a: Claim, b: Claim) -> bool:
    """Whether one statement stands in the other: then one speaker reports the other."""
    return a.report == b.report and any(x.start < y.end and y.start < x.end for x in a.content for y in b.content)


def _kin(pair: frozenset[str], situation: Situation) -> bool:
    """Whether one may speak for the other: their names share a word, or one is a person or no body at all."""
    a, b = (situation.entities.get(e) for e in sorted(pair))
    if a is None or b is None or stems(a.name) & stems(b.name):
        return True
    return not {a.type, b.type} <= {"org", "group", "place", "media"}
