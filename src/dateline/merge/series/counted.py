"""figure -> Count: what one figure counts, so that only figures of the same thing meet in a series."""

import re
from collections.abc import Iterable

from dateline.english.releases import let_go, lets_go
from dateline.merge.distances import ONE_SCENE
from dateline.merge.kinds import CAUSES
from dateline.merge.series.amounts import number
from dateline.merge.series.parts import HARMED, part_of
from dateline.merge.series.scenes import Main, Scenes
from dateline.merge.situation import Situation
from dateline.model import Event, Figure, Range, Record
from dateline.model.edtf import Days, bounds, overlap, width
from dateline.model.kinds import HARM
from dateline.model.units import PEOPLE, THINGS

DEAD = frozenset({"killed", "died"})
MOVED = frozenset({"evacuated", "displaced", "returned"})
HELD_UP = frozenset({"trapped", "present"})
BY_HEAD = PEOPLE - {"families", "households"}
NOT_BY_HEAD = THINGS | {"families", "households", "percent", "money"}
"""Units that are no single persons though they may be counted as dead or hurt; all else that dies is somebody."""

STALE = re.compile(
    r"(?i)\b(?:previous(?:ly)?|initial(?:ly)?|up from|first put|had put"
    r"|earlier (?:\w+ )?(?:tolls?|counts?|figures?|estimates?))\b"
)
EARLIER = re.compile(r"(?i)\b(?:an|the) (?:earlier|previous|initial) (?:death |casualty )?(?:toll|count|figure)\b\D*\Z")
"""What may stand far before the number it gives: “an earlier toll from the raid on the town”."""

TO_COME = re.compile(
    r"(?i)\b(?:will|would|shall|(?:is|are|was|were) to (?:be|leave)|plans? to|be allowed to"
    r"|(?:set|due|expected|scheduled|supposed|meant) (?:to|for))\b"
)
"""Words that put a movement in the future."""

UPDATED = re.compile(
    r"(?i)\b(?:updated|revised|new|latest) (?:\w+ )?(?:death |casualty )?(?:tolls?|counts?|figures?|tall(?:y|ies))\b"
)
"""Words of a count that replaces one that others still give."""

RIVAL = re.compile(
    r"(?i)(?<!\bto a )\b(?:lower|higher|smaller|larger|different|conflicting) (?:death |casualty )?"
    r"(?:tolls?|counts?|figures?|numbers?|estimates?|tall(?:y|ies)) (?:of|at)\s+(?:\w+\s+){0,2}$"
)
"""Words by which a report sets a count against the one just told."""

SEEN = re.compile(
    r"(?i)\bbod(?:y|ies)\b|\b(?:treating|receiv(?:ed|ing)|admitted|brought in|treated (?:in|at)|since being)\b"
    r"|\bdied (?:in hospital|of (?:his|her|their) wounds)\b"
)
"""Words of a count of what one place or one crew saw: bodies taken away, the hurt of one hospital."""

SINCE = re.compile(r"(?i)\b(?:since|beg[au]n|broke out|erupt\w*|start(?:ed)?|over the (?:past|last))\b")
PRESENT = re.compile(r"(?i)\b(?:has|have|are|is|remain(?:s|ed)?|still|currently|now)\b")
"""Words by which a stock of an earlier day still stands when it is told."""

TOLL = re.compile(r"(?i)\b(?:death )?toll\b")
"""A toll counts what its report is about, whatever day its sentence gives: that on which it was counted."""

OVER_TIME = re.compile(
    r"(?i)\b(?:(?:over|in|during|within) the (?:past|last) (?:\w+ )?(?:hours|days|weeks|months|years)"
    r"|in recent (?:days|weeks|months|years)|\w+ (?:hours|days|weeks) of|this year"
    r"|every (?:day|week|month|year)|a (?:day|week|month|year) on average"
    r"|(?:these|those|such|repeated|previous) (?:\w+ )?(?:violations|attacks|raids|strikes|clashes|incidents))\b"
)
SPELL = -1
"""The era of a count over "the past months", "seven days of raids" or "these raids": no blow's toll."""

