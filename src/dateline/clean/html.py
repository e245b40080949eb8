"""markup -> a classified page: visible text, and a vote on which lines are the story.

Every line is scored by its look, by whether trafilatura took it, by what its markup says and by whether it stands in an
element that holds much of the story; the best path through the page decides.
"""

from collections import Counter
from collections.abc import Sequence

from dateline.clean.align import align
from dateline.clean.captions import is_caption
from dateline.clean.classify import Classified, classify_lines, find_look
from dateline.clean.head import Header, is_byline_start, is_date_line
from dateline.clean.lines import Line, fold
from dateline.clean.region import ENTER, Look, best_path
from dateline.clean.report import SelfDescription
from dateline.clean.selfsaid import describe_page
from dateline.clean.titles import strip_site
from dateline.clean.topic import content, stems
from dateline.clean.visible import Mark, Page
from dateline.model import BlockKind

TAKEN, NOT_TAKEN = 1.5, -2.0
"""Votes of trafilatura for and against a line."""
SAME_ELEMENT = 2.0
"""Vote for a line in an element that holds a good part of what trafilatura took."""
MAIN_SHARE = 0.2
"""Share of the taken text from which an element holds a good part of it."""
LINKED, LINK = 0.75, -3.0
"""Share of a line inside links from which it is a link, and its vote."""
HINTED = {"chrome": -0.5, "recommended": -1.5, "comments": -4.0, "caption": -1.0}
"""Votes of the names that tags, classes and ids give a line."""
HIGHEST, LOWEST = 3.0, -1.0
"""Bounds of the vote of a line's look."""
LEAVE, RETURN = -0.5, -1.5
MOST_LINES = 30_000
"""Lines from which trafilatura is not asked: pages of such size are no articles, and it would take minutes."""
DEEPEST = 400
"""Nesting from which trafilatura is not asked: its time grows with the square of it."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def classify_page(page: Page) -> tuple[Classified, SelfDescription]:
    """The classification of a page, and what it says of itself."""
    lines = [Line(m.start, m.end, page.text[m.start : m.end]) for m in page.marks]
    looks = [find_look(line) for line in lines]
    said = describe_page(page.tree) if page.tree is not None else SelfDescription()
    taken = _taken(page, lines)
    story = _find_story(looks, page.marks, taken)
    header, told = _tell_by_markup(page, looks, story, said)
    return classify_lines(page.text, looks, header, story, told), said


def _taken(page: Page, lines: Sequence[Line]) -> list[bool]:
    """Which lines trafilatura took for the story; none where it fails. It changes the tree, which is not read again."""
    if page.tree is None or not page.whole or len(lines) > MOST_LINES or page.depth > DEEPEST:
        return [False] * len(lines)
    import trafilatura

    try:
        found = trafilatura.bare_extraction(page.tree, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # a third-party parser on hostile input: whatever it raises, our own reading stands
        found = None
    main = str(getattr(found, "text", None) or "")
    return align([line.text for line in lines], main)


def _find_story(looks: Sequence[Look], marks: Sequence[Mark], taken: Sequence[bool]) -> list[bool]:
    if not any(taken):
        return best_path(looks, [_own_vote(x, m) for x, m in zip(looks, marks, strict=True)], [ENTER] * len(looks))
    size: Counter[int] = Counter()
    for mark, took in zip(marks, taken, strict=True):
        if took:
            size[mark.container] += mark.end - mark.start
    main = {container for container, share in size.items() if share >= MAIN_SHARE * size.total()}
    scores = []
    for look, mark, took in zip(looks, marks, taken, strict=True):
        score = _own_vote(look, mark) + (TAKEN if took else NOT_TAKEN)
        if mark.container in main and mark.linked < 0.5 and mark.tag not in _HEADINGS:
            score += SAME_ELEMENT
        scores.append(score)
    return best_path(looks, scores, [-1.0] * len(looks), LEAVE, RETURN)


def _own_vote(look: Look, mark: Mark) -> float:
    score = max(LOWEST, min(HIGHEST, look.prose)) + HINTED.get(mark.hint or "", 0.0)
    return score + LINK if mark.linked >= LINKED else score


def _tell_by_markup(
    page: Page, looks: Sequence[Look], story: list[bool], said: SelfDescription
) -> tuple[Header, list[BlockKind | None]]:
    """The header, and the kind of every line that markup alone decides."""
    header = Header()
    told: list[BlockKind | None] = [None] * len(looks)
    first = next((i for i, inside in enumerate(story) if inside), len(looks))
    heading = _heading(page.marks, looks, said, first)
    if heading is not None:
        header.title = looks[heading].line
        header.wording = strip_site(header.title.text, said.outlet, [x.line for x in looks])
        told[heading] = "title"
    elif said.title:
        header.wording = strip_site(said.title, said.outlet, [x.line for x in looks])
    begun = False
    for i, (look, mark) in enumerate(zip(looks, page.marks, strict=True)):
        if told[i]:
            continue
        if not story[i]:
            told[i] = _page_kind(look, mark, i < first)
        elif header.wording and fold(look.line.text) == fold(header.wording):
            told[i] = "other"
        elif mark.tag in _HEADINGS:
            told[i] = "recommended" if mark.linked >= LINKED else "other"
        elif mark.linked >= LINKED and len(look.words) >= 3:
            told[i] = "recommended"
        elif not begun and (is_date_line(look.line) or mark.hint == "date"):
            told[i] = "date"
        elif mark.hint == "caption":
            told[i] = "caption"
        else:
            begun = True
    return header, told


def _heading(marks: Sequence[Mark], looks: Sequence[Look], said: SelfDescription, first: int) -> int | None:
    """The line of the title: the heading above the story that agrees with the page's own title, else the last `<h1>`
    there."""
    own = fold(said.title or "")
    candidates = [i for i, m in enumerate(marks[: first + 3]) if m.tag in ("h1", "h2") and len(looks[i].words) >= 2]
    agreeing = [
        i
        for i in candidates
        if (key := fold(looks[i].line.text)) and len(key) >= 10 and (key in own or own in key) and own
    ]
    if agreeing:
        return agreeing[-1]
    topic = stems(said.title or "")
    return next(
        (i for i in reversed(candidates) if marks[i].tag == "h1" and (not topic or content(looks[i].words) & topic)),
        None,
    )


def _page_kind(look: Look, mark: Mark, above: bool) -> BlockKind | None:
    """The kind that markup names of a line outside the story, null where it leaves it to the words. `above`: the line
    stands before the story."""
    if above and is_date_line(look.line):
        return "date"
    if is_byline_start(look.line):
        return "byline"
    if look.barrier in ("comments", "recommended"):
        return None
    if mark.hint == "caption" or is_caption(look.line):
        return "caption"
    if mark.hint in ("comments", "recommended", "byline") and mark.linked < 1.1:
        return mark.hint  # type: ignore[return-value]
    if mark.linked >= LINKED and len(look.words) >= 5:
        return "recommended"
    return None if mark.hint is None else "chrome"
