"""A headline or caption that ran into the first sentence of a report without a title."""

import pytest

from tests.clean.captures import STORY, kinds, of_kind, read


@pytest.mark.parametrize(
    ("above", "lead"),
    [
        ("Dyke breaks at old mill", "Karsen's old mill has lost its dyke to the Orla for the second time this year."),
        ("Millers fled the lower town in 2016", "The lower town of Karsen is to be left to the millers and the river."),
        ("Halden reach final after late goal", "Halden have won the semi-final by a goal in the last minute of play."),
        ("Reyk ` did not order shelling'", "General Anton Reyk has told a court that he ordered no shelling of Tolva."),
        ("Cracks found in dyke below Karsen mill", "The old dyke of the mill below the bridge of Karsen has cracks."),
        (
            "Dyke below Karsen mill will hold, engineers say",
            "The dyke below the mill of Karsen, built by monks of Orla, will hold.",
        ),
        (
            "Anton Reyk gets nine years for flood at mill",
            "Anton Reyk and the clerk of the old Karsen mill are to go to prison for the flood.",
        ),
        ("Shells fall on Tolva market and school", "Tolva's market was hit by nine shells on Monday, a doctor said."),
    ],
)
def test_a_headline_or_caption_is_parted_from_the_sentence_it_ran_into(above: str, lead: str) -> None:
    report = read(f"{above} {lead}\n{STORY}")
    assert kinds(report)[0] == ("caption", above)
    assert of_kind(report, "body").startswith(lead)


def test_a_headline_and_a_caption_are_parted_from_the_sentence() -> None:
    above = ["Court finds nobody guilty of flood at Karsen mill", "Karsen's mill has stood in the water since spring"]
    lead = "A court in Orla has found nobody to blame for the water that took the mill of Karsen in spring."
    report = read(f"{above[0]} {above[1]} {lead}\n{STORY}")
    assert [text for kind, text in kinds(report)[:-1] if kind == "caption"] == above
    assert of_kind(report, "body").startswith(lead)


@pytest.mark.parametrize(
    "lead",
    [
        "Friends of the Karsen miller who drowned fear Karsen's other miller was swept away in the flood.",
        "The army of Tolva shelled the town in the week Tolva was to sign a peace with the army of Orla.",
        "The court of Karsen heard on Monday how the former Karsen mayor was paid by the court's own clerk.",
        "The goal that took Halden to the final was kicked by striker Jo Halden was bought for in the winter.",
        "Fans of the late singer sang as her brother Anton Reyk was led into the hall where the singer lay.",
        "The flood that struck the valley on 9 November was the worst that the valley of the Orla has seen.",
        "The flood killed nine millers of the valley in northern Orla villages where millers of the valley are many.",
        "The army shelled a market, a school and the rebel-held Tolva barracks where the army said the market was run.",
        "The river took the bridge that Karsen could not do without, and the bridge of Halden was closed.",
    ],
)
def test_a_name_inside_a_lead_is_no_seam(lead: str) -> None:
    assert kinds(read(f"{lead}\n{STORY}"))[0] == ("body", lead)


def test_below_a_title_a_lead_stays_whole() -> None:
    lead = "Dyke breaks at old mill Karsen's old mill has lost its dyke to the Orla for the second time this year."
    assert lead in of_kind(read(f"{lead}\n{STORY}", title="Mill of Karsen loses its dyke"), "body")
