"""What a report lists as earlier cases is told of their days and places, not of its own story's."""

import msgspec
import pytest

from dateline.model import Block, Resolution
from tests.resolve.where.test_asides import at, timed
from tests.resolve.written import Written, named, resolve

STORY = "A ferry sank off [Tarvik|place] on Wednesday. Ten people drowned in [Tarvik|place].\n"
LIST = "Some of the worst ferry disasters of past years:\n"
CASES = (
    "A steamer went down near [Ostrel|place] in May 2014. The captain was jailed and 12 sailors were punished.\n"
    "In March 2009 a ferry burned in [Lumen|place]. The owner was fined."
)


def listed(opening: str = LIST, cases: str = CASES, heading: str = "") -> Resolution:
    """`heading`: a line that is no sentence of the story."""
    written = Written(STORY + opening + cases).event("sank", "accident", place="Tarvik").event("drowned", "death")
    written.event("went down", "accident", place="Ostrel").event("jailed", "arrest").event("burned", "hazard")
    written.event("fined", "sanction").figure("12 sailors", 12, "captured")
    if heading:
        stood = written.span(heading)
        written.sentences = [s for s in written.sentences if not stood.start <= s.start < stood.end]
        story = Block(start=0, end=stood.start, kind="body")
        apart = Block(start=story.end, end=stood.end, kind="other")
        rest = Block(start=stood.end, end=len(written.text), kind="body")
        written.report = msgspec.structs.replace(written.report, blocks=(story, apart, rest))
    return resolve(
        timed(written, *(t for t in ("Wednesday", "May 2014", "March 2009", "June 10, 2021") if t in written.text))
    )


def test_what_an_item_goes_on_to_tell_is_of_its_day_and_place() -> None:
    got = listed()
    assert at(got, "jailed") == ("Ostrel", "2014-05")
    assert (named(got, got.figures[0].place), got.figures[0].time) == ("Ostrel", "2014-05")
    assert at(got, "fined")[1] == "2009-03"
    assert at(got, "drowned") == ("Tarvik", "2021-06-09")


def test_a_heading_opens_a_list() -> None:
    got = listed("Recent ferry accidents\n", heading="Recent ferry accidents\n")
    assert at(got, "jailed") == ("Ostrel", "2014-05")


@pytest.mark.parametrize(
    "opening",
    ["The mayor spoke of the worst ferry disasters of past years.\n", "The mayor said:\n", ""],
)
def test_below_any_other_line_the_report_goes_on_with_its_story(opening: str) -> None:
    assert at(listed(opening), "jailed") != ("Ostrel", "2014-05")


def test_one_earlier_case_is_no_list() -> None:
    assert at(listed(cases=CASES.replace("In March 2009", "On Wednesday")), "jailed") != ("Ostrel", "2014-05")


def test_a_line_of_the_report_s_own_days_ends_a_case() -> None:
    cases = CASES.replace("The captain was jailed and", "Then")
    cases = cases.replace("\nIn", "\nDivers search since June 10, 2021.\nThe captain was jailed.\nIn")
    assert at(listed(cases=cases), "jailed")[1] != "2014-05"


def test_the_first_item_may_stand_behind_the_colon() -> None:
    glued = "Here are facts about past ferry disasters and wrecks: * "
    assert at(listed(glued), "jailed") == ("Ostrel", "2014-05")
    assert at(listed("The mayor spoke: * "), "jailed") != ("Ostrel", "2014-05")


def test_an_item_without_a_date_goes_on_with_none() -> None:
    cases = CASES.replace("The captain", "\n* The captain") + " In June 2007 a barge broke."
    assert at(listed(cases=CASES.replace(" The captain", "\nThe captain")), "jailed") == ("Ostrel", "2014-05")
    assert at(listed(cases=cases), "jailed") != ("Ostrel", "2014-05")


def test_what_opens_a_list_is_not_its_first_item() -> None:
    told = "Here are facts about past floods and disasters: * The 1914 flood of [Ostrel|place] was the worst of all.\n"
    written = Written(STORY + told + "It broke the dam.\n" + CASES.splitlines()[1])
    written.event("sank", "accident", place="Tarvik").event("floods", "hazard", status="ongoing")
    written.event("flood", "hazard", after="* The").event("broke", "destruction").event("burned", "hazard")
    got = resolve(timed(written, "Wednesday", "1914", "March 2009"))
    assert at(got, "broke")[1] == "1914"


def test_in_a_list_with_bullets_a_line_without_one_goes_on_with_its_item() -> None:
    cases = (
        "* A steamer went down near [Ostrel|place] in May 2014.\n"
        "It was the worst wreck of the 1990s. Its owner was fined.\n"
        "* In March 2009 a ferry burned in [Lumen|place]."
    )
    written = Written(STORY + LIST + cases).event("sank", "accident", place="Tarvik").event("fined", "sanction")
    written.event("went down", "accident", place="Ostrel").event("wreck", "accident").event("burned", "hazard")
    got = resolve(timed(written, "Wednesday", "May 2014", "1990s", "March 2009"))
    assert at(got, "fined")[1] == "2014-05"
