"""Timelines of many dated articles against journalists' timelines: date F1 and alignment-based ROUGE-1 (AR1-F).

usage: python -m evals.timeline17 [FOLDER] [--json] [TOPIC ...]

FOLDER is `timeline17-dev.tar.xz` or where it was unpacked. As is usual with this set, the number of dates, the mean
number of sentences a date and the first and last day are taken from each reference timeline; what is told of which day
is ours: the days that most reports tell happenings of, and the sentences of these happenings. The measures are those of
Martschat and Markert (2017), `align+ m:1`: each day is aligned with the day of the other timeline that is nearest in
date and words; common words count less the further the days are apart. Words are stemmed by our own light stemmer and
stop words are left out, where the original calls ROUGE-1.5.5. Published on all 9 topics (DATEWISE): .544 and .120.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from dateline.extract import read_reports
from dateline.merge import merge_story
from dateline.merge.words import sequence
from dateline.model import Agreement, Block, Dossier, Published, Report, Resolution, Story, make_id
from dateline.model.edtf import bounds, width
from dateline.resolve import resolve_story
from evals.archives import SHARED, unpack

Timeline = Mapping[date, Sequence[str]]


def read_articles(topic: Path) -> list[Report]:
    """The articles of a topic, dated by their folder."""
    reports = []
    for path in sorted(topic.glob("InputDocs/*/*.txt")):
        text = path.read_text("utf-8", errors="replace")
        reports.append(
            Report(
                id=make_id("r", topic.name, path.parent.name, path.name),
                path=path.name,
                url=None,
                text=text,
                language="en",
                outlet=path.name,
                published=Published(value=path.parent.name, precision="day", how="metadata"),
                blocks=(Block(start=0, end=len(text), kind="body"),),
            )
        )
    return sorted(reports, key=lambda r: r.id)


def read_timelines(topic: Path) -> list[Timeline]:
    """The reference timelines of a topic."""
    lines = (topic / "timelines.jsonl").read_text("utf-8").splitlines()
    return [{date.fromisoformat(day): sentences for day, sentences in json.loads(line) if sentences} for line in lines]


def days_told(
    reports: Sequence[Report], resolution: Resolution, agreement: Agreement
) -> dict[date, list[tuple[float, str]]]:
    """For each day, the happenings told of it: how many reports tell each, and its sentence."""
    texts = {r.id: r.text for r in reports}
    events = {e.id: e for e in resolution.events}
    found: dict[date, list[tuple[float, str]]] = defaultdict(list)
    for happening in agreement.happenings:
        days = bounds(happening.start)
        if days is None or width(days) > 1 or happening.told is None or happening.status in ("negated", "hypothetical"):
            continue
        told = happening.told
        sentence = next(
            (e.sentence for i in happening.events if (e := events[i]).report == told.report
             and e.sentence.start <= told.start < e.sentence.end), told)  # fmt: skip
        text = " ".join(texts[told.report][sentence.start : sentence.end].split())
        found[days[0]].append((happening.support.reports, text))
    return found


def choose(told: Mapping[date, list[tuple[float, str]]], reference: Timeline) -> Timeline:
    """The days that most reports tell of, as many as the reference has, each with its mean number of sentences."""
    first, last = min(reference), max(reference)
    length = round(sum(map(len, reference.values())) / len(reference)) or 1
    weight = {day: sum(n for n, _ in rows) for day, rows in told.items() if first <= day <= last}
    days = sorted(weight, key=lambda d: (-weight[d], d))[: len(reference)]
    return {day: _distinct(told[day], length) for day in days}


def _distinct(rows: Sequence[tuple[float, str]], length: int) -> list[str]:
    """The sentences that tell most of the day's words, told by most reports, that do not repeat one another."""
    common = Counter(w for n, text in rows for w in set(sequence(text)) for _ in range(int(n)))

    def standing(row: tuple[float, str]) -> tuple[float, str]:
        words = set(sequence(row[1]))
        return (-(row[0] ** 0.5) * sum(common[w] for w in words) / (len(words) + 8), row[1])

    kept: list[str] = []
    for _, text in sorted(rows, key=standing):
        words = set(sequence(text))
        if all(len(words & set(sequence(k))) <= 0.6 * min(len(words), len(set(sequence(k)))) for k in kept):
            kept.append(text)
        if len(kept) == length:
            break
    return kept


def date_f1(found: Timeline, reference: Timeline) -> float:
    """F1 of the chosen days."""
    both = len(found.keys() & reference.keys())
    return 2 * both / (len(found) + len(reference)) if found else 0.0


def align_f1(found: Timeline, reference: Timeline) -> float:
    """F1 of common words over days aligned many to one by date and words, weighed by nearness in date."""
    mine = {d: _counts(s) for d, s in found.items()}
    theirs = {d: _counts(s) for d, s in reference.items()}
    precision, recall = _share(mine, theirs), _share(theirs, mine)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(one: Mapping[date, Counter[str]], two: Mapping[date, Counter[str]]) -> float:
    """The share of one timeline's words that stand on the days of the other they are aligned with."""
    common = total = 0.0
    for day in sorted(one):
        total += sum(one[day].values())
        if two:
            best = min(sorted(two), key=lambda d: (1 - _near(day, d)) * (1 - _rouge(one[day], two[d])))
            common += _near(day, best) * (one[day] & two[best]).total()
    return common / total if total else 0.0


def _near(a: date, b: date) -> float:
    return 1 / (abs((a - b).days) + 1)


def _rouge(a: Counter[str], b: Counter[str]) -> float:
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()) if both else 0.0


def _counts(sentences: Sequence[str]) -> Counter[str]:
    return Counter(word for s in sentences for word in sequence(s))


def measure(folder: Path, topics: Sequence[str] = ()) -> dict[str, float]:
    """Date F1 and AR1-F, averaged over the reference timelines of the topics; from 0 to 1 as they are published."""
    root = unpack(folder)
    result: dict[str, float] = {}
    dates, contents = [], []
    for topic in sorted(p for p in root.iterdir() if (p / "timelines.jsonl").exists()):
        if topics and topic.name not in topics:
            continue
        reports = read_articles(topic)
        readings = read_reports(reports)
        story = Story(id=make_id("s", topic.name), title="", reports=tuple(r.id for r in reports))
        dossier = Dossier(story=story, reports=tuple(reports), origins=())
        resolution = resolve_story(dossier, readings)
        told = days_told(reports, resolution, merge_story(dossier, readings, resolution))
        scores = [(date_f1(t, r), align_f1(t, r)) for r in read_timelines(topic) for t in [choose(told, r)]]
        result[f"{topic.name}_date_f1"] = sum(d for d, _ in scores) / len(scores)
        result[f"{topic.name}_ar1_f"] = sum(a for _, a in scores) / len(scores)
        dates += [d for d, _ in scores]
        contents += [a for _, a in scores]
    return {"date_f1": sum(dates) / len(dates), "ar1_f": sum(contents) / len(contents), **result}


def main(*arguments: str) -> None:
    """Print the scores."""
    names = [a for a in arguments if not a.startswith("--")]
    folder = Path(names[0]) if names and Path(names[0]).exists() else SHARED / "timeline17-dev.tar.xz"
    scores = measure(folder, [n for n in names if not Path(n).exists()])
    if "--json" in arguments:
        print(json.dumps(scores))
    else:
        for name, value in scores.items():
            print(f"{name:40} {value:6.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
