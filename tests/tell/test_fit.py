"""Which sentences of a report may stand alone."""

import pytest

from dateline.tell.fit import GROUP, leans, stands_alone, without_joint


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


@pytest.mark.parametrize(
    "text",
    ["In a long speech he said the pier was lost.", "In 2012 she was given a boat.", "At about noon, they went home."],
)
def test_a_pronoun_behind_a_short_front_leans(text):
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    ["In a speech Ann Lee said she was glad.", "On Monday the driver said he was ill.", "In 2012 the pier was lost."],
)
def test_a_front_that_names_somebody_leans_on_nothing(text):
    assert not leans(text)


def test_who_joins_a_show_is_furniture():
    assert not stands_alone("Senator Ann Lee joins “Harbour Talk” to discuss the wreck of the ferry.")


def test_a_group_of_whom_many_do_something_is_no_body_with_a_name():
    assert GROUP.match("The armed group left.")
    assert GROUP.match("The group's boats left.")
    assert not GROUP.match("The group were let go.")
    assert not GROUP.match("The group, all of them girls, left.")
