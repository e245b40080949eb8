"""Times: how many reports a second the grammar reads, and how its time grows with the text.

usage: python bench/times.py [REPORT ...] [--json]

Reads the given text files (default: samples/) as one report each and prints reports and characters a processor second
(other work on the machine does not count), and the time of one line of a megabyte against the same text in a tenth of
it: a ratio near 10 means linear.
"""

import argparse
import json
import time
from pathlib import Path

from dateline.model import Published, Reading, Report
from dateline.resolve.times import resolve_times

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 3.0


def make_report(text: str) -> Report:
    """A dated report of the text."""
    return Report(id="r", path=None, url=None, text=text, language="en", published=Published(value="2017-04-15"))


def seconds_of(text: str) -> float:
    """Processor seconds for the times of one text."""
    report, reading = make_report(text), Reading(report="r")
    began = time.process_time()
    resolve_times(report, reading)
    return time.process_time() - began


def measure(paths: list[Path]) -> dict[str, float]:
    """Rates over the texts, and the growth of the time with the length of one line."""
    texts = [path.read_text("utf-8", "replace") for path in paths]
    for text in texts:
        seconds_of(text)
    count = characters = 0
    began = time.process_time()
    while time.process_time() - began < SECONDS:
        for text in texts:
            seconds_of(text)
            count, characters = count + 1, characters + len(text)
    spent = time.process_time() - began
    line = " ".join(texts).replace("\n", " ")
    long = (line * (1_000_000 // len(line) + 1))[:1_000_000]
    megabyte, tenth = seconds_of(long), seconds_of(long[:100_000])
    return {
        "reports_per_second": count / spent,
        "characters_per_second": characters / spent,
        "megabyte_line_seconds": megabyte,
        "growth_for_ten_times_the_text": megabyte / tenth,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures = measure(asked.reports or sorted((ROOT / "samples").rglob("*.txt")))
    print(json.dumps(figures) if asked.json else "\n".join(f"{k:32} {v:12.1f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
