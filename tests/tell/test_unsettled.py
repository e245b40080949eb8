"""What is not settled: what no later report answers, and what is a matter of the situation."""

import msgspec
import pytest

from dateline.model import Contradiction, Side
from dateline.tell.heading import main_happening
from dateline.tell.near import Nearness
from dateline.tell.pools import Pools
from dateline.tell.told import Told
from dateline.tell.unsettled import Answers, tell_differences, tell_open
from dateline.tell.weigh import Weights
from dateline.tell.wording import shortened
from tests.kit.story import StoryKit


def raid(*reports: tuple[str, str]) -> tuple[Told, Nearness, list[str]]:
    """A raid on Qasira that papers of some days tell, each with more of its own."""
    s, papers = StoryKit(), []
    for day, rest in reports:
        r = s.report(f"Raid on Qasira, {day}\nGunmen raided the market of Qasira on 1 March. {rest}", day, outlet=day)
        s.timed(r, "1 March", "2021-03-01")
        s.event(r, "raided", "attack", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-03-01")
        papers.append(r)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    main = main_happening(told)
    assert main is not None
    return told, Nearness(main, told), papers


@pytest.mark.parametrize(
    ("question", "answer", "overtaken"),
    [
        ("There was no immediate claim for the raid.", "The Red Dawn claimed responsibility at the market.", True),
        ("There was no immediate claim for the raid.", "Nobody has claimed responsibility at the market.", False),
        ("There was no immediate claim for the raid.", "The gunman, Bo Mar, raided the market alone.", False),
        ("The raider has not yet been identified.", "The gunman, Bo Mar, raided the market alone.", True),
        ("The motive for the raid was not clear.", "The raid was motivated by a debt at the market.", True),
        ("The motive for the raid was not clear.", "The motive was unknown a month after the raid.", False),
    ],
)  # fmt: skip
def test_what_a_later_report_answers_is_not_open(question, answer, overtaken):
    told, near, (first, last) = raid(("2021-03-02", question), ("2021-03-20", answer))
    assert Answers(near).overtake(told.body[first][-1]) is overtaken
    told, near, (first, last) = raid(("2021-03-02", answer), ("2021-03-20", question))
    assert not Answers(near).overtake(told.body[last][-1])


@pytest.mark.parametrize(
    "question", ["No one immediately claimed the raid.", "No group had yet claimed responsibility."]
)
def test_a_claim_of_the_same_day_answers_who_saw_none(question):
    told, near, (unaware, _) = raid(("2021-03-02", question), ("2021-03-02", "The Red Dawn claimed the market raid."))
    assert Answers(near).overtake(told.body[unaware][-1])


@pytest.mark.parametrize(
    ("last", "question", "answer"),
    [
        ("2021-03-05", "There was no immediate claim for what the mayor called the worst day of all.",
         "The Red Dawn claimed responsibility at the market."),
        ("2021-03-25", "There was no claim for the raid on the market of Qasira, a guard said.",
         "In a letter, the Red Dawn claimed credit at the market."),
    ],
)  # fmt: skip
def test_an_answered_question_is_not_in_the_brief(last, question, answer):
    s = StoryKit()
    for day, rest in (("2021-03-02", question), (last, answer)):
        r = s.report(f"Raid on Qasira, {day}\nGunmen raided the market of Qasira on 1 March. {rest}", day, outlet=day)
        s.timed(r, "1 March", "2021-03-01")
        s.event(r, "raided", "attack", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-03-01")
    brief = {sentence.text for sentence in s.told().brief}
    assert any(answer in text for text in brief)
    assert question not in brief


@pytest.mark.parametrize(
    ("words", "open_still"),
    [
        ("It was not clear how many people had died in the market.", True),
        ("It was not clear if the guards of the market had been warned.", True),
        ("It is not clear what the guards would have learned from the raid.", False),
        ("The condition of the guard is unknown, a nurse of the market said.", True),
        ("The colour of the market hall is unknown to most of its visitors.", False),
        ("No cause for the fire in the market has yet been identified.", True),
        ("There is some dispute as to how many people died in the market.", True),
        ("Most observers are examining whether the guards of the market will hold.", False),
        ("Police are examining whether the guards of the market were killed.", True),
    ],
)
def test_what_is_open_is_a_matter_of_the_situation(words, open_still):
    told, _, _ = raid(("2021-03-02", words))
    assert [told.text(span) for span in tell_open(told, Weights(told))] == [words] * open_still


def test_why_it_happened_is_the_first_question():
    told, near, _ = raid(
        ("2021-03-02", "It was not clear why Qasira was raided. Nobody knows why the boats left; it was not clear if."),
        ("2021-03-03", "It was not clear how many people died in the market after gunmen raided it on 1 March."),
    )
    pools = Pools(near)
    weights = {told.text(s)[:26]: pools.weight(s) for s in pools.questions(Weights(told))}
    assert max(weights, key=weights.__getitem__) == "It was not clear why Qasir"


def test_what_was_open_weeks_ago_is_not_told():
    question = "It was not clear how many people had died in the market."
    told, _, (_, last) = raid(("2021-03-02", question), ("2021-04-02", question))
    assert [span.report for span in tell_open(told, Weights(told))] == [last]


def test_who_comes_back_months_later_ends_no_question_that_the_reports_left_open():
    question = "It was not clear how many people had died in the market."
    told, _, (first, second, _) = raid(
        ("2021-03-02", question), ("2021-03-03", question), ("2021-09-02", "Qasira has a new market now.")
    )
    assert [span.report for span in tell_open(told, Weights(told))] == [first, second]
    told, _, (_, second, third) = raid(("2021-03-02", question), ("2021-03-15", question), ("2021-03-20", question))
    assert [span.report for span in tell_open(told, Weights(told))] == [second, third]


@pytest.mark.parametrize(
    ("cue", "content", "said"),
    [
        ("denied", "any of its boats were in the bay", "Norland denied that “any of its boats were in the bay”"),
        ("denied", "that any of its boats were in the bay", "Norland denied “that any of its boats were in the bay”"),
        ("denied", "a part in the raid", "Norland denied “a part in the raid”"),
        ("has firmly denied", "a part in the raid", "Norland has firmly denied “a part in the raid”"),
        ("rejected reports", "theft", "Norland rejected reports of “theft”"),
        ("claimed", "responsibility for the raid", "Norland claimed “responsibility for the raid”"),
        ("said", "no boat was in the bay", "“no boat was in the bay” (Norland)"),
    ],
)
def test_a_denial_is_told_as_one_beside_who_accuses_whom_of_what(cue: str, content: str, said: str) -> None:
    s = StoryKit()
    joint = "of " if cue == "rejected reports" else ""
    denial = f"Norland {cue} {joint}{content}."
    r = s.report(f"Bay\n{denial} Word of it came after Ann Lee used a speech to accuse Norland of theft in the bay, "
                 "at night.",
                 "2021-03-02")  # fmt: skip
    norland, lee = s.named(r, "Norland", "Norland", "place"), s.named(r, "Ann Lee", "Ann Lee", "person")
    claim = s.claim(r, "Norland", content, norland, stance="asserts" if cue in ("said", "claimed") else "denies")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, cue))
    accusation = s.event(r, "accuse", "accusation", actor=lee, target=norland)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    sides = Side(type="claim", id=claim), Side(type="event", id=accusation)
    told.agreement = msgspec.structs.replace(
        told.agreement, contradictions=(Contradiction(id="x", kind="factual", a=sides[0], b=sides[1], why="denied"),)
    )
    (difference,) = tell_differences(told.agreement.happenings[0], told)
    assert difference.text == f"The reports differ: {said}, but Ann Lee accused Norland of “theft in the bay”."
    beside = msgspec.structs.replace(told.agreement.contradictions[0], a=sides[1])
    told.agreement = msgspec.structs.replace(told.agreement, contradictions=(beside,))
    assert not list(tell_differences(told.agreement.happenings[0], told))


