"""Account × moment -> what later reports changed: counts replaced or added, happenings and voices that are new."""

from dateline.model import Account, Figure, Record


class Changed(Record, frozen=True):
    """A series whose latest count is another than it was; `before` None: nobody had counted."""

    series: str
    label: str
    before: Figure | None
    after: Figure


class Changes(Record, frozen=True):
    """What reports published after `since` brought. Ids of reports, happenings and entities."""

    since: str
    reports: tuple[str, ...]
    counts: tuple[Changed, ...]
    unchanged: tuple[str, ...]
    happenings: tuple[str, ...]
    voices: tuple[str, ...]


def changes_since(account: Account, since: str) -> Changes:
    """What changed after the end of the day `since`. An undated report counts as known before."""
    day = {r.id: (r.published.value or "")[:10] for r in account.reports}
    late = {r for r, published in day.items() if published > since}
    figures = {f.id: f for f in account.figures}
    counts, unchanged = [], []
    for series in account.series:
        members = [figures[m] for m in series.members if m in figures]
        before = [f for f in members if f.report not in late]
        after = [f for f in members if f.report in late]
        if not after:
            continue
        now = figures.get(series.latest or "", after[-1])
        now = now if now.report in late else after[-1]
        same_voice = [f for f in before if f.source == now.source] or before
        old = same_voice[-1] if same_voice else None
        if old is not None and (old.low, old.best, old.high) == (now.low, now.best, now.high):
            unchanged.append(series.id)
        else:
            counts.append(Changed(series=series.id, label=series.label, before=old, after=now))
    report_of = {e.id: e.report for e in account.events}
    fresh = [h.id for h in account.happenings if all(report_of.get(e) in late for e in h.events)]
    heard = {c.source.entity for c in account.claims if c.source and c.source.entity and c.report not in late}
    new = {c.source.entity for c in account.claims if c.source and c.source.entity and c.report in late}
    return Changes(
        since=since,
        reports=tuple(sorted(late)),
        counts=tuple(counts),
        unchanged=tuple(unchanged),
        happenings=tuple(fresh),
        voices=tuple(sorted(new - heard)),
    )
