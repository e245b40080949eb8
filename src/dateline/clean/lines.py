"""text -> lines, sentences and words, as ranges of code points. Every function is linear in the length of the text."""

import re
from itertools import pairwise
from typing import NamedTuple

from dateline.english.calendar import SHORT_MONTHS
from dateline.english.names import SHORT_TITLES

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_TABS = re.compile(r"(?<=\S)[ \xa0\t]{2,}(?=[\"“'‘(\[]?[A-Z])")
_RUNS_ON = re.compile(r"(?:,|\b(?:an?|the|of|in|on|at|by|to|for|from|with|and|or))$")
"""What ends no paragraph: the words behind it belong to it, whatever white space stands between."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OTHER = re.compile(r"[\W_]+")
_STOP = re.compile(r"[.!?…。！？؟।]+[\"'”’»)\]]*")
_ABBREVIATION = frozenset(
    "hon st no vs inc ltd co corp u.s u.k u.n e.g i.e a.m p.m al etc approx est ft mt fig art pres cmdr sr jr".split()
) | frozenset(map(str.lower, (*SHORT_TITLES, *SHORT_MONTHS)))
_END = tuple(".!?…。！？؟।:;\"'”’»")
WRAPPED, WIDEST, FULL = 8, 130, 0.75
"""Lines from which wrapping can be told, the widest column, and the share of it that a wrapped line fills."""
LONGEST_SENTENCE = 5_000
"""Code points after which a sentence without an end is cut: a line of a megabyte must not become one sentence."""


class Line(NamedTuple):
    """A line without its outer white space; `text` is what stands at `[start, end)`."""

    start: int
    end: int
    text: str


class Word(NamedTuple):
    """A word of a line, folded to lower case and straight apostrophes; offsets are into the report."""

    start: int
    end: int
    text: str


def find_lines(text: str) -> list[Line]:
    """The lines that hold more than white space; where a page set something between its paragraphs and left only tabs,
    these part them."""
    lines = []
    for match in _LINE.finditer(text):
        start = match.start()
        for end in (*_parted(match.group()), match.end() - match.start()):
            raw = text[start : match.start() + end]
            stripped = raw.strip()
            if stripped:
                begin = start + len(raw) - len(raw.lstrip())
                lines.append(Line(begin, begin + len(stripped), stripped))
            start = match.start() + end
    return lines


def _parted(line: str) -> list[int]:
    """Where in a line a paragraph ends at tabs."""
    if "\t" not in line:
        return []
    tabs = (m for m in _TABS.finditer(line) if m.group().count("\t") > 1)
    return [m.end() for m in tabs if not _RUNS_ON.search(line, max(0, m.start() - 8), m.start())]


def find_paragraphs(text: str) -> list[Line]:
    """The lines of a text; where they were wrapped at a column, as in PDF and old wires, the paragraphs they make."""
    lines = find_lines(text)
    width = _wrap_width(text, lines)
    if not width:
        return lines
    paragraphs: list[Line] = []
    begin = None
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        begin = line.start if begin is None else begin
        broken = following is None or text.count("\n", line.end, following.start) > 1
        if broken or line.end - line.start < FULL * width:
            paragraphs.append(Line(begin, line.end, text[begin : line.end]))
            begin = None
    return paragraphs


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which the lines of a text were wrapped, or 0. Of wrapped lines many are about as long, few end a
    sentence, and the next goes on with a small letter."""
    if len(lines) < WRAPPED:
        return 0
    lengths = sorted(len(x.text) for x in lines)
    width = lengths[len(lengths) * 19 // 20]
    full = [
        (x, y)
        for x, y in pairwise(lines)
        if FULL * width <= len(x.text) <= width and text.count("\n", x.end, y.start) == 1
    ]
    if not 40 <= width <= WIDEST or 4 * len(full) <= len(lines):
        return 0
    open_ends = sum(not ends_like_prose(x.text) for x, _ in full)
    goes_on = sum(y.text[0].islower() for _, y in full)
    return width if 3 * open_ends > 2 * len(full) and 3 * goes_on > len(full) else 0


def find_words(text: str, start: int = 0) -> list[Word]:
    """The words of `text`, which stands at `start` in the report."""
    folded = text.lower().replace("’", "'")
    if len(folded) != len(text):  # a letter whose small form is longer, as of the Turkish İ
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    return [Word(start + m.start(), start + m.end(), m.group()) for m in _WORD.finditer(folded)]


def find_sentences(line: Line) -> list[Line]:
    """The sentences of a line. A full stop after an abbreviation or initial ends none."""
    text, cuts, begin = line.text, [], 0
    for match in _STOP.finditer(text):
        end = match.end()
        if end >= len(text):
            break
        if not text[end].isspace():
            continue
        after = text[end : end + 40].lstrip()[:2].lstrip("\"'“‘«([")[:1]
        if after.islower():
            continue
        if match.group()[0] == ".":
            word = text[max(begin, match.start() - 12) : match.start()].rsplit(None, 1)[-1:]
            token = word[0].lower().lstrip("(\"'“‘") if word else ""
            if token in _ABBREVIATION or (len(token) == 1 and token.isalpha()):
                continue
        cuts.append(end)
        begin = end
    sentences: list[Line] = []
    begin = 0
    for cut in [*cuts, len(text)]:
        while cut - begin > LONGEST_SENTENCE:
            space = text.rfind(" ", begin + LONGEST_SENTENCE // 2, begin + LONGEST_SENTENCE)
            middle = space if space > 0 else begin + LONGEST_SENTENCE
            _append(sentences, line, begin, middle)
            begin = middle
        _append(sentences, line, begin, cut)
        begin = cut
    return sentences


def ends_like_prose(text: str) -> bool:
    """Does the line end as a sentence does?"""
    text = text.rstrip(" \t*■●▪◆•µ")
    return text.endswith(_END) or text.endswith((".)", ".]", "!)", "?)"))


def stripped(line: Line, start: int, end: int) -> Line | None:
    """What lies between two places of a line, without the white space around it; null when there is nothing."""
    raw = line.text[start - line.start : end - line.start]
    text = raw.strip()
    start += len(raw) - len(raw.lstrip())
    return Line(start, start + len(text), text) if text else None


def fold(text: str) -> str:
    """Letters and digits only, in lower case, for comparing wordings."""
    return _OTHER.sub("", text.lower())


def _append(sentences: list[Line], line: Line, begin: int, end: int) -> None:
    raw = line.text[begin:end]
    stripped = raw.strip()
    if stripped:
        start = line.start + begin + len(raw) - len(raw.lstrip())
        sentences.append(Line(start, start + len(stripped), stripped))
