"""What persons put in place of what was read: kind, who did it to whom, what is counted; all sentences are invented."""

import json
from typing import Any

import msgspec
import pytest

from dateline.model import Event, Judgement, Ref, Resolution
from tests.resolve.written import Written, entity, named, resolve

WORDS = (
    "The [Northern River Front|group] raided the depot in [Sabha|place], guards said. "
    "[Karim Dalle|person] arrived later. The raid left 12 people dead."
)


def written() -> Written:
    return (
        Written(WORDS)
        .event("raided", "attack", actor="The Northern River Front", place="Sabha")
        .event("dead", "death")
        .figure("12 people", 12, "present")
    )


def put(words: str, field: str, value: Any, kind: str = "event", ident: str = "gone", **more: Any) -> Judgement:
    """That Ana put a value in a field of what was read in some words."""
    w = written()
    span = w.span(words)
    return Judgement(
        id=f"j-{words}-{field}", at="2021-06-11T00:00:00Z", by="Ana", why="", verdict="correct", field=field,
        value=json.dumps(value),
        target=Ref(type=kind, id=ident, report=w.report.id, start=span.start, end=span.end, text=words),  # type: ignore[arg-type]
        **more,
    )  # fmt: skip


def who(ident: str | None) -> dict[str, Any]:
    return {"text": None, "start": None, "end": None, "entity": ident}


def event(got: Resolution, trigger: str) -> Event:
    return next(e for e in got.events if e.trigger.text == trigger)


def test_a_kind_that_a_person_puts_brings_the_codebooks_names_of_that_kind() -> None:
    read = event(resolve(written()), "raided")
    fixed = event(resolve(written(), judgements=(put("raided", "kind", "arrest"),)), "raided")
    assert (read.kind, fixed.kind, fixed.id) == ("attack", "arrest", read.id)
    assert (read.plover, fixed.plover) == ("ASSAULT", "COERCE")
    assert [(c.field, c.by) for c in fixed.corrected or ()] == [("kind", "Ana")]
    assert not read.corrected


def test_an_actor_that_a_person_puts_says_so_and_an_undoing_leaves_no_trace() -> None:
    plain = resolve(written())
    fix = put("raided", "actor", who(entity(plain, "Karim Dalle").id))
    raid = event(resolve(written(), judgements=(fix,)), "raided")
    assert raid.actor is not None
    assert named(plain, raid.actor.entity) == "Karim Dalle"
    assert raid.actor_why == "corrected by Ana"
    undo = msgspec.structs.replace(fix, id="j2", at="2021-06-12T00:00:00Z", verdict="undo", value=fix.id)
    assert resolve(written(), judgements=(fix, undo)) == plain


def test_an_actor_is_found_again_by_a_name_when_a_report_tells_a_fuller_one() -> None:
    first = Written("[Dalle|person] spoke.")
    old = entity(resolve(written(), first), "Dalle").id
    span = first.span("Dalle")
    anchor = Ref(type="entity", id="e-of-before", report=first.report.id, start=span.start, end=span.end, text="Dalle")
    fix = put("raided", "actor", who("e-of-before"), other=anchor)
    got = resolve(written(), first, judgements=(fix,))
    actor = event(got, "raided").actor
    assert actor is not None
    assert actor.entity == old
    assert got.issues == ()


def test_an_actor_whom_no_report_mentions_is_an_issue_and_the_reading_stands() -> None:
    got = resolve(written(), judgements=(put("raided", "actor", who("nobody-now")),))
    actor = event(got, "raided").actor
    assert actor is not None
    assert named(got, actor.entity) == "Northern River Front"
    (issue,) = got.issues
    assert issue.code == "correction-lost"
    assert "“raided”" in issue.message
    assert "Ana" in issue.message


@pytest.mark.parametrize("value", ['"scuffle"', "7", "scuffle"])
def test_a_kind_that_is_none_any_more_is_an_issue_and_the_rest_of_the_correction_holds(value: str) -> None:
    lost = msgspec.structs.replace(put("raided", "kind", "arrest"), value=value)
    got = resolve(written(), judgements=(lost, put("raided", "status", "planned")))
    raid = event(got, "raided")
    assert (raid.kind, raid.status, [c.field for c in raid.corrected or ()]) == ("attack", "planned", ["status"])
    (issue,) = got.issues
    assert (issue.code, issue.report) == ("correction-lost", written().report.id)
    assert "“raided”" in issue.message
    assert "Ana corrected its kind on 2021-06-11" in issue.message


def test_a_count_that_no_field_takes_is_one_issue_and_an_earlier_correction_stands() -> None:
    first = put("12 people", "best", 14, "figure")
    later = msgspec.structs.replace(first, id="j2", at="2021-06-12T00:00:00Z", value="-3")
    got = resolve(written(), judgements=(first, later))
    assert got.figures[0].best == 14
    assert [i.code for i in got.issues] == ["correction-lost"]


def test_a_target_that_a_person_took_away_is_not_filled_from_a_count() -> None:
    def counted() -> Written:
        return (
            Written("Men attacked the post and 12 people died.")
            .event("attacked", "attack")
            .figure("12 people", 12, "killed", counted="people")
        )

    target = resolve(counted()).events[0].target
    assert target is not None
    assert target.text == "12 people"
    span = counted().span("attacked")
    ref = Ref(type="event", id="gone", report=counted().report.id, start=span.start, end=span.end)
    none = msgspec.structs.replace(put("raided", "target", None), target=ref)
    assert resolve(counted(), judgements=(none,)).events[0].target is None


def test_a_count_goes_where_what_a_person_says_it_counts_belongs() -> None:
    read = resolve(written())
    fixed = resolve(written(), judgements=(put("12 people", "what", "killed", "figure"),))
    dead = event(read, "dead").id
    assert [got.figures[0].event for got in (read, fixed)] == [None, dead]
    assert [got.figures[0].measure for got in (read, fixed)] == ["stock", "cumulative"]
    of = resolve(written(), judgements=(put("12 people", "of", "guards", "figure"),)).figures[0]
    assert (of.of, of.what, [(c.field, c.by) for c in of.corrected or ()]) == ("guards", "present", [("of", "Ana")])


def test_of_two_events_told_by_one_word_only_the_one_meant_is_corrected() -> None:
    def both() -> Written:
        return written().event("raided", "capture_territory", after="The")

    raid, taking = (e for e in resolve(both()).events if e.trigger.text == "raided")
    for one, other in ((raid, taking), (taking, raid)):
        got = {e.id: e for e in resolve(both(), judgements=(put("raided", "status", "planned", ident=one.id),)).events}
        assert (got[one.id].status, got[other.id].status) == ("planned", "happened")


def test_nobody_puts_who_corrected_what() -> None:
    got = resolve(written(), judgements=(put("raided", "corrected", [{"field": "kind", "by": "Ben"}]),))
    assert not event(got, "raided").corrected
    assert [i.code for i in got.issues] == ["correction-lost"]
