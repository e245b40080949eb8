"""values -> words: counts, days and stretches of source text as an account writes them."""

import re
from collections.abc import Sequence
from datetime import date

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.english.numerals import ONE_TO_TWELVE
from dateline.english.patterns import one_of
from dateline.model import Figure, SourceSpan
from dateline.model.edtf import Days, bounds, width
from dateline.tell.fit import GROUP, IMPERSONAL, without_joint
from dateline.tell.naming import name_of
from dateline.tell.told import Told

SMALL = ("no", *ONE_TO_TWELVE)
MORE = {
    "at_least": "at least",
    "more_than": "more than",
    "about": "about",
    "up_to": "up to",
    "fewer_than": "fewer than",
}


LARGER = {"billion": 10**9, "million": 10**6}


def say_number(number: int) -> str:
    """A number in text: words up to twelve, `1.5 million` where no more than tenths of it stand behind the point,
    digits with commas else."""
    for word, unit in LARGER.items():
        if number >= unit and number % (unit // 10) == 0:
            return f"{number / unit:g} {word}"
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def number(figure: Figure) -> int | None:
    """The one number a figure is known by."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def size(figure: Figure) -> tuple[int | None, int | None]:
    """By what a figure is the same count as another: its number, of a range both ends. “50 to 100” is nobody's 50."""
    known = number(figure)
    return (figure.low, figure.high) if figure.qualifier == "range" else (known, known)


def say_figure(figure: Figure) -> str:
    """A figure with its hedge kept: “at least 126”, “400 to 600”, “hundreds”."""
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{say_number(figure.low)} to {say_number(figure.high)}"
    if figure.qualifier in ("dozens", "hundreds", "thousands", "vague"):
        word = re.search(
            r"(?i)\b(?:(?:several|many|a few|tens of) )?(?:dozens?|scores|tens|hundreds?|thousands|millions)\b"
            r"(?: of (?:thousands|millions))?|\b(?:several|many|some|a few|few|most|mostly)\b",
            figure.text,
        )
        return word.group(0).lower() if word else "an unstated number"
    known = number(figure)
    if known is None:
        return "an unstated number"
    hedge = MORE.get(figure.qualifier)
    return f"{hedge} {say_number(known)}" if hedge else say_number(known)


def say_day(day: date) -> str:
    """`15 April 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


RELATIVE = re.compile(
    rf"(?i)^(?:[\w.:’']+ ){{0,5}}?(?P<day>{one_of(WEEKDAYS)}|yesterday|today|tomorrow|tonight|"
    r"this (?=morning|afternoon|evening))(?:['’]?s)?(?: ?(?:morning|afternoon|evening|night))?$|"
    r"^(?:early |earlier |late |later )?(?:last|this|next) (?:week|weekend|month)$"
)
"""Times that mean nothing without the report's date."""

WEEK, MONTH = 7, 31
"""Days: beyond the first, a time is known by its month; beyond the second, no date is put behind it."""

DATES = 2
"""Dates put into one sentence; more would hide its words."""

WHOSE = ("His", "Her", "Its", "Their")
OPENING = re.compile(rf"^(?:He|She|It(?! (?:{IMPERSONAL}))|They|{'|'.join(WHOSE)})(?= )")
"""Pronouns that a sentence may open with, and those of them that say whose."""

CLOSING = re.compile(r"\b(he|she|it|they) (?:said|says|added|told \w+|warned|explained|revealed|announced|noted)\W*$")
"""A pronoun that says at the end of a sentence who spoke."""

PART = re.compile(r"(?i)^(?:['’]?s)?(?: (?:morning|afternoon|evening|night))?")


def dated(span: SourceSpan, told: Told) -> tuple[str, list[SourceSpan]]:
    """The words of a span with the date put behind its first relative days, or the month, and the place that gives the
    date."""
    text, cut, shown = "", span.start, list[Days]()
    for time in told.times.get(span.report, []):
        known, days = RELATIVE.match(time.text), bounds(time.value)
        if time.start < cut or time.end > span.end or known is None or days is None or len(shown) == DATES:
            continue
        if width(days) > (1 if known["day"] else MONTH) or days in shown or told.doubtful(time):
            continue
        part = PART.match(told.reports[span.report].text[time.end : span.end])
        end = time.end + (part.end() if part else 0)
        text += f"{told.text(SourceSpan(report=span.report, start=cut, end=end))} ({_say_time(days)})"
        cut = end
        shown.append(days)
    source = told.dateline(span.report) if shown else None
    return text + told.text(SourceSpan(report=span.report, start=cut, end=span.end)), [source] if source else []


def _say_time(days: Days) -> str:
    """The days of a time, or the month that most of them make: `14 March 2021`, `March 2021`."""
    first, last = days
    if width(days) > WEEK and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return say_days(days)


def say_days(days: Days, joint: str = "to") -> str:
    """`15 April 2017`, `4 to 10 February 2019`, `28 February to 2 March 2019`."""
    first, last = days
    if first == last:
        return say_day(first)
    month = "" if (first.month, first.year) == (last.month, last.year) else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day}{month}{year} {joint} {say_day(last)}"