WARS = r"(?:wars?|conflict|uprising|insurgency|rebellion)\b(?!-)"
OF_A_WAR = re.compile(
    rf"(?i)\b(?:toll|killed|dead|deaths|died|lives)\b[^.;,]{{0,40}}?\b(?:of|from|in|by|during) "
    rf"(?:the|its|their|this|that) (?:[\w’'-]+ ){{0,3}}?{WARS}"
    rf"|\b{WARS}[^.;]{{0,50}}?\b(?:has|have|had) (?:already )?(?:killed|claimed|cost|left)\b"
    r"|^\W*since then\b"
)
"""How the dead of a war are told: “soldiers killed in the Marran conflict”, “the war has killed”."""

WAR = -2
"""The era of a war's dead for whom no beginning is told: no blow's toll either."""

YEAR = 300
"""Days before its report from which a count that runs "since" then is that of a war or a crisis."""

REMAIN = re.compile(r"(?i)\b(?:remain\w*|still)\b")


class Count(Record, frozen=True):
    """What a figure counts. `group`: whats that may share a series; `part`: the head noun where only some are counted;
    `scene`: the happening it belongs to; `stale`: the text itself calls it overtaken; `seen`: it counts what one place
    saw, no total; `fresh`, `rival`: the text itself calls it updated, or sets it against another; `era`: the year since
    which it counts, where that is long ago: the dead of a war; else `SPELL` or `WAR`."""

    figure: Figure
    group: str
    unit: str
    part: str
    scene: str | None
    place: str | None
    days: Days | None
    stale: bool
    planned: bool
    seen: bool
    fresh: bool
    rival: bool
    era: int | None

    @property
    def size(self) -> int:
        """Its number; 0 where it has none."""
        return number(self.figure) or 0


def count_of(figure: Figure, situation: Situation, scenes: Scenes) -> Count:
    """What the figure counts, with its scene."""
    event = event_of(figure, situation)
    text = situation.reports[figure.report].text
    sentence = sentence_of(figure, situation)
    before = text[max(sentence.start, figure.start - 60) : figure.start]
    after = text[figure.end : min(sentence.end, figure.end + 60)]
    group = _group(figure, sentence, situation)
    place = figure.place or (event.place if event else None)
    days = bounds(figure.time or (event.time if event else None))
    published = situation.published(figure.report)
    since = bool(days and published and SINCE.search(text, sentence.start, sentence.end) and days[0] < published[0])
    still = figure.measure == "stock" and bool(since or PRESENT.search(before[-30:] + "#" + after[:40]))
    if still and days and published and days[0] < published[0]:
        days = (days[0], published[1])
    long = since and days and published and (published[0] - days[0]).days > YEAR
    toll = group in HARMED and figure.report in scenes.of_report and TOLL.search(text, sentence.start, sentence.end)
    planned = event is not None and event.status in ("planned", "hypothetical")
    era = days[0].year if long and days else _era(text[sentence.start : sentence.end], group)
    of_war = group in HARMED and (era == WAR or bool(long))
    risen = _risen(figure, situation, scenes) if toll else None
    scene = None if of_war else risen or _scene(figure, group, None if toll else event, days, situation, scenes)
    return Count(
        figure=figure,
        group=group,
        unit="persons"
        if figure.unit in BY_HEAD or (group in HARMED and figure.unit not in NOT_BY_HEAD)
        else figure.unit,
        part=part_of(figure, group, before, after),
        scene=scene,
        place=None if of_war and not (place and situation.is_country(place)) else place,
        days=days,
        stale=bool(STALE.search(before[-40:]) or EARLIER.search(text[sentence.start : figure.start])),
        planned=group not in HARMED and (planned or bool(TO_COME.search(_clause(before, after)))),
        seen=group in HARMED and bool(SEEN.search(figure.text) or SEEN.search(before[-40:]) or SEEN.search(after)),
        fresh=group in HARMED and bool(UPDATED.search(text, sentence.start, sentence.end)),
        rival=group in HARMED and bool(RIVAL.search(before)),
        era=era,
    )


def _era(sentence: str, group: str) -> int | None:
    """The era of a count for which its sentence gives a stretch of time, or a war, and no beginning."""
    if OVER_TIME.search(sentence):
        return SPELL
    return WAR if group in HARMED and OF_A_WAR.search(sentence) else None


def sentence_of(figure: Figure, situation: Situation) -> Range:
    """The sentence a figure starts in; the figure itself where none was found."""
    return situation.sentence_at(figure.report, figure.start) or Range(start=figure.start, end=figure.end)


