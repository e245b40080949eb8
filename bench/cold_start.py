"""From a cold start: how long the first account of five reports takes, and how much memory at most.

usage: python bench/cold_start.py [REPORT ...] [--runs N] [--json]

Starts `dateline account` in a new process N times (default 3) over the given reports (default: five of samples/) and
prints the median wall and processor time, the peak memory of the process or its child (the larger, in MB), and the
bounds that the project holds to: 10 s and 700 MB on two cores that do nothing else.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS, MEGABYTES = 10.0, 700.0
RUN = """
import resource, sys
sys.argv = ["dateline", "account", *sys.argv[1:]]
from dateline.cli import main
try:
    main()
finally:
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(peak, file=sys.stderr)
"""


def once(reports: list[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak megabytes of one run."""
    with tempfile.TemporaryDirectory() as out:
        began, before = time.perf_counter(), os.times()
        run = subprocess.run(
            [sys.executable, "-c", RUN, *reports, "--quiet", "-o", out], capture_output=True, text=True, check=True
        )
        seconds, after = time.perf_counter() - began, os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return seconds, busy, int(run.stderr.split()[-1]) / unit


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    reports = chosen.reports or [str(p) for p in sorted((ROOT / "samples").glob("*.*"))[:5]]
    runs = [once(reports) for _ in range(chosen.runs)]
    seconds, busy = (statistics.median(run[i] for run in runs) for i in (0, 1))
    megabytes = max(run[2] for run in runs)
    if chosen.json:
        print(json.dumps({"seconds": seconds, "processor": busy, "megabytes": megabytes, "reports": len(reports)}))
    else:
        print(f"{len(reports)} reports, {os.cpu_count()} cores: {seconds:.1f} s (bound {SECONDS:.0f}), ", end="")
        print(f"of a processor {busy:.1f} s, ", end="")
        print(f"peak {megabytes:.0f} MB (bound {MEGABYTES:.0f})")
    if seconds > SECONDS or megabytes > MEGABYTES:
        sys.exit("over the bound")


if __name__ == "__main__":
    main()
