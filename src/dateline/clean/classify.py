"""lines -> pieces of known kind: what is story and what is page, line by line and inside lines."""

import re
from collections.abc import Iterator, Sequence

from dateline.clean.glued import DATELINE, peel_foot, peel_head
from dateline.clean.head import Header, find_header, header_pieces, is_date_line
from dateline.clean.lines import Line, find_lines, find_sentences, find_words, fold
from dateline.clean.phrases import find_phrases
from dateline.clean.pieces import Piece
from dateline.clean.region import Look, find_story, look_at
from dateline.model import BlockKind

_GALLERY = re.compile(r"^\d{1,3}\s?/\s?\d{1,3}\b|\b\d{1,3} show all\b|\bHide Caption \d+ of \d+")
_CAPTION = re.compile(
    r"^(?:image (?:copyright|caption|source)|media caption|photo(?:s|graph)?:|file (?:photo|[-–—])|still image shows"
    r"|(?:in this|this) (?:\S+ ){1,6}(?:file )?(?:photo|image|picture|handout|frame grab)\b|enlarge this image"
    r"|caption:|pictured:|grab from a video|(?:a|an|am) (?:photo|image|still|video grab|picture|handout)\b"
    r"|(?:AP:Associated Press|Getty(?: Images)?|AFP(?:/Getty(?: Images)?)?|Reuters|EPA|SWNS|PA|AP|Rex|REX/Shutterstock|Alamy|google|GETTY|BBC|Barcroft)"
    r"(?: [-–—•/] [A-Z][\w /]{1,30}?)?[:]? (?=(?:[A-Z][\w'’-]*,? ){1,3}(?!sa(?:id|ys)\b|report)))"
)
_CREDIT = re.compile(
    r"[\[(](?:[^()\[\]]{0,60}?\b(?:photo|image|picture|AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Xinhua|agencies|Agencies)\b[^()\[\]]{0,60})[\])]\W*$"
)


def classify(text: str) -> tuple[list[Piece], Header, list[Look], list[bool]]:
    """The pieces of a plain text."""
    looks = [_look(line) for line in find_lines(text)]
    header = find_header(looks)
    story = find_story(looks, header.end)
    pieces = header_pieces(header, looks)
    if not any(story):
        story = [i >= header.end and look.page < 0.5 for i, look in enumerate(looks)]
    story = _with_standfirst(looks, story, header.end)
    first = next((i for i, s in enumerate(story) if s), len(looks))
    last = max((i for i, s in enumerate(story) if s), default=-1)
    for i in range(header.end, len(looks)):
        if story[i]:
            pieces += _glued_pieces(looks[i], header, first=i == first, last=i == last)
        else:
            pieces += _page_piece(looks[i], header, first < i < last)
    return pieces, header, looks, story


def _with_standfirst(looks: Sequence[Look], story: list[bool], begin: int) -> list[bool]:
    """The story with the sentences without a full stop that stand between a short header and its first paragraph."""
    first = next((i for i, s in enumerate(story) if s), begin)
    above = looks[begin:first]
    if len(above) > 3 or any(len(x.words) < 6 or x.page >= 0.3 or is_date_line(x.line) for x in above):
        return story
    return [s or begin <= i < first for i, s in enumerate(story)]


def _look(line: Line) -> Look:
    words = find_words(line.text, line.start)
    return look_at(line, words, find_phrases(words))


def _page_piece(look: Look, header: Header, within: bool) -> list[Piece]:
    """A line outside the story."""
    line = look.line
    kind: BlockKind = "chrome"
    if look.barrier in ("comments", "recommended"):
        kind = look.barrier  # type: ignore[assignment]
    elif is_date_line(line):
        kind = "date"
    elif _is_caption(line) or (within and len(look.words) >= 6 and look.page < 0.3):
        kind = "caption"
    elif (header.title and fold(line.text) == fold(header.title.text)) or (within and look.page < 0.3):
        kind = "other"
    return [Piece(line.start, line.end, kind)]


def _glued_pieces(look: Look, header: Header, *, first: bool, last: bool) -> list[Piece]:
    """A line of the story, with what was glued before its beginning and after its end peeled off."""
    line, head, foot = look.line, [], []
    start, end = line.start, line.end
    if first:
        glued = peel_head(line, header.title.text if header.title else None)
        head, start = glued.pieces, glued.start
        header.stamps += glued.stamps
    else:
        dateline = DATELINE.match(line.text)
        if dateline:
            head, start = [Piece(start, start + dateline.end(), "dateline")], start + dateline.end()
    if last:
        foot = peel_foot(line, start)
        end = foot[-1].start if foot else end
    raw = line.text[start - line.start : end - line.start]
    rest = raw.strip()
    start += len(raw) - len(raw.lstrip())
    if not rest:
        return [*head, *foot]
    if not head and not foot:
        return _story_pieces(look, header)
    return [*head, *_story_pieces(_look(Line(start, start + len(rest), rest)), header), *foot]


def _is_caption(line: Line) -> bool:
    return bool(_CAPTION.match(line.text) or (len(line.text) < 600 and _CREDIT.search(line.text)))


def _story_pieces(look: Look, header: Header) -> list[Piece]:
    """A line of the story, cut where page or caption is glued into it."""
    line = look.line
    if _GALLERY.search(line.text):
        return [Piece(line.start, line.end, "caption")]
    if _is_caption(line):
        return [Piece(line.start, line.end, "caption")]
    if not look.phrases:
        return [Piece(line.start, line.end, "body")]
    return list(_merge(_sentence_pieces(line)))


def _sentence_pieces(line: Line) -> Iterator[Piece]:
    for sentence in find_sentences(line):
        words = find_words(sentence.text, sentence.start)
        phrases = [p for p in find_phrases(words) if p.sure == "anywhere" or (p.sure == "leading" and p.first == 0)]
        if not phrases:
            yield Piece(sentence.start, sentence.end, "body")
            continue
        first, last = phrases[0], phrases[-1]
        rest = len(words) - last.last
        cut = words[last.last].start if rest else sentence.end
        if rest >= 8 and first.first <= 6 and sentence.text[cut - sentence.start].isupper():
            yield Piece(sentence.start, words[last.last - 1].end, first.kind)
            yield Piece(cut, sentence.end, "body")
        else:
            yield Piece(sentence.start, sentence.end, first.kind)


def _merge(pieces: Iterator[Piece]) -> Iterator[Piece]:
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
