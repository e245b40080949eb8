"""What one more report costs the whole engine, in stores of growing size, and which stories it touches.

usage: python -m bench.added [--json] [--probes N] [--filled N] [SIZE ...]   (default 1000 10000 100000)

Stores are filled with the openings of the articles of `../shared/data/news-events.jsonl`: round after round of all of
them, each round with other letters in its longer words, so that it tells other situations. Rounds share their numbers
and short words, so that a larger store also has more reports to compare a new one with. Beyond `--filled` (10,000)
reports the store is grown by its own rows (`bench.grow`), which no new report is compared with: from there on the
figures show what the size of tables and indexes costs, not that of more company.

Then the same reports are added to each store one by one, each to a situation of which the store has the others, and
taken out again. Every stage runs as it is but the reader, whose readings of the first round are looked up with other
words in them: what it takes for a report does not depend on the store, and is printed for itself. Milliseconds are of
the processor, the median of the probes; `add_together_ms` has all probes in one call. `add_ratio` is the median of each
probe's cost in the largest store to its cost in the smallest. Memory is the most that the process ever held, the
articles and their readings among it.
"""

import argparse
import hashlib
import json
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from sqlalchemy import text as sql

from bench.grow import grow
from dateline import pipeline
from dateline.clean import clean_report
from dateline.engine import Engine
from dateline.extract import read_reports
from dateline.model import Capture, Declared, Reading, Report, make_id
from dateline.store import StoreFile
from evals.archives import SHARED

SIZES = (1_000, 10_000, 100_000)
FILLED = 10_000
PROBES = 25
OPENING = 900
"""Characters of an article that are kept: its news, by which stories are found."""
LONGER = re.compile(r"\b([A-Za-z])([a-z])([a-z]{2,})\b")
PLAIN = frozenset(
    "that this with from have were been their they which would about after said when there more than into over also "
    "other what some could will year years people government killed attack attacks bomb least".split()
)
"""Words that every round keeps, so that its reports still read as news."""


