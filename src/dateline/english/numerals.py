"""The words that numbers are written in."""

from typing import Final

CARDINALS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
"""Those of one word below a hundred, by their value."""
ONE_TO_TWELVE: Final = tuple(word for word, value in CARDINALS.items() if 1 <= value <= 12)
"""Those that reports seldom write in digits."""
