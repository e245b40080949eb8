"""One line of the story -> pieces: page text that a stripper glued between its sentences is cut out.

A sentence that holds a page phrase is page, save the prose before or after the phrase; short sentences that address the
reader beside it are page as well ("Please re-enter."), and a run of capitalised words after it is a headline.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dateline.clean.captions import CREDITED, LONGEST_CAPTION, is_caption
from dateline.clean.datelines import DATELINE, FILED
from dateline.clean.front import COUNTERS
from dateline.clean.lines import Line, Word, find_sentences, find_words, stripped
from dateline.clean.phrases import Phrase, find_phrases
from dateline.clean.pieces import Piece
from dateline.clean.runs import headline_end, links_end, tags_end
from dateline.model import BlockKind

PROSE = 8
"""Words from which the rest of a sentence beside a page phrase counts as prose of its own."""
HEADLINE = 6
"""Capitalised words from which a run after a page phrase counts as a headline."""
NEIGHBOUR = 14
"""Words up to which a sentence between page sentences may be page too."""
FOOTER = 500
"""Code points up to which text between the page pieces of a footer is footer too."""
_TAGGED = re.compile(r"(?<=\w)\sTags\s(?=[A-Z])")
_BRACKETED = re.compile(r"\[[^\[\]]{3,60}\]")
_OWN_CREDIT = re.compile(r"[(\[]|REUTERS/")
_COUNTER = re.compile(r"\s?(?:\d{1,6}\s)?")
_TOLD = re.compile(r"\.[\"”’')]?$")
_PICTURED = re.compile(r"(?:(?:AP|AFP|EPA|REUTERS|Sputnik|Flickr|©)\s)?Photo\s(?=[A-Z])|REUTERS\s(?=[A-Z])")
_CAPITALS = r"[A-Z][A-Z'’-]{2,30}"
CROSSHEAD = re.compile(
    rf"(?:(?<=[.!?…\"”’)]\s)|^)(?:{_CAPITALS}(?:,?\s(?:{_CAPITALS}|OF|IN|ON|TO|AT|BY|A)){{1,9}}|[A-Z]{{6,30}})[?!]?\s"
    r"(?=[\"“]?(?:[A-Z][a-z]+\s[a-z]|A\s[a-z]))"
)
"""A heading in capitals that was glued to the sentence below it: "FORCED DISPLACEMENT A teacher said ..."."""
_WORDED = re.compile(r"[A-Z]{5}|\b(?:THE|AND|FOR|WITH|OF|IN|ON|TO|AT|BY)\b")
_BEGINS = re.compile(r"[\"“]?(?:The|An?|In|On|At|It|He|She|They|But|As|For|This|That|There|While|When|After)\s")
_ADDRESS = frozenset("you your you're you'll please us our click sign subscribe email".split())


class _Part(NamedTuple):
    start: int
    end: int
    kind: BlockKind
    words: list[Word]


def cut_page(line: Line) -> list[Piece]:
    """The pieces of a line of the story, neighbours of one kind joined."""
    parts = _with_captions(line, [part for sentence in find_sentences(line) for part in _parts(line, sentence)])
    pieces = list(_joined(_with_neighbours(parts)))
    return list(_joined(iter(_closed_foot(pieces))))


def _closed_foot(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with short body between page pieces at the end of a long line taken for page: a flattened footer."""
    closed = list(pieces)
    for i in range(len(pieces) - 2, 0, -1):
        piece = pieces[i]
        if piece.kind != "body":
            continue
        page = sum(p.end - p.start for p in closed[i + 1 :])
        if closed[-1].kind == "body" or piece.end - piece.start > min(page, FOOTER) or pieces[i - 1].kind == "body":
            break
        closed[i] = Piece(piece.start, piece.end, closed[i + 1].kind)
    return closed


