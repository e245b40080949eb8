"""events -> Happening: the fields of a group of mentions, merged."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date

from dateline.merge.begun import LONG_AGO
from dateline.merge.commonest import most_common
from dateline.merge.happenings.clues import ZONES, clue_of
from dateline.merge.happenings.doers import doers
from dateline.merge.happenings.summary import summarize
from dateline.merge.happenings.triggers import main_kind, tells_several
from dateline.merge.judged import Decisions
from dateline.merge.situation import Situation
from dateline.merge.support import Backing, entities_of
from dateline.model import FACTS, Contradiction, Event, Happening, Status, make_id
from dateline.model.edtf import Days, bounds, overlap, precision, width

STATUS_ORDER: tuple[Status, ...] = ("happened", "ongoing", "planned", "hypothetical", "negated")
BACKGROUND = 3
"""Days before the story begins: what ended earlier is background, unless the reports lead with that day; what ended
longer ago than LONG_AGO is in any case."""


def happening_id(events: Sequence[Event]) -> str:
    """The id of a happening: made of its smallest event id, so that later members do not change it."""
    return make_id("h", min(e.id for e in events))


def build_happening(
    events: Sequence[Event], situation: Situation, decisions: Decisions, contradictions: Sequence[Contradiction]
) -> Happening:
    """The happening of some mentions that are one. `contradictions`: those with a side among them."""
    backing = Backing(events, situation)
    when = _time(events, situation)
    place = _place(events, situation)
    days = bounds(when)
    summary, told = summarize(events, situation)
    contested = any(x.kind != "numeric" for x in contradictions)
    start, end = (when.split("/") if when and "/" in when else (when, when)) if when else (None, None)
    return Happening(
        id=happening_id(events),
        kind=main_kind(events),  # type: ignore[arg-type]
        summary=summary,
        start=start,
        end=end,
        precision=precision(when),
        place=place,
        actors=_parties(doers(events, situation), events),
        targets=_parties([e.target.entity for e in events if e.target], events),
        events=tuple(sorted(e.id for e in events)),
        support=backing.support(),
        grade=decisions.grade(e.id for e in events) or backing.grade(contested=contested),
        conflicts=tuple(sorted(x.id for x in contradictions)),
        status=_status(events, situation),
        story=situation.dossier.story.id,
        voices=entities_of(backing.voices, situation),
        originals=tuple(sorted(backing.origins)),
        place_precision=situation.places[place].precision if place in situation.places else None,
        stages=_stages(events, situation),
        background=_is_background(days, situation) if days else _is_ground(events, situation),
        told=told,
    )


def _is_ground(events: Iterable[Event], situation: Situation) -> bool:
    """Whether all mentions are of a war or of a measure that stands: the ground on which the news happens."""
    return all(clue_of(e, situation).state in ("war", "in force") for e in events)


def _is_background(days: Days, situation: Situation) -> bool:
    """Whether what ended on the last of some days is the story's background. Reports that come out weeks after what
    they are about begin with it."""
    age = (situation.begun - days[1]).days if situation.begun else 0
    return age > BACKGROUND and (age > LONG_AGO or days not in situation.led)


def _time(events: Sequence[Event], situation: Situation) -> str | None:
    """The time most reports give, from sentences that say it where there are any; but where one report alone says it,
    and several others tell it of another day that they name, that one. Several of a kind (“the deals of recent months”)
    a war and what something is likened to have no day but their own, what is in force has none; and nothing begins
    after another report told it as a fact."""
    sure = {e.id for e in events if situation.dating.is_own(e)}
    clues = {e.id: clue_of(e, situation) for e in events}
    events = [e for e in events if clues[e.id].state != "in force" and (e.id in sure or not clues[e.id].likened)]
    sure &= {e.id for e in events}
    if not sure and (_goes_on(events, situation) or all(tells_several(e, situation) for e in events)):
        return None
    known = _first_known(events, situation)
    fitting = [
        e
        for e in events
        if (days := bounds(e.time))
        if e.status == "ongoing" or all(days[0] - day <= ZONES for day, report in known if report != e.report)
    ]
    said = _given(e for e in fitting if not sure or e.id in sure)
    best = _most_given(said)
    if best is None:
        return None
    alone = {r for r, t in said if t == best}
    others = {(r, t) for r, t in _given(fitting) if r not in alone and (r, bounds(t)) in situation.dating.timed}
    other = _most_given(others) if sure and len(alone) == 1 else None
    if other and not _meet(best, other) and len(_backers(other, others)) >= OUTVOTING:
        best = other
    return best.split("T")[0]


def _goes_on(events: Iterable[Event], situation: Situation) -> bool:
    """Whether a war or a campaign is told, with nothing but what goes on in it."""
    states = {clue_of(e, situation).state or e.status for e in events}
    return not states.isdisjoint(("war", "campaign")) and "happened" not in states


OUTVOTING = 3
"""Reports that name another day against one that gives a day to what it tells."""


def _given(events: Iterable[Event]) -> set[tuple[str, str]]:
    """The times of some mentions, each with the report that gives it."""
    return {(e.report, e.time) for e in events if e.time}


def _most_given(given: Set[tuple[str, str]]) -> str | None:
    """The time that most reports give; a day inside a wider span counts for both; among equals the narrower."""
    days = {value: known for _, value in given if (known := bounds(value))}
    return min(days, key=lambda v: (-len(_backers(v, given)), width(days[v]), v), default=None)


def _backers(value: str, given: Set[tuple[str, str]]) -> set[str]:
    """The reports that give a time, or one that lies in it."""
    days = bounds(value)
    return {r for r, t in given if days and (other := bounds(t)) and other[0] <= days[0] and days[1] <= other[1]}


def _meet(a: str, b: str) -> bool:
    """Whether two times have a day in common."""
    one, two = bounds(a), bounds(b)
    return bool(one and two and overlap(one, two))


def _first_known(events: Sequence[Event], situation: Situation) -> list[tuple[date, str]]:
    """When the first two reports that tell it as a fact came out: there is no third without them."""
    facts = {e.report for e in events if e.status in FACTS}
    return sorted((p[1], r) for r in facts if (p := situation.published(r)))[:2]


def _place(events: Sequence[Event], situation: Situation) -> str | None:
    """The place most reports give; among equals the more precise."""
    sure = [e for e in events if situation.placed(e)]
    given = Counter(p for _, p in {(e.report, e.place) for e in sure or events if e.place})
    order = ("exact", "near", "district", "region", "country", None)

    def standing(place: str) -> tuple[int, int, str]:
        known = situation.places.get(place)
        return (-given[place], order.index(known.precision if known else None), place)

    return min(given, key=standing, default=None)


def _parties(entities: Sequence[str | None], events: Sequence[Event]) -> tuple[str, ...]:
    """Entities by how often they fill the role; of a happening with many mentions, those named more than once."""
    counts = Counter(e for e in entities if e)
    floor = 2 if len(events) > 5 and counts and max(counts.values()) > 1 else 1
    return tuple(e for e in most_common(e for e in entities if e) if counts[e] >= floor)


def _status(events: Sequence[Event], situation: Situation) -> Status:
    """The status in the latest report that tells of it; what happened outweighs what was planned there."""
    last = max(situation.rank[e.report] for e in events)
    latest = {e.status for e in events if situation.rank[e.report] == last}
    told = {e.status for e in events}
    if "happened" in told and latest <= {"planned", "hypothetical"}:
        return "happened"
    return next(s for s in STATUS_ORDER if s in latest)


def _stages(events: Sequence[Event], situation: Situation) -> tuple[str, ...]:
    """The first event of each change of status, in order of time: planned, begun, over. Empty when it never changes."""

    def order(event: Event) -> tuple[object, ...]:
        days = bounds(event.time)
        day = days[0].isoformat() if days else (event.time or "9999")
        return (situation.rank[event.report], -STATUS_ORDER.index(event.status), day, event.trigger.start)

    stages: list[Event] = []
    for event in sorted(events, key=order):
        if not stages or stages[-1].status != event.status:
            stages.append(event)
    return tuple(e.id for e in stages) if len(stages) > 1 else ()
