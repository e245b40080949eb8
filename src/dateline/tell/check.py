"""sentence, support -> whether every number, name and date in it stands in its support."""

import re
from collections.abc import Sequence

from dateline.model import SourceSpan
from dateline.tell.told import Told
from dateline.tell.wording import SMALL
from dateline.tell.words import MONTHS, WEEKDAYS

CALENDAR = frozenset(w.casefold() for w in (*MONTHS, *WEEKDAYS))
OURS = frozenset(
    "at in on of the a an no one nobody other others earlier according reports report whether how what who it by its "
    "for and then later since before after not with from to there none where when why two three four five six seven "
    "eight nine ten killed wounded more up about several dozens scores hundreds thousands many some few most fewer "
    "tens".split()
)
"""Words of our own that a sentence may begin with."""


def holds(text: str, support: Sequence[SourceSpan], told: Told) -> bool:
    """Whether a sentence says no number and no name that its support does not say. A day written out from a weekday
    is right when its weekday or its date stands there, and so is the month put behind `last month`: their digits are
    the calendar's, not the reporter's."""
    quoted = " ".join(told.text(s) for s in support)
    return bool(support) and not unsupported(text, quoted)


def unsupported(text: str, quoted: str) -> list[str]:
    """The numbers and names of a text that the quoted words lack."""
    month = f"(?:{'|'.join(MONTHS)})"
    bare = re.sub(rf"\b(?:\d{{1,2}} (?:to|and) )?\d{{1,2}} {month}(?: \d{{4}})?|\({month} \d{{4}}\)", " ", text)
    have = set(re.findall(r"\d+", quoted.replace(",", "")))
    words = {w.casefold() for w in re.findall(r"[^\W\d_]+", quoted)}
    lacking = [n for n in re.findall(r"\d+", bare.replace(",", "")) if n not in have]
    for match in re.finditer(r"[^\W\d_]+", bare):
        word = match.group(0)
        if not word[0].isupper() or word.casefold() in words or word.casefold() in CALENDAR:
            continue
        opening = match.start() == 0 or re.search(r"[.:“\"] *$", bare[: match.start()])
        if opening and (word.casefold() in OURS or word.casefold() in SMALL):
            continue
        lacking.append(word)
    return lacking
