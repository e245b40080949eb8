"""Where readers' comments begin, behind a story that lost its page."""

import pytest

from dateline.model import Report
from tests.clean.captures import STORY, kinds, of_kind, read

TALK = (
    "I crossed that bridge every morning and nobody ever looked at the bolts.",
    "You people never learn, do you?",
    "@weir_man the mill was sold in spring, so ask the new owners!!",
    "They knew about the dyke for years.",
    "My cellar is full of mud and the council sends me a leaflet.",
)


def is_parted(report: Report, first: str) -> bool:
    """Do the comments begin with `first`, and is all of the story above them body?"""
    said = of_kind(report, "comments")
    return (
        said.startswith(first) and "leaflet" in said and " ".join(STORY.split("\n")).strip() in of_kind(report, "body")
    )


def signed(*signs: str) -> str:
    """The comments, with signs before those behind the first."""
    return "\n".join([*TALK[:2], f"{signs[0]} {TALK[2]}", f"{signs[-1]} {TALK[3]}", TALK[4]])


@pytest.mark.parametrize(
    "sign",
    [
        "March 3, 2031 at 3:17 pm |",
        "March 3, 2031 10:43 am at 10:43 am |",
        "Posted by: millrace | March 3, 2031 12:27 PM | Report abuse",
        "Mar 3, 2031 3:17pm EDT -- Report as abuse",
    ],
)
def test_what_readers_signed_is_theirs_to_the_end(sign: str) -> None:
    assert is_parted(read(STORY + signed(sign, sign.replace("17", "40"))), TALK[0])


@pytest.mark.parametrize("sign", ["At 3:17 pm on 3 March 2031, millrace wrote:", "At 15:17 3rd Mar 2031, Ada B wrote:"])
def test_comments_below_their_signs_begin_at_the_first(sign: str) -> None:
    said = "\n".join(f"{sign} {line}" for line in TALK)
    report = read(f"{STORY}I saw the mill fall, and I still dream of it.\n{said}")
    assert of_kind(report, "comments").startswith(sign)
    assert "I still dream of it" in of_kind(report, "body")
    letters = said.replace("wrote: ", "wrote: “").replace("\n", "”\n") + "”"
    assert of_kind(read(f"{STORY}The court read them out.\n{letters}"), "comments") == ""
    assert of_kind(read(f"{STORY}{sign} {TALK[0]}\n{TALK[1]}"), "comments") == ""


@pytest.mark.parametrize(
    "mark",
    [
        "Leave your thoughts in the comments section below",
        "We welcome comments that advance the story through relevant opinion, anecdotes, links and data.",
    ],
)
def test_readers_speak_from_the_invitation_to_the_closing(mark: str) -> None:
    report = read(
        STORY.rstrip("\n")
        + f" (Reporting by Ana Brel; editing by Tom Orre) {mark} "
        + "\n".join([*TALK, "This discussion is now closed."])
    )
    assert of_kind(report, "comments").startswith(mark[:10])
    assert "discussion" in of_kind(report, "comments")
    assert of_kind(report, "byline") == "(Reporting by Ana Brel; editing by Tom Orre)"


def test_the_page_signs_its_own_post_above_the_comments() -> None:
    post = "I had warned you, dear reader, that the mill would not hold.\n"
    report = read(
        STORY + post + "By Mira Lotan | March 3, 2031; 9:05 AM ET " + signed("March 3, 2031 3:17 PM | Report abuse")
    )
    assert post.strip() in of_kind(report, "body")
    assert of_kind(report, "comments").startswith("By Mira Lotan | March 3")


def test_comments_in_a_text_of_one_line() -> None:
    stamp = "March 3, 2031 at 3:17 pm | Report abuse |"
    report = read(" ".join(STORY.split("\n")) + " " + " ".join(signed(stamp).split("\n")))
    assert of_kind(report, "comments").startswith(TALK[0])
    assert "since the bridge" not in of_kind(report, "comments")
    assert "Engineers said the dyke" in of_kind(report, "body")


@pytest.mark.parametrize(
    "entries",
    [
        # a live page of a war, stamped as comments are
        "March 3, 2031 at 3:17 pm | Shells fell on the market of Vessen, the governor said.\n"
        "March 3, 2031 at 3:40 pm | Two convoys reached the bridge at Orm, according to the Red Cross.\n"
        "March 3, 2031 at 4:02 pm | The army announced that it had left the airfield.\n",
        # the trial of a teacher
        "The court heard that the school had told staff to report abuse to the council.\n"
        "Pupils said they had been asked to report abuse, and that nobody did.\n",
        # a match
        "March 3, 2031 at 3:17 pm | Halden United score through Venn after nine minutes.\n"
        "March 3, 2031 at 3:40 pm | Brescia lose their goalkeeper, and bring on Ferri.\n",
    ],
)
def test_stamps_and_words_of_news_open_no_comments(entries: str) -> None:
    assert of_kind(read(STORY + entries), "comments") == ""


def test_a_reader_s_words_in_quotation_marks_are_news() -> None:
    told = "“I will not leave,” a miller said. “You can bury me here!”\n"
    report = read(
        STORY + told + "\n".join(["March 3, 2031 at 3:17 pm | " + TALK[0], "March 3, 2031 at 3:40 pm | " + TALK[1]])
    )
    assert told.strip() in of_kind(report, "body")
    assert of_kind(report, "comments").endswith(TALK[1])


def test_the_button_above_a_story_opens_no_comments() -> None:
    report = read("Dyke breaks at Karsen mill\nLeave a comment\n" + STORY + "Comments are closed.\n")
    assert [text for kind, text in kinds(report) if kind == "body"] == STORY.strip().split("\n")


def test_who_wrote_for_the_page_stands_below_its_invitation() -> None:
    about = (
        "A former engineer who turned to writing ten years ago, she is often heard on the radio about rivers.\n"
        "She lives in Orm.\n"
    )
    closing = "Views expressed in the comments do not represent those of the Courier.\n"
    report = read(STORY + closing + about)
    assert "turned to writing" not in of_kind(report, "body")


@pytest.mark.parametrize("button", ["", "Leave a comment\n"])
def test_a_short_post_in_its_author_s_own_voice_stays(button: str) -> None:
    post = (
        "I walked the whole length of the dyke on Sunday, and I found nobody who could tell me when it was last seen "
        "to.\nYou would think that a council of forty had one such man.\n"
    )
    sign = "March 3, 2031 at 3:17 pm | Report abuse |"
    report = read(f"My walk along the Orla\n{button}{post}{sign} {TALK[0]}\n{sign} {TALK[1]}\n")
    assert of_kind(report, "body") == " ".join(post.split("\n")).strip()
    assert of_kind(report, "comments").endswith(TALK[1])
