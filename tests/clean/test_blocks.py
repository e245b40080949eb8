"""What is story and what is page, in plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.captures import STORY, clean, kinds, of_kind, read

HEAD = "Dyke breaks at Karsen mill\n\nwww.example.org\n2016-11-10\n\n"
WORDS = st.sampled_from(
    ["Photo", "Sign Up", "Reuters", "Karsen", "the", "river rose.", "\n", "\n\n", "2016-11-10", "By Mira Lotan",
     "(AP) -", "1/3", "Read more:", "Advertisement", "“", "KARSEN —", "Comments", "said", "İ", "軍は", "\t", "\r\n",
     "\u2028"]
)  # fmt: skip


def check_cover(text: str) -> None:
    report = read(text)
    assert report.text == text
    if not text:
        assert report.blocks == ()
        return
    assert report.blocks[0].start == 0
    assert report.blocks[-1].end == len(text)
    assert all(a.end == b.start for a, b in zip(report.blocks, report.blocks[1:], strict=False))
    assert all(b.start < b.end for b in report.blocks)
    for span in (report.title_span, report.dateline):
        assert span is None or 0 <= span.start < span.end <= len(text)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_blocks_cover_any_text(text: str) -> None:
    check_cover(text)


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=80, deadline=None)
def test_blocks_cover_text_made_of_page_phrases(text: str) -> None:
    check_cover(text)


def test_the_same_text_gives_the_same_report() -> None:
    assert clean(HEAD + STORY) == clean(HEAD + STORY)


def test_header_lines_are_told_from_the_story() -> None:
    report = read(HEAD + STORY)
    assert kinds(report)[:3] == [
        ("title", "Dyke breaks at Karsen mill"),
        ("chrome", "www.example.org"),
        ("date", "2016-11-10"),
    ]
    assert of_kind(report, "body") == " ".join(STORY.split("\n")).strip()


def test_repeated_title_is_not_read_twice() -> None:
    report = read(HEAD + "Dyke breaks at Karsen mill\n" + STORY)
    assert ("other", "Dyke breaks at Karsen mill") in kinds(report)


def test_newsletter_form_glued_into_the_middle_of_a_paragraph() -> None:
    first, rest = STORY.split("\n", 1)
    form = (
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot by clicking the box. "
        "Invalid email address. Please re-enter. Sign Up You agree to receive occasional updates and special offers."
    )
    report = read(f"{HEAD}{first} {form} A second boat reached the bakery before midnight, she said.\n{rest}")
    assert of_kind(report, "chrome").endswith("special offers.")
    assert "Please re-enter." in of_kind(report, "chrome")
    assert "A second boat reached the bakery before midnight, she said." in of_kind(report, "body")
    assert first in of_kind(report, "body")


def test_gallery_about_something_else_is_unrelated() -> None:
    gallery = "\n".join(
        ["Castles of the south", "3 show all Castles of the south"]
        + [f"{n}/3 {1990 + n} A tower above vineyards, painted by pupils of the academy. J. Doe" for n in (1, 2, 3)]
    )
    first, rest = STORY.split("\n", 1)
    report = read(f"{HEAD}{first}\n{gallery}\n{rest}")
    assert of_kind(report, "unrelated").startswith("Castles of the south")
    assert "tower" not in of_kind(report, "body")


def test_gallery_of_the_story_is_captions() -> None:
    gallery = "\n".join(
        f"{n}/3 Flood water in the lower town of Karsen after the dyke at the mill gave way J. Doe" for n in (1, 2, 3)
    )
    first, rest = STORY.split("\n", 1)
    report = read(f"{HEAD}{first}\n{gallery}\n{rest}")
    assert of_kind(report, "caption").startswith("1/3 Flood water")
    assert of_kind(report, "unrelated") == ""


def test_foreign_paragraph_is_told_by_its_names_and_words() -> None:
    foreign = (
        "Striker Tobias Venn signed for Halden United until 2027 after passing a medical in Brescia, where his "
        "agent Luca "
        "Ferri had negotiated with three clubs since January; the transfer fee of eleven million was the highest "
        "ever paid "
        "for a goalscorer from Iceland, broadcasters reported."
    )
    lines = STORY.strip().split("\n")
    longer = [line + " Many of them had lived beside the mill and the river Orla for most of their lives, and few had "
              "expected the dyke at Karsen to fail before the winter." for line in lines]  # fmt: skip
    report = read(HEAD + "\n".join([*longer[:3], foreign, *longer[3:]]) + "\n")
    assert of_kind(report, "unrelated") == foreign


def test_background_with_shared_names_stays() -> None:
    background = (
        "Karsen was last flooded in 1954, when the Orla carried away the old bridge, the chapel of Saint Brenn "
        "and forty "
        "houses of the weavers' quarter, and when Queen Alda came to see the ruins with her ministers and the "
        "engineers."
    )
    report = read(HEAD + STORY + background + "\n")
    assert of_kind(report, "unrelated") == ""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("There are no comments.", "comments"),
        ("LEAVE A COMMENT Your email address will not be published. Required fields are marked*", "comments"),
        ("Discuss This Article", "comments"),
        ("Other reports by", "recommended"),
        ("Read more: Storm delays ferries to the islands", "recommended"),
        ("Advertisement Continue reading the main story", "chrome"),
        ("Copyright 2016 The Associated Press. All rights reserved. This material may not be published.", "chrome"),
        ("Image copyright Getty Images Image caption The mill at Karsen on Friday morning", "caption"),
        ("A boat in the lower town of Karsen. (Photo: A. Doe)", "caption"),
        ("All content published in this site belongs to Karsen Media and is protected by law.", "chrome"),
        ("This text may not be in its final form and may be revised.", "chrome"),
        ("JUST WATCHED Dyke breaks at mill Replay More Videos ... MUST WATCH Dyke breaks at mill 01:26", "chrome"),
    ],
)
def test_lines_after_or_between_paragraphs(line: str, kind: str) -> None:
    lines = STORY.strip().split("\n")
    for text in ("\n".join([*lines, line]), "\n".join([*lines[:3], line, *lines[3:]])):
        assert line in of_kind(read(HEAD + text + "\n"), kind)


def test_prose_that_speaks_of_pages_stays_story() -> None:
    told = (
        "The mayor asked readers to sign up for the service, and said that a photo of the mill had been shared widely."
    )
    assert told in of_kind(read(HEAD + STORY + told + "\n"), "body")


def test_flattened_text_is_peeled_at_both_ends() -> None:
    flat = (
        "Dyke breaks at Karsen mill\n\nexample\n2016-11-10\n\n"
        "Thu 10 Nov 2016 Dyke breaks at Karsen mill. Nine people were taken to hospital after a dyke broke on "
        "Thursday. "
        "Engineers had warned of it in spring and the council had set money aside. --Reuters\n"
    )
    report = read(flat)
    assert kinds(report)[-4:] == [
        ("date", "Thu 10 Nov 2016"),
        ("other", "Dyke breaks at Karsen mill."),
        ("body", "Nine people were taken to hospital after a dyke broke on Thursday. Engineers had warned of it in "
                 "spring and the council had set money aside."),
        ("other", "--Reuters"),
    ]  # fmt: skip
    assert report.agencies == ("Reuters",)


def test_pictures_and_lists_glued_into_flattened_text() -> None:
    flat = (
        "Dyke breaks at Karsen mill\n\nexample\n2016-11-10\n\n"
        "Thu 10 Nov 2016 A boat lies in a street of the lower town on November 10 2016. (AFP Photo) Nine people "
        "were taken to hospital after a dyke broke on Thursday. The council opened two schools. AP Photo Jo Doe Ten "
        "Bridges Closed In Storm Over Halden And Brescia The river had risen for three days. ... 43 Topic Storms of "
        "Autumn (12) Related Ferry Strands Off Halden Harbour Brescia Airport Closed For Second Day\n"
    )
    report = read(flat)
    assert of_kind(report, "caption") == "A boat lies in a street of the lower town on November 10 2016. (AFP Photo)"
    assert of_kind(report, "body") == (
        "Nine people were taken to hospital after a dyke broke on Thursday. The council opened two schools. "
        "The river had risen for three days."
    )
    assert "Ten Bridges Closed" in of_kind(report, "recommended")


def test_page_dump_finds_the_story_between_menu_and_footer() -> None:
    menu = "\n".join(
        ["Home", "News", "Sport", "Weather", "Sign in", "Subscribe", "Video", "Opinion", "Culture", "Travel"]
    )
    footer = "\n".join(
        ["Most read", "Ten castles to see before you are old", "Why bread rises", "Privacy policy", "Contact us"]
    )
    report = read(f"Dyke breaks at Karsen mill - Example Times\n{menu}\nDyke breaks at Karsen mill\n{STORY}{footer}\n")
    assert of_kind(report, "body") == " ".join(STORY.split("\n")).strip()
    assert report.title == "Dyke breaks at Karsen mill"


def test_repeated_sentence_counts_once() -> None:
    lead = "Nine people were taken to hospital after the dyke at the Karsen mill broke on Thursday night."
    report = read(f"{HEAD}{lead} {lead} The council opened two schools to families.\n")
    assert of_kind(report, "body").count(lead) == 1
    assert of_kind(report, "other") == lead


def test_text_without_any_prose_is_still_read() -> None:
    assert of_kind(read("Bomb kills five in market"), "body") == "Bomb kills five in market"


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("BROKEN PROMISES", "A miller said the council had known of the crack since spring."),
        ("THE LAST BOAT", "Families waited at the lock until the light failed."),
        ("REACTION", "The minister answered that the mill was insured."),
    ],
)
def test_a_crosshead_glued_to_a_sentence_is_none_of_it(heading: str, rest: str) -> None:
    first, *others = STORY.strip().split("\n")
    report = read(HEAD + "\n".join([f"{first} {heading} {rest}", *others]) + "\n")
    assert ("other", heading) in kinds(report)
    assert rest in of_kind(report, "body")


@pytest.mark.parametrize(
    "sentence",
    [
        "UNICEF Director Mira Lotan said the school had moved.",
        "NATO and OSCE observers said the road was cut.",
        "US President Adam Orlan said that boats were on their way.",
        "LOTAN: The water came at night.",
    ],
)
def test_capitals_that_open_a_sentence_are_no_crosshead(sentence: str) -> None:
    first, *others = STORY.strip().split("\n")
    report = read(HEAD + "\n".join([f"{first} {sentence}", *others]) + "\n")
    assert sentence in of_kind(report, "body")


def test_what_stands_above_the_dateline_is_a_caption() -> None:
    first, *others = STORY.strip().split("\n")
    caption = "Members of the boat club put out a fire in the distant town of Umza on Monday."
    report = read(HEAD + "\n".join([caption, "", f"KARSEN, Orlaland (AP) — {first}", *others]) + "\n")
    assert of_kind(report, "caption") == caption
    assert first in of_kind(report, "body")


STRAY = "Minister Ferri charged over sale of Brescia vineyard.\n"


def test_a_headline_that_shares_nothing_with_the_story_below_is_another_s() -> None:
    report = read(STRAY + STORY)
    assert of_kind(report, "unrelated") == STRAY.strip()


@pytest.mark.parametrize(
    "first",
    [
        "Tobias Venn had just closed his shop when the ground began to shake.\n",  # he is named again
        "Nobody slept in Vessen on the night the shells came down.\n",  # the night is told again
        "It was over in nine minutes.\n",  # nobody is named
    ],
)
def test_an_anecdote_that_opens_a_story_is_its_own(first: str) -> None:
    report = read(first + STORY + "Venn said that he would sleep in his van for another night.\n")
    assert first.strip() in of_kind(report, "body")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The opinions expressed in this commentary are solely those of Ana Brel.", ("Ana Brel",)),
        ("Views expressed in this column are those of the author and do not reflect the policy of the paper.", ()),
    ],
)
def test_whose_opinion_a_piece_is_tells_its_author(line: str, names: tuple[str, ...]) -> None:
    for text in (STORY + line, STORY.strip() + " " + line):
        report = read(text)
        assert report.byline == names
        assert line in of_kind(report, "byline")


def test_opinions_that_a_report_tells_of_stay() -> None:
    told = "The views expressed in this house are those of frightened men, the minister told members on Monday.\n"
    assert told.strip() in of_kind(read(STORY + told), "body")


@pytest.mark.parametrize(
    "line",
    [
        "A version appeared on p7 of the Main section of the Courier on Follow the latest river news and analysis on "
        "Twitter mlotan: Pay at the mill is now $4,100 a head.",
        "cents This article was amended on 8 May 2031 to correct the width of the gap from 30 metres to 13 metres.",
        "External links are provided for reference purposes. Karsen TV is not responsible for the content of external "
        "Internet sites.",
    ],
)
def test_fixed_lines_of_pages_tell_nothing(line: str) -> None:
    assert of_kind(read(STORY + line), "chrome") == line


def test_what_a_page_set_between_paragraphs_is_parted_at_its_tabs() -> None:
    lines = STORY.strip().split("\n")
    inset = "“The street was water and the boats were gone.” - Karsen council"
    report = read(f"{HEAD}{lines[0]} \t \t{inset}\t \t {lines[1]} {lines[2]}\n{lines[3]}\n")
    assert ("body", lines[0]) in kinds(report)
    assert ("body", f"{lines[1]} {lines[2]}") in kinds(report)
    assert inset in report.text


@pytest.mark.parametrize(
    "space",
    [
        "that was kept by the\t\tKarsen",
        "that was kept by Karsen,\t \tOrla",
        "that the\t\tkeeper of Karsen",
        "of\tKarsen",
    ],
)
def test_tabs_inside_a_sentence_part_nothing(space: str) -> None:
    line = f"The dyke of the old mill {space} council and its engineers broke on Thursday night."
    assert line in of_kind(read(f"{HEAD}{line}\n{STORY}"), "body")
