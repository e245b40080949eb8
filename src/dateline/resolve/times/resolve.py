"""Report, Reading -> Time: every time expression of a report on the calendar, with its anchor and the reason."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from datetime import timedelta
from typing import NamedTuple

import msgspec

from dateline.model import Granularity, Reading, Record, Report, Time, TimeMention
from dateline.resolve.times import calendar as c
from dateline.resolve.times import expressions as x
from dateline.resolve.times.calendar import Stretch
from dateline.resolve.times.dayafter import Named, goes_on_next_day, tells_next_day
from dateline.resolve.times.embedded import REACH, held_from
from dateline.resolve.times.finding import Found, find_expressions
from dateline.resolve.times.frame import Answer, Frame
from dateline.resolve.times.layout import SCENE_DAYS
from dateline.resolve.times.own import LEAD
from dateline.resolve.times.restated import restate
from dateline.resolve.times.sundays import last_week
from dateline.resolve.times.tense import direction, sentence_ends
from dateline.resolve.times.valuing import place
from dateline.resolve.times.words import Words

READ_BLOCKS = frozenset({"title", "body", "caption", "date", "byline", "dateline"})
"""Blocks in which times are found: those of the story, and those that date it."""
TOLD_WITHIN = 4
"""A time told this many sentences ago still dates "the next day"."""
CLOCK_WITHIN = 20
"""A clock told this many sentences ago is still the last one of what is told by the minute."""

_GRAIN_OF_TYPE: dict[str, Granularity] = {"time": "minute"}


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """The time expressions that the grammar is certain of, in `text[start:end]`."""
    return tuple(find_expressions(Words(text, start, end)))


def parse_absolute(text: str) -> str | None:
    """The EDTF value of the first expression that needs no anchor ("15 Apr 2017"), null when there is none."""
    for found in find_times(text):
        answer = place(found.says, Frame())
        if answer.stretch is not None and answer.anchor == "none":
            return answer.value
    return None


def resolve_times(report: Report, reading: Reading, bounds: str | None = None) -> tuple[Time, ...]:
    """One Time for every time expression: those of the reading and those that the grammar finds, in text order.
    `bounds`: an EDTF interval in which an undated report was written; it gives a year to a date only where one fits."""
    published = c.read(report.published.value)
    bounded = c.read(bounds or report.published.bounds) if published is None else None
    planned = {e.time.start for e in reading.events if e.time is not None and e.status == "planned"}
    passages = _read_passages(report, reading, planned)
    told = [n for passage in passages for n in passage.named]
    frame = Frame(
        published=published,
        bounds=bounded,
        next_day=tells_next_day(published, told),
        goes_on=goes_on_next_day(published, told),
        last_week=last_week(published, told),
    )
    memory = _Memory(frame)
    return tuple(time for passage in passages for time in _resolve_passage(report, passage, memory))


def _stretches(report: Report) -> list[tuple[int, int]]:
    """The parts of the text to read."""
    if not report.blocks:
        return [(0, len(report.text))]
    return [(b.start, b.end) for b in report.blocks if b.kind in READ_BLOCKS]


class _Candidate(Record, frozen=True):
    """What may be a time. `sentence`: which of the report holds it; `ahead`: 1 to come, -1 past, 0 not said; `said`:
    a verb of saying stands beside it."""

    start: int
    end: int
    found: Found | None = None
    mention: TimeMention | None = None
    sentence: int = 0
    ahead: int = 0
    said: bool = False


class _Passage(NamedTuple):
    """A stretch of the text with what may be a time in it."""

    words: Words
    candidates: list[_Candidate]

    @property
    def named(self) -> list[Named]:
        """What the grammar read, in text order."""
        return [Named(k.found.says, k.ahead, k.sentence) for k in self.candidates if k.found is not None]


def _read_passages(report: Report, reading: Reading, planned: Set[int]) -> list[_Passage]:
    """The parts of the text with their times; `planned`: where those begin that the reader gave to planned events."""
    starts = [m.start for m in reading.times]
    passages: list[_Passage] = []
    sentence = 0
    for start, end in _stretches(report):
        words = Words(report.text, start, end)
        sentence_starts = [words.ends[i] for i in sentence_ends(words)]
        mentions = reading.times[bisect_left(starts, start) : bisect_left(starts, end)]
        candidates = [
            msgspec.structs.replace(
                k,
                sentence=sentence + bisect_right(sentence_starts, k.start),
                ahead=_direction(words, k, planned),
                said=k.found is not None and _is_said(words, k.found),
            )
            for k in _unite(restate(list(find_expressions(words)), words), mentions)
        ]
        passages.append(_Passage(words, candidates))
        sentence += len(sentence_starts) + 1
    return passages


def _direction(words: Words, candidate: _Candidate, planned: Set[int]) -> int:
    """As the verbs say, else 1 when the reader takes what the time dates for planned."""
    found = candidate.found
    said = direction(words, found.first_word, found.last_word) if found is not None else -1
    return said or int(any(place in planned for place in range(candidate.start, candidate.end)))


def _resolve_passage(report: Report, passage: _Passage, memory: "_Memory") -> list[Time]:
    times = []
    for candidate in passage.candidates:
        found = candidate.found
        if found is None:
            answer = _unread(candidate, memory)
        else:
            if _opens_an_entry(passage.words, found):
                memory.begin_anew()
            answer = place(found.says, memory.frame(candidate))
            memory.tell(candidate, found, answer, passage.words, stamp=_is_stamp(report, found))
        times.append(
            Time(
                report=report.id,
                start=candidate.start,
                end=candidate.end,
                text=report.text[candidate.start : candidate.end],
                value=answer.value,
                granularity=answer.grain,
                anchor=answer.anchor,
                why=answer.why,
            )
        )
    return times


def _is_stamp(report: Report, found: Found) -> bool:
    """Is it the date line?"""
    stated = report.published
    return stated.start is not None and stated.end is not None and found.start < stated.end and stated.start < found.end


def _opens_an_entry(words: Words, found: Found) -> bool:
    """Is it the stamp of an entry of a page that grows: "(Update 11:36 p.m.)", "(Updated at 11:36 p.m.)"? It is of no
    day told in another."""
    mark = found.first_word - (2 if words.name(found.first_word - 1) == "AT" else 1)
    return words.lower[max(0, mark)] in _UPDATED and words.name(mark - 1) in _ENTRY_OPENS


def _unread(candidate: _Candidate, memory: "_Memory") -> Answer:
    """What only the reader takes for a time."""
    mention = candidate.mention
    if mention is not None and mention.text.lower() in _SAME_DAY:
        return place(x.Same(reach="told"), memory.frame(candidate))
    kind = mention.type if mention is not None else "vague"
    return Answer(
        stretch=None,
        value=None,
        grain=_GRAIN_OF_TYPE.get(kind, kind),  # type: ignore[arg-type]
        anchor="none",
        why="the grammar does not read these words",
    )


_UPDATED = frozenset({"update", "updated", "posted"})
_ENTRY_OPENS = frozenset({"", "LPAR", "STOP", "DOT"})
_SAME_DAY = frozenset({"earlier", "hours earlier", "hours later", "by then"})


def _unite(found: Sequence[Found], mentions: Sequence[TimeMention]) -> list[_Candidate]:
    """The reader's spans and the grammar's in text order; where they overlap, the grammar's holds."""
    candidates = [_Candidate(start=f.start, end=f.end, found=f) for f in found]
    ends = [f.end for f in found]
    for mention in mentions:
        place = bisect_right(ends, mention.start)
        free = place == len(found) or found[place].start >= mention.end
        if free and not _EMPTY.fullmatch(mention.text):
            candidates.append(_Candidate(start=mention.start, end=mention.end, mention=mention))
    return sorted(candidates, key=lambda k: (k.start, k.end))


