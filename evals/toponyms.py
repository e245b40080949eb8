"""Toponyms in news: how many names of places are found, and how near to the truth they are put.

usage: python -m evals.toponyms [FOLDER] [--json] [--misses]

FOLDER holds TR-News.xml, lgl.xml and GeoVirus.xml (default: toponyms.tar.xz of the shared folder). Each article is a
story of its own; nothing but its text is known. A toponym is matched where a found span overlaps it; a second span on
one toponym is neither right nor wrong. `acc161` is the share of matched toponyms that are put within 161 km of the gold
point; `gold_spans_acc161` the same with the gold spans given. GeoVirus does not annotate adjectives ("Turkish"), the
other two do: what we read as one is left out there. GeoVirus takes the points of countries from Wikipedia, whose middle
of Canada or China is more than 161 km from that of GeoNames: `same161` counts the right country as right.
"""

import argparse
import json
import re
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

from dateline.extract import read_reports
from dateline.model import Block, Place, Reading, Report, make_id
from dateline.resolve.places import (
    Context,
    Gazetteer,
    Setting,
    Sighting,
    Toponym,
    find_toponyms,
    fold_name,
    resolve_places,
)
from evals.archives import SHARED, unpack

SETS = {"trnews": "TR-News.xml", "lgl": "lgl.xml", "geovirus": "GeoVirus.xml"}
ADJECTIVES = {"trnews", "lgl"}
DEFAULT = SHARED / "toponyms.tar.xz"
KM = 161.0
NOWHERE = 20_000.0
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"(])|\n+")


class Gold(NamedTuple):
    """One annotated toponym; `lat` is None where the set gives no point."""

    start: int
    end: int
    text: str
    lat: float | None
    lon: float | None


class Article(NamedTuple):
    """One article with its gold."""

    name: str
    domain: str
    text: str
    gold: list[Gold]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once."""
    return Gazetteer.open()


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of one set, their offsets mended: the sets count some characters twice."""
    for number, node in enumerate(ET.parse(path).getroot().iter("article")):
        text = node.findtext("text") or ""
        gold = []
        for tag in [*node.iter("toponym"), *node.iter("location")]:
            phrase = tag.findtext("phrase") or tag.findtext("name") or ""
            start = int(tag.findtext("start") or 0)
            if text[start : start + len(phrase)] != phrase:
                spots = [m.start() for m in re.finditer(re.escape(phrase), text)]
                if not spots:
                    continue
                start = min(spots, key=lambda spot: abs(spot - start))
            point = tag.find("gaztag") if tag.tag == "toponym" else tag
            lat = point.findtext("lat") if point is not None else None
            lon = point.findtext("lon") if point is not None else None
            end = start + len(phrase)
            gold.append(Gold(start, end, phrase, float(lat) if lat else None, float(lon) if lon else None))
        yield Article(f"{path.stem}-{number}", node.findtext("domain") or "", text, gold)


def readings_of(articles: Sequence[Article]) -> list[Reading]:
    """What the reader finds in the articles, each one body."""
    reports = [
        Report(
            id=make_id("r", a.name),
            path=None,
            url=None,
            text=a.text,
            language="en",
            blocks=(Block(start=0, end=len(a.text), kind="body"),),
        )
        for a in articles
    ]
    return list(read_reports(reports))


def found_spans(articles: Sequence[Article], *, adjectives: bool) -> list[list[tuple[int, int]]]:
    """What the reader and the gazetteer take for toponyms, by article."""
    spans = []
    for article, reading in zip(articles, readings_of(articles), strict=True):
        found = find_toponyms(article.text, reading.names, gazetteer())
        spans.append([(s.start, s.end) for s in found if adjectives or not is_adjective(s.text)])
    return spans


def is_adjective(name: str) -> bool:
    """Is it the people of a place before it is a place?"""
    known = gazetteer().find(name)
    return bool(known) and known[0].match == "demonym"


