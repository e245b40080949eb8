"""Score the account of each gold cluster with ../shared/score/score.py.

usage: python -m evals.clusters [FOLDER] [--json] [--misses LAYER] [--out OUT_DIR]

FOLDER holds one folder a cluster (default ../shared/data/clusters), each with its reports as text files and `gold/`
where it is annotated; FOLDER may also be one cluster. With --out the accounts are kept as OUT_DIR/<cluster>.json.
The command takes the place of evals/cluster.py, which wrote accounts only.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import dateline
from dateline.tell.files import account_json
from evals.archives import SHARED

Table = dict[str, dict[str, float | int | None]]
SCORE = SHARED.parent / "score" / "score.py"


def clusters_in(folder: Path) -> list[Path]:
    """The folders of reports: the folder itself, or those in it."""
    if list(folder.glob("*.txt")):
        return [folder]
    return sorted(path for path in folder.iterdir() if list(path.glob("*.txt")))


def write_accounts(folder: Path, out: Path) -> Iterator[tuple[Path, Path]]:
    """Each cluster with the file that its account was written to."""
    for cluster in clusters_in(folder):
        target = out / f"{cluster.resolve().name}.json"
        target.write_bytes(account_json(dateline.read(sorted(cluster.glob("*.txt")))))
        yield cluster, target


def scorer() -> ModuleType:
    """The scorer as it lies in the shared folder."""
    spec = importlib.util.spec_from_file_location("score", SCORE)
    if spec is None or spec.loader is None or not SCORE.exists():
        raise FileNotFoundError(f"{SCORE}: the scorer is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(account: Path, gold: Path, misses: str = "") -> Table:
    """The scorer's table of one account; with `misses`, print what was missed or spurious in that layer."""
    scored = scorer().Scorer(json.loads(account.read_text("utf-8")), str(gold))
    table: Table = scored.run()
    for layer, rows in scored.misses.items():
        if misses in (layer, "all"):
            print(f"\n{gold.parent.name}: {layer}")
            for row in rows:
                print("  ", *row)
    return table


def headline(table: Table) -> dict[str, float]:
    """One number a layer, under the scorer's own names."""
    return {
        f"{layer}.{name}": float(value)
        for layer, row in table.items()
        for name, value in row.items()
        if value is not None and name not in ("gold", "found")
    }


def measure(folder: Path) -> dict[str, float]:
    """The mean of every number over the annotated clusters in the folder, and each cluster's own under its name."""
    rows: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as out:
        for cluster, account in write_accounts(folder, Path(out)):
            if (cluster / "gold").is_dir():
                for name, value in headline(score(account, cluster / "gold")).items():
                    rows.setdefault(name, []).append(value)
    return {name: sum(values) / len(values) for name, values in rows.items()}


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED / "clusters")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", default="", help="a layer of score.py, or all")
    parser.add_argument("--out", type=Path, help="keep the accounts here")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        out: Path = chosen.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        tables: dict[str, Any] = {}
        for cluster, account in write_accounts(chosen.folder, out):
            if (cluster / "gold").is_dir():
                tables[cluster.name] = score(account, cluster / "gold", chosen.misses)
    if chosen.json:
        json.dump(tables, sys.stdout, indent=1)
        return
    for cluster, table in tables.items():
        print(f"\n{cluster}")
        for layer, row in table.items():
            cells = "  ".join(f"{k} {v:.1f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
            print(f"  {layer:<18}{cells}")


if __name__ == "__main__":
    main()
