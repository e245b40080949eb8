"""Reports of a story -> those dated far from all others, and what those dates count for.

What is dated far from the rest is mostly dated rightly: what comes again (a missile is tested, a cup is played for) is
told in the same words a year later. So such a date counts as given, and an issue says so. It counts for nothing where
the report itself speaks against it: most of its text stands in a report of the others' time, of which it is a reprint,
or a copy with a wrong date, so that its “Thursday” is the other's; or the weekday printed beside the date is another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dateline.merge.stories.stamped import find_stamped
from dateline.model import Astray, CopyLink, Dossier, Issue, Report

FAR = 300
"""Days: in January the year that has just ended is written by habit, which leaves a little less than a year."""
MOST = 0.5
"""The share of a report's text that is most of it."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})[a-z]*\b", re.IGNORECASE)


class Lone(NamedTuple):
    """A report dated far from all others, its day, and the days of the others by report."""

    report: Report
    day: date
    others: Mapping[str, date]

    def __str__(self) -> str:
        """`dated 2062-03-12, 36 years after the other reports of its story (2026-03-11 to 2026-03-15)`."""
        first, last = min(self.others.values()), max(self.others.values())
        days, side = ((first - self.day).days, "before") if self.day < first else ((self.day - last).days, "after")
        apart = f"{days // 365} years" if days >= 2 * 365 else f"{days} days"
        span = f"{first} to {last}" if first != last else f"{first}"
        return f"dated {self.day}, {apart} {side} the other reports of its story ({span})"


def find_lone(reports: Sequence[Report]) -> list[Lone]:
    """The reports each dated far from every other one, where more than half of the dated reports are of one time."""
    days = [
        (date.fromisoformat(v[:10]), r) for r in reports if (v := r.published.value) and len(v) >= len("2031-04-16")
    ]
    groups: list[list[tuple[date, Report]]] = []
    for day, report in sorted(days, key=lambda x: (x[0], x[1].id)):
        if not groups or (day - groups[-1][-1][0]).days > FAR:
            groups.append([])
        groups[-1].append((day, report))
    most = max(groups, key=len, default=[])
    if len(groups) < 2 or 2 * len(most) <= max(2, len(days)):
        return []
    others = {r.id: day for day, r in most}
    return [Lone(report, day, others) for group in groups if len(group) == 1 for day, report in group]


def find_astray(reports: Sequence[Report], copies: Sequence[CopyLink]) -> tuple[Astray, ...]:
    """The reports whose date counts for nothing; where most of one's text is of another's day, with that day."""
    found = list(find_stamped(reports, copies))
    for lone in find_lone(reports):
        original = _original(lone, copies)
        if original is not None:
            why = f"{lone}, but most of its text is in one of {original}, which counts instead"
            found.append(Astray(report=lone.report.id, day=original.isoformat(), why=why))
        elif weekday := _other_weekday(lone):
            found.append(
                Astray(report=lone.report.id, why=f"{lone}, but that day is no {weekday}; it counts as undated")
            )
    return tuple(sorted(found, key=lambda a: a.report))


def _original(lone: Lone, copies: Sequence[CopyLink]) -> date | None:
    """The day of the report that has most of its text, if there is one among the others."""
    shares = [(c.share_a, c.b) for c in copies if c.a == lone.report.id]
    shares += [(c.share_b, c.a) for c in copies if c.b == lone.report.id]
    of_others = [(-share, lone.others[other], other) for share, other in shares if other in lone.others]
    share, day, _ = min(of_others, default=(0.0, lone.day, ""))
    return day if -share >= MOST else None


def _other_weekday(lone: Lone) -> str | None:
    """The weekday printed with the date, where it is that of another day."""
    stated = lone.report.published
    printed = _WEEKDAY.match(lone.report.text, stated.start, stated.end or 0) if stated.start is not None else None
    same = printed is None or printed[1].casefold() == _WEEKDAYS[lone.day.weekday()]
    return None if same or printed is None else printed[0]


def date_issues(dossier: Dossier) -> Iterator[Issue]:
    """What is to be said of the dates that stand alone in a story."""
    mend = "give the article as JSON with the right `date_publish`"
    lone = find_lone(dossier.reports)
    said = [(a.report, "date-astray", f"{a.why}. To be sure, {mend}") for a in dossier.story.astray]
    said += [(x.report.id, "date-far", f"{x}; it counts as given. If it is wrong, {mend}") for x in lone]
    named = {r.id: r.path or r.url or r.id for r in dossier.reports}
    for report, code, message in said:
        yield Issue(stage="merge", code=code, report=report, message=f"{named[report]}: {message}")
