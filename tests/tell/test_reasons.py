"""What the brief takes for a reason, which differences of reasons it shows first, and that none is given twice."""

import pytest

from dateline.tell.brief import Brief
from dateline.tell.near import Nearness
from dateline.tell.reasons import CAUSE, FINDING, REASON, TO_RISE, VIEW, gives_another, is_answer, is_vain
from dateline.tell.unsettled import tell_differences
from dateline.tell.weigh import Weights
from tests.kit.story import StoryKit
from tests.tell.stories import blast, told_of


def test_a_difference_of_reasons_is_shown_before_one_of_a_detail():
    s = blast()
    assert any("vehicle differs" in c.why for c in s.merged().contradictions)
    told = told_of(s)
    main = max(told.agreement.happenings, key=lambda h: len(h.events))
    first, second = tell_differences(main, told)
    assert "missing permits" in first.text
    assert "packed with explosives" in second.text


def test_a_reason_told_before_is_no_other_reason():
    s = StoryKit()
    r = s.report(
        "Blast\nGuards said it was in retaliation for shelling of Tavo. A blast hit in retaliation for the shelling of "
        "Tavo. A blast hit because the council had closed the only bridge.", "2021-03-02",
    )  # fmt: skip
    told = told_of(s)
    said, same, other = told.body[r][-3:]
    brief = Brief(told, Weights(told))
    assert brief.take("who", [said])
    assert not gives_another(same, brief.said, told)
    assert gives_another(other, brief.said, told)


def test_a_cause_that_is_the_happening_itself_is_no_reason_for_it():
    s = blast()
    r = s.report("Drill\nThe army held a drill in response to the blast in Qasira on Monday.", "2021-03-02")
    s.event(r, "blast", "bombing", time="2021-03-01")
    told = told_of(s)
    near = Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert is_answer(told.body[r][-1], near)


@pytest.mark.parametrize(
    ("sentence", "vain"),
    [
        ("The guild said in response to a query by the Tavo Post that it knew of the blast.", True),
        ("The guild said in reply to several written questions that it knew of the blast.", True),
        ("The guild said in response to a request for comment that it knew of the blast.", True),
        ("Norland sent boats in response to a request for help from Tavo.", False),
        ("The guild struck in response to calls for its end.", False),
    ],
)
def test_who_was_asked_gives_no_reason_for_what_happened(sentence, vain):
    assert CAUSE.search(sentence) or REASON[0].search(sentence) or "reply" in sentence
    assert is_vain(sentence) is vain


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("A clerk of Qasira suffered a head wound due to the blast on Monday.", True),
        ("Six porters were killed in Qasira due to heavy rocket fire on Monday.", True),
        ("Six porters were killed in Qasira in retaliation for rocket fire on Monday.", False),
        ("The blast in Qasira hit due to rockets that the guild had kept there.", False),
        ("Six porters were killed due to a locked gate in Qasira on Monday.", False),
    ],
)
def test_the_blow_that_harmed_somebody_is_no_reason_for_it(sentence, means):
    s = blast()
    r = s.report(f"Council\n{sentence}", "2021-03-02")
    told = told_of(s)
    near = Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert is_answer(told.body[r][-1], near) is means


def test_a_deal_is_no_cause_of_a_blow_and_a_caution_no_cause_at_all():
    assert REASON[0].search("The girls were freed under a deal brokered by the guild.")
    assert not CAUSE.search("The blast ended a truce brokered by the guild.")
    assert CAUSE.search("The blast came in retaliation for the raid.")
    assert not CAUSE.search("Nobody should be blamed just because he came from there.")


def test_what_something_else_is_due_to_is_no_reason_for_a_blow():
    s = blast()
    r = s.report(
        "Council\nThe council of Qasira met after the blast. An expert said none was near due to the time it needs.",
        "2021-03-02",
    )
    s.claim(r, "An expert", "none was near due to the time it needs", s.named(r, "An expert", "expert"))
    topics = [sentence.topic for sentence in s.told().brief]
    assert "what" in topics
    assert "why" not in topics