def places_of(article: Article, spans: Sequence[tuple[int, int]]) -> dict[str, Place]:
    """The places of an article by folded name, one toponym a name."""
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(article.text)), len(article.text)]
    sentences = [(a, b) for a, b in pairwise(cuts) if b > a]
    starts = [a for a, _ in sentences]
    seen: defaultdict[str, list[Sighting]] = defaultdict(list)
    names: dict[str, str] = {}
    for start, end in spans:
        a, b = sentences[bisect_right(starts, start) - 1]
        sentence, name = article.text[a : max(b, end)], article.text[start:end]
        key = fold_name(name)
        names.setdefault(key, name)
        seen[key].append(Sighting(report=article.name, sentence=sentence, start=start - a, end=end - a))
    toponyms = [Toponym(entity=key, name=names[key], sightings=tuple(sighted)) for key, sighted in seen.items()]
    context = Context(settings=(Setting(report=article.name, url=article.domain),))
    return resolve_places(toponyms, context, gazetteer())


def distance(gold: Gold, place: Place | None) -> float:
    """Kilometres between gold point and place; NOWHERE where the place is nowhere."""
    if place is None or place.lat is None or place.lon is None or gold.lat is None or gold.lon is None:
        return NOWHERE
    a, b, c, d = map(radians, (gold.lat, gold.lon, place.lat, place.lon))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


class Score:
    """Counts over one set."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self.right = self.spurious = self.matching = self.gold = self.pointed = self.near = self.same = 0
        self.misses: list[str] = []

    def add(self, article: Article, spans: Sequence[tuple[int, int]]) -> None:
        """Count one article."""
        places = places_of(article, spans)
        used: set[tuple[int, int]] = set()
        for gold in article.gold:
            self.gold += 1
            hit = max(
                (s for s in spans if s[0] < gold.end and s[1] > gold.start),
                key=lambda s: min(s[1], gold.end) - max(s[0], gold.start),
                default=None,
            )
            if hit is None:
                self.misses.append(f"{article.name}\tmissed\t{gold.text}")
                continue
            used.add(hit)
            self.right += 1
            if gold.lat is None:
                continue
            place = places.get(fold_name(article.text[hit[0] : hit[1]]))
            km = distance(gold, place)
            self.pointed += 1
            self.near += km <= KM
            self.same += km <= KM or bool(place and place.precision == "country" and km <= (place.radius_km or 0))
            if km > KM:
                where = (place.name, place.lat, place.lon, place.how) if place else None
                self.misses.append(f"{article.name}\tfar\t{gold.text}\t{gold.lat},{gold.lon}\t{km:.0f}\t{where}")
        self.matching += len(used)
        for start, end in spans:
            if not any(start < g.end and end > g.start for g in article.gold):
                self.spurious += 1
                self.misses.append(f"{article.name}\tspurious\t{article.text[start:end]}")

    def figures(self) -> dict[str, float]:
        """Percentages."""
        recall = self.right / self.gold
        precision = self.matching / max(1, self.matching + self.spurious)
        return {
            "p": 100 * precision,
            "r": 100 * recall,
            "f1": 200 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "acc161": 100 * self.near / max(1, self.pointed),
            "same161": 100 * self.same / max(1, self.pointed),
        }


def score(path: Path, name: str) -> tuple[dict[str, float], list[str]]:
    """One set end to end, and with gold spans."""
    articles = list(read_articles(path))
    whole, given = Score(), Score()
    for article, spans in zip(articles, found_spans(articles, adjectives=name in ADJECTIVES), strict=True):
        whole.add(article, spans)
        given.add(article, [(g.start, g.end) for g in article.gold])
    figures = whole.figures() | {f"gold_spans_{k}": v for k, v in given.figures().items() if k.endswith("161")}
    return figures, whole.misses + [f"given\t{miss}" for miss in given.misses]


def measure(folder: Path) -> dict[str, float]:
    """The figures of the three sets, as `set.figure`."""
    return {
        f"{name}.{key}": value for name, file in SETS.items() for key, value in score(folder / file, name)[0].items()
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    folder = unpack(chosen.folder)
    results = {name: score(folder / file, name) for name, file in SETS.items()}
    if chosen.json:
        print(json.dumps({f"{n}.{k}": v for n, (figures, _) in results.items() for k, v in figures.items()}, indent=1))
        return
    for name, (figures, misses) in results.items():
        print(f"{name:10}", "  ".join(f"{key} {value:.1f}" for key, value in figures.items()))
        if chosen.misses:
            print("\n".join(misses))


if __name__ == "__main__":
    main()
