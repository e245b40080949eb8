"""Stories of a bombing that several tests of the timeline are about."""

from tests.kit.story import StoryKit


def entries(story):
    """Start and summary of each entry. A bombing, which every story here tells, must have one: of a timeline of nothing
    every test of what is no entry would hold."""
    told = [(entry.start, entry.summary) for entry in story.told().timeline]
    assert any("bomb" in summary.casefold() for _, summary in told)
    return told


def bombing(text, day="2021-03-02"):
    """One report whose title and first sentence tell a bombing of 1 March, and then the words given."""
    s = StoryKit()
    r = s.report(f"Bomb hits Qasira\nA car bomb hit the market of Qasira on Monday. {text}", day)
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    return s, r


def papers(*reports, day="2021-03-02"):
    """Papers that tell a bombing of 1 March, each with more of its own."""
    s = StoryKit()
    for n, rest in enumerate(reports):
        r = s.report(f"Bomb hits Qasira, {n}\nA car bomb hit the market of Qasira on Monday. {rest}", day)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    return s, [report.id for report in s.reports]
