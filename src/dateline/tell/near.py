"""sentence × main happening -> how near it is: whether it tells it, where and when, in how many of its words."""

import re
from functools import cached_property

from dateline.model import FACTS, Event, Happening, SourceSpan
from dateline.model.edtf import bounds, overlap, width
from dateline.model.kinds import BLOWS, HARM
from dateline.tell.doer import DEFINITE
from dateline.tell.fit import leans
from dateline.tell.reactions import ANSWERS, BLAMED
from dateline.tell.still import is_scene
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls, tolls_of
from dateline.tell.voices import is_moved
from dateline.tell.words import stems

UNHURT = re.compile(
    r"(?i)\b(?:unharmed|unhurt|uninjured|safe and (?:sound|well)|no (?:one|casualties|injuries|deaths|fatalities|\w+)"
    r"(?: \w+){0,2} (?:was|were|been|had been|have been) (?:hurt|harmed|injured|killed|wounded|reported))\b"
)
"""Words that say whom it did not harm: a count of none."""

CLOSE = 0.6
"""How near in its words a sentence must be to the main happening to say who did it or why."""

AFTERWARDS = re.compile(r"(?i)\b(?:after|since|following|in the wake of)\s+(?:[\w’'-]+\s+){0,3}$")
"""Words in front of what something else came after."""

LATER = re.compile(
    r"(?i)\b(?:later|afterwards?|subsequently|(?:has|have) since|since then|hours after|"
    r"resum(?:ed|es)|reopen(?:ed|s))\b"
)
"""Words of what came after what was told."""

NEXT = 1.6
"""What a sentence counts that gives its own time, beside 1 for one that gives none."""

HARM_TRIGGER = re.compile(
    r"(?i)\b(?:dead|deaths?|kill\w*|die[sd]?|dying|toll|casualt\w+|victims?|injur\w+|wound\w*|li[fv]es?|bod(?:y|ies))\b"
)
"""Triggers that only say whom something harmed."""

HARMING = re.compile(r"(?i)(?:killing|wounding|injuring|leaving)\b")
"""Forms in which a trigger says what came of the clause in front."""

COLOUR = 0.5
"""What a sentence counts that takes a story no further."""

UNLIKE = 0.7
"""What a sentence counts that shares hardly a word with the main happening."""

ROOT = 4
"""Letters that the forms of a word share."""

WEEK = 7
"""Days of a time beyond which it is a month or a year: one that has passed is over for the situation."""

AFTER = 21
"""Days after the main happening from which a report tells a later turn of the situation."""

CHANCE = "accident"
"""What a writer may take a blow for: a car that drives into a crowd."""

ALLEGED = re.compile(
    r"(?i)\b(?:alleged|purported|allegations?|sites? of|inquir(?:y|ies) into|investigat\w+|inspect\w+)\b"
)
"""Words of talk about a thing, before it is named."""

SAME = 0.7
"""The share of its words from which a sentence of the main happening's day tells nothing but that."""

BEFORE, LASTED = 10, 60
"""Days before the first report that what happened still belongs to the situation, and that what goes on may have
begun."""


