"""IDETECT excerpts -> share of displacement figures and terms read right.

usage: python -m evals.idetect [FILE] [--json] [--misses]

An excerpt of a report on displacement has one gold quantity, its unit (people or households) and a term of IDMC. Of the
figures read in it, the one taken is the first of more than one person or household that stands with a displacement
term, else the first of people or households at all, as displaced. The quantity is right when any of low, best, high
equals the gold value; the term when it is the gold term, whatever the quantity.
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from dateline.extract import read_reports
from dateline.model import Block, EventMention, FigureMention, Reading, Report
from evals.archives import SHARED

FILE = SHARED / "displacement" / "idetect.jsonl"
PEOPLE = frozenset("people civilians women children refugees families households prisoners troops".split())
OF_HOUSES = frozenset({"Partially Destroyed Housing", "Destroyed Housing", "Evacuated"})
HOUSEHOLDS = frozenset({"families", "households"})
TERMS: dict[str, str] = {
    "Partially Destroyed Housing": r"partial(?:ly)? (?:destr|damag)|\bdamag",
    "Destroyed Housing": r"(?:houses?|homes?|housing|dwellings?|shelters?|huts?)\b.{0,40}\b(?:destroy|destruct"
    r"|demolish|burn|collapse|rui?n)"
    r"|(?:destroy|demolish|burn|raz|collapse)\w*.{0,40}\b(?:houses?|homes?|housing|dwellings?)",
    "Homeless": r"\bhomeless",
    "In Relief Camp": r"\b(?:relief|displacement|idps?) ?(?:camp|site)|\bin .{0,30}camps?\b",
    "Sheltered": r"\bshelter|(?:evacuation|collective) (?:cent|site)|\b(?:housed|hosted|staying|accommodat)",
    "Relocated": r"\brelocat|\bresettl|\bmigrat",
    "Evacuated": r"\bevacu",
    "Forced to Flee": r"\bfle[ed]|\bflee|\bforced (?:to leave|from|out)|\bleft (?:their|the)|\babandon|\bsought "
    r"refuge|\bcross(?:ed|ing) (?:the|into)|\bmoved (?:away|across|towards)",
    "Displaced": r"\bdisplace|\bidps?\b|\buproot",
}
"""IDMC's terms by the words that mean them; where several are in a sentence the nearest to the figure counts."""


def measure(folder: Path) -> dict[str, float]:
    """Shares of quantities, terms and units right, in percent."""
    rows = _rows(folder)
    return {
        "quantity": 100 * sum(r["quantity"] for r in rows) / len(rows),
        "term": 100 * sum(r["term"] for r in rows) / len(rows),
        "unit": 100 * sum(r["unit"] for r in rows) / len(rows),
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    file = path / "idetect.jsonl" if path.is_dir() else path
    excerpts = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    reports = [
        Report(
            id=f"r{e['id']}",
            path=None,
            url=None,
            text=e["excerpt"],
            language="en",
            blocks=(Block(start=0, end=len(e["excerpt"]), kind="body"),),
        )
        for e in excerpts
    ]
    rows = []
    for excerpt, reading in zip(excerpts, read_reports(reports), strict=True):
        chosen = _chosen(excerpt["excerpt"], reading)
        figure, term = chosen if chosen else (None, None)
        values = (figure.low, figure.best, figure.high) if figure else ()
        unit = "Households" if figure and figure.unit in HOUSEHOLDS | {"buildings"} else "People"
        rows.append(
            {
                "quantity": round(excerpt["quantity"]) in values,
                "term": term == excerpt["term"],
                "unit": unit == excerpt["unit"],
                "read": (figure.text if figure else None, values, term),
                "gold": (excerpt["quantity"], excerpt["term"], excerpt["unit"]),
                "excerpt": excerpt["excerpt"],
            }
        )
    return rows


def _chosen(text: str, reading: Reading) -> tuple[FigureMention, str] | None:
    """The first figure of people or households with a displacement term in its sentence, and that term."""
    counts = [f for f in reading.figures if max(f.low or 0, f.best or 0, f.high or 0) > 1]
    for figure in counts:
        sentence = next(s for s in reading.sentences if s.start <= figure.start < s.end)
        term = _term(text, figure, sentence.start, sentence.end, reading.events)
        if term is not None and (figure.unit in PEOPLE or (figure.unit == "buildings" and term in OF_HOUSES)):
            return figure, term
    return next(((f, "Displaced") for f in counts if f.unit in PEOPLE), None)


def _term(text: str, figure: FigureMention, start: int, end: int, events: tuple[EventMention, ...]) -> str | None:
    """The term that an event of the figure is named by, else the nearest; words inside the figure come last."""
    found = []
    for rank, (term, pattern) in enumerate(TERMS.items()):
        for match in re.finditer(pattern, text[start:end], re.IGNORECASE):
            at = start + match.start()
            inside = figure.start <= at < figure.end
            distance = at - figure.end if at >= figure.end else figure.start - start - match.end() + 20
            linked = any(
                e.trigger.start <= at < e.trigger.end
                and any(a is not None and a.start < figure.end and a.end > figure.start for a in (e.target, e.actor))
                for e in events
            )
            found.append((inside, not linked, max(distance, 0), rank, term))
    return min(found)[4] if found else None


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print the excerpts that were read wrongly")
    options = parser.parse_args()
    if options.misses:
        for row in _rows(options.file):
            if not (row["quantity"] and row["term"]):
                print(f"{row['excerpt'][:300]!r}\n  gold {row['gold']}  read {row['read']}")
    figures = measure(options.file)
    print(json.dumps(figures) if options.json else "\n".join(f"{k} {v:.1f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
