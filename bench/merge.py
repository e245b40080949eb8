"""What one more report costs the merge and tell stages, as its story and the store around it grow.

usage: python -m bench.merge [CLUSTER_DIR] [--json] [--largest N]

Takes a gold cluster (default: aleppo-convoy-2017) as the perfect reader and resolver would give it, and copies its
reports under other ids, days and wording (one word in three gets another first letter) until a story has 10 to 300
reports. Prints processor milliseconds a report for merge and for tell at each size, and the ratio of the largest
story to the smallest. Adding one report to a store merges its own story anew, so the store's size must not matter; what
remains is finding that story by its keys, measured in stores of 1,000, 10,000 and 100,000, made of the articles of
`news-events.jsonl`, each copy of them with other words, hence other keys.
"""

import argparse
import json
import random
import re
import sys
import time
from collections import defaultdict
from functools import partial
from pathlib import Path

import msgspec

from dateline.merge import merge_story, same_story, story_keys
from dateline.model import Block, Dossier, Origin, Published, Reading, Report, Resolution, Story, StoryKeys, make_id
from dateline.resolve import resolve_story
from dateline.tell import tell_story
from evals.archives import SHARED
from evals.oracle import read_folder

SIZES = (10, 30, 100, 300)
STORES = (1_000, 10_000, 100_000)


def copies(reports: list[Report], readings: list[Reading], size: int) -> tuple[list[Report], list[Reading]]:
    """That many reports: copy n has a third of its words marked, so that it is no near copy, and its own day."""
    found: list[tuple[Report, Reading]] = []
    for n in range(size):
        report, reading = reports[n % len(reports)], readings[n % len(reports)]
        number = n // len(reports)
        name = make_id("r", report.id, number)
        day = f"2017-04-{15 + min(number, 14):02d}"
        text = (
            report.text if not number else re.sub(r"\b([a-z])([a-z]{5,})\b", partial(_mark, number=number), report.text)
        )
        copy = msgspec.structs.replace(
            report, id=name, text=text, published=Published(value=day, precision="day", how="metadata"), origin=None
        )
        found.append((copy, msgspec.structs.replace(reading, report=name)))
    found.sort(key=lambda pair: pair[0].id)
    return [r for r, _ in found], [r for _, r in found]


def _mark(match: re.Match[str], number: int) -> str:
    """Every third longer word with another first letter: the length, and with it every span, stays."""
    word = match.group(0)
    return word if (len(word) + number) % 3 else chr(97 + (ord(word[0]) + number) % 26) + word[1:]


def story_of(reports: list[Report], readings: list[Reading]) -> tuple[Dossier, Resolution]:
    """All reports as one story, each its own original."""
    story = Story(id="s", title="", reports=tuple(r.id for r in reports))
    origins = tuple(Origin(id=make_id("o", r.id), reports=(r.id,), basis="single") for r in reports)
    dossier = Dossier(story=story, reports=tuple(reports), origins=origins)
    return dossier, resolve_story(dossier, readings)


def store_of(keys: list[StoryKeys], size: int) -> list[StoryKeys]:
    """That many reports: each round over the articles has other words, as another set of situations would."""
    found = []
    for n in range(size):
        one, shift = keys[n % len(keys)], (n // len(keys)) * 0x9E3779B97F4A7C15 & 0x7FFFFFFFFFFFFFFF
        found.append(
            msgspec.structs.replace(
                one,
                report=f"r{n}",
                terms=tuple((t ^ shift, x) for t, x in one.terms),
                keys=tuple(k ^ shift for k in one.keys),
            )
        )
    return found


def find_milliseconds(keys: list[StoryKeys], size: int) -> float:
    """Processor milliseconds to find the reports that one more report may share a story with, and to compare them."""
    store = store_of(keys, size)
    index: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(store):
        for key in one.keys:
            index[key].append(i)
    asked = random.Random(7).sample(range(size), 200)
    began = time.process_time()
    for i in asked:
        near = {j for key in store[i].keys for j in index[key]} - {i}
        for j in near:
            same_story(store[i], store[j])
    return 1000 * (time.process_time() - began) / len(asked)


def article_keys(path: Path) -> list[StoryKeys]:
    """The story keys of the articles of `news-events.jsonl`."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = next(row[f] for f in ("text", "body", "content") if row.get(f))
        report = Report(id=make_id("r", text), path=None, url=None, text=text, language="en", title=row.get("title"),
                        blocks=(Block(start=0, end=len(text), kind="body"),))  # fmt: skip
        found.append(story_keys(report))
    return found


def measure(folder: Path, largest: int = max(SIZES), stores: tuple[int, ...] = STORES) -> dict[str, float]:
    """Processor milliseconds a report, by the size of its story; to find a story, by the size of the store."""
    result: dict[str, float] = {}
    gold_reports, gold_readings = read_folder(folder)
    sizes = [n for n in SIZES if n <= largest]
    for size in sizes:
        reports, readings = copies(gold_reports, gold_readings, size)
        dossier, resolution = story_of(reports, readings)
        began = time.process_time()
        agreement = merge_story(dossier, readings, resolution)
        merged = time.process_time()
        tell_story(dossier, readings, resolution, agreement)
        told = time.process_time()
        result[f"merge_ms_a_report_{size}"] = 1000 * (merged - began) / size
        result[f"tell_ms_a_report_{size}"] = 1000 * (told - merged) / size
    result["merge_ratio"] = result[f"merge_ms_a_report_{sizes[-1]}"] / result[f"merge_ms_a_report_{sizes[0]}"]
    result["tell_ratio"] = result[f"tell_ms_a_report_{sizes[-1]}"] / result[f"tell_ms_a_report_{sizes[0]}"]
    keys = article_keys(SHARED / "news-events.jsonl")
    for store in stores:
        result[f"find_story_ms_{store}"] = find_milliseconds(keys, store)
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "clusters" / "aleppo-convoy-2017")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--largest", type=int, default=max(SIZES))
    given = parser.parse_args()
    figures = measure(given.folder, given.largest)
    if given.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:32} {value:8.2f}")


if __name__ == "__main__":
    sys.exit(main())
