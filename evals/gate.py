"""Quality may only rise: run every eval whose data is here and compare it with evals/floors.json.

usage: python -m evals.gate [NAME ...] [--quick] [--update]

Each eval is a module beside this one with `measure(folder) -> dict[str, float]`. --quick leaves out the long ones.
A floor is a value that was reached; a score that falls below it by more than the noise (EPSILON points) fails, and so
does a score that has a floor but is no longer measured. Names in FALLING are better when lower. --update raises floors
to what is reached now and never lowers one: who wants to lower a floor edits the file and says why in the commit.
"""

import argparse
import importlib
import json
import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypeVar

from evals.archives import SHARED, unpack

T = TypeVar("T")
FLOORS = Path(__file__).with_name("floors.json")
EPSILON = 0.3
"""Points that a score may fall by without failing: runs on another processor differ in the last bits of the model."""


class Eval(NamedTuple):
    """One eval: its data below ../shared/data, and whether it takes more than a minute."""

    data: str
    long: bool = False


EVALS: dict[str, Eval] = {
    "clusters": Eval("clusters"),
    "reader": Eval("reading-corpus"),
    "newsquant": Eval("newsquant"),
    "idetect": Eval("displacement/idetect.jsonl"),
    "event_types": Eval("event-types", long=True),
    "times_te3": Eval("te3_platinum.tar.xz"),
    "toponyms": Eval("toponyms.tar.xz", long=True),
    "humset": Eval("humset_geo"),
    "extraction": Eval("article-extraction-benchmark.tar.xz", long=True),
    "pubdate": Eval("article-extraction-benchmark.tar.xz", long=True),
    "blocks": Eval("clusters"),
    "origins": Eval(".", long=True),
    "stories": Eval("news-events.jsonl"),
    "coref": Eval(".", long=True),
    "crossdoc": Eval(".", long=True),
    "ecb": Eval("ecbplus.tar.xz", long=True),
    "timeline17": Eval("timeline17-dev.tar.xz", long=True),
}
FALLING = ("error", "wrong", "unsupported", "false_corroboration", "guessed_unknowable")
"""Endings of names of which less is better; everything else is better when higher."""
LEFT_OUT = (".p", ".r", "_p", "_r", "checked", "fields", "gold", "found", "mentions", "sentences", "source_and_content")
"""Endings of names that get no floor: sizes, and the two sides of an F1, of which one may give for the other."""


class Row(NamedTuple):
    """One score beside its floor."""

    name: str
    value: float | None
    floor: float | None

    @property
    def falls(self) -> bool:
        """Whether less is better."""
        return self.name.endswith(FALLING)

    @property
    def failed(self) -> bool:
        """Whether the score is worse than its floor."""
        if self.floor is None:
            return False
        if self.value is None:
            return True
        return self.value > self.floor + EPSILON if self.falls else self.value < self.floor - EPSILON

    @property
    def better(self) -> float | None:
        """The floor after --update."""
        known = [x for x in (self.value, self.floor) if x is not None]
        return (min(known) if self.falls else max(known)) if known else None


def measure(name: str) -> dict[str, float] | None:
    """The scores of one eval, or None with a line that says why there are none."""
    data = SHARED / EVALS[name].data
    if find_spec(f"evals.{name}") is None:
        print(f"- {name}: not written yet")
        return None
    if not data.exists():
        print(f"- {name}: its data is not here ({data.name})")
        return None
    folder = unpack(data) if data.name.endswith(".tar.xz") else data
    scores: dict[str, float] = importlib.import_module(f"evals.{name}").measure(folder)
    return {f"{name}.{key}": round(float(v), 2) for key, v in scores.items() if not key.endswith(LEFT_OUT)}


def apart(function: Callable[[str], T], name: str) -> T:
    """The function's result from a process of its own, so that each eval gives its memory back."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, name).result()


def compare(name: str, scores: dict[str, float], floors: dict[str, float]) -> list[Row]:
    """The rows of one eval, those with a floor but no score among them."""
    known = [key for key in floors if key.startswith(f"{name}.")]
    return [Row(key, scores.get(key), floors.get(key)) for key in sorted({*scores, *known})]


def show(rows: list[Row]) -> None:
    """Print the rows, as soon as they are known: some evals take minutes."""
    for row in rows:
        value = "missing" if row.value is None else f"{row.value:.2f}"
        floor = "" if row.floor is None else f"floor {row.floor:.2f}"
        print(f"{'FAIL' if row.failed else 'ok':<5}{row.name:<48}{value:>9}  {floor}", flush=True)


def main() -> None:
    """Measure, print one table, fail below a floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *EVALS], default=[], metavar="NAME")
    parser.add_argument("--quick", action="store_true", help="leave out evals of more than a minute")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached now")
    chosen = parser.parse_args()
    if not SHARED.exists():
        print("gate: ../shared is not here, so nothing is measured")
        return
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    rows: list[Row] = []
    for name in chosen.names or [n for n, e in EVALS.items() if not (chosen.quick and e.long)]:
        scores = apart(measure, name)
        if scores is not None:
            measured = compare(name, scores, floors)
            show(measured)
            rows += measured
    if chosen.update:
        floors |= {row.name: row.better for row in rows if row.better is not None}
        FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", "utf-8")
        print(f"floors written to {FLOORS.name}")
    failed = [row.name for row in rows if row.failed]
    if failed:
        sys.exit(f"gate: {len(failed)} of {len(rows)} scores are below their floors: {', '.join(failed)}")
    print(f"gate: {len(rows)} scores, none below its floor")


if __name__ == "__main__":
    main()
