"""happening, entries shown -> whether one of them already tells it."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from dateline.model import Happening, SourceSpan, TimelineEntry
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.tell.matters import CARRIED, FEW
from dateline.tell.near import Nearness
from dateline.tell.said import SOON
from dateline.tell.told import Told
from dateline.tell.words import stems

ALIKE = 0.6
"""The share of its words from which one sentence tells what another tells, of the same days."""

SAME = 0.7
"""The share of its words that a sentence has in common with all that tell another happening of its kind and days, from
which on it may be that one again."""

ONCE = "accident"
"""What befalls one region once in some days: told again, it is the same."""


class Shown(NamedTuple):
    """What an entry shows: its sentence and the words of it that carry matter, its days, its happening, and the words
    of all that tell of that."""

    span: SourceSpan
    words: frozenset[str]
    days: Days
    happening: Happening
    called: frozenset[str]

    @classmethod
    def of(cls, span: SourceSpan, happening: Happening, days: Days, told: Told) -> Self:
        """The entry of a happening in some words."""
        words = stems(told.text(told.sentence(span.report, span.start)))
        called = (stems(told.text(told.sentence_of(told.events[e]))) for e in happening.events)
        return cls(span, words, days, happening, frozenset().union(*called))


def says_again(answer: TimelineEntry, entry: TimelineEntry) -> bool:
    """Whether an entry already has the sentence of an answer, or of the same days its words."""
    own, other = answer.support[0], entry.support[0]
    if (own.report, own.start) == (other.report, other.start):
        return True
    days, others = (bounds(e.start) for e in (answer, entry))
    a, b = stems(answer.summary), stems(entry.summary)
    return (
        days is not None and others is not None and overlap(days, others) and len(a & b) > ALIKE * max(len(a), len(b))
    )


def is_told_before(happening: Happening, span: SourceSpan, days: Days, shown: Sequence[Shown], near: Nearness) -> bool:
    """Whether an entry of the same days already shows these words, or tells what follows the main happening in its
    sentence, or what may be that one again (for an accident, anywhere in its region), or the other event of one that
    only one report has. No sentence is shown twice."""
    told = near.told
    sentence = told.sentence(span.report, span.start)
    members = [told.happening_of[e.id].id for e in told.events_in(sentence) if e.id in told.happening_of]
    words = stems(told.text(sentence))
    for other in shown:
        same_days = overlap(days, other.days)
        same_words = other.span.report == span.report and other.span.start < span.end and span.start < other.span.end
        if same_words:
            return True
        opens_with_main = other is shown[0] and members[:1] == [other.happening.id]
        if same_days and (opens_with_main or (happening.support.reports == 1 and other.happening.id in members)):
            return True
        minor = happening.support.reports <= CARRIED and len(told.dossier.origins) > FEW
        again = other is shown[0] and width(other.days) <= SOON
        if same_days and (minor or again) and width(days) <= SOON and _is_one(happening, other.happening):
            return True
        befell = again and happening.kind == other.happening.kind == ONCE
        if same_days and befell and not near.tolls.is_elsewhere(happening.place):
            return True
        if same_days and len(words & other.words) > ALIKE * min(len(words), len(other.words)):
            return True
    return False


def is_again(happening: Happening, span: SourceSpan, days: Days, shown: Sequence[Shown], told: Told) -> bool:
    """Whether what tells a happening best is told in nearly all its words of one shown, of its kind and days."""
    words = stems(told.text(told.sentence(span.report, span.start)))
    return any(
        happening.kind == other.happening.kind
        and overlap(days, other.days)
        and max(width(days), width(other.days)) <= SOON
        and len(words & other.called) > SAME * len(words)
        for other in shown
    )


def _is_one(a: Happening, b: Happening) -> bool:
    """Whether a reader would call two happenings of the same days one: the same kind of thing in the same place."""
    return a.kind == b.kind and (a.place == b.place or a.place is None)
