"""What holds of every account: spans quote, ids resolve, order and steps leave no trace. On the sample reports."""

from itertools import chain

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.model import Account
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").iterdir())


@pytest.fixture(scope="module")
def account() -> Account:
    """The account of the samples."""
    return dateline.read(SAMPLES)


def test_every_report_is_there(account):
    assert len(account.reports) == 10
    assert not [i for i in account.issues if i.code == "stage-failed"]


def test_every_span_quotes_its_text(account):
    texts = {r.id: r.text for r in account.reports}
    spans = chain(
        ((m.report, m) for e in account.entities for m in e.mentions),
        ((t.report, t) for t in account.times),
        ((f.report, f) for f in account.figures),
        ((e.report, s) for e in account.events for s in (e.trigger, e.actor, e.target)),
        ((c.report, s) for c in account.claims for s in (c.source, c.cue, *c.content)),
    )
    checked = 0
    for report, span in spans:
        if span is not None and span.start is not None:
            assert texts[report][span.start : span.end] == span.text
            checked += 1
    assert checked > 300


def test_every_block_lies_in_order_and_covers_the_text(account):
    for report in account.reports:
        edges = [(b.start, b.end) for b in report.blocks]
        assert edges == sorted(edges)
        assert [b for _, b in edges[:-1]] == [a for a, _ in edges[1:]]
        if edges:
            assert (edges[0][0], edges[-1][1]) == (0, len(report.text))


def test_every_id_that_is_named_exists(account):
    entities, figures = {e.id for e in account.entities}, {f.id for f in account.figures}
    events, claims = {e.id for e in account.events}, {c.id for c in account.claims}
    happenings = {h.id for h in account.happenings}
    assert {r.origin for r in account.reports} - {None} == {o.id for o in account.origins}
    assert {r.story for r in account.reports} == {s.id for s in account.stories}
    assert {e.place for e in account.events} | {f.place for f in account.figures} <= entities | {None}
    assert {f.claim for f in account.figures} | {e.claim for e in account.events} <= claims | {None}
    assert {m for s in account.series for m in s.members} <= figures
    assert {m for h in account.happenings for m in h.events} <= events
    assert {t.happening for t in account.timeline} <= happenings | {None}
    assert {p.entity for p in account.places} <= entities


def test_no_id_is_used_twice(account):
    for things in (account.reports, account.entities, account.claims, account.figures, account.events,
                   account.happenings, account.series, account.contradictions):  # fmt: skip
        assert len({t.id for t in things}) == len(things)


def test_the_brief_and_timeline_are_supported(account):
    assert account.brief
    for told in (*account.brief, *account.timeline):
        assert told.support


def test_what_is_not_english_is_kept_and_marked(account):
    (foreign,) = [r for r in account.reports if r.language == "pt"]
    assert "ciclone" in foreign.text
    assert [i.code for i in account.issues if i.report == foreign.id and i.stage == "extract"] == ["language-not-read"]
    assert not [f for f in account.figures if f.report == foreign.id]


@pytest.mark.slow
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_number_of_steps_gives_the_same_bytes(account, data):
    left = data.draw(st.permutations(SAMPLES))
    with dateline.Store() as store:
        while left:
            step = data.draw(st.integers(1, len(left)))
            store.add(left[:step])
            left = left[step:]
        assert msgspec.json.encode(store.account()) == msgspec.json.encode(account)
