"""figures -> series: counts of the same thing over reports and time; stocks, flows and running totals apart."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dateline.merge.amounts import WORDS, agree, number
from dateline.merge.counted import WAR, Count, count_of
from dateline.merge.happenings import most_common
from dateline.merge.individuals import is_somebody, same_person
from dateline.merge.judged import Decisions
from dateline.merge.labels import label_of
from dateline.merge.parts import HARMED, PORTIONS
from dateline.merge.scenes import Scenes
from dateline.merge.scope import told_of_others
from dateline.merge.situation import Situation
from dateline.merge.support import Backing, entities_of, voice_of
from dateline.merge.verbs import gainsaid, imagined
from dateline.model import Figure, Relation, Series, make_id
from dateline.model.edtf import overlap
from dateline.model.hedges import openness

SAME_ORDER = 60.0
"""Two tolls of one scene differ by less than this factor; more, and one of them counts a war and not a day."""

NEAR = 40.0
"""Kilometres within which two figures without a common happening still count at one place."""

REGION = 100.0
"""Kilometres beyond which two figures do not count at one place, however loosely reports name it."""

WEEK = 7
"""Days between two reports that may give one toll by the number alone."""

MONTH = 30
"""Days between two measurements of one flow."""

FEW = 5
"""Harmed from which on two like numbers are hardly of two blows."""

NUMERAL = re.compile(
    r"(?i)\d|\b(?:no|none|nobody|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|twenty-\w+|thirty-\w+|dozens?|scores?|tens|hundreds?|thousands?|"
    r"millions?|several|many|few|most|mostly|half|couple|pair|a|an)\b"
)
"""What a count is written with."""


ORDINAL = re.compile(r"(?i)\b(?:second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th))\b")


def group_figures(situation: Situation, scenes: Scenes, decisions: Decisions) -> list[tuple[Count, ...]]:
    """The figures of a story in groups that count the same thing, each in order of time."""
    counts = [
        count_of(f, situation, scenes)
        for f in situation.resolution.figures
        if _says_number(f) and not gainsaid(f, situation) and not imagined(f, situation)
    ]
    blocks: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for count in _named_wholes(counts, situation):
        blocks[count.group, count.unit, count.part, _measure(count), count.figure.per or ""].append(count)
    groups: list[list[Count]] = []
    for key in sorted(blocks):
        found: list[list[Count]] = []
        for count in sorted(blocks[key], key=lambda c: (c.scene or "~", c.figure.id)):
            fits = [g for g in found if _same(count, g, situation, decisions)]
            home = min(fits, key=lambda g: _gap(count, g), default=None)
            if home is None:
                found.append([count])
            else:
                home.append(count)
        groups += found
    order = [tuple(sorted(g, key=lambda c: in_time(c, situation))) for g in groups]
    return sorted(order, key=lambda g: g[0].figure.id)


def _named_wholes(counts: Sequence[Count], situation: Situation) -> list[Count]:
    """The counts, of which one by a trade or an age is of everybody where others count as many people and nobody of
    those days more: “the crash killed nine pupils”, “the nine dead”."""
    since = situation.window[0] - timedelta(WEEK) if situation.window else date.min
    wholes = [
        c for c in counts if c.group in HARMED and not c.part and not c.stale and not (c.days and c.days[1] < since)
    ]

    def is_whole(count: Count) -> bool:
        size = number(count.figure) or 0
        near = [
            c for c in wholes
            if c.group == count.group and not (c.days and count.days and not overlap(c.days, count.days, slack=WEEK))
        ]  # fmt: skip
        same = any(
            number(c.figure) == size and c.figure.report != count.figure.report and not _far(c, count, situation)
            for c in near
        )
        return same and not any((number(c.figure) or 0) > size for c in near)

    return [
        msgspec.structs.replace(c, part="")
        if c.group in HARMED and c.part not in PORTIONS and (number(c.figure) or 0) >= FEW and is_whole(c)
        else c
        for c in counts
    ]


def _measure(count: Count) -> str:
    """Stocks apart from what moves or dies. "Had left" and "left" are one measure of a movement: it is told as so far
    or as of a day by tense alone."""
    moved = count.group in ("moved", "arrived") and count.figure.measure != "stock"
    if count.group in HARMED or count.group == "freed" or moved:
        return ""
    return count.figure.measure


def _says_number(figure: Figure) -> bool:
    """Whether a figure has a number, and its words say one: “the driver” is nobody's count, “a second bomb” no two."""
    if number(figure) is None or not NUMERAL.search(figure.text):
        return False
    return not (number(figure) == 1 and ORDINAL.search(figure.text))


