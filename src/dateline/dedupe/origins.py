"""reports and their links -> Origin: what counts as one source.

Grouped in this order (the independence rule of the conflict codebooks): text taken over, a credited agency, one
publisher. Two reports of one publisher that rest on different agencies stay two origins.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.model import CopyLink, Origin, Report, make_id
from dateline.model.origin import Basis

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
CREDIT_DAYS = 2
"""Reports credited to one agency this near in time are takes of one story."""
CAPTION = 8
"""Words from which a caption is not printed twice by chance."""


def group_origins(reports: Sequence[Report], links: Sequence[CopyLink]) -> tuple[Origin, ...]:
    """The origins of the reports of one story, sorted by id; every report is in exactly one."""
    reports = sorted(reports, key=lambda r: r.id)
    known = {r.id for r in reports}
    joined = [k for k in links if not k.partial and k.a in known and k.b in known]
    joined += [k for k in _credited(reports) if (k.a, k.b) not in {(x.a, x.b) for x in joined}]
    copied = _components([r.id for r in reports], joined)
    alone = [r for r in reports if len(copied[r.id]) == 1]
    joined += [*_published_together(alone), *_without_story(reports)]
    groups = {g[0]: g for g in _components([r.id for r in reports], joined).values()}
    by_id = {r.id: r for r in reports}
    partial = [k for k in links if k.partial and (k.a in known or k.b in known)]  # with reports of other stories too
    return tuple(sorted((_origin([by_id[i] for i in g], joined, partial) for g in groups.values()), key=lambda o: o.id))


def _credited(reports: Sequence[Report]) -> Iterable[CopyLink]:
    """Reports of one story that credit one and the same agency, and no other, on days close together."""
    for i, a in enumerate(reports):
        for b in reports[i + 1 :]:
            if len(a.agencies) == 1 and a.agencies == b.agencies and _days_apart(a, b) <= CREDIT_DAYS:
                yield _link(a, b, "wire_credit", f"both are credited to {a.agencies[0]}")


def _published_together(alone: Sequence[Report]) -> Iterable[CopyLink]:
    """Reports of one publisher with no text or agency in common with others. Where both print the same captions they
    are one whatever agency either names: a gallery goes from page to page."""
    for i, a in enumerate(alone):
        for b in alone[i + 1 :]:
            publisher = _publisher(a)
            if not publisher or publisher != _publisher(b):
                continue
            if not set(a.agencies) ^ set(b.agencies):
                yield _link(a, b, "same_publisher", f"both are published by {publisher}")
            elif _captions(a) & _captions(b):
                yield _link(a, b, "same_publisher", f"both are published by {publisher} and print the same captions")


def _without_story(reports: Sequence[Report]) -> Iterable[CopyLink]:
    """A page without a story (a title above a notice of rights, a player) is no voice of its own: it goes with the
    report of its publisher that is nearest in time."""
    told: dict[str | None, list[Report]] = {}
    empty: list[Report] = []
    for report in reports:
        if any(b.kind == "body" for b in report.blocks):
            told.setdefault(_publisher(report), []).append(report)
        else:
            empty.append(report)
    for page in empty:
        publisher = _publisher(page)
        beside = told.get(publisher) if publisher else None
        if beside:
            nearest = min(beside, key=lambda r: (_days_apart(page, r), r.id))
            a, b = sorted((page, nearest), key=lambda r: r.id)
            yield _link(a, b, "same_publisher", f"both are published by {publisher}, and one of them tells no story")


def _publisher(report: Report) -> str | None:
    """The outlet of a report, or the family of outlets."""
    return report.family or report.outlet


def _captions(report: Report) -> set[str]:
    """The captions of a report that are long enough to be known again."""
    said = (report.text[b.start : b.end].split() for b in report.blocks if b.kind == "caption")
    return {" ".join(words) for words in said if len(words) >= CAPTION}


def _link(a: Report, b: Report, basis: Basis, why: str) -> CopyLink:
    return CopyLink(a=a.id, b=b.id, basis=basis, share_a=0.0, share_b=0.0, why=why)


def _days_apart(a: Report, b: Report) -> int:
    """Days between two reports; an undated one counts as of the first day on which it can have been published."""
    known = [r.published.value or r.published.bounds or "" for r in (a, b)]
    days = [value[:10] for value in known if _DAY.match(value)]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) if len(days) == 2 else 0


def _components(ids: Sequence[str], links: Sequence[CopyLink]) -> dict[str, list[str]]:
    """The members of each report's component, sorted."""
    group = {i: [i] for i in ids}
    for link in links:
        a, b = group[link.a], group[link.b]
        if a is not b:
            a.extend(b)
            for member in b:
                group[member] = a
    return {i: sorted(g) for i, g in group.items()}


def _origin(reports: Sequence[Report], joined: Sequence[CopyLink], partial: Sequence[CopyLink]) -> Origin:
    ids = tuple(r.id for r in reports)
    inside = [k for k in joined if k.a in ids and k.b in ids]
    tree = _spanning(ids, inside)
    bases = {k.basis for k in tree}
    basis: Basis = next((b for b in ("wire_credit", "near_copy", "same_publisher") if b in bases), "single")
    touching = tuple(k for k in partial if (k.a in ids) != (k.b in ids))
    return Origin(
        id=make_id("o", ids[0]),
        reports=ids,
        basis=basis,
        evidence=tuple(sorted((*tree, *touching), key=lambda k: (k.a, k.b))),
        first=_first(reports),
        why="; ".join(dict.fromkeys(k.why for k in tree)),
    )


def _spanning(ids: Sequence[str], links: Sequence[CopyLink]) -> list[CopyLink]:
    """The strongest links that hold the group together: a canonical choice, however many pairs were compared."""
    group = {i: i for i in ids}

    def root(i: str) -> str:
        while group[i] != i:
            i = group[i]
        return i

    tree = []
    for link in sorted(links, key=lambda k: (-max(k.share_a, k.share_b), k.a, k.b)):
        a, b = root(link.a), root(link.b)
        if a != b:
            group[a] = b
            tree.append(link)
    return tree


def _first(reports: Sequence[Report]) -> str | None:
    """The report that published first, where the dates of all of them say so without a tie."""
    if len(reports) == 1:
        return reports[0].id
    dated = sorted((r.published.value, r.id) for r in reports if r.published.value)
    if len(dated) < len(reports):
        return None
    (first, winner), (second, _) = dated[0], dated[1]
    width = min(len(first or ""), len(second or ""))
    return winner if (first or "")[:width] != (second or "")[:width] else None
