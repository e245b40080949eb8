"""Sentences -> windows: word pieces, words and letter shapes, several sentences to a window.

A window is `[CLS] sentence [SEP] sentence [SEP] …`: neighbours give each sentence its context. Heads answer for words,
at their first piece; word 0 of a window is `[CLS]` and stands for "none".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

CLS: Final = 101
SEP: Final = 102
MAX_PIECES: Final = 192
SHAPES: Final = ("other", "lower", "title", "upper", "initial", "mixed", "digit", "mark")
OTHER, LOWER, TITLE, UPPER, INITIAL, MIXED, DIGIT, MARK = range(8)

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one too long for a window, as pieces. `starts`, `ends` are code points of the text
    given; `heads` the first piece of each word; `shapes` the letter shape of each word."""

    ids: list[int]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    shapes: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Some sentences by index, `words[i]` the index of the first word of the i-th of them in the window."""

    sentences: list[int]
    words: list[int]
    pieces: int
    size: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as the network takes them: piece ids and shapes, which pieces are real, the first piece of each word."""

    ids: Ints
    shapes: Ints
    mask: Ints
    heads: Ints


@lru_cache(8192)
def shape_of(word: str) -> int:
    """The letter shape of a word: the encoder's vocabulary has no capitals, so they are told beside it."""
    if word.isdigit():
        return DIGIT
    if not any(c.isalpha() for c in word):
        return MARK
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    if word.istitle():
        return TITLE
    return MIXED if any(c.isupper() for c in word) else OTHER


def encode_sentences(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Sentence]:
    """Each text as pieces and words; a text without words gives an empty sentence."""
    return [
        _sentence(text, e.ids, e.offsets, e.word_ids)
        for text, e in zip(texts, tokenizer.encode_batch(list(texts), add_special_tokens=False), strict=True)
    ]


def _sentence(text: str, ids: list[int], offsets: list[tuple[int, int]], word_ids: list[int | None]) -> Sentence:
    heads: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    last: int | None = None
    for piece, (word, (start, end)) in enumerate(zip(word_ids, offsets, strict=True)):
        if word != last or not heads:
            heads.append(piece)
            starts.append(start)
            ends.append(end)
            last = word
        else:
            ends[-1] = max(ends[-1], end)
    shapes = [shape_of(text[s:e]) for s, e in zip(starts, ends, strict=True)]
    return Sentence(ids, heads, starts, ends, shapes)


def split_long(sentence: Sentence, most: int = MAX_PIECES - 2) -> Iterator[Sentence]:
    """The sentence itself, or parts of at most `most` pieces cut between words (only a run-on text is so long)."""
    if len(sentence.ids) <= most:
        yield sentence
        return
    first = 0
    while first < len(sentence.heads):
        origin = sentence.heads[first]
        last = first + 1
        while last < len(sentence.heads) and _end_of(sentence, last) - origin <= most:
            last += 1
        yield Sentence(
            sentence.ids[origin : min(_end_of(sentence, last - 1), origin + most)],
            [h - origin for h in sentence.heads[first:last]],
            sentence.starts[first:last],
            sentence.ends[first:last],
            sentence.shapes[first:last],
        )
        first = last


def _end_of(sentence: Sentence, word: int) -> int:
    """One past the last piece of a word."""
    return sentence.heads[word + 1] if word + 1 < len(sentence.heads) else len(sentence.ids)


def pack(sentences: Sequence[Sentence], most: int = MAX_PIECES) -> list[Window]:
    """Consecutive sentences into as few windows as hold them, of about equal length, so that none stands alone."""
    total = sum(len(s.ids) + 1 for s in sentences)
    count = max(1, -(-total // (most - 1)))
    fair = min(most, total // count + 24)
    windows: list[Window] = []
    members: list[int] = []
    words: list[int] = []
    pieces, size = 1, 1
    for index, sentence in enumerate(sentences):
        if not sentence.heads:
            continue
        if members and pieces + len(sentence.ids) + 1 > fair:
            windows.append(Window(members, words, pieces, size))
            members, words, pieces, size = [], [], 1, 1
        members.append(index)
        words.append(size)
        pieces += len(sentence.ids) + 1
        size += len(sentence.heads)
    if members:
        windows.append(Window(members, words, pieces, size))
    return windows


def make_batch(windows: Sequence[tuple[Sequence[Sentence], Window]]) -> Batch:
    """Windows, each with the sentences it indexes, padded to the longest."""
    length = max(w.pieces for _, w in windows)
    size = max(w.size for _, w in windows)
    ids = np.zeros((len(windows), length), np.int64)
    shapes = np.zeros((len(windows), length), np.int64)
    mask = np.zeros((len(windows), length), np.int64)
    heads = np.zeros((len(windows), size), np.int64)
    for row, (sentences, window) in enumerate(windows):
        line, letters, firsts = [CLS], [OTHER], [0]
        for index in window.sentences:
            sentence = sentences[index]
            offset = len(line)
            firsts += [offset + h for h in sentence.heads]
            line += sentence.ids
            for shape, first, end in zip(
                sentence.shapes, sentence.heads, [*sentence.heads[1:], len(sentence.ids)], strict=True
            ):
                letters += [shape] * (end - first)
            line.append(SEP)
            letters.append(OTHER)
        ids[row, : len(line)] = line
        shapes[row, : len(line)] = letters
        mask[row, : len(line)] = 1
        heads[row, : len(firsts)] = firsts
    return Batch(ids, shapes, mask, heads)
