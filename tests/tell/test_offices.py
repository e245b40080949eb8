"""Who counts by office, and where he stands among those who count."""

import pytest

from tests.kit.story import StoryKit


def raid(*papers):
    """Papers of one day that count the dead of a raid: number, who says it in their words, and his name or none."""
    s = StoryKit()
    for n, (number, said, name) in enumerate(papers):
        r = s.report(
            f"Raid on Qasira, {n}\nGunmen raided Qasira on 1 March. {said} said {number} people were killed in it.",
            f"2021-03-02T0{n}:00", outlet=str(n),
        )  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "1 March", "2021-03-01")
        s.event(r, "raided", "attack", place=place, time="2021-03-01")
        who = s.named(r, name, name, "place" if name == "Qasira" else "person") if name else None
        claim = s.claim(r, name or said, f"{number} people were killed", who)
        harm = s.event(r, "were killed", "death", place=place, time="2021-03-01", claim=claim)
        s.figure(r, f"{number} people", "killed", best=number, event=harm, claim=claim)
    return s.told()


FRIEND = "Bo Mar, who lost an uncle,"


@pytest.mark.parametrize(
    "official",
    [
        "Health Minister Ann Lee",
        "Ann Lee, the deputy mayor of Qasira,",
        "The head of the clinic, Ann Lee,",
        "Gov. Ann Lee",
    ],
)  # fmt: skip
def test_who_counts_by_office_is_named_before_who_does_not(official):
    told = raid((9, FRIEND, "Bo Mar"), (9, "Cy Dow", "Cy Dow"), (9, official, "Ann Lee"))
    count = next(x.text for x in told.brief if x.topic == "how_many")
    assert "according to Ann Lee, " in count
    assert any("nine (Ann Lee; " in entry.summary for entry in told.timeline)


@pytest.mark.parametrize(
    "private",
    [
        "Ann Lee, a cousin of the mayor,", "Ann Lee, who met the governor,", "Former mayor Ann Lee",
        "Beside the mayor stood Ann Lee, who", "The general store of Ann Lee",
    ],
)  # fmt: skip
def test_who_stands_near_an_office_counts_by_none(private):
    told = raid((9, private, "Ann Lee"), (9, "Mayor Bo Mar", "Bo Mar"), (9, "Cy Dow", "Cy Dow"))
    assert any("nine (Bo Mar; Ann Lee; Cy Dow)" in entry.summary for entry in told.timeline)


def test_of_many_other_counts_those_by_office_find_room():
    told = raid(
        (3, "Bo Mar", "Bo Mar"), (4, "Cy Dow", "Cy Dow"), (5, "Di Fay", "Di Fay"), (6, "Mayor Ann Lee", "Ann Lee"),
        (7, "Ed Gil", "Ed Gil"),
    )  # fmt: skip
    count = next(x.text for x in told.brief if x.topic == "how_many")
    assert "six according to Ann Lee" in count
    assert count.endswith(", among others.")


@pytest.mark.parametrize("body", ["the state emergency office", "the harbour police", "A hospital in Qasira"])
def test_a_body_that_is_only_described_counts_by_office(body):
    told = raid((9, "Bo Mar", "Bo Mar"), (9, body, ""), (9, "Cy Dow", "Cy Dow"))
    (counts,) = (entry.summary for entry in told.timeline if "counted that day" in entry.summary)
    assert counts.casefold().index(body.casefold()) < counts.index("Bo Mar")


def test_a_country_counts_as_its_government():
    told = raid((9, "Bo Mar", "Bo Mar"), (9, "Qasira", "Qasira"), (9, "Cy Dow", "Cy Dow"))
    assert any("nine (Qasira; Bo Mar" in entry.summary for entry in told.timeline)
