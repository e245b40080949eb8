"""The heads of flattened pages: what stands before the first dateline, before the stamp of a page, before a byline."""

import pytest

from tests.clean.captures import STORY, kinds, of_kind, read

LEAD = "A dyke broke on Thursday at the old mill of Karsen and hurt nine millers, the mayor said."


def flat(front: str, lead: str = LEAD) -> str:
    """A page without a title whose head stands in the line of its first sentence."""
    return f"{front}{lead}\n{STORY}"


def test_the_stamp_and_place_of_an_agency_are_none_of_its_lead() -> None:
    report = read(flat("KARSEN, Orla | Thu Nov 10, 2016 7:55 pm EDT KARSEN, Orla (Reuters) - "))
    assert kinds(report)[:4] == [
        ("dateline", "KARSEN, Orla |"),
        ("date", "Thu Nov 10, 2016 7:55 pm EDT"),
        ("dateline", "KARSEN, Orla (Reuters) -"),
        ("body", LEAD),
    ]
    assert (report.published.value, report.published.how) == ("2016-11-10T19:55-04:00", "stated")
    assert report.title is None


def test_the_headline_before_an_agencys_stamp_is_the_title() -> None:
    report = read(flat("Nine hurt as dyke breaks at mill KARSEN | Thu Nov 10, 2016 7:55 pm IST KARSEN (Reuters) - "))
    assert report.title == "Nine hurt as dyke breaks at mill"
    assert report.dateline is not None
    assert report.dateline.text == "KARSEN (Reuters) -"
    assert of_kind(report, "body").startswith(LEAD)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "\\* Nine millers hurt in flood \\* Mayor orders inquiry By Mira Lotan, Health and Water Editor KARSEN "
            "(Reuters) - ",
            [("other", "\\* Nine millers hurt in flood \\* Mayor orders inquiry"),
             ("byline", "By Mira Lotan, Health and Water Editor"), ("dateline", "KARSEN (Reuters) -")],
        ),
        (
            "By the CNN Wire Staff Millers fear more rain NEW: Mayor asks for help in Orla and Tolva Karsen, "
            "Orla (CNN) -- ",
            [("byline", "By the CNN Wire Staff"),
             ("other", "Millers fear more rain NEW: Mayor asks for help in Orla and Tolva"),
             ("dateline", "Karsen, Orla (CNN) --")],
        ),
        (
            "The mill is the oldest of the valley The dyke was mended in spring, one engineer says (CNN) -- ",
            [("other", "The mill is the oldest of the valley The dyke was mended in spring, one engineer says"),
             ("dateline", "(CNN) --")],
        ),
        (
            "Ferry strands off Halden, three drown.\nNine hurt as dyke breaks KARSEN/TOLVA | Thu Nov 10, 2016 7:55 pm "
            "EDT KARSEN/TOLVA (Reuters) - ",
            [("other", "Ferry strands off Halden, three drown."), ("title", "Nine hurt as dyke breaks"),
             ("dateline", "KARSEN/TOLVA |"), ("date", "Thu Nov 10, 2016 7:55 pm EDT"),
             ("dateline", "KARSEN/TOLVA (Reuters) -")],
        ),
        (
            "Millers stand on the broken dyke of Karsen on Thursday.\nThe mill is the oldest of the valley (CNN) -- ",
            [("caption", "Millers stand on the broken dyke of Karsen on Thursday."),
             ("other", "The mill is the oldest of the valley"), ("dateline", "(CNN) --")],
        ),
    ],
)  # fmt: skip
def test_what_ran_into_a_dateline_is_head(front: str, expected: list[tuple[str, str]]) -> None:
    report = read(flat(front))
    assert kinds(report)[: len(expected)] == expected
    assert of_kind(report, "body").startswith(LEAD)