_EMPTY = re.compile(
    r"(?:(?:so|several|many|few|some|the|a|an|of|in|on|at|and|to|for|just|only|more|than|it|its|this|that)(?:\s+|$))+",
    re.IGNORECASE,
)
"""Words that no time consists of, though a reader may take them for one."""


class _Memory:
    """What was told so far in a report, for the times that are counted from it."""

    def __init__(self, frame: Frame) -> None:
        """`frame`: that of the report, before anything is told. What is told aside, or as the day of a saying, counts
        in its own sentence only, and the day of a saying for no clock."""
        self._base = frame
        self._told: tuple[int, Stretch] | None = None
        self._told_day: tuple[int, Stretch] | None = None
        self._clock: tuple[int, Stretch] | None = None
        self._said: tuple[int, Stretch] | None = None
        self._year: tuple[int, int] | None = None
        self._stamp: tuple[int, Stretch] | None = None
        self._aside: tuple[int, Stretch] | None = None
        self._saying: tuple[int, Stretch] | None = None
        self._lead: Stretch | None = None
        self._late = self._halves = False

    def begin_anew(self) -> None:
        """Nothing told before dates what follows."""
        self._told = self._told_day = self._clock = self._aside = self._saying = self._lead = None

    def frame(self, candidate: _Candidate) -> Frame:
        """The frame of a time."""
        sentence = candidate.sentence

        def recent(told: tuple[int, Stretch] | None, reach: int) -> Stretch | None:
            return told[1] if told is not None and sentence - told[0] <= reach else None

        told_day = recent(self._told_day, TOLD_WITHIN)
        says = candidate.found.says if candidate.found is not None else None
        of_day = isinstance(says, x.Same) and says.part is not None and not says.offset
        told_day = told_day or (recent(self._stamp, TOLD_WITHIN) if of_day else None)
        beside = recent(self._aside, 0) or (None if getattr(says, "clock", None) else recent(self._saying, 0))
        return msgspec.structs.replace(
            self._base,
            told=recent(self._told, TOLD_WITHIN),
            told_day=beside or told_day,
            lead=None if candidate.said else self._lead,
            clock=recent(self._clock, CLOCK_WITHIN),
            said=recent(self._said, 0),
            year=self._year[1] if self._year is not None and sentence - self._year[0] <= 1 else None,
            late=self._late and told_day is not None,
            halves=self._halves,
            direction=candidate.ahead,
        )

    def tell(self, candidate: _Candidate, found: Found, answer: Answer, words: Words, *, stamp: bool) -> None:
        """Remember what was told; `stamp`: by the date line, of whose day is the morning that is told without its own,
        but nothing else."""
        sentence = candidate.sentence
        if answer.stretch is None or found.aside or isinstance(found.says, (x.Window, x.Since)):
            return
        of_day = answer.stretch.grain in ("day", "minute")
        if stamp:
            self._stamp = (sentence, answer.stretch) if of_day else None
            return
        self._told = (sentence, answer.stretch)
        if isinstance(found.says, x.Date) and found.says.year is not None:
            self._year = (sentence, found.says.year)
        if self._told_day is not None and sentence - self._told_day[0] <= TOLD_WITHIN:
            if held_from(words.text, found.start - REACH, found.start) is not None:
                self._aside = (sentence, answer.stretch) if of_day else None
                return
            if of_day and _is_saying(words, found):
                self._said = self._saying = (sentence, answer.stretch)
                return
        if self._told_day is not None and not _within(self._told_day[1], answer.stretch):
            self._told_day = self._clock = None
        if of_day:
            self._told_day = (sentence, answer.stretch)
            part = getattr(found.says, "part", None) or (getattr(found.says, "clock", None) or "")[:2]
            self._late = part[:2].isdigit() and int(part[:2]) >= 18
            here = self._base.day
            if here is not None and answer.stretch.first <= here and candidate.said:
                self._said = (sentence, answer.stretch)
            elif self._lead is None and sentence < LEAD and candidate.ahead <= 0 and self._is_news(answer.stretch):
                self._lead = answer.stretch
        if answer.stretch.grain == "minute":
            self._clock = (sentence, answer.stretch)
            if getattr(found.says, "half", True):
                self._halves = _says_half(words, found)

    def _is_news(self, told: Stretch) -> bool:
        """Is it a day that the report can lead with?"""
        here, next_day = self._base.day, self._base.next_day or self._base.goes_on
        return here is not None and here - timedelta(SCENE_DAYS) <= told.first <= here + timedelta(next_day)


def _within(day: Stretch, told: Stretch) -> bool:
    """Is the scene still that of the day, or has it moved to another time?"""
    return told.first <= day.first <= told.last


def _says_half(words: Words, found: Found) -> bool:
    """Is it a clock with a.m. or p.m.?"""
    said = range(found.first_word, found.last_word + 1)
    return any(words.name(i) == "AMPM" or (words.name(i) == "CLOCK" and words.lower[i].endswith("m")) for i in said)


def _is_saying(words: Words, found: Found) -> bool:
    """Is it the day of a saying, and of nothing else: "a statement on Wednesday that"?"""
    before = range(found.first_word - 8, found.first_word)
    says = any(words.name(i) == "SAID" or words.lower[max(i, 0)] == "statement" for i in before)
    return words.lower[found.last_word + 1 : found.last_word + 2] == ["that"] and says


def _is_said(words: Words, found: Found) -> bool:
    """Does a verb of saying stand beside the time: "said on Wednesday", "on Wednesday told"?"""
    near = range(found.first_word - 6, found.last_word + 4)
    return any(words.name(i) == "SAID" for i in near)
