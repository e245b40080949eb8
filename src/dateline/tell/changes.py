"""Account, Account -> Changes: what is new, what moved, what was withdrawn, between two accounts or since a moment.

Happenings and series are matched by shared members, not by id: a later report may bring a member that renames them.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from dateline.model import Account, Contradiction, Figure, Happening, Record, Report, Series

Group = TypeVar("Group", Happening, Series)


class Moved(Record, frozen=True):
    """A series whose latest count is another: figures of the older and the newer account. `before` null: nobody had
    counted it; `after` null: no report counts it any more."""

    series: str
    label: str
    before: Figure | None
    after: Figure | None


class Restated(Record, frozen=True):
    """A happening of which something else is known now. `field`: status, grade, start, place or reports."""

    happening: str
    summary: str
    field: str
    before: str | None
    after: str | None


class Revision(Record, frozen=True):
    """One address or file whose text is another: report ids."""

    before: str
    after: str


class Changes(Record, frozen=True):
    """The difference of two accounts. `reports`, `gone`: ids of reports added and removed, but for revisions.
    `happenings`, `lost`: ids of happenings that are new, and that no report tells any more. `denied`: claims in added
    reports that deny something. `disputes`, `settled`: contradictions that appeared and went."""

    reports: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    revised: tuple[Revision, ...] = ()
    happenings: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    restated: tuple[Restated, ...] = ()
    moved: tuple[Moved, ...] = ()
    unmoved: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


def changes(before: Account, after: Account) -> Changes:
    """What the newer account says that the older does not. That a report recalls what was long ago is no change."""
    old, new = {r.id: r for r in before.reports}, {r.id: r for r in after.reports}
    revised = _revisions(old, new)
    added = sorted(set(new) - set(old) - {r.after for r in revised})
    happenings = _match(before.happenings, after.happenings, lambda h: h.events)
    series = _match(before.series, after.series, lambda s: s.members)
    fresh = set(new) - set(old)
    disputes, former = _sides(after.contradictions), _sides(before.contradictions)
    return Changes(
        reports=tuple(added),
        gone=tuple(sorted(set(old) - set(new) - {r.before for r in revised})),
        revised=tuple(revised),
        happenings=tuple(b.id for a, b in happenings if a is None and b is not None and not b.background),
        lost=tuple(a.id for a, b in happenings if b is None and a is not None),
        restated=tuple(x for a, b in happenings if a is not None and b is not None for x in _restated(a, b)),
        moved=tuple(_moved(series, before, after)),
        unmoved=tuple(
            b.id
            for a, b in series
            if a and b and set(a.members) != set(b.members) and not _differs(a, b, before, after)
        ),
        denied=tuple(c.id for c in after.claims if c.stance == "denies" and c.report in fresh),
        disputes=tuple(x.id for key, x in disputes.items() if key not in former),
        settled=tuple(x.id for key, x in former.items() if key not in disputes),
        voices=tuple(sorted(_voices(after) - _voices(before))),
    )


def changes_since(account: Account, moment: str) -> Changes:
    """What reports published after the end of `moment` (an ISO day, or a minute `2017-04-15T18:00`) brought. An undated
    report counts as known before."""
    return changes(_without(account, _later(account, moment)), account)


def changes_between(account: Account, first: str, second: str) -> Changes:
    """What reports published after the end of `first`, up to the end of `second`, brought."""
    return changes_since(_without(account, _later(account, second)), first)


def _later(account: Account, moment: str) -> set[str]:
    return {r.id for r in account.reports if (r.published.value or "")[: len(moment)] > moment}


def _without(account: Account, late: set[str]) -> Account:
    """The account as the reports outside `late` give it: groups keep their other members."""
    events = {e.id for e in account.events if e.report not in late}
    figures = {f.id: f for f in account.figures if f.report not in late}
    claims = {c.id for c in account.claims if c.report not in late}
    kept = events | set(figures) | claims
    happenings = [
        msgspec.structs.replace(h, events=members)
        for h in account.happenings
        if (members := tuple(e for e in h.events if e in events))
    ]
    series = []
    for one in account.series:
        members = tuple(m for m in one.members if m in figures)
        if members:
            series.append(msgspec.structs.replace(one, members=members, latest=_stood(one, members, account)))
    return msgspec.structs.replace(
        account,
        reports=tuple(r for r in account.reports if r.id not in late),
        events=tuple(e for e in account.events if e.id in events),
        figures=tuple(figures.values()),
        claims=tuple(c for c in account.claims if c.id in claims),
        happenings=tuple(happenings),
        series=tuple(series),
        contradictions=tuple(x for x in account.contradictions if {x.a.id, x.b.id} <= kept),
    )


def _stood(series: Series, members: Sequence[str], account: Account) -> str:
    """The count that stood while only some members were known: the last of who gives the latest now, else the last."""
    if series.latest is not None and series.latest in members:
        return series.latest
    source = {f.id: f.source for f in account.figures}
    same = [m for m in members if source.get(m) == source.get(series.latest or "")]
    return (same or members)[-1]


def _revisions(old: dict[str, Report], new: dict[str, Report]) -> list[Revision]:
    """Reports that stand at the same address or path with another text."""

    def places(reports: dict[str, Report]) -> dict[str, str]:
        return {place: r.id for r in reports.values() if (place := r.url or r.path)}

    was, now = places(old), places(new)
    return [
        Revision(before=was[place], after=now[place])
        for place in sorted(was.keys() & now.keys())
        if was[place] != now[place] and was[place] not in new and now[place] not in old
    ]


def _match(
    before: Sequence[Group], after: Sequence[Group], members: Callable[[Group], tuple[str, ...]]
) -> list[tuple[Group | None, Group | None]]:
    """Each newer group with the older one that shares most members, each older one once; then what is gone."""
    home = {m: g for g in before for m in members(g)}
    pairs: list[tuple[Group | None, Group | None]] = []
    taken: set[str] = set()
    for group in sorted(after, key=lambda g: (-len(members(g)), g.id)):
        shared: dict[str, int] = {}
        for member in members(group):
            if member in home and home[member].id not in taken:
                shared[home[member].id] = shared.get(home[member].id, 0) + 1
        best = min(shared, key=lambda i: (-shared[i], i), default=None)
        pairs.append((next((g for g in before if g.id == best), None), group))
        if best is not None:
            taken.add(best)
    present = {m for g in after for m in members(g)}
    pairs += [(g, None) for g in before if g.id not in taken and present.isdisjoint(members(g))]
    return sorted(pairs, key=lambda p: (p[1] or p[0]).id)  # type: ignore[union-attr]


def _restated(before: Happening, after: Happening) -> Iterable[Restated]:
    """The fields of one happening that are other now."""
    for field in ("status", "grade", "start", "place"):
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield Restated(happening=after.id, summary=after.summary, field=field, before=was, after=now)


def _moved(pairs: Iterable[tuple[Series | None, Series | None]], before: Account, after: Account) -> Iterable[Moved]:
    """Series that are new, gone, or whose latest count is another number; what a report recalls of long
    ago is not new."""
    was, now = {f.id: f for f in before.figures}, {f.id: f for f in after.figures}
    for a, b in pairs:
        if (a and b and not _differs(a, b, before, after)) or (a is None and b is not None and b.background):
            continue
        known = b or a
        assert known is not None
        yield Moved(
            series=known.id,
            label=known.label,
            before=was.get(a.latest or "") if a else None,
            after=now.get(b.latest or "") if b else None,
        )


def _differs(a: Series, b: Series, before: Account, after: Account) -> bool:
    """Whether the latest counts are other numbers."""
    was = next((f for f in before.figures if f.id == a.latest), None)
    now = next((f for f in after.figures if f.id == b.latest), None)
    return was is not None and now is not None and (was.low, was.best, was.high) != (now.low, now.best, now.high)


def _sides(contradictions: Iterable[Contradiction]) -> dict[frozenset[str], Contradiction]:
    return {frozenset((x.a.id, x.b.id)): x for x in contradictions}


def _voices(account: Account) -> set[str]:
    return {c.source.entity for c in account.claims if c.source and c.source.entity}
