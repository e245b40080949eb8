"""How many reports a second the clean stage reads, plain text and HTML, and how HTML compares with trafilatura alone.

usage: python bench/clean.py [FOLDER_OR_ARCHIVE] [--json]

FOLDER is the article extraction benchmark (`html/*.html.gz`, `output/html-text.json`). Rates are of processor time on
one core, all measured in one run; plain text is news text of about 4,000 code points, made of invented sentences.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import trafilatura

from dateline.clean import clean_report
from evals.extraction import DEFAULT, capture, folder_of

TEXTS = 200
PARAGRAPHS = (
    "The council said on Tuesday that {n} people had left the town after the river rose for a third day, and that the "
    "road to the north was closed to all but emergency vehicles.",
    "“We were told to go at once,” said a shopkeeper who gave her name as Ana. She had walked {n} kilometres with her "
    "two sons, she added, before a lorry stopped for them.",
    "A spokesman for the ministry, speaking to reporters in the capital, put the cost of the damage at {n} million; he "
    "said that figure could change once engineers had reached the villages upstream.",
)


def invented(number: int) -> str:
    """A plain-text report of invented sentences."""
    body = [PARAGRAPHS[(number + i) % 3].format(n=number + 7 * i) for i in range(19)]
    return "\n".join(["River forces thousands from their homes", "", "www.example.org", "2016-11-10", "", *body])


def rate(work: Callable[[Any], object], inputs: Iterable[Any]) -> float:
    """Inputs a second of processor time."""
    inputs = list(inputs)
    began = time.process_time()
    for each in inputs:
        work(each)
    return len(inputs) / (time.process_time() - began)


def measure(path: Path = DEFAULT) -> dict[str, float]:
    """Rates a second, and the ratio of our HTML rate to trafilatura's."""
    clean_report(capture(invented(0), "text"))
    pages = [
        gzip.decompress(f.read_bytes()).decode("utf-8", "replace") for f in sorted(folder_of(path).rglob("*.html.gz"))
    ]
    clean_report(capture(pages[0], "html"))
    scores = {
        "text": rate(lambda n: clean_report(capture(invented(n), "text")), range(TEXTS)),
        "html": rate(lambda page: clean_report(capture(page, "html")), pages),
        "trafilatura": rate(lambda page: trafilatura.bare_extraction(page, include_comments=False), pages),
    }
    return scores | {"html_ratio": scores["html"] / scores["trafilatura"]}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    scores = measure(options.folder)
    if options.json:
        json.dump(scores, sys.stdout, indent=1)
    else:
        for name, value in scores.items():
            print(f"{name:12} {value:.2f}")


if __name__ == "__main__":
    main()
