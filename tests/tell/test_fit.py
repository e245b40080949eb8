"""Which sentences of a report may stand alone."""

import pytest

from dateline.tell.fit import leans, stands_alone, without_joint


@pytest.mark.parametrize(
    "text",
    [
        "A photo issued by the harbour office shows the wreck of the ferry.",
        "Rescue workers are pictured beside the wreck of the ferry on Monday.",
        "Sign up for our newsletter and read the news of the harbour each morning.",
        "We never thought that the ferry would sink so close to the harbour.",
        "“Nobody of us will ever forget the night in which the ferry sank.”",
        "NORTH PIER FERRY TERMINAL CAR DECK The ferry struck the bank here.",
        "Has the harbour office ever looked at the ferry and its crew?",
    ],
)
def test_what_is_no_sentence_of_the_account(text):
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank off Port Ada on Monday, the Harbour Council said.",
        "“Nobody will forget the night,” said Ann Lee, who heads the Harbour Council.",
        "MISSING CREW A spokesman said the crew of the ferry had not been found.",
    ],
)
def test_what_may_be_taken_over(text):
    assert stands_alone(text)


def test_a_heading_in_capitals_is_cut_and_an_acronym_is_not():
    assert without_joint("MISSING CREW A spokesman said so.") == "A spokesman said so."
    assert without_joint("UNICEF Director Ann Lee said so.") == "UNICEF Director Ann Lee said so."
    assert without_joint("PORT ADA, Norland (EXP) - The ferry sank.") == "The ferry sank."
    assert without_joint("But the ferry sank.") == "the ferry sank."
    assert without_joint("So far, nobody was found.") == "So far, nobody was found."


def test_what_leans_on_the_sentence_before():
    assert leans("It warned that more were missing.")
    assert leans("Many of them had slept.")
    assert leans("At least nine sailors were among them, the council said.")
    assert not leans("The council warned that more were missing.")


def test_an_it_that_means_nothing_leans_on_nothing():
    assert not leans("It was not immediately clear whether more were missing.")
    assert not leans("It is not yet known how many were on board.")
    assert leans("It was clear to all of them.")
    assert leans("It is believed by many.")


def test_a_group_of_a_named_kind_leans_on_nothing():
    assert leans("The group freed its hostages.")
    assert not leans("The extremist group freed its hostages.")
    assert leans("The arrested man had been seen before.")
