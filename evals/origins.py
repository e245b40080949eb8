"""Which reports rest on one original: pairs judged by reading.

usage: python -m evals.origins [SHARED_DATA] [--json] [--misses]

`origin_pairs.csv` names 300 pairs of the Syria articles (fa-kes), the news events and timeline17, sampled over four
bands of shared five-word sequences, each judged by reading: `copy` (one rests on the other, or both on one agency's or
one outlet's text) or `independent` (a shared quotation, formula, stock paragraph of background or page furniture only).
Pairs that could be either were left out.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from dateline.clean import clean_report
from dateline.dedupe import compare
from dateline.model import Capture, CopyLink, Declared, Report, make_id
from evals.archives import SHARED, unpack
from evals.command import run

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


def misses(folder: Path) -> Iterator[str]:
    """The pairs judged wrongly, with the link that was found."""
    for pair, link in judge(folder):
        if (link is not None and not link.partial) != (pair["label"] == "copy"):
            found = link and (link.share_a, link.share_b, link.partial, link.why)
            yield f"{pair['label']} {pair['a']} {pair['b']} {found}"


if __name__ == "__main__":
    run(__doc__, measure, misses, SHARED)
