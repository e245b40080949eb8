"""How a search or a captivity came out: told in the brief, and an answer to who asked before."""

import pytest

from dateline.tell.heading import main_happening
from dateline.tell.near import Nearness
from dateline.tell.outcome import Outcome
from dateline.tell.told import Told
from dateline.tell.unsettled import Answers
from tests.kit.story import StoryKit

ASKED = "It is not known whether the miner is still alive."


def collapse(end: str, question: str = ASKED, *, trapped: str = "A miner was") -> StoryKit:
    """A shaft that fell in, the search for whom it buried, and what a report of three days later opens with."""
    s = StoryKit()
    first = s.report(f"Shaft of Tavo falls in\nThe salt shaft of Tavo collapsed on Monday. {trapped} trapped below it. "
                     f"Crews are digging to reach the ledge. {question}", "2021-03-02", outlet="first")  # fmt: skip
    last = s.report(f"Tavo: the end\n{end} The salt shaft of Tavo collapsed on Monday.", "2021-03-05", outlet="last")
    for r in (first, last):
        place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "collapsed", "accident", place=place, time="2021-03-01")
    if not trapped.startswith("A "):
        s.figure(first, trapped.split()[0], "trapped", low=3, best=3)
    return s


def answers(s: StoryKit, question: str = ASKED) -> bool:
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    main = main_happening(told)
    assert main is not None
    asked = next(span for spans in told.body.values() for span in spans if told.text(span) == question)
    return Answers(Nearness(main, told)).overtake(asked)


@pytest.mark.parametrize(
    "end",
    [
        "The miner below the salt shaft has been found dead behind the last ledge.",
        "The body of the miner below the shaft was recovered behind the last ledge.",
        "The miner was brought out alive through a tunnel behind the last ledge.",
    ],
)
def test_how_a_search_came_out_is_told_and_its_question_is_not(end: str) -> None:
    s = collapse(end)
    brief = [sentence.text for sentence in s.told().brief]
    assert end in brief
    assert ASKED not in brief
    assert not any("digging to reach" in text for text in brief)


@pytest.mark.parametrize(
    ("end", "question", "trapped", "answered"),
    [
        ("The miner has been found dead.", ASKED, "A miner was", True),
        ("The miner has not been found yet.", ASKED, "A miner was", False),
        ("The man who was freed in May owns the shaft.", ASKED, "A miner was", False),
        ("The miner has been found dead.", ASKED, "Three miners were", False),
        ("The miner has been found dead.", "It is not known if they are alive.", "A miner was", False),
        ("The miner has been found dead.", "It is not known why the shaft fell in.", "A miner was", False),
    ],
)
def test_only_what_became_of_the_one_who_was_sought_answers(
    end: str, question: str, trapped: str, answered: bool
) -> None:
    assert answers(collapse(end, question, trapped=trapped), question) is answered


def test_one_of_several_who_is_named_is_answered_for() -> None:
    question = "The fate of Bo Mar is unknown."
    s = collapse("Bo Mar has been found dead.", question, trapped="Three miners were")
    s.named(tuple(r.id for r in s.reports), "Bo Mar", "Bo Mar", "person")
    assert answers(s, question)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Rebels took the mill of Tavo.", "A clerk of the mill was found dead."),
        ("The river rose over the mill of Tavo.", "Two cows were rescued from the mill."),
        ("The court of Tavo opened the trial of a clerk.", "The clerk was freed by the court."),
        ("Tavo lost the last match of the cup.", "The cup was found safe in a cellar."),
    ],
)
def test_where_nobody_was_sought_there_is_no_outcome(earlier: str, later: str) -> None:
    s = StoryKit()
    s.report(f"Tavo\n{earlier}", "2021-03-02")
    s.report(f"Tavo again\n{later}", "2021-03-05")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    assert not Outcome(told).spans