def _with_captions(line: Line, parts: list[_Part]) -> list[_Part]:
    """The parts, with a sentence before a picture credit of its own taken for its caption ("... May 1. (AFP Photo)"),
    and the one before that where the first is only its date ("... in Mill Road. May 1 2031. (AFP Photo)")."""
    told = list(parts)
    for i in range(1, len(parts)):
        credit = line.text[parts[i].start - line.start : parts[i].end - line.start]
        if parts[i].kind != "caption" or not _OWN_CREDIT.match(credit):
            continue
        dated = i > 1 and parts[i - 1].end - parts[i - 1].start <= len("September 30, 2031.")
        for j in (i - 1, i - 2) if dated else (i - 1,):
            if parts[j].kind == "body" and parts[j].end - parts[j].start <= LONGEST_CAPTION:
                told[j] = parts[j]._replace(kind="caption")
    return told


def _parts(line: Line, sentence: Line) -> Iterator[_Part]:
    """The parts of a sentence: first cut behind picture credits and before tags, then each stretch by itself."""
    credits = {m.end() for m in CREDITED.finditer(sentence.text)}
    asides = [m.span() for m in _BRACKETED.finditer(sentence.text) if _is_page(m.group())]
    tagged = (m.start() for m in _TAGGED.finditer(sentence.text))
    cuts = sorted({0, len(sentence.text), *credits, *tagged, *(cut for aside in asides for cut in aside)})
    for start, end in pairwise(cuts):
        stretch = stripped(line, sentence.start + start, sentence.start + end)
        if stretch is None:
            continue
        if end in credits and end - start <= LONGEST_CAPTION:
            yield _Part(stretch.start, stretch.end, "caption", [])
        elif (start, end) in asides:
            yield _Part(stretch.start, stretch.end, "chrome", [])
        else:
            yield from _stretch_parts(line, stretch)


def _is_page(text: str) -> bool:
    """Is a text all of page phrases ("[click to enlarge]")?"""
    words = find_words(text)
    return sum(p.last - p.first for p in find_phrases(words)) == len(words)


def _stretch_parts(line: Line, stretch: Line) -> Iterator[_Part]:
    if is_caption(stretch) and stretch.end - stretch.start < line.end - line.start:
        yield _Part(stretch.start, stretch.end, "caption", [])
        return
    left: Line | None = stretch
    for cut, kind in _openings(line, stretch):
        yield _Part(stretch.start, stretch.start + cut, kind, [])
        left = stripped(line, stretch.start + cut, stretch.end)
    if left:
        yield from _phrase_parts(line, left)


def _openings(line: Line, stretch: Line) -> list[tuple[int, BlockKind]]:
    """What a stretch opens with, and where that ends: a photograph's credit with another story's headline, a dateline,
    a crosshead, or tags."""
    text = stretch.text
    pictured = _PICTURED.match(text)
    if pictured:
        end = headline_end(text, pictured.end())
        return [(end, "recommended")] if len(find_words(text[pictured.end() : end])) >= HEADLINE else []
    if text.startswith("Tags "):
        begin = stretch.start - line.start
        return [(min(tags_end(line.text, begin + len("Tags ")) - begin, len(text)), "chrome")]
    filed = DATELINE.match(text) if FILED.match(text) else None
    if filed:
        return [(filed.end(), "dateline")]
    crosshead = CROSSHEAD.match(text)
    return [(crosshead.end(), "other")] if crosshead and _is_crosshead(crosshead) else []


def _is_crosshead(match: re.Match[str]) -> bool:
    """Are the capitals a heading, and no body or title that opens the sentence ("UNICEF Director ...")? No acronyms
    alone, and a single word only before one that sentences begin with."""
    words = match.group().split()
    return bool(_WORDED.search(match.group())) and (len(words) > 1 or bool(_BEGINS.match(match.string, match.end())))