class Nearness:
    """How near sentences are to the main happening of a story."""

    def __init__(self, main: Happening, told: Told) -> None:
        """Index the words that tell it."""
        self.main, self.told = main, told
        self.members = {e for e in main.events if told.events[e].status in FACTS}
        spans = {(e.report, e.sentence.start): told.sentence_of(e) for e in map(told.events.__getitem__, self.members)}
        self.own = frozenset().union(*(stems(told.text(s)) for s in spans.values()))

    @cached_property
    def tolls(self) -> Tolls:
        """What was counted of the happening."""
        return tolls_of(self.main, self.told)

    def tells(self, span: SourceSpan) -> float:
        """1 for a sentence that tells the happening as something that took place, else 0."""
        return float(any(self.names(e) for e in self.told.events_in(span)))

    def tells_again(self, span: SourceSpan) -> bool:
        """Whether a sentence tells the happening, or one like it that may be it: of its kind and of the one day that it
        was on, or of that day in its words, whatever kind it was taken for."""
        return self.tells(span) > 0 or self._retells(span) or any(map(self.repeats, self.told.events_in(span)))

    def _retells(self, span: SourceSpan) -> bool:
        since = bounds(self.main.start)
        days = [d for t in self.told.times_in(span) if (d := bounds(t.value)) is not None]
        of_its_day = since is not None and bool(days) and all(d[1] <= since[1] for d in days)
        return of_its_day and self.words(span) - 0.5 > SAME

    def repeats(self, event: Event) -> bool:
        """Whether an event is of the happening's kind and of the one day that it was on."""
        days, since = bounds(event.time), bounds(self.main.start)
        if self.main.status != "happened" or days is None or since is None or width(since) > 1:
            return False
        alike = event.kind == self.main.kind or (self.main.kind in BLOWS and event.kind == CHANCE)
        return alike and width(days) <= WEEK and overlap(days, since) and not self.told.landmark(event)

    def names(self, event: Event) -> bool:
        """Whether an event is the happening itself, and no landmark for another."""
        return event.id in self.members and not self.told.landmark(event)

    def shows(self, span: SourceSpan) -> bool:
        """Whether a sentence tells what happened, or another thing of its kind, and not only whom it harmed."""
        return any(
            (self.names(e) or (e.kind == self.main.kind and not self.told.landmark(e)))
            and e.status in FACTS
            and (not HARM_TRIGGER.search(e.trigger.text) or self._outcome(e))
            for e in self.told.events_in(span)
        )

    def only_mentions(self, span: SourceSpan) -> bool:
        """Whether a sentence names what happened only as what it talks of: “went to the site of the alleged raid”."""
        text = self.told.reports[span.report].text
        own = [e for e in self.told.events_in(span) if self.names(e) or self.repeats(e)]
        return bool(own) and all(ALLEGED.search(text, span.start, e.trigger.start) for e in own)

    def _outcome(self, event: Event) -> bool:
        """Whether a trigger only adds what came of the clause in front of it: “rammed the wall, killing six”."""
        before = self.told.reports[event.report].text[event.sentence.start : event.trigger.start]
        return HARMING.match(event.trigger.text) is not None and before.rstrip().endswith(",")

    def places(self, span: SourceSpan) -> float:
        """Half a point each for a time and a place given with it."""
        events = [e for e in self.told.events_in(span) if self.names(e) or self.repeats(e)]
        return 0.5 * any(self.told.dated(e) for e in events) + 0.5 * any(e.place is not None for e in events)

    def follows(self, span: SourceSpan) -> float:
        """How much a sentence tells of what came next: more where several originals tell that, not what went before it,
        and where it gives a day or an hour of its own from the main happening's day on."""
        events = self.told.events_in(span)
        told_of = [h for e in events if (h := self.told.happening_of.get(e.id)) is not None]
        fresh = [h.support.origins for h in told_of if not h.background and h.id != self.main.id]
        own = 1.0 if self.words(span) > CLOSE else UNLIKE
        own *= COLOUR if self.stands_still(span) else 1.0
        return (1 + 0.1 * max(fresh, default=0)) * own * (NEXT if self.comes_later(span) else 1.0)

    def stands_still(self, span: SourceSpan) -> bool:
        """Whether a sentence takes a story no further: it tells how it was or looked, or what somebody is or feels."""
        return any(map(is_moved, self.told.claims_in(span))) or is_scene(span, self.told)

    def comes_later(self, span: SourceSpan) -> bool:
        """Whether a sentence tells what it says was after the main happening, or gives a time of its own for something
        else, from the main happening's day on; after it where the sentence tells that happening too. How it looked and
        felt is no later turn."""
        if any(map(is_moved, self.told.claims_in(span))):
            return False
        if any(e.id in self.members and self.told.landmark(e, AFTERWARDS) for e in self.told.events_in(span)):
            return True
        since, again = bounds(self.main.start), self.tells_again(span)
        return since is not None and any(
            e.id not in self.members
            and e.kind not in HARM
            and self.told.dated(e)
            and (days := bounds(e.time)) is not None
            and (days[0] > since[0] if again else days[0] >= since[0])
            for e in self.told.events_in(span)
        )

    def comes_after(self, span: SourceSpan) -> bool:
        """Whether a sentence tells what was after the main happening, and not only on its day: by a word that says so,
        by a later day, or by an hour of its own; or that a report of later days tells it."""
        events, since = self.told.events_in(span), bounds(self.main.start)
        published = bounds(self.told.reports[span.report].published.value)
        if since is not None and published is not None and (published[0] - since[1]).days > 1:
            return True
        if LATER.search(self.told.text(span)) or any(
            e.id in self.members and self.told.landmark(e, AFTERWARDS) for e in events
        ):
            return True
        days = [(e, d) for e in events if e.id not in self.members and (d := bounds(e.time)) is not None]
        return since is None or any(d[0] > since[0] or (d[0] == since[0] and "T" in (e.time or "")) for e, d in days)

    def is_earlier(self, span: SourceSpan) -> bool:
        """Whether a sentence gives a day that was over before the main happening."""
        since = bounds(self.main.start)
        times = (t for t in self.told.times_in(span) if not self.told.doubtful(t))
        known = [d for t in times if (d := bounds(t.value)) is not None]
        return since is not None and any(width(d) <= WEEK and d[1] < since[0] for d in known)

    def long_after(self, span: SourceSpan) -> bool:
        """Whether a report of weeks after the main happening tells something else, and nothing of that day."""
        days, since = bounds(self.told.reports[span.report].published.value), bounds(self.main.end or self.main.start)
        after = days is not None and since is not None and (days[0] - since[1]).days > AFTER
        return after and not self.tells_again(span)

    def is_latest(self, span: SourceSpan) -> bool:
        """Whether a report of the last day, later than the main happening, tells something else."""
        days, since = bounds(self.told.reports[span.report].published.value), bounds(self.main.end or self.main.start)
        window = self.told.window
        latest = days is not None and since is not None and window is not None and since[1] < days[1] == window[1]
        return latest and not self.tells_again(span)

    def takes_on(self, span: SourceSpan) -> bool:
        """Whether a sentence tells something that took place or goes on, and from the main happening's day on."""
        since = bounds(self.main.start)
        own = (e for e in self.told.events_in(span) if e.status in FACTS and not self.told.landmark(e))
        days = (bounds(e.time) for e in own)
        return since is None or any(day is not None and day[0] >= since[0] for day in days)

    def is_of_before(self, span: SourceSpan) -> bool:
        """Whether a sentence without a time goes on in the paragraph of one whose times were all over before."""
        while not self.told.times_in(span):
            before = self.told.before(span)
            if before is None or "\n" in self.told.reports[span.report].text[before.end : span.start]:
                return False
            span = before
        return self.goes_before(span)

    def goes_before(self, span: SourceSpan) -> bool:
        """Whether all the times that a sentence gives began before the main happening's day and end with it: “last
        week” in a report of the day after."""
        since = bounds(self.main.start)
        days = [d for t in self.told.times_in(span) if (d := bounds(t.value)) is not None]
        return since is not None and bool(days) and all(d[0] < since[0] and d[1] <= since[1] for d in days)

    def is_written_after(self, span: SourceSpan) -> bool:
        """Whether the report of a sentence is not older than the main happening: an older one knows nothing since."""
        days, since = bounds(self.told.reports[span.report].published.value), bounds(self.main.start)
        return days is None or since is None or days[1] >= since[0]

    def only_answers(self, span: SourceSpan) -> bool:
        """Whether a sentence of a blow tells only what somebody says or offers to it: “the minister offered help”."""
        kinds = {e.kind for e in self.told.events_in(span)}
        return self.main.kind in BLOWS and bool(kinds) and kinds <= ANSWERS

    def speaks_of(self, span: SourceSpan) -> bool:
        """Whether a sentence is near the happening, or has one of the words that it is called by."""
        return self.words(span) > CLOSE or self.calls(self.told.text(span))

    def calls(self, text: str) -> bool:
        """Whether a text has one of the words that the happening is called by."""
        return not _roots(text).isdisjoint(self._called)

    def blames_else(self, span: SourceSpan) -> bool:
        """Whether a sentence blames somebody for another thing, and for no harm: “blamed the delay on …”, “accused the
        council of not doing enough”."""
        things = [m.group(1) for words in BLAMED for m in words.finditer(self.told.text(span))]
        apart = (not self.calls(thing) and not HARM_TRIGGER.search(thing) for thing in things)
        return bool(things) and all(apart)

    @cached_property
    def _called(self) -> frozenset[str]:
        """The roots of the words that the reports call the main happening by."""
        return frozenset().union(*(_roots(self.told.events[e].trigger.text) for e in self.main.events))

    def words(self, span: SourceSpan) -> float:
        """How far a sentence is in its words: from 0.5 to 1.5."""
        words = stems(self.told.text(span))
        return 0.5 + len(words & self.own) / max(1, len(words))


def _roots(text: str) -> frozenset[str]:
    """The words of a text that carry matter, cut to what `raided` and `raiding` share."""
    return frozenset(word[:ROOT] for word in stems(text))


def is_current(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence tells first of something that happened, in the days of the reports and not long before."""
    events = told.events_in(span)
    if not events or events[0].status not in FACTS:
        return False
    happening, days = told.happening_of.get(events[0].id), bounds(events[0].time)
    begun = told.window is None or days is None or (told.window[0] - days[0]).days <= LASTED
    return happening is not None and not happening.background and begun and not is_old(span, told)


def is_old(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence gives a time long before the reports, or leans on one that does; never one that its report
    opens with, which may say since when."""
    window = told.window
    if told.lead(span) == 1.0:
        return False
    times = [d for t in told.times.get(span.report, ()) if span.start <= t.start < span.end and (d := bounds(t.value))]
    if window is None or times or not (leans(told.text(span)) or DEFINITE.match(told.text(span))):
        return window is not None and any(
            (window[0] - days[1]).days > (0 if width(days) > WEEK else BEFORE) for days in times
        )
    before = told.before(span)
    return before is not None and is_old(before, told)
