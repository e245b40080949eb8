"""Who dismisses “the report” or “the charges” without saying what: of whose words."""

import re

import msgspec
import pytest

from dateline.merge.contradictions.dismissed import dismissed_reports
from dateline.merge.situation import Situation
from tests.kit.story import StoryKit

NAMES = ("Ann Lee", "Bo Roy", "Tavo Post", "Norlandic Guild", "Harbour Council")
CUES = r"(reported|said|accused|dismissed|denied|called|did not deny)"


def dismissed(*sentences: str, denies: str = "") -> list[str]:
    """What is found to be dismissed in a report whose sentences read “WHO CUE CONTENT.”; `denies`: the content of the
    denial where its cue does not show it."""
    s = StoryKit()
    r = s.report("News of Tavo\n" + " ".join(sentences), "2021-03-02")
    for sentence in sentences:
        parts = re.fullmatch(rf"({'|'.join(NAMES)}) {CUES} (.+)\.", sentence)
        if parts is None:
            continue
        who, cue, content = parts.groups()
        stance = "denies" if cue in ("dismissed", "denied", "did not deny") else "asserts"
        s.claim(r, who, content, s.named(r, who, who), stance=stance)
        start = s.span(r, sentence).start + len(who) + 1
        span = msgspec.structs.replace(s.span(r, cue), start=start, end=start + len(cue))
        s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=span)
    situation = Situation(s.dossier(), s.readings(), s.resolution())
    found = dismissed_reports(situation)
    words = {c.id: c.content[0].text for c in s.claims}
    return [words[side.id] for x in found for side in (x.a, x.b) if words[side.id] not in sentences[-1]]


FERRY = "Tavo Post reported ferries of the Norlandic firm carried salt by night."
TOLD = "ferries of the Norlandic firm carried salt by night"
REST = ("It rained.", "It was cold.", "All waited.")


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Ann Lee dismissed the report.", True),
        ("Ann Lee dismissed the media reports as wholly baseless.", True),
        ("Ann Lee said the story was a lie.", True),
        ("Ann Lee said the reports did not accord with the facts.", True),
        ("Ann Lee did not deny the report.", False),
        ("Ann Lee said the report was false alarm to many.", False),
        ("Ann Lee denied the request.", False),
        ("Ann Lee said the report was long.", False),
        ("Ann Lee denied reports of a flood in the mine.", False),
        ("Tavo Post denied the report.", False),
    ],
)
def test_a_report_that_is_dismissed_is_the_one_just_told(answer: str, found: bool):
    assert dismissed(FERRY, answer) == [TOLD] * found


def test_what_was_only_said_is_no_report():
    said = "Bo Roy said crews of the old dam left before dawn."
    assert dismissed(said, "Ann Lee dismissed the report.") == []
    assert dismissed(FERRY, said, "Ann Lee dismissed the report.") == [TOLD]
    assert dismissed(said, "Ann Lee said the claims were unfounded.") == ["crews of the old dam left before dawn"]


def test_further_up_only_a_report_that_names_who_dismisses_it():
    assert dismissed(FERRY, *REST, "Norlandic Guild denied the report.") == [TOLD]
    assert dismissed(FERRY, *REST, "Harbour Council denied the report.") == []


def test_the_charge_is_rather_what_is_called_one():
    charge, said = "Bo Roy accused guards of the mill of theft.", "Tavo Post said snow fell over the whole north coast."
    assert dismissed(charge, said, "Ann Lee said the charges were untrue.") == ["guards of the mill of theft"]
    assert dismissed(said, "Ann Lee said the charges were untrue.") == ["snow fell over the whole north coast"]
