"""lines of a page and a main text found by another reader -> which lines that text took.

Long lines are found in the main text letter by letter and must stand there in the order of the page (the longest rising
run of positions decides between a paragraph and its teaser elsewhere); short lines count only in the gaps between.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dateline.clean.lines import fold

ANCHOR = 30
"""Letters from which a line is long enough to be found anywhere in the main text."""
PARTLY = 0.75
"""Share of a line's four-word runs that the main text must hold when it holds the line only in part."""
_RUN = 4


def align(lines: Sequence[str], main: str) -> list[bool]:
    """For each line, whether the main text holds it."""
    folded = fold(main)
    keys = [fold(line) for line in lines]
    runs = _runs(main)
    places: list[tuple[int, int]] = []
    for i, key in enumerate(keys):
        if len(key) < ANCHOR:
            continue
        at = folded.find(key)
        if at < 0:
            continue
        again = folded.find(key, at + len(key))
        places.append((i, at))
        if again >= 0:
            places.append((i, again))
    chosen = _rising(places)
    taken = [i in chosen for i in range(len(lines))]
    for i, line in enumerate(lines):
        if not taken[i] and len(keys[i]) >= ANCHOR:
            mine = _runs(line)
            taken[i] = bool(mine) and (mine & runs).total() >= PARTLY * mine.total() and folded.find(keys[i]) < 0
    _fill_gaps(taken, keys, chosen, folded)
    return taken


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = text.lower().split()
    return Counter(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _rising(places: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The longest run of lines whose positions rise, line -> position. Of one line the later position comes first, so
    that no line is taken twice."""
    ordered = sorted(places, key=lambda p: (p[0], -p[1]))
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for n, (_, at) in enumerate(ordered):
        k = bisect_left(tails, at)
        before.append(tail_at[k - 1] if k else -1)
        if k == len(tails):
            tails.append(at)
            tail_at.append(n)
        else:
            tails[k] = at
            tail_at[k] = n
    run: dict[int, int] = {}
    n = tail_at[-1] if tail_at else -1
    while n >= 0:
        line, at = ordered[n]
        run[line] = at
        n = before[n]
    return run


def _fill_gaps(taken: list[bool], keys: Sequence[str], chosen: dict[int, int], folded: str) -> None:
    """Take short lines that the main text holds between the lines around them."""
    cursor, following = 0, _following(keys, chosen, len(folded))
    for i, key in enumerate(keys):
        if i in chosen:
            cursor = chosen[i] + len(key)
        elif key and len(key) < ANCHOR:
            end = following[i]
            at = folded.find(key, cursor, end)
            if 0 <= at <= cursor + 3 * ANCHOR and any(j in chosen for j in range(max(0, i - 12), i + 12)):
                taken[i] = True
                cursor = at + len(key)


def _following(keys: Sequence[str], chosen: dict[int, int], end: int) -> list[int]:
    """For each line, where in the main text the next long line begins."""
    following = [end] * len(keys)
    for i in range(len(keys) - 2, -1, -1):
        following[i] = chosen.get(i + 1, following[i + 1])
    return following
