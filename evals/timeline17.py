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
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

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


class Day(NamedTuple):
    """What is told of a day: by how many reports, over its happenings, and in which sentences."""

    weight: int
    sentences: frozenset[str]


def days_told(reports: Sequence[Report], resolution: Resolution, agreement: Agreement) -> dict[date, Day]:
    """For each day, the happenings told of it."""
    texts = {r.id: r.text for r in reports}
    events = {e.id: e for e in resolution.events}
    weights: Counter[date] = Counter()
    sentences: dict[date, set[str]] = defaultdict(set)
    for happening in agreement.happenings:
        if happening.status in ("negated", "hypothetical"):
            continue
        if (days := bounds(happening.start)) is not None and width(days) <= 1 and happening.told is not None:
            weights[days[0]] += happening.support.reports
        for event in (events[i] for i in happening.events):
            own = bounds(event.time)
            if own is not None and width(own) <= 1 and event.status not in ("negated", "hypothetical"):
                sentences[own[0]].add(" ".join(texts[event.report][event.sentence.start : event.sentence.end].split()))
    return {day: Day(weights[day], frozenset(sentences[day])) for day in sorted(weights)}


def choose(told: Mapping[date, Day], reference: Timeline, frequent: Mapping[str, float]) -> Timeline:
    """The days that most reports tell of, as many as the reference has, each with its mean number of sentences;
    `frequent` is the share of the topic's articles that have a word."""
    first, last = min(reference), max(reference)
    length = round(sum(map(len, reference.values())) / len(reference)) or 1
    within = [day for day in told if first <= day <= last]
    days = sorted(within, key=lambda d: (-told[d].weight, d))[: len(reference)]
    return {day: _central(told[day].sentences, length, frequent) for day in days if told[day].sentences}


def _central(sentences: Iterable[str], length: int, frequent: Mapping[str, float]) -> list[str]:
    """The sentences that tell most of the day's words, those of the topic before others, and do not repeat one
    another. (The two constants were chosen on development topics, where what was tried gave .13 to .16.)"""
    words = {text: set(sequence(text)) for text in sentences}
    common = Counter(word for own in words.values() for word in own)

    def standing(text: str) -> tuple[float, str]:
        worth = sum(common[w] * (1 + 2 * frequent.get(w, 0.0)) for w in words[text])
        return (-worth / (len(words[text]) + 4), text)

    kept: list[str] = []
    for text in sorted(words, key=standing):
        if all(len(words[text] & words[k]) <= 0.6 * min(len(words[text]), len(words[k])) for k in kept):
            kept.append(text)
        if len(kept) == length:
            break
    return kept


def frequencies(reports: Sequence[Report]) -> dict[str, float]:
    """The share of articles that have a word."""
    counts = Counter(word for r in reports for word in set(sequence(r.text)))
    return {word: n / len(reports) for word, n in counts.items()}


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
        frequent = frequencies(reports)
        scores = [(date_f1(t, r), align_f1(t, r)) for r in read_timelines(topic) for t in [choose(told, r, frequent)]]
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
