"""Story clustering on news articles with event ids: B³ over the stories that group_stories finds.

usage: python -m evals.stories [NEWS_EVENTS.jsonl] [--json] [--misses]

The file has one article a line with `title`, `text`, `date_publish` and the gold `event`. One page of TF-IDF with
corpus frequencies reaches B³ F1 .918.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from dateline.merge.stories.grouping import SAME, group_stories, same_story, story_keys
from dateline.model import Block, Published, Report, make_id
from evals.archives import SHARED
from evals.command import run

DEFAULT = SHARED / "news-events.jsonl"


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 (0-100) of a clustering, by B³ (Bagga and Baldwin 1998)."""
    by_gold, by_found = defaultdict(set), defaultdict(set)
    for i, (g, f) in enumerate(zip(gold, found, strict=True)):
        by_gold[g].add(i)
        by_found[f].add(i)
    both = [len(by_gold[g] & by_found[f]) for g, f in zip(gold, found, strict=True)]
    precision = sum(n / len(by_found[f]) for n, f in zip(both, found, strict=True)) / len(gold)
    recall = sum(n / len(by_gold[g]) for n, g in zip(both, gold, strict=True)) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def load(path: Path) -> tuple[list[Report], list[str]]:
    """The articles as reports, and the event of each."""
    reports, events = [], []
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        text, title = article["text"] or "", article["title"] or ""
        reports.append(
            Report(
                id=make_id("r", line),
                path=None,
                url=article["url"],
                text=text,
                language="en",
                title=title,
                published=Published(value=(article["date_publish"] or "")[:10] or None),
                blocks=(Block(start=0, end=len(text), kind="body"),),
            )
        )
        events.append(article["event"])
    return reports, events


def measure(folder: Path = DEFAULT) -> dict[str, float]:
    """B³ precision, recall and F1 over all articles, and the share of alike pairs that the index would propose."""
    reports, events = load(folder)
    keys = [story_keys(r) for r in reports]
    story = {r: s.id for s in group_stories(reports, keys) for r in s.reports}
    precision, recall, f1 = b_cubed(events, [story[r.id] for r in reports])
    alike = proposed = 0
    for a, b in combinations(keys, 2):
        if same_story(a, b) >= SAME:
            alike += 1
            proposed += bool(set(a.keys) & set(b.keys))
    return {"b3.p": precision, "b3.r": recall, "b3.f1": f1, "index.recall": 100 * proposed / max(1, alike)}


def misses(folder: Path) -> Iterator[str]:
    """Each story that mixes events, and each event that is spread over stories."""
    reports, events = load(folder)
    stories = group_stories(reports, [story_keys(r) for r in reports])
    event = {r.id: e for r, e in zip(reports, events, strict=True)}
    for story in stories:
        if len({event[r] for r in story.reports}) > 1:
            yield f"mixed: {sorted(event[r][:40] for r in story.reports)}"
    spread = defaultdict(list)
    for story in stories:
        for e in sorted({event[r] for r in story.reports}):
            spread[e].append(len([r for r in story.reports if event[r] == e]))
    for e, sizes in sorted(spread.items()):
        if len(sizes) > 1:
            yield f"spread: {e} {sizes}"


if __name__ == "__main__":
    run(__doc__, measure, misses, DEFAULT)
