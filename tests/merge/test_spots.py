"""Places -> which are two for certain, and what that parts."""

import msgspec
import pytest

from dateline.merge.happenings.spots import Spots
from dateline.merge.situation import Situation
from dateline.model import Place
from tests.kit.story import StoryKit


def place(name: str, *, listed: bool = False, at: tuple[float, float] | None = (35.0, 36.0), radius: float = 2.0,
          admin1: str = "Marran", precision: str = "exact", feature: str | None = None) -> Place:  # fmt: skip
    lat, lon = at or (None, None)
    return Place(entity=name, name=name, lat=lat, lon=lon, country="XX", admin1=admin1, precision=precision,
                 gazetteer_id="7" if listed else None, how="by hand", radius_km=radius, feature=feature)  # type: ignore[arg-type] # fmt: skip


CITY = place("Qasira", listed=True, radius=9.0, feature="town")
SEAT = place("Marran", listed=True, at=(35.5, 36.5), feature="town")
VILLAGE = place("Tel Oum", listed=True, at=(35.2, 36.0), feature="village")
NORTH = place("al-Harrania", precision="near")
NORTH_AGAIN = place("Haraniyeh", precision="near")
SOUTH = place("Bab al-Sur", precision="near")
ADRIFT = place("Kafr Dan", at=(35.4, 36.2), precision="region")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({NORTH}, {SOUTH}, True),  # two parts of a city
        ({NORTH}, {NORTH_AGAIN}, False),  # one part, spelled twice
        ({CITY}, {NORTH}, False),  # a city and its part
        ({CITY, NORTH}, {CITY, SOUTH}, True),  # one city, of which each names a part
        ({CITY}, {VILLAGE}, True),  # two towns, near each other
        ({SEAT}, {VILLAGE}, False),  # the seat, by which its province is meant
        ({VILLAGE}, {ADRIFT}, False),  # it may lie there
        ({NORTH, SOUTH}, {NORTH}, False),  # several, one of them the same
        (set(), {NORTH}, False),
    ],
)
def test_spots_are_apart_where_none_can_be_any_of_the_other(one, other, apart):
    spots = Spots([CITY, SEAT, VILLAGE, NORTH, NORTH_AGAIN, SOUTH, ADRIFT])
    a, b = (frozenset(p.entity for p in side) for side in (one, other))
    assert spots.apart(a, b) is apart
    assert spots.apart(b, a) is apart


def struck(*sentences: str) -> StoryKit:
    """Reports of air strikes in the parts of one city, a sentence each; “strikes” is the trigger."""
    s = StoryKit()
    for n, sentence in enumerate(sentences):
        r = s.report(f"Raids on Qasira\nIt was noon.\n{sentence}", "2021-03-02", outlet=str(n))
        for name in ("Norgate", "Southmere", "Berport"):
            if name in sentence:
                s.named(r, name, name, "place", (35.0, 36.0))
        s.event(r, "strikes", "air_strike", time="2021-03-01")
    return s


TOLD = "Warplanes carried out strikes that killed nine porters in {}."


def test_raids_on_two_parts_of_a_city_are_two():
    assert len(struck(TOLD.format("Norgate"), TOLD.format("Norgate")).merged().happenings) == 1
    assert len(struck(TOLD.format("Norgate"), TOLD.format("Southmere")).merged().happenings) == 2


def test_a_raid_told_without_a_place_does_not_join_two_that_have_one():
    merged = struck(TOLD.format("Norgate"), TOLD.format("the city"), TOLD.format("Southmere")).merged()
    assert sorted(len(h.events) for h in merged.happenings) == [1, 2]


def test_where_a_speaker_is_nothing_happened():
    s = struck("A clerk in Berport said that strikes killed nine porters in Norgate.")
    said = s.claim(s.reports[0].id, "A clerk in Berport", "strikes killed nine porters in Norgate")
    s.events = [msgspec.structs.replace(e, claim=said) for e in s.events]
    merging = Situation(s.dossier(), s.readings(), s.resolution())
    assert [s.entities[p].name for p in merging.spots_of(merging.resolution.events[0])] == ["Norgate"]


def test_what_and_joins_shares_its_place():
    s = struck("Warplanes carried out strikes and new bombings in Norgate.")
    s.event(s.reports[0].id, "bombings", "air_strike")
    merging = Situation(s.dossier(), s.readings(), s.resolution())
    assert all(merging.spots_of(e) for e in merging.resolution.events)


def test_raids_on_two_provinces_are_two():
    def together(*provinces: str) -> int:
        s = StoryKit()
        for n, province in enumerate(provinces):
            r = s.report(f"Nine killed by strikes in {province}\nIt was noon.", "2021-03-02", outlet=str(n))
            identity = s.named(r, province, province, "place")
            s.places.append(
                Place(entity=identity, name=province, lat=35.0 + n, lon=36.0, country="XX", admin1=province,
                      gazetteer_id="7", precision="region", feature="admin1", how="by hand")
            )  # fmt: skip
            s.event(r, "strikes", "air_strike", time="2021-03-01")
        return len(s.merged().happenings)

    assert together("Marran", "Marran") == 1
    assert together("Marran", "Dorland") == 2
