"""Sentences -> the same without the pull quotes that ran into one of them.

A page sets a phrase of its story in large type between two paragraphs. In the text alone the phrase has no mark at its
end and runs on: "The water came up to the roof in an hour Mira Lotan told us of her way home". That it stands in the
report once more, with what ends it or carries it on there, tells it from the next speaker's words; it is read there
alone, with who said it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.model import Range

WORDS: Final = 8
"""Fewer are told twice by chance: a title, an office, a turn of phrase."""
SPEAKER: Final = 6
"""Fewer words behind the phrase are its speaker, and no text that it ran into."""
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_OPENED: Final = re.compile(r"(?:\A|[.!?…][\"”]?\s)[\s\"“]*\Z")
_RUNS_INTO: Final = re.compile(r"\s+[\"“]?\s?[A-Z]")
_GOES_ON: Final = re.compile(r"\s?[,.;:!?…]|[\"”]|\s[\"”](?!\s?[A-Z])|\s+(?:and|but)\b")
"""What stands behind the phrase where it belongs: nothing that it could run into, so that one telling always stays."""


def without_pulled(text: str, sentences: Sequence[Range]) -> Iterator[Range]:
    """The sentences in order, without each pull quote that runs on in one of them."""
    found = [list(_WORD.finditer(text, s.start, s.end)) for s in sentences]
    words = [word for of_sentence in found for word in of_sentence]
    folded = [word[0].casefold() for word in words]
    tellings = _tellings(folded)
    if all(len(places) == 1 for places in tellings.values()):
        yield from (_stripped(text, s.start, s.end) for s in sentences)
        return
    first = 0
    for sentence, of_sentence in zip(sentences, found, strict=True):
        last = first + len(of_sentence)
        begin = sentence.start
        for here in range(first, last - WORDS - SPEAKER + 1):
            there = next((t for t in tellings[tuple(folded[here : here + WORDS])] if t != here), None)
            if there is None or not (opened := _OPENED.search(text[sentence.start : words[here].start()])):
                continue
            length = _alike(folded, here, there, last - here)
            end, end_there = words[here + length - 1].end(), words[there + length - 1].end()
            if last - here - length >= SPEAKER and _RUNS_INTO.match(text, end) and _GOES_ON.match(text, end_there):
                if begin < sentence.start + opened.start():
                    yield _stripped(text, begin, sentence.start + opened.end())
                begin = end
        yield _stripped(text, begin, sentence.end)
        first = last


def _tellings(folded: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of words begins, the first time and the second."""
    tellings: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(folded) - WORDS + 1):
        places = tellings.setdefault(tuple(folded[at : at + WORDS]), [])
        if len(places) < 2:
            places.append(at)
    return tellings


def _alike(folded: Sequence[str], here: int, there: int, most: int) -> int:
    """How many words from two places on are the same, at most those between them."""
    most = min(most, abs(there - here), len(folded) - there)
    return next((n for n in range(most) if folded[here + n] != folded[there + n]), most)


def _stripped(text: str, start: int, end: int) -> Range:
    """A stretch without the white space around it."""
    words = text[start:end]
    return Range(start=end - len(words.lstrip()), end=start + len(words.rstrip()))
