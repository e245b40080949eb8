"""Stories that several tests of telling are about."""

from dateline.tell.told import Told
from tests.kit.story import StoryKit


def told_of(s: StoryKit) -> Told:
    return Told(s.dossier(), s.readings(), s.resolution(), s.merged())


def blast() -> StoryKit:
    """A blast of which two reports tell another vehicle, and two voices another reason for what held the convoy up."""
    s = StoryKit()
    for vehicle, more in (
        ("van", "The council said the delay was caused by missing permits. The rebels said the ministry blamed the "
                "delay on a lack of buses."),
        ("truck", "The market closed."),
    ):  # fmt: skip
        r = s.report(f"Blast in Qasira\nA {vehicle} packed with explosives was blown up, a blast in Qasira on Monday. "
                     f"{more}", "2021-03-02", outlet=vehicle)  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "Blast", "bombing", place=place, time="2021-03-01")
        s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        if vehicle == "van":
            council, rebels = s.named(r, "The council", "council"), s.named(r, "The rebels", "rebels", "group")
            s.claim(r, "The council", "the delay was caused by missing permits", council)
            s.claim(r, "The rebels", "the ministry blamed the delay on a lack of buses", rebels)
    return s


def news(titles, text="Officials gave no more on Monday."):
    """Reports of news that no happening of the codebook leads, each with a title and a first sentence."""
    s = StoryKit()
    for n, (title, first) in enumerate(titles):
        r = s.report(f"{title}\n{first} {text}", "2021-03-02", outlet=f"paper {n}")
        if "dead" in text:
            s.event(r, "dead", "death", time="2021-03-02")
    return s
