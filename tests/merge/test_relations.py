"""How two counts of one thing stand to each other, and what a series says of them all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.series.relations import agree
from dateline.model import Figure
from tests.kit.story import StoryKit, three_reports
from tests.merge.counts import counts, series_of


def test_a_rising_toll_of_one_informant_evolves():
    s = three_reports()
    (toll,) = series_of(s.merged())
    assert [r.relation for r in toll.relations] == ["evolves"]
    assert (toll.low, toll.best, toll.high, toll.grade) == (31, 31, 31, "single_source")


def test_the_range_of_a_series_holds_its_latest_count():
    s = counts(
        ("276 people", {"best": 276}, None),
        ("thousands of people", {"low": 2000, "qualifier": "thousands"}, None),
    )
    (toll,) = series_of(s.merged())
    assert toll.low <= toll.best <= toll.high


def test_two_informants_on_one_day_conflict():
    s = counts(("20 people", {"best": 20}, "Ann Lee"), ("90 people", {"best": 90}, "Bo Roy"))
    merged = s.merged()
    (toll,) = series_of(merged)
    assert [r.relation for r in toll.relations] == ["conflict"]
    assert toll.grade == "contested"
    assert [x.kind for x in merged.contradictions] == ["numeric"]


def figure(low, best, high, qualifier):
    return Figure(id=f"f{low}{best}{high}{qualifier}", report="r", start=0, end=1, text="x", low=low, best=best,
                  high=high, qualifier=qualifier, unit="people", what="killed", of=None, place=None, time=None,
                  claim=None, source=None, measure="cumulative")  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (figure(43, 43, 43, "exact"), figure(43, None, None, "at_least"), True),
        (figure(100, None, None, "at_least"), figure(108, 108, 108, "exact"), True),
        (figure(100, None, None, "at_least"), figure(126, 126, 126, "exact"), False),
        (figure(100, None, None, "more_than"), figure(170, 170, 170, "exact"), True),
        (figure(100, None, None, "more_than"), figure(200, 200, 200, "exact"), False),
        (figure(60, None, None, "more_than"), figure(100, None, 100, "up_to"), True),
        (figure(24, None, 99, "dozens"), figure(50, 50, 50, "exact"), True),
        (figure(24, None, 99, "dozens"), figure(130, 130, 130, "exact"), True),
        (figure(24, None, 99, "dozens"), figure(300, 300, 300, "exact"), False),
        (figure(None, 70, 70, "about"), figure(68, None, None, "at_least"), True),
        (figure(2, 2, 2, "exact"), figure(4, 4, 4, "exact"), False),
    ],
)
def test_agree(a, b, expected):
    assert agree(a, b) is expected
    assert agree(b, a) is expected


bounds = st.integers(0, 10**6)


@given(bounds, bounds, st.sampled_from(["exact", "at_least", "more_than", "about", "dozens", "up_to"]))
def test_agree_knows_no_order(n, m, qualifier):
    a = figure(n, n, n, "exact")
    b = figure(m, None, None, qualifier) if qualifier in ("at_least", "more_than") else figure(m, m, m, qualifier)
    assert agree(a, b) == agree(b, a)
    assert agree(a, a)


def war(first, second):
    """Two reports that count the dead of a war since 2011."""
    s = StoryKit()
    for n, (words, best) in enumerate((first, second)):
        r = s.report(f"War\nThe war in Qasiria has killed {words} since 2011.", f"2021-03-0{n + 1}", outlet=str(n))
        place = s.named(r, "Qasiria", "Qasiria", "place", (35.0, 36.0))
        event = s.event(r, "war", "armed_clash", status="ongoing", place=place, time="2011")
        s.timed(r, "2011", "2011")
        s.figure(r, words, best=best, event=event)
    return s.merged()


def test_two_counts_of_one_long_war_conflict():
    merged = war(("400000 people", 400000), ("320000 people", 320000))
    (toll,) = series_of(merged)
    assert [r.relation for r in toll.relations] == ["conflict"]
    assert [x.kind for x in merged.contradictions] == ["numeric"]


def test_those_present_are_not_set_against_each_other():
    s = counts(("900 people", {"best": 900, "measure": "stock"}, "Ann Lee"),
               ("300 people", {"best": 300, "measure": "stock"}, "Bo Roy"), what="present")  # fmt: skip
    merged = s.merged()
    assert sum(len(one.members) for one in merged.series) == 2
    assert not merged.contradictions


def test_a_word_of_size_widens_no_range_that_has_a_number():
    s = counts(("dozens of people", {"low": 24, "qualifier": "dozens"}, "Ann Lee"), ("30 people", {"best": 30}, None))
    (toll,) = series_of(s.merged())
    assert (toll.low, toll.best, toll.high) == (30, 30, 30)
    (toll,) = series_of(counts(("dozens of people", {"low": 24, "qualifier": "dozens"}, "Ann Lee")).merged())
    assert toll.low == 24


def test_what_one_crew_saw_is_no_lower_bound():
    s = counts(("10 bodies", {"best": 10, "of": "bodies"}, "Ann Lee"), ("84 people", {"best": 84}, None))
    (toll,) = series_of(s.merged())
    assert len(toll.members) == 2
    assert (toll.low, toll.high) == (84, 84)


def test_a_word_of_size_vouches_for_no_number():
    dozens = ("dozens of people", {"low": 24, "qualifier": "dozens"}, "Ann Lee")
    (hurt,) = series_of(counts(dozens, ("37 people", {"best": 37}, "Bo Roy"), what="injured").merged(), "injured")
    assert (hurt.best, len(hurt.members), hurt.grade) == (37, 2, "single_source")
    (hurt,) = series_of(counts(dozens, (dozens[0], dozens[1], "Bo Roy"), what="injured").merged(), "injured")
    assert hurt.grade == "corroborated"


def test_a_count_of_another_scope_vouches_for_none():
    s = counts(
        ("3 people treated in town", {"best": 3}, "Ann Lee"), ("9 people", {"best": 9}, "Bo Roy"), what="injured"
    )
    (hurt,) = series_of(s.merged(), "injured")
    assert [r.relation for r in hurt.relations] == ["different_scope"]
    assert (hurt.grade, hurt.support.informants) == ("single_source", 1)


@pytest.mark.parametrize(("tail", "relation"), [(" seriously", "conflict"), ("", "evolves")])
def test_how_many_are_in_danger_does_not_only_rise(tail, relation):
    s = StoryKit()
    for n, many in enumerate((11, 30)):
        text = f"Blast in Qasira\nA blast in Qasira on Monday left {many} people hurt{tail}."
        r = s.report(text, f"2021-03-0{n + 1}", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        s.figure(r, f"{many} people", "injured", best=many, event=blast)
    (hurt,) = series_of(s.merged(), "injured")
    assert [r.relation for r in hurt.relations] == [relation]


def test_of_equal_counts_of_a_day_the_one_that_leaves_most_open_holds():
    s = counts(
        ("at least 40 people", {"low": 40, "best": None, "qualifier": "at_least"}, "Ann Lee"),
        ("40 people", {"best": 40}, "Bo Roy"),
    )
    merged = s.merged()
    (toll,) = series_of(merged)
    assert next(f for f in s.figures if f.id == toll.latest).qualifier == "at_least"


def pages(*said, what="killed"):
    """Reports of one blast, each with its day, the words of its count, the number and hedge, and a speaker or none."""
    s = StoryKit()
    for n, (day, words, values, speaker) in enumerate(said):
        by = f", {speaker} said" if speaker else ""
        r = s.report(f"Blast in Qasira\nA blast in Qasira on Monday left {words} {what}{by}. It was page {n}.", day,
                     outlet=str(n))  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        claim = s.claim(r, speaker, f"{words} {what}", s.named(r, speaker, speaker)) if speaker else None
        event = s.event(r, "blast", "bombing", place=place, time="2021-03-01", claim=claim)
        s.figure(r, words, what, event=event, claim=claim, **values)
    (toll,) = series_of(s.merged(), what)
    return toll


FLOOR = {"low": 50, "qualifier": "at_least"}


@pytest.mark.parametrize(
    ("last", "more", "what", "range_of"),
    [
        (("2021-03-03", "at least 50 people", FLOOR, None), [], "killed", (59, 59, 59)),
        (("2021-03-02", "at least 50 people", FLOOR, None), [], "injured", (59, 59, 59)),
        (("2021-03-03", "at least 50 people", FLOOR, "Ann Lee"), [], "killed", (50, 50, 59)),
        (("2021-03-03", "50 people", {"best": 50}, None), [], "killed", (50, 50, 50)),
        (("2021-03-03", "at least 50 people", FLOOR, None), [("2021-03-03", "48 people", {"best": 48}, "Bo Roy")],
         "killed", (48, 50, 50)),
        (("2021-03-03", "at least 50 people", FLOOR, None), [], "missing", (50, 50, 50)),
    ],
)  # fmt: skip
def test_a_lower_bound_of_nobodys_takes_nothing_from_what_two_originals_gave(last, more, what, range_of):
    """“At least 50” is true of 59. A count that somebody named puts lower, or puts flat, is a correction, and of the
    missing there are fewer every day."""
    known = [("2021-03-02", f"{number} people", {"best": 59}, None) for number in (59, 59)]
    toll = pages(*known, *more, last, what=what)
    assert (toll.low, toll.best, toll.high) == range_of


def test_one_report_alone_puts_no_lower_bound_out():
    toll = pages(("2021-03-02", "59 people", {"best": 59}, None), ("2021-03-03", "at least 50 people", FLOOR, None))
    assert toll.best == 50