def derailment(*more: str) -> StoryKit:
    """A train that left the rails, and what two papers say of the cause."""
    s = StoryKit()
    for n, rest in enumerate(more):
        r = s.report(f"Train derails\nA train derailed at Tavo on Monday. {rest}", "2021-03-02", outlet=f"paper {n}")
        place = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "derailed", "accident", place=place, time="2021-03-01")
    return s


def test_what_investigators_found_is_the_reason_and_an_unknown_cause_is_none():
    s = derailment(
        "The cause of the accident was not yet clear, the police said after the train derailed.",
        "Early findings of the Rail Inquiry Board show that the train passed Tavo at twice the speed allowed.",
    )
    unclear = s.reports[0].id
    s.claim(unclear, "the police", "The cause of the accident was not yet clear", s.named(unclear, "police", "police"))
    brief = s.told().brief
    assert [x.text[:14] for x in brief if x.topic == "why"] == ["Early findings"]
    assert any("not yet clear" in x.text for x in brief if x.topic == "unsettled")


@pytest.mark.parametrize(
    "text",
    [
        "Investigators said the brakes had failed.",
        "The Rail Accident Inquiry Board (RAIB) found that a signal was out.",
        "Initial indications suggest that the driver was ill.",
        "The inquiry later concluded that the rail was worn.",
    ],
)
def test_words_of_a_finding(text):
    assert FINDING.search(text)


@pytest.mark.parametrize(
    "text", ["An investigation was opened.", "Investigators arrived.", "Initial reports spoke of two."]
)
def test_words_of_no_finding(text):
    assert not FINDING.search(text)


def test_the_reason_of_a_later_turn_is_told_with_it():
    s = blast()
    quiet = "No shop was open. Nobody was seen. No bus ran. No boat came. "
    r = s.report(
        f"Siege of Qasira ends\n{quiet}Guards left Qasira on Tuesday in exchange for a safe passage to the coast.",
        "2021-03-03",
    )
    s.timed(r, "Tuesday", "2021-03-02")
    s.event(r, "left", "withdrawal", time="2021-03-02")
    assert "since" in {x.topic for x in s.told().brief if "safe passage" in x.text}


def test_to_look_into_it_is_no_reason():
    s = derailment("The inquiry into why the train derailed at Tavo will be led and investigated by a board.")
    assert not [x for x in s.told().brief if x.topic == "why"]
    s = derailment("The board is investigating the case as an act of some rival of the train at Tavo.")
    assert [x for x in s.told().brief if x.topic == "why"]


def test_a_reason_that_somebody_is_only_sure_of_is_none():
    assert VIEW.search("“I am sure that they charged him because they fear him,” Ann Lee said.")
    assert not VIEW.search("“It was shut because of the storm,” Ann Lee said.")


def test_why_a_count_is_not_the_last_is_no_reason():
    assert TO_RISE.search("The toll is expected to rise because many were badly burned.")
    assert not TO_RISE.search("The mill burned because a number of pumps had failed.")


@pytest.mark.parametrize(
    ("text", "vain"),
    [
        ("Salt flu is a disease caused by a virus of birds.", True),
        ("The fire was caused by a virus in the pumps of the mill.", False),
        ("The blast was caused when porters capped the well badly.", False),
        ("The minister denied that guards were freed in exchange for the girls.", True),
        ("The girls were freed in exchange for guards, the minister said.", False),
        ("No guard was freed in exchange for the girls.", True),
        ("It was not known where the raid was led from, but it came in retaliation for a strike.", False),
    ],
)
def test_a_definition_and_what_somebody_denies_are_no_reasons(text, vain):
    assert REASON[0].search(text)
    assert is_vain(text) is vain


def test_nothing_is_done_by_a_mishap_in_answer_to_anything():
    answer, cause = (
        "Guards went to the train at Tavo in response to calls.",
        "The train left the rails due to ice at Tavo.",
    )
    aim = "Ministers held talks at Tavo on Monday on a train law aimed at calming the port."
    for sentence, reasons in ((answer, []), (aim, []), (cause, [cause])):
        s = derailment(sentence)
        if reasons:
            s.event(s.reports[0].id, "left the rails", "accident", time="2021-03-01")
        assert [x.text for x in s.told().brief if x.topic == "why"] == reasons
