"""Text of a block -> its sentences, without the white space around them."""

from dateline.english.sentences import find_sentences
from dateline.model import Range


def split_sentences(text: str, start: int = 0) -> list[Range]:
    """The sentences of a block that begins at `start`; they cover all but white space."""
    return [Range(start=start + first, end=start + end) for first, end in find_sentences(text)]
