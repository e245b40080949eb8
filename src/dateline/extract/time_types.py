"""Words of a time expression -> its type, where the words alone settle it.

The network tells the span well and the type of common expressions; of rare ones it guesses. These forms have one
reading in the guidelines of the reading corpus (section "times"); what none of them knows stays as the network read it.
"""

import re
from typing import Final

from dateline.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from dateline.english.patterns import one_of
from dateline.model.mention import TimeType

_WEEKDAY: Final = one_of(WEEKDAYS).lower()
_MONTH: Final = rf"(?:{one_of(MONTHS)}|{one_of(SHORT_MONTHS)}\.?)".lower()
_YEAR: Final = r"(?:1[6-9]|20)\d\d"
_NUMBER: Final = (
    r"(?:\d[\d.,]*|(?:\w+ty-)?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|\w+teen|\w+ty)"
)
_UNIT: Final = r"(?:minute|hour|day|week|month|year|decade)s?"
_HEDGE: Final = r"(?:for |nearly |about |around |more than |at least |almost |over )*"
_TO: Final = r"\s?(?:-|–|\b(?:to|and|through|until)\b)\s?(?:mid-|early |late )?"
_DATED: Final = rf"(?:{_MONTH}|{_YEAR}|{_WEEKDAY})"
_DAYPART: Final = r"(?:morning|afternoon|evening|night)"
_NO_DATE: Final = r".*\b(?:an?|one|all|any|last|whole|than|throughout|within) "
_NEAR: Final = (
    r"^(?:(?:late|early|earlier|later) )?(?:last|this|next|past|(?:the )?(?:following|previous|same)|that) "  # … week
)


def _away(unit: str) -> str:
    """A counted distance from another day: two weeks ago, a month earlier."""
    return rf"^(?:(?:about|around|just|only|roughly|exactly) )*(?:an?|{_NUMBER}) {unit}s? (?:ago|earlier|later)$"


_FORMS: Final[tuple[tuple[str, TimeType], ...]] = (
    (rf"^(?:every|each|per) |\w (?:per|each|every) {_UNIT}$|s a {_UNIT}$", "set"),
    (r"^(?:dai|week|month|year|annual)ly$|^annual$|ly basis$|^regular basis$", "set"),
    (rf"\b(?:weekends|{_WEEKDAY}s)$", "set"),
    (r"\bweekend$", "range"),
    (rf"^(?:ever )?since .*(?:\d|day|week|month|year|{_MONTH})", "range"),
    (rf"{_YEAR}\s?(?:-|–|to|through|until)\s?(?:\d\d\b|{_YEAR})", "range"),
    (rf"\b{_DATED}(?: \d\d?| {_YEAR})?{_TO}(?:{_MONTH}|{_WEEKDAY}|last|this)\b", "range"),
    (rf"\b{_MONTH} \d\d?{_TO}\d\d?\b|\d{_TO}\d\d? {_MONTH}", "range"),
    (rf"^(?:between|from) .*{_DATED}.* (?:and|to|until|through) ", "range"),
    (r"^(?:(?:in|over|during|for) )?the (?:past|last) (?:week|month|year|decade)$|^so far this ", "range"),
    (rf"\b(?:spring|summer|autumn|winter)(?: (?:of )?{_YEAR})?$|^(?:last|this|next) fall$", "range"),
    (r"\d0s$", "range"),
    (rf"{_NEAR}week$|^(?:earlier|later|early|late) in the week$|{_away('week')}", "week"),
    (rf"{_NEAR}month$|{_away('month')}", "month"),
    (rf"{_NEAR}year$|{_away('year')}", "year"),
    (r"\b(?:fiscal|financial|school) year", "year"),
    (rf"^(?:(?:last|this|next|early|late|earlier|on) )*{_WEEKDAY}$|{_away('day')}", "day"),
    (rf"^(?:(?:late|early|on|last|the|next) )*(?:{_WEEKDAY}|yesterday)(?:'s)? {_DAYPART}$", "day"),
    (rf"^(?:on )?(?:{_WEEKDAY},? )?{_MONTH} \d\d?(?:st|nd|rd|th)?(?:,? {_YEAR})?$", "day"),
    (rf"^\d\d?(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?$", "day"),
    (r"^earlier today$|^midweek$|^(?:the )?new year(?:'s)?$", "day"),
    (r"^(?:(?:on|later|earlier) )?(?:the|that|this)(?: (?:very|same|next|previous|following))* day$", "day"),
    (rf"^(?:the |an? )?(?!{_NO_DATE})(?:[\w'.-]+ )+(?:day|eve)$|\beve of ", "day"),
    (r"\b(?:straight|consecutive|first|second|third|fourth|fifth) (?:night|day)\b", "day"),
    (r"^(?:on )?the day (?:of|before|after|that)\b|^a day (?:before|after)$", "day"),
    (rf"^(?:(?:early|mid|late|last|this|next|past|in)[ -])*{_MONTH}(?:,? (?:of )?{_YEAR})?$", "month"),
    (rf"^(?:by |at )?the (?:very )?(?:end|beginning) of (?:(?:the|this) year|{_MONTH})$", "month"),
    (rf"^(?:(?:early|mid|late|in)[ -])?{_YEAR}$", "year"),
    (
        r"^(?:in )?(?:the )?(?:recent|coming|past few|last few|next few) (?:days|weeks|months|years|decades)$",
        "vague",
    ),
    (r" ago$|^(?:moments|minutes|hours|days|weeks|months|years) (?:later|earlier)$", "vague"),
    (r"\d ?(?:a\.?m\b|p\.?m\b|gmt|utc|local time)|o'clock|\d(?:st|nd|rd|th) minute$", "time"),
    (_away("(?:minute|hour)"), "time"),
    (rf"^[\w.]+-{_UNIT}(?:-long)?$", "duration"),
    (rf"^{_HEDGE}(?:{_NUMBER}|several|many|a few|few|half an?) {_UNIT}$", "duration"),
    (rf"^(?:(?:in|for|during) )?(?:the )?(?:past|last|next|previous) {_NUMBER} {_UNIT}$", "duration"),
    (rf"^(?:for|nearly|about|around|more than|at least|almost|over) an? {_UNIT}$", "duration"),
)
_KNOWN: Final = tuple((re.compile(form), kind) for form, kind in _FORMS)


def type_of(words: str) -> TimeType | None:
    """The type that the form of a time expression settles; None where the form leaves it open."""
    plain = " ".join(words.lower().replace("’", "'").strip(" '\"“”,").split())
    return next((kind for form, kind in _KNOWN if form.search(plain)), None)
