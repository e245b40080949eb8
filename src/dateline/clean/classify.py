"""text -> pieces of known kind: what is story and what is page, line by line and inside lines."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.clean.captions import (
    PICTURE,
    captions_above,
    find_galleries,
    is_caption,
    is_credit_above,
    is_diagram,
    is_isolated_caption,
)
from dateline.clean.comments import find_comments
from dateline.clean.datelines import DATELINE, FILED
from dateline.clean.filed import part_head
from dateline.clean.foot import OWN_VIEWS, peel_foot
from dateline.clean.front import peel_front
from dateline.clean.head import (
    Header,
    find_header,
    header_pieces,
    is_byline_start,
    is_clock,
    is_credit_line,
    is_date_line,
)
from dateline.clean.inline import CROSSHEAD, cut_page
from dateline.clean.lines import Line, ends_like_prose, find_paragraphs, find_sentences, find_words, fold, stripped
from dateline.clean.marks import without_marks
from dateline.clean.phrases import PageKind, find_phrases
from dateline.clean.pieces import Piece
from dateline.clean.region import Look, find_story, look_at
from dateline.clean.topic import find_foreign, is_on_topic, is_stray
from dateline.model import BlockKind

MOSTLY_PAGE = 0.5
"""Share of a line's words inside page phrases from which the line is page."""
LONGEST_LIST = 120
"""Words up to which a line is a list of headlines: one that opens with "Related stories" and does not end like prose,
or that opens with "RELATED STORIES"."""
LIST_LENGTH = 12
"""Lines below the heading of a list of headlines or of comments that may belong to it."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CLIP = re.compile(r"\s\d{1,2}:\d\d$")
"""How long a clip is: the end of the line of its player."""
REPEATED = 8
"""Words from which a sentence that stands twice is a repetition and not a habit of speech."""


class Classified(NamedTuple):
    """A text with its pieces in order, its header, and the looks of its lines with those of the story marked."""

    pieces: list[Piece]
    header: Header
    looks: list[Look]
    story: list[bool]


def classify(text: str, title: str | None = None) -> Classified:
    """The pieces of a plain text; `title` is the one that came with the document."""
    looks, readers = _with_comments([find_look(line) for line in find_paragraphs(text)])
    above = looks[: len(looks) - len(readers)]
    header = find_header(above, title)
    story = find_story(above, header.end, header.wording)
    if not any(story):
        story = [i >= header.end and look.page < MOSTLY_PAGE for i, look in enumerate(above)]
    story = _with_standfirst(above, story, header.end) + [False] * len(readers)
    return classify_lines(text, looks, header, story, [*[None] * len(above), *readers])


def classify_lines(
    text: str, looks: list[Look], header: Header, story: list[bool], told: Sequence[BlockKind | None]
) -> Classified:
    """The pieces of lines of which it is known which are the story; `told` is the kind that markup gives a line."""
    inside = [i for i, s in enumerate(story) if s]
    first, last = (inside[0], inside[-1]) if inside else (len(looks), -1)
    galleries = _gallery_kinds(looks, story, header)
    told_of = [looks[i] for i in inside]
    foreign = {inside[i] for i in find_foreign(told_of, header.wording)}
    if inside and is_stray(told_of, header.wording):
        foreign.add(first)
    pieces = header_pieces(header, looks)
    begun = False
    for i in range(header.end, len(looks)):
        line = looks[i].line
        if kind := told[i]:
            pieces.append(Piece(line.start, line.end, kind))
        elif i in galleries:
            pieces.append(Piece(line.start, line.end, galleries[i]))
        elif not story[i]:
            pieces.append(Piece(line.start, line.end, _page_kind(looks, i, header, first, last)))
        elif kind := _line_kind(looks, i):
            pieces.append(Piece(line.start, line.end, kind))
        elif i in foreign:
            pieces.append(Piece(line.start, line.end, "unrelated"))
        else:
            pieces += _story_line(looks, i, header, first=not begun, last=i == last)
            begun = True
    parted = part_head(list(without_marks(sorted(pieces), text)), text, titled=header.wording is not None)
    if parted.title and header.wording is None:
        header.title, header.wording = parted.title, parted.title.text
    return Classified(list(_without_repeats(list(captions_above(parted.pieces, text)), text)), header, looks, story)


def find_look(line: Line) -> Look:
    """The look of one line with its words and page phrases."""
    words = find_words(line.text, line.start)
    return look_at(line, words, find_phrases(words))


def _with_comments(looks: list[Look]) -> tuple[list[Look], list[BlockKind]]:
    """The looks, parted where the readers' comments begin, and the kinds of the lines from there on."""
    begin = find_comments(looks)
    if begin is None:
        return looks, []
    parted: list[Look] = []
    for look in looks:
        if look.line.start < begin < look.line.end:
            ends = (look.line.start, begin), (begin, look.line.end)
            parted += [find_look(part) for a, b in ends if (part := stripped(look.line, a, b))]
        else:
            parted.append(look)
    below = [look for look in parted if look.line.start >= begin]
    return parted, [_page(look.barrier or "comments") for look in below]


