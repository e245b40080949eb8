"""Layout, Time, span -> does the time date what is told at the span?

A time dates its own clause, and the one that it opens ("in 2014, when ..."). It does not date what stands outside the
relative clause that holds it, what is said when it belongs to the saying ("..., a spokesman said on Sunday"), a toll's
event when the toll rose then, or anything but the noun that it owns ("Saturday's blast").
"""

import re
from datetime import date

from dateline.model import EventKind, Range, Span, Time
from dateline.resolve.times.calendar import read
from dateline.resolve.times.compared import compares_from, is_likened, lasts_since
from dateline.resolve.times.earlier import dates_what_followed
from dateline.resolve.times.governed import is_governed
from dateline.resolve.times.inner import dates_the_inner
from dateline.resolve.times.insets import is_in_an_inset, still_runs
from dateline.resolve.times.layout import UNDATED, Layout
from dateline.resolve.times.phrasing import BREAK, STATE_PARTICIPLES
from dateline.resolve.times.saying import SAYS, dates_the_saying
from dateline.resolve.times.words import PAST_FORMS

OWNED = 25
"""How far the noun may stand from the time that owns it, in code points."""

_WORD_GIVEN = re.compile(
    SAYS + r"|told\s+\w+|reports?|news|claims?)\s+(?:(?:on|late|early|earlier|in)\s+){0,2}$", re.IGNORECASE
)
"""What stands right before the day of a saying, when "that" follows: "after reports last week that a mill burned"."""
_THAT = re.compile(r",?\s+that\b")
_TO_COME = re.compile(r"\b(?:will|shall|would(?!\s+have))\b")
_ELSEWHERE = re.compile(
    r"\b(?:which|who|whom|whose|where"  # a clause of its own
    r"|retaliation|response|reprisal|revenge|following|sparked|because"  # the reason, not the event
    r"|(?:show|reveal|disclos|suggest|indicat)(?:s|e[ds]?|ed|n)?\s+(?:that|how)"  # what came to light
    r"|rose|rises|risen|climbed|climbs|reached|reaches|increased|increases)\b",  # the toll, not the event
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"(?:,?\s+|[.,]?\s*[(\[])(?:\w+\s+)?(?:photo|photograph|picture|image|frame\s+grab)\b", re.IGNORECASE
)
"""What follows the day of a picture: "May 3, file photo", "May 3, 2018. (AP Photo"."""
_DATED = re.compile(r"\b(?:dated|dating|covering|spanning)\s+(?:back\s+)?(?:to|from|between)?\s*$")
"""What stands between a thing and the time that it is of: "nine letters, dated between 2011 and 2016, were burned"."""
_BEHIND = re.compile(
    r"\s+(?:(?:over|against|despite|because\s+of)\s+(?:the|this|that|its|his|her|their)"
    r"|in\s+(?:breach|violation|defiance|contravention)\s+of|in\s+protest\s+(?:at|against|over))"
    r"\s+(?:(?!(?:in|by|during|and|but)\b)[\w’'-]+\s+){0,3}"
)
"""What leads from the time of a verb to a noun that it does not date: "marched on Monday against the"."""
_AT_ITS_SCENE = re.compile(
    r"\b(?:(?:scene|site|spot|aftermath|wake|anniversary)\s+of\s+(?:the|this|that)|(?:images|photos|pictures|footage)\s+of)"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""What stands before an event to which one comes later: "the site of the slide was searched on Friday"."""
_NAME_OF_YEAR = re.compile(r"\b(?!In|By|Since|From|Until|During|Of|After|Before)[A-Z][\w’'-]*\s$")
"""What stands before the year of a name: "Expo 2015"."""
_NAMED_OF_YEAR = re.compile(
    r"\s+(?:[A-Z][\w’'-]*\s+(?:of\s+(?:the\s+)?)?){0,4}(?:Prize|Awards?|Medal|Oscars?|Cup|Games|Olympics|Paralympics"
    r"|Championships?|Act|Law|Bill|Treaty|Convention|Constitution|Census)\b"
)
"""What stands behind the year of a name: "2005 Nobel Peace Prize"; not in "in 2005 Nobel Prize winners met"."""
_IN = re.compile(r"\b(?:in|by|since|from|until|during)\s+$", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b[^.;]*")
_REASON = re.compile(r"\b(?:retaliation|response|reprisal|revenge|vengeance|retribution)\b", re.IGNORECASE)
_ANSWERED = re.compile(r"\b(?:for|to|over|after)\b")
_RELATIVE = re.compile(
    r"\b(?:who|which|that)\s+(?:(?:was|were|had|has|have|been|being|first|\w+ly)\s+)*$", re.IGNORECASE
)
_AUXILIARY = re.compile(r"(?:[,;:]|\b(?:is|are|was|were|be|been|being|get|got|and|or))\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\s+by\b")
_PARTICIPLE = re.compile(rf"(?:\w+\s+)?(?:\w+e[dn]|{'|'.join(sorted(PAST_FORMS))})", re.IGNORECASE)
_STOP = re.compile(r"[,;:—–]|\b(?:and|but|when|while|after|before|as)\b")
SUFFERED: frozenset[EventKind] = frozenset(
    {
        "abduction",
        "arrest",
        "attack",
        "death",
        "injury",
        "displacement",
        "coercion",
        "capture_territory",
        "destruction",
    }
)
"""What is done to people and places, and tells which: "the pupils seized by rebels", "the town captured by them"."""
_TRANSITIVE: frozenset[EventKind] = frozenset({"abduction", "arrest"})
"""Of these the one who does it names the other, so that a time right behind the verb shows who underwent it."""
_NOUN = re.compile(
    r"\s+(?!(?:in|of|on|at|by|to|and|or|but|when|that|which|who|he|she|it|they|we|the|an?|after|before|as|for)\b)[a-z]"
)
"""What stands behind a date that belongs to a noun: "the May 3 blast"."""
_WEEKDAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days")


def time_in_sentence(
    layout: Layout, span: Range | Span, sentence: Range, until: date | None = None
) -> tuple[Time, bool] | None:
    """The time of its clause (true) or of its sentence (false) that dates what is told at the span. `until`: the last
    day on which it can have been."""
    choice: list[tuple[int, int, int, Time]] = []
    for time in layout.times_between(sentence.start, sentence.end):
        if time.value is None or time.granularity in UNDATED or is_later(time, until) or still_runs(layout, time):
            continue
        if _opens_its_clause(layout, time, span):
            choice.append((0, 0, time.start, time))
        if dates_the_saying(layout, time, span, sentence):
            continue
        apart = layout.text[min(span.end, time.end) : max(span.start, time.start)]
        if (
            not _belongs_elsewhere(layout, time, span, apart)
            and not dates_the_reason(layout, time, span)
            and not dates_what_describes(layout, time, span, sentence)
            and not dates_another(layout, time, span, sentence)
            and not is_governed(layout, time, span, sentence)
            and not dates_the_inner(layout, time, span, sentence)
        ):
            choice.append((len(BREAK.findall(apart)), len(apart), time.start, time))
    if not choice:
        return None
    breaks, _, _, time = min(choice, key=lambda c: c[:3])
    return time, breaks == 0


def is_later(time: Time, until: date | None) -> bool:
    """Does the time begin after the day?"""
    stretch = read(time.value)
    return until is not None and stretch is not None and stretch.first > until


def _opens_its_clause(layout: Layout, time: Time, span: Range | Span) -> bool:
    """Is what is told at the span what was "when" the time was: "declared in 2014, when their leader stood"?"""
    between = _WHEN.fullmatch(layout.text, time.end, max(time.end, span.start))
    return between is not None and not lasts_since(time)


def _belongs_elsewhere(layout: Layout, time: Time, span: Range | Span, apart: str) -> bool:
    if is_stamp(layout, time) or (time.start > span.end and _ELSEWHERE.search(apart)):
        return True
    return is_owner(layout, time) and not 0 <= span.start - time.end <= OWNED


def is_owner(layout: Layout, time: Time) -> bool:
    """Does it own a noun: "Saturday's blast", "the May 3 blast"? Scraped text may have lost the apostrophe."""
    if time.text.startswith(("the ", "The ")) and _NOUN.match(layout.text, time.end) is not None:
        return time.granularity == "day" and time.anchor != "text"
    return layout.text[time.end : time.end + 2] in ("'s", "’s") or bool(_WEEKDAYS.fullmatch(time.text))


def _is_of_a_name(layout: Layout, time: Time) -> bool:
    """Is it the year in a name: "just as Expo 2015 had closed", "the 2005 Nobel Peace Prize winner"?"""
    if time.granularity != "year" or not time.text[-4:].isdigit():
        return False
    bare, before = time.text.isdigit(), layout.text[max(0, time.start - 30) : time.start]
    if bare and _NAME_OF_YEAR.search(before) is not None:
        return True
    return not (bare and _IN.search(before)) and _NAMED_OF_YEAR.match(layout.text, time.end) is not None


def is_of_a_picture(layout: Layout, time: Time) -> bool:
    """Does the time say when a picture was taken: "In this Tuesday, May 3, file photo", or stand under one?"""
    return _PICTURED.match(layout.text, time.end) is not None or layout.in_caption(time)


def dates_another(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to a name, to what came after, to a saying ("word came on Monday that"), or to a verb that
    it stands behind? Or, standing behind it, to what is to come, to what is done at its scene, or to an event beside
    which it is set: "the slide will be cleared on Monday", "the slide is the worst since the one in May"?"""
    if dates_what_followed(layout, time, span, sentence) or _dates_the_word(layout, time, span, sentence):
        return True
    if is_in_an_inset(layout, time, span, sentence) or is_likened(layout, time, span, sentence):
        return True
    if _DATED.search(layout.text, max(sentence.start, time.start - 30), time.start):
        return True
    if _is_of_a_name(layout, time) and not 0 <= span.start - time.end <= OWNED:
        return True
    if time.start < span.end:
        return _stands_behind(layout, time, span) or _is_measured_behind(layout, time, span, sentence)
    stretch, here = read(time.value), layout.published
    open_ = stretch is None or here is None or stretch.last >= here.first
    if open_ and _TO_COME.search(layout.text, span.end, time.start):
        return True
    if _AT_ITS_SCENE.search(layout.text[max(sentence.start, span.start - 60) : span.start]):
        return True
    compares = compares_from(layout, time, sentence)
    return compares is not None and span.end <= compares


def _stands_behind(layout: Layout, time: Time, span: Range | Span) -> bool:
    """Is it a noun in what only follows the verb of the time: "marched on Monday over the killings"?"""
    low = layout.text[span.start : span.end].lower()
    link = _BEHIND.fullmatch(layout.text, time.end, max(time.end, span.start))
    return link is not None and not (low.endswith("ed") or low in PAST_FORMS)


def _is_measured_behind(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Is it part of what is set beside what the time dates: "by May the fire could surpass the blaze of 1953"?"""
    for behind in layout.times_between(span.end, sentence.end):
        compares = compares_from(layout, behind, sentence)
        if compares is not None and time.end <= compares <= span.start:
            return True
    return False


def _dates_the_word(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time stand between a word of saying and its "that"? Then it dates nothing but that word; and what stands
    behind "that" is of no time before it ("On Friday he left, after reports on Monday that a mill burned")."""
    known = reported_by(layout, span, sentence)
    if known is not None and time.start < known.start:
        return True
    given = _word_given(layout, time, sentence)
    return given is not None and not given <= span.start < time.start


def _word_given(layout: Layout, time: Time, sentence: Range) -> int | None:
    given = _WORD_GIVEN.search(layout.text, sentence.start, time.start)
    return given.start() if given is not None and _THAT.match(layout.text, time.end) is not None else None


def reported_by(layout: Layout, span: Range | Span, sentence: Range) -> Time | None:
    """When it was reported already: "reports last week that a mill burned"."""
    before = layout.times_between(sentence.start, max(sentence.start, span.start))
    return next((t for t in before if _word_given(layout, t, sentence) is not None), None)


def dates_the_reason(layout: Layout, time: Time, trigger: Range | Span) -> bool:
    """Does the time stand behind what the event was done for: "attacked in revenge for last week's raid", "a revenge
    attack for last week's raid"?"""
    text, behind = layout.text, max(trigger.end, time.start)
    if _REASON.search(text, trigger.end, behind) is not None:
        return True
    avenges = _REASON.search(text, trigger.start - 15, trigger.end) is not None
    return avenges and _ANSWERED.search(text, trigger.end, behind) is not None


def dates_what_describes(layout: Layout, time: Time, span: Range | Span, sentence: Range) -> bool:
    """Does the time belong to what only says of whom is told: "the release of pupils who were kidnapped in April",
    "pupils captured by rebels two years ago have been freed"?"""
    text = layout.text
    for event in layout.events_in(sentence):
        at = event.trigger
        if not at.end <= time.start or not (span.end <= at.start or time.end <= span.start):
            continue
        before, after = text[max(sentence.start, at.start - 40) : at.start], text[at.end : time.start]
        beside = event.kind in _TRANSITIVE and after.strip(" ") in ("", "in", "on") and not is_owner(layout, time)
        done_by = _BY.match(after) and _PARTICIPLE.fullmatch(at.text) and at.text not in STATE_PARTICIPLES
        reduced = event.kind in SUFFERED and (beside or done_by) and not _AUXILIARY.search(before)
        if (reduced or _RELATIVE.search(before)) and not _STOP.search(after):
            return True
    return False


def is_stamp(layout: Layout, time: Time) -> bool:
    """Does it only say when the report was published: the date line, or a full date of that day that opens a line?"""
    stated = layout.report.published
    if stated.start is not None and stated.end is not None and stated.start < time.end and time.start < stated.end:
        return True
    here, stretch = layout.published, read(time.value)
    if here is None or stretch is None or time.anchor != "none" or stretch.first != here.first:
        return False
    return layout.text[max(0, time.start - 1) : time.start] in ("", "\n") and stretch.last == here.last
