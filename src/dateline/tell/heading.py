"""account -> what the situation is about, and deck: how broad its ground is."""

import math
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dateline.model import Event, Figure, Happening, Series
from dateline.model.edtf import bounds, overlap, width
from dateline.model.kinds import BLOWS, HARM
from dateline.tell.aside import is_aside
from dateline.tell.course import course, within
from dateline.tell.hazards import WIDE, words_of
from dateline.tell.told import Told
from dateline.tell.tolls import tolls_of
from dateline.tell.voices import NOBODY, VAGUE, credit
from dateline.tell.whom import are_alone, noun_of
from dateline.tell.wording import SMALL, counted, number, say_figure
from dateline.tell.words import stems

DEAD = ("killed", "died")

WEIGHT = {
    **dict.fromkeys(("evacuation", "arrest", "withdrawal", "protest", "concession", "agreement"), 0.8),
    **dict.fromkeys(("coercion", "arrival", "aid", "deployment", "sanction", "surrender"), 0.5),
    **dict.fromkeys(("talks", "threat", "rejection", "politics"), 0.4),
    **dict.fromkeys(("death", "injury", "accusation", "support", "demand"), 0.3),
}
"""How far a kind counts as what a situation is about, beside 1 for those that harm people or move a front."""

TITLED = 1.5
"""What a place in a report's title counts, beside 1 for its first sentence."""

OPENING = 0.4
"""How far in front a happening is told by an original that opens with it."""

LED = 0.4
"""The share of originals that must open with what a situation is called by."""

SHORT = 2
"""Days on which what is told twice may be one happening."""

SEVERAL = 3
"""Titles of which one must name the happening."""

SUPPOSED = re.compile(
    r"(?i)\b(?:amid|against|despite|possible|potential|alleged|prevent\w*|avoid\w*|avert\w*|fear\w*|concern\w*|threat\w*|"
    r"risk\w*|warn\w*|claims? of|talk of|plan\w*|anti)\W+(?:[\w’'-]+\W+){0,3}$"
)
DREADED = re.compile(r"(?i)\W{1,2}(?:concern|fear|threat|warning|alert|drill|exercise|claim|rumou?r|scare)s?\b")
"""Words before and behind what a title tells of and not as a fact."""

BACKDROP = 0.3
"""What an event counts that only says which people or things are meant."""

AUXILIARY = re.compile(r"(?i)\b(?:was|were|is|are|be|been|being|has|have|had|get|got|gets)\s(?:\w+\s)?$")


def main_happening(told: Told) -> Happening | None:
    """What the situation is about: the happening that most originals lead with, in their titles and first sentences;
    one with its dead before one without. What only a caption tells, what did not happen and what went long before is
    none."""
    current = [h for h in told.agreement.happenings if not h.background and h.status not in ("negated", "hypothetical")]
    return min(current, key=lambda h: (-standing(h, told), -len(h.events), h.id), default=None)


def standing(happening: Happening, told: Told) -> float:
    """How far to the front the originals tell a happening, in words that others lead with too, by what kind of thing it
    is and what it cost."""
    best: dict[str, float] = {}
    for event in (told.events[e] for e in happening.events):
        if event.status in ("negated", "hypothetical") or told.labels(event):
            continue
        origin = told.reports[event.report].origin or event.report
        echoed = 0.4 + told.echo(told.sentence_of(event))
        named = BACKDROP if is_aside(event, told) else 1.0
        best[origin] = max(best.get(origin, 0.0), front(event, told) * echoed * named)
    tolls = [s for s in told.series_of.get(happening.id, ()) if s.what in DEAD]
    dead = max((_count(s, told) for s in tolls), default=0)
    planned = 0.6 if happening.status == "planned" else 1.0
    return math.fsum(best.values()) * WEIGHT.get(happening.kind, 1.0) * planned * (1 + 0.2 * math.log10(1 + dead))


def front(event: Event, told: Told) -> float:
    """How far in front an event is told: its place in the text, and how much of its sentence the title says."""
    report = told.reports[event.report]
    backdrop = BACKDROP if modifies(event, told) else 1.0
    titled = report.title_span
    if titled and titled.start <= event.trigger.start < titled.end:
        before = sum(e.trigger.start < event.trigger.start for e in told.beside(event) if not modifies(e, told))
        return TITLED * 0.9**before * backdrop
    words = stems(told.text(told.sentence_of(event)))
    shared = len(words & stems(report.title or "")) / (1 + len(stems(report.title or "")))
    return told.lead(told.sentence_of(event)) * (0.5 + shared) * backdrop


def modifies(event: Event, told: Told) -> bool:
    """Whether a trigger only says which ones are meant: `21 kidnapped girls`, and `girls kidnapped in April` where the
    sentence goes on to another event."""
    trigger, text = event.trigger, told.reports[event.report].text
    if not re.fullmatch(r"(?i)[a-z]+(?:ed|en)|held|shot|hit|captive|captives", trigger.text):
        return False
    before, after = text[max(0, trigger.start - 40) : trigger.start], text[trigger.end : trigger.end + 30]
    if re.search(AUXILIARY, before):
        return False
    if re.search(r"(?i)\b(?:of|for|with|from|between (?:[\w-]+ ){1,3}and)\s$", before):
        return re.match(r"\s[a-z]", after) is not None
    if re.search(
        rf"(?i)(?:\d|-one|\b(?:the|an?|of|these|those|some|many|more|other|{'|'.join(SMALL[2:])}))\s$", before
    ):
        return re.match(r"\s[a-z]", after) is not None
    later = any(e.trigger.start > trigger.end for e in told.beside(event))
    return later and re.match(r"(?i)\s(?:by|from|in|at|on|more|last|during|since)\b", after) is not None


