"""Account -> the part of it that was asked for: by time, place, kind, actor, grade and story."""

from datetime import date

from msgspec.structs import replace

from dateline.errors import InputError
from dateline.model import Account, Happening, Record, kinds
from dateline.model.edtf import bounds
from dateline.tell.export.view import View

GRADES = ("corroborated", "single_source", "contested", "unattributed")


class Filter(Record, frozen=True):
    """What to keep; null keeps all. `since`, `until`: days (EDTF); `place`, `actor`: a part of a name, or for a place
    a country's ISO code; `kind`: an event kind or a group of kinds."""

    since: str | None = None
    until: str | None = None
    place: str | None = None
    kind: str | None = None
    actor: str | None = None
    grade: str | None = None
    story: str | None = None

    def check(self) -> None:
        """Raise InputError for a value that could never match."""
        for name, value in (("since", self.since), ("until", self.until)):
            if value and bounds(value) is None:
                raise InputError(f"--{name} {value!r} is no date; write it as 2031-04-16, 2031-04 or 2031")
        if self.grade and self.grade not in GRADES:
            raise InputError(f"--grade {self.grade!r} is no grade; choose one of: {', '.join(GRADES)}")
        known = {*kinds(), *(k.group for k in kinds().values())}
        if self.kind and self.kind not in known:
            raise InputError(f"--kind {self.kind!r} is no event kind; choose one of: {', '.join(sorted(known))}")

    @property
    def empty(self) -> bool:
        """Whether everything is kept."""
        return self == Filter()


def keep(account: Account, chosen: Filter) -> Account:
    """The account with only the happenings that match, and what rests on them: their events, figures, series, claims
    and timeline. Reports, entities and places stay whole, so that every reference resolves."""
    if chosen.empty:
        return account
    view = View(account)
    happenings = [h for h in account.happenings if _matches(view, h, chosen)]
    ids = {h.id for h in happenings}
    events = {e for h in happenings for e in h.events}
    series = [s for s in account.series if s.happening in ids]
    figures = {m for s in series for m in s.members}
    figures |= {f for e in account.events if e.id in events for f in e.figures}
    claims = {e.claim for e in account.events if e.id in events and e.claim}
    claims |= {f.claim for f in account.figures if f.id in figures and f.claim}
    told = ids | {s.id for s in series}
    kept = events | figures | claims
    return replace(
        account,
        happenings=tuple(happenings),
        events=tuple(e for e in account.events if e.id in events),
        series=tuple(series),
        figures=tuple(f for f in account.figures if f.id in figures),
        claims=tuple(c for c in account.claims if c.id in claims),
        contradictions=tuple(c for c in account.contradictions if c.a.id in kept and c.b.id in kept),
        timeline=tuple(t for t in account.timeline if t.happening in ids),
        brief=tuple(b for b in account.brief if told & set(b.refs)),
    )


def _matches(view: View, happening: Happening, chosen: Filter) -> bool:
    if chosen.story and happening.story != chosen.story:
        return False
    if chosen.grade and happening.grade != chosen.grade:
        return False
    if chosen.kind and chosen.kind not in (happening.kind, kinds()[happening.kind].group):
        return False
    if chosen.actor and not any(
        chosen.actor.casefold() in view.name(a).casefold() for a in (*happening.actors, *happening.targets)
    ):
        return False
    if chosen.place and not _placed(view, happening, chosen.place):
        return False
    return _in_time(happening, chosen)


def _placed(view: View, happening: Happening, wanted: str) -> bool:
    place = view.places.get(happening.place or "")
    if place is not None and wanted.upper() == place.country:
        return True
    names = [view.name(happening.place), *((place.name, place.admin1 or "") if place else ())]
    return any(wanted.casefold() in n.casefold() for n in names)


def _in_time(happening: Happening, chosen: Filter) -> bool:
    if not chosen.since and not chosen.until:
        return True
    first, last = bounds(happening.start), bounds(happening.end or happening.start)
    if first is None or last is None:
        return False
    since = bounds(chosen.since)
    until = bounds(chosen.until)
    return (since[0] if since else date.min) <= last[1] and first[0] <= (until[1] if until else date.max)
