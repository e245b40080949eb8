"""groups -> contradictions of detail: the vehicle and its weight, the hour, what was hit, how many attacked.

Compared between sentences that tell one scene; a statement somebody makes is shown before the writers' own words, and
of the pairs that differ the ones in the likest words, until each statement has been shown beside one that differs.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from dateline.english.nouns import ATTACKER
from dateline.english.numerals import CARDINALS, ONE_TO_TWELVE
from dateline.merge.contradictions.sides import contradict, quote, side_of
from dateline.merge.distances import ONE_SCENE
from dateline.merge.happenings.joining import most_common
from dateline.merge.kinds import CAUSES
from dateline.merge.series.scenes import Scenes
from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import FACTS, Contradiction, Event
from dateline.model.edtf import Days, bounds, overlap

Group = Sequence[Event]
Detail = str | int
Told = tuple[Detail, int]
"""A detail, and how far into its sentence it stands."""

VEHICLE = re.compile(
    r"(?i)(?:laden|packed|loaded|driving|drove|rammed|crashed|detonated|explosives?)\b[^.,;]{0,30}?\b"
    r"(car|truck|lorry|van|motorcycle|motorbike|minibus|pick-?up|tanker|humvee|ambulance)\b(?! bomb)"
    r"|\b(car|truck|lorry|van|motorcycle|minibus|tanker)\b (?:packed|laden|loaded|full) "
    r"|\b(truck|lorry|van|motorcycle|minibus|tanker) bomb"
    r"|\b(car|truck|lorry|van|pick-?up|motorcycle)\b[^.;]{0,70}\bused (?:to carry out|in|for) the (?:attack|bombing)"
)
"""The vehicle that carried a bomb. “Car bomb” alone names the weapon, not the vehicle."""

SAME_VEHICLE = {"lorry": "truck", "motorbike": "motorcycle", "tanker": "truck", "pick-up": "truck", "pickup": "truck"}
"""Two names of one vehicle: British and American words, and the special word beside the general one."""

CLOCK = r"(?:(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b|([01]?\d|2[0-3]):([0-5]\d)\b)"
ONSET = re.compile(
    r"(?i)\b(?:happened|occurred|took place|struck|began|started|erupted|exploded|went off|detonated|derailed|crashed|"
    r"overturned|collapsed|sank|heard|fired|opened fire|hit|attack(?:ed)?|blast|explosion|shooting|strike|quake)\b"
    r"(?:(?!\b(?:until|ended|later)\b|(?<!just )(?<!shortly )\b(?:before|after)\b)[^.;]){0,60}?" + CLOCK
)
"""An hour that says when something began: a verb or noun of it stands before the hour."""
LEARNED = re.compile(
    r"(?i)\b(?:became aware|aware of|learn(?:ed|t)|was told|were told|notified|informed|alerted|heard of)\b"
)
"""Words of coming to know: their hour is not that of what happened."""
MIDNIGHT = re.compile(r"(?i)\ban hour before midnight\b")

INTO = re.compile(
    r"(?i)\b(?:ramm\w+|crash\w+|dr[oi]ve\w*|driving|plou?gh\w*|plow\w*|slamm\w+|smash\w+)\b(?:[^.;]{0,60}?\binto)?\s+"
    r"(?:(?:an?|the|its|his)\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?:(wall|gates?|fence|barrier|barricade|perimeter|checkpoint)|(building|house|lobby|hallway|main entrance))\b"
)
"""What a vehicle was driven into: what stands around a building, or the building itself."""

WEIGHT = re.compile(
    r"(?i)\b(\d+)[- ]?(?:metric )?(?:tons?|tonnes?)\b[, ]{1,2}(?:[\w-]+ ){0,2}?"
    r"(?:truck|lorry|van|vehicle|tanker|bus|tank)\b"
)
"""How heavy a vehicle is: “a 12-ton lorry”."""

ATTACKERS = re.compile(
    rf"(?i)(?<!least )(?<!than )(?<!to )\b(lone|single|\d+|{'|'.join(ONE_TO_TWELVE)}) (?:[\w-]+ ){{0,2}}?"
    rf"(?:{ATTACKER}|militants?|raiders?)\b(?: \w+){{0,2}}? "
    r"(?:storm\w*|attack\w*|open\w* fire|burst|broke into|enter\w*|blew|detonat\w*|carried out|took part|raided)\b"
)
"""How many dealt a blow: “three masked gunmen stormed the mill”. How many were killed or caught may be fewer, and
“at least three” are no number."""


def conflicting_details(groups: Sequence[Group], scenes: Scenes, situation: Situation) -> Iterable[Contradiction]:
    """Members of a scene that name different vehicles, different things hit, or hours more than a quarter apart;
    or other numbers, over which nobody contests what happened."""
    readers: tuple[tuple[str, Callable[[str], Told | None], str], ...] = (
        ("vehicle", vehicle, "factual"),
        ("hour", hour, "factual"),
        ("thing that was hit", struck, "factual"),
        ("weight of the vehicle", weight, "numeric"),
        ("number of attackers", attackers, "numeric"),
    )
    for group in _tellings(groups, scenes, situation):
        sentences = _by_sentence(group, situation)
        for name, of, kind in readers:
            known = [(_nearest(events, found[1]), found[0]) for text, events in sentences if (found := of(text))]
            yield from _pairs(name, known, kind, situation)


def _tellings(groups: Sequence[Group], scenes: Scenes, situation: Situation) -> Iterable[list[Event]]:
    """The blows and accidents of each scene, with those of the same reports and days that were not merged into it; told
    at its own place."""
    of_report: dict[str, list[Event]] = {}
    for group in groups:
        for event in group:
            if event.kind in CAUSES and event.status in FACTS:
                of_report.setdefault(event.report, []).append(event)
    for scene in sorted({m.id for m in scenes.mains}):
        reports = {r: m for r, m in scenes.of_report.items() if m.id == scene}
        own = [e for r in sorted(reports) for e in of_report.get(r, ()) if scenes.of_event[e.id] == scene]
        beside = [
            e
            for r, main in sorted(reports.items())
            for e in of_report.get(r, ())
            if scenes.of_event[e.id] != scene and _same_days(e, main.days)
        ]
        yield [e for e in (*own, *beside) if not _elsewhere(e, own, situation)]


def _same_days(event: Event, days: Days | None) -> bool:
    """Whether nothing that is known of the days speaks against a scene."""
    own = bounds(event.time)
    return own is None or days is None or overlap(own, days, slack=1)


def _elsewhere(event: Event, group: Group, situation: Situation) -> bool:
    """Whether what is said of an event names places on the map, be it only its country, and none near where most of the
    scene is told."""
    scene = next(iter(most_common(e.place for e in group if e.place)), None)
    claim = situation.claims.get(event.claim or "")
    told = [(c.start, c.end) for c in claim.content] if claim else [(event.sentence.start, event.sentence.end)]
    named = [
        p
        for p in sorted(situation.places_named(event))
        if situation.places[p].precision == "exact"
        and any(a <= s < b for s in situation.named[p, event.report] for a, b in told)
    ]
    named += [event.place] if event.place and situation.placed(event) else []
    if scene is None or not named:
        return False
    gaps = [g for p in named if (g := situation.distance(p, scene)) is not None]
    return bool(gaps) and min(gaps) > ONE_SCENE


def _by_sentence(group: Group, situation: Situation) -> list[tuple[str, list[Event]]]:
    """The events of a group by sentence, in order of telling, each with the sentence's text."""
    told: dict[tuple[int, int], list[Event]] = {}
    for event in sorted(group, key=lambda e: (e.trigger.start, e.id)):
        told.setdefault((situation.rank[event.report], event.sentence.start), []).append(event)
    return [(situation.sentence(events[0]), events) for _, events in sorted(told.items())]


