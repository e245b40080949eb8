"""The fronts of flattened pages: what stands between the title and the lead, and what the lead keeps."""

import pytest

from tests.clean.captures import STORY, kinds, of_kind, read

TITLE = "Nine hurt as dyke breaks at mill: Mayor"
LEAD = "A dyke broke on Thursday at the old mill of Karsen and hurt nine millers, the mayor said."
REST = STORY.strip().replace("\n", " ")


def flat(front: str, lead: str = LEAD) -> str:
    """A page without its lines, below the header that a collector gave it."""
    return f"{TITLE}\n\nexample\n2016-11-10\n\n{front}{lead} {REST}\n"


@pytest.mark.parametrize(
    ("front", "kind", "page"),
    [
        ("SEND https://short.example/9x2W4z ", "chrome", "SEND https://short.example/9x2W4z"),
        ("KA Photo ", "caption", "KA Photo"),
        ("Nine hurt as dyke breaks at mill ", "other", "Nine hurt as dyke breaks at mill"),
        (f"UPDATED {TITLE} ", "chrome", "UPDATED"),
        (f"Ferry strands off Halden {TITLE} - ", "chrome", "Ferry strands off Halden"),
        ("10.11.2016 Get short URL Topic Flood of the Orla at Karsen (200) 0 38 ", "chrome",
         "Get short URL Topic Flood of the Orla at Karsen (200) 0 38"),
        ("10 November 2016 KARSEN Orlaland ", "dateline", "KARSEN Orlaland"),
        ("KARSEN Orlaland November 10 (Reuters) ", "dateline", "KARSEN Orlaland November 10 (Reuters)"),
        ("Karsen, Orlaland (CNN) ", "dateline", "Karsen, Orlaland (CNN)"),
        ("Karsen (CNN)", "dateline", "Karsen (CNN)"),
        ("10 November 2016 Print Tweet Views 72 Related Orla council urges calm in the flood of Tolva ",
         "recommended", "Related Orla council urges calm in the flood of Tolva"),
        ("A boat lies in Mill Road on November 10 2016 (Photo AP) Print Tweet Views 72 Related Orla council urges calm "
         "after flood ", "chrome", "Print Tweet Views 72 Related Orla council urges calm after flood"),
    ],
)  # fmt: skip
def test_the_front_of_a_flattened_page_is_none_of_its_lead(front: str, kind: str, page: str) -> None:
    report = read(flat(front))
    assert of_kind(report, kind).endswith(page)
    assert of_kind(report, "body").startswith(LEAD)


@pytest.mark.parametrize(
    "lead",
    [
        "Facebook, Twitter and mail were down on Thursday after a dyke broke at the old mill of Karsen.",
        "The Orla Council and the mayor said on Thursday that nine people were hurt as the dyke broke.",
        "Nine hurt as dyke breaks at mill was how the mayor told it to the council on Thursday.",
        "People in Karsen heard on the radio: Nine hurt as dyke breaks at mill: Mayor to speak on Thursday.",
    ],
)
def test_leads_that_look_like_fronts_stay_whole(lead: str) -> None:
    assert lead in of_kind(read(flat("", f"Water came at night. {lead}")), "body")


def test_a_summary_glued_before_the_dateline_is_no_caption() -> None:
    summary = "At least nine millers were hurt in a flood at the old mill of Karsen."
    report = read(flat(f"{summary} KARSEN (Reuters) "))
    assert summary in of_kind(report, "body")
    assert of_kind(report, "dateline") == "KARSEN (Reuters)"
    assert ("caption", summary) not in kinds(report)