def in_round(text: str, number: int) -> str:
    """The text with the first two letters of its longer words turned, by other amounts in every round. The length of
    every word stays, and with it every span."""
    return LONGER.sub(partial(_turned, by=(number % 25, number // 25)), text) if number else text


def _turned(match: re.Match[str], by: tuple[int, int]) -> str:
    if match.group(0).lower() in PLAIN:
        return match.group(0)
    first, second, rest = match.groups()
    base = ord("A" if first.isupper() else "a")
    return chr(base + (ord(first) - base + by[0]) % 26) + chr(97 + (ord(second) - 97 + by[1] + 1) % 26) + rest


class Articles:
    """The articles as captures, round by round, and their readings."""

    def __init__(self, path: Path) -> None:
        """Read the articles and, with the reader, the first round of them."""
        self.rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        last = {row["event"]: i for i, row in enumerate(self.rows)}
        told = Counter(row["event"] for row in self.rows)
        self.kept_back = sorted(i for event, i in last.items() if told[event] > 2)
        reports = [clean_report(self.capture(i, 0)).report for i in range(len(self.rows))]
        began = time.process_time()
        self.readings = read_reports(reports)
        self.reading_ms = 1000 * (time.process_time() - began) / len(reports)
        self.looked_up = 0.0

    def capture(self, article: int, number: int) -> Capture:
        """One article in one round. Its address says which."""
        row = self.rows[article]
        content = in_round((row["text"] or row["title"] or "")[:OPENING], number)
        raw = f"{article} {number} {content}".encode()
        return Capture(
            id=make_id("r", raw),
            sha256=hashlib.sha256(raw).hexdigest(),
            path=None,
            url=f"https://paper{article}.example/{number}/{article}",
            media="text",
            encoding="utf-8",
            content=content,
            declared=Declared(
                title=in_round(row["title"] or "", number), published=(row["date_publish"] or "")[:10] or None
            ),
        )

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        """The reading of each report's article, with the words of its round."""
        began = time.process_time()
        found = []
        for report in reports:
            article = int((report.url or "").rsplit("/", 1)[1])
            known = msgspec.to_builtins(self.readings[article], builtin_types=(bytes,))
            found.append(msgspec.convert(_requoted(known, report) | {"report": report.id}, Reading))
        self.looked_up += time.process_time() - began
        return found

    def probes(self, count: int) -> list[Capture]:
        """Reports kept back, of the first round."""
        return [self.capture(i, 0) for i in self.kept_back[:count]]

    def add_ms(self, engine: Engine, captures: Sequence[Capture]) -> float:
        """Milliseconds to add reports in one call, without the looking up of their readings."""
        self.looked_up = 0.0
        began = time.process_time()
        engine.add((capture, capture.content.encode()) for capture in captures)
        return 1000 * (time.process_time() - began - self.looked_up)

    def fill(self) -> Iterator[Capture]:
        """All rounds without what is kept back."""
        number, held = 0, set(self.kept_back)
        while True:
            yield from (self.capture(i, number) for i in range(len(self.rows)) if i not in held)
            number += 1


def _requoted(value: Any, report: Report) -> Any:
    """A reading's builtins with every span quoting this report."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value:
            value["text"] = report.text[value["start"] : value["end"]]
        return {k: _requoted(v, report) for k, v in value.items()}
    return [_requoted(v, report) for v in value] if isinstance(value, (list, tuple)) else value


def stories_of(engine: Engine) -> dict[str, str]:
    """What each story's telling was made from, by story."""
    with engine.file.reading() as connection:
        rows = connection.execute(sql("SELECT unit, fingerprint FROM records WHERE type = 'Telling'"))
        return {row.unit: row.fingerprint for row in rows}


def fill(engine: Engine, source: Iterator[Capture], stored: int, size: int, filled: int) -> float:
    """Bring a store from one size to another; milliseconds a report."""
    began = time.process_time()
    if size > filled:
        grow(engine.file, size // stored - 1, generation=int(stored > filled))
    else:
        engine.add((c, c.content.encode()) for c in (next(source) for _ in range(size - stored)))
    return 1000 * (time.process_time() - began) / (size - stored)


def measure(sizes: Sequence[int] = SIZES, probes: int = PROBES, filled: int = FILLED) -> dict[str, float]:
    """Milliseconds, stories touched and megabytes, by the size of the store."""
    articles = Articles(SHARED / "news-events.jsonl")
    stages = pipeline.STAGES._replace(extract=replace(pipeline.STAGES.extract, run=articles.read))
    result = {"reading_ms": articles.reading_ms}
    asked, costs = articles.probes(probes), dict[int, list[float]]()
    with tempfile.TemporaryDirectory() as folder:
        engine = Engine(StoreFile(Path(folder) / "bench.dateline"), stages)
        source, stored = articles.fill(), 0
        for size in sorted(sizes):
            result[f"fill_ms_{size}"] = fill(engine, source, stored, size, filled)
            stored, touched = size, []
            costs[size] = []
            for probe in asked:
                before = stories_of(engine)
                costs[size].append(articles.add_ms(engine, [probe]))
                touched.append(len(set(stories_of(engine).items()) - set(before.items())))
                engine.remove(probe.id)
            together = articles.add_ms(engine, asked)
            for probe in asked:
                engine.remove(probe.id)
            result[f"add_ms_{size}"] = median(costs[size])
            result[f"add_ms_worst_{size}"] = max(costs[size])
            result[f"add_together_ms_{size}"] = together / probes
            result[f"stories_touched_{size}"] = median(touched)
            result[f"stories_touched_worst_{size}"] = max(touched)
            result[f"memory_mb_{size}"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            result[f"store_mb_{size}"] = (engine.file.path or Path()).stat().st_size / 1e6
            print({k: round(v, 1) for k, v in result.items() if k.endswith(f"_{size}")}, file=sys.stderr, flush=True)
        small, large = min(sizes), max(sizes)
        result["add_ratio"] = median(b / a for a, b in zip(costs[small], costs[large], strict=True))
        result["add_together_ratio"] = result[f"add_together_ms_{large}"] / result[f"add_together_ms_{small}"]
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--probes", type=int, default=PROBES)
    parser.add_argument("--filled", type=int, default=FILLED)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.sizes, given.probes, given.filled)
    if given.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:28} {value:9.1f}")


if __name__ == "__main__":
    sys.exit(main())
