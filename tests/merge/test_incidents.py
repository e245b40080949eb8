"""Figures of two incidents, and of a war, are in no one series, whatever their reports are about."""

import msgspec
import pytest

from tests.kit.story import StoryKit

PLACES = {"Qasira": (35.0, 36.0), "Umza": (35.2, 36.1), "Tel Dar": (37.5, 36.0)}
DAYS = {"Sunday": "2021-02-28", "Monday": "2021-03-01"}


def raid(*reports: str, figures: dict[str, int]) -> StoryKit:
    """Reports about a raid on Qasira on Monday; the numbers of their words, all of them counted for that raid."""
    s = StoryKit()
    for n, text in enumerate(reports):
        r = s.report(f"Raid on Qasira\n{text}", "2021-03-02", outlet=str(n))
        for name, where in PLACES.items():
            if name in s.text(r):
                s.named(r, name, name, "place", where)
        for name, value in DAYS.items():
            if name in text:
                s.timed(r, name, value)
        raided = s.event(r, "Raid", "attack", place=s.named((), "Qasira", "Qasira"), time="2021-03-01")
        for words, best in figures.items():
            if words in text:
                s.figure(r, words, best=best, event=raided)
    return s


def told_together(s: StoryKit) -> list[set[str]]:
    """The words of the counts of each series of the dead."""
    words = {f.id: f.text for f in s.figures}
    return sorted(({words[m] for m in x.members} for x in s.merged().series), key=lambda g: (-len(g), min(g)))


ONE = "A raid on Qasira on Monday killed 12 people."
WARS = (
    "It brought the toll of officers killed in the Qasirian conflict to 18 people.",
    "The war has killed 18 people.",
    "Since then 18 people have been killed, aid groups say.",
    "A council put the death toll from the six-year conflict at 18 people.",
    "Over the truce 18 people were killed as a result of these violations.",
)


@pytest.mark.parametrize("war", WARS)
def test_the_dead_of_a_war_are_no_incidents(war: str):
    s = raid(f"{ONE} {war}", figures={"12 people": 12, "18 people": 18})
    assert told_together(s) == [{"12 people"}, {"18 people"}]


def test_the_dead_of_a_war_are_told_of_no_happening():
    s = raid(f"{ONE} The war has killed 280,000 people.", "The war has killed 250,000 people.",
             figures={"12 people": 12, "280,000 people": 280000, "250,000 people": 250000})  # fmt: skip
    (of_war,) = [x for x in s.merged().series if len(x.members) == 2]
    assert of_war.happening is None
    assert [r.relation for r in of_war.relations] == ["different_scope"]
    assert not s.merged().contradictions


@pytest.mark.parametrize(
    "other",
    [
        "Shells killed 19 people at Tel Dar.",
        "A raid on Umza killed 19 people on Sunday.",
    ],
)
def test_the_dead_of_another_place_or_day_are_counted_apart(other: str):
    s = raid(ONE, other, figures={"12 people": 12, "19 people": 19})
    s.figures[1] = msgspec.structs.replace(s.figures[1], time=DAYS["Sunday"] if "Sunday" in other else None)
    assert told_together(s) == [{"12 people"}, {"19 people"}]


def test_two_days_told_of_a_town_and_of_its_old_town_may_be_one():
    s = raid(ONE, "A raid on Old Qasira killed 19 people on Sunday.", figures={"12 people": 12, "19 people": 19})
    s.named(s.reports[1].id, "Old Qasira", "Old Qasira", "place", (35.01, 36.0))
    s.figures[1] = msgspec.structs.replace(s.figures[1], time=DAYS["Sunday"])
    assert told_together(s) == [{"12 people", "19 people"}]


def test_who_says_so_may_live_elsewhere():
    s = raid(ONE, "A hospital in Tel Dar counted 19 people killed.", figures={"12 people": 12})
    r = s.reports[1].id
    claim = s.claim(r, "A hospital in Tel Dar", "19 people killed")
    s.figure(r, "19 people", best=19, claim=claim, event=s.events[1].id)
    assert told_together(s) == [{"12 people", "19 people"}]


@pytest.mark.parametrize(
    ("second", "together"),
    [
        ("Earlier shells killed 5 people.", False),
        ("Elsewhere 5 people were killed by shells.", False),
        ("In another raid 5 people were killed.", False),
        ("Of a lower toll of 5 people killed spoke the mayor.", True),
    ],
)
def test_what_a_report_tells_as_another_blow_is_counted_apart(second: str, together: bool):
    s = raid(f"{ONE} {second}", figures={"12 people": 12, "5 people": 5})
    assert (len(told_together(s)) == 1) is together


def test_meanwhile_another_speaks_of_the_same():
    s = raid(f"{ONE} Meanwhile, Bo Roy said 15 people were killed.", figures={"12 people": 12})
    r = s.reports[0].id
    claim = s.claim(r, "Bo Roy", "15 people were killed", s.named(r, "Bo Roy", "Bo Roy", "person"))
    s.figure(r, "15 people", best=15, claim=claim, event=s.events[0].id)
    assert told_together(s) == [{"12 people", "15 people"}]


def test_a_count_joins_the_nearest_number():
    s = raid(
        "Shells on Tel Dar killed 16 people.", "The raid on Qasira killed 31 people.", "It killed 30 people.",
        figures={"16 people": 16, "31 people": 31, "30 people": 30},
    )  # fmt: skip
    assert told_together(s)[0] == {"31 people", "30 people"}


def test_martyrs_are_dead():
    s = raid("Seven people were martyred in Qasira.", figures={"Seven people": 7})
    assert told_together(s) == [{"Seven people"}]


def test_what_one_side_claims_is_set_against_one_count_and_not_against_each():
    s = raid(*["Raiders struck Qasira."] * 4, figures={})
    said = (("a nurse", "31 people"), ("Ann Lee", "29 people"), ("a clerk", "22 people"), ("the raiders", "40 people"))
    for n, (who, words) in enumerate(said):
        s.reports[n] = msgspec.structs.replace(
            s.reports[n], text=f"{s.reports[n].text} {who} said {words} were killed."
        )
        r = s.reports[n].id
        speaker = s.named(r, who, who, "person") if who == "Ann Lee" else None
        claim = s.claim(r, who, f"{words} were killed", speaker)
        s.figure(r, words, best=int(words[:2]), claim=claim, event=s.events[n].id)
    against = [x.why for x in s.merged().contradictions if "40 people" in x.why]
    assert len(against) == 1
    assert "29 people" in against[0]


def test_more_than_leaves_open_how_many():
    s = raid("A raid killed more than 20 people in Qasira.", "A raid on Qasira killed 33 people.",
             figures={"33 people": 33})  # fmt: skip
    r = s.reports[0].id
    s.figure(r, "more than 20 people", low=20, qualifier="more_than", event=s.events[0].id)
    (toll,) = s.merged().series
    assert [x.relation for x in toll.relations] == ["evolves"]
    assert not s.merged().contradictions
