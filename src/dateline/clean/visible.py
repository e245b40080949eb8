"""markup -> the visible text of a page in reading order, one line a block, with what the markup says about each line.

Nothing visible is left out, story and page apart. The walk is iterative and bounded: a page of any nesting or size
costs time in proportion to what is read of it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from lxml import html as lxml_html
from lxml.etree import ErrorLevels, ParserError, XMLSyntaxError
from lxml.html import HtmlElement

LONGEST_MARKUP = 8_000_000
"""Code points of markup that are read; what follows is left out, with an issue."""
_HIDDEN = frozenset(
    "script style noscript template head svg iframe object canvas math select option datalist textarea".split()
)
_BREAKING = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset "
    "figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section summary table "
    "tbody td "
    "tfoot th thead tr ul".split()
)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_PAGE_TAGS = {
    "nav": "chrome",
    "footer": "chrome",
    "aside": "chrome",
    "form": "chrome",
    "button": "chrome",
    "figcaption": "caption",
}
_CLASS_WORDS = re.compile(
    r"(?P<comments>(?:^|[\s_-])(?:comments?|commentlist|disqus|replies|respond)(?:$|[\s_-]))"
    r"|(?P<recommended>(?:^|[\s_-])(?:related|recommend\w*|read-?more|more-(?:from|stories|news)|most-(?:read|popular)|trending|popular|teasers?"
    r"|outbrain|taboola|also-?like|see-?also|promos?|recirc\w*)(?:$|[\s_-]))"
    r"|(?P<chrome>(?:^|[\s_-])(?:nav\w*|menu|foot(?:er)?|sidebar|social|share\w*|sharing|newsletter|signup|subscri\w+|cookie\w*|breadcrumbs?"
    r"|adverts?|ads?|advertisement|sponsor\w*|banner|pagination|tags?|widget|modal|popup|login|toolbar|masthead|copyright|disclaimer|bio"
    r"|author-?(?:box|bio|info))(?:$|[\s_-]))"
    r"|(?P<caption>(?:^|[\s_-])(?:caption|wp-caption-text|credit|gallery|slideshow)(?:$|[\s_-]))"
    r"|(?P<byline>(?:^|[\s_-])(?:byline|author|authors)(?:$|[\s_-]))"
    r"|(?P<date>(?:^|[\s_-])(?:date|time|timestamp|datetime|published|dateline|post-date|entry-date|pubdate)(?:$|[\s_-]))",
    re.IGNORECASE,
)


_TAG = re.compile(r"<!--|-->|<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*>")
_UNREAD = {"<!--": "-->", "script": "script", "style": "style", "title": "title"}
"""What opens a stretch that is no text, and what closes it."""


class Mark(NamedTuple):
    """What the markup says about a line. `start`, `end` lie in the visible text; `linked` is the share of it inside
    links; `hint` the kind that tag, class or id of its ancestors name; `container` numbers the element around it."""

    start: int
    end: int
    tag: str
    linked: float
    hint: str | None
    container: int


class Page(NamedTuple):
    """The visible text of a page with its marks, the parsed tree and how deep it is nested. `whole`: all of it could be
    parsed; otherwise the text is what stands between the tags."""

    text: str
    marks: list[Mark]
    tree: HtmlElement | None
    depth: int
    cut: bool
    whole: bool = True


def read_page(markup: str) -> Page:
    """The visible text of a page."""
    cut = len(markup) > LONGEST_MARKUP
    tree, whole = parse(markup[:LONGEST_MARKUP])
    if tree is None or not whole:
        lines = _between_tags(markup[:LONGEST_MARKUP])
        return Page("\n".join(lines.lines), lines.marks, tree, 0, cut, whole=False)
    lines, deepest = _Lines(), 0
    for event, element, depth in _walk(tree):
        if event == "open":
            lines.open(element, depth)
        elif event == "text":
            lines.add(element.text)
        else:
            lines.close(element, depth)
            lines.add(element.tail)
        deepest = max(deepest, depth)
    lines.flush()
    return Page("\n".join(lines.lines), lines.marks, tree, deepest, cut)


def parse(markup: str) -> tuple[HtmlElement | None, bool]:
    """The tree of a page, or null where there is none to be had; and whether all of the page is in it."""
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError, ValueError):
        tree = None
    return tree, not any(error.level == ErrorLevels.FATAL for error in parser.error_log)


def _between_tags(markup: str) -> "_Lines":
    """The lines between the tags of a page that no parser takes: of elements nested by the thousand."""
    lines, at, skipped = _Lines(), 0, ""
    for tag in _TAG.finditer(markup):
        name = (tag["name"] or tag[0]).lower()
        if not skipped:
            lines.add(unescape(markup[at : tag.start()]))
        if skipped:
            skipped = "" if name == skipped and (tag["end"] or name == "-->") else skipped
        elif name in _UNREAD and not tag["end"]:
            skipped = _UNREAD[name]
        elif name in _BREAKING:
            lines.flush()
        at = tag.end()
    lines.add("" if skipped else unescape(markup[at:]))
    lines.flush()
    return lines


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement, int]]:
    """Opening, text and closing of every visible element, in reading order."""
    stack: list[tuple[HtmlElement, Iterator[HtmlElement]]] = []
    yield "open", tree, 0
    yield "text", tree, 0
    stack.append((tree, iter(tree)))
    while stack:
        parent, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                yield "close", parent, len(stack)
            continue
        if not isinstance(child.tag, str) or child.tag in _HIDDEN or _is_hidden(child):
            yield "close", child, -1
            continue
        yield "open", child, len(stack)
        yield "text", child, len(stack)
        stack.append((child, iter(child)))


def _is_hidden(element: HtmlElement) -> bool:
    if "hidden" in element.attrib:
        return True
    style = element.get("style")
    return bool(style and _HIDING_STYLE.search(style[:500]))


class _Lines:
    """Collects text into lines, and remembers for each what stood around it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0
        self.parts: list[str] = []
        self.link_depth = 0
        self.linked = 0
        self.hints: list[tuple[int, str]] = []
        self.blocks: list[tuple[int, int, str]] = [(0, 0, "body")]
        self.count = 0

    def open(self, element: HtmlElement, depth: int) -> None:
        tag = element.tag
        if tag in _BREAKING:
            self.flush()
            self.count += 1
            if tag != "br":
                self.blocks.append((depth, self.count, tag))
        if tag == "a":
            self.link_depth += 1
        hint = _hint(element)
        if hint:
            self.hints.append((depth, hint))

    def close(self, element: HtmlElement, depth: int) -> None:
        if depth < 0:
            return
        if element.tag in _BREAKING:
            self.flush()
            if element.tag != "br" and len(self.blocks) > 1:
                self.blocks.pop()
        if element.tag == "a" and self.link_depth:
            self.link_depth -= 1
        if self.hints and self.hints[-1][0] == depth:
            self.hints.pop()

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            if self.link_depth:
                self.linked += len(text.strip())

    def flush(self) -> None:
        if not self.parts:
            return
        line = _SPACE.sub(" ", "".join(self.parts)).strip()
        if line:
            start = self.length + bool(self.lines)
            self.length = start + len(line)
            self.lines.append(line)
            block = self.blocks[-1]
            container = self.blocks[-2][1] if len(self.blocks) > 1 else 0
            hint = self.hints[-1][1] if self.hints else None
            self.marks.append(Mark(start, self.length, block[2], min(1.0, self.linked / len(line)), hint, container))
        self.parts.clear()
        self.linked = 0


def _hint(element: HtmlElement) -> str | None:
    tag = element.tag
    if tag in _PAGE_TAGS:
        return _PAGE_TAGS[tag]
    if tag in ("html", "body", "article", "main", "p"):
        return None
    return _named(f"{element.get('class') or ''} {element.get('id') or ''}"[:300])


@lru_cache(maxsize=20_000)
def _named(names: str) -> str | None:
    match = _CLASS_WORDS.search(names) if len(names) > 2 else None
    return match.lastgroup if match else None
