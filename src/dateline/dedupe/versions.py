"""two versions of one article -> Change: the sentences that were added, dropped or reworded."""

import re
from difflib import SequenceMatcher

from dateline.english.sentences import find_sentences
from dateline.model import Change, Range, Report

_BREAK = re.compile(r"[.!?…][”\"’']*\s+|\n+")
_WORD = re.compile(r"\w+")


def find_changes(a: Report, b: Report) -> tuple[Change, ...]:
    """What differs between two versions, sentence by sentence, in the order of the text; case, space and punctuation
    do not count. A stretch replaced by one of as many sentences is reworded sentence by sentence."""
    in_a, in_b = _sentences(a), _sentences(b)
    words_a, words_b = ([_words(r, s) for s in found] for r, found in ((a, in_a), (b, in_b)))
    changes: list[Change] = []
    for what, a1, a2, b1, b2 in SequenceMatcher(None, words_a, words_b, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if a2 - a1 == b2 - b1:
            changes += [Change(a=x, b=y) for x, y in zip(in_a[a1:a2], in_b[b1:b2], strict=True)]
        else:
            changes += [Change(a=x, b=None) for x in in_a[a1:a2]]
            changes += [Change(a=None, b=y) for y in in_b[b1:b2]]
    return tuple(changes)


def _sentences(report: Report) -> list[Range]:
    """The sentences of title and body, without the space around them."""
    found = []
    for block in report.blocks:
        if block.kind not in ("title", "body"):
            continue
        for start, end in find_sentences(report.text[block.start : block.end]):
            at = Range(start=block.start + start, end=block.start + end)
            if _WORD.search(report.text, at.start, at.end):
                found.append(at)
    return found


def _words(report: Report, at: Range) -> str:
    return " ".join(_WORD.findall(report.text[at.start : at.end].lower()))
