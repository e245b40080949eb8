"""words that the originals of a story open with -> how many of them open with a word, or with those of a sentence."""

from collections import Counter
from collections.abc import Mapping

from dateline.tell.words import stems


class Openings:
    """The words that each original opens with: its titles and the first sentences of its reports."""

    def __init__(self, own: Mapping[str, frozenset[str]]) -> None:
        """`own`: the words of each original."""
        self._own = own
        self._opened = Counter(word for words in own.values() for word in words)

    def with_words(self, words: str) -> int:
        """How many originals open with some words: with the rarest of them."""
        return min((self._opened[word] for word in stems(words)), default=0)

    def common(self, least: float) -> frozenset[str]:
        """The words that so many originals open with."""
        return frozenset(word for word, originals in self._opened.items() if originals >= least)

    def echo(self, text: str, origin: str) -> float:
        """How many of the others open with the words of a sentence of one original: from 0 to 1, over its words."""
        own, others, words = self._own[origin], len(self._own) - 1, stems(text)
        if not others or not words:
            return 0.0
        return sum(self._opened[word] - (word in own) for word in words) / (others * len(words))