def test_a_long_head_in_lines_of_its_own() -> None:
    pile = (
        "Nine millers are hurt as water breaks through the dyke in the night Boats bring bread to the old bakery The "
        "mayor asks the villages of the lower valley to leave Engineers had warned of the dyke in spring and were not "
        "heard by the council of the town Editor's note: This page is written by our people in the whole of the valley "
        "of the Orla and is changed as soon as they learn more."
    )
    report = read(f"{pile}\nSend in your pictures of the water.\nKarsen, Orla (CNN) -- {LEAD}\n{STORY}")
    assert ("other", pile) in kinds(report)
    assert of_kind(report, "body").startswith(LEAD)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("Dyke breaks at Karsen mill Nine taken to hospital as water rises Thursday 10 November 2016 16.35 BST ",
         [("title", "Dyke breaks at Karsen mill Nine taken to hospital as water rises"),
          ("date", "Thursday 10 November 2016 16.35 BST")]),
        ("Mira Lotan | 14:44 UK time, Thursday, 10 November 2016 ",
         [("byline", "Mira Lotan |"), ("date", "14:44 UK time, Thursday, 10 November 2016")]),
        ("Dyke breaks at Karsen mill By Mira Lotan and Anton Reyk Thursday, November 10, 2016; 7:59 PM ",
         [("title", "Dyke breaks at Karsen mill"), ("byline", "By Mira Lotan and Anton Reyk"),
          ("date", "Thursday, November 10, 2016; 7:59 PM")]),
        ("Dyke breaks at Karsen mill Mayor AFP Thursday 10 Nov 2016 ",
         [("title", "Dyke breaks at Karsen mill Mayor"), ("byline", "AFP"), ("date", "Thursday 10 Nov 2016")]),
        ("The mill stood in the lower town of Karsen By Mira Lotan and Anton Reyk ",
         [("caption", "The mill stood in the lower town of Karsen"), ("byline", "By Mira Lotan and Anton Reyk")]),
        ("By Mira Lotan Water correspondent, BBC News ", [("byline", "By Mira Lotan Water correspondent, BBC News")]),
        ("By Mira Lotan, Special to CNN ", [("byline", "By Mira Lotan, Special to CNN")]),
        ("From Mira Lotan, CNN Senior Water Correspondent ",
         [("byline", "From Mira Lotan, CNN Senior Water Correspondent")]),
    ],
)  # fmt: skip
def test_what_ran_into_a_stamp_or_byline_is_head(front: str, expected: list[tuple[str, str]]) -> None:
    report = read(flat(front))
    assert kinds(report)[: len(expected)] == expected
    assert of_kind(report, "body").startswith(LEAD)


@pytest.mark.parametrize(
    "lead",
    [
        "The court heard that the millers were warned on Thursday 10 November 2016 at 16.35 BST Karsen time.",
        "The next hearing is set for Thursday 10 November 2016 16.35 BST Judge Reyk told the millers of Karsen.",
        "The millers spoke of the water to a reporter of Reuters Thursday 10 November 2016 Karsen had not seen before.",
        "The players of Karsen (Orla) - who had lost four times - beat Tolva on Thursday by nine goals to one.",
        "The shelled town was held by Anton Reyk and his men for nine days before the army of Tolva came back.",
        "The book was read aloud to the court by Mira Lotan Reyk on Thursday while nine millers listened to it.",
    ],
)
def test_leads_that_look_like_heads_stay_whole(lead: str) -> None:
    assert of_kind(read(flat("", lead)), "body").startswith(lead)


def test_a_second_story_late_in_a_page_is_no_end_of_a_head() -> None:
    told = STORY.strip().split("\n")
    text = "\n".join(["Dyke breaks at Karsen mill", *told[:4], f"Ferry strands off Halden HALDEN (Reuters) - {LEAD}"])
    assert told[0] in of_kind(read(text), "body")


@pytest.mark.parametrize(
    "first",
    [
        "KARSEN | Thu Nov 10, 2016 7:55 pm EDT KARSEN (Reuters) - What is left of a mill?",
        "Thu Nov 10, 2016 9:17 pm BST (Reuters) - The mayor of Karsen called the water “a monster.”",
        "The mayor of Karsen called the water “a monster.”",
        "By Mira Lotan Water correspondent, BBC News The old mill of Karsen is gone How many more will the water take?",
    ],
)
def test_a_lead_is_no_title(first: str) -> None:
    report = read(f"{first}\n{STORY}")
    assert report.title is None
    assert of_kind(report, "body").startswith(first[-20:]) or first[-20:] in of_kind(report, "body")


KNOWN = "Nine hurt as dyke breaks at mill of Karsen"


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Mira Lotan, Orla.com", "byline"),
        ("By Mira Lotan", "byline"),
        (
            "Boats lie on the quay of Halden in this undated photo released by the harbour office. [Photo/Agencies]",
            "caption",
        ),
        ("Boats lie on the quay of Halden. (Mira Lotan/EPA)", "caption"),
        ("Dyke breaks at old mill of Karsen", "title"),
    ],
)
def test_beside_a_known_title_a_first_line_is_title_only_where_it_is_like_it(first: str, kind: str) -> None:
    report = read(f"{first}\n{STORY}", title=KNOWN)
    assert (kind, first) in kinds(report)
    assert report.title == KNOWN


@pytest.mark.parametrize("known", [KNOWN, None])
def test_a_stamp_that_ran_into_the_title_is_a_date(known: str | None) -> None:
    report = read(f"{KNOWN} Updated: 2016-11-10 09:53 (Agencies)\n{STORY}", title=known)
    assert kinds(report)[:2] == [("title", KNOWN), ("date", "Updated: 2016-11-10 09:53 (Agencies)")]
    assert report.title == KNOWN
    assert report.updated is not None
    assert report.updated.value == "2016-11-10T09:53"
