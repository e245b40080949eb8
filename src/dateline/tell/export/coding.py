"""View -> Incident: what a coder would write, one incident a kind, pair of actors, named place and day.

Rules of ACLED's codebook that UCDP and POLECAT sheets here share: only what happened is coded; one event per type,
actors, place and day reported active; days between reports are never filled; an air strike or shelling inside a ground
battle is that battle, an air strike beats shelling, an attack beats an abduction. What is not coded is kept, with the
reason, for the coding notes.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateline.model import FACTS, Figure, Happening, Place, Report, Series, kinds
from dateline.model.edtf import bounds, overlap
from dateline.model.kinds import BLOWS
from dateline.tell.export.codebook import Day, coded_day
from dateline.tell.export.view import View

ABSORBS = {"armed_clash": ("air_strike", "shelling"), "air_strike": ("shelling",), "attack": ("abduction",)}
PARTIES = frozenset({"person", "org", "group"})
"""Entities that can do what these codebooks code: a cyclone or a river cannot."""
STRUCK = BLOWS - {"armed_clash"}
"""Kinds of one blow, that goes on over no night as fighting does."""
BLIND = frozenset({"destruction", "coercion"})
"""Kinds of harm that a storm does as well as a party: damage, and people cut off."""
_DEATHS = ("killed", "died")


class Share(NamedTuple):
    """The part of a count that falls on one incident: the figure, and over how many incidents it is divided."""

    figure: Figure
    parts: int
    first: bool

    def of(self, number: int | None) -> int | None:
        """This incident's part of a number; the remainder goes to the first day (ACLED)."""
        if number is None:
            return None
        return number // self.parts + (number % self.parts if self.first else 0)


class Incident(NamedTuple):
    """One coded event. `deaths` are the figures of its toll, the lowest that holds first."""

    key: str
    happening: Happening
    day: Day
    place: Place
    actor: str
    target: str
    reports: tuple[Report, ...]
    deaths: tuple[Share, ...]
    notes: tuple[str, ...]


class Uncoded(NamedTuple):
    """A happening that no incident was coded for, and why."""

    happening: Happening
    reason: str


def find_incidents(view: View) -> tuple[list[Incident], list[Uncoded]]:
    """The incidents of an account by place and day, and the happenings left out."""
    coded: list[tuple[Happening, Day, int, int]] = []
    left: list[Uncoded] = []
    for happening in sorted(view.happenings.values(), key=lambda h: h.id):
        reason = _uncodable(view, happening)
        if reason:
            left.append(Uncoded(happening, reason))
            continue
        days = _active_days(view, happening)
        coded += [(happening, day, i, len(days)) for i, day in enumerate(days)]
    kept = list(_one_a_day(view, coded, left))
    return sorted(kept, key=lambda i: (i.day.day, i.key)), left


def _uncodable(view: View, happening: Happening) -> str | None:
    kind = kinds()[happening.kind]
    if kind.acled is None:
        return f"the kind {happening.kind} has no event type of its own"
    if happening.status not in FACTS:
        return f"it is {happening.status}: only what happened is coded"
    actors = [view.entities[a].type for a in happening.actors if a in view.entities]
    if actors and not set(actors) & PARTIES:
        return "what acts is no party but a force of nature or a place"
    if not actors and _by_nature(view, happening):
        return "no report says who did it, and it is told with a disaster or an accident"
    place = view.place(happening.place)
    if place is None:
        return "no place is known"
    if place.precision == "country":
        return "the place is known to country level only"
    return None if coded_day(happening.start) or _active_days(view, happening) else "no day is known"


def _by_nature(view: View, happening: Happening) -> bool:
    """Whether damage that nobody is said to do is a disaster's: each sentence that tells it tells of one, or one befell
    the same place in those days. ACLED codes what parties do, whatever its name for a kind."""
    told = [(e.report, e.sentence.start) for i in happening.events if (e := view.events.get(i))]
    if told and all(where in view.disasters for where in told):
        return True
    days = bounds(f"{happening.start}/{happening.end or happening.start}") if happening.start else None
    befell = view.disaster_days.get(happening.place or "", ())
    return happening.kind in BLIND and days is not None and any(overlap(days, other) for other in befell)


