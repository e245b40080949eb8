"""Figures -> series: what counts the same."""

import pytest

from dateline.merge.series.labels import plain_noun
from tests.kit.story import StoryKit
from tests.merge.counts import counts, series_of


def test_the_same_number_said_twice_is_one_count():
    s = counts(("40 people", {"best": 40}, "Ann Lee"), ("40 people", {"best": 40}, "Ann Lee"))
    (toll,) = series_of(s.merged())
    assert (toll.low, toll.best, toll.high) == (40, 40, 40)
    assert toll.support.informants == 1
    assert toll.grade == "single_source"


def test_children_are_counted_apart_from_all():
    s = counts(
        ("90 people", {"best": 90}, None), ("12 children", {"best": 12, "of": "children", "unit": "children"}, None)
    )
    assert len(series_of(s.merged())) == 2


def test_a_war_is_not_counted_with_its_blast():
    s = counts(("90 people", {"best": 90}, None), ("400000 people", {"best": 400000}, None))
    assert len(series_of(s.merged())) == 2


def test_stock_and_flow_are_never_one_series():
    s = counts(
        ("900 people", {"best": 900, "measure": "stock"}, None),
        ("900 people", {"best": 900, "measure": "flow"}, None),
        what="arrived",
    )
    assert len(series_of(s.merged(), "arrived")) == 2


def test_nobody_hurt_is_a_zero():
    s = counts(("no people", {"best": 0}, "Ann Lee"), what="injured")
    (hurt,) = series_of(s.merged(), "injured")
    assert (hurt.low, hurt.best, hurt.high) == (0, 0, 0)


def test_a_count_that_its_words_gainsay_is_in_no_series():
    s = StoryKit()
    r = s.report("Crash\nSeven people were killed and 51 people were taken to a hospital.", "2021-03-01")
    event = s.event(r, "killed", "death")
    s.figure(r, "Seven people", best=7, event=event)
    s.figure(r, "51 people", best=51, event=event)
    (toll,) = series_of(s.merged())
    assert (toll.low, toll.high) == (7, 7)


def test_bodies_that_a_crew_took_away_are_no_toll():
    s = counts(("90 people", {"best": 90}, "Ann Lee"))
    r = s.report("Blast in Qasira\nCrews took away 60 bodies after the blast in Qasira on Monday.", "2021-03-01")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    s.figure(r, "60 bodies", best=60, of="bodies", event=blast)
    merged = s.merged()
    assert len(series_of(merged)) == 2
    assert not merged.contradictions


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("It would be the end and 900 people would die.", "900 people", "killed"),
        ("Such a raid could kill 900 people.", "900 people", "killed"),
        ("Some 900 people may be arrested.", "900 people", "captured"),
        ("Belport threatened to fire four shells.", "four shells", "other"),
        ("Belport did not make good its threat to fire four of its shells.", "four of its shells", "other"),
    ],
)
def test_what_is_only_feared_or_threatened_is_not_counted(text, words, what):
    s = StoryKit()
    s.figure(s.report(f"Fears\n{text}", "2021-03-01"), words, what, best=4, of="", unit="other")
    assert not s.merged().series


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The raid may have killed 900 people.", "900 people"),
        ("There are 12 dead who could not be identified.", "12 dead"),
        ("Belport fired four shells.", "four shells"),
        ("They gun down 14 people, wounding many.", "14 people"),
        ("Bomb kills 14 people, wounding many.", "14 people"),
    ],
)
def test_what_was_done_is_counted_though_it_is_not_certain(text, words):
    s = StoryKit()
    s.figure(s.report(f"Raid\n{text}", "2021-03-01"), words, "killed" if "shells" not in words else "other", best=4)
    assert len(s.merged().series) == 1


def test_who_was_somewhere_is_one_count_only_where_the_numbers_fit():
    stock = {"measure": "stock"}
    s = counts(("100 people", {"best": 100, **stock}, None), ("3000 people", {"best": 3000, **stock}, None),
               ("about 105 people", {"best": 105, "qualifier": "about", **stock}, None), what="present")  # fmt: skip
    assert sorted(len(x.members) for x in series_of(s.merged(), "present")) == [1, 2]


def test_how_badly_people_are_hurt_is_in_the_label():
    s = StoryKit()
    r = s.report("Blast in Qasira\nNine people are in a critical condition.", "2021-03-01")
    s.figure(r, "Nine people", "injured", best=9, event=s.event(r, "critical", "injury"))
    (hurt,) = series_of(s.merged(), "injured")
    assert hurt.label == "people seriously injured"


@pytest.mark.parametrize(
    ("noun", "what", "plain"),
    [
        ("injured", "injured", "people"),
        ("injured woman", "injured", "woman"),
        ("42-year-old man", "captured", "man"),
        ("16-year-old Norland girl", "captured", "Norland girl"),
        ("detained leaders", "captured", "leaders"),
        ("detained leaders", "killed", "detained leaders"),
        ("captives", "captured", "people"),
        ("sailors", "missing", "sailors"),
    ],
)
def test_a_label_says_the_outcome_once_and_no_age(noun, what, plain):
    assert plain_noun(noun, what) == plain


