"""Resolve: how many reports a second, and how the cost of a report grows with its story.

usage: python -m bench.resolve [CLUSTER_DIR ...] [--json]

Takes the reports of gold clusters (default: all that have gold) with their gold mentions as readings, copies them under
other ids until a story has the given size, and prints reports a processor second (other work on the machine does not
count), for all of resolve and for entities alone; `growth` is the cost of a report in the largest story over that in
the smallest.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import msgspec

from dateline.model import Dossier, Reading, Report, Story, make_id
from dateline.resolve import resolve_story
from dateline.resolve.entities.cast import build_cast
from dateline.resolve.entities.page import Page
from dateline.resolve.judgements import Judged
from evals.archives import SHARED
from evals.oracle import read_folder

SIZES = (20, 100, 500)


def copies(reports: list[Report], readings: list[Reading], size: int) -> tuple[list[Report], list[Reading]]:
    """That many reports, the given ones over and over under new ids, sorted by id."""
    found: list[tuple[Report, Reading]] = []
    for n in range(size):
        report, reading = reports[n % len(reports)], readings[n % len(readings)]
        name = make_id("r", report.id, n)
        found.append((msgspec.structs.replace(report, id=name), msgspec.structs.replace(reading, report=name)))
    found.sort(key=lambda pair: pair[0].id)
    return [r for r, _ in found], [x for _, x in found]


def measure(folders: list[Path]) -> dict[str, float]:
    """Reports a second at each size, and the growth of a report's cost."""
    reports: list[Report] = []
    readings: list[Reading] = []
    for folder in folders:
        some, read = read_folder(folder)
        reports += some
        readings += read
    measured: dict[str, float] = {}
    for size in SIZES:
        many, read = copies(reports, readings, size)
        story = Story(id="s", title="", reports=tuple(r.id for r in many))
        dossier = Dossier(story=story, reports=tuple(many), origins=())
        if size == SIZES[0]:
            resolve_story(dossier, read)  # opens the gazetteer and fills the caches
        began = time.process_time()
        resolve_story(dossier, read)
        measured[f"reports_a_second_{size}"] = size / (time.process_time() - began)
        began = time.process_time()
        build_cast([Page(i, *pair) for i, pair in enumerate(zip(many, read, strict=True))], Judged(()))
        measured[f"entities_alone_{size}"] = size / (time.process_time() - began)
    measured["growth"] = measured[f"reports_a_second_{SIZES[0]}"] / measured[f"reports_a_second_{SIZES[-1]}"]
    return measured


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folders = options.folders or sorted(p.parent for p in (SHARED / "clusters").glob("*/gold"))
    measured = measure(folders)
    if options.json:
        json.dump(measured, sys.stdout)
        return
    for name, value in measured.items():
        print(f"{name:24} {value:.1f}")


if __name__ == "__main__":
    main()
