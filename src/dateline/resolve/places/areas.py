"""Towns of an area -> where the area and its sides lie."""

import math
from collections.abc import Iterable, Iterator, Sequence

Spot = tuple[float, float]
"""Latitude and longitude."""

_PARTED = 6  # cells: a smaller area has no north that is a place of its own
_SIDES = {
    "n": (1, 0),
    "s": (-1, 0),
    "e": (0, 1),
    "w": (0, -1),
    "ne": (1, 1),
    "nw": (1, -1),
    "se": (-1, 1),
    "sw": (-1, -1),
}


def cells_of(towns: Iterable[Spot]) -> list[Spot]:
    """The cells of a 0.2 degree grid in which there is a town: towns themselves crowd where the people are."""
    return sorted({(round(lat * 5) / 5, round(lon * 5) / 5) for lat, lon in towns})


def middle(cells: Sequence[Spot]) -> tuple[float, float, float]:
    """Halfway between the outermost cells but for the last two in a hundred on each side, which are often misplaced
    towns; and the radius in kilometres that holds most of them, at least 10."""
    cut = len(cells) // 50
    (south, north), (west, east) = (
        (side[cut], side[-1 - cut]) for side in (sorted(a for a, _ in cells), sorted(b for _, b in cells))
    )
    lat, lon = (south + north) / 2, (west + east) / 2
    width = math.cos(math.radians(lat))
    spread = math.sqrt(sum((a - lat) ** 2 + ((b - lon) * width) ** 2 for a, b in cells) / len(cells)) * 111
    return round(lat, 3), round(lon, 3), round(max(10.0, 1.4 * spread), 1)


def parts_of(towns: Sequence[Spot]) -> Iterator[tuple[str, float, float, float]]:
    """Where "the north of" an area lies, for each side: the middle of the third of its peopled cells farthest there."""
    cells = cells_of(towns)
    if len(cells) < _PARTED:
        return
    lat, lon, _ = middle(cells)
    for side, (up, right) in _SIDES.items():
        ranked = sorted(cells, key=lambda cell: (up * (cell[0] - lat) + right * (cell[1] - lon), cell), reverse=True)
        yield side, *middle(ranked[: max(2, len(ranked) // 3)])
    ranked = sorted(cells, key=lambda cell: (abs(cell[0] - lat) + abs(cell[1] - lon), cell))
    yield "c", *middle(ranked[: max(2, len(ranked) // 3)])
