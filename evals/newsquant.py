"""NewsQuant -> value F1 of the number grammar, beside the published systems.

usage: python -m evals.newsquant [FOLDER] [--json] [--misses]

A value is right when low and high agree with the gold value (a range in either order), whatever the unit; each gold
value is matched once in its sentence. A word of size counts as the range from one to ten of it, as the set has it.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from dateline.extract.quantities import Quantity, find_quantities
from evals.archives import SHARED

FOLDER = SHARED / "newsquant"


def measure(folder: Path) -> dict[str, float]:
    """Precision, recall and F1 of values."""
    right = read = gold = 0
    for _, wanted, given in _sentences(folder):
        right += (wanted & given).total()
        read += given.total()
        gold += wanted.total()
    return {
        "value_precision": 100 * right / read,
        "value_recall": 100 * right / gold,
        "value_f1": 200 * right / (read + gold),
    }


def _sentences(folder: Path) -> list[tuple[str, Counter[str], Counter[str]]]:
    sentences = json.loads((folder / "NewsQuant.json").read_text("utf-8"))
    return [
        (
            s["text"],
            Counter(_gold(q["value"]) for q in s["quantities"]),
            Counter(map(_read, find_quantities(s["text"]))),
        )
        for s in sentences
    ]


def _gold(value: str) -> str:
    try:
        return _key(float(value), float(value))
    except ValueError:
        low, _, high = value.rpartition("-")
        try:
            return _key(float(low), float(high))
        except ValueError:
            return value


def _read(quantity: Quantity) -> str:
    if quantity.base:
        return _key(quantity.base, 10 * quantity.base)
    low = next(v for v in (quantity.low, quantity.best, quantity.high, 0.0) if v is not None)
    high = next(v for v in (quantity.high, quantity.best, quantity.low, 0.0) if v is not None)
    share = 100 if quantity.fraction else 1
    return _key(low / share, high / share)


def _key(low: float, high: float) -> str:
    return f"{min(low, high):.6g}..{max(low, high):.6g}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print the sentences that were read wrongly")
    options = parser.parse_args()
    if options.misses:
        for text, wanted, given in _sentences(options.folder):
            if wanted != given:
                print(f"{text}\n  missed {sorted(wanted - given)}  extra {sorted(given - wanted)}")
    figures = measure(options.folder)
    print(json.dumps(figures) if options.json else "\n".join(f"{k} {v:.1f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
