"""What is an entry of a timeline and what is none."""

import msgspec
import pytest

from dateline.model.edtf import bounds
from dateline.tell.shown import Shown, is_again
from dateline.tell.told import Told
from dateline.tell.words import stems
from tests.kit.story import StoryKit
from tests.tell.bombings import bombing, entries, papers


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


def test_every_report_of_an_entry_is_among_its_support():
    s = StoryKit()
    for n in range(8):
        r = s.report(
            f"Bomb hits Qasira, {n}\nA car bomb hit the market of Qasira on Monday, paper {n} wrote.", "2021-03-02"
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    (entry,) = s.told().timeline
    assert len({span.report for span in entry.support}) == 8


@pytest.mark.parametrize(
    "plan", ["The Orla road is expected to be closed on Sunday.", "Guards will have the Orla road closed on Sunday."]
)
def test_a_plan_gives_way_to_what_came_of_it(plan):
    s = StoryKit()
    for n, text in enumerate((plan, "The Orla road was closed on Sunday for an hour.")):
        r = s.report(f"Bomb hits Qasira, {n}\nA car bomb hit Qasira on Friday, paper {n} wrote. {text}", "2021-03-01",
                     outlet=str(n))  # fmt: skip
        s.timed(r, "Friday", "2021-02-26")
        s.timed(r, "Sunday", "2021-02-28")
        s.event(r, "bomb", "bombing", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-02-26")
        s.event(r, "closed", "coercion", time="2021-02-28", status="planned" if n == 0 else "happened",
                target=s.named(r, "Orla road", "Orla road", "place"))  # fmt: skip
    assert len([h for h in s.merged().happenings if h.kind == "coercion"]) == 1
    assert [summary for day, summary in entries(s) if day == "2021-02-28"] == [
        "The Orla road was closed on Sunday (28 February 2021) for an hour."
    ]


def test_what_may_be_the_main_happening_again_is_no_entry():
    s, r = bombing("A clerk ran from the hall when guards fired at 5 pm on Monday.")
    s.timed(r, "5 pm on Monday", "2021-03-01T17:00")
    s.event(r, "fired", "bombing", time="2021-03-01T17:00")
    assert len(s.merged().happenings) == 2
    assert all("clerk" not in summary for _, summary in entries(s))


def test_another_of_a_kind_is_an_entry_where_the_main_one_lasts():
    s, r = bombing("A clerk ran from the hall when guards fired at 5 pm on Monday.")
    s.events = [msgspec.structs.replace(e, time="2021-02-20/2021-03-02") for e in s.events]
    s.timed(r, "5 pm on Monday", "2021-03-01T17:00")
    s.event(r, "fired", "bombing", time="2021-03-01T17:00")
    assert len(s.merged().happenings) == 2
    assert any("clerk" in summary for _, summary in entries(s))


def test_a_stretch_up_to_the_report_is_no_date():
    s, r = bombing("The militia split into two camps over the past year.")
    s.timed(r, "over the past year", "2020-03/2021-03")
    s.event(r, "split", "capture_territory", time="2020-03/2021-03")
    assert all("split" not in summary for _, summary in entries(s))


def test_since_when_something_goes_on_is_told():
    s, r = bombing("The militia has held the old fort of Tel Amar since 2019.")
    s.timed(r, "since 2019", "2019/2021-03")
    s.event(r, "held", "capture_territory", time="2019/2021-03", status="ongoing")
    assert any("fort" in summary for _, summary in entries(s))


def test_the_very_year_of_the_reports_is_no_day():
    s, r = bombing("The militia took the old fort of Tel Amar in 2021.")
    s.timed(r, "2021", "2021")
    s.event(r, "took", "capture_territory", time="2021")
    assert all("fort" not in summary for _, summary in entries(s))


def test_who_was_seized_long_ago_and_is_free_now_is_no_seizure():
    for words, told in (("The sailors seized by the militia in May 2014 were freed near Tel Amar.", False),
                        ("The militia seized the sailors in May 2014 near Tel Amar.", True)):  # fmt: skip
        s, r = bombing(words)
        s.timed(r, "May 2014", "2014-05")
        s.event(r, "seized", "abduction", time="2014-05")
        if not told:
            s.event(r, "freed", "concession", time="2021-03-01")
        assert any(start.startswith("2014") for start, _ in entries(s)) is told


def test_an_accident_told_again_in_its_region_is_no_other():
    def summaries(point):
        s = StoryKit()
        first = "Ferry sinks off Qasira\nA ferry sank off Qasira on Monday. "
        again = "Ann Lee was in the cabin when the boat capsized off Tel Amar on 1 March."
        for outlet in ("Morning Wire", "Evening Post", "Bay Post", "Sea Post"):
            r = s.report(first + (again if outlet == "Bay Post" else ""), "2021-03-02", outlet=outlet)
            qasira = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.timed(r, "Monday", "2021-03-01")
            s.event(r, "sank", "accident", place=qasira, time="2021-03-01")
            if outlet == "Bay Post":
                s.timed(r, "1 March", "2021-03-01")
                amar = s.named(r, "Tel Amar", "Tel Amar", "place", point)
                s.event(r, "capsized", "accident", place=amar, time="2021-03-01")
        return [e.summary for e in s.told().timeline]

    assert not any("cabin" in one for one in summaries((35.5, 36.0)))
    assert any("cabin" in one for one in summaries((38.0, 39.0)))


FIRES = ("In 2002 a bomb burnt Tavo.", "In 2005 a bomb burnt Orla.", "In 2008 a bomb burnt Tel Amar.",
         "In 2017 a bomb burnt Port Ada.")  # fmt: skip


@pytest.mark.parametrize(("count", "told"), [(3, True), (4, False)])
def test_a_list_of_earlier_ones_is_no_background(count, told):
    s, (r,) = papers(" ".join(FIRES[-count:]))
    for fire in FIRES[-count:]:
        year = fire[3:7]
        s.timed(r, year, year)
        s.event(r, fire[8:].rstrip("."), "bombing", time=year)
    assert any("burnt" in summary for _, summary in entries(s)) is told


@pytest.mark.parametrize(("many", "told"), [(False, True), (True, False)])
def test_what_one_of_many_tells_of_long_ago_is_no_background(many, told):
    old = "The guards took the fort of Tavo in 1994."
    s, (r, *_) = papers(old, *(f"Paper {n} has more." for n in range(4 * many)))
    s.timed(r, "1994", "1994")
    s.event(r, "took", "capture_territory", time="1994")
    assert any("fort" in summary for _, summary in entries(s)) is told


@pytest.mark.parametrize(
    ("kind", "day", "again"),
    [("shelling", "2021-03-01", True), ("coercion", "2021-03-01", False), ("shelling", "2021-02-20", False)],
)
def test_what_is_told_in_the_words_of_another_of_its_kind_and_days_is_that_again(kind, day, again):
    s, r = bombing("Shells hit boats at the old pier. Boats at the pier were hit.")
    s.event(r, "Shells", "shelling", time="2021-03-01")
    s.event(r, "were hit", kind, place=s.named(r, "the pier", "Pier", "place", (39.0, 41.0)), time=day)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    shells, boats = told.body[r][-2:]
    one, other = (told.happening_of[told.events_in(span)[0].id] for span in (shells, boats))
    words = stems(told.text(shells))
    shown = [Shown(shells, words, bounds("2021-03-01"), one, words)]
    assert is_again(other, boats, bounds(day), shown, told) is again


def test_what_is_told_again_is_no_second_entry():
    s = StoryKit()
    for n, words in enumerate((
        "Shells burnt the old pier with its lamps and sheds at noon on Monday.",
        "At noon on Monday shells sank the boats with nets and sails off the pier.",
        "The pier, its lamps, the boats and their sails were lost early on Monday.",
    )):  # fmt: skip
        r = s.report(f"Bomb hits Qasira, {n}\nA car bomb hit the market of Qasira on Friday. {words}", "2021-03-02")
        s.timed(r, "Friday", "2021-02-26")
        s.event(r, "bomb", "bombing", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-02-26")
        s.timed(r, "noon on Monday" if n < 2 else "early on Monday", "2021-03-01")
        pier = s.named(r, "pier", f"Pier {n // 2}", "place", (35.1 + n // 2, 36.1))
        s.event(r, "hells" if n == 1 else "Shells" if n == 0 else "lost", "shelling", place=pier, time="2021-03-01")
    assert len([summary for _, summary in entries(s) if "pier" in summary]) == 1


@pytest.mark.parametrize(("value", "told"), [("2021-02-24", False), ("2021-02-25", True)])
def test_a_weekday_of_any_week_makes_no_entry(value, told):
    s, reports = papers(*(f"The guards took the {which} fort of Tavo on Wednesday." for which in ("old",) * 4))
    for r in reports:
        s.timed(r, "Wednesday", value)
        s.event(r, "took", "capture_territory", time=value, place=s.named(r, "Tavo", "Tavo", "place", (36.0, 37.0)))
    assert any("fort" in summary for _, summary in entries(s)) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ann Lee thanked market bakers of Tavo for rice and salt at noon.", False),
        ("Ann Lee hailed the car market at noon.", True),
    ],
)
def test_a_minor_matter_of_one_of_many_is_near_the_situation(words, told):
    s, (r, *_) = papers(words, "No more.", "Nor here.", "Nothing.")
    s.timed(r, "at noon", "2021-03-01T12:00")
    s.event(r, "thanked" if "thanked" in words else "hailed", "support", time="2021-03-01T12:00")
    assert any("Ann Lee" in summary for _, summary in entries(s)) is told


def test_what_is_done_again_and_again_is_no_entry():
    for words, told in (("Every evening guards search the harbour of Tavo.", False),
                        ("On Tuesday guards searched the harbour of Tavo.", True)):  # fmt: skip
        s, r = bombing(words)
        s.event(r, "search", "coercion", time=s.timed(r, "evening" if not told else "Tuesday", "2021-03-02"))
        assert any("guards" in summary for _, summary in entries(s)) is told


def test_what_a_place_is_tells_no_entry():
    s, r = bombing("Tavo is a port that struck a truce on Tuesday.")
    s.timed(r, "Tuesday", "2021-03-02")
    s.event(r, "truce", "agreement", time="2021-03-02")
    assert all("Tavo" not in summary for _, summary in entries(s))


def day_of(*rows):
    """How the rows of 1 March begin in a report of a bombing at no hour and of more: words, trigger, kind, time."""
    s, r = bombing(" ".join(words for words, *_ in rows))
    for _, trigger, kind, clock, value in rows:
        s.event(r, trigger, kind, time=s.timed(r, clock, f"2021-03-01{value}"))
    return [summary.split()[0] for day, summary in entries(s) if day == "2021-03-01"]


LATE = ("Guards detained a clerk of the mint at 11 p.m. on Monday.", "detained", "arrest", "11 p.m.", "T23:00")
EARLY = ("Villagers marched to the old mill at 6 p.m. on Monday.", "marched", "protest", "6 p.m.", "T18:00")
NO_HOUR = ("Engineers withdrew from the dam of Orla that same day.", "withdrew", "withdrawal", "that same day", "")


@pytest.mark.parametrize("rows", [(LATE, EARLY, NO_HOUR), (EARLY, NO_HOUR, LATE), (NO_HOUR, LATE, EARLY)])
def test_the_rows_of_a_day_stand_in_the_order_of_their_hours(rows):
    assert day_of(*rows) == ["A", "Villagers", "Guards", "Engineers"]


@pytest.mark.parametrize("clock", ["1800 GMT", "6 p.m. EDT"])
def test_the_clock_of_another_place_orders_nothing(clock):
    words = f"Villagers marched to the old mill at {clock} on Monday."
    assert day_of(LATE, (words, "marched", "protest", clock, "T18:00")) == ["A", "Guards", "Villagers"]


def test_an_hour_before_what_happened_comes_first():
    s, r = bombing("Dockers struck at the grain port of Belport at 5 a.m. on Monday.")
    s.event(r, "struck", "protest", time=s.timed(r, "5 a.m.", "2021-03-01T05:00"))
    s.times = [msgspec.structs.replace(t, value="2021-03-01T12:00") if t.text == "Monday" else t for t in s.times]
    s.events = [msgspec.structs.replace(e, time="2021-03-01T12:00") if e.kind == "bombing" else e for e in s.events]
    assert [summary.split()[0] for _, summary in entries(s)] == ["Dockers", "A"]
