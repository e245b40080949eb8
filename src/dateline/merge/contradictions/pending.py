"""events -> factual and temporal contradictions of stage: not yet against done, declared over against going on."""

import re
from collections.abc import Iterable, Sequence

from dateline.merge.contradictions.opposed import RECENT
from dateline.merge.contradictions.sides import contradict, quote, side_of
from dateline.merge.situation import Situation
from dateline.merge.words import stems
from dateline.model import Contradiction, Event, Side
from dateline.model.edtf import bounds
from dateline.model.kinds import BLOWS

Group = Sequence[Event]

NOT_YET = re.compile(r"(?i)(?:\b(?:not|never)|n['’]t)\s+yet\b|\byet\s+to\b|\bstill\s+(?:not|waiting|to be)\b")
"""What the words before a trigger say of something that others tell as done."""

UNCLEAR = re.compile(
    r"(?i)\b(?:unclear|not (?:immediately )?(?:clear|known)|unknown|uncertain)\b[^.;]{0,40}\b(?:whether|if)\b"
)
MOVES = frozenset(
    {"evacuation", "displacement", "withdrawal", "arrival", "concession", "surrender", "deployment", "aid"}
)
"""Kinds that tell of people on the move or let go: two writers name one movement by different kinds."""

OVER = re.compile(
    r"(?i)\b(?:declar|proclaim|announc|claim)\w*\b[^.;]{0,50}\b(?:victory|liberat\w+|defeat\w*|full control)\b"
    r"|\b(?:fully|completely|totally)\s+(?:liberated|defeated|captured|retaken|recaptured|cleared|eliminated)\b"
)
"""Words of a victory that is told as complete."""

GOES_ON = frozenset({"ongoing", "happened"})


def still_pending(situation: Situation) -> Iterable[Contradiction]:
    """A movement that one report says has not yet begun, or may not have, and another dates before that report; each
    statement is shown once where others will do. The sides are the events: the claims around them often say more."""
    done = [
        e for e in situation.resolution.events
        if e.kind in MOVES and e.status == "happened" and bounds(e.time) and situation.dated(e)
        and not NOT_YET.search(_lead_up(e, situation))
    ]  # fmt: skip
    used: set[str] = set()
    shown: set[tuple[str, int]] = set()
    for event in sorted(situation.resolution.events, key=lambda e: (situation.rank[e.report], e.trigger.start, e.id)):
        at = (event.report, event.sentence.start)
        published = situation.published(event.report)
        if event.kind not in MOVES or at in shown or published is None or not _open(event, situation):
            continue
        fits = [
            (other.id in used, -_shared(event, other, situation), _to_place(other, event, situation), other.id, other)
            for other in done
            if other.report != event.report
            and (days := bounds(other.time))
            and days[1] < published[0]
            and (published[0] - days[1]).days <= RECENT
            and situation.places_named(event) & situation.places_named(other)
        ]
        if not fits:
            continue
        other = min(fits)[4]
        used.add(other.id)
        shown.add(at)
        why = f"told as not yet done: {quote(event, situation)}; as done before: {quote(other, situation)}"
        one, two = (Side(type="event", id=e.id) for e in (event, other))
        yield contradict(one, two, why, "factual", situation)


def _open(event: Event, situation: Situation) -> bool:
    before = _lead_up(event, situation)
    return event.status != "planned" and bool(NOT_YET.search(before[-60:]) or UNCLEAR.search(before))


def _lead_up(event: Event, situation: Situation) -> str:
    """The words of its sentence before a trigger."""
    return situation.reports[event.report].text[event.sentence.start : event.trigger.start]


def _to_place(event: Event, other: Event, situation: Situation) -> int:
    """Characters from a trigger to the nearest name of a place that another event's sentence names too."""
    shared = situation.places_named(event) & situation.places_named(other)
    starts = [s for p in shared for s in situation.named[p, event.report]]
    return min((abs(s - event.trigger.start) for s in starts), default=0)


def _shared(a: Event, b: Event, situation: Situation) -> float:
    return situation.wording.weigh(stems(situation.sentence(a)) & stems(situation.sentence(b)))


def declared_over(situation: Situation) -> Iterable[Contradiction]:
    """A victory told as complete, and fighting at the same place that a later report dates after it."""
    fights = [e for e in situation.resolution.events if e.kind in BLOWS and e.status in GOES_ON and situation.dated(e)]
    shown: set[tuple[str, int]] = set()
    for event in sorted(situation.resolution.events, key=lambda e: (situation.rank[e.report], e.trigger.start, e.id)):
        at = (event.report, event.sentence.start)
        days = bounds(event.time)
        if at in shown or event.status != "happened" or days is None or not OVER.search(situation.sentence(event)):
            continue
        for other in fights:
            later = bounds(other.time)
            if (
                other.report != event.report
                and later
                and later[0] > days[1]
                and situation.places_named(event) & situation.places_named(other)
            ):
                shown.add(at)
                why = f"told as over: {quote(event, situation)}; as going on later: {quote(other, situation)}"
                yield contradict(side_of(event, situation), side_of(other, situation), why, "temporal", situation)
                break
