"""Figure, Figure -> whether both can be true of one moment."""

from dateline.model import Figure

ABOUT = 1.15
"""Two plain counts within this factor agree when one is rounded ("about", "nearly", "some")."""

FLOOR = 1.25
"""A plain count no further above "at least" or "more than" agrees with it; further, it is another count."""

COUNTED = 1.1
"""The same for the dead, who are counted one by one and not estimated."""

LOOSE = 1.5
"""How far a vague word may be passed: “scores” and 120 are one count."""

WORDS = frozenset({"dozens", "hundreds", "thousands", "vague", "range"})
FLOORS = frozenset({"at_least", "more_than"})


def number(figure: Figure) -> int | None:
    """The one number that stands for a figure: the best, else the lower bound, else the upper."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def agree(x: Figure, y: Figure) -> bool:
    """Whether both can be true of one moment: equal, one rounded, or a number inside the other's bounds."""
    low, high = sorted((x, y), key=lambda f: (number(f) or 0, f.id))
    n, m = number(low) or 0, number(high) or 0
    if n == m:
        return True
    for word, other in ((x, y), (y, x)):
        if word.qualifier in WORDS:
            return _inside(other, word)
    if "about" in (x.qualifier, y.qualifier) and m <= ABOUT * n:
        return True
    if low.qualifier == "more_than" and (m < _next_round(n) or (low.what == "injured" and m <= COUNTED * n)):
        return True
    if low.qualifier in FLOORS and high.qualifier in ("up_to", "fewer_than"):
        return True
    if low.qualifier in FLOORS and high.qualifier not in FLOORS | {"up_to", "fewer_than"}:
        return m <= (COUNTED if low.what in ("killed", "died") else FLOOR) * n
    return high.qualifier in ("up_to", "fewer_than") and m <= FLOOR * n


def _next_round(n: int) -> int:
    """The next number as round as one: “over 100” is said of 170, and of 200 nobody says it."""
    step = 10
    while n and n % (10 * step) == 0:
        step *= 10
    return n + step if n and n % step == 0 else n


def _inside(figure: Figure, word: Figure) -> bool:
    """Whether a figure's bounds touch those of a vague word read as a range."""
    low = word.low if word.low is not None else 0
    high = word.high * LOOSE if word.high is not None else max(low * 10, 10)
    n = number(figure) or 0
    top = figure.high if figure.high is not None else n
    return n <= high and top >= low
