"""Who is cited beside the sentence that an entry shows, and what grade it bears."""

import pytest

from dateline.model import Judgement, Ref, TimelineEntry
from dateline.tell.behind import Behind
from tests.kit.story import StoryKit
from tests.tell.stories import told_of

SHOWN = "The harbour guard sent 40 pumps to the Orla ford on Sunday."


def pumps(other: str, trigger: str, day: str | None = None, value: str | None = None) -> StoryKit:
    """A flood that two papers tell. One tells of pumps too; what the other tells is taken to be the same."""
    s = StoryKit()
    first, second = (
        s.report(f"Flood hits Tavo\nA flood hit the town of Tavo on Monday, paper {n} wrote. {text}", "2021-03-02",
                 outlet=str(n))
        for n, text in enumerate((SHOWN, other))
    )  # fmt: skip
    for r in (first, second):
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "flood", "hazard", place=s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0)), time="2021-03-01")
    s.timed(first, "Sunday", "2021-02-28")
    guard = s.named(first, "The harbour guard", "Harbour Guard")
    one = s.event(first, "sent", "deployment", actor=guard, time="2021-02-28")
    if day is not None and value is not None:
        s.timed(second, day, value)
    actor = s.named(second, "The harbour guard", "Harbour Guard") if "The harbour guard" in other else None
    two = s.event(second, trigger, "deployment", actor=actor, time=value or "2021-02-28")
    s.judgements.append(
        Judgement(id="j1", at="2021-03-03T00:00:00Z", by="Ada", why="", verdict="same",
                  target=Ref(type="event", id=one), other=Ref(type="event", id=two))
    )  # fmt: skip
    return s


def shown(s: StoryKit) -> TimelineEntry:
    (entry,) = [x for x in s.told().timeline if "40 pumps" in x.summary]
    return entry


@pytest.mark.parametrize(
    ("other", "trigger"),
    [
        ("Sandbags were deployed along the north wall.", "deployed"),
        ("Two brigades were deployed around the palace.", "deployed"),
        ("The court sent two clerks.", "sent"),
    ],
)
def test_who_tells_another_matter_is_not_cited(other: str, trigger: str) -> None:
    s = pumps(other, trigger)
    assert next(h for h in s.merged().happenings if h.kind == "deployment").support.reports == 2
    entry = shown(s)
    assert len({x.report for x in entry.support}) == 1
    assert entry.grade == "unattributed"


@pytest.mark.parametrize(
    ("other", "trigger", "day", "value"),
    [
        ("Help was sent on Sunday.", "sent", "Sunday", "2021-02-28"),
        ("Pumps have been deployed at the ford.", "deployed", None, None),
        ("The harbour guard has deployed all its engines.", "deployed", None, None),
    ],
)
def test_who_tells_the_same_is_cited(other: str, trigger: str, day: str | None, value: str | None) -> None:
    entry = shown(pumps(other, trigger, day, value))
    assert len({x.report for x in entry.support}) == 2
    assert entry.grade == "corroborated"


def test_who_gives_another_day_is_not_cited() -> None:
    s = pumps("The harbour guard sent pumps to the ford on Friday.", "sent", "Friday", "2021-02-26")
    (happening,) = [h for h in s.merged().happenings if h.kind == "deployment"]
    rows = [x for x in s.told().timeline if x.happening == happening.id]
    assert rows
    assert all(len({span.report for span in row.support}) == 1 for row in rows)


def floods(*texts: str) -> StoryKit:
    """A flood that each of several papers tells before it tells of what was sent; that is taken for one thing."""
    s, sent = StoryKit(), list[str]()
    for n, text in enumerate(texts):
        r = s.report(
            f"Flood hits Tavo\nA flood hit Tavo on Monday, paper {n} wrote. {text}", "2021-03-02", outlet=str(n)
        )
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "flood", "hazard", place=s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0)), time="2021-03-01")
        day = s.timed(r, "Sunday", "2021-02-28") if "Sunday" in text else None
        sent.append(s.event(r, "sent", "evacuation", time=day))
    s.judgements = [
        Judgement(id=f"j{n}", at="2021-03-03T00:00:00Z", by="Ada", why="", verdict="same",
                  target=Ref(type="event", id=sent[0]), other=Ref(type="event", id=other))
        for n, other in enumerate(sent[1:])
    ]  # fmt: skip
    return s


PUMPS = "Pumps have been sent to the Orla ford."


@pytest.mark.parametrize(
    ("last", "given"), [("My cooks were sent home on Sunday.", False), (f"{PUMPS[:-1]} on Sunday.", True)]
)
def test_the_day_of_an_entry_is_that_of_those_who_tell_it(last: str, given: bool) -> None:
    rows = floods(PUMPS, PUMPS, PUMPS, last).told().timeline
    assert any("Pumps" in x.summary for x in rows if x.start == "2021-02-28") is given


def test_the_grade_that_a_person_gave_stands() -> None:
    s = pumps("Sandbags were deployed along the north wall.", "deployed")
    event = next(e for e in s.events if e.trigger.text == "sent")
    s.judgements.append(
        Judgement(id="j2", at="2021-03-04T00:00:00Z", by="Ada", why="", verdict="grade",
                  target=Ref(type="event", id=event.id), value="contested")
    )  # fmt: skip
    assert shown(s).grade == "contested"


@pytest.mark.parametrize(("day", "cited"), [("2021-02-25", 1), ("2021-02-28", 2)])
def test_a_report_from_before_the_day_that_a_sentence_gives_is_not_cited(day: str, cited: int) -> None:
    s = StoryKit()
    said = "On Monday the harbour guard said it had sent 40 pumps to the Orla ford on 20 February."
    for text, published in ((said, "2021-03-02"), ("The harbour guard sent pumps on 20 February.", day)):
        r = s.report(f"Flood in Tavo\n{text}", published)
        s.timed(r, "20 February", "2021-02-20")
        s.event(r, "sent", "deployment", time="2021-02-20", actor=s.named(r, "harbour guard", "Harbour Guard"))
    s.timed(s.reports[0].id, "Monday", "2021-03-01")
    told = told_of(s)
    (sent,) = told.agreement.happenings
    assert len(sent.events) == 2
    (span,) = told.body[s.reports[0].id]
    assert len(Behind(sent, told).members(span, sent)) == cited
