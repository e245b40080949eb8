"""A title line -> the title: without the name of the site and its sections, and whole where the line was cut short."""

import re
from collections.abc import Sequence

from dateline.clean.lines import Line, find_words, fold
from dateline.clean.phrases import find_phrases
from dateline.clean.region import Look
from dateline.clean.tables import outlet_of_name
from dateline.clean.topic import content

_SEPARATOR = re.compile(r"\s+(?:[-–—|·»:]{1,2})\s+|\s*\|\s*")
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
ABOVE = 12
"""Lines above the story among which its title stands."""
FEWEST_SHARED = 3
"""Words that a title must share with the beginning of its story to be taken for it."""
LONGEST_SITE = 5
"""Words up to which the end of a title can be the name of a site."""


def strip_site(title: str, outlet: str | None = None, below: Sequence[Line] = ()) -> str:
    """The title without " - Outlet", " | Section | Outlet" or "Opinion | ". An end is dropped when it names a known
    outlet or the report's own, or when the rest stands as a line of its own `below`."""
    parts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(title[:600])]
    lines = {fold(line.text) for line in below[:400]} if parts else set()
    for start, end in parts:
        rest, tail = title[:start], title[end:]
        if len(rest.split()) >= 2 and fold(rest) in lines:
            return rest.strip()
        if len(tail.split()) >= 3 and fold(tail) in lines:
            return tail.strip()
    for start, end in reversed(parts):
        tail = title[end:].strip()
        last = _SEPARATOR.split(tail)[-1]
        if len(title[:start].split()) >= 2 and len(last.split()) <= LONGEST_SITE and _is_site(last, outlet):
            return _without_sections(title[:start].strip(), outlet)
    return title.strip()


def names_site(title: str, outlet: str | None) -> bool:
    """Is a title but the name of its site, alone or with a section ("Karsen Courier", "World news - Courier")?"""
    parts = [part for part in _SEPARATOR.split(title[:600]) if part]
    sites = {part for part in parts if outlet_of_name(part) or fold(part) == fold(outlet or "")}
    if outlet and len(parts) > 1:
        sites |= {part for part in parts if f"{part} ".startswith(f"{outlet} ") and len(part.split()) <= LONGEST_SITE}
    return bool(sites) and all(part in sites or _is_section(part) for part in parts)


def whole_title(title: str, lines: Sequence[Line]) -> str:
    """The line that a title cut short by "..." begins, where one stands in the text; otherwise the title."""
    cut = _CUT.sub("", title)
    if cut == title or len(cut) < 15:
        return title
    start = fold(cut)
    for line in lines[:200]:
        if len(cut) < len(line.text) <= 300 and not _CUT.search(line.text) and fold(line.text).startswith(start):
            return line.text
    return title


def guess_title(looks: Sequence[Look], story: Sequence[bool]) -> Line | None:
    """The line above the story that shares most words with its beginning, where no title was given."""
    told = [i for i, inside in enumerate(story) if inside]
    if not told or told[0] == 0:
        return None
    topic = set().union(*(content(looks[i].words) for i in told[:4]))
    best, most = None, FEWEST_SHARED - 1
    for look in looks[max(0, told[0] - ABOVE) : told[0]]:
        shared = len(content(look.words) & topic)
        if 3 <= len(look.words) <= 25 and not look.page and shared > most:
            best, most = look.line, shared
    return best


def _is_site(name: str, outlet: str | None) -> bool:
    if outlet_of_name(name):
        return True
    mine, theirs = fold(name), fold((outlet or "").removeprefix("www."))
    return len(mine) >= 3 and len(theirs) >= 3 and (mine in theirs or theirs in mine)


def _is_section(name: str) -> bool:
    """Are the words those of a page's menu ("World news")?"""
    words = find_words(name)
    return sum(p.last - p.first for p in find_phrases(words)) == len(words)


def _without_sections(title: str, outlet: str | None) -> str:
    """Drop section names of one or two words that stood before the name of the site ("... - Region - World")."""
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            return title
        last = title[parts[-1].end() :]
        words = last.split()
        if len(words) > 2 or not all(w[0].isupper() for w in words) or len(title[: parts[-1].start()].split()) < 4:
            return title
        title = title[: parts[-1].start()].strip()
