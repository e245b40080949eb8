"""reports, their links and stories -> Origin: what counts as one source.

Grouped in this order (the independence rule of the conflict codebooks): text taken over, a credited agency, one
publisher. Two reports of one publisher that rest on different agencies stay two origins. Text is taken over whatever it
tells of; an agency or a publisher is one source of one story only, for what it tells of another is other news.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.model import CopyLink, Origin, Report, Story, make_id
from dateline.model.origin import Basis

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
CREDIT_DAYS = 2
"""Reports credited to one agency this near in time are takes of one story."""
CAPTION = 8
"""Words from which a caption is not printed twice by chance."""


def group_origins(reports: Sequence[Report], links: Sequence[CopyLink], stories: Sequence[Story]) -> tuple[Origin, ...]:
    """The origins of the reports of some stories, sorted by id. Every report that tells a story is in exactly one; a
    page that tells none is no original."""
    reports = sorted(reports, key=lambda r: r.id)
    known = {r.id for r in reports}
    joined = [k for k in links if not k.partial and k.a in known and k.b in known]
    by_id = {r.id: r for r in reports}
    by_story = [[by_id[r] for r in story.reports if r in by_id] for story in stories]
    credited = [k for together in by_story for k in _credited(together)]
    joined += [k for k in credited if (k.a, k.b) not in {(x.a, x.b) for x in joined}]
    copied = _components(list(by_id), joined)
    for together in by_story:
        copies = {copied[r.id][0]: [by_id[i] for i in copied[r.id]] for r in together}
        joined += [*_published_together(list(copies.values())), *_without_story(together)]
    told = {r.id for r in reports if _tells_story(r)}
    groups = {g[0]: g for g in _components(list(by_id), joined).values() if told.intersection(g)}
    partial = [k for k in links if k.partial and (k.a in known or k.b in known)]  # with reports of other stories too
    return tuple(sorted((_origin([by_id[i] for i in g], joined, partial) for g in groups.values()), key=lambda o: o.id))


def _credited(reports: Sequence[Report]) -> Iterable[CopyLink]:
    """Reports of one story that credit one and the same agency, and no other, within days of the first of them."""
    credited: dict[str, list[Report]] = {}
    for report in reports:
        if len(report.agencies) == 1:
            credited.setdefault(report.agencies[0], []).append(report)
    for agency, takes in credited.items():
        first: Report | None = None
        for report in sorted(takes, key=lambda r: (_day(r) is None, _day(r) or "", r.id)):
            if first is None or _days_apart(first, report) > CREDIT_DAYS:
                first = report
            else:
                yield _link(first, report, "wire_credit", f"both are credited to {agency}")


def _published_together(groups: Sequence[Sequence[Report]]) -> Iterable[CopyLink]:
    """Groups of copies that one publisher has alone, with no text or agency in common with others. Where both print
    the same captions they are one whatever agency either names: a gallery goes from page to page."""
    own = [g for g in groups if g[0].publisher and len({r.publisher for r in g}) == 1]
    for i, a in enumerate(own):
        for b in own[i + 1 :]:
            if a[0].publisher != b[0].publisher:
                continue
            both = f"both are published by {a[0].family or a[0].outlet}"
            if _agencies(a) == _agencies(b):
                yield _link(a[0], b[0], "same_publisher", both)
            elif _captions(a) & _captions(b):
                yield _link(a[0], b[0], "same_publisher", f"{both} and print the same captions")


def _without_story(reports: Sequence[Report]) -> Iterable[CopyLink]:
    """A page without a story (a title above a notice of rights, a player) is no voice of its own: it goes with the
    report of its publisher that is nearest in time."""
    told: dict[str | None, list[Report]] = {}
    empty: list[Report] = []
    for report in reports:
        if _tells_story(report):
            told.setdefault(report.publisher, []).append(report)
        else:
            empty.append(report)
    for page in empty:
        beside = told.get(page.publisher) if page.publisher else None
        if beside:
            nearest = min(beside, key=lambda r: (_days_apart(page, r), r.id))
            yield _link(
                page,
                nearest,
                "same_publisher",
                f"both are published by {page.family or page.outlet}, and one of them tells no story",
            )


def _tells_story(report: Report) -> bool:
    """Whether there is anything below the title but the page."""
    return any(b.kind == "body" for b in report.blocks)


def _agencies(reports: Sequence[Report]) -> set[str]:
    """The agencies that any of the reports credits."""
    return {agency for report in reports for agency in report.agencies}


def _captions(reports: Sequence[Report]) -> set[str]:
    """The captions of reports that are long enough to be known again."""
    said = (r.text[b.start : b.end].split() for r in reports for b in r.blocks if b.kind == "caption")
    return {" ".join(words) for words in said if len(words) >= CAPTION}


def _link(a: Report, b: Report, basis: Basis, why: str) -> CopyLink:
    a, b = sorted((a, b), key=lambda r: r.id)
    return CopyLink(a=a.id, b=b.id, basis=basis, share_a=0.0, share_b=0.0, why=why)


def _days_apart(a: Report, b: Report) -> int:
    """Days between two reports, none where one of them has no day."""
    days = [date.fromisoformat(day) for r in (a, b) if (day := _day(r))]
    return abs((days[0] - days[1]).days) if len(days) == 2 else 0


def _day(report: Report) -> str | None:
    """The day of a report; an undated one counts as of the first day on which it can have been published."""
    known = _DAY.match(report.published.value or report.published.bounds or "")
    return known[0] if known else None


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
    told = {r.id for r in reports if _tells_story(r)}
    if any(k.basis == "same_publisher" and k.a in told and k.b in told for k in tree):
        bases = {"same_publisher"}  # what holds all of them together
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
