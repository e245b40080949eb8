"""What it costs to find the stories of one component, as it grows: a war, of which every report leads on to others.

usage: python -m bench.stories [SIZE ...] [--json]   (default 1000 3000 10000)

Invented reports: each is of one of the war's situations, whose words it draws; all draw from the words of the war, some
of which nearly every report has, and are chained by days. Prints seconds of processor time and the megabytes that
`group_stories` holds at most beside what it is given, by the size of the component; and what a matrix over all reports
would take.
"""

import argparse
import json
import random
import sys
import time
import tracemalloc
from math import sqrt

from dateline.merge import group_stories
from dateline.model import Report, StoryKeys, make_id

SIZES = (1_000, 3_000, 10_000)
SITUATION = 12
"""Reports of one situation, on average."""
WAR, OWN = 4_000, 40
"""Words of the war and of a situation."""


def make_component(size: int) -> tuple[list[Report], list[StoryKeys]]:
    """So many reports; a word of the war is the commoner the lower its number, and weighs the less."""
    draw = random.Random(7)
    reports, keys = [], []
    for n in range(size):
        situation = draw.randrange(max(1, size // SITUATION))
        words = {int(WAR ** draw.random()): 0.0 for _ in range(110)}
        weights = {word: 1 + word / WAR * 3 for word in words}
        for word in draw.sample(range(OWN), 14):
            weights[10 * WAR + situation * OWN // 2 + word] = 4.0
        length = sqrt(sum(x * x for x in weights.values()))
        report = Report(id=make_id("r", n), path=None, url=None, text="", language="en", title=f"Report {n}")
        day = f"2031-{situation % 12 + 1:02}-{draw.randrange(1, 29):02}"
        terms = tuple(sorted((word, x / length) for word, x in weights.items()))
        reports.append(report)
        keys.append(StoryKeys(report=report.id, terms=terms, day=day))
    return reports, keys


def measure(sizes: tuple[int, ...] = SIZES) -> dict[str, float]:
    """Seconds and megabytes, by the size of the component."""
    result: dict[str, float] = {}
    for size in sizes:
        reports, keys = make_component(size)
        began = time.process_time()
        stories = group_stories(reports, keys)
        result[f"seconds_{size}"] = time.process_time() - began
        tracemalloc.start()
        group_stories(reports, keys)
        result[f"memory_mb_{size}"] = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        result[f"matrix_mb_{size}"] = 8 * size**2 / 1e6
        result[f"stories_{size}"] = len(stories)
        result[f"largest_story_{size}"] = max(len(s.reports) for s in stories)
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(tuple(given.sizes))
    print(json.dumps(figures) if given.json else "\n".join(f"{k:24} {v:10.2f}" for k, v in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
