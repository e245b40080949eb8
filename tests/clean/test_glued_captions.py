"""Captions, credits and insets inside a line of the story, and what looks like them."""

import pytest

from tests.clean.captures import STORY, kinds, of_kind, read

HEAD = "Dyke breaks at Karsen mill\n\nwww.example.org\n2016-11-10\n\n"
FIRST, *OTHERS = STORY.strip().split("\n")
AFTER = "The mayor told the council that the dyke would be rebuilt before the winter."


def within(*parts: str) -> str:
    """The story with what was glued into its first paragraph."""
    return HEAD + "\n".join([" ".join((FIRST, *parts, AFTER)), *OTHERS]) + "\n"


@pytest.mark.parametrize(
    "caption",
    [
        "A miller stands in a flooded street of Karsen November 9 2016. REUTERS/Mira Lotan",
        "A miller stands in a flooded street of Karsen, November 9, 2016. REUTERS/Stringer",
        "A miller stands in a flooded street of Karsen. November 9 2016. (Karsen World and Agencies)",
        "A miller stands in a flooded street of Karsen [AFP]",
    ],
)
def test_a_caption_is_told_by_the_credit_behind_it(caption: str) -> None:
    report = read(within(caption))
    assert of_kind(report, "caption") == caption
    assert f"{FIRST} {AFTER}" in of_kind(report, "body")
    assert report.agencies == ()


@pytest.mark.parametrize(
    "inset", ["Slideshow (3 Images)", "Infographic: The dyke of Karsen (Design by Mira Lotan / Karsen Courier)"]
)
def test_what_a_page_set_between_paragraphs_is_none_of_their_sentences(inset: str) -> None:
    report = read(within(inset))
    assert ("other", inset) in kinds(report)
    assert f"{FIRST} {AFTER}" in of_kind(report, "body")


def test_an_agency_before_a_caption_that_quotes_is_none_of_it() -> None:
    caption = "Orlawater said that an old dyke of fifteen metres was broken"
    report = read(HEAD + "\n".join([FIRST, OTHERS[0], f"EPA {caption}", *OTHERS[1:]]) + "\n")
    assert of_kind(report, "caption") == caption


def test_a_picture_that_a_sentence_tells_of_is_story() -> None:
    told = "A photograph taken by millers in Karsen showed the bodies of sixteen cows and a dog."
    assert told in of_kind(read(within(told)), "body")


def test_what_a_caption_repeats_is_read_in_the_story() -> None:
    again = "A second boat reached the old bakery of Karsen before midnight on Thursday."
    report = read(HEAD + "\n".join([f"{again} (Photo: A. Doe)", FIRST, again, *OTHERS]) + "\n")
    assert again in of_kind(report, "body")
    photo = read(HEAD + "\n".join([FIRST, f"Image caption {again}", again, *OTHERS]) + "\n")
    assert again in of_kind(photo, "body")


def test_who_contributed_is_none_of_the_story() -> None:
    flat = STORY.replace("\n", " ")
    report = read(f"{HEAD}{flat}{AFTER} A miller stands at the dyke [AFP] Agencies contributed to this report")
    assert of_kind(report, "byline") == "Agencies contributed to this report"
    assert (of_kind(report, "caption"), report.agencies) == ("A miller stands at the dyke [AFP]", ())


def test_the_last_words_of_a_sentence_behind_an_acronym_are_no_byline() -> None:
    last = "The mayor met the envoys of the O.R.L. Water Council."
    assert of_kind(read(HEAD + STORY + last), "body").endswith(last)


@pytest.mark.parametrize(
    "credit",
    ["Photograph: Mira Lotan/AP", "Photograph: Mira Lotan\\/AFP\\/Getty Images", "(Mira Lotan/Reuters)", "(AP Photo)"],
)
def test_the_paragraph_glued_behind_a_photographs_credit_is_story(credit: str) -> None:
    caption = "Millers on the dyke, which was broken in the night."
    lead = "A dyke broke on Thursday at the old mill of Karsen and has hurt nine millers."
    report = read(f"{caption}\n{credit} {lead}\n{STORY}")
    assert of_kind(report, "caption") == f"{caption} {credit}"
    assert of_kind(report, "body").startswith(lead)


def test_a_caption_behind_its_credit_stays_one() -> None:
    line = "Photograph: Mira Lotan/AP Millers waiting for boats on the quay of Karsen."
    assert of_kind(read(HEAD + "\n".join([FIRST, line, *OTHERS])), "caption") == line


def test_a_paragraph_before_a_photographs_credit_is_story_where_it_tells_what_was() -> None:
    for told in ("Nine millers were hurt in the lower town.", "“We fear the night,” a miller said."):
        report = read(HEAD + "\n".join([FIRST, told, f"Photograph: Mira Lotan/AP {AFTER}", *OTHERS]))
        assert told in of_kind(report, "body")
        assert AFTER in of_kind(report, "body")


@pytest.mark.parametrize(
    "caption",
    [
        "Boats lie on the quay of Halden after the storm, in this handout photograph.",
        "In this photo released by the harbour office, boats lie on the quay of Halden on May 2.",
        "The broken dyke is pictured in this image taken from a boat on November 10, 2016.",
    ],
)
def test_a_line_that_speaks_of_its_own_picture_is_a_caption(caption: str) -> None:
    assert of_kind(read(HEAD + "\n".join([FIRST, caption, *OTHERS])), "caption") == caption


@pytest.mark.parametrize(
    "told",
    [
        "There are heroes in this picture too, the judge told the court, and the millers are among them.",
        "The council said that nobody in this photograph album had been found alive after the shelling.",
    ],
)
def test_who_speaks_of_a_picture_is_story(told: str) -> None:
    assert told in of_kind(read(HEAD + "\n".join([FIRST, told, *OTHERS])), "body")


def test_a_first_line_that_opens_with_its_day_is_a_caption() -> None:
    caption = "April 30: Millers mend the dyke of Karsen that was broken in the night."
    assert of_kind(read(f"{caption}\n{STORY}"), "caption") == caption


@pytest.mark.parametrize(
    "lines",
    [
        "April 30: Millers mend the dyke of Karsen.\nMay 2: The river takes the bridge of Halden.",
        "April 30: The dyke was mended by the millers of Karsen.",
    ],
)
def test_the_entries_of_a_chronicle_are_story(lines: str) -> None:
    report = read(f"{lines}\n{STORY}")
    assert of_kind(report, "body").startswith(lines.replace("\n", " "))
