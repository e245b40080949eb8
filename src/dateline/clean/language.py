"""text -> its language (ISO 639-1), offline and deterministic; null for a text too short to tell."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FEWEST_LETTERS = 60
"""Letters below which a text is too short to tell."""
SURE = 0.9
"""Probability from which an answer counts."""
CERTAIN, ENOUGH = 0.999, 300
"""Probability, and letters of a text, from which an answer counts against the language that a document declares."""
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


def find_language(text: str, fewest: int = FEWEST_LETTERS, sure: float = SURE) -> str | None:
    """The language of a text."""
    sample = text[:_READ]
    if sum(c.isalpha() for c in sample) < fewest:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= sure else None


def check_language(declared: str, text: str) -> str:
    """The language of a text that declares one: another only where it certainly is, and one of the two is English, the
    language that is read; neighbours such as Indonesian and Malay are not told apart so well."""
    language = declared[:2].lower()
    found = find_language(text, ENOUGH, CERTAIN)
    return found if found and "en" in (language, found) else language
