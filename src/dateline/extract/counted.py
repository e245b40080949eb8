"""Found -> figures: which of the numbers read, and of those overlooked, count something, and what.

What is a figure is decided in one place, `is_figure`, by the guidelines of the reading corpus: "counts of people or
things that matter; skip dates, ages, ordinals, scores, street numbers, durations", no distances, and one of something
only as a victim or one who acts.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise
from typing import Final

import msgspec

from dateline.extract.fates import what_happened
from dateline.extract.figures import make_figure
from dateline.extract.listed import is_item, listed
from dateline.extract.passage import Found, FoundFigure, Stretch
from dateline.extract.quantities import OR_EVEN, is_moved, range_end
from dateline.extract.taken_up import take_up
from dateline.extract.tolls import overlooked
from dateline.model import EventMention, FigureMention, Range
from dateline.model.units import PEOPLE

NAMED_ALONE: Final = ("org", "media", "person")
"""Types of names that nobody counts by: "126 Observatory" is no noun phrase, "126 Iraqis" is."""

_ONE: Final = re.compile(
    r"an? (?!(?:few|couple|dozen|hundred|thousand|million|billion|third|quarter|half)\b)"
    r"(?:\d+[ -](?:year|month)s?[ -]old|(?-i:[A-Z]\w*)[ -]\d+\w*|\D)*$",
    re.I,
)
"""One thing, its age or its designation: "a Kestrel 12"."""
_BY_NUMBER: Final = re.compile(r"[Tt]he (?:[a-z-]+ )*[A-Z][\w’'-]*[ -]\d+\w*(?:\s\D*)?$")
"""One thing by its designation: "the Kestrel-12 ferry"."""
_MANY: Final = re.compile(
    r"an? (?:[\w-]+ ){0,2}(?:number|lot|group|crowd|series|team|handful|string|wave|barrage) of\b", re.I
)
HAPPENS_TO_ONE: Final = frozenset({
    "killed", "died", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "trapped", "protested",
})  # fmt: skip
"""“A / one person counts as 1 only when it is a victim or an actor”: “a truck” is no figure."""

UNDONE: Final = ("other", "present", "deployed", "support", "aid")
"""Outcomes by which nothing happens to those counted."""

_MEASURE: Final = (
    r"(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|yards|inches|hectares|acres|degrees|[km]b|pages?|points?"
    r"|goals?|stitches|(?:square|cubic)|m[23²³](?:/s)?|[kmg]w|megawatts?|megahertz|mhz|(?:kilo|mega)?ton(?:ne)?s?|lbs?|kgs?"
    r"|kilo(?:gram(?:me)?)?s?|knots|[km]ph|mm|calib(?:er|re)|gauge)"
)
_NUMBER: Final = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten)(?:[ -](?:hundred|thousand|million|billion))?"
)
_OF_MONEY: Final = (
    r"(?:fines?|notes?|bills?|coins?|fees?|tickets?|rewards?|prizes?|bounty|loans?|grants?|bail|ransom|bonus"
    r"|deal|debt|tax)\b"
)
_NEVER: Final = re.compile(
    r"(?:\W+|the|an?|his|her|its|their|some|all|only|at|to|of|by|in|an average of|\d\s?[–-]\s?\d)$"
    rf"|(?:[a-z]+ ){{0,3}}{_NUMBER}[ -]?{_MEASURE}\b(?!\s+(?:of|who)\b)"
    rf"|(?:[a-z]+ ){{0,3}}{_NUMBER}-(?:pound|foot|inch|mile|acre)\b(?!\s+{_OF_MONEY})"
    r"|(?:an? |the )?\d*\.\d\d?[ -](?!per|pc|pct|(?:hundred|thousand|[mb]illion|trillion|m|mn|bn|k)\b)[a-z]"
    r"|\d\d?(?-i:[A-Z][a-z])|(?-i:[A-Z]\w*-\d+\w*\b|(?:[A-Z]\w* )*Nos?\. ?\d)"
    r"|[^\s=]*\d\S*\s?=|how (?:many|much)\b"
    r"|\d+[ -](?:year|month)s?[ -]?(?:old)?$|\d+ (?:GMT|UTC)$",
    re.I,
)
"""What counts nothing: bare marks, an article, a preposition or "some", a score, a measure ("a 19-ton lorry"), a
calibre ("a 7.65 pistol": nobody counts parts of a thing), a rate of exchange, a mark of a list ("3Many people"), a
designation ("K-15 jets", "Orla No. 3"), a question, an age, an hour."""
_PIECE: Final = re.compile(r"(?<=[^\W\d_]-)\d")
"""The number in a designation, read alone."""
_LEAF: Final = re.compile(
    r"\b(?:caption|photo|image|picture|slide|page)s?:? \d+ of \d+\b|(?:\b\d\d? ){2,}\d\d?\b"
    r"|(?<![\d.,])(?<!\d )0\d{2,}(?:[ -]\d{2,})*\b|\b(?:tele)?phon(?:e|ing) (?:on )?\d(?:[ -]?\d){4,}"
    r"|\btext(?:ing)? \d{5,}",
    re.I,
)
"""Which picture of how many ("Caption 2 of 30"), the labels of a map that run into a line ("3 5 4 People left"), and
the number of a telephone ("by calling 0411 20 20 300")."""
_NEVER_BEFORE: Final = re.compile(
    r"\s+times\b|\s?=\s?\S*\d|\s+on (?:an?|the) (?:[\w-]+\s+)?scale\b"
    r"|\s?[–-]\s?\d\d?\b(?!\s+(?:of|who|were|are|people)\b)|[ -]*(?:year|month)s?-old\b|\s?old\b",
    re.I,
)
"""What stands behind a number that counts nothing: "16 times", "2 – 1", "36-year-old", "four on a scale of six"."""
_NO_COUNT: Final = re.compile(
    r"\b(?:night|morning|evening|afternoon) at (?:[01]\d|2[0-3])[0-5]\d$"
    r"|\b(?:those|people|anyone|everyone|anybody|everybody|adults|men|women|children|patients|residents|voters)\s+"
    r"(?:aged\s+)?(?:over|under|above|below)\s+\d\d?$",
    re.I,
)
"""An hour ("on Monday night at 2240"), and an age ("those over 65")."""
_SIZE: Final = re.compile(r"(dozens|scores|hundreds|(?:(?:tens|hundreds) of )?thousands),?", re.I)
_SECOND: Final = re.compile(r"(?<=\d)\s+(?=\d+\b(?![,./]\d|\s?%))(?!000\b)")
_CHANGED: Final = re.compile(r"(?<![\d,.])\d[\d,]*(?:\s[a-z]+)?(?P<to>\s+to\s+)(?=\d)")
_IN_BRACKETS: Final = re.compile(r"\s?\((?:about |around |some |or |= ?)?")
"""Between a sum and the same in another currency: "$2.5m (£1.5m)"."""
_ASKED: Final = re.compile(r"\bhow\s$", re.I)
_ONE_OF: Final = re.compile(r"one of\b", re.I)
_MEMBERS: Final = re.compile(rf"(?:[a-z]+ ){{0,2}}{_NUMBER}-(?:member|nation|state|country|party)\b", re.I)
"""How large a body is by its charter: "the 15-member council" counts nobody who came or was hurt."""
_TWO_PARTIES: Final = re.compile(
    r"(?:\b(?:the|these|those) two|\bboth(?: of)?(?: the)?)\s(?:[\w-]+\s){0,2}?"
    r"(?:countries|nations|states|governments|sides|parties|powers|neighbou?rs|allies|rivals|teams|clubs|companies|firms)$",
    re.I,
)
"""Two that deal with each other and were named before: "the two governments"."""
_CITED: Final = re.compile(r"\b(?:citing|quoting|according to)\s+$", re.I)
_INFORMANTS: Final = re.compile(r"\b(?:sources|officials|diplomats|aides|insiders)\b", re.I)
"""Who says so, and none of those told of: "citing two officials"."""


def read_figures(
    text: str, sentences: Sequence[Range], found: Found, events: Sequence[EventMention], sure: Callable[[float], float]
) -> tuple[FigureMention, ...]:
    """The figures of a text in order, with what they count, now that its events are known."""
    read = [
        _without_name(text, part, found.names)
        for figure in found.figures
        if not _within(figure.span, found.names)
        for part in _apart(text, figure)
    ]
    starts = [s.start for s in sentences]

    def sentence(at: int) -> Range:
        return sentences[bisect_right(starts, at) - 1]

    read = list(_whole(text, [_to_far_end(text, sentence(f.span.start), f) for f in read]))
    left_out = chain.from_iterable(
        listed(text[s.start : s.end], s.start, tuple(figures))
        for s, figures in groupby(read, lambda f: sentence(f.span.start))
    )
    candidates = chain(read, left_out, _overlooked(text, sentences, read, found))
    mentions = [make_figure(text, sentence(c.span.start), c, sure(c.span.chance)) for c in candidates]
    told: list[FigureMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        what = what_happened(text, sentence(mention.start), mention, events, told[-1] if told else None)
        last = told[-1] if told and mention.counted is None else None
        item = last is not None and is_item(text, last.end, mention.start)
        unit = last.unit if item and last else mention.unit
        since = sentences[max(bisect_right(starts, mention.start) - 2, 0)].start
        told.append(take_up(text, told, msgspec.structs.replace(mention, what=what, unit=unit), since))
    again = {two for one, two in pairwise(told) if _same_sum(text, one, two)}
    return tuple(f for f in told if f not in again and is_figure(text, f))


def is_figure(text: str, figure: FigureMention) -> bool:
    """Whether a mention says how many of something there are."""
    if (
        _NEVER.match(figure.text)
        or _NEVER_BEFORE.match(text, figure.end)
        or _ASKED.search(text, max(figure.start - 5, 0), figure.start)
        or _PIECE.match(text, figure.start)
        or _NO_COUNT.search(text, max(figure.start - 20, 0), figure.end)
        or any(
            m.start() < figure.end and figure.start < m.end()
            for m in _LEAF.finditer(text, max(figure.start - 20, 0), figure.end + 20)
        )
    ):
        return False
    struck = figure.what == "affected" and figure.unit in PEOPLE
    if struck or figure.what in HAPPENS_TO_ONE or _MANY.match(text, figure.start):
        return True
    if figure.best == 1 and _BY_NUMBER.match(figure.text):
        return False
    if figure.what in ("other", "present") and _MEMBERS.match(figure.text):
        return False
    cited = figure.what in UNDONE and _CITED.search(text, max(0, figure.start - 20), figure.start)
    if cited and _INFORMANTS.search(figure.text):
        return False
    if figure.what in UNDONE and _TWO_PARTIES.search(text[max(0, figure.start - 6) : figure.end]):
        return False
    return not ((_ONE.match(figure.text) and figure.best in (1, None)) or _ONE_OF.match(text, figure.start))


def _same_sum(text: str, one: FigureMention, two: FigureMention) -> bool:
    """Whether a sum is told again in brackets."""
    both = one.unit == two.unit == "money"
    return both and _IN_BRACKETS.fullmatch(text, one.end, max(one.end, two.start)) is not None


def _within(span: Stretch, names: Iterable[Stretch]) -> bool:
    """Whether a number is a part of a name."""
    return any(n.start <= span.start and span.end <= n.end for n in names)


def _apart(text: str, figure: FoundFigure) -> Iterable[FoundFigure]:
    """The figure, or each of its two numbers."""
    span = figure.span
    border = _border(text, span)
    if border is None:
        yield figure
    else:
        yield replace(figure, span=replace(span, end=border[0]))
        yield replace(figure, span=replace(span, start=border[1]))


def _border(text: str, span: Stretch) -> tuple[int, int] | None:
    """What parts two numbers side by side, as headlines without commas run on ("rises to 11 44 hurt"), and those before
    and after a change ("raised from 11 to 44")."""
    if second := _SECOND.search(text[: span.end], span.start):
        return second.span()
    changed = _CHANGED.search(text, span.start, span.end)
    moved = changed is not None and is_moved(text[max(0, changed.start() - 100) : changed.start()])
    return changed.span("to") if changed is not None and moved else None


def _without_name(text: str, figure: FoundFigure, names: Iterable[Stretch]) -> FoundFigure:
    """The figure without a name that ends it and counts nothing: "toll at least 126 Observatory", "dozens more Umzas
    clinic" where the report tells of Umza."""
    span = figure.span
    for name in names:
        if span.start < name.start < span.end <= name.end:
            number = text[span.start : name.start].rstrip()
            alone = name.label in NAMED_ALONE and number[-1:].isdigit()
            if alone or (name.label == "place" and _is_owner(text[name.start : name.end], text, names)):
                return replace(figure, span=replace(span, end=span.start + len(number)))
    return figure


