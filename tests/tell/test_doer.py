"""Which words say who did it, what became of him, and that he had nothing to do with who claims it."""

import pytest

from dateline.tell.doer import DEFINITE, FATE, IDENTITY, UNTIED
from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    "text",
    [
        "Guards shot dead the gunman at the gate.",
        "The driver was overpowered by two bakers.",
        "Police said the attacker killed himself on the pier.",
        "The two attackers are still at large.",
        "They found the suspect dead of a wound.",
        "Soldiers arrested one suspected bomber in Tavo.",
    ],
)
def test_words_of_what_became_of_him(text):
    assert FATE.search(text)


@pytest.mark.parametrize(
    "text",
    ["Nine people were killed by the driver.", "The driver killed nine people.", "The gunman was a retired clerk."],
)
def test_words_of_no_fate(text):
    assert not FATE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "The attacker, Bo Mar, a clerk, walked up the pier.",
        "The gunman was later identified as Bo Mar.",
        "Police named the driver as Bo Mar, 31.",
        "The man, who was later identified as Bo Mar, had a boat.",
    ],
)
def test_words_of_who_he_is(text):
    assert IDENTITY.search(text)


@pytest.mark.parametrize(
    "text",
    ["The brother of the gunman, Cy Mar, wept.", "The driver, who fled, has no name yet.", "Police seek the attacker."],
)
def test_words_of_no_name(text):
    assert not IDENTITY.search(text)


def test_who_belongs_to_none_of_them():
    assert UNTIED.search("The bureau says he had no known links to any group.")
    assert not UNTIED.search("The bureau links him to a group.")


def raid(*more: str) -> StoryKit:
    """A raid on Qasira, of 1 March, that three papers tell, each with more of its own."""
    s = StoryKit()
    for n, rest in enumerate(more):
        r = s.report(
            f"Raid on Qasira, {n}\nA gunman raided the market of Qasira on Monday. {rest}", f"2021-03-0{n + 2}",
            outlet=f"paper {n}",
        )  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "raided", "attack", place=place, time="2021-03-01")
    return s


def who(s: StoryKit) -> list[str]:
    return [sentence.text for sentence in s.told().brief if sentence.topic == "who"]


def test_who_did_it_and_what_became_of_him_stand_in_the_brief():
    told = who(raid(
        "After the raid on Qasira the gunman was shot by guards at a gate of the port.",
        "The gunman, Bo Mar, a clerk of Tavo, had planned the raid since autumn.",
    ))  # fmt: skip
    assert any("shot by guards" in text for text in told)
    assert any("Bo Mar" in text for text in told)


def test_who_claims_it_stands_before_who_denies_something():
    told = who(raid(
        "Police denied that anyone at the market of Qasira had helped in it.",
        "The Red Dawn claimed responsibility in a letter.",
    ))  # fmt: skip
    assert "Red Dawn" in told[0]


def test_the_attacker_of_an_older_attack_did_not_do_it():
    s = raid("A gunman raided the fort of Tavo in 2014. The gunman was shot by guards as he raided the market there.")
    s.timed(s.reports[0].id, "2014", "2014")
    assert DEFINITE.match("The gunman was shot.")
    assert not any("shot by guards" in text for text in who(s))


def test_a_claim_keeps_what_takes_it_back():
    told = who(raid("The Red Dawn claimed responsibility for the raid on Qasira. However, no proof was provided."))
    assert any(text.endswith("However, no proof was provided.") for text in told)
    told = who(raid("The Red Dawn claimed responsibility for the raid on Qasira. However, no market was open."))
    assert any(text.endswith("the raid on Qasira.") for text in told)


def test_who_finds_no_links_is_heard_beside_who_claims_it():
    told = who(raid(
        "The Red Dawn claimed responsibility for the raid on the market of Qasira.",
        "The bureau of inquiry said the clerk who raided the market had no links to militants abroad.",
    ))  # fmt: skip
    assert any("no links" in text for text in told)


def test_why_is_told_beside_all_who_are_named():
    s = raid(
        "The Red Dawn claimed responsibility for the deed. The gunman, Bo Mar, a clerk of Tavo, had planned the raid.",
        "After the raid on Qasira the gunman was shot by guards at a gate of the port.",
        "The raid came in retaliation for the loss of the salt boats, a gunman of Qasira wrote.",
    )
    topics = [sentence.topic for sentence in s.told().brief]
    assert topics.count("who") == 3
    assert topics.count("why") == 1


@pytest.mark.parametrize(
    ("day", "words", "verb", "when", "value", "told"),
    [
        ("2021-02-20", "Guards of Tavo opened a second gate to the boats.", "opened", "", None, False),
        ("2021-03-02", "Guards mocked all the boats last week.", "mocked", "last week", "2021-02-23/2021-03-01", False),
        ("2021-05-09", "On 1 March a van drove into nine stalls.", "drove", "1 March", "2021-03-01", False),
        ("2021-05-09", "A court of Port Ada opened a trial of clerks.", "opened", "", None, True),
    ],
)  # fmt: skip
def test_what_came_since_is_no_older_report_and_not_the_day_again(day, words, verb, when, value, told):
    s = raid("Boats left the harbour.", "Boats came.", "Boats sank.")
    r = s.report(f"More\n{'The council met. ' * (day < '2021-05')}{words}", day)
    if when:
        s.timed(r, when, value)
    s.event(r, verb, {"drove": "accident", "mocked": "accusation"}.get(verb, "coercion"), time=value)
    assert any(verb in sentence.text for sentence in s.told().brief) is told


def test_an_offer_of_help_is_not_what_happened():
    s = raid("The minister of the north stood ready to help the town.", "Guards shut the port for nine days.")
    for r, trigger, kind in ((s.reports[0].id, "stood ready", "support"), (s.reports[1].id, "shut", "coercion")):
        s.event(r, trigger, kind, time="2021-03-02")
    what = [sentence.text for sentence in s.told().brief if sentence.topic == "what"]
    assert any("shut the port" in text for text in what)
    assert not any("stood ready" in text for text in what)
