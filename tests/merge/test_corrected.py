"""What a person put is neither filled, doubted nor outweighed by rules; no sentence here is from a report."""

from typing import Any

import msgspec
import pytest

from dateline.merge.situation import Situation
from dateline.model import Correction
from tests.kit.story import StoryKit
from tests.merge.test_participants import TEXT, completed


def by_hand(s: StoryKit, ident: str, **fields: Any) -> None:
    """Let Ana put fields of an event or figure."""
    for records in (s.events, s.figures):
        at = next((n for n, r in enumerate(records) if r.id == ident), None)
        if at is not None:
            corrected = tuple(Correction(field=field, by="Ana") for field in fields)
            records[at] = msgspec.structs.replace(records[at], corrected=corrected, **fields)  # type: ignore[call-overload, type-var, assignment]


def test_an_actor_that_a_person_took_away_is_not_carried_over_from_another_mention() -> None:
    for corrected in (False, True):
        s = StoryKit()
        r = s.report(TEXT, "2021-03-01")
        s.event(r, "bomb", "bombing", actor=s.named(r, "Red Dawn", "Red Dawn", "group"))
        blast = s.event(r, "blast", "bombing")
        if corrected:
            by_hand(s, blast, actor=None)
        assert (completed(s)[blast].actor is None) is corrected


@pytest.mark.parametrize("corrected", [False, True])
def test_a_count_stays_in_the_toll_that_a_person_put_it_in(corrected: bool) -> None:
    s = StoryKit()
    r = s.report("Crash\nSeven people were killed and 51 people were taken to a hospital.", "2021-03-01")
    event = s.event(r, "killed", "death")
    s.figure(r, "Seven people", best=7, event=event)
    taken = s.figure(r, "51 people", best=51, event=event)
    if corrected:
        by_hand(s, taken, what="killed")
    assert any(taken in one.members for one in s.merged().series) is corrected


@pytest.mark.parametrize("corrected", [False, True])
def test_a_count_that_a_person_calls_captured_is_not_called_freed(corrected: bool) -> None:
    s = StoryKit()
    r = s.report("Swap\nOfficers said 40 people were released from the fort.", "2021-03-01")
    count = s.figure(r, "40 people", "other", best=40)
    if corrected:
        by_hand(s, count, what="captured")
    (series,) = s.merged().series
    assert ("freed" in series.label) is not corrected


@pytest.mark.parametrize("corrected", [False, True])
def test_who_did_it_by_a_persons_word_outweighs_an_accusation(corrected: bool) -> None:
    s = StoryKit()
    r = s.report("Fire at mill\nRed Dawn was accused of having burned the mill.", "2021-03-01")
    q = s.report("Mill on fire\nBlue Dusk allegedly burned the mill.", "2021-03-01")
    dawn, dusk = (s.named(where, name, name, "group") for where, name in ((r, "Red Dawn"), (q, "Blue Dusk")))
    burned = s.event(r, "burned", "destruction", actor=dawn, time="2021-03-01")
    if corrected:
        by_hand(s, burned, actor=next(e for e in s.events if e.id == burned).actor)
    s.event(q, "burned", "destruction", actor=dusk, time="2021-03-01")
    happening = next(h for h in s.merged().happenings if burned in h.events)
    assert len(happening.events) == 2, "one happening"
    assert happening.actors == ((dawn,) if corrected else ())


@pytest.mark.parametrize(("field", "value"), [("place", "Tel Amar"), ("time", "2021-03-03")])
@pytest.mark.parametrize("corrected", [False, True])
def test_where_and_when_by_a_persons_word_count_as_said(field: str, value: str, corrected: bool) -> None:
    s = StoryKit()
    r = s.report("Raid\nMen raided the post.", "2021-03-04")
    raid = s.event(r, "raided", "attack", place="far", time="2021-03-01")
    if corrected:
        by_hand(s, raid, **{field: value})
    known = Situation(s.dossier(), s.readings(), s.resolution())
    assert (known.placed if field == "place" else known.dating.is_own)(known.events[raid]) is corrected
