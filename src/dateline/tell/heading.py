"""account -> title and deck: what the situation is called, and how broad its ground is."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from dateline.model import Event, Figure, Happening, Series
from dateline.model.edtf import bounds, overlap, width
from dateline.model.kinds import BLOWS
from dateline.tell.aside import is_aside
from dateline.tell.course import course
from dateline.tell.naming import name_of
from dateline.tell.told import Told
from dateline.tell.tolls import HARM, Tolls
from dateline.tell.voices import NOBODY, VAGUE, credit
from dateline.tell.wording import SMALL, counted, number, say_figure
from dateline.tell.words import stems

NOUNS = {
    "armed_clash": "Fighting", "air_strike": "Air strikes", "shelling": "Shelling", "bombing": "Bombing",
    "attack": "Attack", "abduction": "Abduction", "capture_territory": "Capture", "surrender": "Surrender",
    "withdrawal": "Withdrawal", "deployment": "Deployment", "arrest": "Arrests", "coercion": "Restrictions",
    "destruction": "Destruction", "death": "Deaths", "injury": "Injuries", "displacement": "Displacement",
    "evacuation": "Evacuation", "arrival": "Arrivals", "aid": "Relief", "protest": "Protests", "riot": "Riots",
    "agreement": "Agreement", "talks": "Talks", "support": "Support", "concession": "Release", "demand": "Demands",
    "accusation": "Accusations", "rejection": "Rejection", "threat": "Threats", "sanction": "Sanctions",
    "politics": "Politics", "hazard": "Disaster", "accident": "Accident",
}  # fmt: skip
DEAD = ("killed", "died")

WEIGHT = {
    **dict.fromkeys(("evacuation", "arrest", "withdrawal", "protest", "concession", "agreement"), 0.8),
    **dict.fromkeys(("coercion", "arrival", "aid", "deployment", "sanction", "surrender"), 0.5),
    **dict.fromkeys(("talks", "threat", "rejection", "politics"), 0.4),
    **dict.fromkeys(("death", "injury", "accusation", "support", "demand"), 0.3),
}
"""How far a kind counts as what a situation is about, beside 1 for those that harm people or move a front."""

NAMED = frozenset({"accident", "hazard", "attack", "shelling", "deployment", "destruction"})
"""Kinds that cover unlike things, so that the reports' own noun says more."""

LOOSE = frozenset(
    {"coercion", "arrival", "deployment", "destruction", "aid", "support", "demand", "politics",
     "accusation", "rejection", "threat", "sanction", "injury", "death"}
)  # fmt: skip
"""Kinds whose word says too little to call a situation by: it bears a report's title unless a noun names it."""

WIDE = frozenset({"hazard"})
"""Kinds that befall many places at once."""

NAMES = frozenset(
    "crash collision derailment accident sinking shipwreck capsizing collapse explosion blast fire wildfire earthquake "
    "quake tsunami flood floods flooding storm cyclone hurricane typhoon tornado landslide mudslide avalanche eruption "
    "drought famine heatwave epidemic outbreak cholera shooting stabbing ramming raid ambush assault massacre siege "
    "attack attacks launch test tests spill stampede crush".split()
)
"""Nouns that name a happening better than its kind."""

TITLED = 1.5
"""What a place in a report's title counts, beside 1 for its first sentence."""

CARRIED = 0.5
"""What a place counts that the sentence of the event does not name."""

OPENING = 0.4
"""How far in front a happening is told by an original that opens with it."""

LED = 0.4
"""The share of originals that must open with what a situation is called by."""

SHORT = 2
"""Days on which what is told twice may be one happening."""

SEVERAL = 3
"""Titles of which one must name the happening."""

ROOT = 3
"""Letters that the forms of a verb share: `strikes` and `struck`, `hits` and `hit`."""

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
        best[origin] = max(best.get(origin, 0.0), _front(event, told) * echoed * named)
    tolls = [s for s in told.series_of.get(happening.id, ()) if s.what in DEAD]
    dead = max((_count(s, told) for s in tolls), default=0)
    planned = 0.6 if happening.status == "planned" else 1.0
    return sum(best.values()) * WEIGHT.get(happening.kind, 1.0) * planned * (1 + 0.2 * math.log10(1 + dead))


def _front(event: Event, told: Told) -> float:
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
        if _front(e, told) >= OPENING
    }
    return len(opening) >= LED * len(told.dossier.origins) and _is_titled(happening, told)


