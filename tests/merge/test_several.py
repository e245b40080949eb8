"""Events of which one is several, goes on for weeks or lies in the next town: what they are one with."""

import msgspec
import pytest

from dateline.merge.happenings.clues import clue_of
from dateline.merge.happenings.nouns import is_definite, number_of
from dateline.merge.situation import Situation
from tests.kit.story import StoryKit, grouped


def test_a_series_is_none_of_its_members_but_may_be_the_several_of_others():
    def together(*texts):
        s = StoryKit()
        for outlet, text in enumerate(texts):
            r = s.report(f"Qasira\n{text}", "2021-03-01", outlet=str(outlet))
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.event(r, "evacuations" if "evacuations" in text else "evacuation", "evacuation", place=place)
        return bool(grouped(s))

    series = "It is the latest in a series of evacuations of Qasira."
    assert not together("The evacuation of Qasira is over.", series)
    assert together("Similar evacuations of Qasira were begun.", series)
    assert together("The evacuation of Qasira is over.", "The number of people in the evacuation of Qasira rose.")


def test_several_of_a_kind_have_no_day_but_their_own():
    def starts(words, day):
        s = StoryKit()
        r = s.report(f"Qasira\n{words} on Qasira drew anger{day}.", "2021-03-02")
        s.event(r, words, "agreement", time=s.timed(r, "Monday", "2021-03-01") if day else "2021-03-01")
        return s.merged().happenings[0].start

    assert starts("Deals", " on Monday") == "2021-03-01"
    assert starts("Deals", "") is None
    assert starts("A deal", "") == "2021-03-01"


def test_one_text_in_two_reports_tells_one_happening():
    def together(second):
        s = StoryKit()
        first = (
            "While rain kept the ferries of Lumo in, guards in grey coats took the smiths back from the copper gate."
        )
        for outlet, text in (("a", first), ("b", second)):
            r = s.report(f"Market day\nIt was noon.\nStalls opened.\n{text}", "2021-03-01", outlet=outlet)
            s.event(r, "took", "coercion")
        return len(s.merged().happenings) == 1

    assert together("Guards in grey coats took the smiths back from the copper gate as bells of four chapels rang.")
    assert not together("A warden took two carters off.")


def test_what_somebody_was_out_for_is_no_harm_of_the_blow():
    def harm(clause):
        s = StoryKit()
        r = s.report(f"Qasira\nA driver rammed the Qasira gate{clause} nine guards there.", "2021-03-01")
        s.event(r, "rammed", "attack")
        killed = s.event(r, "kill", "death")
        return any(killed in h.events and len(h.events) == 2 for h in s.merged().happenings)

    assert harm(" and killed")
    assert not harm(", and so let others move in to kill")


def test_one_more_of_a_kind_is_not_the_first():
    def together(also):
        s = StoryKit()
        r = s.report(
            f"Qasira mill burnt\nThe Qasira mill was attacked on Monday.\nIt is old.\nThe inn was {also}attacked.",
            "2021-03-02",
        )
        s.event(r, "attacked on", "attack", time=s.timed(r, "Monday", "2021-03-01"))
        s.event(r, "attacked.", "attack")
        return bool(grouped(s))

    assert together("")
    assert not together("also ")


def test_an_offensive_that_goes_on_is_one_in_reports_of_a_month_however_they_call_it():
    def together(later):
        s = StoryKit()
        for outlet, day, text in (("a", "2021-03-01", "Red Dawn troops advance on the Qasira dam."),
                                  ("b", later, "Qasira sees Red Dawn press forward.")):  # fmt: skip
            r = s.report(f"Market day\nIt was noon.\nStalls opened.\n{text}", day, outlet=outlet)
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            word = "advance" if outlet == "a" else "press"
            s.event(r, word, "armed_clash", status="ongoing", place=place)
        return bool(grouped(s))

    assert together("2021-03-09")
    assert not together("2021-09-09")


