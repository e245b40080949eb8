"""The foot of a flattened text: credits, tags and lists of other stories that a stripper glued to the end of the story.

A flattened page ends "... on Sunday. --Reuters". Each part is taken off in turn, the last first; what is left is story.
"""

import re

from dateline.clean.datelines import AGENCY
from dateline.clean.lines import Line, find_words
from dateline.clean.phrases import find_phrases
from dateline.clean.pieces import Piece
from dateline.model import BlockKind

REACH = 200
"""Code points from the end of a text in which one glued part must begin."""
OWN_VIEWS = re.compile(
    r"(?:The )?(?:[Oo]pinions|[Vv]iews) expressed (?:in this (?:commentary|article|column|piece|essay|blog|post|op-ed)"
    r"|here|above) are (?:solely )?those of [^.]{2,100}\.?$"
)
"""Whose opinion a piece is."""
_SIGNED = r"(?:[A-Z][\w'’.-]{0,20}|al-[A-Z]\w{1,20}|/|&|and)"
_FOOT: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("recommended", re.compile(r"\s(?:(?:Read |See )?Also:?|Read More:?)$")),
    (
        "byline",
        re.compile(
            r"\s\(?(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) (?:by"
            r"|from) [^.]{2,200}\W{0,3}$"
        ),
    ),
    (
        "byline",
        re.compile(r"(?<=[.\]\"”'])\s[A-Z][^.\]]{2,80} contributed to this (?:report|story|article)\W{0,2}$"),
    ),
    ("byline", re.compile(rf"(?<=[.\"”'])\s{OWN_VIEWS.pattern}")),
    (
        "other",
        re.compile(
            rf"(?:[-–—(]{{1,3}}|(?<![a-z]\s)\[)\s?(?i:(?:source\W{{1,3}})?{AGENCY}(?:(?:,| and|/"
            rf"|\s&) {AGENCY}){{0,3}})\s?[)\]]?\W{{0,2}}$"
        ),
    ),
    ("other", re.compile(r"\(?Source\W{1,3}[A-Z][\w' ]{1,60}\)?\.?$")),
    ("recommended", re.compile(r"(?<=[.\"”'])\s[^.]{10,150}? - YouTube(?:\s[^.]{0,150})?$")),
    ("byline", re.compile(r"\(With [\w ,]{0,60}\)\W{0,2}$")),
    ("chrome", re.compile(r"\s(?:\.{3}\s)?(?:\d{1,5}\s)?(?:Tags|Topics|Keywords):?\s[^.]{2,200}$")),
    ("date", re.compile(r"(?:Last [Uu]pdated?|Updated|Published)\W[^.]{6,120}$")),
    ("other", re.compile(r"(?<=[.\"”')])\s?(?:[A-Z]{2,4} )?\d{1,4}(?:[-/]\d{1,3})?$")),
    ("byline", re.compile(rf"(?<=[.\"”'])(?<!\.[A-Z]\.)\s(?!(?:Read|See|Tags)\b)(?:{_SIGNED}\s?){{1,8}}$")),
)
"""What stands after the end of a flattened story, each pattern anchored there; tried in turn until none fits."""
_LIST = re.compile(
    r"(?:(?<=\s)\.{3}\s\d{1,5}\s(?:Topic|Related|Tags)|(?<=[.\"”'’)]\s)Related"
    r"|(?<=\s)(?:Related|RELATED) (?:News|Stories|Articles|Topics|NEWS|STORIES))\s(?=[A-Z])"
)
_SENTENCE = re.compile(r"[a-z][.!?]\s[A-Z]")
LONGEST_LIST = 1_500
"""Code points at the end of a story in which a list of other stories' headlines may begin."""


def peel_foot(line: Line, start: int) -> list[Piece]:
    """The parts glued to the end of the story, last first, none before `start`: credits, tags, "Read Also"."""
    pieces: list[Piece] = []
    end = line.end
    for _ in range(8):
        begin = max(start, end - REACH)
        text = line.text[begin - line.start : end - line.start].rstrip()
        found = _foot_page(text) or next(
            ((kind, m.start()) for kind, pattern in _FOOT if (m := pattern.search(text)) and m.start() > 0), None
        )
        if found is None:
            listed = _foot_list(line, start, end)
            if listed is None:
                break
            pieces.append(listed)
            end = listed.start
            continue
        kind, cut = found
        first = begin + cut + len(text[cut:]) - len(text[cut:].lstrip())
        pieces.append(Piece(first, begin + len(text), kind))
        end = begin + cut
    return pieces


def _foot_list(line: Line, start: int, end: int) -> Piece | None:
    """The list of headlines or tags that runs to the end."""
    begin = max(start, end - LONGEST_LIST)
    text = line.text[begin - line.start : end - line.start].rstrip()
    cut = _list_start(text)
    return None if cut is None else Piece(begin + cut, begin + len(text), "recommended")


def _list_start(text: str) -> int | None:
    """Where a list of headlines or tags begins that runs to the end: mostly capitals, hardly a sentence."""
    for match in _LIST.finditer(text):
        words = find_words(text[match.end() :], match.end())
        capitals = sum(text[w.start].isupper() for w in words)
        listed = 2 * capitals >= len(words) or text.count(" | ", match.end()) >= 2
        if len(words) >= 4 and listed and len(_SENTENCE.findall(text, match.end())) <= 1:
            return match.start()
    return None


def _foot_page(text: str) -> tuple[BlockKind, int] | None:
    """The last page phrase, where little follows it."""
    words = find_words(text)
    every = find_phrases(words)
    phrases = [p for p in every if p.sure == "anywhere"]
    if every and every[-1].last == len(words) and every[-1].first and text[words[every[-1].first].start - 2] in ".)":
        phrases = every
    if not phrases or len(words) - phrases[-1].last > 4 or phrases[-1].first == 0:
        return None
    start = words[phrases[-1].first].start
    kind: BlockKind = "chrome" if phrases[-1].kind == "within" else phrases[-1].kind
    return (kind, start) if text[start].isupper() and text[start - 1] not in "\"“'‘" else None
