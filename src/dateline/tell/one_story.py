"""Account -> the accounts of its stories, one after the other."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from dateline.model import Account

Homes = Callable[[Any], Iterable[str | None]]
"""The stories that a record is of; None where it is of none."""
_STORY = re.compile(r"\bs[0-9a-f]{16}\b")


def of_story(account: Account, story: str) -> Account:
    """What the account holds of one story, with nothing of the others; empty where it has no such story."""
    return next((a for a in by_story(account) if story in (s.id for s in a.stories)), Account())


def by_story(account: Account) -> Iterator[Account]:
    """What the account holds of each story, in the order of its stories; last, if there is any, what is of none. What
    stories have in common is in each of them, an entity with what mentions it there."""
    home = {r.id: r.story for r in account.reports}
    parts = {name: _parted(getattr(account, name), homes) for name, homes in _homes(account, home).items()}
    stories = [s.id for s in account.stories]
    for story in stories + [None] * any(parted[None] for parted in parts.values()):
        of_it = {name: tuple(parted[story]) for name, parted in parts.items()}
        of_it["entities"] = tuple(
            replace(e, mentions=tuple(m for m in e.mentions if home[m.report] == story)) for e in of_it["entities"]
        )
        yield replace(Account(), **of_it)


def _homes(account: Account, home: Mapping[str, str | None]) -> dict[str, Homes]:
    """For each list of the account, of which stories a record in it is."""
    mentioned = {e.id: {home[m.report] for m in e.mentions} for e in account.entities}
    known = {s.id for s in account.stories}

    def of_report(record: Any) -> list[str | None]:
        return [home[record.report]]

    def of_issue(issue: Any) -> list[str | None]:
        named = known.intersection(_STORY.findall(issue.message))
        return [home.get(issue.report) or min(named, default=None)]

    return {
        "stories": lambda s: [s.id],
        "reports": lambda r: [r.story],
        "origins": lambda o: {home[r] for r in o.reports},
        "entities": lambda e: mentioned[e.id],
        "candidates": lambda c: mentioned.get(c.a, set()) & mentioned.get(c.b, set()),
        "places": lambda p: mentioned.get(p.entity, ()),
        "issues": of_issue,
        **dict.fromkeys(("times", "claims", "figures", "events"), of_report),
        **dict.fromkeys(("happenings", "series", "contradictions", "timeline", "brief"), lambda record: [record.story]),
    }


def _parted(records: Iterable[Any], homes: Homes) -> dict[str | None, list[Any]]:
    """The records by the stories that they are of."""
    parts: dict[str | None, list[Any]] = defaultdict(list)
    for record in records:
        for story in homes(record):
            parts[story].append(record)
    return parts
