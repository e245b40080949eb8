"""groups -> contradictions of account: other days, other doers."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from dateline.merge.contradictions.sides import contradict, quote, side_of
from dateline.merge.distances import ONE_SCENE
from dateline.merge.happenings.clues import clue_of
from dateline.merge.namings import lemma
from dateline.merge.series.scenes import Scenes
from dateline.merge.situation import Situation
from dateline.merge.words import head, stems
from dateline.model import Contradiction, Entity, Event
from dateline.model.edtf import bounds, overlap, width
from dateline.model.kinds import BLOWS

Group = Sequence[Event]

BESIDE = 25
"""Characters before a trigger within which its doer stands, where two reports are to differ on the doer."""

CAUSE = re.compile(r"(?i)\b(?:retaliat\w*|revenge|reprisal\w*|aveng\w*|response|respond\w*|retribution)\b")
"""Words by which two sentences give one earlier blow as the reason of one later."""

FORTNIGHT = 21
"""Days within which two such reasons can be one blow."""


def conflicting_accounts(groups: Sequence[Group], situation: Situation) -> Iterable[Contradiction]:
    """Where reports of one happening differ on the day or the doer."""
    for group in groups:
        told = sorted(group, key=lambda e: (situation.rank[e.report], e.trigger.start))
        yield from _days(told, situation)
        if any(e.kind in BLOWS for e in told):
            yield from _doers(told, situation)


def _days(told: Group, situation: Situation) -> Iterable[Contradiction]:
    """Members of two reports whose days share none, each report once. Two days side by side are left to time zones;
    several of a kind have several days, and “about two weeks ago” is no day."""
    known = [
        (e, days)
        for e in told
        if (days := bounds(e.time)) and width(days) <= 40 and e.status == "happened" and situation.dating.is_own(e)
        and "~" not in (e.time or "") and True not in clue_of(e, situation).plural
    ]  # fmt: skip
    shown: set[str] = set()
    for (a, one), (b, two) in combinations(known, 2):
        vague = max(width(one), width(two)) > 1
        if a.report == b.report or b.report in shown or a.kind != b.kind or not vague or overlap(one, two):
            continue
        if abs((one[0] - two[0]).days) > FORTNIGHT or not _same_place(a, b, situation):
            continue
        shown.add(b.report)
        why = f"dated {a.time}: {quote(a, situation)}; dated {b.time}: {quote(b, situation)}"
        yield contradict(side_of(a, situation), side_of(b, situation), why, "temporal", situation)


def conflicting_tellings(told: Sequence[Group], scenes: Scenes, situation: Situation) -> Iterable[Contradiction]:
    """Where reports differ on an earlier blow that was not merged because they do: of one kind, at one named place, the
    only one of its kind there in each report, and nobody's main matter."""
    mains = {m.id for m in scenes.mains}
    alike: dict[str, list[Event]] = {}
    for group in told:
        for event in group:
            earlier = event.kind in BLOWS and scenes.of_event[event.id] not in mains
            if earlier and event.place and situation.placed(event):
                alike.setdefault(event.kind, []).append(event)
    for _, events in sorted(alike.items()):
        for place in sorted({e.place for e in events if e.place}):
            near = [e for e in events if e.place and _within(e.place, place, situation)]
            by_report: dict[str, set[str]] = {}
            for event in near:
                by_report.setdefault(event.report, set()).add(scenes.of_event[event.id])
            single = sorted(
                (e for e in near if len(by_report[e.report]) == 1),
                key=lambda e: (situation.rank[e.report], e.trigger.start),
            )
            yield from _doers(single, situation)
            yield from _weeks(single, situation)


def _within(a: str, b: str, situation: Situation) -> bool:
    gap = situation.distance(a, b)
    return gap is not None and gap <= ONE_SCENE


