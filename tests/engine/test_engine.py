"""The engine over fake stages: the same account in any order and number of steps, at the cost of what changed."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.engine import Engine, pairs
from dateline.model import FigureMention, Judgement, Ref
from dateline.store import StoreFile
from dateline.store.keys import Wanted
from tests.engine.fakes import Counted
from tests.kit.capture import make_capture

WORDS = ["#a", "#b", "#p", "#q", "@x", "@y", "@z", "plain", "page"]


def engine(fakes: Counted, path: Path | None = None, **versions: int) -> Engine:
    return Engine(StoreFile(path), fakes.stages(**versions))


def account_of(texts: Sequence[str]) -> bytes:
    one = engine(Counted())
    one.add(make_capture(text) for text in texts)
    return msgspec.json.encode(one.account())


texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)


@settings(max_examples=15, deadline=None)
@given(texts=texts, data=st.data())
def test_any_order_and_number_of_steps_gives_the_same_account(texts, data):
    shuffled = data.draw(st.permutations(texts))
    stepwise = engine(Counted())
    while shuffled:
        step = data.draw(st.integers(1, len(shuffled)))
        stepwise.add(make_capture(text) for text in shuffled[:step])
        shuffled = shuffled[step:]
    assert msgspec.json.encode(stepwise.account()) == account_of(texts)


@settings(max_examples=10, deadline=None)
@given(texts=texts, extra=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
def test_removing_a_report_leaves_no_trace(texts, extra):
    extra += " extra"
    one = engine(Counted())
    one.add(make_capture(text) for text in [extra, *texts])
    one.remove(make_capture(extra)[0].id)
    assert msgspec.json.encode(one.account()) == account_of(texts)


def test_adding_again_changes_nothing_and_runs_nothing():
    fakes = Counted()
    one = engine(fakes)
    one.add(make_capture(text) for text in ["one @x", "two @x", "three"])
    before, account = fakes.calls.copy(), one.account()
    again = one.add(make_capture(text) for text in ["two @x", "one @x"])
    assert (again.new, again.known) == ((), 2)
    assert fakes.calls == before
    assert one.account() == account


def test_a_new_report_touches_only_its_own_story():
    fakes = Counted()
    one = engine(fakes)
    one.add(make_capture(text) for text in ["one @x", "two @x", "three @y", "four @y"])
    fakes.calls.clear()
    one.add([make_capture("five @y")])
    assert fakes.calls["clean"] == fakes.calls["extract"] == fakes.calls["resolve"] == fakes.calls["tell"] == 1
    assert fakes.calls["alike"] == 2
    assert len(one.account().stories) == 2


def test_a_report_that_joins_two_stories_makes_them_one():
    one = engine(Counted())
    one.add(make_capture(text) for text in ["one @x", "two @y"])
    assert len(one.account().stories) == 2
    one.add([make_capture("early @x @y")])
    (story,) = one.account().stories
    assert len(story.reports) == 3


def test_a_shared_passage_joins_nothing_and_is_evidence_on_both_sides():
    fakes = Counted()
    one = engine(fakes)
    one.add(make_capture(text) for text in ["one #p #q @x", "two @x", "three @y"])
    fakes.calls.clear()
    one.add([make_capture("four #p #q @y")])
    assert not any("one" in unit and "four" in unit for unit in fakes.calls if unit.startswith("stories "))
    account = one.account()
    assert sorted(len(s.reports) for s in account.stories) == [2, 2]
    assert sum(len(o.evidence) for o in account.origins) == 2


def test_copies_are_one_origin():
    one = engine(Counted())
    one.add(make_capture(text) for text in ["one #a #b", "two #a #b", "three #b"])
    assert sorted(len(o.reports) for o in one.account().origins) == [1, 2]


def test_a_page_without_a_story_has_no_origin_and_no_fellows():
    fakes = Counted()
    one = engine(fakes)
    one.add(make_capture(text) for text in ["one page @x", "two @y", "three page @z"])
    assert [r.origin is None for r in one.account().reports] == ["page" in r.text for r in one.account().reports]
    assert len(one.account().origins) == 1
    fakes.calls.clear()
    one.add([make_capture("four @z")])
    assert not any("one" in unit for unit in fakes.calls if unit.startswith("stories "))


def test_a_new_version_of_a_stage_runs_it_and_what_follows_only(tmp_path):
    fakes = Counted()
    texts = ["one @x", "two @x"]
    with_old = engine(fakes, tmp_path / "s")
    with_old.add(make_capture(text) for text in texts)
    fakes.calls.clear()
    engine(fakes, tmp_path / "s", merge=2).update()
    assert fakes.calls["merge"] == 1
    assert fakes.calls["clean"] == fakes.calls["extract"] == fakes.calls["alike"] == 0


@pytest.mark.parametrize("stage", ["clean", "sign", "copies", "origins", "extract", "keys", "alike", "stories"])
def test_a_failing_stage_is_an_issue_and_the_rest_goes_on(stage):
    fakes = Counted()
    fakes.broken = {stage}
    one = engine(fakes)
    one.add(make_capture(text) for text in ["one #a #b @x", "two #a #b @x"])
    account = one.account()
    assert len(account.reports) == 2
    assert stage in {i.stage for i in account.issues if i.code == "stage-failed"}
    assert "is broken" in account.issues[0].message


@pytest.mark.parametrize("stage", ["resolve", "merge", "tell"])
def test_a_failing_story_stage_leaves_the_reports(stage):
    fakes = Counted()
    fakes.broken = {stage}
    one = engine(fakes)
    one.add([make_capture("one @x")])
    assert [i.stage for i in one.account().issues] == [stage]
    assert len(one.account().reports) == 1


def test_one_bad_report_in_a_batch_does_not_spoil_the_others():
    fakes = Counted()
    fakes.broken = {"extract bad"}
    one = engine(fakes)
    bad, _ = make_capture("bad")
    one.add(make_capture(text) for text in ["one", "bad", "two"])
    assert [(i.stage, i.report) for i in one.account().issues] == [("extract", bad.id)]


@pytest.mark.parametrize("stage", ["clean", "copies", "extract", "stories", "merge", "tell"])
def test_adding_says_what_a_stage_failed_on_once(stage):
    fakes = Counted()
    one = engine(fakes)
    one.add([make_capture("one #a #b @x")])
    fakes.broken = {stage}
    assert {i.stage for i in one.add([make_capture("two #a #b @x")]).issues} == {stage}
    assert one.add([]).issues == ()


@pytest.mark.parametrize("unpackable", [10**26, "\ud83d"])
def test_a_record_that_no_store_can_hold_does_not_spoil_the_others(unpackable, tmp_path):
    fakes = Counted()
    read = fakes.extract
    figure = FigureMention(
        start=0, end=3, text="bad", low=unpackable, best=None, high=None, qualifier="exact", unit="people", what="other"
    )
    fakes.extract = lambda reports: [
        msgspec.structs.replace(r, figures=(figure,)) if x.text == "bad" else r
        for x, r in zip(reports, read(reports), strict=True)
    ]
    one = engine(fakes, tmp_path / "s")
    bad, _ = make_capture("bad")
    one.add(make_capture(text) for text in ["one", "bad", "two"])
    assert len(one.account().reports) == 3
    assert [(i.stage, i.code, i.report) for i in one.account().issues] == [("extract", "stage-failed", bad.id)]
    assert one.add([make_capture("three")]).new
    assert one.unread() == 0


@pytest.mark.parametrize("stage", ["clean", "sign", "keys", "origins", "stories", "resolve", "merge", "tell"])
def test_no_stage_can_write_what_no_store_can_hold(stage, tmp_path):
    fakes = Counted()
    stages = fakes.stages()
    ours = getattr(stages, stage)
    broken = dataclasses.replace(ours, run=lambda *given: [ours.run(*given), 10**26])
    one = Engine(StoreFile(tmp_path / "s"), stages._replace(**{stage: broken}))
    one.add([make_capture("one @x")])
    assert {i.stage for i in one.account().issues} == {stage}
    assert (len(one.account().reports), one.unread()) == (1, 0)


@pytest.mark.parametrize("stage", ["resolve", "merge", "tell"])
@pytest.mark.parametrize("bad", [{"three"}, {"one", "six"}, {"two", "three", "four"}])
def test_a_report_that_breaks_a_story_costs_the_others_nothing(stage, bad):
    fakes = Counted()
    run = getattr(fakes, stage)
    fakes.read = {make_capture(f"{word} @x")[0].id: word for word in ("one", "two", "three", "four", "five", "six")}

    def breaks(*given):
        result = run(*given)
        if fakes.told & bad:
            raise ValueError("date value out of range")
        return result

    setattr(fakes, stage, breaks)
    one = engine(fakes)
    one.add(make_capture(f"{word} @x") for word in fakes.read.values())
    account = one.account()
    assert len(account.reports) == 6
    assert {fakes.read[i.report] for i in account.issues} == bad
    assert all(i.code == "stage-failed" and i.message.startswith(f"{fakes.read[i.report]} @x") for i in account.issues)
    assert fakes.told == set(fakes.read.values()) - bad
    assert len(account.brief) == 1


def test_a_mended_stage_clears_its_issues(tmp_path):
    fakes = Counted()
    fakes.broken = {"clean"}
    engine(fakes, tmp_path / "s").add([make_capture("one")])
    mended = engine(Counted(), tmp_path / "s", clean=2)
    mended.update()
    assert mended.account().issues == ()


def test_the_smaller_path_of_the_same_bytes_is_kept_in_either_order():
    for paths in (["b.txt", "a.txt"], ["a.txt", "b.txt"]):
        one = engine(Counted())
        for path in paths:
            one.add([make_capture("same text", path)])
        assert [r.path for r in one.account().reports] == ["a.txt"]


def judgement(id_: str, verdict: str, report: str, value: str | None = None) -> Judgement:
    ref = Ref(type="report", id=report, report=report)
    return Judgement(id=id_, at="2026-03-01T00:00:00Z", by="me", why="", verdict=verdict, target=ref, value=value)


def test_a_judgement_reaches_its_story_and_can_be_undone():
    one = engine(Counted())
    report, _ = make_capture("one @x")
    one.add(make_capture(text) for text in ["one @x", "two"])
    before = one.account()
    assert one.judge([judgement("j1", "confirm", report.id)]) == 1
    assert [b.text for b in one.account().brief if "j1" in b.text] != []
    assert one.judge([judgement("j1", "confirm", report.id)]) == 0
    one.judge([judgement("j2", "undo", report.id, value="j1")])
    assert one.account() == before


def test_what_is_judged_while_its_story_is_told_is_told_too(tmp_path):
    class Interrupted(Counted):
        def tell(self, *given):
            if self.calls["tell"] == 0:
                one.note([judgement("j1", "confirm", report.id)])
            return super().tell(*given)

    report, _ = make_capture("one @x")
    one = engine(Interrupted(), tmp_path / "s")
    one.add([make_capture("one @x")])
    assert one.unread() == 0
    assert "j1" in one.account().brief[0].text


def test_judgements_outlive_a_new_report_and_a_new_version(tmp_path):
    report, _ = make_capture("one @x")
    one = engine(Counted(), tmp_path / "s")
    one.add([make_capture("one @x")])
    one.judge([judgement("j1", "confirm", report.id)])
    later = engine(Counted(), tmp_path / "s", clean=2, tell=3)
    later.add([make_capture("two @x")])
    assert "j1" in later.account().brief[0].text


def test_story_accounts_hold_only_their_story():
    one = engine(Counted())
    one.add(make_capture(text) for text in ["one @x", "two @y"])
    stories = one.account().stories
    assert len(stories) == 2
    for story in stories:
        part = one.account(story.id)
        assert [s.id for s in part.stories] == [story.id]
        assert {r.id for r in part.reports} == set(story.reports)


@given(st.permutations(["early @x @y", "one @x", "two @x @z", "three @y", "four @z", "five @w"]), st.integers(0, 5))
@settings(max_examples=25, deadline=None)
def test_taking_a_report_out_leaves_what_the_others_give_alone(given_texts, gone):
    whole = engine(Counted())
    whole.add(make_capture(text) for text in given_texts)
    capture, _ = make_capture(given_texts[gone])
    whole.remove(capture.id)
    without = engine(Counted())
    without.add(make_capture(text) for text in given_texts if text != given_texts[gone])
    assert whole.account() == without.account()


crowds = st.lists(
    st.lists(st.sampled_from(["#a", "@x", "#a @x", "early @x", "@y", "#p #q"]), min_size=1, max_size=2), max_size=9
)


@settings(max_examples=15, deadline=None)
@given(crowds, st.data())
def test_a_key_that_many_share_gives_the_same_account_in_any_order(given_texts, data):
    """Under a key that more than two have here, the first two stand for the others, whenever they came."""
    every = [f"{i} {' '.join(words)}" for i, words in enumerate(given_texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "COPIES", Wanted(first=2))
        patch.setattr(pairs, "ALIKE", Wanted(first=2))
        stepwise, left = engine(Counted()), data.draw(st.permutations([*every, "gone #a @x"]))
        while left:
            step = data.draw(st.integers(1, len(left)))
            stepwise.add(make_capture(text) for text in left[:step])
            left = left[step:]
        stepwise.remove(make_capture("gone #a @x")[0].id)
        assert msgspec.json.encode(stepwise.account()) == account_of(every)