def _nearest(events: Group, at: int) -> Event:
    """The event of a sentence in whose words a detail stands."""
    return min(events, key=lambda e: (abs(e.trigger.start - e.sentence.start - at), e.trigger.start, e.id))


def _pairs(
    name: str, known: Sequence[tuple[Event, Detail]], kind: str, situation: Situation
) -> Iterable[Contradiction]:
    """Pairs that differ, each report in one where others will do, then what is left beside what was shown: of two
    reports the reports, inside one its voices. Of numbers the same two are shown once, whoever repeats them."""

    def order(pair: tuple[Event, Event]) -> tuple[object, ...]:
        claims = sum(side_of(e, situation).type == "claim" for e in pair)
        titles = sum(situation.in_title(e.report, e.trigger.start) for e in pair)
        return (titles, -claims, -_alike(*pair, situation), situation.rank[pair[0].report], pair[0].id, pair[1].id)

    def sides(pair: tuple[Event, Event]) -> set[tuple[str, ...]]:
        here = pair[0].report == pair[1].report
        return {(e.report, situation.voice(e.claim) or "") if here else (e.report,) for e in pair}

    values = {(a, b): frozenset((one, two)) for (a, one), (b, two) in combinations(known, 2) if _differ(one, two)}
    differing = sorted(values, key=order)
    shown: set[tuple[str, ...]] = set()
    numbers: set[frozenset[Detail]] = set()
    for left_over in (False, True):
        for a, b in differing:
            told = sides((a, b))
            if (told - shown if left_over else not told & shown) and values[a, b] not in numbers:
                shown |= told
                numbers |= {values[a, b]} if kind == "numeric" else set()
                why = f"the {name} differs: {quote(a, situation)} and {quote(b, situation)}"
                yield contradict(side_of(a, situation), side_of(b, situation), why, kind, situation)


