"""The review queue, from accounts made by hand."""

import msgspec

from dateline.desk.questions import make_queue
from dateline.model import (
    Account,
    Candidate,
    Contradiction,
    Entity,
    EntityMention,
    Figure,
    Judgement,
    Published,
    Ref,
    Report,
    Series,
    Side,
)
from dateline.tell.changes import changes_since


def figure(name: str, report: str, value: int, source: str, confidence: float = 0.9) -> Figure:
    return Figure(
        id=name, report=report, start=0, end=2, text=str(value), low=value, best=value, high=value, qualifier="exact",
        unit="people", what="killed", of=None, place=None, time="2026-03-10", claim=None, source=source,
        measure="cumulative", confidence=confidence,
    )  # fmt: skip


def report(name: str, day: str) -> Report:
    return Report(
        id=name, path=None, url=None, text="12 died.", language="en", published=Published(value=day, precision="day")
    )


def entity(name: str) -> Entity:
    mention = EntityMention(report="r1", start=0, end=2, text=name, form="name")
    return Entity(id=name, type="org", name=name, mentions=(mention,))


ACCOUNT = Account(
    reports=(report("r1", "2026-03-10"), report("r2", "2026-03-11")),
    entities=(entity("office"), entity("mayor")),
    candidates=(Candidate(a="mayor", b="office", score=0.5, why="both speak for Beira"),),
    figures=(figure("f1", "r1", 12, "office"), figure("f2", "r2", 30, "mayor", confidence=0.4)),
    series=(
        Series(
            id="n1", label="killed", unit="people", what="killed", of=None, place=None, measure="cumulative",
            members=("f1", "f2"), low=12, best=30, high=30, latest="f2",
        ),
    ),
    contradictions=(
        Contradiction(
            id="x1", a=Side(type="figure", id="f1"), b=Side(type="figure", id="f2"), why="12 and 30", kind="numeric"
        ),
    ),
)  # fmt: skip


def decide(verdict: str, target: Ref, other: Ref | None = None) -> Judgement:
    return msgspec.convert(
        {
            "id": "j1", "at": "2026-03-12T00:00", "by": "Ada", "why": "", "verdict": verdict,
            "target": msgspec.to_builtins(target), "other": msgspec.to_builtins(other),
        },
        Judgement,
    )  # fmt: skip


def test_queue_asks_the_weightiest_first() -> None:
    queue = make_queue(ACCOUNT, ())
    assert [q.kind for q in queue.questions] == ["conflict", "same_name", "figure"]
    assert all(q.sides and q.confirm and q.reject for q in queue.questions)


def test_a_decided_question_is_not_asked_again() -> None:
    contradiction = Ref(type="contradiction", id="x1")
    queue = make_queue(ACCOUNT, (decide("confirm", contradiction),))
    assert "conflict" not in [q.kind for q in queue.questions]
    assert len(queue.decided) == 1
    pair = decide("not_same", Ref(type="entity", id="office"), Ref(type="entity", id="mayor"))
    assert "same_name" not in [q.kind for q in make_queue(ACCOUNT, (pair,)).questions]


def test_a_decision_survives_another_id_at_the_same_words() -> None:
    moved = Ref(type="figure", id="f-of-a-better-reader", report="r2", start=0, end=2, text="30")
    assert "figure" not in [q.kind for q in make_queue(ACCOUNT, (decide("confirm", moved),)).questions]


def test_a_rejected_disagreement_can_still_be_found_and_undone() -> None:
    asked = next(q for q in make_queue(ACCOUNT, ()).questions if q.kind == "conflict")
    rejected = decide("reject", asked.target, asked.other)
    gone = msgspec.structs.replace(ACCOUNT, contradictions=())
    (line,) = make_queue(gone, (rejected,)).decided
    assert line.says == "“12” and “30”"
    assert line.question == asked.id
    assert make_queue(ACCOUNT, (), line.about).questions[0].id == asked.id


def test_a_correction_is_one_line_that_says_what_it_put() -> None:
    campus = Ref(type="place", id="office", report="r1", start=0, end=2, text="office")
    fields = {"lat": "19.5", "lon": "-93.5", "precision": '"exact"'}
    batch = [
        msgspec.structs.replace(decide("correct", campus), id=f"j{i}", field=field, value=value, batch="b1")
        for i, (field, value) in enumerate(fields.items())
    ]
    (line,) = make_queue(ACCOUNT, batch).decided
    assert (line.says, line.verdict) == ("office: 19.5, -93.5", "correct")


def test_a_correction_says_whom_it_put_and_not_where_he_is_named() -> None:
    blast = Ref(type="event", id="v1", report="r1", start=0, end=2, text="blast")
    anchor = Ref(type="entity", id="mayor", report="r1", start=0, end=2, text="mayor")
    put = {"actor": '{"text":null,"start":null,"end":null,"entity":"mayor"}', "kind": '"air_strike"', "target": "null"}
    batch = [
        msgspec.structs.replace(
            decide("correct", blast, anchor if field == "actor" else None),
            id=f"j{i}", field=field, value=value, batch="b1",
        )
        for i, (field, value) in enumerate(put.items())
    ]  # fmt: skip
    (line,) = make_queue(ACCOUNT, batch).decided
    assert line.says == "“blast”: done by mayor, kind air strike, to not given"


def test_contradicted_decision_is_raised_first_and_stands() -> None:
    confirmed = decide("confirm", Ref(type="figure", id="f1", report="r1", start=0, end=2, text="12"))
    first = make_queue(ACCOUNT, (confirmed,)).questions[0]
    assert first.kind == "raised"
    assert first.value == "j1"


def test_one_may_ask_about_any_record() -> None:
    queue = make_queue(ACCOUNT, (), "figure:f1")
    assert queue.questions[0].target.id == "f1"
    assert make_queue(ACCOUNT, (), "figure:none").questions[0].kind == "conflict"


def test_change_replaces_a_count_and_names_the_new_voice() -> None:
    changes = changes_since(ACCOUNT, "2026-03-10")
    (count,) = changes.moved
    assert count.before is not None
    assert count.after is not None
    assert (count.before.best, count.after.best) == (12, 30)
    assert changes_since(ACCOUNT, "2026-03-11").moved == ()
