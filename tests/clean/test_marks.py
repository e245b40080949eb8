"""What stands between the words of a story and is none of them: counters, credits, legends, signatures, labels."""

import pytest

from tests.clean.captures import STORY, kinds, of_kind, read

HEAD = "Dyke breaks at Karsen mill\n\nwww.example.org\n2016-11-10\n\n"
LINES = STORY.strip().split("\n")


def between(*lines: str) -> str:
    """The story with lines between its paragraphs."""
    return HEAD + "\n".join([*LINES[:3], *lines, *LINES[3:]]) + "\n"


def test_captions_of_a_gallery_without_its_name_and_numbers() -> None:
    name = "Photos: Flood at Karsen: the town under water"
    captions = ["A boat lies on the quay of Karsen.", "Families wait at the school in Karsen.", "The mill on Friday."]
    numbered = [f"{name} {caption} Hide Caption {i} of 3" for i, caption in enumerate(captions, 1)]
    for lines in (numbered, [f"{name} {' '.join(numbered)}"]):
        report = read(between(*lines))
        assert of_kind(report, "caption") == " ".join(captions)
        assert ("chrome", name) in kinds(report)
        assert ("chrome", "Hide Caption 2 of 3") in kinds(report)


@pytest.mark.parametrize(
    "credit",
    ["EFE", "Getty Images", "AP:Associated Press", "Splash News", "Ada Brown / Reuters", "floodpictures.co.uk"],
)
def test_the_credit_before_a_caption_is_none_of_it(credit: str) -> None:
    caption = "Families waited in the school hall for buses to the hills"
    report = read(between(f"{credit} {caption}"))
    assert of_kind(report, "caption") == caption
    assert report.agencies == ()


def test_captions_that_run_on_are_parted_at_their_credits() -> None:
    report = read(between("Reuters Families waited in the school hall Getty Images Boats brought bread to the mill"))
    captions = [text for kind, text in kinds(report) if kind == "caption"]
    assert captions == ["Families waited in the school hall", "Boats brought bread to the mill"]


def test_an_agency_alone_above_a_caption_credits_the_picture() -> None:
    caption = "Soldiers brought sandbags to the mill at Karsen on Friday morning"
    report = read(between("Reuters", caption))
    assert (of_kind(report, "caption"), report.agencies) == (caption, ())
    assert read(HEAD + STORY + "Reuters\n").agencies == ("Reuters",)


def test_the_digits_of_a_legend_are_none_of_its_sentences() -> None:
    report = read(between("1Water came in at the mill. 2Boats waited at the school. 3Many families were brought here."))
    told = [text for _, text in kinds(report)]
    assert "Many families were brought here." in told
    assert "3" in told
    assert "4Ever is the name of a band from Karsen." in of_kind(
        read(between("4Ever is the name of a band from Karsen.")), "body"
    )


@pytest.mark.parametrize(
    "signature",
    ["— Mira Lotan (@mlotan) November 9, 2016", "pic.twitter.com/aB1 — Mira Lotan (@mlotan) 9 November 2016",
     "A post shared by Mira Lotan (@mira.lotan) on Nov 9, 2016 at 10:56pm PDT"],
)  # fmt: skip
def test_the_signature_of_a_post_is_apart_and_dates_only_the_post(signature: str) -> None:
    post = "The street is water now and nobody has come."
    report = read("Dyke breaks at Karsen mill\n\n" + STORY + f"{post} {signature}\n" + LINES[0].replace("nine", "ten"))
    assert post in of_kind(report, "body")
    assert ("other", signature) in kinds(report)
    assert report.published.value is None
    assert report.published.bounds == "2016-11-09/.."


def test_labels_of_a_map_are_no_story() -> None:
    labels = (
        "MILL ROAD 200 FEET Water came in here on Thursday. RIVER ORLA TOWN HALL Two schools took families in. "
        "OLD BRIDGE NORTH GATE By the Karsen Courier"
    )
    assert of_kind(read(between(labels)), "other") == labels
    spoken = "The UN said that the EU and the KRT had sent boats, and a poster at the mill read NO WAY OUT on Friday."
    assert spoken in of_kind(read(between(spoken)), "body")
    transcript = "ADA BROWN, PROFESSOR OF DYKES, KARSEN SCHOOL OF MINES (by telephone): Well, I saw OLD MILL ROAD go."
    assert transcript in of_kind(read(between(transcript)), "body")


def test_the_page_that_asks_for_stories_is_page() -> None:
    asking = "We pay for your stories! Do you have a story for the Karsen Courier? Email us at tips@courier.example"
    assert ("chrome", asking) in kinds(read(between(asking)))


def test_addresses_and_what_a_paper_says_of_itself_are_page() -> None:
    links = ("Check us out on Facebook:", "https://social.example/karsen", "Follow us @")
    body = of_kind(read(between(*links)), "body")
    assert not any(link in body for link in links)
    blurb = (
        "The Karsen Courier is the leading daily newspaper printed simultaneously each day on four continents in 14 "
        "cities."
    )
    assert ("chrome", blurb) in kinds(read(HEAD + f"{STORY.strip()} {blurb}"))


def test_a_strip_of_headlines_under_a_heading_in_capitals_is_no_story() -> None:
    strip = (
        "MOST READ IN NEWS 'SHE WAS A THIEF' Ada Brown's son claims that his mother Mira Lotan was a thief SNOW ALERT "
        "Storm leaves hundreds of travellers stranded at the airport of Tolva bye bye Fugitive mocks cops by posting "
        "pictures with Tolva singers GOLD RUSH Man found a hundred coins in his garden wall ICE COLD Singer says that "
        "her friend 'stole and sold her piano'"
    )
    assert of_kind(read(between(strip)), "recommended") == strip


def test_an_agency_on_a_line_of_a_gallery_credits_one_more_picture() -> None:
    pictures = [f"{by} Families waited in the school hall of {place} for buses" for by, place in
                (("AFP", "Orla"), ("Reuters", "Tolva"), ("EFE", "Halden"))]  # fmt: skip
    shown = [*pictures, "Reuters", "Sandbags lay in the streets in the upper town of Karsen"]
    assert read(between(*shown)).agencies == ()
    assert read(between(*shown) + "Reuters\n").agencies == ("Reuters",)
    assert read(between(*shown[2:])).agencies == ("Reuters",)
