"""What is no entry of a timeline, and by which sentence an entry is told."""

from tests.merge.build import Situation


def entries(situation):
    return [(entry.start, entry.summary) for entry in situation.told().timeline]


def bombing(text, day="2021-03-02"):
    """One report whose title and first sentence tell a bombing of 1 March, and then the words given."""
    s = Situation()
    r = s.report(f"Bomb hits Qasira\nA car bomb hit the market of Qasira on Monday. {text}", day)
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    return s, r


def test_what_was_to_happen_is_not_told_as_happened():
    s, r = bombing("Boats were to leave the harbour of Tel Amar for the town on Sunday.")
    s.timed(r, "Sunday", "2021-02-28")
    s.event(r, "leave", "displacement", time="2021-02-28")
    assert all("Boats" not in summary for _, summary in entries(s))


def test_a_plan_for_a_day_to_come_is_told():
    s, r = bombing("Boats were to leave the harbour of Tel Amar for the town on Thursday.")
    s.timed(r, "Thursday", "2021-03-04")
    s.event(r, "leave", "displacement", time="2021-03-04")
    assert any("Boats" in summary for _, summary in entries(s))


def test_a_year_that_is_only_about_right_is_no_day():
    s, r = bombing("The militia took the old fort of Tel Amar more than five years ago.")
    s.timed(r, "five years ago", "2016~")
    s.event(r, "took", "capture_territory", time="2016~")
    assert all("fort" not in summary for _, summary in entries(s))


def test_an_entry_is_not_told_by_the_words_of_another_day():
    s, r = bombing("A ferry sank off Tel Amar on Sunday and its owner was held.")
    s.timed(r, "Sunday", "2021-02-28")
    s.event(r, "held", "arrest", time="2021-03-02")
    assert all("ferry" not in summary for start, summary in entries(s) if start == "2021-03-02")


def test_every_report_of_an_entry_is_among_its_support():
    s = Situation()
    for n in range(8):
        r = s.report(
            f"Bomb hits Qasira, {n}\nA car bomb hit the market of Qasira on Monday, paper {n} wrote.", "2021-03-02"
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    (entry,) = s.told().timeline
    assert len({span.report for span in entry.support}) == 8