def _with_standfirst(looks: Sequence[Look], story: list[bool], begin: int) -> list[bool]:
    """The story with the sentences without a full stop that stand between a short header and its first paragraph."""
    first = next((i for i, s in enumerate(story) if s), begin)
    above = looks[begin:first]
    if len(above) > 3 or any(len(x.words) < 6 or x.page >= 0.3 or is_date_line(x.line) for x in above):
        return story
    return [s or begin <= i < first for i, s in enumerate(story)]


def _gallery_kinds(looks: Sequence[Look], story: Sequence[bool], header: Header) -> dict[int, BlockKind]:
    """The lines of picture galleries: captions where they are about the story, otherwise unrelated."""
    kinds: dict[int, BlockKind] = {}
    galleries = find_galleries(looks[header.end :])
    in_gallery = {header.end + i for gallery in galleries for i in gallery}
    told = [x for i, x in enumerate(looks) if story[i] and i not in in_gallery]
    for gallery in galleries:
        lines = [header.end + i for i in gallery]
        if told:
            on_topic = is_on_topic([looks[i] for i in lines], told, header.wording)
            kinds |= dict.fromkeys(lines, "caption" if on_topic else "unrelated")
    return kinds


def _page_kind(looks: Sequence[Look], i: int, header: Header, first: int, last: int) -> BlockKind:
    """The kind of a line outside the story, which stands between the lines `first` and `last`."""
    look = looks[i]
    line = look.line
    within = first < i < last
    if (i < first or not look.barrier) and is_date_line(line):
        return "date"
    if look.barrier:
        return _page(look.barrier)
    if header.wording and fold(line.text) == fold(header.wording):
        return "other"
    if is_credit_line(line) or (i < first and is_byline_start(line)):
        return "byline"
    if is_caption(line) or (within and is_isolated_caption(looks, i)):
        return "caption"
    heading = _heading_above(looks, i)
    if heading == "recommended" and 4 <= len(look.words) <= 25:
        return "recommended"
    if heading == "comments" and i > last:
        return "comments"
    return "other" if within and look.page < 0.3 else "chrome"


def _heading_above(looks: Sequence[Look], i: int) -> PageKind | None:
    """The kind of the nearest page heading above a line ("Most read", "3 comments"), which lines below it share."""
    return next((x.barrier for x in reversed(looks[max(0, i - LIST_LENGTH) : i]) if x.barrier), None)


