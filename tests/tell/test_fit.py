"""Which sentences of a report may stand alone."""

import pytest

from dateline.tell.fit import FRONT, GROUP, PICTURE, SUBJECT, is_whole, leans, stands_alone, without_joint
from dateline.tell.wording import OPENING


@pytest.mark.parametrize(
    "text",
    [
        "A photo issued by the harbour office shows the wreck of the ferry.",
        "Rescue workers are pictured beside the wreck of the ferry on Monday.",
        "Sign up for our newsletter and read the news of the harbour each morning.",
        "We never thought that the ferry would sink so close to the harbour.",
        "“Nobody of us will ever forget the night in which the ferry sank.”",
        "NORTH PIER FERRY TERMINAL CAR DECK The ferry struck the bank here.",
        "Note: The chart of the harbour on this page was drawn after the ferry sank.",
        "Published: Monday, 3 May, 15:33 UK Added: Tuesday, 4 May, 18:32 UK Just heard of the ferry.",
        "Harbour office slams the press for its view of the ferry Posted by Port TV on Monday, May 3.",
        "Ann Lee is a Norland writer and journalist with a love of the sea.",
        "Has the harbour office ever looked at the ferry and its crew?",
        "UPDATED Ferry sinks off Port Ada and the Harbour Council is asked why.",
        "A man walks by the burned ferry in the harbour of Port Ada.",
        "The ferry and the harbour, with Ann Lee of the council – YouTube.",
        "• This article was last amended on 4 May, after the ferry was raised.",
        "Crew of the ferry wave on Monday in a photo obtained by Port TV.",
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
        "A page run by sailors of Port Ada said that the ferry had been raised.",
    ],
)
def test_what_may_be_taken_over(text):
    assert stands_alone(text)


def test_a_mark_that_closes_a_quotation_opens_no_sentence():
    assert not is_whole('" The council of the harbour said the ferry had sunk.')
    assert is_whole('"The ferry sank," the council of the harbour said.')
    assert not is_whole("’s harbour hall, where the council met.")


def test_a_heading_in_capitals_is_cut_and_an_acronym_is_not():
    assert without_joint("MISSING CREW A spokesman said so.") == "A spokesman said so."
    assert without_joint("UNICEF Director Ann Lee said so.") == "UNICEF Director Ann Lee said so."
    assert without_joint("PORT ADA, Norland (EXP) - The ferry sank.") == "The ferry sank."
    assert without_joint("But the ferry sank.") == "the ferry sank."
    assert without_joint("Later, the ferry sank.") == "the ferry sank."
    assert without_joint("Later in the day the ferry sank.") == "Later in the day the ferry sank."
    assert without_joint("So far, nobody was found.") == "So far, nobody was found."


def test_what_leans_on_the_sentence_before():
    assert leans("It warned that more were missing.")
    assert leans("Many of them had slept.")
    assert leans("Because it has no crew, it is not clear who will sail.")
    assert leans("While they did so, guards from Tavo closed the gate.")
    assert not leans("Because it has no crew, the ferry of Tavo will not sail.")
    assert not leans("As he left the court, Bo Mar said that he would pay.")
    assert leans("Since then nine ferries have sunk.")
    assert leans("The council has always denied a part in the talks for that wreck.")
    assert leans("That’s a hard thing to say of a crew.")
    assert leans("In response the council closed the harbour.")
    assert not leans("In response to the wreck the council closed the harbour.")
    assert leans("The aim of these talks is another ferry.")
    assert leans("The wreck of the old ferry is just one example.")
    assert not leans("The wreck is just one example of what haste brings.")
    assert leans("At least nine sailors were among them, the council said.")
    assert not leans("The council warned that more were missing.")


def test_an_it_that_means_nothing_leans_on_nothing():
    assert not leans("It was not immediately clear whether more were missing.")
    assert not leans("It is not yet known how many were on board.")
    assert leans("It was clear to all of them.")
    assert leans("It is believed by many.")
    for text in ("It has since emerged that nine ferries sank.", "It appeared that the ferry had sunk."):
        assert not leans(text)
        assert not OPENING.match(text)
    assert leans("It emerged from the harbour.")
    assert OPENING.match("It emerged from the harbour.")


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


