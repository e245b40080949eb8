"""What one denies and another tells; what a body claims and others see no tie to."""

import msgspec
import pytest

from dateline.merge.contradictions.denials import denied_charges, denied_deeds, disowned_deeds
from dateline.merge.situation import Situation
from dateline.model import Contradiction
from tests.kit.story import StoryKit


def view(s: StoryKit) -> Situation:
    return Situation(s.dossier(), s.readings(), s.resolution())


def exchange(
    denial: str = "the pilot was exchanged for two smugglers", *, day: str = "2021-03-02"
) -> list[Contradiction]:
    """A minister denies what other reports tell."""
    s = StoryKit()
    a = s.report(f"Pilot freed\nMinister Bo Roy denied that {denial}.", "2021-03-02")
    b = s.report("Pilot home\nThe pilot was exchanged for two smugglers at the border.", day, outlet="b")
    roy = s.named(a, "Bo Roy", "Bo Roy", "person")
    said = s.claim(a, "Bo Roy", denial, roy, stance="denies")
    s.event(a, "exchanged", "concession", claim=said)
    s.event(b, "exchanged", "concession")
    return list(denied_deeds(view(s)))


def test_a_denial_against_what_is_told_as_done():
    (found,) = exchange()
    assert {found.a.type, found.b.type} == {"claim", "event"}


def test_a_denial_of_another_deed_of_that_name():
    assert exchange("gifts were exchanged at the ball") == []


@pytest.mark.parametrize(
    ("denial", "deed", "count"),
    [
        ("feeding captives during the flood of the mines", "flood", 0),
        ("it paid divers before the collapse of the dam", "collapse", 0),
        ("its team, during the final, bribed the umpire with gold", "bribed", 1),
        ("it opened the sluice after the rains", "opened", 1),
    ],
)
def test_only_what_a_denial_governs_is_denied(denial: str, deed: str, count: int):
    s = StoryKit()
    a = s.report(f"Marra answers\nBo Roy denied {denial}.", "2021-03-02")
    told = "Many saw it: the flood of the mines, the collapse of the dam, who bribed the umpire, who opened the sluice."
    b = s.report(f"Seen\n{told}", "2021-03-02", outlet="b")
    roy = s.named(a, "Bo Roy", "Bo Roy", "person")
    said = s.claim(a, "Bo Roy", denial, roy, stance="denies")
    s.event(a, deed, "hazard", claim=said)
    s.event(b, deed, "hazard")
    assert len(list(denied_deeds(view(s)))) == count


def test_a_denial_months_later_is_of_something_else():
    assert exchange(day="2021-06-02") == []


def test_who_did_not_deny_denies_nothing():
    s = StoryKit()
    a = s.report("Pilot freed\nBo Roy did not deny that the pilot was exchanged for smugglers.", "2021-03-02")
    b = s.report("Pilot home\nThe pilot was exchanged for two smugglers.", "2021-03-02", outlet="b")
    roy = s.named(a, "Bo Roy", "Bo Roy", "person")
    said = s.claim(a, "Bo Roy", "the pilot was exchanged for smugglers", roy, stance="denies")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(a, "did not deny"))
    s.event(a, "exchanged", "concession", claim=said)
    s.event(b, "exchanged", "concession")
    assert list(denied_deeds(view(s))) == []


def claimed(owner: str, doubt: str, *, cue: str = "claimed") -> list[Contradiction]:
    """A group says that the raid was its own; the police see no tie."""
    s = StoryKit()
    r = s.report(f"Raid in Qasira\n{owner} Police said {doubt}.", "2021-03-02")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    police = s.named(r, "Police", "Qasira police")
    s.claim(r, "Red Dawn", owner.split(cue, 1)[1].strip(" ."), dawn)
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, cue))
    s.claim(r, "Police", doubt, police)
    s.event(r, "raid", "attack")
    return list(disowned_deeds(view(s)))


@pytest.mark.parametrize(
    ("owner", "doubt", "count"),
    [
        ("Red Dawn claimed responsibility for the raid.", "the raiders had no link to Red Dawn", 1),
        ("Red Dawn claimed responsibility for the raid.", "there was no evidence of a tie to any militant group", 1),
        ("Red Dawn claimed the raid.", "nothing connected the raiders to Red Dawn, and no link to it was seen", 1),
        ("Red Dawn claimed responsibility for the raid.", "the raiders were linked to Red Dawn", 0),
        ("Red Dawn claimed responsibility for the raid.", "the raiders had no link to the mayor", 0),
        ("Red Dawn claimed that the raid failed.", "the raiders had no link to Red Dawn", 0),
    ],
)
def test_a_claimed_deed_to_which_others_see_no_tie(owner: str, doubt: str, count: int):
    assert len(claimed(owner, doubt)) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Police accused Bo Roy of the fraud.", 1),
        ("Police accused the mill of the fraud.", 0),
        ("Bo Roy rejected the accusation of fraud.", 0),
        ("Ann Lee wants Bo Roy to let experts investigate accusations of the fraud.", 0),
    ],
)
def test_a_denial_answers_who_is_accused_by_name(sentence: str, count: int):
    s = StoryKit()
    a = s.report("Fraud\nBo Roy denied the fraud.", "2021-03-02", outlet="a")
    b = s.report(f"Fraud\n{sentence}", "2021-03-02", outlet="b")
    roy = s.named((a, b), "Bo Roy", "Bo Roy", "person")
    s.claim(a, "Bo Roy", "the fraud", roy, stance="denies")
    s.event(b, "accus", "accusation", target=roy)
    assert len(list(denied_charges(view(s)))) == count


@pytest.mark.parametrize(("denial", "same", "count"), [("the claim", True, 1), ("the claim", False, 0)])
def test_a_denial_of_the_claim_answers_its_own_report(denial, same, count):
    s = StoryKit()
    charge, answer = "The envoy accused Marra of selling oil.", f"Marra denied {denial}."
    a = s.report(f"Oil\n{charge} {answer}" if same else f"Oil\n{answer}", "2021-03-02")
    b = a if same else s.report(f"Oil sold\n{charge}", "2021-03-02", outlet="b")
    marra = s.named(tuple({a, b}), "Marra", "Marra")
    s.claim(a, "Marra", denial, marra, stance="denies")
    s.event(b, "accused", "accusation", target=marra)
    assert len(list(denied_charges(view(s)))) == count


def test_what_is_only_spoken_of_is_not_told_as_done():
    s = StoryKit()
    a = s.report("Pilot freed\nBo Roy denied that a swap for smugglers was made.", "2021-03-02")
    b = s.report("Pilot home\nTerms of the swap for smugglers were kept secret.", "2021-03-02", outlet="b")
    roy = s.named(a, "Bo Roy", "Bo Roy", "person")
    said = s.claim(a, "Bo Roy", "a swap for smugglers was made", roy, stance="denies")
    s.event(a, "swap", "agreement", claim=said)
    s.event(b, "swap", "agreement")
    assert list(denied_deeds(view(s))) == []
