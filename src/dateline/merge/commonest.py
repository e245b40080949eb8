"""values -> the commonest first."""

from collections import Counter
from collections.abc import Iterable


def most_common(values: Iterable[str]) -> list[str]:
    """Values by how often they occur, then by name."""
    counts = Counter(values)
    return sorted(counts, key=lambda v: (-counts[v], v))
