"""The article extraction benchmark's own metric: overlap of 4-grams of words, averaged over pages.

Written after the definition in the benchmark (github.com/scrapinghub/article-extraction-benchmark): a page's precision
and recall are those of its multiset of 4-grams; F1 is taken of the mean precision and the mean recall over pages; a
page where nothing was found has no precision and recall 0.
"""

import re
from collections import Counter
from collections.abc import Iterable

_SIZE = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text; of a shorter text, the text itself."""
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[i : i + _SIZE]) for i in range(max(bool(tokens), len(tokens) - _SIZE + 1)))


def score_page(gold: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page, null where there is nothing to divide by."""
    a, b = shingles(gold), shingles(found)
    hit = (a & b).total()
    return (hit / b.total() if b else None), (hit / a.total() if a else None)


def score_pages(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Precision, recall and F1 in percent over (gold, found) texts."""
    scores = [score_page(gold, found) for gold, found in pairs]
    precision, recall = _mean(p for p, _ in scores), _mean(r for _, r in scores)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}


def _mean(values: Iterable[float | None]) -> float:
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known else 0.0