def test_a_long_quotation_ends_with_a_clause():
    whole = "The guild fired on the old ferry in the harbour of Port Ada on Monday morning at nine"
    said = f"{whole} arguing that its own crew had fired from the deck on the clerks of the guild before they left it"
    assert shortened(said) == f"{whole} …"
    assert shortened(whole) == whole
    assert shortened("ferry " * 30) == f"{('ferry ' * 23).strip()} …"


SAID = {
    "The guild": "a lorry hit the wall",
    "Norland": "a car hit the gate",
    "Ann Lee": "nobody was hurt",
    "Bo Roy": "six were dead",
}


@pytest.mark.parametrize(
    "why",
    [
        "the vehicle differs: “a”",
        "the vehicle differs, the thing that was hit differs: “a”",
        "dismissed by Bo Roy: “a”",
    ],
)
def test_whom_it_harmed_is_told_before_details_that_differ(why: str) -> None:
    s = StoryKit()
    r = s.report("Bay\n" + " ".join(f"{who} said {what}." for who, what in SAID.items()), "2021-03-02")
    s.event(r, "hit", "attack")
    sides = [Side(type="claim", id=s.claim(r, who, what, s.named(r, who, who))) for who, what in SAID.items()]
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    detail = Contradiction(id="a", kind="factual", a=sides[0], b=sides[1], why=why)
    harm = Contradiction(id="b", kind="factual", a=sides[2], b=sides[3], why="nobody hurt; told as dead: “b”")
    told.agreement = msgspec.structs.replace(told.agreement, contradictions=(detail, harm))
    first = next(iter(tell_differences(told.agreement.happenings[0], told)))
    assert "nobody was hurt" in first.text
