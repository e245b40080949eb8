"""How many reports a second are put on the map, and how much memory the gazetteer takes.

usage: python bench/places.py [FOLDER] [--json]

The articles of FOLDER (the three toponym sets, by default those of the shared folder) with their gold toponyms, each a
story of its own, after one warm-up pass over a tenth of them; then the local papers' (LGL) all as one story, by their
distinct names a processor second. Memory is what the process grows by from before the gazetteer is opened to after the
last report that is a story of its own. Bounds of the project: 100 reports a second, 80 MB.
"""

import argparse
import json
import sys
import time
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals.archives import unpack
from evals.toponyms import DEFAULT, SETS, Article, gazetteer, places_of, read_articles

REPORTS_A_SECOND, MEGABYTES = 100.0, 80.0


def resident_mb() -> float:
    """Resident memory of this process; Linux only."""
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * 4096 / 2**20


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    folder = unpack(chosen.folder)
    articles = [article for file in SETS.values() for article in read_articles(folder / file)]
    before = resident_mb()
    gazetteer()
    for article in articles[::10]:
        places_of(article, [(g.start, g.end) for g in article.gold])
    began = time.perf_counter()
    toponyms = 0
    for article in articles:
        toponyms += len(places_of(article, [(g.start, g.end) for g in article.gold]))
    seconds = time.perf_counter() - began
    megabytes = resident_mb() - before
    papers = list(read_articles(folder / SETS["lgl"]))
    local = Article("lgl", "", "\n".join(a.text for a in papers), [])
    shifts = accumulate((len(a.text) + 1 for a in papers), initial=0)
    spans = [(g.start + shift, g.end + shift) for a, shift in zip(papers, shifts, strict=False) for g in a.gold]
    began_one = time.process_time()
    names = len(places_of(local, spans))
    figures = {
        "names_a_second_in_one_story": round(names / (time.process_time() - began_one), 1),
        "names_in_one_story": names,
        "reports": len(articles),
        "toponyms": toponyms,
        "reports_a_second": round(len(articles) / seconds, 1),
        "megabytes": round(megabytes, 1),
    }
    if chosen.json:
        print(json.dumps(figures))
        return
    print(
        f"{len(articles)} reports with {toponyms} names: {figures['reports_a_second']:.0f} a second (bound "
        f"{REPORTS_A_SECOND:.0f}), {figures['megabytes']:.0f} MB (bound {MEGABYTES:.0f}); one story of {names} names: "
        f"{figures['names_a_second_in_one_story']:.0f} names a second"
    )


if __name__ == "__main__":
    main()