PUPILS = {"of": "pupils", "best": 9}


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ((("nine people", {"best": 9}),), 1),
        ((("nine people", {"best": 9}), ("14 people", {"best": 14})), 2),
        ((("seven people", {"best": 7}),), 2),
    ],
)
def test_a_trade_is_everybody_where_as_many_died_and_nobody_counts_more(others, found):
    s = counts(("nine pupils", PUPILS, None), *((words, values, None) for words, values in others))
    assert len(series_of(s.merged())) == found


@pytest.mark.parametrize(
    ("number", "days", "found"),
    [
        (11, ("2021-03-01", "2021-03-01"), 1),
        (11, ("2021-03-01", None), 1),
        (11, ("2021-03-01", "2021-03-05"), 2),
        (2, ("2021-03-01", "2021-03-01"), 2),
    ],
)
def test_one_toll_is_one_whatever_each_report_hangs_it_on(number, days, found):
    s = StoryKit()
    told = (("A blast tore open the ferry Ondra at Belport", "blast", "bombing", "Belport", 35.0),
            ("The ferry Ondra went down off Qasira", "went down", "accident", "Qasira", 35.6))  # fmt: skip
    for (text, what, kind, where, north), day in zip(told, days, strict=True):
        r = s.report(f"Ferry lost\n{text} and killed {number} people.", "2021-03-06")
        place = s.named(r, where, where, "place", (north, 36.0))
        s.figure(r, f"{number} people", best=number, event=s.event(r, what, kind, place=place, time=day))
    assert len(series_of(s.merged())) == found


def test_a_like_number_joins_the_larger_toll_and_takes_none_of_it_away():
    s = StoryKit()
    for n, (number, what, kind, where, north) in enumerate(
        (
            (24, "went down", "accident", "Qasira", 35.6),
            (24, "blast", "bombing", "Belport", 35.0),
            (20, "blast", "bombing", "Belport", 35.0),
            (17, "blast", "bombing", "Belport", 35.0),
        )
    ):
        r = s.report(
            f"Ferry lost\nThe {what} killed {number} people. It was off {where}.", f"2021-03-0{6 - n}", outlet=str(n)
        )
        place = s.named(r, where, where, "place", (north, 36.0))
        s.figure(r, f"{number} people", best=number, event=s.event(r, what, kind, place=place, time="2021-03-01"))
    assert [len(x.members) for x in series_of(s.merged())] == [4]


def flows(*said):
    """Reports of a burst main, each with what runs out of it: words, number, noun and sentence."""
    s = StoryKit()
    for n, (words, number, noun, text) in enumerate(said):
        r = s.report(f"Main bursts\n{text}", f"2021-03-0{n + 1}", outlet=str(n))
        s.figure(r, words, "other", best=number, of=noun, unit="other", measure="flow")
    return [len(x.members) for x in s.merged().series]


def test_what_is_counted_by_the_day_is_one_flow_without_a_place():
    first = ("300 tonnes a day", 300, "tonnes a day", "Some 300 tonnes a day run out of the burst main.")
    second = (
        "800 tonnes of brine a day",
        800,
        "tonnes of brine a day",
        "It loses 800 tonnes of brine a day, crews say.",
    )
    assert flows(first, second) == [2]
    assert flows(first, ("800 tonnes", 800, "tonnes", "The crews pumped off 800 tonnes.")) == [1, 1]
    assert flows(first, ("800 tonnes a week", 800, "tonnes a week", "It lost 800 tonnes a week.")) == [1, 1]
    assert flows(first, ("800 visitors a day", 800, "visitors a day", "The fair had 800 visitors a day.")) == [1, 1]


def test_those_let_go_are_one_count_though_none_of_their_figures_is_of_captives():
    s = StoryKit()
    for n, text in enumerate(
        ("The pirates freed 14 sailors on Monday.", "The 14 sailors were released by the pirates.")
    ):
        r = s.report(f"Sailors home\n{text}", f"2021-03-0{n + 1}", outlet=str(n))
        s.figure(r, "14 sailors", "other", best=14, of="sailors", measure="flow" if n else "stock")
    s.figure(
        s.report("Hunt goes on\nPirates still hold 14 sailors.", "2021-03-03"),
        "14 sailors",
        "captured",
        best=14,
        of="sailors",
    )
    assert sorted((x.label, len(x.members)) for x in s.merged().series) == [
        ("sailors captured", 1),
        ("sailors freed", 2),
    ]


@pytest.mark.parametrize(
    ("text", "words", "series"),
    [
        ("Aides fear the death toll could rise to between 300 and 500.", "between 300 and 500", 0),
        ("The number of dead is expected to reach 300 by Friday.", "300", 0),
        ("The death toll may climb even further from 40 to at least 300.", "at least 300", 0),
        ("The death toll could rise from 300 as crews dig on.", "300", 1),
        ("The toll rose to 300 and could reach 400.", "300", 1),
        ("The toll rose to 300 and could reach 400.", "400", 0),
        ("The toll could be as high as 300.", "as high as 300", 1),
        ("The death toll may have reached 300.", "300", 1),
        ("It is feared that 300 people were killed.", "300 people", 1),
        ("The final cost could reach 300 million crowns.", "300 million crowns", 1),
    ],
)
def test_what_a_toll_may_become_is_no_count(text, words, series):
    s = StoryKit()
    r = s.report(f"Storm in Umza\nA storm hit Umza. {text}", "2021-03-02")
    money = "crowns" in words
    s.figure(r, words, "cost" if money else "killed", best=300, unit="money" if money else "people")
    assert len(s.merged().series) == series