def _is_owner(name: str, text: str, names: Iterable[Stretch]) -> bool:
    """Whether the name of a place is another's with the "s" of a genitive whose mark is lost."""
    return name.endswith("s") and any(text[n.start : n.end] == name[:-1] for n in names)


def _to_far_end(text: str, sentence: Range, figure: FoundFigure) -> FoundFigure:
    """The figure with the far end of its range."""
    span = figure.span
    words = text[sentence.start : sentence.end]
    end = sentence.start + range_end(words, span.start - sentence.start, span.end - sentence.start)
    return figure if end == span.end else replace(figure, span=replace(span, end=end))


def _whole(text: str, figures: Sequence[FoundFigure]) -> Iterable[FoundFigure]:
    """The figures, two that are steps or ends of one joined: "hundreds, perhaps thousands of people"."""
    last: FoundFigure | None = None
    for figure in sorted(figures, key=lambda f: (f.span.start, f.span.end)):
        if last is not None and (figure.span.start < last.span.end or _is_next_step(text, last.span, figure.span)):
            whole = replace(figure.span, start=last.span.start, end=max(last.span.end, figure.span.end))
            figure = replace(figure, span=whole)
        elif last is not None:
            yield last
        last = figure
    if last is not None:
        yield last


def _is_next_step(text: str, first: Stretch, second: Stretch) -> bool:
    """Whether a figure goes on from a bare word of size; the word between may stand in it."""
    size = _SIZE.fullmatch(text, first.start, first.end)
    between = OR_EVEN.match(text, size.end(1)) if size is not None else None
    return between is not None and second.start <= between.end() < second.end


def _overlooked(
    text: str, sentences: Sequence[Range], read: Sequence[FoundFigure], found: Found
) -> Iterable[FoundFigure]:
    """Counts of the dead and hurt that stand beside their word and were not read."""
    taken = sorted((s.start, s.end) for s in (*(f.span for f in read), *found.times, *found.names))
    for sentence in sentences:
        near = [t for t in taken if t[0] < sentence.end and sentence.start < t[1]]
        yield from overlooked(text[sentence.start : sentence.end], sentence.start, near)
