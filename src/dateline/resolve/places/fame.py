"""Choices of a story -> the same, but no small place for its renowned namesake where nothing points to the small one.

Envoys "in Paris" are not in Paris, Texas, because their report speaks of America and hardly of France.
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from dateline.resolve.places.choose import Choice, Option, distance_km
from dateline.resolve.places.options import Lands, reports_of
from dateline.resolve.places.records import Known, Toponym

AT_HOME = "the paper may be at home there"
RENOWNED = "the well-known one, and nothing else is named near the other"
_SPOTS = ("exact", "near", "district")
_FAMED, _TENFOLD = 5.3, 1.0
"""The weight of a place that its name first makes a reader think of, and how much less the small one must have."""
_POINTING_KM = 150.0
"""How near a town that the reports name points to a small place."""
_IN_PASSING = 2
"""Mentions; a place that is named more often is what its report is about."""


def by_fame(
    named: Sequence[Toponym], options: Sequence[Sequence[Option]], choices: Sequence[Choice | None], lands: Lands
) -> list[Choice | None]:
    """The choices of the named toponyms, a small place named in passing given up for a renowned one in another country
    that the reports name, if only by this name of one of its regions; unless a word holds it, the paper is at home
    there or a town is named near it. Where a body is "Lima-based", what is near tells nothing."""
    towns: defaultdict[str, list[Known]] = defaultdict(list)
    for toponym, choice in zip(named, choices, strict=False):
        if choice is not None and choice.option.known.precision in _SPOTS:
            for report in reports_of(toponym):
                towns[report].append(choice.option.known)
    settled: list[Choice | None] = []
    for toponym, own, choice in zip(named, options, choices, strict=False):
        if choice is not None and len(toponym.sightings) <= _IN_PASSING:
            near = [town for report in reports_of(toponym) for town in towns[report]]
            seat = all(s.sentence.startswith("-based", s.end) for s in toponym.sightings)
            choice = _outranked(choice, own, [] if seat else near, None if seat else lands.of(toponym))
        settled.append(choice)
    return settled


def _outranked(choice: Choice, options: Sequence[Option], towns: Sequence[Known], told: Sequence[str] | None) -> Choice:
    known = choice.option.known
    if choice.option.held or known.precision not in _SPOTS or AT_HOME in choice.option.why:
        return choice
    if any(town.id != known.id and distance_km(town, known) <= _POINTING_KM for town in towns):
        return choice
    renowned = [
        option
        for option in options
        if option.known.weight >= max(_FAMED, known.weight + _TENFOLD)
        and option.known.match == "name"
        and option.known.country != known.country
        and (told is None or option.known.country in told)
    ]
    if not renowned:
        return choice
    best = max(renowned, key=lambda option: option.score)
    return replace(choice, option=replace(best, why=(*best.why, RENOWNED)), company=0.0)
