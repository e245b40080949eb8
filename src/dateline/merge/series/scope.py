"""Count, Count -> why their sentences say that they do not count the same, or nothing.

A writer tells scope in a few ways: another place for another count, many places for the whole, other days or a longer
time, a second blow, parts that add up, a group told before.
"""

import re

from dateline.merge.distances import ONE_SCENE
from dateline.merge.series.amounts import WORDS, number
from dateline.merge.series.counted import BRIEF, Count, sentence_of
from dateline.merge.situation import Situation
from dateline.merge.support import voice_of
from dateline.merge.words import stems
from dateline.model import Figure, Range
from dateline.model.edtf import overlap, width

ANOTHER = re.compile(
    r"(?i)^\W*(?:meanwhile|elsewhere|separately|earlier|in the same context|in another)\b"
    r"|\b(?:similar|separate|another|second|new|other)\s+(?:[\w-]+\s+){0,2}?(?:attacks?|raids?|(?:air)?strikes?|blasts?|"
    r"bombings?|explosions?|shelling|shells|shootings?|incidents?)\b"
)
"""Words that begin another blow than the one just told."""

SPREAD = re.compile(
    r"(?i)\b(?:nationwide|countrywide|elsewhere in|in and (?:a?round|near|outside)|on and around|"
    r"(?:across|throughout|all over) (?:the )?(?:\w+ )?(?:country|province|region|nation)|"
    r"(?:in|on|at|across|over|hit|targeted|targeting|struck|pounded) "
    r"(?:two|three|four|five|six|several|various|different|many|multiple|other|a number of) (?:[\w-]+ ){0,2}?"
    r"(?:areas|battlegrounds|cities|districts|fronts|locations|neighbou?rhoods|parts|places|provinces|regions|suburbs|"
    r"towns|villages))\b"
)
"""Words of a count over many places."""

SINCE = re.compile(r"(?i)\bsince\b")
RECORD = re.compile(r"(?i)\b(?:first|\w+iest|worst|biggest|largest|highest|most)\b")
"""“The deadliest blast since May” counts no longer time than the blast."""

THEY = re.compile(r"(?i)\b(?:they|he|she|these|those|all) (?:was|were|are|is) among\b")
"""“They were among 19 people killed”: those told before are a part."""

ON_TOP = re.compile(r"(?i)\b(?:others?|more|other [\w’'-]+)$|^(?:another|a further)\b")
"""“Nine others”, “nine other guests”: on top of those told just before. The hurt are others than the dead, so that
their count is whole."""

DEFINITE = re.compile(r"(?i)^(?:the|those|these) ")
"""“The ten civilians”: a group that was told before."""


def other_scope(a: Count, b: Count, situation: Situation) -> str | None:
    """Why two counts of harm are not of one scope by what their own sentences say; None where nothing says so."""
    low, high = sorted((a, b), key=lambda c: (c.size, c.figure.id))
    small, large = (sentence_text(c.figure, situation) for c in (low, high))
    one_report = a.figure.report == b.figure.report
    if elsewhere(a.figure, b.figure, situation):
        return "told of places far apart"
    if a.days and b.days and not overlap(a.days, b.days, slack=0 if one_report else 1):
        return "told of different days"
    if SPREAD.search(large) and not SPREAD.search(small):
        return "the higher is told of several places"
    longer = bool(low.days and high.days and width(low.days) <= BRIEF < width(high.days) - BRIEF)
    if longer or (_lasting(large) and not _lasting(small)):
        return "the higher is told of a longer time"
    if low.group == "killed" and ON_TOP.search(low.figure.text) and not ON_TOP.search(high.figure.text):
        return "the lower is told on top of others"
    if _adds_up(low, high, situation):
        return "the lower is one of the parts that add up to the higher"
    return _told_apart(low, high, situation) if one_report else None


def told_of_others(a: Count, b: Count, situation: Situation) -> bool:
    """Whether the sentences of two counts tell of two blows: at places far apart, on two days at two places, or the
    later one of one report begins another."""
    if elsewhere(a.figure, b.figure, situation):
        return True
    if a.days and b.days and not overlap(a.days, b.days):
        here, there = (_place_names(c.figure, situation) for c in (a, b))
        return bool(here and there) and not any(p <= q or q <= p for p in here for q in there)
    last = max(a.figure, b.figure, key=lambda f: f.start)
    return a.figure.report == b.figure.report and _begins_another(last, situation)