def _same(count: Count, group: Sequence[Count], situation: Situation, decisions: Decisions) -> bool:
    """Whether a figure counts what the group counts."""
    said = {decisions.together(count.figure.id, c.figure.id) for c in group} - {None}
    if said:
        return False not in said
    return all(_comparable(count, c, situation) for c in group[:12])


def _comparable(a: Count, b: Count, situation: Situation) -> bool:
    """Same scene; or, where a figure has none, the same place or day with nothing against it."""
    big, small = sorted((number(a.figure) or 0, number(b.figure) or 0), reverse=True)
    if is_somebody(a) and is_somebody(b):
        return same_person(a, b, situation)
    if a.planned != b.planned or (a.group in ("killed", "injured") and big > SAME_ORDER * max(1, small)):
        return False
    if a.group in HARMED and (a.era or b.era):
        eras = a.era == b.era or (a.era and b.era and WAR in (a.era, b.era))
        return bool(eras) and (a.place is None or b.place is None or a.place == b.place)
    if a.group in HARMED and big != small and told_of_others(a, b, situation):
        return False
    if a.group in HARMED and a.figure.report != b.figure.report and _far(a, b, situation):
        return False
    if _beside(a, b, situation) and big != small and not (a.stale or b.stale):
        return False
    if a.group not in ("killed", "injured") and (_crossed(a, b, situation) or _crossed(b, a, situation)):
        return False
    if (_is_anything(a) or _is_anything(b)) and not agree(a.figure, b.figure):
        return False
    if (a.scene and a.scene == b.scene) or _one_toll(a, b, situation) or _one_rate(a, b, situation):
        return True
    if a.days and b.days and not overlap(a.days, b.days, slack=1):
        return False
    gap = situation.distance(a.place, b.place) if a.place and b.place else None
    if gap is None or gap > NEAR:
        return False
    if a.scene and b.scene and a.group not in ("held up", "population", "deployed", "moved"):
        return False
    return bool(a.part == b.part and (a.days is None or b.days is None or overlap(a.days, b.days)))


