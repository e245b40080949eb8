"""Main text against the article extraction benchmark, on its HTML pages and on its tagless page texts.

usage: python -m evals.extraction [FOLDER_OR_ARCHIVE] [--json] [--misses]

FOLDER holds `ground-truth.json`, `html/*.html.gz` and `output/html-text.json` (the pages without their tags), alone or
in one subfolder. Main text is what the report's reader sees as the article: body blocks and, between the first and the
last of them, headings (`other`).
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from dateline.clean import clean_report
from dateline.model import Capture, Report, make_id
from evals.archives import SHARED, unpack
from evals.command import run
from evals.shingles import score_page, score_pages

DEFAULT = SHARED / "article-extraction-benchmark.tar.xz"


def main_text(report: Report) -> str:
    """The article as the reader sees it."""
    body = [i for i, b in enumerate(report.blocks) if b.kind == "body"]
    if not body:
        return ""
    shown = report.blocks[body[0] : body[-1] + 1]
    return "\n".join(report.text[b.start : b.end] for b in shown if b.kind in ("body", "other", "dateline"))


def capture(content: str, media: Literal["html", "text"], url: str | None = None) -> Capture:
    """A capture of a page as intake makes it."""
    return Capture(
        id=make_id("r", content), sha256="", path=None, url=url, media=media, encoding="utf-8", content=content
    )


def folder_of(path: Path) -> Path:
    """The folder that holds the ground truth."""
    return next(iter(sorted(unpack(path).rglob("ground-truth.json")))).parent


def found_texts(path: Path, media: Literal["html", "text"]) -> dict[str, tuple[str, str]]:
    """By page: the gold article body and the main text found."""
    folder = folder_of(path)
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    texts = json.loads((folder / "output" / "html-text.json").read_text("utf-8"))
    texts = texts.get("output", texts)
    found = {}
    for key in sorted(truth):
        if media == "html":
            content = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        else:
            content = texts[key]["articleBody"]
        found[key] = truth[key]["articleBody"], main_text(clean_report(capture(content, media)).report)
    return found


def measure(path: Path = DEFAULT) -> dict[str, float]:
    """F1, precision and recall in percent, of HTML pages and of tagless texts."""
    scores = {}
    for media in ("html", "text"):
        for name, value in score_pages(found_texts(path, media).values()).items():
            scores[f"{media}_{name}"] = value
    return scores


def misses(path: Path) -> Iterator[str]:
    """The pages from the worst on."""
    for media in ("html", "text"):
        rows = []
        for key, (gold, found) in found_texts(path, media).items():
            precision, recall = score_page(gold, found)
            rows.append(((precision or 0.0) + (recall or 0.0), key, precision, recall))
        for _, key, precision, recall in sorted(rows)[:20]:
            yield f"{media} {key[:12]} precision {100 * (precision or 0):.1f} recall {100 * (recall or 0):.1f}"


if __name__ == "__main__":
    run(__doc__, measure, misses, DEFAULT)
