"""text -> its language (ISO 639-1), offline and deterministic; null for a text too short to tell."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FEWEST_LETTERS = 60
"""Letters below which a text is too short to tell."""
SURE = 0.9
"""Probability from which an answer counts."""
_READ = 1_500
"""Letters that are looked at."""
_LANGUAGES = (
    "am ar az bg bn bs ca cs da de el en es et fa fi fr gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky "
    "lo lt lv "
    "mg mk ml mn mr ms my ne nl no om pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th ti tl tr ug uk ur uz "
    "vi yo zh zu"
).split()
"""Languages that newsrooms write in; pidgins and minor written forms of these are left out, since they outbid them."""


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([x for x in _LANGUAGES if x in set(identifier.labels)])
    return identifier


def find_language(text: str) -> str | None:
    """The language of a text."""
    sample = text[:_READ]
    if sum(c.isalpha() for c in sample) < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= SURE else None