def _weeks(told: Group, situation: Situation) -> Iterable[Contradiction]:
    """Those that name weeks apart for a blow that both give as the reason of the same deed, each report once."""
    known = [
        (e, days)
        for e in told
        if (days := bounds(e.time)) and width(days) > 1 and CAUSE.search(situation.sentence(e))
        if situation.dating.is_own(e)
    ]
    shown: set[str] = set()
    for (a, one), (b, two) in combinations(known, 2):
        near = abs((one[0] - two[0]).days) <= FORTNIGHT and max(width(one), width(two)) <= FORTNIGHT
        if a.report != b.report and b.report not in shown and near and not overlap(one, two):
            shown.add(b.report)
            why = f"dated {a.time}: {quote(a, situation)}; dated {b.time}: {quote(b, situation)}"
            yield contradict(side_of(a, situation), side_of(b, situation), why, "temporal", situation)


def _same_place(a: Event, b: Event, situation: Situation) -> bool:
    """Whether two sentences name one place, no country: the least by which a reader sees that they tell one blow."""
    return any(
        _within(p, q, situation)
        for p in situation.places_named(a, regions=True)
        for q in situation.places_named(b, regions=True)
    )


def _doers(told: Group, situation: Situation) -> Iterable[Contradiction]:
    """Members of the same days that name different bodies as doing it: each two bodies once inside one report, once
    across."""
    known = [(e, w) for e in told if e.status == "happened" and (w := _doer(e, situation))]
    known.sort(key=lambda k: side_of(k[0], situation).type != "claim")
    shown: set[tuple[bool, frozenset[str]]] = set()
    for (a, one), (b, two) in combinations(known, 2):
        key = (a.report == b.report, frozenset((one.id, two.id)))
        if a.kind != b.kind or key in shown or _called(one) & _called(two) or not _of_one_time(a, b, situation):
            continue
        if _same_place(a, b, situation) and not _others_killed(a, b):
            shown.add(key)
            why = f"done by {one.name}: {quote(a, situation)}; by {two.name}: {quote(b, situation)}"
            yield contradict(side_of(a, situation), side_of(b, situation), why, "attribution", situation)


def _others_killed(a: Event, b: Event) -> bool:
    """Whether the two killed others: the one “the pilot”, the other “scores”."""
    if any(lemma(e.trigger.text) != "kill" for e in (a, b)):
        return False
    one, two = (head(e.target.text) if e.target and e.target.text else "" for e in (a, b))
    return bool(one and two) and one != two


def _called(body: Entity) -> frozenset[str]:
    """The stems of all that a body is called: “Marra” and “Marran” lead to the Marran army."""
    return stems(" ".join([body.name, *(m.text for m in body.mentions if m.form in ("name", "demonym"))]))


def _of_one_time(a: Event, b: Event, situation: Situation) -> bool:
    """Whether nothing that is known of two events' days speaks against one, and their reports are of one week."""
    one, two = bounds(a.time), bounds(b.time)
    if one and two and not overlap(one, two, slack=1):
        return False
    news, other = situation.published(a.report), situation.published(b.report)
    return news is None or other is None or overlap(news, other, slack=WEEK)


def _doer(event: Event, situation: Situation) -> Entity | None:
    """The body that acts: the one state, force or group named in the words for who acts, just before the trigger: “US
    aircraft carried out strikes”. Two named did it together; who only leads or backs a force is not it, nor a
    country its rebels; and what a pronoun stands for is a guess."""
    actor = event.actor
    if actor is None or actor.start is None or actor.end is None:
        return None
    if not 0 <= event.trigger.start - actor.end <= BESIDE:
        return None
    text = situation.reports[event.report].text
    named = [
        e
        for e, m in situation.mentions.get(event.report, ())
        if actor.start <= m.start and m.end <= actor.end and m.form in ("name", "demonym")
        if (e.type in ("org", "group") or situation.is_country(e.id)) and not LEADS.match(text, m.end)
        if not (m.form == "demonym" and REBELS.match(text, m.end))
    ]
    return named[0] if len({e.id for e in named}) == 1 else None


LEADS = re.compile(r"(?i)[- ](?:led|backed|supported|allied|sponsored)\b")
"""What a body does for the force that acts."""

REBELS = re.compile(r"(?i)[- ](?:opposition|rebels?|insurgents?|separatists?|militants?|dissidents?)\b")
"""Who is of a country and not for its state: “Marran rebels”."""

WEEK = 7
"""Days between two reports within which they may differ on one deed."""