def _begins_another(figure: Figure, situation: Situation) -> bool:
    """Whether a figure's sentence begins another blow than the one just told. “Meanwhile the council said” passes to
    another speaker and not to another blow."""
    match = ANOTHER.search(sentence_text(figure, situation))
    claim = situation.claims.get(figure.claim or "")
    source = claim.source.start if claim is not None and claim.source else None
    here = sentence_of(figure, situation).start
    return match is not None and not (source is not None and 0 <= source - here - match.end() <= len(", "))


def elsewhere(x: Figure, y: Figure, situation: Situation) -> bool:
    """Whether the sentences of two figures name places on the map, none of one near one of the other."""
    one, two = (_places(f, situation) for f in (x, y))
    gaps = [g for p in one for q in two if (g := situation.distance(p, q)) is not None]
    return bool(gaps) and min(gaps) > ONE_SCENE


def sentence_text(figure: Figure, situation: Situation) -> str:
    """The words of the sentence that a figure stands in."""
    sentence = sentence_of(figure, situation)
    return situation.reports[figure.report].text[sentence.start : sentence.end]


def _told_apart(low: Count, high: Count, situation: Situation) -> str | None:
    """Why one report does not mean one thing by two counts: a writer who names another place, or tells another blow,
    counts anew."""
    last = max(low.figure, high.figure, key=lambda f: f.start)
    if ANOTHER.search(sentence_text(last, situation)):
        return "the report goes on to another blow"
    here, there = (_places(c.figure, situation) for c in (low, high))
    if here and there and here.isdisjoint(there):
        return "each is told of its own place"
    if here < there and len(there - here) > 1:
        return "the lower is told of one of several places"
    if THEY.search(sentence_text(high.figure, situation)):
        return "the lower are among the higher"
    named = _places(low.figure, situation, regions=True)
    if named and voice_of(low.figure, situation) and not voice_of(high.figure, situation):
        return "the report's own count may hold the lower, which is told of one place"
    if any(situation.in_title(c.figure.report, c.figure.start) for c in (low, high)):
        return "a headline sums up what its report tells"
    if DEFINITE.match(low.figure.text):
        return "the lower takes up a group told before"
    if (low.figure.qualifier in WORDS) != (high.figure.qualifier in WORDS):
        return "one of them is only a round word"
    return None


def _places(figure: Figure, situation: Situation, *, regions: bool = False) -> frozenset[str]:
    """The places that a figure's sentence names, but for those in the words for who says so: “an outlet of the northern
    capital” counts the dead of another town."""
    sentence = sentence_of(figure, situation)
    claim = situation.claims.get(figure.claim or "")
    source = claim.source if claim is not None else None
    if source is None or source.start is None or source.end is None:
        return situation.toponyms.within(figure.report, sentence, regions=regions)
    before = Range(start=sentence.start, end=min(source.start, sentence.end))
    after = Range(start=max(source.end, sentence.start), end=sentence.end)
    return frozenset().union(*(situation.toponyms.within(figure.report, r, regions=regions) for r in (before, after)))


def _place_names(figure: Figure, situation: Situation) -> set[frozenset[str]]:
    """The stems of each place that a figure's sentence names: “Old Qasira” and “Qasira” may be one."""
    return {stems(situation.name(p) or "") for p in _places(figure, situation)}


def _lasting(sentence: str) -> bool:
    """Whether a sentence counts from a day on."""
    return bool(SINCE.search(sentence)) and not RECORD.search(sentence)


def _adds_up(low: Count, high: Count, situation: Situation) -> bool:
    """Whether the lower count makes up the higher one with another of its sentence, or with all lower ones of one
    report."""
    sentence = sentence_of(low.figure, situation)
    whole = high.size
    others = [
        f
        for f in situation.counted[low.figure.report]
        if f.what == low.figure.what and f.id != low.figure.id and 0 < (number(f) or 0) < whole
    ]
    beside = [number(f) or 0 for f in others if sentence.start <= f.start < sentence.end]
    return whole - low.size in beside or (
        low.figure.report == high.figure.report
        and len(others) > 1
        and low.size + sum(number(f) or 0 for f in others) == whole
    )
