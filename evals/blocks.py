"""Blocks and metadata of plain-text reports against the gold clusters.

usage: python -m evals.blocks [FOLDER] [--json] [--misses]

FOLDER holds one folder a cluster: the reports as `*.txt` and `gold/NNN.json` with `file`, `metadata` and `boilerplate`.
Boilerplate is counted in characters that are not white space: page, comments, recommended and foreign text and
repetitions, gold against found; captions, datelines, bylines, dates and section labels count for neither side.
Metadata is the share of fields that are right: title, byline, outlet, day of publication, agencies.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.clean import clean_report
from dateline.model import Report
from evals.archives import SHARED
from evals.command import run
from evals.extraction import capture

DEFAULT = SHARED / "clusters"
FREE = {"caption", "dateline", "byline", "date", "section_label"}
STORY = {"title", "body", "caption", "dateline", "byline", "date"}
FIELDS = ("title", "byline", "outlet", "published", "agencies")


def readings(folder: Path) -> Iterator[tuple[str, dict[str, Any], Report]]:
    """Name, gold and report of every annotated report."""
    for path in sorted(folder.glob("*/gold/[0-9][0-9][0-9].json")):
        gold = json.loads(path.read_text("utf-8"))
        content = (path.parents[1] / gold["file"]).read_bytes().decode("utf-8")
        yield f"{path.parents[1].name}/{path.stem}", gold, clean_report(capture(content, "text")).report


def boilerplate(gold: dict[str, Any], report: Report) -> tuple[set[int], set[int]]:
    """The characters that gold and report hold for boilerplate."""
    want: set[int] = set()
    free = {i for i, c in enumerate(report.text) if c.isspace()}
    for block in gold["boilerplate"]:
        (free if block["kind"] in FREE else want).update(range(block["start"], block["end"]))
    have = {i for b in report.blocks if b.kind not in STORY for i in range(b.start, b.end)}
    return want - free, have - free


def wrong_fields(gold: dict[str, Any], report: Report) -> list[str]:
    """The fields of the metadata that are not right."""
    want = gold["metadata"]
    names = " ".join(report.byline).lower()
    agencies = {a.lower() for a in report.agencies}
    right = {
        "title": _alike(want["title"], report.title),
        "byline": (want["byline"] or "").lower() in names if want["byline"] else not names,
        "outlet": _alike(want["outlet"], report.outlet),
        "published": (report.published.value or "").startswith(want["published"] or "")
        and bool(want["published"]) == bool(report.published.value),
        "agencies": agencies == {a.lower() for a in want["agencies"]} or (not agencies and "agency_note" in want),
    }
    return [field for field in FIELDS if not right[field]]


def _alike(want: str | None, have: str | None) -> bool:
    if not want or not have:
        return not want and not have
    return want.lower() in have.lower() or have.lower() in want.lower()


def measure(folder: Path = DEFAULT) -> dict[str, float]:
    """Boilerplate precision, recall and F1, and right metadata fields, all in percent over all reports."""
    hit = found = true = right = fields = 0
    for _, gold, report in readings(folder):
        want, have = boilerplate(gold, report)
        hit, found, true = hit + len(want & have), found + len(have), true + len(want)
        right += len(FIELDS) - len(wrong_fields(gold, report))
        fields += len(FIELDS)
    return {
        "boilerplate_precision": 100 * hit / found if found else 0.0,
        "boilerplate_recall": 100 * hit / true if true else 0.0,
        "boilerplate_f1": 200 * hit / (found + true) if found + true else 0.0,
        "metadata": 100 * right / fields if fields else 0.0,
    }


def misses(folder: Path) -> Iterator[str]:
    """What was missed or wrongly taken, a run of characters a line."""
    for name, gold, report in readings(folder):
        want, have = boilerplate(gold, report)
        for label, missed in (("missed", want - have), ("wrong", have - want)):
            for start, end in _runs(missed, report.text):
                yield f"{name} {label:6} {report.text[start:end][:100]!r}"
        for field in wrong_fields(gold, report):
            yield f"{name} {field:6} wanted {gold['metadata'][field]!r}"


def _runs(places: set[int], text: str) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and not text[runs[-1][1] : place].strip():
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


if __name__ == "__main__":
    run(__doc__, measure, misses, DEFAULT)