def _one_toll(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two reports of one week give one plain number of harmed or freed, whatever place and happening each hangs
    it on, and their days do not speak against it: who is missing is so from his day on."""
    size = number(a.figure) or 0
    if a.group not in HARMED | {"freed"} or a.part in PORTIONS - {""} or size < FEW or number(b.figure) != size:
        return False
    if _beside(a, b, situation):
        return False
    if {a.figure.qualifier, b.figure.qualifier} & WORDS or a.stale or b.stale or a.seen or b.seen:
        return False
    one, two = (situation.published(c.figure.report) for c in (a, b))
    if one is None or two is None or not overlap(one, two, slack=WEEK):
        return False
    return a.group == "missing" or not (a.days and b.days) or overlap(a.days, b.days, slack=1)


def _one_rate(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two figures measure one flow of a named thing (“5,000 barrels a day”): one of the same month that goes on
    where reports do not put it far apart."""
    if not (a.figure.per and a.part) or a.group != "other" or _far(a, b, situation):
        return False
    return not (a.days and b.days) or overlap(a.days, b.days, slack=MONTH)


def _is_anything(count: Count) -> bool:
    """Whether a count is of who was somewhere, or of whatever, with no noun that says of what: two such are one only
    where their numbers fit. Of a square and of its inn each report may say who was there."""
    return count.figure.what == "present" or (count.group == "other" and not count.part)


def _crossed(a: Count, b: Count, situation: Situation) -> bool:
    """Whether the other figure's sentence has one that fits better: of “5,000 left A and 2,000 left B” each report's
    5,000 meets the other's."""
    if agree(a.figure, b.figure):
        return False
    sentence = next(
        (s for s in situation.readings[b.figure.report].sentences if s.start <= b.figure.start < s.end), None
    )  # fmt: skip
    return sentence is not None and any(
        f.id != b.figure.id and f.id != a.figure.id and sentence.start <= f.start < sentence.end
        and number(f) is not None and agree(a.figure, f)
        for f in situation.counted[b.figure.report]
    )  # fmt: skip


def _far(a: Count, b: Count, situation: Situation) -> bool:
    """Whether the places of two counts lie farther apart than reports err that give the next big town for a village;
    what is told of a gulf or a country may be anywhere in it."""
    gap = situation.distance(a.place, b.place) if a.place and b.place else None
    if gap is None or gap <= REGION:
        return False
    return gap > REGION + max(_radius(a, situation), _radius(b, situation))


def _radius(count: Count, situation: Situation) -> float:
    known = situation.places.get(count.place or "")
    return known.radius_km or 0.0 if known is not None and known.precision in ("country", "region") else 0.0


def _gap(count: Count, group: Sequence[Count]) -> float:
    """By what factor, less one, a count differs from the nearest of a group."""
    size = number(count.figure) or 0
    return min(max(size, n) / max(1, min(size, n)) - 1 for n in (number(c.figure) or 0 for c in group))


def _beside(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two figures stand in one sentence: then two numbers are two counts."""
    if a.figure.report != b.figure.report:
        return False
    first, last = sorted((a.figure.start, b.figure.start))
    return any(s.start <= first and last < s.end for s in situation.readings[a.figure.report].sentences)


def in_time(count: Count, situation: Situation) -> tuple[object, ...]:
    """Sorts counts as they were given: by day of publication, overtaken ones first, a rising total by its size."""
    published = situation.published(count.figure.report)
    day = published[0].isoformat() if published else "9999"
    size = number(count.figure) or 0
    rising = count.group in HARMED or count.figure.measure == "cumulative"
    return (day, not count.stale, size if rising else 0, situation.rank[count.figure.report], count.figure.start)


def build_series(
    counts: Sequence[Count], situation: Situation, *, contested: bool, relations: tuple[Relation, ...]
) -> Series:
    """The series of some counts of the same thing."""
    figures = [c.figure for c in counts]
    latest = _latest(counts, situation)
    backing = Backing(_vouching(counts, latest, relations), situation)
    current = _firm([*_current(counts, situation), latest.figure])
    scene = most_common(c.scene for c in counts if c.scene)
    place = most_common(c.place for c in counts if c.place)
    window = situation.window
    days = [c.days for c in counts if c.days]
    return Series(
        id=series_id(counts),
        label=label_of(counts, situation, place[0] if place else None),
        unit=most_common(f.unit for f in figures)[0],
        what=latest.figure.what,
        of=most_common(f.of for f in figures if f.of)[0] if any(f.of for f in figures) else None,
        place=place[0] if place else None,
        measure=most_common(f.measure for f in figures)[0],  # type: ignore[arg-type]
        members=tuple(f.id for f in figures),
        low=min((n for f in current if (n := f.low if f.low is not None else f.best) is not None), default=None),
        best=number(latest.figure),
        high=max((n for f in current if (n := f.high if f.high is not None else number(f)) is not None), default=None),
        latest=latest.figure.id,
        relations=relations,
        support=backing.support(),
        grade=backing.grade(contested=contested),
        voices=entities_of(backing.voices, situation),
        originals=tuple(sorted(backing.origins)),
        happening=scene[0] if scene else None,
        story=situation.dossier.story.id,
        background=bool(days and window and all(d[1] < window[0] and (window[0] - d[1]).days > 3 for d in days)),
    )


def series_id(counts: Sequence[Count]) -> str:
    """The id of a series: made of its smallest figure id, so that later members do not change it."""
    return make_id("n", min(c.figure.id for c in counts))


def _latest(counts: Sequence[Count], situation: Situation) -> Count:
    """The count that holds now: the last in time that gives a number rather than a vague word, by whom it is given; of
    equal ones of that day the one that leaves most open, for "at least 40" is true of who says 40 too."""
    plain = [c for c in counts if not c.stale and c.figure.qualifier not in WORDS] or list(counts)
    equal = [c for c in plain if number(c.figure) == number(plain[-1].figure)]
    last = next((c for c in reversed(equal) if voice_of(c.figure, situation)), plain[-1])
    published = situation.published(last.figure.report)
    of_day = [c for c in equal if situation.published(c.figure.report) == published]
    return max(
        reversed(of_day),
        key=lambda c: (-openness(c.figure.qualifier), voice_of(c.figure, situation) is not None),
    )


def _current(counts: Sequence[Count], situation: Situation) -> list[Figure]:
    """The last figure of each informant, and of the writers who name nobody: the counts that compete now. What one
    place saw competes with no total."""
    last = {voice_of(c.figure, situation) or "": c.figure for c in counts if not c.stale and not c.seen}
    return list(last.values()) or [counts[-1].figure]


SIZES = WORDS - {"range"}
"""Words of size, that give no number."""


def _firm(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures that give a number; words of size ("dozens" beside 84) widen no range that has one."""
    return [f for f in figures if f.qualifier not in SIZES] or figures


def _vouching(counts: Sequence[Count], latest: Count, relations: Sequence[Relation]) -> list[Figure]:
    """The figures that stand behind the count that holds now: none of another scope, and beside a number no word of
    size. Who saw “dozens” hurt has not counted 37."""
    own = latest.figure
    apart = {i for r in relations if r.relation == "different_scope" and own.id in (r.a, r.b) for i in (r.a, r.b)}
    return [
        f
        for f in (c.figure for c in counts)
        if f is own or (f.id not in apart and (own.qualifier in SIZES or f.qualifier not in SIZES))
    ]