def _alike(a: Event, b: Event, situation: Situation) -> float:
    """The share of rare words that two sentences share."""
    one, two = stems(situation.sentence(a)), stems(situation.sentence(b))
    less = min(situation.wording.weight(one), situation.wording.weight(two))
    return situation.wording.weigh(one & two) / less if less else 0.0


def vehicle(text: str) -> Told | None:
    """The vehicle that carried a bomb."""
    match = VEHICLE.search(text)
    if match is None:
        return None
    name = next(g for g in match.groups() if g).lower()
    return SAME_VEHICLE.get(name, name), match.start()


def hour(text: str) -> Told | None:
    """Minutes from midnight of the hour at which something began."""
    match = ONSET.search(text)
    if match and not LEARNED.search(text, 0, match.end()):
        twelve, minute, half, plain, rest = match.groups()
        if plain:
            return int(plain) * 60 + int(rest), match.start()
        return (int(twelve) % 12 + (12 if half.lower() == "p" else 0)) * 60 + int(minute or 0), match.start()
    midnight = MIDNIGHT.search(text)
    return (23 * 60, midnight.start()) if midnight else None


def struck(text: str) -> Told | None:
    """What a vehicle was driven into."""
    match = INTO.search(text)
    return ("around" if match[1] else "building", match.start()) if match else None


def weight(text: str) -> Told | None:
    """How heavy a vehicle is, in tons."""
    match = WEIGHT.search(text)
    return (match[1], match.start()) if match else None


def attackers(text: str) -> Told | None:
    """How many dealt a blow, as digits."""
    match = ATTACKERS.search(text)
    if match is None:
        return None
    said = match[1].casefold()
    return str(1 if said in ("lone", "single") else CARDINALS.get(said, said)), match.start()


def _differ(one: Detail, two: Detail) -> bool:
    if isinstance(one, int) and isinstance(two, int):
        return 15 < abs(one - two) < 24 * 60 - 15
    return one != two
