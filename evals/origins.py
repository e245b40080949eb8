"""Which reports rest on one original: pairs judged by reading.

usage: python -m evals.origins [SHARED_DATA] [--json] [--misses]

`origin_pairs.csv` names 300 pairs of the Syria articles (fa-kes), the news events and timeline17, sampled over four
bands of shared five-word sequences, each judged by reading: `copy` (one rests on the other, or both on one agency's or
one outlet's text) or `independent` (a shared quotation, formula, stock paragraph of background or page furniture only).
Pairs that could be either were left out.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

from dateline.clean import clean_report
from dateline.dedupe import compare
from dateline.model import Capture, CopyLink, Declared, Report, make_id
from evals.archives import SHARED, unpack

PAIRS = Path(__file__).with_name("origin_pairs.csv")


def load(folder: Path, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Report]:
    """The wanted articles of the three sets, cleaned, by set and id."""
    found: dict[tuple[str, str], Report] = {}

    def keep(name: str, key: str, text: str, **declared: str | None) -> None:
        if (name, key) in wanted:
            capture = Capture(
                id=make_id("r", name, key), sha256="", path=key, url=declared.pop("url", None), media="json",
                encoding="utf-8", content=text, declared=Declared(**declared),  # type: ignore[arg-type]
            )  # fmt: skip
            found[name, key] = clean_report(capture).report

    for line in (folder / "fa-kes.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        keep("fa-kes", row["id"], row["text"], title=row["title"], outlet=row["outlet"])
    for line in (folder / "news-events.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        keep(
            "news-events", row["url"], row["text"] or "", title=row["title"], outlet=row["source_domain"],
            published=row["date_publish"], url=row["url"],
        )  # fmt: skip
    root = unpack(folder / "timeline17-dev.tar.xz")
    for name, key in sorted(wanted):
        if name == "timeline17":
            topic, _, day, _ = key.split("/")
            text = (root / key).read_text("utf-8", errors="replace")
            keep(name, key, text, outlet=topic.partition("_")[2], published=day)
    return found


def judge(folder: Path) -> list[tuple[dict[str, str], CopyLink | None]]:
    """Each judged pair with the link that dedupe finds."""
    with PAIRS.open(encoding="utf-8", newline="") as table:
        pairs = list(csv.DictReader(table))
    reports = load(folder, {(p["set"], p[side]) for p in pairs for side in "ab"})
    return [(p, compare(reports[p["set"], p["a"]], reports[p["set"], p["b"]])) for p in pairs]


def measure(folder: Path = SHARED) -> dict[str, float]:
    """Precision, recall and F1 of `copy`; `false_corroboration`: of the pairs counted as two origins, those that rest
    on one (percent)."""
    counts = {"tp": 0, "fp": 0, "fn": 0, "tn": 0}
    for pair, link in judge(folder):
        said, true = link is not None and not link.partial, pair["label"] == "copy"
        counts["tp" if said and true else "fp" if said else "fn" if true else "tn"] += 1
    tp, fp, fn, tn = counts.values()
    return {
        "p": 100 * tp / max(1, tp + fp),
        "r": 100 * tp / max(1, tp + fn),
        "f1": 200 * tp / max(1, 2 * tp + fp + fn),
        "false_corroboration": 100 * fn / max(1, fn + tn),
        "pairs": float(sum(counts.values())),
    }


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    ask.add_argument("folder", nargs="?", type=Path, default=SHARED)
    ask.add_argument("--json", action="store_true")
    ask.add_argument("--misses", action="store_true")
    options = ask.parse_args()
    scores = measure(options.folder)
    if options.json:
        json.dump(scores, sys.stdout, indent=1)
    else:
        print("\n".join(f"{name:22}{value:8.1f}" for name, value in scores.items()))
    if options.misses:
        for pair, link in judge(options.folder):
            if (link is not None and not link.partial) != (pair["label"] == "copy"):
                print(
                    pair["label"], pair["a"], pair["b"], link and (link.share_a, link.share_b, link.partial, link.why)
                )


if __name__ == "__main__":
    main()
