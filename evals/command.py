"""The command line that evals share: scores as a table or as JSON, and on request what went wrong.

usage: python -m evals.NAME [FOLDER] [--json] [--misses]
"""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def run(
    description: str | None,
    measure: Callable[[Path], Mapping[str, float]],
    misses: Callable[[Path], Iterable[str]],
    folder: Path,
) -> None:
    """Measure the folder that the command line names (`folder` if none) and print; `misses`: a line a fault."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=folder, help="folder, file or archive of the set")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument("--misses", action="store_true", help="list what went wrong below the scores")
    asked = parser.parse_args()
    scores = measure(asked.folder)
    width = max(map(len, scores), default=0) + 2
    print(json.dumps(scores, indent=1) if asked.json else "\n".join(f"{k:{width}}{v:6.1f}" for k, v in scores.items()))
    if asked.misses:
        for line in misses(asked.folder):
            print(line)
