"""The reader on the dev split of the reading corpus, by its own evaluation (training/evaluate.py).

usage: python -m evals.reader [FOLDER] [--json]

FOLDER holds `dev.jsonl` (default ../shared/data/reading-corpus). F1 is for overlapping spans with the right label.
`python -m training.evaluate CORPUS.jsonl` prints the whole table for any file in the corpus format.
"""

import argparse
import json
from pathlib import Path

from dateline.extract.network import shipped
from evals.archives import SHARED
from training.corpus import read_corpus
from training.evaluate import evaluate

DEFAULT = SHARED / "reading-corpus"


def measure(folder: Path = DEFAULT) -> dict[str, float]:
    """F1 of every layer, and the shares of what was found whose attributes are right, in percent."""
    table = evaluate(shipped(), read_corpus(folder / "dev.jsonl"))
    shares = table.pop("shares")
    return {f"{layer}.f1": row["f1"] for layer, row in table.items()} | {f"right.{k}": v for k, v in shares.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    scores = measure(chosen.folder)
    if chosen.json:
        print(json.dumps(scores, indent=1))
    else:
        for name, value in scores.items():
            print(f"{name:28}{value:6.1f}")


if __name__ == "__main__":
    main()