def _line_kind(looks: Sequence[Look], i: int) -> BlockKind | None:
    """The kind of a line of the story that is all of one kind other than body, or null."""
    look = looks[i]
    line = look.line
    lead = look.phrases[0] if look.phrases and look.phrases[0].first == 0 else None
    if OWN_VIEWS.fullmatch(line.text):
        return "byline"
    if look.page >= MOSTLY_PAGE:
        return _page(look.barrier or (lead.kind if lead else "chrome"))
    if lead and lead.sure != "filling" and lead.kind in ("recommended", "comments"):
        size = len(look.words)
        shouted = line.text[: look.words[lead.last - 1].end - line.start].isupper()
        if size <= 40 or (size <= LONGEST_LIST and (shouted or not ends_like_prose(line.text))):
            return _page(lead.kind)
    if is_diagram(look):
        return "other"
    if is_credit_above(looks, i) or is_credit_above(looks, i - 1):
        return "caption"
    if is_credit_line(line):
        return "byline"
    if (
        _ADDRESS.fullmatch(line.text)
        or is_clock(line)
        or (_CLIP.search(line.text) and any(p.sure == "anywhere" for p in look.phrases))
    ):
        return "chrome"
    if is_caption(line):
        return "caption"
    if line.text[0] == "[" and line.text[-1] == "]" and not ends_like_prose(line.text[:-1]):
        return "recommended"
    return None


def _page(kind: PageKind) -> BlockKind:
    return "chrome" if kind == "within" else kind


def _story_line(looks: Sequence[Look], i: int, header: Header, *, first: bool, last: bool) -> list[Piece]:
    """A line of the story, with what was glued to it cut off: head, foot, dateline, page."""
    look = looks[i]
    line = look.line
    head: list[Piece] = []
    start, end = line.start, line.end
    if first:
        glued = peel_front(line, header.wording)
        head, start = glued.pieces, glued.start
        header.stamps += glued.stamps
    elif dateline := DATELINE.match(line.text):
        head, start = [Piece(start, start + dateline.end(), "dateline")], start + dateline.end()
    foot = peel_foot(line, start) if last else []
    end = foot[-1].start if foot else end
    rest = stripped(line, start, end)
    if rest is None:
        return [*head, *foot]
    if is_isolated_caption(looks, i):
        return [*head, Piece(rest.start, rest.end, "caption"), *foot]
    if not first and _is_heading(looks, i):
        return [*head, Piece(rest.start, rest.end, "other"), *foot]
    glued_page = look.phrases or any(sign.search(rest.text) for sign in (FILED, PICTURE, CROSSHEAD))
    body = cut_page(rest) if glued_page else [Piece(rest.start, rest.end, "body")]
    return [*head, *body, *foot]


def _is_heading(looks: Sequence[Look], i: int) -> bool:
    """Is the line a heading within the story: a few words without an end, between paragraphs?"""
    text = looks[i].line.text
    if len(looks[i].words) >= 8 or text.rstrip(" '’\"”").endswith((".", "!", "?", "…", ",", ";")):
        return False
    beside = [*looks[i - 1 : i], *looks[i + 1 : i + 2]]
    return len(beside) == 2 and all(len(x.words) >= 8 and ends_like_prose(x.line.text) for x in beside)


def _without_repeats(pieces: list[Piece], text: str) -> Iterator[Piece]:
    """The pieces, with every sentence of the story that stands a second time split off as `other`; what the story tells
    is read there and not in a caption."""
    sentences = {
        piece: find_sentences(Line(piece.start, piece.end, text[piece.start : piece.end]))
        for piece in sorted(pieces)
        if piece.kind in ("body", "caption")
    }
    told = {fold(s.text) for piece, said in sentences.items() if piece.kind == "body" for s in said}
    seen: set[str] = set()
    for piece in sorted(pieces):
        begin = piece.start
        for sentence in sentences.get(piece, ()):
            key = fold(sentence.text)
            again = key in seen or (piece.kind == "caption" and key in told)
            if again and len(sentence.text) > 5 * REPEATED and sentence.text.count(" ") >= REPEATED - 1:
                if sentence.start > begin:
                    yield Piece(begin, sentence.start, piece.kind)
                yield Piece(sentence.start, sentence.end, "other")
                begin = sentence.end
            else:
                seen.add(key)
        if begin < piece.end:
            yield Piece(begin, piece.end, piece.kind)
