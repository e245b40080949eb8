"""lines -> which of them are the story: the best path through before, story, gap and after.

Each line is scored by its own look (length, sentence end, capitals, page phrases); the path over all lines, found by
dynamic programming, lets neighbours decide: a story is entered once, may be interrupted, and is not entered again after
a comment form or a list of recommended headlines unless much prose follows. The weights are set by hand.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.clean.lines import Line, Word, ends_like_prose
from dateline.clean.phrases import Phrase

ENTER, LEAVE, RETURN = -2.0, -0.5, -1.5
"""Costs of entering the story, of interrupting it and of coming back."""
BARRIER = {"comments": -6.0, "recommended": -1.5, "chrome": -0.3}
"""What a page phrase that fills a line costs the gap it stands in: comments all but end a story."""
STALE = -0.1
"""What each further line of a gap costs: the longer the interruption, the less likely a return."""


class Look(NamedTuple):
    """What a line looks like. `page` is the share of its words inside page phrases, `barrier` their kind."""

    line: Line
    words: list[Word]
    phrases: list[Phrase]
    page: float
    barrier: str | None
    prose: float


def look_at(line: Line, words: list[Word], phrases: list[Phrase]) -> Look:
    """The look of one line."""
    count = len(words)
    covered = sum(p.last - p.first for p in phrases if p.sure != "leading" or p.first == 0)
    page = covered / count if count else 1.0
    barrier = None
    if phrases and phrases[0].first == 0 and (page >= 0.6 or (phrases[0].sure != "filling" and count <= 12)):
        barrier = phrases[0].kind
    return Look(line, words, phrases, page, barrier, _prose(line, words, page))


def _prose(line: Line, words: list[Word], page: float) -> float:
    """How much the line reads like a paragraph of a story, above 0, or like a piece of page, below."""
    count = len(words)
    if not count:
        return -0.5
    if count < 5 and any(c >= "\u0e00" for c in line.text[:8]):  # scripts without spaces
        count = max(count, len(line.text) // 3)
    ends = ends_like_prose(line.text)
    if ends and count >= 12:
        score = 1.0 + min(count, 60) / 20
    elif ends:
        score = 0.7 if count >= 7 else 0.2 if line.text[0] in "\"“'‘«" else -0.2
    elif count >= 25:
        score = 0.6 + min(count - 25, 100) / 25
    else:
        score = -0.3 if count >= 12 else -1.0
    if count >= 4 and not ends:
        capitals = sum(line.text[w.start - line.start].isupper() for w in words)
        if capitals > 0.6 * len(words):
            score -= 0.8
    return score - 4.0 * page if page > 0.15 else score


def find_story(looks: Sequence[Look], first: int = 0) -> list[bool]:
    """Which lines belong to the story. Lines before `first` (a header that was recognised) do not."""
    before, inside, gap, after = 0.0, float("-inf"), float("-inf"), float("-inf")
    trace: list[tuple[str, str, str, str]] = []
    for i, look in enumerate(looks):
        enter = before + ENTER if i >= first else float("-inf")
        back = gap + RETURN
        stay = inside
        best_in, from_in = max((stay, "inside"), (enter, "before"), (back, "gap"))
        broken, still = inside + LEAVE, gap + STALE
        best_gap, from_gap = max((broken, "inside"), (still, "gap"))
        best_after, from_after = max((inside, "inside"), (after, "after"))
        trace.append(("before", from_in, from_gap, from_after))
        inside = best_in + look.prose
        gap = best_gap + (BARRIER[look.barrier] if look.barrier else 0.0)
        after = best_after
    state = max((inside, "inside"), (after, "after"), (before, "before"))[1] if looks else "before"
    column = {"before": 0, "inside": 1, "gap": 2, "after": 3}
    story = [False] * len(looks)
    for i in range(len(looks) - 1, -1, -1):
        story[i] = state == "inside"
        state = trace[i][column[state]]
    return story
