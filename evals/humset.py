"""Places in humanitarian reports: names found, and the GeoNames entries they mean.

usage: python -m evals.humset [FOLDER] [--json] [--misses]

FOLDER holds toponym_annotations.json and geocoding_annotations.csv of humset_geo (the default in the shared folder).
`f1`: spans that overlap, over the annotated locations; names used associatively ("the Yemeni government") cost nothing
when missed and are right when found. `geocoded`: of the pairs (document, toponym) whose GeoNames entry our gazetteer
has, the share resolved to it; `reach`: the share of pairs whose entry it has. Areas of our gazetteer bear codes, not
GeoNames numbers: a pair of an area is not counted.
"""

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.resolve.places import find_toponyms, fold_name
from evals.archives import SHARED
from evals.toponyms import Article, Gold, gazetteer, places_of, readings_of

DEFAULT = SHARED / "humset_geo"


def recognition(folder: Path, misses: list[str]) -> dict[str, float]:
    """Span precision, recall and F1."""
    documents = json.loads((folder / "toponym_annotations.json").read_text("utf-8"))
    articles = [
        Article(f"{n}-{d['lead_id']}", "", d["text"], [Gold(a["start"], a["end"], a["text"], None, None) for a in tags])
        for n, d in enumerate(documents)
        for tags in [d["annotations"]]
    ]
    right = found = matched = gold = 0
    for document, article, reading in zip(documents, articles, readings_of(articles), strict=True):
        spans = [(s.start, s.end) for s in find_toponyms(article.text, reading.names, gazetteer())]
        must = [g for g, a in zip(article.gold, document["annotations"], strict=True) if a["label"] == "LOC"]
        hits = [g for g in must if any(s < g.end and e > g.start for s, e in spans)]
        good = [s for s in spans if any(s[0] < g.end and s[1] > g.start for g in article.gold)]
        gold, right, found, matched = gold + len(must), right + len(hits), found + len(spans), matched + len(good)
        misses += [f"{article.name}\tmissed\t{g.text}" for g in must if g not in hits]
        misses += [f"{article.name}\tspurious\t{article.text[a:b]}" for a, b in spans if (a, b) not in good]
    precision, recall = matched / max(1, found), right / max(1, gold)
    return {"p": 100 * precision, "r": 100 * recall, "f1": 200 * precision * recall / max(1e-9, precision + recall)}


def occurrences(text: str, names: list[str]) -> Iterator[tuple[str, int, int]]:
    """Where the toponyms of a document stand in it, longer ones first."""
    taken: list[tuple[int, int]] = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I):
            if not any(m.start() < b and m.end() > a for a, b in taken):
                taken.append(m.span())
                yield name, *m.span()


def geocoding(folder: Path, misses: list[str]) -> dict[str, float]:
    """The share of pairs put on their GeoNames entry."""
    texts = {
        str(d["lead_id"]): d["text"]
        for d in json.loads((folder / "toponym_annotations.json").read_text("utf-8"))
    }  # fmt: skip
    pairs: defaultdict[str, dict[str, str]] = defaultdict(dict)
    with (folder / "geocoding_annotations.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if row["geonameid"] and row["geonameid"] != "-1":
                pairs[row["lead_id"]][row["toponym"]] = f"geonames:{row['geonameid']}"
    right = reached = count = 0
    for lead, wanted in sorted(pairs.items()):
        text = texts.get(lead) or ". ".join(name.title() for name in wanted)
        seen = list(occurrences(text, list(wanted)))
        places = places_of(Article(lead, "", text, []), [(a, b) for _, a, b in seen])
        spelled = {name: fold_name(text[a:b]) for name, a, b in seen}
        for name, entry in wanted.items():
            count += 1
            if not any(known.id == entry for known in gazetteer().find(name)):
                continue
            place = places.get(spelled.get(name, ""))
            reached += 1
            right += bool(place and place.gazetteer_id == entry)
            if not place or place.gazetteer_id != entry:
                misses.append(f"{lead}\tgeocoded\t{name}\t{entry}\t{place and (place.gazetteer_id, place.how)}")
    return {"geocoded": 100 * right / max(1, reached), "reach": 100 * reached / max(1, count), "pairs": count}


def measure(folder: Path) -> dict[str, float]:
    """All figures."""
    return recognition(folder, []) | geocoding(folder, [])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    misses: list[str] = []
    figures = recognition(chosen.folder, misses) | geocoding(chosen.folder, misses)
    print(json.dumps(figures, indent=1) if chosen.json else "  ".join(f"{k} {v:.1f}" for k, v in figures.items()))
    if chosen.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
