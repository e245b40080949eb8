"""Who stands behind a happening: copies are not agreement, and the grade says what the counts mean."""

import msgspec
import pytest

from dateline.merge.situation import Situation as View
from dateline.merge.support import Backing, publisher
from tests.merge.build import Situation, three_reports


def backing(s, *events):
    view = View(s.dossier(), s.readings(), s.resolution())
    return Backing([view.events[e] for e in events], view)


def told_by(claims_of):
    """A story with one event a report: each given as (origin, speaker or None)."""
    s, events = Situation(), []
    for n, (origin, speaker) in enumerate(claims_of):
        r = s.report(f"Fire\nA fire broke out at mill {n}, {speaker or 'nobody'} said.", "2021-03-01", origin=origin)
        claim = None
        if speaker:
            entity = s.named(r, speaker, speaker, "person")
            claim = s.claim(r, speaker, f"A fire broke out at mill {n}", entity)
        events.append(s.event(r, "fire", "hazard", claim=claim))
    return s, events


@pytest.mark.parametrize(
    ("told", "grade"),
    [
        ([("a", None)], "unattributed"),
        ([("a", None), ("a", None), ("a", None)], "unattributed"),
        ([("a", None), ("b", None)], "corroborated"),
        ([("a", "Ann Lee")], "single_source"),
        ([("a", "Ann Lee"), ("b", "Ann Lee"), ("c", "Ann Lee")], "single_source"),
        ([("a", "Ann Lee"), ("a", "Bo Roy")], "corroborated"),
        ([("a", "Ann Lee"), ("b", None)], "corroborated"),
        ([("a", "Ann Lee"), ("a", None)], "single_source"),
    ],
)
def test_grade(told, grade):
    s, events = told_by(told)
    assert backing(s, *events).grade() == grade
    assert backing(s, *events).grade(contested=True) == "contested"


def test_an_unnamed_spokesman_is_the_voice_of_his_body():
    s = Situation()
    r = s.report("Fire\nA mill burned, a Sand Office spokesman said. A fire broke out, the Sand Office said.", "2021")
    office = s.named(r, "Sand Office", "Sand Office")
    spokesman = s.named(r, "a Sand Office spokesman", "Sand Office spokesman (unnamed)", "person")
    unnamed = s.entities[spokesman]
    described = tuple(msgspec.structs.replace(m, form="nominal") for m in unnamed.mentions)
    s.entities[spokesman] = msgspec.structs.replace(unnamed, mentions=described)
    said = s.claim(r, "a Sand Office spokesman", "A mill burned", spokesman)
    again = s.claim(r, "the Sand Office", "A fire broke out", office)
    events = [s.event(r, "burned", "hazard", claim=said), s.event(r, "fire", "hazard", claim=again)]
    assert backing(s, *events).support().informants == 1


def test_the_four_counts_are_kept_apart():
    s = three_reports()
    (bombing,) = [h for h in s.merged().happenings if h.kind == "bombing"]
    assert (bombing.support.reports, bombing.support.origins) == (3, 2)
    assert bombing.support.publishers == 3


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("www.examplepost.com", "Example Post"),
        ("The Example Post", "examplepost.co.uk"),
        ("Example Post Online", "example post"),
    ],
)
def test_one_outlet_under_two_names_is_one_publisher(one, two):
    s = Situation()
    a, b = s.report("A\nOne.", "2021-03-01", outlet=one), s.report("B\nTwo.", "2021-03-01", outlet=two)
    view = View(s.dossier(), s.readings(), s.resolution())
    assert publisher(view, a) == publisher(view, b)