def as_sentence(span: SourceSpan, told: Told) -> tuple[str, list[SourceSpan]]:
    """A sentence of a report as one that stands alone: days dated, a name for the pronoun that it opens with, no
    heading and no joint in front; and the places that give dates and name."""
    own = told.text(span)
    start = span.end - len(without_joint(own))
    text, sources = dated(SourceSpan(report=span.report, start=start, end=span.end), told)
    text = text[:1].upper() + text[1:]
    opening = OPENING.match(text) or GROUP.match(text)
    if opening and (named := _called(span.report, start, told)):
        whose = opening.group(0).endswith((*WHOSE, "'s", "’s"))
        text, sources = named[0] + ("’s" if whose else "") + text[opening.end() :], [*sources, named[1]]
    closing = CLOSING.search(text)
    if closing and (named := _called(span.report, span.end - (len(text) - closing.start(1)), told)):
        text, sources = text[: closing.start(1)] + named[0] + text[closing.end(1) :], [*sources, named[1]]
    return tidy(text), sources


def opens_named(text: str, report: str, at: int, told: Told) -> bool:
    """Whether the pronoun that a sentence opens with means somebody whose name can be put in its place."""
    text = text[:1].upper() + text[1:]
    return bool(OPENING.match(text) or GROUP.match(text)) and _called(report, at, told) is not None


def _called(report: str, at: int, told: Told) -> tuple[str, SourceSpan] | None:
    """The name of whom a pronoun means, and a sentence that names him."""
    named = name_of(told.antecedents.get((report, at)), told, report)
    return (named[0], named[1]) if named and named[1] else None


def tidy(text: str) -> str:
    """A stretch of a report as a sentence: one line, a capital, a full stop."""
    text = " ".join(text.split()).strip(" ,;:–—-")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", ".”", '."')) else ".")


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def listed_voices(voices: Sequence[str]) -> str:
    """Voices in one list, in which those that are two in one stand last: `A, B, and the police and the army`."""
    plain, joined = ([v for v in voices if (" and " in v) == two] for two in (False, True))
    if not joined or len(voices) == 1:
        return listed(voices)
    return ", ".join([*plain, f"and {joined[0]}" if plain else joined[0], *(f"and {v}" for v in joined[1:])])


def counted(number: int, noun: str) -> str:
    """`one report`, `nine reports`."""
    return f"{say_number(number)} {noun}{'' if number == 1 else 's'}"


JOINT = re.compile(r"[,;] | (?:and|but|[a-z]+ing that) ")
"""Where another clause begins."""

CLAUSAL = 60
"""Characters without which what stands before a joint is hardly a clause."""


def shortened(words: str, most: int = 140) -> str:
    """Words as far as their last whole clause goes, the cut marked; cut at a space where no clause ends."""
    words = words.strip(' .,;“”"')
    if len(words) <= most:
        return words
    ends = [joint.start() for joint in JOINT.finditer(words, CLAUSAL, most)]
    return f"{words[: ends[-1]] if ends else words[:most].rsplit(' ', 1)[0]} …"
