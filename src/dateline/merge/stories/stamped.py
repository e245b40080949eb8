"""Reports of a story -> those with a stamp that their outlet gave to many pages, which tell what others told before.

A site that changes its system, and a crawler, stamp many old pages with one moment. An outlet may also publish two
reports in one minute, so the stamp alone is no ground: the words of the report must speak against it too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from dateline.model import Astray, CopyLink, Report

WEEK = 7
"""Days: who quotes at length what was said longer ago has a reason to, or is of that time."""
MONTH = 30
"""Days after which a weekday is no news."""
PHRASE = 9
"""Words in a row that two reports have only from one mouth or one pen."""
QUOTED = 12
"""Phrases in common: twenty words in a row, or two sayings of fourteen."""
_NEWS = re.compile(
    r"\b(?:tonight|this (?:morning|afternoon|evening)|last night|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)\b"
)


def find_stamped(reports: Sequence[Report], copies: Sequence[CopyLink]) -> Iterator[Astray]:
    """The reports whose stamp counts for nothing, and all that share it with one of them."""
    stamped = [group for group in _sharing(reports) if not _is_one_text(group, copies)]
    if not stamped:
        return
    late = {r.id for group in stamped for r in group}
    others = [(day, r) for r in reports if r.id not in late and (day := _day(r)) is not None]
    phrases = {r.id: _phrases(r) for _, r in others}
    for group in stamped:
        why = next((w for r in group if (w := _older(r, others, phrases))), None)
        if why is not None:
            many = "another page" if len(group) == 2 else f"{len(group) - 1} other pages"
            told = f"the minute of {many} of its outlet, though {why}; it counts as undated"
            yield from (Astray(report=r.id, why=f"dated {r.published.value}, {told}") for r in group)


def _sharing(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """The reports of one outlet and one minute, where the clock of the page and not a mere day says so."""
    of_minute: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        value = report.published.value or ""
        if report.published.how == "metadata" and "T" in value and "T00:00" not in value and report.outlet:
            of_minute[report.outlet, value].append(report)
    return (group for group in of_minute.values() if len(group) > 1)


def _is_one_text(group: Sequence[Report], copies: Sequence[CopyLink]) -> bool:
    """Whether some of them are one text that was printed twice."""
    ids = {r.id for r in group}
    return any(c.a in ids and c.b in ids for c in copies)


def _older(
    report: Report, others: Sequence[tuple[date, Report]], phrases: Mapping[str, AbstractSet[str]]
) -> str | None:
    """What shows that a report is older than its stamp: words at length that only reports of more than a week before
    have; or a weekday of news, a month after all others, whose month it never names."""
    stamp, own = _day(report), _phrases(report)
    if stamp is None:
        return None
    sharing = [day for day, r in others if len(own & phrases[r.id]) >= QUOTED]
    if sharing and all((stamp - day).days > WEEK for day in sharing):
        return f"it has words at length of reports up to {max(sharing)}"
    last = max((day for day, _ in others), default=None)
    if last is None or (stamp - last).days <= MONTH or not _NEWS.search(report.text):
        return None
    months = {f"{day:%B}" for day, _ in others} | {f"{day:%b}." for day, _ in others}
    return None if any(m in report.text for m in months) else f"it tells by weekdays what the others told up to {last}"


def _phrases(report: Report) -> set[str]:
    words = re.findall(r"\w+", report.text.casefold())
    return {" ".join(words[i : i + PHRASE]) for i in range(len(words) - PHRASE + 1)}


def _day(report: Report) -> date | None:
    value = report.published.value
    return date.fromisoformat(value[:10]) if value and len(value) >= len("2031-04-16") else None
