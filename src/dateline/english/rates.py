"""words of a figure -> the stretch of time by which it counts: "5,000 barrels a day" is no stock and no sum."""

import re
from typing import Final, Literal, cast

Stretch = Literal["second", "minute", "hour", "day", "week", "month", "year"]
_EVERY: Final = r"(?:an?|per|each|every)[\s-]+(?P<by>second|minute|hour|day|week|month|year)"
_ADVERB: Final = r"(?P<adverb>hourly|daily|weekly|monthly|yearly|annually)"
RATE: Final = re.compile(
    rf"\s*-?\(?\b(?:{_EVERY}\b(?!['’]|\s+(?:after|before|earlier|later|ago|prior|previously|when|that|since|apart|long)\b"
    rf"|\s+on\b(?!\s+average))|{_ADVERB}(?=\s*(?:[.,;:)–—]|$|(?:and|but|in|at|from|to|into|for|on|by)\b)))\)?",
    re.I,
)
"""Right behind what is counted; "a day later" is no rate."""
_AT_END: Final = re.compile(rf"\b(?:{_EVERY}|{_ADVERB})\)?$", re.I)
_BY_ADVERB: Final[dict[str, Stretch]] = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year",
}  # fmt: skip


def per(text: str) -> Stretch | None:
    """By what a figure counts, where its words end in a rate."""
    rate = _AT_END.search(text)
    if rate is None:
        return None
    return _BY_ADVERB[rate["adverb"].lower()] if rate["adverb"] else cast(Stretch, rate["by"].lower())


def without_rate(text: str) -> str:
    """What is counted, without the stretch by which it is."""
    return _AT_END.sub("", text).rstrip(" (-")
