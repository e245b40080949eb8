"""Figures -> series: what counts the same, and how two counts stand to each other."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.series.counted import count_of
from dateline.merge.series.labels import plain_noun
from dateline.merge.series.relations import agree
from dateline.merge.series.scenes import Main, Scenes
from dateline.merge.situation import Situation
from dateline.model import Figure
from tests.kit.story import StoryKit, three_reports


def series_of(agreement, what="killed"):
    return [s for s in agreement.series if s.what == what]


def test_a_rising_toll_of_one_informant_evolves():
    s = three_reports()
    (toll,) = series_of(s.merged())
    assert [r.relation for r in toll.relations] == ["evolves"]
    assert (toll.low, toll.best, toll.high, toll.grade) == (31, 31, 31, "single_source")


VERB = {"injured": "hurt", "arrived": "brought"}


def counts(*said, what="killed", day="2021-03-01"):
    """Reports of one blast, each with (figure words, keyword arguments, speaker or None)."""
    s = StoryKit()
    for n, (words, values, speaker) in enumerate(said):
        r = s.report(f"Blast in Qasira\nA blast in Qasira on Monday {VERB.get(what, 'killed')} {words}, "
                     f"{speaker or 'reports'} said.", day, outlet=str(n))  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        claim = None
        if speaker:
            claim = s.claim(r, speaker, f"{VERB.get(what, 'killed')} {words}", s.named(r, speaker, speaker))
        event = s.event(r, "blast", "bombing", place=place, time="2021-03-01", claim=claim)
        s.figure(r, words, what, event=event, claim=claim, **values)
    return s


def test_the_same_number_said_twice_is_one_count():
    s = counts(("40 people", {"best": 40}, "Ann Lee"), ("40 people", {"best": 40}, "Ann Lee"))
    (toll,) = series_of(s.merged())
    assert (toll.low, toll.best, toll.high) == (40, 40, 40)
    assert toll.support.informants == 1
    assert toll.grade == "single_source"


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


def test_what_reports_are_about_is_one_scene_though_it_was_not_merged():
    s = StoryKit()
    for n, (words, trigger, kind) in enumerate((("12 people", "blast", "bombing"), ("14 people", "ambush", "attack"))):
        r = s.report(
            f"Deaths in Qasira\nA deadly {trigger} in Qasira on Monday killed {words}.", "2021-03-01", outlet=str(n)
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        event = s.event(r, trigger, kind, place=place, time="2021-03-01")
        s.figure(r, words, best=int(words[:2]), event=event)
    (toll,) = series_of(s.merged())
    assert len(toll.members) == 2


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


def test_two_words_in_the_head_of_one_report_count_for_what_it_is_about():
    s = StoryKit()
    leads = {
        "a": "An assault on the Qasira gate killed 40 people.",
        "b": "An assault on the Qasira gate shocked all.\nA lorry smashed through it and 46 people were killed.",
    }
    for outlet, lead in leads.items():
        r = s.report(f"Assault in Qasira\n{lead}", "2021-03-01", outlet=outlet)
        s.event(r, "Assault", "attack", time="2021-03-01")
        s.event(r, "assault", "attack", time="2021-03-01")
        event = s.event(r, "smashed", "bombing", time="2021-03-01") if outlet == "b" else s.events[-1].id
        s.figure(r, "40 people" if outlet == "a" else "46 people", best=40 if outlet == "a" else 46, event=event)
    assert len(s.merged().happenings) == 2
    assert len(series_of(s.merged())) == 1


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


def raid_and_flood(last):
    """A flood that one report leads with, a raid elsewhere that it recalls, and a count told after it."""
    s = StoryKit()
    r = s.report(f"Flood in Qasira\nA flood in Qasira on Monday killed four people, officials said. "
                 f"The council looked into a raid near Tavo on Sunday. {last}", "2021-03-02")  # fmt: skip
    qasira = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    tavo = s.named(r, "Tavo", "Tavo", "place", (39.0, 44.0))
    s.timed(r, "Monday", "2021-03-01")
    s.timed(r, "Sunday", "2021-02-28")
    who = s.named(r, "officials", "officials")
    claim = s.claim(r, "officials", "A flood in Qasira on Monday killed four people", who)
    flood = s.event(r, "flood", "hazard", place=qasira, time="2021-03-01", claim=claim)
    s.event(r, "raid", "attack", place=tavo, time="2021-02-28")
    dead = s.event(r, "dead", "death", place=qasira, time="2021-03-01")
    s.figure(r, "four people", best=4, event=flood, claim=claim)
    s.figure(r, "Thirty people", best=30, event=dead)
    return s


def test_who_died_in_the_incident_is_counted_with_what_was_told_just_before():
    apart = series_of(raid_and_flood("Thirty people were dead in the incident.").merged())
    assert sorted(t.best for t in apart) == [4, 30]
    assert all(len(t.members) == 1 for t in apart)


def test_who_died_is_else_counted_with_what_the_report_is_about():
    (toll,) = series_of(raid_and_flood("Thirty people were dead by the evening.").merged())
    assert len(toll.members) == 2


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


def blast_and(text, when):
    """A count of a report beside one that is about a blast in Qasira, with both reports' ids."""
    s = StoryKit()
    a = s.report("Blast in Qasira\nA blast in Qasira on Monday killed 59 people.", "2021-03-01")
    b = s.report(text, when)
    qasira = s.named(a, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(a, "Monday", "2021-03-01")
    s.figure(a, "59 people", best=59, event=s.event(a, "blast", "bombing", place=qasira, time="2021-03-01"))
    return s, b, Main(id="h1", days=(date(2021, 3, 1), date(2021, 3, 1)), place=qasira), a


@pytest.mark.parametrize(
    ("where", "precision", "time", "mains", "joined"),
    [
        ((35.1, 36.0), "exact", "2021-03-01", 1, True),
        ((39.0, 44.0), "exact", "2021-03-01", 1, False),
        (None, "exact", "2021-03-01", 1, False),
        ((35.1, 36.0), "region", "2021-03-01", 1, False),
        ((35.1, 36.0), "exact", "2021-02-20/2021-03-05", 1, False),
        ((35.1, 36.0), "exact", "2021-03-01", 2, False),
    ],
)
def test_harm_told_alone_is_that_of_the_one_thing_that_happened_there_that_day(where, precision, time, mains, joined):
    s, b, main, a = blast_and("A quiet man\nHe liked chess. In the bay hall on Monday 60 people died.", "2021-03-02")
    hall = s.named(b, "the bay hall", "bay hall", "facility", where)
    s.places[-1] = msgspec.structs.replace(s.places[-1], precision=precision)
    s.timed(b, "Monday", time)
    died = s.event(b, "died", "death", place=hall, time=time)
    s.figure(b, "60 people", best=60, event=died)
    situation = Situation(s.dossier(), s.readings(), s.resolution())
    about = {f"{a}{n}": msgspec.structs.replace(main, id=f"h1{n or ''}") for n in range(mains)}
    scenes = Scenes(of_event={died: "h2"}, of_report=about, mains=tuple(about.values()))
    assert count_of(situation.resolution.figures[1], situation, scenes).scene == ("h1" if joined else "h2")


def test_a_toll_that_rises_weeks_later_is_that_of_the_place():
    s, b, main, a = blast_and("Toll rises\nThe death toll of the blast in Qasira rose to 61.", "2021-03-20")
    qasira = s.named(b, "Qasira", "Qasira", "place", (35.0, 36.0))
    blast = s.event(b, "blast", "bombing", place=qasira, time="2021-03-20")
    s.figure(b, "61", best=61, of="", event=blast)
    situation = Situation(s.dossier(), s.readings(), s.resolution())
    unknown = Main(id="h2", days=None, place=qasira)
    scenes = Scenes(of_event={blast: "h2"}, of_report={a: main, b: unknown}, mains=(main, unknown))
    toll = msgspec.structs.replace(situation.resolution.figures[1], place=qasira)
    assert count_of(toll, situation, scenes).scene == "h1"


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
