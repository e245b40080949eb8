"""lines -> which of them are the story: the best path through before, story, gap and after.

Each line is scored by its own look (length, sentence end, capitals, page phrases); the path over all lines, found by
dynamic programming, lets neighbours decide: a story is entered once, may be interrupted, and is not entered again after
a comment form or a list of recommended headlines unless much prose follows. Lines that share no word with the title and
the main part of the story count for less in a second pass: that is how the teasers of other stories fall out. The
weights are set by hand.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.clean.lines import Line, Word, ends_like_prose, fold
from dateline.clean.phrases import PageKind, Phrase
from dateline.clean.topic import content, stems
from dateline.english.calendar import MONTH_STARTS
from dateline.english.patterns import one_of

ENTER, LEAVE, RETURN = -2.0, -0.5, -1.5
"""Costs of entering the story, of interrupting it and of coming back."""
NEAR_TITLE = 12
"""Lines after the title within which a story usually begins; entering there costs nothing."""
BARRIER = {"comments": -6.0, "recommended": -1.5, "chrome": -0.3, "within": 0.0}
"""What a page phrase that fills a line costs the gap it stands in: comments all but end a story."""
COMMENTED = -2.0
"""What such a line costs the story that goes on across it, without a gap."""
INTERRUPTION = -0.3
"""What a line costs that says that the story goes on after it ("Advertisement", "Story continues below")."""
STALE = -0.1
"""What each further line of a gap costs: the longer the interruption, the less likely a return."""
LISTED = -0.2
"""Score of a short line that is one of a list ("June 9 – ...", "3. ...")."""
OFF_TOPIC = -2.0
"""What a paragraph loses that shares no word with title and story, and stands after an interruption."""
_COMMENT = re.compile(
    r"\d+ (?:responses?|comments?|thoughts?|replies) (?:to|on)\b"
    r"|(?:on )?\w{3,9}\.? \d{1,2},? \d{4},? (?:at )?\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: said:?)?$"
    r"|(?:about )?(?:an?|\d+) (?:minute|hour|day|week|month|year)s? ago\b.{0,20}$"
    r"|.{2,60} (?:says|said|wrote|on .{6,20} (?:at|said).{0,20}):$",
    re.IGNORECASE,
)
"""Lines that stand over comments: who wrote when."""
_LIST_ITEM = re.compile(
    rf"(?:[-–—•*·●▪]\s?|\d{{1,3}}[.):]\s|\d{{1,3}}\s|{one_of(MONTH_STARTS)}[a-z]{{0,6}}\.? \d)",
    re.IGNORECASE,
)


class Look(NamedTuple):
    """What a line looks like. `page` is the share of its words inside page phrases, `barrier` their kind."""

    line: Line
    words: list[Word]
    phrases: list[Phrase]
    page: float
    barrier: PageKind | None
    prose: float


def look_at(line: Line, words: list[Word], phrases: list[Phrase]) -> Look:
    """The look of one line."""
    count = len(words)
    covered = sum(p.last - p.first for p in phrases if p.sure != "leading" or p.first == 0)
    page = covered / count if count else 1.0
    barrier: PageKind | None = None
    if phrases and phrases[0].first == 0 and (page >= 0.6 or (phrases[0].sure != "filling" and count <= 12)):
        barrier = phrases[0].kind
        if barrier == "within":
            return Look(line, words, phrases, page, barrier, INTERRUPTION)
    elif count <= 16 and _COMMENT.match(line.text):
        barrier = "comments"
    across = COMMENTED if barrier == "comments" else 0.0
    return Look(line, words, phrases, page, barrier, _prose(line, words, page) + across)


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
        score = 0.7 if count >= 7 else 0.2 if line.text[0] in "\"“'‘«" or line.text[-1] in '"”’»' else -0.2
    elif count >= 25:
        score = 0.6 + min(count - 25, 100) / 25
    else:
        score = -0.3 if count >= 12 else -1.0
    if count >= 4 and not ends:
        capitals = sum(line.text[w.start - line.start].isupper() for w in words)
        if capitals > 0.6 * len(words):
            score -= 0.8
    return score - 4.0 * page if page > 0.15 else score


def find_story(looks: Sequence[Look], first: int = 0, title: str | None = None) -> list[bool]:
    """Which lines belong to the story. Lines before `first` (a header that was recognised) do not."""
    scores = [x.prose for x in looks]
    for i in range(1, len(looks) - 1):
        if scores[i] < LISTED and looks[i].page < 0.3 and _LIST_ITEM.match(looks[i].line.text):
            beside = looks[i - 1].line.text, looks[i + 1].line.text
            if any(_LIST_ITEM.match(text) for text in beside):
                scores[i] = LISTED
    entry = _entries(looks, first, title)
    story = best_path(looks, scores, entry)
    core = _longest_run(story, scores)
    if len(core) < sum(story):
        topic = set().union(*(content(looks[i].words) for i in core)) | stems(title or "")
        for i, inside in enumerate(story):
            if inside and i not in core and not content(looks[i].words) & topic:
                scores[i] += OFF_TOPIC
        story = best_path(looks, scores, entry)
    return story


def _entries(looks: Sequence[Look], first: int, title: str | None) -> list[float]:
    """What entering the story costs at each line."""
    costs = [ENTER if i >= first else float("-inf") for i in range(len(looks))]
    if title:
        wording = fold(title)
        for i, look in enumerate(looks):
            if len(look.line.text) <= 2 * len(title) and fold(look.line.text).startswith(wording):
                for j in range(i + 1, min(i + 1 + NEAR_TITLE, len(looks))):
                    costs[j] = max(costs[j], 0.0) if j >= first else costs[j]
    return costs


def best_path(
    looks: Sequence[Look],
    scores: Sequence[float],
    entry: Sequence[float],
    leave: float = LEAVE,
    back: float = RETURN,
) -> list[bool]:
    """The lines inside the story on the best path: `scores` count inside, `entry` is what entering costs at a line."""
    before, inside, gap, after = 0.0, float("-inf"), float("-inf"), float("-inf")
    trace: list[tuple[str, str, str, str]] = []
    for look, score, cost in zip(looks, scores, entry, strict=True):
        best_in, from_in = max((inside, "inside"), (before + cost, "before"), (gap + back, "gap"))
        best_gap, from_gap = max((inside + leave, "inside"), (gap + STALE, "gap"))
        best_after, from_after = max((inside, "inside"), (after, "after"))
        trace.append(("before", from_in, from_gap, from_after))
        inside = best_in + score
        gap = best_gap + (BARRIER[look.barrier] if look.barrier else 0.0)
        after = best_after
    state = max((inside, "inside"), (after, "after"), (before, "before"))[1] if looks else "before"
    column = {"before": 0, "inside": 1, "gap": 2, "after": 3}
    story = [False] * len(looks)
    for i in range(len(looks) - 1, -1, -1):
        story[i] = state == "inside"
        state = trace[i][column[state]]
    return story


def _longest_run(story: Sequence[bool], scores: Sequence[float]) -> range:
    """The unbroken part of the story with the highest score."""
    best, best_score, begin = range(0), float("-inf"), None
    for i, inside in enumerate([*story, False]):
        if inside and begin is None:
            begin = i
        elif not inside and begin is not None:
            score = sum(scores[begin:i])
            if score > best_score:
                best, best_score = range(begin, i), score
            begin = None
    return best
