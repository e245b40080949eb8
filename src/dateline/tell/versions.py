"""reports, origins -> Version: articles that an outlet changed after printing them, and the sentences that changed."""

from collections.abc import Iterable

from dateline.model import Change, Origin, Record, Report


class Version(Record, frozen=True):
    """Two states of one article: report ids, and the changes between them with `a` in the older. `ordered`: their dates
    say which is the older; if not, the order is that of the list of reports."""

    older: str
    newer: str
    changes: tuple[Change, ...]
    ordered: bool


def find_versions(reports: Iterable[Report], origins: Iterable[Origin]) -> list[Version]:
    """Each changed article with the state just before it, in order of publication."""
    known_as = {r.id: r for r in reports}
    places = {r.id: n for n, r in enumerate(sorted(known_as.values(), key=published))}
    before: dict[str, Version] = {}
    for link in (link for origin in origins for link in origin.evidence if link.version):
        if link.a not in places or link.b not in places:
            continue
        older, newer = sorted((link.a, link.b), key=places.__getitem__)
        changes = link.changes if older == link.a else tuple(Change(a=c.b, b=c.a) for c in link.changes)
        known = before.get(newer)
        if known is None or places[older] > places[known.older]:
            ordered = known_as[older].published.value != known_as[newer].published.value
            before[newer] = Version(older=older, newer=newer, changes=changes, ordered=ordered)
    return sorted(before.values(), key=lambda v: places[v.newer])


def published(report: Report) -> tuple[str, str, str]:
    """Sorts reports as a reader counts them: as published, undated ones last."""
    return (report.published.value or "~", report.path or "", report.id)
