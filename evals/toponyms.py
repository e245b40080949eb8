"""Toponyms in news: how many names of places are found, and how near to the truth they are put.

usage: python -m evals.toponyms [FOLDER] [--json] [--misses] [--gold-spans]

FOLDER holds TR-News.xml, lgl.xml and GeoVirus.xml (default: toponyms.tar.xz of the shared folder). Every distinct name
of an article is one toponym, the article one story. Recognition is exact or overlapping span F1 over the toponyms that
the set annotates; accuracy is the share of matched toponyms within 161 km of the gold point. With --gold-spans the
gold spans are resolved, without recognition.
"""

import json
import re
import sys
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from dateline.model import Place
from dateline.resolve.places import Context, Gazetteer, Setting, Sighting, Toponym, resolve_places
from evals.archives import SHARED, unpack

SETS = {"trnews": "TR-News.xml", "lgl": "lgl.xml", "geovirus": "GeoVirus.xml"}
DEFAULT = SHARED / "toponyms.tar.xz"
KM = 161.0
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


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of one set."""
    for number, node in enumerate(ET.parse(path).getroot().iter("article")):
        text = node.findtext("text") or ""
        gold = []
        for tag in [*node.iter("toponym"), *node.iter("location")]:
            start, end = int(tag.findtext("start") or 0), int(tag.findtext("end") or 0)
            phrase = tag.findtext("phrase") or tag.findtext("name") or ""
            if text[start:end] != phrase:  # the sets count some characters twice: take the nearest occurrence
                spots = [m.start() for m in re.finditer(re.escape(phrase), text)]
                if not spots:
                    continue
                start = min(spots, key=lambda spot: abs(spot - start))
                end = start + len(phrase)
            point = tag.find("gaztag") if tag.tag == "toponym" else tag
            lat = point.findtext("lat") if point is not None else None
            lon = point.findtext("lon") if point is not None else None
            gold.append(Gold(start, end, phrase, float(lat) if lat else None, float(lon) if lon else None))
        yield Article(f"{path.stem}-{number}", node.findtext("domain") or "", text, gold)


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Rough sentences: enough to see what stands beside a name."""
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if b > a]


def toponyms_of(article: Article, spans: list[tuple[int, int]]) -> list[Toponym]:
    """One toponym a distinct name."""
    sentences = sentences_of(article.text)
    starts = [a for a, _ in sentences]
    by_name: defaultdict[str, list[Sighting]] = defaultdict(list)
    for start, end in spans:
        a, b = sentences[bisect_right(starts, start) - 1]
        b = max(b, end)
        by_name[article.text[start:end]].append(
            Sighting(report=article.name, sentence=article.text[a:b], start=start - a, end=end - a)
        )
    return [Toponym(entity=name, name=name, sightings=tuple(seen)) for name, seen in by_name.items()]


def places_of(article: Article, spans: list[tuple[int, int]], gazetteer: Gazetteer) -> dict[str, Place]:
    """The places of an article by name."""
    context = Context(settings=(Setting(report=article.name, url=article.domain),))
    return resolve_places(toponyms_of(article, spans), context, gazetteer)


def distance(gold: Gold, place: Place | None) -> float:
    """Kilometres between gold point and place; 20,000 where the place is nowhere."""
    from math import asin, cos, radians, sin, sqrt

    if place is None or place.lat is None or place.lon is None or gold.lat is None or gold.lon is None:
        return 20_000.0
    a, b, c, d = map(radians, (gold.lat, gold.lon, place.lat, place.lon))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def resolution(path: Path, gazetteer: Gazetteer, misses: list[str] | None = None) -> dict[str, float]:
    """Accuracy within 161 km with gold spans."""
    near = count = 0
    for article in read_articles(path):
        gold = [g for g in article.gold if g.lat is not None]
        places = places_of(article, [(g.start, g.end) for g in gold], gazetteer)
        for g in gold:
            place = places.get(article.text[g.start : g.end])
            km = distance(g, place)
            count += 1
            near += km <= KM
            if km > KM and misses is not None:
                where = (place.name, place.lat, place.lon, place.how) if place else None
                misses.append(f"{article.name}\t{g.text}\t{g.lat},{g.lon}\t{km:.0f}\t{where}")
    return {"acc161": 100 * near / count, "toponyms": count}


if __name__ == "__main__":
    folder = unpack(Path(next((a for a in sys.argv[1:] if not a.startswith("-")), str(DEFAULT))))
    gazetteer = Gazetteer.open(Path("/tmp/plc/g.sqlite"))
    for name, file in SETS.items():
        misses: list[str] = []
        print(name, json.dumps(resolution(folder / file, gazetteer, misses)))
        Path(f"/tmp/plc/miss-{name}.txt").write_text("\n".join(misses))
