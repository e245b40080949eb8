"""What it costs to find the copies of one more report, in stores of growing size.

usage: python bench/dedupe.py [SIZE ...]   (default 1000 10000 100000)

Signing, indexing, looking candidates up, comparing them and committing, over invented reports of which one in five
copies another and one in three has a formula of the trade. The reports of the second half of each step are timed, so
that every merging of runs on the way counts as often as it comes. Rates are in seconds of processor time of one run,
milliseconds a report; the ratio is that of the largest store to the smallest. Memory is the most that the process ever
held, of which the reports kept for comparison are a fixed part.
"""

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.dedupe import compare, sign
from dateline.engine.pairs import COPIES
from dateline.engine.reports import CHUNK
from dateline.model import Block, Published, Report, make_id
from dateline.store import StoreFile
from dateline.store.keys import KeyIndex

WORDS = 300
DRAWN = [f"w{n}" for n in range(5000)]
KEPT = 5000
"""Reports that may still be compared with: copies are of recent ones here."""
FORMULA = "the invented observatory for exercises said in a statement".split()


def make_report(n: int, words: random.Random, earlier: dict[int, str]) -> Report:
    """An invented report: drawn words, or in one case of five an earlier one's text below a new lead."""
    drawn = words.choices(DRAWN, k=WORDS)
    if n % 3 == 0:  # a formula of the trade, which a third of all reports have
        drawn[100:109] = FORMULA
    if n % 5 == 4 and earlier:
        text = " ".join(drawn[:40]) + ". " + earlier[n - 1 - n % 4]
    else:
        text = ". ".join(" ".join(drawn[i : i + 20]) for i in range(0, WORDS, 20))
    earlier[n] = text
    earlier.pop(n - 6, None)
    return Report(
        id=make_id("r", n), path=None, url=None, text=text, language="en", outlet=f"Paper {n % 50}",
        published=Published(value=f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}"),
        blocks=(Block(start=0, end=len(text), kind="body"),),
    )  # fmt: skip


class Clock:
    """Milliseconds of the processor, by part of the work."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Time what stands in the block."""
        began = time.process_time()
        yield
        self.spent[part] += 1000 * (time.process_time() - began)


def dedupe(store: StoreFile, index: list[KeyIndex], batch: list[Report], kept: dict[str, Report], clock: Clock) -> None:
    """Take a batch in: all that dedupe does for it."""
    with clock.of("sign"):
        keys = {report.id: sign(report).keys for report in batch}
    with clock.of("index"), store.transaction() as connection:
        index[:] = index or [KeyIndex(connection, "copies", COPIES)]
        others = index[0].replace(connection, keys).others
    with clock.of("compare"):
        for report, found in others.items():
            for other in found:
                if other in kept and not (other in keys and other < report):  # of two reports of one batch, once
                    compare(kept[report], kept[other])


def main() -> None:
    """Fill one store step by step, and time the second half of each step."""
    sizes = sorted(int(s) for s in sys.argv[1:]) or [1000, 10_000, 100_000]
    words, earlier = random.Random(7), dict[int, str]()
    kept: dict[str, Report] = {}
    index: list[KeyIndex] = []
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        store, n = StoreFile(Path(folder) / "bench.dateline"), 0
        with store.writing():
            for size in sizes:
                clock, timed = Clock(), 0
                while n < size:
                    batch = [make_report(n + i, words, earlier) for i in range(min(CHUNK, size - n))]
                    kept |= {report.id: report for report in batch}
                    counts = n >= size / 2
                    dedupe(store, index, batch, kept, clock if counts else Clock())
                    timed += len(batch) if counts else 0
                    n += len(batch)
                    for old in list(kept)[: len(kept) - KEPT]:
                        del kept[old]
                cost = sum(clock.spent.values()) / timed
                parts = ", ".join(f"{part} {spent / timed:.3f}" for part, spent in clock.spent.items())
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(f"{size:>8,} reports: {1000 / cost:6,.0f} reports/s; ms: {parts}; {memory:,.0f} MB", flush=True)
                costs.append(cost)
        store.close()
    print(f"cost per report, largest store to smallest: {costs[-1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
