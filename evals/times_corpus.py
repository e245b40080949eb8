"""Times of the reading corpus and of gold clusters: values given the gold spans, and spans of the grammar alone.

usage: python -m evals.times_corpus [FOLDER] [--json] [--misses]

FOLDER is `reading-corpus` (default; JSONL of sentences) or `clusters` (reports with gold). A value is right when it
covers the same days as the gold, each end in the precision of the gold ("since 2014": 2014/2016 or 2014/2016-06-26).
Reported, in percent: `value` of the gold times with a calendar value, `duration` of those with a length, `guessed` of
those that the gold leaves unresolved; `span_p`, `span_r`, `span_f1` of the grammar alone, by overlap.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.model import Published, Reading, Record, Report, Time, TimeMention, TimeType
from dateline.resolve.times import resolve_times
from dateline.resolve.times.calendar import Stretch, read
from evals.archives import SHARED
from evals.command import run


class GoldTime(Record, frozen=True):
    """One annotated time; `value` as in the gold."""

    start: int
    end: int
    value: str | None
    type: TimeType
    optional: bool


class GoldReport(Record, frozen=True):
    """One annotated text."""

    name: str
    text: str
    published: str | None
    times: tuple[GoldTime, ...]


def corpus_reports(folder: Path) -> Iterator[GoldReport]:
    """The documents of the reading corpus: sentences joined in reading order."""
    for name in ("dev", "train"):
        documents: dict[str, list[dict[str, object]]] = defaultdict(list)
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            sentence = json.loads(line)
            documents[sentence["doc"]].append(sentence)
        for doc, sentences in documents.items():
            text, times = "", []
            for s in sentences:
                for t in s["times"]:  # type: ignore[attr-defined]
                    start, end = (len(text) + n for n in t["span"])
                    times.append(GoldTime(start=start, end=end, value=t["value"], type=t["type"], optional=False))
                text += str(s["text"]) + "\n\n"
            published = sentences[0]["date"]
            yield GoldReport(name=f"{name}/{doc}", text=text, published=published, times=tuple(times))  # type: ignore[arg-type]


def cluster_reports(folder: Path) -> Iterator[GoldReport]:
    """The reports of the clusters that have gold."""
    for path in sorted(folder.glob("*/gold/[0-9]*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (path.parent.parent / gold["file"]).read_bytes().decode("utf-8")
        meta = gold["metadata"]
        published = meta["published"]
        if published and meta.get("published_time"):
            published += f"T{meta['published_time']}"
        times = tuple(
            GoldTime(
                start=t["start"],
                end=t["end"],
                value=t["value"],
                type="vague" if t["value"] is None else "day",
                optional=bool(t.get("optional")),
            )
            for t in gold["times"]
            if t.get("role") != "page_view"
        )
        yield GoldReport(name=f"{path.parent.parent.name}/{path.stem}", text=text, published=published, times=times)


def resolve(gold: GoldReport, *, given: bool) -> tuple[Time, ...]:
    """Our times of the text, with the gold spans given or from the grammar alone."""
    report = Report(
        id="r", path=None, url=None, text=gold.text, language="en", published=Published(value=gold.published)
    )
    mentions = tuple(
        TimeMention(start=t.start, end=t.end, text=gold.text[t.start : t.end], type=t.type)
        for t in sorted(gold.times, key=lambda t: t.start)
    )
    return resolve_times(report, Reading(report="r", times=mentions if given else ()))


def same_days(hit: Time | None, gold: str) -> bool:
    """Do both cover the same days, each end as precise as the gold's? A gold span inside "since 2014" may be dated as
    its start, a gold unit may be cut off at the publication ("earlier this month")."""
    found = hit.value if hit else None
    a, b = read(found), read(gold)
    if hit is None or a is None or b is None:
        return False
    low = hit.text.lower()
    if low.startswith("since") and found and found.split("/")[0] == gold.split("/")[0]:
        return True
    if low.startswith(("earlier", "so far")) and a.first == b.first and a.last <= b.last:
        return True
    return (a.first, a.last) == (b.first, b.last) or _cut(a, gold, found or "") == gold.split("T")[0]


def _cut(stretch: Stretch, gold: str, found: str) -> str:
    ends = gold.split("/")
    if len(ends) != 2 or "/" not in found:
        return found
    return f"{stretch.first.isoformat()[: len(ends[0])]}/{stretch.last.isoformat()[: len(ends[1])]}"


def score(reports: Iterator[GoldReport], misses: list[str] | None = None) -> dict[str, float]:
    """All figures over the reports."""
    n: dict[str, int] = defaultdict(int)
    for gold in reports:
        ours = resolve(gold, given=True)
        for t in gold.times:
            hits = [o for o in ours if o.start < t.end and t.start < o.end]
            hit = max(hits, key=lambda o: min(o.end, t.end) - max(o.start, t.start), default=None)
            value = hit.value if hit else None
            if t.value is None:
                key, right = "null", not value or bool(hit and hit.granularity in ("duration", "set"))
            elif t.value.startswith("P"):
                key, right = "length", value == t.value
            else:
                key, right = "dated", same_days(hit, t.value)
            if t.optional and not right:
                continue
            n[key] += 1
            n[key + "_right"] += right
            if misses is not None and not right:
                around = gold.text[max(0, t.start - 50) : t.end + 30].replace("\n", " ")
                why = f"{hit.text!r} {value} {hit.granularity} ({hit.why})" if hit else "not found"
                misses.append(
                    f"{key:7}{gold.name} {gold.published} «{around}» [{gold.text[t.start : t.end]}] {t.value} | {why}"
                )
        alone = resolve(gold, given=False)
        n["found"] += len(alone)
        n["gold"] += len(gold.times)
        for o in alone:
            good = any(o.start < t.end and t.start < o.end for t in gold.times)
            n["found_right"] += good
            if misses is not None and not good:
                misses.append(
                    f"extra  {gold.name} «{gold.text[max(0, o.start - 40) : o.end + 30]!r}» [{o.text}] {o.value}"
                )
        for t in gold.times:
            good = any(o.start < t.end and t.start < o.end for o in alone)
            n["gold_right"] += good
            if misses is not None and not good:
                around = gold.text[max(0, t.start - 40) : t.end + 30]
                misses.append(f"missed {gold.name} «{around!r}» [{gold.text[t.start : t.end]}] {t.value}")
    p, r = n["found_right"] / max(1, n["found"]), n["gold_right"] / max(1, n["gold"])
    return {
        "value": 100 * n["dated_right"] / max(1, n["dated"]),
        "duration": 100 * n["length_right"] / max(1, n["length"]),
        "guessed": 100 * (n["null"] - n["null_right"]) / max(1, n["null"]),
        "span_p": 100 * p,
        "span_r": 100 * r,
        "span_f1": 200 * p * r / (p + r) if p + r else 0.0,
    }


def measure(folder: Path, misses: list[str] | None = None) -> dict[str, float]:
    """The figures of the reading corpus, or of the gold clusters, by what lies in the folder."""
    corpus = (folder / "dev.jsonl").exists()
    return score(corpus_reports(folder) if corpus else cluster_reports(folder), misses)


def misses(folder: Path) -> list[str]:
    """What was missed, found too much or read wrongly, a line each."""
    found: list[str] = []
    measure(folder, found)
    return found


if __name__ == "__main__":
    run(__doc__, measure, misses, SHARED / "reading-corpus")