def _count(series: Series, told: Told) -> int:
    """The number that a series stands at."""
    latest = told.figures.get(series.latest or "")
    return next((n for n in (latest.best, latest.low, latest.high) if n is not None), 0) if latest else 0


def is_led_with(happening: Happening, told: Told) -> bool:
    """Whether enough originals open with a happening for the situation to be called by it. (News of other fields may
    have no happening that a codebook of conflict knows.)"""
    opening = {
        told.reports[e.report].origin or e.report
        for one in _repeated(happening, told)
        for e in map(told.events.__getitem__, one.events)
        if front(e, told) >= OPENING
    }
    return len(opening) >= LED * len(told.dossier.origins) and is_titled(words_of(happening, told), told)


def _repeated(happening: Happening, told: Told) -> list[Happening]:
    """A happening with those that may be it again: of its kind or what it did to people, on its days and no other
    place; a storm goes on for days over many places, and is known by its word."""
    if happening.kind in WIDE:
        called = words_of(happening, told)
        return [h for h in told.agreement.happenings if h.kind == happening.kind and called & words_of(h, told)]
    days, places = bounds(happening.start), (None, happening.place)
    if days is None or width(days) > SHORT or happening.place is None:
        return [happening]
    again = [
        h
        for h in told.agreement.happenings
        if (h.kind == happening.kind or (happening.kind in BLOWS and h.kind in HARM))
        and h.id != happening.id and not h.background and h.status == "happened" and h.place in places
        and (own := bounds(h.start)) is not None and width(own) <= SHORT and overlap(own, days)
    ]  # fmt: skip
    return [happening, *again]


def titles(told: Told) -> dict[str, str]:
    """The titles of a story half of whose reports have one, each with its original."""
    titled = {r.title: r.origin or r.id for r in told.reports.values() if r.title}
    return titled if 2 * sum(bool(r.title) for r in told.reports.values()) >= len(told.reports) else {}


def is_titled(roots: AbstractSet[str], told: Told, share: float = 0.0) -> bool:
    """Whether a share of several titles, one at least, says a word with one of some roots as a fact; one or two may use
    another unless a share is asked for."""
    titled = titles(told)
    if len(titled) < (1 if share else SEVERAL):
        return True
    saying = {origin for title, origin in titled.items() if _says(title, roots)}
    return bool(saying) and len(saying) >= share * len(set(titled.values()))


def _says(title: str, roots: AbstractSet[str]) -> bool:
    """Whether a title says a word with one of some roots, and of no thing that is only feared or talked of."""
    return any(
        any(stem.startswith(root) for stem in stems(word.group(0)) for root in roots)
        and not SUPPOSED.search(title[: word.start()])
        and not DREADED.match(title[word.end() :])
        for word in re.finditer(r"[^\W\d_]+", title)
    )


def tell_deck(main: Happening | None, told: Told) -> str:
    """`Nine reports, but five originals. Killed: 20 to at least 126, by six counters.`: how broad the ground is, and
    the first of the counts where the reports lead with one happening."""
    led = main is not None and main.status != "planned" and is_led_with(main, told)
    return f"{_ground(told)}{_tolls(main, told)}" if main is not None and led else _ground(told)


def _ground(told: Told) -> str:
    """How many reports, and on how many originals they rest."""
    reports, originals = len(told.reports), len(told.dossier.origins)
    said = counted(reports, "report")
    if originals < reports:
        said += f", but {counted(originals, 'original')}"
    elif reports > 1:
        said += ", each in its own words"
    return f"{said[:1].upper()}{said[1:]}."


def _tolls(main: Happening, told: Told) -> str:
    """` Killed: 20 to at least 126, by six counters.`: the first of the counts that reports give."""
    tolls = tolls_of(main, told)
    for name in tolls.series:
        latest = tolls.latest(name)
        if latest is None:
            continue
        figures = [f for f in tolls.whole(name) if f.qualifier not in VAGUE]
        low, high = course(figures, latest)
        span = say_figure(low) if number(low) == number(high) else f"{say_figure(low)} to {say_figure(high)}"
        whom = f" {noun_of(high, figures, name)}" if are_alone(figures) else ""
        by = _counters(within(figures, low, high), told)
        return f" {name.capitalize()}: {span}{whom}, {by}."
    return ""


def _counters(figures: Sequence[Figure], told: Told) -> str:
    """By how many it was counted: those named; the reports, where they name one and some count in their own voice."""
    credits = {f.report: credit(f, told)[0] for f in figures}
    voices = {credit(f, told)[0] for f in figures} - {NOBODY}
    if not voices:
        return "nobody is named as counting"
    if len(voices) == 1 and NOBODY in credits.values():
        return f"in {counted(len(credits), 'report')}"
    return f"by {counted(len(voices), 'counter')}"
