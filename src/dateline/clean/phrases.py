"""words -> page phrases: what pages say around stories, found word by word in a trie, in linear time."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

from dateline.clean.lines import Word, find_words

PageKind = Literal["chrome", "within", "comments", "recommended"]
Sure = Literal["anywhere", "leading", "filling"]
_MARKS: dict[str, Sure] = {"! ": "anywhere", "^ ": "leading"}
_GAP = 4
"""How many words a `*` of phrases.txt may stand for."""


class Phrase(NamedTuple):
    """Words `[first, last)` are a page phrase; `sure` says where it counts as page."""

    first: int
    last: int
    kind: PageKind
    sure: Sure


class _Node:
    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.value: tuple[PageKind, Sure] | None = None


@cache
def _trie() -> _Node:
    root, kind = _Node(), "chrome"
    for line in files("dateline.clean").joinpath("words/phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            node = root
            for word in _phrase_words(line[2:] if line[:2] in _MARKS else line):
                node = node.next.setdefault(word, _Node())
            if node is root:
                raise ValueError(f"phrases.txt: no word in {line!r}")
            node.value = (cast(PageKind, kind), _MARKS.get(line[:2], "filling"))
    return root


def _phrase_words(phrase: str) -> list[str]:
    return [w for part in phrase.split() for w in (["*"] if part == "*" else [x.text for x in find_words(part)])]


def find_phrases(words: Sequence[Word]) -> list[Phrase]:
    """The page phrases among the words, longest first at each place, without overlap."""
    found, i, root = [], 0, _trie()
    while i < len(words):
        hit = _longest(words, i, root) if words[i].text in root.next else None
        if hit is None:
            i += 1
        else:
            found.append(hit)
            i = hit.last
    return found


def _longest(words: Sequence[Word], first: int, root: _Node) -> Phrase | None:
    best: Phrase | None = None
    open_paths = [(root, first)]
    while open_paths:
        node, i = open_paths.pop()
        if node.value and (best is None or i > best.last):
            best = Phrase(first, i, *node.value)
        if i >= len(words):
            continue
        if words[i].text in node.next:
            open_paths.append((node.next[words[i].text], i + 1))
        if "*" in node.next:
            star = node.next["*"]
            open_paths.extend((star, i + skip) for skip in range(1, _GAP + 1) if i + skip <= len(words))
    return best