def _clause(before: str, after: str) -> str:
    """The words around a figure up to the next comma or "and"."""
    stop = r"[,;:]|\b(?:and|which|while|after)\b"
    return re.split(stop, before)[-1] + " # " + re.split(stop, after)[0]


def _group(figure: Figure, sentence: Range, situation: Situation) -> str:
    if figure.what in DEAD:
        return "killed"
    if figure.what in MOVED:
        return "moved"
    free = figure.what in ("captured", "other") and figure.unit in BY_HEAD and not figure.is_corrected("what")
    if free and _is_freed(figure, sentence, situation):
        return "freed"
    if figure.unit == "weapons" and figure.what in ("deployed", "other"):
        return "weapons"
    if figure.what == "captured":
        words = situation.reports[figure.report].text[sentence.start : sentence.end]
        return "left captive" if REMAIN.search(words) else "captured"
    return "held up" if figure.what in HELD_UP else figure.what


def _is_freed(figure: Figure, sentence: Range, situation: Situation) -> bool:
    """Whether the words in front of a count, or behind it up to the next one, say that those counted were let go."""
    text = situation.reports[figure.report].text
    others = (f.start for f in situation.counted[figure.report] if figure.end <= f.start < sentence.end)
    end = min([sentence.end, *(at for at in others if not re.fullmatch(r"\s*of\s*", text[figure.end : at]))])
    return lets_go(text[sentence.start : figure.start]) or let_go(text[figure.end : end])


def _scene(
    figure: Figure, group: str, event: Event | None, days: Days | None, situation: Situation, scenes: Scenes
) -> str | None:
    """The scene of the figure's event; the dead and hurt that no event holds are those that the report is about, unless
    their own day or place speaks against it."""
    if event is not None:
        own = scenes.of_event.get(event.id)
        told_alone = group in HARMED and event.kind in HARM and own not in {m.id for m in scenes.mains}
        near = _mains_near(figure.place or event.place, situation, scenes) if told_alone else ()
        return _only(m for m in near if _is_on(m, days)) or own
    main = scenes.of_report.get(figure.report)
    if main is None or group not in HARMED:
        return None
    if days and main.days and not overlap(days, main.days, slack=1):
        return None
    gap = situation.distance(figure.place, main.place) if figure.place and main.place else 0.0
    return main.id if gap is None or gap <= ONE_SCENE else None


def _risen(figure: Figure, situation: Situation, scenes: Scenes) -> str | None:
    """The scene of a toll whose report does not say when it was: "the toll in Kelo rose to 61", weeks later."""
    if scenes.of_report[figure.report].days is not None:
        return None
    return _only(m for m in _mains_near(figure.place, situation, scenes) if m.days)


def _mains_near(place: str | None, situation: Situation, scenes: Scenes) -> list[Main]:
    """What the story's reports are about within reach of a place on the map, which is no province: of a square those of
    its town."""
    known = situation.places.get(place or "")
    if known is None or known.precision in ("country", "region"):
        return []
    gaps = [(situation.distance(known.entity, m.place), m) for m in scenes.mains if m.place]
    return [m for gap, m in gaps if gap is not None and gap <= ONE_SCENE]


def _is_on(main: Main, days: Days | None) -> bool:
    """Whether what a report is about happened on a day."""
    return bool(days and main.days and width(days) <= BRIEF and overlap(days, main.days))


def _only(mains: Iterable[Main]) -> str | None:
    """The one scene that they all are: what is told of harm alone ("59 people died in the hall") belongs to it where
    the story has no other at that place and day."""
    found = {m.id for m in mains}
    return found.pop() if len(found) == 1 else None


BRIEF = 2
"""Days that one blow may take, by what reports say of its day."""


def event_of(figure: Figure, situation: Situation) -> Event | None:
    """The event a figure counts in: the resolved one, else, for the dead and hurt, the nearest cause beside it."""
    if figure.event in situation.events:
        return situation.events[figure.event]
    if figure.what not in DEAD | {"injured"}:
        return None
    beside = situation.beside.get((figure.report, sentence_of(figure, situation).start), [])
    fits = [e for e in beside if e.kind in CAUSES | HARM]
    return min(fits, key=lambda e: (abs(e.trigger.start - figure.start), e.id), default=None)