def _phrase_parts(line: Line, sentence: Line) -> Iterator[_Part]:
    words = find_words(sentence.text, sentence.start)
    every = find_phrases(words)
    buttons = _buttons(every, words, line)
    phrases = [p for p in every if p in buttons or _counts(p, words, line)]
    if not phrases:
        yield _Part(sentence.start, sentence.end, "body", words)
        return
    first, last = phrases[0], phrases[-1]
    begin, end = words[first.first].start, words[last.last - 1].end
    text = line.text
    if counters := COUNTERS.match(text, end - line.start):
        end = line.start + counters.end()
    before, after = words[: first.first], [w for w in words[last.last :] if w.start >= end]
    if len(before) >= PROSE and text[begin - line.start].isupper():
        yield _Part(sentence.start, before[-1].end, "body", before)
    else:
        begin = sentence.start
    kind = _strongest(phrases)
    if not after:
        yield _Part(begin, sentence.end, kind, words)
        return
    rest = after[0].start
    starts_anew = text[rest - line.start].isupper() or text[rest - line.start - 1] in "\"“'‘"
    headline = line.start + headline_end(text, rest - line.start)
    run = [w for w in after if w.end <= headline]
    if len(run) >= HEADLINE:
        yield _Part(begin, end, kind, words)
        yield _Part(rest, headline, "recommended", run)
        after = after[len(run) :]
        if after:
            yield _Part(after[0].start, sentence.end, "body" if len(after) >= 3 else kind, after)
    elif len(after) >= PROSE and starts_anew and last.kind != "recommended" and not _addresses(after):
        yield _Part(begin, end, kind, words)
        yield _Part(rest, sentence.end, "body", after)
    elif last.kind == "recommended" and (told := _after_links(line, sentence, rest)):
        yield _Part(begin, told.start, kind, [])
        yield _Part(told.start, told.end, "body", find_words(told.text, told.start))
    else:
        yield _Part(begin, sentence.end, kind, words)


def _after_links(line: Line, sentence: Line, start: int) -> Line | None:
    """The sentence that the headlines of other stories from `start` on ran into: no list with bars, no question."""
    told = stripped(line, line.start + links_end(line.text, start - line.start), sentence.end)
    is_told = told and _TOLD.search(told.text) and "|" not in told.text and len(find_words(told.text)) >= PROSE
    return told if is_told else None


def _buttons(phrases: list[Phrase], words: list[Word], line: Line) -> list[Phrase]:
    """The buttons that a sentence was glued to, with a counter among them: "Print Tweet Views 1662 Related"."""
    row, end, counted = 0, words[0].start if words else line.start, False
    for phrase in phrases:
        begin = words[phrase.first].start
        between = line.text[end - line.start : begin - line.start]
        if not _COUNTER.fullmatch(between) or line.text[begin - line.start].islower():
            break
        row, end, counted = row + 1, words[phrase.last - 1].end, counted or not between.isspace()
    counted = counted or COUNTERS.match(line.text, end - line.start) is not None
    return phrases[:row] if row > 1 and counted else []


def _counts(phrase: Phrase, words: list[Word], line: Line) -> bool:
    """Does a phrase count where it stands: sure ones anywhere, others at the beginning, headings like "Related News"
    in the middle when they are written like one."""
    if phrase.sure == "anywhere" or (phrase.sure == "leading" and phrase.first == 0):
        return True
    if phrase.sure != "leading" or phrase.kind != "recommended" or phrase.last - phrase.first < 2:
        return False
    return all(line.text[w.start - line.start].isupper() for w in words[phrase.first : phrase.last])


def _strongest(phrases: list[Phrase]) -> BlockKind:
    kinds = {p.kind for p in phrases}
    return "comments" if "comments" in kinds else "recommended" if kinds <= {"recommended"} else "chrome"


def _addresses(words: list[Word]) -> bool:
    return any(w.text in _ADDRESS for w in words)


def _with_neighbours(parts: list[_Part]) -> Iterator[Piece]:
    """Parts beside page parts become page where they are short and speak to the reader, or stand between two."""
    page = [p.kind not in ("body", "dateline", "caption") for p in parts]
    for i, part in enumerate(parts):
        left, right = i > 0 and page[i - 1], i + 1 < len(parts) and page[i + 1]
        kind = part.kind
        if (
            kind == "body"
            and len(part.words) <= NEIGHBOUR
            and (((left or right) and _addresses(part.words)) or (left and right and len(part.words) <= 4))
        ):
            kind = parts[i - 1].kind if left else parts[i + 1].kind
        yield Piece(part.start, part.end, kind)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    held: Piece | None = None
    for piece in pieces:
        if held and held.kind == piece.kind:
            held = Piece(held.start, piece.end, held.kind)
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held
