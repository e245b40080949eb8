"""What it costs to find the copies of one more report, in stores of growing size.

usage: python bench/dedupe.py [SIZE ...]   (default 1000 10000 100000)

Signing, indexing, looking candidates up and comparing them, over invented reports of which one in five copies another.
Rates are in seconds of processor time of one run; the ratio is that of the largest store to the smallest.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from dateline.dedupe import compare, sign
from dateline.engine.reports import CHUNK, COPIES
from dateline.model import Block, Published, Report
from dateline.store import StoreFile
from dateline.store.keys import KeyIndex

WORDS = 300
PROBES = 512
FORMULA = "the invented observatory for exercises said in a statement".split()


def make_report(n: int, words: random.Random, earlier: dict[int, str]) -> Report:
    """An invented report: drawn words, or in one case of five an earlier one's text below a new lead."""
    drawn = [f"w{words.randrange(5000)}" for _ in range(WORDS)]
    if n % 3 == 0:  # a formula of the trade, which a third of all reports have
        drawn[100:109] = FORMULA
    if n % 5 == 4 and earlier:
        text = " ".join(drawn[:40]) + ". " + earlier[n - 1 - n % 4]
    else:
        text = ". ".join(" ".join(drawn[i : i + 20]) for i in range(0, WORDS, 20))
    earlier[n] = text
    earlier.pop(n - 6, None)
    return Report(
        id=f"r{n:08d}", path=None, url=None, text=text, language="en", outlet=f"Paper {n % 50}",
        published=Published(value=f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}"),
        blocks=(Block(start=0, end=len(text), kind="body"),),
    )  # fmt: skip


def main() -> None:
    """Fill one store step by step, and time the last reports of each step."""
    sizes = sorted(int(s) for s in sys.argv[1:]) or [1000, 10_000, 100_000]
    words, earlier = random.Random(7), dict[int, str]()
    kept: dict[str, Report] = {}
    rates = []
    with tempfile.TemporaryDirectory() as folder:
        store = StoreFile(Path(folder) / "bench.dateline")
        n, index = 0, None
        for size in sizes:
            while n < size:
                timed = size - n <= PROBES
                batch = [make_report(n + i, words, earlier) for i in range(min(CHUNK, size - n))]
                kept |= {report.id: report for report in batch}
                began = time.process_time()
                with store.transaction() as connection:
                    index = index or KeyIndex(connection)
                    keys = {report.id: sign(report).keys for report in batch}
                    index.put(connection, list(keys), copies=list(keys.values()))
                    found = 0
                    for report, others in index.candidates(connection, "copies", keys, COPIES).items():
                        for other in others:  # of two reports of one batch, once
                            if other in kept and not (other in keys and other < report):
                                found += compare(kept[report], kept[other]) is not None
                took = time.process_time() - began
                if timed:
                    rates.append((size, len(batch) / took, found))
                n += len(batch)
                for old in [i for i in kept if int(i[1:]) < n - 5000]:
                    del kept[old]
            own = [r for s, r, _ in rates if s == size]
            print(f"{size:>8,} reports: {sum(own) / len(own):8,.0f} reports/s", flush=True)
        store.close()
    first = [r for s, r, _ in rates if s == sizes[0]]
    last = [r for s, r, _ in rates if s == sizes[-1]]
    print(f"cost per report, largest store to smallest: {sum(first) / len(first) / (sum(last) / len(last)):.2f}")


if __name__ == "__main__":
    main()
