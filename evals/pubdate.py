"""Publication dates of HTML pages whose JSON-LD carries one, with the JSON-LD hidden from the reader.

usage: python -m evals.pubdate [FOLDER_OR_ARCHIVE] [--json] [--misses]

FOLDER holds `*.html.gz` somewhere below it. `exact`: the day of publication as the page's own zone writes it, of the
pages that carry a `datePublished`; `minute`: pages where the time of day agrees too, of those whose JSON-LD has one.
"""

import gzip
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dateline.clean import clean_report
from dateline.model import Published
from evals.archives import unpack
from evals.command import run
from evals.extraction import DEFAULT, capture

_SCRIPT = re.compile(r"<script\b[^>]*ld\+json[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_KIND = re.compile(r'"@type"\s*:\s*(?:\[\s*)?"(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting)"')


def stated(markup: str) -> str | None:
    """The `datePublished` of the page's article in JSON-LD."""
    for match in _SCRIPT.finditer(markup):
        date = _DATE.search(match[1]) if _KIND.search(match[1]) else None
        if date and re.match(r"(?:19|20)\d\d-\d\d-\d\d", date[1]):
            return date[1]
    return None


def readings(path: Path) -> Iterator[tuple[str, str, Published]]:
    """Page, date stated in its JSON-LD, and what is read without the JSON-LD."""
    for file in sorted(unpack(path).rglob("*.html.gz")):
        markup = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        want = stated(markup)
        if want:
            report = clean_report(capture(_SCRIPT.sub("", markup), "html")).report
            yield file.name.removesuffix(".html.gz"), want, report.published


def same_minute(want: str, have: str) -> bool:
    """Do two moments agree to the minute, zones reckoned in where both give one?"""
    a, b = datetime.fromisoformat(want.replace("Z", "+00:00")), datetime.fromisoformat(have.replace("Z", "+00:00"))
    if a.tzinfo is None or b.tzinfo is None:
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
    return abs((a - b).total_seconds()) < 60


def measure(path: Path = DEFAULT) -> dict[str, float]:
    """Shares of pages in percent, and how many pages there are."""
    pages = exact = timed = minute = unknown = 0
    for _, want, have in readings(path):
        pages += 1
        unknown += have.value is None
        exact += (have.value or "")[:10] == want[:10]
        if "T" in want:
            timed += 1
            minute += have.precision == "minute" and _agrees(want, have.value or "")
    return {
        "exact": 100 * exact / pages if pages else 0.0,
        "minute": 100 * minute / timed if timed else 0.0,
        "unknown": 100 * unknown / pages if pages else 0.0,
        "pages": float(pages),
    }


def _agrees(want: str, have: str) -> bool:
    try:
        return same_minute(want, have)
    except ValueError:
        return False


def misses(path: Path) -> Iterator[str]:
    """The pages with another day, and why."""
    for page, want, have in readings(path):
        if (have.value or "")[:10] != want[:10]:
            yield f"{page[:12]} {want} {have.value} {have.why}"


if __name__ == "__main__":
    run(__doc__, measure, misses, DEFAULT)
