"""sentence, support -> whether every number, name and date in it stands in its support."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.english.patterns import one_of
from dateline.model import SourceSpan
from dateline.tell.told import Told
from dateline.tell.wording import LARGER, SMALL

CALENDAR = frozenset(w.casefold() for w in (*MONTHS, *WEEKDAYS))
OURS = frozenset(
    "at in on of the a an no one nobody other others earlier according reports report whether how what who it by its "
    "for and then later since before after not with from to there none where when why two three four five six seven "
    "eight nine ten killed wounded more up about several dozens scores hundreds thousands many some few most fewer "
    "tens".split()
)
"""Words of our own that a sentence may begin with."""

LARGE = re.compile(rf"\b(\d[\d,]*(?:\.\d+)?) ({'|'.join(LARGER)})\b")
"""A number with its word."""


def holds(text: str, support: Sequence[SourceSpan], told: Told) -> bool:
    """Whether a sentence says no number and no name that its support does not say. A day written out from a weekday
    is right when its weekday or its date stands there, and so is the month put behind `last month`: their digits are
    the calendar's, not the reporter's. A number may stand there in another form, a name in another spelling."""
    quoted = " ".join([*map(told.text, support), *_called(support, told)])
    return bool(support) and not unsupported(text, quoted, _counted(support, told))


def _counted(support: Sequence[SourceSpan], told: Told) -> set[int]:
    """The numbers that the figures of some sentences were read as: 2,000,000 of “2 million”."""
    figures = [f for span in support for f in told.figures_in(span)]
    return {n for f in figures for n in (f.low, f.best, f.high) if n is not None}


def _called(support: Sequence[SourceSpan], told: Told) -> Iterable[str]:
    """All names of those whom some sentences name: other reports may spell them otherwise."""
    for span in support:
        for entity in told.named_in(span):
            yield from (m.text for m in told.entities[entity].mentions if m.form == "name")


def unsupported(text: str, quoted: str, counted: AbstractSet[int] = frozenset()) -> list[str]:
    """The numbers and names of a text that neither the quoted words nor the numbers counted there have."""
    month = one_of(MONTHS)
    bare = re.sub(rf"\b(?:\d{{1,2}} (?:to|and) )?\d{{1,2}} {month}(?: \d{{4}})?|\({month} \d{{4}}\)", " ", text)
    have = set(re.findall(r"\d+", quoted.replace(",", ""))) | {str(n) for n in counted}
    bare = LARGE.sub(lambda m: " " if _value(m) in have else m.group(0), bare)
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


def _value(large: re.Match[str]) -> str:
    """The number that `1.5 million` is, in digits."""
    return str(round(float(large[1].replace(",", "")) * LARGER[large[2]]))