@pytest.mark.parametrize(
    "text",
    [
        "The town has lived with that fear for years.",
        "Despite this the ferry sailed.",
        "But it sailed.",
        "Additionally, she had no boat.",
        "Only hours later, the ferry sank.",
        "Two days later the ferry sank.",
    ],
)
def test_what_points_back_leans(text):
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The man, who was later identified as Bo Mar, had a boat.",
        "The route is close to that of the ferry.",
        "The council said that it had a boat.",
        "But the ferry sailed.",
        "The ferry sank two days later.",
    ],
)
def test_what_points_to_nothing_before_it(text):
    assert not leans(text)


@pytest.mark.parametrize(
    "text", ["(2100 GMT) and sailed on.", "and sailed on.", "The crew knows where it is:", "Where?"]
)
def test_what_is_no_whole_sentence(text):
    assert not is_whole(text)


@pytest.mark.parametrize(
    "text", ["(The Crew) Ltd. sailed on.", "iBoat sailed on.", "9 sailors sailed on.", "“We sailed on.”"]
)
def test_what_is_a_whole_sentence(text):
    assert is_whole(text)


def test_a_sign_of_rights_marks_a_line_under_a_picture():
    assert PICTURE.search("Rescuers lift the ferry off Port Ada ©Ann Lee")


def test_a_front_is_no_main_clause():
    assert FRONT.match("On a boat that had no name, a note was found.")
    assert not FRONT.match("A boat had no name, which the crew knew.")
    assert SUBJECT.match(", a note was found.")
    assert not SUBJECT.match(", which the crew knew.")


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("Again, a clerk of the harbour said that they were wrong.", True),
        ("For example, the ferry cannot be reached from the port.", True),
        ("As a result, the harbour of Port Ada was closed on Monday.", True),
        ("No, the ferry was not full, but many things can happen at sea.", True),
        ("No ferry was full in the harbour of Port Ada on Monday.", False),
        ("A clerk by trade, he also sailed against the wishes of the harbour.", True),
        ("A clerk of the harbour, Ann Lee, said she had seen the ferry.", False),
        ("“It was the right choice,” she said, adding that the crew had been saved.", True),
        ("“It was the right choice,” Ann Lee said, adding that the crew had been saved.", False),
    ],
)
def test_a_pronoun_or_a_joint_without_the_one_before_leans(text, leaning):
    assert leans(text) is leaning


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("While the loss of boats is greater than any the harbour has seen.", False),
        ("While the loss of boats is great, the harbour has seen more.", True),
        ("Whereas the old harbour had nine boats.", False),
    ],
)
def test_a_clause_without_its_main_one_is_no_sentence(text, whole):
    assert is_whole(text) is whole


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("Once again, he spoke of the boats that the harbour had lost.", True),
        ("Earlier, she was handed the keys of the ferry by its owner.", True),
        ("Eventually, they sailed to Port Ada without a pilot.", True),
        ("Emily, she said, had sailed to Port Ada without a pilot.", False),
        ("Once again, Ann Lee spoke of the boats that the harbour had lost.", False),
        ("Some call Port Ada twice a week, though nobody knows at which pier.", True),
        ("Both were held at the gate of the harbour on Monday.", True),
        ("Some were held at the gate of the harbour on Monday.", True),
        ("Some ferries Port Ada had sold were lost at sea.", False),
        ("Some traffic Monday was sent to the old pier.", False),
        ("Many were hurt when the stand of Port Ada fell.", False),
        ("Both ferries were held at the gate of the harbour.", False),
        ("Doing so is forbidden under a rule of the harbour of 2012.", True),
        ("Closing this pier, the harbour may lose the best of its boats.", True),
        ("During this storm the pier was closed, the harbour said.", False),
        ("Beginning this week, the pier is closed.", False),
        ("Doing business is forbidden under a rule of the harbour of 2012.", False),
    ],
)
def test_whose_matter_stands_in_the_sentence_before_leans(text, leaning):
    assert leans(text) is leaning


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("In 2012, Norland banned her from every pier for nine months.", True),
        ("A court of law freed him on Monday.", False),
        ("The court later freed them on Monday without a word.", True),
        ("Gunmen shot him at the gate of the harbour.", True),
        ("The men with them sailed on to Port Ada at noon.", False),
        ("The court freed her brother on Monday without a word.", False),
        ("Ann Lee said guards had freed him.", False),
        ("Ann Lee took her crew to Port Ada on Monday.", False),
        ("The council asked the guards to free them at once.", False),
    ],
)
def test_a_pronoun_that_its_subject_cannot_be_leans(text, leaning):
    assert leans(text) is leaning