def _active_days(view: View, happening: Happening) -> list[Day]:
    """The days the happening is reported active: those its events name; else its own start. What was some time in one
    week or month has no day, whatever day a report carried over to it; a blow settled on one day was on no other, where
    some reports put it beside (the next morning, by another clock)."""
    own = coded_day(happening.start) if happening.end in (None, happening.start) else None
    if own and (own.acled > 1 or happening.kind in STRUCK):
        return [own]
    named = {e.time for i in happening.events if (e := view.events.get(i)) and e.time}
    days = {d.day: d for value in sorted(named) if (d := coded_day(value)) and d.acled == 1}
    if days:
        return [days[d] for d in sorted(days)]
    span = happening.start if happening.end in (None, happening.start) else f"{happening.start}/{happening.end}"
    day = coded_day(span)
    return [day] if day else []


def _one_a_day(view: View, coded: list[tuple[Happening, Day, int, int]], left: list[Uncoded]) -> Iterator[Incident]:
    by_spot: dict[tuple[str, date], list[tuple[Happening, Day, int, int]]] = defaultdict(list)
    for row in coded:
        by_spot[(row[0].place or "", row[1].day)].append(row)
    for spot in sorted(by_spot):
        rows = by_spot[spot]
        present = {h.kind for h, *_ in rows}
        absorbed = {k for strong in present for k in ABSORBS.get(strong, ())}
        groups: dict[tuple[str, str, str], list[tuple[Happening, Day, int, int]]] = defaultdict(list)
        for row in rows:
            happening = row[0]
            if happening.kind in absorbed:
                left.append(Uncoded(happening, f"it is part of a stronger event at the same place and day ({spot[1]})"))
                continue
            actor, target = _sides(view, happening)
            groups[(happening.kind, actor, target)].append(row)
        for (_, actor, target), same in sorted(groups.items()):
            yield _incident(view, actor, target, same)


def _sides(view: View, happening: Happening) -> tuple[str, str]:
    actors, targets = (sorted(ids, key=view.name) for ids in (happening.actors, happening.targets))
    return view.names(actors), view.names(targets)


def _incident(view: View, actor: str, target: str, rows: list[tuple[Happening, Day, int, int]]) -> Incident:
    happening, day, index, parts = rows[0]
    place = view.place(happening.place)
    assert place is not None
    notes = [day.rule]
    if parts > 1:
        notes.append(f"reported active on {parts} days; totals are divided, the remainder to the first")
    if len(rows) > 1:
        notes.append(f"{len(rows)} happenings of one type, actors, place and day are one event")
    deaths = [Share(f, parts, index == 0) for row in rows for f in tolls(view, row[0])]
    reports = {r.id: r for row in rows for r in view.reports_of(row[0])}
    return Incident(
        key=f"{happening.id}-{day.day.isoformat()}",
        happening=happening,
        day=day,
        place=place,
        actor=actor,
        target=target,
        reports=tuple(sorted(reports.values(), key=lambda r: (r.published.value or "9999", r.id))),
        deaths=tuple(deaths),
        notes=tuple(notes),
    )


def tolls(view: View, happening: Happening) -> list[Figure]:
    """The figures of a happening's dead that still stand, latest of each series first: parts of a total ("of them 68
    children") are other series and never added."""
    series = [s for s in view.series_of.get(happening.id, []) if s.what in _DEATHS]
    if not series:
        return []
    widest = max(series, key=lambda s: (len(s.members), s.id))
    return _standing(view, widest)


def _standing(view: View, series: Series) -> list[Figure]:
    """The latest member and those that agree with it: an evolving toll replaces its own past."""
    members = [view.figures[m] for m in series.members if m in view.figures]
    latest = view.figures.get(series.latest or "") or (members[-1] if members else None)
    if latest is None:
        return []
    replaced = {
        r.a if r.b == latest.id else r.b
        for r in series.relations
        if latest.id in (r.a, r.b) and r.relation == "evolves"
    }
    return [latest, *(m for m in members if m.id != latest.id and m.id not in replaced)]
