"""tolls -> how many: the count that holds now, who gives it, how the counts moved, and how many sources there are."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from dateline.model import BriefSentence, Figure, Grade, SourceSpan
from dateline.model.edtf import bounds
from dateline.model.hedges import openness
from dateline.tell.course import BOUNDS, are_rivals, given_by_most, has_risen, told_course, within
from dateline.tell.freed import find_held
from dateline.tell.naming import name_of
from dateline.tell.offices import counts_by_office
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls
from dateline.tell.voices import NOBODY, VAGUE, credit, distinct, known_as
from dateline.tell.whom import noun_of
from dateline.tell.wording import counted, listed, listed_voices, number, say_days, say_figure, say_number, size, tidy

NAMES = {
    "killed": "death toll", "wounded": "number of wounded", "missing": "number of missing",
    "displaced": "number of displaced", "evacuated": "number of evacuated", "trapped": "number of trapped",
    "captured": "number of captured", "freed": "number of freed",
}  # fmt: skip

PRESUMED = re.compile(
    r"(?i)\b(?:presumed|feared|believed|assumed|thought)(?: to)?(?: be| have)?(?: been)? (?:dead|killed|drowned|died)\b"
)
"""Words by which the missing are given up."""

VOICES = 3
"""Counters that find room in the sentence that says what holds now."""

UNNAMED = ("a ", "an ")
"""How a voice begins that a report only describes."""

TOWNS = 2
"""Towns of which a sentence on the whole country also says how many."""

TOLD = 4
"""Kinds of counts that a brief gives: the dead, the wounded, and whom it drove out or holds."""


FEW = 3
"""Bodies from which on their count says how many died."""

Voices = list[tuple[str, list[Figure]]]
"""Who counts, and what."""


def tell_counts(tolls: Tolls, told: Told) -> Iterable[BriefSentence]:
    """For each of the weightiest counts one sentence: what holds now, and what else was counted and when."""
    given = 0
    given_up: list[Figure] = []
    for name in tolls.series:
        latest = tolls.latest(name)
        if latest is None or (name == "missing" and given_up):
            continue
        figures = tolls.whole(name)
        text, support = _now(name, latest, figures, tolls, told)
        if len({size(f) for f in figures if f.qualifier not in VAGUE}) > 1:
            text += f"; {_moved(name, latest, figures, told)}"
            support = [*support, *figures]
        if (bodies := _most_bodies(tolls.bodies)) and name == "killed":
            text += f"; {say_figure(bodies[0])} bodies were counted{_by_whom(bodies, told)}"
            support = [*support, *bodies]
        for part in tolls.of_towns(name)[:TOWNS]:
            town = name_of(tolls.town(part), told)
            text += f"; {say_figure(part)} in {town[0]}{_by_whom([part], told)}" if town else ""
            support = [*support, part] if town else support
        if name == "freed" and (held := find_held(tolls.main, told)):
            text += f"; {say_figure(held[0])} were still held{_by_whom(held, told)}"
            support = [*support, *held]
        if name == "killed" and (given_up := _given_up(latest, tolls, told)):
            text += f"; {counted(len({f.report for f in given_up}), 'report')} counted them as missing"
            support = [*support, *given_up]
        yield _sentence(text, support, name, tolls, told)
        given += 1
        if given == TOLD:
            return


def _now(name: str, latest: Figure, figures: Sequence[Figure], tolls: Tolls, told: Told) -> tuple[str, list[Figure]]:
    """`At least 126 people were killed, according to the Observatory, the only source that two reports name for this
    count`."""
    same = [f for f in (latest, *figures) if size(f) == size(latest)]
    named = [v for v in dict.fromkeys(credit(f, told)[0] for f in same) if v != NOBODY]
    official = {credit(f, told)[0] for f in same if counts_by_office(f, told)}
    known = sorted(dict.fromkeys(known_as(v, named) for v in named), key=lambda v: v not in official)
    voices = ([v for v in known if not v.startswith(UNNAMED)] or known)[:VOICES]
    town = name_of(tolls.town(latest), told)
    were = "was" if number(latest) == 1 else "were"
    text = f"{say_figure(latest)} {noun_of(latest, figures, name)} {were} {name}{f' in {town[0]}' if town else ''}"
    reports = len({f.report for f in same})
    if not voices:
        return (
            f"{text}, according to {counted(reports, 'report')} that name{'s' if reports == 1 else ''} no source",
            same,
        )
    text += f", according to {listed_voices(voices)}"
    naming = len({f.report for f in same if credit(f, told)[0] != NOBODY})
    if naming == reports > 1 and len(known) == 1 and not voices[0].islower():
        text += f", the only source that {say_number(reports)} reports name for this count"
    elif naming < reports and len(known) == 1 and not voices[0].islower():
        text += f", the only source named for this count, which {_without_one(reports - naming)} without one"
    elif naming < reports:
        text += f", in {say_number(naming)} of {say_number(reports)} reports"
    return text, same


def _given_up(dead: Figure, tolls: Tolls, told: Told) -> list[Figure]:
    """The missing who are the dead: as many, told no later, and presumed dead where they are counted."""
    missing = tolls.whole("missing")
    latest = max((told.day(f.report) for f in missing), default="")
    alike = all(number(f) == number(dead) for f in missing) and latest <= told.day(dead.report)
    presumed = any(PRESUMED.search(told.text(told.sentence(f.report, f.start))) for f in missing)
    return missing if alike and presumed else []


def _most_bodies(figures: Sequence[Figure]) -> list[Figure]:
    """The highest count of bodies, by all who give it; none of one or two found on the way."""
    most = max((number(f) or 0 for f in figures if f.qualifier not in VAGUE), default=0)
    same = [f for f in figures if number(f) == most and f.qualifier not in VAGUE]
    return sorted(same, key=lambda f: openness(f.qualifier)) if most >= FEW else []


def _by_whom(figures: Sequence[Figure], told: Told) -> str:
    who = next((v for f in figures if (v := credit(f, told)[0]) != NOBODY), None)
    return f", according to {who}" if who else ""


def _without_one(reports: int) -> str:
    return "another report gives" if reports == 1 else f"{say_number(reports)} other reports give"


def _moved(name: str, latest: Figure, figures: Sequence[Figure], told: Told) -> str:
    """`the reported death toll rose from 20 to at least 126 …: 84 in six reports; at least 22 according to …`."""
    known = [f for f in figures if f.qualifier not in VAGUE]
    low, high = told_course(known, latest, told)
    if number(low) != number(high):
        known = within(known, low, high)
        figures = [f for f in figures if f in known or f.qualifier in VAGUE]
    opening = _opening(name, latest, known, low, high, told)
    most = given_by_most(known, latest)
    voices = _by_voice(figures, latest, told)
    same = [who for who, said in voices if most and all(_is_same(f, most[0]) for f in said if size(f) != size(latest))]
    others = [(who, said) for who, said in voices if who not in same]
    parts = [_in_most(most, same, told)] if most else []
    parts += [
        f"{_steps(said, latest)} {'with nobody named' if who == NOBODY else f'according to {who}'}"
        for who, said in sorted(others[:VOICES], key=lambda v: figures.index(v[1][0]))
    ]
    if len(others) > VOICES:
        parts[-1] += ", among others"
    listing = "; ".join(parts) if any("," in part for part in parts) else listed(parts) if parts else ""
    return f"{opening}: {listing}" if listing else opening


def _opening(name: str, latest: Figure, known: Sequence[Figure], low: Figure, high: Figure, told: Told) -> str:
    """How the counts beside the one that holds are told: that it rose, that they differ, or only that they are there:
    nothing says that those of one report differ which it does not set against each other."""
    if number(low) == number(high):
        lower = any(number(f) != number(latest) for f in known)
        return "lower bounds were also given" if lower else "also counted"
    span = f"{say_figure(low)} to {say_figure(high)}{_between(known, told)}"
    if has_risen(known, latest, told):
        return f"the reported {NAMES[name]} rose from {span}"
    several = len({f.report for f in known}) > 1 or any(are_rivals(a, b, told) for a, b in combinations(known, 2))
    return f"reports differ on the {NAMES[name]}, from {span}" if several else "also counted"


def _is_same(figure: Figure, given: Figure) -> bool:
    """Whether a count is the one given, or a lower bound by its number."""
    return size(figure) == size(given) or (figure.qualifier in BOUNDS and number(figure) == number(given))


def _in_most(figures: Sequence[Figure], voices: Sequence[str], told: Told) -> str:
    """`84 in six reports, two of them according to the governor`: one of those who gave no other count."""
    count = f"{say_figure(figures[0])} in {say_number(len(figures))} reports"
    named = next((who for who in voices if who != NOBODY), None)
    if named is None:
        return count
    his = sum(known_as(credit(f, told)[0], [named]) == named for f in figures)
    return f"{count}, {'' if his == len(figures) else f'{say_number(his)} of them '}according to {named}"


def _by_voice(figures: Sequence[Figure], latest: Figure, told: Told) -> Voices:
    """Who counted what: those first who have a name, of them those who count by office, then those who counted most
    often, nobody last. Whoever gave only the latest count was named before; vague words that say no more than that
    (`dozens` beside 61) are not told."""
    voices: dict[str, list[Figure]] = {}
    for who, figure in distinct(figures, told):
        if figure.qualifier not in VAGUE or (number(figure) or 0) > (number(latest) or 0):
            voices.setdefault(known_as(who, voices), []).append(figure)
    kept = {who: said for who, said in voices.items() if {size(f) for f in said} != {size(latest)}}

    def standing(voice: tuple[str, list[Figure]]) -> tuple[bool, bool, bool, int]:
        who, said = voice
        return who == NOBODY, who.startswith(UNNAMED), not any(counts_by_office(f, told) for f in said), -len(said)

    return sorted(kept.items(), key=standing)


def _steps(figures: Sequence[Figure], latest: Figure) -> str:
    """`24`, `24, then 112`: each number once, without the one that holds now. “At least 22” follows no 31,
    of which it is true too."""
    first: dict[object, Figure] = {}
    for figure in (f for f in figures if size(f) != size(latest)):
        if figure.qualifier in BOUNDS and any((number(f) or 0) > (number(figure) or 0) for f in first.values()):
            continue
        first.setdefault(say_figure(figure) if figure.qualifier in VAGUE else size(figure), figure)
    return ", then ".join(map(say_figure, first.values()))


def _between(figures: Sequence[Figure], told: Told) -> str:
    """` between 15 and 16 April 2017`: the days of the reports that count first and last."""
    days = [d[0] for f in figures if (d := bounds(told.reports[f.report].published.value)) is not None]
    if not days or min(days) == max(days):
        return ""
    return f" between {say_days((min(days), max(days)), 'and')}"


def _sentence(text: str, figures: Sequence[Figure], name: str, tolls: Tolls, told: Told) -> BriefSentence:
    spans = [s for f in figures for s in (told.sentence(f.report, f.start, f.end), *credit(f, told)[1])]
    spans += [day for f in figures if (day := told.dateline(f.report)) is not None] if " between " in text else []
    unique: dict[tuple[str, int, int], SourceSpan] = {(s.report, s.start, s.end): s for s in spans if s.end > s.start}
    members = {f.id for f in figures}
    series = [s for s in tolls.of_people(name) if members & set(s.members)]
    return BriefSentence(
        text=tidy(text),
        support=tuple(unique.values()),
        topic="how_many",
        grade=grade_together([s.grade for s in series if s.grade]),
        refs=tuple(s.id for s in series),
        story=told.dossier.story.id,
    )


def grade_together(grades: Sequence[Grade]) -> Grade | None:
    """The grade of counts taken together: contested where any is."""
    order: tuple[Grade, ...] = ("contested", "corroborated", "single_source", "unattributed")
    return next((g for g in order if g in grades), None)
