"""Words of a time expression -> its type, where the words alone settle it.

The network tells the span well and the type of common expressions; of rare ones it guesses. These forms have one
reading in the guidelines of the reading corpus (section "times"); what none of them knows stays as the network read it.
"""

import re
from typing import Final

from dateline.model.mention import TimeType

_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_YEAR: Final = r"(?:1[6-9]|20)\d\d"
_COUNT: Final = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|few|half an?)"
_HEDGE: Final = r"(?:for |nearly |about |around |more than |at least |almost |over )*"
_NEAR: Final = (
    r"^(?:(?:late|early|earlier|later) )?(?:last|this|next|past|(?:the )?(?:following|previous|same)) "  # … week
)

_FORMS: Final[tuple[tuple[str, TimeType], ...]] = (
    (r"\bweekends?$", "range"),
    (rf"^(?:ever )?since .*(?:\d|day|week|month|year|{_MONTH})", "range"),
    (rf"{_YEAR}\s?(?:-|–|to|through|until)\s?(?:\d\d\b|{_YEAR})", "range"),
    (rf"\b(?:spring|summer|autumn|winter)(?: (?:of )?{_YEAR})?$", "range"),
    (r"\d0s$", "range"),
    (rf"{_NEAR}week$", "week"),
    (rf"{_NEAR}month$", "month"),
    (rf"{_NEAR}year$", "year"),
    (r"\b(?:fiscal|financial|school) year", "year"),
    (rf"^(?:(?:last|this|next|early|late|earlier|on) )*{_WEEKDAY}$", "day"),
    (rf"^(?:(?:late|early|on) )*(?:{_WEEKDAY}|yesterday)(?:'s)? (?:morning|afternoon|evening|night)$", "day"),
    (rf"^(?:on )?(?:{_WEEKDAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?$", "day"),
    (rf"^\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?$", "day"),
    (rf"^(?:(?:early|mid|late|last|this|next|in)[ -])*{_MONTH}(?:,? (?:of )?{_YEAR})?$", "month"),
    (rf"^(?:(?:early|mid|late|in)[ -])?{_YEAR}$", "year"),
    (r"^(?:every|each) |^(?:dai|week|month|year|annual)ly$|^annual$", "set"),
    (
        r"^(?:in )?(?:the )?(?:recent|coming|past few|last few|next few) (?:days|weeks|months|years|decades)$",
        "vague",
    ),
    (r"\d ?(?:a\.?m\b|p\.?m\b|gmt|utc|local time)|o'clock", "time"),
    (r"^[\w.]+-(?:minute|hour|day|week|month|year|decade)s?(?:-long)?$", "duration"),
    (rf"^{_HEDGE}{_COUNT} (?:minute|hour|day|week|month|year|decade)s?$", "duration"),
)
_KNOWN: Final = tuple((re.compile(form), kind) for form, kind in _FORMS)


def type_of(words: str) -> TimeType | None:
    """The type that the form of a time expression settles; None where the form leaves it open."""
    plain = " ".join(words.lower().replace("’", "'").strip(" '\"“”,").split())
    return next((kind for form, kind in _KNOWN if form.search(plain)), None)
