"""What it costs to find the copies of one more report, in stores of growing size.

usage: python bench/dedupe.py [SIZE ...]   (default 1000 10000 100000)

Signing, indexing, looking candidates up, comparing them and committing, over invented reports of which one in five
copies another and one in three has a formula of the trade. For each size a store is filled half and closed; then it is
opened, filled and closed again, and this is timed, so that every merging of runs and every copying of the log into the
file counts as often as it comes. Of small stores so many are filled one after the other that as many reports are timed.
The sizes take turns, a tenth of each at a time, so that other work on the machine slows all of them.

Rates are in seconds of processor time, milliseconds a report; the ratio is that of the largest store to the smallest.
Candidates are the reports that one is given to be compared with. Memory is the most that the process ever held, of
which the reports kept for comparison are a fixed part.
"""

import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from dateline.dedupe import compare, sign
from dateline.engine.pairs import COPIES
from dateline.engine.reports import CHUNK
from dateline.model import Block, Published, Report, make_id
from dateline.store import StoreFile
from dateline.store.keys import KeyIndex

WORDS = 300
DRAWN = [f"w{n}" for n in range(5000)]
TURNS = 10
TURN = 500
"""At least so many reports of each size are timed before it is another's turn."""
KEPT = 500
"""Reports that may still be compared with: copies are of recent ones here."""
FORMULA = "the invented observatory for exercises said in a statement".split()


def make_reports() -> Iterator[Report]:
    """Invented reports: drawn words, or in one case of five an earlier one's text below a new lead."""
    words, earlier = random.Random(7), dict[int, str]()
    for n in count():
        drawn = words.choices(DRAWN, k=WORDS)
        if n % 3 == 0:  # a formula of the trade, which a third of all reports have
            drawn[100:109] = FORMULA
        if n % 5 == 4:
            text = " ".join(drawn[:40]) + ". " + earlier[n - 1 - n % 4]
        else:
            text = ". ".join(" ".join(drawn[i : i + 20]) for i in range(0, WORDS, 20))
        earlier[n] = text
        earlier.pop(n - 6, None)
        yield Report(
            id=make_id("r", n), path=None, url=None, text=text, language="en", outlet=f"Paper {n % 50}",
            published=Published(value=f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}"),
            blocks=(Block(start=0, end=len(text), kind="body"),),
        )  # fmt: skip


class Clock:
    """Milliseconds of the processor, by part of the work, and what they went for."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.reports = self.candidates = 0

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Time what stands in the block."""
        began = time.process_time()
        yield
        self.spent[part] += 1000 * (time.process_time() - began)


def add(file: StoreFile, kept: dict[str, Report], source: Iterator[Report], size: int, clock: Clock) -> Iterator[None]:
    """Take so many reports in, from opening to closing: all that dedupe does for them. Pauses before each batch."""
    writing, index = file.writing(), list[KeyIndex]()
    with clock.of("open and close"):
        writing.__enter__()
    for first in range(0, size, CHUNK):
        yield
        batch = [next(source) for _ in range(min(CHUNK, size - first))]
        kept |= {report.id: report for report in batch}
        with clock.of("sign"):
            keys = {report.id: sign(report).keys for report in batch}
        with clock.of("index"), file.transaction() as connection:
            index[:] = index or [KeyIndex(connection, "copies", COPIES)]
            others = index[0].replace(connection, keys).others
        with clock.of("compare"):
            for report, found in others.items():
                for other in found:
                    if other in kept and not (other in keys and other < report):  # of two reports of one batch, once
                        compare(kept[report], kept[other])
        clock.reports += len(batch)
        clock.candidates += sum(len(found) for found in others.values())
        for old in list(kept)[: len(kept) - KEPT]:
            del kept[old]
    with clock.of("open and close"):
        writing.__exit__(None, None, None)


def fill(source: Iterator[Report], size: int, clock: Clock) -> Iterator[None]:
    """Fill one store of this size after the other, the second half by the clock. Pauses after each turn."""
    turn = due = max(TURN, size // 2 // TURNS)
    while True:
        with tempfile.TemporaryDirectory() as folder:
            file, kept = StoreFile(Path(folder) / "bench.dateline"), dict[str, Report]()
            for _ in add(file, kept, source, size // 2, Clock()):
                pass
            for _ in add(file, kept, source, size - size // 2, clock):
                if clock.reports >= due:
                    yield
                    due += turn
            file.close()
        if clock.reports >= due:
            yield
            due += turn


def main() -> None:
    """Let the sizes take turns, and print what each cost."""
    sizes = sorted(int(s) for s in sys.argv[1:]) or [1000, 10_000, 100_000]
    source, clocks = make_reports(), [Clock() for _ in sizes]
    filled = [fill(source, size, clock) for size, clock in zip(sizes, clocks, strict=True)]
    for _ in range(TURNS):
        for each in reversed(filled):
            next(each)
    costs = []
    for size, clock in zip(sizes, clocks, strict=True):
        costs.append(sum(clock.spent.values()) / clock.reports)
        parts = ", ".join(f"{part} {spent / clock.reports:.3f}" for part, spent in clock.spent.items())
        met = clock.candidates / clock.reports
        print(f"{size:>8,} reports: {1000 / costs[-1]:6,.0f} reports/s; ms: {parts}; {met:.2f} candidates")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"cost per report, largest store to smallest: {costs[-1] / costs[0]:.2f}; {memory:,.0f} MB")


if __name__ == "__main__":
    main()