def test_the_attacks_of_years_are_not_the_attack_of_a_day():
    def together(words):
        s = StoryKit()
        a = s.report(
            "Qasira\nIt was noon.\nStalls opened.\nA bombing in Qasira killed eight.", "2021-03-01", outlet="a"
        )
        b = s.report(f"Qasira\nIt was noon.\nStalls opened.\nNine died in {words} in Qasira.", "2021-03-01", outlet="b")
        for r, word, kind in ((a, "bombing", "bombing"), (b, words.split()[-1], "attack")):
            s.event(r, word, kind, place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-03-01")
        return bool(grouped(s))

    assert together("the bomb attack")
    assert not together("bomb attacks")


def test_a_province_is_not_near_a_town_of_the_next():
    def together(province):
        s = StoryKit()
        a = s.report(
            "Buses\nIt was noon.\nStalls opened.\nBuses arrived in Qasira on Monday.", "2021-03-02", outlet="a"
        )
        b = s.report("Buses\nIt was noon.\nStalls opened.\nMany reached Amar on Monday.", "2021-03-02", outlet="b")
        s.named(a, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.named(b, "Amar", "Amar", "place", (35.5, 36.0))
        town, region = s.places
        s.places = [
            msgspec.structs.replace(town, admin1="Qasira", country="SY"),
            msgspec.structs.replace(region, admin1=province, country="SY", precision="region"),
        ]
        for r, word, place in ((a, "arrived", town), (b, "reached", region)):
            s.event(r, word, "arrival", place=place.entity, time=s.timed(r, "Monday", "2021-03-01"))
        return bool(grouped(s))

    assert together("Qasira")
    assert not together("Amar")


def test_a_verb_with_an_s_is_no_plural():
    def together(first, second, sentence):
        s = StoryKit()
        a = s.report(f"Qasira\nIt was noon.\nStalls opened.\nA {first} at the mill.", "2021-03-01", outlet="a")
        b = s.report(f"Qasira\nIt was noon.\nStalls opened.\n{sentence}", "2021-03-01", outlet="b")
        for r, word in ((a, first), (b, second)):
            s.event(r, word, "attack", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-03-01")
        return bool(grouped(s))

    assert together("raid", "hits", "A gang hits workers at the mill.")
    assert together("attack", "attacks", "A man attacks 12 workers at the mill.")
    assert not together("attack", "attacks", "Of many attacks upon workers at the mill.")


@pytest.mark.parametrize(
    ("before", "trigger", "number", "definite"),
    [
        ("It was the worst mass ", "shooting", {False}, False),
        ("They fled the ", "shooting", {False}, True),
        ("The army went on ", "shelling", set(), False),
        ("They fled the army, ", "shooting", set(), False),
    ],
)
def test_an_article_makes_a_noun(before: str, trigger: str, number: set[bool], definite: bool):
    assert number_of(trigger, " again.", before) == number
    assert is_definite(before, trigger) is definite


@pytest.mark.parametrize(
    ("after", "number"), [(" against the port", {True}), (" the port", set()), (" at dawn", {True}), (" an inn", set())]
)
def test_an_object_makes_a_verb(after: str, number: set[bool]):
    assert number_of("attacks", after) == number


def test_the_number_of_the_dead_is_not_that_of_blows():
    s = StoryKit()
    for n, words in enumerate(("A blast hit the Qasira mill.", "Crews carried bodies from the Qasira mill.")):
        r = s.report(f"Blast at Qasira mill\n{words}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "bodies" if "bodies" in words else "blast", "death" if "bodies" in words else "bombing", place=place)
    bodies = next(e for e in s.events if e.trigger.text == "bodies")
    assert clue_of(bodies, Situation(s.dossier(), s.readings(), s.resolution())).plural == frozenset()


def test_the_attack_on_another_town_is_another():
    def together(town: str) -> bool:
        s = StoryKit()
        r = s.report(
            "Attack on the Qasira mill\nAn attack by gunmen hit the mill in Qasira.\nShops shut.\nBuses stood.\n"
            f"Gunmen fled after the assault on the mill in {town}.",
            "2021-03-01",
        )
        places = {
            name: s.named(r, name, name, "place", at) for name, at in (("Qasira", (35.0, 36.0)), ("Amar", (31.0, 44.0)))
        }
        s.event(r, "Attack", "attack", place=places["Qasira"])
        s.event(r, "attack", "attack", place=places["Qasira"])
        s.event(r, "assault", "attack", place=places[town])
        return len(s.merged().happenings) == 1

    assert together("Qasira")
    assert not together("Amar")