def _repeated(happening: Happening, told: Told) -> list[Happening]:
    """A happening with those that may be it again: of its kind or what it did to people, on its days and no other
    place; a storm goes on for days over many places, and is known by its word."""
    if happening.kind in WIDE:
        called = _words(happening, told)
        return [h for h in told.agreement.happenings if h.kind == happening.kind and called & _words(h, told)]
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


def _words(happening: Happening, told: Told) -> set[str]:
    """The roots of the words that a happening goes by."""
    return {word[:ROOT] for e in happening.events for word in stems(told.events[e].trigger.text)}


def _is_titled(happening: Happening, told: Told) -> bool:
    """Whether one of several titles says a word that a happening goes by; one or two may use another."""
    titles = [stems(r.title) for r in told.reports.values() if r.title]
    called = _words(happening, told)
    return len(titles) < SEVERAL or any(word[:ROOT] in called for title in titles for word in title)


def tell_heading(main: Happening | None, told: Told) -> tuple[str, str]:
    """`Bombing, Rashidin` and `Nine reports, but five originals. Killed: 20 to at least 126, by six counters.` A
    situation whose reports do not lead with one happening, or only with a plan, bears the title of its most central
    report."""
    if main is None or main.status == "planned" or not is_led_with(main, told):
        return told.dossier.story.title, _ground(told)
    noun = _noun(main, told)
    if noun is None:
        return told.dossier.story.title, f"{_ground(told)}{_tolls(main, told)}"
    own = _own_name(noun, told)
    where = next((p for p in _places(main, told) if p != own), None)
    return (own or noun) + (f", {where}" if where else ""), f"{_ground(told)}{_tolls(main, told)}"


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
    tolls = Tolls(main, told)
    for name in tolls.series:
        latest = tolls.latest(name)
        if latest is None:
            continue
        figures = [f for f in tolls.whole(name) if f.qualifier not in VAGUE]
        low, high = course(figures, latest)
        span = say_figure(low) if number(low) == number(high) else f"{say_figure(low)} to {say_figure(high)}"
        by = _counters(figures, told)
        return f" {name.capitalize()}: {span}, {by}."
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


def _own_name(noun: str, told: Told) -> str | None:
    """The name that several reports give the happening itself, such as `Cyclone Ada`."""
    named = [
        (-len({m.report for m in e.mentions}), e.name)
        for e in told.entities.values()
        if len(e.name.split()) > 1 and e.name.split()[0].casefold() == noun.casefold()
    ]
    many = [name for reports, name in sorted(named) if reports < -1]
    return many[0] if many else None


def _places(main: Happening, told: Told) -> list[str]:
    """Where the happening took place, in words: the place that most originals give in front comes first."""
    votes: dict[str, dict[str, float]] = {}
    alike = [h for h in told.agreement.happenings if h.kind == main.kind and not h.background]
    members = [e for h in (alike if main.kind in WIDE else [main]) for e in h.events]
    wanted = {told.events[e].place for e in members}
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entity in told.entities.values():
        for mention in entity.mentions if entity.id in wanted else ():
            named[entity.id, mention.report].append(mention.start)
    for event in (told.events[e] for e in members):
        if event.place is not None:
            by = votes.setdefault(event.place, {})
            origin = told.reports[event.report].origin or event.report
            front = (0.1 + _front(event, told)) * (0.2 + told.echo(told.sentence_of(event)))
            here = named.get((event.place, event.report), ())
            front *= 1.0 if any(event.sentence.start <= at < event.sentence.end for at in here) else CARRIED
            by[origin] = max(by.get(origin, 0.0), front)
    proper = {e.id for e in told.entities.values() if any(m.form == "name" for m in e.mentions)}
    mapped = {p.entity for p in told.resolution.places if p.lat is not None}
    ranked = sorted(proper & votes.keys(), key=lambda p: (p not in mapped, -sum(votes[p].values()), p))
    return [words[0] for place in ranked if (words := name_of(place, told)) is not None]


def _noun(happening: Happening, told: Told) -> str | None:
    """The noun that most originals open with, else the word for the kind where it says enough."""
    counts: dict[str, int] = {}
    for event in (told.events[e] for e in happening.events):
        words = event.trigger.text.lower().split()
        while words and words[-1] not in NAMES:  # “Cyclone Ada” is a cyclone
            words.pop()
        if event.kind == happening.kind and words:
            counts[" ".join(words)] = counts.get(" ".join(words), 0) + 1
    best = min(counts, key=lambda n: (-told.opened_with(n), -counts[n], n), default=None)
    if best and happening.kind in NAMED:
        return best[:1].upper() + best[1:]
    return None if happening.kind in LOOSE and told.dossier.story.title else NOUNS[happening.kind]
